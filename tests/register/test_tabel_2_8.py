"""Table 2.8 of the requirements, row by row: what the register holds and what that means in law.

Content: naam and scope; the opgave above it; AOG and AON with periods; label and organisation; the
reference to the decision. Then the legal logic: decision and entry, and what each is worth alone.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from config.kern.actor import SYSTEEM
from config.kern.fouten import DomeinFout
from config.kern.werkdagen import AMSTERDAM
from opgaven.enums import OpdrachtSoort, ScopeStatus
from opgaven.models import ScopeVersie
from register.domain.roltoewijzing import rol_beeindigen
from register.models import Bevoegdheid, Rol, Roltoewijzing
from register.queries import was_bevoegd
from register.queries.schermen import Moment, opdracht_vermelding
from tests.factories.kern import NU, VANDAAG, BesluitFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import BEGIN, InzetFactory, OpdrachtFactory, RolFactory, aanwijzing

pytestmark = pytest.mark.django_db
LEIDER = {"functiegroep": "strategisch_leider", "schaal": 14}
MOMENT = Moment(VANDAAG)


def op(maand, dag, uur=12):
    return datetime(2026, maand, dag, uur, tzinfo=AMSTERDAM)


@pytest.fixture
def opdracht():
    """An opdracht with AOG, a deelopdracht with its own AON, a team and an accorded scope."""
    aog = RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER))
    RolFactory(op=aog.opdracht, einde=date(2026, 4, 1))
    RolFactory(op=aog.opdracht, begin=date(2026, 4, 1))
    deel = OpdrachtFactory(bovenliggende=aog.opdracht, opgave=aog.opdracht.opgave)
    RolFactory(op=deel)
    InzetFactory(opdracht=aog.opdracht, fte=Decimal("0.4"))
    ScopeVersie.objects.create(
        opdracht=aog.opdracht, nummer=1, budget_materieel=1000, mandaat="Vervang de brug.",
        strategische_keuzes="Duurzaam", status=ScopeStatus.GEACCORDEERD, voorgesteld_op=NU,
    )
    return aog.opdracht


def test_row_1_naam_and_scope_of_the_opdracht(opdracht):
    """R182: what is it."""
    vermelding = opdracht_vermelding(opdracht, MOMENT)
    assert (vermelding.opdracht.naam, vermelding.scope) == (opdracht.naam, "Vervang de brug.")


def test_row_2_the_opgave_above_it(opdracht):
    """R182: the link to the begroting."""
    vermelding = opdracht_vermelding(opdracht, MOMENT)
    assert vermelding.opdracht.opgave.beleidsdoel.ambitie.begroting.jaar == 2026


def test_row_2_or_the_opgave_as_a_stand_alone_opdracht():
    """R184, E25: an opgave without opdrachten is an opdracht of its own kind, with AOG and AON."""
    opgave = OpdrachtFactory(soort=OpdrachtSoort.OPGAVE_ALS_OPDRACHT)
    RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER), op=opgave)
    aon = RolFactory(op=opgave)
    vermelding = opdracht_vermelding(opgave, MOMENT)
    assert vermelding.driehoek.ontbreekt == ["bog"]
    assert was_bevoegd(
        medewerker=aon.medewerker, opdracht=opgave, op=VANDAAG, bekend_op=NU
    ).antwoord == "ja"


def test_row_3_aog_and_aon_with_their_periods(opdracht):
    """R182, R185: who is competent and when; past periods too."""
    rollen = opdracht_vermelding(opdracht, MOMENT).rollen
    assert [(v.rol[:2], v.periode) for v in rollen] == [
        ("Am", "vanaf 1 januari 2026"), ("Am", "vanaf 1 april 2026"),
        ("Am", "1 januari t/m 31 maart 2026"),
    ]


def test_row_3_the_aon_of_a_deelopdracht_and_the_aog_it_inherits(opdracht):
    """R026, R182."""
    ((deel, aon),) = opdracht_vermelding(opdracht, MOMENT).deelopdrachten
    vermelding = opdracht_vermelding(deel, MOMENT)
    assert vermelding.driehoek.aon == aon
    assert vermelding.driehoek.aog.opdracht == opdracht


def test_row_3_one_aog_and_one_aon_at_any_date(opdracht):
    """R065, R066, R074: the database has the last word."""
    rij = Roltoewijzing.objects.get(opdracht=opdracht, rol__code="aog")
    dubbel = Roltoewijzing.objects.get(pk=rij.pk)
    dubbel.pk, dubbel.public_id, dubbel._state.adding = None, Roltoewijzing().public_id, True
    dubbel.medewerker = MedewerkerFactory()
    with pytest.raises(IntegrityError, match="een_houder_per_opdracht"), transaction.atomic():
        dubbel.save(force_insert=True)


def test_row_3_one_person_is_aon_of_several(opdracht):
    """R073, R075."""
    aon = Roltoewijzing.objects.get(opdracht=opdracht, begin_geldigheid=date(2026, 4, 1))
    ander = RolFactory(medewerker=aon.medewerker)
    assert was_bevoegd(
        medewerker=aon.medewerker, opdracht=ander.opdracht, op=VANDAAG, bekend_op=NU
    ).antwoord == "ja"


def test_row_4_the_label_and_the_organisation(opdracht):
    """R183, R200: the route and the team after matching."""
    vermelding = opdracht_vermelding(opdracht, MOMENT)
    assert vermelding.opdracht.get_label_display() == "Dynamisch"
    assert [i.fte for i in vermelding.team] == [Decimal("0.400")]


def test_row_5_the_reference_to_the_formal_decision(opdracht):
    """R188, R189: the register has no meaning of its own; the decision is kept and hashed."""
    for rij in Roltoewijzing.objects.filter(opdracht=opdracht).select_related("besluit__document"):
        assert rij.besluit.kenmerk
        assert len(rij.besluit.document.sha256) == 64


# the legal logic


def late():
    """Decided and effective 2 March, entered 20 March."""
    return RolFactory(
        begin=date(2026, 3, 2), nu=op(3, 20),
        besluit=aanwijzing(besluitdatum=date(2026, 3, 2), nu=op(3, 2)),
    )


def vraag(rij, **velden):
    return was_bevoegd(medewerker=rij.medewerker, opdracht=rij.opdracht, **velden)


def test_logic_a_decision_without_an_entry_may_not_be_exercised():
    """R187, Q07, E22."""
    rij = late()
    antwoord = vraag(rij, op=date(2026, 3, 10), bekend_op=date(2026, 3, 10))
    assert (antwoord.antwoord, antwoord.is_rechtmatig) == ("niet_geregistreerd", False)


def test_logic_an_entry_without_a_decision_is_worthless():
    """R188: it cannot even exist, not for the program and not for the database."""
    with pytest.raises(DomeinFout) as geweigerd:
        RolFactory(besluit=None)
    assert geweigerd.value.status == 400
    rij = RolFactory()
    kopie = Roltoewijzing.objects.get(pk=rij.pk)
    kopie.pk, kopie.public_id, kopie._state.adding = None, Roltoewijzing().public_id, True
    kopie.besluit_id, kopie.opdracht = None, OpdrachtFactory()
    with pytest.raises(IntegrityError, match="besluit_id"), transaction.atomic():
        kopie.save(force_insert=True)


def test_logic_decision_and_entry_together_make_it_lawful():
    rij = late()
    antwoord = vraag(rij, op=date(2026, 3, 23), bekend_op=date(2026, 3, 23))
    assert (antwoord.antwoord, antwoord.is_rechtmatig) == ("ja", True)


def test_use_mandate_and_budget_powers(opdracht):
    """R186: the entry carries what the regulation gives to the role."""
    aog = Roltoewijzing.objects.get(opdracht=opdracht, rol__code="aog")
    Bevoegdheid.objects.create(
        rol=Rol.objects.get(code="aog"), artikel="artikel 3.1", omschrijving="Verplichtingen",
        handeling="Verplichting aangaan", limiet_euro=500, begin_geldigheid=BEGIN,
    )
    vragen = [
        vraag(aog, op=VANDAAG, bekend_op=NU, handeling="Verplichting aangaan", bedrag=Decimal(b))
        for b in (500, 501)
    ]
    assert [a.antwoord for a in vragen] == ["ja", "nee"]


def test_use_rechtmatigheidscontrole_on_two_axes():
    """R192, R197: valid on D, known on K; the warning names the missing entry."""
    rij = late()
    antwoord = vraag(rij, op=date(2026, 3, 10), bekend_op=date(2026, 3, 23))
    assert antwoord.waarschuwing == "op 10 maart niet rechtmatig uitgeoefend: vermelding ontbrak"
    assert antwoord.vertraging_werkdagen == 14


def test_use_transparency_an_ended_role_is_no_longer_a_power():
    """R193, R195."""
    rij = RolFactory()
    rol_beeindigen(
        toewijzing=rij, per=date(2026, 7, 1), besluit=BesluitFactory(), reden="Decharge",
        door=SYSTEEM, nu=NU + timedelta(hours=1),
    )
    dagen = (date(2026, 6, 30), date(2026, 7, 1))
    assert [vraag(rij, op=d, bekend_op=date(2026, 8, 1)).antwoord for d in dagen] == ["ja", "nee"]


@pytest.mark.parametrize("schaal", [15, 16])
def test_the_rules_on_the_aog_hold_for_a_programmadirecteur_too(schaal):
    """R071: no rule is skipped from scale 16 on, except which P-manager there must be."""
    leider = MedewerkerFactory(functiegroep="strategisch_leider", schaal=18)
    RolFactory(rol_code="provinciesecretaris", medewerker=leider, op=None)
    mens = MedewerkerFactory(
        functiegroep="strategisch_leider", schaal=schaal, leidinggevende=leider
    )
    for fout in (
        {"besluit": aanwijzing(hoedanigheid="Domeindirecteur")}, {"besluit": None},
        {"besluit": aanwijzing(besluitdatum=date(2026, 2, 1))},
    ):
        with pytest.raises(DomeinFout):
            RolFactory(rol_code="aog", medewerker=mens, **fout)
    rij = RolFactory(rol_code="aog", medewerker=mens)
    with pytest.raises(DomeinFout):
        RolFactory(rol_code="aog", medewerker=mens, op=rij.opdracht)


def test_question_of_judge_or_accountant_show_the_decision():
    """E15, R189: competent on 14 May, as known on 20 May; with the document."""
    rij = late()
    antwoord = vraag(rij, op=date(2026, 5, 14), bekend_op=date(2026, 5, 20))
    assert antwoord.antwoord == "ja"
    assert antwoord.vermelding.tijdstip_registratie == op(3, 20)
    assert bytes(antwoord.besluit.document.inhoud).decode().startswith("Besluit B2026-")
