"""GS stands above, priority follows a decision, moving leaves history (R012-R014, R016, R023)."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import GremiumSoort as G
from config.kern.fouten import DomeinFout
from config.kern.models import Beraadspunt
from opgaven.domain import opdracht as domein
from opgaven.domain.scope import scope_accorderen, scope_voorstellen
from opgaven.domain.sturing import (
    kader_vastleggen,
    opdracht_prioriteren,
    opdracht_verplaatsen,
    verantwoording_afleggen,
)
from opgaven.models import Decharge, Kader, Prioritering, Verplaatsing, Vrijgave
from opgaven.queries import odomein_van
from tests.factories.kern import NU, VANDAAG, BesluitFactory, GremiumFactory
from tests.factories.opgaven import ODomeinFactory, OpdrachtFactory, OpgaveFactory, profiel
from tests.factories.opgaven import programmeerberaad as maak_programmeerberaad

pytestmark = pytest.mark.django_db


def besluit_van(soort, **velden):
    return BesluitFactory(gremium=GremiumFactory(soort=soort), **velden)


def kader(opdracht, onderwerp, waarde, **velden):
    besluit = besluit_van(G.GS, **velden)
    return kader_vastleggen(
        opdracht=opdracht, onderwerp=onderwerp, waarde=Decimal(waarde), besluit=besluit,
        door=SYSTEEM, nu=NU,
    )


def prioriteer(opdracht, naar, soort=G.PROGRAMMEERBERAAD, door=SYSTEEM):
    return opdracht_prioriteren(
        opdracht=opdracht, prioriteit=naar, besluit=besluit_van(soort), reden="Nieuw wet.",
        door=door, nu=NU,
    )


def weigering(doe):
    with pytest.raises(DomeinFout) as fout:
        doe()
    return fout.value.status, fout.value.zin


def test_a_decision_of_gs_is_not_overruled_from_below():
    """R014: the sentence names the decision."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    rij = kader(opdracht, "prioriteit", 1)
    opdracht.refresh_from_db()
    assert opdracht.prioriteit == 1
    zin = (
        "Gedeputeerde Staten besloten op 1 juni 2026 over prioriteit 1 (besluit "
        f"{rij.besluit.kenmerk}). Dat kan alleen veranderen met een nieuw besluit van GS."
    )
    for soort in (G.PROGRAMMEERBERAAD, G.O_BERAAD, G.DT):
        assert weigering(lambda s=soort: prioriteer(opdracht, 3, s)) == (409, zin)
    for doe in (domein.opdracht_temporiseren, domein.opdracht_schrappen):
        assert weigering(
            lambda d=doe: d(opdracht=opdracht, reden="r", door=SYSTEEM, nu=NU)
        )[1].startswith(zin)
    assert prioriteer(opdracht, 2, G.GS).prioriteit == 2


def test_budget_and_capacity_of_gs_hold():
    """R014, R016: below is blocked, more people is allowed; a newer decision of GS replaces."""
    opdracht = OpdrachtFactory(status="concept")
    kader(opdracht, "capaciteit", "2.50")
    kader(opdracht, "budget", "250000")
    opdracht.refresh_from_db()

    def wijzig(**velden):
        return domein.opdracht_wijzigen(
            opdracht=opdracht, profiel=profiel(naam=opdracht.naam, **velden), door=SYSTEEM, nu=NU
        )

    assert "een capaciteit van 2,5\xa0fte" in weigering(
        lambda: wijzig(capaciteit_fte=Decimal("2.00"))
    )[1]
    assert "een materieel budget van" in weigering(
        lambda: wijzig(budget_materieel=Decimal(300_000))
    )[1]
    assert wijzig(capaciteit_fte=Decimal("3.00")).capaciteit_fte == Decimal("3.00")
    kader(opdracht, "capaciteit", "1.00")
    assert wijzig(capaciteit_fte=Decimal("1.50")).capaciteit_fte == Decimal("1.50")


