from django.conf import settings
from django.db import models
from django.db.models import Q

from config.kern.enums import BerichtSoort
from config.kern.models.basis import MetPubliekId


class BerichtQuerySet(models.QuerySet["Bericht"]):
    def ongelezen(self) -> "BerichtQuerySet":
        return self.filter(gelezen_op=None)

    def te_mailen(self) -> "BerichtQuerySet":
        """Waiting for the mail: the receiver has an address and it was not tried too often."""
        return self.filter(
            verzonden_op=None, pogingen__lt=Bericht.MAX_POGINGEN, ontvanger__is_active=True
        ).exclude(ontvanger__email="")

    def vastgelopen(self) -> "BerichtQuerySet":
        """Tried as often as we do, and never left (R414)."""
        return self.filter(verzonden_op=None, pogingen__gte=Bericht.MAX_POGINGEN)


class Bericht(MetPubliekId):
    """A message to one person: shown in the program, and an outbox row for mail (R414).

    Written in the transaction of the change it tells about; beat sends it. ``sleutel`` makes
    sure that one event gives one message.
    """

    MAX_POGINGEN = 5

    ontvanger = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="berichten"
    )
    soort = models.CharField("soort", max_length=20, choices=BerichtSoort)
    onderwerp = models.CharField("onderwerp", max_length=200)
    tekst = models.TextField("tekst", blank=True)
    url = models.CharField("waar verder", max_length=300, blank=True)
    sleutel = models.CharField("sleutel", max_length=160, unique=True)
    aangemaakt_op = models.DateTimeField("aangemaakt op")
    gelezen_op = models.DateTimeField("gelezen op", null=True, blank=True)
    verzonden_op = models.DateTimeField("gemaild op", null=True, blank=True)
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0)

    objects = BerichtQuerySet.as_manager()

    class Meta:
        ordering = ["-aangemaakt_op", "-id"]
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        indexes = [
            models.Index(
                fields=["aangemaakt_op"], name="bericht_te_mailen", condition=Q(verzonden_op=None)
            )
        ]

    def __str__(self) -> str:
        return self.onderwerp
