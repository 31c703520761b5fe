import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models


class Gebruiker(AbstractUser):
    """A login. What the person may do follows from roles with periods, never from this row."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    naam = models.CharField("naam", max_length=200)

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"

    def __str__(self) -> str:
        return self.naam

    def get_full_name(self) -> str:
        return self.naam


class DemoKlok(models.Model):
    """How far the demo runs ahead of the real clock; one row, written only in demo settings."""

    verschuiving_seconden = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = "demo-klok"
        verbose_name_plural = "demo-klok"


class Demorol(models.Model):
    """One person of the demo province who stands for a role ("kijk mee als …"); demo only."""

    code = models.SlugField("code", unique=True)
    titel = models.CharField("rol", max_length=100)
    omschrijving = models.CharField("wat deze rol doet", max_length=250, blank=True)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, related_name="+")

    class Meta:
        ordering = ["volgorde", "id"]
        verbose_name = "demorol"
        verbose_name_plural = "demorollen"

    def __str__(self) -> str:
        return self.titel
