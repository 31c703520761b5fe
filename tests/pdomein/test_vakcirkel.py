"""Vakcirkels and proposals for a professie (R153-R155, R170, R171)."""

from datetime import date

import pytest

from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import GremiumSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht
from pdomein import queries
from pdomein.domain.pteamlijst import pteamlijst_openen
from pdomein.domain.vakcirkel import (
    belangstelling_tonen,
    professie_voorstellen,
    professievoorstel_besluiten,
    vakcirkel_activeren,
    vakcirkel_bespreken,
    vakcirkel_deelname_afstemmen,
    vakcirkel_deelnemen,
    vakcirkel_plan_opslaan,
    vakcirkel_starten,
    vakcirkel_stoppen,
    vakcirkel_verlaten,
    vakcirkel_voordragen,
)
from pdomein.models import Professie, PTeamLijstRegel
from tests.factories.kern import GremiumFactory
from tests.factories.pdomein import MedewerkerFactory, actor_van


@pytest.fixture
def beraad(db):
    return GremiumFactory(soort=GremiumSoort.P_BERAAD)


@pytest.fixture
def groep(wereld):
    """E13: five colleagues."""
    return [wereld.lid, *(MedewerkerFactory(pteam=wereld.pteam) for _ in range(4))]


@pytest.fixture
def cirkel(wereld, groep, nu):
    return vakcirkel_starten(
        naam="Data-ethiek", doel="Samen leren", collegas=groep[1:], door=actor_van(groep[0]), nu=nu
    )


def leidt(wereld):
    return actor_van(wereld.pmanager, (Recht.PTEAM_LEIDEN, wereld.pteam))


def directeur(wereld):
    return actor_van(wereld.collega, (Recht.DOMEIN_REGIE, wereld.pteam.domein))


def zin_van(opdracht, **kw):
    with pytest.raises(DomeinFout) as fout:
        opdracht(**kw)
    return fout.value.zin


def test_nobody_is_a_circle_alone(wereld, nu):
    """R153: several people."""
    assert zin_van(
        vakcirkel_starten, naam="Alleen", doel="Leren", door=actor_van(wereld.lid), nu=nu
    ) == "Noem minstens één collega die meedoet."


def test_a_vakcirkel_becomes_active_after_the_talk_and_the_alignment(wereld, cirkel, groep, nu):
    """R153, R154: concept, besproken, actief; without a plan it is a signal."""
    lid = actor_van(groep[0])

    def activeer():
        return vakcirkel_activeren(vakcirkel=cirkel, door=lid, nu=nu)

    assert zin_van(activeer) == "Bespreek de vakcirkel eerst met een directeur M&O."
    assert zin_van(vakcirkel_bespreken, vakcirkel=cirkel, door=lid, nu=nu) == (
        "Alleen een directeur M&O legt vast dat dit besproken is."
    )
    vakcirkel_bespreken(vakcirkel=cirkel, door=directeur(wereld), nu=nu)
    assert zin_van(activeer) == "Minstens twee deelnemers stemmen eerst af met hun P-manager."
    for rij in cirkel.deelnemers.all()[:2]:
        assert "Alleen de P-manager van" in zin_van(
            vakcirkel_deelname_afstemmen, deelnemer=rij, door=lid, nu=nu
        )
        vakcirkel_deelname_afstemmen(deelnemer=rij, door=leidt(wereld), nu=nu)

    activeer()

    assert queries.cirkels_zonder_plan() == [cirkel]
    assert zin_van(
        vakcirkel_plan_opslaan, vakcirkel=cirkel, plan="Ons plan",
        door=actor_van(wereld.collega), nu=nu,
    ) == "Alleen wie meedoet aan deze vakcirkel, kan dit."
    vakcirkel_plan_opslaan(vakcirkel=cirkel, plan="Ons plan", door=lid, nu=nu)
    assert queries.cirkels_zonder_plan() == []
    assert zin_van(activeer) == "Deze vakcirkel is al begonnen of gestopt."


def test_the_own_pmanager_hears_of_it(wereld, cirkel):
    bericht = Bericht.objects.get(ontvanger=wereld.pmanager.gebruiker)

    assert bericht.onderwerp == "Stem deelname aan vakcirkel Data-ethiek af"


def test_people_join_and_leave(wereld, cirkel, nu):
    ik = actor_van(wereld.collega)
    vakcirkel_deelnemen(vakcirkel=cirkel, door=ik, nu=nu)
    assert zin_van(vakcirkel_deelnemen, vakcirkel=cirkel, door=ik, nu=nu) == "Je doet al mee."
    assert queries.vakcirkels_van(wereld.collega) == [cirkel]

    vakcirkel_verlaten(vakcirkel=cirkel, door=ik, nu=nu)

    assert queries.vakcirkels_van(wereld.collega) == []
    assert zin_van(vakcirkel_verlaten, vakcirkel=cirkel, door=ik, nu=nu) == (
        "Je doet niet mee aan deze vakcirkel."
    )


