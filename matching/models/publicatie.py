from django.db import models
from django.db.models import Q

from config.kern.models import MetPubliekId
from matching.enums import ReactieStatus
from matching.models.procedure import Procedure
from pdomein.models import Medewerker


class Publicatie(MetPubliekId):
    """The TRO stands on the opdrachtenmarkt (R247, R250, R255).

    ``wacht_werkdagen`` and ``vroegste_bespreekdatum`` keep the values of the moment of
    publication: a later change of a setting or the calendar does not shorten them (R251, R296).
    """

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="publicaties")
    nummer = models.PositiveSmallIntegerField("publicatie nummer", default=1)
    gepubliceerd_op = models.DateTimeField("gepubliceerd op")
    wacht_werkdagen = models.PositiveSmallIntegerField("wachttijd (werkdagen)")
    vroegste_bespreekdatum = models.DateField("vroegste bespreekdatum")
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    gesloten_op = models.DateTimeField("gesloten op", null=True, blank=True)
    geattendeerd_op = models.DateTimeField("zoekers geattendeerd op", null=True, blank=True)
    reden = models.TextField("reden", blank=True)

    class Meta:
        ordering = ["-gepubliceerd_op", "-id"]
        verbose_name = "publicatie"
        verbose_name_plural = "publicaties"
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "nummer"], name="publicatie_nummer_uniek"
            ),
            models.UniqueConstraint(
                fields=["procedure"], name="publicatie_een_open",
                condition=Q(ingetrokken_op__isnull=True, gesloten_op__isnull=True),
                violation_error_message="Deze opdracht staat al op de opdrachtenmarkt.",
            ),
        ]


class Reactie(MetPubliekId):
    """A medewerker says: I am interested (R248). ``ppp`` is what the person agreed to show."""

    publicatie = models.ForeignKey(Publicatie, models.PROTECT, related_name="reacties")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="reacties")
    toelichting = models.TextField("waarom past dit bij jou?")
    ppp = models.JSONField("meegestuurd profiel", default=dict)
    deelt_wensen = models.BooleanField("deelt ook de ontwikkelwensen", default=False)
    status = models.CharField(
        "status", max_length=14, choices=ReactieStatus, default=ReactieStatus.INGEDIEND
    )
    ingediend_op = models.DateTimeField("ingediend op")
    gezien_op = models.DateTimeField("gezien door de AOG op", null=True, blank=True)
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    beantwoord_op = models.DateTimeField("beantwoord op", null=True, blank=True)
    antwoord = models.TextField("antwoord aan de medewerker", blank=True)

    class Meta:
        ordering = ["ingediend_op", "id"]
        verbose_name = "reactie"
        verbose_name_plural = "reacties"
        constraints = [
            models.UniqueConstraint(
                fields=["publicatie", "medewerker"], name="reactie_een_actief",
                condition=~Q(status=ReactieStatus.INGETROKKEN),
                violation_error_message="Je hebt al op deze opdracht gereageerd.",
            )
        ]
