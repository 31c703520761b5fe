"""The shape of every import command: a file in, a report per row out, 1 when a row was refused."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.kern import klok
from config.kern.actor import SYSTEEM
from config.kern.fouten import DomeinFout
from config.kern.inlezen import Rapport, lees_bestand
from config.kern.werkdagen import AMSTERDAM


class InleesCommando(BaseCommand):
    """Give ``inlezen`` (the command of the domain, with ``staticmethod``) and ``verplicht``."""

    inlezen: Callable[..., Rapport]
    verplicht: list[str]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand", type=Path, help="een bestand .csv (;), .xlsx of .json")
        parser.add_argument("--droog", action="store_true", help="alleen controleren")
        parser.add_argument("--nu", help="moment in ISO-vorm (alleen in demo en test)")

    def handle(self, *args: Any, **opties: Any) -> None:
        nu = moment(opties["nu"])
        try:
            rijen = lees_bestand(opties["bestand"], verplicht=self.verplicht)
            rapport = self.lees(rijen=rijen, droog=opties["droog"], nu=nu, opties=opties)
        except DomeinFout as fout:
            raise CommandError(fout.zin) from fout
        self.stdout.write(rapport.samenvatting())
        for regel in rapport.fouten:
            self.stderr.write(f"rij {regel.nummer}: {regel.tekst}")
        if rapport.fouten:
            raise CommandError("Er zijn rijen geweigerd.", returncode=1)

    def lees(self, *, rijen: list[Any], droog: bool, nu: datetime, opties: Any) -> Rapport:
        """Overridden by a command with options of its own."""
        return type(self).inlezen(rijen=rijen, droog=droog, door=SYSTEEM, nu=nu)


def moment(waarde: str | None) -> datetime:
    """The instant of ``--nu``; without it, the clock."""
    if not waarde:
        return klok.nu()
    if not settings.INZET_DEMO:
        raise CommandError("--nu mag alleen in een demo- of testomgeving.")
    try:
        gelezen = datetime.fromisoformat(waarde)
    except ValueError:
        raise CommandError(f"“{waarde}” is geen moment. Schrijf jjjj-mm-ddTuu:mm.") from None
    return gelezen if gelezen.tzinfo else gelezen.replace(tzinfo=AMSTERDAM)
