"""The feed of events over REST, for systems that follow the register (R193)."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from config.kern.rest import InzetViewSet
from register.api.serializers import geheel_getal
from register.enums import GebeurtenisSoort
from register.models import Registergebeurtenis
from register.queries.webhook import gebeurtenissen
from register.rules import eis_inzien

MAX_GEBEURTENISSEN = 500


class RegistergebeurtenisSerializer(serializers.ModelSerializer):
    """Something that changed, began or ended; holds ids and codes only."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    soort = serializers.ChoiceField(GebeurtenisSoort.choices, read_only=True)
    gegevens = serializers.DictField(
        read_only=True,
        help_text="Vermelding, medewerker, rol, object, begin, einde en of het nu geldt.",
    )

    class Meta:
        model = Registergebeurtenis
        fields = ["id", "volgnummer", "soort", "tijdstip", "gegevens"]


class RegistergebeurtenissenSerializer(serializers.Serializer):
    resultaten = RegistergebeurtenisSerializer(many=True)
    cursor = serializers.IntegerField(
        min_value=0, help_text="Geef dit mee als na om vanaf hier verder te lezen."
    )


class RegistergebeurtenisViewSet(InzetViewSet):
    """Wat er in het register verandert, begint of eindigt, ook als alleen een dag voorbijgaat."""

    serializer_class = RegistergebeurtenissenSerializer
    filter_backends: list[Any] = []
    pagination_class = None
    scopes = {"GET": "register", "HEAD": "register"}

    @extend_schema(
        summary="Gebeurtenissen sinds een cursor",
        parameters=[
            OpenApiParameter("na", int, description="Volgnummer waarna je verder leest"),
            OpenApiParameter("aantal", int, description=f"Hooguit {MAX_GEBEURTENISSEN}"),
        ],
        responses={200: RegistergebeurtenissenSerializer},
    )
    def list(self, request: Request) -> Response:
        eis_inzien(request.actor)
        vraag = request.query_params
        na = geheel_getal(vraag.get("na", "0"), "na", 0, 2**62)
        aantal = geheel_getal(vraag.get("aantal", "100"), "aantal", 1, MAX_GEBEURTENISSEN)
        rijen = gebeurtenissen(na, aantal)
        cursor = rijen[-1].volgnummer if rijen else na
        return Response(self.get_serializer({"resultaten": rijen, "cursor": cursor}).data)
