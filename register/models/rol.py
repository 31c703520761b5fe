from django.db import models

from config.kern.constraints import einde_na_begin
from config.kern.models import Besluit, MetPubliekId
from pdomein.enums import Functiegroep
from register.enums import ObjectSoort, OndermandaatAan


class Rol(models.Model):
    """The catalogue of roles: data, so that the province can add one (HUIS §7)."""

    code = models.SlugField("code", unique=True)
    naam = models.CharField("naam", max_length=120)
    objectsoort = models.CharField("waarop", max_length=10, choices=ObjectSoort)
    is_exclusief = models.BooleanField("hooguit één tegelijk", default=False)
    omschrijving = models.TextField("omschrijving", blank=True)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        ordering = ["volgorde", "naam"]
        verbose_name = "rol"
        verbose_name_plural = "rollen"

    def __str__(self) -> str:
        return self.naam


class Mandaatregeling(MetPubliekId):
    """One version of the separate regulation on mandates and budget powers (R199)."""

    naam = models.CharField("naam", max_length=160)
    vindplaats = models.CharField("vindplaats", max_length=200, blank=True)
    begin_geldigheid = models.DateField("geldt vanaf", unique=True)
    besluit = models.ForeignKey(
        Besluit, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ingelezen_op = models.DateTimeField("ingelezen op")
    ingelezen_door_naam = models.CharField("ingelezen door", max_length=200)

    class Meta:
        ordering = ["-begin_geldigheid"]
        verbose_name = "mandaatregeling"
        verbose_name_plural = "mandaatregelingen"

    def __str__(self) -> str:
        return self.naam


class Bevoegdheid(models.Model):
    """A power that a role carries, as the mandate regulation dates it (R186, R199).

    A deputy has it only when the regulation says so, and somebody else only when the regulation
    lets it be passed on.
    """

    regeling = models.ForeignKey(
        Mandaatregeling, models.PROTECT, null=True, blank=True, related_name="bevoegdheden"
    )
    rol = models.ForeignKey(Rol, models.PROTECT, related_name="bevoegdheden")
    artikel = models.CharField("artikel van de mandaatregeling", max_length=60)
    handeling = models.CharField("soort handeling", max_length=60, blank=True)
    omschrijving = models.CharField("omschrijving", max_length=250)
    limiet_euro = models.DecimalField(
        "tot en met (euro)", max_digits=14, decimal_places=2, null=True, blank=True
    )
    voorwaarden = models.TextField("voorwaarden", blank=True)
    bij_waarneming = models.BooleanField("ook voor wie waarneemt", default=False)
    limiet_waarneming = models.DecimalField(
        "tot en met (euro) bij waarneming", max_digits=14, decimal_places=2, null=True, blank=True
    )
    ondermandaat_aan = models.CharField(
        "mag worden doorgegeven aan", max_length=12, choices=OndermandaatAan,
        default=OndermandaatAan.NIEMAND,
    )
    limiet_ondermandaat = models.DecimalField(
        "tot en met (euro) bij ondermandaat", max_digits=14, decimal_places=2, null=True,
        blank=True,
    )
    begin_geldigheid = models.DateField("geldig vanaf")
    einde_geldigheid = models.DateField("geldig tot", null=True, blank=True)

    class Meta:
        ordering = ["rol", "artikel"]
        verbose_name = "bevoegdheid"
        verbose_name_plural = "bevoegdheden"
        constraints = [
            einde_na_begin(
                naam="bevoegdheid_periode", begin="begin_geldigheid", einde="einde_geldigheid"
            ),
            models.UniqueConstraint(
                fields=["rol", "artikel", "begin_geldigheid"], name="bevoegdheid_een_per_dag",
                violation_error_message="Dit artikel begint voor deze rol al op die dag.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.artikel} {self.omschrijving}"


class Matrixregel(models.Model):
    """One line of bijlage 3: a function group with these scales fits this role (R112-R115).

    Only warns. ``bron_zeker`` says whether the source is certain: its column headings are lost.
    """

    rol = models.ForeignKey(Rol, models.PROTECT, related_name="matrixregels")
    functiegroep = models.CharField("functiegroep", max_length=20, choices=Functiegroep)
    schaal_van = models.PositiveSmallIntegerField("schaal van")
    schaal_tot = models.PositiveSmallIntegerField("schaal tot en met")
    bron_zeker = models.BooleanField("zeker volgens de bron", default=False)

    class Meta:
        ordering = ["rol", "functiegroep", "schaal_van"]
        verbose_name = "regel van de functiematrix"
        verbose_name_plural = "functiematrix (bijlage 3)"
        constraints = [
            models.UniqueConstraint(
                fields=["rol", "functiegroep", "schaal_van"], name="matrixregel_uniek"
            ),
            models.CheckConstraint(
                name="matrixregel_schaal",
                condition=models.Q(schaal_tot__gte=models.F("schaal_van")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rol}: {self.get_functiegroep_display()} {self.schaal_van}-{self.schaal_tot}"
