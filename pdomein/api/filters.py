"""What the lists of the API can be asked for."""

from typing import Any

import django_filters as filters
from django.db.models import QuerySet

from pdomein.models import Competentie, Medewerker, PTeam
from pdomein.personeel import zonder_accenten


class MedewerkerFilter(filters.FilterSet):
    naam = filters.CharFilter(method="op_naam", label="Deel van de naam")
    pteam = filters.UUIDFilter(field_name="pteam_public_id", label="Id van het P-team")

    class Meta:
        model = Medewerker
        fields: list[str] = []

    def op_naam(self, mensen: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        for woord in zonder_accenten(waarde).split()[:6]:
            mensen = mensen.filter(sorteernaam__contains=woord)
        return mensen


class PTeamFilter(filters.FilterSet):
    code = filters.CharFilter(label="Code van het P-team")
    domein = filters.UUIDFilter(field_name="domein__public_id", label="Id van het domein")

    class Meta:
        model = PTeam
        fields: list[str] = []


class CompetentieFilter(filters.FilterSet):
    code = filters.CharFilter(label="Code van de competentie")
    bovenliggende = filters.UUIDFilter(
        field_name="bovenliggende__public_id", label="Id van de bovenliggende competentie"
    )

    class Meta:
        model = Competentie
        fields: list[str] = []


class PersoneelsgegevensFilter(filters.FilterSet):
    gewijzigdSinds = filters.IsoDateTimeFilter(
        field_name="bijgewerkt_op", lookup_expr="gte", label="Gewijzigd vanaf dit moment"
    )

    class Meta:
        model = Medewerker
        fields: list[str] = []
