from django.conf import settings
from django.db import models

from config.kern.constraints import einde_na_begin
from config.kern.models.basis import MetPubliekId
from config.kern.models.gremium import Besluit


class Afwijking(MetPubliekId):
    """One explained deviation from a rule: comply or explain (R357, R358, EISEN table 2.12)."""

    regel = models.CharField("regel", max_length=60, db_index=True)
    object_soort = models.CharField("soort object", max_length=40)
    object_id = models.UUIDField("object")
    object_naam = models.CharField("waarover", max_length=250)
    reden = models.TextField("reden")
    besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, blank=True)
    vastgelegd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    beslisser = models.CharField("wie besliste", max_length=200)
    begin = models.DateField("geldig vanaf")
    einde = models.DateField("geldig tot", null=True, blank=True)
    herziening_op = models.DateField("opnieuw bekijken op", null=True, blank=True)

    class Meta:
        ordering = ["-begin", "-id"]
        verbose_name = "afwijking"
        verbose_name_plural = "afwijkingen"
        indexes = [models.Index(fields=["object_soort", "object_id"])]
        constraints = [einde_na_begin(naam="afwijking_periode", begin="begin", einde="einde")]

    def __str__(self) -> str:
        return f"{self.regel}: {self.object_naam}"
