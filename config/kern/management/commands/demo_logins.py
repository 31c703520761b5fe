"""``manage.py demo_logins [--json]``: who to sign in as, with a token per scope. Demo only."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.kern.demotokens import logins, machine


class Command(BaseCommand):
    help = "Toon de namen, wachtwoorden en tokens van de demo."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="als JSON, voor scripts")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.INZET_DEMO:
            raise CommandError("Dit kan alleen in de demo.")
        gevonden = logins()
        if options["json"]:
            self.stdout.write(json.dumps(gevonden, ensure_ascii=False, indent=2))
            return
        if not gevonden:
            raise CommandError("Er is nog geen demo. Laad hem met: make demo")
        breedte = max(len(een["titel"]) for een in gevonden)
        for een in gevonden:
            self.stdout.write(f"{een['titel']:<{breedte}}  {een['gebruiker']:<28} {een['naam']}")
        self.stdout.write(f"\nWachtwoord van iedereen: {settings.INZET_DEMO_WACHTWOORD}")
        client = machine()
        self.stdout.write(f"\nMachine: client_id={client['id']} client_secret={client['geheim']}")
        for scope, token in client["tokens"].items():
            self.stdout.write(f"  token {scope:<10} {token}")
