"""Who sits in a beraad and who was there: the roles are known here (R091, R214, R216)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok
from config.kern.domain.vergadering import aanwezigheid_vastleggen as vastleggen
from config.kern.htmx import klaar, toon, uitvoeren
from config.kern.rules_beraad import beletsel_aanwezigheid_vastleggen
from opgaven.queries import gremium_met
from opgaven.queries.beraad import vergadering_met_alles
from register.forms_gremium import AanwezigheidForm
from register.queries.gremium import leden_van_gremium


@require_safe
def gremium_leden(request: HttpRequest, code: str) -> HttpResponse:
    """A piece for the page of a gremium."""
    leden = leden_van_gremium(gremium_met(code), klok.vandaag())
    return toon(request, "register/_gremium_leden.html", {"leden": leden})


@require_http_methods(["GET", "HEAD", "POST"])
def aanwezigheid_vastleggen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = vergadering_met_alles(id)
    leden = leden_van_gremium(rij.gremium, rij.datum)
    form = AanwezigheidForm(
        request.POST if request.method == "POST" else None, leden=leden,
        aanwezigen=list(rij.aanwezigen.all()),
    )
    terug = reverse("opgaven:vergadering", args=[rij.public_id])
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: vastleggen(
            vergadering=rij, aanwezigen=form.aanwezigen(), door=request.actor, nu=klok.nu()
        ) or True,
    ):
        return klaar(request, "De aanwezigheid is vastgelegd.", terug)
    verslag = getattr(rij, "verslag", None)
    return toon(request, "register/gremium/aanwezigheid_vastleggen.html", {
        "vergadering": rij, "terug_url": terug,
        "beletsel": beletsel_aanwezigheid_vastleggen(
            vergadering=rij, door=request.actor, op=klok.vandaag(),
            is_vast=verslag is not None and verslag.status == "vastgesteld",
        ),
    }, formulier=form)
