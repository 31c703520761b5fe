import json
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from config.kern.actor import SYSTEEM
from config.kern.enums import GremiumSoort
from config.kern.models import Logregel
from pdomein import queries
from pdomein.domain.inlezen import (
    competenties_inlezen,
    medewerkers_inlezen,
    pmanagers_inlezen,
    ppps_inlezen,
    pteams_inlezen,
)
from pdomein.models import PPP, Competentie, Medewerker, PTeam, Rolomvang
from tests.factories.kern import GremiumFactory
from tests.factories.pdomein import CompetentieFactory, MedewerkerFactory, PTeamFactory

PTEAM = {
    "code": "eco", "naam": "Ecologie", "professie_code": "ecoloog", "professie": "Ecoloog",
    "domein_code": "beleid", "domein": "Beleid", "cluster_code": "groen", "cluster": "Groen",
    "formatie_fte": "12,5", "is_eenheid": "nee", "begin": "2024-01-01",
}
PERSOON = {
    "personeelsnummer": "p1", "naam": "Noor de Wit", "email": "noor@example.org",
    "functiegroep": "specialist", "schaal": "11", "aanstelling_fte": "0.889",
    "dienstverband": "vast", "in_dienst": "2024-03-01",
}


def lees(functie, rijen, nu, droog=False):
    return functie(rijen=rijen, droog=droog, door=SYSTEEM, nu=nu)


def zinnen(rapport):
    return {r.nummer: r.tekst for r in rapport.fouten}


def uitkomsten(rapport):
    return [r.uitkomst for r in rapport.regels]


def test_pteams_inlezen_makes_teams_with_their_ordering(db, nu):
    """R174, R177: domains and clusters are data."""
    rapport = lees(pteams_inlezen, [PTEAM, PTEAM | {"code": "eco2", "cluster_code": ""}], nu)

    pteam = PTeam.objects.get(code="eco")
    assert uitkomsten(rapport) == ["nieuw", "nieuw"]
    assert (pteam.formatie_fte, pteam.cluster.naam, pteam.domein.naam) == (
        Decimal("12.50"), "Groen", "Beleid"
    )


def test_pteams_inlezen_again_is_unchanged_and_takes_over_changes(db, nu):
    lees(pteams_inlezen, [PTEAM], nu)

    assert uitkomsten(lees(pteams_inlezen, [PTEAM], nu)) == ["ongewijzigd"]
    rapport = lees(pteams_inlezen, [PTEAM | {"naam": "Natuur"}], nu)
    assert uitkomsten(rapport) == ["gewijzigd"]
    assert PTeam.objects.get().naam == "Natuur"


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"code": "met spatie"}, "Een code bestaat uit letters, cijfers, - en _, zonder spaties."),
        ({"naam": ""}, "Vul in: de naam."),
        ({"begin": "1-1-2024"}, "begin: “1-1-2024” is geen datum. Schrijf jjjj-mm-dd."),
        ({"begin": ""}, "Vul de kolom begin in."),
        ({"formatie_fte": "veel"}, "formatie_fte: “veel” is geen getal."),
        ({"formatie_fte": "NaN"}, "formatie_fte: “NaN” is geen getal."),
        ({"formatie_fte": "-1"}, "De formatie ligt tussen 0 en 10.000 fte."),
        ({"professie_code": ""}, "Vul de kolom professie_code in."),
    ],
)
def test_pteams_inlezen_reports_a_bad_row_and_stores_nothing(db, nu, anders, zin):
    rapport = lees(pteams_inlezen, [PTEAM | {"code": "goed"}, PTEAM | anders], nu)

    assert zinnen(rapport) == {2: zin}
    assert PTeam.objects.exists() is False
    assert Logregel.objects.exists() is False


def test_medewerkers_inlezen_places_people_and_links_who_leads(db, nu, vandaag):
    """R120, R403: who somebody reports to may stand later in the file."""
    beraad = GremiumFactory(soort=GremiumSoort.DT)
    pteam = PTeamFactory(code="eco")
    rapport = lees(medewerkers_inlezen, [
        PERSOON | {"pteam_code": "eco", "kernactiviteit": "advies", "leidinggevende": "p2"},
        PERSOON | {
            "personeelsnummer": "p2", "naam": "Dir Ecteur", "email": "", "thuisbasis_code": "dt",
        },
    ], nu)

    noor = Medewerker.objects.get(personeelsnummer="p1")
    assert uitkomsten(rapport) == ["nieuw", "nieuw"]
    assert (noor.leidinggevende.naam, noor.aanstelling_fte) == ("Dir Ecteur", Decimal("0.889"))
    assert noor.leidinggevende.thuisbasis == beraad
    assert queries.pteam_van(noor, vandaag) == pteam
    assert noor.plaatsingen.get().begin == date(2024, 3, 1)


