from django.conf import settings
from django.db import models
from django.db.models import Q

from config.kern.models import MetPubliekId
from matching.enums import DelingAntwoord, Fase, Route, TermijnSoort, TermijnStatus
from matching.models.matchvraag import Matchvraag
from pdomein.models import PTeam

GESLOTEN_FASEN = [Fase.GEMATCHT, Fase.NIET_VERVULD, Fase.INGETROKKEN, Fase.VERVALLEN]


class Procedure(MetPubliekId):
    """One round of matching for one matchvraag; in exactly one phase (R237).

    ``INGETROKKEN`` may come back to the market (T7); the other closed phases are final.
    """

    matchvraag = models.ForeignKey(Matchvraag, models.PROTECT, related_name="procedures")
    ronde = models.PositiveSmallIntegerField("ronde", default=1)
    route = models.CharField("route", max_length=4, choices=Route)
    fase = models.CharField("fase", max_length=24, choices=Fase, default=Fase.CONCEPT)
    in_fase_sinds = models.DateTimeField("in deze fase sinds")
    versie = models.PositiveIntegerField("versie", default=1)
    gestart_op = models.DateTimeField("gestart op")
    gepauzeerd_op = models.DateTimeField("gepauzeerd op", null=True, blank=True)
    pauze_reden = models.TextField("reden van de pauze", blank=True)
    geeindigd_op = models.DateTimeField("geëindigd op", null=True, blank=True)

    class Meta:
        ordering = ["-gestart_op", "-id"]
        verbose_name = "procedure"
        verbose_name_plural = "procedures"
        indexes = [models.Index(fields=["fase", "in_fase_sinds"])]
        constraints = [
            models.UniqueConstraint(
                fields=["matchvraag"], name="een_lopende_procedure",
                condition=~Q(fase__in=GESLOTEN_FASEN),
                violation_error_message="Voor deze matchvraag loopt al een procedure.",
            ),
            models.UniqueConstraint(fields=["matchvraag", "ronde"], name="procedure_ronde_uniek"),
        ]

    def __str__(self) -> str:
        return f"{self.matchvraag} (ronde {self.ronde})"


class Faseovergang(models.Model):
    """One step: from, to, who, when, why. A timer and a person leave the same row (R162)."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="overgangen")
    van = models.CharField("van", max_length=24, choices=Fase)
    naar = models.CharField("naar", max_length=24, choices=Fase)
    op = models.DateTimeField("op")
    door_id_gebruiker = models.BigIntegerField("door (id)", null=True)
    door_naam = models.CharField("door", max_length=200)
    reden = models.TextField("reden", blank=True)
    versie = models.PositiveIntegerField("versie van de procedure")

    class Meta:
        ordering = ["-op", "-id"]
        verbose_name = "faseovergang"
        verbose_name_plural = "faseovergangen"
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "versie"], name="faseovergang_een_per_versie"
            )
        ]


class Termijn(MetPubliekId):
    """A moment at which something is due; handled once (R299, BETROUWBAAR §1)."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="termijnen")
    fase = models.CharField("fase", max_length=24, choices=Fase)
    soort = models.CharField("soort", max_length=10, choices=TermijnSoort)
    volgnummer = models.PositiveSmallIntegerField("volgnummer", default=1)
    vervalt_op = models.DateTimeField("vervalt op")
    afleiding = models.JSONField("hoe berekend")
    status = models.CharField(
        "status", max_length=10, choices=TermijnStatus, default=TermijnStatus.OPEN
    )
    verwerkt_op = models.DateTimeField("verwerkt op", null=True, blank=True)
    resultaat = models.CharField("resultaat", max_length=200, blank=True)
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0)

    class Meta:
        ordering = ["vervalt_op"]
        verbose_name = "termijn"
        verbose_name_plural = "termijnen"
        indexes = [
            models.Index(
                fields=["vervalt_op"], name="termijn_open", condition=Q(status=TermijnStatus.OPEN)
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "fase", "soort", "volgnummer"], name="termijn_uniek"
            )
        ]


class Deling(MetPubliekId):
    """Phase 0: the TRO was shared with this P-team (R244)."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="delingen")
    pteam = models.ForeignKey(PTeam, models.PROTECT, related_name="delingen")
    gedeeld_op = models.DateTimeField("gedeeld op")
    gedeeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    antwoord = models.CharField(
        "antwoord", max_length=6, choices=DelingAntwoord, default=DelingAntwoord.GEEN
    )
    antwoord_op = models.DateTimeField("antwoord op", null=True, blank=True)
    antwoord_door_naam = models.CharField("antwoord van", max_length=200, blank=True)
    toelichting = models.CharField("toelichting bij het antwoord", max_length=500, blank=True)

    class Meta:
        ordering = ["gedeeld_op", "id"]
        verbose_name = "deling"
        verbose_name_plural = "delingen"
        constraints = [
            models.UniqueConstraint(fields=["procedure", "pteam"], name="deling_een_per_team")
        ]
