from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from config.kern.models import Besluit, MetPubliekId
from opgaven.enums import Label, OpdrachtSoort, OpdrachtStatus, PlaatsSoort, ScopeStatus
from opgaven.models.opgave import Opgave
from pdomein.models import Competentie, Professie


class Opdracht(MetPubliekId):
    """Work under one opgave; a deelopdracht names the opdracht above it, one level deep.

    The profile has the five headings of the sources (R037).
    """

    code = models.CharField("code", max_length=30, unique=True)
    naam = models.CharField("titel resultaatopdracht", max_length=250)
    opgave = models.ForeignKey(Opgave, models.PROTECT, related_name="opdrachten")
    bovenliggende = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="deelopdrachten"
    )
    soort = models.CharField("soort", max_length=20, choices=OpdrachtSoort)
    begrotingscode = models.CharField("begrotingscode", max_length=30, blank=True)
    motivatie_afwijking_begroting = models.TextField(
        "waarom wijkt dit af van de begroting?", blank=True
    )
    label = models.CharField("label", max_length=10, choices=Label)
    status = models.CharField(
        "status", max_length=20, choices=OpdrachtStatus, default=OpdrachtStatus.CONCEPT
    )
    fase = models.CharField("fase van het werk", max_length=60, blank=True)
    waarom = models.TextField("waarom?", blank=True)
    wat = models.TextField("wat?", blank=True)
    hoe = models.TextField("hoe?", blank=True)
    wie = models.TextField("wie?", blank=True)
    beoogd_resultaat = models.TextField("beoogd resultaat", blank=True)
    past_in_portefeuille = models.TextField("past in de portefeuille", blank=True)
    budget_materieel = models.DecimalField(
        "materieel budget (euro)", max_digits=14, decimal_places=2, null=True, blank=True
    )
    capaciteit_fte = models.DecimalField(
        "capaciteit (fte)", max_digits=6, decimal_places=2, null=True, blank=True
    )
    begin = models.DateField("looptijd vanaf", null=True, blank=True)
    einde = models.DateField("looptijd tot", null=True, blank=True)
    prioriteit = models.PositiveSmallIntegerField("prioriteit", default=3)
    versie = models.PositiveIntegerField("versie", default=1)

    class Meta:
        ordering = ["code"]
        verbose_name = "opdracht"
        verbose_name_plural = "opdrachten"
        indexes = [models.Index(fields=["status", "label"])]
        constraints = [
            models.CheckConstraint(
                name="opdracht_begroting_of_motivatie",
                condition=~Q(begrotingscode="") | ~Q(motivatie_afwijking_begroting=""),
                violation_error_message="Vul de begrotingscode in of leg uit waarom die ontbreekt.",
            ),
            models.CheckConstraint(
                name="opdracht_niet_onder_zichzelf",
                condition=Q(bovenliggende__isnull=True) | ~Q(bovenliggende=F("pk")),
            ),
            models.CheckConstraint(
                name="opdracht_looptijd",
                condition=Q(einde__isnull=True) | Q(begin__isnull=True) | Q(einde__gt=F("begin")),
                violation_error_message="De einddatum moet na de begindatum liggen.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def laatste_dag(self) -> date | None:
        """The last day of the work; ``einde`` is the first day no longer."""
        return self.einde - timedelta(days=1) if self.einde else None


class Statusovergang(models.Model):
    """A step in the life of an opdracht: who, when, by which decision (R039)."""

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="statusovergangen")
    van = models.CharField("van", max_length=20, choices=OpdrachtStatus)
    naar = models.CharField("naar", max_length=20, choices=OpdrachtStatus)
    op = models.DateTimeField("op")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, blank=True)
    reden = models.TextField("reden", blank=True)

    class Meta:
        ordering = ["-op", "-id"]
        verbose_name = "statusovergang"
        verbose_name_plural = "statusovergangen"


