"""Dependencies between opdrachten over REST (R011)."""

from uuid import UUID

import django_filters as filters
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from config.kern import klok
from config.kern.rest import InzetViewSet
from opgaven.api.serializers import CodeverwijzingSerializer
from opgaven.domain import afhankelijkheid as domein
from opgaven.enums import AfhankelijkheidSoort
from opgaven.models import Afhankelijkheid, Opdracht
from opgaven.queries.afhankelijkheid import afhankelijkheden_lijst


class AfhankelijkheidSerializer(serializers.ModelSerializer):
    """``opdracht`` hangt af van ``van``."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    opdracht = CodeverwijzingSerializer(read_only=True)
    van = CodeverwijzingSerializer(read_only=True)
    vastgelegdOp = serializers.DateTimeField(source="vastgelegd_op", read_only=True)

    class Meta:
        model = Afhankelijkheid
        fields = ["id", "opdracht", "soort", "van", "toelichting", "vastgelegdOp"]
        read_only_fields = ["soort", "toelichting"]


def _opdracht() -> serializers.SlugRelatedField:
    return serializers.SlugRelatedField(
        slug_field="public_id", queryset=Opdracht.objects.select_related("opgave", "bovenliggende")
    )


class AfhankelijkheidInvoerSerializer(serializers.Serializer):
    """What hangs on what."""

    opdracht = _opdracht()
    van = _opdracht()
    soort = serializers.ChoiceField(AfhankelijkheidSoort.choices)
    toelichting = serializers.CharField(max_length=250)


class AfhankelijkheidFilter(filters.FilterSet):
    opdracht = filters.UUIDFilter(field_name="opdracht__public_id", label="Id van de opdracht")
    van = filters.UUIDFilter(field_name="van__public_id", label="Id van de andere opdracht")
    soort = filters.CharFilter(label="Soort")

    class Meta:
        model = Afhankelijkheid
        fields: list[str] = []


class AfhankelijkheidViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Welke opdracht van welke andere afhangt. Een kring van wachten wordt geweigerd."""

    serializer_class = AfhankelijkheidSerializer
    filterset_class = AfhankelijkheidFilter

    def get_queryset(self) -> QuerySet[Afhankelijkheid]:
        return afhankelijkheden_lijst()

    @extend_schema(
        summary="Afhankelijkheid vastleggen", request=AfhankelijkheidInvoerSerializer,
        responses={201: AfhankelijkheidSerializer},
    )
    def create(self, request: Request) -> Response:
        vorm = AfhankelijkheidInvoerSerializer(data=request.data)
        vorm.is_valid(raise_exception=True)
        rij = domein.afhankelijkheid_vastleggen(
            door=request.actor, nu=klok.nu(), **vorm.validated_data
        )
        return Response(self.get_serializer(rij).data, status=201)

    @extend_schema(summary="Afhankelijkheid laten vervallen", responses={204: None})
    def destroy(self, request: Request, id: UUID) -> Response:
        domein.afhankelijkheid_vervallen(
            afhankelijkheid=self.get_object(), door=request.actor, nu=klok.nu()
        )
        return Response(status=204)
