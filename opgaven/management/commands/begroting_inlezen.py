from datetime import date, datetime
from typing import Any

from django.core.management.base import CommandError, CommandParser

from config.kern.actor import SYSTEEM
from config.kern.inlezen import Rapport
from config.kern.management.inlezen import InleesCommando
from opgaven.domain.inlezen import KOLOMMEN, begroting_inlezen


class Command(InleesCommando):
    help = "Lees een begroting in; bij één geweigerde rij blijft alles zoals het was."
    inlezen = staticmethod(begroting_inlezen)
    verplicht = KOLOMMEN["begroting"]

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--jaar", type=int, required=True, help="begrotingsjaar")
        parser.add_argument("--ps-besluit", required=True, help="besluit van Provinciale Staten")
        parser.add_argument("--vastgesteld", required=True, help="datum van dat besluit (ISO)")

    def lees(self, *, rijen: list[Any], droog: bool, nu: datetime, opties: Any) -> Rapport:
        try:
            vastgesteld = date.fromisoformat(opties["vastgesteld"])
        except ValueError:
            raise CommandError("--vastgesteld is geen datum. Schrijf jjjj-mm-dd.") from None
        return begroting_inlezen(
            rijen=rijen, jaar=opties["jaar"], ps_besluit=opties["ps_besluit"],
            vastgesteld_op=vastgesteld, droog=droog, door=SYSTEEM, nu=nu,
        )
