from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import GremiumSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht, Besluit
from pdomein import queries
from pdomein.domain.pmanager import pmanagement_vastleggen, pmanager_aanstellen
from pdomein.domain.pteam import (
    aansluiting_vastleggen,
    plaatsing_vastleggen,
    pteam_oprichten,
    teamplan_onderdeel_opslaan,
)
from pdomein.domain.teamgrootte import pteam_afwijking_besluiten
from pdomein.models import Plaatsing, PManagerAanstelling
from pdomein.rules import beletsel_pteam_afwijking_besluiten
from tests.factories.kern import GremiumFactory
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory, actor_van

JULI = date(2026, 7, 1)
HUIS = "Een medewerker heeft op elke dag precies één P-team als thuis."


def plaats(medewerker, pteam, begin, nu, **extra):
    velden = {"reden": "Past beter", "door": SYSTEEM, "nu": nu, **extra}
    return plaatsing_vastleggen(medewerker=medewerker, pteam=pteam, begin=begin, **velden)


def test_plaatsing_vastleggen_moves_a_person_without_gap_or_overlap(wereld, nu):
    """R120, R166: one home on every day, and who is moved hears why."""
    plaats(wereld.lid, wereld.ander_team, JULI, nu)

    dagen = [date(2026, 6, 30), JULI]
    assert [queries.pteam_van(wereld.lid, d) for d in dagen] == [wereld.pteam, wereld.ander_team]
    bericht = Bericht.objects.get()
    assert (bericht.ontvanger, bericht.tekst) == (wereld.lid.gebruiker, "Past beter")


def test_plaatsing_vastleggen_in_the_same_team_is_refused(wereld, nu):
    with pytest.raises(DomeinFout) as fout:
        plaats(wereld.lid, wereld.pteam, JULI, nu)

    assert fout.value.zin == "Deze medewerker zit op wo 1 juli 2026 al in Ecologie."


def test_plaatsing_vastleggen_before_a_later_one_is_refused(wereld, nu):
    plaats(wereld.lid, wereld.ander_team, JULI, nu)

    with pytest.raises(DomeinFout) as fout:
        plaats(wereld.lid, wereld.ander_team, date(2026, 6, 15), nu)

    assert (fout.value.status, fout.value.beletsel.veld) == (409, "begin")


def test_plaatsing_vastleggen_on_the_day_another_begins_is_refused(wereld, nu):
    plaats(wereld.lid, wereld.ander_team, JULI, nu)

    with pytest.raises(DomeinFout) as fout:
        plaats(wereld.lid, wereld.pteam, JULI, nu)

    assert fout.value.zin.startswith(HUIS)


def test_plaatsing_vastleggen_in_the_interest_of_the_organisation_needs_a_reason(wereld, nu):
    """R166"""
    with pytest.raises(DomeinFout) as fout:
        plaats(wereld.lid, wereld.ander_team, JULI, nu, reden=" ")
    assert fout.value.beletsel.veld == "reden"

    plaats(wereld.lid, wereld.ander_team, JULI, nu, reden="", initiatief="medewerker")
    assert Bericht.objects.exists() is False


def test_the_database_refuses_two_homes_with_a_human_sentence(wereld):
    """R120: the database keeps the promise, whoever writes."""
    tweede = Plaatsing(medewerker=wereld.lid, pteam=wereld.ander_team, begin=JULI)

    with pytest.raises(ValidationError) as fout:
        tweede.full_clean()
    assert fout.value.messages == [HUIS]
    with pytest.raises(IntegrityError), transaction.atomic():
        tweede.save()


def test_the_database_refuses_two_pmanagers_with_a_human_sentence(wereld):
    """R156"""
    tweede = PManagerAanstelling(medewerker=wereld.lid, pteam=wereld.pteam, begin=JULI)

    with pytest.raises(ValidationError) as fout:
        tweede.full_clean()
    assert fout.value.messages == ["Een P-team heeft op elke dag precies één P-manager."]


def test_temporary_people_join_with_an_end_and_do_not_count(wereld, nu, vandaag):
    """R127, R128: 1 placed + 1 external = 1."""
    extern = MedewerkerFactory(dienstverband="extern", pteam=wereld.pteam)

    assert queries.pteam_van(extern, vandaag) == wereld.pteam
    assert queries.omvang_van(wereld.pteam, vandaag).aantal == 1
    with pytest.raises(DomeinFout) as fout:
        aansluiting_vastleggen(
            medewerker=extern, pteam=wereld.pteam, soort="extern", begin=vandaag, einde=None,
            door=SYSTEEM, nu=nu,
        )
    assert fout.value.beletsel.veld == "einde"
    with pytest.raises(DomeinFout):
        plaats(extern, wereld.pteam, vandaag, nu)


def test_a_guest_keeps_the_own_team_and_pmanager(wereld, nu, vandaag):
    """R123: not a transfer."""
    aansluiting_vastleggen(
        medewerker=wereld.lid, pteam=wereld.ander_team, soort="gast", begin=vandaag, einde=None,
        door=SYSTEEM, nu=nu,
    )

    assert queries.pteam_van(wereld.lid, vandaag) == wereld.pteam
    assert queries.pmanager_van(wereld.lid, vandaag) == wereld.pmanager


