"""``manage.py vroegste_bespreekdatum 2026-06-12T23:30 …``: one date a line (R250, R297)."""

import sys
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from config.kern.queries import instelling, niet_werkdagen
from config.kern.werkdagen import AMSTERDAM, lokale_dag, vroegste_bespreekdatum


class Command(BaseCommand):
    help = (
        "Print per moment van publicatie de vroegste dag op de matchtafel. Een moment zonder "
        "tijdzone geldt in Nederland."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("moment", nargs="+", help="ISO 8601, zoals 2026-06-12T23:30+02:00")

    def handle(self, *args: Any, moment: list[str], **options: Any) -> None:
        try:
            momenten = [_lees(tekst) for tekst in moment]
        except ValueError as fout:
            self.stderr.write(str(fout))
            sys.exit(2)
        vrij = niet_werkdagen()
        for een in momenten:
            wacht = instelling("MATCH_WACHT_WERKDAGEN", op=lokale_dag(een))
            self.stdout.write(vroegste_bespreekdatum(een, wacht, vrij).isoformat())


def _lees(tekst: str) -> datetime:
    try:
        moment = datetime.fromisoformat(tekst)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)
        lokale_dag(moment)
    except (ValueError, OverflowError):
        raise ValueError(
            f"“{tekst}” is geen moment. Schrijf bijvoorbeeld 2026-06-12T23:30."
        ) from None
    if not 1900 <= moment.year <= 2999:
        raise ValueError(f"“{tekst}” ligt te ver weg. Kies een jaar van 1900 tot en met 2999.")
    return moment
