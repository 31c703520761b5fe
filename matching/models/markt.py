from django.db import models

from config.kern.models import MetPubliekId
from matching.enums import MarktkeuzeSoort
from matching.models.procedure import Procedure
from pdomein.models import Medewerker


class Marktkeuze(models.Model):
    """Somebody keeps a card of the market, or puts it aside; nobody else sees this."""

    medewerker = models.ForeignKey(Medewerker, models.CASCADE, related_name="marktkeuzes")
    procedure = models.ForeignKey(Procedure, models.CASCADE, related_name="marktkeuzes")
    soort = models.CharField("keuze", max_length=8, choices=MarktkeuzeSoort)
    gekozen_op = models.DateTimeField("gekozen op")

    class Meta:
        verbose_name = "keuze op de markt"
        verbose_name_plural = "keuzes op de markt"
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker", "procedure"], name="marktkeuze_uniek"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}: {self.procedure_id}"


class Zoekopdracht(MetPubliekId):
    """A search of the market that somebody keeps; ``vraag`` is the address after the "?"."""

    medewerker = models.ForeignKey(Medewerker, models.CASCADE, related_name="zoekopdrachten")
    naam = models.CharField("naam", max_length=80)
    vraag = models.CharField("vraag", max_length=1000, blank=True)
    attenderen = models.BooleanField("meld nieuw werk", default=True)
    bewaard_op = models.DateTimeField("bewaard op")

    class Meta:
        ordering = ["naam", "id"]
        verbose_name = "zoekopdracht"
        verbose_name_plural = "zoekopdrachten"
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker", "naam"], name="zoekopdracht_naam_uniek",
                violation_error_message="Je hebt al een zoekopdracht met deze naam.",
            )
        ]

    def __str__(self) -> str:
        return self.naam
