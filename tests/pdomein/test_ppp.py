from datetime import date, timedelta

import pytest

from config.kern.fouten import DomeinFout
from config.kern.models import Inzage, Logregel
from pdomein import queries
from pdomein.domain import ppp as domein
from pdomein.models import PPP, Medewerker
from tests.factories.pdomein import CompetentieFactory, PPPFactory, actor_van

TEKSTEN = {
    "kennis_en_kunde": "Ecologie", "ontwikkelen": "Leidinggeven", "bellen_voor": "Vleermuizen"
}


@pytest.fixture
def eigenaar(wereld):
    return wereld.lid


def bewaar(medewerker, nu, **velden):
    return domein.ppp_opslaan(
        medewerker=medewerker, door=actor_van(medewerker), nu=nu, **TEKSTEN | velden
    )


def doe(opdracht, medewerker, nu, **velden):
    return opdracht(medewerker=medewerker, door=actor_van(medewerker), nu=nu, **velden)


def test_ppp_opslaan_keeps_the_three_parts_and_stays_private(eigenaar, nu, vandaag):
    """R141, R143: publishing is off by default."""
    ppp = bewaar(eigenaar, nu)

    assert (ppp.kennis_en_kunde, ppp.gepubliceerd_op) == ("Ecologie", None)
    assert list(PPP.objects.zichtbaar(vandaag)) == []


def test_ppp_opslaan_twice_changes_nothing(eigenaar, nu):
    bewaar(eigenaar, nu)
    aantal = Logregel.objects.count()

    assert bewaar(eigenaar, nu, versie=1).versie == 1
    assert Logregel.objects.count() == aantal


def test_ppp_opslaan_over_another_window_is_refused(eigenaar, nu):
    bewaar(eigenaar, nu)
    bewaar(eigenaar, nu, versie=1, bellen_voor="Otters")

    with pytest.raises(DomeinFout) as fout:
        bewaar(eigenaar, nu, versie=1, bellen_voor="Bevers")

    assert fout.value.status == 409
    assert PPP.objects.get().bellen_voor == "Otters"


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"bellen_voor": "x" * 6001}, "bellen_voor"),
        ({"kennis_en_kunde": "\x00"}, "kennis_en_kunde"),
        ({"zichtbaar_kennis": "wereld"}, "zichtbaar_kennis"),
    ],
)
def test_ppp_opslaan_refuses_impossible_values_by_field(eigenaar, nu, velden, veld):
    with pytest.raises(DomeinFout) as fout:
        bewaar(eigenaar, nu, **velden)

    assert fout.value.beletsel.veld == veld


@pytest.mark.parametrize("leeg", list(TEKSTEN))
def test_ppp_publiceren_asks_all_three_parts(eigenaar, nu, leeg):
    """R141"""
    bewaar(eigenaar, nu, **{leeg: "  "})

    with pytest.raises(DomeinFout) as fout:
        doe(domein.ppp_publiceren, eigenaar, nu)

    assert fout.value.zin.startswith("Vul eerst nog in: deel")


def test_publishing_and_withdrawing_is_one_act_each(eigenaar, nu, vandaag):
    """R143, E09"""
    bewaar(eigenaar, nu)

    doe(domein.ppp_publiceren, eigenaar, nu)
    assert PPP.objects.zichtbaar(vandaag).count() == 1
    with pytest.raises(DomeinFout):
        doe(domein.ppp_publiceren, eigenaar, nu)

    doe(domein.ppp_intrekken, eigenaar, nu)
    assert PPP.objects.zichtbaar(vandaag).count() == 0
    with pytest.raises(DomeinFout):
        doe(domein.ppp_intrekken, eigenaar, nu)


def test_publishing_keeps_a_version_for_the_owner(eigenaar, nu):
    """R146"""
    bewaar(eigenaar, nu)
    ppp = doe(domein.ppp_publiceren, eigenaar, nu)

    assert ppp.versies.get().inhoud["ontwikkelen"] == "Leidinggeven"


def test_a_pause_hides_until_its_day(wereld, nu, vandaag):
    ppp = PPPFactory(medewerker=wereld.lid)
    tot = vandaag + timedelta(days=10)

    doe(domein.ppp_pauzeren, wereld.lid, nu, tot=tot)

    dagen = [vandaag, tot - timedelta(days=1), tot]
    assert [PPP.objects.zichtbaar(d).count() for d in dagen] == [0, 0, 1]
    doe(domein.ppp_hervatten, wereld.lid, nu)
    assert list(PPP.objects.zichtbaar(vandaag)) == [ppp]


@pytest.mark.parametrize("dagen", [0, -1, 400])
def test_a_pause_has_an_end_within_a_year(wereld, nu, vandaag, dagen):
    PPPFactory(medewerker=wereld.lid)

    with pytest.raises(DomeinFout) as fout:
        doe(domein.ppp_pauzeren, wereld.lid, nu, tot=vandaag + timedelta(days=dagen))

    assert fout.value.beletsel.veld == "tot"


