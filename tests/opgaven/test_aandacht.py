"""Bottlenecks, escalations and ideas: who may, what state, what follows (R032, R221, R383)."""

from datetime import date
from decimal import Decimal

import pytest

from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import GremiumSoort as G
from config.kern.fouten import DomeinFout
from config.kern.models import Beraadspunt, Bericht
from opgaven.domain.escalatie import escalatie_melden, escalatie_opschalen, escalatie_sluiten
from opgaven.domain.idee import idee_beantwoorden, idee_indienen, idee_intrekken
from opgaven.domain.knelpunt import (
    knelpunt_aanpak_vaststellen,
    knelpunt_melden,
    knelpunt_oplossen,
)
from opgaven.models import Idee, Knelpunt, Opdracht
from pdomein.models import ProfessioneelDomein
from tests.factories.kern import NU, VANDAAG, GebruikerFactory, GremiumFactory
from tests.factories.opgaven import ODomeinFactory, OpdrachtFactory, OpgaveFactory
from tests.factories.pdomein import MedewerkerFactory

pytestmark = pytest.mark.django_db
STRAKS = date(2026, 9, 1)


def weigering(doe):
    with pytest.raises(DomeinFout) as fout:
        doe()
    return fout.value.status


def meld(door=SYSTEEM, **velden):
    basis = {
        "titel": "Te weinig ecologen", "omschrijving": "Drie opdrachten wachten.",
        "bron": "matchtafel", "fte": Decimal("1.50"),
    }
    return knelpunt_melden(**{**basis, **velden}, door=door, nu=NU)


def test_a_bottleneck_lies_at_once_at_the_beraad_and_gets_an_approach(maak_actor, gebruiker):
    """R105, R221, D32: source, fte, approach, owner and date."""
    beraad, eigenaar = GremiumFactory(soort=G.PROGRAMMEERBERAAD), MedewerkerFactory()
    recruiter = maak_actor(gebruiker, Recht.MATCHTAFEL_ONDERSTEUNEN)
    knelpunt = meld(recruiter)
    punt = Beraadspunt.objects.get()
    assert (punt.gremium, punt.soort, punt.object_id) == (beraad, "knelpunt", knelpunt.public_id)

    def aanpak(door, **velden):
        basis = {"aanpak": "Twee mensen inhuren.", "eigenaar": eigenaar, "klaar_voor": STRAKS}
        return knelpunt_aanpak_vaststellen(
            knelpunt=knelpunt, **{**basis, **velden}, door=door, nu=NU
        )

    secretaris = maak_actor(GebruikerFactory(), (Recht.BESLUITENLIJST_OPSTELLEN, beraad))
    assert weigering(lambda: aanpak(recruiter)) == 403
    assert weigering(lambda: aanpak(secretaris, klaar_voor=VANDAAG)) == 400
    assert weigering(lambda: aanpak(secretaris, aanpak=" ")) == 400
    assert weigering(
        lambda: aanpak(secretaris, eigenaar=MedewerkerFactory(uit_dienst=VANDAAG))
    ) == 400
    aanpak(secretaris)
    assert Bericht.objects.get(ontvanger=eigenaar.gebruiker).onderwerp == (
        "Jij pakt dit knelpunt op: Te weinig ecologen"
    )
    assert weigering(
        lambda: knelpunt_oplossen(knelpunt=knelpunt, uitkomst="u", door=recruiter, nu=NU)
    ) == 403
    zelf = maak_actor(eigenaar.gebruiker, medewerker_id=eigenaar.pk)
    assert weigering(
        lambda: knelpunt_oplossen(knelpunt=knelpunt, uitkomst="", door=zelf, nu=NU)
    ) == 400
    knelpunt_oplossen(knelpunt=knelpunt, uitkomst="Ingehuurd.", door=zelf, nu=NU)
    punt.refresh_from_db()
    assert (punt.status, punt.uitkomst) == ("afgehandeld", "Ingehuurd.")
    assert weigering(
        lambda: knelpunt_oplossen(knelpunt=knelpunt, uitkomst="u", door=zelf, nu=NU)
    ) == 409
    assert weigering(lambda: aanpak(secretaris)) == 409


def test_a_bottleneck_of_a_p_overleg_goes_by_way_of_the_p_beraad():
    """EISEN table 2.4."""
    p_beraad = GremiumFactory(soort=G.P_BERAAD)
    meld(bron="p_overleg")
    assert Beraadspunt.objects.get().gremium == p_beraad


