"""Strategic planning of personnel: what people assume, and ages only in groups (R308-R314)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.kern.models import MetPubliekId
from pdomein.enums import SPPActie, SPPSoort
from pdomein.models.ordening import Professie
from pdomein.models.pteam import PTeam

KLEINSTE_GROEP = 5


class SPPAanname(MetPubliekId):
    """What we expect of a professie in a year, with its source.

    Rows are added, not changed: the newest one that was known holds (R412).
    """

    professie = models.ForeignKey(Professie, models.PROTECT, related_name="aannames")
    pteam = models.ForeignKey(
        PTeam, models.PROTECT, null=True, blank=True, related_name="aannames",
        verbose_name="P-team",
    )
    soort = models.CharField("soort", max_length=10, choices=SPPSoort)
    jaar = models.PositiveSmallIntegerField("jaar")
    fte = models.DecimalField("fte", max_digits=7, decimal_places=2)
    actie = models.CharField("wat gaan we doen?", max_length=12, choices=SPPActie, blank=True)
    toelichting = models.CharField("toelichting", max_length=500, blank=True)
    bron = models.CharField("bron", max_length=200)
    vastgelegd_op = models.DateTimeField("vastgelegd op")
    vastgelegd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    vastgelegd_door_naam = models.CharField("vastgelegd door", max_length=200)

    class Meta:
        ordering = ["-vastgelegd_op", "-id"]
        verbose_name = "aanname van de personeelsplanning"
        verbose_name_plural = "aannames van de personeelsplanning"
        indexes = [models.Index(fields=["jaar", "professie", "soort"])]
        constraints = [
            models.CheckConstraint(
                name="spp_fte", condition=Q(fte__gte=0),
                violation_error_message="Een aantal fte is 0 of meer.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.professie} {self.jaar}: {self.get_soort_display()} {self.fte} fte"


class Leeftijdsgroep(models.Model):
    """How many people of a professie are how old: a group, never a person (R314, R307)."""

    peildatum = models.DateField("peildatum")
    professie = models.ForeignKey(Professie, models.PROTECT, related_name="leeftijdsgroepen")
    cohort = models.CharField("leeftijd", max_length=12)
    aantal = models.PositiveIntegerField("aantal mensen")
    fte = models.DecimalField("fte", max_digits=8, decimal_places=2)

    class Meta:
        ordering = ["-peildatum", "professie", "cohort"]
        verbose_name = "leeftijdsgroep"
        verbose_name_plural = "leeftijdsgroepen"
        constraints = [
            models.UniqueConstraint(
                fields=["peildatum", "professie", "cohort"], name="leeftijdsgroep_uniek"
            ),
            models.CheckConstraint(
                name="leeftijdsgroep_vijf", condition=Q(aantal__gte=KLEINSTE_GROEP),
                violation_error_message="Een leeftijdsgroep heeft ten minste vijf mensen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.professie}, {self.cohort}: {self.aantal}"


class SPPOpmerking(MetPubliekId):
    """What somebody who gives or leads work says about an assumption (R309)."""

    aanname = models.ForeignKey(SPPAanname, models.CASCADE, related_name="opmerkingen")
    tekst = models.CharField("opmerking", max_length=500)
    geplaatst_op = models.DateTimeField("geplaatst op")
    geplaatst_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    geplaatst_door_naam = models.CharField("geplaatst door", max_length=200)

    class Meta:
        ordering = ["geplaatst_op", "id"]
        verbose_name = "opmerking bij een aanname"
        verbose_name_plural = "opmerkingen bij aannames"

    def __str__(self) -> str:
        return f"{self.geplaatst_door_naam} bij {self.aanname}"
