from django.conf import settings
from django.db import models

from config.kern.models import Besluit, MetPubliekId
from opgaven.enums import Toetsonderdeel, Toetsuitkomst
from opgaven.models.opdracht import Opdracht


class Toets(MetPubliekId):
    """One of the three parts of the test by compliance & control (R204)."""

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="toetsen")
    onderdeel = models.CharField("onderdeel", max_length=12, choices=Toetsonderdeel)
    uitkomst = models.CharField("uitkomst", max_length=12, choices=Toetsuitkomst)
    toelichting = models.TextField("toelichting")
    getoetst_op = models.DateTimeField("getoetst op")
    getoetst_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["onderdeel"]
        verbose_name = "toets"
        verbose_name_plural = "toetsen"
        constraints = [
            models.UniqueConstraint(fields=["opdracht", "onderdeel"], name="toets_onderdeel_uniek")
        ]


class Programmering(MetPubliekId):
    """An opdracht that stands as a decision on a besluitenlijst (R218, R220)."""

    besluit = models.OneToOneField(Besluit, models.PROTECT, related_name="programmering")
    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="programmeringen")

    class Meta:
        verbose_name = "programmering"
        verbose_name_plural = "programmeringen"
