"""Every transition of the state chart once, by its letter: actor, guard, effect (EISEN part 4)."""

import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from config.kern.actor import SYSTEEM
from config.kern.fouten import DomeinFout
from config.kern.models import Afwijking, Bericht
from config.kern.standaarden import STANDAARDEN
from config.kern.werkdagen import lokale_dag
from matching.domain.agendapunt import punt_agenderen, uitkomst_vastleggen
from matching.domain.aogroute import aanwijzen, aanwijzing_weigeren, aog_kiezen
from matching.domain.bijwerken import alles_bijwerken
from matching.domain.kandidaat import kandidaat_instemmen, kandidaat_kiezen, kandidaat_plaatsen
from matching.domain.match import instemming_geven
from matching.domain.matchtafel import sessie_openen, sessie_plannen
from matching.domain.matchvraag import matchvragen_bijwerken
from matching.domain.procedure import (
    fase_afsluiten,
    procedure_hervatten,
    procedure_intrekken,
    procedure_pauzeren,
)
from matching.domain.publicatie import publicatie_intrekken, tro_delen, tro_publiceren
from matching.domain.sluiten import sessie_sluiten
from matching.domain.termijnen import termijnen_verwerken
from matching.domain.tro import tro_bijwerken
from matching.domain.werving import werving_openen
from matching.enums import (
    Fase,
    InstemmingVan,
    MatchStatus,
    ReactieStatus,
    Trigger,
    Uitkomst,
    WervingReden,
    WervingSoort,
)
from matching.models import Agendapunt, Match, Matchvraag, Procedure, Termijn
from opgaven.domain.opdracht import opdracht_schrappen
from register.enums import RolCode
from register.models import Inzet
from register.queries import houder
from tests.factories.matching import (
    NU,
    Wereld,
    aog_procedure,
    beiden_ja,
    feestdagen,
    gedeeld,
    gepubliceerd,
    maak_wereld,
    reageer,
    team_procedure,
    voorgesteld,
)

pytestmark = pytest.mark.django_db
TAFELDAG = NU + timedelta(days=8)  # Tuesday 9 June 2026, the earliest date of what NU published
AOG_PERIODE = {"begin": date(2026, 7, 1), "einde": date(2027, 7, 1), "fte": Decimal("0.2")}


@pytest.fixture
def wereld():
    feestdagen()
    return maak_wereld()


def ververs(procedure: Procedure) -> Procedure:
    return Procedure.objects.select_related("matchvraag__opdracht").get(pk=procedure.pk)


def op_tafel(wereld: Wereld, procedure: Procedure, nu=TAFELDAG) -> Agendapunt:
    """An open session with this procedure as its one item."""
    door = wereld.als(wereld.pmanager, nu)
    sessie = sessie_plannen(
        datum=lokale_dag(nu), voorzitter=wereld.pmanager, door=door, nu=nu
    )
    punt = punt_agenderen(sessie=sessie, procedure=procedure, door=door, nu=nu)
    sessie_openen(sessie=sessie, door=door, nu=nu)
    return Agendapunt.objects.select_related("sessie", "procedure__matchvraag").get(pk=punt.pk)


def beslis(
    wereld: Wereld, punt: Agendapunt, uitkomst: str, wie=None, nu=TAFELDAG
) -> Procedure:
    """The table decides this item and the chair closes the session."""
    door = wereld.als(wereld.pmanager, nu)
    if wie is not None:
        if not punt.kandidaten.filter(medewerker=wie).exists():
            k = kandidaat_plaatsen(agendapunt=punt, medewerker=wie, bron="pmanager",
                                   argument="Past.", door=door, nu=nu)
            kandidaat_instemmen(kandidaat=k, akkoord=True, door=wereld.als(wie, nu), nu=nu)
        kandidaat_kiezen(kandidaat=punt.kandidaten.get(medewerker=wie), door=door, nu=nu)
    uitkomst_vastleggen(agendapunt=punt, uitkomst=uitkomst, motivering="Zo besloten.",
                        door=door, nu=nu)
    sessie_sluiten(sessie=punt.sessie, door=door, nu=nu)
    return ververs(punt.procedure)


