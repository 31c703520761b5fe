"""The capacity page: groups of five or more, persons for the own P-manager (R090, R101, R305)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from config.kern import klok
from config.kern.models import Inzage
from opgaven.models import Capaciteitsvraag
from pdomein.groepen import te_tonen
from pdomein.models import Aanstelling, Beschikbaarheid, Rolomvang
from register.beeld import band, maanden_vanaf, weken_vanaf
from register.queries import overzicht
from register.queries.capaciteitsbeeld import capaciteit_per, open_vraag
from register.queries.realisatie import gepland_en_gerealiseerd
from tests.factories.pdomein import MedewerkerFactory, ProfessieFactory, PTeamFactory
from tests.factories.register import InzetFactory, OpdrachtFactory, RolFactory

pytestmark = pytest.mark.django_db
DAG = date(2026, 6, 1)


@pytest.fixture
def pmanager():
    return MedewerkerFactory(functiegroep="tactisch_leider", schaal=12)


@pytest.fixture
def team(pmanager):
    return PTeamFactory(naam="Ecologie", pmanager=pmanager, formatie_fte=Decimal(6))


@pytest.fixture
def leden(team):
    return [MedewerkerFactory(pteam=team) for _ in range(6)]


@pytest.fixture
def directeur(ingelogd):
    mens = MedewerkerFactory(functiegroep="", schaal=None)
    RolFactory(rol_code="concerndirecteur", medewerker=mens, op=None)
    return ingelogd(mens.gebruiker)


def pagina(client, naam, *args, status=200, **vraag):
    antwoord = client.get(reverse(f"register:{naam}", args=args), vraag)
    assert antwoord.status_code == status
    return " ".join(antwoord.content.decode().split())


def gevraagd(**velden):
    return Capaciteitsvraag.objects.create(
        plaats="team", omschrijving="Ecoloog", schaal_van=10, schaal_tot=11, **velden
    )


@pytest.mark.parametrize(("aantallen", "open_"), [
    ({"a": 5, "b": 9}, {"a", "b"}),
    ({"a": 4, "b": 9}, set()),           # b would give away a
    ({"a": 4, "b": 9, "c": 6}, {"b"}),   # the smallest other one hides with it
    ({"a": 4, "b": 3, "c": 6}, {"c"}),   # seven people together are a group
    ({}, set()),
])
def test_small_groups_are_hidden_and_cannot_be_subtracted(aantallen, open_):
    """R306: figures only of five people or more."""
    assert te_tonen(aantallen) == open_


def test_without_a_total_only_the_small_group_hides():
    assert te_tonen({"a": 4, "b": 9}, is_totaal_bekend=False) == {"b"}


@pytest.mark.parametrize(("vrij", "beschikbaar", "uit"), [
    ("-0.1", "10", "tekort"), ("0", "0", 0), ("0.4", "10", 0), ("0.5", "10", 1), ("1", "10", 2),
    ("2", "10", 3), ("3.5", "10", 4),
])
def test_bands_follow_the_share_that_is_free(vrij, beschikbaar, uit):
    assert band(Decimal(vrij), Decimal(beschikbaar)) == uit


def test_months_and_weeks_start_with_this_one():
    assert maanden_vanaf(date(2026, 11, 22), 3) == [
        date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)
    ]
    assert weken_vanaf(date(2026, 6, 3), 2) == [date(2026, 6, 1), date(2026, 6, 8)]


def test_free_is_what_is_left_of_all_loads_through_time(team, leden):
    """R240, R138: aanstelling - 10% - P-management - less availability - inzet, per month."""
    InzetFactory(medewerker=leden[0], fte=Decimal("0.4"), einde=date(2026, 8, 1))
    Beschikbaarheid.objects.create(
        medewerker=leden[1], fte_minder=Decimal("0.5"), begin=date(2026, 7, 1),
        einde=date(2026, 8, 1),
    )
    Rolomvang.objects.create(
        medewerker=leden[2], rol="p_manager", pct=25, begin=date(2026, 1, 1)
    )
    juni, juli, augustus = capaciteit_per("pteam", maanden_vanaf(DAG, 3))[team.pk]
    assert (juni.mensen, juni.aanstelling, juni.ontwikkel) == (6, 6, Decimal("0.6"))
    assert juni.vrij == Decimal("4.75")
    assert (juli.minder, juli.vrij) == (Decimal("0.5"), Decimal("4.25"))
    assert (augustus.inzet, augustus.vrij) == (0, Decimal("5.15"))


def test_hours_that_change_and_two_employments_count_on_their_days(team, leden):
    """R403: contract fte with history and concurrent employments."""
    eerst = {"medewerker": leden[0], "begin": date(2024, 1, 1)}
    Aanstelling.objects.create(**eerst, fte=Decimal("0.6"), einde=date(2026, 7, 1))
    Aanstelling.objects.create(**eerst, fte=Decimal("0.2"), volgnummer=2)
    juni, juli = capaciteit_per("pteam", maanden_vanaf(DAG, 2))[team.pk]
    assert (juni.aanstelling, juli.aanstelling) == (Decimal("5.8"), Decimal("5.2"))


def test_who_leaves_or_moves_counts_until_that_day(team):
    MedewerkerFactory(pteam=team, uit_dienst=date(2026, 7, 1))
    MedewerkerFactory(pteam=team, in_dienst=date(2026, 6, 15))
    extern = MedewerkerFactory(pteam=team, dienstverband="extern", uit_dienst=date(2026, 8, 1))
    juni, juli, augustus = capaciteit_per("pteam", maanden_vanaf(DAG, 3))[team.pk]
    assert [s.mensen for s in (juni, juli, augustus)] == [2, 2, 1]
    assert (juni.flexibel, augustus.flexibel) == (extern.aanstelling_fte, 0)


def test_the_organisation_counts_who_has_no_team_but_not_the_board(team, leden, pmanager):
    MedewerkerFactory(dienstverband="bestuur", functiegroep="", schaal=None)
    [nu] = capaciteit_per("organisatie", [DAG])[0]
    assert nu.mensen == 7
    assert None not in capaciteit_per("domein", [DAG], pteams=[team.pk])


def test_demand_is_what_an_opdracht_asks_and_does_not_have(team, leden):
    """R101: of programmed work, and apart from it of work that is not programmed yet."""
    vraag = gevraagd(
        opdracht=OpdrachtFactory(status="bemensing"), professie=team.professie,
        aantal=2, fte=Decimal("0.5"), begin=date(2026, 1, 1), einde=date(2026, 8, 1),
    )
    gevraagd(
        opdracht=OpdrachtFactory(status="concept"), professie=team.professie,
        aantal=1, fte=Decimal("0.3"), begin=date(2026, 7, 1), einde=None,
    )
    InzetFactory(opdracht=vraag.opdracht, medewerker=leden[0], fte=Decimal("0.6"))
    reeks = open_vraag(maanden_vanaf(DAG, 3))[team.professie_id]
    assert [v.vast for v in reeks] == [Decimal("0.4"), Decimal("0.4"), 0]
    assert [v.straks for v in reeks] == [0, Decimal("0.3"), Decimal("0.3")]
    [punt] = overzicht.knelpunten(team.professie, DAG)
    assert (punt.opdracht, punt.fte) == (vraag.opdracht, Decimal("0.4"))


def test_more_people_than_asked_is_no_negative_demand(team, leden):
    vraag = gevraagd(
        opdracht=OpdrachtFactory(), professie=team.professie, aantal=1,
        fte=Decimal("0.2"), begin=date(2026, 1, 1), einde=None,
    )
    InzetFactory(opdracht=vraag.opdracht, medewerker=leden[0], fte=Decimal("0.9"))
    assert open_vraag([DAG])[team.professie_id][0].vast == 0


def test_a_plain_colleague_may_not_see_capacity(ingelogd, leden):
    client = ingelogd(leden[0].gebruiker)
    for naam in ("capaciteit", "capaciteit-export"):
        assert "P-managers" in pagina(client, naam, status=403)


def test_the_page_shows_groups_and_hides_small_ones(directeur, team, leden):
    """R090, R305, R316: the concern meter, the work and the heat map."""
    klein = PTeamFactory(naam="Kleinteam")
    MedewerkerFactory(pteam=klein)
    tekst = pagina(directeur, "capaciteit", per="pteam")
    assert "fte bezetting" in tekst
    assert "Lopende opdrachten" in tekst
    assert "Kleinteam (minder dan 5 mensen)" in tekst
    assert "Ecologie" in tekst
    assert leden[0].naam not in tekst
    for per in ("professie", "domein", "cluster", "onzin\x00"):
        pagina(directeur, "capaciteit", per=per, domein="\x00")


def test_the_csv_has_the_same_figures(directeur, team, leden):
    """R317."""
    antwoord = directeur.get(reverse("register:capaciteit-export"), {"per": "pteam"})
    regels = b"".join(antwoord.streaming_content).decode().splitlines()
    assert regels[0].lstrip("\ufeff").startswith("groep;dag;mensen;aanstelling_fte")
    assert regels[1].startswith(f"{team.naam};")
    assert ";6;6,00;0,60;" in regels[1]
    weken = directeur.get(reverse("register:capaciteit-export"), {"beeld": "weken"})
    assert len(b"".join(weken.streaming_content).splitlines()) == 27


def test_persons_are_for_their_own_pmanager_who_leaves_a_trace(
    directeur, ingelogd, pmanager, team, leden
):
    """R409, R408: others see the team as a group."""
    assert leden[0].naam not in pagina(directeur, "capaciteit-pteam", team.public_id)
    client = ingelogd(pmanager.gebruiker)
    nu = klok.nu()
    Beschikbaarheid.objects.create(
        medewerker=leden[0], fte_minder=Decimal("0.2"), begin=nu.date() - timedelta(days=3),
        einde=nu.date() + timedelta(days=30),
    )
    tekst = pagina(client, "capaciteit-pteam", team.public_id)
    assert leden[0].naam in tekst
    assert "0,2 fte tot" in tekst
    gezien = Inzage.objects.filter(wie_id=pmanager.gebruiker_id, wat="uren")
    assert gezien.count() == 6
    pagina(client, "capaciteit-pteam", team.public_id)
    assert gezien.count() == 6


def test_a_small_team_shows_nothing_to_others(directeur):
    klein = PTeamFactory()
    MedewerkerFactory(pteam=klein)
    tekst = pagina(directeur, "capaciteit-pteam", klein.public_id)
    assert "minder dan vijf mensen" in tekst
    assert "Gepland en gerealiseerd" not in tekst


def test_the_page_of_a_professie_names_the_opdrachten_that_ask(directeur, team, leden):
    vraag = gevraagd(
        opdracht=OpdrachtFactory(naam="Brug over de Vecht"),
        professie=team.professie, aantal=1, fte=Decimal("0.5"), begin=klok.vandaag(), einde=None,
    )
    tekst = pagina(directeur, "capaciteit-professie", team.professie.public_id)
    assert vraag.opdracht.naam in tekst
    assert "Geen open vraag" in pagina(
        directeur, "capaciteit-professie", ProfessieFactory().public_id
    )


def test_plan_is_what_was_known_then_and_realised_what_is_known_now(team, leden, nu):
    """R101: plan versus realised fte per month per P-team."""
    InzetFactory(medewerker=leden[0], fte=Decimal("0.5"), begin=date(2026, 5, 1))
    maanden = gepland_en_gerealiseerd(team, date(2026, 7, 20))
    mei, juni, juli = maanden[-3:]
    assert (mei.gepland, mei.gerealiseerd) == (0, Decimal("0.5"))
    assert (juni.gepland, juni.verschil) == (0, Decimal("0.5"))
    assert (juli.gepland, juli.verschil) == (Decimal("0.5"), 0)


@pytest.mark.parametrize("per", ["professie", "domein", "pteam"])
def test_the_number_of_queries_does_not_grow(per, directeur, django_assert_max_num_queries):
    def vul(aantal):
        for _ in range(aantal):
            team = PTeamFactory()
            for _ in range(5):
                InzetFactory(medewerker=MedewerkerFactory(pteam=team), fte=Decimal("0.3"))

    def tel():
        with django_assert_max_num_queries(24) as gemeten:
            pagina(directeur, "capaciteit", per=per)
        return len(gemeten.captured_queries)

    vul(1)
    een = tel()
    vul(2)
    assert tel() == een
