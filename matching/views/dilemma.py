"""Bring a dilemma to the P-beraad (R239)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from config.kern import klok
from matching.domain import dilemma as domein
from matching.forms import RedenForm
from matching.queries import pagina
from matching.queries.beraad import ligt_bij_beraad
from matching.rules.dilemma import beletsel_dilemma_melden
from matching.views.formulier import handeling, procedure_url


@require_http_methods(["GET", "HEAD", "POST"])
def dilemma_melden(request: HttpRequest, id: UUID) -> HttpResponse:
    procedure = pagina.procedure_met(id)
    form = RedenForm(
        request.POST or None, label="Wat knelt er?",
        hulp="Noem geen dingen over personen die niet iedereen in het beraad hoeft te weten.",
    )
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.dilemma_melden(
            procedure=procedure, omschrijving=form.cleaned_data["reden"], door=request.actor,
            nu=klok.nu(),
        ),
        zin="Het dilemma ligt bij het P-beraad.", naar=procedure_url(procedure),
        titel="Leg een dilemma voor", knop="Leg voor aan het P-beraad",
        inleiding="Bijvoorbeeld als twee opdrachten dezelfde collega nodig hebben. Het P-beraad "
        "kan het doorgeven aan het programmeerberaad en het Directieteam.",
        beletsel=beletsel_dilemma_melden(
            procedure, door=request.actor, dag=klok.vandaag(), ligt_al=ligt_bij_beraad(procedure)
        ),
    )
