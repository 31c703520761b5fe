"""``manage.py gegevens_opschonen [--droog]``: remove personal data that is past its term."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from config.kern.domain.opschonen import gegevens_opschonen
from config.kern.eigen_gegevens import opschoningen
from config.kern.management.inlezen import moment


class Command(BaseCommand):
    help = "Verwijder persoonsgegevens waarvan de bewaartermijn voorbij is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--droog", action="store_true", help="alleen tellen")
        parser.add_argument("--nu", help="moment in ISO-vorm (alleen in demo en test)")

    def handle(self, *args: Any, **opties: Any) -> None:
        aantallen = gegevens_opschonen(nu=moment(opties["nu"]), droog=opties["droog"])
        wat = "te verwijderen" if opties["droog"] else "verwijderd"
        for soort in opschoningen():
            self.stdout.write(f"{soort.titel}: {aantallen[soort.sleutel]} {wat}")
