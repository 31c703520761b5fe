"""Role x action: who may do what with an opdracht, for every command (EISEN table 2.3)."""

from datetime import date
from decimal import Decimal

import pytest

from config.kern.actor import SYSTEEM, Actor
from config.kern.enums import GremiumSoort
from config.kern.fouten import DomeinFout
from opgaven.domain import afhankelijkheid, dbi, jaarplan, scenario, weergave, werk
from opgaven.domain import besluitenlijst as lijsten
from opgaven.domain import capaciteitsvraag as vragen
from opgaven.domain import opdracht as opdrachten
from opgaven.domain import scope as scopes
from opgaven.domain.opgave import opgave_toedelen
from opgaven.domain.statuswijziging import opdracht_status_wijzigen
from opgaven.domain.toets import opdracht_toetsen
from opgaven.models import Herprogrammering
from opgaven.scenario import Keuze
from tests.factories.kern import NU, GebruikerFactory, GremiumFactory
from tests.factories.opgaven import (
    ODomeinFactory,
    OpdrachtFactory,
    OpgaveFactory,
    lijst_van,
    profiel,
    vraag,
)
from tests.factories.pdomein import PTeamFactory
from tests.opgaven.conftest import ROLLEN

pytestmark = pytest.mark.django_db

DD, AOG = "domeindirecteur", "aog"
VROEG = date(2026, 1, 5)
SCOPE = {"budget_materieel": Decimal(1), "mandaat": "m", "strategische_keuzes": "s"}
RISICO = {"omschrijving": "o", "kans": 1, "gevolg": 1, "maatregel": "m", "eigenaar": "e"}


def _agendeer(opdracht):
    return lijsten.opdracht_agenderen(
        opdracht=opdracht, besluitenlijst=lijst_van(), door=SYSTEEM, nu=NU
    )


def _scope(opdracht):
    return scopes.scope_voorstellen(opdracht=opdracht, **SCOPE, door=SYSTEEM, nu=NU)


def _mijlpaal(opdracht):
    return werk.mijlpaal_toevoegen(
        opdracht=opdracht, naam="m", datum=date(2026, 9, 1), door=SYSTEEM, nu=NU
    )


def _risico(opdracht):
    return werk.risico_toevoegen(opdracht=opdracht, **RISICO, door=SYSTEEM, nu=NU)


def _toedelen(opdracht, **door):
    return opgave_toedelen(
        opgave=OpgaveFactory(odomein=None), odomein=ODomeinFactory(), begin=date(2026, 7, 1),
        gremium=GremiumFactory(soort=GremiumSoort.O_BERAAD), **door,
    )


def _jaarplan(opdracht, door=SYSTEEM, nu=NU):
    type(opdracht).objects.filter(pk=opdracht.pk).update(label="stabiel")
    return jaarplan.jaarplantoedeling_voorstellen(
        opdracht=opdracht, pteam=PTeamFactory(), jaar=2026, fte=Decimal(1), marge_pct=10,
        door=door, nu=nu,
    )


def _afhankelijkheid(opdracht, door=SYSTEEM, nu=NU):
    return afhankelijkheid.afhankelijkheid_vastleggen(
        opdracht=opdracht, van=OpdrachtFactory(), soort="raakt", toelichting="t", door=door, nu=nu
    )


def _odomein():
    GremiumFactory(soort=GremiumSoort.DT)
    return ODomeinFactory()


def _weergave():
    wie = GebruikerFactory()
    return weergave.weergave_bewaren(naam="w", vraag="", door=Actor(wie.pk, wie.naam), nu=NU)


def _scenario(opdracht):
    rij = scenario.scenario_maken(naam="s", begin=date(2026, 6, 1), door=SYSTEEM, nu=NU)
    scenario.scenariokeuze_zetten(
        scenario=rij, opdracht=opdracht, keuze=Keuze(False), door=SYSTEEM, nu=NU
    )
    return rij


def _herprogrammering(opdracht):
    scenario.scenario_agenderen(
        scenario=_scenario(opdracht), besluitenlijst=lijst_van(datum=VROEG), door=SYSTEEM, nu=NU
    )
    return Herprogrammering.objects.get()


def _vastgesteld(opdracht):
    return jaarplan.jaarplantoedeling_vaststellen(
        toedeling=_jaarplan(opdracht), door=SYSTEEM, nu=NU
    )