def in_fase_2(wereld: Wereld) -> Procedure:
    procedure = gepubliceerd(wereld).procedure
    termijnen_verwerken(nu=TAFELDAG)
    return ververs(procedure)


def zin_van(opdracht, **velden) -> str:
    with pytest.raises(DomeinFout) as fout:
        opdracht(**velden)
    return fout.value.zin


def test_t0_a_final_besluitenlijst_makes_the_matchvragen(wereld):
    """T0, R231: trigger a, only for a dynamic opdracht, once."""
    wereld.opdracht.label = "stabiel"
    wereld.opdracht.save()
    stabiel = matchvragen_bijwerken(nu=NU)
    wereld.opdracht.label = "dynamisch"
    wereld.opdracht.save()

    assert (stabiel, matchvragen_bijwerken(nu=NU) > 0, matchvragen_bijwerken(nu=NU)) == (0, True, 0)
    vraag = Matchvraag.objects.filter(plaats="team").first()
    assert (vraag.trigger, vraag.besluit is not None) == (Trigger.BESLUITENLIJST, True)


def test_t1_sharing_starts_phase_0_with_its_timer(wereld):
    """T1, R243, R244: at least one P-team; they hear it; the term runs."""
    procedure = team_procedure(wereld)
    door = wereld.als(wereld.aog)

    assert zin_van(tro_delen, procedure=procedure, pteams=[], door=door, nu=NU) == (
        "Kies minstens één P-team."
    )
    tro_delen(procedure=procedure, pteams=[wereld.pteam], door=door, nu=NU)

    assert ververs(procedure).fase == Fase.INFORMEEL
    assert Termijn.objects.get(procedure=procedure, status="open").afleiding["moment"] == (
        "f0_termijn"
    )
    assert Bericht.objects.filter(sleutel__startswith="deling:").count() == 4


def test_t1_an_unfinished_tro_is_not_shared(wereld):
    """T1: beschrijving, duur, resultaat and niveau are there."""
    procedure = team_procedure(wereld)
    tro = procedure.matchvraag.tro
    tro.einde, tro.beoogd_resultaat = None, ""
    tro.save()

    assert zin_van(
        tro_delen, procedure=procedure, pteams=[wereld.pteam], door=wereld.als(wereld.aog), nu=NU
    ) == "Vul de TRO eerst aan: het beoogde resultaat en de einddatum ontbreekt nog."


def test_t2_phase_0_ends_in_a_match(wereld):
    """T2, E02."""
    match = beiden_ja(wereld, voorgesteld(wereld, gedeeld(wereld), wereld.mensen[0]))

    assert (match.procedure.fase, match.inzet is not None) == (Fase.GEMATCHT, True)


def test_t3_the_aog_publishes_and_the_wait_starts(wereld):
    """T3 (B), R250: discussion from the working day after the fifth."""
    publicatie = gepubliceerd(wereld)

    assert ververs(publicatie.procedure).fase == Fase.OPDRACHTENMARKT
    assert publicatie.vroegste_bespreekdatum == date(2026, 6, 9)


def test_t3_not_while_a_match_waits_for_consent(wereld):
    """T3, R245: its guard is 'no match'; the timer waits too and asks again later."""
    procedure = gedeeld(wereld)
    match = voorgesteld(wereld, procedure, wereld.mensen[0])

    assert zin_van(
        tro_publiceren, procedure=procedure, door=wereld.als(wereld.aog), nu=NU
    ) == "Er ligt een match voor. Wacht op de instemming, of trek die match eerst in."
    for dagen in (8, 15):
        termijnen_verwerken(nu=NU + timedelta(days=dagen))
    rust = ververs(procedure).fase
    instemming_geven(match=match, van=InstemmingVan.MEDEWERKER, akkoord=False, reden="Nee.",
                     door=wereld.als(wereld.mensen[0]), nu=NU + timedelta(days=16))
    termijnen_verwerken(nu=NU + timedelta(days=23))

    assert rust == Fase.INFORMEEL
    assert Match.objects.get(pk=match.pk).status == MatchStatus.AFGEWEZEN
    assert ververs(procedure).fase == Fase.OPDRACHTENMARKT


