from django.db import models
from django.db.models import Q

from config.kern.constraints import einde_na_begin
from config.kern.models import MetPubliekId
from pdomein.models import Medewerker


class VanWerkNaarWerk(MetPubliekId):
    """Somebody whose work ends is helped to other work first; with that person's consent (R285).
    """

    medewerker = models.ForeignKey(Medewerker, models.CASCADE, related_name="van_werk_naar_werk")
    begin = models.DateField("vanaf")
    einde = models.DateField("tot", null=True, blank=True)
    vastgelegd_door_naam = models.CharField("vastgelegd door", max_length=200)

    class Meta:
        ordering = ["begin", "id"]
        verbose_name = "van werk naar werk"
        verbose_name_plural = "van werk naar werk"
        constraints = [
            einde_na_begin(naam="vwnw_periode", begin="begin", einde="einde"),
            models.UniqueConstraint(
                fields=["medewerker"], name="vwnw_een_open", condition=Q(einde__isnull=True),
                violation_error_message="Deze collega staat al op de lijst.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker} sinds {self.begin:%d-%m-%Y}"
