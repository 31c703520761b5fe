"""Walk the chain of the register and name the first broken link.

Exit status 0: the chain holds and its tail is anchored. 1: a link is broken. 2: the chain holds,
but nobody outside can know that for the last links: they have no anchor that was kept elsewhere
(only asked with ``--ankers`` or ``--verankerd``).
"""

import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from register.domain.anker import ankers_lezen, eigen_ankers
from register.domain.keten import Breuk, verifieren
from register.queries.toezicht import aantal_schakels


class Command(BaseCommand):
    help = "Controleert of het register en zijn keten van bewijs bij elkaar passen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--ankers", help="Bestand met ankers die elders bewaard zijn")
        parser.add_argument(
            "--verankerd", action="store_true",
            help="Eindig met status 2 als er schakels na het laatste anker zijn",
        )

    def handle(self, *args: object, **opties: Any) -> None:
        ankers = eigen_ankers()
        if opties["ankers"]:
            try:
                ankers = ankers_lezen(Path(opties["ankers"]).read_text().splitlines())
            except (OSError, ValueError) as fout:
                raise CommandError(str(fout)) from None
        aantal, breuk = self._loop(ankers)
        if breuk is not None:
            self.stderr.write(f"Schakel {breuk.volgnummer}: {breuk.zin}")
            raise SystemExit(1)
        self.stdout.write(f"De keten klopt: {aantal} schakels.")
        los = aantal - max((a.volgnummer for a in ankers), default=0)
        if los:
            self.stdout.write(f"Nog niet verankerd: {los} schakels.")
            if opties["ankers"] or opties["verankerd"]:
                raise SystemExit(2)

    def _loop(self, ankers: list) -> tuple[int, Breuk | None]:
        totaal, begin = aantal_schakels(), time.monotonic()

        def voortgang(n: int) -> None:
            snelheid = n / max(time.monotonic() - begin, 0.001)
            rest = round((totaal - n) / snelheid)
            self.stderr.write(f"{n} van {totaal} schakels, nog {rest} s", ending="\r")

        return verifieren(voortgang=voortgang, ankers=ankers)
