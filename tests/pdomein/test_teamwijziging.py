"""The four acts of procedure H: plan, consultation, decision, the day (R167-R173)."""

from datetime import date, datetime, timedelta

import pytest

from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import GremiumSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht, Besluit
from config.kern.werkdagen import AMSTERDAM
from pdomein import queries
from pdomein.domain.pteam import aansluiting_vastleggen, plaatsing_vastleggen
from pdomein.domain.teamwijziging import (
    teamwijziging_plannen,
    teamwijziging_starten,
    teamwijziging_verdelen,
)
from pdomein.domain.teamwijziging_besluit import (
    raadpleging_beantwoorden,
    teamwijziging_besluiten,
    teamwijziging_intrekken,
    teamwijziging_voorleggen,
)
from pdomein.domain.teamwijziging_uitvoeren import (
    teamwijziging_uitvoeren,
    teamwijzigingen_verwerken,
)
from pdomein.models import Plaatsing, PTeam, Teamwijziging
from pdomein.teamwijziging import Doel
from tests.factories.kern import GremiumFactory
from tests.factories.pdomein import MedewerkerFactory, PPPFactory, PTeamFactory, actor_van

JULI = date(2026, 7, 1)
OP_DE_DAG = datetime(2026, 7, 1, 0, 5, tzinfo=AMSTERDAM)


@pytest.fixture
def beraad(db):
    return GremiumFactory(soort=GremiumSoort.P_BERAAD)


def leidt(wereld, pteam=None):
    pteam = pteam or wereld.pteam
    baas = queries.pmanager_van_team(pteam, date(2026, 6, 1))
    return actor_van(baas, (Recht.PTEAM_LEIDEN, pteam))


def iedereen_eens(wijziging, nu):
    for rij in wijziging.raadplegingen.filter(antwoord="open"):
        raadpleging_beantwoorden(raadpleging=rij, antwoord="eens", door=SYSTEEM, nu=nu)


def besloten(wijziging, nu, *, voorleggen=True):
    if voorleggen:
        wijziging = teamwijziging_voorleggen(wijziging=wijziging, door=SYSTEEM, nu=nu)
    iedereen_eens(wijziging, nu)
    wijziging.refresh_from_db()
    if not wijziging.is_overstap:
        wijziging = teamwijziging_besluiten(
            wijziging=wijziging, is_akkoord=True, door=SYSTEEM, nu=nu
        )
    return wijziging


def overstap(wereld, nu, *, per=JULI, naar=None, initiatief="medewerker", door=None, wie=None):
    wie = wie or wereld.lid
    wijziging = teamwijziging_starten(
        soort="overstappen", medewerker=wie, initiatief=initiatief, door=door or actor_van(wie),
        nu=nu,
    )
    return teamwijziging_plannen(
        wijziging=wijziging, ingangsdatum=per, reden="Past beter" if initiatief != "medewerker"
        else "", doelen=[Doel(naar or wereld.ander_team)], door=door or actor_van(wie), nu=nu,
    )


def thuis(wie, *dagen):
    return [queries.pteam_van(wie, d) for d in dagen]


def test_a_stranger_starts_nothing(wereld, nu):
    with pytest.raises(DomeinFout) as fout:
        teamwijziging_starten(
            soort="opheffen", pteams=[wereld.pteam], door=actor_van(wereld.collega), nu=nu
        )

    assert fout.value.status == 403


@pytest.mark.parametrize(("soort", "aantal", "zin"), [
    ("samenvoegen", 1, "Kies minstens één ander team om mee samen te gaan."),
    ("opheffen", 2, "Kies één P-team."),
    ("splitsen", 0, "Kies een P-team."),
    ("verkopen", 1, "Deze soort wijziging bestaat niet."),
    ("overstappen", 1, "Kies wie overstapt."),
])
def test_each_act_asks_for_its_own_number_of_teams(wereld, nu, soort, aantal, zin):
    teams = [wereld.pteam, wereld.ander_team][:aantal]

    with pytest.raises(DomeinFout) as fout:
        teamwijziging_starten(soort=soort, pteams=teams, door=SYSTEEM, nu=nu)

    assert fout.value.zin == zin


