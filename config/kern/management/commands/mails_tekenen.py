from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.test.utils import override_settings

from config.kern.domain.brief import brief_bericht, brief_samenvatting
from config.kern.enums import BerichtSoort
from config.kern.models import Bericht, Gebruiker

# One subject of each kind, as the program writes it: the work and a date, never a person.
ONDERWERPEN: dict[BerichtSoort, str] = {
    BerichtSoort.TRO_GEDEELD: "Kan je P-team helpen? Ecoloog voor Natura 2000 op orde",
    BerichtSoort.FASE: "Nu aan de matchtafel: ecoloog voor Natura 2000 op orde",
    BerichtSoort.REACTIE: "Er is een reactie op ecoloog voor Natura 2000 op orde",
    BerichtSoort.INSTEMMING: "Jouw instemming is nodig: ecoloog voor Natura 2000 op orde",
    BerichtSoort.MATCH: "De match is definitief: ecoloog voor Natura 2000 op orde",
    BerichtSoort.MATCHTAFEL: "De matchtafel van di 9 juni 2026 is gesloten",
    BerichtSoort.TERMIJN: "Je inzet op Natura 2000 op orde eindigt op di 30 juni 2026",
    BerichtSoort.BESLUIT: "Een besluit wacht op jou: AOG van Natura 2000 op orde",
    BerichtSoort.MARKT: "Nieuw op de markt: ecoloog voor Natura 2000 op orde",
    BerichtSoort.OVERIG: "Er is antwoord op wat je liet weten over Inzet",
}
KOP = """# Mails

Made by `manage.py mails_tekenen`; do not change by hand. A mail says what it is about and where to
look; it never holds personal content. People choose per kind: at once, one mail per werkdag, or
none. Each kind has one subject here as an example.

| Kind | Example of a subject |
|---|---|
"""


class Command(BaseCommand):
    help = "Write docs/mails.md: every kind of mail, from the templates that are really sent."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--toon", action="store_true", help="print instead of write")

    def handle(self, *args: Any, **options: Any) -> None:
        tekst = mails_als_markdown()
        if options["toon"]:
            self.stdout.write(tekst)
            return
        pad = Path(settings.WORTEL) / "docs" / "mails.md"
        pad.write_text(tekst)
        self.stdout.write(f"{pad.relative_to(settings.WORTEL)} geschreven")


@override_settings(INZET_ADRES="https://inzet.example.org", INZET_ORGANISATIE="Provincie Voorbeeld")
def mails_als_markdown() -> str:
    aan = Gebruiker(naam="Noor de Vries", email="noor@example.org")
    berichten = [
        Bericht(
            ontvanger=aan, soort=soort, onderwerp=onderwerp, url="/procedures/…/",
            sleutel=soort.value, aangemaakt_op=datetime(2026, 6, 9, 8, tzinfo=UTC),
        )
        for soort, onderwerp in ONDERWERPEN.items()
    ]
    regels = "".join(f"| {b.get_soort_display()} | {b.onderwerp} |\n" for b in berichten)
    los, samen = brief_bericht(berichten[0]), brief_samenvatting(berichten[:3], aan)
    delen = [
        f"## {titel}\n\nSubject: {brief.subject}\n\n```text\n{brief.body.strip()}\n```\n"
        for titel, brief in (("At once", los), ("One mail per werkdag", samen))
    ]
    return f"{KOP}{regels}\n" + "\n".join(delen)
