from django.db import models


class Hartslag(models.Model):
    """When a piece of background work last ran, and what it said (BETROUWBAAR 53)."""

    naam = models.CharField("werk", max_length=60, unique=True)
    gelopen_op = models.DateTimeField("laatst gelopen op")
    uitkomst = models.CharField("uitkomst", max_length=200, blank=True)
    gelukt = models.BooleanField("gelukt", default=True)

    TITELS = {
        "hartslag": "Hartslag van beat en worker",
        "berichten": "Mail verzenden",
        "termijnen": "Termijnen verwerken",
        "matchvragen": "Matchvragen bijwerken",
        "ppps": "Herinneren aan PPP en teamplan",
        "teamplannen": "Teamplannen melden",
        "opschonen": "Gegevens opschonen na de bewaartermijn",
        "ankers": "Ankers van het register vastleggen",
        "keten": "Keten van het register nakijken",
        "bevindingen": "Bevindingen in het register bijwerken",
        "registergebeurtenissen": "Gebeurtenissen van het register doorgeven",
        "teams": "Herinneren aan teams",
        "teamwijzigingen": "Wijzigingen van P-teams laten ingaan",
        "demo": "Demo laden",
    }

    class Meta:
        ordering = ["naam"]
        verbose_name = "hartslag"
        verbose_name_plural = "hartslagen"

    def __str__(self) -> str:
        return f"{self.naam} {self.gelopen_op:%d-%m-%Y %H:%M}"

    @property
    def titel(self) -> str:
        return self.TITELS.get(self.naam, self.naam)
