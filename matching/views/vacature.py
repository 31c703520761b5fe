"""Vacancies: put outside by the P-manager, read by everybody, followed by a feed (R275)."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok
from config.kern.htmx import toon
from matching.domain import vacature as domein
from matching.forms import BevestigForm
from matching.forms_markt import VacatureForm
from matching.models import ExterneWerving, Vacature
from matching.queries import pagina
from matching.queries import vacature as queries
from matching.rules import vacature as rules
from matching.views.formulier import handeling

STANDAARD_OPEN = timedelta(days=28)


@require_http_methods(["GET", "HEAD", "POST"])
def publiceren(request: HttpRequest, id: UUID) -> HttpResponse:
    werving = pagina.werving_met(id)
    form = VacatureForm(request.POST or None, initial=_voorstel(werving))
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.vacature_publiceren(
            werving=werving, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
        zin="De vacature staat op internet.", naar=reverse("matching:werving", args=[id]),
        titel="Vacature op internet", knop="Op internet zetten",
        inleiding="Iedereen buiten de organisatie kan deze tekst lezen. "
        "Zet er geen namen of interne afwegingen in.",
        beletsel=rules.beletsel_vacature_publiceren(
            werving, door=request.actor, dag=klok.vandaag()
        ),
    )


def _voorstel(werving: ExterneWerving) -> dict[str, Any]:
    """What was there before, else a first text from the TRO."""
    if vacature := queries.vacature_van(werving):
        velden = ("titel", "tekst", "solliciteren", "laatste_dag")
        return {veld: getattr(vacature, veld) for veld in velden}
    tro = werving.procedure.matchvraag.tro
    return {
        "titel": tro.titel, "laatste_dag": klok.vandaag() + STANDAARD_OPEN,
        "solliciteren": settings.INZET_CONTACT,
        "tekst": "\n\n".join(d for d in (tro.waarom, tro.wat, tro.wie, tro.beoogd_resultaat) if d),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def offline(request: HttpRequest, id: UUID) -> HttpResponse:
    vacature = queries.vacature_met(id)
    return handeling(
        request, formulier=BevestigForm(request.POST or None),
        opdracht=lambda: domein.vacature_offline_halen(
            vacature=vacature, door=request.actor, nu=klok.nu()
        ),
        zin="De vacature staat niet meer op internet.",
        naar=reverse("matching:werving", args=[id]), titel="Vacature van internet halen",
        knop="Van internet halen", soort="gevaar",
        beletsel=rules.beletsel_vacature_offline_halen(vacature, door=request.actor),
    )


@login_not_required
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    return toon(request, "matching/vacature/lijst.html", {
        "vacatures": queries.openbare_vacatures(klok.vandaag())
    })


@login_not_required
@require_safe
def tonen(request: HttpRequest, id: UUID) -> HttpResponse:
    vacature = queries.openbare_vacature(id, klok.vandaag())
    return toon(request, "matching/vacature/tonen.html", {
        "vacature": vacature, "tro": vacature.werving.procedure.matchvraag.tro,
        "is_webadres": vacature.solliciteren.startswith("https://"),
        "jobposting": queries.jobposting(vacature),
    })


@method_decorator(login_not_required, name="__call__")
class Vacaturefeed(Feed):
    """Atom, newest first."""

    feed_type = Atom1Feed
    title = f"Vacatures van {settings.INZET_ORGANISATIE}"
    link = reverse_lazy("matching:vacatures")
    subtitle = "Werk dat nu openstaat"

    def items(self) -> Any:
        return queries.openbare_vacatures(klok.vandaag())

    def item_title(self, item: Vacature) -> str:
        return item.titel

    def item_description(self, item: Vacature) -> str:
        return item.tekst

    def item_link(self, item: Vacature) -> str:
        return reverse("matching:vacature", args=[item.public_id])

    def item_pubdate(self, item: Vacature) -> datetime:
        return item.gepubliceerd_op

    def item_updateddate(self, item: Vacature) -> datetime:
        return item.gewijzigd_op
