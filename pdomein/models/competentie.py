from django.db import models
from django.db.models import Q

from config.kern.models import MetPubliekId
from pdomein.enums_leren import CompetentieBron


class Competentie(MetPubliekId):
    """One entry of the shared list of competenties, in a tree (R342)."""

    code = models.SlugField("code", unique=True, max_length=80)
    naam = models.CharField("naam", max_length=250)
    omschrijving = models.TextField("omschrijving", blank=True)
    bovenliggende = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="onderliggende"
    )
    uri = models.URLField("herkomst (URI)", blank=True)
    bron = models.CharField(
        "bron", max_length=12, choices=CompetentieBron, default=CompetentieBron.EIGEN,
        db_default=CompetentieBron.EIGEN.value,
    )
    vervallen_op = models.DateField("vervallen op", null=True, blank=True)

    class Meta:
        ordering = ["naam"]
        verbose_name = "competentie"
        verbose_name_plural = "competenties"
        constraints = [
            models.UniqueConstraint(
                fields=["uri"], name="competentie_uri_uniek", condition=~Q(uri=""),
                violation_error_message="Deze herkomst staat al bij een andere competentie.",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class CompetentieSynoniem(models.Model):
    competentie = models.ForeignKey(Competentie, models.CASCADE, related_name="synoniemen")
    naam = models.CharField("naam", max_length=250)

    class Meta:
        ordering = ["naam"]
        verbose_name = "synoniem"
        verbose_name_plural = "synoniemen"
        constraints = [
            models.UniqueConstraint(fields=["competentie", "naam"], name="synoniem_uniek")
        ]

    def __str__(self) -> str:
        return self.naam