def test_a_team_has_one_structural_change_at_a_time(wereld, nu):
    def start():
        return teamwijziging_starten(
            soort="opheffen", pteams=[wereld.pteam], door=leidt(wereld), nu=nu
        )
    start()

    with pytest.raises(DomeinFout) as fout:
        start()

    assert fout.value.zin == "Er loopt al een wijziging van dit team: “Opheffen: Ecologie”."


def test_splitsen_of_eighteen_gives_two_teams_of_nine(wereld, beraad, nu):
    """E12, R167, R156: nobody in two or zero teams on any day, both teams have one P-manager."""
    leden = [wereld.lid] + [MedewerkerFactory(pteam=wereld.pteam) for _ in range(17)]
    baas = leidt(wereld)
    nieuwe = MedewerkerFactory(naam="Nina Smit")
    wijziging = teamwijziging_starten(soort="splitsen", pteams=[wereld.pteam], door=baas, nu=nu)
    wijziging = teamwijziging_plannen(
        wijziging=wijziging, ingangsdatum=JULI, reden="Te groot", grond="specialisatie",
        doelen=[Doel(wereld.pteam), Doel(naam="Ecologie water", pmanager=nieuwe, pct=50)],
        door=baas, nu=nu,
    )
    water = wijziging.doelteams[1]
    wijziging = teamwijziging_verdelen(
        wijziging=wijziging, verdeling=dict.fromkeys(leden[9:], water), door=baas, nu=nu
    )
    voor, na = queries.beeld(wijziging, date(2026, 6, 1))
    assert [b.aantal for b in voor] == [18]
    assert [(b.naam, b.aantal, b.past) for b in na] == [
        ("Ecologie", 9, True), ("Ecologie water", 9, True)
    ]
    wijziging = teamwijziging_voorleggen(wijziging=wijziging, door=baas, nu=nu)
    assert {r.rol for r in wijziging.raadplegingen.all()} == {
        "medewerker", "pmanager", "nieuwe_pmanager", "directeur_mo"
    }
    wijziging = besloten(wijziging, nu, voorleggen=False)
    assert teamwijzigingen_verwerken(nu=nu) == {}

    assert teamwijzigingen_verwerken(nu=OP_DE_DAG) == {"uitgevoerd": 1}

    nieuw = PTeam.objects.get(naam="Ecologie water")
    dagen = (JULI - timedelta(days=1), JULI, date(2027, 1, 1))
    assert thuis(leden[9], *dagen) == [wereld.pteam, nieuw, nieuw]
    assert thuis(leden[8], *dagen) == [wereld.pteam] * 3
    assert [queries.leden_van(t, JULI).count() for t in (wereld.pteam, nieuw)] == [9, 9]
    assert queries.pmanagers_per_team([wereld.pteam.pk, nieuw.pk], JULI) == {
        wereld.pteam.pk: wereld.pmanager, nieuw.pk: nieuwe
    }
    assert queries.pmanagement_pct(nieuwe, JULI) == 50
    formaties = PTeam.objects.filter(pk__in=[wereld.pteam.pk, nieuw.pk])
    assert sum(t.formatie_fte for t in formaties) == wereld.pteam.formatie_fte
    wijziging.refresh_from_db()
    assert (wijziging.status, wijziging.besluit.gremium) == ("uitgevoerd", beraad)
    voorstel = Bericht.objects.filter(onderwerp__startswith="Richt een vakgenootschap op")
    assert {b.ontvanger for b in voorstel} == {wereld.pmanager.gebruiker, nieuwe.gebruiker}
    assert "expertisecentrum" in voorstel[0].tekst


