"""Files into the O-domein: the same twice, a report per row, all or nothing (R004, R010, R403)."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import GremiumSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Besluit
from opgaven.domain.inlezen import (
    begroting_inlezen,
    capaciteitsvragen_inlezen,
    odomeinen_inlezen,
    opdrachten_inlezen,
    toedelingen_inlezen,
)
from opgaven.domain.opdracht import opdracht_profiel_vaststellen
from opgaven.models import (
    Begroting,
    Beleidsambitie,
    Beleidsdoel,
    Capaciteitsvraag,
    ODomein,
    Opdracht,
    Opgave,
    OpgaveToedeling,
    Statusovergang,
)
from tests.factories.kern import NU, GremiumFactory
from tests.factories.opgaven import (
    ODomeinFactory,
    OpdrachtFactory,
    OpgaveFactory,
)
from tests.factories.pdomein import CompetentieFactory, ProfessieFactory

pytestmark = pytest.mark.django_db

KOP = "niveau;code;bovenliggende_code;naam;beoogd_resultaat;label;onder_directieteam;"
BEGROTING = KOP + """collegeperiode
ambitie;1;;Bereikbaar;;;;2023-2027
doel;1.1;1;Veilige wegen;;;;
opgave;1.1.1;1.1;Beheer en onderhoud op orde en duurzaam;Wegen zijn heel.;stabiel;nee;
opgave;1.1.2;1.1;Fietsen over grenzen;Meer fietsers.;dynamisch;nee;
"""
OPDRACHTEN = (
    "code;naam;opgave_code;bovenliggende_code;soort;begrotingscode;motivatie_afwijking_begroting;"
    "label;status;fase;waarom;wat;hoe;wie;beoogd_resultaat;budget_materieel;capaciteit_fte;begin;"
    "einde;prioriteit\n"
) + """P1;Fietsbrug;1.1.2;;product;BC1;;dynamisch;in_uitvoering;x;;;;;;9;3,5;2026-01-01;2027-01-01;2
P1.1;Ontwerp;1.1.2;P1;deelproduct;;Nog geen code;dynamisch;;schets;;;;;;;;;;
"""


def rijen(tekst):
    return list(csv.DictReader(StringIO(tekst), delimiter=";"))


def lees_begroting(tekst=BEGROTING, *, droog=False, door=SYSTEEM):
    return begroting_inlezen(
        rijen=rijen(tekst), jaar=2026, ps_besluit="PS 2025-112",
        vastgesteld_op=date(2025, 11, 12), droog=droog, door=door, nu=NU,
    )


def lees(functie, tekst, *, droog=False):
    return functie(rijen=rijen(tekst), droog=droog, door=SYSTEEM, nu=NU)


def uitkomsten(rapport):
    return [r.uitkomst for r in rapport.regels]


def test_begroting_inlezen_makes_the_tree():
    """R002, R405: the tree of finance, each opgave with one code."""
    """R001, R010."""
    rapport = lees_begroting()
    assert uitkomsten(rapport) == ["nieuw"] * 4
    opgave = Opgave.objects.get(code="1.1.1")
    assert opgave.beleidsdoel.ambitie.begroting.ps_besluit == "PS 2025-112"
    assert opgave.label_standaard == "stabiel"


def test_begroting_inlezen_twice_changes_nothing():
    lees_begroting()
    assert uitkomsten(lees_begroting()) == ["ongewijzigd"] * 4


def test_begroting_inlezen_again_updates_names_and_never_deletes():
    """R004."""
    lees_begroting()
    kort = "\n".join(BEGROTING.replace("Fietsen over", "Fietsen zonder").splitlines()[:3]) + "\n"
    kort += "opgave;1.1.2;1.1;Fietsen zonder grenzen;Meer fietsers.;dynamisch;nee;\n"
    assert uitkomsten(lees_begroting(kort)) == ["ongewijzigd", "ongewijzigd", "gewijzigd"]
    assert sorted(Opgave.objects.values_list("naam", flat=True)) == [
        "Beheer en onderhoud op orde en duurzaam", "Fietsen zonder grenzen",
    ]


def test_begroting_inlezen_droog_leaves_no_trace():
    rapport = lees_begroting(droog=True)
    assert rapport.geslaagd
    assert (Begroting.objects.count(), Beleidsambitie.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("regel", "zin"),
    [
        ("opgave;9;zoek;Weg;;;;",
         "bovenliggende_code: het beleidsdoel “zoek” bestaat niet, of staat lager in het bestand."),
        ("doel;9;zoek;Weg;;;;",
         "bovenliggende_code: de beleidsambitie “zoek” bestaat niet, of staat lager in het "
         "bestand."),
        ("taak;9;1;Weg;;;;", "niveau: “taak” bestaat niet. Kies ambitie, doel of opgave."),
        ("opgave;9;1.1;Weg;;vast;;",
         "Standaardlabel: “vast” bestaat niet. Kies uit dynamisch, stabiel."),
        ("opgave;;1.1;Weg;;;;", "Vul de kolom code in."),
        ("opgave;9;1.1;;;;;", "Vul de kolom naam in."),
        ("opgave;1.1.1;1.1;Weer;;;;",
         "De regel “opgave 1.1.1” staat al in een eerdere rij van dit bestand."),
        (f"ambitie;{'9' * 31};;Lang;;;;", "Code: gebruik hooguit 30 tekens."),
    ],
)
def test_begroting_inlezen_names_a_bad_row_and_keeps_nothing(regel, zin):
    rapport = lees_begroting(BEGROTING + regel + "\n")
    assert [(r.nummer, r.tekst) for r in rapport.fouten] == [(5, zin)]
    assert (Begroting.objects.count(), Beleidsdoel.objects.count()) == (0, 0)


def test_begroting_inlezen_needs_a_beheerder(maak_actor, gebruiker):
    with pytest.raises(DomeinFout) as fout:
        lees_begroting(door=maak_actor(gebruiker))
    assert fout.value.status == 403
    assert lees_begroting(door=maak_actor(gebruiker, Recht.BEHEREN)).geslaagd


def test_odomeinen_inlezen_follows_the_file():
    tekst = "code;naam;dbi_uitzondering;dbi_herziening_op\n"
    lees(odomeinen_inlezen, tekst + "dbi;Beheer;ja;2027-01-01\n")
    rapport = lees(odomeinen_inlezen, tekst + "dbi;Beheer infrastructuur;ja;2027-01-01\n")
    assert uitkomsten(rapport) == ["gewijzigd"]
    assert ODomein.objects.get().naam == "Beheer infrastructuur"
    fout = lees(odomeinen_inlezen, tekst + "d b i;X;;\n")
    assert fout.fouten[0].tekst == "code: gebruik letters, cijfers, - en _."


def test_toedelingen_inlezen_makes_a_besluit_of_the_beraad():
    """R009: each allocation has its besluit; the same file twice gives one."""
    beraad = GremiumFactory(soort=GremiumSoort.O_BERAAD)
    opgave, odomein = OpgaveFactory(odomein=None, code="7"), ODomeinFactory(code="noord")
    tekst = "opgave_code;odomein_code;begin;besluitdatum\n7;noord;2026-01-01;2025-12-10\n"
    assert uitkomsten(lees(toedelingen_inlezen, tekst)) == ["nieuw"]
    assert uitkomsten(lees(toedelingen_inlezen, tekst)) == ["ongewijzigd"]
    toedeling = OpgaveToedeling.objects.get(opgave=opgave)
    assert (toedeling.odomein, toedeling.besluit.gremium) == (odomein, beraad)
    assert toedeling.besluit.besluitdatum == date(2025, 12, 10)


def test_toedelingen_inlezen_needs_the_beraad():
    with pytest.raises(DomeinFout, match="nog geen Opgavenberaad"):
        lees(toedelingen_inlezen, "opgave_code;odomein_code;begin;besluitdatum\n")


def test_opdrachten_inlezen_keeps_the_status_and_says_where_it_came_from():
    """R039: the first load is a Statusovergang too."""
    lees_begroting()
    assert uitkomsten(lees(opdrachten_inlezen, OPDRACHTEN)) == ["nieuw", "nieuw"]
    brug = Opdracht.objects.get(code="P1")
    assert (brug.status, brug.capaciteit_fte) == ("in_uitvoering", Decimal("3.5"))
    assert Opdracht.objects.get(code="P1.1").bovenliggende == brug
    overgang = Statusovergang.objects.get()
    assert (overgang.opdracht, overgang.van, overgang.naar, overgang.reden) == (
        brug, "concept", "in_uitvoering", "Ingelezen",
    )
    assert uitkomsten(lees(opdrachten_inlezen, OPDRACHTEN)) == ["ongewijzigd"] * 2


def test_opdrachten_inlezen_leaves_alone_what_changed_in_the_program():
    OpgaveFactory(code="1.1.2")
    opdracht = OpdrachtFactory(code="P1", naam="Eigen naam")
    opdracht_profiel_vaststellen(opdracht=opdracht, door=SYSTEEM, nu=NU)
    assert uitkomsten(lees(opdrachten_inlezen, OPDRACHTEN)) == ["ongewijzigd", "fout"]
    opdracht.refresh_from_db()
    assert opdracht.naam == "Eigen naam"


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ("BC1;", ";", "Vul de begrotingscode in of leg uit waarom die ontbreekt."),
        ("in_uitvoering", "klaar",
         "status: “klaar” bestaat niet. Kies uit concept, profiel_vastgesteld, getoetst, "
         "geprogrammeerd, bemensing, in_uitvoering, opgeleverd, gedechargeerd, getemporiseerd, "
         "geschrapt."),
        ("2027-01-01", "2025-01-01", "De einddatum moet na de begindatum liggen."),
        ("2027-01-01", "morgen", "einde: “morgen” is geen datum. Schrijf jjjj-mm-dd."),
        ("3,5", "veel", "capaciteit_fte: “veel” is geen getal."),
        ("3,5", "99999", "Capaciteit (fte): dit getal is te groot."),
        ("3,5", "-1", "Capaciteit (fte): dit kan niet onder nul."),
        ("dynamisch;in", ";in", "Label: “” bestaat niet. Kies uit dynamisch, stabiel."),
        ("P1;Fietsbrug;1.1.2", "P1;Fietsbrug;9", "opgave_code: opgave “9” bestaat niet."),
        (";P1;deel", ";P8;deel",
         "bovenliggende_code: de opdracht “P8” bestaat niet, of staat lager in het bestand."),
    ],
)
def test_opdrachten_inlezen_names_a_bad_row_and_keeps_nothing(oud, nieuw, zin):
    lees_begroting()
    assert oud in OPDRACHTEN
    rapport = lees(opdrachten_inlezen, OPDRACHTEN.replace(oud, nieuw, 1))
    assert rapport.fouten[0].tekst == zin
    assert (Opdracht.objects.count(), Statusovergang.objects.count()) == (0, 0)


VRAGEN = (
    "opdracht_code;plaats;professie_code;omschrijving;aantal;fte;schaal_van;schaal_tot;begin;"
    "einde;competenties\n"
)


def test_capaciteitsvragen_inlezen_reads_competenties():
    """R217."""
    opdracht = OpdrachtFactory(code="P1", leeg=True)
    ProfessieFactory(code="planologie")
    gis, mer = CompetentieFactory(code="gis"), CompetentieFactory(code="mer")
    tekst = VRAGEN + "P1;team;planologie;Planoloog;2;0,8;10;11;2026-07-01;;gis:4:3:ja|mer:2\n"
    assert uitkomsten(lees(capaciteitsvragen_inlezen, tekst)) == ["nieuw"]
    vraag = Capaciteitsvraag.objects.get(opdracht=opdracht)
    assert (vraag.aantal, vraag.fte, vraag.professie.code) == (2, Decimal("0.8"), "planologie")
    assert sorted(vraag.competenties.values_list(
        "competentie", "niveau", "gewicht", "vereist"
    )) == [(gis.pk, 4, 3, True), (mer.pk, 2, 2, False)]
    assert uitkomsten(lees(capaciteitsvragen_inlezen, tekst)) == ["ongewijzigd"]
    anders = tekst.replace("mer:2", "mer:3")
    assert uitkomsten(lees(capaciteitsvragen_inlezen, anders)) == ["gewijzigd"]


@pytest.mark.parametrize(
    ("regel", "zin"),
    [
        ("P1;baas;;X;1;0.8;10;11;2026-07-01;;",
         "Plaats: “baas” bestaat niet. Kies uit aog, aon, team."),
        ("P1;team;;X;1;1.5;10;11;2026-07-01;;",
         "Vul per plaats meer dan 0 en hooguit 1 fte in."),
        ("P1;team;;X;1;0.5;11;10;2026-07-01;;",
         "De hoogste schaal ligt onder de laagste, of boven 18."),
        ("P1;aog;;X;2;0.5;13;14;2026-07-01;;", "Er is één AOG en één AON per opdracht."),
        ("P1;team;;X;1;0.5;10;11;2026-07-01;;weg:3", "competenties: “weg” bestaat niet."),
        ("P1;team;;X;1;0.5;10;11;2026-07-01;;gis:hoog",
         "competenties: “gis:hoog” klopt niet. Schrijf code:niveau:gewicht:ja."),
        ("P1;team;;X;1;0.5;10;11;2026-07-01;;gis:9",
         "Kies bij elke competentie een niveau van 1 tot en met 5."),
        ("P9;team;;X;1;0.5;10;11;2026-07-01;;", "opdracht_code: opdracht “P9” bestaat niet."),
        ("P1;team;weg;X;1;0.5;10;11;2026-07-01;;", "professie_code: professie “weg” bestaat niet."),
    ],
)
def test_capaciteitsvragen_inlezen_names_a_bad_row(regel, zin):
    OpdrachtFactory(code="P1", leeg=True)
    CompetentieFactory(code="gis")
    rapport = lees(capaciteitsvragen_inlezen, VRAGEN + regel + "\n")
    assert [r.tekst for r in rapport.fouten] == [zin]
    assert Capaciteitsvraag.objects.count() == 0


def test_begroting_inlezen_as_a_command(tmp_path, capsys):
    bestand = tmp_path / "begroting.csv"
    bestand.write_text(BEGROTING, encoding="utf-8")
    opties = {"jaar": 2026, "ps_besluit": "PS 1", "vastgesteld": "2025-11-12"}
    call_command("begroting_inlezen", str(bestand), **opties)
    assert capsys.readouterr().out == (
        "begroting: 4 rijen: 4 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 fout.\n"
    )
    bestand.write_text(BEGROTING + "taak;9;;X;;;;\n", encoding="utf-8")
    with pytest.raises(CommandError, match="geweigerd"):
        call_command("begroting_inlezen", str(bestand), **opties)
    with pytest.raises(CommandError, match="geen datum"):
        call_command("begroting_inlezen", str(bestand), **{**opties, "vastgesteld": "gisteren"})


def test_capaciteitsvragen_of_a_programmed_opdracht_no_longer_follow_the_file():
    opdracht = OpdrachtFactory(code="P1", status="geprogrammeerd")
    vraag = opdracht.capaciteitsvragen.get(plaats="team")
    tekst = VRAGEN + f"P1;team;;{vraag.omschrijving};4;0.5;10;11;2026-07-01;;\n"
    assert uitkomsten(lees(capaciteitsvragen_inlezen, tekst)) == ["ongewijzigd"]


def test_a_bad_row_leaves_no_besluit_behind():
    GremiumFactory(soort=GremiumSoort.O_BERAAD)
    OpgaveFactory(odomein=None, code="7")
    ODomeinFactory(code="noord")
    tekst = "opgave_code;odomein_code;begin;besluitdatum\n"
    tekst += "7;noord;2026-01-01;2025-12-10\n8;noord;2026-01-01;2025-12-10\n"
    assert uitkomsten(lees(toedelingen_inlezen, tekst)) == ["nieuw", "fout"]
    assert Besluit.objects.count() == 0
