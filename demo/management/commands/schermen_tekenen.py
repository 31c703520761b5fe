"""``make schermen``: the gallery of screens per role, drawn from the running demo."""

import json
import os
import re
import shutil
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

UUID = r"[0-9a-f]{8}-[0-9a-f-]{27}"
VLAGGEN = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]
MATEN = {"desktop": (1280, 960), "smal": (320, 720), "scherm": (1600, 900), "print": (800, 1131)}


@dataclass(frozen=True, slots=True)
class Scherm:
    """One picture: who looks, where the walk begins, and which links are followed from there."""

    naam: str
    titel: str
    rol: str
    pad: str
    volg: tuple[str, ...] = ()
    vormen: tuple[str, ...] = ("desktop",)
    achter: str = ""


SCHERMEN = [
    Scherm("start-medewerker", "Start van een medewerker", "medewerker", "/start/",
           vormen=("desktop", "smal")),
    Scherm("opdrachtenmarkt", "Opdrachtenmarkt", "medewerker", "/opdrachtenmarkt/",
           vormen=("desktop", "smal")),
    Scherm("markt-opdracht", "Een opdracht op de markt", "medewerker", "/opdrachtenmarkt/",
           (rf"/opdrachtenmarkt/{UUID}/$",)),
    Scherm("reacties", "Mijn reacties, met de plaats in de procedure", "medewerker",
           "/opdrachtenmarkt/reacties/"),
    Scherm("ppp", "Mijn PPP", "medewerker", "/ppp/", vormen=("desktop", "smal")),
    Scherm("ppp-inzagen", "Wie bekeek mijn profiel", "medewerker", "/ppp/inzagen/"),
    Scherm("ppp-stappen", "Een eerste PPP in stappen", "medewerker", "/ppp/stappen/1/"),
    Scherm("ontwikkeling", "Mijn ontwikkeling", "medewerker", "/ontwikkeling/"),
    Scherm("mijn-gegevens", "Mijn gegevens", "medewerker", "/mijn-gegevens/"),
    Scherm("zoekopdrachten", "Bewaarde zoekopdrachten", "medewerker",
           "/opdrachtenmarkt/zoekopdrachten/"),
    Scherm("agenda", "Mijn agenda", "medewerker", "/agenda/"),
    Scherm("vacatures", "Vacatures op internet", "medewerker", "/openbaar/vacatures/"),
    Scherm("professionals", "Professionals", "medewerker", "/professionals/"),
    Scherm("uitleg", "Zo werkt matchen", "medewerker", "/zo-werkt-matchen/"),
    Scherm("start-pmanager", "Start van een P-manager", "pmanager", "/start/",
           vormen=("desktop", "smal")),
    Scherm("pteam", "Een P-team", "pmanager", "/pteams/", (rf"/pteams/{UUID}/$",)),
    Scherm("mijn-mensen", "Mijn mensen", "pmanager", "/medewerkers/"),
    Scherm("vrij", "Vrij of bijna vrij, met werk dat past", "pmanager", "/vrij/"),
    Scherm("teamplan", "Het teamplan", "pmanager", "/pteams/",
           (rf"/pteams/{UUID}/$", rf"/pteams/{UUID}/teamplan/$"), vormen=("desktop", "print")),
    Scherm("jaarplan", "Het jaarplan", "pmanager", "/jaarplan/"),
    Scherm("talenten", "Talenten van buiten", "pmanager", "/werving/talenten/"),
    Scherm("instemming", "Instemmen met een match", "pmanager", "/procedures/instemmingen/"),
    Scherm("start-aog", "Start van een AOG", "aog", "/start/", vormen=("desktop", "smal")),
    Scherm("matching-bord", "Matching-bord", "aog", "/procedures/"),
    Scherm("procedure", "Een procedure", "aog", "/start/", (rf"/procedures/{UUID}/$",),
           vormen=("desktop", "smal")),
    Scherm("opgaven", "De boom van begroting en opgaven", "domeindirecteur", "/opgaven/"),
    Scherm("opdrachten", "Portefeuille van opdrachten", "domeindirecteur", "/opdrachten/"),
    Scherm("opdracht", "Een opdracht", "aog", "/opdrachten/", (rf"/opdrachten/{UUID}/$",),
           vormen=("desktop", "smal", "print")),
    Scherm("start-domeindirecteur", "Start van een domeindirecteur", "domeindirecteur", "/start/"),
    Scherm("samenhang", "Samenhang in een O-domein", "domeindirecteur", "/samenhang/"),
    Scherm("afhankelijkheden", "Afhankelijkheden tussen opdrachten", "domeindirecteur",
           "/afhankelijkheden/"),
    Scherm("wat-als", "Wat als: een scenario", "secretaris", "/scenarios/",
           (rf"/scenarios/{UUID}/$",)),
    Scherm("beraad", "De bladzijde van een beraad", "secretaris", "/programmeren/",
           vormen=("desktop", "smal")),
    Scherm("afwijkingen", "Afwijkingen: pas toe of leg uit", "directeur-mo", "/afwijkingen/"),
    Scherm("besluitenlijst", "Besluitenlijst van het programmeerberaad",
           "voorzitter-programmeerberaad", "/programmeren/", (rf"/besluitenlijsten/{UUID}/$",),
           vormen=("desktop", "print")),
    Scherm("start-recruiter", "Start van een recruiter", "recruiter", "/start/"),
    Scherm("matchtafel-sessie", "Matchtafel voorbereiden", "voorzitter-matchtafel", "/start/",
           (rf"/matchtafel/{UUID}/$",)),
    Scherm("matchtafel-punt", "Een agendapunt met kandidaten", "voorzitter-matchtafel", "/start/",
           (rf"/matchtafel/{UUID}/$", rf"/matchtafel/punten/{UUID}/$")),
    Scherm("matchtafel-voorstel", "Een voorstel voor de hele agenda", "voorzitter-matchtafel",
           "/start/", (rf"/matchtafel/{UUID}/$",), achter="voorstel/"),
    Scherm("matchtafel", "Matchtafel op het gedeelde scherm", "voorzitter-matchtafel", "/start/",
           (rf"/matchtafel/{UUID}/$",), vormen=("scherm",), achter="scherm/"),
    Scherm("matchtafel-besluiten", "Openbaar overzicht van beslissingen", "medewerker",
           "/matchtafel/besluiten/", vormen=("desktop", "print")),
    Scherm("start-directeur-mo", "Start van een directeur M&O", "directeur-mo", "/start/"),
    Scherm("p-beraad", "Het P-beraad", "directeur-mo", "/p-beraad/"),
    Scherm("capaciteit", "Capaciteit van de organisatie", "directeur-mo", "/capaciteit/",
           vormen=("desktop", "smal")),
    Scherm("vooruitkijken", "Vijf jaar vooruitkijken", "directeur-mo",
           "/capaciteit/vooruitkijken/"),
    Scherm("cijfers", "Cijfers over matching", "directeur-mo", "/procedures/cijfers/"),
    Scherm("domeinen", "Het Professioneel Domeinen Model", "directeur-mo", "/domeinen/"),
    Scherm("teamwijzigingen", "P-teams veranderen", "directeur-mo", "/teamwijzigingen/"),
    Scherm("rechtmatigheid", "Rechtmatigheid van het register", "registerbeheerder",
           "/register/rechtmatigheid/"),
    Scherm("bewijs", "Bewijs: de keten en de ankers", "auditor", "/register/bewijs/"),
    Scherm("mandaten", "De mandaatregeling", "concerncontroller", "/register/mandaten/"),
    Scherm("register", "Opdrachtenregister", "registerbeheerder", "/register/",
           vormen=("desktop", "smal")),
    Scherm("register-opdracht", "Een opdracht in het register", "registerbeheerder",
           "/register/?rol=aog",
           (rf"/register/opdrachten/{UUID}/",)),
    Scherm("bevoegdheid", "Bevoegdheidscheck", "concerncontroller", "/register/bevoegdheid/",
           vormen=("desktop", "print")),
    Scherm("instellingen", "Instellingen met hun bron", "beheer", "/beheer/instellingen/"),
    Scherm("meldingen", "Meldingen", "pmanager", "/meldingen/"),
    Scherm("persoonsgegevens", "Welke persoonsgegevens Inzet bewaart", "medewerker",
           "/persoonsgegevens/"),
    Scherm("woorden", "Woorden", "medewerker", "/woorden/"),
]


