"""The screen on the wall has rights of its own, and three devices stay in step (R269, R416)."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from config.kern.fouten import DomeinFout
from config.kern.models import DemoKlok
from matching.domain.presentatie import presentatie_starten, presentatie_stoppen
from matching.models import Agendapunt, Presentatie
from tests.factories.kern import NU
from tests.factories.matchtafel import maak_procedure, maak_reactie, maak_tafel, open_tafel
from tests.factories.pdomein import MedewerkerFactory, PPPFactory

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def klok_op_nu(db):
    DemoKlok.objects.create(
        verschuiving_seconden=int((NU - timezone.now()).total_seconds()) + 60
    )


@pytest.fixture
def tafel():
    return maak_tafel()


@pytest.fixture
def punt(tafel):
    procedure = maak_procedure()
    mens = MedewerkerFactory(naam="Anna Aap", pteam=tafel.pteam)
    PPPFactory(medewerker=mens)
    maak_reactie(procedure, mens)
    return open_tafel(tafel, procedure)[0]


def adres(naam, *args):
    return reverse(f"matching:{naam}", args=[getattr(a, "public_id", a) for a in args])


def test_the_screen_looks_and_does_nothing(tafel, punt, ingelogd):
    """R416: no login, no button, no key left in the address."""
    voorzitter = ingelogd(tafel.voorzitter.gebruiker)
    pagina = voorzitter.post(adres("presentatie-starten", tafel.sessie)).content.decode()
    sleutel = pagina.split("/openbaar/matchtafel/sleutel/")[1].split("/")[0]
    wand = Client()

    eerst = wand.get(adres("presentatie")).status_code
    openen = wand.get(adres("presentatie-openen", sleutel))
    html = wand.get(openen["Location"]).content.decode()
    stand = wand.get(adres("presentatie-stand")).content.decode()
    elders = wand.get(adres("sessie", tafel.sessie)).status_code

    assert (eerst, openen.status_code, elders) == (403, 302, 302)
    assert sleutel not in openen["Location"] + html + stand
    assert "Anna Aap" in html
    assert "<button" not in stand
    assert "Dit werk past bij mij." not in html
    assert "no-store" in wand.get(adres("presentatie"))["Cache-Control"]
    assert sleutel not in str(vars(Presentatie.objects.get()))


def test_the_screen_goes_dark(tafel, punt):
    """A new screen ends the old one; stopping and closing end it too."""
    wand = Client()
    oud = presentatie_starten(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)
    wand.get(adres("presentatie-openen", oud))
    licht = wand.get(adres("presentatie-stand")).status_code
    nieuw = presentatie_starten(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)
    donker = wand.get(adres("presentatie-stand")).status_code
    wand.get(adres("presentatie-openen", nieuw))
    weer = wand.get(adres("presentatie-stand")).status_code
    presentatie_stoppen(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)

    assert (licht, donker, weer) == (200, 403, 200)
    assert wand.get(adres("presentatie-stand")).status_code == 403
    assert wand.get(adres("presentatie-openen", "onzin")).status_code == 403


def test_only_the_chair_starts_and_stops_it(tafel, punt, ingelogd):
    for opdracht in (presentatie_starten, presentatie_stoppen):
        with pytest.raises(DomeinFout) as fout:
            opdracht(sessie=tafel.sessie, door=tafel.als_collega, nu=NU)
        assert fout.value.status == 403
    collega = ingelogd(tafel.collega.gebruiker)
    assert collega.get(adres("presentatie-starten", tafel.sessie)).status_code == 403
    assert collega.post(adres("presentatie-stoppen", tafel.sessie)).status_code == 403


def test_three_devices_stay_in_step_and_a_stale_act_names_the_other(tafel, punt, ingelogd):
    """BETROUWBAAR 7: wall, chair and member; who acts on an old page hears who was first."""
    wand, voorzitter = Client(), ingelogd(tafel.voorzitter.gebruiker)
    collega = Client()
    collega.force_login(
        tafel.collega.gebruiker, backend="django.contrib.auth.backends.ModelBackend"
    )
    wand.get(adres("presentatie-openen", presentatie_starten(
        sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU
    )))
    versie = Agendapunt.objects.get(pk=punt.pk).versie
    kies = adres("uitkomst-kiezen", punt, "aanhouden")

    eerste = voorzitter.post(kies, {"versie": versie}, **HTMX).content.decode()
    ziet_collega = collega.get(adres("sessie-stand", tafel.sessie), **HTMX).content.decode()
    ziet_wand = wand.get(adres("presentatie-stand")).content.decode()
    te_laat = collega.post(
        adres("uitkomst-kiezen", punt, "naar_extern"), {"versie": versie}, **HTMX
    ).content.decode()
    nu_ = Agendapunt.objects.get(pk=punt.pk)
    opnieuw = collega.post(
        adres("uitkomst-herstellen", punt), {"versie": nu_.versie}, **HTMX
    ).content.decode()
    terug = voorzitter.post(
        adres("uitkomst-kiezen", punt, "naar_extern"), {"versie": nu_.versie}, **HTMX
    ).content.decode()

    for html in (eerste, ziet_collega, ziet_wand):
        assert "Aanhouden tot de volgende sessie" in html
    assert "Vera Voorzitter heeft dit punt net gewijzigd." in te_laat
    assert nu_.uitkomst == "aanhouden"
    assert "net gewijzigd" not in opnieuw
    assert "Coen Collega heeft dit punt net gewijzigd." in terug
    assert Agendapunt.objects.get(pk=punt.pk).uitkomst == ""
    assert "Voorlopig tot de sessie sluit" not in wand.get(
        adres("presentatie-stand")
    ).content.decode()