def test_samenvoegen_takes_people_guests_and_formatie_along(wereld, beraad, nu):
    """R168, R173, R127: the past members of the closed team can still be asked by date."""
    gast = MedewerkerFactory(pteam=PTeamFactory())
    extern = MedewerkerFactory(dienstverband="extern", pteam=wereld.ander_team)
    for wie in (gast, wereld.lid):
        aansluiting_vastleggen(
            medewerker=wie, pteam=wereld.ander_team, soort="gast", begin=date(2026, 5, 1),
            einde=None, door=SYSTEEM, nu=nu,
        )
    wijziging = teamwijziging_starten(
        soort="samenvoegen", pteams=[wereld.pteam, wereld.ander_team], door=leidt(wereld), nu=nu
    )
    wijziging = teamwijziging_plannen(
        wijziging=wijziging, ingangsdatum=JULI, reden="Te klein",
        doelen=[Doel(wereld.pteam, naam="Groen en data")], door=leidt(wereld), nu=nu,
    )
    besloten(wijziging, nu)

    teamwijzigingen_verwerken(nu=OP_DE_DAG + timedelta(days=4))

    wereld.pteam.refresh_from_db()
    wereld.ander_team.refresh_from_db()
    assert (wereld.pteam.naam, wereld.ander_team.einde) == ("Groen en data", JULI)
    assert set(queries.leden_van(wereld.pteam, JULI)) == {wereld.lid, wereld.collega}
    assert list(queries.leden_van(wereld.ander_team, date(2026, 6, 30))) == [wereld.collega]
    assert queries.pmanager_van_team(wereld.ander_team, JULI) is None
    assert {a.medewerker for a in queries.aangesloten_bij(wereld.pteam, JULI)} == {gast, extern}
    assert not queries.aangesloten_bij(wereld.ander_team, JULI).exists()
    assert wereld.pteam.formatie_fte == 24


def test_opheffen_needs_a_place_for_everybody(wereld, beraad, nu):
    """R168"""
    derde = PTeamFactory(naam="Bodem", pmanager=MedewerkerFactory())
    ander = MedewerkerFactory(naam="Bo Kok", pteam=wereld.pteam)
    baas = leidt(wereld)
    wijziging = teamwijziging_starten(soort="opheffen", pteams=[wereld.pteam], door=baas, nu=nu)
    wijziging = teamwijziging_plannen(
        wijziging=wijziging, ingangsdatum=JULI, reden="Te klein",
        doelen=[Doel(wereld.ander_team), Doel(derde)], door=baas, nu=nu,
    )
    eerste, tweede = wijziging.doelteams
    wijziging = teamwijziging_verdelen(
        wijziging=wijziging, verdeling={ander: tweede}, door=baas, nu=nu
    )
    with pytest.raises(DomeinFout) as fout:
        teamwijziging_voorleggen(wijziging=wijziging, door=baas, nu=nu)
    assert fout.value.zin == "Kies nog een team voor: Lies de Wit."
    wijziging = teamwijziging_verdelen(
        wijziging=wijziging, verdeling={ander: tweede, wereld.lid: eerste}, door=baas, nu=nu
    )
    besloten(wijziging, nu)
    later = MedewerkerFactory(in_dienst=date(2026, 6, 15), pteam=wereld.pteam)

    teamwijzigingen_verwerken(nu=OP_DE_DAG)

    assert thuis(wereld.lid, JULI) == thuis(later, JULI) == [wereld.ander_team]
    assert thuis(ander, JULI) == [derde]
    assert queries.leden_van(wereld.pteam, JULI).count() == 0
    with pytest.raises(DomeinFout):
        plaatsing_vastleggen(
            medewerker=wereld.lid, pteam=wereld.pteam, begin=date(2026, 6, 20), reden="Terug",
            door=SYSTEEM, nu=nu,
        )


