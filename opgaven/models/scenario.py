from django.conf import settings
from django.db import models
from django.db.models import Q

from config.kern.models import Besluit, MetPubliekId
from opgaven.models.opdracht import Opdracht


class Scenario(MetPubliekId):
    """What if: a sketch of the programme that decides nothing (R011, R218, SCHERMEN 7)."""

    naam = models.CharField("naam", max_length=120)
    toelichting = models.TextField("toelichting", blank=True)
    begin = models.DateField("vanaf maand")
    maanden = models.PositiveSmallIntegerField("aantal maanden", default=12)
    gemaakt_op = models.DateTimeField("gemaakt op")
    gemaakt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-gemaakt_op", "-id"]
        verbose_name = "scenario"
        verbose_name_plural = "scenario’s"
        constraints = [
            models.CheckConstraint(
                name="scenario_maanden", condition=Q(maanden__gte=1, maanden__lte=24),
                violation_error_message="Een scenario beslaat 1 tot en met 24 maanden.",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class Herschikking(models.Model):
    """How one opdracht differs: on or off, later, with fewer fte."""

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="+")
    is_aan = models.BooleanField("gaat door")
    maanden_later = models.PositiveSmallIntegerField("maanden later", default=0)
    fte_pct = models.PositiveSmallIntegerField("deel van de fte (%)", default=100)

    class Meta:
        abstract = True


class ScenarioKeuze(Herschikking):
    """A switch of a scenario; an opdracht without a row is as it is now."""

    scenario = models.ForeignKey(Scenario, models.CASCADE, related_name="keuzes")

    class Meta:
        ordering = ["opdracht__code"]
        verbose_name = "keuze in een scenario"
        verbose_name_plural = "keuzes in een scenario"
        constraints = [
            models.UniqueConstraint(
                fields=["scenario", "opdracht"], name="scenario_keuze_uniek"
            ),
            models.CheckConstraint(
                name="scenario_keuze_grenzen",
                condition=Q(maanden_later__lte=24, fte_pct__gte=10, fte_pct__lte=100),
            ),
        ]


class Herprogrammering(Herschikking, MetPubliekId):
    """A change of running work as a point on a besluitenlijst; adopting carries it out (R012)."""

    besluit = models.OneToOneField(Besluit, models.PROTECT, related_name="herprogrammering")
    scenario = models.ForeignKey(
        Scenario, models.SET_NULL, null=True, blank=True, related_name="herprogrammeringen"
    )
    uitgevoerd_op = models.DateTimeField("uitgevoerd op", null=True, blank=True)

    class Meta:
        verbose_name = "herprogrammering"
        verbose_name_plural = "herprogrammeringen"
