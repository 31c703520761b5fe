"""Signals: one sentence why, for the person and the own P-manager; never an act (R369, R340)."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from config.kern import klok
from config.kern.models import Instelling, Inzage
from pdomein.domain.werkdruk import werkdruk_melden
from pdomein.models import Medewerker, Werkdrukmelding
from register.queries.signalen import signalen_van
from register.signalen import Feiten, Regels, signalen, volle_jaren
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory, actor_van
from tests.factories.register import InzetFactory

DAG = date(2026, 6, 1)
REGELS = Regels(True, (3, 5, 7), True, Decimal(10), True, 4)


def feiten(**velden):
    return Feiten(**{
        "functie_sinds": date(2025, 1, 1), "is_zeker": True, "aanstelling": Decimal(1),
        "bezet": Decimal("0.9"), "inzet": Decimal("0.9"), "opdrachten": 4, **velden,
    })


@pytest.mark.parametrize(("sinds", "woord"), [
    (date(2023, 6, 2), None), (date(2023, 6, 1), "na te denken"),
    (date(2021, 6, 2), "na te denken"), (date(2021, 6, 1), "van werk te wisselen"),
    (date(2019, 6, 1), "langste tijd"), (None, None),
])
def test_3_5_7_counts_whole_years_in_a_function(sinds, woord):
    """R369: think after 3, change after 5, leave at the latest after 7."""
    uit = signalen(feiten(functie_sinds=sinds), REGELS, DAG)
    assert [woord in s.zin for s in uit] == ([True] if woord else [])


def test_a_lower_bound_says_so():
    [een] = signalen(feiten(functie_sinds=date(2020, 1, 1), is_zeker=False), REGELS, DAG)
    assert een.zin.startswith("Ten minste 6 jaar")


@pytest.mark.parametrize(("velden", "soorten"), [
    ({}, []),
    ({"bezet": Decimal("0.91")}, ["ontwikkeltijd"]),
    ({"bezet": Decimal("1.2"), "inzet": Decimal("1.2")}, ["ontwikkeltijd", "werkdruk"]),
    ({"opdrachten": 5}, ["werkdruk"]),
    ({"meldt_werkdruk": True}, ["werkdruk"]),
    ({"aanstelling": Decimal(0), "bezet": Decimal(0), "inzet": Decimal(0)}, []),
])
def test_development_time_and_workload(velden, soorten):
    """R138: at least 10%; R340: more than 90%, many opdrachten, or an own flag."""
    assert [s.soort for s in signalen(feiten(**velden), REGELS, DAG)] == soorten


def test_each_signal_can_be_switched_off():
    alles = feiten(
        functie_sinds=date(2010, 1, 1), bezet=Decimal(2), inzet=Decimal(2), meldt_werkdruk=True
    )
    uit = Regels(False, (3, 5, 7), False, Decimal(10), False, 4)
    assert signalen(alles, uit, DAG) == []


def test_a_leap_day_counts_in_march():
    assert volle_jaren(date(2024, 2, 29), date(2027, 2, 28)) == 2
    assert volle_jaren(date(2024, 2, 29), date(2027, 3, 1)) == 3


@pytest.fixture
def team(db):
    return PTeamFactory(pmanager=MedewerkerFactory(functiegroep="tactisch_leider", schaal=12))


@pytest.fixture
def lid(team):
    mens = MedewerkerFactory(pteam=team)
    Medewerker.objects.filter(pk=mens.pk).update(functie_sinds=date(2015, 1, 1))
    mens.refresh_from_db()
    return mens


def pmanager(team):
    return team.pmanagers.get().medewerker


def inhoud(client, naam, status=200, **vraag):
    antwoord = client.get(reverse(f"register:{naam}"), vraag)
    assert antwoord.status_code == status
    return " ".join(antwoord.content.decode().split())


def test_the_organisation_switches_a_signal_off_with_a_source(lid):
    [rij] = signalen_van([lid], klok.vandaag())
    assert rij.soorten == {"functie"}
    Instelling.objects.create(
        sleutel="SIGNAAL_357", waarde=False, geldig_vanaf=date(2026, 1, 1), bron="DT 4 juni"
    )
    [rij] = signalen_van([lid], klok.vandaag())
    assert rij.soorten == set()


def test_person_and_own_pmanager_see_the_same_sentence(lid, team, ingelogd):
    zelf = inhoud(ingelogd(lid.gebruiker), "signalen-mijn")
    baas = inhoud(ingelogd(pmanager(team).gebruiker), "persoonssignalen")
    assert "Het model noemt dit de langste tijd" in zelf
    assert "Het model noemt dit de langste tijd" in baas
    assert Inzage.objects.filter(wiens_id=lid.gebruiker_id, wat="uren").count() == 1


def test_another_pmanager_and_a_colleague_see_nobody(lid, ingelogd):
    ander = PTeamFactory(pmanager=MedewerkerFactory(functiegroep="tactisch_leider", schaal=12))
    MedewerkerFactory(pteam=ander)
    tekst = inhoud(ingelogd(pmanager(ander).gebruiker), "persoonssignalen")
    assert lid.naam not in tekst
    inhoud(ingelogd(MedewerkerFactory().gebruiker), "persoonssignalen", status=403)


def test_a_flag_goes_from_the_person_to_the_pmanager_and_is_closed(lid, team, ingelogd):
    """R340, through the screens."""
    client, baas = ingelogd(lid.gebruiker), ingelogd(pmanager(team).gebruiker)
    pad = reverse("register:signalen-mijn")
    client.post(pad, {"toelichting": "Drie deadlines tegelijk"})
    assert client.post(pad, {"toelichting": "Nog eens"}).status_code == 409
    melding = Werkdrukmelding.objects.get()
    assert "Drie deadlines tegelijk" in inhoud(baas, "persoonssignalen", soort="werkdruk")
    client.post(reverse("register:werkdruk-bespreken", args=[melding.public_id]))
    melding.refresh_from_db()
    assert melding.afgesloten_op is None
    baas.post(reverse("register:werkdruk-bespreken", args=[melding.public_id]))
    melding.refresh_from_db()
    assert melding.is_besproken
    assert "Drie deadlines" not in inhoud(baas, "persoonssignalen")


def test_the_owner_withdraws_the_flag(lid, ingelogd):
    melding = werkdruk_melden(
        medewerker=lid, toelichting="", door=actor_van(lid), nu=klok.nu()
    )
    client = ingelogd(lid.gebruiker)
    assert "Je hebt gemeld" in inhoud(client, "signalen-mijn")
    client.post(reverse("register:werkdruk-intrekken", args=[melding.public_id]))
    assert "Je hebt gemeld" not in inhoud(client, "signalen-mijn")


def test_the_number_of_queries_does_not_grow(team, ingelogd, django_assert_max_num_queries):
    baas = ingelogd(pmanager(team).gebruiker)

    def erbij():
        mens = MedewerkerFactory(pteam=team)
        Medewerker.objects.filter(pk=mens.pk).update(functie_sinds=date(2015, 1, 1))
        InzetFactory(medewerker=mens, fte=Decimal("0.3"))

    def tel():
        inhoud(baas, "persoonssignalen")
        with django_assert_max_num_queries(24) as gemeten:
            inhoud(baas, "persoonssignalen")
        return len(gemeten.captured_queries)

    erbij()
    een = tel()
    erbij()
    erbij()
    assert tel() == een
