"""The planning & control cycle: its dates, and figures that no longer move (R227, §7.3)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from config.kern.models import MetPubliekId
from opgaven.enums import PencSoort


class PencMoment(MetPubliekId):
    """One product of the cycle: when it goes to GS and to PS."""

    soort = models.CharField("product", max_length=14, choices=PencSoort)
    begrotingsjaar = models.PositiveSmallIntegerField("begrotingsjaar")
    peildatum = models.DateField("peildatum van de cijfers")
    naar_gs = models.DateField("naar Gedeputeerde Staten")
    naar_ps = models.DateField("naar Provinciale Staten")

    class Meta:
        ordering = ["peildatum", "pk"]
        verbose_name = "moment in de P&C-cyclus"
        verbose_name_plural = "momenten in de P&C-cyclus"
        constraints = [
            models.UniqueConstraint(
                fields=["soort", "begrotingsjaar"], name="penc_een_per_jaar",
                violation_error_message="Dit product staat al in de kalender van dat jaar.",
            ),
            models.CheckConstraint(
                name="penc_volgorde",
                condition=Q(naar_gs__gte=F("peildatum"), naar_ps__gte=F("naar_gs")),
                violation_error_message="Eerst de peildatum, dan GS, dan PS.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.begrotingsjaar}"


class Momentopname(MetPubliekId):
    """The figures of one moment, frozen: a database guard refuses every change (R227)."""

    moment = models.OneToOneField(PencMoment, models.PROTECT, related_name="opname")
    cijfers = models.JSONField("cijfers")
    sha256 = models.CharField("SHA-256", max_length=64)
    bevroren_op = models.DateTimeField("bevroren op")
    bevroren_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["moment__peildatum"]
        verbose_name = "momentopname"
        verbose_name_plural = "momentopnamen"

    def __str__(self) -> str:
        return f"Cijfers {self.moment}"
