"""Roles outside the opdrachten, the mandates, and who stands for which role in the demo."""

from datetime import date, timedelta
from random import Random

from demo.maken.gegevens import DOMEINEN, Opgave
from demo.maken.mensen import Mens, Organisatie
from demo.maken.opdrachten import Werk

DMO = "Directeur Mens en Organisatie"
REGELING = "Besluit rollen opgavegerichte organisatie"


def rij(
    rol: str, mens: Mens, soort: str, code: str, begin: date, besluit: str, hoedanigheid: str,
    einde: date | None = None, besloten: date | None = None,
) -> dict[str, str]:
    return {
        "rol": rol, "personeelsnummer": mens.nummer, "objectsoort": soort, "object_code": code,
        "begin": begin.isoformat(), "einde": einde.isoformat() if einde else "",
        "besluit_onderwerp": besluit[:250],
        "besluitdatum": (besloten or begin - timedelta(days=3)).isoformat(),
        "hoedanigheid": hoedanigheid,
    }


def opdrachtrol(rol: str, mens: Mens, werk: Werk, start: date) -> dict[str, str]:
    """At the start of the register all running roles were decided anew."""
    naam = {"aog": "ambtelijk opdrachtgever", "aon": "ambtelijk opdrachtnemer"}[rol]
    return rij(
        rol, mens, "opdracht", werk.code, start, f"Aanwijzing {naam} {werk.naam}", DMO,
        einde=werk.einde if werk.status == "gedechargeerd" else None,
    )


class Rolverdeling:
    """Hands out the roles of the organisation, each to another person."""

    def __init__(self, zaad: int, start: date, organisatie: Organisatie) -> None:
        self.dobbel = Random(f"{zaad}:rollen")
        self.start, self.organisatie = start, organisatie
        self.rijen: list[dict[str, str]] = []
        self.gekozen: set[str] = set()
        self.wie: dict[str, Mens] = {}

    def kies(self, *professies: str) -> Mens:
        """Somebody with the right professie who has no such role yet; P-managers last."""
        for professie in (*professies, "control", "projectmanagement"):
            kan = [
                m for m in self.organisatie.van(professie)
                if m.nummer not in self.gekozen and m.functie != "P-manager"
                and m.in_dienst < self.start and m.uit_dienst is None
            ]
            if kan:
                mens = self.dobbel.choice(kan)
                self.gekozen.add(mens.nummer)
                return mens
        raise LookupError(professies)

    def geef(
        self, rol: str, mens: Mens, soort: str = "geen", code: str = "", als: str = ""
    ) -> None:
        self.rijen.append(rij(
            rol, mens, soort, code, self.start, f"{REGELING}: {als or rol.replace('_', ' ')}",
            "Gedeputeerde Staten" if soort in ("opgave", "odomein", "domein") else "Directieteam",
            besloten=self.start - timedelta(days=4),
        ))

    def verdeel(self, opgaven: list[Opgave], odomeinen: tuple[str, ...]) -> None:
        leiding = self.organisatie.leiding
        self.geef("provinciesecretaris", leiding["ps"])
        self.geef("concerndirecteur", leiding["cd"])
        for code in odomeinen:
            self.geef("domeindirecteur", leiding[f"dd-{code}"], "odomein", code)
        for code in DOMEINEN:
            als = "directeur mens en organisatie"
            self.geef("directeur_mo", leiding[f"dmo-{code}"], "domein", code, als)
        self._gremia(leiding, odomeinen)
        self._ondersteuning(leiding)
        gs = [m for code, m in leiding.items() if code.startswith("gs-") and code != "gs-0"]
        for opgave in opgaven:
            als = "bestuurlijk opdrachtgever"
            self.geef("bog", gs[int(opgave.ambitie) % len(gs)], "opgave", opgave.code, als)

    def _gremia(self, leiding: dict[str, Mens], odomeinen: tuple[str, ...]) -> None:
        kan = [t for t in self.organisatie.teams if t.professie != "personeelsmanagement"]
        pmanagers = sorted({t.pmanager for t in kan})
        op_nummer = {m.nummer: m for m in self.organisatie.mensen}
        for code, mens in {
            "gs": leiding["gs-0"], "dt": leiding["ps"], "p-beraad": leiding["dmo-sturing"],
            "o-beraad": leiding[f"dd-{odomeinen[0]}"], "programmeerberaad": leiding["cd"],
            "matchtafel": op_nummer[pmanagers[0]], "p-overleg": op_nummer[pmanagers[1]],
        }.items():
            self.geef("voorzitter", mens, "gremium", code)
        for code in DOMEINEN:
            self.geef("voorzitter", leiding[f"dmo-{code}"], "gremium", f"p-overleg-{code}")
        self.wie["voorzitter-matchtafel"] = op_nummer[pmanagers[0]]
        for code in ("programmeerberaad", "o-beraad", "p-beraad", "dt"):
            mens = self.kies("bestuursondersteuning", "projectondersteuning", "projectmanagement")
            self.geef("secretaris", mens, "gremium", code)
            if code == "programmeerberaad":
                self.wie["secretaris"] = mens

    def _ondersteuning(self, leiding: dict[str, Mens]) -> None:
        for rol, aantal, professies in (
            ("toetser", 2, ("control",)), ("recruiter", 2, ("hr",)),
            ("registerbeheerder", 2, ("archief", "bestuursondersteuning")),
            ("auditor", 1, ("control",)), ("beheerder", 2, ("informatie",)),
        ):
            for _ in range(aantal):
                mens = self.kies(*professies)
                self.geef(rol, mens)
                self.wie[rol] = mens
        self.geef("concerncontroller", leiding["concerncontroller"])
        self.wie["concerncontroller"] = leiding["concerncontroller"]
        self.wie["voorzitter-programmeerberaad"] = leiding["cd"]


