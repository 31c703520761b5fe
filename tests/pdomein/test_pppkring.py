"""Around the PPP: versions, what is offered, consent, recognition, the norm, the reminder."""

from datetime import date, timedelta

import pytest

from config.kern.actor import NIEMAND, Recht
from config.kern.fouten import DomeinFout, Soort
from config.kern.models import Bericht, Inzage
from pdomein import queries
from pdomein.domain import ppp as pppdomein
from pdomein.domain import pppkring as domein
from pdomein.domain.herinnering import ppps_herinneren
from pdomein.models import PPP, Norm, Normstand, PPPToestemming
from pdomein.queries import pppkring as kring
from tests.factories.pdomein import (
    CompetentieFactory,
    MedewerkerFactory,
    PPPFactory,
    ProfessieFactory,
    actor_van,
)

STRAKS = date(2026, 9, 1)


def geweigerd(opdracht, **velden):
    with pytest.raises(DomeinFout) as fout:
        opdracht(**velden)
    return fout.value.beletsel


@pytest.fixture
def profiel(wereld):
    return PPPFactory(medewerker=wereld.lid)


def als(medewerker, nu):
    return {"medewerker": medewerker, "door": actor_van(medewerker), "nu": nu}


# --- versions -------------------------------------------------------------------------------


def test_a_version_goes_back_and_what_was_there_is_kept(wereld, profiel, nu):
    """R146: compare and restore; who may see what is not restored."""
    stikstof, water = CompetentieFactory(naam="Stikstof"), CompetentieFactory(naam="Water")
    pppdomein.ppp_competentie_vastleggen(competentie=stikstof, niveau=3, **als(wereld.lid, nu))
    eerst = domein.ppp_versie_bewaren(aanleiding="Goede gesprek", **als(wereld.lid, nu))
    pppdomein.ppp_opslaan(
        kennis_en_kunde="Iets anders.", ontwikkelen="x", bellen_voor="y",
        zichtbaar_kennis="pmanager", **als(wereld.lid, nu),
    )
    pppdomein.ppp_competentie_verwijderen(competentie=stikstof, **als(wereld.lid, nu))
    pppdomein.ppp_competentie_vastleggen(competentie=water, niveau=1, **als(wereld.lid, nu))

    ppp = PPP.objects.get()
    woorden = {v.titel: v.is_anders for v in kring.verschillen(eerst, ppp)}
    assert woorden["1. Kennis en kunde"] is True
    assert woorden["Competenties"] is True
    ppp = domein.ppp_versie_terugzetten(versie=eerst, **als(wereld.lid, nu))

    assert ppp.kennis_en_kunde == "Ik weet veel van natuurbeleid."
    assert [c.competentie.naam for c in queries.competenties_van(ppp)] == ["Stikstof"]
    assert ppp.zichtbaar_kennis == "pmanager"
    voor = kring.pppversies(ppp).first()
    assert voor.aanleiding == f"Voor het terugzetten van versie {eerst.nummer}"
    assert voor.inhoud["kennis_en_kunde"] == "Iets anders."


def test_a_competentie_that_left_the_list_stays_away_when_going_back(wereld, profiel, nu, vandaag):
    oud = CompetentieFactory(naam="Oud vak")
    pppdomein.ppp_competentie_vastleggen(competentie=oud, niveau=3, **als(wereld.lid, nu))
    versie = domein.ppp_versie_bewaren(**als(wereld.lid, nu))
    oud.vervallen_op = vandaag
    oud.save()

    ppp = domein.ppp_versie_terugzetten(versie=versie, **als(wereld.lid, nu))

    assert queries.competenties_van(ppp) == ()


def test_versions_are_of_the_owner(wereld, profiel, nu):
    versie = domein.ppp_versie_bewaren(**als(wereld.lid, nu))
    PPPFactory(medewerker=wereld.collega)

    for opdracht, extra in (
        (domein.ppp_versie_bewaren, {"medewerker": wereld.lid}),
        (domein.ppp_versie_terugzetten, {"medewerker": wereld.lid, "versie": versie}),
        (domein.ppp_versie_terugzetten, {"medewerker": wereld.collega, "versie": versie}),
    ):
        weigering = geweigerd(opdracht, door=actor_van(wereld.collega), nu=nu, **extra)
        assert weigering.soort is Soort.RECHT
    assert geweigerd(
        domein.ppp_versie_bewaren, **als(MedewerkerFactory(), nu)
    ).soort is Soort.TOESTAND


