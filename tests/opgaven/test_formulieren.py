"""Forms of the work through the browser: done, refused, kept (issue: bad input, stale, double)."""

from decimal import Decimal

import pytest
from django.urls import reverse

from config.kern.actor import SYSTEEM
from config.kern.enums import GremiumSoort
from config.kern.models import Besluitenlijst, Vergadering
from opgaven.domain.besluitenlijst import opdracht_agenderen
from opgaven.domain.opdracht import opdracht_wijzigen
from opgaven.models import Capaciteitsvraag, Opdracht, OpgaveToedeling, Statusovergang
from opgaven.queries import odomein_van
from register.enums import RolCode
from tests.factories.kern import NU, VANDAAG, GremiumFactory
from tests.factories.opgaven import (
    ODomeinFactory,
    OpdrachtFactory,
    OpgaveFactory,
    lijst_van,
    profiel,
    programmeerberaad,
)
from tests.factories.pdomein import CompetentieFactory, MedewerkerFactory
from tests.factories.register import RolFactory

pytestmark = pytest.mark.django_db

PROFIEL = {
    "naam": "Laadpalen", "label": "dynamisch", "soort": "product", "begrotingscode": "BC-7",
    "prioriteit": "2", "budget_materieel": "12.500,50", "capaciteit_fte": "1,5",
    "begin": "2026-07-01", "einde": "2026-12-31", "waarom": "Daarom",
}


@pytest.fixture(autouse=True)
def _vandaag(monkeypatch):
    """Pages ask the clock; the factories live on one day."""
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)


@pytest.fixture
def als(ingelogd):
    """``als("aog", opdracht)`` is the browser of somebody who holds that role in the register."""

    def maak(rol, op=None):
        medewerker = MedewerkerFactory()
        if rol:
            RolFactory(
                rol_code=rol, op=op, medewerker=medewerker, uitzondering="Voor de test"
            )
        return ingelogd(medewerker.gebruiker)

    return maak


def pad(naam, *args):
    return reverse(f"opgaven:{naam}", args=args)


@pytest.fixture
def dd(als):
    """The domeindirecteur of an opgave."""
    return lambda opgave: als(RolCode.DOMEINDIRECTEUR, odomein_van(opgave, VANDAAG))


def test_domeindirecteur_makes_an_opdracht(dd):
    opgave = OpgaveFactory()
    antwoord = dd(opgave).post(pad("opdracht-aanmaken", opgave.public_id), PROFIEL, follow=True)
    opdracht = Opdracht.objects.get()
    assert antwoord.redirect_chain == [(pad("opdracht", opdracht.public_id), 302)]
    assert (opdracht.budget_materieel, opdracht.capaciteit_fte) == (
        Decimal("12500.50"), Decimal("1.5")
    )
    assert opdracht.einde.isoformat() == "2027-01-01"
    assert "31 december 2026" in antwoord.content.decode()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"naam": ""}, "Dit veld is vereist"),
        ({"label": "vloeibaar"}, "vloeibaar"),
        ({"begin": "gisteren"}, "Voer een geldige datum in"),
        ({"einde": "2026-06-01"}, "De einddatum moet na de begindatum liggen."),
        ({"budget_materieel": "veel"}, "Voer een getal in"),
        ({"capaciteit_fte": "-1"}, "minstens 0"),
        ({"begrotingscode": ""}, "Vul de begrotingscode in of leg uit waarom die ontbreekt."),
    ],
)
def test_wrong_input_is_named_and_kept(dd, velden, zin):
    opgave = OpgaveFactory()
    antwoord = dd(opgave).post(
        pad("opdracht-aanmaken", opgave.public_id), {**PROFIEL, "wat": "Mijn tekst", **velden}
    )
    tekst = antwoord.content.decode()
    assert (antwoord.status_code, zin in tekst, "Mijn tekst" in tekst) == (400, True, True)
    assert Opdracht.objects.count() == 0


