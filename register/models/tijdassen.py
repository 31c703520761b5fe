from datetime import date, datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.kern.models import Besluit, MetPubliekId
from register.enums import Mutatie


class RegisterQuerySet(models.QuerySet):
    """Every read names both axes; there is no default for the day (HUIS §5)."""

    def geldig_op(self, dag: date) -> Self:
        return self.filter(
            Q(einde_geldigheid__isnull=True) | Q(einde_geldigheid__gt=dag),
            begin_geldigheid__lte=dag,
        )

    def bekend_op(self, moment: datetime) -> Self:
        return self.filter(
            Q(eind_registratie__isnull=True) | Q(eind_registratie__gt=moment),
            tijdstip_registratie__lte=moment,
        )

    def zonder_waarneming(self) -> Self:
        """Only the holders: who deputises does not take the place of the holder."""
        return self.filter(waarneemt_voor__isnull=True)

    def nu_bekend(self) -> Self:
        return self.filter(eind_registratie__isnull=True)


class Registerrij(MetPubliekId):
    """A row on two time axes: what held (days, end excluded) and what was known (moments).

    A row is never changed: only ``eind_registratie`` is set, once. The database guards it.
    """

    begin_geldigheid = models.DateField("geldig vanaf")
    einde_geldigheid = models.DateField("geldig tot", null=True, blank=True)
    tijdstip_registratie = models.DateTimeField("geregistreerd op")
    eind_registratie = models.DateTimeField("achterhaald op", null=True, blank=True)
    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="+")
    mutatie = models.CharField("mutatie", max_length=12, choices=Mutatie)
    reden = models.TextField("reden", blank=True)
    vervangt = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="vervangen_door"
    )
    geregistreerd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    geregistreerd_door_naam = models.CharField("geregistreerd door", max_length=200)

    objects = RegisterQuerySet.as_manager()

    class Meta:
        abstract = True