def test_t4_a_match_from_the_market_closes_it_and_answers_all(wereld):
    """T4, E03, R252."""
    publicatie = gepubliceerd(wereld)
    for mens in wereld.mensen[:2]:
        reageer(publicatie, mens)
    nu = TAFELDAG
    beiden_ja(wereld, voorgesteld(wereld, publicatie.procedure, wereld.mensen[0], nu), nu)

    publicatie.refresh_from_db()
    assert publicatie.gesloten_op == nu
    assert {r.medewerker: r.status for r in publicatie.reacties.all()} == {
        wereld.mensen[0]: ReactieStatus.GEKOZEN, wereld.mensen[1]: ReactieStatus.NIET_GEKOZEN,
    }


def test_t5_the_timer_makes_it_available_for_the_table_once(wereld):
    """T5 (C), R260, R299: not a minute early, not twice."""
    procedure = gepubliceerd(wereld).procedure
    termijnen_verwerken(nu=TAFELDAG - timedelta(hours=12, minutes=1))
    te_vroeg = ververs(procedure).fase

    termijnen_verwerken(nu=TAFELDAG - timedelta(hours=12))
    termijnen_verwerken(nu=TAFELDAG)

    assert (te_vroeg, ververs(procedure).fase) == (Fase.OPDRACHTENMARKT, Fase.MATCHTAFEL)
    assert procedure.overgangen.filter(naar=Fase.MATCHTAFEL).count() == 1


def test_t6_withdrawn_from_the_market_leaves_nothing_waiting(wereld):
    """T6, R255: who reacted hears it, the moments rest, a proposal falls with it."""
    publicatie = gepubliceerd(wereld)
    reageer(publicatie, wereld.mensen[0])
    nu = TAFELDAG - timedelta(hours=12)
    match = voorgesteld(wereld, publicatie.procedure, wereld.mensen[0], nu)

    publicatie_intrekken(
        publicatie=publicatie, reden="Er verandert iets.", door=wereld.als(wereld.aog, nu), nu=nu
    )

    procedure = ververs(publicatie.procedure)
    assert procedure.fase == Fase.INGETROKKEN
    assert not Termijn.objects.filter(procedure=procedure, status="open").exists()
    assert Match.objects.get(pk=match.pk).status == MatchStatus.AFGEWEZEN
    assert Bericht.objects.filter(
        ontvanger=wereld.mensen[0].gebruiker, sleutel__startswith="vervallen:"
    ).count() == 1
    assert zin_van(
        instemming_geven, match=match, van=InstemmingVan.MEDEWERKER, akkoord=True,
        door=wereld.als(wereld.mensen[0], nu), nu=nu,
    ) == "Over deze match is al beslist."


def test_t7_published_again_is_a_full_new_wait(wereld):
    """T7, R255, E25: number two has its own earliest date."""
    eerste = gepubliceerd(wereld)
    door, nu = wereld.als(wereld.aog), NU + timedelta(days=2)
    publicatie_intrekken(publicatie=eerste, reden="x", door=door, nu=nu)

    tweede = tro_publiceren(procedure=ververs(eerste.procedure), door=door, nu=nu)

    assert (tweede.nummer, tweede.vroegste_bespreekdatum) == (2, date(2026, 6, 11))
    termijnen_verwerken(nu=TAFELDAG)
    assert ververs(eerste.procedure).fase == Fase.OPDRACHTENMARKT


def test_t7_a_material_change_is_a_republication(wereld):
    """R256: niveau, duur, resultaat or fte of a published TRO; a typo is not."""
    publicatie = gepubliceerd(wereld)
    door, procedure = wereld.als(wereld.aog), publicatie.procedure
    tro_bijwerken(procedure=procedure, velden={"wat": "Adviseren over natuur."}, door=door, nu=NU)
    zin = zin_van(tro_bijwerken, procedure=procedure, velden={"fte": Decimal("0.3")}, door=door,
                  nu=NU)
    later = NU + timedelta(days=1)
    tro_bijwerken(procedure=procedure, velden={"fte": Decimal("0.3")}, opnieuw_publiceren=True,
                  door=door, nu=later)

    nummers = list(procedure.publicaties.order_by("nummer").values_list("nummer", "reden"))
    assert zin.startswith("Je verandert het resultaat, de duur, de fte of het niveau")
    assert nummers == [(1, "De opdracht is gewijzigd."), (2, "")]
    assert procedure.publicaties.get(nummer=2).vroegste_bespreekdatum == date(2026, 6, 10)


