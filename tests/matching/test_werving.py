"""Phase 3: only after the rest, by the right P-manager, with its file (R274-R285, E06)."""

from datetime import date

import pytest

from config.kern.actor import SYSTEEM
from config.kern.fouten import DomeinFout
from config.kern.models import Afwijking, Bericht
from matching.domain.herinneren import kennisoverdracht_herinneren
from matching.domain.procedure import fase_afsluiten, fase_overgaan
from matching.domain.termijnen import termijnen_verwerken
from matching.domain.werving import (
    kennisoverdracht_vastleggen,
    werving_in_selectie,
    werving_intrekken,
    werving_openen,
)
from matching.enums import Fase, MatchStatus, WervingReden, WervingSoort, WervingStatus
from matching.models import Procedure
from tests.factories.matching import (
    NU,
    beiden_ja,
    feestdagen,
    gedeeld,
    gepubliceerd,
    maak_wereld,
    moment,
    voorgesteld,
)

pytestmark = pytest.mark.django_db
AANVRAAG = {
    "soort": WervingSoort.INLENING, "reden": WervingReden.NIET_TIJDIG,
    "motivering": "De gemeente leent iemand uit.", "partner": "Gemeente Voorbeeld",
    "begin": date(2026, 7, 1), "einde": date(2027, 9, 1), "vwnw_bekeken": True,
}


def in_fase_3(wereld) -> Procedure:
    procedure = gepubliceerd(wereld).procedure
    for fase in (Fase.MATCHTAFEL, Fase.EXTERN):
        fase_overgaan(procedure=procedure, naar=fase, door=SYSTEEM, nu=NU)
    return procedure


def test_not_before_phases_0_to_2_have_ended():
    wereld = maak_wereld()
    with pytest.raises(DomeinFout) as fout:
        werving_openen(procedure=gedeeld(wereld), pteam=wereld.pteam,
                       door=wereld.als(wereld.pmanager), nu=NU, **AANVRAAG)
    assert fout.value.zin == (
        "Externe werving kan pas als fase 0, 1 en 2 zijn afgerond zonder match."
    )


def test_inlening_longer_than_a_year_is_explained_and_signalled():
    """E06, R281: 14 months, an explanation, a signal eight weeks before month 12."""
    feestdagen()
    wereld = maak_wereld()
    procedure = in_fase_3(wereld)
    pm = wereld.als(wereld.pmanager)
    with pytest.raises(DomeinFout) as fout:
        werving_openen(procedure=procedure, pteam=wereld.pteam, door=pm, nu=NU, **AANVRAAG)
    werving = werving_openen(
        procedure=procedure, pteam=wereld.pteam, door=pm, nu=NU, **AANVRAAG,
        uitleg_langer_dan_jaar="Het project duurt 14 maanden.",
    )
    assert fout.value.beletsel.veld == "uitleg_langer_dan_jaar"
    assert Afwijking.objects.get().regel == "detachering_langer_dan_jaar"
    assert werving.dossier["publicaties"][0]["aantal_reacties"] == 0
    assert [d["pteam"] for d in werving.dossier["delingen"]] == ["Ecologie"]
    match = voorgesteld_door_pm(wereld, procedure)
    beiden_ja(wereld, match)
    werving.refresh_from_db()
    assert werving.status == WervingStatus.VERVULD
    assert termijnen_verwerken(nu=moment(2027, 5, 5, 23)) == {}
    assert termijnen_verwerken(nu=moment(2027, 5, 6, 0)) == {"verwerkt": 1}
    assert Bericht.objects.filter(
        ontvanger=wereld.pmanager.gebruiker, onderwerp__startswith="Inlening duurt"
    ).count() == 1


def voorgesteld_door_pm(wereld, procedure):
    """In phase 3 the P-manager who recruits proposes; here the P-manager is called by that name."""
    wereld.aog = wereld.pmanager
    match = voorgesteld(wereld, procedure, wereld.mensen[0])
    assert match.status == MatchStatus.VOORGESTELD
    return match


def test_only_the_pmanager_of_that_team():
    """R275."""
    wereld = maak_wereld()
    procedure = in_fase_3(wereld)
    with pytest.raises(DomeinFout) as fout:
        werving_openen(procedure=procedure, pteam=wereld.pteam,
                       door=wereld.als(wereld.pmanager2), nu=NU, **AANVRAAG)
    assert fout.value.status == 403


