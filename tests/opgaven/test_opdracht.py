"""Opdrachten: profile, split, scope, toets, life (R003, R023-R043, R060, R204)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import GremiumSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Logregel
from opgaven import queries
from opgaven.domain.capaciteitsvraag import (
    capaciteitsvraag_vastleggen,
    capaciteitsvraag_verwijderen,
    capaciteitsvraag_wijzigen,
)
from opgaven.domain.opdracht import (
    deelopdracht_aanmaken,
    opdracht_aanmaken,
    opdracht_bemensing_bijwerken,
    opdracht_dechargeren,
    opdracht_hervatten,
    opdracht_profiel_heropenen,
    opdracht_profiel_vaststellen,
    opdracht_temporiseren,
    opdracht_wijzigen,
)
from opgaven.domain.opgave import opgave_toedelen
from opgaven.domain.scope import scope_accorderen, scope_voorstellen
from opgaven.domain.statuswijziging import opdracht_status_wijzigen
from opgaven.domain.werk import mijlpaal_halen, mijlpaal_toevoegen, risico_toevoegen
from opgaven.models import Opdracht, OpgaveToedeling
from tests.factories.kern import NU, VANDAAG, GremiumFactory
from tests.factories.opgaven import (
    ODomeinFactory,
    OpdrachtFactory,
    OpgaveFactory,
    profiel,
    toetsen,
    vraag,
)
from tests.factories.pdomein import CompetentieFactory

pytestmark = pytest.mark.django_db


def weigering(functie, **velden) -> DomeinFout:
    with pytest.raises(DomeinFout) as fout:
        functie(**{"door": SYSTEEM, "nu": NU, **velden})
    return fout.value


def test_opdracht_aanmaken_numbers_under_the_opgave():
    opgave = OpgaveFactory(code="3.1")
    een = opdracht_aanmaken(opgave=opgave, profiel=profiel(naam="Een"), door=SYSTEEM, nu=NU)
    twee = opdracht_aanmaken(opgave=opgave, profiel=profiel(naam="Twee"), door=SYSTEEM, nu=NU)
    assert (een.code, twee.code, een.status) == ("3.1.1", "3.1.2", "concept")


def test_opdracht_aanmaken_needs_a_code_of_the_begroting_or_a_reason():
    """R003."""
    fout = weigering(
        opdracht_aanmaken, opgave=OpgaveFactory(), profiel=profiel(begrotingscode="")
    )
    assert (fout.status, fout.beletsel.veld) == (400, "begrotingscode")
    zonder = profiel(begrotingscode="", motivatie_afwijking_begroting="Komt in de najaarsnota.")
    assert opdracht_aanmaken(opgave=OpgaveFactory(), profiel=zonder, door=SYSTEEM, nu=NU).pk


def test_opdracht_aanmaken_twice_makes_one():
    opgave = OpgaveFactory()
    opdracht_aanmaken(opgave=opgave, profiel=profiel(), door=SYSTEEM, nu=NU)
    fout = weigering(opdracht_aanmaken, opgave=opgave, profiel=profiel())
    assert (fout.status, fout.beletsel.veld) == (409, "naam")


def test_opdracht_of_an_opgave_without_odomein_asks_for_allocation(maak_actor, gebruiker):
    fout = weigering(
        opdracht_aanmaken, opgave=OpgaveFactory(odomein=None), profiel=profiel(),
        door=maak_actor(gebruiker, (Recht.OPDRACHT_INITIEREN, ODomeinFactory())),
    )
    assert (fout.status, "nog niet toegedeeld" in fout.zin) == (409, True)


def test_opgave_under_the_directieteam_is_led_by_its_chair(maak_actor, gebruiker):
    """R205."""
    dt = GremiumFactory(soort=GremiumSoort.DT)
    opgave = OpgaveFactory(onder_directieteam=True)
    assert weigering(
        opdracht_aanmaken, opgave=opgave, profiel=profiel(), door=maak_actor(gebruiker)
    ).status == 403
    voorzitter = maak_actor(gebruiker, (Recht.OPGAVE_TOEDELEN, dt))
    assert opdracht_aanmaken(opgave=opgave, profiel=profiel(), door=voorzitter, nu=NU).pk


@pytest.mark.parametrize(
    ("velden", "ontbreekt"),
    [
        ({"waarom": ""}, "“Waarom?”"),
        ({"wat": " "}, "“Wat?”"),
        ({"hoe": "", "wie": ""}, "“Hoe?” en “Wie?”"),
        ({"fase": ""}, "de fase van het werk"),
        ({"past_in_portefeuille": ""}, "hoe de opdracht past in de portefeuille"),
    ],
)
def test_profiel_vaststellen_names_what_is_missing(velden, ontbreekt):
    """R033, R034, R037, R042."""
    fout = weigering(opdracht_profiel_vaststellen, opdracht=OpdrachtFactory(**velden))
    assert fout.zin == f"Het profiel is nog niet af. Dit ontbreekt: {ontbreekt}."


def test_profiel_vaststellen_needs_scope_and_a_competentie():
    """R034."""
    fout = weigering(opdracht_profiel_vaststellen, opdracht=OpdrachtFactory(leeg=True))
    assert fout.zin == (
        "Het profiel is nog niet af. Dit ontbreekt: de scope (budget, mandaat en strategische "
        "keuzes) en een capaciteitsvraag met ten minste één competentie."
    )


def test_profiel_vaststellen_accords_the_scope_in_it():
    opdracht = OpdrachtFactory(status="profiel_vastgesteld")
    assert queries.geldende_scope(opdracht).nummer == 1


def test_profiel_heropenen_takes_the_toets_away():
    """R204: the toets was about the old profile."""
    opdracht = OpdrachtFactory(status="getoetst")
    opdracht_profiel_heropenen(opdracht=opdracht, reden="Meer budget", door=SYSTEEM, nu=NU)
    opdracht.refresh_from_db()
    assert (opdracht.status, opdracht.toetsen.count()) == ("concept", 0)
    regel = Logregel.objects.get(handeling="toets_vervallen")
    assert len(regel.gegevens["toetsen"]) == 3


def test_wijzigen_with_an_old_version_names_who_and_what(maak_actor, gebruiker):
    """SCHERMEN: a stale page gets 409 with the change of the other."""
    opdracht = OpdrachtFactory()
    oud = opdracht.versie
    ander = maak_actor(
        gebruiker, (Recht.OPDRACHT_INITIEREN, queries.odomein_van(opdracht.opgave, VANDAAG))
    )
    nieuw = profiel(naam="Andere titel", wie="Iemand anders.")
    opdracht_wijzigen(opdracht=opdracht, profiel=nieuw, versie=oud, door=ander, nu=NU)
    fout = weigering(
        opdracht_wijzigen, opdracht=opdracht, profiel=profiel(naam="Mijn titel"), versie=oud
    )
    assert (fout.status, fout.zin) == (409, (
        "Noor de Vries heeft intussen dit gewijzigd: titel resultaatopdracht, wie. Je eigen "
        "invoer staat nog in het formulier. Vergelijk die met de laatste stand en sla opnieuw op."
    ))
    opdracht.refresh_from_db()
    assert opdracht.naam == "Andere titel"


def test_wijzigen_is_for_a_concept():
    fout = weigering(
        opdracht_wijzigen, opdracht=OpdrachtFactory(status="profiel_vastgesteld"),
        profiel=profiel(),
    )
    assert fout.zin == "Het profiel is vastgesteld. Heropen het profiel om het te wijzigen."


def test_deelopdracht_is_one_level_deep_and_for_the_aog(als):
    """R024, R025."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    deel = deelopdracht_aanmaken(
        bovenliggende=opdracht, profiel=profiel(), door=als("aog", opdracht), nu=NU
    )
    assert (deel.bovenliggende, deel.opgave, deel.code) == (
        opdracht, opdracht.opgave, f"{opdracht.code}.1"
    )
    fout = weigering(deelopdracht_aanmaken, bovenliggende=deel, profiel=profiel())
    assert fout.zin == "Een deelopdracht kun je niet nog eens splitsen."
    for rol in ("domeindirecteur", "aon", "beheerder"):
        assert weigering(
            deelopdracht_aanmaken, bovenliggende=opdracht, profiel=profiel(),
            door=als(rol, opdracht),
        ).status == 403


