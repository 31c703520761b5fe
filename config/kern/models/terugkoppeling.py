from django.conf import settings
from django.db import models

from config.kern.models.basis import MetPubliekId


class Terugkoppeling(MetPubliekId):
    """What somebody says about the program, and what was done with it ("elke dag beter", R413)."""

    van = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="terugkoppelingen"
    )
    pagina = models.CharField("over welke pagina", max_length=300, blank=True)
    tekst = models.TextField("wat kan beter?")
    gegeven_op = models.DateTimeField("gegeven op")
    antwoord = models.TextField("wat is ermee gedaan?", blank=True)
    beantwoord_op = models.DateTimeField("beantwoord op", null=True, blank=True)

    class Meta:
        ordering = ["-gegeven_op", "-id"]
        verbose_name = "terugkoppeling"
        verbose_name_plural = "terugkoppelingen"

    def __str__(self) -> str:
        return self.tekst[:60]