def test_overstappen_needs_both_pmanagers(wereld, nu):
    """R172, D24: two confirmations make the decision; the PPP and the past stay."""
    PPPFactory(medewerker=wereld.lid)
    wijziging = overstap(wereld, nu)
    wijziging = teamwijziging_voorleggen(
        wijziging=wijziging, door=actor_van(wereld.lid), nu=nu
    )
    van, naar = wijziging.raadplegingen.order_by("pk")
    raadpleging_beantwoorden(
        raadpleging=van, antwoord="eens", door=actor_van(van.medewerker), nu=nu
    )
    wijziging.refresh_from_db()
    assert (wijziging.status, Besluit.objects.count()) == ("voorgelegd", 0)
    with pytest.raises(DomeinFout):
        raadpleging_beantwoorden(
            raadpleging=naar, antwoord="eens", door=actor_van(van.medewerker), nu=nu
        )
    raadpleging_beantwoorden(
        raadpleging=naar, antwoord="eens", door=actor_van(naar.medewerker), nu=nu
    )

    teamwijzigingen_verwerken(nu=OP_DE_DAG)

    wijziging.refresh_from_db()
    assert wijziging.status == "uitgevoerd"
    assert wijziging.besluit.hoedanigheid == "P-managers van Ecologie en Geodata"
    assert thuis(wereld.lid, date(2026, 6, 30), JULI) == [wereld.pteam, wereld.ander_team]
    assert queries.ppp_van(wereld.lid).gepubliceerd_op is not None


def test_one_no_ends_the_overstap(wereld, nu):
    wijziging = teamwijziging_voorleggen(
        wijziging=overstap(wereld, nu), door=actor_van(wereld.lid), nu=nu
    )
    rij = wijziging.raadplegingen.first()
    with pytest.raises(DomeinFout) as fout:
        raadpleging_beantwoorden(
            raadpleging=rij, antwoord="oneens", door=actor_van(rij.medewerker), nu=nu
        )
    assert fout.value.zin == "Vul in: de toelichting."

    raadpleging_beantwoorden(
        raadpleging=rij, antwoord="oneens", toelichting="Wij zitten vol",
        door=actor_van(rij.medewerker), nu=nu,
    )

    wijziging.refresh_from_db()
    assert wijziging.status == "afgewezen"
    assert Bericht.objects.filter(onderwerp="Je overstap gaat niet door").count() == 1


def test_overstappen_once_a_calendar_year(wereld, nu):
    """E11, R172: own initiative in March; again in October of that year is refused."""
    besloten(overstap(wereld, nu), nu)
    teamwijzigingen_verwerken(nu=OP_DE_DAG)
    oktober = datetime(2026, 10, 5, 9, 0, tzinfo=AMSTERDAM)

    with pytest.raises(DomeinFout) as fout:
        overstap(wereld, oktober, per=date(2026, 11, 1), naar=wereld.pteam)
    assert fout.value.zin == (
        "Je kunt één keer per jaar op eigen initiatief overstappen en dat is in 2026 al gebeurd. "
        "Vanaf 1 januari 2027 kan het weer."
    )
    with pytest.raises(DomeinFout):
        plaatsing_vastleggen(
            medewerker=wereld.lid, pteam=wereld.pteam, begin=date(2026, 11, 1),
            initiatief="medewerker", door=SYSTEEM, nu=oktober,
        )
    wijziging = Teamwijziging.objects.get(status="concept")
    teamwijziging_plannen(
        wijziging=wijziging, ingangsdatum=date(2027, 1, 1), doelen=[Doel(wereld.pteam)],
        door=actor_van(wereld.lid), nu=oktober,
    )
    teamwijziging_intrekken(
        wijziging=wijziging, reden="Toch niet", door=actor_van(wereld.lid), nu=oktober
    )
    anders = leidt(wereld, wereld.ander_team)
    assert overstap(
        wereld, oktober, per=date(2026, 11, 1), naar=wereld.pteam, initiatief="organisatie",
        door=anders,
    ).initiatief == "organisatie"


