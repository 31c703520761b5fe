"""What other systems follow: a numbered feed, and who gets each event sent (R193)."""

from datetime import datetime
from typing import Self

from django.db import models

from config.kern.models import MetPubliekId
from register.enums import Bezorgstatus, GebeurtenisSoort


class Registergebeurtenis(MetPubliekId):
    """One event of the feed. Holds ids and codes only: who may know more asks the API."""

    volgnummer = models.BigIntegerField("volgnummer", unique=True)
    soort = models.CharField("soort", max_length=20, choices=GebeurtenisSoort)
    tijdstip = models.DateTimeField("tijdstip")
    sleutel = models.CharField("sleutel", max_length=80, unique=True)
    schakel = models.BigIntegerField("schakel", null=True, blank=True)
    gegevens = models.JSONField("gegevens")

    class Meta:
        ordering = ["volgnummer"]
        verbose_name = "gebeurtenis van het register"
        verbose_name_plural = "gebeurtenissen van het register"

    def __str__(self) -> str:
        return f"{self.volgnummer} {self.get_soort_display()}"


class Webhook(MetPubliekId):
    """An address of another system that gets every event (Standard Webhooks).

    The secret is not stored: it is derived from the secret of the installation and ``versie``.
    """

    naam = models.CharField("naam", max_length=120, unique=True)
    url = models.URLField("adres", max_length=500)
    soorten = models.JSONField("welke gebeurtenissen", default=list)
    is_actief = models.BooleanField("actief", default=True)
    versie = models.PositiveSmallIntegerField("versie van het geheim", default=1)
    na_volgnummer = models.BigIntegerField("gebeurtenissen na")
    aangemaakt_op = models.DateTimeField("aangemaakt op")

    class Meta:
        ordering = ["naam"]
        verbose_name = "webhook"
        verbose_name_plural = "webhooks"

    def __str__(self) -> str:
        return self.naam


class BezorgingQuerySet(models.QuerySet):
    def te_bezorgen(self, nu: datetime) -> Self:
        return self.filter(
            status=Bezorgstatus.WACHT, volgende_poging__lte=nu, webhook__is_actief=True
        )


class Bezorging(MetPubliekId):
    """One event for one address: tried until it arrives, at most ``MAX_POGINGEN`` times."""

    MAX_POGINGEN = 8

    webhook = models.ForeignKey(Webhook, models.PROTECT, related_name="bezorgingen")
    gebeurtenis = models.ForeignKey(
        Registergebeurtenis, models.PROTECT, related_name="bezorgingen"
    )
    status = models.CharField(
        "status", max_length=10, choices=Bezorgstatus, default=Bezorgstatus.WACHT
    )
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0)
    volgende_poging = models.DateTimeField("volgende poging")
    laatste_poging = models.DateTimeField("laatste poging", null=True, blank=True)
    uitkomst = models.CharField("laatste uitkomst", max_length=120, blank=True)

    objects = BezorgingQuerySet.as_manager()

    class Meta:
        ordering = ["-gebeurtenis__volgnummer"]
        verbose_name = "bezorging"
        verbose_name_plural = "bezorgingen"
        indexes = [
            models.Index(
                fields=["volgende_poging"], condition=models.Q(status=Bezorgstatus.WACHT),
                name="bezorging_wacht",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["webhook", "gebeurtenis"], name="bezorging_een_keer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.webhook}: {self.gebeurtenis_id}"
