"""``manage.py kalender_vullen 2037 2038``: add the holidays of years that have none yet (R296)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from config.kern import klok
from config.kern.domain.kalender import kalender_vullen


class Command(BaseCommand):
    help = "Vul de feestdagen van de Algemene termijnenwet voor jaren die nog leeg zijn."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("jaar", nargs="*", type=int, help="standaard: dit jaar en tien verder")

    def handle(self, *args: Any, jaar: list[int], **options: Any) -> None:
        dit = klok.vandaag().year
        aantal = kalender_vullen(jaren=jaar or range(dit, dit + 11))
        self.stdout.write(f"{aantal} dagen toegevoegd.")
