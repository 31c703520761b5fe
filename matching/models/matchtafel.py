from django.conf import settings
from django.db import models

from config.kern.constraints import einde_na_begin
from config.kern.models import MetPubliekId
from matching.enums import KandidaatBron, Route, SessieStatus, Uitkomst
from matching.models.procedure import Procedure
from matching.models.publicatie import Reactie
from pdomein.models import Medewerker


def uitkomst_naam(uitkomst: str, route: str) -> str:
    """The outcome in words; for an AOG place the domeindirecteur writes the profile (R288)."""
    if not uitkomst:
        return ""
    if route == Route.AOG and uitkomst == Uitkomst.TERUG_NAAR_AOG:
        return "Terug naar de domeindirecteur om aan te scherpen"
    return Uitkomst(uitkomst).label


class MatchtafelSessie(MetPubliekId):
    """A meeting of P-managers that bring demand and people together (R261)."""

    datum = models.DateField("datum")
    tijd = models.TimeField("tijd", null=True, blank=True)
    plek = models.CharField("plek", max_length=120, blank=True)
    voorzitter = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    status = models.CharField(
        "status", max_length=10, choices=SessieStatus, default=SessieStatus.GEPLAND
    )
    geopend_op = models.DateTimeField("geopend op", null=True, blank=True)
    gesloten_op = models.DateTimeField("gesloten op", null=True, blank=True)
    verslag = models.TextField("verslag aan de directeuren M&O", blank=True)
    gerapporteerd_op = models.DateTimeField("gerapporteerd op", null=True, blank=True)
    huidig_punt = models.ForeignKey(
        "Agendapunt", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    versie = models.PositiveIntegerField("versie", default=1)

    class Meta:
        ordering = ["-datum", "-id"]
        verbose_name = "sessie van de matchtafel"
        verbose_name_plural = "sessies van de matchtafel"

    def __str__(self) -> str:
        return f"Matchtafel {self.datum:%d-%m-%Y}"


class Deelnemer(models.Model):
    sessie = models.ForeignKey(MatchtafelSessie, models.CASCADE, related_name="deelnemers")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    hoedanigheid = models.CharField("als", max_length=20, default="p_manager")
    training_vooringenomenheid_op = models.DateField(
        "training vooringenomenheid", null=True, blank=True
    )
    aanwezig = models.BooleanField("aanwezig", default=True)

    class Meta:
        ordering = ["medewerker__sorteernaam"]
        constraints = [
            models.UniqueConstraint(fields=["sessie", "medewerker"], name="deelnemer_uniek")
        ]


class Agendapunt(MetPubliekId):
    """One procedure on the agenda of one session; in the end exactly one outcome (R270)."""

    sessie = models.ForeignKey(MatchtafelSessie, models.PROTECT, related_name="agendapunten")
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="agendapunten")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    uitkomst = models.CharField("uitkomst", max_length=16, choices=Uitkomst, blank=True)
    motivering = models.TextField("motivering", blank=True)
    vastgelegd_op = models.DateTimeField("vastgelegd op", null=True, blank=True)
    vastgelegd_door_naam = models.CharField("vastgelegd door", max_length=200, blank=True)
    motivering_niveau = models.TextField("waarom buiten het gevraagde niveau", blank=True)
    begin = models.DateField("afgesproken vanaf", null=True, blank=True)
    einde = models.DateField("afgesproken tot", null=True, blank=True)
    fte = models.DecimalField(
        "afgesproken fte", max_digits=4, decimal_places=3, null=True, blank=True
    )
    gewijzigd_door_naam = models.CharField("laatst gewijzigd door", max_length=200, blank=True)
    toegepast_op = models.DateTimeField("toegepast op", null=True, blank=True)
    verlaten_door = models.ManyToManyField(
        Medewerker, blank=True, related_name="+", verbose_name="verliet de tafel"
    )
    versie = models.PositiveIntegerField("versie", default=1)

    class Meta:
        ordering = ["volgorde", "id"]
        verbose_name = "agendapunt"
        verbose_name_plural = "agendapunten"
        constraints = [
            models.UniqueConstraint(
                fields=["sessie", "procedure"], name="agendapunt_uniek",
                violation_error_message="Deze opdracht staat al op de agenda van deze sessie.",
            ),
            einde_na_begin(naam="agendapunt_periode", begin="begin", einde="einde"),
        ]

    def __str__(self) -> str:
        return str(self.procedure.matchvraag)

    @property
    def uitkomst_naam(self) -> str:
        return uitkomst_naam(self.uitkomst, self.procedure.route)


