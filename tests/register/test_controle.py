"""Many questions at once, and extracts that can be checked against the register."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from config.kern.actor import NIEMAND, SYSTEEM, Recht
from config.kern.fouten import DomeinFout
from config.kern.models import Logregel
from register.domain.controle import (
    KOLOMMEN_UITKOMST,
    bevoegdheden_controleren,
    lees_dag,
    uitkomstrij,
)
from register.domain.roltoewijzing import rol_corrigeren
from register.domain.uittreksel import hoort_bij, stand_van, uittreksel_maken
from register.models import Bevoegdheid, Rol, Roltoewijzing, Uittreksel
from register.queries import was_bevoegd
from tests.factories.kern import NU, VANDAAG, BesluitFactory, GebruikerFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import OpdrachtFactory, RolFactory, aanwijzing

pytestmark = pytest.mark.django_db
LATER = NU + timedelta(hours=1)


def weigering(functie, **velden):
    with pytest.raises(DomeinFout) as geweigerd:
        functie(**velden)
    return geweigerd.value.status, geweigerd.value.zin


@pytest.fixture
def rij():
    rij = RolFactory()
    Bevoegdheid.objects.create(
        rol=Rol.objects.get(code="aon"), artikel="artikel 4.1", omschrijving="Verplichtingen",
        handeling="Verplichting aangaan", limiet_euro=50000, begin_geldigheid=date(2026, 1, 1),
    )
    return rij


def regel(rij, **anders):
    return {
        "personeelsnummer": rij.medewerker.personeelsnummer, "opdracht_code": rij.opdracht.code,
        "datum": "2026-06-01", "bedrag": "1.250,00", "kenmerk": "F-1",
        "handeling": "Verplichting aangaan", **anders,
    }


def controleer(*rijen, **anders):
    return bevoegdheden_controleren(**{"rijen": rijen, "door": SYSTEEM, "nu": LATER} | anders)


def test_each_row_gets_its_own_answer(rij):
    """R186, R187, R192: one file, every payment its answer."""
    controle = controleer(
        regel(rij), regel(rij, bedrag="50000,01"), regel(rij, datum="01-06-2026", bedrag=""),
        regel(rij, datum="2025-06-01"), regel(rij, opdracht_code=OpdrachtFactory().code),
        regel(rij, handeling="Subsidie verlenen"),
    )
    assert [r.uitkomst for r in controle.regels] == [
        "ja", "nee", "ja", "nee", "niet_geregistreerd", "nee"
    ]
    uit = uitkomstrij(controle.regels[0])
    assert set(uit) == set(KOLOMMEN_UITKOMST)
    assert (uit["rij"], uit["kenmerk"], uit["rechtmatig"], uit["artikel"], uit["grens"]) == (
        1, "F-1", "ja", "artikel 4.1", Decimal(50000)
    )
    assert Logregel.objects.get(handeling="bevoegdheden_gecontroleerd").gegevens["aantal"] == 6


@pytest.mark.parametrize(("anders", "zin"), [
    ({"personeelsnummer": "x"}, "Personeelsnummer “x” bestaat niet."),
    ({"opdracht_code": ""}, "Opdracht “” bestaat niet."),
    ({"datum": "morgen"},
     "datum: “morgen” is geen datum. Schrijf jjjj-mm-dd of dd-mm-jjjj."),
    ({"bedrag": "veel"}, "bedrag: “veel” is geen bedrag van 0 of hoger."),
    ({"bedrag": "-1"}, "bedrag: “-1” is geen bedrag van 0 of hoger."),
    ({"bedrag": "1e30"}, "bedrag: “1e30” is geen bedrag van 0 of hoger."),
    ({"rol": "koning"},
     "“koning” is geen rol. Laat de kolom rol leeg of schrijf bijvoorbeeld aog."),
])
def test_a_bad_row_is_reported_as_that_row_and_the_others_are_answered(rij, anders, zin):
    controle = controleer(regel(rij, **anders), regel(rij))
    assert [r.uitkomst for r in controle.regels] == ["fout", "ja"]
    assert controle.regels[0].fout == zin
    assert uitkomstrij(controle.regels[0])["toelichting"] == zin


@pytest.mark.parametrize(("tekst", "dag"), [
    ("2026-06-01", date(2026, 6, 1)), ("01-06-2026", date(2026, 6, 1)),
    ("01/06/2026", date(2026, 6, 1)), ("31-02-2026", None), ("0001-01-01", None), ("", None),
    ("9999-12-31", None), ("aa-bb-cccc", None),
])
def test_days_as_a_spreadsheet_writes_them(tekst, dag):
    assert lees_dag(tekst) == dag


def test_the_number_of_queries_does_not_depend_on_the_rows(rij, django_assert_num_queries):
    """SNEL: one pass over the facts."""
    def tel(rijen):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as gemeten:
            controleer(*rijen)
        return len(gemeten)

    anderen = [RolFactory() for _ in range(3)]
    een, veel = tel([regel(rij)]), tel([regel(r) for r in (rij, *anderen)] * 50)
    assert een == veel <= 14


def test_bulk_says_the_same_as_the_single_question(rij):
    """The same judgement, also late and corrected (E22)."""
    laat = RolFactory(
        begin=date(2026, 3, 2), besluit=aanwijzing(besluitdatum=date(2026, 3, 2)),
        nu=NU.replace(month=3, day=20),
    )
    controle = controleer(regel(laat, datum="2026-03-10", bedrag=""), kennis=date(2026, 3, 23))
    los = was_bevoegd(
        medewerker=laat.medewerker, opdracht=laat.opdracht, op=date(2026, 3, 10),
        bekend_op=date(2026, 3, 23), handeling="Verplichting aangaan",
    )
    bulk = controle.regels[0].antwoord
    assert (bulk.antwoord, bulk.zin, bulk.waarschuwing) == (los.antwoord, los.zin, los.waarschuwing)
    assert bulk.waarschuwing == "op 10 maart niet rechtmatig uitgeoefend: vermelding ontbrak"
    assert controle.aantal_later_vermeld == 1


def test_bulk_is_for_who_must_account_for_the_register(rij, maak_actor):
    los = maak_actor(GebruikerFactory())
    assert weigering(controleer, door=los)[0] == 403
    assert weigering(controleer)[0] == 400
    auditor = maak_actor(GebruikerFactory(), Recht.REGISTER_INZIEN)
    assert controleer(regel(rij), door=auditor).aantal_in_orde == 1


# extracts


def maak(rij, **anders):
    return uittreksel_maken(**{
        "medewerker": rij.medewerker, "opdracht": rij.opdracht, "op": VANDAAG,
        "door": SYSTEEM, "nu": LATER,
    } | anders)


def test_an_extract_holds_as_long_as_the_register_says_the_same(rij):
    """R192, R195: and says so when it no longer does."""
    uittreksel = maak(rij, bedrag=Decimal(100))
    assert (uittreksel.antwoord, len(uittreksel.code)) == ("ja", 19)
    assert stand_van(uittreksel, LATER + timedelta(days=30)).uitkomst == "klopt"
    rol_corrigeren(
        toewijzing=rij, begin=date(2026, 2, 1), einde=None, besluit=BesluitFactory(),
        reden="Verkeerde maand", door=SYSTEEM, nu=LATER + timedelta(days=1),
    )
    stand = stand_van(uittreksel, LATER + timedelta(days=30))
    assert stand.uitkomst == "achterhaald"
    assert stand.antwoord.toewijzing == rij


def test_an_extract_of_another_answer_does_not_hold(rij):
    """BETROUWBAAR 2.A5: what was written down beside the register shows."""
    uittreksel = maak(rij)
    Uittreksel.objects.filter(pk=uittreksel.pk).update(sha256="0" * 64)
    uittreksel.refresh_from_db()
    assert stand_van(uittreksel, LATER).uitkomst == "klopt_niet"


def test_another_name_or_scale_does_not_make_the_extract_stale(rij):
    uittreksel = maak(rij)
    rij.medewerker.naam, rij.medewerker.schaal = "Nieuwe Naam", 17
    rij.medewerker.save()
    uittreksel = Uittreksel.objects.get(pk=uittreksel.pk)
    assert stand_van(uittreksel, LATER).uitkomst == "klopt"


def test_an_extract_of_no_is_an_extract_too(rij):
    uittreksel = maak(rij, opdracht=OpdrachtFactory())
    assert uittreksel.antwoord == "niet_geregistreerd"
    assert stand_van(uittreksel, LATER).uitkomst == "klopt"


def test_the_past_of_knowing_needs_its_right(rij, maak_actor):
    los = maak_actor(GebruikerFactory())
    assert weigering(maak, rij=rij, door=NIEMAND)[0] == 403
    assert weigering(maak, rij=rij, door=los, kennis=date(2026, 5, 1))[0] == 403
    assert maak(rij, door=los).gemaakt_door_id == los.gebruiker_id


@pytest.mark.parametrize(("anders", "klopt"), [
    ({}, True), ({"persoon": " PERSOON "}, False), ({"op": date(2026, 6, 2)}, False),
    ({"opdracht": "iets anders"}, False),
])
def test_what_the_holder_reads_is_compared_and_nothing_is_told(rij, anders, klopt):
    uittreksel = maak(rij)
    gelezen = {"persoon": f"  {rij.medewerker.naam.upper()} ", "opdracht": rij.opdracht.code,
               "op": VANDAAG}
    assert hoort_bij(uittreksel, **gelezen | anders) is klopt


def test_nothing_of_the_register_changes_by_asking(rij):
    aantal = Roltoewijzing.objects.count()
    maak(rij)
    controleer(regel(rij, medewerker=MedewerkerFactory().naam))
    assert Roltoewijzing.objects.count() == aantal