def test_t8_the_table_matches_and_two_consents_make_it_definitive(wereld):
    """T8, E05, R264."""
    procedure = in_fase_2(wereld)
    na = beslis(wereld, op_tafel(wereld, procedure), Uitkomst.GEMATCHT, wereld.mensen[0])
    match = Match.objects.get(procedure=procedure)
    wacht = (na.fase, match.status, Inzet.objects.count())
    match = beiden_ja(wereld, match, TAFELDAG)

    assert wacht == (Fase.MATCHTAFEL, MatchStatus.VOORGESTELD, 0)
    assert (match.procedure.fase, Inzet.objects.count()) == (Fase.GEMATCHT, 1)


def test_t9_held_items_come_back(wereld):
    """T9."""
    procedure = in_fase_2(wereld)
    na = beslis(wereld, op_tafel(wereld, procedure), Uitkomst.AANHOUDEN)
    volgende = op_tafel(wereld, na, TAFELDAG + timedelta(days=1))

    assert (na.fase, volgende.procedure_id) == (Fase.MATCHTAFEL, procedure.pk)


def test_t10_back_to_the_aog_is_a_new_round(wereld):
    """T10: the market closes, a new publication is a new wait."""
    procedure = in_fase_2(wereld)
    na = beslis(wereld, op_tafel(wereld, procedure), Uitkomst.TERUG_NAAR_AOG)
    nieuw = tro_publiceren(procedure=na, door=wereld.als(wereld.aog, TAFELDAG), nu=TAFELDAG)

    assert (na.fase, na.ronde) == (Fase.CONCEPT, 2)
    assert nieuw.vroegste_bespreekdatum == date(2026, 6, 17)


@pytest.fixture
def in_fase_3(wereld):
    return beslis(wereld, op_tafel(wereld, in_fase_2(wereld)), Uitkomst.NAAR_EXTERN)


def werf(wereld: Wereld, procedure: Procedure):
    return werving_openen(
        procedure=procedure, soort=WervingSoort.INHUUR, reden=WervingReden.EXTRA,
        motivering="Niemand vrij.", pteam=wereld.pteam, begin=date(2026, 7, 1),
        einde=date(2027, 1, 1), vwnw_bekeken=True, door=wereld.als(wereld.pmanager, TAFELDAG),
        nu=TAFELDAG,
    )


def test_t11_without_a_match_the_table_sends_it_outside(wereld, in_fase_3):
    """T11 (D)."""
    assert in_fase_3.fase == Fase.EXTERN
    assert werf(wereld, in_fase_3).pteam == wereld.pteam


def test_t12_filled_from_outside(wereld, in_fase_3):
    """T12: by the P-manager who recruits, not by the AOG; the consents stay needed."""
    werf(wereld, in_fase_3)
    assert zin_van(voorgesteld, wereld=wereld, procedure=in_fase_3, wie=wereld.mensen[0],
                   nu=TAFELDAG) == "Alleen de P-manager die werft stelt hier een match voor."
    als_aog, wereld.aog = wereld.aog, wereld.pmanager
    match = voorgesteld(wereld, in_fase_3, wereld.mensen[0], TAFELDAG)
    wereld.aog = als_aog

    assert beiden_ja(wereld, match, TAFELDAG).procedure.fase == Fase.GEMATCHT


