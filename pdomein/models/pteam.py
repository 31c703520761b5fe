from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from config.kern.constraints import einde_na_begin, geen_overlap
from config.kern.models import MetPubliekId
from pdomein.enums import AansluitingSoort, Initiatief, Leeskring
from pdomein.models.basis import PeriodeQuerySet
from pdomein.models.medewerker import Medewerker
from pdomein.models.ordening import Cluster, Professie, ProfessioneelDomein


class PTeam(MetPubliekId):
    """The home team of people with the same professie (R118, R129, R174)."""

    code = models.SlugField("code", unique=True)
    naam = models.CharField("naam", max_length=120)
    professie = models.ForeignKey(Professie, models.PROTECT, related_name="pteams")
    domein = models.ForeignKey(ProfessioneelDomein, models.PROTECT, related_name="pteams")
    cluster = models.ForeignKey(Cluster, models.PROTECT, null=True, blank=True)
    formatie_fte = models.DecimalField("formatie (fte)", max_digits=6, decimal_places=2, default=0)
    is_eenheid = models.BooleanField("eenheid (DBI)", default=False)
    kenmerken = ArrayField(
        models.SlugField(max_length=40), verbose_name="kenmerken", default=list, blank=True,
        help_text="Bijvoorbeeld bedrijfsvoering: een link met een ander domein.",
    )
    begin = models.DateField("bestaat vanaf")
    einde = models.DateField("opgeheven per", null=True, blank=True)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        ordering = ["naam", "id"]
        verbose_name = "P-team"
        verbose_name_plural = "P-teams"
        constraints = [einde_na_begin(naam="pteam_periode", begin="begin", einde="einde")]

    def __str__(self) -> str:
        return self.naam


class Plaatsing(MetPubliekId):
    """The home of a person: exactly one P-team on every day (R120, R122, R166)."""

    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="plaatsingen")
    pteam = models.ForeignKey(PTeam, models.PROTECT, related_name="plaatsingen")
    kernactiviteit = models.CharField("kernactiviteit", max_length=120, blank=True)
    initiatief = models.CharField(
        "initiatief", max_length=12, choices=Initiatief, default=Initiatief.ORGANISATIE
    )
    reden = models.CharField("reden", max_length=250, blank=True)
    begin = models.DateField("vanaf")
    einde = models.DateField("tot", null=True, blank=True)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        ordering = ["-begin"]
        verbose_name = "plaatsing"
        verbose_name_plural = "plaatsingen"
        indexes = [models.Index(fields=["pteam", "begin", "einde"])]
        constraints = [
            einde_na_begin(naam="plaatsing_periode", begin="begin", einde="einde"),
            geen_overlap(
                naam="plaatsing_een_tegelijk", gelijk=["medewerker"], begin="begin", einde="einde",
                melding="Een medewerker heeft op elke dag precies één P-team als thuis.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker} in {self.pteam}"

    def geldt_op(self, dag: date) -> bool:
        return self.begin <= dag and (self.einde is None or dag < self.einde)


class Aansluiting(MetPubliekId):
    """Somebody who joins a P-team beside its own people; not counted in its size (R123, R128)."""

    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="aansluitingen")
    pteam = models.ForeignKey(PTeam, models.PROTECT, related_name="aansluitingen")
    soort = models.CharField("soort", max_length=10, choices=AansluitingSoort)
    begin = models.DateField("vanaf")
    einde = models.DateField("tot", null=True, blank=True)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        ordering = ["-begin"]
        verbose_name = "aansluiting"
        verbose_name_plural = "aansluitingen"
        constraints = [
            einde_na_begin(naam="aansluiting_periode", begin="begin", einde="einde"),
            models.CheckConstraint(
                name="aansluiting_tijdelijk_met_einde",
                condition=Q(soort=AansluitingSoort.GAST) | Q(einde__isnull=False),
                violation_error_message="Een extern, trainee of stagiair heeft een einddatum.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker} bij {self.pteam}"


class PManagerAanstelling(MetPubliekId):
    """Who is the one P-manager of a team, and when (R156, R157)."""

    pteam = models.ForeignKey(PTeam, models.PROTECT, related_name="pmanagers")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="pmanagerschappen")
    begin = models.DateField("vanaf")
    einde = models.DateField("tot", null=True, blank=True)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        ordering = ["-begin"]
        verbose_name = "aanstelling als P-manager"
        verbose_name_plural = "aanstellingen als P-manager"
        constraints = [
            einde_na_begin(naam="pmanager_periode", begin="begin", einde="einde"),
            geen_overlap(
                naam="pmanager_een_per_team", gelijk=["pteam"], begin="begin", einde="einde",
                melding="Een P-team heeft op elke dag precies één P-manager.",
            ),
        ]


class TeamplanOnderdeel(models.Model):
    """One of the seven sections of a teamplan, with who may read it (R135, R136)."""

    pteam = models.ForeignKey(PTeam, models.CASCADE, related_name="teamplan")
    nummer = models.PositiveSmallIntegerField("onderdeel")
    tekst = models.TextField("tekst", blank=True)
    regelruimte = models.TextField(
        "regelruimte", blank=True, db_default="",
        help_text="Alleen bij de organisatie: besluiten, budget, mandaat en doelen (R334).",
    )
    zichtbaar_voor = models.CharField(
        "zichtbaar voor", max_length=10, choices=Leeskring, default=Leeskring.TEAM
    )
    bijgewerkt_op = models.DateTimeField("bijgewerkt op")

    class Meta:
        ordering = ["nummer"]
        verbose_name = "onderdeel van een teamplan"
        verbose_name_plural = "onderdelen van een teamplan"
        constraints = [
            models.UniqueConstraint(fields=["pteam", "nummer"], name="teamplan_onderdeel_uniek"),
            models.CheckConstraint(
                name="teamplan_zeven", condition=Q(nummer__gte=1) & Q(nummer__lte=7)
            ),
        ]
