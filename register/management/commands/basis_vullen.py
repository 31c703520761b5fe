"""What every province starts with: its gremia, the catalogue of roles and bijlage 3.

May be run again; what exists stays as it is. Run it again after ``pteams_inlezen``: each
professional domain then gets its P-overleg (R226). Mandates are not filled: they are the decision
of a province (R199) and come from its own file with ``mandaatregeling_inlezen``.
"""

from django.core.management.base import BaseCommand
from django.db import transaction

from config.kern.actor import SYSTEEM
from config.kern.management.inlezen import moment
from register.domain.catalogus import gremia_vullen, poverleggen_vullen, rollen_vullen


class Command(BaseCommand):
    help = "Vult de gremia, de rollen en de functiematrix van bijlage 3."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--nu", help="moment in ISO-vorm (alleen in demo en test)")

    @transaction.atomic
    def handle(self, *args: object, **opties: object) -> None:
        nu = moment(opties["nu"])
        gremia = gremia_vullen(door=SYSTEEM, nu=nu)
        rollen = rollen_vullen(door=SYSTEEM, nu=nu)
        gremia += poverleggen_vullen(door=SYSTEEM, nu=nu)
        self.stdout.write(f"{gremia} gremia en {rollen} rollen toegevoegd.")
