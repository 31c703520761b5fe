"""``manage.py demo_voorbereiden``: everything the demo needs before its servers start."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from config.kern import queries
from config.settings.omgeving import ja_nee

BRONNEN = "bronnen.txt"


class Command(BaseCommand):
    help = "Werk de database bij, zet de opmaak klaar en laad de demo als die er nog niet is."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.INZET_DEMO:
            raise CommandError("Dit kan alleen in de demo.")
        self.stdout.write("Database bijwerken …")
        call_command("migrate", verbosity=0)
        self._opmaak()
        stand = queries.demostand()
        if stand == "geladen":
            return
        if stand or queries.heeft_gebruikers():
            self._leegmaken(stand)
        self._laden()

    def _laden(self) -> None:
        self.stdout.write("De demo-provincie laden, dat duurt een paar minuten …")
        self.stdout.flush()
        klein = ja_nee("INZET_DEMO_KLEIN", False)
        call_command("demo_laden", klein=klein, stdout=self.stdout)

    def _leegmaken(self, stand: str) -> None:
        """A load that was broken off starts again; data of somebody else stays."""
        if not stand and not ja_nee("INZET_INGEBOUWD", False):
            raise CommandError(
                "In deze database staan al gegevens die niet van de demo zijn. Kies een lege "
                "database."
            )
        self.stdout.write("Het laden van de demo was niet af. Opnieuw beginnen …")
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        call_command("migrate", verbosity=0)

    def _opmaak(self) -> None:
        """Collect the static files, unless nothing changed since the last time."""
        doel = Path(settings.STATIC_ROOT)
        nu = _vingerafdruk()
        if (doel / BRONNEN).is_file() and (doel / BRONNEN).read_text() == nu:
            return
        self.stdout.write("Opmaak klaarzetten …")
        self.stdout.flush()
        settings.STORAGES["staticfiles"]["BACKEND"] = "config.kern.statisch.Opslag"
        call_command("collectstatic", interactive=False, verbosity=0)
        (doel / BRONNEN).write_text(nu)


def _vingerafdruk() -> str:
    """Name, size and time of every source: different when one of them is."""
    paden = sorted(p for map_ in settings.STATICFILES_DIRS for p in Path(map_).rglob("*"))
    return "\n".join(
        f"{p} {p.stat().st_size} {p.stat().st_mtime_ns}" for p in paden if p.is_file()
    )