def test_knelpunt_melden_refuses(maak_actor, gebruiker):
    assert weigering(lambda: meld(maak_actor(gebruiker, Recht.BEHEREN))) == 403
    for velden in ({"titel": " "}, {"omschrijving": ""}, {"fte": Decimal(0)}, {"bron": "x"},
                   {"titel": "t" * 201}, {"titel": "a\x00"}):
        assert weigering(lambda v=velden: meld(**v)) == 400
    meld()
    assert weigering(lambda: meld(titel="te weinig ecologen")) == 409
    assert Knelpunt.objects.count() == 1


# escalations


def escaleer(opdracht, door, buiten=True, onderwerp="Geen akkoord over de oever"):
    return escalatie_melden(
        opdracht=opdracht, onderwerp=onderwerp, omschrijving="Wij komen er niet uit.",
        buiten_scope=buiten, door=door, nu=NU,
    )


@pytest.mark.parametrize(
    ("rol", "trede"), [("aon", "aog"), ("aog", "domeindirecteur"), ("domeindirecteur", "beraad")]
)
def test_a_matter_goes_one_step_above_who_brings_it(als, rol, trede):
    """R032, R070: AON, AOG or Programmadirecteur, domeindirecteur, beraad."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    GremiumFactory(soort=G.O_BERAAD)
    escalatie = escaleer(opdracht, als(rol, opdracht))
    assert escalatie.trede == trede
    assert Beraadspunt.objects.filter(object_id=escalatie.public_id).count() == (
        trede == "beraad"
    )


def test_within_scope_the_aog_is_the_last_step(als):
    """R031, R070: no double steering."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    aog = als("aog", opdracht)
    assert weigering(lambda: escaleer(opdracht, aog, buiten=False)) == 409
    van_aon = escaleer(opdracht, als("aon", opdracht), buiten=False)
    assert weigering(lambda: escalatie_opschalen(
        escalatie=van_aon, reden="r", door=aog, nu=NU
    )) == 409
    assert escalatie_opschalen(
        escalatie=van_aon, reden="Ook de buuropdracht.", buiten_scope=True, door=aog, nu=NU
    ).trede == "domeindirecteur"


def test_the_ladder_ends_at_the_beraad_and_closing_asks_to_hear_both(als):
    """R032: AOG and BOG are heard before it closes."""
    opdracht, o_beraad = OpdrachtFactory(status="in_uitvoering"), GremiumFactory(soort=G.O_BERAAD)
    aog, dd = als("aog", opdracht), als("domeindirecteur", opdracht)
    escalatie = escaleer(opdracht, aog)
    assert weigering(
        lambda: escalatie_opschalen(escalatie=escalatie, reden="r", door=aog, nu=NU)
    ) == 403
    assert weigering(
        lambda: escalatie_opschalen(escalatie=escalatie, reden=" ", door=dd, nu=NU)
    ) == 400
    escalatie_opschalen(escalatie=escalatie, reden="Raakt twee domeinen.", door=dd, nu=NU)
    punt = Beraadspunt.objects.get()
    assert (punt.gremium, punt.soort) == (o_beraad, "escalatie")
    assert weigering(
        lambda: escalatie_opschalen(escalatie=escalatie, reden="r", door=dd, nu=NU)
    ) == 409

    def sluit(door=dd, **velden):
        basis = {"uitkomst": "Opgelost.", "aog_gehoord_op": VANDAAG, "bog_gehoord_op": VANDAAG}
        return escalatie_sluiten(escalatie=escalatie, **{**basis, **velden}, door=door, nu=NU)

    assert weigering(lambda: sluit(door=aog)) == 403
    assert weigering(lambda: sluit(bog_gehoord_op=None)) == 400
    assert weigering(lambda: sluit(bog_gehoord_op=STRAKS)) == 400
    assert weigering(lambda: sluit(uitkomst="")) == 400
    sluit()
    punt.refresh_from_db()
    assert punt.status == "afgehandeld"
    assert weigering(sluit) == 409


def test_escalatie_melden_refuses(als):
    opdracht = OpdrachtFactory(status="in_uitvoering")
    assert weigering(lambda: escaleer(opdracht, als("niemand", opdracht))) == 403
    aon = als("aon", opdracht)
    assert weigering(lambda: escaleer(opdracht, aon, onderwerp=" ")) == 400
    escaleer(opdracht, aon)
    assert weigering(lambda: escaleer(opdracht, aon)) == 409
    af = OpdrachtFactory(status="gedechargeerd")
    assert weigering(lambda: escaleer(af, SYSTEEM)) == 409


