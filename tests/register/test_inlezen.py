"""Files of the province into the register: same rules, one pen, nothing half."""

from datetime import date, datetime

import pytest

from config.kern.actor import NIEMAND, SYSTEEM
from config.kern.enums import BesluitStatus
from config.kern.fouten import DomeinFout
from config.kern.models import Besluit
from config.kern.werkdagen import AMSTERDAM
from register.domain.inlezen import inzet_inlezen, rollen_inlezen
from register.domain.keten import verifieren
from register.domain.mandaat import mandaatregeling_inlezen
from register.models import Bevoegdheid, Inzet, Roltoewijzing, Schakel
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import OpdrachtFactory, rollen

pytestmark = pytest.mark.django_db
NU = datetime(2025, 6, 2, 9, 0, tzinfo=AMSTERDAM)


def rol_rij(mens, opdracht, **anders):
    return {
        "rol": "aon", "personeelsnummer": mens.personeelsnummer, "objectsoort": "opdracht",
        "object_code": opdracht.code, "begin": "2025-01-01", "einde": "",
        "besluit_onderwerp": "Aanwijzing AON", "besluitdatum": "2024-12-20",
        "hoedanigheid": "Directeur Mens en Organisatie", **anders,
    }


def inzet_rij(mens, opdracht, **anders):
    return {
        "personeelsnummer": mens.personeelsnummer, "opdracht_code": opdracht.code,
        "teamrol": "teamlid", "fte": "0.4", "begin": "2025-01-01", "einde": "2026-01-01",
        "resultaat": "", "besluitdatum": "2024-12-20", **anders,
    }


def lees(functie, rijen, **anders):
    return functie(rijen=iter(rijen), **{"door": SYSTEEM, "nu": NU, **anders})


@pytest.fixture
def mens():
    rollen()
    return MedewerkerFactory()


def test_rollen_inlezen_enters_each_row_with_an_adopted_decision(mens):
    """R182, R188."""
    rapport = lees(rollen_inlezen, [rol_rij(mens, OpdrachtFactory()) for _ in range(3)])
    assert rapport.aantal("nieuw") == 3
    rijen = Roltoewijzing.objects.select_related("besluit__document")
    assert {r.tijdstip_registratie for r in rijen} == {NU}
    assert all(r.besluit.status == BesluitStatus.VASTGESTELD for r in rijen)
    assert all(len(r.besluit.document.sha256) == 64 for r in rijen)
    assert verifieren() == (3, None)


def test_rollen_inlezen_twice_changes_nothing(mens):
    rijen = [rol_rij(mens, OpdrachtFactory())]
    lees(rollen_inlezen, rijen)
    assert lees(rollen_inlezen, rijen).aantal("ongewijzigd") == 1
    assert Roltoewijzing.objects.count() == 1


def test_one_bad_row_leaves_no_trace(mens):
    """R074: the second AON of one opdracht, within one file."""
    opdracht = OpdrachtFactory()
    rapport = lees(
        rollen_inlezen, [rol_rij(mens, opdracht), rol_rij(MedewerkerFactory(), opdracht)]
    )
    assert [(r.nummer, r.uitkomst) for r in rapport.regels] == [(1, "nieuw"), (2, "fout")]
    assert rapport.fouten[0].tekst == (
        f"{mens.naam} heeft deze rol al (vanaf 1 januari 2025). "
        "Beëindig die rol eerst of kies een andere periode."
    )
    assert (Roltoewijzing.objects.count(), Schakel.objects.count()) == (0, 0)
    assert Besluit.objects.count() == 0


def test_a_dry_run_leaves_no_trace(mens):
    rapport = lees(rollen_inlezen, [rol_rij(mens, OpdrachtFactory())], droog=True)
    assert rapport.aantal("nieuw") == 1
    assert Roltoewijzing.objects.count() == 0


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"rol": "koning"}, "Rol “koning” bestaat niet."),
        ({"personeelsnummer": "x"}, "Personeelsnummer “x” bestaat niet."),
        ({"object_code": "zz"}, "Opdracht of deelopdracht “zz” bestaat niet."),
        ({"begin": "1-1-2025"}, "begin: “1-1-2025” is geen datum. Schrijf jjjj-mm-dd."),
        ({"einde": "2024-12-31"}, "De einddatum moet na de begindatum liggen."),
        ({"objectsoort": "geen"}, "De rol Ambtelijk opdrachtnemer (AON) hoort bij: "
                                  "opdracht of deelopdracht."),
        ({"begin": "2023-01-01"}, "is pas vanaf 1 januari 2024 in dienst."),
    ],
)
def test_rollen_inlezen_says_per_row_what_is_wrong(mens, anders, zin):
    (fout,) = lees(rollen_inlezen, [rol_rij(mens, OpdrachtFactory(), **anders)]).fouten
    assert fout.tekst.endswith(zin)


def test_inzet_inlezen_refuses_above_the_free_capacity(mens):
    """R138: within one file too; 0.4 + 0.4 fits in 0.9, another 0.2 does not."""
    rijen = [inzet_rij(mens, OpdrachtFactory()) for _ in range(2)]
    rapport = lees(inzet_inlezen, [*rijen, inzet_rij(mens, OpdrachtFactory(), fte="0,2")])
    assert [r.uitkomst for r in rapport.regels] == ["nieuw", "nieuw", "fout"]
    assert Inzet.objects.count() == 0
    assert lees(inzet_inlezen, rijen).aantal("nieuw") == 2
    assert lees(inzet_inlezen, rijen).aantal("ongewijzigd") == 2


def test_mandaatregeling_inlezen_updates_what_changed(mens):
    """R199: the regulation is data."""
    rij = {
        "rol": "aog", "artikel": "art. 4", "omschrijving": "Inkopen", "limiet_euro": "50000",
        "voorwaarden": "", "begin": "2025-01-01", "einde": "",
    }
    assert lees(mandaatregeling_inlezen, [rij]).aantal("nieuw") == 1
    assert lees(mandaatregeling_inlezen, [rij]).aantal("ongewijzigd") == 1
    assert lees(mandaatregeling_inlezen, [rij | {"limiet_euro": ""}]).aantal("gewijzigd") == 1
    assert Bevoegdheid.objects.get().begin_geldigheid == date(2025, 1, 1)
    assert Bevoegdheid.objects.get().limiet_euro is None


@pytest.mark.parametrize("functie", [rollen_inlezen, inzet_inlezen, mandaatregeling_inlezen])
def test_only_the_registrar_reads_files(functie):
    with pytest.raises(DomeinFout) as geweigerd:
        lees(functie, [], door=NIEMAND)
    assert geweigerd.value.status == 403