def test_deelopdracht_has_no_aog_of_its_own():
    """R026."""
    deel = OpdrachtFactory(bovenliggende=OpdrachtFactory(), leeg=True)
    fout = weigering(
        capaciteitsvraag_vastleggen, opdracht=deel,
        vraag=vraag(plaats="aog", omschrijving="AOG"),
    )
    assert fout.zin == "De AOG van de opdracht is ook AOG van de deelopdracht."


def test_a_deelopdracht_goes_the_whole_way():
    """R027: with an AON of its own."""
    deel = OpdrachtFactory(bovenliggende=OpdrachtFactory(), status="in_uitvoering")
    assert deel.status == "in_uitvoering"


def test_scope_waits_for_accord_and_then_sets_the_budget(als):
    """R028, R029."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    scope = scope_voorstellen(
        opdracht=opdracht, budget_materieel=Decimal("300000.00"), mandaat="Tot € 75.000.",
        strategische_keuzes="Sneller.", door=als("aog", opdracht), nu=NU,
    )
    opdracht.refresh_from_db()
    assert (queries.geldende_scope(opdracht).nummer, opdracht.budget_materieel) == (1, 250_000)
    fout = weigering(scope_accorderen, scope=scope, door=als("aog", opdracht))
    assert fout.status == 403
    scope_accorderen(scope=scope, door=als("domeindirecteur", opdracht), nu=NU)
    opdracht = Opdracht.objects.get(pk=opdracht.pk)
    assert (queries.geldende_scope(opdracht).nummer, opdracht.budget_materieel) == (2, 300_000)
    assert weigering(scope_accorderen, scope=scope).status == 409


def test_scope_one_proposal_at_a_time_and_no_without_reason_is_refused():
    opdracht = OpdrachtFactory(status="in_uitvoering")
    velden = {
        "opdracht": opdracht, "budget_materieel": Decimal(1), "mandaat": "m",
        "strategische_keuzes": "s",
    }
    scope = scope_voorstellen(**velden, door=SYSTEEM, nu=NU)
    assert weigering(scope_voorstellen, **velden).status == 409
    fout = weigering(scope_accorderen, scope=scope, akkoord=False)
    assert (fout.status, fout.beletsel.veld) == (400, "reden")
    scope_accorderen(scope=scope, akkoord=False, reden="Te duur", door=SYSTEEM, nu=NU)
    scope.refresh_from_db()
    assert scope.status == "afgewezen"


def test_toets_with_three_parts_moves_the_opdracht():
    """R204."""
    opdracht = OpdrachtFactory(status="profiel_vastgesteld")
    toetsen(opdracht, {"financieel": "voorwaarden"})
    opdracht.refresh_from_db()
    assert opdracht.status == "getoetst"


def test_toets_twice_replaces_the_part():
    opdracht = OpdrachtFactory(status="getoetst", toets={"juridisch": "negatief"})
    toetsen(opdracht)
    assert [t.uitkomst for t in opdracht.toetsen.all()] == ["positief"] * 3


def test_bemensing_follows_the_match():
    """R039."""
    opdracht = OpdrachtFactory(status="geprogrammeerd")

    def bij(heeft_aog, heeft_aon):
        return opdracht_bemensing_bijwerken(
            opdracht=opdracht, heeft_aog=heeft_aog, heeft_aon=heeft_aon, door=SYSTEEM, nu=NU
        ).status

    assert bij(False, False) == "geprogrammeerd"
    assert bij(True, False) == "bemensing"
    assert bij(True, True) == "in_uitvoering"
    assert bij(True, True) == "in_uitvoering"
    assert weigering(
        opdracht_bemensing_bijwerken, opdracht=OpdrachtFactory(), heeft_aog=True, heeft_aon=False
    ).status == 409


def test_temporiseren_keeps_a_besluit_and_hervatten_goes_back():
    """R013."""
    opdracht = OpdrachtFactory(status="bemensing")
    fout = weigering(opdracht_temporiseren, opdracht=opdracht, reden=" ")
    assert (fout.status, fout.beletsel.veld) == (400, "reden")
    opdracht_temporiseren(opdracht=opdracht, reden="Minder urgent", door=SYSTEEM, nu=NU)
    overgang = opdracht.statusovergangen.first()
    assert (overgang.naar, overgang.besluit.tekst) == ("getemporiseerd", "Minder urgent")
    opdracht_hervatten(opdracht=opdracht, reden="Weer urgent", door=SYSTEEM, nu=NU)
    opdracht.refresh_from_db()
    assert opdracht.status == "bemensing"


def test_decharge_at_the_end_asks_closed_deelopdrachten():
    """R040, R041."""
    opdracht = OpdrachtFactory(status="opgeleverd")
    deel = OpdrachtFactory(bovenliggende=OpdrachtFactory(), leeg=True)
    Opdracht.objects.filter(pk=deel.pk).update(bovenliggende=opdracht)
    fout = weigering(opdracht_dechargeren, opdracht=opdracht, reden="Klaar")
    assert fout.zin == f"Deze deelopdrachten zijn nog open: {deel.naam}."


def test_decharge_at_a_phase_change_leaves_the_opdracht_running():
    """R040."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    opdracht_dechargeren(
        opdracht=opdracht, is_einde=False, reden="Verkenning klaar", door=SYSTEEM, nu=NU
    )
    opdracht.refresh_from_db()
    assert opdracht.status == "in_uitvoering"
    assert Logregel.objects.filter(handeling="opdracht_gedechargeerd").count() == 1


