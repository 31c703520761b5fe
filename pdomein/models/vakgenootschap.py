"""Where people of one professie meet beyond their team (R149-R155, R170, R171)."""

from django.db import models
from django.db.models import Q

from config.kern.constraints import einde_na_begin, geen_overlap
from config.kern.models import Besluit, MetPubliekId
from pdomein.enums_vak import VakcirkelStatus, VoorstelStatus
from pdomein.models.basis import PeriodeQuerySet
from pdomein.models.medewerker import Medewerker
from pdomein.models.ordening import Professie, ProfessioneelDomein
from pdomein.models.pteam import PTeam


class Vakgenootschap(MetPubliekId):
    """A cluster of P-teams with one professie; each has its own expertisecentrum (R149, R152)."""

    naam = models.CharField("naam", max_length=120)
    professie = models.ForeignKey(Professie, models.PROTECT, related_name="vakgenootschappen")
    begin = models.DateField("bestaat vanaf")
    einde = models.DateField("opgeheven per", null=True, blank=True)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        ordering = ["naam", "id"]
        verbose_name = "vakgenootschap"
        verbose_name_plural = "vakgenootschappen"
        constraints = [
            einde_na_begin(naam="vakgenootschap_periode", begin="begin", einde="einde"),
            geen_overlap(
                naam="vakgenootschap_een_per_professie", gelijk=["professie"], begin="begin",
                einde="einde", melding="Deze professie heeft al een vakgenootschap.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class VakgenootschapTeam(models.Model):
    vakgenootschap = models.ForeignKey(Vakgenootschap, models.CASCADE, related_name="teams")
    pteam = models.ForeignKey(PTeam, models.PROTECT, related_name="vakgenootschappen")
    begin = models.DateField("vanaf")
    einde = models.DateField("tot", null=True, blank=True)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        ordering = ["pteam__naam", "id"]
        verbose_name = "team in een vakgenootschap"
        verbose_name_plural = "teams in een vakgenootschap"
        constraints = [
            einde_na_begin(naam="vakgenootschapteam_periode", begin="begin", einde="einde"),
            geen_overlap(
                naam="vakgenootschapteam_een_tegelijk", gelijk=["pteam"], begin="begin",
                einde="einde", melding="Dit P-team hoort al bij een vakgenootschap.",
            ),
        ]


class VakgenootschapDeelnemer(MetPubliekId):
    """Somebody placed elsewhere who does a part of the professie, less than half (R150)."""

    vakgenootschap = models.ForeignKey(Vakgenootschap, models.CASCADE, related_name="deelnemers")
    medewerker = models.ForeignKey(
        Medewerker, models.PROTECT, related_name="vakgenootschapsdelen"
    )
    pct = models.PositiveSmallIntegerField("deel van de tijd (%)")
    begin = models.DateField("vanaf")
    einde = models.DateField("tot", null=True, blank=True)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        ordering = ["medewerker__sorteernaam", "id"]
        verbose_name = "deelnemer aan een vakgenootschap"
        verbose_name_plural = "deelnemers aan een vakgenootschap"
        constraints = [
            einde_na_begin(naam="vakgenootschapdeel_periode", begin="begin", einde="einde"),
            geen_overlap(
                naam="vakgenootschapdeel_een_tegelijk", gelijk=["vakgenootschap", "medewerker"],
                begin="begin", einde="einde", melding="Deze medewerker doet al mee.",
            ),
            models.CheckConstraint(
                name="vakgenootschapdeel_minder_dan_helft",
                condition=Q(pct__gte=1) & Q(pct__lt=50),
                violation_error_message="Een deelnemer besteedt minder dan de helft van de tijd.",
            ),
        ]


class Vaknorm(models.Model):
    """The norm of a vakgenootschap; a new version replaces the one before (R151)."""

    vakgenootschap = models.ForeignKey(Vakgenootschap, models.CASCADE, related_name="normen")
    versie = models.PositiveSmallIntegerField("versie")
    tekst = models.TextField("norm")
    geldig_vanaf = models.DateField("geldig vanaf")
    vastgesteld_op = models.DateTimeField("vastgesteld op")
    vastgesteld_naam = models.CharField("vastgesteld door", max_length=200)

    class Meta:
        ordering = ["-versie"]
        verbose_name = "norm van een vakgenootschap"
        verbose_name_plural = "normen van een vakgenootschap"
        constraints = [
            models.UniqueConstraint(
                fields=["vakgenootschap", "versie"], name="vaknorm_versie_uniek",
                violation_error_message="Deze versie bestaat al. Bekijk eerst wat er veranderde.",
            )
        ]


class Afgevaardigde(MetPubliekId):
    """Somebody who sits in the expertisecentrum for a team; P-managers sit there by office (R152).
    """

    vakgenootschap = models.ForeignKey(
        Vakgenootschap, models.CASCADE, related_name="afgevaardigden"
    )
    pteam = models.ForeignKey(PTeam, models.PROTECT, related_name="+")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="afvaardigingen")
    begin = models.DateField("vanaf")
    einde = models.DateField("tot", null=True, blank=True)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        ordering = ["pteam__naam", "medewerker__sorteernaam", "id"]
        verbose_name = "afgevaardigde in een expertisecentrum"
        verbose_name_plural = "afgevaardigden in een expertisecentrum"
        constraints = [
            einde_na_begin(naam="afgevaardigde_periode", begin="begin", einde="einde"),
            geen_overlap(
                naam="afgevaardigde_een_tegelijk", gelijk=["vakgenootschap", "medewerker"],
                begin="begin", einde="einde",
                melding="Deze medewerker zit al in het expertisecentrum.",
            ),
        ]


class Professievoorstel(MetPubliekId):
    """A group of vakgenoten asks for a professie that is not on the list (R170)."""

    naam = models.CharField("vak of kennisgebied", max_length=120)
    waarom = models.TextField("waarom")
    domein = models.ForeignKey(ProfessioneelDomein, models.PROTECT, related_name="+")
    status = models.CharField(
        "status", max_length=12, choices=VoorstelStatus, default=VoorstelStatus.INGEDIEND
    )
    indiener = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    voorstellers = models.ManyToManyField(Medewerker, related_name="professievoorstellen")
    belangstellenden = models.ManyToManyField(Medewerker, related_name="+", blank=True)
    ingediend_op = models.DateTimeField("ingediend op")
    besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, blank=True, related_name="+")
    professie = models.ForeignKey(
        Professie, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-ingediend_op", "-id"]
        verbose_name = "voorstel voor een professie"
        verbose_name_plural = "voorstellen voor een professie"
        constraints = [
            models.CheckConstraint(
                name="professievoorstel_besluit",
                condition=Q(status=VoorstelStatus.INGEDIEND) | Q(besluit__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.naam


class Vakcirkel(MetPubliekId):
    """Colleagues who develop something for which no team or vakgenootschap has a place (R153)."""

    naam = models.CharField("naam", max_length=120)
    doel = models.TextField("doel")
    plan = models.TextField("plan", blank=True)
    status = models.CharField(
        "status", max_length=12, choices=VakcirkelStatus, default=VakcirkelStatus.CONCEPT
    )
    voorstel = models.OneToOneField(
        Professievoorstel, models.PROTECT, null=True, blank=True, related_name="vakcirkel"
    )
    aangemaakt_op = models.DateTimeField("gestart op")
    besproken_op = models.DateTimeField("besproken op", null=True, blank=True)
    besproken_naam = models.CharField("besproken met", max_length=200, blank=True)
    gestopt_op = models.DateTimeField("gestopt op", null=True, blank=True)

    class Meta:
        ordering = ["naam", "id"]
        verbose_name = "vakcirkel"
        verbose_name_plural = "vakcirkels"
        constraints = [
            models.CheckConstraint(
                name="vakcirkel_besproken",
                condition=~Q(status__in=[VakcirkelStatus.BESPROKEN, VakcirkelStatus.ACTIEF])
                | Q(besproken_op__isnull=False),
                violation_error_message="Een vakcirkel is eerst besproken met een directeur M&O.",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class VakcirkelDeelnemer(MetPubliekId):
    """Who joins, and whether that was aligned with the own P-manager (R153)."""

    vakcirkel = models.ForeignKey(Vakcirkel, models.CASCADE, related_name="deelnemers")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="vakcirkels")
    afgestemd_op = models.DateTimeField("afgestemd op", null=True, blank=True)
    afgestemd_naam = models.CharField("afgestemd met", max_length=200, blank=True)

    class Meta:
        ordering = ["medewerker__sorteernaam", "id"]
        verbose_name = "deelnemer aan een vakcirkel"
        verbose_name_plural = "deelnemers aan een vakcirkel"
        constraints = [
            models.UniqueConstraint(
                fields=["vakcirkel", "medewerker"], name="vakcirkel_deelnemer_uniek",
                violation_error_message="Deze medewerker doet al mee.",
            )
        ]
