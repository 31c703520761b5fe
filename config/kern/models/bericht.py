from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.kern.enums import BerichtSoort, Bezorging
from config.kern.models.basis import MetPubliekId


class BerichtQuerySet(models.QuerySet["Bericht"]):
    def ongelezen(self) -> "BerichtQuerySet":
        return self.filter(gelezen_op=None)

    def te_mailen(self) -> "BerichtQuerySet":
        """Waiting for a mail of its own."""
        return self._wachtend().filter(bezorging=Bezorging.DIRECT)

    def voor_samenvatting(self, tot: datetime) -> "BerichtQuerySet":
        """Waiting for the mail that tells of everything before ``tot`` at once."""
        return self._wachtend().filter(bezorging=Bezorging.SAMENVATTING, aangemaakt_op__lt=tot)

    def _wachtend(self) -> "BerichtQuerySet":
        """The receiver has an address and it was not tried too often."""
        return self.filter(
            verzonden_op=None, pogingen__lt=Bericht.MAX_POGINGEN, ontvanger__is_active=True
        ).exclude(ontvanger__email="")

    def vastgelopen(self) -> "BerichtQuerySet":
        """Tried as often as we do, and never left (R414)."""
        return self.filter(verzonden_op=None, pogingen__gte=Bericht.MAX_POGINGEN)


class Bericht(MetPubliekId):
    """A message to one person: shown in the program, and an outbox row for mail (R414).

    Written in the transaction of the change it tells about; beat sends it. ``sleutel`` makes
    sure that one event gives one message. ``bezorging`` is what the receiver had chosen when the
    message came: another choice later does not send old messages.
    """

    MAX_POGINGEN = 5

    ontvanger = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="berichten"
    )
    soort = models.CharField("soort", max_length=20, choices=BerichtSoort)
    onderwerp = models.CharField("onderwerp", max_length=200)
    tekst = models.TextField("tekst", blank=True)
    url = models.CharField("waar verder", max_length=300, blank=True)
    bezorging = models.CharField(
        "mail", max_length=12, choices=Bezorging, default=Bezorging.DIRECT
    )
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


class Bezorgkeuze(models.Model):
    """What a person chose for one kind of message; without a row the mail goes at once."""

    ontvanger = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="bezorgkeuzes"
    )
    soort = models.CharField("soort", max_length=20, choices=BerichtSoort)
    bezorging = models.CharField("mail", max_length=12, choices=Bezorging)

    class Meta:
        verbose_name = "bezorgkeuze"
        verbose_name_plural = "bezorgkeuzes"
        constraints = [
            models.UniqueConstraint(fields=["ontvanger", "soort"], name="bezorgkeuze_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}: {self.get_bezorging_display()}"
