"""What stands around a PPP: consent to read it, recognition by colleagues, the norm (R144)."""

from django.db import models
from django.db.models import Q

from config.kern.models import MetPubliekId
from pdomein.enums_leren import Normrubriek, Normstaat
from pdomein.models.medewerker import Medewerker
from pdomein.models.ppp import PPP, PPPCompetentie


class PPPToestemming(MetPubliekId):
    """The owner lets one colleague read the whole PPP for a while (R345, R395)."""

    ppp = models.ForeignKey(PPP, models.CASCADE, related_name="toestemmingen")
    aan = models.ForeignKey(Medewerker, models.CASCADE, related_name="+")
    waarvoor = models.CharField("waarvoor", max_length=200)
    gegeven_op = models.DateTimeField("gegeven op")
    tot = models.DateField("tot")
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)

    class Meta:
        ordering = ["-gegeven_op"]
        verbose_name = "toestemming om een PPP te lezen"
        verbose_name_plural = "toestemmingen om een PPP te lezen"
        constraints = [
            models.UniqueConstraint(
                fields=["ppp", "aan"], name="ppp_toestemming_een_open",
                condition=Q(ingetrokken_op=None),
                violation_error_message="Deze collega mag je PPP al lezen.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.aan} leest {self.ppp}"


class Herkenning(models.Model):
    """A colleague recognises a competentie at this level: objectivity by others (R347)."""

    rij = models.ForeignKey(PPPCompetentie, models.CASCADE, related_name="herkenningen")
    door = models.ForeignKey(Medewerker, models.CASCADE, related_name="+")
    niveau = models.PositiveSmallIntegerField("niveau dat toen gold")
    op = models.DateTimeField("op")

    class Meta:
        ordering = ["op"]
        verbose_name = "herkenning van een competentie"
        verbose_name_plural = "herkenningen van competenties"
        constraints = [
            models.UniqueConstraint(fields=["rij", "door"], name="herkenning_een_per_collega")
        ]


class Norm(MetPubliekId):
    """One line of the norm for P-managers; the list may be empty and is the province's (R144)."""

    naam = models.CharField("naam", max_length=200)
    rubriek = models.CharField("rubriek", max_length=12, choices=Normrubriek)
    toelichting = models.CharField("toelichting", max_length=500, blank=True)
    minimum = models.PositiveSmallIntegerField("minstens per jaar", null=True, blank=True)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    vervallen_op = models.DateField("vervallen op", null=True, blank=True)

    class Meta:
        ordering = ["rubriek", "volgorde", "naam"]
        verbose_name = "norm voor P-managers"
        verbose_name_plural = "normen voor P-managers"

    def __str__(self) -> str:
        return self.naam


class Normstand(models.Model):
    """How a P-manager relates to one line of the norm, in own words (DT-28)."""

    ppp = models.ForeignKey(PPP, models.CASCADE, related_name="normstanden")
    norm = models.ForeignKey(Norm, models.PROTECT, related_name="standen")
    stand = models.CharField("stand", max_length=10, choices=Normstaat)
    aantal = models.PositiveSmallIntegerField("aantal dit jaar", null=True, blank=True)
    toelichting = models.CharField("toelichting", max_length=500, blank=True)
    bijgewerkt_op = models.DateTimeField("bijgewerkt op")

    class Meta:
        ordering = ["norm__rubriek", "norm__volgorde"]
        verbose_name = "stand bij een norm"
        verbose_name_plural = "standen bij de norm"
        constraints = [
            models.UniqueConstraint(fields=["ppp", "norm"], name="normstand_uniek")
        ]
