"""The work: running, stable, new and finished opdrachten with what they ask of people."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from demo.maken.gegevens import Opgave, Thema, begroting, professies
from demo.maken.omvang import Omvang
from demo.maken.teksten import GEBIEDEN, Schrijver

ALGEMEEN = ("projectmanagement", "planologie", "ecologie")
FASEN = ("initiatief", "verkenning", "planuitwerking", "realisatie", "afronding")
DELEN = (
    ("onderzoek en ontwerp", "een onderzoek met ontwerp en raming voor {gebied}"),
    ("participatie en omgeving", "een gesprek met {gebied} dat in het besluit terugkomt"),
    ("voorbeeldproject {gebied}", "een uitgevoerd voorbeeld in {gebied} met geleerde lessen"),
    ("monitoring en evaluatie", "een set kengetallen met een eerste meting in {gebied}"),
    ("financiën en subsidie", "een sluitende dekking met afspraken per partner"),
    ("juridische uitwerking", "een regeling die standhoudt bij bezwaar"),
)
VROEGER = (
    ("Verkenning: {naam}", "een verkenning met drie varianten voor “{naam}”"),
    ("Startnotitie: {naam}", "een startnotitie voor “{naam}” met rollen, geld en planning"),
    ("Evaluatie vorige periode: {naam}", "een evaluatie van “{naam}” met aanbevelingen"),
    ("Voorbereiding: {naam}", "een afgeronde voorbereiding van “{naam}”"),
)
MANDATEN = (
    "De AOG beslist over het materiële budget van {geld} euro binnen de mandaatregeling.",
    "Verplichtingen tot {geld} euro in totaal; inhuur loopt via de directeur M&O.",
    "De AOG tekent voor uitgaven tot {geld} euro, de AON voor facturen binnen het jaarplan.",
)
KEUZES = (
    "Eerst samen met {partner} kiezen, daarna pas uitwerken.",
    "Kwaliteit gaat voor snelheid; uitbreiding van het werk vraagt een nieuwe scope.",
    "We doen zelf de regie en vragen {partner} voor de uitvoering.",
    "Bij tegenvallers vervalt eerst wat {partner} later zelf kan doen.",
)


@dataclass(slots=True)
class Werk:
    """One opdracht as the file holds it, and what the generator still needs of it."""

    code: str
    naam: str
    opgave: Opgave
    thema: Thema
    status: str
    label: str
    begin: date
    einde: date | None
    boven: str = ""
    fase: str = ""
    fte: float = 2.0
    prioriteit: int = 3
    teksten: dict[str, str] = field(default_factory=dict)
    lijst: int = 0  # which meeting of the programmeerberaad adopts it; 0 is none
    vragen: list[dict[str, str]] = field(default_factory=list)


def opgaven(omvang: Omvang) -> list[Opgave]:
    alle = begroting().opgaven
    return [o for o in alle if o.code in omvang.opgaven] if omvang.opgaven else alle


class _Maker:
    def __init__(self, zaad: int, vandaag: date, omvang: Omvang) -> None:
        self.dobbel = Random(f"{zaad}:opdrachten")
        self.vandaag, self.omvang = vandaag, omvang
        self.start = omvang.start(vandaag)
        self.werk: list[Werk] = []
        self.gebruikt: set[str] = set()

    def maak(self) -> list[Werk]:
        for opgave in opgaven(self.omvang):
            schrijver = self._schrijver(opgave)
            for n, thema in enumerate(opgave.themas[: self.omvang.themas_per_opgave], start=1):
                werk = self._lopend(f"{opgave.code}-{n:02d}", opgave, thema)
                werk.teksten = schrijver.schrijf(thema)
                self.werk.append(werk)
        self._nieuwe_kiezen()
        self._delen()
        self._vroegere()
        return self.werk

    def _schrijver(self, opgave: Opgave) -> Schrijver:
        vakken = [professies()[v].naam for v in opgave.professies]
        return Schrijver(self.dobbel, opgave, vakken, self.gebruikt)

    def _lopend(self, code: str, opgave: Opgave, thema: Thema) -> Werk:
        if opgave.label == "stabiel":
            begin, einde, fase = date(self.start.year - 2, 1, 1), None, "doorlopend"
        else:
            begin = (self.start - timedelta(days=self.dobbel.randint(20, 600))).replace(day=1)
            einde = (self.vandaag + timedelta(days=self.dobbel.randint(70, 900))).replace(day=1)
            fase = self.dobbel.choice(FASEN[1:4])
        return Werk(
            code, thema.naam, opgave, thema, "in_uitvoering", opgave.label, begin, einde,
            fase=fase, fte=self.dobbel.choice((2, 3, 4, 5, 6, 8)),
            prioriteit=self.dobbel.choice((1, 2, 2, 3, 3, 3, 4)),
        )

    def _nieuwe_kiezen(self) -> None:
        """Some dynamic opdrachten are new this year: they are programmed one list at a time."""
        kan = [
            w for w in self.werk
            if w.label == "dynamisch" and w.opgave.odomein != "dbi"
            and w.code.endswith(("02", "03", "04"))
        ]
        aantallen = [*self.omvang.per_lijst, self.omvang.nieuw_nu]
        gekozen = self._vaakst_achteraan(self.dobbel.sample(kan, min(sum(aantallen), len(kan))))
        for lijst, aantal in enumerate(aantallen, start=1):
            for werk in [gekozen.pop(0) for _ in range(min(aantal, len(gekozen)))]:
                self._nieuw(werk, lijst)
        for werk in self.dobbel.sample([w for w in kan if w.lijst == 0], self.omvang.nieuw_nu // 2):
            werk.status, werk.fase = "concept", "initiatief"
            werk.begin = (self.vandaag + timedelta(days=90)).replace(day=1)
            werk.einde = (werk.begin + timedelta(days=540)).replace(day=1)

    def _nieuw(self, werk: Werk, lijst: int) -> None:
        dag = self.start + (self.vandaag - self.start) * lijst // (self.omvang.lijsten + 1)
        werk.lijst, werk.status, werk.fase = lijst, "profiel_vastgesteld", "initiatief"
        werk.begin = (dag + timedelta(days=45)).replace(day=1)
        werk.einde = (dag + timedelta(days=self.dobbel.randint(420, 800))).replace(day=1)
        werk.vragen = list(self._vragen(werk))

    def _vaakst_achteraan(self, gekozen: list[Werk]) -> list[Werk]:
        """The last two lists begin with work of the O-domein that has most of it."""
        laatste, nu = self.omvang.per_lijst[-1], self.omvang.nieuw_nu
        telling = Counter(w.opgave.odomein for w in gekozen)
        vaakst = min(telling, key=lambda d: (-telling[d], d))
        bij = [w for w in gekozen if w.opgave.odomein == vaakst][:4]
        rest = [w for w in gekozen if w not in bij]
        eind = len(gekozen) - laatste - nu
        return [
            *rest[:eind], *bij[:2], *rest[eind:eind + laatste - 2], *bij[2:],
            *rest[eind + laatste - 2:],
        ]

    def _vragen(self, werk: Werk):
        """AOG, AON and one to three kinds of places in the team (R217)."""
        basis = {
            "opdracht_code": werk.code, "begin": werk.begin.isoformat(),
            "einde": werk.einde.isoformat() if werk.einde else "", "aantal": "1",
        }
        yield basis | {
            "plaats": "aog", "professie_code": "opdrachtgeverschap", "fte": self.omvang.fte_aog,
            "omschrijving": f"Ambtelijk opdrachtgever {werk.naam}"[:200], "schaal_van": "13",
            "schaal_tot": "15", "competenties": "opdrachtgeverschap:4:3:ja|bestuursadvies:3:2:nee",
        }
        yield basis | {
            "plaats": "aon", "professie_code": "projectmanagement", "fte": self.omvang.fte_aon,
            "omschrijving": f"Ambtelijk opdrachtnemer {werk.naam}"[:200], "schaal_van": "10",
            "schaal_tot": "13", "competenties": "projectmanagement:4:3:ja|risicomanagement:3:2:nee",
        }
        bestaand = set(self.omvang.teams(professies()))
        vakken = [v for v in werk.opgave.professies if v in bestaand]
        recent = self.omvang.is_recent(werk.lijst)
        aantallen = self.omvang.plaatsen_nu if recent else self.omvang.plaatsen
        if len(vakken) < max(aantallen):
            vakken += [v for v in ALGEMEEN if v in bestaand and v not in vakken]
        for code in self.dobbel.sample(vakken, self.dobbel.choice(aantallen)):
            p = professies()[code]
            functie = self.dobbel.choice(p.functies)
            eisen = [
                f"{c}:{self.dobbel.choice((3, 3, 4))}:{gewicht}:{'ja' if gewicht == 3 else 'nee'}"
                for c, gewicht in zip(p.competenties, (3, 2, 1), strict=False)
            ]
            yield basis | {
                "plaats": "team", "professie_code": code,
                "omschrijving": f"{functie.naam} voor {werk.naam}"[:200],
                "fte": self.dobbel.choice(self.omvang.fte_plaats),
                "schaal_van": str(functie.laag), "schaal_tot": str(functie.hoog),
                "competenties": "|".join(eisen),
            }

    def _delen(self) -> None:
        kan = [w for w in self.werk if w.status == "in_uitvoering"]
        for boven in self.dobbel.sample(kan, min(self.omvang.deelopdrachten, len(kan))):
            schrijver = self._schrijver(boven.opgave)
            gebied = self.dobbel.choice(GEBIEDEN)
            gebied = next((g for g in GEBIEDEN if g in boven.naam), gebied)
            naam, product = (d.format(gebied=gebied) for d in self.dobbel.choice(DELEN))
            thema = Thema(f"{boven.naam}: {naam}", product)
            self.werk.append(Werk(
                f"{boven.code}-A", thema.naam, boven.opgave, thema, "in_uitvoering", boven.label,
                boven.begin, boven.einde, boven=boven.code, fase=boven.fase, fte=1.0,
                teksten=schrijver.schrijf(thema),
            ))

    def _vroegere(self) -> None:
        kan = [w for w in self.werk if w.label == "dynamisch" and not w.boven]
        for n, bron in enumerate(self.dobbel.sample(kan, min(self.omvang.afgerond, len(kan)))):
            schrijver = self._schrijver(bron.opgave)
            vorm, product = self.dobbel.choice(VROEGER)
            thema = Thema(vorm.format(naam=bron.naam), product.format(naam=bron.naam))
            einde = (self.start - timedelta(days=self.dobbel.randint(30, 500))).replace(day=1)
            if n % 2:  # ended in the past year: its roles stand in the register
                einde = (self.vandaag - timedelta(days=self.dobbel.randint(40, 300))).replace(day=1)
            begin = (einde - timedelta(days=self.dobbel.randint(240, 700))).replace(day=1)
            self.werk.append(Werk(
                f"{bron.code}-V", thema.naam, bron.opgave, thema, "gedechargeerd", "dynamisch",
                begin, einde, fase="afgerond", fte=2.0, teksten=schrijver.schrijf(thema),
            ))


def maak_werk(zaad: int, vandaag: date, omvang: Omvang) -> list[Werk]:
    return _Maker(zaad, vandaag, omvang).maak()


def opdrachtrij(werk: Werk, dobbel: Random) -> dict[str, str]:
    begroot = not werk.boven and not werk.code.endswith("-V")
    geld = dobbel.randrange(40, 2_400) * 1_000
    motivatie = "Deze opdracht is een deel van het bovenliggende product in de begroting."
    if werk.status == "gedechargeerd":
        motivatie = "Deze opdracht liep in een eerder begrotingsjaar onder een vervallen code."
    return {
        "code": werk.code, "naam": werk.naam, "opgave_code": werk.opgave.code,
        "bovenliggende_code": werk.boven,
        "soort": "product" if werk.label == "stabiel" else "deelproduct" if werk.boven else
        "investering" if werk.thema.naam.startswith(("Reconstructie", "Vervanging", "Fietsbrug"))
        else "product",
        "begrotingscode": werk.code.replace("-", ".") if begroot else "",
        "motivatie_afwijking_begroting": "" if begroot else motivatie,
        "label": werk.label, "status": werk.status, "fase": werk.fase, **werk.teksten,
        "past_in_portefeuille": f"Draagt bij aan de opgave “{werk.opgave.naam}”.",
        "mandaat": dobbel.choice(MANDATEN).format(geld=f"{geld:,}".replace(",", ".")),
        "strategische_keuzes": dobbel.choice(KEUZES).format(partner=werk.opgave.partners[0]),
        "budget_materieel": str(geld), "capaciteit_fte": f"{werk.fte:.2f}",
        "begin": werk.begin.isoformat(), "einde": werk.einde.isoformat() if werk.einde else "",
        "prioriteit": str(werk.prioriteit),
    }
