"""Who holds which role and who works where, within everybody's capacity (R138, R240)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from random import Random

from demo.maken.mensen import Mens, Organisatie
from demo.maken.omvang import Omvang
from demo.maken.opdrachten import Werk
from demo.maken.rollen import opdrachtrol
from register.domain.capaciteit import Last, laagste_vrij

OPDRACHTGEVERS = {
    "bereikbaarheid": "Opdrachtgevers infrastructuur", "ruimte": "Opdrachtgevers ruimte en wonen",
    "landelijk": "Opdrachtgevers landelijk gebied", "water": "Opdrachtgevers landelijk gebied",
    "energie": "Opdrachtgevers energie en economie",
    "economie": "Opdrachtgevers energie en economie",
    "bedrijfsvoering": "Opdrachtgevers bedrijfsvoering",
}
TREKKERS = ("projectmanagement", "programmamanagement", "procesmanagement")
SOORTEN = ("vol", "deels", "bijna", "vrij")
STAP = Decimal("0.05")
BROKKEN = [Decimal(f"0.{n}") for n in (20, 30, 40, 50, 60, 90)]


@dataclass(slots=True)
class Bemensing:
    rollen: list[dict[str, str]] = field(default_factory=list)
    inzet: list[dict[str, str]] = field(default_factory=list)
    aog: dict[str, str] = field(default_factory=dict)
    aon: dict[str, str] = field(default_factory=dict)
    vrij: dict[str, Decimal] = field(default_factory=dict)


class _Maker:
    def __init__(
        self, zaad: int, vandaag: date, omvang: Omvang, organisatie: Organisatie,
        werk: list[Werk], niet: set[str],
    ) -> None:
        """``niet`` have a role of the whole organisation: they get no opdracht of their own."""
        self.niet = niet
        self.dobbel = Random(f"{zaad}:bemensing")
        self.vandaag, self.start = vandaag, omvang.start(vandaag)
        self.organisatie, self.werk, self.vulling = organisatie, werk, omvang.vulling
        self.lasten: dict[str, list[Last]] = defaultdict(list)
        self.op: dict[tuple[str, str], bool] = {}
        self.uit = Bemensing()
        self.drukte: dict[str, int] = defaultdict(int)

    def vrij(self, m: Mens, begin: date, einde: date | None) -> Decimal:
        eigen = [*self.lasten[m.nummer], Last(date(2000, 1, 1), None, m.fte * m.pct / 100)]
        ruim = laagste_vrij(
            aanstelling=m.fte, ontwikkel_pct=10, lasten=eigen, begin=begin, einde=einde
        )
        return ruim.quantize(Decimal("0.01"), ROUND_FLOOR)

    # roles on opdrachten

    def rollen_op_opdrachten(self) -> None:
        loopt = ("in_uitvoering", "gedechargeerd")
        for werk in self.werk:
            if werk.status not in loopt or (werk.einde and werk.einde <= self.start):
                continue
            if not werk.boven:
                self._aog(werk)
            self._aon(werk)

    def _aog(self, werk: Werk) -> None:
        mens, fte = self._aog_van(werk)
        if mens is None:
            return
        self.uit.rollen.append(opdrachtrol("aog", mens, werk, self.start))
        self.uit.aog[werk.code] = mens.nummer
        if fte:
            self.inzetten(mens, werk, "aog", fte, self.start, werk.einde)

    def _aog_van(self, werk: Werk) -> tuple[Mens | None, Decimal]:
        leiding = self.organisatie.leiding
        if werk.opgave.odomein == "dbi":  # the director of DBI is AOG of all its opdrachten (R322)
            return leiding["dmo-realisatie"], Decimal(0)
        if werk.opgave.odomein == "dt":
            return leiding["aog-control"], Decimal("0.05")
        allen = self.organisatie.van("opdrachtgeverschap")
        vak = OPDRACHTGEVERS[werk.opgave.odomein]
        kring = [m for m in allen if m.specialisme == vak] or allen
        if werk.fte >= 6:
            kring = [m for c, m in leiding.items() if c.startswith("pd-")] or kring
        return self._rustigste(kring, werk, Decimal("0.10"), anders=allen), Decimal("0.10")

    def _aon(self, werk: Werk) -> None:
        kring: list[Mens] = []
        if werk.opgave.odomein == "dbi":  # former heads of eenheden may be AON (R323)
            teams = [t for t in self.organisatie.teams if t.professie in werk.opgave.professies]
            nummers = {t.pmanager for t in teams}
            kring = [m for m in self.organisatie.mensen if m.nummer in nummers and m.schaal != 16]
        if not kring and werk.label == "dynamisch" and not werk.boven:
            kring = [m for code in TREKKERS for m in self.organisatie.van(code)]
        if not kring:
            kring = [m for code in werk.opgave.professies for m in self.organisatie.van(code)]
        kring = [m for m in kring if m.groep != "operatie"] or self.organisatie.van(TREKKERS[0])
        fte = Decimal("0.20") if werk.boven or werk.label == "stabiel" else Decimal("0.30")
        mens = self._rustigste(kring, werk, fte, anders=self.organisatie.van(TREKKERS[0]))
        if mens is None:
            return
        self.uit.rollen.append(opdrachtrol("aon", mens, werk, self.start))
        self.uit.aon[werk.code] = mens.nummer
        self.inzetten(mens, werk, "aon", fte, self.start, werk.einde)

    def _rustigste(
        self, kring: list[Mens], werk: Werk, fte: Decimal, anders: list[Mens]
    ) -> Mens | None:
        for groep in (kring, anders):
            kan = [
                m for m in groep
                if m.in_dienst <= self.start and m.uit_dienst is None
                and m.nummer not in self.niet and self.vrij(m, self.start, werk.einde) >= fte
            ]
            if kan:
                minst = min(self.drukte[m.nummer] for m in kan)
                mens = self.dobbel.choice([m for m in kan if self.drukte[m.nummer] == minst])
                self.drukte[mens.nummer] += 1
                return mens
        return None

    # inzet

    def inzetten(
        self, m: Mens, werk: Werk, rol: str, fte: Decimal, begin: date, einde: date | None
    ) -> None:
        if (m.nummer, werk.code) in self.op:
            return
        self.op[m.nummer, werk.code] = True
        self.lasten[m.nummer].append(Last(begin, einde, fte))
        besluit = begin if begin > self.start else self.start
        self.uit.inzet.append({
            "personeelsnummer": m.nummer, "opdracht_code": werk.code, "teamrol": rol,
            "fte": str(fte), "begin": begin.isoformat(),
            "einde": einde.isoformat() if einde else "", "resultaat": self._resultaat(werk, rol),
            "besluitdatum": (besluit - timedelta(days=3)).isoformat(),
        })

    def _resultaat(self, werk: Werk, rol: str) -> str:
        product = werk.thema.product
        vormen = {
            "aog": (f"Sturing op {product}",), "aon": (f"Oplevering van {product}",),
            "toeleveraar": (f"Advies over {product}", f"Bijdrage op afroep aan {product}"),
            "teamlid": (f"Bijdrage aan {product}", f"Uitgewerkt onderdeel van {product}"),
        }
        return self.dobbel.choice(vormen[rol])[:250]

    def teams(self) -> None:
        per_vak: dict[str, list[Werk]] = defaultdict(list)
        for werk in self.werk:
            if werk.status == "in_uitvoering":
                for vak in werk.opgave.professies:
                    per_vak[vak].append(werk)
        ieder = [w for w in self.werk if w.status == "in_uitvoering"]
        for mens in self.organisatie.mensen:
            if mens.dienstverband == "bestuur" or not (mens.professie and mens.pteam):
                continue
            self._vul(mens, per_vak.get(mens.professie) or ieder)

    def _vul(self, m: Mens, kan: list[Werk]) -> None:
        soort = self.dobbel.choices(SOORTEN, self.vulling)[0]
        if m.professie == "opdrachtgeverschap" or m.professie in TREKKERS:
            soort = self.dobbel.choices(("vol", "deels", "bijna"), (25, 65, 10))[0]
        begin = max(self.start, _maandag(m.in_dienst))
        ruim = self.vrij(m, begin, None)
        deel = {"deels": self.dobbel.uniform(0.35, 0.7)}.get(soort, self.dobbel.uniform(0.86, 1))
        doel = Decimal(f"{float(ruim) * deel:.2f}")
        for fte in self._brokken(doel):
            self._reeks(m, kan, fte, begin, soort)

    def _brokken(self, doel: Decimal) -> list[Decimal]:
        brokken = []
        while doel >= Decimal("0.10"):
            fte = min(doel, self.dobbel.choice(BROKKEN))
            fte = (fte / STAP).to_integral_value(ROUND_FLOOR) * STAP
            brokken.append(fte)
            doel -= fte
        return brokken

    def _reeks(self, m: Mens, kan: list[Werk], fte: Decimal, begin: date, soort: str) -> None:
        """One or two stretches of work after each other in the past year."""
        wissel = None
        if self.dobbel.random() < 0.4 or soort == "vrij":
            wissel = _maandag(begin + timedelta(days=self.dobbel.randint(60, 330)))
            if wissel <= begin + timedelta(days=14) or wissel >= self.vandaag:
                wissel = None
        if wissel:
            self._plaats(m, kan, fte, begin, wissel)
            begin = wissel
        if soort != "vrij":
            einde = None
            if soort == "bijna":
                einde = self.vandaag + timedelta(days=self.dobbel.randint(8, 58))
            self._plaats(m, kan, fte, begin, einde)

    def _plaats(
        self, m: Mens, kan: list[Werk], fte: Decimal, begin: date, einde: date | None
    ) -> None:
        kan = [w for w in kan if (m.nummer, w.code) not in self.op]
        if not kan:
            return
        werk = self.dobbel.choice(kan)
        grens = [d for d in (einde, m.uit_dienst, werk.einde) if d]
        if einde is None and werk.label == "dynamisch" and self.dobbel.random() < 0.5:
            straks = self.vandaag + timedelta(days=self.dobbel.randint(95, 420))
            grens.append(straks.replace(day=1))
        tot = min(grens) if grens else None
        if tot is not None and tot <= begin:
            return
        if self.vrij(m, begin, tot) < fte:
            return
        rol = "toeleveraar" if fte <= Decimal("0.20") else "teamlid"
        self.inzetten(m, werk, rol, fte, begin, tot)


def _maandag(dag: date) -> date:
    """The first Monday of the month after ``dag``: new inzet starts once a month."""
    volgende = (dag.replace(day=1) + timedelta(days=32)).replace(day=1)
    return volgende + timedelta(days=-volgende.weekday() % 7)


def bemens(
    zaad: int, vandaag: date, omvang: Omvang, organisatie: Organisatie, werk: list[Werk],
    niet: set[str],
) -> Bemensing:
    maker = _Maker(zaad, vandaag, omvang, organisatie, werk, niet)
    maker.rollen_op_opdrachten()
    maker.teams()
    for mens in organisatie.mensen:
        maker.uit.vrij[mens.nummer] = maker.vrij(mens, vandaag, None)
    return maker.uit