# command: status of the opdracht, who may, how it is called (``d`` is door and nu)
MATRIX = {
    "opdracht_aanmaken": ("concept", {DD}, lambda o, **d: opdrachten.opdracht_aanmaken(
        opgave=o.opgave, profiel=profiel(naam="Nog een"), **d)),
    "deelopdracht_aanmaken": ("in_uitvoering", {AOG}, lambda o, **d:
        opdrachten.deelopdracht_aanmaken(bovenliggende=o, profiel=profiel(), **d)),
    "opdracht_wijzigen": ("concept", {DD, AOG}, lambda o, **d: opdrachten.opdracht_wijzigen(
        opdracht=o, profiel=profiel(), **d)),
    "opdracht_profiel_vaststellen": ("concept", {DD}, lambda o, **d:
        opdrachten.opdracht_profiel_vaststellen(opdracht=o, **d)),
    "opdracht_profiel_heropenen": ("getoetst", {DD}, lambda o, **d:
        opdrachten.opdracht_profiel_heropenen(opdracht=o, **d)),
    "opdracht_toetsen": ("profiel_vastgesteld", {"toetser"}, lambda o, **d: opdracht_toetsen(
        opdracht=o, onderdeel="financieel", uitkomst="positief", toelichting="t", **d)),
    "opdracht_agenderen": ("getoetst", {DD, "secretaris", "voorzitter"}, lambda o, **d:
        lijsten.opdracht_agenderen(opdracht=o, besluitenlijst=lijst_van(), **d)),
    "agendering_intrekken": ("getoetst", {DD, "secretaris", "voorzitter"}, lambda o, **d:
        lijsten.agendering_intrekken(programmering=_agendeer(o), **d)),
    "programmering_motiveren": ("getoetst", {"secretaris", "voorzitter"}, lambda o, **d:
        lijsten.programmering_motiveren(programmering=_agendeer(o), motivering="m", **d)),
    "besluit_agenderen": ("concept", {"secretaris", "voorzitter"}, lambda o, **d:
        lijsten.besluit_agenderen(besluitenlijst=lijst_van(), onderwerp="o", tekst="t", **d)),
    "besluitenlijst_vaststellen": ("getoetst", {"voorzitter"}, lambda o, **d:
        lijsten.besluitenlijst_vaststellen(
            besluitenlijst=_agendeer(o).besluit.besluitenlijst, **d)),
    "opdracht_temporiseren": ("in_uitvoering", {DD}, lambda o, **d:
        opdrachten.opdracht_temporiseren(opdracht=o, reden="r", **d)),
    "opdracht_hervatten": ("getemporiseerd", {DD}, lambda o, **d: opdrachten.opdracht_hervatten(
        opdracht=o, reden="r", **d)),
    "opdracht_schrappen": ("concept", {DD}, lambda o, **d: opdrachten.opdracht_schrappen(
        opdracht=o, reden="r", **d)),
    "opdracht_opleveren": ("in_uitvoering", {AOG}, lambda o, **d: opdrachten.opdracht_opleveren(
        opdracht=o, **d)),
    "opdracht_dechargeren": ("opgeleverd", {DD}, lambda o, **d: opdrachten.opdracht_dechargeren(
        opdracht=o, reden="r", **d)),
    "opdracht_status_wijzigen": ("in_uitvoering", {AOG}, lambda o, **d: opdracht_status_wijzigen(
        opdracht=o, naar="opgeleverd", **d)),
    "scope_voorstellen": ("in_uitvoering", {AOG}, lambda o, **d: scopes.scope_voorstellen(
        opdracht=o, **SCOPE, **d)),
    "scope_accorderen": ("in_uitvoering", {DD}, lambda o, **d: scopes.scope_accorderen(
        scope=_scope(o), **d)),
    "capaciteitsvraag_vastleggen": ("concept", {DD, AOG}, lambda o, **d:
        vragen.capaciteitsvraag_vastleggen(opdracht=o, vraag=vraag(omschrijving="n"), **d)),
    "capaciteitsvraag_wijzigen": ("concept", {DD, AOG}, lambda o, **d:
        vragen.capaciteitsvraag_wijzigen(
            capaciteitsvraag=o.capaciteitsvragen.get(plaats="team"), vraag=vraag(aantal=2), **d)),
    "capaciteitsvraag_verwijderen": ("concept", {DD, AOG}, lambda o, **d:
        vragen.capaciteitsvraag_verwijderen(
            capaciteitsvraag=o.capaciteitsvragen.get(plaats="team"), **d)),
    "mijlpaal_toevoegen": ("in_uitvoering", {DD, AOG, "aon"}, lambda o, **d:
        werk.mijlpaal_toevoegen(opdracht=o, naam="m", datum=date(2026, 9, 1), **d)),
    "mijlpaal_halen": ("in_uitvoering", {DD, AOG, "aon"}, lambda o, **d: werk.mijlpaal_halen(
        mijlpaal=_mijlpaal(o), **d)),
    "risico_toevoegen": ("in_uitvoering", {DD, AOG, "aon"}, lambda o, **d: werk.risico_toevoegen(
        opdracht=o, **RISICO, **d)),
    "risico_vervallen": ("in_uitvoering", {DD, AOG, "aon"}, lambda o, **d: werk.risico_vervallen(
        risico=_risico(o), **d)),
    "opgave_toedelen": ("concept", {"voorzitter_o_beraad"}, _toedelen),
    "afhankelijkheid_vastleggen": ("in_uitvoering", {DD, AOG, "aon"}, lambda o, **d:
        _afhankelijkheid(o, **d)),
    "afhankelijkheid_vervallen": ("in_uitvoering", {DD, AOG, "aon"}, lambda o, **d:
        afhankelijkheid.afhankelijkheid_vervallen(afhankelijkheid=_afhankelijkheid(o), **d)),
    "dbiuitzondering_vastleggen": ("concept", set(), lambda o, **d:
        dbi.dbiuitzondering_vastleggen(
            odomein=_odomein(), herziening_op=date(2027, 1, 1), motivering="m", **d)),
    "weergave_bewaren": ("concept", set(ROLLEN), lambda o, **d:
        weergave.weergave_bewaren(naam="w", vraag="", **d)),
    "weergave_verwijderen": ("concept", set(), lambda o, **d:
        weergave.weergave_verwijderen(weergave=_weergave(), **d)),
    "scenario_maken": ("in_uitvoering", {DD, "andere_dd", "secretaris", "voorzitter"},
        lambda o, **d: scenario.scenario_maken(naam="s", begin=date(2026, 6, 1), **d)),
    "scenariokeuze_zetten": ("in_uitvoering", set(), lambda o, **d:
        scenario.scenariokeuze_zetten(scenario=_scenario(o), opdracht=o, keuze=Keuze(False), **d)),
    "scenariokeuze_vervallen": ("in_uitvoering", set(), lambda o, **d:
        scenario.scenariokeuze_vervallen(scenario=_scenario(o), opdracht=o, **d)),
    "scenario_verwijderen": ("in_uitvoering", set(), lambda o, **d:
        scenario.scenario_verwijderen(scenario=_scenario(o), **d)),
    "scenario_agenderen": ("in_uitvoering", {"secretaris", "voorzitter"}, lambda o, **d:
        scenario.scenario_agenderen(
            scenario=_scenario(o), besluitenlijst=lijst_van(datum=VROEG), **d)),
    "herprogrammering_intrekken": ("in_uitvoering", {"secretaris", "voorzitter"}, lambda o, **d:
        scenario.herprogrammering_intrekken(herprogrammering=_herprogrammering(o), **d)),
    "jaarplantoedeling_voorstellen": ("in_uitvoering", {DD, AOG, "aon"}, lambda o, **d:
        _jaarplan(o, **d)),
    "jaarplantoedeling_vaststellen": ("in_uitvoering", set(), lambda o, **d:
        jaarplan.jaarplantoedeling_vaststellen(toedeling=_jaarplan(o), **d)),
    "jaarplantoedeling_afwijzen": ("in_uitvoering", set(), lambda o, **d:
        jaarplan.jaarplantoedeling_afwijzen(toedeling=_jaarplan(o), reden="r", **d)),
    "jaarplantoedeling_beeindigen": ("in_uitvoering", {DD, AOG, "aon"}, lambda o, **d:
        jaarplan.jaarplantoedeling_beeindigen(toedeling=_jaarplan(o), reden="r", **d)),
    "jaarplanbehoefte_melden": ("in_uitvoering", {DD, AOG, "aon"}, lambda o, **d:
        jaarplan.jaarplanbehoefte_melden(
            toedeling=_vastgesteld(o), fte=Decimal(1), toelichting="t", **d)),
}
# who may is proven per command in a file of its own
EIGEN_TEST = {
    "kader_vastleggen": "test_sturing", "opdracht_prioriteren": "test_sturing",
    "opdracht_verplaatsen": "test_sturing", "verantwoording_afleggen": "test_sturing",
    "knelpunt_melden": "test_aandacht", "knelpunt_aanpak_vaststellen": "test_aandacht",
    "knelpunt_oplossen": "test_aandacht", "escalatie_melden": "test_aandacht",
    "escalatie_opschalen": "test_aandacht", "escalatie_sluiten": "test_aandacht",
    "idee_indienen": "test_aandacht", "idee_intrekken": "test_aandacht",
    "idee_beantwoorden": "test_aandacht", "penc_moment_vastleggen": "test_penc",
    "momentopname_bevriezen": "test_penc",
}
# follows from a match that was allowed; asks only about the state
ZONDER_RECHT = {"opdracht_bemensing_bijwerken"}


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("opdracht_naam", MATRIX)
def test_only_these_roles_may(opdracht_naam, rol, als):
    status, mogen, doe = MATRIX[opdracht_naam]
    opdracht = OpdrachtFactory(status=status)
    assert status_van(lambda: doe(opdracht, door=als(rol, opdracht), nu=NU)) == (
        200 if rol in mogen else 403
    )


def status_van(doe):
    try:
        doe()
    except DomeinFout as fout:
        return fout.status
    return 200


def test_matrix_holds_every_command():
    import ast
    from pathlib import Path

    alle = {
        knoop.name
        for pad in Path(opdrachten.__file__).parent.glob("*.py")
        for knoop in ast.parse(pad.read_text()).body
        if isinstance(knoop, ast.FunctionDef) and not knoop.name.startswith("_")
        and {"door", "nu"} <= {a.arg for a in knoop.args.kwonlyargs}
    }
    assert alle - ZONDER_RECHT - EIGEN_TEST.keys() == set(MATRIX)
