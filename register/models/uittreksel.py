from django.conf import settings
from django.db import models

from config.kern.models import MetPubliekId
from opgaven.models import Opdracht
from pdomein.models import Medewerker


class Uittreksel(MetPubliekId):
    """A printed answer of the register, with a code that shows whether it still holds (R192, R195).

    The question is kept, so that the register can answer it again; of the answer only the SHA-256.
    """

    code = models.CharField("verificatiecode", max_length=24, unique=True)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="+")
    op = models.DateField("op welke dag")
    bekend_op = models.DateTimeField("zoals bekend op")
    rol_code = models.CharField("rol", max_length=50, blank=True)
    handeling = models.CharField("soort handeling", max_length=60, blank=True)
    bedrag = models.DecimalField(
        "bedrag (euro)", max_digits=14, decimal_places=2, null=True, blank=True
    )
    antwoord = models.CharField("antwoord", max_length=20)
    sha256 = models.CharField("afdruk van het antwoord", max_length=64)
    gemaakt_op = models.DateTimeField("gemaakt op")
    gemaakt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-gemaakt_op"]
        verbose_name = "uittreksel"
        verbose_name_plural = "uittreksels"

    def __str__(self) -> str:
        return self.code