def test_a_form_that_is_sent_empty_says_what_is_needed(dd):
    opgave = OpgaveFactory()
    antwoord = dd(opgave).post(pad("opdracht-aanmaken", opgave.public_id), {})
    assert (antwoord.status_code, "Dit veld is vereist" in antwoord.content.decode()) == (
        400, True
    )


@pytest.mark.parametrize("waarde", ["\x00", "<script>alert(1)</script>", "' OR 1=1 --"])
def test_hostile_text_breaks_nothing(dd, waarde):
    opgave = OpgaveFactory()
    browser = dd(opgave)
    antwoord = browser.post(
        pad("opdracht-aanmaken", opgave.public_id), {**PROFIEL, "waarom": waarde}, follow=True
    )
    assert antwoord.status_code in {200, 400}
    assert "<script>alert" not in antwoord.content.decode()
    assert browser.get(pad("opdrachten"), {"zoek": waarde}).status_code == 200


def test_somebody_else_sees_the_reason_and_is_refused(als):
    opgave = OpgaveFactory()
    browser = als(None)
    assert "Alleen de domeindirecteur van deze opgave kan" in browser.get(
        pad("opgave", opgave.public_id)
    ).content.decode()
    antwoord = browser.post(pad("opdracht-aanmaken", opgave.public_id), PROFIEL)
    assert (antwoord.status_code, Opdracht.objects.count()) == (403, 0)


def test_sending_twice_makes_one(dd):
    opgave = OpgaveFactory()
    browser = dd(opgave)
    browser.post(pad("opdracht-aanmaken", opgave.public_id), PROFIEL)
    tweede = browser.post(pad("opdracht-aanmaken", opgave.public_id), PROFIEL)
    assert (tweede.status_code, Opdracht.objects.count()) == (409, 1)


def test_a_stale_page_keeps_input_and_names_the_change(dd):
    """SCHERMEN: the form comes back with your input kept and the other's change named."""
    opdracht = OpdrachtFactory()
    browser = dd(opdracht.opgave)
    oud = opdracht.versie
    opdracht_wijzigen(
        opdracht=opdracht, profiel=profiel(naam="Van een ander"), door=SYSTEEM, nu=NU
    )
    invoer = {**PROFIEL, "naam": "Van mij", "versie": str(oud)}
    antwoord = browser.post(pad("wijzigen", opdracht.public_id), invoer)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "heeft intussen dit gewijzigd: titel resultaatopdracht." in tekst
    assert 'value="Van mij"' in tekst
    assert f'name="versie" value="{oud + 1}"' in tekst
    invoer["versie"] = str(oud + 1)
    assert browser.post(pad("wijzigen", opdracht.public_id), invoer).status_code == 302


def test_capaciteitsvraag_with_competenties(dd):
    """R217."""
    opdracht, gis = OpdrachtFactory(leeg=True), CompetentieFactory(naam="GIS")
    browser = dd(opdracht.opgave)
    vraag = {
        "plaats": "team", "omschrijving": "GIS-adviseur", "aantal": "2", "fte": "0,8",
        "schaal_van": "10", "schaal_tot": "11", "begin": "2026-07-01", "einde": "", "rijen": "6",
        "competentie_0": str(gis.public_id), "niveau_0": "4", "gewicht_0": "3", "vereist_0": "on",
    }
    antwoord = browser.post(pad("capaciteitsvraag-vastleggen", opdracht.public_id), vraag)
    assert antwoord.status_code == 302
    rij = Capaciteitsvraag.objects.get()
    gevraagd = rij.competenties.get()
    assert (gevraagd.competentie, gevraagd.niveau, gevraagd.gewicht, gevraagd.vereist) == (
        gis, 4, 3, True
    )
    wijzig = pad("capaciteitsvraag-wijzigen", rij.public_id)
    assert 'value="0,80"' in browser.get(wijzig).content.decode()
    assert browser.post(wijzig, {**vraag, "fte": "2"}).status_code == 400
    assert browser.post(wijzig, {**vraag, "fte": "0,5", "rijen": "999"}).status_code == 400
    assert browser.post(wijzig, {**vraag, "fte": "0,5"}).status_code == 302
    weg = pad("capaciteitsvraag-verwijderen", rij.public_id)
    assert browser.get(weg).status_code == 405
    assert browser.post(weg).status_code == 302
    assert Capaciteitsvraag.objects.count() == 0


