from django.db import models

from config.kern.models import MetPubliekId
from matching.models.werving import ExterneWerving


class Vacature(MetPubliekId):
    """The text of a vacancy as everybody outside reads it (R275); the TRO itself stays inside."""

    werving = models.OneToOneField(ExterneWerving, models.PROTECT, related_name="vacature")
    titel = models.CharField("titel", max_length=160)
    tekst = models.TextField("tekst")
    solliciteren = models.CharField("solliciteren via", max_length=300)
    laatste_dag = models.DateField("reageren tot en met")
    gepubliceerd_op = models.DateTimeField("online sinds")
    gewijzigd_op = models.DateTimeField("gewijzigd op")
    offline_op = models.DateTimeField("van internet gehaald op", null=True, blank=True)

    class Meta:
        ordering = ["-gepubliceerd_op", "-id"]
        verbose_name = "vacature"
        verbose_name_plural = "vacatures"

    def __str__(self) -> str:
        return self.titel