# --- what is offered ------------------------------------------------------------------------


def test_what_somebody_offers_follows_the_parts_of_the_ppp(wereld, profiel, nu, vandaag):
    """R339, R393: more than one vak, mentor, other work; each with its own circle."""
    vakken = [ProfessieFactory(naam="Ecologie"), ProfessieFactory(naam="Water")]
    domein.ppp_aanbod_vastleggen(
        mentor="biedt", mentor_onderwerp="Omgaan met bestuurders", openheid="overleg",
        open_vanaf=STRAKS, professies=vakken, **als(wereld.lid, nu),
    )

    def ziet():
        w = queries.als_collega(PPP.objects.get(), vandaag)
        return w.professies, w.mentor, w.openheid, w.open_vanaf

    assert ziet() == (
        ("Ecologie", "Water"), "Ik wil mentor zijn", "Misschien, bel me even", STRAKS
    )
    PPP.objects.update(zichtbaar_bellen="matchen")
    assert ziet() == (("Ecologie", "Water"), "", "", None)
    PPP.objects.update(zichtbaar_kennis="pmanager")
    assert ziet() == ((), "", "", None)


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"mentor": "baas"}, "mentor"),
        ({"openheid": "altijd"}, "openheid"),
        ({"open_vanaf": STRAKS}, "open_vanaf"),
        ({"mentor_onderwerp": "x" * 201}, "mentor_onderwerp"),
    ],
)
def test_what_is_offered_is_checked_by_field(wereld, nu, velden, veld):
    assert geweigerd(
        domein.ppp_aanbod_vastleggen, **als(wereld.lid, nu) | velden
    ).veld == veld


# --- consent --------------------------------------------------------------------------------


def test_consent_opens_everything_for_one_colleague_and_is_logged(wereld, profiel, nu):
    """R345, R395"""
    domein.ppp_toestemming_geven(
        aan=wereld.collega, waarvoor="loopbaangesprek", tot=STRAKS, **als(wereld.lid, nu)
    )

    def ziet(wie, moment=nu):
        return pppdomein.ppp_inzien(
            medewerker=wereld.lid, waarvoor="test", door=actor_van(wie), nu=moment
        ).ontwikkelen

    assert ziet(wereld.collega) == "Ik wil leren leidinggeven."
    assert ziet(MedewerkerFactory()) is None
    assert ziet(wereld.collega, nu + timedelta(days=100)) is None
    assert Inzage.objects.filter(wie_naam=wereld.collega.naam).count() == 2
    domein.ppp_toestemming_intrekken(
        toestemming=PPPToestemming.objects.get(), door=actor_van(wereld.lid), nu=nu
    )
    assert ziet(wereld.collega) is None


def test_consent_is_not_for_the_matchtafel(wereld, profiel, nu, vandaag):
    """Whoever reads as part of a match sees no wishes by a consent for something else."""
    domein.ppp_toestemming_geven(
        aan=wereld.collega, waarvoor="mentor", tot=STRAKS, **als(wereld.lid, nu)
    )

    assert queries.ppp_weergave(
        actor_van(wereld.collega), wereld.lid, vandaag
    ).ontwikkelen is None


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"tot": date(2026, 6, 1)}, "tot"), ({"tot": date(2028, 1, 1)}, "tot"),
        ({"waarvoor": " "}, "waarvoor"), ({"aan": "zelf"}, "aan"),
    ],
)
def test_consent_has_a_purpose_and_an_end(wereld, profiel, nu, velden, veld):
    invoer = {"aan": wereld.collega, "waarvoor": "gesprek", "tot": STRAKS} | velden
    if invoer["aan"] == "zelf":
        invoer["aan"] = wereld.lid

    assert geweigerd(domein.ppp_toestemming_geven, **als(wereld.lid, nu) | invoer).veld == veld


def test_consent_twice_is_one(wereld, profiel, nu):
    velden = als(wereld.lid, nu) | {
        "aan": wereld.collega, "waarvoor": "gesprek", "tot": STRAKS
    }
    domein.ppp_toestemming_geven(**velden)

    assert geweigerd(domein.ppp_toestemming_geven, **velden).soort is Soort.TOESTAND
    anders = {**velden, "door": actor_van(wereld.collega)}
    assert geweigerd(domein.ppp_toestemming_geven, **anders).soort is Soort.RECHT