# ideas


@pytest.fixture
def collega(maak_actor):
    medewerker = MedewerkerFactory()
    return maak_actor(medewerker.gebruiker, medewerker_id=medewerker.pk)


def dien_in(door, **velden):
    basis = {"titel": "Deelauto's voor de dienst", "voorstel": "Minder auto's, meer fiets."}
    return idee_indienen(**{**basis, **velden}, door=door, nu=NU)


def test_an_idea_becomes_an_opdracht_in_concept(collega, maak_actor):
    """R383: status visible, answer with a reason, then the normal route."""
    odomein = ODomeinFactory()
    opgave, vreemd = OpgaveFactory(odomein=odomein), OpgaveFactory()
    idee = dien_in(collega, odomein=odomein)
    assert idee.antwoord_voor == date(2026, 6, 22)
    dd = maak_actor(GebruikerFactory(), (Recht.OPDRACHT_INITIEREN, odomein))

    def antwoord(door=dd, **velden):
        basis = {"aannemen": True, "antwoord": "Goed idee.", "opgave": opgave}
        return idee_beantwoorden(idee=idee, **{**basis, **velden}, door=door, nu=NU)

    assert weigering(lambda: antwoord(door=collega)) == 403
    assert weigering(lambda: antwoord(opgave=None)) == 400
    assert weigering(lambda: antwoord(opgave=vreemd)) == 400
    assert weigering(lambda: antwoord(antwoord=" ")) == 400
    antwoord()
    opdracht = Opdracht.objects.get(idee=idee)
    assert (opdracht.status, opdracht.naam, opdracht.opgave) == ("concept", idee.titel, opgave)
    bericht = Bericht.objects.get(ontvanger_id=collega.gebruiker_id)
    assert (bericht.tekst, bericht.onderwerp) == (
        "Goed idee.", "Antwoord op je idee: aangenomen"
    )
    assert weigering(antwoord) == 409
    assert weigering(lambda: idee_intrekken(idee=idee, door=collega, nu=NU)) == 409


def test_an_idea_for_a_directeur_mo_goes_to_the_programmeerberaad(collega, maak_actor):
    """R223: the P-side proposes, along the same route."""
    beraad = GremiumFactory(soort=G.PROGRAMMEERBERAAD)
    domein = ProfessioneelDomein.objects.create(code="water", naam="Water")
    idee = dien_in(collega, domein=domein)
    dmo = maak_actor(GebruikerFactory(), (Recht.DOMEIN_REGIE, domein))
    idee_beantwoorden(idee=idee, aannemen=True, antwoord="Doen.", door=dmo, nu=NU)
    punt = Beraadspunt.objects.get()
    assert (punt.gremium, punt.soort) == (beraad, "opdrachtvoorstel")
    assert Opdracht.objects.count() == 0


def test_a_no_has_a_reason_and_no_opdracht(collega, maak_actor):
    odomein = ODomeinFactory()
    idee = dien_in(collega, odomein=odomein)
    dd = maak_actor(GebruikerFactory(), (Recht.OPDRACHT_INITIEREN, odomein))
    idee_beantwoorden(idee=idee, aannemen=False, antwoord="Geen geld.", door=dd, nu=NU)
    assert (idee.pk, Idee.objects.get().status) == (idee.pk, "afgewezen")


def test_idee_indienen_refuses(collega, maak_actor, gebruiker):
    odomein = ODomeinFactory()
    domein = ProfessioneelDomein.objects.create(code="water", naam="Water")
    assert weigering(lambda: dien_in(maak_actor(gebruiker), odomein=odomein)) == 403
    assert weigering(lambda: dien_in(collega)) == 400
    assert weigering(lambda: dien_in(collega, odomein=odomein, domein=domein)) == 400
    assert weigering(lambda: dien_in(collega, odomein=odomein, titel="")) == 400
    idee = dien_in(collega, odomein=odomein)
    assert weigering(lambda: dien_in(collega, odomein=odomein)) == 409
    assert weigering(
        lambda: idee_intrekken(idee=idee, door=maak_actor(gebruiker), nu=NU)
    ) == 403
    assert idee_intrekken(idee=idee, door=collega, nu=NU).status == "ingetrokken"
    dien_in(collega, odomein=odomein)


