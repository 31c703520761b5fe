"""``manage.py begrippen_inlezen skills_nl.csv --bron esco --relaties broaderRelations….csv``."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.kern.actor import SYSTEEM
from config.kern.fouten import DomeinFout
from config.kern.inlezen import MAX_BYTES
from config.kern.management.inlezen import moment
from pdomein.domain.inlezen.begrippen import begrippen_inlezen
from pdomein.skos import Onleesbaar, lees, lees_relaties


class Command(BaseCommand):
    help = "Lees begrippen van ESCO of CompetentNL in: CSV, SKOS als JSON-LD of als RDF/XML."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand", type=Path, help="een bestand .csv, .jsonld, .rdf of .xml")
        parser.add_argument("--bron", required=True, choices=["esco", "competentnl"])
        parser.add_argument("--relaties", type=Path, help="CSV van ESCO met broaderUri")
        parser.add_argument(
            "--volledig", action="store_true", help="wat niet in het bestand staat, vervalt"
        )
        parser.add_argument("--droog", action="store_true", help="alleen controleren")
        parser.add_argument("--nu", help="moment in ISO-vorm (alleen in demo en test)")

    def handle(self, *args: Any, **opties: Any) -> None:
        try:
            relaties = lees_relaties(_inhoud(opties["relaties"])) if opties["relaties"] else {}
            rapport = begrippen_inlezen(
                rijen=lees(opties["bestand"].name, _inhoud(opties["bestand"])),
                bron=opties["bron"], volledig=opties["volledig"], relaties=relaties,
                droog=opties["droog"], door=SYSTEEM, nu=moment(opties["nu"]),
            )
        except DomeinFout as fout:
            raise CommandError(fout.zin) from fout
        except Onleesbaar as fout:
            raise CommandError(str(fout)) from fout
        self.stdout.write(rapport.samenvatting())
        for regel in rapport.regels:
            if regel.tekst:
                self.stderr.write(f"rij {regel.nummer}: {regel.tekst}")
        if rapport.fouten:
            raise CommandError("Er zijn rijen geweigerd.", returncode=1)


def _inhoud(pad: Path) -> bytes:
    if not pad.is_file():
        raise CommandError(f"Het bestand “{pad.name}” bestaat niet.")
    if pad.stat().st_size > MAX_BYTES:
        raise CommandError("Het bestand is groter dan 50 MB. Splits het op.")
    return pad.read_bytes()