def test_scope_does_not_pass_the_budget_of_gs():
    opdracht = OpdrachtFactory(status="in_uitvoering")
    kader(opdracht, "budget", "250000")
    scope = scope_voorstellen(
        opdracht=opdracht, budget_materieel=Decimal(400_000), mandaat="m",
        strategische_keuzes="s", door=SYSTEEM, nu=NU,
    )
    assert weigering(
        lambda: scope_accorderen(scope=scope, door=SYSTEEM, nu=NU)
    )[0] == 409
    assert scope_accorderen(
        scope=scope, akkoord=False, reden="GS", door=SYSTEEM, nu=NU
    ).status == "afgewezen"


def test_kader_vastleggen_refuses():
    opdracht = OpdrachtFactory()
    dt, later = besluit_van(G.DT), besluit_van(G.GS, ingangsdatum=date(2026, 9, 1))

    def doe(besluit, onderwerp="prioriteit", waarde=1, door=SYSTEEM):
        return kader_vastleggen(
            opdracht=opdracht, onderwerp=onderwerp, waarde=Decimal(waarde), besluit=besluit,
            door=door, nu=NU,
        )

    assert weigering(lambda: doe(dt)) == (400, "Dit is geen besluit van Gedeputeerde Staten.")
    assert weigering(lambda: doe(later))[0] == 409
    gs = besluit_van(G.GS)
    assert weigering(lambda: doe(gs, waarde=9))[0] == 400
    assert weigering(lambda: doe(gs, "smaak"))[0] == 400
    assert weigering(lambda: doe(gs, "capaciteit", 99999))[0] == 400
    doe(gs, waarde=2)
    assert weigering(lambda: doe(gs, waarde=2))[0] == 409
    af = OpdrachtFactory(status="geschrapt")
    with pytest.raises(DomeinFout):
        kader_vastleggen(
            opdracht=af, onderwerp="prioriteit", waarde=Decimal(1), besluit=gs, door=SYSTEEM,
            nu=NU,
        )


def test_an_older_decision_that_is_entered_later_changes_nothing():
    opdracht = OpdrachtFactory()
    kader(opdracht, "prioriteit", 1, besluitdatum=date(2026, 5, 1))
    kader(opdracht, "prioriteit", 5, besluitdatum=date(2026, 4, 1))
    opdracht.refresh_from_db()
    assert opdracht.prioriteit == 1


def test_priority_has_a_history_with_its_decision(maak_actor, gebruiker):
    """R012."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    door = maak_actor(
        gebruiker, (Recht.BESLUITENLIJST_OPSTELLEN, GremiumFactory(soort=G.O_BERAAD))
    )
    prioriteer(opdracht, 5, G.O_BERAAD, door)
    rij = Prioritering.objects.get()
    assert (rij.van, rij.naar, rij.door, rij.besluit.gremium.soort) == (
        3, 5, gebruiker, "o_beraad"
    )
    assert weigering(lambda: prioriteer(opdracht, 5)) == (
        409, "De opdracht heeft prioriteit 5 al."
    )
    assert weigering(lambda: prioriteer(opdracht, 7))[0] == 400
    assert weigering(lambda: prioriteer(opdracht, 2, G.P_BERAAD))[0] == 400
    assert weigering(lambda: prioriteer(opdracht, 2, door=maak_actor(gebruiker)))[0] == 403
    with pytest.raises(DatabaseError), transaction.atomic():
        rij.delete()


def test_reprioritising_is_marginal():
    """R225: beyond the margin it is for DT or GS."""
    opdracht = OpdrachtFactory(status="in_uitvoering", capaciteit_fte=Decimal("9.00"))
    assert "tot 5 fte" in weigering(lambda: prioriteer(opdracht, 1))[1]
    assert prioriteer(opdracht, 1, G.DT).prioriteit == 1


def test_temporiseren_asks_attention_and_frees_the_team():
    """R012, R013: one point for the programmeerberaad; the release names day and decision."""
    maak_programmeerberaad()
    opdracht = OpdrachtFactory(status="in_uitvoering")
    met = {"opdracht": opdracht, "door": SYSTEEM, "nu": NU}
    assert weigering(lambda: domein.opdracht_temporiseren(
        reden="r", vrij_per=date(2026, 5, 1), **met
    ))[0] == 400
    domein.opdracht_temporiseren(reden="Minder haast", vrij_per=date(2026, 7, 1), **met)
    domein.opdracht_hervatten(reden="Toch haast", **met)
    domein.opdracht_temporiseren(reden="Weer niet", **met)
    rij = Vrijgave.objects.get()
    assert (rij.per, rij.ook_rollen, rij.besluit.tekst) == (
        date(2026, 7, 1), False, "Minder haast"
    )
    punt = Beraadspunt.objects.get(object_id=opdracht.public_id)
    assert (punt.soort, punt.gremium.soort) == ("scope", "programmeerberaad")


def test_decharge_at_a_phase_change_keeps_the_opdracht_and_dates_the_phase():
    """R040, R043, E21."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    OpdrachtFactory(bovenliggende=opdracht)
    domein.opdracht_dechargeren(
        opdracht=opdracht, is_einde=False, fase_naar="realisatie", reden="Plan is klaar.",
        door=SYSTEEM, nu=NU,
    )
    opdracht.refresh_from_db()
    rij = Decharge.objects.get()
    assert (opdracht.status, opdracht.fase) == ("in_uitvoering", "realisatie")
    assert (rij.fase_van, rij.fase_naar, rij.is_einde, rij.op) == (
        "verkenning", "realisatie", False, NU
    )
    assert Vrijgave.objects.count() == 0


