"""The year plan meets the register: inzet, the watch over the margin, pages (R056, R057, E07)."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from config.kern import klok
from config.kern.actor import SYSTEEM, Recht
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht
from opgaven.domain import jaarplan as domein
from opgaven.models import JaarplanToedeling
from opgaven.queries.jaarplan import toedeling_met
from register.domain.jaarplan import jaarplan_bewaken, jaarplaninzet_vastleggen
from register.models import Inzet
from register.queries.jaarplan import jaarplan, jaarplanrijen
from tests.factories.kern import NU, VANDAAG
from tests.factories.opgaven import OpdrachtFactory
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory, actor_van
from tests.factories.register import InzetFactory, RolFactory, aanwijzing

pytestmark = pytest.mark.django_db
NIEUWJAAR = date(2027, 1, 1)
LEIDER = {"functiegroep": "strategisch_leider", "schaal": 14}


@pytest.fixture(autouse=True)
def _klok(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)
    monkeypatch.setattr("config.kern.klok.vandaag", lambda: VANDAAG)


@pytest.fixture
def baas():
    return MedewerkerFactory()


@pytest.fixture
def pteam(baas):
    return PTeamFactory(pmanager=baas)


@pytest.fixture
def leider(baas, pteam):
    return actor_van(baas, (Recht.PTEAM_LEIDEN, pteam))


def werk(**velden):
    return OpdrachtFactory(
        label="stabiel", status="in_uitvoering", begin=date(2026, 1, 1), einde=None, **velden
    )


def toedeling_van(pteam, opdracht=None, vast=True, **velden):
    basis = {"jaar": 2026, "fte": Decimal("2.00"), "marge_pct": 10}
    rij = domein.jaarplantoedeling_voorstellen(
        opdracht=opdracht or werk(), pteam=pteam, door=SYSTEEM, nu=NU, **{**basis, **velden}
    )
    if vast:
        domein.jaarplantoedeling_vaststellen(toedeling=rij, door=SYSTEEM, nu=NU)
    return toedeling_met(rij.public_id)


def zet_in(rij, mens, door, **velden):
    basis = {"fte": Decimal("0.80"), "begin": VANDAAG, "einde": NIEUWJAAR}
    return jaarplaninzet_vastleggen(
        toedeling=rij, medewerker=mens, door=door, nu=NU, **{**basis, **velden}
    )


def test_the_register_follows_the_year_plan(pteam, leider):
    """R005, R056: each person stands in the register with a decision of the P-manager."""
    rij, mens = toedeling_van(pteam), MedewerkerFactory(pteam=pteam)
    inzet = zet_in(rij, mens, leider)
    assert (inzet.opdracht, inzet.fte, inzet.einde_geldigheid) == (
        rij.opdracht, Decimal("0.80"), NIEUWJAAR
    )
    assert inzet.besluit.genomen_door_id == leider.gebruiker_id
    (stand,) = jaarplanrijen([rij], leider, VANDAAG)
    assert stand.ingezet == Decimal("0.800")
    assert Bericht.objects.filter(ontvanger=mens.gebruiker).count() == 1


def test_only_the_pmanager_of_this_team_puts_people_in(pteam, baas):
    rij, mens = toedeling_van(pteam), MedewerkerFactory(pteam=pteam)
    anderen = [
        actor_van(baas, (Recht.PTEAM_LEIDEN, PTeamFactory())), actor_van(mens),
        actor_van(baas, (Recht.OPDRACHT_STUREN, rij.opdracht)),
    ]
    for door in anderen:
        with pytest.raises(DomeinFout) as fout:
            zet_in(rij, mens, door)
        assert fout.value.status == 403
    assert Inzet.objects.count() == 0


@pytest.mark.parametrize(
    ("velden", "veld", "status"),
    [
        ({"fte": Decimal("2.21")}, "fte", 409), ({"begin": date(2025, 12, 1)}, "begin", 400),
        ({"begin": NIEUWJAAR}, "begin", 400), ({"einde": date(2027, 1, 2)}, "einde", 400),
        ({"einde": None}, "einde", 400), ({"fte": Decimal("0.91")}, "fte", 409),
    ],
)
def test_inzet_outside_year_margin_or_free_hours_is_refused(pteam, leider, velden, veld, status):
    rij, mens = toedeling_van(pteam), MedewerkerFactory(pteam=pteam)
    with pytest.raises(DomeinFout) as fout:
        zet_in(rij, mens, leider, **velden)
    assert (fout.value.status, fout.value.beletsel.veld) == (status, veld)


def test_inzet_needs_a_decided_allocation_and_a_member_of_the_team(pteam, leider):
    open_ = toedeling_van(pteam, vast=False)
    with pytest.raises(DomeinFout) as fout:
        zet_in(open_, MedewerkerFactory(pteam=pteam), leider)
    assert fout.value.status == 409
    ander = MedewerkerFactory(pteam=PTeamFactory())
    with pytest.raises(DomeinFout) as fout:
        zet_in(toedeling_van(pteam), ander, leider)
    assert fout.value.beletsel.veld == "medewerker"


def test_double_click_stays_within_the_margin(pteam, leider):
    rij = toedeling_van(pteam, fte=Decimal("0.80"), marge_pct=0)
    mens = MedewerkerFactory(pteam=pteam)
    zet_in(rij, mens, leider)
    with pytest.raises(DomeinFout):
        zet_in(rij, MedewerkerFactory(pteam=pteam), leider)
    assert Inzet.objects.count() == 1


@pytest.mark.parametrize(("behoefte", "kant"), [("2.50", "boven"), ("1.00", "onder")])
def test_a_need_outside_the_margin_is_signalled_once(pteam, baas, behoefte, kant):
    """R057, both directions: AOG, AON and P-manager hear of it, once for each need."""
    rij = toedeling_van(pteam)
    aog = RolFactory(rol_code="aog", op=rij.opdracht, medewerker=MedewerkerFactory(**LEIDER))
    aon = RolFactory(rol_code="aon", op=rij.opdracht)
    Bericht.objects.all().delete()
    assert jaarplan_bewaken(nu=NU) == 0
    domein.jaarplanbehoefte_melden(
        toedeling=rij, fte=Decimal(behoefte), toelichting="Geteld", door=SYSTEEM, nu=NU
    )
    assert [jaarplan_bewaken(nu=NU) for _ in range(2)] == [3, 0]
    berichten = Bericht.objects.filter(onderwerp__contains=f"behoefte {kant} de marge")
    assert set(berichten.values_list("ontvanger", flat=True)) == {
        aog.medewerker.gebruiker_id, aon.medewerker.gebruiker_id, baas.gebruiker_id
    }


def test_without_a_report_the_inzet_is_the_need(pteam, leider):
    rij = toedeling_van(pteam)
    InzetFactory(
        opdracht=rij.opdracht, medewerker=MedewerkerFactory(pteam=pteam), fte=Decimal("0.5"),
        besluit=aanwijzing(soort="inzet"),
    )
    (stand,) = jaarplanrijen([rij], leider, VANDAAG)
    assert (stand.is_signaal, stand.marge.kant) == (True, "onder")


def test_how_much_people_work_is_not_for_everyone(pteam, leider):
    rij = toedeling_van(pteam)
    zet_in(rij, MedewerkerFactory(pteam=pteam), leider)
    (stand,) = jaarplanrijen([rij], actor_van(MedewerkerFactory()), VANDAAG)
    assert (stand.ingezet, stand.is_signaal) == (None, False)


def url(naam, *args):
    return reverse(f"register:{naam}", args=args)


def test_the_pages_open_and_the_forms_work(ingelogd, pteam, baas):
    opdracht = werk()
    aog = RolFactory(rol_code="aog", op=opdracht, medewerker=MedewerkerFactory(**LEIDER))
    client = ingelogd(aog.medewerker.gebruiker)
    pad = url("jaarplan-toedelen", opdracht.public_id)
    assert 'value="10"' in client.get(pad).content.decode()
    invoer = {"pteam": pteam.code, "jaar": 2026, "fte": "2,0", "marge_pct": "10"}
    assert client.post(pad, {**invoer, "fte": "0"}).status_code == 400
    antwoord = client.post(pad, invoer)
    rij = JaarplanToedeling.objects.get()
    assert antwoord["Location"] == url("jaarplan-toedeling", rij.public_id)
    assert "Wacht op de P-manager" in client.get(antwoord["Location"]).content.decode()
    pmanager = ingelogd(baas.gebruiker)
    assert pmanager.get(url("jaarplan-afwijzen", rij.public_id)).status_code == 200
    pmanager.post(url("jaarplan-vaststellen", rij.public_id))
    mens = MedewerkerFactory(pteam=pteam)
    pad = url("jaarplan-inzet-vastleggen", rij.public_id)
    assert mens.naam in pmanager.get(pad).content.decode()
    pmanager.post(pad, {
        "medewerker": mens.public_id, "fte": "0,5", "begin": "2026-06-01", "einde": "2026-12-31",
    })
    assert Inzet.objects.get().einde_geldigheid == NIEUWJAAR
    pmanager.post(url("jaarplan-behoefte-melden", rij.public_id), {"fte": "3", "toelichting": "x"})
    tekst = pmanager.get(url("jaarplan-toedeling", rij.public_id)).content.decode()
    assert "De behoefte valt buiten de marge" in tekst
    assert mens.naam in tekst
    client.post(url("jaarplan-beeindigen", rij.public_id), {"reden": "Klaar"})
    rij.refresh_from_db()
    assert rij.status == "beeindigd"


def test_names_with_hours_are_hidden_from_a_colleague(ingelogd, pteam, leider):
    rij, mens = toedeling_van(pteam), MedewerkerFactory(pteam=pteam)
    zet_in(rij, mens, leider)
    client = ingelogd(MedewerkerFactory().gebruiker)
    tekst = client.get(url("jaarplan-toedeling", rij.public_id)).content.decode()
    assert mens.naam not in tekst
    antwoord = client.get(url("jaarplan-inzet-vastleggen", rij.public_id)).content.decode()
    assert mens.naam not in antwoord


def test_e07_starting_a_match_for_stable_work_leads_to_the_year_plan(ingelogd):
    """E07: refused, and the page of the year plan opens."""
    opdracht = werk()
    aog = RolFactory(rol_code="aog", op=opdracht, medewerker=MedewerkerFactory(**LEIDER))
    client = ingelogd(aog.medewerker.gebruiker)
    pad = reverse("matching:matchvraag-openen", args=[opdracht.public_id])
    antwoord = client.get(pad, follow=True)
    assert antwoord.redirect_chain == [(url("jaarplan-toedelen", opdracht.public_id), 302)]
    assert "Deze opdracht is stabiel." in antwoord.content.decode()
    assert client.post(pad, {"plaats": "aon", "reden": "Nodig"}).status_code == 409


def test_list_filters_and_asks_as_much_for_one_as_for_three(ingelogd, pteam):
    client = ingelogd(MedewerkerFactory().gebruiker)
    assert "Geen toedeling gevonden" in client.get(url("jaarplan")).content.decode()

    def tel():
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(url("jaarplan"), {"jaar": "2026"}).status_code == 200
        return len(vragen)

    rij = toedeling_van(pteam, werk(naam="Brug over de Vecht"))
    een = tel()
    toedeling_van(pteam, vast=False)
    toedeling_van(PTeamFactory())
    assert tel() == een
    actor = actor_van(MedewerkerFactory())
    assert [r.toedeling for r in jaarplan(actor, 2026, VANDAAG, zoek="vecht")] == [rij]
    tekst = client.get(url("jaarplan"), {"stand": "voorgesteld"}).content.decode()
    assert "1 toedeling in 2026" in " ".join(tekst.split())
    assert "Geen toedeling" in client.get(url("jaarplan"), {"jaar": "1999"}).content.decode()


def test_piece_on_the_page_of_an_opdracht(ingelogd, pteam):
    rij = toedeling_van(pteam)
    client = ingelogd(MedewerkerFactory().gebruiker)
    pad = url("jaarplan-opdracht", rij.opdracht.public_id)
    assert pteam.naam in client.get(pad).content.decode()
    pagina = client.get(reverse("opgaven:opdracht", args=[rij.opdracht.public_id]))
    assert pad in pagina.content.decode()
    assert klok.vandaag() == VANDAAG


def test_the_year_plan_over_rest(api, pteam, baas):
    """E07 over the API, with the same refusals."""
    opdracht = werk()
    aog = RolFactory(rol_code="aog", op=opdracht, medewerker=MedewerkerFactory(**LEIDER))
    client, team = api(aog.medewerker, "lezen", "schrijven"), api(baas, "lezen", "schrijven")

    def stuur(wie, pad, gegevens=None, status=201):
        antwoord = wie.post(
            f"/api/v1/jaarplantoedelingen{pad}", gegevens or {}, content_type="application/json"
        )
        assert antwoord.status_code == status, antwoord.content
        return antwoord.json()

    vraag = {
        "opdracht": str(opdracht.public_id), "pteam": pteam.code, "jaar": 2026, "fte": "2.00",
        "margePct": 10,
    }
    assert stuur(team, "", vraag, 403)["status"] == 403
    rij = stuur(client, "", vraag)
    stuur(client, f"/{rij['id']}/vaststelling", status=403)
    assert stuur(team, f"/{rij['id']}/vaststelling")["status"] == "vastgesteld"
    behoefte = {"fte": "2.50", "toelichting": "Meer meldingen"}
    assert stuur(client, f"/{rij['id']}/behoeften", behoefte)["behoefte"] == "2.50"
    ander = stuur(client, "", {**vraag, "jaar": 2027})
    assert stuur(team, f"/{ander['id']}/afwijzing", {"reden": "Vol"})["status"] == "afgewezen"
    assert stuur(client, f"/{rij['id']}/beeindiging", {"reden": "Op"})["status"] == "beeindigd"
    lijst = client.get("/api/v1/jaarplantoedelingen", {"jaar": 2026}).json()
    assert [r["id"] for r in lijst["resultaten"]] == [rij["id"]]
