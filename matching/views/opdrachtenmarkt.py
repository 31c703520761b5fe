"""The opdrachtenmarkt: look, understand, react, and follow the own reactions (SCHERMEN 1, 2)."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok
from config.kern.htmx import toon
from matching.domain import fasen
from matching.domain import publicatie as domein
from matching.enums import Fase, ReactieStatus
from matching.forms import BevestigForm, ReactieForm, RedenForm
from matching.models import TRO, Reactie
from matching.queries import markt as vragen
from matching.queries import pagina
from matching.queries import zoekopdracht as zoeken
from matching.queries.marktfilter import Filter
from matching.rules import publicatie as rules
from matching.views.formulier import handeling
from pdomein.models import Medewerker
from pdomein.queries import ppp_momentopname

MAX_KAARTEN = 240


@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    medewerker = pagina.medewerker_van(request.actor.medewerker_id)
    dag = klok.vandaag()
    aantal = _aantal(request)
    filter = Filter.uit(request.GET, sorteer="passend" if medewerker else "nieuwste")
    markt = vragen.markt(
        filter, medewerker=medewerker, dag=dag, maandag=dag - timedelta(days=dag.weekday()),
        aantal=aantal,
    )
    gegevens = {
        "markt": markt, "filter": filter, "medewerker": medewerker,
        "binnenkort": vragen.binnenkort(), "meer_url": _meer(request, aantal),
        "aantal_zoekopdrachten": zoeken.aantal_zoekopdrachten(medewerker),
        "sorteringen": _sorteringen(request, filter.sorteer, medewerker),
    }
    return toon(request, "matching/markt/lijst.html", gegevens)


def _aantal(request: HttpRequest) -> int:
    gevraagd = request.GET.get("aantal", "")
    if not gevraagd.isdecimal():
        return vragen.PER_KEER
    return min(max(int(gevraagd[:4]), vragen.PER_KEER), MAX_KAARTEN)


def _meer(request: HttpRequest, aantal: int) -> str:
    vraag = request.GET.copy()
    vraag["aantal"] = str(aantal + vragen.PER_KEER)
    return f"?{vraag.urlencode()}"


def _sorteringen(
    request: HttpRequest, gekozen: str, medewerker: Medewerker | None
) -> list[tuple[str, str, bool]]:
    namen = [("nieuwste", "Nieuwste eerst"), ("datum", "Eerst op de matchtafel")]
    if medewerker is not None:
        namen.insert(0, ("passend", "Past bij jou"))
    tabs = []
    for sleutel, label in namen:
        vraag = request.GET.copy()
        vraag["sorteer"] = sleutel
        vraag.pop("aantal", None)
        tabs.append((label, f"?{vraag.urlencode()}", sleutel == gekozen))
    return tabs


@require_safe
def tonen(request: HttpRequest, id: UUID) -> HttpResponse:
    publicatie = pagina.publicatie_met(id)
    medewerker = pagina.medewerker_van(request.actor.medewerker_id)
    dag = klok.vandaag()
    tro = publicatie.procedure.matchvraag.tro
    competenties = pagina.competenties_van(tro)
    kaart = vragen.kaart_van(publicatie, competenties, medewerker, dag)
    gegevens = {
        "publicatie": publicatie, "kaart": kaart, "tro": tro, "procedure": publicatie.procedure,
        "competenties": competenties,
        "beletsel": rules.beletsel_reactie_indienen(
            publicatie, medewerker, door=request.actor, dag=dag
        ),
        "regel": fasen.regel_van(publicatie.procedure), "niveau": _niveau(tro),
        "medewerker": medewerker,
    }
    return toon(request, "matching/markt/tonen.html", gegevens)


def _niveau(tro: TRO) -> str:
    if not tro.schaal_van or not tro.schaal_tot:
        return ""
    if tro.schaal_van == tro.schaal_tot:
        return f"schaal {tro.schaal_van}"
    return f"schaal {tro.schaal_van} t/m {tro.schaal_tot}"


@require_http_methods(["GET", "POST"])
def reactie_indienen(request: HttpRequest, id: UUID) -> HttpResponse:
    publicatie = pagina.publicatie_met(id)
    medewerker = pagina.medewerker_van(request.actor.medewerker_id)
    form = ReactieForm(request.POST or None)
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.reactie_indienen(
            publicatie=publicatie, medewerker=medewerker, door=request.actor, nu=klok.nu(),
            **form.cleaned_data,
        ),
        zin="Je reactie is verstuurd. Je kunt haar hier volgen.",
        naar=reverse("matching:reacties"), terug=reverse("matching:markt-opdracht", args=[id]),
        titel="Reageren", knop="Reactie versturen", leesbaar=True,
        beletsel=rules.beletsel_reactie_indienen(
            publicatie, medewerker, door=request.actor, dag=klok.vandaag()
        ),
        sjabloon="matching/markt/reageren.html", publicatie=publicatie,
        **_voorbeeld(medewerker),
    )


def _voorbeeld(medewerker: Medewerker | None) -> dict[str, Any]:
    """Exactly what the other side will see, with and without the wishes (SCHERMEN 2)."""
    if medewerker is None or not hasattr(medewerker, "ppp"):
        return {"profiel": None, "wensen": ""}
    met = ppp_momentopname(medewerker.ppp, met_wensen=True)
    wil = [c["naam"] for c in met["competenties"] if c["wil_ontwikkelen"]]
    return {
        "profiel": ppp_momentopname(medewerker.ppp, met_wensen=False),
        "wensen": met["ontwikkelen"], "wil_ontwikkelen": wil, "naam": medewerker.naam,
    }


@require_safe
def reacties(request: HttpRequest) -> HttpResponse:
    medewerker = pagina.medewerker_van(request.actor.medewerker_id)
    rijen = vragen.reacties_van(medewerker) if medewerker else []
    dag = klok.vandaag()
    gegevens = {"rijen": [_eigen_rij(r, request, dag) for r in rijen]}
    return toon(request, "matching/markt/reacties.html", gegevens)


def _eigen_rij(reactie: Reactie, request: HttpRequest, dag: date) -> dict[str, Any]:
    publicatie = reactie.publicatie
    wacht = reactie.status == ReactieStatus.INGEDIEND
    van_markt = wacht and publicatie.ingetrokken_op is not None
    beletsel = rules.beletsel_reactie_intrekken(reactie, door=request.actor)
    return {
        "reactie": reactie, "publicatie": publicatie, "procedure": publicatie.procedure,
        "stappen": _stappen(reactie, van_markt), "beletsel_intrekken": beletsel,
        "van_markt": van_markt,
        "te_bevestigen": reactie.status == ReactieStatus.TE_BEVESTIGEN,
        "te_wijzigen": not van_markt
        and rules.beletsel_reactie_wijzigen(reactie, door=request.actor) is None,
    }


def _stappen(reactie: Reactie, van_markt: bool) -> list[tuple[str, str, str]]:
    """The place of one reaction in the procedure, as a progress bar."""
    stap = {
        ReactieStatus.INGEDIEND: 1, ReactieStatus.TE_BEVESTIGEN: 1, ReactieStatus.OP_TAFEL: 2,
    }.get(ReactieStatus(reactie.status), 3)
    if stap == 1 and reactie.publicatie.procedure.fase == Fase.MATCHTAFEL:
        stap = 2
    hier = "nu" if stap < 3 else "gedaan"
    if van_markt or reactie.status in (ReactieStatus.INGETROKKEN, ReactieStatus.NIET_GEKOZEN):
        hier = "gestopt"
    return [
        (naam, "gedaan" if n < stap else hier if n == stap else "straks", "")
        for n, naam in enumerate(("Gereageerd", "Reactietijd", "Matchtafel", "Antwoord"))
    ]


@require_http_methods(["GET", "POST"])
def reactie_wijzigen(request: HttpRequest, id: UUID) -> HttpResponse:
    reactie = pagina.reactie_met(id, request.actor.medewerker_id)
    form = ReactieForm(request.POST or None, initial={
        "toelichting": reactie.toelichting, "deelt_wensen": reactie.deelt_wensen,
    })
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.reactie_wijzigen(
            reactie=reactie, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
        zin="Je reactie is gewijzigd.", naar=reverse("matching:reacties"),
        titel="Reactie wijzigen", knop="Opslaan",
        beletsel=rules.beletsel_reactie_wijzigen(reactie, door=request.actor),
        sjabloon="matching/markt/reageren.html", publicatie=reactie.publicatie,
        **_voorbeeld(reactie.medewerker),
    )


@require_http_methods(["GET", "POST"])
def reactie_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    reactie = pagina.reactie_met(id, request.actor.medewerker_id)
    form = RedenForm(request.POST or None, label="Wil je zeggen waarom?")
    form.fields["reden"].required = False
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.reactie_intrekken(
            reactie=reactie, reden=form.cleaned_data["reden"], door=request.actor, nu=klok.nu()
        ),
        zin="Je reactie is ingetrokken. Je profiel is bij deze opdracht gewist.",
        naar=reverse("matching:reacties"), titel="Reactie intrekken", knop="Intrekken",
        soort="gevaar", beletsel=rules.beletsel_reactie_intrekken(reactie, door=request.actor),
    )


@require_http_methods(["GET", "POST"])
def reactie_bevestigen(request: HttpRequest, id: UUID) -> HttpResponse:
    reactie = pagina.reactie_met(id, request.actor.medewerker_id)
    return handeling(
        request, formulier=BevestigForm(request.POST or None),
        opdracht=lambda: domein.reactie_bevestigen(
            reactie=reactie, door=request.actor, nu=klok.nu()
        ),
        zin="Je reactie doet weer mee.", naar=reverse("matching:reacties"),
        titel="Wil je nog?", knop="Ja, ik wil nog",
        inleiding="De opdracht is gewijzigd en staat opnieuw op de markt.",
        beletsel=rules.beletsel_reactie_bevestigen(reactie, door=request.actor),
    )