class Kandidaat(MetPubliekId):
    """A person on the table for one item, with the source (R263, R264)."""

    agendapunt = models.ForeignKey(Agendapunt, models.PROTECT, related_name="kandidaten")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="kandidaturen")
    bron = models.CharField("bron", max_length=10, choices=KandidaatBron)
    reactie = models.ForeignKey(Reactie, models.PROTECT, null=True, blank=True)
    argument = models.TextField("argument", blank=True)
    leervermogen = models.TextField("leervermogen", blank=True)
    motivatie = models.TextField("motivatie", blank=True)
    instemming_op = models.DateTimeField(
        "medewerker stemt in met bespreking", null=True, blank=True
    )
    gekozen = models.BooleanField("gekozen of geadviseerd", default=False)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    geplaatst_op = models.DateTimeField("geplaatst op")
    geplaatst_door_naam = models.CharField("geplaatst door", max_length=200)

    class Meta:
        ordering = ["volgorde", "id"]
        verbose_name = "kandidaat"
        verbose_name_plural = "kandidaten"
        constraints = [
            models.UniqueConstraint(
                fields=["agendapunt", "medewerker"], name="kandidaat_uniek",
                violation_error_message="Deze collega ligt al op tafel bij dit agendapunt.",
            )
        ]

    def __str__(self) -> str:
        return str(self.medewerker)


class Suggestie(MetPubliekId):
    """A person named for one procedure by the recruitment system (R263, R404, Q14).

    ``extern_id`` is the number over there: the same suggestion never counts twice.
    """

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="suggesties")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    extern_id = models.CharField("nummer in het recruitmentsysteem", max_length=100)
    toelichting = models.TextField("waarom past dit", blank=True)
    ontvangen_op = models.DateTimeField("ontvangen op")
    ontvangen_van = models.CharField("ontvangen van", max_length=200)

    class Meta:
        ordering = ["ontvangen_op", "id"]
        verbose_name = "suggestie"
        verbose_name_plural = "suggesties"
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "extern_id"], name="suggestie_extern_uniek"
            )
        ]


class Suggestierun(MetPubliekId):
    """A ranking that was asked for, with its inputs, so that it can be repeated (R355)."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="suggestieruns")
    gevraagd_op = models.DateTimeField("gevraagd op")
    gevraagd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    gevraagd_door_naam = models.CharField("gevraagd door", max_length=200)
    invoer = models.JSONField("invoer")
    uitkomst = models.JSONField("uitkomst")

    class Meta:
        ordering = ["-gevraagd_op", "-id"]
        verbose_name = "gevraagde rangschikking"
        verbose_name_plural = "gevraagde rangschikkingen"


class Toewijzingsvoorstel(MetPubliekId):
    """A joint proposal for a whole agenda that was asked for, with what went in and came out."""

    sessie = models.ForeignKey(
        MatchtafelSessie, models.PROTECT, related_name="toewijzingsvoorstellen"
    )
    gevraagd_op = models.DateTimeField("gevraagd op")
    gevraagd_door_naam = models.CharField("gevraagd door", max_length=200)
    invoer = models.JSONField("invoer")
    uitkomst = models.JSONField("uitkomst")

    class Meta:
        ordering = ["-gevraagd_op", "-id"]
        verbose_name = "voorstel voor de hele agenda"
        verbose_name_plural = "voorstellen voor de hele agenda"


class Tafelnotitie(MetPubliekId):
    """A note on a person at the table: for who sits there, and only for a while (R268)."""

    kandidaat = models.ForeignKey(Kandidaat, models.CASCADE, related_name="notities")
    tekst = models.TextField("notitie")
    geschreven_op = models.DateTimeField("geschreven op")
    geschreven_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    geschreven_door_naam = models.CharField("geschreven door", max_length=200)
    wissen_op = models.DateField("wordt gewist op", db_index=True)

    class Meta:
        ordering = ["geschreven_op", "id"]
        verbose_name = "notitie van de matchtafel"
        verbose_name_plural = "notities van de matchtafel"


class Tafelbericht(MetPubliekId):
    """A personal message that a closed session will send; the chair may correct it first."""

    sessie = models.ForeignKey(MatchtafelSessie, models.PROTECT, related_name="tafelberichten")
    agendapunt = models.ForeignKey(Agendapunt, models.PROTECT, related_name="tafelberichten")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    tekst = models.TextField("bericht")
    gemaakt_op = models.DateTimeField("gemaakt op")
    verstuurd_op = models.DateTimeField("verstuurd op", null=True, blank=True)

    class Meta:
        ordering = ["agendapunt__volgorde", "medewerker__sorteernaam", "id"]
        verbose_name = "bericht van de matchtafel"
        verbose_name_plural = "berichten van de matchtafel"
        constraints = [
            models.UniqueConstraint(
                fields=["agendapunt", "medewerker"], name="tafelbericht_een_per_persoon"
            )
        ]


class Presentatie(MetPubliekId):
    """A screen on the wall that shows one session and may do nothing (R416).

    It is a session of its own: a key that is shown once, kept as a fingerprint, for one table.
    """

    sessie = models.ForeignKey(MatchtafelSessie, models.PROTECT, related_name="presentaties")
    vingerafdruk = models.CharField("vingerafdruk van de sleutel", max_length=64, unique=True)
    gestart_op = models.DateTimeField("gestart op")
    gestart_door_naam = models.CharField("gestart door", max_length=200)
    gestopt_op = models.DateTimeField("gestopt op", null=True, blank=True)

    class Meta:
        ordering = ["-gestart_op", "-id"]
        verbose_name = "presentatiescherm"
        verbose_name_plural = "presentatieschermen"
