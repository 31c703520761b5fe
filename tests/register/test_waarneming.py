"""Deputising and passing a role on: who stands in, for whom, how long, and what stays visible."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import BesluitSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Logregel
from register.domain import keten
from register.domain.rechten import actor_voor_gebruiker
from register.domain.roltoewijzing import rol_beeindigen, rol_corrigeren, rol_overdragen
from register.domain.waarneming import waarneming_vastleggen
from register.models import Roltoewijzing
from register.queries import driehoek, houder, houders_van
from tests.factories.kern import NU, VANDAAG, BesluitFactory, GebruikerFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import BEGIN, OpdrachtFactory, OpgaveFactory, RolFactory, aanwijzing

pytestmark = pytest.mark.django_db
LEIDER = {"functiegroep": "strategisch_leider", "schaal": 14}
JULI, SEPT = date(2026, 7, 1), date(2026, 9, 1)


def weigering(functie, **velden):
    with pytest.raises(DomeinFout) as geweigerd:
        functie(**velden)
    return geweigerd.value.status, geweigerd.value.zin


def waarneming(rij, **anders):
    velden = {
        "toewijzing": rij, "medewerker": MedewerkerFactory(**LEIDER), "begin": JULI, "einde": SEPT,
        "door": SYSTEEM, "nu": NU + timedelta(hours=1),
    } | anders
    velden.setdefault("besluit", BesluitFactory(soort=BesluitSoort.WAARNEMING, besluitdatum=BEGIN))
    return waarneming_vastleggen(**velden)


def test_waarneming_leaves_the_holder_in_place_and_gives_the_rights_for_a_time():
    """R076, R086, R185: the deputy acts, the holder stays the holder; it ends by itself."""
    rij = RolFactory()
    neemt_waar = waarneming(rij)
    assert (neemt_waar.mutatie, neemt_waar.waarneemt_voor) == ("waarneming", rij.medewerker)
    assert houder("aon", rij.opdracht, JULI) == rij
    assert houders_van([rij.opdracht], JULI)[rij.opdracht.pk]["aon"] == rij
    assert driehoek(rij.opdracht, JULI).aon == rij
    gebruiker, uur = neemt_waar.medewerker.gebruiker, timedelta(hours=12)

    def mag(dag):
        moment = NU.replace(month=dag.month, day=dag.day) + uur - timedelta(hours=12)
        return actor_voor_gebruiker(gebruiker, moment).heeft(
            Recht.OPDRACHT_UITVOEREN, op=rij.opdracht
        )

    assert [mag(d) for d in (date(2026, 6, 30), JULI, date(2026, 8, 31), SEPT)] == [
        False, True, True, False
    ]
    assert keten.verifieren()[1] is None


def test_waarneming_is_for_the_registrar(maak_actor):
    """R203."""
    rij = RolFactory()
    ander = maak_actor(GebruikerFactory())
    assert weigering(waarneming, rij=rij, door=ander)[0] == 403
    assert waarneming(rij, door=maak_actor(GebruikerFactory(), Recht.REGISTER_MUTEREN)).pk


@pytest.mark.parametrize(
    ("anders", "status", "zin"),
    [
        ({"einde": None}, 400, "Een waarneming heeft een einddatum. Vul die in."),
        ({"begin": date(2025, 12, 1)}, 409, "De waarneming moet daarbinnen vallen."),
        ({"einde": date(2027, 2, 1)}, 409, "De waarneming moet daarbinnen vallen."),
        ({"besluit": None}, 400, "Kies een vastgesteld besluit. Zonder besluit geen vermelding."),
    ],
)
def test_waarneming_says_what_is_wrong(anders, status, zin):
    rij = RolFactory(einde=date(2027, 1, 1))
    gekregen = weigering(waarneming, rij=rij, **anders)
    assert gekregen[0] == status
    assert gekregen[1].endswith(zin)


def test_waarneming_needs_a_decision_of_its_kind():
    rij = RolFactory()
    assert weigering(waarneming, rij=rij, besluit=BesluitFactory(besluitdatum=BEGIN)) == (
        409, "Kies een besluit van de soort waarneming."
    )
    aog = RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER))
    los = BesluitFactory(
        soort=BesluitSoort.WAARNEMING, hoedanigheid="Domeindirecteur", besluitdatum=BEGIN
    )
    assert weigering(waarneming, rij=aog, besluit=los)[1].startswith("Ook wie een AOG waarneemt")
    assert waarneming(aog).waarneemt_voor == aog.medewerker


def test_nobody_deputises_for_himself_or_for_a_deputy_and_only_one_at_a_time():
    rij = RolFactory()
    assert weigering(waarneming, rij=rij, medewerker=rij.medewerker)[0] == 400
    eerste = waarneming(rij)
    assert weigering(waarneming, rij=rij)[1] == (
        f"{eerste.medewerker.naam} neemt deze rol al waar (1 juli t/m 31 augustus 2026)."
    )
    assert weigering(waarneming, rij=eerste)[0] == 409
    assert waarneming(rij, begin=SEPT, einde=date(2026, 10, 1)).pk


def test_the_database_keeps_one_deputy_at_a_time_and_an_end():
    """HUIS §10.7: also when the rules would be wrong."""
    rij = RolFactory()
    neemt_waar = waarneming(rij)

    def kopie(**anders):
        dubbel = Roltoewijzing.objects.get(pk=neemt_waar.pk)
        dubbel.pk, dubbel.public_id = None, None
        for naam, waarde in anders.items():
            setattr(dubbel, naam, waarde)
        dubbel._state.adding = True
        dubbel.public_id = Roltoewijzing().public_id
        with transaction.atomic():
            dubbel.save(force_insert=True)

    for anders, belofte in (
        ({"medewerker": MedewerkerFactory()}, "een_waarnemer_per_opdracht"),
        ({"begin_geldigheid": SEPT, "einde_geldigheid": None}, "waarneming_eindigt_vanzelf"),
        ({"begin_geldigheid": SEPT, "einde_geldigheid": date(2027, 1, 1),
          "waarneemt_voor": neemt_waar.medewerker}, "waarneming_voor_een_ander"),
    ):
        with pytest.raises(IntegrityError, match=belofte):
            kopie(**anders)


def test_waarneming_ends_with_the_holder():
    rij = RolFactory()
    waarneming(rij)
    rol_beeindigen(
        toewijzing=rij, per=date(2026, 8, 1), besluit=BesluitFactory(), reden="Vertrek",
        door=SYSTEEM, nu=NU + timedelta(hours=2),
    )
    (rest,) = Roltoewijzing.objects.nu_bekend().filter(waarneemt_voor=rij.medewerker)
    assert (rest.begin_geldigheid, rest.einde_geldigheid) == (JULI, date(2026, 8, 1))
    assert keten.verifieren()[1] is None


def overdracht(rij, **anders):
    velden = {
        "toewijzing": rij, "medewerker": MedewerkerFactory(), "per": JULI,
        "besluit": aanwijzing(), "reden": "Andere opdracht", "door": SYSTEEM,
        "nu": NU + timedelta(hours=1),
    } | anders
    return rol_overdragen(**velden)


def test_rol_overdragen_ends_and_begins_in_one_act_without_a_gap():
    """R074, R185, R202."""
    rij = RolFactory(einde=date(2027, 1, 1))
    nieuw = overdracht(rij)
    assert (nieuw.begin_geldigheid, nieuw.einde_geldigheid) == (JULI, date(2027, 1, 1))
    assert houder("aon", rij.opdracht, date(2026, 6, 30)).medewerker == rij.medewerker
    assert houder("aon", rij.opdracht, JULI) == nieuw
    regel = Logregel.objects.get(handeling="rol_overgedragen")
    assert regel.gegevens["dagen_zonder_houder"] == 0


def test_a_gap_is_explained_and_noted():
    """R065: nobody in the role is only possible when it is said."""
    rij = RolFactory()
    status, zin = weigering(overdracht, rij=rij, begin=date(2026, 7, 15))
    assert (status, zin) == (
        409,
        "Er is een gat: 1 juli t/m 14 juli 2026 heeft niemand deze rol. Leg uit waarom, of kies "
        "dezelfde dag.",
    )
    assert houder("aon", rij.opdracht, JULI) == rij
    nieuw = overdracht(rij, begin=date(2026, 7, 15), gat_toelichting="De AOG vult in.")
    assert houder("aon", rij.opdracht, date(2026, 7, 14)) is None
    assert houder("aon", rij.opdracht, date(2026, 7, 15)) == nieuw
    assert Logregel.objects.get(handeling="rol_overgedragen").gegevens["dagen_zonder_houder"] == 14


def test_rol_overdragen_refuses_what_makes_no_sense(maak_actor):
    rij = RolFactory()
    assert weigering(overdracht, rij=rij, medewerker=rij.medewerker)[0] == 400
    assert weigering(overdracht, rij=rij, begin=date(2026, 6, 1))[0] == 400
    assert weigering(overdracht, rij=rij, per=BEGIN)[0] == 409
    assert weigering(overdracht, rij=rij, reden=" ")[0] == 400
    assert weigering(overdracht, rij=rij, door=maak_actor(GebruikerFactory()))[0] == 403
    overdracht(rij)
    assert weigering(overdracht, rij=rij)[0] == 409  # twice is once


def test_a_refused_successor_leaves_the_old_holder_in_place():
    """One act: nothing half."""
    aog = RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER))
    los = aanwijzing(hoedanigheid="Domeindirecteur")
    assert weigering(overdracht, rij=aog, besluit=los)[0] == 409
    assert houder("aog", aog.opdracht, JULI) == aog


def test_correcting_an_aog_goes_through_the_same_check_of_the_decision():
    """R067: a correction is no way around the designation."""
    aog = RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER))
    velden = {
        "toewijzing": aog, "begin": date(2026, 2, 1), "einde": None, "reden": "x",
        "door": SYSTEEM, "nu": NU,
    }
    assert weigering(rol_corrigeren, besluit=BesluitFactory(), **velden)[1].startswith(
        "Een AOG wordt aangewezen door een directeur Mens en Organisatie."
    )
    assert rol_corrigeren(besluit=aanwijzing(), **velden).mutatie == "correctie"


@pytest.mark.parametrize(("rol_leider", "mag"), [
    ("concerndirecteur", False), ("provinciesecretaris", True),
])
def test_above_the_aog_of_compliance_and_control_stands_the_provinciesecretaris(rol_leider, mag):
    """E24, R205: whatever the scale."""
    leider = MedewerkerFactory(functiegroep="strategisch_leider", schaal=18)
    RolFactory(rol_code=rol_leider, medewerker=leider, op=None)
    opdracht = OpdrachtFactory(opgave=OpgaveFactory(onder_directieteam=True))
    gevraagd = {
        "rol_code": "aog", "op": opdracht,
        "medewerker": MedewerkerFactory(**LEIDER, leidinggevende=leider),
    }
    if mag:
        assert RolFactory(**gevraagd).pk
    else:
        assert weigering(RolFactory, **gevraagd) == (
            409,
            "Deze opdracht valt direct onder het Directieteam. De P-manager van "
            f"{gevraagd['medewerker'].naam} moet dan de provinciesecretaris zijn. "
            "Regel dat eerst.",
        )


def test_a_deputy_is_corrected_as_a_deputy_and_never_passed_on():
    """R196: beside the holder, with an end, once."""
    aog = RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER))
    rij = waarneming(aog)
    velden = {
        "toewijzing": rij, "begin": JULI, "reden": "Langer weg", "door": SYSTEEM,
        "nu": NU + timedelta(hours=2),
    }
    besluit = BesluitFactory(soort=BesluitSoort.WAARNEMING, besluitdatum=BEGIN)
    assert weigering(rol_corrigeren, einde=None, besluit=besluit, **velden)[0] == 400
    assert weigering(rol_corrigeren, einde=SEPT, besluit=BesluitFactory(), **velden)[0] == 409
    assert weigering(overdracht, rij=rij, per=date(2026, 8, 1))[1].startswith("Dit is een waarn")
    nieuw = rol_corrigeren(einde=date(2026, 10, 1), besluit=besluit, **velden)
    assert (nieuw.waarneemt_voor, nieuw.einde_geldigheid) == (aog.medewerker, date(2026, 10, 1))
    assert houder("aog", aog.opdracht, JULI) == aog


def test_waarneming_does_not_block_the_successor():
    rij = RolFactory()
    waarneming(rij)
    assert overdracht(rij, per=date(2026, 8, 1)).begin_geldigheid == date(2026, 8, 1)
    assert houder("aon", rij.opdracht, VANDAAG).medewerker == rij.medewerker
