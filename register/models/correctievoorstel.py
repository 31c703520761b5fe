from django.conf import settings
from django.db import models
from django.db.models import Q

from config.kern.models import Besluit, MetPubliekId
from register.enums import VoorstelStatus
from register.models.inzet import Inzet
from register.models.roltoewijzing import Roltoewijzing


class Correctievoorstel(MetPubliekId):
    """A change back in time that waits for the eyes of a second registrar (R203)."""

    toewijzing = models.ForeignKey(
        Roltoewijzing, models.PROTECT, null=True, blank=True, related_name="correctievoorstellen"
    )
    inzet = models.ForeignKey(
        Inzet, models.PROTECT, null=True, blank=True, related_name="correctievoorstellen"
    )
    begin = models.DateField("had moeten gelden vanaf")
    einde = models.DateField("tot", null=True, blank=True)
    fte = models.DecimalField("fte", max_digits=4, decimal_places=3, null=True, blank=True)
    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="+")
    reden = models.CharField("wat was er fout?", max_length=500)
    status = models.CharField(
        "status", max_length=12, choices=VoorstelStatus, default=VoorstelStatus.OPEN
    )
    voorgesteld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    voorgesteld_door_naam = models.CharField("voorgesteld door", max_length=200)
    voorgesteld_op = models.DateTimeField("voorgesteld op")
    beslist_door_naam = models.CharField("beslist door", max_length=200, blank=True)
    beslist_op = models.DateTimeField("beslist op", null=True, blank=True)
    toelichting = models.CharField("waarom niet", max_length=500, blank=True)

    class Meta:
        ordering = ["-voorgesteld_op"]
        verbose_name = "correctievoorstel"
        verbose_name_plural = "correctievoorstellen"
        constraints = [
            models.CheckConstraint(
                name="correctievoorstel_een_rij",
                condition=Q(toewijzing__isnull=False, inzet__isnull=True)
                | Q(toewijzing__isnull=True, inzet__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["toewijzing"], condition=Q(status="open"),
                name="correctievoorstel_een_open_per_rol",
                violation_error_message="Voor deze vermelding wacht al een correctie.",
            ),
            models.UniqueConstraint(
                fields=["inzet"], condition=Q(status="open"),
                name="correctievoorstel_een_open_per_inzet",
                violation_error_message="Voor deze inzet wacht al een correctie.",
            ),
        ]

    def __str__(self) -> str:
        return f"Correctie van {self.toewijzing or self.inzet}"
