"""What watches over the register: anchors, findings with an owner, and confirmations."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.kern.models import Besluit, Gremium, MetPubliekId
from register.enums import BevindingSoort, BevindingStatus


class Anker(MetPubliekId):
    """The head of the chain at the end of a day: what an outsider keeps to compare with later.

    Without a copy elsewhere a rewritten or shortened chain cannot be seen (BETROUWBAAR 2.A6).
    """

    dag = models.DateField("dag", unique=True)
    volgnummer = models.BigIntegerField("laatste schakel")
    hash = models.CharField("hash", max_length=64)
    tijdstip = models.DateTimeField("vastgelegd op")
    gemaild_op = models.DateTimeField("gemaild op", null=True, blank=True)

    class Meta:
        ordering = ["-dag"]
        verbose_name = "anker"
        verbose_name_plural = "ankers"

    def __str__(self) -> str:
        return f"{self.dag.isoformat()} {self.volgnummer}"


class BevindingQuerySet(models.QuerySet):
    def openstaand(self) -> Self:
        return self.filter(status=BevindingStatus.OPEN)

    def lopend(self) -> Self:
        """Not gone by itself: open, or explained and still there."""
        return self.exclude(status=BevindingStatus.OPGELOST)

    def te_laat(self, dag: date) -> Self:
        return self.openstaand().filter(uiterlijk__lt=dag)


class Bevinding(MetPubliekId):
    """Something in the register that asks for an act, with who must see to it and until when."""

    soort = models.CharField("soort", max_length=24, choices=BevindingSoort)
    sleutel = models.CharField("waarover (sleutel)", max_length=120)
    onderwerp = models.CharField("waarover", max_length=300)
    gevonden_op = models.DateField("gevonden op")
    uiterlijk = models.DateField("uiterlijk geregeld")
    eigenaar = models.CharField("wie regelt dit", max_length=120)
    status = models.CharField(
        "status", max_length=12, choices=BevindingStatus, default=BevindingStatus.OPEN
    )
    toelichting = models.CharField("toelichting", max_length=500, blank=True)
    afgehandeld_op = models.DateTimeField("afgehandeld op", null=True, blank=True)
    afgehandeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = BevindingQuerySet.as_manager()

    class Meta:
        ordering = ["uiterlijk", "soort", "pk"]
        verbose_name = "bevinding"
        verbose_name_plural = "bevindingen"
        constraints = [
            models.UniqueConstraint(
                fields=["soort", "sleutel"], condition=~Q(status=BevindingStatus.OPGELOST),
                name="bevinding_een_keer_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}: {self.onderwerp}"


class Registerbevestiging(MetPubliekId):
    """The O-beraad confirmed the register as it stood; the hash freezes what that was (R191)."""

    gremium = models.ForeignKey(Gremium, models.PROTECT, related_name="+")
    besluit = models.OneToOneField(Besluit, models.PROTECT, related_name="+")
    peildag = models.DateField("stand van")
    tijdstip = models.DateTimeField("bevestigd op")
    aantal_rijen = models.PositiveIntegerField("vermeldingen")
    stand_sha256 = models.CharField("afdruk van de stand", max_length=64)
    volgnummer = models.BigIntegerField("laatste schakel")
    keten_hash = models.CharField("hash van de laatste schakel", max_length=64)
    bevindingen = models.JSONField("bevindingen per soort", default=dict)
    bevestigd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-tijdstip", "-pk"]
        verbose_name = "bevestiging van het register"
        verbose_name_plural = "bevestigingen van het register"

    def __str__(self) -> str:
        return f"Bevestiging van {self.peildag.isoformat()}"
