from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q

from config.kern.models import Besluit, MetPubliekId
from matching.enums import Trigger, Zwaarte
from opgaven.enums import PlaatsSoort
from opgaven.models import Capaciteitsvraag, Opdracht
from pdomein.models import Competentie


class Matchvraag(MetPubliekId):
    """The request to fill one place of one opdracht (R220, R231, R246)."""

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="matchvragen")
    plaats = models.CharField("plaats", max_length=4, choices=PlaatsSoort)
    volgnummer = models.PositiveSmallIntegerField("plaats nummer", default=1)
    capaciteitsvraag = models.ForeignKey(Capaciteitsvraag, models.PROTECT, null=True, blank=True)
    omschrijving = models.CharField("welke plaats", max_length=200, blank=True)
    trigger = models.CharField("aanleiding", max_length=14, choices=Trigger)
    besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, blank=True)
    fte = models.DecimalField("fte", max_digits=4, decimal_places=2)
    geopend_op = models.DateTimeField("geopend op")
    gesloten_op = models.DateTimeField("gesloten op", null=True, blank=True)

    class Meta:
        ordering = ["-geopend_op", "opdracht", "plaats", "volgnummer"]
        verbose_name = "matchvraag"
        verbose_name_plural = "matchvragen"
        constraints = [
            models.UniqueConstraint(
                fields=["besluit", "capaciteitsvraag", "volgnummer"],
                name="matchvraag_een_per_plaats",
                condition=Q(trigger=Trigger.BESLUITENLIJST),
            )
        ]

    def __str__(self) -> str:
        waarvoor = str(self.opdracht)
        return self.wat if waarvoor in self.wat else f"{self.wat} voor {waarvoor}"

    @property
    def wat(self) -> str:
        """The place in words: for a team place what is asked, else the role."""
        is_team = self.plaats == PlaatsSoort.TEAM
        return self.omschrijving if is_team and self.omschrijving else self.get_plaats_display()


class TRO(MetPubliekId):
    """Tijdelijke resultaatopdracht: what is asked, for how long, at which level (R035, R037)."""

    matchvraag = models.OneToOneField(Matchvraag, models.PROTECT, related_name="tro")
    titel = models.CharField("titel resultaatopdracht", max_length=200)
    waarom = models.TextField("waarom?", blank=True)
    wat = models.TextField("wat?", blank=True)
    hoe = models.TextField("hoe?", blank=True)
    wie = models.TextField("wie?", blank=True)
    beoogd_resultaat = models.TextField("beoogd resultaat", blank=True)
    begin = models.DateField("vanaf", null=True, blank=True)
    einde = models.DateField("tot", null=True, blank=True)
    fte = models.DecimalField("fte", max_digits=4, decimal_places=2)
    schaal_van = models.PositiveSmallIntegerField("niveau vanaf schaal", null=True, blank=True)
    schaal_tot = models.PositiveSmallIntegerField("niveau tot en met schaal", null=True, blank=True)
    krapteberoep = models.BooleanField("krapteberoep", default=False)
    geschreven_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    versie = models.PositiveIntegerField("versie", default=1)
    bijgewerkt_op = models.DateTimeField("bijgewerkt op")
    zoektekst = models.GeneratedField(
        expression=SearchVector(
            "titel", "waarom", "wat", "hoe", "wie", "beoogd_resultaat", config="dutch"
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = "tijdelijke resultaatopdracht"
        verbose_name_plural = "tijdelijke resultaatopdrachten"
        indexes = [GinIndex(fields=["zoektekst"], name="tro_zoektekst")]
        constraints = [
            models.CheckConstraint(
                name="tro_looptijd",
                condition=Q(einde__isnull=True) | Q(begin__isnull=True) | Q(einde__gt=F("begin")),
                violation_error_message="De einddatum moet na de begindatum liggen.",
            ),
            models.CheckConstraint(
                name="tro_schaal",
                condition=Q(schaal_tot__isnull=True)
                | Q(schaal_van__isnull=True)
                | Q(schaal_tot__gte=F("schaal_van")),
                violation_error_message="De hoogste schaal ligt onder de laagste.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel


class TROCompetentie(models.Model):
    tro = models.ForeignKey(TRO, models.CASCADE, related_name="competenties")
    competentie = models.ForeignKey(Competentie, models.PROTECT, related_name="+")
    niveau = models.PositiveSmallIntegerField("niveau")
    gewicht = models.PositiveSmallIntegerField("gewicht", default=2)
    vereist = models.BooleanField("vereist", default=False)

    class Meta:
        ordering = ["-vereist", "-gewicht", "competentie__naam"]
        constraints = [
            models.UniqueConstraint(fields=["tro", "competentie"], name="tro_competentie_uniek")
        ]


class Weging(models.Model):
    """How heavy each criterion of the ranking counts for one matchvraag, in percent (R272)."""

    matchvraag = models.OneToOneField(Matchvraag, models.PROTECT, related_name="weging")
    competenties = models.PositiveSmallIntegerField(
        "competenties", choices=Zwaarte, default=Zwaarte.GEWOON
    )
    niveau = models.PositiveSmallIntegerField("niveau", choices=Zwaarte, default=Zwaarte.GEWOON)
    uren = models.PositiveSmallIntegerField("vrije uren", choices=Zwaarte, default=Zwaarte.GEWOON)
    wens = models.PositiveSmallIntegerField(
        "ontwikkelwens", choices=Zwaarte, default=Zwaarte.GEWOON
    )
    ervaring = models.PositiveSmallIntegerField(
        "ervaring", choices=Zwaarte, default=Zwaarte.GEWOON
    )
    reden = models.TextField("waarom")
    gewijzigd_op = models.DateTimeField("gewijzigd op")
    gewijzigd_door_naam = models.CharField("gewijzigd door", max_length=200)

    class Meta:
        verbose_name = "weging"
        verbose_name_plural = "wegingen"

    def __str__(self) -> str:
        return f"Weging van {self.matchvraag}"


class Vrijval(MetPubliekId):
    """Work within an opdracht that falls free, with the two questions (R233, R234)."""

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="vrijvallen")
    inzet = models.UUIDField("inzet die eindigde", unique=True)
    omschrijving = models.CharField("wat valt vrij", max_length=200)
    fte = models.DecimalField("fte", max_digits=4, decimal_places=2)
    ontstaan_op = models.DateTimeField("ontstaan op")
    dd_vervanging = models.BooleanField("DD: vervanging nodig", null=True, blank=True)
    dd_opvang = models.BooleanField("DD: team vangt het op", null=True, blank=True)
    aog_vervanging = models.BooleanField("AOG: vervanging nodig", null=True, blank=True)
    aog_opvang = models.BooleanField("AOG: team vangt het op", null=True, blank=True)
    afgesloten_op = models.DateTimeField("afgesloten op", null=True, blank=True)
    reden = models.TextField("reden", blank=True)
    matchvraag = models.OneToOneField(
        Matchvraag, models.PROTECT, null=True, blank=True, related_name="vrijval"
    )

    class Meta:
        ordering = ["-ontstaan_op"]
        verbose_name = "vrijval"
        verbose_name_plural = "vrijvallen"
