from django.db import models
from django.db.models import F, Q

from config.kern.models import MetPubliekId
from pdomein.enums_leren import ActiviteitSoort, Deelname
from pdomein.models.medewerker import Medewerker
from pdomein.models.pteam import PTeam


class Teamplanversie(MetPubliekId):
    """A teamplan as it was laid before the team; adopted when team and P-manager agree (R137)."""

    pteam = models.ForeignKey(PTeam, models.CASCADE, related_name="teamplanversies")
    nummer = models.PositiveSmallIntegerField("versie")
    inhoud = models.JSONField("inhoud")
    voorgelegd_op = models.DateTimeField("voorgelegd op")
    voorgelegd_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    akkoord_team_op = models.DateTimeField("akkoord van het team", null=True, blank=True)
    akkoord_team_door = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, blank=True, related_name="+"
    )
    akkoord_pmanager_op = models.DateTimeField("akkoord van de P-manager", null=True, blank=True)
    akkoord_pmanager_door = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, blank=True, related_name="+"
    )
    vastgesteld_op = models.DateTimeField("vastgesteld op", null=True, blank=True)
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)

    class Meta:
        ordering = ["-nummer"]
        verbose_name = "versie van een teamplan"
        verbose_name_plural = "versies van een teamplan"
        constraints = [
            models.UniqueConstraint(fields=["pteam", "nummer"], name="teamplanversie_uniek"),
            models.UniqueConstraint(
                fields=["pteam"], name="teamplanversie_een_open",
                condition=Q(vastgesteld_op=None, ingetrokken_op=None),
                violation_error_message="Er ligt al een teamplan voor.",
            ),
            models.CheckConstraint(
                name="teamplanversie_van_team_en_pmanager",
                condition=Q(vastgesteld_op=None)
                | Q(akkoord_team_op__isnull=False, akkoord_pmanager_op__isnull=False),
                violation_error_message="Een teamplan stellen team en P-manager samen vast.",
            ),
        ]

    def __str__(self) -> str:
        return f"Teamplan {self.pteam}, versie {self.nummer}"


class Teamactiviteit(MetPubliekId):
    """Something a team does together, with who may join and who was there (R333, R361)."""

    pteam = models.ForeignKey(PTeam, models.CASCADE, related_name="activiteiten")
    titel = models.CharField("wat gaan jullie doen?", max_length=150)
    soort = models.CharField("soort", max_length=20, choices=ActiviteitSoort)
    begin = models.DateTimeField("begin")
    einde = models.DateTimeField("einde")
    plaats = models.CharField("waar", max_length=150, blank=True)
    omschrijving = models.TextField("waar gaat het over?", blank=True)
    ook_voor = models.ManyToManyField(
        PTeam, blank=True, related_name="+", verbose_name="ook uitgenodigd"
    )
    georganiseerd_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    afgelast_op = models.DateTimeField("afgelast op", null=True, blank=True)

    class Meta:
        ordering = ["begin", "id"]
        verbose_name = "activiteit van een team"
        verbose_name_plural = "activiteiten van een team"
        indexes = [models.Index(fields=["pteam", "begin"])]
        constraints = [
            models.CheckConstraint(
                name="teamactiviteit_einde_na_begin", condition=Q(einde__gt=F("begin")),
                violation_error_message="Een activiteit eindigt na het begin.",
            )
        ]

    def __str__(self) -> str:
        return self.titel


class Activiteitdeelname(models.Model):
    """Whether somebody comes, and afterwards whether somebody was there."""

    activiteit = models.ForeignKey(Teamactiviteit, models.CASCADE, related_name="deelnames")
    medewerker = models.ForeignKey(
        Medewerker, models.CASCADE, related_name="activiteitdeelnames"
    )
    stand = models.CharField("stand", max_length=10, choices=Deelname)
    bijgewerkt_op = models.DateTimeField("bijgewerkt op")

    class Meta:
        ordering = ["medewerker__sorteernaam"]
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        constraints = [
            models.UniqueConstraint(fields=["activiteit", "medewerker"], name="deelname_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.medewerker}: {self.get_stand_display()}"