def test_t13_not_filled_needs_a_reason(wereld, in_fase_3):
    """T13, R287."""
    werf(wereld, in_fase_3)
    stap = {"procedure": in_fase_3, "naar": Fase.NIET_VERVULD, "nu": TAFELDAG,
            "door": wereld.als(wereld.pmanager, TAFELDAG)}

    assert zin_van(fase_afsluiten, reden=" ", **stap) == "Schrijf op waarom."
    fase_afsluiten(reden="Niemand gevonden.", **stap)
    assert ververs(in_fase_3).fase == Fase.NIET_VERVULD


def test_t14_stopping_with_a_reason_by_aog_or_dd_only(wereld):
    """T14: from any active phase; nothing waits any more; who reacted may come back (T7)."""
    publicatie = gepubliceerd(wereld)
    reageer(publicatie, wereld.mensen[0])
    procedure = publicatie.procedure

    assert zin_van(procedure_intrekken, procedure=procedure, reden="x", nu=NU,
                   door=wereld.als(wereld.mensen[0])) == (
        "Alleen de AOG of de domeindirecteur kan deze procedure intrekken."
    )
    procedure_intrekken(procedure=procedure, reden="De opdracht stopt.",
                        door=wereld.als(wereld.dd), nu=NU)

    assert ververs(procedure).fase == Fase.INGETROKKEN
    assert not Termijn.objects.filter(procedure=procedure, status="open").exists()


def test_t15_a_cancelled_opdracht_ends_its_searches(wereld):
    """T15: by the program only, and everybody who reacted gets an answer."""
    publicatie = gepubliceerd(wereld)
    reactie = reageer(publicatie, wereld.mensen[0])
    opdracht_schrappen(opdracht=wereld.opdracht, reden="Geen geld.", door=SYSTEEM, nu=NU)
    alles_bijwerken(nu=NU)

    reactie.refresh_from_db()
    assert ververs(publicatie.procedure).fase == Fase.VERVALLEN
    assert (reactie.status, reactie.antwoord) == (
        ReactieStatus.NIET_GEKOZEN, "De opdracht gaat niet door."
    )


def test_t16_a_pause_stops_everything_and_never_shortens_the_wait(wereld):
    """T16, R304."""
    publicatie = gepubliceerd(wereld)
    door, procedure = wereld.als(wereld.aog), publicatie.procedure
    procedure_pauzeren(procedure=procedure, reden="Eerst overleg.", door=door, nu=NU)
    termijnen_verwerken(nu=TAFELDAG)
    rust = ververs(procedure).fase
    reactie = reageer(publicatie, wereld.mensen[0], TAFELDAG)
    procedure_hervatten(procedure=procedure, door=door, nu=TAFELDAG)
    publicatie.refresh_from_db()
    termijnen_verwerken(nu=TAFELDAG)

    assert rust == Fase.OPDRACHTENMARKT
    assert reactie.status == ReactieStatus.INGEDIEND  # R254: reacting goes on
    assert publicatie.vroegste_bespreekdatum == date(2026, 6, 9)
    assert ververs(procedure).fase == Fase.MATCHTAFEL


# -- the route of the AOG -------------------------------------------------------------------


@pytest.fixture
def zonder_aog():
    feestdagen()
    return maak_wereld(met_aog=False)


def geadviseerd(wereld: Wereld) -> Procedure:
    """E and F by the real commands: on an agenda at once, and an advice."""
    punt = op_tafel(wereld, aog_procedure(wereld))
    als_pm = punt.sessie.voorzitter
    k = kandidaat_plaatsen(agendapunt=punt, medewerker=wereld.mensen[0], bron="pmanager",
                           argument="Stevige regisseur.", door=wereld.als(als_pm, TAFELDAG),
                           nu=TAFELDAG)
    kandidaat_instemmen(kandidaat=k, akkoord=True, door=wereld.als(wereld.mensen[0], TAFELDAG),
                        nu=TAFELDAG)
    return beslis(wereld, punt, Uitkomst.ADVIES, wereld.mensen[0])


def test_e_an_aog_place_needs_no_market_wait(zonder_aog):
    """E, R288: it starts in phase 2."""
    procedure = aog_procedure(zonder_aog)

    assert (procedure.fase, procedure.publicaties.count()) == (Fase.MATCHTAFEL, 0)
    assert op_tafel(zonder_aog, procedure).sessie.status == "open"


