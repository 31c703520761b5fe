"""The main job through the screens, each step by the person who should take it (R400, E01, R274).

From the draft besluitenlijst to inzet and powers in the register; and the other way out, phase 3.
The demo clock lets the waiting time pass.
"""

import json
import re
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

# one demo, one worker
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@dataclass
class Pad:
    """What the steps share: who comes in, and the place that is followed."""

    als: object
    demo: object

    def __post_init__(self) -> None:
        self.paginas: dict[str, object] = {}

    def wie(self, rol: str):
        """The page of this person; confirmations are answered with yes."""
        if rol not in self.paginas:
            page = self.als(rol).page
            page.on("dialog", lambda vraag: vraag.accept())
            self.paginas[rol] = page
        return self.paginas[rol]

    def naam(self, rol: str) -> str:
        return self.demo.logins[rol]["naam"]

    def vraag(self, *regels: str) -> str:
        """Ask the demo something that has no screen, such as who leads whom."""
        kop = (
            "from config.kern import klok",
            "from config.kern.models import Gebruiker",
            "from pdomein.models import Medewerker",
            "from pdomein.queries import pmanager_van",
        )
        return self.demo.manage("shell", "-v", "0", "-c", "\n".join([*kop, *regels])).strip()

    def pmanager_van(self, rol: str) -> str:
        """The own P-manager of somebody, as a person who can sign in."""
        gebruiker = self.demo.logins[rol]["gebruiker"]
        antwoord = self.vraag(
            f"m = Medewerker.objects.get(gebruiker__username={gebruiker!r})",
            "p = pmanager_van(m, klok.vandaag()).gebruiker",
            "import json; print(json.dumps([p.username, p.naam]))",
        )
        username, naam = json.loads(antwoord)
        bekend = next(
            (r for r, rij in self.demo.logins.items() if rij["gebruiker"] == username), None
        )
        if bekend:
            return bekend
        self.vraag(
            f"p = Gebruiker.objects.get(username={username!r})",
            "p.set_password('inzet-demo'); p.save()",
        )
        sleutel = f"pmanager van {rol}"
        self.demo.logins[sleutel] = {
            "rol": sleutel, "gebruiker": username, "naam": naam, "wachtwoord": "inzet-demo",
        }
        return sleutel

    def vandaag(self) -> date:
        return date.fromisoformat(self.vraag("print(klok.vandaag().isoformat())"))

    def ga_vooruit(self, werkdagen: int) -> None:
        """The beheerder moves the demo clock; what is due is handled as beat would."""
        page = self.wie("beheer")
        for _ in range(werkdagen):
            page.goto("/beheer/")
            page.get_by_role("button", name="Ga 1 werkdag vooruit").click()
            page.wait_for_load_state()
        self.demo.manage("termijnen_verwerken")


@pytest.fixture
def pad(als, demo) -> Pad:
    return Pad(als, demo)


def klik(page, naam: str) -> None:
    """The button or link with this name, in the page itself."""
    patroon = re.compile(naam)
    doel = page.locator("main").get_by_role("button", name=patroon).or_(
        page.locator("main").get_by_role("link", name=patroon)
    )
    doel.first.click()
    page.wait_for_load_state()


def verstuur(page) -> None:
    """Send the form of this page; nothing on it may be refused."""
    page.locator("main form[method=post] button").last.click()
    page.wait_for_load_state()
    assert fouten_op(page) == []


def vul(page, **velden: str) -> None:
    for naam, waarde in velden.items():
        page.locator(f"main form [name={naam}]").first.fill(waarde)


def fouten_op(page) -> list[str]:
    return page.locator(
        "main .utrecht-form-field-error-message, main [role=alert]"
    ).all_inner_texts()


def staat(page, tekst: str) -> None:
    inhoud = page.locator("main").inner_text()
    assert re.search(tekst, inhoud), f"“{tekst}” staat niet op {page.url}:\n{inhoud[:1500]}"


def procedure(page, zoek: str, plaats: str) -> str:
    """Open one procedure from the board; gives its address."""
    page.goto(f"/procedures/?van=alle&zoek={zoek}")
    klik(page, plaats)
    return page.url


def stem_in(page, opdracht: str) -> None:
    """Say yes to the match for this opdracht, from the start page in three clicks (R356)."""
    page.goto("/start/")
    vraag = page.locator("main .inzet-werklijst li").filter(has_text=opdracht)
    vraag.get_by_role("link", name=re.compile("Antwoord geven")).first.click()
    page.wait_for_load_state()
    page.locator("main input[name=antwoord][value=ja]").check()
    verstuur(page)