class ScopeVersie(MetPubliekId):
    """Budget, powers and strategic choices of an opdracht, in versions (R028, R029)."""

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="scopes")
    nummer = models.PositiveSmallIntegerField("versie")
    budget_materieel = models.DecimalField("materieel budget", max_digits=14, decimal_places=2)
    mandaat = models.TextField("mandaat")
    strategische_keuzes = models.TextField("strategische keuzes")
    status = models.CharField(
        "status", max_length=14, choices=ScopeStatus, default=ScopeStatus.VOORGESTELD
    )
    voorgesteld_op = models.DateTimeField("voorgesteld op")
    beslist_op = models.DateTimeField("beslist op", null=True, blank=True)
    beslist_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-nummer"]
        verbose_name = "scope"
        verbose_name_plural = "scopes"
        constraints = [
            models.UniqueConstraint(fields=["opdracht", "nummer"], name="scope_nummer_uniek")
        ]


class Capaciteitsvraag(MetPubliekId):
    """One kind of place that an opdracht asks for (R217); becomes matchvragen when programmed."""

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="capaciteitsvragen")
    plaats = models.CharField("plaats", max_length=4, choices=PlaatsSoort)
    professie = models.ForeignKey(Professie, models.PROTECT, null=True, blank=True)
    omschrijving = models.CharField("omschrijving", max_length=200)
    aantal = models.PositiveSmallIntegerField("aantal plaatsen", default=1)
    fte = models.DecimalField("fte per plaats", max_digits=4, decimal_places=2)
    schaal_van = models.PositiveSmallIntegerField("schaal van")
    schaal_tot = models.PositiveSmallIntegerField("schaal tot en met")
    begin = models.DateField("vanaf")
    einde = models.DateField("tot", null=True, blank=True)

    class Meta:
        ordering = ["opdracht", "plaats", "id"]
        verbose_name = "capaciteitsvraag"
        verbose_name_plural = "capaciteitsvragen"
        constraints = [
            models.CheckConstraint(
                name="capaciteitsvraag_schaal", condition=Q(schaal_tot__gte=F("schaal_van")),
                violation_error_message="De hoogste schaal ligt onder de laagste.",
            )
        ]


class GevraagdeCompetentie(models.Model):
    capaciteitsvraag = models.ForeignKey(
        Capaciteitsvraag, models.CASCADE, related_name="competenties"
    )
    competentie = models.ForeignKey(Competentie, models.PROTECT, related_name="+")
    niveau = models.PositiveSmallIntegerField("niveau")
    gewicht = models.PositiveSmallIntegerField("gewicht", default=2)
    vereist = models.BooleanField("vereist", default=False)

    class Meta:
        ordering = ["-vereist", "-gewicht", "competentie__naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["capaciteitsvraag", "competentie"], name="gevraagde_competentie_uniek"
            )
        ]


class Mijlpaal(MetPubliekId):
    opdracht = models.ForeignKey(Opdracht, models.CASCADE, related_name="mijlpalen")
    naam = models.CharField("naam", max_length=200)
    datum = models.DateField("datum")
    gehaald_op = models.DateField("gehaald op", null=True, blank=True)

    class Meta:
        ordering = ["datum"]
        verbose_name = "mijlpaal"
        verbose_name_plural = "mijlpalen"


class Risico(MetPubliekId):
    opdracht = models.ForeignKey(Opdracht, models.CASCADE, related_name="risicos")
    omschrijving = models.CharField("omschrijving", max_length=250)
    kans = models.PositiveSmallIntegerField("kans (1-5)")
    gevolg = models.PositiveSmallIntegerField("gevolg (1-5)")
    maatregel = models.CharField("maatregel", max_length=250)
    eigenaar = models.CharField("eigenaar", max_length=120)

    class Meta:
        ordering = ["-kans", "-gevolg"]
        verbose_name = "risico"
        verbose_name_plural = "risico's"
