from django.db import models
from django.db.models import F, Q

from config.kern.constraints import einde_na_begin
from opgaven.models import Opdracht
from pdomein.models import Medewerker
from register.models.rol import Rol
from register.models.tijdassen import Registerrij


class Ondermandaat(Registerrij):
    """A holder of a role passes one power on to somebody else, on one opdracht (R076, R186).

    It holds only as long as the giver holds the role and the regulation lets the power be passed
    on; that is asked on the day itself, so it ends with the giver without a row being written.
    """

    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="ondermandaten")
    gever = models.ForeignKey(
        Medewerker, models.PROTECT, related_name="gegeven_ondermandaten", verbose_name="gever"
    )
    rol = models.ForeignKey(
        Rol, models.PROTECT, related_name="ondermandaten", verbose_name="rol van de gever"
    )
    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="ondermandaten")
    artikel = models.CharField("artikel van de mandaatregeling", max_length=60)
    limiet_euro = models.DecimalField(
        "tot en met (euro)", max_digits=14, decimal_places=2, null=True, blank=True
    )

    class Meta:
        ordering = ["-begin_geldigheid", "-tijdstip_registratie"]
        verbose_name = "ondermandaat"
        verbose_name_plural = "ondermandaten"
        indexes = [models.Index(fields=["opdracht", "medewerker", "begin_geldigheid"])]
        constraints = [
            einde_na_begin(
                naam="ondermandaat_periode", begin="begin_geldigheid", einde="einde_geldigheid"
            ),
            models.CheckConstraint(
                name="ondermandaat_aan_een_ander", condition=~Q(gever=F("medewerker")),
                violation_error_message="Niemand geeft mandaat door aan zichzelf.",
            ),
            models.CheckConstraint(
                name="ondermandaat_limiet",
                condition=Q(limiet_euro__isnull=True) | Q(limiet_euro__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker}: {self.artikel} van {self.gever}"