def test_medewerkers_inlezen_again_is_unchanged(db, nu):
    PTeamFactory(code="eco")
    rijen = [
        PERSOON | {"pteam_code": "eco", "leidinggevende": "p2"},
        PERSOON | {"personeelsnummer": "p2", "email": ""},
        PERSOON | {
            "personeelsnummer": "p3", "email": "", "dienstverband": "extern",
            "uit_dienst": "2027-01-01", "pteam_code": "eco",
        },
    ]
    lees(medewerkers_inlezen, rijen, nu)
    aantal = Logregel.objects.count()

    assert uitkomsten(lees(medewerkers_inlezen, rijen, nu)) == ["ongewijzigd"] * 3
    assert Logregel.objects.count() == aantal


def test_medewerkers_inlezen_moves_who_has_another_team_in_the_file(db, nu, vandaag):
    PTeamFactory(code="eco"), PTeamFactory(code="geo")
    lees(medewerkers_inlezen, [PERSOON | {"pteam_code": "eco"}], nu)

    rapport = lees(medewerkers_inlezen, [PERSOON | {"pteam_code": "geo"}], nu)

    noor = Medewerker.objects.get()
    assert uitkomsten(rapport) == ["gewijzigd"]
    assert queries.pteam_van(noor, vandaag).code == "geo"
    assert list(noor.plaatsingen.values_list("einde", flat=True)) == [None, vandaag]


def test_medewerkers_inlezen_without_a_team_leaves_the_home_as_it_is(db, nu, vandaag):
    PTeamFactory(code="eco")
    lees(medewerkers_inlezen, [PERSOON | {"pteam_code": "eco"}], nu)

    assert uitkomsten(lees(medewerkers_inlezen, [PERSOON], nu)) == ["ongewijzigd"]
    assert queries.pteam_van(Medewerker.objects.get(), vandaag).code == "eco"


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"personeelsnummer": ""}, "Vul in: het personeelsnummer."),
        ({"personeelsnummer": "p0"}, "Personeelsnummer “p0” staat al in een eerdere rij van dit "
                                     "bestand."),
        ({"pteam_code": "weg"}, "pteam_code: P-team “weg” bestaat niet."),
        ({"thuisbasis_code": "weg"}, "thuisbasis_code: gremium “weg” bestaat niet."),
        ({"leidinggevende": "p9"}, "leidinggevende: medewerker “p9” bestaat niet."),
        ({"leidinggevende": "p1"}, "Iemand kan niet de eigen leidinggevende zijn."),
        ({"schaal": "elf"}, "schaal: “elf” is geen getal."),
        ({"schaal": "11,5"}, "schaal: “11,5” is geen geheel getal."),
        ({"in_dienst": ""}, "Vul de kolom in_dienst in."),
        ({"aanstelling_fte": ""}, "Vul de kolom aanstelling_fte in."),
        ({"aanstelling_fte": "1e9"}, "aanstelling_fte: “1e9” is te groot."),
        ({"dienstverband": "extern", "pteam_code": "eco"},
         "Een extern, trainee of stagiair bij een team heeft een einddatum. Vul de kolom "
         "uit_dienst in."),
    ],
)
def test_medewerkers_inlezen_reports_a_bad_row_and_stores_nothing(db, nu, anders, zin):
    PTeamFactory(code="eco")
    goed = PERSOON | {"personeelsnummer": "p0", "email": ""}

    rapport = lees(medewerkers_inlezen, [goed, PERSOON | anders], nu)

    assert zinnen(rapport) == {2: zin}
    assert Medewerker.objects.exists() is False


def test_a_dry_run_reports_and_leaves_no_trace(db, nu):
    rapport = lees(medewerkers_inlezen, [PERSOON], nu, droog=True)

    assert rapport.samenvatting() == (
        "medewerkers: 1 rijen: 1 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 fout. Er is niets opgeslagen."
    )
    assert (Medewerker.objects.exists(), Logregel.objects.exists()) == (False, False)


