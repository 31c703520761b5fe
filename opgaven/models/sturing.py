"""What steers an opdracht from above: frames of GS, priority, moves, decharge and its release."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from config.kern.models import Besluit, MetPubliekId
from opgaven.enums import KaderOnderwerp
from opgaven.models.opdracht import Opdracht
from opgaven.models.opgave import Opgave


class Kader(MetPubliekId):
    """What GS decided about an opdracht: no lower gremium may overrule it (R014, R016, D08).

    The newest row of a subject holds; rows are added, not changed.
    """

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="kaders")
    onderwerp = models.CharField("waarover", max_length=12, choices=KaderOnderwerp)
    waarde = models.DecimalField("waarde", max_digits=14, decimal_places=2)
    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="kaders")
    vastgelegd_op = models.DateTimeField("vastgelegd op")

    class Meta:
        ordering = ["-besluit__besluitdatum", "-pk"]
        verbose_name = "kader van GS"
        verbose_name_plural = "kaders van GS"
        constraints = [
            models.UniqueConstraint(
                fields=["opdracht", "onderwerp", "besluit"], name="kader_een_per_besluit",
                violation_error_message="Dit besluit staat hier al bij deze opdracht.",
            )
        ]


class Prioritering(models.Model):
    """One change of priority, by which decision (R012)."""

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="prioriteringen")
    van = models.PositiveSmallIntegerField("van")
    naar = models.PositiveSmallIntegerField("naar")
    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="+")
    reden = models.TextField("reden")
    op = models.DateTimeField("op")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-op", "-id"]
        verbose_name = "prioritering"
        verbose_name_plural = "prioriteringen"


class Verplaatsing(models.Model):
    """An opdracht went to another opgave (R023)."""

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="verplaatsingen")
    van = models.ForeignKey(Opgave, models.PROTECT, related_name="+")
    naar = models.ForeignKey(Opgave, models.PROTECT, related_name="+")
    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="+")
    reden = models.TextField("reden")
    op = models.DateTimeField("op")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-op", "-id"]
        verbose_name = "verplaatsing"
        verbose_name_plural = "verplaatsingen"
        constraints = [
            models.CheckConstraint(name="verplaatsing_ergens_heen", condition=~Q(van=F("naar")))
        ]


class Decharge(MetPubliekId):
    """The domeindirecteur received the result, at the end or at a phase change (R040, R043)."""

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="decharges")
    is_einde = models.BooleanField("einde van de opdracht")
    fase_van = models.CharField("fase die klaar is", max_length=60, blank=True)
    fase_naar = models.CharField("volgende fase", max_length=60, blank=True)
    besluit = models.OneToOneField(Besluit, models.PROTECT, related_name="+")
    op = models.DateTimeField("op")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-op", "-id"]
        verbose_name = "decharge"
        verbose_name_plural = "decharges"
        constraints = [
            models.UniqueConstraint(
                fields=["opdracht"], condition=Q(is_einde=True), name="decharge_een_einde",
                violation_error_message="Aan deze opdracht is al decharge verleend.",
            )
        ]


class Vrijgave(MetPubliekId):
    """What the register ends because the work ends or waits; the register looks for it (HUIS §2).

    Only what was registered before ``vastgesteld_op`` ends, so that new staffing stays.
    """

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="vrijgaven")
    per = models.DateField("eerste dag zonder")
    ook_rollen = models.BooleanField("ook AOG, AON en hun inzet")
    besluit = models.OneToOneField(Besluit, models.PROTECT, related_name="+")
    reden = models.CharField("reden", max_length=200)
    vastgesteld_op = models.DateTimeField("vastgesteld op")

    class Meta:
        ordering = ["-vastgesteld_op", "-id"]
        verbose_name = "vrijgave"
        verbose_name_plural = "vrijgaven"


class Verantwoording(MetPubliekId):
    """The AOG tells the BOG how it goes with the result (R046)."""

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="verantwoordingen")
    tekst = models.TextField("verantwoording")
    op = models.DateTimeField("op")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-op", "-id"]
        verbose_name = "verantwoording"
        verbose_name_plural = "verantwoordingen"