def test_form_changes_with_a_reason():
    """R274: one active form at a time."""
    wereld = maak_wereld()
    procedure = in_fase_3(wereld)
    pm = wereld.als(wereld.pmanager)
    vacature = {**AANVRAAG, "soort": WervingSoort.VACATURE}
    eerste = werving_openen(procedure=procedure, pteam=wereld.pteam, door=pm, nu=NU, **vacature)
    with pytest.raises(DomeinFout):
        werving_openen(procedure=procedure, pteam=wereld.pteam, door=pm, nu=NU, **vacature)
    werving_in_selectie(werving=eerste, door=pm, nu=NU)
    werving_intrekken(werving=eerste, reden="Geen kandidaten.", door=pm, nu=NU)
    inhuur = {**AANVRAAG, "soort": WervingSoort.INHUUR}
    assert werving_openen(
        procedure=procedure, pteam=wereld.pteam, door=pm, nu=NU, **inhuur
    ).status == WervingStatus.OPEN


def test_vwnw_candidates_must_be_looked_at():
    """R285."""
    wereld = maak_wereld()
    procedure = in_fase_3(wereld)
    with pytest.raises(DomeinFout) as fout:
        werving_openen(
            procedure=procedure, pteam=wereld.pteam, door=wereld.als(wereld.pmanager), nu=NU,
            **{**AANVRAAG, "soort": WervingSoort.VACATURE, "vwnw_bekeken": False},
        )
    assert fout.value.beletsel.veld == "vwnw_bekeken"


def test_not_filled_is_a_knelpunt():
    """T13, R287."""
    wereld = maak_wereld()
    procedure = in_fase_3(wereld)
    pm = wereld.als(wereld.pmanager)
    vacature = {**AANVRAAG, "soort": WervingSoort.VACATURE}
    werving_openen(procedure=procedure, pteam=wereld.pteam, door=pm, nu=NU, **vacature)
    fase_afsluiten(procedure=procedure, naar=Fase.NIET_VERVULD, reden="Niemand.", door=pm, nu=NU)
    vast = Procedure.objects.select_related("matchvraag").get(pk=procedure.pk)
    assert (vast.fase, vast.matchvraag.gesloten_op) == (Fase.NIET_VERVULD, NU)
    assert vast.termijnen.filter(status="open").count() == 0


def vervuld(wereld):
    procedure = in_fase_3(wereld)
    werving = werving_openen(
        procedure=procedure, pteam=wereld.pteam, door=wereld.als(wereld.pmanager), nu=NU,
        **AANVRAAG | {"einde": date(2027, 1, 1)},
    )
    beiden_ja(wereld, voorgesteld_door_pm(wereld, procedure))
    werving.refresh_from_db()
    return werving


def test_what_somebody_borrowed_knows_is_handed_over_before_the_end():
    """R282: asked four weeks before, by the P-manager, with how; asked once."""
    wereld = maak_wereld()
    werving = vervuld(wereld)

    assert kennisoverdracht_herinneren(nu=moment(2026, 12, 1)) == 0
    assert [kennisoverdracht_herinneren(nu=moment(2026, 12, 10)) for _ in range(2)] == [1, 0]
    pm = wereld.als(wereld.pmanager)
    with pytest.raises(DomeinFout, match="Schrijf op hoe"):
        kennisoverdracht_vastleggen(werving=werving, hoe=" ", door=pm, nu=NU)
    with pytest.raises(DomeinFout, match="P-manager"):
        kennisoverdracht_vastleggen(
            werving=werving, hoe="Map.", door=wereld.als(wereld.mensen[0]), nu=NU
        )
    assert kennisoverdracht_vastleggen(
        werving=werving, hoe="Map met uitleg.", door=pm, nu=NU
    ).kennisoverdracht_op == NU


def test_there_is_nothing_to_hand_over_before_somebody_came():
    wereld = maak_wereld()
    werving = werving_openen(
        procedure=in_fase_3(wereld), pteam=wereld.pteam, door=wereld.als(wereld.pmanager), nu=NU,
        **AANVRAAG | {"einde": date(2027, 1, 1)},
    )
    with pytest.raises(DomeinFout, match="ingeleend of ingehuurd"):
        kennisoverdracht_vastleggen(
            werving=werving, hoe="Map.", door=wereld.als(wereld.pmanager), nu=NU
        )
