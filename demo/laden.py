"""The files of the demo province through the same import functions that a province uses."""

import sys
import time as stopwatch
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password

from config.kern.actor import SYSTEEM
from config.kern.domain.kalender import kalender_vullen
from config.kern.inlezen import Rapport
from config.kern.models import Demorol, Gebruiker
from config.kern.opmaak import getal
from config.kern.werkdagen import AMSTERDAM
from demo.maken import Provincie
from opgaven.domain.inlezen import (
    begroting_inlezen,
    capaciteitsvragen_inlezen,
    odomeinen_inlezen,
    opdrachten_inlezen,
    toedelingen_inlezen,
)
from pdomein.domain.inlezen import (
    competenties_inlezen,
    medewerkers_inlezen,
    pmanagers_inlezen,
    ppps_inlezen,
    pteams_inlezen,
)
from pdomein.models import Medewerker
from register.domain.catalogus import gremia_vullen, poverleggen_vullen, rollen_vullen
from register.domain.inlezen import inzet_inlezen, rollen_inlezen
from register.domain.mandaat import mandaatregeling_inlezen

Meld = Callable[[str], None]
REGISTER = {"rollen": rollen_inlezen, "inzet": inzet_inlezen}


class LaadFout(Exception):
    """A file was refused: the demo itself is wrong."""


def zeg(tekst: str) -> None:
    sys.stdout.write(f"{tekst}\n")
    sys.stdout.flush()


def om(dag: date, uur: int = 9, minuut: int = 0) -> datetime:
    return datetime.combine(dag, time(uur, minuut), AMSTERDAM)


