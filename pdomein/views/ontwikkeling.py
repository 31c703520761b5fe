"""Learning: the own agreements, those of a person for the P-manager, and numbers of a team."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.csv_uit import csv_regels
from config.kern.fouten import eis
from config.kern.htmx import klaar, terug, toon, uitvoeren
from pdomein import queries
from pdomein.afspraak import Afspraak
from pdomein.domain import ontwikkeling as domein
from pdomein.forms_ontwikkeling import AfsluitenForm, AfspraakForm, BasisonderdeelForm, BudgetForm
from pdomein.models import Medewerker, Ontwikkelafspraak
from pdomein.queries import ontwikkeling as leren
from pdomein.queries import pppkring
from pdomein.queries.pppkring import professies
from pdomein.queries.teamplan import teamplanstanden
from pdomein.rules import ontwikkeling as rules
from pdomein.views.ppp import geen_medewerker, zelf_van


def _lijst(request: HttpRequest, persoon: Medewerker, **extra: Any) -> HttpResponse:
    dag = klok.vandaag()
    rijen = domein.ontwikkelafspraken_inzien(
        medewerker=persoon, door=request.actor, nu=klok.nu()
    )
    return render(request, "pdomein/ontwikkeling/lijst.html", {
        "persoon": persoon, "rijen": rijen, "leertijd": leren.leertijd_van(persoon, dag),
        "basispakket": leren.basispakket_van(persoon, dag),
        "is_eigen": persoon.pk == request.actor.medewerker_id,
        "pmanager": queries.pmanager_van(persoon, dag), **extra,
    })


@never_cache
@require_safe
def mijn_ontwikkeling(request: HttpRequest) -> HttpResponse:
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    return _lijst(request, zelf)


def _persoon(request: HttpRequest, id: UUID) -> Medewerker:
    """Somebody whose agreements this reader may see; for others there is nothing here."""
    persoon = queries.medewerker_met(id)
    if queries.lezer_van(request.actor, persoon, klok.vandaag()) == queries.COLLEGA:
        raise Http404("Hier is niets te zien.")
    return persoon


@never_cache
@require_safe
def ontwikkeling_van(request: HttpRequest, id: UUID) -> HttpResponse:
    return _lijst(request, _persoon(request, id))


def _form(request: HttpRequest, begin: dict[str, Any]) -> AfspraakForm:
    dag = klok.vandaag()
    return AfspraakForm(
        request.POST if request.method == "POST" else None, initial=begin,
        themas=leren.thema_keuzes(dag), competenties=queries.competentie_keuzes(dag, erbij=[
            str(begin.get("competentie", "")), request.POST.get("competentie", "")
        ]),
    )


def _inhoud(form: AfspraakForm, basisonderdeel: Any = None) -> Afspraak:
    velden = dict(form.cleaned_data)
    code, competentie = velden.pop("thema"), velden.pop("competentie")
    return Afspraak(
        thema=leren.thema_met(code), basisonderdeel=basisonderdeel,
        competentie=queries.competentie_met(competentie) if competentie else None, **velden,
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def voorstellen(request: HttpRequest, id: UUID) -> HttpResponse:
    persoon, dag = _persoon(request, id), klok.vandaag()
    basis = leren.basisonderdeel_voor(persoon, request.GET.get("basis", ""), dag)
    begin = {"begin": dag} | ({
        "doel": basis.naam, "soort": "verplicht", "vorm": "training", "route": "opleiding",
        "academie_code": basis.academie_code, "thema": basis.thema.code if basis.thema else "",
    } if basis else {})
    form = _form(request, begin)
    if form.is_valid() and (
        afspraak := uitvoeren(
            request, form,
            lambda: domein.ontwikkelafspraak_voorstellen(
                medewerker=persoon, inhoud=_inhoud(form, basis), door=request.actor, nu=klok.nu()
            ),
        )
    ):
        zin = "Het voorstel is bewaard. De ander krijgt bericht."
        return klaar(request, zin, "pdomein:ontwikkelafspraak", afspraak.public_id)
    gegevens = {"persoon": persoon, "is_eigen": persoon.pk == request.actor.medewerker_id}
    return toon(request, "pdomein/ontwikkeling/voorstellen.html", gegevens, formulier=form)


def _begin(afspraak: Ontwikkelafspraak) -> dict[str, Any]:
    velden = (
        "doel", "vorm", "route", "soort", "begin", "klaar_op", "uren", "goede_gesprek_op",
        "academie_code", "academie_url",
    )
    return {v: getattr(afspraak, v) for v in velden} | {
        "thema": afspraak.thema.code if afspraak.thema else "",
        "competentie": str(afspraak.competentie.public_id) if afspraak.competentie else "",
    }


@never_cache
@require_safe
def afspraak(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, lezer = leren.afspraak_voor(request.actor, id, klok.vandaag())
    domein.ontwikkelafspraken_inzien(medewerker=rij.medewerker, door=request.actor, nu=klok.nu())
    return _pagina(request, rij, lezer)


def _pagina(
    request: HttpRequest, rij: Ontwikkelafspraak, lezer: str, **extra: Any
) -> HttpResponse:
    gegevens = {
        "afspraak": rij, "lezer": lezer, "persoon": rij.medewerker,
        "is_eigen": lezer == rules.EIGEN, "is_open": rij.status in rules.OPEN,
        "beletsel_instemmen": rules.beletsel_ontwikkelafspraak_instemmen(
            afspraak=rij, lezer=lezer
        ),
        "afsluitform": AfsluitenForm(), "budgetform": BudgetForm(initial={"budget": rij.budget}),
    }
    return toon(
        request, "pdomein/ontwikkeling/afspraak.html", gegevens | extra,
        formulier=extra.get("fout"),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def wijzigen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, _ = leren.afspraak_voor(request.actor, id, klok.vandaag())
    form = _form(request, _begin(rij))
    if form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.ontwikkelafspraak_wijzigen(
            afspraak=rij, inhoud=_inhoud(form, rij.basisonderdeel), door=request.actor,
            nu=klok.nu(),
        ),
    ):
        zin = "De wijziging is bewaard. De ander moet opnieuw instemmen."
        return klaar(request, zin, "pdomein:ontwikkelafspraak", id)
    gegevens = {"persoon": rij.medewerker, "afspraak": rij}
    return toon(request, "pdomein/ontwikkeling/wijzigen.html", gegevens, formulier=form)


@require_POST
def instemmen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, _ = leren.afspraak_voor(request.actor, id, klok.vandaag())
    if uitvoeren(
        request, None,
        lambda: domein.ontwikkelafspraak_instemmen(
            afspraak=rij, door=request.actor, nu=klok.nu()
        ),
    ):
        return klaar(request, "Je bent akkoord.", "pdomein:ontwikkelafspraak", id)
    return terug(request, "pdomein:ontwikkelafspraak", id)


@never_cache
@require_POST
def afsluiten(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, lezer = leren.afspraak_voor(request.actor, id, klok.vandaag())
    form = AfsluitenForm(request.POST)
    if form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.ontwikkelafspraak_afsluiten(
            afspraak=rij, is_gedaan=form.cleaned_data["uitkomst"] == "gedaan",
            evaluatie=form.cleaned_data["evaluatie"], door=request.actor, nu=klok.nu(),
        ),
    ):
        return klaar(request, "De afspraak is afgesloten.", "pdomein:ontwikkelafspraak", id)
    return _pagina(request, rij, lezer, afsluitform=form, fout=form)


@never_cache
@require_POST
def budget(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, lezer = leren.afspraak_voor(request.actor, id, klok.vandaag())
    form = BudgetForm(request.POST)
    if form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.opleidingsbudget_besluiten(
            afspraak=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Het budget is vastgelegd.", "pdomein:ontwikkelafspraak", id)
    return _pagina(request, rij, lezer, budgetform=form, fout=form)


@require_safe
def team(request: HttpRequest, id: UUID) -> HttpResponse:
    """How a team learns: hours and the split, never a person (R148)."""
    pteam, dag = queries.pteam_met(id), klok.vandaag()
    return render(request, "pdomein/ontwikkeling/team.html", {
        "pteam": pteam, "leertijd": leren.leertijd_van_team(pteam, dag), "jaar": dag.year,
    })


@never_cache
@require_safe
def schouw(request: HttpRequest, id: UUID) -> HttpResponse:
    """The team on one page for a P-schouw: numbers, and no judgment of a person (R336)."""
    pteam, dag = queries.pteam_met(id), klok.vandaag()
    eis(rules.beletsel_schouw_inzien(pteam=pteam, door=request.actor))
    return render(request, "pdomein/ontwikkeling/schouw.html", {
        "pteam": pteam, "omvang": queries.omvang_van(pteam, dag),
        "pmanager": queries.pmanager_van_team(pteam, dag),
        "groepen": leren.opbouw_van_team(pteam, dag),
        "dekking": pppkring.dekking_op(queries.leden_van(pteam, dag), dag),
        "leertijd": leren.leertijd_van_team(pteam, dag),
        "competenties": leren.kracht_van_team(pteam, dag),
        "stand": teamplanstanden([pteam.pk], dag)[pteam.pk], "dag": dag,
    })


@require_http_methods(["GET", "HEAD", "POST"])
def basispakket(request: HttpRequest) -> HttpResponse:
    dag, vakken = klok.vandaag(), {p.code: p for p in professies()}
    form = BasisonderdeelForm(
        request.POST or None, themas=leren.thema_keuzes(dag),
        vakken=[(code, p.naam) for code, p in vakken.items()],
    )
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.basisonderdeel_vastleggen(
            door=request.actor, nu=klok.nu(), **form.cleaned_data | {
                "thema": leren.thema_met(form.cleaned_data["thema"]),
                "professie": vakken.get(form.cleaned_data["professie"]),
            },
        ),
    ):
        return klaar(request, "Het basispakket is bijgewerkt.", "pdomein:basispakket")
    gegevens = {
        "onderdelen": leren.basisonderdelen(dag),
        "beletsel": rules.beletsel_basispakket_beheren(door=request.actor),
    }
    return toon(request, "pdomein/ontwikkeling/basispakket.html", gegevens, formulier=form)


@require_POST
def basisonderdeel_vervallen(request: HttpRequest, id: UUID) -> HttpResponse:
    onderdeel = leren.basisonderdeel_met(id)
    if uitvoeren(
        request, None,
        lambda: domein.basisonderdeel_vervallen(
            onderdeel=onderdeel, door=request.actor, nu=klok.nu()
        ),
    ):
        return klaar(request, "Het onderdeel is vervallen.", "pdomein:basispakket")
    return terug(request, "pdomein:basispakket")


@require_safe
def leervraag_csv(request: HttpRequest) -> StreamingHttpResponse:
    """What people want to learn, in numbers, for the Academie (R394)."""
    eis(rules.beletsel_leervraag_inzien(door=request.actor))
    rijen = leren.leervraag(klok.vandaag())
    kolommen = ["code", "competentie", "wil_groeien", "met_afspraak"]
    antwoord = StreamingHttpResponse(
        csv_regels(kolommen, rijen), content_type="text/csv; charset=utf-8"
    )
    antwoord["Content-Disposition"] = 'attachment; filename="leervraag.csv"'
    return antwoord
