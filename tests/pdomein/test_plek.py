"""Who joins a P-team beside its own people, and who leads it (R112, R123, R127, R128, R156)."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from config.kern.actor import SYSTEEM, Recht
from config.kern.fouten import DomeinFout
from config.kern.werkdagen import AMSTERDAM
from pdomein import queries
from pdomein.domain.pmanager import pmanager_aanstellen
from pdomein.domain.pteam import aansluiting_beeindigen, aansluiting_vastleggen
from pdomein.models import Aansluiting, PManagerAanstelling
from tests.factories.pdomein import MedewerkerFactory, actor_van
from tests.factories.register import RolFactory

JULI = date(2026, 7, 1)


def leidt(wie, team):
    return actor_van(wie, (Recht.PTEAM_LEIDEN, team))


def gast(wereld, door, nu, wie=None, team=None):
    return aansluiting_vastleggen(
        medewerker=wie or wereld.lid, pteam=team or wereld.ander_team, soort="gast", begin=JULI,
        einde=None, door=door, nu=nu,
    )


def test_a_guest_needs_the_own_pmanager(wereld, nu):
    """R123: not that of the other team, and never in the own home."""
    ander = queries.pmanager_van_team(wereld.ander_team, JULI)
    with pytest.raises(DomeinFout) as fout:
        gast(wereld, leidt(ander, wereld.ander_team), nu)
    assert fout.value.status == 403

    eigen = leidt(wereld.pmanager, wereld.pteam)
    gast(wereld, eigen, nu)
    with pytest.raises(DomeinFout):
        gast(wereld, eigen, nu, team=wereld.pteam)

    assert queries.pteam_van(wereld.lid, JULI) == wereld.pteam
    assert queries.omvang_van(wereld.ander_team, JULI).aantal == 1


def test_joining_ends_for_who_joins_or_leads(wereld, nu):
    rij = gast(wereld, SYSTEEM, nu)
    straks = datetime(2026, 7, 10, 9, 0, tzinfo=AMSTERDAM)
    with pytest.raises(DomeinFout):
        aansluiting_beeindigen(aansluiting=rij, door=actor_van(wereld.collega), nu=straks)

    aansluiting_beeindigen(aansluiting=rij, door=actor_van(wereld.lid), nu=straks)

    assert not queries.aangesloten_bij(wereld.ander_team, straks.date()).exists()
    with pytest.raises(DomeinFout) as fout:
        aansluiting_beeindigen(aansluiting=rij, door=SYSTEEM, nu=straks)
    assert fout.value.zin == "Deze aansluiting is al gestopt."


def test_a_pmanager_outside_bijlage_3_takes_an_explanation(wereld, nu):
    """R112: warns, never blocks; what the personnel system says is taken over."""
    directeur = actor_van(wereld.collega, (Recht.DOMEIN_REGIE, wereld.pteam.domein))
    specialist = MedewerkerFactory(functiegroep="specialist", schaal=11)

    def stel_aan(wie, uitzondering=""):
        return pmanager_aanstellen(
            pteam=wereld.pteam, medewerker=wie, pct=50, begin=JULI, uitzondering=uitzondering,
            door=directeur, nu=nu,
        )

    with pytest.raises(DomeinFout) as fout:
        stel_aan(specialist)
    assert fout.value.beletsel.veld == "uitzondering"
    assert fout.value.zin.startswith("Bijlage 3 noemt de rol P-manager niet voor Specialist")
    stel_aan(specialist, "Waarneming tot de vacature vervuld is")
    assert queries.pmanager_van_team(wereld.pteam, JULI) == specialist


@pytest.mark.parametrize(("groep", "schaal"), [("tactisch_leider", 8), ("strategisch_leider", 18)])
def test_a_leader_needs_no_explanation(wereld, nu, groep, schaal):
    """R112, table 2.2"""
    directeur = actor_van(wereld.collega, (Recht.DOMEIN_REGIE, wereld.pteam.domein))
    wie = MedewerkerFactory(functiegroep=groep, schaal=schaal)

    pmanager_aanstellen(
        pteam=wereld.pteam, medewerker=wie, pct=25, begin=JULI, door=directeur, nu=nu
    )

    assert queries.pmanager_van_team(wereld.pteam, JULI) == wie


def test_the_pages_for_joining_and_leading(wereld, browser):
    vandaag = timezone.localdate().isoformat()
    directeur = MedewerkerFactory(functiegroep="strategisch_leider", schaal=16)
    RolFactory(rol_code="directeur_mo", op=wereld.pteam.domein, medewerker=directeur)
    baas, chef = browser(wereld.pmanager), browser(directeur)
    pad = f"/pteams/{wereld.ander_team.public_id}/aansluiting-vastleggen/"
    assert baas.get(pad).status_code == 200
    baas.post(pad, {"medewerker": wereld.lid.naam, "soort": "gast", "begin": vandaag})
    rij = Aansluiting.objects.get(medewerker=wereld.lid)
    browser(wereld.lid).post(f"/aansluitingen/{rij.public_id}/beeindigen/")
    assert not Aansluiting.objects.filter(pk=rij.pk).exists()

    pad = f"/pteams/{wereld.pteam.public_id}/pmanager-aanstellen/"
    assert chef.get(pad).status_code == 200
    vraag = {"medewerker": wereld.collega.naam, "pct": "25", "begin": vandaag}
    assert chef.post(pad, vraag).status_code == 409
    chef.post(pad, vraag | {"uitzondering": "Tijdelijk"})
    assert PManagerAanstelling.objects.filter(medewerker=wereld.collega).count() == 1
