"""Who works at the demo province: teams, people, P-managers and directors (R163)."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from demo.maken.gegevens import CLUSTERS, DOMEINEN, ODOMEINEN, Functie, Professie, professies
from demo.maken.namen import Namen
from demo.maken.omvang import Omvang

PMANAGEMENT = Professie(
    "personeelsmanagement", "Personeelsmanagement", "", "", (),
    ("leidinggeven", "hrm", "personeelsplanning", "verandermanagement", "adviesvaardig"), (),
)
FTES = [Decimal(f) for f in ("1.000", "0.944", "0.889", "0.833", "0.778", "0.667", "0.556")]
FTE_KANS = [58, 6, 16, 6, 7, 5, 2]
GROOTTES = [7, *[8] * 3, *[9] * 4, *[10] * 7, *[11] * 14, *[12] * 24, *[13] * 32, *[14] * 32,
            *[15] * 24, 16, 16]


@dataclass(slots=True)
class Mens:
    nummer: str
    naam: str
    email: str
    functie: str
    groep: str
    schaal: int | None
    fte: Decimal
    dienstverband: str
    in_dienst: date
    uit_dienst: date | None = None
    pteam: str = ""
    kernactiviteit: str = ""
    thuisbasis: str = ""
    leidinggevende: str = ""
    professie: str = ""
    specialisme: str = ""
    pct: int = 0
    functie_sinds: date | None = None


@dataclass(slots=True)
class Team:
    code: str
    naam: str
    professie: str
    professienaam: str
    domein: str
    cluster: str
    grootte: int
    is_eenheid: bool
    begin: date
    pmanager: str = ""
    leden: list[Mens] = field(default_factory=list)


@dataclass(slots=True)
class Organisatie:
    """Everybody, and who leads what. Keys of ``leiding`` are words such as ``dmo-sturing``."""

    mensen: list[Mens] = field(default_factory=list)
    teams: list[Team] = field(default_factory=list)
    leiding: dict[str, Mens] = field(default_factory=dict)

    def van(self, professie: str) -> list[Mens]:
        """Own people of a professie: not the temporary ones."""
        return [
            m for m in self.mensen
            if m.professie == professie and m.pteam and m.dienstverband in ("vast", "tijdelijk")
        ]


def slug(tekst: str) -> str:
    ontleed = unicodedata.normalize("NFKD", tekst)
    kaal = "".join(t for t in ontleed if not unicodedata.combining(t)).lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal.replace("'", "")).strip("-")


class _Maker:
    def __init__(self, zaad: int, vandaag: date, omvang: Omvang) -> None:
        self.dobbel = Random(f"{zaad}:mensen")
        self.namen = Namen(Random(f"{zaad}:namen"))
        self.vandaag, self.omvang = vandaag, omvang
        self.begin = date(omvang.start(vandaag).year - 1, 1, 1)
        self.uit = Organisatie()

    def mens(self, functie: str, groep: str, schaal: int | None, **velden) -> Mens:
        naam, adres = self.namen.nieuw()
        velden.setdefault("fte", self.dobbel.choices(FTES, FTE_KANS)[0])
        velden.setdefault("dienstverband", "vast")
        velden.setdefault("in_dienst", self._ooit())
        mens = Mens(
            str(100101 + 7 * len(self.uit.mensen)), naam, adres, functie, groep, schaal, **velden
        )
        jaren = int(mens.nummer) % 11
        mens.functie_sinds = max(mens.in_dienst, date(self.vandaag.year - jaren, 3, 1))
        self.uit.mensen.append(mens)
        return mens

    def _ooit(self) -> date:
        """A first day long ago: before the teams of today began."""
        jaar = self.begin.year - 1 - int(self.dobbel.triangular(0, 32, 4))
        return date(jaar, self.dobbel.randint(1, 12), 1)

    def leiding(self) -> None:
        top = {"fte": Decimal("1.000"), "thuisbasis": "dt"}
        ps = self.mens("Provinciesecretaris", "strategisch_leider", 18, **top)
        cd = self.mens(
            "Concerndirecteur", "strategisch_leider", 17, leidinggevende=ps.nummer, **top
        )
        self.uit.leiding |= {"ps": ps, "cd": cd}
        for n, (code, naam) in enumerate(DOMEINEN.items()):
            functie = "Directeur DBI" if code == "realisatie" else "Directeur Mens en Organisatie"
            self._directeur(f"dmo-{code}", functie, "p-beraad", (ps, cd)[n % 2], naam)
        for n, (code, naam) in enumerate(ODOMEINEN.items()):
            if code == "dbi":  # the director of DBI holds both roles (R322)
                self.uit.leiding["dd-dbi"] = self.uit.leiding["dmo-realisatie"]
            elif code in self.omvang.odomeinen:
                self._directeur(f"dd-{code}", "Domeindirecteur", "o-beraad", (cd, ps)[n % 2], naam)
        control = {"thuisbasis": "dt", "leidinggevende": ps.nummer, "fte": Decimal("1.000")}
        self.uit.leiding["concerncontroller"] = self.mens(
            "Concerncontroller", "specialist", 14, **control
        )
        self.uit.leiding["aog-control"] = self.mens(
            "Directeur compliance en control", "strategisch_leider", 16, **control
        )
        for n in range(self.omvang.programmadirecteuren):
            self.uit.leiding[f"pd-{n}"] = self.mens(
                "Programmadirecteur", "strategisch_leider", 16, fte=Decimal("1.000"),
                thuisbasis="dt", leidinggevende=(ps, cd)[n % 2].nummer,
                professie="opdrachtgeverschap", kernactiviteit="Sturen van grote opdrachten",
            )
        for n in range(self.omvang.gs_leden):
            functie = "Commissaris van de Koning" if n == 0 else "Gedeputeerde"
            self.uit.leiding[f"gs-{n}"] = self.mens(
                functie, "", None, fte=Decimal("0.000"), dienstverband="bestuur", thuisbasis="gs",
                in_dienst=self.begin,
            )

    def _directeur(self, sleutel: str, functie: str, thuis: str, boven: Mens, waar: str) -> None:
        self.uit.leiding[sleutel] = self.mens(
            functie, "strategisch_leider", self.dobbel.choice((16, 16, 17)),
            fte=Decimal("1.000"), thuisbasis=thuis, leidinggevende=boven.nummer,
            kernactiviteit=f"Richting geven aan {waar}",
        )

    def teams(self) -> None:
        groottes = Random(f"{self.omvang.naam}:groottes")
        for code, aantal in self.omvang.teams(professies()).items():
            p = professies()[code]
            for specialisme in p.teams[:aantal]:
                kort = slug(p.naam)[:4] in slug(specialisme)
                naam = specialisme if kort else f"{p.naam}: {specialisme}"
                grootte = self.omvang.teamgrootte or groottes.choice(GROOTTES)
                teamcode = f"{p.code}-{slug(specialisme)}"[:50]
                self.uit.teams.append(Team(
                    teamcode, naam, p.code, p.naam, p.domein, p.cluster, grootte,
                    p.cluster == "dbi", self.begin,
                ))
                for _ in range(grootte):
                    self._lid(self.uit.teams[-1], p, specialisme)

    def _lid(self, team: Team, p: Professie, specialisme: str) -> None:
        functie = self.dobbel.choices(p.functies, [f.gewicht for f in p.functies])[0]
        eerste, nieuw = None, self.dobbel.random() < 0.05
        if nieuw:  # arrived in the past year
            start = self.omvang.start(self.vandaag)
            eerste = (start + timedelta(days=self.dobbel.randint(20, 330))).replace(day=1)
        tijdelijk = nieuw and self.dobbel.random() < 0.5
        weg = None
        if tijdelijk:
            weg = self.vandaag + timedelta(days=self.dobbel.randint(120, 500))
        elif self.dobbel.random() < 0.006:  # retires soon
            weg = (self.vandaag + timedelta(days=self.dobbel.randint(40, 150))).replace(day=1)
        lid = self.mens(
            functie.naam, functie.groep, self._schaal(functie), pteam=team.code,
            professie=p.code, specialisme=specialisme, uit_dienst=weg,
            kernactiviteit=f"{functie.naam}, {specialisme.lower()}"[:120],
            dienstverband="tijdelijk" if tijdelijk else "vast",
            **({"in_dienst": eerste} if eerste else {}),
        )
        team.leden.append(lid)

    def _schaal(self, functie: Functie) -> int:
        return self.dobbel.randint(functie.laag, functie.hoog)

    def pmanagers(self) -> None:
        allen: list[Mens] = []
        for domein in DOMEINEN:
            rest = [t for t in self.uit.teams if t.domein == domein]
            managers: list[Mens] = []
            while rest:
                eigen = [rest.pop(0)]
                dubbel = self.dobbel.random() < self.omvang.kans_twee_teams
                if rest and dubbel and rest[0].cluster == eigen[0].cluster:
                    eigen.append(rest.pop(0))
                managers.append(self._pmanager(eigen))
            allen += managers
            if self.omvang.pmanagers_per_domein:
                self._thuis_van_pmanagers(domein, managers)
        if not self.omvang.pmanagers_per_domein:
            self._thuis_van_pmanagers("sturing", allen)

    def _pmanager(self, teams: list[Team]) -> Mens:
        aantal = sum(t.grootte for t in teams)
        groep, schaal = self.dobbel.choice(
            (("tactisch_leider", 12), ("tactisch_leider", 12), ("strategisch_leider", 13))
        )
        if teams[0].is_eenheid:
            groep, schaal = "tactisch_leider", 11
        mens = self.mens(
            "P-manager", groep, schaal, fte=self.dobbel.choice(FTES[:4]),
            kernactiviteit=f"P-manager van {' en '.join(t.naam for t in teams)}"[:120],
            professie=teams[0].professie, pct=25 if aantal <= 16 else 50 if aantal <= 25 else 75,
        )
        for team in teams:
            team.pmanager = mens.nummer
        return mens

    def _thuis_van_pmanagers(self, domein: str, managers: list[Mens]) -> None:
        """P-managers have a home too: a P-team led by the directeur M&O (R096, Q22)."""
        if not managers:
            return
        aantal = -(-len(managers) // 15)
        directeur = self.uit.leiding[f"dmo-{domein}"]
        directeur.pct = 50
        for n in range(aantal):
            leden = managers[n::aantal]
            naam = f"P-managers {DOMEINEN[domein].lower()}"
            naam = f"{naam} {n + 1}" if aantal > 1 else naam
            team = Team(
                f"p-managers-{domein}-{n + 1}", naam, PMANAGEMENT.code, PMANAGEMENT.naam, domein,
                "mensen" if domein == "ondersteuning" else "", len(leden), False, self.begin,
                pmanager=directeur.nummer, leden=leden,
            )
            for lid in leden:
                lid.pteam = team.code
            self.uit.teams.append(team)

    def tijdelijken(self) -> None:
        """Externals and trainees join a team for a time; they do not count in its size (R128)."""
        vakteams = [t for t in self.uit.teams if t.professie != PMANAGEMENT.code]
        soorten = ["extern"] * self.omvang.externen + ["trainee"] * self.omvang.trainees
        for soort in soorten:
            team = self.dobbel.choice(vakteams)
            p = professies()[team.professie]
            functie = p.functies[0]
            begin = self.omvang.start(self.vandaag) + timedelta(days=self.dobbel.randint(10, 300))
            naam = f"Trainee {p.naam.lower()}" if soort == "trainee" else functie.naam
            self.mens(
                naam, functie.groep if soort == "extern" else "specialist",
                None if soort == "extern" else 8, pteam=team.code, dienstverband=soort,
                in_dienst=begin, professie=p.code, specialisme=team.naam,
                uit_dienst=self.vandaag + timedelta(days=self.dobbel.randint(30, 300)),
                fte=Decimal("0.889") if soort == "extern" else Decimal("1.000"),
            )


def maak_organisatie(zaad: int, vandaag: date, omvang: Omvang) -> Organisatie:
    maker = _Maker(zaad, vandaag, omvang)
    maker.leiding()
    maker.teams()
    maker.pmanagers()
    maker.tijdelijken()
    return maker.uit


def teamrij(team: Team) -> dict[str, str]:
    formatie = sum((m.fte for m in team.leden), Decimal(0))
    return {
        "code": team.code, "naam": team.naam, "professie_code": team.professie,
        "professie": team.professienaam, "domein_code": team.domein,
        "domein": DOMEINEN[team.domein], "cluster_code": team.cluster,
        "cluster": CLUSTERS.get(team.cluster, ""), "formatie_fte": f"{formatie:.2f}",
        "is_eenheid": "ja" if team.is_eenheid else "nee", "begin": team.begin.isoformat(),
    }


def mensrij(m: Mens) -> dict[str, str]:
    return {
        "personeelsnummer": m.nummer, "naam": m.naam, "sorteernaam": "", "email": m.email,
        "functie": m.functie,
        "functie_sinds": m.functie_sinds.isoformat() if m.functie_sinds else "",
        "functiegroep": m.groep,
        "schaal": "" if m.schaal is None else str(m.schaal), "aanstelling_fte": str(m.fte),
        "dienstverband": m.dienstverband, "in_dienst": m.in_dienst.isoformat(),
        "uit_dienst": m.uit_dienst.isoformat() if m.uit_dienst else "", "pteam_code": m.pteam,
        "kernactiviteit": m.kernactiviteit, "thuisbasis_code": m.thuisbasis,
        "leidinggevende": m.leidinggevende,
    }


def pmanagerrijen(organisatie: Organisatie) -> list[dict[str, str]]:
    pct = {m.nummer: m.pct for m in organisatie.mensen}
    return [
        {"pteam_code": t.code, "personeelsnummer": t.pmanager, "pct": str(pct[t.pmanager]),
         "begin": t.begin.isoformat()}
        for t in organisatie.teams
    ]
