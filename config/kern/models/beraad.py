"""What a gremium talks about: points, advice, minutes, who was there (EISEN table 2.4)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.kern.enums import AdviesSoort, BesluitStatus, Kant, PuntSoort, PuntStatus, Weging
from config.kern.models.basis import MetPubliekId
from config.kern.models.gremium import Besluit, Gremium, Vergadering

LEVEND = (PuntStatus.INGEBRACHT, PuntStatus.GEAGENDEERD)


class PuntQuerySet(models.QuerySet["Beraadspunt"]):
    def lopend(self) -> "PuntQuerySet":
        return self.filter(status__in=LEVEND)


class Beraadspunt(MetPubliekId):
    """One matter that lies at a gremium and may flow on to the next (R218, R222).

    It may be about a thing of any app: named by kind, public id and address, as the logbook does.
    """

    gremium = models.ForeignKey(Gremium, models.PROTECT, related_name="punten")
    vergadering = models.ForeignKey(
        Vergadering, models.PROTECT, null=True, blank=True, related_name="punten"
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    soort = models.CharField("soort", max_length=20, choices=PuntSoort)
    onderwerp = models.CharField("onderwerp", max_length=200)
    toelichting = models.TextField("toelichting")
    status = models.CharField(
        "status", max_length=12, choices=PuntStatus, default=PuntStatus.INGEBRACHT
    )
    ingebracht_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    namens = models.CharField("namens", max_length=120, blank=True)
    ingebracht_op = models.DateTimeField("ingebracht op")
    object_soort = models.CharField("soort object", max_length=40, blank=True)
    object_id = models.UUIDField("object", null=True, blank=True)
    object_naam = models.CharField("waarover", max_length=250, blank=True)
    url = models.CharField("waar staat het", max_length=300, blank=True)
    besluit = models.OneToOneField(
        Besluit, models.SET_NULL, null=True, blank=True, related_name="punt"
    )
    uitkomst = models.TextField("uitkomst", blank=True)
    afgehandeld_op = models.DateTimeField("afgehandeld op", null=True, blank=True)

    objects = PuntQuerySet.as_manager()

    class Meta:
        ordering = ["volgorde", "ingebracht_op", "id"]
        verbose_name = "agendapunt"
        verbose_name_plural = "agendapunten"
        indexes = [models.Index(fields=["object_soort", "object_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["object_id", "soort"], name="punt_een_lopend_per_object",
                condition=Q(status__in=LEVEND, object_id__isnull=False),
                violation_error_message="Dit punt ligt al bij een beraad.",
            ),
            models.CheckConstraint(
                name="punt_agenda_met_vergadering",
                condition=~Q(status=PuntStatus.GEAGENDEERD) | Q(vergadering__isnull=False),
            ),
            models.CheckConstraint(
                name="punt_afgehandeld_met_uitkomst",
                condition=~Q(status=PuntStatus.AFGEHANDELD) | ~Q(uitkomst=""),
                violation_error_message="Schrijf op wat de uitkomst is.",
            ),
        ]

    def __str__(self) -> str:
        return self.onderwerp


class Doorgeleiding(models.Model):
    """A point went from one gremium to the next, with the advice of the first (R222)."""

    punt = models.ForeignKey(Beraadspunt, models.PROTECT, related_name="doorgeleidingen")
    van = models.ForeignKey(Gremium, models.PROTECT, related_name="+")
    naar = models.ForeignKey(Gremium, models.PROTECT, related_name="+")
    op = models.DateTimeField("op")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["op", "id"]
        verbose_name = "doorgeleiding"
        verbose_name_plural = "doorgeleidingen"


class Beraadsadvies(MetPubliekId):
    """Advice, kept word for word; whoever decides weighs it and says why (R044, R045).

    A database guard refuses another text, another adviser, and deleting.
    """

    punt = models.ForeignKey(
        Beraadspunt, models.PROTECT, null=True, blank=True, related_name="adviezen"
    )
    besluit = models.ForeignKey(
        Besluit, models.SET_NULL, null=True, blank=True, related_name="adviezen"
    )
    object_soort = models.CharField("soort object", max_length=40, blank=True)
    object_id = models.UUIDField("object", null=True, blank=True)
    object_naam = models.CharField("waarover", max_length=250, blank=True)
    soort = models.CharField("soort", max_length=20, choices=AdviesSoort)
    namens = models.CharField("advies van", max_length=120)
    adviseur = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    tekst = models.TextField("advies")
    gegeven_op = models.DateTimeField("gegeven op")
    weging = models.CharField("weging", max_length=10, choices=Weging, blank=True)
    motivering = models.TextField("waarom", blank=True)
    gewogen_op = models.DateTimeField("gewogen op", null=True, blank=True)
    gewogen_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["gegeven_op", "id"]
        verbose_name = "advies"
        verbose_name_plural = "adviezen"
        indexes = [models.Index(fields=["object_soort", "object_id"])]
        constraints = [
            models.CheckConstraint(
                name="advies_ergens_bij",
                condition=Q(punt__isnull=False) | Q(besluit__isnull=False)
                | Q(object_id__isnull=False),
            ),
            models.CheckConstraint(
                name="advies_gewogen_met_motivering",
                condition=Q(weging="") | ~Q(motivering=""),
                violation_error_message="Leg uit waarom je het advies wel of niet volgt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} ({self.namens})"


class Verslag(MetPubliekId):
    """The minutes of a meeting, from concept to adopted (R224)."""

    vergadering = models.OneToOneField(Vergadering, models.PROTECT, related_name="verslag")
    tekst = models.TextField("verslag")
    status = models.CharField(
        "status", max_length=12, choices=BesluitStatus, default=BesluitStatus.CONCEPT
    )
    vastgesteld_op = models.DateTimeField("vastgesteld op", null=True, blank=True)
    vastgesteld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "verslag"
        verbose_name_plural = "verslagen"

    def __str__(self) -> str:
        return f"Verslag {self.vergadering}"


class Aanwezige(models.Model):
    """Somebody who sat in a meeting, for which side, perhaps for another (R091, R104)."""

    vergadering = models.ForeignKey(Vergadering, models.CASCADE, related_name="aanwezigen")
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kant = models.CharField("kant", max_length=14, choices=Kant)
    hoedanigheid = models.CharField("als", max_length=120)

    class Meta:
        ordering = ["kant", "gebruiker__naam"]
        verbose_name = "aanwezige"
        verbose_name_plural = "aanwezigen"
        constraints = [
            models.UniqueConstraint(
                fields=["vergadering", "gebruiker"], name="aanwezige_een_keer"
            )
        ]