# --- recognition ----------------------------------------------------------------------------


def test_a_colleague_recognises_what_is_shared_once(wereld, nu):
    """R347: confirmation by a colleague or the P-manager."""
    stikstof = CompetentieFactory(naam="Stikstof")
    PPPFactory(medewerker=wereld.lid, competenties=[(stikstof, 3)])
    velden = {"medewerker": wereld.lid, "competentie": stikstof, "nu": nu}

    domein.competentie_herkennen(door=actor_van(wereld.collega), **velden)

    (rij,) = queries.competenties_van(PPP.objects.get())
    assert rij.aantal_herkend == 1
    assert geweigerd(
        domein.competentie_herkennen, door=actor_van(wereld.collega), **velden
    ).soort is Soort.TOESTAND
    for door in (actor_van(wereld.lid), NIEMAND):
        weigering = geweigerd(domein.competentie_herkennen, door=door, **velden)
        assert weigering.soort is Soort.RECHT
    PPP.objects.update(zichtbaar_kennis="pmanager")
    assert geweigerd(
        domein.competentie_herkennen, door=actor_van(MedewerkerFactory()), **velden
    ).soort is Soort.RECHT


# --- the norm of the P-manager --------------------------------------------------------------


def test_a_pmanager_relates_to_an_editable_norm(wereld, nu, vandaag):
    """R144: the list may be empty, is the province's, and a line may lapse."""
    assert kring.normstanden(wereld.pmanager, vandaag) == []
    regie = actor_van(MedewerkerFactory(), (Recht.DOMEIN_REGIE, wereld.pteam.domein))
    norm = domein.norm_vastleggen(
        norm=None, naam="Goede gesprekken", rubriek="gesprekken", minimum=2, door=regie, nu=nu
    )

    domein.normstand_vastleggen(
        norm=norm, stand="bezig", aantal=1, **als(wereld.pmanager, nu)
    )

    ((_, stand),) = kring.normstanden(wereld.pmanager, vandaag)
    assert (stand.stand, stand.aantal) == ("bezig", 1)
    domein.norm_vervallen(norm=norm, door=regie, nu=nu)
    assert kring.normstanden(wereld.pmanager, vandaag) == []
    assert Normstand.objects.count() == 1
    assert geweigerd(domein.norm_vervallen, norm=norm, door=regie, nu=nu).soort is Soort.TOESTAND


def test_the_norm_is_for_pmanagers_and_kept_by_who_steers_them(wereld, nu):
    norm = Norm.objects.create(naam="Intervisie", rubriek="intervisie")

    assert geweigerd(
        domein.norm_vastleggen, norm=None, naam="x", rubriek="scholing",
        door=actor_van(wereld.pmanager), nu=nu,
    ).soort is Soort.RECHT
    assert geweigerd(
        domein.normstand_vastleggen, norm=norm, stand="bezig", **als(wereld.lid, nu)
    ).zin == "De norm geldt voor P-managers."
    assert geweigerd(
        domein.normstand_vastleggen, norm=norm, stand="top", **als(wereld.pmanager, nu)
    ).veld == "stand"


# --- the reminder ---------------------------------------------------------------------------


def test_a_reminder_is_gentle(wereld, nu):
    """R140: once per period, to the owner only, and not to who pauses."""
    PPPFactory(medewerker=wereld.lid)
    PPPFactory(medewerker=wereld.collega)
    later = nu + timedelta(days=380)
    pppdomein.ppp_pauzeren(
        medewerker=wereld.collega, tot=date(2027, 5, 1), door=actor_van(wereld.collega), nu=nu
    )
    PPP.objects.filter(medewerker=wereld.collega).update(pauze_tot=date(2028, 1, 1))

    ppps_herinneren(nu=later)
    ppps_herinneren(nu=later)

    assert Bericht.objects.filter(
        ontvanger=wereld.lid.gebruiker, onderwerp="Klopt je PPP nog?"
    ).count() == 1
    assert Bericht.objects.filter(ontvanger=wereld.collega.gebruiker).count() == 0
    assert Bericht.objects.filter(
        ontvanger=wereld.pmanager.gebruiker, onderwerp__startswith="Maak je eerste"
    ).count() == 1


