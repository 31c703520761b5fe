from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from config.kern.models import Besluit, MetPubliekId
from opgaven.enums import JaarplanStatus
from opgaven.models.opdracht import Opdracht
from pdomein.models import PTeam


class JaarplanToedeling(MetPubliekId):
    """Capacity of a P-team for stable work in one year, within a margin (R056, R057)."""

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="jaarplantoedelingen")
    pteam = models.ForeignKey(PTeam, models.PROTECT, related_name="jaarplantoedelingen")
    jaar = models.PositiveSmallIntegerField("jaar")
    fte = models.DecimalField("capaciteit (fte)", max_digits=6, decimal_places=2)
    marge_pct = models.PositiveSmallIntegerField(
        "marge (%)", validators=[MaxValueValidator(100)]
    )
    toelichting = models.TextField("toelichting", blank=True)
    status = models.CharField(
        "status", max_length=12, choices=JaarplanStatus, default=JaarplanStatus.VOORGESTELD
    )
    voorgesteld_op = models.DateTimeField("voorgesteld op")
    voorgesteld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    beslist_op = models.DateTimeField("beslist op", null=True, blank=True)
    reden = models.TextField("reden van de beslissing", blank=True)
    besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-jaar", "opdracht__code", "pteam__naam", "-voorgesteld_op"]
        verbose_name = "jaarplan-toedeling"
        verbose_name_plural = "jaarplan-toedelingen"
        constraints = [
            *[
                models.UniqueConstraint(
                    fields=["opdracht", "pteam", "jaar"], name=f"jaarplan_een_{status}",
                    condition=Q(status=status),
                    violation_error_message="Deze toedeling staat er al voor dit team en jaar.",
                )
                for status in ("voorgesteld", "vastgesteld")
            ],
            models.CheckConstraint(
                name="jaarplan_fte", condition=Q(fte__gt=0),
                violation_error_message="De toedeling is groter dan 0 fte.",
            ),
            models.CheckConstraint(
                name="jaarplan_marge", condition=Q(marge_pct__lte=100),
                violation_error_message="De marge is hooguit 100%.",
            ),
            models.CheckConstraint(
                name="jaarplan_vastgesteld_met_besluit",
                condition=~Q(status="vastgesteld") | Q(besluit__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Jaarplan {self.jaar}: {self.opdracht} door {self.pteam}"


class JaarplanBehoefte(models.Model):
    """What the stable work turns out to need in fact, as somebody reported it (R057)."""

    toedeling = models.ForeignKey(JaarplanToedeling, models.CASCADE, related_name="behoeften")
    fte = models.DecimalField("werkelijke behoefte (fte)", max_digits=6, decimal_places=2)
    toelichting = models.TextField("toelichting")
    gemeld_op = models.DateTimeField("gemeld op")
    gemeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-gemeld_op", "-id"]
        verbose_name = "gemelde behoefte"
        verbose_name_plural = "gemelde behoeften"
