"""Prove that a ranking of the past follows from its own log, bit for bit (R355)."""

import json
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from matching.domain.herhalen import VERSIE, vergelijk
from matching.models import Suggestierun


class Command(BaseCommand):
    help = "Herhaalt een gevraagde rangschikking uit haar eigen logboek en vergelijkt de uitkomst."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("run", help="het nummer (UUID) van de rangschikking, of ‘alle’")
        parser.add_argument("--json", action="store_true", help="toon de vergelijking als JSON")

    def handle(self, *args: Any, **opties: Any) -> None:
        runs = Suggestierun.objects.order_by("gevraagd_op", "pk")
        if opties["run"] != "alle":
            runs = runs.filter(public_id=_nummer(opties["run"]))
        if not runs:
            raise CommandError("Deze rangschikking bestaat niet.")
        anders = 0
        for run in runs:
            if run.invoer.get("versie") != VERSIE:
                self.stdout.write(f"{run.public_id}: te oud, zonder de feiten om te herhalen")
                continue
            uitkomst = vergelijk(run.invoer, run.uitkomst)
            anders += not uitkomst.gelijke_volgorde
            woord = "gelijk" if uitkomst.is_gelijk else (
                "zelfde volgorde en cijfers, andere woorden" if uitkomst.gelijke_volgorde
                else "VERSCHILT"
            )
            regel = {
                "run": str(run.public_id), "uitkomst": woord, "bewaard": uitkomst.bewaard,
                "herhaald": uitkomst.herhaald,
            }
            self.stdout.write(
                json.dumps(regel) if opties["json"]
                else f"{run.public_id}: {woord} (sha256 {uitkomst.herhaald})"
            )
        if anders:
            raise CommandError(f"{anders} keer is de uitkomst anders dan bewaard.")


def _nummer(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise CommandError("Geef het nummer van de rangschikking, of ‘alle’.") from fout
