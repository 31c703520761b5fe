"""The yearly list of P-teams: looked at, adopted, compared (R164, R165, R176, R180)."""

from datetime import date, datetime

import pytest

from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import GremiumSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht
from config.kern.werkdagen import AMSTERDAM
from pdomein import queries
from pdomein.domain.pteam import plaatsing_vastleggen, pteam_bijwerken
from pdomein.domain.pteamlijst import (
    pteamlijst_openen,
    pteamlijst_overleg_vastleggen,
    pteamlijst_regel_beoordelen,
    pteamlijst_regel_evalueren,
    pteamlijst_regel_toevoegen,
    pteamlijst_vaststellen,
)
from pdomein.domain.teamsignalen import teams_herinneren
from pdomein.models import PTeam, PTeamLijst
from tests.factories.kern import GremiumFactory
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory, actor_van

DECEMBER = date(2026, 12, 1)


@pytest.fixture
def beraad(db):
    return GremiumFactory(soort=GremiumSoort.P_BERAAD)


def open_lijst(nu, jaar=2027, door=SYSTEEM):
    return pteamlijst_openen(jaar=jaar, uiterlijk_op=DECEMBER, door=door, nu=nu)


def afgemaakt(lijst, nu):
    for regel in lijst.regels.filter(oordeel="open"):
        pteamlijst_regel_beoordelen(regel=regel, oordeel="behouden", door=SYSTEEM, nu=nu)
    pteamlijst_overleg_vastleggen(
        lijst=lijst, deelnemers="DD's, P-managers en P&O", conclusies="Zo past het.",
        door=SYSTEEM, nu=nu,
    )
    return pteamlijst_vaststellen(lijst=lijst, door=SYSTEEM, nu=nu)


def test_the_directeur_starts_the_list_with_the_teams_of_today(wereld, beraad, nu):
    """R164: once a year; a member cannot."""
    directeur = actor_van(wereld.collega, (Recht.DOMEIN_REGIE, wereld.pteam.domein))
    with pytest.raises(DomeinFout) as fout:
        open_lijst(nu, door=actor_van(wereld.lid))
    assert fout.value.status == 403

    lijst = open_lijst(nu, door=directeur)

    assert [r.naam for r in lijst.regels.order_by("naam")] == ["Ecologie", "Geodata"]
    for jaar in (2027, 2029):
        with pytest.raises(DomeinFout):
            open_lijst(nu, jaar, directeur)


@pytest.mark.parametrize(("oordeel", "toelichting", "dag", "zin"), [
    ("wijzigen", "Te groot", None, "Noem een dag na vandaag waarop dit geregeld is."),
    ("wijzigen", "", DECEMBER, "Vul in: de toelichting."),
    ("niet_gewenst", "", None, "Vul in: de toelichting."),
    ("nieuw", "", None, "Kies een oordeel dat bij dit team past."),
    ("prima", "", None, "Kies een oordeel dat bij dit team past."),
])
def test_a_judgement_is_whole(wereld, beraad, nu, oordeel, toelichting, dag, zin):
    regel = open_lijst(nu).regels.first()

    with pytest.raises(DomeinFout) as fout:
        pteamlijst_regel_beoordelen(
            regel=regel, oordeel=oordeel, toelichting=toelichting, uiterlijk_op=dag,
            door=SYSTEEM, nu=nu,
        )

    assert fout.value.zin == zin


def test_only_the_directeur_of_the_domain_judges(wereld, beraad, nu):
    regel = open_lijst(nu).regels.get(pteam=wereld.pteam)
    ander = actor_van(wereld.collega, (Recht.DOMEIN_REGIE, wereld.ander_team.domein))

    with pytest.raises(DomeinFout):
        pteamlijst_regel_beoordelen(regel=regel, oordeel="behouden", door=ander, nu=nu)


def test_the_pmanager_evaluates_the_own_team(wereld, beraad, nu):
    """R180"""
    regel = open_lijst(nu).regels.get(pteam=wereld.pteam)
    baas = actor_van(wereld.pmanager, (Recht.PTEAM_LEIDEN, wereld.pteam))

    pteamlijst_regel_evalueren(regel=regel, evaluatie="Goed op sterkte", door=baas, nu=nu)

    regel.refresh_from_db()
    assert (regel.evaluatie, regel.oordeel) == ("Goed op sterkte", "open")
    with pytest.raises(DomeinFout):
        pteamlijst_regel_evalueren(
            regel=regel, evaluatie="Anders", door=actor_van(wereld.lid), nu=nu
        )


