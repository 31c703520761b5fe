"""Beraden: points that flow along table 2.4, advice that is weighed, minutes (R044, R218, R222)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from config.kern.actor import SYSTEEM, Recht
from config.kern.beraden import BERADEN
from config.kern.domain.advies import advies_geven, advies_wegen
from config.kern.domain.beraad import (
    punt_aanhouden,
    punt_afhandelen,
    punt_agenderen,
    punt_besluit_intrekken,
    punt_besluiten,
    punt_doorgeleiden,
    punt_inbrengen,
    punt_intrekken,
    punt_volgen,
)
from config.kern.domain.vergadering import (
    aanwezigheid_vastleggen,
    vergadering_plannen,
    verslag_opslaan,
    verslag_vaststellen,
)
from config.kern.enums import GremiumSoort as G
from config.kern.fouten import DomeinFout
from config.kern.models import (
    Afwijking,
    Beraadsadvies,
    Beraadspunt,
    Bericht,
    Besluitenlijst,
    Doorgeleiding,
    Logregel,
)
from config.kern.rules_beraad import ontbrekende_kanten
from opgaven.domain.besluitenlijst import besluitenlijst_vaststellen
from tests.factories.kern import NU, VANDAAG, GebruikerFactory, GremiumFactory

pytestmark = pytest.mark.django_db


def beraad(soort):
    return GremiumFactory(soort=soort)


def breng_in(gremium, door=SYSTEEM, **velden):
    basis = {"soort": "dilemma", "onderwerp": "Twee opdrachten, één ecoloog", "toelichting": "Kies"}
    return punt_inbrengen(gremium=gremium, door=door, nu=NU, **{**basis, **velden})


def vergadering(gremium, dagen=0):
    return vergadering_plannen(
        gremium=gremium, datum=VANDAAG + timedelta(days=dagen), door=SYSTEEM, nu=NU
    )


def op_agenda(punt, dagen=0):
    return punt_agenderen(
        punt=punt, vergadering=vergadering(punt.gremium, dagen), door=SYSTEEM, nu=NU
    )


def zin(opdracht):
    with pytest.raises(DomeinFout) as fout:
        opdracht()
    return fout.value.status, fout.value.zin


@pytest.mark.parametrize("soort", list(BERADEN), ids=str)
def test_punt_inbrengen_is_for_the_roles_of_table_2_4(soort, maak_actor, gebruiker):
    gremium = beraad(soort)
    assert zin(lambda: breng_in(gremium, maak_actor(gebruiker, Recht.BEHEREN))) == (
        403, f"Jouw rol brengt geen punten in bij “{gremium.naam}”."
    )
    for n, recht in enumerate(BERADEN[soort].inbreng):
        punt = breng_in(gremium, maak_actor(gebruiker, recht), onderwerp=f"Punt {n}",
                        soort=BERADEN[soort].soorten[0])
        assert punt.gremium == gremium
    secretaris = maak_actor(gebruiker, (Recht.BESLUITENLIJST_OPSTELLEN, gremium))
    assert breng_in(gremium, secretaris, soort="overig").status == "ingebracht"


def test_concerncontroller_reaches_every_beraad(maak_actor, gebruiker):
    """R208."""
    door = maak_actor(gebruiker, Recht.BERADEN_ADVISEREN)
    for soort in BERADEN:
        assert breng_in(beraad(soort), door, soort="overig").status == "ingebracht"


def test_punt_inbrengen_refuses_bad_input():
    o_beraad = beraad(G.O_BERAAD)
    assert zin(lambda: breng_in(o_beraad, soort="teams"))[0] == 400
    assert zin(lambda: breng_in(o_beraad, onderwerp=" ")) == (
        400, "Geef het punt een onderwerp."
    )
    assert zin(lambda: breng_in(o_beraad, toelichting=""))[0] == 400
    assert zin(lambda: breng_in(o_beraad, onderwerp="x" * 201))[0] == 400
    assert zin(lambda: breng_in(o_beraad, toelichting="a\x00"))[0] == 400
    assert zin(lambda: breng_in(beraad(G.MATCHTAFEL)))[0] == 409


def test_punt_inbrengen_twice_gives_one_point():
    o_beraad = beraad(G.O_BERAAD)
    breng_in(o_beraad)
    assert zin(lambda: breng_in(o_beraad)) == (409, "Dit punt ligt al bij een beraad.")
    assert Beraadspunt.objects.count() == 1


def test_a_dilemma_flows_from_o_beraad_to_dt_and_a_decision_closes_it(gebruiker):
    """R222: with the advice of every beraad on the way; the DT decision closes the point."""
    punt = breng_in(beraad(G.O_BERAAD))
    for naar, advies in ((G.PROGRAMMEERBERAAD, "Eerst A."), (G.DT, "Wij volgen het O-beraad.")):
        punt = punt_doorgeleiden(
            punt=punt, naar=beraad(naar), advies=advies, door=SYSTEEM, nu=NU
        )
    assert [d.naar.soort for d in Doorgeleiding.objects.filter(punt=punt)] == [
        "programmeerberaad", "dt"
    ]
    punt = op_agenda(punt)
    besluit = punt_besluiten(
        punt=punt, tekst="Opdracht A krijgt de ecoloog.", door=SYSTEEM, nu=NU
    )
    lijst = Besluitenlijst.objects.get()

    assert "Weeg eerst het advies van Opgavenberaad, Programmeerberaad" in zin(
        lambda: besluitenlijst_vaststellen(besluitenlijst=lijst, door=SYSTEEM, nu=NU)
    )[1]
    for advies in besluit.adviezen.all():
        advies_wegen(advies=advies, weging="gevolgd", motivering="Dat is wijs.", door=SYSTEEM,
                     nu=NU)
    assert "vraagt eerst een advies van business control" in zin(
        lambda: besluitenlijst_vaststellen(besluitenlijst=lijst, door=SYSTEEM, nu=NU)
    )[1]  # R207
    control = advies_geven(
        soort="business_control", tekst="Past binnen de kaders.", besluit=besluit, door=SYSTEEM,
        nu=NU,
    )
    advies_wegen(advies=control, weging="gevolgd", motivering="Akkoord.", door=SYSTEEM, nu=NU)
    besluitenlijst_vaststellen(besluitenlijst=lijst, door=SYSTEEM, nu=NU)

    punt.refresh_from_db()
    assert (punt.status, punt.uitkomst) == ("afgehandeld", "Opdracht A krijgt de ecoloog.")
    besluit.refresh_from_db()
    stuk = bytes(besluit.document.inhoud).decode()
    assert "Advies van een beraad: Opgavenberaad\nEerst A.\nWeging: gevolgd. Dat is wijs." in stuk


def test_punt_doorgeleiden_goes_only_along_table_2_4():
    punt = breng_in(beraad(G.P_BERAAD), soort="knelpunt")
    assert zin(lambda: punt_doorgeleiden(
        punt=punt, naar=beraad(G.O_BERAAD), advies="a", door=SYSTEEM, nu=NU
    )) == (400, "Een punt gaat niet van “Personeelsberaad” naar “Opgavenberaad”.")
    assert zin(lambda: punt_doorgeleiden(
        punt=punt, naar=beraad(G.PROGRAMMEERBERAAD), advies=" ", door=SYSTEEM, nu=NU
    ))[0] == 400
    in_gs = breng_in(beraad(G.GS), soort="overig")
    assert zin(lambda: punt_doorgeleiden(
        punt=in_gs, naar=beraad(G.DT), advies="a", door=SYSTEEM, nu=NU
    ))[0] == 409


def test_only_secretary_and_chair_prepare(maak_actor, gebruiker):
    """R224: preparing is for the secretary of this very gremium."""
    punt = breng_in(beraad(G.O_BERAAD))
    dag = vergadering(punt.gremium)
    ander = maak_actor(gebruiker, (Recht.BESLUITENLIJST_OPSTELLEN, beraad(G.DT)))
    met = {"punt": punt, "door": ander, "nu": NU}
    for opdracht in (
        lambda: punt_agenderen(vergadering=dag, **met), lambda: punt_aanhouden(**met),
        lambda: punt_afhandelen(uitkomst="u", **met), lambda: punt_besluiten(tekst="t", **met),
        lambda: punt_doorgeleiden(naar=beraad(G.DT), advies="a", **met),
        lambda: punt_intrekken(reden="r", **met), lambda: punt_besluit_intrekken(**met),
        lambda: verslag_opslaan(vergadering=dag, tekst="t", door=ander, nu=NU),
        lambda: verslag_vaststellen(vergadering=dag, door=ander, nu=NU),
        lambda: aanwezigheid_vastleggen(vergadering=dag, aanwezigen=[], door=ander, nu=NU),
    ):
        assert zin(opdracht)[0] == 403
    secretaris = maak_actor(gebruiker, (Recht.BESLUITENLIJST_OPSTELLEN, punt.gremium))
    assert punt_agenderen(
        punt=punt, vergadering=dag, door=secretaris, nu=NU
    ).status == "geagendeerd"


def test_agenda_takes_points_of_its_own_gremium_in_order():
    eerste, tweede = breng_in(beraad(G.O_BERAAD)), breng_in(beraad(G.O_BERAAD), onderwerp="B")
    dag, voorbij = vergadering(eerste.gremium), vergadering(eerste.gremium, -7)
    for punt in (eerste, tweede, eerste):
        punt_agenderen(punt=punt, vergadering=dag, door=SYSTEEM, nu=NU)
    assert list(dag.punten.values_list("onderwerp", "volgorde")) == [
        (eerste.onderwerp, 1), ("B", 2)
    ]
    assert zin(lambda: punt_agenderen(
        punt=tweede, vergadering=voorbij, door=SYSTEEM, nu=NU
    ))[1].startswith("Deze vergadering is al geweest")
    assert zin(lambda: punt_agenderen(
        punt=tweede, vergadering=vergadering(beraad(G.DT)), door=SYSTEEM, nu=NU
    ))[0] == 400
    terug = punt_aanhouden(punt=tweede, door=SYSTEEM, nu=NU)
    assert (terug.status, terug.vergadering) == ("ingebracht", None)
    assert zin(lambda: punt_aanhouden(punt=tweede, door=SYSTEEM, nu=NU))[0] == 409


def test_a_closed_point_does_nothing_more():
    punt = breng_in(beraad(G.O_BERAAD))
    punt_afhandelen(punt=punt, uitkomst="Besproken.", door=SYSTEEM, nu=NU)
    met = {"punt": punt, "door": SYSTEEM, "nu": NU}
    for opdracht in (
        lambda: punt_afhandelen(uitkomst="u", **met), lambda: punt_intrekken(reden="r", **met),
        lambda: punt_doorgeleiden(naar=beraad(G.DT), advies="a", **met),
        lambda: advies_geven(soort="toeleveraar", tekst="t", **met),
    ):
        assert zin(opdracht) == (409, "Dit punt is al afgehandeld.")


def test_draft_decision_can_be_taken_off_the_list():
    punt = op_agenda(breng_in(beraad(G.O_BERAAD)))
    advies_geven(punt=punt, soort="toeleveraar", tekst="Doen.", door=SYSTEEM, nu=NU)
    punt_besluiten(punt=punt, tekst="Ja.", door=SYSTEEM, nu=NU)
    assert zin(lambda: punt_besluiten(punt=punt, tekst="Ja.", door=SYSTEEM, nu=NU)) == (
        409, "Over dit punt staat al een besluit op de besluitenlijst."
    )
    punt = punt_besluit_intrekken(punt=punt, door=SYSTEEM, nu=NU)
    assert (punt.besluit, punt.status) == (None, "geagendeerd")
    assert Beraadsadvies.objects.get().punt == punt


def test_who_brought_it_in_may_withdraw(maak_actor, gebruiker):
    door = maak_actor(gebruiker, Recht.OPDRACHT_STUREN)
    punt = breng_in(beraad(G.O_BERAAD), door)
    assert zin(lambda: punt_intrekken(punt=punt, reden=" ", door=door, nu=NU))[0] == 400
    assert punt_intrekken(
        punt=punt, reden="Opgelost.", door=door, nu=NU
    ).status == "ingetrokken"


def test_punt_volgen_makes_one_open_point(gebruiker):
    """R012: a change asks for attention of the beraad once."""
    o_beraad = beraad(G.O_BERAAD)
    met = {"gremium": o_beraad, "soort": "scope", "onderwerp": "Scope", "toelichting": "t",
           "over": o_beraad, "url": "/", "door": SYSTEEM, "nu": NU}
    assert punt_volgen(**met) is not None
    assert punt_volgen(**met) is None
    assert punt_volgen(**{**met, "gremium": None}) is None


def test_control_advice_is_for_control_only(maak_actor, gebruiker):
    """R205, R207: anyone may deliver expertise, control speaks from its own role."""
    punt = breng_in(beraad(G.DT))
    gewoon = maak_actor(gebruiker)
    for soort in ("business_control", "concerncontroller", "gremium", "ongevraagd"):
        assert zin(lambda soort=soort: advies_geven(
            punt=punt, soort=soort, tekst="t", door=gewoon, nu=NU
        ))[0] == 403
    control = maak_actor(GebruikerFactory(), Recht.BERADEN_ADVISEREN)
    assert advies_geven(
        punt=punt, soort="ongevraagd", tekst="Let op.", door=control, nu=NU
    ).namens == control.naam
    advies_geven(punt=punt, soort="toeleveraar", tekst="Doen.", door=gewoon, nu=NU)
    assert zin(lambda: advies_geven(
        punt=punt, soort="toeleveraar", tekst="Doen.", door=gewoon, nu=NU
    )) == (409, "Dit advies staat er al.")
    assert zin(lambda: advies_geven(
        punt=punt, soort="toeleveraar", tekst=" ", door=gewoon, nu=NU
    ))[0] == 400


def test_advice_that_is_not_followed_is_answered_and_registered(maak_actor, gebruiker):
    """R044, R045, R208, R358."""
    adviseur = GebruikerFactory()
    punt = op_agenda(breng_in(beraad(G.O_BERAAD)))
    advies = advies_geven(
        punt=punt, soort="concerncontroller", tekst="Niet doen.",
        door=maak_actor(adviseur, Recht.BERADEN_ADVISEREN), nu=NU,
    )
    punt_besluiten(punt=punt, tekst="Toch.", door=SYSTEEM, nu=NU)
    assert zin(lambda: advies_wegen(
        advies=advies, weging="afgeweken", motivering="", door=SYSTEEM, nu=NU
    )) == (400, "Leg uit waarom je het advies wel of niet volgt.")
    assert zin(lambda: advies_wegen(
        advies=advies, weging="misschien", motivering="m", door=SYSTEEM, nu=NU
    ))[0] == 400
    assert zin(lambda: advies_wegen(
        advies=advies, weging="gevolgd", motivering="m", door=maak_actor(gebruiker), nu=NU
    ))[0] == 403
    advies_wegen(
        advies=advies, weging="afgeweken", motivering="Het kan niet wachten.", door=SYSTEEM, nu=NU
    )
    bericht = Bericht.objects.get(ontvanger=adviseur)
    assert (bericht.tekst, "niet gevolgd" in bericht.onderwerp) == ("Het kan niet wachten.", True)
    assert Logregel.objects.filter(handeling="advies_gewogen").count() == 1

    besluitenlijst_vaststellen(
        besluitenlijst=Besluitenlijst.objects.get(), door=SYSTEEM, nu=NU
    )
    afwijking = Afwijking.objects.get()
    assert (afwijking.regel, afwijking.reden) == (
        "advies_concerncontroller_niet_gevolgd", "Het kan niet wachten."
    )
    assert zin(lambda: advies_wegen(
        advies=advies, weging="gevolgd", motivering="m", door=SYSTEEM, nu=NU
    ))[0] == 409


@pytest.mark.parametrize("velden", [{"tekst": "Anders"}, {"namens": "Een ander"}])
def test_the_database_keeps_advice_word_for_word(velden):
    """R044: ongewijzigd en volledig."""
    advies = advies_geven(
        punt=breng_in(beraad(G.DT)), soort="toeleveraar", tekst="Zo.", door=SYSTEEM, nu=NU
    )
    with pytest.raises(DatabaseError), transaction.atomic():
        Beraadsadvies.objects.filter(pk=advies.pk).update(**velden)
    with pytest.raises(DatabaseError), transaction.atomic():
        advies.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        Beraadsadvies.objects.filter(pk=advies.pk).update(weging="gevolgd")


def test_minutes_are_written_after_the_meeting_and_adopted_by_the_chair(maak_actor, gebruiker):
    """R224."""
    straks, nu_ = vergadering(beraad(G.O_BERAAD), 7), vergadering(beraad(G.O_BERAAD))
    assert zin(lambda: verslag_opslaan(vergadering=straks, tekst="t", door=SYSTEEM, nu=NU)) == (
        409, "De vergadering is nog niet geweest. Schrijf het verslag daarna."
    )
    assert zin(lambda: verslag_vaststellen(vergadering=nu_, door=SYSTEEM, nu=NU))[0] == 409
    secretaris = maak_actor(gebruiker, (Recht.BESLUITENLIJST_OPSTELLEN, nu_.gremium))
    assert zin(lambda: verslag_opslaan(
        vergadering=nu_, tekst=" ", door=secretaris, nu=NU
    ))[0] == 400
    verslag_opslaan(vergadering=nu_, tekst="Eerste", door=secretaris, nu=NU)
    verslag = verslag_opslaan(vergadering=nu_, tekst="Tweede", door=secretaris, nu=NU)
    assert zin(lambda: verslag_vaststellen(vergadering=nu_, door=secretaris, nu=NU))[0] == 403
    verslag_vaststellen(vergadering=nu_, door=SYSTEEM, nu=NU)
    verslag.refresh_from_db()
    assert (verslag.tekst, verslag.status) == ("Tweede", "vastgesteld")
    assert zin(lambda: verslag_opslaan(
        vergadering=nu_, tekst="Derde", door=secretaris, nu=NU
    ))[0] == 409
    assert zin(lambda: verslag_vaststellen(vergadering=nu_, door=SYSTEEM, nu=NU))[0] == 409
    with pytest.raises(DatabaseError), transaction.atomic():
        type(verslag).objects.update(tekst="Stiekem")


def test_attendance_names_the_missing_side(gebruiker):
    """R091: O and P on equal footing; a missing side is a warning, not a ban."""
    dag = vergadering(beraad(G.PROGRAMMEERBERAAD))
    rijen = [(gebruiker.pk, "o", "domeindirecteur"), (GebruikerFactory().pk, "dt", "voorzitter")]
    for _ in range(2):
        assert aanwezigheid_vastleggen(
            vergadering=dag, aanwezigen=rijen, door=SYSTEEM, nu=NU
        ) == 2
    kanten = list(dag.aanwezigen.values_list("kant", flat=True))
    assert ontbrekende_kanten(dag.gremium, kanten) == ["Personeelsdomein"]
    assert ontbrekende_kanten(beraad(G.DT), []) == []
    straks = vergadering(beraad(G.PROGRAMMEERBERAAD), 3)
    assert zin(lambda: aanwezigheid_vastleggen(
        vergadering=straks, aanwezigen=rijen, door=SYSTEEM, nu=NU
    ))[0] == 409
