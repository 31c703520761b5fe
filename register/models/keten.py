from django.db import models


class Schakel(models.Model):
    """One link of the tamper-evident chain: the hash covers the row and the link before it.

    ``inhoud`` is the canonical form (RFC 8785) as text, exactly as hashed.
    """

    volgnummer = models.BigIntegerField("volgnummer", primary_key=True)
    tijdstip = models.DateTimeField("tijdstip")
    soort = models.CharField("soort rij", max_length=20)
    rij_id = models.UUIDField("rij", db_index=True)
    inhoud = models.TextField("inhoud")
    vorige_hash = models.CharField("vorige hash", max_length=64)
    hash = models.CharField("hash", max_length=64, unique=True)

    class Meta:
        ordering = ["volgnummer"]
        verbose_name = "schakel"
        verbose_name_plural = "schakels"