def test_decharge_at_the_end_releases_everything_that_day():
    opdracht = OpdrachtFactory(status="gedechargeerd")
    assert (Decharge.objects.get().is_einde, Vrijgave.objects.get().ook_rollen) == (True, True)
    assert Vrijgave.objects.get().per == date(2026, 6, 2)
    assert Vrijgave.objects.get().opdracht == opdracht


def test_schrappen_with_open_deelopdrachten_is_refused():
    opdracht = OpdrachtFactory(status="in_uitvoering")
    deel = OpdrachtFactory(bovenliggende=opdracht)
    assert deel.naam in weigering(lambda: domein.opdracht_schrappen(
        opdracht=opdracht, reden="r", door=SYSTEEM, nu=NU
    ))[1]


def test_moving_takes_the_parts_along_and_leaves_history(als):
    """R023."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    deel = OpdrachtFactory(bovenliggende=opdracht)
    odomein = odomein_van(opdracht.opgave, VANDAAG)
    zelfde, ander = OpgaveFactory(odomein=odomein), OpgaveFactory(odomein=ODomeinFactory())

    def verplaats(naar, door, wat=opdracht, reden="Past beter."):
        return opdracht_verplaatsen(opdracht=wat, naar=naar, reden=reden, door=door, nu=NU)

    dd, voorzitter = als("domeindirecteur", opdracht), als("voorzitter_o_beraad", opdracht)
    assert weigering(lambda: verplaats(ander, dd))[0] == 403
    assert weigering(lambda: verplaats(zelfde, dd, deel))[0] == 409
    assert weigering(lambda: verplaats(opdracht.opgave, dd))[0] == 409
    assert weigering(lambda: verplaats(zelfde, dd, reden=" "))[0] == 400
    verplaats(zelfde, dd)
    verplaats(ander, voorzitter)
    deel.refresh_from_db()
    assert deel.opgave == ander
    assert list(
        Verplaatsing.objects.filter(opdracht=opdracht).order_by("pk")
        .values_list("van__naam", "naar__naam")
    ) == [(opdracht.opgave.naam, zelfde.naam), (zelfde.naam, ander.naam)]
    assert Verplaatsing.objects.filter(opdracht=deel).count() == 2
    klaar = OpdrachtFactory(status="geschrapt")
    assert weigering(lambda: verplaats(zelfde, SYSTEEM, klaar))[0] == 409


def test_aog_accounts_to_the_bog(als):
    """R046."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    aog = als("aog", opdracht)
    assert weigering(lambda: verantwoording_afleggen(
        opdracht=opdracht, tekst=" ", door=aog, nu=NU
    ))[0] == 400
    verantwoording_afleggen(opdracht=opdracht, tekst="Drie velden.", door=aog, nu=NU)
    assert opdracht.verantwoordingen.get().door_id == aog.gebruiker_id


def test_kader_is_only_added():
    rij = kader(OpdrachtFactory(), "prioriteit", 1)
    with pytest.raises(DatabaseError), transaction.atomic():
        Kader.objects.filter(pk=rij.pk).update(waarde=5)
