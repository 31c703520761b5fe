from django.conf import settings
from django.db import models

from config.kern.models import MetPubliekId


class Portefeuilleweergave(MetPubliekId):
    """Filters and order of the portfolio that a person keeps under a name (R011)."""

    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="portefeuilleweergaven"
    )
    naam = models.CharField("naam", max_length=60)
    vraag = models.CharField("filters", max_length=1000, blank=True)
    bewaard_op = models.DateTimeField("bewaard op")

    class Meta:
        ordering = ["naam"]
        verbose_name = "bewaarde weergave"
        verbose_name_plural = "bewaarde weergaven"
        constraints = [
            models.UniqueConstraint(
                fields=["gebruiker", "naam"], name="weergave_naam_uniek",
                violation_error_message="Je hebt al een weergave met deze naam.",
            )
        ]

    def __str__(self) -> str:
        return self.naam
