"""Walk the chain of the register and name the first broken link; exit status 1 when there is one.
"""

from django.core.management.base import BaseCommand

from register.domain.keten import verifieren


class Command(BaseCommand):
    help = "Controleert of het register en zijn keten van bewijs bij elkaar passen."

    def handle(self, *args: object, **opties: object) -> None:
        aantal, breuk = verifieren(
            voortgang=lambda n: self.stderr.write(f"{n} schakels", ending="\r")
        )
        if breuk is not None:
            self.stderr.write(f"Schakel {breuk.volgnummer}: {breuk.zin}")
            raise SystemExit(1)
        self.stdout.write(f"De keten klopt: {aantal} schakels.")
