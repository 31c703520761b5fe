"""Opening a matchvraag by hand, and weighing work that fell free."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from config.kern import klok
from matching.domain import matchvraag as domein
from matching.domain import vrijval as vrijvallen
from matching.forms import MatchvraagForm, VrijvalForm
from matching.queries import pagina
from matching.rules import matchvraag as rules
from matching.rules.wie import is_aog_van, is_dd_van
from matching.views.formulier import handeling
from opgaven.enums import Label, PlaatsSoort


@require_http_methods(["GET", "POST"])
def matchvraag_openen(request: HttpRequest, id: UUID) -> HttpResponse:
    """For the replacement of an AOG or AON (R295); a stable opdracht is sent elsewhere (E07)."""
    opdracht = pagina.opdracht_met(id)
    if opdracht.label == Label.STABIEL and request.method != "POST":
        beletsel = rules.beletsel_matchvraag_openen(
            opdracht, PlaatsSoort.TEAM, door=request.actor, dag=klok.vandaag()
        )
        messages.error(request, beletsel.zin)
        return redirect("register:jaarplan-toedelen", opdracht.public_id)
    form = MatchvraagForm(request.POST or None)
    plaats = PlaatsSoort(form["plaats"].value() or PlaatsSoort.AON) if not form.is_bound else None
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.matchvraag_openen(
            opdracht=opdracht, plaats=PlaatsSoort(form.cleaned_data["plaats"]),
            reden=form.cleaned_data["reden"], door=request.actor, nu=klok.nu(),
        ),
        zin="De matchvraag is geopend.", naar=reverse("matching:bord"),
        titel="Matchvraag openen", knop="Openen", inleiding=f"Voor {opdracht}.",
        beletsel=rules.beletsel_matchvraag_openen(
            opdracht, plaats, door=request.actor, dag=klok.vandaag()
        ) if plaats else None,
    )


@require_http_methods(["GET", "POST"])
def vrijval_beoordelen(request: HttpRequest, id: UUID) -> HttpResponse:
    vrijval = pagina.vrijval_met(id)
    dag = klok.vandaag()
    is_dd = is_dd_van(request.actor, vrijval.opdracht, dag)
    if not (is_dd or is_aog_van(request.actor, vrijval.opdracht)):
        raise Http404
    form = VrijvalForm(request.POST or None)
    return handeling(
        request, formulier=form,
        opdracht=lambda: vrijvallen.vrijval_beoordelen(
            vrijval=vrijval, vervanging=form.cleaned_data["vervanging"],
            opvang=form.cleaned_data["opvang"], door=request.actor, nu=klok.nu(),
        ),
        zin="Je antwoord is vastgelegd.", naar=reverse("matching:vrijval", args=[id]),
        terug=reverse("matching:bord"), titel=f"Werk valt vrij: {vrijval.opdracht}",
        knop="Antwoorden", leesbaar=True, beletsel=rules.beletsel_vrijval_beoordelen(
            vrijval, door=request.actor, dag=dag
        ),
        sjabloon="matching/vrijval/beoordelen.html", vrijval=vrijval,
    )
