"""A change of P-teams on its way: plan, consultation, decision, and the day it goes in (R173)."""

from datetime import date
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from config.kern.models import Besluit, MetPubliekId
from pdomein.enums import (
    Antwoord,
    Initiatief,
    RaadplegingRol,
    Splitsgrond,
    WijzigingSoort,
    WijzigingStatus,
)
from pdomein.models.medewerker import Medewerker
from pdomein.models.ordening import ProfessioneelDomein
from pdomein.models.pteam import PTeam

LOPEND = (WijzigingStatus.CONCEPT, WijzigingStatus.VOORGELEGD, WijzigingStatus.BESLOTEN)


class TeamwijzigingQuerySet(models.QuerySet):
    def lopend(self) -> Self:
        return self.filter(status__in=LOPEND)

    def besloten(self) -> Self:
        return self.filter(status=WijzigingStatus.BESLOTEN)

    def ingaand(self, dag: date) -> Self:
        """Decided, and the day has come: what beat carries out."""
        return self.besloten().filter(ingangsdatum__lte=dag, is_geparkeerd=False)


class Teamwijziging(MetPubliekId):
    """One of the four acts of procedure H, from first draft to what came of it (R167-R173)."""

    soort = models.CharField("soort", max_length=12, choices=WijzigingSoort)
    status = models.CharField(
        "status", max_length=12, choices=WijzigingStatus, default=WijzigingStatus.CONCEPT
    )
    ingangsdatum = models.DateField("gaat in op", null=True, blank=True)
    reden = models.CharField("reden", max_length=250, blank=True)
    grond = models.CharField("waarop splitsen", max_length=14, choices=Splitsgrond, blank=True)
    initiatief = models.CharField(
        "initiatief", max_length=12, choices=Initiatief, default=Initiatief.ORGANISATIE
    )
    medewerker = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, blank=True, related_name="overstappen",
        verbose_name="wie overstapt",
    )
    opgesteld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    opgesteld_naam = models.CharField("opgesteld door", max_length=200)
    aangemaakt_op = models.DateTimeField("gestart op")
    bijgewerkt_op = models.DateTimeField("bijgewerkt op")
    besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, blank=True, related_name="+")
    afgesloten_op = models.DateTimeField("afgesloten op", null=True, blank=True)
    uitkomst = models.CharField("uitkomst", max_length=250, blank=True)
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0)
    is_geparkeerd = models.BooleanField("wacht op een mens", default=False)

    objects = TeamwijzigingQuerySet.as_manager()

    class Meta:
        ordering = ["-bijgewerkt_op", "-id"]
        verbose_name = "wijziging van P-teams"
        verbose_name_plural = "wijzigingen van P-teams"
        indexes = [
            models.Index(
                fields=["ingangsdatum"], name="teamwijziging_ingaand",
                condition=Q(status=WijzigingStatus.BESLOTEN),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="teamwijziging_besluit",
                condition=~Q(status__in=[WijzigingStatus.BESLOTEN, WijzigingStatus.UITGEVOERD])
                | Q(besluit__isnull=False, ingangsdatum__isnull=False),
                violation_error_message="Zonder besluit en datum gaat een wijziging niet in.",
            ),
            models.CheckConstraint(
                name="teamwijziging_overstap_van_iemand",
                condition=Q(soort=WijzigingSoort.OVERSTAPPEN, medewerker__isnull=False)
                | (~Q(soort=WijzigingSoort.OVERSTAPPEN) & Q(medewerker__isnull=True)),
            ),
            models.UniqueConstraint(
                fields=["medewerker"], name="teamwijziging_een_overstap",
                condition=Q(status__in=LOPEND),
                violation_error_message="Er loopt al een overstap van deze medewerker.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    @property
    def titel(self) -> str:
        """What it is about, in a few words; without the name of a person."""
        namen = " en ".join(t.pteam.naam for t in self.vertrekteams)
        if self.soort == WijzigingSoort.OVERSTAPPEN:
            return f"Overstap uit {namen}" if namen else "Overstap naar een ander P-team"
        return f"{self.get_soort_display()}: {namen}"

    @property
    def vertrekteams(self) -> list["WijzigingTeam"]:
        return [t for t in self.teams.all() if t.is_vertrek]

    @property
    def doelteams(self) -> list["WijzigingTeam"]:
        return [t for t in self.teams.all() if not t.is_vertrek]

    @property
    def is_lopend(self) -> bool:
        return self.status in LOPEND

    @property
    def is_overstap(self) -> bool:
        return self.soort == WijzigingSoort.OVERSTAPPEN


class WijzigingTeam(MetPubliekId):
    """A team that a change takes people from, or one that it gives them to.

    A goal without ``pteam`` is a new team; it is founded on the day the change goes in.
    """

    wijziging = models.ForeignKey(Teamwijziging, models.CASCADE, related_name="teams")
    is_vertrek = models.BooleanField("mensen vertrekken hier")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    pteam = models.ForeignKey(
        PTeam, models.PROTECT, null=True, blank=True, related_name="wijzigingen"
    )
    naam = models.CharField("nieuwe naam", max_length=120, blank=True)
    pmanager = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="P-manager",
    )
    pct = models.PositiveSmallIntegerField(
        "deel P-management (%)", default=25,
        validators=[MinValueValidator(25), MaxValueValidator(100)],
    )

    class Meta:
        ordering = ["-is_vertrek", "volgorde", "id"]
        verbose_name = "team in een wijziging"
        verbose_name_plural = "teams in een wijziging"
        constraints = [
            models.UniqueConstraint(
                fields=["wijziging", "is_vertrek", "pteam"], name="wijzigingteam_uniek"
            ),
            models.CheckConstraint(
                name="wijzigingteam_bekend",
                condition=Q(pteam__isnull=False) | (Q(is_vertrek=False) & ~Q(naam="")),
            ),
        ]

    def __str__(self) -> str:
        return self.naam or str(self.pteam)

    @property
    def sleutel(self) -> str:
        return str(self.public_id)


class WijzigingLid(models.Model):
    """To which team a person goes by a change."""

    wijziging = models.ForeignKey(Teamwijziging, models.CASCADE, related_name="leden")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    doel = models.ForeignKey(WijzigingTeam, models.CASCADE, related_name="leden")

    class Meta:
        verbose_name = "medewerker in een wijziging"
        verbose_name_plural = "medewerkers in een wijziging"
        constraints = [
            models.UniqueConstraint(fields=["wijziging", "medewerker"], name="wijziginglid_uniek")
        ]


class Raadpleging(MetPubliekId):
    """Who was asked about a change, and the answer (R167, R168, R172).

    A directeur M&O is asked by office: ``domein`` says of which; ``medewerker`` stays empty.
    """

    wijziging = models.ForeignKey(Teamwijziging, models.CASCADE, related_name="raadplegingen")
    rol = models.CharField("gevraagd als", max_length=16, choices=RaadplegingRol)
    medewerker = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, blank=True, related_name="raadplegingen"
    )
    domein = models.ForeignKey(
        ProfessioneelDomein, models.PROTECT, null=True, blank=True, related_name="+"
    )
    gevraagd_op = models.DateTimeField("gevraagd op")
    antwoord = models.CharField(
        "antwoord", max_length=12, choices=Antwoord, default=Antwoord.OPEN
    )
    toelichting = models.CharField("toelichting", max_length=500, blank=True)
    beantwoord_op = models.DateTimeField("beantwoord op", null=True, blank=True)
    beantwoord_naam = models.CharField("vastgelegd door", max_length=200, blank=True)

    class Meta:
        ordering = ["-rol", "medewerker__sorteernaam", "id"]
        verbose_name = "raadpleging"
        verbose_name_plural = "raadplegingen"
        constraints = [
            models.CheckConstraint(
                name="raadpleging_van_iemand",
                condition=Q(medewerker__isnull=False) ^ Q(domein__isnull=False),
            ),
            models.CheckConstraint(
                name="raadpleging_beantwoord",
                condition=Q(antwoord=Antwoord.OPEN) ^ Q(beantwoord_op__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rol_display()}: {self.wie}"

    @property
    def wie(self) -> str:
        return self.medewerker.naam if self.medewerker else f"Directeur M&O {self.domein}"

    @property
    def is_vereist_eens(self) -> bool:
        """Those who lead must agree; the people are heard (R167, R168, R172)."""
        return self.rol != RaadplegingRol.MEDEWERKER
