from datetime import date
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from config.kern.constraints import einde_na_begin, geen_overlap
from config.kern.models import Gremium, MetPubliekId
from pdomein.enums import Dienstverband, Functiegroep
from pdomein.models.basis import PeriodeQuerySet


class MedewerkerQuerySet(models.QuerySet):
    def in_dienst(self, dag: date) -> Self:
        """People who work for the province on ``dag``."""
        return self.filter(Q(in_dienst__lte=dag) & (Q(uit_dienst=None) | Q(uit_dienst__gt=dag)))


class Medewerker(MetPubliekId):
    """A person who works for or governs the province. HR is the source of these fields (R403)."""

    gebruiker = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="medewerker"
    )
    personeelsnummer = models.CharField("personeelsnummer", max_length=30, unique=True)
    naam = models.CharField("naam", max_length=200)
    sorteernaam = models.CharField("sorteernaam", max_length=200, db_index=True)
    email = models.EmailField("e-mailadres", blank=True)
    functie = models.CharField("functie", max_length=120, blank=True)
    functie_sinds = models.DateField("in deze functie sinds", null=True, blank=True)
    functiegroep = models.CharField(
        "functiegroep", max_length=20, choices=Functiegroep, blank=True
    )
    schaal = models.PositiveSmallIntegerField(
        "schaal", null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(18)],
    )
    aanstelling_fte = models.DecimalField("aanstelling (fte)", max_digits=4, decimal_places=3)
    dienstverband = models.CharField("dienstverband", max_length=12, choices=Dienstverband)
    in_dienst = models.DateField("in dienst")
    uit_dienst = models.DateField("uit dienst (eerste dag niet meer)", null=True, blank=True)
    thuisbasis = models.ForeignKey(
        Gremium, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="gremium als thuisbasis",
    )
    leidinggevende = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="P-manager zonder P-team (portefeuilleverdeling)",
    )
    bijgewerkt_op = models.DateTimeField("bijgewerkt op")

    objects = MedewerkerQuerySet.as_manager()

    class Meta:
        ordering = ["sorteernaam", "id"]
        verbose_name = "medewerker"
        verbose_name_plural = "medewerkers"
        constraints = [
            einde_na_begin(naam="medewerker_dienst", begin="in_dienst", einde="uit_dienst"),
            models.CheckConstraint(
                name="medewerker_fte",
                condition=Q(aanstelling_fte__gte=0) & Q(aanstelling_fte__lte=2),
                violation_error_message="De aanstelling ligt tussen 0 en 2 fte.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def is_in_dienst(self, dag: date) -> bool:
        return self.in_dienst <= dag and (self.uit_dienst is None or dag < self.uit_dienst)


class Rolomvang(models.Model):
    """Share of the working time of a person that goes to a role, such as P-manager (R082, R160)."""

    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="rolomvangen")
    rol = models.CharField("rol", max_length=30)
    pct = models.PositiveSmallIntegerField("deel van de tijd (%)")
    begin = models.DateField("vanaf")
    einde = models.DateField("tot", null=True, blank=True)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        ordering = ["medewerker", "-begin"]
        verbose_name = "rolomvang"
        verbose_name_plural = "rolomvangen"
        constraints = [
            einde_na_begin(naam="rolomvang_periode", begin="begin", einde="einde"),
            models.CheckConstraint(
                name="rolomvang_pct",
                condition=Q(pct__gte=1) & Q(pct__lte=100),
                violation_error_message="Een deel van de tijd ligt tussen 1 en 100 procent.",
            ),
            models.CheckConstraint(
                name="rolomvang_pmanager_minimaal",
                condition=~Q(rol="p_manager") | Q(pct__gte=25),
                violation_error_message="Een P-manager besteedt minstens 25% aan P-management.",
            ),
        ]


class Beschikbaarheid(models.Model):
    """A period in which a person is less available; HR gives no reason and we ask none (R328)."""

    medewerker = models.ForeignKey(Medewerker, models.CASCADE, related_name="beschikbaarheden")
    fte_minder = models.DecimalField("minder beschikbaar (fte)", max_digits=4, decimal_places=3)
    begin = models.DateField("vanaf")
    einde = models.DateField("tot", null=True, blank=True)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        ordering = ["medewerker", "begin"]
        verbose_name = "beschikbaarheid"
        verbose_name_plural = "beschikbaarheden"
        constraints = [
            einde_na_begin(naam="beschikbaarheid_periode", begin="begin", einde="einde"),
            geen_overlap(
                naam="beschikbaarheid_een_tegelijk", gelijk=["medewerker"], begin="begin",
                einde="einde", melding="Deze periode overlapt een andere.",
            ),
        ]