def test_toetser_writes_three_parts(als):
    """R204."""
    opdracht = OpdrachtFactory(status="profiel_vastgesteld")
    browser = als(RolCode.TOETSER)
    for onderdeel in ("financieel", "personeel", "juridisch"):
        url = pad("toetsen", opdracht.public_id, onderdeel)
        assert browser.post(url, {"uitkomst": "positief"}).status_code == 400
        assert browser.post(
            url, {"uitkomst": "positief", "toelichting": "Past"}
        ).status_code == 302
    opdracht.refresh_from_db()
    assert opdracht.status == "getoetst"


def test_chair_adopts_the_list_and_a_double_click_does_nothing(als):
    """R219, R220."""
    opdracht, lijst = OpdrachtFactory(status="getoetst"), lijst_van()
    opdracht_agenderen(opdracht=opdracht, besluitenlijst=lijst, door=SYSTEEM, nu=NU)
    voorzitter = als(RolCode.VOORZITTER, lijst.vergadering.gremium)
    url = pad("besluitenlijst-vaststellen", lijst.public_id)
    assert voorzitter.get(url).status_code == 405
    een = voorzitter.post(url, follow=True).content.decode()
    voorzitter.post(url)
    assert "binnen een minuut na het vaststellen klaar" in een
    assert Statusovergang.objects.filter(naar="geprogrammeerd").count() == 1


def test_others_see_a_switched_off_button_with_the_reason(als):
    opdracht, lijst = OpdrachtFactory(status="getoetst"), lijst_van()
    opdracht_agenderen(opdracht=opdracht, besluitenlijst=lijst, door=SYSTEEM, nu=NU)
    browser = als(RolCode.SECRETARIS, lijst.vergadering.gremium)
    pagina = browser.get(pad("besluitenlijst", lijst.public_id)).content.decode()
    assert "Alleen de voorzitter van “Programmeerberaad” stelt de besluitenlijst vast." in pagina
    antwoord = browser.post(pad("besluitenlijst-vaststellen", lijst.public_id), follow=True)
    assert "Alleen de voorzitter van" in antwoord.content.decode()
    lijst.refresh_from_db()
    assert lijst.status == "concept"


def test_negative_toets_through_the_screen(als):
    """E14."""
    opdracht, lijst = OpdrachtFactory(
        status="getoetst", toets={"personeel": "negatief"}
    ), lijst_van()
    punt = opdracht_agenderen(opdracht=opdracht, besluitenlijst=lijst, door=SYSTEEM, nu=NU)
    voorzitter = als(RolCode.VOORZITTER, lijst.vergadering.gremium)
    pagina = voorzitter.get(pad("besluitenlijst", lijst.public_id)).content.decode()
    assert "is negatief (personeel)" in pagina
    voorzitter.post(
        pad("programmering-motiveren", punt.public_id), {"motivering": "Het moet nu."}
    )
    klaar = voorzitter.post(
        pad("besluitenlijst-vaststellen", lijst.public_id), follow=True
    ).content.decode()
    assert "1 besluit is genomen tegen een negatieve toets in" in klaar
    assert "Het moet nu." in klaar
    dt = GremiumFactory(soort=GremiumSoort.DT)
    verslag = als(None).get(pad("gremium", dt.code)).content.decode()
    assert (opdracht.naam in verslag, "Het moet nu." in verslag) == (True, True)