def sessie(pad: Pad, procedurenaam: str) -> str:
    """Plan a session for today with the recruiter, and put this item on its agenda."""
    page = pad.wie("voorzitter-matchtafel")
    page.goto("/matchtafel/plannen/")
    vul(page, datum=pad.vandaag().isoformat())
    page.select_option("[name=voorzitter]", label=pad.naam("voorzitter-matchtafel"))
    page.get_by_label(pad.naam("recruiter")).check()
    klik(page, "Plan de sessie")
    agenda = page.url
    page = pad.wie("recruiter")
    page.goto(agenda)
    klik(page, f"Zet op de agenda.*{re.escape(procedurenaam)}")
    klik(page, f"^{re.escape(procedurenaam)}")
    return page.url


def beslis(pad: Pad, punt: str, kandidaat: str, uitkomst: str) -> None:
    """The chair opens, chooses, gives the outcome with its reason, and closes."""
    page = pad.wie("voorzitter-matchtafel")
    page.goto(punt)
    klik(page, "De agenda")
    zitting = page.url
    klik(page, "Open de sessie")
    page.goto(f"{punt}uitkomst-vastleggen/")
    page.locator(f"main [name=uitkomst][value={uitkomst}]").check()
    if kandidaat:
        page.locator("main form").get_by_label(re.compile(kandidaat)).check()
    vul(page, motivering="Ervaring, uren en wens passen bij elkaar.")
    if page.locator("main [name=motivering_niveau]").count():
        vul(page, motivering_niveau="Een schaal verschil, met begeleiding.")
    verstuur(page)
    page.goto(f"{zitting}sluiten/")
    klik(page, "Sluit de sessie")
    staat(page, "Verslag|verslag")


def test_the_main_job_from_besluitenlijst_to_powers(pad):
    """E01, R220, R232, R250, R253, R288, R291: every step on the screen of who takes it."""
    pad.ga_vooruit(1)

    # the programmeerberaad adopts a list with a new dynamic opdracht
    page = pad.wie("voorzitter-programmeerberaad")
    page.goto("/programmeren/")
    klik(page, "^Concept")
    kop = page.get_by_text(re.compile("^Nieuwe opdracht: ")).first.inner_text()
    opdracht = kop.removeprefix("Nieuwe opdracht: ").strip()
    klik(page, "Besluitenlijst vaststellen")
    staat(page, "Vastgesteld")
    pad.demo.manage("termijnen_verwerken")

    # the AOG: advice of the table, choice by the domeindirecteur, designation with besluit
    aog = pad.wie("aog")
    punt = sessie(pad, f"Ambtelijk opdrachtgever voor {opdracht}")
    page = pad.wie("recruiter")
    page.goto(f"{punt}kandidaat-plaatsen/?zoek={pad.naam('aog')}")
    klik(page, pad.naam("aog"))
    vul(page, argument="Kent het bestuur en heeft ruimte.")
    verstuur(page)
    staat(page, pad.naam("aog"))
    beslis(pad, punt, pad.naam("aog"), "advies")

    page = pad.wie("domeindirecteur")
    aog_procedure = procedure(page, opdracht, "opdrachtgever")
    klik(page, "AOG kiezen")
    page.locator("main form").get_by_label(re.compile(pad.naam("aog"))).check()
    vandaag = pad.vandaag()
    vul(page, begin=vandaag.isoformat(), motivatie_matrix="Werkt al een jaar op dit niveau.")
    verstuur(page)
    stem_in(aog, opdracht)
    stem_in(pad.wie(pad.pmanager_van("aog")), opdracht)

    page = pad.wie("directeur-mo")
    page.goto(aog_procedure)
    klik(page, "^Aanwijzen")
    verstuur(page)
    staat(page, "Gematcht")

    # the AON
    aon_procedure = procedure(aog, opdracht, "opdrachtnemer")
    klik(aog, "AON voorstellen")
    stel_voor(aog, pad.naam("aon"), vandaag)
    stem_in(pad.wie("aon"), opdracht)
    stem_in(pad.wie(pad.pmanager_van("aon")), opdracht)
    page.goto(aon_procedure)
    klik(page, "^Aanwijzen")
    verstuur(page)
    staat(page, "Gematcht")

    # a place in the team: TRO, phase 0, phase 1
    plek = plaats_van(aog, opdracht)
    titel = aog.locator("main h1").first.inner_text()
    klik(aog, "TRO bewerken")
    begin = vandaag + timedelta(days=40)
    vul(aog, begin=begin.isoformat(), tot_en_met=(begin + timedelta(days=200)).isoformat())
    verstuur(aog)
    aog.goto(plek)
    klik(aog, "Delen met P-teams")
    team = pad.vraag(
        "from pdomein.queries import pteam_van",
        f"m = Medewerker.objects.get(gebruiker__username="
        f"{pad.demo.logins['medewerker']['gebruiker']!r})",
        "print(pteam_van(m, klok.vandaag()).naam)",
    )
    passend = aog.get_by_label(re.compile(f"^{re.escape(team)}"))
    if passend.count():
        passend.first.check()
    else:
        aog.select_option("[name=anders]", label=team)
    verstuur(aog)
    staat(aog, "informeel matchen")
    page = pad.wie("pmanager")
    page.goto("/start/")
    klik(page, f"^{re.escape(titel)}")
    klik(page, "Antwoorden")
    page.locator("main input[name=antwoord][value=nee]").check()
    verstuur(page)

    aog.goto(plek)
    klik(aog, "Publiceren op de opdrachtenmarkt")
    verstuur(aog)
    staat(aog, "opdrachtenmarkt")

    # the market shows it; a medewerker reacts with the PPP attached
    page = pad.wie("medewerker")
    page.goto(f"/opdrachtenmarkt/?zoek={opdracht}")
    klik(page, re.escape(titel))
    klik(page, "^Reageren")
    staat(page, "(?i)kennis")
    vul(page, toelichting="Dit is precies het werk dat ik wil leren.")
    verstuur(page)
    page.goto("/opdrachtenmarkt/reacties/")
    staat(page, re.escape(opdracht))

    # not on a table before five whole working days have passed
    page = pad.wie("recruiter")
    page.goto("/matchtafel/")
    agenda = page.locator("main a[href^='/matchtafel/']").filter(
        has_text=re.compile(r"\d{4}")
    ).first.get_attribute("href")
    page.goto(f"{agenda}agenda/")
    staat(page, f"(?s){re.escape(titel)}.*niet eerder dan")
    pad.ga_vooruit(5)
    aog.goto(plek)
    staat(aog, "Fase 1")
    pad.ga_vooruit(1)
    aog.goto(plek)
    staat(aog, "Fase 2: matchtafel")

    # the table chooses; two consents; inzet and register
    punt = sessie(pad, titel)
    beslis(pad, punt, pad.naam("medewerker"), "gematcht")
    stem_in(pad.wie("medewerker"), opdracht)
    stem_in(pad.wie("pmanager"), opdracht)
    aog.goto(plek)
    staat(aog, "Gematcht")

    # the register answers, with the powers of the mandate
    page = pad.wie("concerncontroller")
    page.goto(f"/register/?zoek={opdracht}")
    staat(page, re.escape(opdracht))
    for rol in ("aog", "aon"):
        bevoegd(pad, page, rol, opdracht)