class Lader:
    """Loads a province step by step and says how it goes."""

    def __init__(self, provincie: Provincie, meld: Meld = zeg) -> None:
        self.provincie, self.meld = provincie, meld
        self.nu = om(provincie.start)

    def laad(self) -> None:
        jaren = range(self.provincie.start.year - 1, self.provincie.vandaag.year + 11)
        self._stap("kalender", lambda: kalender_vullen(jaren=jaren), "dagen")
        self._stap("gremia", lambda: gremia_vullen(door=SYSTEEM, nu=self.nu), "gremia")
        self._stap("rollen", lambda: rollen_vullen(door=SYSTEEM, nu=self.nu), "rollen")
        self._mensen()
        self._stap(
            "p-overleggen", lambda: poverleggen_vullen(door=SYSTEEM, nu=self.nu), "gremia"
        )
        self._werk()
        self._register()
        self._stap("demorollen", self._demorollen, "rollen")

    def _mensen(self) -> None:
        self._bestand("pteams", pteams_inlezen)
        self._bestand("medewerkers", medewerkers_inlezen)
        self._bestand("pmanagers", pmanagers_inlezen)
        self._bestand("competenties", competenties_inlezen)
        self._bestand("ppps", ppps_inlezen)

    def _werk(self) -> None:
        p = self.provincie
        self._bestand(
            "begroting", begroting_inlezen, jaar=p.begrotingsjaar, ps_besluit=p.ps_besluit,
            vastgesteld_op=p.vastgesteld,
        )
        self._bestand("odomeinen", odomeinen_inlezen)
        self._bestand("toedelingen", toedelingen_inlezen)
        self._bestand("opdrachten", opdrachten_inlezen)
        self._bestand("capaciteitsvragen", capaciteitsvragen_inlezen)

    def _register(self) -> None:
        """The register tells when it learned something: later rows come later (E22)."""
        self._mandaten()
        for naam in REGISTER:
            self._stap(naam, lambda naam=naam: self.register_lezen(naam, self.nu), "rijen")

    def _mandaten(self) -> None:
        """Two versions: from this year on an AOG may decide about somewhat less alone."""
        rijen = self.provincie.bestanden["mandaatregeling"]
        eerste, jaar = date.fromisoformat(rijen[0]["begin"]), self.provincie.vandaag.year
        self._bestand(
            "mandaatregeling", mandaatregeling_inlezen, versie=f"Mandaatregeling {eerste.year}",
            per=eerste, vindplaats=f"Provinciaal blad {eerste.year}, nummer 118",
        )
        nieuw = [
            r | ({"limiet_euro": "400000"} if r["artikel"] == "artikel 3.1" else {}) for r in rijen
        ]
        self._keur("mandaatregeling", mandaatregeling_inlezen(
            rijen=iter([r | {"begin": ""} for r in nieuw]), versie=f"Mandaatregeling {jaar}",
            per=date(jaar, 1, 1), vindplaats=f"Provinciaal blad {jaar}, nummer 7", door=SYSTEEM,
            nu=self.nu,
        ))

    def momenten(self) -> list[tuple[datetime, str]]:
        """When later rows of the register files were decided: they are read on those days."""
        return sorted({
            (self._moment(rij), naam)
            for naam in REGISTER for rij in self.provincie.bestanden[naam]
            if self._moment(rij) > self.nu
        })

    def register_lezen(self, naam: str, moment: datetime) -> int:
        rijen = [r for r in self.provincie.bestanden[naam] if self._moment(r) == moment]
        if moment > self.nu:
            rijen = self._nog_passend(naam, rijen, moment)
        self._keur(naam, REGISTER[naam](rijen=iter(rijen), door=SYSTEEM, nu=moment))
        return len(rijen)

    @staticmethod
    def _nog_passend(naam: str, rijen: list[Any], moment: datetime) -> list[Any]:
        """Without the rows whose hours went to a match of the year in the meantime (E20)."""
        proef = REGISTER[naam](rijen=iter(rijen), droog=True, door=SYSTEEM, nu=moment)
        vol = {r.nummer for r in proef.fouten}
        return [r for nummer, r in enumerate(rijen, start=1) if nummer not in vol]

    def _moment(self, rij: dict[str, str]) -> datetime:
        return max(self.nu, om(date.fromisoformat(rij["besluitdatum"]) + timedelta(days=3)))

    def _bestand(self, naam: str, lees: Callable[..., Rapport], **extra: Any) -> None:
        rijen = self.provincie.bestanden[naam]

        def doe() -> int:
            self._keur(naam, lees(rijen=rijen, door=SYSTEEM, nu=self.nu, **extra))
            return len(rijen)

        self._stap(naam, doe, "rijen")

    def _stap(self, naam: str, doe: Callable[[], int], wat: str) -> None:
        begin = stopwatch.monotonic()
        aantal = doe()
        duur = stopwatch.monotonic() - begin
        self.meld(f"{naam}: {getal(aantal)} {wat} in {getal(round(duur, 1))} s")

    @staticmethod
    def _keur(naam: str, rapport: Rapport) -> None:
        if not rapport.geslaagd:
            eerste = "; ".join(f"rij {r.nummer}: {r.tekst}" for r in rapport.fouten[:5])
            raise LaadFout(f"{naam}: {len(rapport.fouten)} rijen geweigerd. {eerste}")

    def _demorollen(self) -> int:
        return demorollen_vullen(self.provincie.bestanden["demorollen"])


def demorollen_vullen(rijen: Iterable[dict[str, Any]]) -> int:
    """Let these people sign in with the demo password; only demo settings have one."""
    wachtwoord = make_password(settings.INZET_DEMO_WACHTWOORD)
    aantal = 0
    for volgorde, rij in enumerate(rijen, start=1):
        mens = Medewerker.objects.select_related("gebruiker").get(
            personeelsnummer=rij["personeelsnummer"]
        )
        Gebruiker.objects.filter(pk=mens.gebruiker_id).update(password=wachtwoord, is_active=True)
        Demorol.objects.update_or_create(
            code=rij["code"],
            defaults={
                "titel": rij["titel"], "omschrijving": rij["omschrijving"], "volgorde": volgorde,
                "gebruiker_id": mens.gebruiker_id,
            },
        )
        aantal += 1
    return aantal
