"""What the lists of the API can be asked for (R052)."""

from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet

from config.kern.enums import BesluitSoort, BesluitStatus
from config.kern.models import Besluit, Besluitenlijst
from opgaven.enums import Label, OpdrachtStatus, PlaatsSoort
from opgaven.models import Capaciteitsvraag, Opdracht, Opgave, Toets


class OpgaveFilter(filters.FilterSet):
    begrotingsjaar = filters.NumberFilter(label="Begrotingsjaar", min_value=0, max_value=9999)
    code = filters.CharFilter(label="Code van de beleidsprestatie")

    class Meta:
        model = Opgave
        fields: list[str] = []


class OpdrachtFilter(filters.FilterSet):
    label = filters.ChoiceFilter(choices=Label.choices, label="Label")
    status = filters.ChoiceFilter(choices=OpdrachtStatus.choices, label="Status")
    odomein = filters.CharFilter(field_name="odomein_code", label="Code van het O-domein")
    opgave = filters.UUIDFilter(field_name="opgave__public_id", label="Id van de opgave")
    q = filters.CharFilter(method="op_tekst", label="Woorden in naam, code of opgave")

    class Meta:
        model = Opdracht
        fields: list[str] = []

    def op_tekst(self, rijen: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        for woord in waarde.split()[:8]:
            rijen = rijen.filter(
                Q(naam__icontains=woord) | Q(code__icontains=woord)
                | Q(opgave__naam__icontains=woord)
            )
        return rijen


class DeelopdrachtFilter(filters.FilterSet):
    opdracht = filters.UUIDFilter(
        field_name="bovenliggende__public_id", label="Id van de opdracht erboven"
    )

    class Meta:
        model = Opdracht
        fields: list[str] = []


class ToetsFilter(filters.FilterSet):
    opdracht = filters.UUIDFilter(field_name="opdracht__public_id", label="Id van de opdracht")

    class Meta:
        model = Toets
        fields: list[str] = []


class CapaciteitsvraagFilter(filters.FilterSet):
    opdracht = filters.UUIDFilter(field_name="opdracht__public_id", label="Id van de opdracht")
    plaats = filters.ChoiceFilter(choices=PlaatsSoort.choices, label="Plaats")

    class Meta:
        model = Capaciteitsvraag
        fields: list[str] = []


class BesluitFilter(filters.FilterSet):
    soort = filters.ChoiceFilter(choices=BesluitSoort.choices, label="Soort besluit")
    status = filters.ChoiceFilter(choices=BesluitStatus.choices, label="Status")
    gremium = filters.CharFilter(field_name="gremium__code", label="Code van het gremium")
    besluitenlijst = filters.UUIDFilter(
        field_name="besluitenlijst__public_id", label="Id van de besluitenlijst"
    )

    class Meta:
        model = Besluit
        fields: list[str] = []


class BesluitenlijstFilter(filters.FilterSet):
    gremium = filters.CharFilter(
        field_name="vergadering__gremium__code", label="Code van het gremium"
    )
    status = filters.ChoiceFilter(choices=BesluitStatus.choices, label="Status")

    class Meta:
        model = Besluitenlijst
        fields: list[str] = []
