"""Write all anchors as JSON lines, to keep somewhere else: ``manage.py register_ankers > bestand``.
"""

from django.core.management.base import BaseCommand

from register.domain.anker import regel
from register.queries.toezicht import ankers


class Command(BaseCommand):
    help = "Schrijft de ankers van de keten, om buiten het systeem te bewaren."

    def handle(self, *args: object, **opties: object) -> None:
        for anker in ankers().order_by("dag"):
            self.stdout.write(regel(anker))
