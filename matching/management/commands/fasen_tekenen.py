from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from matching.domain.tekening import fasen_als_markdown


class Command(BaseCommand):
    help = "Write docs/fasen.md from the table of phases."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--toon", action="store_true", help="print instead of write")

    def handle(self, *args: Any, **options: Any) -> None:
        tekst = fasen_als_markdown()
        if options["toon"]:
            self.stdout.write(tekst)
            return
        pad = Path(settings.WORTEL) / "docs" / "fasen.md"
        pad.write_text(tekst)
        self.stdout.write(f"{pad.relative_to(settings.WORTEL)} geschreven")
