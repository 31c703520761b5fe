"""The year plan of stable work over REST: the same commands as the screens (R056, R057)."""

from typing import Any
from uuid import UUID

import django_filters as filters
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from config.kern import klok
from config.kern.rest import InzetViewSet
from opgaven.api.serializers import CodeverwijzingSerializer, VerwijzingSerializer
from opgaven.domain import jaarplan as domein
from opgaven.models import JaarplanToedeling, Opdracht
from opgaven.queries.jaarplan import toedeling_met, toedelingen
from pdomein.models import PTeam


def fte_veld(**opties: Any) -> serializers.DecimalField:
    return serializers.DecimalField(max_digits=6, decimal_places=2, min_value=0, **opties)


class JaarplantoedelingSerializer(serializers.ModelSerializer):
    """Capacity of a P-team for stable work in one year, within a margin."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    opdracht = VerwijzingSerializer(read_only=True)
    pteam = CodeverwijzingSerializer(read_only=True)
    fte = fte_veld(read_only=True)
    margePct = serializers.IntegerField(source="marge_pct", read_only=True, min_value=0)
    behoefte = fte_veld(
        read_only=True, allow_null=True, help_text="De laatst gemelde werkelijke behoefte (fte)."
    )
    voorgesteldOp = serializers.DateTimeField(source="voorgesteld_op", read_only=True)
    beslistOp = serializers.DateTimeField(source="beslist_op", read_only=True, allow_null=True)
    besluit = serializers.UUIDField(
        source="besluit.public_id", read_only=True, allow_null=True, default=None
    )

    class Meta:
        model = JaarplanToedeling
        fields = [
            "id", "opdracht", "pteam", "jaar", "fte", "margePct", "behoefte", "status",
            "toelichting", "reden", "voorgesteldOp", "beslistOp", "besluit",
        ]
        read_only_fields = ["jaar", "status", "toelichting", "reden"]


class ToedelingVoorstelSerializer(serializers.Serializer):
    """What the work side asks of a P-team."""

    opdracht = serializers.SlugRelatedField(
        slug_field="public_id", queryset=Opdracht.objects.select_related("opgave", "bovenliggende")
    )
    pteam = serializers.SlugRelatedField(slug_field="code", queryset=PTeam.objects.all())
    jaar = serializers.IntegerField(min_value=2000, max_value=2200)
    fte = fte_veld()
    margePct = serializers.IntegerField(source="marge_pct", min_value=0, max_value=100)
    toelichting = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=4000
    )


class AfwijzingInvoerSerializer(serializers.Serializer):
    """Why a demand is refused or an allocation ends."""

    reden = serializers.CharField(max_length=4000)


class BehoefteInvoerSerializer(serializers.Serializer):
    """What the work turns out to need."""

    fte = fte_veld()
    toelichting = serializers.CharField(max_length=4000)


class JaarplanFilter(filters.FilterSet):
    jaar = filters.NumberFilter(label="Jaar")
    pteam = filters.CharFilter(field_name="pteam__code", label="Code van het P-team")
    opdracht = filters.UUIDFilter(field_name="opdracht__public_id", label="Id van de opdracht")
    status = filters.CharFilter(label="Status")

    class Meta:
        model = JaarplanToedeling
        fields: list[str] = []


class JaarplantoedelingViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Toedelingen van stabiel werk aan P-teams, per jaar."""

    serializer_class = JaarplantoedelingSerializer
    filterset_class = JaarplanFilter

    def get_queryset(self) -> QuerySet[JaarplanToedeling]:
        return toedelingen()

    def _antwoord(self, rij: JaarplanToedeling) -> Response:
        vol = toedeling_met(rij.public_id)
        return Response(JaarplantoedelingSerializer(vol).data, status=201)

    def _vorm(self, soort: type, request: Request) -> dict[str, Any]:
        vorm = soort(data=request.data)
        vorm.is_valid(raise_exception=True)
        return {"door": request.actor, "nu": klok.nu(), **vorm.validated_data}

    @extend_schema(
        summary="Capaciteit vragen in het jaarplan", request=ToedelingVoorstelSerializer,
        responses={201: JaarplantoedelingSerializer},
    )
    def create(self, request: Request) -> Response:
        return self._antwoord(domein.jaarplantoedeling_voorstellen(
            **self._vorm(ToedelingVoorstelSerializer, request)
        ))

    @extend_schema(
        summary="Toedeling vaststellen als P-manager", request=None,
        responses={201: JaarplantoedelingSerializer},
    )
    @action(detail=True, methods=["post"])
    def vaststelling(self, request: Request, id: UUID) -> Response:
        return self._antwoord(domein.jaarplantoedeling_vaststellen(
            toedeling=self.get_object(), door=request.actor, nu=klok.nu()
        ))

    @extend_schema(
        summary="Vraag afwijzen als P-manager", request=AfwijzingInvoerSerializer,
        responses={201: JaarplantoedelingSerializer},
    )
    @action(detail=True, methods=["post"])
    def afwijzing(self, request: Request, id: UUID) -> Response:
        return self._antwoord(domein.jaarplantoedeling_afwijzen(
            toedeling=self.get_object(), **self._vorm(AfwijzingInvoerSerializer, request)
        ))

    @extend_schema(
        summary="Toedeling beëindigen", request=AfwijzingInvoerSerializer,
        responses={201: JaarplantoedelingSerializer},
    )
    @action(detail=True, methods=["post"])
    def beeindiging(self, request: Request, id: UUID) -> Response:
        return self._antwoord(domein.jaarplantoedeling_beeindigen(
            toedeling=self.get_object(), **self._vorm(AfwijzingInvoerSerializer, request)
        ))

    @extend_schema(
        summary="Werkelijke behoefte melden", request=BehoefteInvoerSerializer,
        responses={201: JaarplantoedelingSerializer},
    )
    @action(detail=True, methods=["post"])
    def behoeften(self, request: Request, id: UUID) -> Response:
        rij = self.get_object()
        domein.jaarplanbehoefte_melden(
            toedeling=rij, **self._vorm(BehoefteInvoerSerializer, request)
        )
        return self._antwoord(rij)
