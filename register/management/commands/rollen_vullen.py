"""Fill the catalogue of roles and the matrix of bijlage 3; may be run again."""

from django.core.management.base import BaseCommand

from config.kern import klok
from config.kern.actor import SYSTEEM
from register.domain.catalogus import rollen_vullen


class Command(BaseCommand):
    help = "Vult de rollen en de functiematrix van bijlage 3."

    def handle(self, *args: object, **opties: object) -> None:
        self.stdout.write(f"{rollen_vullen(door=SYSTEEM, nu=klok.nu())} rollen toegevoegd.")
