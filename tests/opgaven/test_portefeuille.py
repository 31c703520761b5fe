"""The portfolio: filters, AOG, exports that run nothing, views of one's own (R011)."""

import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from config.kern.actor import SYSTEEM, Actor
from config.kern.fouten import DomeinFout
from config.kern.xlsx_uit import werkboek
from opgaven.domain.afhankelijkheid import afhankelijkheid_vastleggen
from opgaven.domain.weergave import weergave_bewaren
from opgaven.models import Portefeuilleweergave
from opgaven.queries import Filters, opdrachten_lijst
from tests.factories.kern import NU, VANDAAG, GebruikerFactory
from tests.factories.opgaven import CapaciteitsvraagFactory, OpdrachtFactory
from tests.factories.pdomein import MedewerkerFactory, ProfessieFactory
from tests.factories.register import RolFactory

pytestmark = pytest.mark.django_db
LEIDER = {"functiegroep": "strategisch_leider", "schaal": 14}
LIJST = "/opdrachten/"


@pytest.fixture
def client(ingelogd, gebruiker):
    return ingelogd(gebruiker)


def met_aog(opdracht, **velden):
    return RolFactory(
        rol_code="aog", op=opdracht, medewerker=MedewerkerFactory(**LEIDER, **velden)
    ).medewerker


def namen(**filters):
    return [o.naam for o in opdrachten_lijst(Filters(**filters), VANDAAG)]


def test_filter_on_aog_and_on_the_professie_that_is_asked():
    """R011: AOG and P-team demand; a deelopdracht shares the AOG of its opdracht (R026)."""
    brug = OpdrachtFactory(naam="Brug", status="in_uitvoering")
    OpdrachtFactory(naam="Leuning", bovenliggende=brug)
    weg = OpdrachtFactory(naam="Weg")
    aog = met_aog(brug)
    met_aog(weg)
    assert namen(aog=(str(aog.public_id),)) == ["Brug", "Leuning"]
    assert namen(aog=("onbekend",)) == []
    vak = ProfessieFactory()
    CapaciteitsvraagFactory(opdracht=weg, professie_id=vak.pk, omschrijving="Een")
    CapaciteitsvraagFactory(opdracht=weg, professie_id=vak.pk, omschrijving="Twee")
    assert namen(professie=(vak.code,)) == ["Weg"]


def test_page_shows_aog_coherence_and_counts(client):
    brug, weg = OpdrachtFactory(naam="Brug", status="bemensing"), OpdrachtFactory(naam="Weg")
    aog = met_aog(brug, naam="Noor Bakker")
    afhankelijkheid_vastleggen(
        opdracht=weg, van=brug, soort="raakt", toelichting="t", door=SYSTEEM, nu=NU
    )
    tekst = " ".join(client.get(LIJST).content.decode().split())
    assert tekst.count("met 1<span") == 2
    assert 'Noor Bakker <span class="inzet-facet__aantal">1</span>' in tekst
    tekst = client.get(LIJST, {"aog": str(aog.public_id)}).content.decode()
    assert "1 opdracht" in tekst
    for waarde in ("'; DROP", "é" * 400):
        assert client.get(LIJST, {"aog": waarde, "professie": waarde}).status_code == 200
    for kolom in ("afhankelijk", "-afhankelijk", "onzin"):
        assert client.get(LIJST, {"sorteer": kolom}).status_code == 200


def test_list_asks_as_much_for_one_as_for_three(client):
    def tel():
        client.get(LIJST)
        with CaptureQueriesContext(connection) as vragen:
            client.get(LIJST, {"sorteer": "naam"})
        return len(vragen)

    met_aog(OpdrachtFactory())
    een = tel()
    for _ in range(2):
        met_aog(OpdrachtFactory())
    assert tel() == een


GEVAARLIJK = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", " =1"]


def test_no_export_can_run_a_formula(client):
    for naam in GEVAARLIJK:
        OpdrachtFactory(naam=naam, leeg=True)
    csv = client.get("/opdrachten/export.csv").getvalue().decode()
    cellen = [regel.split(";")[1].strip('"') for regel in csv.splitlines()[1:]]
    assert all(c.startswith("'") for c in cellen)
    boek = client.get("/opdrachten/export.xlsx")
    assert boek["Content-Disposition"].endswith('.xlsx"')
    blad = load_workbook(io.BytesIO(boek.content)).active
    koppen = [c.value for c in blad[1]]
    assert {"aog", "capaciteit_fte", "aantal_afhankelijkheden"} <= set(koppen)
    kolom = koppen.index("naam")
    rijen = list(blad.iter_rows(min_row=2))
    assert [r[kolom].data_type for r in rijen] == ["s"] * len(GEVAARLIJK)
    assert {r[kolom].value for r in rijen} == {f"'{naam}" for naam in GEVAARLIJK}


def test_a_workbook_keeps_numbers_and_dates_and_drops_what_it_cannot_hold():
    inhoud = werkboek([("Blad", list("abcd"), [[1.5, date(2026, 6, 1), "x\x07y", None]])])
    een, dag, tekst, leeg = (c.value for c in load_workbook(io.BytesIO(inhoud)).active[2])
    assert (een, dag.date(), tekst, leeg) == (1.5, date(2026, 6, 1), "xy", None)


def test_a_view_is_kept_used_replaced_and_thrown_away(client, gebruiker):
    bewaren = reverse("opgaven:weergave-bewaren")
    antwoord = client.post(f"{bewaren}?label=stabiel&onzin=1&sorteer=-fte", {"naam": "Vast werk"})
    rij = Portefeuilleweergave.objects.get()
    assert (rij.gebruiker, rij.vraag) == (gebruiker, "sorteer=-fte&label=stabiel")
    assert antwoord["Location"] == f"{LIJST}?{rij.vraag}"
    tekst = client.get(f"{LIJST}?{rij.vraag}").content.decode()
    assert "Vast werk" in tekst
    assert 'aria-current="page"' in tekst
    client.post(f"{bewaren}?label=dynamisch", {"naam": "Vast werk"})
    assert Portefeuilleweergave.objects.get().vraag == "label=dynamisch"
    client.post(bewaren, {"naam": "  "})
    assert Portefeuilleweergave.objects.count() == 1
    client.post(reverse("opgaven:weergave-verwijderen", args=[rij.public_id]))
    assert Portefeuilleweergave.objects.count() == 0


def test_views_are_ones_own_and_not_without_end(client, ingelogd):
    wie = GebruikerFactory()
    door = Actor(wie.pk, wie.naam)
    rij = weergave_bewaren(naam="Van mij", vraag="", door=door, nu=NU)
    weg = reverse("opgaven:weergave-verwijderen", args=[rij.public_id])
    assert client.post(weg).status_code == 404
    assert "Van mij" not in client.get(LIJST).content.decode()
    for nummer in range(19):
        weergave_bewaren(naam=f"Nog een {nummer}", vraag="", door=door, nu=NU)
    with pytest.raises(DomeinFout) as fout:
        weergave_bewaren(naam="Te veel", vraag="", door=door, nu=NU)
    assert fout.value.beletsel.veld == "naam"
    assert weergave_bewaren(naam="Van mij", vraag="label=stabiel", door=door, nu=NU)
