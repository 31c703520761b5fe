"""The yearly list of P-teams, and why a team may have another size (R126, R164, R165, R176)."""

from django.db import models
from django.db.models import Q

from config.kern.models import Afwijking, Besluit, MetPubliekId
from pdomein.enums_vak import LijstStatus, Oordeel
from pdomein.models.ordening import Cluster, Professie, ProfessioneelDomein
from pdomein.models.pteam import PTeam


class Afwijkingscriterium(MetPubliekId):
    """A ground on which the P-beraad may decide on another size; the list is its own (R126)."""

    naam = models.CharField("criterium", max_length=120, unique=True)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    vervallen_op = models.DateField("vervallen op", null=True, blank=True)

    class Meta:
        ordering = ["naam"]
        verbose_name = "criterium voor een andere omvang"
        verbose_name_plural = "criteria voor een andere omvang"

    def __str__(self) -> str:
        return self.naam


class Omvangbesluit(models.Model):
    """On which criteria an explained size rests (R126)."""

    afwijking = models.OneToOneField(Afwijking, models.CASCADE, related_name="omvangbesluit")
    criteria = models.ManyToManyField(Afwijkingscriterium, related_name="+", blank=True)

    class Meta:
        verbose_name = "grondslag van een omvangbesluit"
        verbose_name_plural = "grondslagen van omvangbesluiten"


class PTeamLijst(MetPubliekId):
    """The professional teams that the organisation wants in a year (R164, R165)."""

    jaar = models.PositiveSmallIntegerField("jaar", unique=True)
    status = models.CharField(
        "status", max_length=12, choices=LijstStatus, default=LijstStatus.CONCEPT
    )
    uiterlijk_op = models.DateField("klaar uiterlijk op")
    deelnemers = models.CharField("wie spraken mee", max_length=500, blank=True)
    conclusies = models.TextField("conclusies", blank=True)
    besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, blank=True, related_name="+")
    vastgesteld_op = models.DateTimeField("vastgesteld op", null=True, blank=True)
    herinnerd_op = models.DateField("laatst herinnerd op", null=True, blank=True)

    class Meta:
        ordering = ["-jaar"]
        verbose_name = "lijst van P-teams"
        verbose_name_plural = "lijsten van P-teams"
        constraints = [
            models.CheckConstraint(
                name="pteamlijst_besluit",
                condition=Q(status=LijstStatus.CONCEPT)
                | Q(besluit__isnull=False, vastgesteld_op__isnull=False),
                violation_error_message="Een vastgestelde lijst heeft een besluit nodig.",
            )
        ]

    def __str__(self) -> str:
        return f"Lijst van P-teams {self.jaar}"

    @property
    def is_vastgesteld(self) -> bool:
        return self.status == LijstStatus.VASTGESTELD


class PTeamLijstRegel(MetPubliekId):
    """One team on the list, with its place in the ordering of that year (R165, R176, R180)."""

    lijst = models.ForeignKey(PTeamLijst, models.CASCADE, related_name="regels")
    pteam = models.ForeignKey(
        PTeam, models.PROTECT, null=True, blank=True, related_name="lijstregels"
    )
    naam = models.CharField("naam", max_length=120)
    professie = models.ForeignKey(
        Professie, models.PROTECT, null=True, blank=True, related_name="+"
    )
    domein = models.ForeignKey(ProfessioneelDomein, models.PROTECT, related_name="+")
    cluster = models.ForeignKey(Cluster, models.PROTECT, null=True, blank=True, related_name="+")
    oordeel = models.CharField(
        "oordeel", max_length=14, choices=Oordeel, default=Oordeel.OPEN
    )
    evaluatie = models.TextField("evaluatie van het team", blank=True)
    toelichting = models.TextField("toelichting", blank=True)
    uiterlijk_op = models.DateField("geregeld uiterlijk op", null=True, blank=True)
    beoordeeld_naam = models.CharField("bekeken door", max_length=200, blank=True)
    beoordeeld_op = models.DateTimeField("bekeken op", null=True, blank=True)

    class Meta:
        ordering = ["domein__volgorde", "domein__naam", "naam", "id"]
        verbose_name = "team op de lijst"
        verbose_name_plural = "teams op de lijst"
        constraints = [
            models.UniqueConstraint(
                fields=["lijst", "pteam"], name="pteamlijst_team_een_keer",
                violation_error_message="Dit team staat al op de lijst.",
            ),
            models.CheckConstraint(
                name="pteamlijst_wijzigen_met_dag",
                condition=~Q(oordeel=Oordeel.WIJZIGEN) | Q(uiterlijk_op__isnull=False),
                violation_error_message="Noem de dag waarop de wijziging geregeld is.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam
