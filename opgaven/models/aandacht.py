"""What asks attention: bottlenecks, escalations, ideas (R032, R221, R383)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.kern.models import MetPubliekId
from opgaven.enums import IdeeStatus, KnelpuntBron, KnelpuntStatus, Trede
from opgaven.models.opdracht import Opdracht
from opgaven.models.opgave import ODomein
from pdomein.models import Competentie, Medewerker, Professie, ProfessioneelDomein


class Knelpunt(MetPubliekId):
    """Too little capacity of a kind; the programmeerberaad determines the approach (R221)."""

    titel = models.CharField("knelpunt", max_length=200)
    omschrijving = models.TextField("omschrijving")
    bron = models.CharField("waar kwam het vandaan", max_length=20, choices=KnelpuntBron)
    professie = models.ForeignKey(
        Professie, models.PROTECT, null=True, blank=True, related_name="+"
    )
    competentie = models.ForeignKey(
        Competentie, models.PROTECT, null=True, blank=True, related_name="+"
    )
    opdracht = models.ForeignKey(
        Opdracht, models.PROTECT, null=True, blank=True, related_name="knelpunten"
    )
    fte = models.DecimalField("tekort (fte)", max_digits=6, decimal_places=2)
    status = models.CharField(
        "status", max_length=10, choices=KnelpuntStatus, default=KnelpuntStatus.OPEN
    )
    gemeld_op = models.DateTimeField("gemeld op")
    gemeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    aanpak = models.TextField("aanpak", blank=True)
    eigenaar = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="wie pakt het op",
    )
    klaar_voor = models.DateField("klaar voor", null=True, blank=True)
    uitkomst = models.TextField("uitkomst", blank=True)
    opgelost_op = models.DateTimeField("opgelost op", null=True, blank=True)

    class Meta:
        ordering = ["klaar_voor", "-fte", "pk"]
        verbose_name = "knelpunt"
        verbose_name_plural = "knelpunten"
        constraints = [
            models.CheckConstraint(
                name="knelpunt_aanpak_compleet",
                condition=~Q(status=KnelpuntStatus.AANPAK)
                | (~Q(aanpak="") & Q(eigenaar__isnull=False, klaar_voor__isnull=False)),
                violation_error_message="Een aanpak heeft een eigenaar en een datum.",
            ),
            models.CheckConstraint(name="knelpunt_fte", condition=Q(fte__gt=0)),
        ]

    def __str__(self) -> str:
        return self.titel


class Escalatie(MetPubliekId):
    """A matter that the one in charge cannot solve, on its way up the ladder (R032, R070, D11)."""

    opdracht = models.ForeignKey(Opdracht, models.PROTECT, related_name="escalaties")
    onderwerp = models.CharField("onderwerp", max_length=200)
    omschrijving = models.TextField("wat is er aan de hand")
    buiten_scope = models.BooleanField("buiten de scope of tussen opdrachten", default=False)
    trede = models.CharField("ligt bij", max_length=20, choices=Trede)
    gemeld_op = models.DateTimeField("gemeld op")
    gemeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    aog_gehoord_op = models.DateField("AOG gehoord op", null=True, blank=True)
    bog_gehoord_op = models.DateField("BOG gehoord op", null=True, blank=True)
    uitkomst = models.TextField("uitkomst", blank=True)
    gesloten_op = models.DateTimeField("gesloten op", null=True, blank=True)

    class Meta:
        ordering = ["-gemeld_op", "-pk"]
        verbose_name = "escalatie"
        verbose_name_plural = "escalaties"
        constraints = [
            models.UniqueConstraint(
                fields=["opdracht", "onderwerp"], condition=Q(gesloten_op=None),
                name="escalatie_een_open",
                violation_error_message="Deze escalatie loopt al.",
            ),
            models.CheckConstraint(
                name="escalatie_gesloten_met_uitkomst",
                condition=Q(gesloten_op=None) | ~Q(uitkomst=""),
            ),
        ]

    def __str__(self) -> str:
        return self.onderwerp


class EscalatieStap(models.Model):
    """One step up, with the reason why it could not be solved below."""

    escalatie = models.ForeignKey(Escalatie, models.PROTECT, related_name="stappen")
    van = models.CharField("van", max_length=20, choices=Trede)
    naar = models.CharField("naar", max_length=20, choices=Trede)
    reden = models.TextField("waarom een trede hoger")
    op = models.DateTimeField("op")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["op", "id"]
        verbose_name = "stap van een escalatie"
        verbose_name_plural = "stappen van een escalatie"


class Idee(MetPubliekId):
    """A medewerker proposes an opdracht; a director answers by a day, with a reason (R383)."""

    titel = models.CharField("idee", max_length=200)
    voorstel = models.TextField("wat stel je voor, en waarom")
    indiener = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="ideeen"
    )
    odomein = models.ForeignKey(
        ODomein, models.PROTECT, null=True, blank=True, related_name="ideeen"
    )
    domein = models.ForeignKey(
        ProfessioneelDomein, models.PROTECT, null=True, blank=True, related_name="ideeen"
    )
    ingediend_op = models.DateTimeField("ingediend op")
    antwoord_voor = models.DateField("antwoord uiterlijk op")
    status = models.CharField(
        "status", max_length=12, choices=IdeeStatus, default=IdeeStatus.INGEDIEND
    )
    antwoord = models.TextField("antwoord", blank=True)
    beantwoord_op = models.DateTimeField("beantwoord op", null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    opdracht = models.OneToOneField(
        Opdracht, models.PROTECT, null=True, blank=True, related_name="idee"
    )

    class Meta:
        ordering = ["-ingediend_op", "-pk"]
        verbose_name = "idee"
        verbose_name_plural = "ideeën"
        constraints = [
            models.CheckConstraint(
                name="idee_aan_een_directeur",
                condition=Q(odomein__isnull=False, domein__isnull=True)
                | Q(odomein__isnull=True, domein__isnull=False),
                violation_error_message="Stuur het idee aan één directeur.",
            ),
            models.CheckConstraint(
                name="idee_beantwoord_met_reden",
                condition=~Q(status__in=[IdeeStatus.AANGENOMEN, IdeeStatus.AFGEWEZEN])
                | (~Q(antwoord="") & Q(beantwoord_op__isnull=False)),
            ),
            models.UniqueConstraint(
                fields=["indiener", "titel"], condition=Q(status=IdeeStatus.INGEDIEND),
                name="idee_een_keer",
                violation_error_message="Dit idee heb je al ingediend.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel
