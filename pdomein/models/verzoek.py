from django.conf import settings
from django.db import models
from django.db.models import Q

from config.kern.models import MetPubliekId
from pdomein.enums_leren import Verzoekonderwerp, Verzoekstatus
from pdomein.models.medewerker import Medewerker


class Rectificatieverzoek(MetPubliekId):
    """A person asks to put right what the program keeps about him or her (AVG 16)."""

    medewerker = models.ForeignKey(
        Medewerker, models.PROTECT, related_name="rectificatieverzoeken"
    )
    onderwerp = models.CharField("waar gaat het over?", max_length=10, choices=Verzoekonderwerp)
    wat_klopt_niet = models.CharField("wat klopt er niet?", max_length=1000)
    wat_moet_het_zijn = models.CharField("wat moet het zijn?", max_length=1000)
    status = models.CharField(
        "status", max_length=12, choices=Verzoekstatus, default=Verzoekstatus.INGEDIEND
    )
    ingediend_op = models.DateTimeField("ingediend op")
    antwoord_voor = models.DateField("antwoord uiterlijk op")
    antwoord = models.CharField("antwoord", max_length=1000, blank=True)
    behandeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    behandeld_op = models.DateTimeField("behandeld op", null=True, blank=True)

    class Meta:
        ordering = ["antwoord_voor", "id"]
        verbose_name = "verzoek om rectificatie"
        verbose_name_plural = "verzoeken om rectificatie"
        constraints = [
            models.CheckConstraint(
                name="rectificatie_met_antwoord",
                condition=Q(status__in=[Verzoekstatus.INGEDIEND, Verzoekstatus.INGETROKKEN])
                | (Q(behandeld_op__isnull=False) & ~Q(antwoord="")),
                violation_error_message="Bij een besluit op een verzoek hoort een antwoord.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_onderwerp_display()} ({self.get_status_display()})"