class Command(BaseCommand):
    help = "Maak de galerij van schermen in docs/schermen/ uit de draaiende demo."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.INZET_DEMO:
            raise CommandError("Dit kan alleen in de demo.")
        doel = Path(settings.WORTEL) / "docs" / "schermen"
        doel.mkdir(parents=True, exist_ok=True)
        adres = f"http://localhost:{os.environ.get('PORT', '8000')}"
        uit = StringIO()
        call_command("demo_logins", "--json", stdout=uit)
        logins = {rij["rol"]: rij for rij in json.loads(uit.getvalue())}
        regels = ["# Schermen", "", "Getekend uit de demo met `make schermen`.", ""]
        for scherm, bestanden in _tekenen(adres, logins, doel, self.stdout):
            regels += [f"## {scherm.titel}", "", f"Gezien door: {logins[scherm.rol]['titel']}.", ""]
            regels += [f"![{scherm.titel} ({vorm})]({naam})" for vorm, naam in bestanden] + [""]
        (doel / "index.md").write_text("\n".join(regels))


def _tekenen(adres: str, logins: dict, doel: Path, uit: Any) -> Any:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise CommandError("Installeer Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=VLAGGEN)
        bezoeken: dict[str, Any] = {}
        for scherm in SCHERMEN:
            if scherm.rol not in bezoeken:
                bezoeken[scherm.rol] = _inloggen(browser, adres, logins[scherm.rol])
            page = bezoeken[scherm.rol]
            if not _loop_naar(page, scherm):
                uit.write(f"{scherm.naam}: niet gevonden in deze demo")
                continue
            yield scherm, [_foto(page, scherm, vorm, doel) for vorm in scherm.vormen]
            uit.write(f"{scherm.naam}: {page.url.removeprefix(adres)}")
        browser.close()


def _inloggen(browser: Any, adres: str, login: dict) -> Any:
    page = browser.new_context(base_url=adres, locale="nl-NL").new_page()
    page.goto("/account/login/")
    page.fill("input[name=login]", login["gebruiker"])
    page.fill("input[name=password]", login["wachtwoord"])
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(lambda url: "/account/login" not in url)
    return page


def _loop_naar(page: Any, scherm: Scherm) -> bool:
    page.goto(scherm.pad)
    for patroon in scherm.volg:
        hrefs = page.evaluate("() => [...document.links].map(a => a.pathname + a.search)")
        volgende = next((h for h in hrefs if re.match(patroon, h)), None)
        if volgende is None:
            return False
        page.goto(volgende)
    if scherm.achter:
        page.goto(page.url + scherm.achter)
    return True


def _foto(page: Any, scherm: Scherm, vorm: str, doel: Path) -> tuple[str, str]:
    breedte, hoogte = MATEN[vorm]
    page.set_viewport_size({"width": breedte, "height": hoogte})
    page.emulate_media(media="print" if vorm == "print" else "screen")
    page.wait_for_timeout(700)
    naam = f"{scherm.naam}-{vorm}.png"
    page.screenshot(path=doel / naam)
    page.emulate_media(media="screen")
    return vorm, naam
