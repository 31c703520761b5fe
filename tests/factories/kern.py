"""The ground for tests: logins, gremia and adopted decisions, made by the real commands."""

from datetime import date, datetime
from typing import Any

import factory

from config.kern.actor import SYSTEEM
from config.kern.domain.besluit import besluit_nemen
from config.kern.enums import BesluitSoort, GremiumSoort
from config.kern.models import Besluit, Gebruiker, Gremium
from config.kern.werkdagen import AMSTERDAM

NU = datetime(2026, 6, 1, 12, 0, tzinfo=AMSTERDAM)
VANDAAG = date(2026, 6, 1)


class GebruikerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Gebruiker
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"gebruiker{n}")
    naam = factory.Sequence(lambda n: f"Gebruiker {n}")
    email = factory.LazyAttribute(lambda o: f"{o.username}@example.org")


class GremiumFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Gremium
        django_get_or_create = ("code",)

    soort = GremiumSoort.P_BERAAD
    code = factory.LazyAttribute(lambda o: str(o.soort).replace("_", "-"))
    naam = factory.LazyAttribute(lambda o: GremiumSoort(o.soort).label)


class BesluitFactory(factory.Factory):
    """An adopted decision."""

    class Meta:
        model = Besluit

    soort = BesluitSoort.OVERIG
    onderwerp = factory.Sequence(lambda n: f"Besluit over zaak {n}")
    tekst = "Wij besluiten zo."
    hoedanigheid = "directeur M&O"
    besluitdatum = VANDAAG
    door = SYSTEEM
    nu = NU

    @classmethod
    def _create(cls, model_class: type[Besluit], *args: Any, **kwargs: Any) -> Besluit:
        return besluit_nemen(**kwargs)