def test_nobody_starts_the_own_initiative_of_another(wereld, nu):
    with pytest.raises(DomeinFout) as fout:
        overstap(wereld, nu, door=leidt(wereld))

    assert fout.value.zin == "Een overstap op eigen initiatief vraag je zelf aan."


def test_a_decided_change_can_be_withdrawn_until_its_day(wereld, beraad, nu):
    """R173: after that it stands."""
    wijziging = besloten(overstap(wereld, nu), nu)
    teamwijziging_intrekken(
        wijziging=wijziging, reden="Toch niet", door=actor_van(wereld.lid), nu=nu
    )

    assert teamwijzigingen_verwerken(nu=OP_DE_DAG) == {}
    assert thuis(wereld.lid, JULI) == [wereld.pteam]
    with pytest.raises(DomeinFout) as fout:
        teamwijziging_intrekken(
            wijziging=wijziging, reden="Nog eens", door=actor_van(wereld.lid), nu=nu
        )
    assert fout.value.zin == "Dit plan is al afgesloten: ingetrokken."


def test_a_change_goes_in_once_and_only_on_its_day(wereld, nu):
    wijziging = besloten(overstap(wereld, nu), nu)
    with pytest.raises(DomeinFout) as fout:
        teamwijziging_uitvoeren(wijziging=wijziging, door=SYSTEEM, nu=nu)
    assert fout.value.zin == "Deze wijziging gaat pas in op wo 1 juli 2026."

    assert teamwijzigingen_verwerken(nu=OP_DE_DAG) == {"uitgevoerd": 1}
    assert teamwijzigingen_verwerken(nu=OP_DE_DAG) == {}
    with pytest.raises(DomeinFout):
        teamwijziging_uitvoeren(wijziging=wijziging, door=SYSTEEM, nu=OP_DE_DAG)
    assert Plaatsing.objects.filter(medewerker=wereld.lid).count() == 2


def test_only_the_p_beraad_decides_and_not_who_made_the_plan(wereld, beraad, nu, maak_actor):
    """R125, R165, Q28, R419"""
    baas = leidt(wereld)
    wijziging = teamwijziging_starten(
        soort="samenvoegen", pteams=[wereld.pteam, wereld.ander_team], door=baas, nu=nu
    )
    wijziging = teamwijziging_plannen(
        wijziging=wijziging, ingangsdatum=JULI, reden="Te klein", doelen=[Doel(wereld.pteam)],
        door=baas, nu=nu,
    )
    wijziging = teamwijziging_voorleggen(wijziging=wijziging, door=baas, nu=nu)

    def besluit(door):
        return teamwijziging_besluiten(wijziging=wijziging, is_akkoord=True, door=door, nu=nu)

    with pytest.raises(DomeinFout) as fout:
        besluit(baas)
    assert fout.value.zin == "Alleen het P-beraad besluit over het wijzigen van P-teams."
    with pytest.raises(DomeinFout) as fout:
        besluit(actor_van(wereld.pmanager, (Recht.AFWIJKING_BESLUITEN, beraad)))
    assert fout.value.zin == "Je stelde dit plan zelf op. Een ander besluit."
    voorzitter = maak_actor(None, (Recht.AFWIJKING_BESLUITEN, beraad), medewerker_id=None)
    with pytest.raises(DomeinFout) as fout:
        besluit(voorzitter)
    assert fout.value.zin.startswith("Nog niet iedereen is gehoord: ")
    iedereen_eens(wijziging, nu)
    tegen = wijziging.raadplegingen.get(rol="directeur_mo", domein=wereld.pteam.domein)
    raadpleging_beantwoorden(
        raadpleging=tegen, antwoord="oneens", toelichting="Nu niet", door=SYSTEEM, nu=nu
    )
    with pytest.raises(DomeinFout) as fout:
        besluit(voorzitter)
    assert fout.value.zin.startswith("Niet akkoord: Directeur M&O")


