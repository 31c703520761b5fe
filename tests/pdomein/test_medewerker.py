from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from config.kern.actor import SYSTEEM
from config.kern.fouten import DomeinFout
from config.kern.models import Gebruiker, Logregel
from pdomein import queries
from pdomein.domain.medewerker import medewerker_bijwerken, medewerker_uit_dienst
from pdomein.domain.pteam import plaatsing_vastleggen
from pdomein.models import Medewerker
from pdomein.personeel import Personeelsgegevens
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory

GEGEVENS = Personeelsgegevens(
    personeelsnummer="p1", naam="Noor  van der Velde", aanstelling_fte=Decimal("0.9"),
    dienstverband="vast", in_dienst=date(2024, 1, 1), email="Noor@Example.org", schaal=11,
    functiegroep="specialist",
)


def bijwerken(nu, **anders):
    return medewerker_bijwerken(gegevens=replace(GEGEVENS, **anders), door=SYSTEEM, nu=nu)


def test_medewerker_bijwerken_makes_a_person_with_a_login_without_password(db, nu):
    """R403: the personnel system is the source."""
    gedaan = bijwerken(nu)

    medewerker = gedaan.medewerker
    assert gedaan.uitkomst == "nieuw"
    assert (medewerker.naam, medewerker.sorteernaam) == (
        "Noor van der Velde", "velde, noor van der"
    )
    assert medewerker.gebruiker.username == "noor"
    assert medewerker.gebruiker.has_usable_password() is False
    assert Logregel.objects.get().handeling == "medewerker_aangemaakt"


def test_medewerker_bijwerken_twice_changes_nothing(db, nu):
    """R403: idempotent by personeelsnummer."""
    bijwerken(nu)

    assert bijwerken(nu).uitkomst == "ongewijzigd"
    assert (Medewerker.objects.count(), Logregel.objects.count()) == (1, 1)


def test_medewerker_bijwerken_takes_over_what_is_different(db, nu):
    bijwerken(nu)

    gedaan = bijwerken(nu, naam="Noor Bakker", schaal=12)

    assert gedaan.uitkomst == "gewijzigd"
    assert Medewerker.objects.get().gebruiker.naam == "Noor Bakker"
    assert Logregel.objects.first().gegevens == {"velden": ["naam", "sorteernaam", "schaal"]}


def test_two_people_with_the_same_mail_name_get_different_logins(db, nu):
    bijwerken(nu)
    bijwerken(nu, personeelsnummer="P2", email="noor@elders.example.org")
    bijwerken(nu, personeelsnummer="p3", email="")

    namen = list(Gebruiker.objects.order_by("pk").values_list("username", flat=True))
    assert namen == ["noor", "noor-p2", "p3"]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"personeelsnummer": ""}, "personeelsnummer"),
        ({"naam": " "}, "naam"),
        ({"naam": "x" * 201}, "naam"),
        ({"naam": "Noor\x00"}, "naam"),
        ({"naam": "Noor\nBakker"}, "naam"),
        ({"email": "geen adres"}, "email"),
        ({"dienstverband": "los"}, "dienstverband"),
        ({"functiegroep": "baas"}, "functiegroep"),
        ({"schaal": 19}, "schaal"),
        ({"schaal": 0}, "schaal"),
        ({"aanstelling_fte": Decimal("2.1")}, "aanstelling_fte"),
        ({"aanstelling_fte": Decimal("-1")}, "aanstelling_fte"),
        ({"uit_dienst": date(2024, 1, 1)}, "uit_dienst"),
    ],
)
def test_medewerker_bijwerken_refuses_impossible_values_by_field(db, nu, anders, veld):
    with pytest.raises(DomeinFout) as fout:
        bijwerken(nu, **anders)

    assert (fout.value.beletsel.veld, fout.value.status) == (veld, 400)
    assert Medewerker.objects.exists() is False


def test_who_leaves_has_no_home_no_team_and_no_login(db, nu, vandaag):
    """R331: roles and places end at the date."""
    pmanager = MedewerkerFactory()
    thuis, geleid = PTeamFactory(), PTeamFactory(pmanager=pmanager, pct=50)
    plaatsing_vastleggen(
        medewerker=pmanager, pteam=thuis, begin=vandaag, reden="Eerste plaatsing", door=SYSTEEM,
        nu=nu,
    )

    medewerker_uit_dienst(medewerker=pmanager, per=date(2026, 7, 1), door=SYSTEEM, nu=nu)

    voor, na = date(2026, 6, 30), date(2026, 7, 1)
    assert queries.pteam_van(pmanager, voor) == thuis
    assert queries.pteam_van(pmanager, na) is None
    assert queries.pmanager_van_team(geleid, na) is None
    assert queries.pmanagement_pct(pmanager, na) == 0
    pmanager.gebruiker.refresh_from_db()
    assert pmanager.gebruiker.is_active is True
    medewerker_uit_dienst(medewerker=pmanager, per=vandaag, door=SYSTEEM, nu=nu)
    pmanager.gebruiker.refresh_from_db()
    assert pmanager.gebruiker.is_active is False


def test_medewerker_uit_dienst_twice_is_the_same(db, nu):
    medewerker, per = MedewerkerFactory(), date(2026, 7, 1)
    medewerker_uit_dienst(medewerker=medewerker, per=per, door=SYSTEEM, nu=nu)
    aantal = Logregel.objects.count()

    medewerker_uit_dienst(medewerker=medewerker, per=per, door=SYSTEEM, nu=nu)

    assert Logregel.objects.count() == aantal
    with pytest.raises(DomeinFout):
        medewerker_uit_dienst(
            medewerker=medewerker, per=date(2026, 8, 1), door=SYSTEEM, nu=nu
        )
