"""Team size with comply-or-explain, criteria, span agreements (R113, R124-R126, R158, R159)."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import GremiumSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht
from config.kern.werkdagen import AMSTERDAM
from pdomein import queries
from pdomein.domain.medewerker import medewerker_uit_dienst
from pdomein.domain.teamgrootte import (
    afwijkingscriterium_beeindigen,
    afwijkingscriterium_toevoegen,
    pteam_afwijking_besluiten,
    span_afspraak_vastleggen,
)
from pdomein.domain.teamsignalen import teams_herinneren
from tests.factories.kern import GremiumFactory
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory, actor_van

MEI, NOVEMBER = date(2026, 5, 1), date(2026, 11, 1)


@pytest.fixture
def beraad(db):
    return GremiumFactory(soort=GremiumSoort.P_BERAAD)


def test_a_team_of_eight_falls_under_eight(beraad, nu):
    """E23, R124, R127: amber from the day, explained until the decision ends, externals aside."""
    baas = MedewerkerFactory()
    team = PTeamFactory(pmanager=baas)
    leden = [MedewerkerFactory(pteam=team) for _ in range(8)]
    assert queries.omvang_van(team, date(2026, 4, 30)).status == "ok"
    medewerker_uit_dienst(medewerker=leden[0], per=MEI, door=SYSTEEM, nu=nu)
    for _ in range(3):
        MedewerkerFactory(dienstverband="extern", pteam=team)

    assert [queries.omvang_van(team, d).aantal for d in (date(2026, 4, 30), MEI)] == [8, 7]
    assert [r.pteam for r in queries.teams_zonder_uitleg(MEI)] == [team]
    teams_herinneren(nu=nu)
    teams_herinneren(nu=nu)
    bericht = Bericht.objects.get(ontvanger=baas.gebruiker)
    assert "samengaan met een ander team" in bericht.tekst

    pteam_afwijking_besluiten(
        pteam=team, reden="Schaars vak", herziening_op=NOVEMBER, door=SYSTEEM, nu=nu
    )
    dagen = (NOVEMBER - timedelta(days=1), NOVEMBER)
    assert [queries.omvang_van(team, d).status for d in dagen] == ["uitgelegd", "te_klein"]
    oktober = datetime(2026, 10, 20, 9, 0, tzinfo=AMSTERDAM)
    teams_herinneren(nu=oktober)
    assert Bericht.objects.filter(
        onderwerp__contains="loopt af op zo 1 november 2026", ontvanger=baas.gebruiker
    ).count() == 1


def test_a_decision_rests_on_criteria_of_the_p_beraad(wereld, beraad, nu, vandaag, maak_actor):
    """R126: only the P-beraad keeps the list; what ended stays with old decisions."""
    with pytest.raises(DomeinFout) as fout:
        afwijkingscriterium_toevoegen(naam="Schaars", door=actor_van(wereld.pmanager), nu=nu)
    assert fout.value.status == 403
    door = maak_actor(None, (Recht.AFWIJKING_BESLUITEN, beraad))
    schaars = afwijkingscriterium_toevoegen(naam="Schaars vak", door=door, nu=nu)
    with pytest.raises(DomeinFout):
        afwijkingscriterium_toevoegen(naam="schaars vak", door=door, nu=nu)

    pteam_afwijking_besluiten(
        pteam=wereld.pteam, reden="Er is maar één opleiding", herziening_op=NOVEMBER,
        criteria=[schaars], door=door, nu=nu,
    )
    afwijkingscriterium_beeindigen(criterium=schaars, door=door, nu=nu)

    afwijking = queries.afwijking_van(wereld.pteam, vandaag)
    assert queries.gronden_van(afwijking) == [schaars]
    assert queries.criteria(vandaag) == []
    with pytest.raises(DomeinFout):
        afwijkingscriterium_beeindigen(criterium=schaars, door=door, nu=nu)


@pytest.fixture
def druk(db, nu):
    """E10: 50% p-management and 26 fte of people, with four externals."""
    baas = MedewerkerFactory(naam="Petra Drukker")
    team = PTeamFactory(pmanager=baas, pct=50)
    for _ in range(26):
        MedewerkerFactory(pteam=team)
    for _ in range(4):
        MedewerkerFactory(pteam=team, dienstverband="extern")
    return baas, team


def test_a_span_above_the_table_is_explained_by_an_agreement(druk, nu, vandaag, wereld):
    """E10, R158, R159, D27: by a directeur M&O, not by oneself, until a day."""
    baas, team = druk
    directeur = actor_van(wereld.collega, (Recht.DOMEIN_REGIE, team.domein))
    span = queries.span_rij(baas.public_id, vandaag).span
    assert (span.fte, span.bovengrens, span.status) == (26, Decimal("25.0"), "boven")

    def afspraak(door, herziening=NOVEMBER):
        return span_afspraak_vastleggen(
            pmanager=baas, reden="Een collega helpt mee", herziening_op=herziening, door=door,
            nu=nu,
        )

    for door, zin in (
        (actor_van(wereld.pmanager), "Alleen de directeur M&O maakt een afspraak over de span."),
        (actor_van(baas, (Recht.DOMEIN_REGIE, team.domein)),
         "Een afspraak over je eigen span legt een ander vast."),
    ):
        with pytest.raises(DomeinFout) as fout:
            afspraak(door)
        assert fout.value.zin == zin
    with pytest.raises(DomeinFout):
        afspraak(directeur, vandaag)
    afspraak(directeur)
    with pytest.raises(DomeinFout) as fout:
        afspraak(directeur)
    assert fout.value.zin == "Er geldt al een afspraak over deze span."
    standen = [queries.span_rij(baas.public_id, d).span.status for d in (vandaag, NOVEMBER)]
    assert standen == ["uitgelegd", "boven"]


def test_a_span_that_fits_needs_no_agreement(wereld, nu):
    with pytest.raises(DomeinFout) as fout:
        span_afspraak_vastleggen(
            pmanager=wereld.pmanager, reden="Voor de zekerheid", herziening_op=NOVEMBER,
            door=SYSTEEM, nu=nu,
        )

    assert fout.value.zin == "De span past. Een afspraak is niet nodig."


def test_the_list_of_spans_says_the_same_as_one_by_one(druk, wereld, vandaag):
    """R157: all teams of a P-manager together, whatever their domain."""
    baas, _ = druk
    MedewerkerFactory(pteam=PTeamFactory(pmanager=baas, pct=50), aanstelling_fte=Decimal("0.5"))

    rijen = {r.pmanager: r for r in queries.spans(vandaag)}

    assert rijen[baas].span == queries.span_van(baas, vandaag)
    assert (rijen[baas].span.fte, len(rijen[baas].teams)) == (Decimal("26.5"), 2)
    assert rijen[wereld.pmanager].span == queries.span_van(wereld.pmanager, vandaag)


def test_a_directeur_leads_about_thirty_pmanagers(db, vandaag):
    """R095: shown, never a block."""
    directeur = MedewerkerFactory()
    for _ in range(2):
        PTeamFactory(pmanager=MedewerkerFactory(leidinggevende=directeur))

    rij, = queries.directeurspans(queries.spans(vandaag), vandaag)

    assert (rij.directeur, rij.aantal, rij.minimum, rij.maximum) == (directeur, 2, 25, 35)
    assert rij.past is False


@pytest.mark.parametrize(("groep", "schaal", "buiten"), [
    ("specialist", 8, False), ("specialist", 14, False), ("specialist", 15, True),
    ("operatie", 8, True), ("strategisch_leider", 13, False), ("regisseur", 9, True),
])
def test_a_scale_outside_the_group_is_reported(wereld, vandaag, groep, schaal, buiten):
    """R113"""
    wie = MedewerkerFactory(pteam=wereld.pteam, functiegroep=groep, schaal=schaal)

    assert queries.buiten_schalen(vandaag).filter(pk=wie.pk).exists() is buiten


def test_bijlage_3_names_who_can_be_a_pmanager(db, vandaag):
    """R112, table 2.2: warns in a list, never blocks."""
    wel = MedewerkerFactory(functiegroep="tactisch_leider", schaal=12)
    niet = MedewerkerFactory(functiegroep="specialist", schaal=12)
    for baas in (wel, niet):
        PTeamFactory(pmanager=baas)

    assert list(queries.pmanagers_buiten_matrix(vandaag)) == [niet]


def test_who_has_no_home_is_found(beraad, vandaag, wereld):
    """R120, R121, R089: not externals, not who has a gremium as home."""
    los = MedewerkerFactory(naam="Los Zand")
    MedewerkerFactory(thuisbasis=beraad)
    MedewerkerFactory(dienstverband="extern")

    assert los in queries.zonder_thuis(vandaag)
    assert set(queries.zonder_thuis(vandaag).exclude(pk=los.pk)) == {
        wereld.pmanager, queries.pmanager_van_team(wereld.ander_team, vandaag)
    }


def test_every_own_person_has_a_function_group(wereld, vandaag):
    """R110: one of the six; who has none is found."""
    kaal = MedewerkerFactory(pteam=wereld.pteam, functiegroep="")
    MedewerkerFactory(dienstverband="extern", functiegroep="")

    assert list(queries.zonder_functiegroep(vandaag)) == [kaal]
