"""Roles and inzet for tests, entered by the real commands with a decision that allows them.

``RolFactory(rol_code="aon", op=opdracht, medewerker=m, begin=…)`` and
``InzetFactory(medewerker=m, opdracht=o, fte=Decimal("0.5"))``.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import factory

from config.kern.actor import SYSTEEM
from config.kern.enums import BesluitSoort
from config.kern.models import Besluit
from opgaven.models import ODomein, Opdracht, Opgave, OpgaveToedeling
from opgaven.models.begroting import Begroting, Beleidsambitie, Beleidsdoel
from register.domain.catalogus import rollen_vullen
from register.domain.inzet import inzet_vastleggen
from register.domain.roltoewijzing import rol_toewijzen
from register.models import Inzet, Rol, Roltoewijzing
from tests.factories.kern import NU, BesluitFactory
from tests.factories.pdomein import MedewerkerFactory

BEGIN = date(2026, 1, 1)


def rollen() -> None:
    if not Rol.objects.exists():
        rollen_vullen(door=SYSTEEM, nu=NU)


def aanwijzing(**velden: Any) -> Besluit:
    """A designation by the directeur M&O, in force from the beginning of 2026."""
    return BesluitFactory(**{
        "soort": BesluitSoort.AANWIJZING, "hoedanigheid": "Directeur Mens en Organisatie",
        "besluitdatum": BEGIN, **velden,
    })


class OpgaveFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Opgave

    code = factory.Sequence(lambda n: f"1.{n}")
    naam = factory.Sequence(lambda n: f"Opgave {n}")
    begrotingsjaar = 2026

    @factory.lazy_attribute
    def beleidsdoel(self) -> Beleidsdoel:
        begroting, _ = Begroting.objects.get_or_create(
            jaar=2026, defaults={"ps_besluit": "PS 2025", "vastgesteld_op": date(2025, 11, 1)}
        )
        ambitie, _ = Beleidsambitie.objects.get_or_create(
            begroting=begroting, code="1", defaults={"naam": "Ambitie"}
        )
        return Beleidsdoel.objects.get_or_create(
            ambitie=ambitie, code="1.1", defaults={"naam": "Doel"}
        )[0]


class OpdrachtFactory(factory.django.DjangoModelFactory):
    """An opdracht that is being staffed; the register looks at little more than its name."""

    class Meta:
        model = Opdracht

    code = factory.Sequence(lambda n: f"O-{n:04}")
    naam = factory.Sequence(lambda n: f"Opdracht {n}")
    opgave = factory.SubFactory(OpgaveFactory)
    soort = "product"
    begrotingscode = "1.1.1"
    label = "dynamisch"
    status = "bemensing"


class ODomeinFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ODomein

    code = factory.Sequence(lambda n: f"odomein-{n}")
    naam = factory.Sequence(lambda n: f"O-domein {n}")


def toedelen(opgave: Opgave, odomein: ODomein) -> OpgaveToedeling:
    return OpgaveToedeling.objects.create(
        opgave=opgave, odomein=odomein, begin=date(2020, 1, 1), besluit=BesluitFactory()
    )


class RolFactory(factory.Factory):
    class Meta:
        model = Roltoewijzing

    rol_code = "aon"
    medewerker = factory.SubFactory(MedewerkerFactory)
    op = factory.SubFactory(OpdrachtFactory)
    begin = BEGIN
    besluit = factory.LazyFunction(aanwijzing)
    door = SYSTEEM
    nu = NU

    @classmethod
    def _create(cls, model_class: type, *args: Any, **kwargs: Any) -> Roltoewijzing:
        rollen()
        return rol_toewijzen(**kwargs)


class InzetFactory(factory.Factory):
    class Meta:
        model = Inzet

    medewerker = factory.SubFactory(MedewerkerFactory)
    opdracht = factory.SubFactory(OpdrachtFactory)
    teamrol = "teamlid"
    fte = Decimal("0.5")
    begin = BEGIN
    einde = None
    besluit = factory.LazyFunction(lambda: aanwijzing(soort=BesluitSoort.INZET))
    door = SYSTEEM
    nu = NU

    @classmethod
    def _create(cls, model_class: type, *args: Any, **kwargs: Any) -> Inzet:
        return inzet_vastleggen(**kwargs)