def test_who_leads_notes_what_a_member_said_but_never_for_another_pmanager(wereld, beraad, nu):
    """R168: the P-manager talks with the people."""
    baas = leidt(wereld)
    wijziging = teamwijziging_starten(
        soort="samenvoegen", pteams=[wereld.pteam, wereld.ander_team], door=baas, nu=nu
    )
    teamwijziging_plannen(
        wijziging=wijziging, ingangsdatum=JULI, reden="Te klein", doelen=[Doel(wereld.pteam)],
        door=baas, nu=nu,
    )
    teamwijziging_voorleggen(wijziging=wijziging, door=baas, nu=nu)
    lid = wijziging.raadplegingen.get(medewerker=wereld.lid)
    rij = raadpleging_beantwoorden(raadpleging=lid, antwoord="niet_bereikt", door=baas, nu=nu)
    assert (rij.antwoord, rij.beantwoord_naam) == ("niet_bereikt", wereld.pmanager.naam)

    ander = wijziging.raadplegingen.get(medewerker__naam="Otto Prins")
    with pytest.raises(DomeinFout) as fout:
        raadpleging_beantwoorden(raadpleging=ander, antwoord="eens", door=baas, nu=nu)
    assert fout.value.zin == "Alleen Otto Prins geeft dit antwoord."


def test_a_changed_plan_asks_again(wereld, beraad, nu):
    baas = leidt(wereld)
    wijziging = teamwijziging_starten(
        soort="samenvoegen", pteams=[wereld.pteam, wereld.ander_team], door=baas, nu=nu
    )

    def plan(per):
        return teamwijziging_plannen(
            wijziging=wijziging, ingangsdatum=per, reden="Te klein",
            doelen=[Doel(wereld.pteam)], door=baas, nu=nu,
        )
    plan(JULI)
    teamwijziging_voorleggen(wijziging=wijziging, door=baas, nu=nu)

    assert plan(date(2026, 8, 1)).status == "concept"
    assert wijziging.raadplegingen.count() == 0


def test_a_move_to_a_team_that_stops_is_refused(wereld, beraad, nu):
    wijziging = teamwijziging_starten(
        soort="samenvoegen", pteams=[wereld.pteam, wereld.ander_team], door=SYSTEEM, nu=nu
    )
    teamwijziging_plannen(
        wijziging=wijziging, ingangsdatum=JULI, reden="Te klein", doelen=[Doel(wereld.pteam)],
        door=SYSTEEM, nu=nu,
    )
    besloten(wijziging, nu)

    with pytest.raises(DomeinFout) as fout:
        besloten(overstap(wereld, nu, per=date(2026, 8, 1)), nu)

    assert fout.value.zin == "Het gekozen team houdt op te bestaan op wo 1 juli 2026."


def test_who_left_before_the_day_lets_the_overstap_lapse(wereld, nu):
    from pdomein.domain.medewerker import medewerker_uit_dienst

    wijziging = besloten(overstap(wereld, nu), nu)
    medewerker_uit_dienst(medewerker=wereld.lid, per=date(2026, 6, 20), door=SYSTEEM, nu=nu)

    teamwijzigingen_verwerken(nu=OP_DE_DAG)

    wijziging.refresh_from_db()
    assert wijziging.status == "vervallen"


def test_a_change_is_seen_by_who_it_concerns(wereld, nu):
    """Privacy: an overstap is between the person and the two P-managers."""
    wijziging = teamwijziging_voorleggen(
        wijziging=overstap(wereld, nu), door=actor_van(wereld.lid), nu=nu
    )
    mag = [
        queries.teamwijzigingen_voor(actor_van(m)).filter(pk=wijziging.pk).exists()
        for m in (wereld.lid, wereld.pmanager, wereld.collega)
    ]

    assert mag == [True, True, False]
