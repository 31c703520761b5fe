"""The pages of mandates, deputies, inzet, corrections, bulk and extracts, as people use them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from config.kern import klok
from config.kern.actor import SYSTEEM
from config.kern.enums import BesluitSoort
from config.kern.models import Instelling, Inzage
from register.domain.mandaat import ondermandaat_verlenen
from register.models import (
    Bevoegdheid,
    Correctievoorstel,
    Inzet,
    Ondermandaat,
    Rol,
    Roltoewijzing,
    Uittreksel,
)
from tests.factories.kern import BesluitFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import BEGIN, InzetFactory, OpdrachtFactory, RolFactory, aanwijzing

pytestmark = pytest.mark.django_db
LEIDER = {"functiegroep": "strategisch_leider", "schaal": 14}


@pytest.fixture
def vandaag():
    return klok.vandaag()


@pytest.fixture
def collega(ingelogd):
    return ingelogd(MedewerkerFactory().gebruiker)


def registrar_maken(ingelogd):
    mens = MedewerkerFactory()
    RolFactory(rol_code="registerbeheerder", medewerker=mens, op=None)
    return ingelogd(mens.gebruiker)


@pytest.fixture
def registrar(ingelogd):
    return registrar_maken(ingelogd)


def regel(**anders):
    rol = Rol.objects.get(code=anders.pop("rol", "aog"))
    return Bevoegdheid.objects.create(**{
        "rol": rol, "artikel": "artikel 3.1", "omschrijving": "Verplichtingen aangaan",
        "handeling": "Verplichting aangaan", "limiet_euro": 50000, "begin_geldigheid": BEGIN,
        "bij_waarneming": True, "ondermandaat_aan": "medewerker",
    } | anders)


def inhoud(client, naam, *args, status=200, **vraag):
    antwoord = client.get(reverse(f"register:{naam}", args=args), vraag)
    assert antwoord.status_code == status
    return " ".join(antwoord.content.decode().split())


def kenmerk(soort, **anders):
    return BesluitFactory(**{"soort": soort, "besluitdatum": BEGIN} | anders).kenmerk


def test_passing_a_role_on_is_one_form(registrar, vandaag):
    """R202."""
    rij, opvolger = RolFactory(), MedewerkerFactory()
    url = reverse("register:rol-overdragen", args=[rij.public_id])
    assert "Draag de rol over" in registrar.get(url).content.decode()
    per = vandaag + timedelta(days=30)
    velden = {
        "persoon": opvolger.naam, "per": per.isoformat(), "besluit": aanwijzing().kenmerk,
        "reden": "Andere opdracht",
    }
    laat = registrar.post(url, velden | {"begin": (per + timedelta(days=5)).isoformat()})
    assert laat.status_code == 409
    assert "Er is een gat" in laat.content.decode()
    assert registrar.post(url, velden).status_code == 302
    assert Roltoewijzing.objects.nu_bekend().get(medewerker=opvolger).begin_geldigheid == per
    assert registrar.post(url, velden).status_code == 409


def test_a_colleague_sees_why_not(collega, vandaag):
    """A refused act is a disabled control with its reason, and a post is 403."""
    rij = RolFactory()
    for naam in ("rol-overdragen", "waarneming-vastleggen"):
        url = reverse(f"register:{naam}", args=[rij.public_id])
        assert "Alleen de registerbeheerder" in collega.get(url).content.decode()
    antwoord = collega.post(reverse("register:rol-overdragen", args=[rij.public_id]), {
        "persoon": MedewerkerFactory().naam, "per": vandaag.isoformat(),
        "besluit": aanwijzing().kenmerk, "reden": "x",
    })
    assert antwoord.status_code == 403


def test_deputising_shows_on_the_pages(registrar, collega, vandaag):
    rij = RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER))
    wie = MedewerkerFactory(**LEIDER)
    antwoord = registrar.post(reverse("register:waarneming-vastleggen", args=[rij.public_id]), {
        "persoon": wie.naam, "begin": vandaag.isoformat(),
        "einde": (vandaag + timedelta(days=20)).isoformat(),
        "besluit": kenmerk(BesluitSoort.WAARNEMING),
    })
    assert antwoord.status_code == 302
    tekst = inhoud(collega, "opdracht", rij.opdracht.public_id)
    assert "Ambtelijk opdrachtgever (AOG), waarnemend" in tekst
    waar = Roltoewijzing.objects.get(mutatie="waarneming")
    assert "Neemt waar voor" in inhoud(collega, "roltoewijzing", waar.public_id)
    gevraagd = inhoud(collega, "bevoegdheid", persoon=wie.naam, opdracht=rij.opdracht.code,
                      datum=vandaag.isoformat())
    assert f"waar voor {rij.medewerker.naam}" in gevraagd


def test_inzet_by_hand_from_begin_to_end(registrar, vandaag):
    """R005, R196."""
    mens, opdracht = MedewerkerFactory(), OpdrachtFactory()
    antwoord = registrar.post(reverse("register:inzet-vastleggen"), {
        "persoon": mens.naam, "opdracht": opdracht.code, "teamrol": "teamlid", "fte": "0.4",
        "begin": vandaag.isoformat(), "besluit": kenmerk(BesluitSoort.INZET),
    })
    assert antwoord.status_code == 302
    rij = Inzet.objects.get()
    assert "0,4 fte" in inhoud(registrar, "inzet", rij.public_id)
    url = reverse("register:inzet-corrigeren", args=[rij.public_id])
    velden = {"fte": "0.3", "begin": vandaag.isoformat(), "reden": "Typefout",
              "besluit": kenmerk(BesluitSoort.CORRECTIE)}
    assert registrar.post(url, velden).status_code == 302
    assert registrar.post(url, velden).status_code == 409
    nieuw = Inzet.objects.nu_bekend().get()
    assert (nieuw.fte, nieuw.vervangt) == (Decimal("0.300"), rij)
    einde = registrar.post(reverse("register:inzet-beeindigen", args=[nieuw.public_id]), {
        "per": (vandaag + timedelta(days=9)).isoformat(), "reden": "Klaar",
        "besluit": kenmerk(BesluitSoort.BEEINDIGING),
    })
    assert einde.status_code == 302
    assert "Deze vermelding is vervangen" in inhoud(registrar, "inzet", rij.public_id)


def test_hours_are_not_for_everyone_and_each_look_is_noted(registrar, collega, ingelogd):
    """R345, R408."""
    rij = InzetFactory()
    inhoud(collega, "inzet", rij.public_id, status=403)
    eigen = ingelogd(rij.medewerker.gebruiker)
    assert "0,5 fte" in inhoud(eigen, "inzet", rij.public_id)
    assert Inzage.objects.count() == 0  # one's own hours
    for _ in range(2):
        inhoud(registrar, "inzet", rij.public_id)
        inhoud(registrar, "opdracht", rij.opdracht.public_id)
    keer = Inzage.objects.get()  # once in half a day
    assert (keer.wiens_id, keer.wat) == (rij.medewerker.gebruiker_id, "uren op een opdracht")
    inhoud(collega, "opdracht", rij.opdracht.public_id)
    assert Inzage.objects.count() == 1


def test_four_eyes_from_form_to_confirmation(registrar, ingelogd, collega):
    """R203."""
    Instelling.objects.create(
        sleutel="CORRECTIE_VIER_OGEN", waarde=True, geldig_vanaf=BEGIN, bron="besluit"
    )
    rij, ander = RolFactory(), registrar_maken(ingelogd)
    antwoord = registrar.post(reverse("register:rol-corrigeren", args=[rij.public_id]), {
        "begin": "2026-02-01", "besluit": kenmerk(BesluitSoort.CORRECTIE), "reden": "Maand",
    })
    assert antwoord.url == reverse("register:correcties")
    voorstel = Correctievoorstel.objects.get()
    url = reverse("register:correctie-bevestigen", args=[voorstel.public_id])
    assert "Je stelde deze correctie zelf voor." in inhoud(registrar, "correcties")
    registrar.post(url)
    assert Roltoewijzing.objects.nu_bekend().filter(pk=rij.pk).exists()
    inhoud(collega, "correcties", status=403)
    assert ander.post(url).status_code == 302
    assert not Roltoewijzing.objects.nu_bekend().filter(pk=rij.pk).exists()
    assert "Bevestigd" in inhoud(ander, "correcties")
    afwijzen = reverse("register:correctie-afwijzen", args=[voorstel.public_id])
    assert ander.post(afwijzen, {"toelichting": "Te laat"}).status_code == 409


def test_the_giver_passes_a_power_on_and_takes_it_back(ingelogd, collega, vandaag):
    """R076, R186."""
    aog = RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER))
    wie = MedewerkerFactory()
    regel()
    gever = ingelogd(aog.medewerker.gebruiker)
    assert "Ondermandaat geven" in inhoud(gever, "roltoewijzing", aog.public_id)
    assert "Ondermandaat geven" not in inhoud(collega, "roltoewijzing", aog.public_id)
    url = reverse("register:ondermandaat-verlenen", args=[aog.public_id])
    velden = {"persoon": wie.naam, "artikel": "artikel 3.1", "limiet_euro": "1000",
              "begin": vandaag.isoformat()}
    assert collega.post(url, velden).status_code == 403
    hoog = gever.post(url, velden | {"limiet_euro": "50001"})
    assert hoog.status_code == 409
    assert "Een ondermandaat kan daar niet boven." in hoog.content.decode()
    assert gever.post(url, velden).status_code == 302
    rij = Ondermandaat.objects.get()
    assert wie.naam in inhoud(collega, "ondermandaten")
    assert "Doorgegeven bevoegdheden" in inhoud(collega, "opdracht", aog.opdracht.public_id)
    antwoord = inhoud(collega, "bevoegdheid", persoon=wie.naam, opdracht=aog.opdracht.code,
                      datum=vandaag.isoformat(), bedrag="1000", handeling="Verplichting aangaan")
    assert "had ondermandaat van" in antwoord
    terug = gever.post(
        reverse("register:ondermandaat-intrekken", args=[rij.public_id]),
        {"per": vandaag.isoformat(), "reden": "Niet meer nodig"},
    )
    assert terug.status_code == 302
    assert "Er is nog geen ondermandaat" in inhoud(collega, "ondermandaten")


def test_the_regulation_shows_a_day(collega):
    """R199."""
    RolFactory()
    assert "geldt er geen mandaatregeling" in inhoud(collega, "mandaten")
    regel(begin_geldigheid=date(2026, 3, 1))
    tekst = inhoud(collega, "mandaten", geldig_op="2026-04-01")
    assert "artikel 3.1" in tekst
    assert "Elke medewerker in dienst" in tekst
    assert "artikel 3.1" not in inhoud(collega, "mandaten", geldig_op="2026-02-01")


def test_roles_combinations_and_matrix_are_readable(collega):
    """R077, R078, R081, R111, R112."""
    RolFactory()
    tekst = inhoud(collega, "rollen")
    for woord in ("Ambtelijk opdrachtgever (AOG)", "Behandelend ambtenaar (BA)", "Toeleveraar",
                  "P-manager", "Lid van het opdrachtteam", "Nee, afgeleid",
                  "Op directieniveau zijn de O-rol en de P-rol gescheiden."):
        assert woord in tekst


def bestand(*regels):
    kop = "personeelsnummer;opdracht_code;datum;bedrag;kenmerk;handeling"
    return SimpleUploadedFile("betalingen.csv", "\n".join([kop, *regels]).encode())


def test_a_file_of_payments_gives_a_summary_or_a_file(registrar, collega):
    """R192: a bad row is that row; formulas do not run in the result."""
    rij = RolFactory()
    regel(rol="aon")
    mens, opdracht = rij.medewerker.personeelsnummer, rij.opdracht.code
    regels = [
        f"{mens};{opdracht};2026-06-01;100;F1;Verplichting aangaan",
        f"{mens};{opdracht};2026-06-01;50001;=cmd();Verplichting aangaan",
        f"x;{opdracht};morgen;;;",
    ]
    url = reverse("register:bevoegdheid-bestand")
    antwoord = registrar.post(url, {"bestand": bestand(*regels), "uitvoer": "samenvatting"})
    tekst = " ".join(antwoord.content.decode().split())
    assert "3 rijen gecontroleerd" in tekst
    assert "Personeelsnummer “x” bestaat niet." in tekst
    los = registrar.post(url, {"bestand": bestand(*regels), "uitvoer": "bestand"})
    uit = b"".join(los.streaming_content).decode("utf-8-sig").splitlines()
    assert los["Content-Disposition"] == 'attachment; filename="bevoegdheden.csv"'
    assert len(uit) == 4
    assert "'=cmd()" in uit[2]
    geweigerd = collega.post(url, {"bestand": bestand(*regels), "uitvoer": "samenvatting"})
    assert geweigerd.status_code == 403


@pytest.mark.parametrize(("inhoud_", "zin"), [
    (b"a;b\n1;2", "ontbreken deze kolommen"), (b"", "leeg"),
    (b"\xff\xfe\x00", "is niet te lezen"),
    (b"personeelsnummer;opdracht_code;datum;bedrag\n", "Er staan geen rijen in."),
])
def test_a_wrong_file_is_a_sentence(registrar, inhoud_, zin):
    antwoord = registrar.post(reverse("register:bevoegdheid-bestand"), {
        "bestand": SimpleUploadedFile("x.csv", inhoud_), "uitvoer": "samenvatting",
    })
    assert antwoord.status_code == 400
    assert zin in antwoord.content.decode()


@pytest.fixture
def uittreksel(collega, vandaag):
    rij = RolFactory()
    antwoord = collega.post(reverse("register:uittreksel-maken"), {
        "persoon": rij.medewerker.naam, "opdracht": rij.opdracht.code,
        "datum": vandaag.isoformat(),
    })
    assert antwoord.status_code == 302
    return Uittreksel.objects.get()


def test_an_extract_has_a_code_and_a_qr(uittreksel, collega, ingelogd):
    """R195: printable, for who made it and who must account for it."""
    tekst = inhoud(collega, "uittreksel", uittreksel.public_id)
    assert uittreksel.code in tekst
    assert uittreksel.medewerker.naam in tekst
    qr = collega.get(reverse("register:uittreksel-qr", args=[uittreksel.public_id]))
    assert qr["Content-Type"] == "image/svg+xml"
    assert b"<svg" in qr.content
    ander = ingelogd(MedewerkerFactory().gebruiker)
    inhoud(ander, "uittreksel", uittreksel.public_id, status=403)
    inhoud(ander, "uittreksel-qr", uittreksel.public_id, status=403)


def test_the_public_page_tells_nothing_about_whom(uittreksel, vandaag):
    """BETROUWBAAR 34: a code outsiders can check, without a name on the page."""
    buiten = Client()
    url = reverse("register:uittreksel-controle", args=[uittreksel.code])
    tekst = buiten.get(url).content.decode()
    assert "Dit uittreksel klopt nog" in tekst
    geheim = (uittreksel.medewerker.naam, uittreksel.opdracht.naam, uittreksel.opdracht.code)
    assert [g for g in geheim if g in tekst] == []
    velden = {"persoon": uittreksel.medewerker.naam, "opdracht": uittreksel.opdracht.code,
              "op": vandaag.isoformat()}
    assert "Dit hoort bij deze code" in buiten.post(url, velden).content.decode()
    fout = buiten.post(url, velden | {"persoon": "Iemand Anders"}).content.decode()
    assert "Dit hoort niet bij deze code" in fout
    assert uittreksel.medewerker.naam not in fout
    assert buiten.post(url, {}).status_code == 400


def test_an_unknown_code_is_not_found(db):
    buiten = Client()
    zoeken = reverse("register:uittreksel-zoeken")
    assert buiten.get(zoeken).status_code == 200
    naar = buiten.get(zoeken, {"code": " abcd efgh-jklm npqr"})
    assert naar.url == reverse("register:uittreksel-controle", args=["ABCD-EFGH-JKLM-NPQR"])
    leeg = buiten.get(naar.url)
    assert leeg.status_code == 404
    assert "Deze code bestaat niet" in leeg.content.decode()


def test_lists_take_the_same_number_of_queries_for_one_and_three(
    registrar, django_assert_max_num_queries, vandaag
):
    """SCHERMEN: constant."""
    aog = RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER))
    regel()

    def erbij():
        ondermandaat_verlenen(
            toewijzing=aog, medewerker=MedewerkerFactory(), artikel="artikel 3.1", begin=vandaag,
            besluit=BesluitFactory(soort=BesluitSoort.ONDERMANDAAT, besluitdatum=BEGIN),
            door=SYSTEEM, nu=klok.nu(),
        )
        regel(artikel=f"artikel {Bevoegdheid.objects.count() + 10}")
        InzetFactory(opdracht=aog.opdracht)
        Correctievoorstel.objects.create(
            toewijzing=RolFactory(), begin=BEGIN, besluit=BesluitFactory(), reden="x",
            voorgesteld_op=klok.nu(), voorgesteld_door_naam="x",
        )

    def tel(naam):
        with django_assert_max_num_queries(24) as gemeten:
            inhoud(registrar, naam)
        return len(gemeten.captured_queries)

    namen = ("ondermandaten", "mandaten", "correcties", "rollen")
    erbij()
    een = [tel(n) for n in namen]
    erbij()
    erbij()
    assert [tel(n) for n in namen] == een


@pytest.mark.parametrize("dag", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_edge_of_time_is_no_crash(registrar, dag):
    """BETROUWBAAR 45."""
    rij = RolFactory()
    vraag = {"persoon": rij.medewerker.naam, "opdracht": rij.opdracht.code, "datum": dag}
    assert registrar.get(reverse("register:bevoegdheid"), vraag).status_code in {200, 400}
    gemaakt = registrar.post(reverse("register:uittreksel-maken"), vraag)
    assert gemaakt.status_code in {302, 400}
    if gemaakt.status_code == 302:
        assert registrar.get(gemaakt.url).status_code == 200
    for naam in ("rol-overdragen", "waarneming-vastleggen", "ondermandaat-verlenen"):
        url = reverse(f"register:{naam}", args=[rij.public_id])
        velden = {
            "persoon": MedewerkerFactory().naam, "per": dag, "begin": dag, "einde": dag,
            "besluit": aanwijzing().kenmerk, "reden": "x", "artikel": "x",
        }
        assert registrar.post(url, velden).status_code in {302, 400, 409}
    assert registrar.get(reverse("register:mandaten"), {"geldig_op": dag}).status_code == 200


def test_unknown_things_are_not_found(registrar):
    for naam in ("inzet", "inzet-corrigeren", "ondermandaat-intrekken", "uittreksel",
                 "rol-overdragen", "correctie-afwijzen"):
        inhoud(registrar, naam, "00000000-0000-4000-8000-000000000000", status=404)
