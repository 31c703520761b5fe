"""Decisions over REST, as far as the register asks more of them: advice and adopting."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from config.kern import klok
from config.kern.models import Besluit
from config.kern.rest import InzetViewSet
from register.domain import besluit as domein
from register.enums import AdviesWeging, Strekking
from register.models import Advies
from register.queries import besluiten, schermen


class AdviesSerializer(serializers.ModelSerializer):
    """An advice on a decision, with how heavy it weighs."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    adviseur = serializers.CharField(max_length=120)
    uitgebrachtOp = serializers.DateField(source="uitgebracht_op")
    strekking = serializers.ChoiceField(Strekking.choices)
    weging = serializers.ChoiceField(AdviesWeging.choices)
    isGevolgd = serializers.BooleanField(source="is_gevolgd", required=False, default=True)

    class Meta:
        model = Advies
        fields = [
            "id", "adviseur", "uitgebrachtOp", "strekking", "weging", "toelichting", "isGevolgd",
            "motivering",
        ]


class VastgesteldBesluitSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    vastgesteldOp = serializers.DateTimeField(source="vastgesteld_op", read_only=True)
    documentSha256 = serializers.CharField(source="document.sha256", read_only=True)

    class Meta:
        model = Besluit
        fields = ["id", "kenmerk", "status", "vastgesteldOp", "dossiernummer", "documentSha256"]


class AdviezenViewSet(InzetViewSet):
    """Adviezen bij een besluit."""

    serializer_class = AdviesSerializer
    filter_backends: list[Any] = []
    pagination_class = None
    scopes = {"POST": "register"}

    @extend_schema(
        summary="Adviezen bij een besluit", responses={200: AdviesSerializer(many=True)}
    )
    def list(self, request: Request, besluit: UUID) -> Response:
        rijen = besluiten.adviezen_bij(schermen.besluit_met(besluit))
        return Response(self.get_serializer(rijen, many=True).data)

    @extend_schema(summary="Advies toevoegen", responses={201: AdviesSerializer})
    def create(self, request: Request, besluit: UUID) -> Response:
        advies = domein.advies_toevoegen(
            besluit=schermen.besluit_met(besluit), door=request.actor, nu=klok.nu(),
            **self.invoer(),
        )
        return Response(self.get_serializer(advies).data, status=201)


class VaststellingViewSet(InzetViewSet):
    """Een conceptbesluit vaststellen."""

    serializer_class = VastgesteldBesluitSerializer
    scopes = {"POST": "register"}

    @extend_schema(
        summary="Besluit vaststellen", request=None,
        responses={201: VastgesteldBesluitSerializer},
    )
    def create(self, request: Request, besluit: UUID) -> Response:
        rij = domein.conceptbesluit_vaststellen(
            besluit=schermen.besluit_met(besluit), door=request.actor, nu=klok.nu()
        )
        return Response(self.get_serializer(rij).data, status=201)