def test_secretary_prepares_a_meeting(als):
    """R224."""
    beraad, opdracht = programmeerberaad(), OpdrachtFactory(status="getoetst")
    browser = als(RolCode.SECRETARIS, beraad)
    plan = pad("vergadering-plannen", beraad.code)
    assert browser.post(plan, {"datum": "2026-06-08"}).status_code == 302
    assert browser.post(plan, {"datum": "2026-06-08"}).status_code == 409
    vergadering = Vergadering.objects.get(gremium=beraad)
    browser.post(pad("besluitenlijst-openen", vergadering.public_id))
    lijst = Besluitenlijst.objects.get()
    agenderen = pad("agenderen", opdracht.public_id)
    assert browser.post(agenderen, {"besluitenlijst": "weg"}).status_code == 400
    assert browser.post(agenderen, {"besluitenlijst": str(lijst.public_id)}).status_code == 302
    assert browser.post(agenderen, {"besluitenlijst": str(lijst.public_id)}).status_code == 409
    browser.post(pad("besluit-agenderen", lijst.public_id), {"onderwerp": "D", "tekst": "T"})
    assert lijst.besluiten.count() == 2
    punt = opdracht.programmeringen.get()
    browser.post(pad("agendering-intrekken", punt.public_id))
    assert lijst.besluiten.count() == 1


def test_chair_of_the_o_beraad_allocates(als):
    """R009."""
    beraad = GremiumFactory(soort=GremiumSoort.O_BERAAD)
    opgave, odomein = OpgaveFactory(odomein=None), ODomeinFactory()
    browser = als(RolCode.VOORZITTER, beraad)
    invoer = {"gremium": beraad.code, "odomein": odomein.code, "begin": "2026-06-01"}
    url = pad("opgave-toedelen", opgave.public_id)
    assert browser.post(url, {**invoer, "odomein": "weg"}).status_code == 400
    assert browser.post(url, invoer).status_code == 302
    assert browser.post(url, invoer).status_code == 409
    assert OpgaveToedeling.objects.count() == 1


def test_life_of_an_opdracht_through_the_screen(als, dd):
    opdracht = OpdrachtFactory(status="in_uitvoering")
    aog, domeindirecteur = als(RolCode.AOG, opdracht), dd(opdracht.opgave)
    assert aog.post(pad("opleveren", opdracht.public_id)).status_code == 302
    assert aog.post(pad("opleveren", opdracht.public_id)).status_code == 409
    dechargeren = pad("dechargeren", opdracht.public_id)
    assert domeindirecteur.post(dechargeren, {"is_einde": "einde"}).status_code == 400
    assert domeindirecteur.post(
        dechargeren, {"is_einde": "einde", "reden": "Het is af."}
    ).status_code == 302
    opdracht.refresh_from_db()
    assert opdracht.status == "gedechargeerd"


def test_scope_milestone_and_risk_through_the_screen(als, dd):
    opdracht = OpdrachtFactory(status="in_uitvoering")
    aog, domeindirecteur = als(RolCode.AOG, opdracht), dd(opdracht.opgave)
    scope = {"budget_materieel": "300.000", "mandaat": "m", "strategische_keuzes": "s"}
    assert aog.post(pad("scope-voorstellen", opdracht.public_id), scope).status_code == 302
    voorstel = opdracht.scopes.get(status="voorgesteld")
    accorderen = pad("scope-accorderen", opdracht.public_id, voorstel.public_id)
    assert aog.post(accorderen, {"akkoord": "ja"}).status_code == 403
    assert domeindirecteur.get(accorderen).status_code == 200
    assert domeindirecteur.post(accorderen, {"akkoord": "ja"}).status_code == 302
    aog.post(
        pad("mijlpaal-toevoegen", opdracht.public_id), {"naam": "Ontwerp", "datum": "2026-05-01"}
    )
    pagina = aog.get(pad("opdracht", opdracht.public_id)).content.decode()
    assert "1 mijlpaal is te laat" in pagina
    aog.post(pad("mijlpaal-halen", opdracht.mijlpalen.get().public_id))
    risico = {
        "omschrijving": "Stikstof", "kans": "4", "gevolg": "5", "maatregel": "m", "eigenaar": "e",
    }
    assert aog.post(pad("risico-toevoegen", opdracht.public_id), risico).status_code == 302
    aog.post(pad("risico-vervallen", opdracht.risicos.get().public_id))
    assert (opdracht.mijlpalen.get().gehaald_op, opdracht.risicos.count()) == (VANDAAG, 0)


