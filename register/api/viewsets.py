"""The register over REST: the same commands, the same questions, the same sentences."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from config.kern import klok
from config.kern.actor import NIEMAND, Actor
from config.kern.rest import InzetViewSet
from register import queries
from register.api import filters, mandaat, serializers
from register.domain import roltoewijzing as domein
from register.domain.waarneming import waarneming_vastleggen
from register.models import Roltoewijzing
from register.queries import api as lezen
from register.rules import eis_inzien

MAX_MUTATIES = 500


class Registerrijen(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The axes are for lists; one entry is named by its id, whenever it holds."""
        return super().filter_queryset(queryset) if self.action == "list" else queryset

    def get_object(self) -> Any:
        """What was replaced needs the right and the scope, also when asked by its id (R192)."""
        rij = super().get_object()
        if rij.eind_registratie is not None:
            eis_inzien(self.request.actor)
        return rij


class RoltoewijzingViewSet(Registerrijen):
    """Wie heeft welke rol, in welke periode, door welk besluit."""

    serializer_class = serializers.RoltoewijzingSerializer
    filterset_class = filters.RoltoewijzingFilter
    scopes = {"POST": "register"}

    def get_queryset(self) -> QuerySet[Roltoewijzing]:
        return lezen.roltoewijzingen_voor(actor_van(self.request))

    @extend_schema(
        summary="Rol toewijzen", request=serializers.RolToewijzenSerializer,
        responses={201: serializers.RoltoewijzingSerializer},
    )
    def create(self, request: Request) -> Response:
        velden = invoer(serializers.RolToewijzenSerializer, request)
        rij = domein.rol_toewijzen(
            rol_code=velden.pop("rol").code, door=request.actor, nu=klok.nu(), **velden
        )
        return Response(self.get_serializer(rij).data, status=201)

    @extend_schema(
        summary="Rol beëindigen", request=serializers.BeeindigingSerializer,
        responses={201: serializers.RoltoewijzingSerializer},
    )
    @action(detail=True, methods=["post"], url_path="beeindiging")
    def beeindiging(self, request: Request, id: UUID) -> Response:
        rij = self.get_object()
        rest = domein.rol_beeindigen(
            toewijzing=rij, door=request.actor, nu=klok.nu(),
            **invoer(serializers.BeeindigingSerializer, request),
        )
        return Response(self.get_serializer(rest or rij).data, status=201)

    @extend_schema(
        summary="Vermelding corrigeren", request=serializers.CorrectieSerializer,
        responses={201: serializers.RoltoewijzingSerializer},
    )
    @action(detail=True, methods=["post"], url_path="correcties")
    def correcties(self, request: Request, id: UUID) -> Response:
        nieuw = domein.rol_corrigeren(
            toewijzing=self.get_object(), door=request.actor, nu=klok.nu(),
            **invoer(serializers.CorrectieSerializer, request),
        )
        return Response(self.get_serializer(nieuw).data, status=201)

    @extend_schema(
        summary="Rol overdragen", request=mandaat.OverdrachtSerializer,
        responses={201: serializers.RoltoewijzingSerializer},
    )
    @action(detail=True, methods=["post"], url_path="overdracht")
    def overdracht(self, request: Request, id: UUID) -> Response:
        nieuw = domein.rol_overdragen(
            toewijzing=self.get_object(), door=request.actor, nu=klok.nu(),
            **invoer(mandaat.OverdrachtSerializer, request),
        )
        return Response(self.get_serializer(nieuw).data, status=201)

    @extend_schema(
        summary="Waarneming vastleggen", request=mandaat.WaarnemingSerializer,
        responses={201: serializers.RoltoewijzingSerializer},
    )
    @action(detail=True, methods=["post"], url_path="waarnemingen")
    def waarnemingen(self, request: Request, id: UUID) -> Response:
        nieuw = waarneming_vastleggen(
            toewijzing=self.get_object(), door=request.actor, nu=klok.nu(),
            **invoer(mandaat.WaarnemingSerializer, request),
        )
        return Response(self.get_serializer(nieuw).data, status=201)


def actor_van(request: Request) -> Actor:
    """Who asks; the description of the API is made by nobody."""
    return getattr(request, "actor", NIEMAND)


def invoer(vorm: type, request: Request, gegevens: Any = None) -> dict[str, Any]:
    serializer = vorm(data=request.data if gegevens is None else gegevens)
    serializer.is_valid(raise_exception=True)
    return serializer.validated_data


class BevoegdheidViewSet(InzetViewSet):
    """Eén vraag aan het register, één antwoord met het bewijs."""

    serializer_class = serializers.BevoegdheidSerializer
    filter_backends: list[Any] = []
    pagination_class = None

    @extend_schema(
        summary="Was deze persoon bevoegd?",
        parameters=[serializers.BevoegdheidVraagSerializer],
        responses={200: serializers.BevoegdheidSerializer},
    )
    def list(self, request: Request) -> Response:
        vraag = invoer(
            serializers.BevoegdheidVraagSerializer, request, request.query_params.dict()
        )
        vandaag, kennis = klok.vandaag(), vraag["kennis"]
        if kennis is not None and kennis < vandaag:
            eis_inzien(request.actor)
        antwoord = queries.was_bevoegd(
            medewerker=vraag["persoon"], opdracht=vraag["opdracht"], op=vraag["datum"],
            bekend_op=min(queries.kennismoment(kennis or vandaag), klok.nu()),
            rol_code=vraag["rol"], handeling=vraag["handeling"], bedrag=vraag["bedrag"],
        )
        return Response(self.get_serializer(antwoord).data)


class RegistermutatieViewSet(InzetViewSet):
    """De mutaties van het register op volgorde, voor systemen die het register volgen."""

    serializer_class = serializers.RegistermutatiesSerializer
    filter_backends: list[Any] = []
    pagination_class = None
    scopes = {"GET": "register", "HEAD": "register"}

    @extend_schema(
        summary="Registermutaties sinds een cursor",
        parameters=[
            OpenApiParameter("na", int, description="Volgnummer waarna je verder leest"),
            OpenApiParameter("aantal", int, description=f"Hooguit {MAX_MUTATIES}"),
        ],
        responses={200: serializers.RegistermutatiesSerializer},
    )
    def list(self, request: Request) -> Response:
        eis_inzien(request.actor)
        vraag = request.query_params
        na = serializers.geheel_getal(vraag.get("na", "0"), "na", 0, 2**62)
        aantal = serializers.geheel_getal(vraag.get("aantal", "100"), "aantal", 1, MAX_MUTATIES)
        regels = lezen.registermutaties(na, aantal)
        cursor = regels[-1].volgnummer if regels else na
        return Response(self.get_serializer({"resultaten": regels, "cursor": cursor}).data)