def test_pmanager_aanstellen_follows_the_one_before(wereld, nu):
    """R156"""
    pmanager_aanstellen(
        pteam=wereld.pteam, medewerker=wereld.collega, pct=25, begin=JULI, door=SYSTEEM, nu=nu
    )

    assert queries.pmanager_van_team(wereld.pteam, date(2026, 6, 30)) == wereld.pmanager
    assert queries.pmanager_van_team(wereld.pteam, JULI) == wereld.collega
    assert queries.pmanager_van(wereld.lid, JULI) == wereld.collega


@pytest.mark.parametrize(("pct", "mag"), [(20, False), (24, False), (25, True), (100, True)])
def test_a_pmanager_spends_at_least_a_quarter_of_the_time(wereld, nu, pct, mag):
    """R160, E10: 20% is refused, exactly 25% passes."""
    def leg_vast():
        return pmanagement_vastleggen(
            medewerker=wereld.pmanager, pct=pct, begin=JULI, door=SYSTEEM, nu=nu
        )

    if not mag:
        with pytest.raises(DomeinFout) as fout:
            leg_vast()
        assert fout.value.zin == "Een P-manager besteedt minstens 25% aan P-management."
        return
    leg_vast()
    assert queries.pmanagement_pct(wereld.pmanager, JULI) == pct


def test_nobody_is_the_own_pmanager(wereld, nu, vandaag):
    """R096: for a P-manager it is who the portefeuilleverdeling names."""
    directeur = MedewerkerFactory()
    pmanager = MedewerkerFactory(leidinggevende=directeur)
    team = PTeamFactory(pmanager=pmanager)
    plaats(pmanager, team, vandaag, nu)

    assert queries.pmanager_van(pmanager, vandaag) == directeur
    assert queries.pmanager_van(directeur, vandaag) is None


def test_span_counts_the_fte_of_all_teams_without_temporary_people(wereld, vandaag):
    """R157, R158"""
    MedewerkerFactory(pteam=wereld.pteam, aanstelling_fte=Decimal("0.5"))
    MedewerkerFactory(pteam=wereld.pteam, dienstverband="extern")

    uit = queries.span_van(wereld.pmanager, vandaag)

    assert (uit.fte, uit.pct, uit.status) == (Decimal("1.500"), 100, "ok")
    assert queries.span_van(wereld.lid, vandaag) is None


def test_ontwikkel_fte_is_a_tenth_of_the_aanstelling(wereld, vandaag):
    """R138"""
    assert queries.ontwikkel_fte(wereld.lid, vandaag) == Decimal("0.1")


def test_pteam_oprichten_with_a_known_code_is_refused(wereld, nu):
    with pytest.raises(ValidationError) as fout:
        pteam_oprichten(
            code=wereld.pteam.code, naam="Dubbel", professie=wereld.pteam.professie,
            domein=wereld.pteam.domein, begin=JULI, door=SYSTEEM, nu=nu,
        )

    assert "code" in fout.value.message_dict


def test_pteam_afwijking_besluiten_explains_the_size(wereld, nu, vandaag):
    """R124, R125: status turns from amber to explained, with a decision of the P-beraad."""
    beraad = GremiumFactory(soort=GremiumSoort.P_BERAAD)
    assert queries.omvang_van(wereld.pteam, vandaag).status == "te_klein"

    def besluit():
        return pteam_afwijking_besluiten(
            pteam=wereld.pteam, reden="Schaars vak", herziening_op=date(2027, 1, 1),
            door=SYSTEEM, nu=nu,
        )
    afwijking = besluit()

    assert queries.omvang_van(wereld.pteam, vandaag).status == "uitgelegd"
    assert (afwijking.besluit.gremium, afwijking.besluit.status) == (beraad, "vastgesteld")
    with pytest.raises(DomeinFout):
        besluit()
    assert Besluit.objects.count() == 1


def test_nobody_explains_the_size_of_the_own_team(wereld, maak_actor):
    """R419: only in an eenheid of the DBI that is one hand."""
    beraad = GremiumFactory(soort=GremiumSoort.P_BERAAD)
    door = maak_actor(
        None, (Recht.AFWIJKING_BESLUITEN, beraad), (Recht.PTEAM_LEIDEN, wereld.pteam)
    )
    vraag = {
        "pteam": wereld.pteam, "gremium": beraad, "reden": "Schaars", "begin": JULI,
        "herziening_op": date(2027, 1, 1), "heeft_geldige": False, "door": door,
    }
    geweigerd = beletsel_pteam_afwijking_besluiten(**vraag)
    assert geweigerd.zin == "Je leidt dit P-team zelf. Een ander besluit over de omvang."
    wereld.pteam.is_eenheid = True
    assert beletsel_pteam_afwijking_besluiten(**vraag) is None


def test_teamplan_shows_each_section_to_whom_the_team_chose(wereld, nu, vandaag):
    """R135-R137"""
    lid = actor_van(wereld.lid)
    for nummer, voor in ((1, "iedereen"), (2, "team")):
        teamplan_onderdeel_opslaan(
            pteam=wereld.pteam, nummer=nummer, tekst=f"Tekst {nummer}", zichtbaar_voor=voor,
            door=lid, nu=nu,
        )

    def leest(actor):
        is_lid = queries.is_teamlid(actor, wereld.pteam, vandaag)
        return [r.tekst for r in queries.teamplan_voor(actor, wereld.pteam, is_lid)][:3]

    assert leest(lid) == ["Tekst 1", "Tekst 2", ""]
    assert leest(actor_van(wereld.collega)) == ["Tekst 1", "", ""]