def test_a_ppp_is_fresh_for_a_year(wereld, nu):
    """R140"""
    ppp = PPPFactory(medewerker=wereld.lid)

    assert queries.is_vers(ppp, date(2027, 5, 31)) is True
    assert queries.is_vers(ppp, date(2027, 6, 3)) is False
    doe(domein.ppp_bevestigen, wereld.lid, nu + timedelta(days=370))
    ppp.refresh_from_db()
    assert queries.is_vers(ppp, date(2027, 6, 10)) is True


def test_ppp_competentie_vastleggen_adds_and_changes(eigenaar, nu):
    """R347: level and evidence."""
    stikstof = CompetentieFactory(naam="Stikstof")

    doe(domein.ppp_competentie_vastleggen, eigenaar, nu, competentie=stikstof, niveau=2)
    rij = doe(
        domein.ppp_competentie_vastleggen, eigenaar, nu, competentie=stikstof, niveau=4,
        bewijs=" PAS ",
    )

    assert PPP.objects.get().competenties.count() == 1
    assert (rij.niveau, rij.bewijs) == (4, "PAS")
    doe(domein.ppp_competentie_verwijderen, eigenaar, nu, competentie=stikstof)
    with pytest.raises(DomeinFout):
        doe(domein.ppp_competentie_verwijderen, eigenaar, nu, competentie=stikstof)


@pytest.mark.parametrize("niveau", [0, 6])
def test_ppp_competentie_vastleggen_knows_five_levels(eigenaar, nu, niveau):
    with pytest.raises(DomeinFout) as fout:
        doe(
            domein.ppp_competentie_vastleggen, eigenaar, nu, competentie=CompetentieFactory(),
            niveau=niveau,
        )

    assert fout.value.beletsel.veld == "niveau"


def test_ppp_momentopname_holds_what_the_owner_shares_when_reacting(wereld):
    """R345: parts kept to the P-manager stay at home, wishes only on request."""
    ppp = PPPFactory(
        medewerker=wereld.lid, zichtbaar_kennis="matchen", zichtbaar_bellen="pmanager",
        competenties=[(CompetentieFactory(naam="Stikstof"), 3)],
    )

    zonder = queries.ppp_momentopname(ppp, met_wensen=False)
    met = queries.ppp_momentopname(ppp, met_wensen=True)

    assert zonder["kennis_en_kunde"] == "Ik weet veel van natuurbeleid."
    assert [c["naam"] for c in zonder["competenties"]] == ["Stikstof"]
    assert (zonder["bellen_voor"], met["bellen_voor"]) == ("", "")
    assert "ontwikkelen" not in zonder
    assert met["ontwikkelen"] == "Ik wil leren leidinggeven."


def test_each_look_at_a_profile_is_noted_for_its_owner(wereld, nu):
    """R345, R408, E09"""
    PPPFactory(medewerker=wereld.lid)

    domein.ppp_inzien(
        medewerker=wereld.lid, waarvoor="als collega", door=actor_van(wereld.collega), nu=nu
    )
    domein.ppp_inzien(
        medewerker=wereld.lid, waarvoor="eigen", door=actor_van(wereld.lid), nu=nu
    )

    inzage = Inzage.objects.get()
    assert (inzage.wie_naam, inzage.waarvoor) == (wereld.collega.naam, "als collega")


def test_looking_at_nothing_is_not_noted(wereld, nu):
    PPPFactory(medewerker=wereld.lid, gepubliceerd=False)

    weergave = domein.ppp_inzien(
        medewerker=wereld.lid, waarvoor="als collega", door=actor_van(wereld.collega), nu=nu
    )

    assert weergave.heeft_inhoud is False
    assert Inzage.objects.exists() is False


def test_the_profile_of_who_left_is_gone_for_colleagues(wereld, nu, vandaag):
    """R346"""
    PPPFactory(medewerker=wereld.lid)
    Medewerker.objects.filter(pk=wereld.lid.pk).update(uit_dienst=vandaag)

    assert PPP.objects.zichtbaar(vandaag).count() == 0
    wereld.lid.refresh_from_db()
    assert queries.ppp_weergave(
        actor_van(wereld.collega), wereld.lid, vandaag
    ).heeft_inhoud is False


def test_two_windows_make_one_ppp(eigenaar, nu):
    bewaar(eigenaar, nu, versie=0)

    with pytest.raises(DomeinFout):
        bewaar(eigenaar, nu, versie=0, bellen_voor="Otters")
    assert PPP.objects.count() == 1


def test_ppp_overnemen_is_for_the_first_filling_only(wereld, nu):
    PPPFactory(medewerker=wereld.lid)

    with pytest.raises(DomeinFout) as fout:
        PPPFactory(medewerker=wereld.lid)
    assert fout.value.zin == "Lies de Wit heeft al een PPP."
    with pytest.raises(DomeinFout) as fout:
        PPPFactory(medewerker=wereld.collega, bellen_voor="")
    assert fout.value.zin.startswith("Een gepubliceerd PPP is volledig.")
