from django.db import models
from django.db.models import F, Q

from config.kern.models import MetPubliekId
from pdomein.enums import Functiegroep
from pdomein.enums_leren import AfspraakStatus, Leerroute, Leersoort, Leervorm
from pdomein.models.competentie import Competentie
from pdomein.models.medewerker import Medewerker
from pdomein.models.ordening import Professie


class Leerthema(models.Model):
    """A theme of the learning offer, with sub-themes; data of the province (R390, R391)."""

    code = models.SlugField("code", unique=True, max_length=80)
    naam = models.CharField("naam", max_length=120)
    bovenliggende = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="onderliggende"
    )
    focus_jaar = models.PositiveSmallIntegerField("focusthema in", null=True, blank=True)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    vervallen_op = models.DateField("vervallen op", null=True, blank=True)

    class Meta:
        ordering = ["volgorde", "naam"]
        verbose_name = "leerthema"
        verbose_name_plural = "leerthema's"

    def __str__(self) -> str:
        return self.naam


class Basisonderdeel(MetPubliekId):
    """Something everybody, a function group or a professie has to learn (R360)."""

    naam = models.CharField("naam", max_length=200)
    thema = models.ForeignKey(Leerthema, models.PROTECT, null=True, blank=True, related_name="+")
    functiegroep = models.CharField(
        "functiegroep", max_length=20, choices=Functiegroep, blank=True
    )
    professie = models.ForeignKey(
        Professie, models.PROTECT, null=True, blank=True, related_name="+"
    )
    academie_code = models.CharField("cursuscode van de Academie", max_length=60, blank=True)
    vervallen_op = models.DateField("vervallen op", null=True, blank=True)

    class Meta:
        ordering = ["naam"]
        verbose_name = "onderdeel van het basispakket"
        verbose_name_plural = "onderdelen van het basispakket"

    def __str__(self) -> str:
        return self.naam

    @property
    def vraag(self) -> str:
        """How an address asks for an agreement about this."""
        return f"?basis={self.public_id}"


class Ontwikkelafspraak(MetPubliekId):
    """What a person and the own P-manager agree about learning; only the agreement (R139, R142).

    No conversation, no reward and no health (R327): there is no field for them.
    """

    medewerker = models.ForeignKey(
        Medewerker, models.PROTECT, related_name="ontwikkelafspraken"
    )
    doel = models.CharField("wat ga je leren?", max_length=250)
    vorm = models.CharField("hoe leer je dit?", max_length=10, choices=Leervorm)
    route = models.CharField("waar leer je dit?", max_length=12, choices=Leerroute)
    soort = models.CharField(
        "soort", max_length=10, choices=Leersoort, default=Leersoort.VRIJ
    )
    thema = models.ForeignKey(Leerthema, models.PROTECT, null=True, blank=True, related_name="+")
    competentie = models.ForeignKey(
        Competentie, models.PROTECT, null=True, blank=True, related_name="+"
    )
    basisonderdeel = models.ForeignKey(
        Basisonderdeel, models.PROTECT, null=True, blank=True, related_name="afspraken"
    )
    academie_code = models.CharField("cursuscode van de Academie", max_length=60, blank=True)
    academie_url = models.URLField("adres bij de Academie", blank=True)
    uren = models.DecimalField("ontwikkeltijd (uren)", max_digits=6, decimal_places=1, default=0)
    begin = models.DateField("vanaf")
    klaar_op = models.DateField("klaar op")
    goede_gesprek_op = models.DateField("besproken in het goede gesprek van", null=True, blank=True)
    budget = models.DecimalField(
        "opleidingsbudget (euro)", max_digits=9, decimal_places=2, null=True, blank=True
    )
    budget_door = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, blank=True, related_name="+"
    )
    status = models.CharField(
        "status", max_length=12, choices=AfspraakStatus, default=AfspraakStatus.VOORSTEL
    )
    voorgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    akkoord_medewerker_op = models.DateTimeField("akkoord medewerker", null=True, blank=True)
    akkoord_pmanager_op = models.DateTimeField("akkoord P-manager", null=True, blank=True)
    akkoord_pmanager = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, blank=True, related_name="+"
    )
    evaluatie = models.CharField("wat heeft het opgeleverd?", max_length=1000, blank=True)
    afgesloten_op = models.DateTimeField("afgesloten op", null=True, blank=True)
    bijgewerkt_op = models.DateTimeField("bijgewerkt op")

    class Meta:
        ordering = ["-klaar_op", "-id"]
        verbose_name = "ontwikkelafspraak"
        verbose_name_plural = "ontwikkelafspraken"
        constraints = [
            models.CheckConstraint(
                name="ontwikkelafspraak_uren", condition=Q(uren__gte=0),
                violation_error_message="Een aantal uren is nul of hoger.",
            ),
            models.CheckConstraint(
                name="ontwikkelafspraak_periode", condition=Q(klaar_op__gte=F("begin")),
                violation_error_message="De afspraak is klaar op of na de eerste dag.",
            ),
            models.CheckConstraint(
                name="ontwikkelafspraak_van_twee",
                condition=~Q(status__in=[AfspraakStatus.AFGESPROKEN, AfspraakStatus.GEDAAN])
                | Q(akkoord_medewerker_op__isnull=False, akkoord_pmanager_op__isnull=False),
                violation_error_message="Een afspraak maak je samen: er mist nog een akkoord.",
            ),
            models.CheckConstraint(
                name="ontwikkelafspraak_budget",
                condition=Q(budget=None) | Q(budget__gte=0, budget_door__isnull=False),
                violation_error_message="Bij een budget hoort wie daarover besliste.",
            ),
        ]

    def __str__(self) -> str:
        return self.doel
