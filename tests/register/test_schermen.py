"""The pages of the register: who sees what, on which day, as known when."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from config.kern import klok
from config.kern.actor import SYSTEEM
from config.kern.domain.besluit import document_bewaren
from config.kern.models import Besluit, Logregel
from register.domain.roltoewijzing import rol_beeindigen
from register.models import Bevoegdheid, Rol, Roltoewijzing
from tests.factories.kern import BesluitFactory
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory
from tests.factories.register import InzetFactory, OpdrachtFactory, RolFactory, aanwijzing, rollen

pytestmark = pytest.mark.django_db
LEIDER = {"functiegroep": "strategisch_leider", "schaal": 14}


@pytest.fixture
def nu():
    return klok.nu()


@pytest.fixture
def collega(ingelogd):
    return ingelogd(MedewerkerFactory().gebruiker)


@pytest.fixture
def registrar(ingelogd):
    mens = MedewerkerFactory()
    RolFactory(rol_code="registerbeheerder", medewerker=mens, op=None)
    return ingelogd(mens.gebruiker)


def inhoud(client, naam, *args, status=200, **vraag):
    antwoord = client.get(reverse(f"register:{naam}", args=args), vraag)
    assert antwoord.status_code == status
    return " ".join(antwoord.content.decode().split())


def test_register_lists_todays_entries_and_searches(collega):
    """R182, screen 12."""
    rij, ander = RolFactory(op=OpdrachtFactory(naam="Brug Élan")), RolFactory()
    tekst = inhoud(collega, "register", zoek=f"brug {rij.medewerker.naam.split()[0]}")
    assert rij.medewerker.naam in tekst
    assert "1 vermelding" in tekst
    assert ander.medewerker.naam not in tekst
    assert "Geen vermeldingen gevonden" in inhoud(collega, "register", zoek="zzz")


@pytest.mark.parametrize("naam", ["register", "opdracht", "medewerker", "roltoewijzing", "besluit"])
def test_pages_take_the_same_number_of_queries_for_one_and_three(
    naam, registrar, django_assert_max_num_queries, nu
):
    rij = RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER))
    args = {
        "register": [], "opdracht": [rij.opdracht.public_id],
        "medewerker": [rij.medewerker.public_id], "roltoewijzing": [rij.public_id],
        "besluit": [rij.besluit.public_id],
    }[naam]

    def tel():
        with django_assert_max_num_queries(22) as gemeten:
            inhoud(registrar, naam, *args)
        return len(gemeten.captured_queries)

    InzetFactory(opdracht=rij.opdracht)
    InzetFactory(medewerker=rij.medewerker, fte=Decimal("0.1"))
    RolFactory(op=OpdrachtFactory(bovenliggende=rij.opdracht, opgave=rij.opdracht.opgave))
    een = tel()
    for _ in range(2):
        RolFactory(medewerker=rij.medewerker, besluit=rij.besluit)
        InzetFactory(opdracht=rij.opdracht)
        InzetFactory(medewerker=rij.medewerker, fte=Decimal("0.1"))
        RolFactory(op=OpdrachtFactory(bovenliggende=rij.opdracht, opgave=rij.opdracht.opgave))
    RolFactory(op=rij.opdracht, einde=date(2026, 3, 1))
    RolFactory(op=rij.opdracht, begin=date(2026, 3, 1))
    assert tel() == een


def test_the_past_of_knowing_is_for_who_must_account_for_it(collega, registrar, nu):
    """R192: known earlier needs a right; valid earlier does not."""
    gisteren = (nu - timedelta(days=1)).date().isoformat()
    assert "Alleen registerbeheer" in inhoud(collega, "register", bekend_op=gisteren, status=403)
    inhoud(collega, "register", geldig_op=gisteren)
    assert "zoals bekend op" in inhoud(registrar, "register", bekend_op=gisteren)


def test_a_wrong_date_says_what_to_do(collega):
    assert "bedoel" not in inhoud(collega, "register", geldig_op="morgen", status=400)


def test_the_chosen_moment_stays_in_the_links(registrar):
    rij = RolFactory()
    tekst = inhoud(registrar, "register", geldig_op="2026-02-03")
    assert f"/register/opdrachten/{rij.opdracht.public_id}/?geldig_op=2026-02-03" in tekst


def test_page_of_an_opdracht_holds_everything_of_table_2_8(collega):
    """R182, R183, R201, R079."""
    rij = RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER))
    deel = OpdrachtFactory(bovenliggende=rij.opdracht, opgave=rij.opdracht.opgave)
    inzet = InzetFactory(opdracht=rij.opdracht)
    tekst = inhoud(collega, "opdracht", rij.opdracht.public_id)
    for stuk in (
        rij.opdracht.naam, rij.opdracht.opgave.naam, "Dynamisch", rij.medewerker.naam, deel.naam,
        inzet.medewerker.naam, "vanaf 1 januari 2026",
        "Er staat geen ambtelijk opdrachtnemer (AON) in het register.",
        "Aan de rol Ambtelijk opdrachtgever (AOG) is op deze dag geen bevoegdheid gekoppeld.",
    ):
        assert stuk in tekst
    assert "0,5" not in tekst


def test_powers_of_the_mandate_stand_with_the_holder(collega):
    """R076, R186."""
    rij = RolFactory()
    Bevoegdheid.objects.create(
        rol=Rol.objects.get(code="aon"), artikel="art. 7", omschrijving="Inkopen doen",
        limiet_euro=25000, begin_geldigheid=date(2026, 1, 1),
    )
    assert "<strong>art. 7</strong> Inkopen doen, tot en met € 25.000" in inhoud(
        collega, "opdracht", rij.opdracht.public_id
    )


def test_only_who_steers_sees_how_much_people_work(ingelogd):
    rij = RolFactory()
    InzetFactory(opdracht=rij.opdracht)
    tekst = inhoud(
        ingelogd(rij.medewerker.gebruiker), "opdracht", rij.opdracht.public_id
    )
    assert "0,5 fte" in tekst


def test_bevoegdheid_gives_one_answer(collega):
    """E15."""
    rij = RolFactory()
    vraag = {
        "persoon": rij.medewerker.naam, "opdracht": rij.opdracht.code, "datum": "2026-02-01",
    }
    tekst = inhoud(collega, "bevoegdheid", **vraag)
    assert f"Ja. {rij.medewerker.naam} was Ambtelijk opdrachtnemer (AON)" in tekst
    assert rij.besluit.kenmerk in tekst
    assert "Niet geregistreerd." in inhoud(
        collega, "bevoegdheid", **vraag | {"opdracht": OpdrachtFactory().code}
    )


def test_bevoegdheid_with_earlier_knowledge_needs_a_right(collega, registrar):
    rij = RolFactory()
    vraag = {
        "persoon": rij.medewerker.naam, "opdracht": rij.opdracht.code, "datum": "2026-02-01",
        "kennis": "2026-02-02",
    }
    inhoud(collega, "bevoegdheid", status=403, **vraag)
    assert "Niet geregistreerd." in inhoud(registrar, "bevoegdheid", **vraag)


def test_bevoegdheid_asks_which_person_is_meant(collega):
    """Two people with one name: a choice, also without script."""
    een, twee = MedewerkerFactory(naam="Jan Bos"), MedewerkerFactory(naam="Jan Bos")
    rij = RolFactory(medewerker=twee)
    vraag = {"persoon": "jan bos", "opdracht": rij.opdracht.code, "datum": "2026-02-01"}
    tekst = inhoud(collega, "bevoegdheid", status=400, **vraag)
    assert "Kies hieronder wie." in tekst
    assert str(een.public_id) in tekst
    assert "Ja. Jan Bos" in inhoud(
        collega, "bevoegdheid", **vraag, persoon_id=str(twee.public_id)
    )


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"persoon": "Niemand"}, "Er is niemand met deze naam."),
        ({"opdracht": "Niets"}, "Er is geen opdracht “Niets”."),
        ({"datum": "31-31-2026"}, "Voer een geldige datum in."),
        ({"bedrag": "-1"}, "minstens 0 is"),
    ],
)
def test_bevoegdheid_says_field_by_field_what_is_wrong(collega, anders, fout):
    rij = RolFactory()
    vraag = {
        "persoon": rij.medewerker.naam, "opdracht": rij.opdracht.code, "datum": "2026-02-01",
    }
    assert fout in inhoud(collega, "bevoegdheid", status=400, **vraag | anders)


def toewijzing(mens, opdracht, **anders):
    return {
        "rol": "aon", "persoon": mens.naam, "waarop": opdracht.code, "begin": "2026-02-01",
        "einde": "", "besluit": aanwijzing().kenmerk, "uitzondering": "", **anders,
    }


def test_registrar_assigns_ends_and_corrects(registrar, nu):
    """R188, R196, R203: the whole life of an entry through the screens."""
    mens, opdracht = MedewerkerFactory(), OpdrachtFactory()
    antwoord = registrar.post(reverse("register:rol-toewijzen"), toewijzing(mens, opdracht))
    rij = Roltoewijzing.objects.nu_bekend().get(opdracht=opdracht)
    assert antwoord.url == reverse("register:roltoewijzing", args=[rij.public_id])
    registrar.post(reverse("register:rol-corrigeren", args=[rij.public_id]), {
        "begin": "2026-01-15", "einde": "", "besluit": BesluitFactory().kenmerk, "reden": "Fout",
    })
    rij = Roltoewijzing.objects.nu_bekend().get(opdracht=opdracht)
    assert rij.begin_geldigheid == date(2026, 1, 15)
    registrar.post(reverse("register:rol-beeindigen", args=[rij.public_id]), {
        "per": "2026-04-01", "besluit": BesluitFactory().kenmerk, "reden": "Klaar",
    })
    rij = Roltoewijzing.objects.nu_bekend().get(opdracht=opdracht)
    assert rij.einde_geldigheid == date(2026, 4, 1)
    assert Roltoewijzing.objects.filter(opdracht=opdracht).count() == 3
    tekst = inhoud(registrar, "roltoewijzing", rij.public_id)
    assert "Beëindiging" in tekst
    assert "De eerdere vermelding" in tekst


def test_assigning_is_refused_with_the_input_kept(registrar):
    rij = RolFactory()
    antwoord = registrar.post(
        reverse("register:rol-toewijzen"), toewijzing(MedewerkerFactory(), rij.opdracht)
    )
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert f"{rij.medewerker.naam} heeft deze rol al" in tekst
    assert 'value="2026-02-01"' in tekst


def test_assigning_without_right_is_off_with_its_reason_and_refused(collega):
    """R203."""
    rollen()
    url = reverse("register:rol-toewijzen")
    assert "Alleen de registerbeheerder" in collega.get(url).content.decode()
    antwoord = collega.post(url, toewijzing(MedewerkerFactory(), OpdrachtFactory()))
    assert antwoord.status_code == 403
    assert Roltoewijzing.objects.count() == 0


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"besluit": "B2026-999999"}, "Zonder besluit geen vermelding."),
        ({"waarop": ""}, "Vul de code of de naam in van: opdracht of deelopdracht."),
        ({"rol": "koning"}, "Selecteer een geldige keuze."),
        ({"begin": ""}, "Dit veld is vereist."),
    ],
)
def test_assigning_says_field_by_field_what_is_wrong(registrar, anders, fout):
    antwoord = registrar.post(
        reverse("register:rol-toewijzen"),
        toewijzing(MedewerkerFactory(), OpdrachtFactory(), **anders),
    )
    assert antwoord.status_code == 400
    assert fout in antwoord.content.decode()


def test_a_replaced_entry_cannot_be_ended_again(registrar, nu):
    rij = RolFactory()
    rol_beeindigen(
        toewijzing=rij, per=date(2026, 4, 1), besluit=BesluitFactory(), reden="x", door=SYSTEEM,
        nu=max(nu, rij.tijdstip_registratie),
    )
    assert registrar.get(
        reverse("register:roltoewijzing", args=[rij.public_id])
    ).status_code == 200
    antwoord = registrar.post(reverse("register:rol-beeindigen", args=[rij.public_id]), {
        "per": "2026-03-01", "besluit": BesluitFactory().kenmerk, "reden": "Klaar",
    })
    assert antwoord.status_code == 409


def test_opening_the_document_is_noted_and_limited(collega, registrar):
    """R189: a judge or accountant can ask for it; each look is noted."""
    besluit = RolFactory().besluit
    url = reverse("register:besluit-document", args=[besluit.public_id])
    assert collega.get(url).status_code == 403
    antwoord = registrar.get(url)
    assert antwoord.content == bytes(Besluit.objects.get(pk=besluit.pk).document.inhoud)
    assert Logregel.objects.filter(handeling="document_geopend").count() == 1


def test_fragments_for_lower_pages(collega, ingelogd):
    rij = RolFactory()
    pteam = PTeamFactory(pmanager=MedewerkerFactory(**LEIDER), begin=date(2025, 1, 1))
    lid = MedewerkerFactory(pteam=pteam)
    inzet = InzetFactory(medewerker=lid)
    assert "Ontbreekt" in inhoud(collega, "driehoek", rij.opdracht.public_id)
    assert rij.besluit.kenmerk in inhoud(collega, "uittreksel-opdracht", rij.opdracht.public_id)
    assert inzet.opdracht.naam in inhoud(collega, "opgaven-medewerker", lid.public_id)
    assert rij.opdracht.naam in inhoud(collega, "rollen-medewerker", rij.medewerker.public_id)
    voor_collega = inhoud(collega, "inzet-pteam", pteam.public_id)
    assert inzet.opdracht.naam in voor_collega
    assert "fte" not in voor_collega
    leider = ingelogd(pteam.pmanagers.get().medewerker.gebruiker)
    assert "0,4 fte vrij" in inhoud(leider, "inzet-pteam", pteam.public_id)


def test_unknown_things_are_not_found(collega):
    for naam in ("opdracht", "medewerker", "roltoewijzing", "besluit", "driehoek", "inzet-pteam"):
        inhoud(collega, naam, "00000000-0000-4000-8000-000000000000", status=404)


@pytest.mark.parametrize("dag", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("as_", ["geldig_op", "bekend_op"])
def test_a_day_at_the_edge_of_time_is_no_crash(registrar, dag, as_):
    """BETROUWBAAR 45."""
    rij = RolFactory()
    paginas = {"register": [], "opdracht": [rij.opdracht], "medewerker": [rij.medewerker]}
    for naam, obj in paginas.items():
        url = reverse(f"register:{naam}", args=[o.public_id for o in obj])
        assert registrar.get(url, {as_: dag}).status_code in {200, 400}


def test_the_name_of_a_document_cannot_break_its_header(registrar):
    """BETROUWBAAR 49."""
    document = document_bewaren(
        naam='a"; filename="é.html', media_type="text/plain", inhoud=b"x", door=SYSTEEM,
        nu=klok.nu(),
    )
    besluit = BesluitFactory(document=document)
    antwoord = registrar.get(reverse("register:besluit-document", args=[besluit.public_id]))
    assert antwoord["Content-Disposition"] == (
        "attachment; filename*=utf-8''a%22%3B%20filename%3D%22%C3%A9.html"
    )
