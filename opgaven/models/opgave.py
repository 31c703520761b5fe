from django.db import models

from config.kern.constraints import einde_na_begin, geen_overlap
from config.kern.models import Besluit, MetPubliekId
from opgaven.enums import Label
from opgaven.models.begroting import Beleidsdoel


class ODomein(MetPubliekId):
    """A domain of the O-side, led by one domeindirecteur (R062)."""

    code = models.SlugField("code", unique=True)
    naam = models.CharField("naam", max_length=120)
    dbi_uitzondering = models.BooleanField("DBI-uitzondering", default=False)
    dbi_herziening_op = models.DateField("DBI: opnieuw bekijken op", null=True, blank=True)

    class Meta:
        ordering = ["naam"]
        verbose_name = "O-domein"
        verbose_name_plural = "O-domeinen"

    def __str__(self) -> str:
        return self.naam


class Opgave(MetPubliekId):
    """A societal task: the beleidsprestatie of the begroting (R002)."""

    beleidsdoel = models.ForeignKey(Beleidsdoel, models.PROTECT, related_name="opgaven")
    begrotingsjaar = models.PositiveSmallIntegerField("begrotingsjaar")
    code = models.CharField("code beleidsprestatie", max_length=30)
    naam = models.CharField("naam", max_length=250)
    beoogd_resultaat = models.TextField("beoogd resultaat", blank=True)
    label_standaard = models.CharField(
        "standaardlabel", max_length=10, choices=Label, default=Label.DYNAMISCH
    )
    onder_directieteam = models.BooleanField("direct onder het Directieteam", default=False)

    class Meta:
        ordering = ["code"]
        verbose_name = "opgave"
        verbose_name_plural = "opgaven"
        constraints = [
            models.UniqueConstraint(
                fields=["begrotingsjaar", "code"], name="opgave_code_per_jaar",
                violation_error_message="Deze code bestaat al in dit begrotingsjaar.",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class OpgaveToedeling(MetPubliekId):
    """Which O-domein an opgave belongs to, by decision of the O-beraad or the DT (R009)."""

    opgave = models.ForeignKey(Opgave, models.PROTECT, related_name="toedelingen")
    odomein = models.ForeignKey(ODomein, models.PROTECT, related_name="toedelingen")
    besluit = models.ForeignKey(Besluit, models.PROTECT)
    begin = models.DateField("vanaf")
    einde = models.DateField("tot", null=True, blank=True)

    class Meta:
        ordering = ["-begin"]
        verbose_name = "toedeling"
        verbose_name_plural = "toedelingen"
        constraints = [
            einde_na_begin(naam="toedeling_periode", begin="begin", einde="einde"),
            geen_overlap(
                naam="toedeling_een_per_opgave", gelijk=["opgave"], begin="begin", einde="einde",
                melding="Een opgave valt op elke dag onder hooguit één O-domein.",
            ),
        ]
