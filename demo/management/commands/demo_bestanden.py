"""``manage.py demo_bestanden --naar map``: the demo province as files, the same for a seed."""

from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from config.kern import klok
from demo.maken import maak, schrijf
from demo.maken.provincie import ZAAD


class Command(BaseCommand):
    help = "Schrijf de bestanden van de demoprovincie."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--naar", type=Path, required=True, help="map voor de bestanden")
        parser.add_argument("--seed", type=int, default=ZAAD)
        parser.add_argument("--vandaag", type=date.fromisoformat, help="dag in ISO-vorm")
        parser.add_argument("--klein", action="store_true", help="ongeveer 70 mensen")

    def handle(self, *args: Any, **opties: Any) -> None:
        vandaag = opties["vandaag"] or klok.vandaag()
        provincie = maak(zaad=opties["seed"], vandaag=vandaag, klein=opties["klein"])
        for pad, aantal in schrijf(provincie, opties["naar"]):
            self.stdout.write(f"{pad}: {aantal} rijen")
