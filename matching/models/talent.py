from django.db import models
from django.db.models import F, Q

from config.kern.models import MetPubliekId
from matching.enums import Herkomst
from matching.models.werving import ExterneWerving
from pdomein.models import PTeam


class Talent(MetPubliekId):
    """Somebody outside, kept with consent and an end date; after that day the row is deleted.

    R283: a suitable candidate who was not hired. R286: people who may come back.
    """

    naam = models.CharField("naam", max_length=160)
    email = models.EmailField("e-mailadres")
    herkomst = models.CharField("hoe kennen we deze persoon?", max_length=14, choices=Herkomst)
    expertise = models.TextField("waarvoor kun je deze persoon bellen?")
    pteam = models.ForeignKey(PTeam, models.PROTECT, related_name="talenten")
    toestemming_op = models.DateField("toestemming gegeven op")
    toestemming_tot = models.DateField("toestemming tot en met")
    toegevoegd_door_naam = models.CharField("toegevoegd door", max_length=200)
    toegevoegd_op = models.DateTimeField("toegevoegd op")

    class Meta:
        ordering = ["naam", "id"]
        verbose_name = "talent"
        verbose_name_plural = "talenten"
        constraints = [
            models.CheckConstraint(
                name="talent_toestemming", condition=Q(toestemming_tot__gt=F("toestemming_op")),
                violation_error_message="De toestemming moet een einddatum in de toekomst hebben.",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class TalentDeling(models.Model):
    """A talent was made known to whoever recruits for this place; who and when is kept (R283)."""

    talent = models.ForeignKey(Talent, models.CASCADE, related_name="delingen")
    werving = models.ForeignKey(ExterneWerving, models.PROTECT, related_name="gedeelde_talenten")
    gedeeld_op = models.DateTimeField("gedeeld op")
    gedeeld_door_naam = models.CharField("gedeeld door", max_length=200)

    class Meta:
        ordering = ["-gedeeld_op", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["talent", "werving"], name="talentdeling_een_keer",
                violation_error_message="Dit talent is al met deze werving gedeeld.",
            )
        ]
