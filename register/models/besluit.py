"""What the register keeps with a decision: the advice that was given (R207, R208)."""

from django.db import models
from django.db.models import Q

from config.kern.models import Besluit, MetPubliekId
from register.enums import AdviesWeging, Strekking


class Advies(MetPubliekId):
    """An advice on a decision, how heavy it weighs, and why it was not followed.

    "In beginsel dan ook niet vrijblijvend" (Werkingsprincipes §7.8): who does not follow it says
    why.
    """

    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="registeradviezen")
    adviseur = models.CharField("adviseur", max_length=120)
    uitgebracht_op = models.DateField("uitgebracht op")
    strekking = models.CharField("strekking", max_length=12, choices=Strekking)
    weging = models.CharField("weging", max_length=16, choices=AdviesWeging)
    toelichting = models.CharField("toelichting", max_length=500, blank=True)
    is_gevolgd = models.BooleanField("gevolgd", default=True)
    motivering = models.CharField("waarom niet gevolgd", max_length=500, blank=True)

    class Meta:
        ordering = ["uitgebracht_op", "pk"]
        verbose_name = "advies"
        verbose_name_plural = "adviezen"
        constraints = [
            models.CheckConstraint(
                name="advies_niet_gevolgd_met_motivering",
                condition=Q(is_gevolgd=True)
                | Q(weging=AdviesWeging.VRIJBLIJVEND)
                | ~Q(motivering=""),
                violation_error_message="Leg uit waarom dit advies niet is gevolgd.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.adviseur}: {self.get_strekking_display()}"