def test_pmanagers_inlezen_appoints_and_keeps_one_share(db, nu, vandaag):
    """R156, R157, R160"""
    PTeamFactory(code="eco"), PTeamFactory(code="geo")
    persoon = MedewerkerFactory(personeelsnummer="pm")
    rijen = [
        {"pteam_code": c, "personeelsnummer": "pm", "pct": 50, "begin": "2024-02-01"}
        for c in ("eco", "geo")
    ]

    assert uitkomsten(lees(pmanagers_inlezen, rijen, nu)) == ["nieuw", "nieuw"]
    assert uitkomsten(lees(pmanagers_inlezen, rijen, nu)) == ["ongewijzigd", "ongewijzigd"]
    assert [t.code for t in queries.pteams_van_pmanager(persoon, vandaag)] == ["eco", "geo"]
    assert Rolomvang.objects.get().pct == 50
    rijen[1]["pct"] = 60
    assert zinnen(lees(pmanagers_inlezen, rijen, nu))[2].startswith("pct: bij “pm” staat eerder")
    rijen[0]["pct"] = rijen[1]["pct"] = 24
    assert zinnen(lees(pmanagers_inlezen, rijen, nu)) == dict.fromkeys(
        (1, 2), "Een P-manager besteedt minstens 25% aan P-management."
    )


def test_competenties_inlezen_makes_a_tree_with_synonyms(db, nu):
    """R342: a parent may stand later in the file."""
    rijen = [
        {"code": "stikstof", "naam": "Stikstof", "bovenliggende_code": "natuur",
         "synoniemen": "PAS| N-depositie |PAS"},
        {"code": "natuur", "naam": "Natuur", "bovenliggende_code": "", "synoniemen": ""},
    ]

    assert uitkomsten(lees(competenties_inlezen, rijen, nu)) == ["nieuw", "nieuw"]
    stikstof = Competentie.objects.get(code="stikstof")
    assert stikstof.bovenliggende.naam == "Natuur"
    assert [s.naam for s in stikstof.synoniemen.all()] == ["N-depositie", "PAS"]
    assert uitkomsten(lees(competenties_inlezen, rijen, nu)) == ["ongewijzigd", "ongewijzigd"]
    rijen[0]["synoniemen"] = "PAS"
    assert uitkomsten(lees(competenties_inlezen, rijen, nu)) == ["gewijzigd", "ongewijzigd"]


def test_competenties_inlezen_refuses_a_circle_and_an_unknown_parent(db, nu):
    rapport = lees(competenties_inlezen, [
        {"code": "a", "naam": "A", "bovenliggende_code": "b"},
        {"code": "b", "naam": "B", "bovenliggende_code": "a"},
        {"code": "c", "naam": "C", "bovenliggende_code": "weg"},
    ], nu)

    assert zinnen(rapport) == {
        1: "Competentie “a” valt via andere onder zichzelf.",
        2: "Competentie “b” valt via andere onder zichzelf.",
        3: "bovenliggende_code: competentie “weg” bestaat niet.",
    }
    assert Competentie.objects.exists() is False


def test_ppps_inlezen_takes_over_whole_profiles_once(db, nu, vandaag):
    """R344"""
    MedewerkerFactory(personeelsnummer="p1"), CompetentieFactory(code="stikstof")
    rij = {
        "personeelsnummer": "p1", "kennis_en_kunde": "a", "ontwikkelen": "b", "bellen_voor": "c",
        "gepubliceerd": True,
        "competenties": [{"code": "stikstof", "niveau": 4, "bewijs": "x", "wil_ontwikkelen": True}],
    }

    assert uitkomsten(lees(ppps_inlezen, [rij], nu)) == ["nieuw"]
    assert uitkomsten(lees(ppps_inlezen, [rij | {"bellen_voor": "d"}], nu)) == ["ongewijzigd"]
    ppp = PPP.objects.zichtbaar(vandaag).get()
    assert (ppp.bellen_voor, ppp.competenties.get().niveau) == ("c", 4)


