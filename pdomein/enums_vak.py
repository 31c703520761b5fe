"""Choices around the yearly list of P-teams, vakgenootschappen and vakcirkels."""

from django.db import models


class LijstStatus(models.TextChoices):
    CONCEPT = "concept", "Concept"
    VASTGESTELD = "vastgesteld", "Vastgesteld"


class Oordeel(models.TextChoices):
    """What the yearly recalibration says about one team (R164, R165)."""

    OPEN = "open", "Nog niet bekeken"
    BEHOUDEN = "behouden", "Behouden"
    WIJZIGEN = "wijzigen", "Wijzigen"
    NIEUW = "nieuw", "Nieuw team gewenst"
    NIET_GEWENST = "niet_gewenst", "Niet meer gewenst"


class VakcirkelStatus(models.TextChoices):
    CONCEPT = "concept", "Concept"
    BESPROKEN = "besproken", "Besproken met een directeur M&O"
    ACTIEF = "actief", "Actief"
    GESTOPT = "gestopt", "Gestopt"


class VoorstelStatus(models.TextChoices):
    INGEDIEND = "ingediend", "Wacht op het P-beraad"
    AANGENOMEN = "aangenomen", "Aangenomen"
    AFGEWEZEN = "afgewezen", "Afgewezen"
