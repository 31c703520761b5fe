"""Five years ahead: demand, supply with outflow by age, the flexible shell and the gap."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from config.kern import klok
from config.kern.actor import Recht
from pdomein.domain.spp import spp_aanname_vastleggen
from pdomein.models import Leeftijdsgroep, SPPAanname
from register.queries.spp import planning
from register.spp import Aanname, uitstroom_pct, vooruit
from tests.factories.pdomein import MedewerkerFactory, ProfessieFactory, PTeamFactory, actor_van
from tests.factories.register import InzetFactory, RolFactory

JAREN = [2026, 2027, 2028]


def lijn(**velden):
    leeg = [Decimal(0)] * 3
    return vooruit(**{
        "jaren": JAREN, "vast_nu": Decimal(10), "flexibel": leeg, "vraag_nu": Decimal(9),
        "vastgelegd": leeg, "pct": Decimal(10), "aannames": {}, **velden,
    })


def test_supply_shrinks_by_the_outflow_of_each_year():
    """R314."""
    assert [j.vast for j in lijn()] == [10, 9, Decimal("8.1")]
    assert [j.gat for j in lijn()] == [1, 0, Decimal("-0.9")]


def test_an_assumption_of_people_wins_and_shows_its_source():
    """R308, R412."""
    aannames = {
        ("vraag", 2027): Aanname(Decimal(12), "Collegeakkoord", "werven"),
        ("uitstroom", 2027): Aanname(Decimal(3), "Bekende vertrekkers"),
        ("instroom", 2028): Aanname(Decimal(2), "Trainees"),
    }
    _, eerst, dan = lijn(aannames=aannames)
    assert (eerst.vraag, eerst.vraag_bron, eerst.actie) == (12, "Collegeakkoord", "werven")
    assert (eerst.vast, dan.vast) == (7, Decimal("8.3"))
    assert dan.vraag_bron == "gelijk aan nu"


def test_outflow_weighs_the_ages():
    per = {"60-plus": 20, "tot-35": 10}
    fte = {"60-plus": Decimal(5), "tot-35": Decimal(15)}
    assert uitstroom_pct(fte, per, 7) == Decimal("12.5")
    assert uitstroom_pct({}, per, 7) == 7


def test_the_flexible_shell_counts_apart():
    """R313."""
    nu = lijn(flexibel=[Decimal(2), Decimal(1), Decimal(0)])[0]
    assert (nu.vast, nu.flexibel, nu.aanbod) == (10, 2, 12)


@pytest.fixture
def professie(db):
    return ProfessieFactory(naam="Ecologie")


@pytest.fixture
def team(professie):
    return PTeamFactory(
        professie=professie,
        pmanager=MedewerkerFactory(functiegroep="tactisch_leider", schaal=12),
    )


@pytest.fixture
def leden(team):
    return [MedewerkerFactory(pteam=team) for _ in range(6)]


@pytest.fixture
def directeur(db):
    mens = MedewerkerFactory(functiegroep="", schaal=None)
    RolFactory(rol_code="concerndirecteur", medewerker=mens, op=None)
    return mens


def inhoud(client, naam, *args, status=200, **vraag):
    antwoord = client.get(reverse(f"register:{naam}", args=args), vraag)
    assert antwoord.status_code == status
    return " ".join(antwoord.content.decode().split())


def test_a_line_adds_inzet_ages_and_temporary_people(team, leden, professie):
    InzetFactory(medewerker=leden[0], fte=Decimal("0.5"))
    MedewerkerFactory(pteam=team, dienstverband="extern", uit_dienst=date(2027, 1, 1))
    Leeftijdsgroep.objects.create(
        peildatum=date(2026, 1, 1), professie=professie, cohort="60-plus", aantal=6, fte=6
    )
    geheel = planning(date(2026, 6, 1))
    [een] = geheel.lijnen
    assert list(geheel.jaren) == [2026, 2027, 2028, 2029, 2030, 2031]
    assert een.pct == 18
    assert (een.nu.vast, een.nu.flexibel) == (Decimal("5.4"), Decimal("0.9"))
    assert (een.nu.vraag, een.jaren[1].flexibel) == (Decimal("0.5"), 0)


def test_fewer_than_five_people_are_not_shown(team, ingelogd, directeur):
    MedewerkerFactory(pteam=team)
    [een] = planning(klok.vandaag()).lijnen
    assert een.jaren is None
    client = ingelogd(directeur.gebruiker)
    assert "minder dan 5 mensen" in inhoud(client, "spp")
    assert "minder dan vijf mensen" in inhoud(client, "spp-professie", team.professie.public_id)
    csv = b"".join(client.get(reverse("register:spp-export")).streaming_content).decode()
    assert "minder dan 5 mensen" in csv


def test_a_colleague_sees_no_planning(leden, ingelogd):
    inhoud(ingelogd(leden[0].gebruiker), "spp", status=403)


def test_a_director_plans_and_an_aog_reacts(team, leden, ingelogd, directeur):
    """R308, R309, through the screens."""
    client, professie = ingelogd(directeur.gebruiker), team.professie
    pad = reverse("register:spp-aanname-vastleggen", args=[professie.public_id])
    jaar = klok.vandaag().year + 2
    assert "Aanname vastleggen" in inhoud(
        client, "spp-aanname-vastleggen", professie.public_id
    )
    velden = {"soort": "vraag", "jaar": jaar, "fte": "14,5", "actie": "ontwikkelen"}
    assert client.post(pad, velden).status_code == 400
    client.post(pad, velden | {"bron": "Portefeuillegesprek"})
    aanname = SPPAanname.objects.get()
    assert (aanname.fte, aanname.pteam) == (Decimal("14.5"), None)
    assert "Portefeuillegesprek" in inhoud(client, "spp-professie", professie.public_id)
    csv = b"".join(
        client.get(reverse("register:spp-export"), {"actie": "ontwikkelen"}).streaming_content
    ).decode().splitlines()
    assert len(csv) == 2
    aog = RolFactory(
        rol_code="aog", medewerker=MedewerkerFactory(functiegroep="strategisch_leider", schaal=14)
    ).medewerker
    ander = ingelogd(aog.gebruiker)
    op = reverse("register:spp-opmerking-plaatsen", args=[aanname.public_id])
    ander.post(op, {"tekst": "Reken op twintig."})
    assert "Reken op twintig." in inhoud(ander, "spp-professie", professie.public_id)
    collega = ingelogd(leden[0].gebruiker)
    assert collega.post(op, {"tekst": "Ik ook."}).status_code == 403


def test_a_pmanager_proposes_for_the_own_team(team, leden, ingelogd):
    baas = team.pmanagers.get().medewerker
    client = ingelogd(baas.gebruiker)
    pad = reverse("register:spp-aanname-vastleggen", args=[team.professie.public_id])
    client.post(pad, {
        "pteam": str(team.public_id), "soort": "instroom", "jaar": klok.vandaag().year + 1,
        "fte": "2", "bron": "Teamgesprek",
    })
    assert SPPAanname.objects.get().pteam == team


def test_the_number_of_queries_does_not_grow(ingelogd, directeur, django_assert_max_num_queries):
    client = ingelogd(directeur.gebruiker)

    def erbij():
        team = PTeamFactory()
        for _ in range(5):
            InzetFactory(medewerker=MedewerkerFactory(pteam=team), fte=Decimal("0.3"))
        spp_aanname_vastleggen(
            professie=team.professie, soort="vraag", jaar=klok.vandaag().year, fte=Decimal(3),
            bron="x", door=actor_van(directeur, Recht.CAPACITEIT_INZIEN), nu=klok.nu(),
        )

    def tel():
        with django_assert_max_num_queries(22) as gemeten:
            inhoud(client, "spp")
        return len(gemeten.captured_queries)

    erbij()
    een = tel()
    erbij()
    erbij()
    assert tel() == een
