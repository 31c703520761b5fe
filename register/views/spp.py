"""Five years ahead per professie, with the assumptions people made (R308-R314)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok
from config.kern.actor import Recht
from config.kern.grafieken import Reeks
from config.kern.htmx import klaar, toon, uitvoeren
from config.kern.opmaak import getal
from pdomein.domain import spp as domein
from pdomein.rules import spp as regels
from register.forms_capaciteit import SPPAannameForm, SPPOpmerkingForm
from register.queries import spp as queries
from register.spp import Jaar
from register.views.capaciteit import als_csv, stuurder, tabs


def _reeksen(jaren: list[Jaar]) -> list[Reeks]:
    return [
        Reeks("Vaste mensen", [float(j.vast) for j in jaren], "vlak"),
        Reeks("Flexibele schil", [float(j.flexibel) for j in jaren], "voorlopig"),
        Reeks("Verwachte vraag", [float(j.vraag) for j in jaren], "lijn"),
    ]


def _rij(lijn: queries.Lijn) -> dict[str, Any]:
    return {
        "naam": lijn.professie.naam, "domein": lijn.domein, "nu": lijn.nu, "straks": lijn.straks,
        "actie": lijn.actie,
        "url": reverse("register:spp-professie", args=[lijn.professie.public_id]),
    }


@require_safe
@stuurder
def spp(request: HttpRequest) -> HttpResponse:
    geheel = queries.planning(klok.vandaag())
    laag, hoog = geheel.flex_band
    return toon(request, "register/spp/overzicht.html", {
        "tabs": tabs("register:spp"), "geheel": geheel, "nu": geheel.totaal[0],
        "straks": geheel.totaal[-1], "koppen": [str(j) for j in geheel.jaren],
        "reeksen": _reeksen(list(geheel.totaal)), "laag": laag, "hoog": hoog,
        "flex_tekst": f"{getal(geheel.flex_pct, 0)}% van het aanbod",
        "eind_aanbod": f"Aanbod {geheel.jaren[-1]}", "eind_vraag": f"Vraag {geheel.jaren[-1]}",
        "rijen": [_rij(lijn) for lijn in geheel.lijnen],
        "buiten_band": not laag <= geheel.flex_pct <= hoog,
    })


@require_safe
@stuurder
def spp_export(request: HttpRequest) -> HttpResponse:
    actie = request.GET.get("actie", "")
    rijen = queries.export_rijen(queries.planning(klok.vandaag()), actie)
    return als_csv("personeelsplanning", queries.KOLOMMEN, rijen)


@require_safe
@stuurder
def spp_professie(request: HttpRequest, id: UUID) -> HttpResponse:
    geheel, lijn = queries.lijn_van(id, klok.vandaag())
    eigen = queries.teams_voor(
        lijn.professie, request.actor.objecten(Recht.PTEAM_LEIDEN, "pteam")
    )
    aannames = list(queries.aannames_van(lijn.professie)[:50])
    return toon(request, "register/spp/professie.html", {
        "lijn": lijn, "koppen": [str(j) for j in geheel.jaren],
        "reeksen": _reeksen(list(lijn.jaren)) if lijn.jaren else [], "aannames": aannames,
        "beletsel": regels.beletsel_spp_recht(
            pteam=eigen[0] if eigen else None, door=request.actor
        ),
    })


@require_http_methods(["GET", "HEAD", "POST"])
@stuurder
def spp_aanname_vastleggen(request: HttpRequest, id: UUID) -> HttpResponse:
    dag, actor = klok.vandaag(), request.actor
    geheel, lijn = queries.lijn_van(id, dag)
    eigen = queries.teams_voor(lijn.professie, actor.objecten(Recht.PTEAM_LEIDEN, "pteam"))
    formulier = SPPAannameForm(
        request.POST or None, jaren=geheel.jaren, teams=eigen,
        mag_geheel=regels.beletsel_spp_recht(pteam=None, door=actor) is None,
    )
    if request.method == "POST" and formulier.is_valid() and uitvoeren(
        request, formulier,
        lambda: domein.spp_aanname_vastleggen(
            professie=lijn.professie, door=actor, nu=klok.nu(), **formulier.cleaned_data
        ),
    ):
        return klaar(
            request, "De aanname is vastgelegd.", "register:spp-professie",
            lijn.professie.public_id,
        )
    beletsel = regels.beletsel_spp_recht(pteam=eigen[0] if eigen else None, door=actor)
    return toon(request, "register/spp/aanname_vastleggen.html", {
        "lijn": lijn, "beletsel": beletsel,
    }, formulier=formulier)


@require_http_methods(["GET", "HEAD", "POST"])
def spp_opmerking_plaatsen(request: HttpRequest, id: UUID) -> HttpResponse:
    """An AOG reacts to an assumption (R309)."""
    aanname = queries.aanname_met(id)
    formulier = SPPOpmerkingForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid() and uitvoeren(
        request, formulier,
        lambda: domein.spp_opmerking_plaatsen(
            aanname=aanname, door=request.actor, nu=klok.nu(), **formulier.cleaned_data
        ),
    ):
        return klaar(
            request, "Je opmerking staat bij de aanname.", "register:spp-professie",
            aanname.professie.public_id,
        )
    return toon(request, "register/spp/opmerking_plaatsen.html", {
        "aanname": aanname,
        "beletsel": regels.beletsel_spp_opmerking_plaatsen(
            aanname=aanname, tekst="x", door=request.actor
        ),
    }, formulier=formulier)
