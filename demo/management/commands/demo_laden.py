"""``manage.py demo_laden``: calendar, gremia, roles and the files of the demo province, with a
year of history through the commands that people use. Demo and test settings only.
"""

import time
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.models import F
from django.utils import timezone

from config.kern import klok
from config.kern.domain.hartslag import hartslag_noteren
from config.kern.models import Bericht
from demo.laden import LaadFout, Lader
from demo.maken import maak
from demo.maken.provincie import ZAAD
from pdomein.models import PTeam


class Command(BaseCommand):
    help = "Laad de demoprovincie in een lege database."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--klein", action="store_true", help="ongeveer 70 mensen")
        parser.add_argument("--nieuw", action="store_true", help="gooi eerst alles weg")
        parser.add_argument("--seed", type=int, default=ZAAD)
        parser.add_argument("--vandaag", type=date.fromisoformat, help="dag in ISO-vorm")
        parser.add_argument("--zonder-verloop", action="store_true", help="alleen de bestanden")

    def handle(self, *args: Any, **opties: Any) -> None:
        if not settings.INZET_DEMO:
            raise CommandError("Dit kan alleen in de demo.")
        if opties["nieuw"]:
            self._leegmaken()
        if PTeam.objects.exists():
            raise CommandError("Er staan al gegevens. Begin opnieuw met: demo_laden --nieuw")
        _markeer("bezig")
        with connection.cursor() as cursor:  # a demo that breaks off is loaded again
            cursor.execute("SET synchronous_commit = off")
        begin = time.monotonic()
        vandaag = opties["vandaag"] or klok.vandaag()
        provincie = maak(zaad=opties["seed"], vandaag=vandaag, klein=opties["klein"])
        try:
            lader = Lader(provincie, self._meld)
            lader.laad()
        except LaadFout as fout:
            raise CommandError(str(fout)) from fout
        if not opties["zonder_verloop"]:
            self._verloop(lader, opties["seed"])
        _post_bezorgd(klok.nu())
        _markeer("geladen")
        self._meld(f"De demoprovincie staat klaar, in {time.monotonic() - begin:.0f} s.")

    def _leegmaken(self) -> None:
        """Nothing in the register can be removed, so the whole house is built again."""
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        call_command("migrate", interactive=False, verbosity=0)
        self._meld("De database is leeg en opnieuw ingericht.")

    def _verloop(self, lader: Lader, zaad: int) -> None:
        from demo.verloop import Verloop

        begin = time.monotonic()
        aantal = Verloop(lader, zaad=zaad).draai(klok.nu())
        self._meld(f"een jaar geschiedenis: {aantal} stappen in {time.monotonic() - begin:.0f} s")

    def _meld(self, tekst: str) -> None:
        self.stdout.write(tekst)
        self.stdout.flush()


def _markeer(uitkomst: str) -> None:
    """A demo that is not whole is made again by ``demo_voorbereiden``."""
    hartslag_noteren(naam="demo", moment=timezone.now(), uitkomst=uitkomst)


def _post_bezorgd(nu: datetime) -> None:
    """What the year brought was mailed at the time, and the older part has been read."""
    berichten = Bericht.objects.order_by()
    berichten.filter(verzonden_op=None).update(verzonden_op=F("aangemaakt_op"))
    berichten.filter(gelezen_op=None, aangemaakt_op__lt=nu - timedelta(days=14)).update(
        gelezen_op=F("aangemaakt_op")
    )
