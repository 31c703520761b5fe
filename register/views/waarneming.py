"""A role that passes on, and somebody who deputises for a while."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from config.kern import klok
from config.kern.htmx import klaar, uitvoeren
from register import rules
from register.domain import roltoewijzing as domein
from register.domain.waarneming import waarneming_vastleggen
from register.forms_mandaat import RolOverdragenForm, WaarnemingForm
from register.models import Roltoewijzing
from register.queries import schermen
from register.views.handeling import BLIJFT, pagina


def _over(request: HttpRequest, rij: Roltoewijzing) -> dict:
    (vermelding,) = schermen.vermeldingen([rij], klok.vandaag())
    return {
        "terug": reverse("register:roltoewijzing", args=[rij.public_id]),
        "terug_tekst": "Naar de vermelding", "boven": vermelding.rol, "inleiding": vermelding.wie,
        "feiten": [("Waarop", vermelding.waarop), ("Periode nu", vermelding.periode)],
        "beletsel": rules.beletsel_register_muteren(request.actor) or rules.beletsel_gesloten(rij),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def overdragen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = schermen.roltoewijzing_met(id)
    form = RolOverdragenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        velden = {k: form.cleaned_data[k] for k in (
            "per", "begin", "besluit", "reden", "gat_toelichting", "uitzondering",
        )}
        nieuw = uitvoeren(request, form, lambda: domein.rol_overdragen(
            toewijzing=rij, medewerker=form.cleaned_data["persoon"], door=request.actor,
            nu=klok.nu(), **velden,
        ))
        if nieuw:
            return klaar(
                request, "De rol is overgedragen.", "register:roltoewijzing", nieuw.public_id
            )
    uitleg = [
        "Het einde van de een en het begin van de ander zijn één handeling: lukt het begin niet, "
        "dan blijft alles zoals het was.",
        "Begint de opvolger later, dan is er een gat. Dat kan, met uitleg.", BLIJFT,
    ]
    return pagina(
        request, form, titel="Rol overdragen", knop="Draag de rol over", uitleg=uitleg,
        **_over(request, rij),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def waarnemen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = schermen.roltoewijzing_met(id)
    form = WaarnemingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        velden = {k: form.cleaned_data[k] for k in ("begin", "einde", "besluit", "uitzondering")}
        nieuw = uitvoeren(request, form, lambda: waarneming_vastleggen(
            toewijzing=rij, medewerker=form.cleaned_data["persoon"], door=request.actor,
            nu=klok.nu(), **velden,
        ))
        if nieuw:
            return klaar(
                request, "De waarneming staat in het register.", "register:roltoewijzing",
                nieuw.public_id,
            )
    uitleg = [
        "De houder blijft de houder. Wie waarneemt, heeft tijdelijk de rechten van de rol.",
        "Een waarnemer mag alleen beslissen over wat de mandaatregeling aan een waarnemer geeft.",
        "De waarneming stopt vanzelf op de einddatum, of eerder als de houder stopt.",
    ]
    return pagina(
        request, form, titel="Waarneming vastleggen", knop="Leg de waarneming vast",
        uitleg=uitleg, **_over(request, rij),
    )
