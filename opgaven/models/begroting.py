from django.db import models

from config.kern.models import MetPubliekId


class Begroting(MetPubliekId):
    """One year of the provincial budget; imported, never edited here (R001, R004, R010)."""

    jaar = models.PositiveSmallIntegerField("begrotingsjaar", unique=True)
    ps_besluit = models.CharField("besluit van Provinciale Staten", max_length=120)
    vastgesteld_op = models.DateField("vastgesteld op")

    class Meta:
        ordering = ["-jaar"]
        verbose_name = "begroting"
        verbose_name_plural = "begrotingen"

    def __str__(self) -> str:
        return f"Begroting {self.jaar}"


class Beleidsambitie(MetPubliekId):
    begroting = models.ForeignKey(Begroting, models.PROTECT, related_name="ambities")
    code = models.CharField("code", max_length=30)
    naam = models.CharField("naam", max_length=250)
    collegeperiode = models.CharField("collegeperiode", max_length=20, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = "beleidsambitie"
        verbose_name_plural = "beleidsambities"
        constraints = [
            models.UniqueConstraint(fields=["begroting", "code"], name="ambitie_code_per_jaar")
        ]

    def __str__(self) -> str:
        return self.naam


class Beleidsdoel(MetPubliekId):
    ambitie = models.ForeignKey(Beleidsambitie, models.PROTECT, related_name="doelen")
    code = models.CharField("code", max_length=30)
    naam = models.CharField("naam", max_length=250)

    class Meta:
        ordering = ["code"]
        verbose_name = "beleidsdoel"
        verbose_name_plural = "beleidsdoelen"
        constraints = [
            models.UniqueConstraint(fields=["ambitie", "code"], name="doel_code_per_ambitie")
        ]

    def __str__(self) -> str:
        return self.naam
