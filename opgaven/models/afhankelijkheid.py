from django.conf import settings
from django.db import models
from django.db.models import F, Q

from config.kern.models import MetPubliekId
from opgaven.enums import AfhankelijkheidSoort
from opgaven.models.opdracht import Opdracht


class Afhankelijkheid(MetPubliekId):
    """One opdracht hangs on another: coherence that can be overseen (R011)."""

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="afhankelijkheden")
    van = models.ForeignKey(Opdracht, models.PROTECT, related_name="afhankelijk_van_mij")
    soort = models.CharField("soort", max_length=14, choices=AfhankelijkheidSoort)
    toelichting = models.CharField("toelichting", max_length=250)
    vastgelegd_op = models.DateTimeField("vastgelegd op")
    vastgelegd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["opdracht__code", "van__code", "soort"]
        verbose_name = "afhankelijkheid"
        verbose_name_plural = "afhankelijkheden"
        constraints = [
            models.UniqueConstraint(
                fields=["opdracht", "van", "soort"], name="afhankelijkheid_uniek",
                violation_error_message="Deze afhankelijkheid staat er al.",
            ),
            models.CheckConstraint(
                name="afhankelijkheid_niet_van_zichzelf", condition=~Q(opdracht=F("van")),
                violation_error_message="Een opdracht hangt niet van zichzelf af.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opdracht} {self.get_soort_display()} {self.van}"
