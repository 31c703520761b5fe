from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.kern import klok
from config.kern.fouten import DomeinFout
from config.kern.werkdagen import AMSTERDAM
from matching.domain import bijwerken, termijnen
from pdomein.domain.teamwijziging_uitvoeren import teamwijzigingen_verwerken


class Command(BaseCommand):
    help = "Handle everything that is due: the same work as beat does, for cron or by hand."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--nu", help="ISO moment to act at (only under demo and test settings)")
        parser.add_argument("--grens", type=int, default=50, help="how many moments a round")

    def handle(self, *args: Any, **options: Any) -> None:
        nu = self._moment(options["nu"])
        try:
            telling = teamwijzigingen_verwerken(nu=nu)
            telling |= bijwerken.alles_bijwerken(nu=nu)
            while ronde := termijnen.termijnen_verwerken(nu=nu, grens=options["grens"]):
                for uitkomst, aantal in ronde.items():
                    telling[uitkomst] = telling.get(uitkomst, 0) + aantal
                if not set(ronde) - {"mislukt", "geparkeerd"}:
                    break
        except DomeinFout as fout:
            raise CommandError(fout.zin) from fout
        for naam, aantal in telling.items():
            self.stdout.write(f"{naam}: {aantal}")

    def _moment(self, tekst: str | None) -> datetime:
        if tekst is None:
            return klok.nu()
        if not settings.INZET_DEMO:
            raise CommandError("--nu mag alleen in de demo en in tests.")
        try:
            moment = datetime.fromisoformat(tekst)
        except ValueError:
            raise CommandError(f"“{tekst}” is geen ISO-moment, zoals 2026-06-09T08:00.") from None
        return moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)