# --- screens --------------------------------------------------------------------------------


def test_a_first_ppp_in_five_steps(wereld, browser):
    """R344: each step is saved; nothing is lost by stopping."""
    client, stikstof = browser(wereld.lid), CompetentieFactory(naam="Stikstof")

    assert "vijf korte stappen" in client.get("/ppp/").content.decode().lower()
    client.post("/ppp/stappen/1/", {"kennis_en_kunde": "Ecologie"})
    antwoord = client.post(
        "/ppp/stappen/2/", {"competentie": str(stikstof.public_id), "niveau": "3"}
    )
    assert antwoord.url == "/ppp/stappen/2/"
    client.post("/ppp/stappen/3/", {"ontwikkelen": "Leiden"})
    client.post("/ppp/stappen/4/", {"bellen_voor": "Otters"})
    antwoord = client.post(
        "/ppp/stappen/5/", {"zichtbaar_kennis": "matchen", "zichtbaar_bellen": "iedereen"}
    )

    ppp = PPP.objects.get()
    assert antwoord.url == "/ppp/voorbeeld/"
    assert (ppp.kennis_en_kunde, ppp.ontwikkelen, ppp.bellen_voor) == (
        "Ecologie", "Leiden", "Otters"
    )
    assert (ppp.zichtbaar_kennis, ppp.competenties.count()) == ("matchen", 1)
    assert client.post("/ppp/stappen/1/", {"kennis_en_kunde": "x" * 6001}).status_code == 400
    assert client.get("/ppp/stappen/6/").status_code == 404


@pytest.mark.parametrize(
    ("als_wie", "ziet"),
    [("collega", (False, True)), ("aog", (True, True)), ("pmanager", (True, True))],
)
def test_the_preview_is_what_each_reader_gets(wereld, browser, als_wie, ziet):
    PPPFactory(medewerker=wereld.lid, zichtbaar_kennis="matchen")

    tekst = browser(wereld.lid).get("/ppp/voorbeeld/", {"als": als_wie}).content.decode()

    assert ("natuurbeleid" in tekst, "vergunningen" in tekst) == ziet
    assert ("leren leidinggeven" in tekst) == (als_wie == "pmanager")


def test_the_pages_around_the_ppp_answer(wereld, browser, nu):
    stikstof = CompetentieFactory(naam="Stikstof")
    PPPFactory(medewerker=wereld.pmanager, competenties=[(stikstof, 3)])
    norm = Norm.objects.create(naam="Intervisie", rubriek="intervisie", minimum=4)
    client = browser(wereld.pmanager)
    client.post("/ppp/versies/", {"aanleiding": "Proef"})
    nummer = PPP.objects.get().versie

    for pad in (
        "/ppp/versies/", f"/ppp/versies/{nummer}/", "/ppp/aanbod/", "/ppp/toestemmingen/",
        "/ppp/norm/", f"/ppp/norm/{norm.public_id}/", "/ppp/norm/toevoegen/", "/ppp/stappen/2/",
    ):
        assert client.get(pad).status_code == 200, pad
    antwoord = client.post(f"/ppp/versies/{nummer}/terugzetten/")
    assert antwoord.url == "/ppp/"
    assert browser(wereld.lid).get(f"/ppp/versies/{nummer}/").status_code == 404
    antwoord = client.post(f"/ppp/norm/{norm.public_id}/", {"stand": "voldoet", "aantal": "4"})
    assert antwoord.status_code == 302
    antwoord = client.post("/ppp/aanbod/", {"openheid": "ja", "open_vanaf": "2026-09-01"})
    assert antwoord.status_code == 302
    fout = client.post(
        "/ppp/toestemmingen/", {"aan": "niemand@example.org", "waarvoor": "x", "tot": "2027-01-01"}
    )
    assert fout.status_code == 400
    assert client.post("/ppp/norm/toevoegen/", {"naam": "x", "rubriek": "scholing"}
                       ).status_code == 403


def test_the_coverage_of_the_own_people_is_numbers(wereld, browser):
    """R344: coverage KPI."""
    PPPFactory(medewerker=wereld.lid)

    dekking = browser(wereld.pmanager).get("/medewerkers/").context["dekking"]

    assert (dekking.mensen, dekking.compleet, dekking.pct_gepubliceerd) == (1, 0, "100%")
