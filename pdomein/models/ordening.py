from django.db import models

from config.kern.models import MetPubliekId


class ProfessioneelDomein(MetPubliekId):
    """A working domain of the Professioneel Domeinen Model; names are data (R174, R177)."""

    code = models.SlugField("code", unique=True)
    naam = models.CharField("naam", max_length=120)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        ordering = ["volgorde", "naam"]
        verbose_name = "professioneel domein"
        verbose_name_plural = "professionele domeinen"

    def __str__(self) -> str:
        return self.naam


class Cluster(MetPubliekId):
    """An optional level between domein and P-team (R174)."""

    domein = models.ForeignKey(ProfessioneelDomein, models.PROTECT, related_name="clusters")
    code = models.SlugField("code", unique=True)
    naam = models.CharField("naam", max_length=120)

    class Meta:
        ordering = ["naam"]
        verbose_name = "cluster"
        verbose_name_plural = "clusters"

    def __str__(self) -> str:
        return self.naam


class Professie(MetPubliekId):
    """A vak, kennisgebied or rol that a P-team shares (R118)."""

    code = models.SlugField("code", unique=True)
    naam = models.CharField("naam", max_length=120)

    class Meta:
        ordering = ["naam"]
        verbose_name = "professie"
        verbose_name_plural = "professies"

    def __str__(self) -> str:
        return self.naam
