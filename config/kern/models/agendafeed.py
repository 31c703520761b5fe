from django.conf import settings
from django.db import models


class Agendafeed(models.Model):
    """Somebody's own calendar can be read at a secret address; a new ``versie`` ends the old one.
    """

    gebruiker = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="agendafeed"
    )
    versie = models.PositiveIntegerField("versie", default=1)
    aan = models.BooleanField("aan", default=True)

    class Meta:
        verbose_name = "agendafeed"
        verbose_name_plural = "agendafeeds"

    def __str__(self) -> str:
        return f"Agenda van {self.gebruiker_id}"