def test_f_the_table_advises_and_the_dd_hears_it(zonder_aog):
    """F, R289: an advice with at least one candidate; never a match."""
    procedure = geadviseerd(zonder_aog)

    assert procedure.fase == Fase.KEUZE_DD
    assert not Match.objects.filter(procedure=procedure).exists()


def test_g_another_than_advised_needs_a_motivation(zonder_aog):
    """G, R289."""
    procedure = geadviseerd(zonder_aog)
    keuze = {"procedure": procedure, "medewerker": zonder_aog.aog, "nu": TAFELDAG,
             "door": zonder_aog.als(zonder_aog.dd, TAFELDAG), **AOG_PERIODE}

    with pytest.raises(DomeinFout):
        aog_kiezen(**keuze)
    aog_kiezen(afwijking_van_advies="Kent het gebied.", **keuze)

    assert ververs(procedure).fase == Fase.AANWIJZING
    assert Afwijking.objects.get().regel == "advies_matchtafel_niet_gevolgd"


def gekozen(wereld: Wereld) -> Match:
    procedure = geadviseerd(wereld)
    aog_kiezen(procedure=procedure, medewerker=wereld.aog, nu=TAFELDAG,
               afwijking_van_advies="Kent het gebied.",
               door=wereld.als(wereld.dd, TAFELDAG), **AOG_PERIODE)
    return Match.objects.get(procedure=procedure)


def test_h_designation_needs_both_consents_and_writes_the_register(zonder_aog):
    """H, R288."""
    wereld, match = zonder_aog, gekozen(zonder_aog)
    door = wereld.als(wereld.dmo, TAFELDAG)
    zin = zin_van(aanwijzen, match=match, door=door, nu=TAFELDAG)
    for van, wie in ((InstemmingVan.MEDEWERKER, wereld.aog),
                     (InstemmingVan.PMANAGER, wereld.pmanager2)):
        instemming_geven(match=match, van=van, akkoord=True, door=wereld.als(wie, TAFELDAG),
                         nu=TAFELDAG)
    aanwijzen(match=match, door=door, nu=TAFELDAG)

    assert zin == "De instemming van medewerker en p-manager is er nog niet."
    assert houder(RolCode.AOG, wereld.opdracht, date(2026, 7, 1)).medewerker_id == wereld.aog.pk


def test_x_a_refusal_goes_to_the_directieteam(zonder_aog):
    """X, R290: with a reason, to provinciesecretaris and directie."""
    wereld, match = zonder_aog, gekozen(zonder_aog)
    aanwijzing_weigeren(match=match, reden="Te weinig ruimte.",
                        door=wereld.als(wereld.dmo, TAFELDAG), nu=TAFELDAG)

    assert ververs(match.procedure).fase == Fase.GEEN_OVEREENSTEMMING


def test_a_match_says_why_for_the_organisation_and_for_the_person(wereld):
    """R230: two motivations, neither may be empty."""
    procedure = gedeeld(wereld)
    for veld in ("motivatie_organisatie", "motivatie_persoon"):
        with pytest.raises(DomeinFout) as fout:
            voorgesteld(wereld, procedure, wereld.mensen[0], **{veld: " "})
        assert fout.value.beletsel.veld == veld


def test_what_the_sources_do_not_say_is_marked(db):
    """R235: the memo matchingsproces is absent, so its numbers are settings 'niet in bron'."""
    for sleutel in ("F0_TERMIJN_WERKDAGEN", "F0_RESPIJT_WERKDAGEN", "F2_MAX_WERKDAGEN",
                    "F3_SIGNAAL_WERKDAGEN", "TAFELNOTITIE_BEWAARDAGEN"):
        assert STANDAARDEN[sleutel].niet_in_bron


def test_every_letter_of_the_state_chart_has_a_test_here():
    """The table of part 4 and this file stay together."""
    namen = re.findall(r"def test_([a-z]\d*)_", Path(__file__).read_text())

    assert {n.upper() for n in namen} >= {f"T{n}" for n in range(17)} | {"E", "F", "G", "H", "X"}
