from datetime import date, datetime
from typing import Any

from django.core.management.base import CommandParser

from config.kern.actor import SYSTEEM
from config.kern.inlezen import Rapport
from config.kern.management.inlezen import InleesCommando
from register.domain.mandaat import KOLOMMEN_MANDAAT, mandaatregeling_inlezen


class Command(InleesCommando):
    help = (
        "Lees de mandaatregeling in; één geweigerde rij laat alles zoals het was. Met --versie en "
        "--per is het bestand een hele nieuwe versie."
    )
    verplicht = KOLOMMEN_MANDAAT

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--versie", default="", help="naam van de nieuwe versie")
        parser.add_argument("--per", type=date.fromisoformat, help="geldt vanaf, jjjj-mm-dd")
        parser.add_argument("--vindplaats", default="", help="waar de regeling staat")

    def lees(self, *, rijen: list[Any], droog: bool, nu: datetime, opties: Any) -> Rapport:
        return mandaatregeling_inlezen(
            rijen=iter(rijen), droog=droog, versie=opties["versie"], per=opties["per"],
            vindplaats=opties["vindplaats"], door=SYSTEEM, nu=nu,
        )
