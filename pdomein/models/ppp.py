from datetime import date
from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Case, Q, Value, When

from config.kern.models import MetPubliekId
from pdomein.enums import Niveau, Zichtbaarheid
from pdomein.enums_leren import Mentorwens, Openheid
from pdomein.models.competentie import Competentie
from pdomein.models.medewerker import Medewerker
from pdomein.models.ordening import Professie


class PPPQuerySet(models.QuerySet):
    def zichtbaar(self, dag: date) -> Self:
        """Published, not paused, of somebody in service: what colleagues may find on ``dag``."""
        return self.filter(
            Q(gepubliceerd_op__isnull=False)
            & (Q(pauze_tot=None) | Q(pauze_tot__lte=dag))
            & Q(medewerker__in_dienst__lte=dag)
            & (Q(medewerker__uit_dienst=None) | Q(medewerker__uit_dienst__gt=dag))
        )


def _voor_iedereen(zichtbaar: str, tekst: str) -> Case:
    return Case(
        When(**{zichtbaar: Zichtbaarheid.IEDEREEN}, then=tekst), default=Value(""),
        output_field=models.TextField(),
    )


class PPP(MetPubliekId):
    """Persoonlijk Professioneel Profiel: three parts, shown only as its owner wants (R141, R143).

    Part 2 (wishes) is for the owner and the own P-manager, whatever is published (R345).
    """

    medewerker = models.OneToOneField(Medewerker, models.CASCADE, related_name="ppp")
    kennis_en_kunde = models.TextField("welke kennis en kunde heb je in huis?", blank=True)
    ontwikkelen = models.TextField("hoe kan en wil je je ontwikkelen?", blank=True)
    bellen_voor = models.TextField("waar kunnen we jou voor bellen?", blank=True)
    zichtbaar_kennis = models.CharField(
        "wie ziet deel 1", max_length=10, choices=Zichtbaarheid, default=Zichtbaarheid.IEDEREEN
    )
    zichtbaar_bellen = models.CharField(
        "wie ziet deel 3", max_length=10, choices=Zichtbaarheid, default=Zichtbaarheid.IEDEREEN
    )
    mentor = models.CharField(
        "mentor", max_length=6, choices=Mentorwens, blank=True, default="", db_default=""
    )
    mentor_onderwerp = models.CharField(
        "waarover", max_length=200, blank=True, default="", db_default=""
    )
    openheid = models.CharField(
        "open voor ander werk", max_length=8, choices=Openheid, blank=True, default="",
        db_default="",
    )
    open_vanaf = models.DateField("beschikbaar vanaf", null=True, blank=True)
    professies = models.ManyToManyField(
        Professie, blank=True, related_name="+", verbose_name="vakken waarin ik thuis ben"
    )
    gepubliceerd_op = models.DateTimeField("gepubliceerd op", null=True, blank=True)
    bevestigd_op = models.DateTimeField("bevestigd op", null=True, blank=True)
    pauze_tot = models.DateField("pauze tot", null=True, blank=True)
    versie = models.PositiveIntegerField("versie", default=1)
    bijgewerkt_op = models.DateTimeField("bijgewerkt op")
    zoektekst = models.GeneratedField(
        expression=SearchVector(
            _voor_iedereen("zichtbaar_kennis", "kennis_en_kunde"),
            _voor_iedereen("zichtbaar_bellen", "bellen_voor"),
            config="dutch",
        ),
        output_field=SearchVectorField(),
        db_persist=True,
        help_text="Alleen de delen die alle collega's mogen zien.",
    )

    objects = PPPQuerySet.as_manager()

    class Meta:
        verbose_name = "PPP"
        verbose_name_plural = "PPP's"
        indexes = [GinIndex(fields=["zoektekst"], name="ppp_zoektekst")]

    def __str__(self) -> str:
        return f"PPP van {self.medewerker}"


class PPPVersie(models.Model):
    """What a PPP said at a moment; kept for its owner (R146)."""

    ppp = models.ForeignKey(PPP, models.CASCADE, related_name="versies")
    nummer = models.PositiveIntegerField("versie")
    inhoud = models.JSONField("inhoud")
    aanleiding = models.CharField("aanleiding", max_length=120, blank=True)
    vastgelegd_op = models.DateTimeField("vastgelegd op")

    class Meta:
        ordering = ["-nummer"]
        verbose_name = "versie van een PPP"
        verbose_name_plural = "versies van een PPP"
        constraints = [
            models.UniqueConstraint(fields=["ppp", "nummer"], name="ppp_versie_uniek")
        ]


class PPPCompetentie(models.Model):
    """A competentie that a person says to have, with level and one line of evidence (R347)."""

    ppp = models.ForeignKey(PPP, models.CASCADE, related_name="competenties")
    competentie = models.ForeignKey(Competentie, models.PROTECT, related_name="+")
    niveau = models.PositiveSmallIntegerField("niveau", choices=Niveau)
    bewijs = models.CharField("waar blijkt dat uit?", max_length=250, blank=True)
    wil_ontwikkelen = models.BooleanField("wil ik verder ontwikkelen", default=False)

    class Meta:
        ordering = ["-niveau", "competentie__naam"]
        verbose_name = "competentie in een PPP"
        verbose_name_plural = "competenties in een PPP"
        indexes = [models.Index(fields=["competentie", "niveau"])]
        constraints = [
            models.UniqueConstraint(
                fields=["ppp", "competentie"], name="ppp_competentie_uniek",
                violation_error_message="Deze competentie staat al in je PPP.",
            ),
            models.CheckConstraint(
                name="ppp_niveau", condition=Q(niveau__gte=1) & Q(niveau__lte=5)
            ),
        ]
