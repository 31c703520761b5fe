"""Answer a whole file of payments from the command line, for a nightly check."""

from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.kern import klok
from config.kern.actor import SYSTEEM
from config.kern.csv_uit import csv_regels
from config.kern.fouten import DomeinFout
from config.kern.inlezen import lees_bestand
from register.domain.controle import (
    KOLOMMEN_CONTROLE,
    KOLOMMEN_UITKOMST,
    bevoegdheden_controleren,
    uitkomstrij,
)


class Command(BaseCommand):
    help = "Controleer een bestand met betalingen; het antwoord komt in een ander bestand."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand", type=Path, help="een bestand .csv (;) of .xlsx")
        parser.add_argument("naar", type=Path, help="waar de antwoorden komen (.csv)")
        parser.add_argument("--kennis", type=date.fromisoformat, help="zoals bekend op, jjjj-mm-dd")

    def handle(self, *args: Any, **opties: Any) -> None:
        try:
            rijen = lees_bestand(opties["bestand"], verplicht=KOLOMMEN_CONTROLE)
            uit = bevoegdheden_controleren(
                rijen=rijen, kennis=opties["kennis"], door=SYSTEEM, nu=klok.nu()
            )
        except DomeinFout as fout:
            raise CommandError(fout.zin) from fout
        with opties["naar"].open("w", encoding="utf-8", newline="") as naar:
            naar.writelines(csv_regels(KOLOMMEN_UITKOMST, map(uitkomstrij, uit.regels)))
        self.stdout.write(
            f"{len(uit.regels)} rijen: {uit.aantal_in_orde} in orde, {uit.aantal_later_vermeld} "
            f"later vermeld, {uit.aantal_nee} nee, {uit.aantal_niet_geregistreerd} niet "
            f"geregistreerd, {uit.aantal_fout} niet te lezen."
        )
