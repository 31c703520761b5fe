"""Wage cost, flow and the Personeelsmonitor: only groups of five or more."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from config.kern import klok
from config.kern.htmx import toon
from config.kern.opmaak import dag_compact, euro, getal
from config.kern.xlsx_uit import MEDIATYPE, werkboek
from register.queries import doorstroom as stroom
from register.queries import loonkosten as kosten
from register.queries import personeelsmonitor as monitor
from register.views.capaciteit import als_csv, stuurder, tabs

PER_PAGINA = 25
KOSTEN_PER = {
    "domein": "Professioneel domein", "pteam": "P-team", "opdracht": "Opdracht",
}
STROOM_PER = {"pteam": "P-team", "cluster": "Cluster", "domein": "Professioneel domein"}


def _keuzes(keuzes: dict[str, str], per: str) -> list[tuple[str, str]]:
    return [
        (f"per {label if label.startswith('P-') else label.lower()}", f"?per={code}")
        for code, label in keuzes.items() if code != per
    ]


def _kosten(per: str) -> list[kosten.Kosten]:
    dag = klok.vandaag()
    return kosten.kosten_per_opdracht(dag) if per == "opdracht" else kosten.kosten_per(per, dag)


@require_safe
@stuurder
def loonkosten(request: HttpRequest) -> HttpResponse:
    """What people cost a year, against the budget of the source (R306)."""
    per = request.GET.get("per", "")
    per = per if per in KOSTEN_PER else "domein"
    geheel = kosten.concernkosten(klok.vandaag())
    pagina = Paginator(_kosten(per), PER_PAGINA).get_page(request.GET.get("pagina"))
    return toon(request, "register/cijfers/loonkosten.html", {
        "tabs": tabs("register:loonkosten"), "pagina": pagina, "per": KOSTEN_PER[per],
        "per_code": per, "keuzes": _keuzes(KOSTEN_PER, per), "geheel": geheel,
        "bedrag": euro(round(geheel.euro)) if geheel.is_te_tonen else "te weinig mensen",
        "budget": euro(geheel.budget), "soort": "let-op" if geheel.pct > 100 else "",
        "deel": f"{getal(geheel.pct, 0)}% van het budget" if geheel.is_te_tonen else "",
    })


@require_safe
@stuurder
def loonkosten_export(request: HttpRequest) -> HttpResponse:
    per = request.GET.get("per", "")
    per = per if per in KOSTEN_PER else "domein"
    return als_csv(f"loonkosten-per-{per}", kosten.KOLOMMEN, kosten.export_rijen(_kosten(per)))


@require_safe
@stuurder
def doorstroom(request: HttpRequest) -> HttpResponse:
    """Who came, moved and left; teams without movement stand on top (R370)."""
    per = request.GET.get("per", "")
    per = per if per in STROOM_PER else "domein"
    beeld = stroom.doorstroom(per, klok.vandaag())
    pagina = Paginator(beeld.stromen, PER_PAGINA).get_page(request.GET.get("pagina"))
    return toon(request, "register/cijfers/doorstroom.html", {
        "tabs": tabs("register:doorstroom"), "beeld": beeld, "pagina": pagina,
        "stille": beeld.stille[:50], "aantal_stil": len(beeld.stille), "per": STROOM_PER[per],
        "per_code": per, "keuzes": _keuzes(STROOM_PER, per),
        "periode": f"{dag_compact(beeld.van)} tot {dag_compact(beeld.tot)}",
        "kwartalen": [
            (f"{1 + (k.month - 1) // 3}e kwartaal {k.year}", rij) for k, rij in beeld.kwartalen
        ],
    })


@require_safe
@stuurder
def doorstroom_export(request: HttpRequest) -> HttpResponse:
    per = request.GET.get("per", "")
    per = per if per in STROOM_PER else "domein"
    rijen = stroom.export_rijen(stroom.doorstroom(per, klok.vandaag()))
    return als_csv(f"doorstroom-per-{per}", stroom.KOLOMMEN, rijen)


@require_safe
@stuurder
def personeelsmonitor(request: HttpRequest) -> HttpResponse:
    """The seven headings with their definitions; what is not in Inzet says so (R389)."""
    cijfers = monitor.monitor(klok.vandaag())
    return toon(request, "register/cijfers/personeelsmonitor.html", {
        "tabs": tabs("register:personeelsmonitor"), "vandaag": klok.vandaag(),
        "onderdelen": [(k, [c for c in cijfers if c.onderdeel == k]) for k in monitor.KOPPEN],
    })


@require_safe
@stuurder
def personeelsmonitor_export(request: HttpRequest) -> HttpResponse:
    rijen = monitor.export_rijen(monitor.monitor(klok.vandaag()))
    return als_csv("personeelsmonitor", monitor.KOLOMMEN, rijen)


@require_safe
@stuurder
def personeelsmonitor_xlsx(request: HttpRequest) -> HttpResponse:
    """The same rows for a spreadsheet, with a sheet of definitions."""
    rijen = monitor.export_rijen(monitor.monitor(klok.vandaag()))
    inhoud = werkboek([
        ("Personeelsmonitor", monitor.KOLOMMEN, [[r[k] for k in monitor.KOLOMMEN] for r in rijen]),
        ("Definities", ("cijfer", "definitie"), list(monitor.DEFINITIES.items())),
    ])
    antwoord = HttpResponse(inhoud, content_type=MEDIATYPE)
    naam = f"personeelsmonitor-{klok.vandaag().isoformat()}.xlsx"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord
