from django.conf import settings
from django.db import models
from django.db.models import Q

from config.kern.models import Besluit, MetPubliekId
from matching.enums import InstemmingVan, MatchStatus
from matching.models.matchtafel import Agendapunt
from matching.models.procedure import Procedure
from pdomein.models import Medewerker
from register.models import Inzet, Roltoewijzing


class Match(MetPubliekId):
    """Person, period, fte and opdracht; definitive only with two consents (R161, R238)."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="matches")
    agendapunt = models.ForeignKey(Agendapunt, models.PROTECT, null=True, blank=True)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="matches")
    begin = models.DateField("vanaf")
    einde = models.DateField("tot")
    fte = models.DecimalField("fte", max_digits=4, decimal_places=3)
    motivatie_organisatie = models.TextField("belang van de organisatie")
    motivatie_persoon = models.TextField("ambitie van de medewerker")
    motivatie_binnen_wachttijd = models.TextField("waarom binnen de wachttijd", blank=True)
    motivatie_niveau = models.TextField("waarom buiten het gevraagde niveau", blank=True)
    status = models.CharField(
        "status", max_length=12, choices=MatchStatus, default=MatchStatus.VOORGESTELD
    )
    voorgesteld_op = models.DateTimeField("voorgesteld op")
    voorgesteld_door_naam = models.CharField("voorgesteld door", max_length=200)
    definitief_op = models.DateTimeField("definitief op", null=True, blank=True)
    besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, blank=True)
    inzet = models.ForeignKey(Inzet, models.PROTECT, null=True, blank=True, related_name="+")
    roltoewijzing = models.ForeignKey(
        Roltoewijzing, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-voorgesteld_op", "-id"]
        verbose_name = "match"
        verbose_name_plural = "matches"
        constraints = [
            models.UniqueConstraint(
                fields=["procedure"], name="match_een_lopend",
                condition=~Q(status=MatchStatus.AFGEWEZEN),
                violation_error_message="Voor deze plaats ligt al een match voor.",
            ),
            models.CheckConstraint(
                name="match_definitief_volledig",
                condition=~Q(status=MatchStatus.DEFINITIEF)
                | Q(definitief_op__isnull=False, besluit__isnull=False, inzet__isnull=False),
            ),
        ]


class Instemming(models.Model):
    """The yes or no of the medewerker or of the own P-manager (R161)."""

    match = models.ForeignKey(Match, models.PROTECT, related_name="instemmingen")
    van = models.CharField("van", max_length=12, choices=InstemmingVan)
    gevraagd_op = models.DateTimeField("gevraagd op")
    akkoord = models.BooleanField("akkoord", null=True, blank=True)
    beantwoord_op = models.DateTimeField("beantwoord op", null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reden = models.TextField("reden", blank=True)

    class Meta:
        ordering = ["van"]
        verbose_name = "instemming"
        verbose_name_plural = "instemmingen"
        constraints = [
            models.UniqueConstraint(fields=["match", "van"], name="instemming_een_per_partij")
        ]


class AogKeuze(MetPubliekId):
    """The two keys of the AOG route: choice by the DD, designation by the directeur M&O (R288)."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="aogkeuzes")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gekozen_op = models.DateTimeField("gekozen op")
    gekozen_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )
    afwijking_van_advies = models.TextField("waarom niet het advies", blank=True)
    motivatie_matrix = models.TextField("waarom buiten de matrix van bijlage 3", blank=True)
    geweigerd_op = models.DateTimeField("geweigerd op", null=True, blank=True)
    weiger_reden = models.TextField("waarom geweigerd", blank=True)

    class Meta:
        ordering = ["-gekozen_op", "-id"]
        verbose_name = "keuze voor een AOG"
        verbose_name_plural = "keuzes voor een AOG"