def test_status_wijzigen_names_where_a_status_comes_from():
    fout = weigering(
        opdracht_status_wijzigen, opdracht=OpdrachtFactory(status="getoetst"),
        naar="geprogrammeerd",
    )
    assert fout.zin == "Deze stap volgt uit de besluitenlijst van het programmeerberaad."
    opdracht = OpdrachtFactory()
    opdracht_status_wijzigen(opdracht=opdracht, naar="profiel_vastgesteld", door=SYSTEEM, nu=NU)
    opdracht.refresh_from_db()
    assert opdracht.status == "profiel_vastgesteld"


def test_capaciteitsvraag_changes_and_goes_while_a_concept():
    """R217."""
    opdracht, competentie = OpdrachtFactory(leeg=True), CompetentieFactory()
    rij = capaciteitsvraag_vastleggen(
        opdracht=opdracht, vraag=vraag(competenties=((competentie.pk, 3, 2, True),)),
        door=SYSTEEM, nu=NU,
    )
    assert weigering(
        capaciteitsvraag_vastleggen, opdracht=opdracht, vraag=vraag()
    ).beletsel.veld == "omschrijving"
    capaciteitsvraag_wijzigen(
        capaciteitsvraag=rij, vraag=vraag(aantal=3), door=SYSTEEM, nu=NU
    )
    rij.refresh_from_db()
    assert (rij.aantal, rij.competenties.count()) == (3, 0)
    capaciteitsvraag_verwijderen(capaciteitsvraag=rij, door=SYSTEEM, nu=NU)
    assert opdracht.capaciteitsvragen.count() == 0