def test_a_vakcirkel_can_be_nominated_for_the_list(wereld, cirkel, groep, beraad, nu):
    """R155"""
    lid = actor_van(groep[0])

    def voordragen():
        return vakcirkel_voordragen(
            vakcirkel=cirkel, domein=wereld.pteam.domein, door=lid, nu=nu
        )

    assert zin_van(voordragen) == "Alleen een actieve vakcirkel kan worden voorgedragen."
    cirkel.status, cirkel.besproken_op = "actief", nu
    cirkel.save()
    assert zin_van(voordragen) == "Er is nu geen lijst van P-teams in voorbereiding."
    pteamlijst_openen(jaar=2027, uiterlijk_op=date(2026, 12, 1), door=SYSTEEM, nu=nu)

    voordragen()

    assert PTeamLijstRegel.objects.get(naam="Data-ethiek").oordeel == "open"
    assert zin_van(voordragen) == "Deze vakcirkel staat al op de lijst van 2027."


def test_a_stopped_vakcirkel_takes_nobody(wereld, cirkel, groep, nu):
    vakcirkel_stoppen(vakcirkel=cirkel, door=actor_van(groep[0]), nu=nu)

    assert zin_van(
        vakcirkel_deelnemen, vakcirkel=cirkel, door=actor_van(wereld.collega), nu=nu
    ) == "Deze vakcirkel is gestopt."


@pytest.fixture
def voorstel(wereld, groep, nu):
    return professie_voorstellen(
        naam="Data-ethiek", waarom="Veel vraag", domein=wereld.pteam.domein, collegas=groep[1:],
        door=actor_van(groep[0]), nu=nu,
    )


def test_a_proposal_takes_two_and_something_new(wereld, voorstel, groep, nu):
    """R170"""
    def stel_voor(naam, collegas):
        return professie_voorstellen(
            naam=naam, waarom="Veel vraag", domein=wereld.pteam.domein, collegas=collegas,
            door=actor_van(groep[0]), nu=nu,
        )

    assert zin_van(stel_voor, naam="Iets", collegas=[]) == (
        "Noem minstens één collega die het voorstel mee doet."
    )
    assert zin_van(stel_voor, naam="data-ethiek", collegas=groep) == (
        "Dit voorstel ligt al bij het P-beraad."
    )
    assert zin_van(stel_voor, naam=wereld.pteam.professie.naam, collegas=groep) == (
        "Dit vak staat al op de lijst."
    )


def test_a_refused_proposal_can_go_on_as_vakcirkel(wereld, voorstel, groep, beraad, nu, maak_actor):
    """E13, R171: with the same people."""
    voorzitter = maak_actor(None, (Recht.AFWIJKING_BESLUITEN, beraad))
    assert zin_van(
        vakcirkel_starten, naam="Data-ethiek", doel="Leren", voorstel=voorstel,
        door=actor_van(groep[0]), nu=nu,
    ) == "Over dit voorstel is nog geen afwijzing."

    def besluit(door, motivering="Nu geen ruimte"):
        return professievoorstel_besluiten(
            voorstel=voorstel, is_akkoord=False, motivering=motivering, door=door, nu=nu
        )

    assert zin_van(besluit, door=directeur(wereld)) == (
        "Alleen het P-beraad besluit over een voorstel."
    )
    assert zin_van(besluit, door=voorzitter, motivering="") == "Vul in: de motivering."
    afgewezen = besluit(voorzitter)
    assert zin_van(besluit, door=voorzitter) == "Over dit voorstel is al besloten."
    assert afgewezen.besluit.gremium == beraad

    cirkel = vakcirkel_starten(
        naam="Data-ethiek", doel="Leren", voorstel=afgewezen, door=actor_van(groep[0]), nu=nu
    )

    assert {d.medewerker for d in cirkel.deelnemers.all()} == set(groep)
    assert Bericht.objects.filter(tekst="Je kunt samen verder als vakcirkel.").count() == 5


def test_an_accepted_proposal_opens_the_registration_of_interest(
    wereld, voorstel, beraad, nu, maak_actor
):
    """R170: on the list of vakken and on the yearly list."""
    ik = actor_van(wereld.collega)
    assert "Belangstelling kan pas" in zin_van(
        belangstelling_tonen, voorstel=voorstel, door=ik, nu=nu
    )
    pteamlijst_openen(jaar=2027, uiterlijk_op=date(2026, 12, 1), door=SYSTEEM, nu=nu)
    professievoorstel_besluiten(
        voorstel=voorstel, is_akkoord=True,
        door=maak_actor(None, (Recht.AFWIJKING_BESLUITEN, beraad)), nu=nu,
    )

    belangstelling_tonen(voorstel=voorstel, door=ik, nu=nu)

    assert Professie.objects.filter(code="data-ethiek").exists()
    assert PTeamLijstRegel.objects.get(naam="Data-ethiek").oordeel == "open"
    assert list(voorstel.belangstellenden.all()) == [wereld.collega]
    assert zin_van(belangstelling_tonen, voorstel=voorstel, door=ik, nu=nu) == (
        "Je staat al op de lijst van belangstellenden."
    )
