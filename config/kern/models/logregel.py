from django.db import models


class Logregel(models.Model):
    """What happened, who did it, in the same transaction. No foreign keys: it outlives all (R408).

    A database guard refuses UPDATE and DELETE.
    """

    tijdstip = models.DateTimeField("tijdstip", db_index=True)
    handeling = models.CharField("handeling", max_length=60, db_index=True)
    actor_id = models.BigIntegerField("wie (id)", null=True, blank=True)
    actor_naam = models.CharField("wie", max_length=200)
    object_soort = models.CharField("soort object", max_length=40, blank=True)
    object_id = models.UUIDField("object", null=True, blank=True)
    object_naam = models.CharField("waarover", max_length=250, blank=True)
    gegevens = models.JSONField("gegevens", default=dict)

    class Meta:
        ordering = ["-tijdstip", "-id"]
        verbose_name = "logregel"
        verbose_name_plural = "logregels"
        indexes = [models.Index(fields=["object_soort", "object_id", "-tijdstip"])]

    def __str__(self) -> str:
        return f"{self.tijdstip:%d-%m-%Y %H:%M} {self.handeling}"


class Inzage(models.Model):
    """Somebody looked at personal data of somebody else; shown to its owner (R345, R408)."""

    tijdstip = models.DateTimeField("tijdstip")
    wie_id = models.BigIntegerField("wie (id)", null=True)
    wie_naam = models.CharField("wie", max_length=200)
    wiens_id = models.BigIntegerField("van wie (gebruiker-id)", db_index=True)
    wat = models.CharField("wat", max_length=120)
    waarvoor = models.CharField("waarvoor", max_length=200)

    class Meta:
        ordering = ["-tijdstip", "-id"]
        verbose_name = "inzage"
        verbose_name_plural = "inzagen"

    def __str__(self) -> str:
        return f"{self.wie_naam}: {self.wat}"
