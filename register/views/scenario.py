"""What if: switch opdrachten and see the heat map answer; nothing is decided here (SCHERMEN 7)."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.fouten import eis
from config.kern.htmx import is_htmx, klaar, toon, uitvoeren
from config.kern.opmaak import maand_kort
from opgaven.domain import scenario as domein
from opgaven.models import Scenario
from opgaven.queries import opdracht_met
from opgaven.queries import scenario as lezen
from opgaven.rules import scenario as rules
from opgaven.scenario import basis, in_woorden, maanden_vanaf
from register.forms_scenario import KeuzeForm, ScenarioAgenderenForm, ScenarioForm
from register.queries import programma as sommen

WIJZIGBAAR = ["GET", "HEAD", "POST"]
PER_PAGINA, AANTAL_RIJEN = 20, 12


def _eis_inzien(request: HttpRequest) -> None:
    eis(rules.beletsel_scenario_inzien(request.actor))


@require_safe
def scenarios(request: HttpRequest) -> HttpResponse:
    _eis_inzien(request)
    pagina = Paginator(lezen.scenarios(), PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "register/scenario/lijst.html", {
        "pagina": pagina, "beletsel": rules.beletsel_scenario_maken(door=request.actor),
    })


@require_http_methods(WIJZIGBAAR)
def scenario_maken(request: HttpRequest) -> HttpResponse:
    _eis_inzien(request)
    van = request.GET.get("van", "")
    bron = lezen.scenario_met(UUID(van)) if _is_uuid(van) else None
    form = ScenarioForm(request.POST or None, initial={
        "begin": bron.begin if bron else klok.vandaag().replace(day=1),
        "maanden": bron.maanden if bron else 12,
        "naam": f"{bron.naam} (kopie)"[:120] if bron else "",
        "toelichting": bron.toelichting if bron else "",
    })
    if request.method == "POST" and form.is_valid() and (nieuw := uitvoeren(
        request, form, lambda: domein.scenario_maken(
            kopie_van=bron, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    )):
        return klaar(request, "Het scenario is klaar.", "register:scenario", nieuw.public_id)
    beletsel = rules.beletsel_scenario_maken(door=request.actor)
    gegevens = {"bron": bron, "beletsel": beletsel}
    return toon(request, "register/scenario/maken.html", gegevens, formulier=form)


def _is_uuid(tekst: str) -> bool:
    try:
        UUID(tekst)
    except ValueError:
        return False
    return True


def _beeld(scenario: Scenario, alles: bool = False) -> dict[str, Any]:
    """The heat map with and without the switches, from one reading of the programme."""
    keuzes = lezen.keuzes_van(scenario)
    stand = sommen.programma(maanden_vanaf(scenario.begin, scenario.maanden))
    gekozen = lezen.als_keuzes(keuzes)
    rijen = sommen.rijen_van(stand, gekozen)
    return {
        "scenario": scenario, "keuzes": [
            {
                "rij": k, "vorm": KeuzeForm(prefix=f"k{k.pk}", over=k.opdracht.naam, initial={
                    "is_aan": "ja" if k.is_aan else "nee", "maanden_later": k.maanden_later,
                    "fte_pct": k.fte_pct,
                }),
                "zin": in_woorden(gekozen[k.opdracht_id], basis(k.opdracht.status)),
                "fte": sommen.fte_van(stand, k.opdracht_id, gekozen[k.opdracht_id]),
                "fte_nu": sommen.fte_van(stand, k.opdracht_id, basis(k.opdracht.status)),
            }
            for k in keuzes
        ],
        "nu": sommen.totaal_van(sommen.rijen_van(stand, {})), "straks": sommen.totaal_van(rijen),
        **_kaart(stand, rijen, alles),
    }


def _kaart(stand: sommen.Programma, rijen: list[sommen.Rij], alles: bool) -> dict[str, Any]:
    return {
        "kolommen": [f"{maand_kort(m)} {m:%y}" for m in stand.maanden],
        "kaart": [(r.naam, "", r.cellen()) for r in (rijen if alles else rijen[:AANTAL_RIJEN])],
        "aantal_professies": len(rijen), "is_alles": alles or len(rijen) <= AANTAL_RIJEN,
    }


@require_safe
def scenario(request: HttpRequest, id: UUID) -> HttpResponse:
    _eis_inzien(request)
    rij, zoek = lezen.scenario_met(id), request.GET.get("zoek", "")[:200]
    beeld = _beeld(rij, alles="alles" in request.GET)
    gekozen = {k["rij"].opdracht_id for k in beeld["keuzes"]}
    return render(request, "register/scenario/scenario.html", {
        **beeld, "zoek": zoek, "scenario_id": str(rij.public_id),
        "te_schakelen": [
            (o, basis(o.status).is_aan) for o in lezen.te_schakelen(zoek) if o.pk not in gekozen
        ],
        "schakelen": rules.beletsel_scenariokeuze_zetten(scenario=rij, door=request.actor),
        "verwijderen": rules.beletsel_scenario_verwijderen(scenario=rij, door=request.actor),
        "agenderen": rules.beletsel_scenario_agenderen(scenario=rij, door=request.actor),
    })


@require_POST
def keuze_zetten(request: HttpRequest, id: UUID, opdracht: UUID) -> HttpResponse:
    """A switch: for htmx the new picture, else back to the page."""
    _eis_inzien(request)
    rij, werk = lezen.scenario_met(id), opdracht_met(opdracht)
    vorm = KeuzeForm(request.POST, prefix=request.POST.get("voor", "") or None)
    gelukt = vorm.is_valid() and uitvoeren(request, vorm, lambda: domein.scenariokeuze_zetten(
        scenario=rij, opdracht=werk, keuze=vorm.keuze(), door=request.actor, nu=klok.nu()
    ))
    return _antwoord(request, rij, vorm, bool(gelukt))


def _antwoord(request: HttpRequest, rij: Scenario, vorm: KeuzeForm, gelukt: bool) -> HttpResponse:
    if is_htmx(request) and gelukt:
        return render(request, "register/scenario/_beeld.html", _beeld(rij))
    if not gelukt:
        fouten = [zin for zinnen in vorm.errors.values() for zin in zinnen]
        return toon(request, "register/scenario/geweigerd.html", {
            "scenario": rij, "zin": fouten[0] if fouten else "Dit kan niet.",
        }, formulier=vorm)
    return klaar(request, "Het scenario is doorgerekend.", "register:scenario", rij.public_id)


@require_POST
def keuze_vervallen(request: HttpRequest, id: UUID, opdracht: UUID) -> HttpResponse:
    _eis_inzien(request)
    rij, werk = lezen.scenario_met(id), opdracht_met(opdracht)
    uitvoeren(request, None, lambda: domein.scenariokeuze_vervallen(
        scenario=rij, opdracht=werk, door=request.actor, nu=klok.nu()
    ))
    return klaar(request, "", "register:scenario", rij.public_id)


@require_POST
def scenario_verwijderen(request: HttpRequest, id: UUID) -> HttpResponse:
    _eis_inzien(request)
    rij = lezen.scenario_met(id)
    gelukt = uitvoeren(request, None, lambda: domein.scenario_verwijderen(
        scenario=rij, door=request.actor, nu=klok.nu()
    ))
    if gelukt:
        return klaar(request, "Het scenario is weg.", "register:scenarios")
    return klaar(request, "", "register:scenario", rij.public_id)


@require_safe
def scenarios_vergelijken(request: HttpRequest) -> HttpResponse:
    """Two sketches side by side, or one beside the programme of now."""
    _eis_inzien(request)
    alle = list(lezen.scenarios()[:100])
    namen = {str(s.public_id): s for s in alle}
    a, b = (namen.get(request.GET.get(kant, "")) for kant in ("a", "b"))
    gegevens: dict[str, Any] = {"alle": alle, "a": a, "b": b, "is_klaar": bool(a or b)}
    if a or b:
        gegevens |= _vergelijking(a, b)
    return render(request, "register/scenario/vergelijken.html", gegevens)


def _vergelijking(a: Scenario | None, b: Scenario | None) -> dict[str, Any]:
    eerst = a or b
    stand = sommen.programma(maanden_vanaf(eerst.begin, eerst.maanden))
    rijen_keuzes = [lezen.keuzes_van(s) if s else [] for s in (a, b)]
    links, rechts = (sommen.rijen_van(stand, lezen.als_keuzes(k)) for k in rijen_keuzes)
    per_opdracht: dict[Any, list[str]] = {}
    for kant, keuzes in enumerate(rijen_keuzes):
        for k, keuze in zip(keuzes, lezen.als_keuzes(keuzes).values(), strict=True):
            zinnen = per_opdracht.setdefault(k.opdracht, ["zoals nu", "zoals nu"])
            zinnen[kant] = in_woorden(keuze, basis(k.opdracht.status)) or "zoals nu"
    krap = {r.naam for r in [*links[:AANTAL_RIJEN], *rechts[:AANTAL_RIJEN]]}
    return {
        "kanten": [
            {
                "naam": s.naam if s else "Zoals nu", "totaal": sommen.totaal_van(rijen),
                **_kaart(stand, [r for r in rijen if r.naam in krap], True),
            }
            for s, rijen in ((a, links), (b, rechts))
        ],
        "verschillen": sommen.verschillen(links, rechts),
        "keuzes": [(o, *z) for o, z in per_opdracht.items() if z[0] != z[1]],
    }


@require_http_methods(WIJZIGBAAR)
def scenario_agenderen(request: HttpRequest, id: UUID) -> HttpResponse:
    """Make draft decisions of a sketch; the list itself is adopted elsewhere (R218, R220)."""
    _eis_inzien(request)
    rij, dag = lezen.scenario_met(id), klok.vandaag()
    lijsten = lezen.lijsten_voor_scenario()
    form = ScenarioAgenderenForm(request.POST or None, lijsten=lijsten)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: domein.scenario_agenderen(
            scenario=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        lijst = form.cleaned_data["besluitenlijst"]
        zin = "De punten staan als concept op de besluitenlijst."
        return klaar(request, zin, "opgaven:besluitenlijst", lijst.public_id)
    return toon(request, "register/scenario/agenderen.html", {
        "scenario": rij, "lijsten": lijsten,
        "punten": domein.punten_van(rij, lijsten[0] if lijsten else None, request.actor, dag),
        "beletsel": rules.beletsel_scenario_agenderen(scenario=rij, door=request.actor),
    }, formulier=form)
