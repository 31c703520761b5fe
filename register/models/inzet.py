from django.db import models
from django.db.models import Q

from config.kern.constraints import einde_na_begin
from opgaven.models import Opdracht
from pdomein.models import Medewerker
from register.enums import Teamrol
from register.models.tijdassen import Registerrij


class Inzet(Registerrij):
    """A person works a part of the time on a (deel)opdracht (R005, R051, R241)."""

    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="inzetten")
    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="inzetten")
    teamrol = models.CharField("rol in het team", max_length=12, choices=Teamrol)
    fte = models.DecimalField("fte", max_digits=4, decimal_places=3)
    resultaat = models.CharField("afgesproken resultaat", max_length=250, blank=True)

    class Meta:
        ordering = ["-begin_geldigheid", "-tijdstip_registratie"]
        verbose_name = "inzet"
        verbose_name_plural = "inzetten"
        indexes = [
            models.Index(fields=["medewerker", "begin_geldigheid", "einde_geldigheid"]),
            models.Index(fields=["opdracht", "begin_geldigheid", "einde_geldigheid"]),
        ]
        constraints = [
            einde_na_begin(
                naam="inzet_periode", begin="begin_geldigheid", einde="einde_geldigheid"
            ),
            models.CheckConstraint(
                name="inzet_fte", condition=Q(fte__gt=0) & Q(fte__lte=2),
                violation_error_message="De inzet is groter dan 0 en hooguit 2 fte.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker}: {self.fte} fte op {self.opdracht}"