@pytest.mark.parametrize(
    "anders",
    [
        {"personeelsnummer": "weg"}, {"personeelsnummer": None}, {"competenties": "stikstof"},
        {"competenties": [{"code": "weg", "niveau": 1}]}, {"competenties": [1]},
        {"competenties": [{"code": "stikstof", "niveau": 9}]},
        {"competenties": [{"code": "stikstof"}]},
        {"competenties": [{"code": "stikstof", "niveau": 1}] * 2},
        {"gepubliceerd": "ja", "bellen_voor": ""}, {"bellen_voor": "x" * 7000},
    ],
)
def test_ppps_inlezen_reports_a_bad_row_and_stores_nothing(db, nu, anders):
    MedewerkerFactory(personeelsnummer="p1"), CompetentieFactory(code="stikstof")
    rij = {"personeelsnummer": "p1", "kennis_en_kunde": "a", "ontwikkelen": "b"}

    rapport = lees(ppps_inlezen, [rij | anders], nu)

    assert uitkomsten(rapport) == ["fout"]
    assert PPP.objects.exists() is False


KOP = "code;naam;professie_code;professie;domein_code;domein;begin"
RIJ = "eco;Écologie;ecoloog;Ecoloog;beleid;Beleid;2024-01-01"


def bestand(tmp_path: Path, inhoud: bytes, naam: str = "pteams.csv") -> Path:
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    return pad


def roep(commando: str, pad: Path, *opties: str) -> str:
    uit = StringIO()
    call_command(commando, str(pad), *opties, stdout=uit, stderr=uit)
    return uit.getvalue()


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_the_command_reads_csv_with_and_without_a_byte_order_mark(db, tmp_path, bom):
    pad = bestand(tmp_path, bom + f"{KOP}\n{RIJ}\n".encode())

    assert roep("pteams_inlezen", pad) == (
        "pteams: 1 rijen: 1 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 fout.\n"
    )
    assert PTeam.objects.get().naam == "Écologie"


def test_the_command_reads_a_spreadsheet(db, tmp_path):
    boek = Workbook()
    for regel in (KOP.split(";"), RIJ.split(";")):
        boek.active.append(regel)
    vlak = BytesIO()
    boek.save(vlak)

    roep("pteams_inlezen", bestand(tmp_path, vlak.getvalue(), "pteams.xlsx"))

    assert PTeam.objects.get().code == "eco"


def test_the_command_reads_json_with_numbers(db, tmp_path):
    MedewerkerFactory(personeelsnummer="77"), PTeamFactory(code="eco")
    rij = {"pteam_code": "eco", "personeelsnummer": 77, "pct": 50, "begin": "2024-02-01"}
    pad = bestand(tmp_path, json.dumps([rij]).encode(), "pmanagers.json")

    assert "1 nieuw" in roep("pmanagers_inlezen", pad)


@pytest.mark.parametrize(
    ("inhoud", "naam"),
    [
        (f"{KOP}\n{RIJ}\n".encode("utf-16"), "pteams.csv"),
        (f"{KOP}\n{RIJ}\n".encode("latin-1"), "pteams.csv"),
        (b"geen excel", "pteams.xlsx"),
        (b"{", "pteams.json"),
        (b'{"code": 1}', "pteams.json"),
        (b"code;naam\nx;y\n", "pteams.csv"),
        (b"x", "pteams.pdf"),
    ],
)
def test_the_command_refuses_a_file_it_cannot_read(db, tmp_path, inhoud, naam):
    with pytest.raises(CommandError):
        roep("pteams_inlezen", bestand(tmp_path, inhoud, naam))

    assert PTeam.objects.exists() is False


def test_the_command_prints_each_refused_row_and_fails(db, tmp_path):
    pad = bestand(tmp_path, f"{KOP}\n{RIJ}\n;;;;;;\n".encode())

    with pytest.raises(CommandError) as fout:
        roep("pteams_inlezen", pad)

    assert fout.value.returncode == 1
    assert PTeam.objects.exists() is False


def test_the_command_can_check_only(db, tmp_path):
    pad = bestand(tmp_path, f"{KOP}\n{RIJ}\n".encode())

    assert "Er is niets opgeslagen." in roep("pteams_inlezen", pad, "--droog")
    assert PTeam.objects.exists() is False


def test_the_command_takes_a_moment_in_demo_and_test(db, tmp_path, settings):
    pad = bestand(tmp_path, f"{KOP}\n{RIJ}\n".encode())
    roep("pteams_inlezen", pad, "--nu", "2025-03-01T09:00")

    assert Logregel.objects.get().tijdstip.isoformat() == "2025-03-01T08:00:00+00:00"
    settings.INZET_DEMO = False
    with pytest.raises(CommandError):
        roep("pteams_inlezen", pad, "--nu", "2025-03-01T09:00")
