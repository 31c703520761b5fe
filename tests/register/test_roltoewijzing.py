"""Assigning, ending and correcting roles, and every reason why not."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from config.kern.actor import SYSTEEM, Recht
from config.kern.domain.besluit import besluit_nemen, besluit_opstellen
from config.kern.enums import BesluitSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Logregel
from register.domain.rechten import actor_voor_gebruiker
from register.domain.roltoewijzing import rol_beeindigen, rol_corrigeren, rol_toewijzen
from register.models import Roltoewijzing
from register.queries import driehoek, houder, houders_van, rollen_van
from tests.factories.kern import NU, VANDAAG, BesluitFactory, GebruikerFactory
from tests.factories.pdomein import MedewerkerFactory, ProfessioneelDomeinFactory, PTeamFactory
from tests.factories.register import (
    BEGIN,
    ODomeinFactory,
    OpdrachtFactory,
    RolFactory,
    aanwijzing,
    rollen,
    toedelen,
)

pytestmark = pytest.mark.django_db
LEIDER = {"functiegroep": "strategisch_leider", "schaal": 14}


def weigering(functie, **velden):
    with pytest.raises(DomeinFout) as geweigerd:
        functie(**velden)
    return geweigerd.value.status, geweigerd.value.zin


def aog(**anders):
    return {"rol_code": "aog", "medewerker": MedewerkerFactory(**LEIDER), **anders}


def test_rol_toewijzen_enters_the_role_and_tells_the_logbook():
    """R182, R185."""
    rij = RolFactory()
    assert houder("aon", rij.opdracht, VANDAAG) == rij
    assert Logregel.objects.filter(handeling="rol_toegewezen").get().object_id == rij.public_id


def test_rol_toewijzen_is_for_the_registrar_and_for_the_director_who_designates(maak_actor):
    """R067, R203: others 403; a decision carries one role, so it cannot be used again."""
    ander, beslisser = GebruikerFactory(), GebruikerFactory()
    besluit = besluit_nemen(
        soort=BesluitSoort.AANWIJZING, onderwerp="AON", tekst="AON", hoedanigheid="directeur M&O",
        besluitdatum=BEGIN, door=maak_actor(beslisser), nu=NU,
    )
    status, zin = weigering(RolFactory, besluit=besluit, door=maak_actor(ander))
    assert (status, zin) == (
        403, "Alleen de registerbeheerder wijzigt het opdrachtenregister."
    )
    directeur = maak_actor(beslisser, Recht.ROL_AANWIJZEN)
    assert weigering(RolFactory, besluit=besluit, door=maak_actor(beslisser))[0] == 403
    beheerder = {"rol_code": "beheerder", "op": None, "besluit": besluit, "door": directeur}
    assert weigering(RolFactory, **beheerder)[0] == 403
    assert RolFactory(besluit=besluit, door=directeur).pk
    assert weigering(RolFactory, besluit=besluit, door=directeur)[0] == 403
    assert RolFactory(door=maak_actor(ander, Recht.REGISTER_MUTEREN)).pk


def test_rol_toewijzen_needs_an_adopted_decision():
    """R188: direct creation without a decision gives 400."""
    concept = besluit_opstellen(
        soort=BesluitSoort.AANWIJZING, onderwerp="AON", tekst="AON", hoedanigheid="x",
        besluitdatum=BEGIN, door=SYSTEEM, nu=NU,
    )
    assert weigering(RolFactory, besluit=concept) == (
        400, "Kies een vastgesteld besluit. Zonder besluit geen vermelding."
    )


def test_rol_toewijzen_not_before_the_decision_takes_effect():
    assert weigering(RolFactory, besluit=aanwijzing(besluitdatum=date(2026, 2, 1))) == (
        409, "Het besluit gaat in op 1 februari 2026; de rol kan niet eerder beginnen."
    )


def test_second_aon_in_the_same_period_is_refused():
    """R074."""
    rij = RolFactory(einde=date(2026, 7, 1))
    assert weigering(RolFactory, op=rij.opdracht) == (
        409,
        f"{rij.medewerker.naam} heeft deze rol al (1 januari t/m 30 juni 2026). "
        "Beëindig die rol eerst of kies een andere periode.",
    )
    assert RolFactory(op=rij.opdracht, begin=date(2026, 7, 1)).pk


def test_aog_is_designated_by_a_directeur_mo():
    """R067."""
    besluit = aanwijzing(hoedanigheid="Domeindirecteur")
    status, zin = weigering(RolFactory, **aog(besluit=besluit))
    assert (status, zin[:57]) == (
        409, "Een AOG wordt aangewezen door een directeur Mens en Organ"
    )
    assert RolFactory(**aog(besluit=aanwijzing(hoedanigheid="directeur M&O"))).pk


def test_a_deelopdracht_has_no_aog_of_its_own():
    """R026."""
    boven = RolFactory(**aog())
    deel = OpdrachtFactory(bovenliggende=boven.opdracht, opgave=boven.opdracht.opgave)
    assert weigering(RolFactory, **aog(op=deel))[0] == 409
    assert houder("aog", deel, VANDAAG) == boven
    assert houders_van([deel], VANDAAG)[deel.pk]["aog"] == boven
    assert driehoek(deel, VANDAAG).ontbreekt == ["bog", "aon"]


def test_directeur_mo_and_domeindirecteur_are_apart_except_for_dbi():
    """R081, R322."""
    mens = MedewerkerFactory(functiegroep="strategisch_leider", schaal=16)
    RolFactory(rol_code="directeur_mo", medewerker=mens, op=ProfessioneelDomeinFactory())
    rol = {"rol_code": "domeindirecteur", "medewerker": mens}
    assert weigering(RolFactory, **rol, op=ODomeinFactory())[1] == (
        f"{mens.naam} is in die periode ook Directeur Mens en Organisatie. Een directeur Mens en "
        "Organisatie heeft geen O-rol op directieniveau; alleen bij de Dienst Beheer "
        "Infrastructuur mag dat in één hand zijn."
    )
    dbi = ODomeinFactory(dbi_uitzondering=True)
    assert RolFactory(**rol, op=dbi).pk


def test_the_dbi_director_is_aog_only_below_the_dbi_opgave():
    """R322."""
    mens = MedewerkerFactory(**LEIDER)
    RolFactory(
        rol_code="directeur_mo", medewerker=mens, op=ProfessioneelDomeinFactory(),
        uitzondering="DBI, art. 17",
    )
    gewoon, dbi = OpdrachtFactory(), OpdrachtFactory()
    toedelen(gewoon.opgave, ODomeinFactory())
    toedelen(dbi.opgave, ODomeinFactory(dbi_uitzondering=True))
    assert weigering(RolFactory, rol_code="aog", medewerker=mens, op=gewoon)[0] == 409
    assert RolFactory(rol_code="aog", medewerker=mens, op=dbi).pk


def test_pmanager_and_aog_may_be_one_person():
    """R081: on tactical level roles combine."""
    mens = MedewerkerFactory(**LEIDER)
    PTeamFactory(pmanager=mens, pct=50)
    assert RolFactory(rol_code="aog", medewerker=mens).pk


def programmadirecteur(leider):
    return {
        "rol_code": "aog",
        "medewerker": MedewerkerFactory(
            functiegroep="strategisch_leider", schaal=16, leidinggevende=leider
        ),
    }


def test_programmadirecteur_needs_a_pmanager_in_the_directieteam():
    """E24, R069, R292."""
    leider = MedewerkerFactory(**LEIDER)
    gevraagd = programmadirecteur(leider)
    assert weigering(RolFactory, **gevraagd)[1] == (
        f"{gevraagd['medewerker'].naam} wordt Programmadirecteur (schaal 16). De P-manager moet "
        "dan de provinciesecretaris of een concerndirecteur zijn. Regel dat eerst."
    )
    RolFactory(
        rol_code="concerndirecteur", medewerker=leider, op=None, uitzondering="Waarnemend"
    )
    rij = RolFactory(**gevraagd)
    assert driehoek(rij.opdracht, VANDAAG).is_programmadirecteur is True


def test_rise_to_scale_16_does_not_break_the_role():
    """E24: the AOG row stands; only the label changes."""
    rij = RolFactory(**aog())
    rij.medewerker.schaal = 16
    rij.medewerker.save()
    assert driehoek(rij.opdracht, VANDAAG).is_programmadirecteur is True
    assert Roltoewijzing.objects.count() == 1


def test_concerndirecteur_as_aog_needs_a_motivation():
    """R072."""
    mens = MedewerkerFactory(functiegroep="strategisch_leider", schaal=15)
    RolFactory(
        rol_code="concerndirecteur", medewerker=mens, op=None, uitzondering="Waarnemend"
    )
    gevraagd = {"rol_code": "aog", "medewerker": mens}
    assert weigering(RolFactory, **gevraagd)[1] == (
        "Een concerndirecteur is alleen bij uitzondering AOG. Leg uit waarom."
    )
    rij = RolFactory(**gevraagd, uitzondering="Crisis")
    assert rij.uitzondering == "Crisis"


@pytest.mark.parametrize(
    ("rol_code", "groep", "schaal", "mag"),
    [
        ("aog", "regisseur", 12, False),
        ("aog", "regisseur", 13, True),
        ("aog", "specialist", 12, False),
        ("aog", "strategisch_leider", 13, True),
        ("aon", "specialist", 8, True),
        ("aon", "operatie", 7, True),
        ("aon", "strategisch_leider", 18, False),
        ("aon", "", None, True),
    ],
)
def test_role_matrix_of_bijlage_3_warns(rol_code, groep, schaal, mag):
    """R112-R115: outside the matrix only with a motivation."""
    gevraagd = {
        "rol_code": rol_code, "medewerker": MedewerkerFactory(functiegroep=groep, schaal=schaal),
    }
    if not mag:
        assert weigering(RolFactory, **gevraagd)[0] == 409
        gevraagd["uitzondering"] = "Beste kandidaat"
    assert RolFactory(**gevraagd).pk


def test_bog_is_a_member_of_gs():
    """R061."""
    opgave = OpdrachtFactory().opgave
    assert weigering(RolFactory, rol_code="bog", op=opgave) == (
        409, "Een bestuurlijk opdrachtgever is lid van Gedeputeerde Staten."
    )
    gs_lid = MedewerkerFactory(dienstverband="bestuur", functiegroep="", schaal=None)
    assert RolFactory(rol_code="bog", op=opgave, medewerker=gs_lid).pk


def test_rol_beeindigen_closes_the_row_and_adds_what_remains():
    """R196, R202."""
    rij = RolFactory()
    rest = rol_beeindigen(
        toewijzing=rij, per=date(2026, 7, 1), besluit=BesluitFactory(), reden="Vertrek",
        door=SYSTEEM, nu=NU + timedelta(hours=1),
    )
    rij.refresh_from_db()
    assert rij.eind_registratie == NU + timedelta(hours=1)
    assert (rest.begin_geldigheid, rest.einde_geldigheid, rest.vervangt) == (
        BEGIN, date(2026, 7, 1), rij
    )
    assert houder("aon", rij.opdracht, date(2026, 7, 1)) is None
    assert houder("aon", rij.opdracht, date(2026, 7, 1), bekend_op=NU) == rij


def test_rol_beeindigen_refuses_what_makes_no_sense():
    rij = RolFactory(einde=date(2026, 7, 1))
    vraag = {
        "toewijzing": rij, "per": date(2026, 6, 1), "besluit": BesluitFactory(), "reden": "x",
        "door": SYSTEEM, "nu": NU,
    }
    assert weigering(rol_beeindigen, **vraag | {"reden": " "})[0] == 400
    assert weigering(rol_beeindigen, **vraag | {"per": date(2026, 7, 1)})[0] == 409
    rol_beeindigen(**vraag)
    assert weigering(rol_beeindigen, **vraag)[1] == (
        "Deze vermelding is intussen vervangen. Open de geldende vermelding en probeer opnieuw."
    )


def test_rol_corrigeren_leaves_the_old_entry_readable():
    """R196, BETROUWBAAR 2.A7."""
    rij = RolFactory()
    nieuw = rol_corrigeren(
        toewijzing=rij, begin=date(2026, 2, 1), einde=None, besluit=BesluitFactory(),
        reden="Verkeerde maand", door=SYSTEEM, nu=NU + timedelta(days=1),
    )
    assert (nieuw.vervangt, nieuw.mutatie, nieuw.reden) == (rij, "correctie", "Verkeerde maand")
    assert houder("aon", rij.opdracht, date(2026, 1, 15)) is None
    assert houder("aon", rij.opdracht, date(2026, 1, 15), bekend_op=NU) == rij


def test_rol_corrigeren_into_anothers_period_is_refused():
    eerste = RolFactory(einde=date(2026, 4, 1))
    tweede = RolFactory(op=eerste.opdracht, begin=date(2026, 4, 1))
    status, _ = weigering(
        rol_corrigeren, toewijzing=tweede, begin=date(2026, 3, 1), einde=None,
        besluit=BesluitFactory(), reden="x", door=SYSTEEM, nu=NU,
    )
    assert status == 409


def test_an_ended_role_is_no_right_from_the_first_second():
    """HUIS §2: the actor of a request follows the register by date."""
    rij = RolFactory(einde=date(2026, 6, 2))
    gebruiker = rij.medewerker.gebruiker
    laatste = NU.replace(hour=23, minute=59, second=59)
    assert actor_voor_gebruiker(gebruiker, laatste).heeft(
        Recht.OPDRACHT_UITVOEREN, op=rij.opdracht
    )
    eerste = laatste + timedelta(seconds=1)
    assert not actor_voor_gebruiker(gebruiker, eerste).heeft(
        Recht.OPDRACHT_UITVOEREN, op=rij.opdracht
    )


def test_actor_costs_two_queries(django_assert_num_queries):
    rij = RolFactory(**aog())
    deel = OpdrachtFactory(bovenliggende=rij.opdracht, opgave=rij.opdracht.opgave)
    PTeamFactory(pmanager=rij.medewerker, pct=50)
    with django_assert_num_queries(2):
        actor = actor_voor_gebruiker(rij.medewerker.gebruiker, NU)
    assert actor.rollen == ("aog", "medewerker", "pmanager")
    assert actor.heeft(Recht.OPDRACHT_STUREN, op=deel)
    assert not actor.heeft(Recht.REGISTER_INZIEN)


def test_rollen_van_shows_all_roles_of_a_person():
    """R083."""
    rij = RolFactory()
    RolFactory(medewerker=rij.medewerker)
    assert [r.rol.code for r in rollen_van(rij.medewerker, VANDAAG)] == ["aon", "aon"]


def test_unknown_scale_of_aanstelling_keeps_its_type():
    rollen()
    rij = rol_toewijzen(
        rol_code="auditor", medewerker=MedewerkerFactory(aanstelling_fte=Decimal("0.5")),
        begin=BEGIN, besluit=aanwijzing(), door=SYSTEEM, nu=NU,
    )
    assert houder("auditor", None, VANDAAG) == rij


def test_a_decision_of_ones_own_gives_no_hand_in_the_register(maak_actor):
    """R203: who made a match definitive took a decision, and may still not touch a role."""
    rij, wie = RolFactory(), GebruikerFactory()
    door = maak_actor(wie)
    besluit = besluit_nemen(
        soort=BesluitSoort.INZET, onderwerp="Inzet", tekst="Inzet", hoedanigheid="Match",
        besluitdatum=BEGIN, door=door, nu=NU,
    )
    velden = {"toewijzing": rij, "besluit": besluit, "reden": "Omdat", "door": door, "nu": NU}
    assert weigering(rol_beeindigen, per=date(2026, 7, 1), **velden)[0] == 403
    assert weigering(rol_corrigeren, begin=BEGIN, einde=None, **velden)[0] == 403
    beheerder = {"rol_code": "beheerder", "op": None, "besluit": besluit, "door": door}
    assert weigering(RolFactory, **beheerder)[0] == 403