ONDERTEKENEN = "Besluiten en stukken ondertekenen binnen de eigen opdracht"
VERPLICHTING, ONDERTEKENEN_ALS = "Verplichting aangaan", "Ondertekenen"
# role, article, kind of act, text, limit, conditions, limit of a deputy ("nee": not at all), to
# whom it may be passed on and up to what amount
MANDATEN = (
    ("aog", "3.1", VERPLICHTING, "Verplichtingen aangaan binnen het budget van de opdracht",
     "500000", "Binnen de vastgestelde scope; boven de drempel volgt de inkoopkalender.", "250000",
     "aon", "100000"),
    ("aog", "3.2", "Subsidie verlenen", "Subsidies verlenen en vaststellen binnen een regeling",
     "250000", "Alleen voor regelingen die Gedeputeerde Staten hebben vastgesteld.", "nee", "", ""),
    ("aog", "3.3", ONDERTEKENEN_ALS, ONDERTEKENEN, "",
     "Niet voor besluiten aan Provinciale Staten.", "", "team", ""),
    ("aon", "4.1", VERPLICHTING,
     "Verplichtingen aangaan binnen het budget van de (deel)opdracht", "50000",
     "Binnen het jaarplan dat met de AOG is afgesproken.", "50000", "team", "10000"),
    ("aon", "4.2", "Factuur vrijgeven", "Prestaties akkoord verklaren en facturen vrijgeven",
     "100000", "Nooit dezelfde persoon die de bestelling deed.", "100000", "team", "25000"),
    ("aon", "4.3", "Werkopdracht geven", "Werkopdrachten geven binnen lopende raamcontracten",
     "25000", "", "25000", "", ""),
    ("domeindirecteur", "2.1", VERPLICHTING, "Verplichtingen aangaan binnen het O-domein",
     "1500000", "Na advies van business control.", "1500000", "", ""),
    ("domeindirecteur", "2.2", "Opdracht initiëren",
     "Opdrachten initiëren en opdrachtprofielen vaststellen", "", "", "nee", "", ""),
    ("directeur_mo", "5.1", "AOG aanwijzen", "Ambtelijk opdrachtgevers aanwijzen", "",
     "Op basis van een advies.", "", "", ""),
    ("directeur_mo", "5.2", "Externe inhuur", "Externe inhuur aangaan", "300000",
     "Binnen het personeelsbudget.", "100000", "", ""),
    ("provinciesecretaris", "1.1", "Bedrijfsvoering",
     "Alle bevoegdheden van het college in bedrijfsvoering", "", "", "", "", ""),
    ("concerndirecteur", "1.2", "Bedrijfsvoering", "Vervanging van de provinciesecretaris", "", "",
     "nee", "", ""),
)


def mandaatrijen(begin: date) -> list[dict[str, str]]:
    return [
        {"rol": rol, "artikel": f"artikel {artikel}", "handeling": handeling, "omschrijving": tekst,
         "limiet_euro": limiet, "voorwaarden": voorwaarden,
         "bij_waarneming": "nee" if waarnemer == "nee" else "ja",
         "limiet_waarneming": "" if waarnemer == "nee" else waarnemer,
         "ondermandaat_aan": aan, "limiet_ondermandaat": grens, "begin": begin.isoformat(),
         "einde": ""}
        for rol, artikel, handeling, tekst, limiet, voorwaarden, waarnemer, aan, grens in MANDATEN
    ]