def stel_voor(page, naam: str, begin: date) -> None:
    keuze = page.locator("main form [name=medewerker]")
    if keuze.evaluate("e => e.tagName") == "SELECT":
        keuze.select_option(label=naam)
    else:
        keuze.fill(naam)
    vul(
        page, begin=begin.isoformat(), motivatie_organisatie="Kent het gebied en de partners.",
        motivatie_persoon="Wil deze stap zetten.",
    )
    verstuur(page)


def plaats_van(page, opdracht: str) -> str:
    """The first team place of this opdracht, by its page."""
    page.goto(f"/procedures/?van=alle&route=team&zoek={opdracht}")
    eerste = page.locator("main table a[href^='/procedures/']").first
    eerste.click()
    page.wait_for_load_state()
    return page.url


def bevoegd(pad: Pad, page, rol: str, opdracht: str) -> None:
    """R187, R195: one question, one answer, with the decision and the powers of the mandate."""
    page.goto("/register/bevoegdheid/")
    vul(
        page, persoon=pad.naam(rol), opdracht=opdracht, datum=pad.vandaag().isoformat(),
        bedrag="20000",
    )
    klik(page, "Controleer")
    staat(page, rf"Ja\. {re.escape(pad.naam(rol))} was")
    staat(page, "artikel")


def test_the_other_way_out(pad):
    """R274, R275, R281: phase 3 with its file; longer than a year asks for an explanation."""
    page = pad.wie("pmanager")
    page.goto("/procedures/?van=alle&fase=extern")
    page.locator("main table a[href^='/procedures/']").first.click()
    page.wait_for_load_state()
    klik(page, "Externe werving openen")
    begin = pad.vandaag() + timedelta(days=30)
    kies(page, "soort", "inlening")
    kies(page, "reden", "niet_tijdig")
    page.select_option("main [name=pteam]", index=1)
    vul(
        page, motivering="Een partner heeft iemand met deze kennis.",
        partner="gemeente Oosterwaard", begin=begin.isoformat(),
        tot_en_met=(begin + timedelta(days=430)).isoformat(),
    )
    page.locator("main [name=vwnw_bekeken]").check()
    page.locator("main form[method=post] button").last.click()
    page.wait_for_load_state()
    staat(page, "hooguit een jaar")
    vul(page, uitleg_langer_dan_jaar="Tot de oplevering is dezelfde persoon nodig.")
    verstuur(page)
    staat(page, "Collegiale inlening")
    staat(page, "[Dd]ossier")


def kies(page, naam: str, waarde: str) -> None:
    veld = page.locator(f"main [name={naam}]").first
    if veld.evaluate("e => e.tagName") == "SELECT":
        veld.select_option(waarde)
    else:
        page.locator(f"main [name={naam}][value={waarde}]").check()
