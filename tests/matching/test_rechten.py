"""Role × action: every command of the procedure, asked by every role (BETROUWBAAR 2.12, 2.19).

The table says who may; everybody else gets 403 with a sentence and nothing changes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction

from config.kern.actor import NIEMAND, SYSTEEM, Actor
from config.kern.fouten import DomeinFout
from config.kern.models import Instelling
from matching.domain import (
    aogroute,
    match,
    matchvraag,
    procedure,
    publicatie,
    tro,
    vrijval,
    werving,
)
from matching.domain.inzien import reacties_inzien
from matching.enums import DelingAntwoord, Fase, InstemmingVan, WervingReden, WervingSoort
from matching.models import Match, Vrijval
from opgaven.enums import PlaatsSoort
from register.enums import RolCode
from tests.factories.matching import (
    NU,
    Wereld,
    aog_procedure,
    aon_procedure,
    gedeeld,
    gepubliceerd,
    maak_wereld,
    reageer,
    rol,
    team_procedure,
    voorgesteld,
)
from tests.factories.pdomein import MedewerkerFactory
from tests.matching.test_werving import vervuld

pytestmark = pytest.mark.django_db
ROLLEN = (
    "aog", "aon", "dd", "dmo", "pmanager", "pmanager2", "medewerker", "collega", "recruiter",
    "registerbeheerder", "beheerder", "verlopen_aog", "niemand",
)


@dataclass
class Geval:
    """One command in a state in which it may be asked; ``mag`` names the roles that may."""

    naam: str
    mag: set[str]
    opzet: Callable[[Wereld], Callable[[Actor], Any]]
    met_aog: bool = True


def tro_bijwerken(w):
    p = team_procedure(w)
    return lambda door: tro.tro_bijwerken(procedure=p, velden={"titel": "x"}, door=door, nu=NU)


def tro_delen(w):
    p = team_procedure(w)
    return lambda door: publicatie.tro_delen(procedure=p, pteams=[w.pteam], door=door, nu=NU)


def deling_beantwoorden(w):
    d = gedeeld(w).delingen.get()
    return lambda door: publicatie.deling_beantwoorden(
        deling=d, antwoord=DelingAntwoord.JA, door=door, nu=NU
    )


def tro_publiceren(w):
    p = gedeeld(w)
    return lambda door: publicatie.tro_publiceren(procedure=p, door=door, nu=NU)


def publicatie_intrekken(w):
    p = gepubliceerd(w)
    return lambda door: publicatie.publicatie_intrekken(
        publicatie=p, reden="x", door=door, nu=NU
    )


def reactie_indienen(w):
    p = gepubliceerd(w)
    return lambda door: publicatie.reactie_indienen(
        publicatie=p, medewerker=w.mensen[0], toelichting="x", door=door, nu=NU
    )


def reactie_wijzigen(w):
    r = reageer(gepubliceerd(w), w.mensen[0])
    return lambda door: publicatie.reactie_wijzigen(
        reactie=r, toelichting="x", door=door, nu=NU
    )


def reactie_intrekken(w):
    r = reageer(gepubliceerd(w), w.mensen[0])
    return lambda door: publicatie.reactie_intrekken(reactie=r, door=door, nu=NU)


def reacties_lezen(w):
    p = gepubliceerd(w).procedure
    return lambda door: reacties_inzien(procedure=p, door=door, nu=NU)


def procedure_intrekken(w):
    p = gedeeld(w)
    return lambda door: procedure.procedure_intrekken(procedure=p, reden="x", door=door, nu=NU)


def procedure_pauzeren(w):
    p = gedeeld(w)
    return lambda door: procedure.procedure_pauzeren(procedure=p, reden="x", door=door, nu=NU)


def procedure_hervatten(w):
    p = gedeeld(w)
    procedure.procedure_pauzeren(procedure=p, reden="x", door=w.als(w.aog), nu=NU)
    return lambda door: procedure.procedure_hervatten(procedure=p, door=door, nu=NU)


def procedure_laten_vervallen(w):
    p = gedeeld(w)
    return lambda door: procedure.procedure_laten_vervallen(
        procedure=p, reden="x", door=door, nu=NU
    )


def naar_matchtafel(w):
    p = gepubliceerd(w, NU.replace(month=4)).procedure
    return lambda door: procedure.fase_afsluiten(
        procedure=p, naar=Fase.MATCHTAFEL, door=door, nu=NU
    )


def match_voorstellen(w):
    p = gedeeld(w)
    return lambda door: match.match_voorstellen(
        procedure=p, medewerker=w.mensen[0], begin=date(2026, 7, 1), einde=date(2027, 1, 1),
        fte=Decimal("0.2"), motivatie_organisatie="x", motivatie_persoon="x", door=door, nu=NU,
    )


def instemming_medewerker(w):
    m = voorgesteld(w, gedeeld(w), w.mensen[0])
    return lambda door: match.instemming_geven(
        match=m, van=InstemmingVan.MEDEWERKER, akkoord=True, door=door, nu=NU
    )


def instemming_pmanager(w):
    m = voorgesteld(w, gedeeld(w), w.mensen[0])
    return lambda door: match.instemming_geven(
        match=m, van=InstemmingVan.PMANAGER, akkoord=True, door=door, nu=NU
    )


def match_intrekken(w):
    m = voorgesteld(w, gedeeld(w), w.mensen[0])
    return lambda door: match.match_intrekken(match=m, reden="x", door=door, nu=NU)


def _in_keuze(w):
    p = aog_procedure(w)
    procedure.fase_overgaan(procedure=p, naar=Fase.KEUZE_DD, door=SYSTEEM, nu=NU)
    return p


def aog_kiezen(w):
    p = _in_keuze(w)
    return lambda door: aogroute.aog_kiezen(
        procedure=p, medewerker=w.aog, begin=date(2026, 6, 1), einde=date(2027, 6, 1),
        fte=Decimal("0.2"), afwijking_van_advies="x", motivatie_matrix="x", door=door, nu=NU,
    )


def _gekozen(w) -> Match:
    aog_kiezen(w)(w.als(w.dd))
    m = Match.objects.get()
    m.instemmingen.update(akkoord=True, beantwoord_op=NU)
    return m


def aanwijzen(w):
    m = _gekozen(w)
    return lambda door: aogroute.aanwijzen(match=m, door=door, nu=NU)


def aon_accorderen(w):
    Instelling.objects.create(
        sleutel="AON_HANDTEKENING_DD", waarde=True, geldig_vanaf=date(2026, 1, 1), bron="test"
    )
    rol(RolCode.AOG, w.aog, w.opdracht)
    m = voorgesteld(
        w, aon_procedure(w), w.aon, begin=date(2026, 6, 1), einde=date(2027, 1, 1)
    )
    procedure.fase_overgaan(procedure=m.procedure, naar=Fase.AANWIJZING, door=SYSTEEM, nu=NU)
    return lambda door: aogroute.aon_accorderen(match=m, door=door, nu=NU)


def aanwijzing_weigeren(w):
    m = _gekozen(w)
    return lambda door: aogroute.aanwijzing_weigeren(match=m, reden="x", door=door, nu=NU)


def _in_fase_3(w):
    p = gepubliceerd(w).procedure
    for fase in (Fase.MATCHTAFEL, Fase.EXTERN):
        procedure.fase_overgaan(procedure=p, naar=fase, door=SYSTEEM, nu=NU)
    return p


def werving_openen(w):
    p = _in_fase_3(w)
    return lambda door: werving.werving_openen(
        procedure=p, soort=WervingSoort.VACATURE, reden=WervingReden.EXTRA, motivering="x",
        pteam=w.pteam, vwnw_bekeken=True, door=door, nu=NU,
    )


def werving_in_selectie(w):
    x = werving_openen(w)(w.als(w.pmanager))
    return lambda door: werving.werving_in_selectie(werving=x, door=door, nu=NU)


def werving_intrekken(w):
    x = werving_openen(w)(w.als(w.pmanager))
    return lambda door: werving.werving_intrekken(werving=x, reden="x", door=door, nu=NU)


def kennisoverdracht_vastleggen(w):
    aog = w.aog
    x = vervuld(w)
    w.aog = aog
    return lambda door: werving.kennisoverdracht_vastleggen(werving=x, hoe="x", door=door, nu=NU)


def niet_vervuld(w):
    x = werving_openen(w)(w.als(w.pmanager))
    return lambda door: procedure.fase_afsluiten(
        procedure=x.procedure, naar=Fase.NIET_VERVULD, reden="x", door=door, nu=NU
    )


def matchvraag_openen(w):
    return lambda door: matchvraag.matchvraag_openen(
        opdracht=w.opdracht, plaats=PlaatsSoort.AOG, reden="x", door=door, nu=NU
    )


def vrijval_beoordelen(w):
    v = Vrijval.objects.create(
        opdracht=w.opdracht, inzet="12345678-1234-5678-1234-567812345678", omschrijving="x",
        fte=1, ontstaan_op=NU,
    )
    return lambda door: vrijval.vrijval_beoordelen(
        vrijval=v, vervanging=False, opvang=True, door=door, nu=NU
    )


GEVALLEN = [
    Geval("tro_bijwerken", {"aog"}, tro_bijwerken),
    Geval("tro_delen", {"aog"}, tro_delen),
    Geval("deling_beantwoorden", {"pmanager"}, deling_beantwoorden),
    Geval("tro_publiceren", {"aog"}, tro_publiceren),
    Geval("publicatie_intrekken", {"aog", "dd"}, publicatie_intrekken),
    Geval("reactie_indienen", {"medewerker"}, reactie_indienen),
    Geval("reactie_wijzigen", {"medewerker"}, reactie_wijzigen),
    Geval("reactie_intrekken", {"medewerker"}, reactie_intrekken),
    Geval("reacties_inzien", {"aog"}, reacties_lezen),
    Geval("procedure_intrekken", {"aog", "dd"}, procedure_intrekken),
    Geval("procedure_pauzeren", {"aog"}, procedure_pauzeren),
    Geval("procedure_hervatten", {"aog"}, procedure_hervatten),
    Geval("procedure_laten_vervallen", set(), procedure_laten_vervallen),
    Geval("fase_afsluiten naar de matchtafel", {"aog", "pmanager", "pmanager2"}, naar_matchtafel),
    Geval("match_voorstellen", {"aog"}, match_voorstellen),
    Geval("instemming_geven als medewerker", {"medewerker"}, instemming_medewerker),
    Geval("instemming_geven als P-manager", {"pmanager"}, instemming_pmanager),
    Geval("match_intrekken", {"aog"}, match_intrekken),
    Geval("aog_kiezen", {"dd"}, aog_kiezen, met_aog=False),
    Geval("aanwijzen", {"dmo"}, aanwijzen, met_aog=False),
    Geval("aon_accorderen", {"dd"}, aon_accorderen, met_aog=False),
    Geval("aanwijzing_weigeren", {"dmo"}, aanwijzing_weigeren, met_aog=False),
    Geval("werving_openen", {"pmanager"}, werving_openen),
    Geval("werving_in_selectie", {"pmanager"}, werving_in_selectie),
    Geval("werving_intrekken", {"pmanager"}, werving_intrekken),
    Geval("kennisoverdracht_vastleggen", {"pmanager"}, kennisoverdracht_vastleggen),
    Geval("fase_afsluiten zonder resultaat", {"pmanager"}, niet_vervuld),
    Geval("matchvraag_openen", {"dd"}, matchvraag_openen, met_aog=False),
    Geval("vrijval_beoordelen", {"aog", "dd"}, vrijval_beoordelen),
]


def _actoren(w: Wereld) -> dict[str, Actor]:
    wie = {
        "aog": w.aog, "aon": w.aon, "dd": w.dd, "dmo": w.dmo, "pmanager": w.pmanager,
        "pmanager2": w.pmanager2, "medewerker": w.mensen[0], "collega": w.mensen[1],
    }
    for code in (RolCode.RECRUITER, RolCode.REGISTERBEHEERDER, RolCode.BEHEERDER):
        wie[code.value] = MedewerkerFactory(pteam=w.pteam2)
        rol(code, wie[code.value])
    actoren = {naam: w.als(mens) for naam, mens in wie.items()}
    verlopen = MedewerkerFactory(schaal=14, functiegroep="regisseur")
    rol(RolCode.AOG, verlopen, w.opdracht, begin=date(2025, 1, 1), einde=date(2026, 1, 1))
    actoren["verlopen_aog"] = w.als(verlopen)
    actoren["niemand"] = NIEMAND
    return actoren


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.naam)
def test_role_by_action(geval):
    wereld = maak_wereld(met_aog=geval.met_aog)
    opdracht = geval.opzet(wereld)
    actoren = _actoren(wereld)
    assert set(actoren) == set(ROLLEN)
    uitkomsten = {naam: _probeer(opdracht, actor) for naam, actor in actoren.items()}
    assert uitkomsten == {naam: 200 if naam in geval.mag else 403 for naam in ROLLEN}


def _probeer(opdracht: Callable[[Actor], Any], actor: Actor) -> int:
    """The status of one try; what it changed is taken back."""
    punt = transaction.savepoint()
    try:
        opdracht(actor)
        status = 200
    except DomeinFout as fout:
        status = fout.status
    transaction.savepoint_rollback(punt)
    return status


def test_every_command_is_in_the_matrix():
    """A new command in these files needs a line above."""
    from tests.test_huis import WORTEL, opdrachten_van

    bestanden = ("tro", "publicatie", "procedure", "match", "aogroute", "werving", "vrijval",
                 "matchvraag", "inzien")
    alle = {
        naam for b in bestanden for naam in opdrachten_van(WORTEL / f"matching/domain/{b}.py")
    }
    in_matrix = {g.naam.split()[0] for g in GEVALLEN}
    zonder = {
        "fase_overgaan": "internal: other commands ask the right",
        "match_vastleggen": "only after both consents; tested in test_procedure",
        "reactie_bevestigen": "own reaction, as reactie_intrekken; tested in test_termijnen",
    }
    assert alle - in_matrix == set(zonder)


def test_expired_role_is_no_right():
    """HUIS §2: the day after the role ended the AOG may nothing."""
    from config.kern.enums import BesluitSoort
    from register.domain.roltoewijzing import rol_beeindigen
    from register.models import Roltoewijzing
    from tests.factories.kern import BesluitFactory

    wereld = maak_wereld()
    p = gedeeld(wereld)
    rij = Roltoewijzing.objects.nu_bekend().get(rol__code=RolCode.AOG)
    rol_beeindigen(
        toewijzing=rij, per=date(2026, 6, 1), reden="Ander werk.", door=SYSTEEM, nu=NU,
        besluit=BesluitFactory(soort=BesluitSoort.BEEINDIGING),
    )
    with pytest.raises(DomeinFout) as fout:
        publicatie.tro_publiceren(procedure=p, door=wereld.als(wereld.aog), nu=NU)
    assert fout.value.status == 403