def test_capaciteitsvraag_stands_still_when_programmed():
    fout = weigering(
        capaciteitsvraag_vastleggen, opdracht=OpdrachtFactory(status="geprogrammeerd"),
        vraag=vraag(omschrijving="Nog iemand"),
    )
    assert "doorgegeven aan de matching" in fout.zin


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"fte": Decimal("1.5")}, "fte"), ({"fte": Decimal(0)}, "fte"), ({"aantal": 0}, "aantal"),
        ({"schaal_van": 0}, "schaal_van"), ({"schaal_tot": 9}, "schaal_tot"),
        ({"einde": date(2026, 7, 1)}, "einde"), ({"omschrijving": " "}, "omschrijving"),
        ({"plaats": "baas"}, "plaats"), ({"competenties": ((1, 9, 2, False),)}, "competenties"),
        ({"plaats": "aon", "aantal": 2}, "aantal"),
    ],
)
def test_capaciteitsvraag_names_the_wrong_field(velden, veld):
    fout = weigering(
        capaciteitsvraag_vastleggen, opdracht=OpdrachtFactory(leeg=True), vraag=vraag(**velden)
    )
    assert (fout.status, fout.beletsel.veld) == (400, veld)


def test_mijlpaal_is_late_until_it_is_reached():
    """R007."""
    opdracht = OpdrachtFactory(leeg=True)
    mijlpaal = mijlpaal_toevoegen(
        opdracht=opdracht, naam="Ontwerp", datum=date(2026, 5, 1), door=SYSTEEM, nu=NU
    )
    assert queries.late_mijlpalen(opdracht, VANDAAG) == 1
    mijlpaal_halen(mijlpaal=mijlpaal, door=SYSTEEM, nu=NU)
    assert queries.late_mijlpalen(opdracht, VANDAAG) == 0
    assert weigering(mijlpaal_halen, mijlpaal=mijlpaal).status == 409