def test_aog_splits(als):
    opdracht = OpdrachtFactory(status="in_uitvoering")
    browser = als(RolCode.AOG, opdracht)
    antwoord = browser.post(pad("deelopdracht-aanmaken", opdracht.public_id), PROFIEL)
    assert antwoord.status_code == 302
    deel = opdracht.deelopdrachten.get()
    assert "Dit is een deelopdracht van" in browser.get(
        pad("opdracht", deel.public_id)
    ).content.decode()


def test_portfolio_filters_in_the_address(als):
    """R011, R052."""
    browser, opgave = als(None), OpgaveFactory()
    OpdrachtFactory(opgave=opgave, naam="Brug over de Vecht", leeg=True)
    OpdrachtFactory(naam="Weg", label="stabiel", leeg=True)
    odomein = odomein_van(opgave, VANDAAG)
    for vraag, namen in (
        ({"zoek": "vecht"}, ["Brug over de Vecht"]), ({"label": "stabiel"}, ["Weg"]),
        ({"odomein": odomein.code}, ["Brug over de Vecht"]), ({"status": "geschrapt"}, []),
        ({"ambitie": opgave.beleidsdoel.ambitie.code}, ["Brug over de Vecht"]),
        ({"sorteer": "-naam"}, ["Weg", "Brug over de Vecht"]), ({"sorteer": "raar"}, None),
        ({"pagina": "99"}, None),
    ):
        antwoord = browser.get(pad("opdrachten"), vraag)
        assert antwoord.status_code == 200
        if namen is not None:
            assert [o.naam for o in antwoord.context["pagina"]] == namen


def test_export_is_safe_for_a_spreadsheet(als):
    """A cell that looks like a formula is text."""
    OpdrachtFactory(naam='=HYPERLINK("http://kwaad")', leeg=True)
    OpdrachtFactory(naam="Gewoon", leeg=True)
    antwoord = als(None).get(pad("opdrachten-export"), {"zoek": "hyperlink"})
    regels = antwoord.getvalue().decode("utf-8-sig").splitlines()
    assert len(regels) == 2
    assert regels[0].startswith("code;naam;")
    assert "\"'=HYPERLINK(" in regels[1]
    assert ";2,50;250000,00;" in regels[1]


def test_besluit_about_a_person_hides_its_text(als):
    opdracht = OpdrachtFactory()
    rol = RolFactory(rol_code=RolCode.AON, op=opdracht, medewerker=MedewerkerFactory())
    url = pad("besluit", rol.besluit.public_id)
    assert "gaat over een persoon" in als(None).get(url).content.decode()
    inhoud = als(RolCode.AUDITOR).get(url).content.decode()
    assert rol.besluit.tekst in inhoud


def test_unknown_things_are_404(als):
    browser, weg = als(None), "00000000-0000-0000-0000-000000000000"
    for naam in (
        "opgave", "opdracht", "besluitenlijst", "besluit", "capaciteitsvraag-wijzigen",
        "programmering-motiveren",
    ):
        assert browser.get(pad(naam, weg)).status_code == 404, naam
    assert browser.get(pad("gremium", "weg")).status_code == 404
    assert browser.get(pad("opgaven"), {"jaar": "1900"}).status_code == 200


def test_stabiel_asks_for_a_jaarplan(als):
    """R056: no market for stable work; the page says how it is staffed."""
    opdracht = OpdrachtFactory(label="stabiel", status="geprogrammeerd")
    pagina = als(None).get(pad("opdracht", opdracht.public_id)).content.decode()
    assert "Bemensen via het jaarplan van een P-team" in pagina
