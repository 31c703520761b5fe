from django.conf import settings
from django.db import models
from django.db.models import Q

from config.kern.enums import BesluitSoort, BesluitStatus, GremiumSoort, VergaderStatus
from config.kern.models.basis import MetPubliekId


class Gremium(MetPubliekId):
    """A formal body that meets and decides (EISEN table 2.4)."""

    soort = models.CharField("soort", max_length=20, choices=GremiumSoort)
    code = models.SlugField("code", unique=True)
    naam = models.CharField("naam", max_length=120)

    class Meta:
        ordering = ["naam"]
        verbose_name = "gremium"
        verbose_name_plural = "gremia"

    def __str__(self) -> str:
        return self.naam


class Vergadering(MetPubliekId):
    gremium = models.ForeignKey(Gremium, models.PROTECT, related_name="vergaderingen")
    datum = models.DateField("datum")
    status = models.CharField(
        "status", max_length=10, choices=VergaderStatus, default=VergaderStatus.GEPLAND
    )
    voorzitter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-datum"]
        verbose_name = "vergadering"
        verbose_name_plural = "vergaderingen"
        constraints = [
            models.UniqueConstraint(
                fields=["gremium", "datum"],
                name="vergadering_een_per_dag",
                violation_error_message="Dit gremium heeft op deze dag al een vergadering.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.gremium} {self.datum:%d-%m-%Y}"


class Besluitenlijst(MetPubliekId):
    """The list of decisions of one meeting; adopted as a whole by the chair (R219, R220)."""

    vergadering = models.OneToOneField(
        Vergadering, models.PROTECT, related_name="besluitenlijst"
    )
    status = models.CharField(
        "status", max_length=12, choices=BesluitStatus, default=BesluitStatus.CONCEPT
    )
    vastgesteld_op = models.DateTimeField("vastgesteld op", null=True, blank=True)
    vastgesteld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-vergadering__datum"]
        verbose_name = "besluitenlijst"
        verbose_name_plural = "besluitenlijsten"

    def __str__(self) -> str:
        return f"Besluitenlijst {self.vergadering}"


class Document(MetPubliekId):
    """The stored text of a decision. Lives in the database so that every process can read it."""

    naam = models.CharField("bestandsnaam", max_length=200)
    media_type = models.CharField("soort bestand", max_length=100)
    inhoud = models.BinaryField("inhoud")
    grootte = models.PositiveIntegerField("grootte (bytes)")
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    toegevoegd_op = models.DateTimeField("toegevoegd op")

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"

    def __str__(self) -> str:
        return self.naam


class Besluit(MetPubliekId):
    """A formal decision: the source of every power in the register (R188, R189)."""

    kenmerk = models.CharField("kenmerk", max_length=60, unique=True)
    soort = models.CharField("soort", max_length=20, choices=BesluitSoort)
    onderwerp = models.CharField("onderwerp", max_length=250)
    tekst = models.TextField("besluit")
    motivering = models.TextField("motivering", blank=True)
    gremium = models.ForeignKey(Gremium, models.PROTECT, null=True, blank=True)
    besluitenlijst = models.ForeignKey(
        Besluitenlijst, models.PROTECT, null=True, blank=True, related_name="besluiten"
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    besluitdatum = models.DateField("besluitdatum")
    ingangsdatum = models.DateField("ingangsdatum")
    genomen_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    hoedanigheid = models.CharField("in de rol van", max_length=120)
    status = models.CharField(
        "status", max_length=12, choices=BesluitStatus, default=BesluitStatus.CONCEPT
    )
    vastgesteld_op = models.DateTimeField("vastgesteld op", null=True, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True)
    dossiernummer = models.CharField("dossiernummer", max_length=60, blank=True)

    class Meta:
        ordering = ["-besluitdatum", "volgorde", "-id"]
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        constraints = [
            models.CheckConstraint(
                name="besluit_vastgesteld_met_document",
                condition=Q(status=BesluitStatus.CONCEPT)
                | Q(document__isnull=False, vastgesteld_op__isnull=False),
                violation_error_message="Een vastgesteld besluit heeft een document nodig.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kenmerk} {self.onderwerp}"