def test_the_p_beraad_adopts_a_list_that_is_whole(wereld, beraad, nu, maak_actor):
    """R165: every team looked at, the consultation written down, one decision."""
    lijst = open_lijst(nu)
    voorzitter = maak_actor(None, (Recht.AFWIJKING_BESLUITEN, beraad))
    directeur = actor_van(wereld.collega, (Recht.DOMEIN_REGIE, wereld.pteam.domein))
    for door, zin in (
        (directeur, "Alleen het P-beraad stelt de lijst van P-teams vast."),
        (voorzitter, "Nog niet klaar: 2 teams zijn nog niet bekeken."),
    ):
        with pytest.raises(DomeinFout) as fout:
            pteamlijst_vaststellen(lijst=lijst, door=door, nu=nu)
        assert fout.value.zin == zin

    lijst = afgemaakt(lijst, nu)

    assert (lijst.status, lijst.besluit.gremium) == ("vastgesteld", beraad)
    assert lijst.besluit.tekst == "De gewenste P-teams in 2027 zijn: Ecologie, Geodata."
    with pytest.raises(DomeinFout):
        pteamlijst_vaststellen(lijst=lijst, door=voorzitter, nu=nu)


def test_the_next_list_says_what_is_different(wereld, beraad, nu):
    """R165, R176: new, gone, another name or domain, and the ordering of a year stays."""
    afgemaakt(open_lijst(nu, 2026), nu)
    oud_domein = wereld.pteam.domein
    pteam_bijwerken(
        pteam=wereld.pteam, naam="Groen", professie=wereld.pteam.professie,
        domein=wereld.ander_team.domein, cluster=None, formatie_fte=wereld.pteam.formatie_fte,
        is_eenheid=False, door=SYSTEEM, nu=nu,
    )
    lijst = open_lijst(nu, 2027)
    pteamlijst_regel_beoordelen(
        regel=lijst.regels.get(pteam=wereld.ander_team), oordeel="niet_gewenst",
        toelichting="Gaat op in Groen", door=SYSTEEM, nu=nu,
    )
    pteamlijst_regel_toevoegen(
        lijst=lijst, naam="Data-ethiek", domein=oud_domein, toelichting="Veel vraag",
        door=SYSTEEM, nu=nu,
    )
    with pytest.raises(DomeinFout):
        pteamlijst_regel_toevoegen(
            lijst=lijst, naam="data-ethiek", domein=oud_domein, toelichting="Dubbel",
            door=SYSTEEM, nu=nu,
        )
    afgemaakt(lijst, nu)

    assert [(v.naam, v.wat) for v in queries.verschillen(lijst)] == [
        ("Data-ethiek", "nieuw op de lijst"),
        ("Geodata", "niet meer op de lijst"),
        ("Groen", "heette eerst Ecologie"),
        ("Groen", f"was bij {oud_domein}, nu bij {wereld.ander_team.domein}"),
    ]
    jaren = [queries.ordening_op(date(j, 6, 1)) for j in (2025, 2026, 2027)]
    assert jaren[0] == {}
    assert [o[wereld.pteam.pk].domein for o in jaren[1:]] == [
        oud_domein, wereld.ander_team.domein
    ]


def test_directeuren_and_pmanagers_are_reminded_once(beraad, nu):
    """R164: first to begin, then to finish."""
    directeur, baas = MedewerkerFactory(), MedewerkerFactory()
    PTeamFactory(pmanager=directeur, naam="P-managers")
    PTeamFactory(pmanager=baas, naam="Ecologie")
    plaatsing_vastleggen(
        medewerker=baas, pteam=PTeam.objects.get(naam="P-managers"), begin=date(2026, 5, 1),
        reden="Thuis", door=SYSTEEM, nu=nu,
    )
    november = datetime(2026, 11, 3, 9, 0, tzinfo=AMSTERDAM)

    def onderwerpen(wie):
        teams_herinneren(nu=november)
        teams_herinneren(nu=november)
        return list(
            Bericht.objects.filter(ontvanger=wie.gebruiker, onderwerp__contains="ijst")
            .order_by("pk").values_list("onderwerp", flat=True)
        )

    assert onderwerpen(directeur) == ["Begin de lijst van P-teams voor 2027"]
    open_lijst(november)
    assert onderwerpen(directeur)[1] == "Lijst van P-teams 2027: klaar op di 1 december 2026"
    assert onderwerpen(baas) == [
        "Hoe gaat het met je team? Schrijf het op voor de lijst van 2027"
    ]
    assert PTeamLijst.objects.count() == 1
