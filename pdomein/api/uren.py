"""Hours of a person from the personnel system: employments and availability (R328, R403)."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from config.kern import klok
from config.kern.fouten import eis
from config.kern.rest import InzetViewSet
from pdomein import queries, rules
from pdomein.domain import aanstelling as domein
from pdomein.models import Aanstelling, Beschikbaarheid

NUMMER = OpenApiParameter(
    "personeelsnummer", str, OpenApiParameter.PATH, description="Personeelsnummer", required=True
)
FTE: dict[str, Any] = {"max_digits": 4, "decimal_places": 3, "min_value": 0, "max_value": 2}


class AanstellingSerializer(serializers.ModelSerializer):
    """The fte of one employment in a period; ``tot`` is the first day no longer."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    dienstverband = serializers.IntegerField(
        source="volgnummer", min_value=1, max_value=99, default=1,
        help_text="Nummer van het dienstverband; iemand kan er meer tegelijk hebben.",
    )
    fte = serializers.DecimalField(**FTE)
    vanaf = serializers.DateField(source="begin")
    tot = serializers.DateField(
        source="einde", required=False, allow_null=True, default=None,
        help_text="Eerste dag niet meer.",
    )

    class Meta:
        model = Aanstelling
        fields = ["id", "dienstverband", "fte", "vanaf", "tot"]


class BeschikbaarheidSerializer(serializers.ModelSerializer):
    """How much less somebody is available, and until when; there is no place for a reason."""

    fteMinder = serializers.DecimalField(source="fte_minder", **FTE)
    vanaf = serializers.DateField(source="begin")
    tot = serializers.DateField(
        source="einde", required=False, allow_null=True, default=None,
        help_text="Eerste dag weer beschikbaar.",
    )

    class Meta:
        model = Beschikbaarheid
        fields = ["fteMinder", "vanaf", "tot"]


class _Uren(ListModelMixin, InzetViewSet):
    scopes = {"GET": "personeel", "HEAD": "personeel", "POST": "personeel"}
    filter_backends: list[Any] = []

    def _mens(self) -> Any:
        eis(rules.beletsel_personeelsgegevens_inzien(door=self.request.actor))
        return queries.medewerker_met_nummer(self.kwargs["personeelsnummer"])


@extend_schema_view(list=extend_schema(summary="Aanstellingen van een medewerker",
                                       parameters=[NUMMER]))
class AanstellingViewSet(_Uren):
    """De uren van iemand per dienstverband, met wat ze waren en worden."""

    serializer_class = AanstellingSerializer

    def get_queryset(self) -> QuerySet[Aanstelling]:
        if self.beschrijft:
            return Aanstelling.objects.none()
        return queries.aanstellingen_van(self._mens())

    @extend_schema(
        summary="Aanstelling vastleggen", parameters=[NUMMER],
        description="Wat het dienstverband eerder had, eindigt op de dag vanaf.",
        responses={201: AanstellingSerializer},
    )
    def create(self, request: Request, personeelsnummer: str) -> Response:
        rij = domein.aanstelling_vastleggen(
            medewerker=self._mens(), door=request.actor, nu=klok.nu(), **self.invoer()
        )
        return Response(self.get_serializer(rij).data, status=201)


@extend_schema_view(list=extend_schema(summary="Wanneer is iemand minder beschikbaar?",
                                       parameters=[NUMMER]))
class BeschikbaarheidViewSet(_Uren):
    """Wanneer iemand minder beschikbaar is, en hoeveel. Nooit waarom."""

    serializer_class = BeschikbaarheidSerializer

    def get_queryset(self) -> QuerySet[Beschikbaarheid]:
        if self.beschrijft:
            return Beschikbaarheid.objects.none()
        return queries.beschikbaarheden_van(self._mens())

    @extend_schema(
        summary="Minder beschikbaar vastleggen", parameters=[NUMMER],
        description="Met fteMinder 0 is iemand vanaf die dag weer helemaal beschikbaar.",
        responses={201: BeschikbaarheidSerializer, 204: None},
    )
    def create(self, request: Request, personeelsnummer: str) -> Response:
        invoer, mens = self.invoer(), self._mens()
        if invoer["fte_minder"] == 0:
            domein.beschikbaarheid_beeindigen(
                medewerker=mens, per=invoer["begin"], door=request.actor, nu=klok.nu()
            )
            return Response(status=204)
        rij = domein.beschikbaarheid_vastleggen(
            medewerker=mens, door=request.actor, nu=klok.nu(), **invoer
        )
        return Response(self.get_serializer(rij).data, status=201)
