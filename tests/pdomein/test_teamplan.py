"""The teamplan is adopted by team and P-manager together; a team plans and looks back."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from config.kern.actor import SYSTEEM, Recht
from config.kern.fouten import DomeinFout, Soort
from config.kern.models import Bericht
from config.kern.werkdagen import AMSTERDAM
from pdomein.domain import teamplan as domein
from pdomein.domain.herinnering import teamplannen_herinneren
from pdomein.domain.pteam import teamplan_onderdeel_opslaan
from pdomein.models import Activiteitdeelname, Teamactiviteit, Teamplanversie
from pdomein.queries import pmanager_van_team
from pdomein.queries import teamplan as plannen
from register.domain.teamplansignaal import teamplannen_melden
from tests.factories.pdomein import MedewerkerFactory, actor_van
from tests.factories.register import RolFactory

STRAKS = datetime(2026, 6, 10, 9, 0, tzinfo=AMSTERDAM)


@pytest.fixture
def lid(wereld):
    return actor_van(wereld.lid)


@pytest.fixture
def baas(wereld):
    return actor_van(wereld.pmanager, (Recht.PTEAM_LEIDEN, wereld.pteam))


@pytest.fixture
def geschreven(wereld, lid, nu):
    """Seven written sections; 1 and 7 are for everybody."""
    for nummer in range(1, 8):
        teamplan_onderdeel_opslaan(
            pteam=wereld.pteam, nummer=nummer, tekst=f"Tekst {nummer}", door=lid, nu=nu,
            zichtbaar_voor="iedereen" if nummer in (1, 7) else "team",
            regelruimte="Wij beslissen over vakdagen." if nummer == 7 else "",
        )
    return wereld.pteam


@pytest.fixture
def voorstel(geschreven, lid, nu):
    return domein.teamplan_voorleggen(pteam=geschreven, door=lid, nu=nu)


def weigering(opdracht, **velden):
    with pytest.raises(DomeinFout) as fout:
        opdracht(**velden)
    return fout.value.beletsel


def test_a_plan_with_an_empty_section_is_not_laid_before_the_team(wereld, lid, nu):
    """R135"""
    teamplan_onderdeel_opslaan(
        pteam=wereld.pteam, nummer=1, tekst="Norm", zichtbaar_voor="team", door=lid, nu=nu
    )

    beletsel = weigering(domein.teamplan_voorleggen, pteam=wereld.pteam, door=lid, nu=nu)

    assert beletsel.soort is Soort.TOESTAND
    assert beletsel.zin.startswith("Vul eerst nog in: 2. Kennis")


def test_only_the_team_and_its_pmanager_adopt(wereld, voorstel, nu):
    """R137"""
    for door in (
        actor_van(wereld.collega), SYSTEEM,
        actor_van(MedewerkerFactory(), (Recht.PTEAM_LEIDEN, wereld.ander_team)),
    ):
        for opdracht, extra in (
            (domein.teamplan_voorleggen, {"pteam": wereld.pteam}),
            (domein.teamplan_instemmen, {"versie": voorstel}),
            (domein.teamplan_intrekken, {"versie": voorstel}),
            (domein.teamactiviteit_plannen, {
                "pteam": wereld.pteam, "titel": "x", "soort": "kennis", "begin": STRAKS,
                "einde": STRAKS + timedelta(hours=1),
            }),
        ):
            assert weigering(opdracht, door=door, nu=nu, **extra).soort is Soort.RECHT


def test_team_and_pmanager_adopt_together(wereld, voorstel, lid, baas, nu, vandaag):
    """R137: one of the two is not enough; each says yes once."""
    assert voorstel.vastgesteld_op is None
    assert weigering(
        domein.teamplan_instemmen, versie=voorstel, door=lid, nu=nu
    ).zin == "Het team is al akkoord."
    assert weigering(
        domein.teamplan_voorleggen, pteam=wereld.pteam, door=baas, nu=nu
    ).zin.startswith("Er ligt al een teamplan voor.")

    vast = domein.teamplan_instemmen(versie=voorstel, door=baas, nu=nu)

    assert (vast.vastgesteld_op, vast.akkoord_pmanager_door) == (nu, wereld.pmanager)
    assert plannen.teamplanstanden([wereld.pteam.pk], vandaag)[wereld.pteam.pk].code == "goed"
    for opdracht in (domein.teamplan_instemmen, domein.teamplan_intrekken):
        assert weigering(opdracht, versie=vast, door=lid, nu=nu).soort is Soort.TOESTAND


def test_the_database_wants_both(voorstel, nu):
    with pytest.raises(IntegrityError), transaction.atomic():
        Teamplanversie.objects.filter(pk=voorstel.pk).update(vastgesteld_op=nu)


def test_a_plan_is_fresh_for_a_year(wereld, voorstel, baas, nu, vandaag):
    """R134: none, not adopted, adopted, old."""
    def stand(dag):
        ids = [wereld.pteam.pk, wereld.ander_team.pk]
        return [s.code for s in plannen.teamplanstanden(ids, dag).values()]

    assert stand(vandaag) == ["concept", "geen"]
    domein.teamplan_instemmen(versie=voorstel, door=baas, nu=nu)
    assert stand(vandaag) == ["goed", "geen"]
    assert stand(vandaag + timedelta(days=370)) == ["oud", "geen"]


def test_who_leads_hears_of_a_missing_plan_once_a_quarter(wereld, voorstel, baas, nu, vandaag):
    """R134: P-manager and directeur M&O; not for a team with a fresh plan."""
    domein.teamplan_instemmen(versie=voorstel, door=baas, nu=nu)
    Bericht.objects.all().delete()
    directeur = MedewerkerFactory(functiegroep="strategisch_leider", schaal=16)
    RolFactory(rol_code="directeur_mo", op=wereld.ander_team.domein, medewerker=directeur)

    for _ in range(2):
        teamplannen_herinneren(nu=nu)
        teamplannen_melden(nu=nu)

    leider = pmanager_van_team(wereld.ander_team, vandaag)
    assert {(b.ontvanger_id, b.onderwerp) for b in Bericht.objects.all()} == {
        (leider.gebruiker_id, "Teamplan Geodata: nog geen teamplan"),
        (directeur.gebruiker_id,
         f"1 P-team heeft geen actueel teamplan in {wereld.ander_team.domein.naam}"),
    }


def test_the_list_of_teams_shows_and_filters_the_teamplan(wereld, voorstel, baas, nu, browser):
    """R134, R136"""
    domein.teamplan_instemmen(versie=voorstel, door=baas, nu=timezone.now())
    client = browser(wereld.lid)

    def namen(**vraag):
        return [r.pteam.naam for r in client.get("/pteams/", vraag).context["pagina"]]

    assert namen(teamplan="goed") == ["Ecologie"]
    assert namen(teamplan=["geen", "oud"]) == ["Geodata"]


def test_a_version_keeps_its_words_and_a_closed_section_stays_closed(
    wereld, voorstel, lid, baas, nu
):
    """R136: also in what was adopted before."""
    domein.teamplan_instemmen(versie=voorstel, door=baas, nu=nu)
    later = nu + timedelta(days=3)
    teamplan_onderdeel_opslaan(
        pteam=wereld.pteam, nummer=1, tekst="Anders", zichtbaar_voor="team", door=lid, nu=later
    )
    versie = plannen.teamplanversie_met(wereld.pteam, 1)

    eigen = plannen.versie_voor(lid, versie, True)
    vreemd = plannen.versie_voor(actor_van(wereld.collega), versie, False)

    assert eigen[0].tekst == "Tekst 1"
    assert [r.nummer for r in vreemd if r.is_leesbaar] == [7]
    assert plannen.is_gewijzigd_sinds(wereld.pteam, versie) is True


def test_withdrawn_means_writing_on(wereld, voorstel, lid, nu):
    domein.teamplan_intrekken(versie=voorstel, door=lid, nu=nu)

    assert domein.teamplan_voorleggen(pteam=wereld.pteam, door=lid, nu=nu).nummer == 2
    assert weigering(
        domein.teamplan_instemmen, versie=voorstel, door=lid, nu=nu
    ).zin == "Dit teamplan is ingetrokken."


def test_the_api_gives_only_open_sections(wereld, geschreven, api):
    """R136, R334"""
    antwoord = api(wereld.collega, "lezen").get(
        f"/api/v1/pteams/{wereld.pteam.public_id}/teamplan"
    )

    assert [(r["nummer"], r["tekst"], r["regelruimte"]) for r in antwoord.json()] == [
        (1, "Tekst 1", ""), (7, "Tekst 7", "Wij beslissen over vakdagen.")
    ]


# --- what a team plans ----------------------------------------------------------------------


def plan(wereld, door, nu, **velden):
    return domein.teamactiviteit_plannen(**{
        "pteam": wereld.pteam, "titel": "Intervisie", "soort": "intervisie", "begin": STRAKS,
        "einde": STRAKS + timedelta(hours=2), "door": door, "nu": nu,
    } | velden)


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"titel": ""}, "titel"), ({"soort": "feest"}, "soort"), ({"einde": STRAKS}, "einde"),
        ({"einde": STRAKS + timedelta(days=9)}, "einde"),
        ({"begin": STRAKS - timedelta(days=30), "einde": STRAKS - timedelta(days=29)}, "begin"),
    ],
)
def test_an_activity_is_checked_by_field(wereld, lid, nu, velden, veld):
    with pytest.raises(DomeinFout) as fout:
        plan(wereld, lid, nu, **velden)
    assert fout.value.beletsel.veld == veld


def test_other_teams_are_invited_and_hear_it(wereld, lid, nu, vandaag):
    """R333: cross-team invitation."""
    rij = plan(wereld, lid, nu, ook_voor=[wereld.ander_team])

    assert Bericht.objects.get().ontvanger == wereld.collega.gebruiker
    assert list(plannen.activiteiten_voor(actor_van(wereld.collega), vandaag)) == [rij]
    assert list(plannen.activiteiten_voor(actor_van(MedewerkerFactory()), vandaag)) == []


def test_attendance_is_of_who_was_invited_and_afterwards(wereld, lid, baas, nu):
    """R333"""
    rij = plan(wereld, lid, nu)
    domein.activiteit_deelname_melden(activiteit=rij, stand="komt", door=lid, nu=nu)
    domein.activiteit_deelname_melden(activiteit=rij, stand="komt_niet", door=lid, nu=nu)
    vreemd = actor_van(wereld.collega)
    straks = STRAKS + timedelta(hours=3)
    velden = {"activiteit": rij, "medewerker_ids": [wereld.lid.pk]}

    assert Activiteitdeelname.objects.get().stand == "komt_niet"
    assert weigering(
        domein.activiteit_deelname_melden, activiteit=rij, stand="komt", door=vreemd, nu=nu
    ).soort is Soort.RECHT
    assert weigering(
        domein.aanwezigheid_vastleggen, door=lid, nu=nu, **velden
    ).soort is Soort.TOESTAND
    assert weigering(
        domein.aanwezigheid_vastleggen, door=vreemd, nu=straks, **velden
    ).soort is Soort.RECHT
    assert weigering(
        domein.aanwezigheid_vastleggen, activiteit=rij, medewerker_ids=[wereld.collega.pk],
        door=baas, nu=straks,
    ).veld == "aanwezig"
    assert domein.aanwezigheid_vastleggen(door=baas, nu=straks, **velden) == 1
    assert Activiteitdeelname.objects.get().stand == "was_er"
    assert weigering(
        domein.activiteit_deelname_melden, activiteit=rij, stand="komt", door=lid, nu=straks
    ).soort is Soort.TOESTAND


def test_an_activity_is_called_off_once_by_who_organises_it(wereld, lid, baas, nu):
    rij = plan(wereld, lid, nu)
    ander = MedewerkerFactory(pteam=wereld.pteam)

    assert weigering(
        domein.teamactiviteit_afgelasten, activiteit=rij, door=actor_van(ander), nu=nu
    ).soort is Soort.RECHT
    domein.teamactiviteit_afgelasten(activiteit=rij, door=baas, nu=nu)
    assert weigering(
        domein.teamactiviteit_afgelasten, activiteit=rij, door=lid, nu=nu
    ).soort is Soort.TOESTAND


# --- screens --------------------------------------------------------------------------------


def test_from_writing_to_adopted_on_screen(wereld, geschreven, browser, nu):
    lid, pad = browser(wereld.lid), f"/pteams/{wereld.pteam.public_id}/teamplan/"

    assert "Tekst 3" in lid.get(pad).content.decode()
    vreemd = browser(wereld.collega).get(pad).content.decode()
    assert ("Tekst 1" in vreemd, "Tekst 3" in vreemd) == (True, False)
    assert lid.post(f"{pad}voorleggen/").url == pad
    assert lid.post(f"{pad}voorleggen/").url == pad
    assert Teamplanversie.objects.count() == 1
    baas = browser(wereld.pmanager)
    assert "De P-manager moet nog instemmen." in baas.get(pad).content.decode()
    baas.post(f"{pad}versies/1/instemmen/")
    assert Teamplanversie.objects.get().vastgesteld_op is not None
    assert "Tekst 3" in lid.get(f"{pad}versies/1/").content.decode()
    assert "Tekst 3" not in browser(wereld.collega).get(f"{pad}versies/1/").content.decode()
    assert lid.get(f"{pad}versies/9/").status_code == 404


def test_the_regelruimte_is_a_block_of_the_organisation_section(wereld, browser):
    """R334"""
    lid = browser(wereld.lid)
    pad = f"/pteams/{wereld.pteam.public_id}/teamplan/"

    assert "Regelruimte" in lid.get(f"{pad}7/").content.decode()
    assert "Regelruimte" not in lid.get(f"{pad}6/").content.decode()
    lid.post(f"{pad}7/", {"tekst": "a", "regelruimte": "Budget 500", "zichtbaar_voor": "team"})
    assert "Budget 500" in lid.get(pad).content.decode()


def test_planning_coming_and_looking_back_on_screen(wereld, browser):
    lid = browser(wereld.lid)
    begin = timezone.localtime() + timedelta(days=3)
    pad = f"/pteams/{wereld.pteam.public_id}/activiteiten/"
    invoer = {
        "titel": "Vakdag", "soort": "professionalisering",
        "begin": begin.strftime("%Y-%m-%dT%H:%M"),
        "einde": (begin + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M"),
        "ook_voor": [wereld.ander_team.code],
    }

    fout = lid.post(f"{pad}plannen/", invoer | {"einde": invoer["begin"]})
    assert (fout.status_code, "Vakdag" in fout.content.decode()) == (400, True)
    url = lid.post(f"{pad}plannen/", invoer).url
    assert lid.post(f"{url}deelname/", {"stand": "komt"}).status_code == 302
    assert "Je komt" in lid.get("/activiteiten/").content.decode()
    assert "Vakdag" in browser(wereld.collega).get(url).content.decode()
    assert browser(MedewerkerFactory()).get(url).status_code == 404
    Teamactiviteit.objects.update(
        begin=begin - timedelta(days=5), einde=begin - timedelta(days=4)
    )
    antwoord = lid.post(f"{url}aanwezigheid/", {"aanwezig": [str(wereld.lid.pk)]})
    assert antwoord.status_code == 302
    assert "Vakdag" in lid.get(f"{pad}?eerder=ja").content.decode()
    assert lid.post(f"{url}aanwezigheid/", {"aanwezig": ["999"]}).status_code == 400


@pytest.mark.parametrize("pad", ["/activiteiten/", "van"])
def test_the_calendar_asks_as_many_queries_for_three_as_for_one(wereld, browser, lid, pad):
    client, nu = browser(wereld.lid), timezone.now()
    pad = f"/pteams/{wereld.pteam.public_id}/activiteiten/" if pad == "van" else pad

    def maak():
        plan(wereld, lid, nu, begin=nu + timedelta(days=1), einde=nu + timedelta(days=2))

    def tel():
        with CaptureQueriesContext(connection) as vast:
            assert client.get(pad).status_code == 200
        return len(vast)

    maak()
    client.get(pad)
    eerst = tel()
    maak()
    maak()

    assert tel() == eerst
