"""Hours of a person through time, and the flag that it is too much (R240, R340)."""

from django.db import models
from django.db.models import Q

from config.kern.constraints import einde_na_begin, geen_overlap
from config.kern.models import MetPubliekId
from pdomein.models.basis import PeriodeQuerySet
from pdomein.models.medewerker import Medewerker


class Aanstelling(MetPubliekId):
    """The fte of one employment in a period; somebody may have two employments at a time.

    A person without these rows works ``aanstelling_fte`` from the first to the last day.
    """

    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="aanstellingen")
    volgnummer = models.PositiveSmallIntegerField("dienstverband", default=1)
    fte = models.DecimalField("fte", max_digits=4, decimal_places=3)
    begin = models.DateField("vanaf")
    einde = models.DateField("tot", null=True, blank=True)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        ordering = ["medewerker", "volgnummer", "begin"]
        verbose_name = "aanstelling"
        verbose_name_plural = "aanstellingen"
        constraints = [
            einde_na_begin(naam="aanstelling_periode", begin="begin", einde="einde"),
            geen_overlap(
                naam="aanstelling_een_tegelijk", gelijk=["medewerker", "volgnummer"],
                begin="begin", einde="einde",
                melding="Een dienstverband heeft op elke dag één omvang.",
            ),
            models.CheckConstraint(
                name="aanstelling_fte", condition=Q(fte__gte=0) & Q(fte__lte=2),
                violation_error_message="De aanstelling ligt tussen 0 en 2 fte.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker}: {self.fte} fte"


class Werkdrukmelding(MetPubliekId):
    """"My work is too much": from a person to the own P-manager, and to nobody else (R340)."""

    medewerker = models.ForeignKey(
        Medewerker, models.CASCADE, related_name="werkdrukmeldingen"
    )
    gemeld_op = models.DateTimeField("gemeld op")
    toelichting = models.CharField("toelichting", max_length=500, blank=True)
    afgesloten_op = models.DateTimeField("afgesloten op", null=True, blank=True)
    is_besproken = models.BooleanField("besproken met de P-manager", default=False)

    class Meta:
        ordering = ["-gemeld_op"]
        verbose_name = "melding van werkdruk"
        verbose_name_plural = "meldingen van werkdruk"
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker"], name="werkdruk_een_open",
                condition=Q(afgesloten_op__isnull=True),
                violation_error_message="Je hebt al een open melding.",
            )
        ]

    def __str__(self) -> str:
        return f"werkdruk van {self.medewerker}"
