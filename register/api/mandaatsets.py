"""Inzet, mandates, many questions and extracts over REST: the same commands, the same sentences."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from config.kern import klok
from config.kern.fouten import eis
from config.kern.fouten import invoer as invoerfout
from config.kern.rest import InzetViewSet
from register.api import filters, mandaat, serializers
from register.api.viewsets import Registerrijen, actor_van, invoer
from register.domain import controle, inzet, uittreksel
from register.domain import mandaat as domein
from register.domain.controle import lees_dag
from register.domain.inzage import uren_bekeken
from register.models import Bevoegdheid, Inzet, Ondermandaat, Uittreksel
from register.queries import api as lezen
from register.queries import mandaat as regels
from register.queries.uittreksel import uittreksels_voor


class InzettenViewSet(Registerrijen):
    """Wie werkt aan welke opdracht, voor wie dat mag zien."""

    serializer_class = serializers.InzetSerializer
    filterset_class = filters.InzetFilter
    scopes = {"POST": "register"}

    def get_queryset(self) -> QuerySet[Inzet]:
        return lezen.inzetten_voor(actor_van(self.request))

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        blad = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        uren_bekeken(blad, request.actor, klok.nu())
        return self.get_paginated_response(self.get_serializer(blad, many=True).data)

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        rij = self.get_object()
        uren_bekeken([rij], request.actor, klok.nu())
        return Response(self.get_serializer(rij).data)

    @extend_schema(
        summary="Inzet vastleggen", request=mandaat.InzetVastleggenSerializer,
        responses={201: serializers.InzetSerializer},
    )
    def create(self, request: Request) -> Response:
        rij = inzet.inzet_vastleggen(
            door=request.actor, nu=klok.nu(), **invoer(mandaat.InzetVastleggenSerializer, request)
        )
        return Response(self.get_serializer(rij).data, status=201)

    @extend_schema(
        summary="Inzet beëindigen", request=serializers.BeeindigingSerializer,
        responses={201: serializers.InzetSerializer},
    )
    @action(detail=True, methods=["post"], url_path="beeindiging")
    def beeindiging(self, request: Request, id: UUID) -> Response:
        rij = self.get_object()
        rest = inzet.inzet_beeindigen(
            inzet=rij, door=request.actor, nu=klok.nu(),
            **invoer(serializers.BeeindigingSerializer, request),
        )
        return Response(self.get_serializer(rest or rij).data, status=201)

    @extend_schema(
        summary="Inzet corrigeren", request=mandaat.InzetCorrectieSerializer,
        responses={201: serializers.InzetSerializer},
    )
    @action(detail=True, methods=["post"], url_path="correcties")
    def correcties(self, request: Request, id: UUID) -> Response:
        nieuw = inzet.inzet_corrigeren(
            inzet=self.get_object(), door=request.actor, nu=klok.nu(),
            **invoer(mandaat.InzetCorrectieSerializer, request),
        )
        return Response(self.get_serializer(nieuw).data, status=201)


class OndermandaatViewSet(Registerrijen):
    """Bevoegdheden die de houder van een rol heeft doorgegeven."""

    serializer_class = serializers.OndermandaatSerializer
    filterset_class = filters.OndermandaatFilter
    scopes = {"POST": "register"}

    def get_queryset(self) -> QuerySet[Ondermandaat]:
        return regels.ondermandaten_voor(actor_van(self.request))

    @extend_schema(
        summary="Ondermandaat geven", request=mandaat.OndermandaatVerlenenSerializer,
        responses={201: serializers.OndermandaatSerializer},
    )
    def create(self, request: Request) -> Response:
        rij = domein.ondermandaat_verlenen(
            door=request.actor, nu=klok.nu(),
            **invoer(mandaat.OndermandaatVerlenenSerializer, request),
        )
        return Response(self.get_serializer(rij).data, status=201)

    @extend_schema(
        summary="Ondermandaat intrekken", request=mandaat.OndermandaatIntrekkenSerializer,
        responses={201: serializers.OndermandaatSerializer},
    )
    @action(detail=True, methods=["post"], url_path="intrekking")
    def intrekking(self, request: Request, id: UUID) -> Response:
        rij = self.get_object()
        rest = domein.ondermandaat_intrekken(
            ondermandaat=rij, door=request.actor, nu=klok.nu(),
            **invoer(mandaat.OndermandaatIntrekkenSerializer, request),
        )
        return Response(self.get_serializer(rest or rij).data, status=201)


class MandaatregelViewSet(ListModelMixin, InzetViewSet):
    """De artikelen van de mandaatregeling die op een dag gelden."""

    serializer_class = mandaat.MandaatartikelSerializer
    filter_backends: list[Any] = []

    def get_queryset(self) -> QuerySet[Bevoegdheid]:
        tekst = "" if self.beschrijft else self.request.query_params.get("geldigOp", "")
        dag = lees_dag(tekst) if tekst else self.vandaag
        if dag is None:
            eis(invoerfout("Geef bij geldigOp een datum, zoals 2026-06-09.", "geldigOp"))
        return regels.geldige_regels(dag)

    @extend_schema(
        summary="Mandaatregeling op een dag",
        parameters=[OpenApiParameter("geldigOp", str, description="Leeg is vandaag")],
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().list(request, *args, **kwargs)


class BevoegdheidscontroleViewSet(InzetViewSet):
    """Veel vragen tegelijk, elk met een eigen antwoord; er wordt niets bewaard."""

    serializer_class = mandaat.ControleuitkomstSerializer
    filter_backends: list[Any] = []
    pagination_class = None
    scopes = {"POST": "register"}

    @extend_schema(
        summary="Veel bevoegdheden controleren", request=mandaat.BevoegdheidscontroleSerializer,
        responses={200: mandaat.ControleuitkomstSerializer},
    )
    def create(self, request: Request) -> Response:
        gevraagd = invoer(mandaat.BevoegdheidscontroleSerializer, request)
        rijen = [
            {**vraag, "opdracht_code": vraag["opdrachtCode"]} for vraag in gevraagd["vragen"]
        ]
        uitkomst = controle.bevoegdheden_controleren(
            rijen=rijen, kennis=gevraagd["kennis"], door=request.actor, nu=klok.nu()
        )
        return Response(self.get_serializer(uitkomst).data)


class UittrekselViewSet(RetrieveModelMixin, InzetViewSet):
    """Uittreksels met een verificatiecode, en of het register nog hetzelfde zegt."""

    serializer_class = mandaat.UittrekselSerializer
    filter_backends: list[Any] = []
    pagination_class = None

    def get_queryset(self) -> QuerySet[Uittreksel]:
        return uittreksels_voor(actor_van(self.request))

    def get_object(self) -> Uittreksel:
        rij = super().get_object()
        rij.stand = uittreksel.stand_van(rij, klok.nu())
        return rij

    @extend_schema(
        summary="Uittreksel maken", request=mandaat.UittrekselMakenSerializer,
        responses={201: mandaat.UittrekselSerializer},
    )
    def create(self, request: Request) -> Response:
        v, nu = invoer(mandaat.UittrekselMakenSerializer, request), klok.nu()
        rij = uittreksel.uittreksel_maken(
            medewerker=v["persoon"], opdracht=v["opdracht"], op=v["datum"], kennis=v["kennis"],
            rol_code=v["rol"], handeling=v["handeling"], bedrag=v["bedrag"], door=request.actor,
            nu=nu,
        )
        rij.stand = uittreksel.stand_van(rij, nu)
        return Response(self.get_serializer(rij).data, status=201)