def test_risico_once_and_between_one_and_five():
    """R021."""
    velden = {
        "opdracht": OpdrachtFactory(leeg=True), "omschrijving": "Stikstof", "kans": 4, "gevolg": 5,
        "maatregel": "Toets vooraf", "eigenaar": "de AON",
    }
    risico_toevoegen(**velden, door=SYSTEEM, nu=NU)
    assert weigering(risico_toevoegen, **velden).status == 409
    assert weigering(
        risico_toevoegen, **{**velden, "omschrijving": "Ander", "kans": 6}
    ).beletsel.veld == "kans"


def test_opgave_toedelen_ends_the_earlier_allocation():
    """R009."""
    opgave, nieuw = OpgaveFactory(), ODomeinFactory()
    beraad = GremiumFactory(soort=GremiumSoort.O_BERAAD)
    opgave_toedelen(
        opgave=opgave, odomein=nieuw, gremium=beraad, begin=VANDAAG, door=SYSTEEM, nu=NU
    )
    oud = OpgaveToedeling.objects.filter(opgave=opgave).order_by("begin").first()
    assert (oud.einde, queries.odomein_van(opgave, VANDAAG)) == (VANDAAG, nieuw)
    zelfde = weigering(
        opgave_toedelen, opgave=opgave, odomein=nieuw, gremium=beraad, begin=date(2026, 9, 1)
    )
    assert (zelfde.status, zelfde.beletsel.veld) == (409, "odomein")
    terug = weigering(
        opgave_toedelen, opgave=opgave, odomein=ODomeinFactory(), gremium=beraad, begin=VANDAAG
    )
    assert (terug.status, terug.beletsel.veld) == (400, "begin")
    verkeerd = weigering(
        opgave_toedelen, opgave=opgave, odomein=ODomeinFactory(), begin=date(2026, 9, 1),
        gremium=GremiumFactory(soort=GremiumSoort.P_BERAAD),
    )
    assert (verkeerd.status, verkeerd.beletsel.veld) == (400, "gremium")


def test_label_changes_only_how_work_is_staffed():
    """R059: the same profile under both labels differs in nothing but the label."""
    vast = replace(profiel(), label="stabiel")
    assert {k for k, v in vast.velden().items() if v != profiel().velden()[k]} == {"label"}
