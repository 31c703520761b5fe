from django.db import models


class Instelling(models.Model):
    """A number or choice of the organisation, from a date on, with its source (R412).

    Rows are added, not changed: the value on a day is the newest row that started by then.
    """

    sleutel = models.CharField("sleutel", max_length=60)
    waarde = models.JSONField("waarde")
    geldig_vanaf = models.DateField("geldig vanaf")
    bron = models.CharField("bron", max_length=200)
    niet_in_bron = models.BooleanField("niet in bron", default=False)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)

    class Meta:
        ordering = ["sleutel", "-geldig_vanaf"]
        verbose_name = "instelling"
        verbose_name_plural = "instellingen"
        constraints = [
            models.UniqueConstraint(
                fields=["sleutel", "geldig_vanaf"],
                name="instelling_een_per_dag",
                violation_error_message="Deze instelling heeft vanaf deze dag al een waarde.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.sleutel} = {self.waarde}"


class NietWerkdag(models.Model):
    """A day that does not count: holidays of the Algemene termijnenwet and closing days (R296)."""

    datum = models.DateField("datum", unique=True)
    omschrijving = models.CharField("omschrijving", max_length=120)
    telt_voor_termijn = models.BooleanField("geen werkdag voor termijnen", default=True)
    telt_voor_capaciteit = models.BooleanField("geen werkdag voor capaciteit", default=True)

    class Meta:
        ordering = ["datum"]
        verbose_name = "niet-werkdag"
        verbose_name_plural = "niet-werkdagen"

    def __str__(self) -> str:
        return f"{self.datum:%d-%m-%Y} {self.omschrijving}"
