"""What the lists of matching can be asked for."""

import django_filters as filters

from matching.enums import Fase, Route
from matching.models import Matchvraag, Procedure, Publicatie
from opgaven.enums import PlaatsSoort


class MatchvraagFilter(filters.FilterSet):
    opdracht = filters.UUIDFilter(field_name="opdracht__public_id", label="Id van de opdracht")
    plaats = filters.ChoiceFilter(choices=PlaatsSoort.choices, label="Soort plaats")
    open = filters.BooleanFilter(
        field_name="gesloten_op", lookup_expr="isnull", label="Alleen open (true) of gesloten"
    )

    class Meta:
        model = Matchvraag
        fields: list[str] = []


class ProcedureFilter(filters.FilterSet):
    fase = filters.ChoiceFilter(choices=Fase.choices, label="Fase")
    route = filters.ChoiceFilter(choices=Route.choices, label="Route")
    opdracht = filters.UUIDFilter(
        field_name="matchvraag__opdracht__public_id", label="Id van de opdracht"
    )

    class Meta:
        model = Procedure
        fields: list[str] = []


class PublicatieFilter(filters.FilterSet):
    opdracht = filters.UUIDFilter(
        field_name="procedure__matchvraag__opdracht__public_id", label="Id van de opdracht"
    )
    competentie = filters.CharFilter(
        field_name="procedure__matchvraag__tro__competenties__competentie__code",
        label="Code van een gevraagde competentie",
    )

    class Meta:
        model = Publicatie
        fields: list[str] = []
