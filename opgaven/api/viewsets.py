"""The work over REST: the same commands and the same sentences as the screens."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from config.kern import klok
from config.kern.domain.conceptbesluit import Bestand, conceptbesluit_opstellen
from config.kern.models import Besluit, Besluitenlijst
from config.kern.rest import InzetViewSet
from opgaven import queries
from opgaven.api import filters, invoer, serializers
from opgaven.domain import besluitenlijst as lijst_domein
from opgaven.domain import opdracht as domein
from opgaven.domain.capaciteitsvraag import capaciteitsvraag_vastleggen
from opgaven.domain.opgave import opgave_toedelen
from opgaven.domain.scope import scope_voorstellen
from opgaven.domain.statuswijziging import opdracht_status_wijzigen
from opgaven.domain.toets import opdracht_toetsen
from opgaven.models import Capaciteitsvraag, Opdracht, Opgave, Toets
from opgaven.queries import api as lezen

JAAR = OpenApiParameter(
    "begrotingsjaar", int, description="Zonder jaartal: de nieuwste begroting."
)


class OpgaveViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Opgaven zoals de begroting ze geeft; alleen de toedeling wordt hier besloten."""

    serializer_class = serializers.OpgaveSerializer
    filterset_class = filters.OpgaveFilter

    def get_queryset(self) -> QuerySet[Opgave]:
        return lezen.opgaven_met_toedeling()

    @extend_schema(
        summary="De boom van ambitie tot deelopdracht", parameters=[JAAR], filters=False,
        responses=serializers.BoomSerializer,
    )
    @action(detail=False, methods=["get"], pagination_class=None, filterset_class=None)
    def boom(self, request: Request) -> Response:
        jaar = request.query_params.get("begrotingsjaar", "")
        begroting = queries.begroting_van(int(jaar[:4]) if jaar.isdecimal() else None)
        if begroting is None:
            raise Http404
        gegevens = {"begroting": begroting, "ambities": queries.hele_boom(begroting)}
        return Response(serializers.BoomSerializer(gegevens).data)

    @extend_schema(
        summary="Opgave toedelen aan een O-domein", request=invoer.ToedelingInvoerSerializer,
        responses={201: serializers.ToedelingSerializer},
    )
    @action(detail=True, methods=["post"], serializer_class=invoer.ToedelingInvoerSerializer)
    def toedelingen(self, request: Request, id: UUID) -> Response:
        rij = opgave_toedelen(
            opgave=self.get_object(), door=request.actor, nu=klok.nu(), **self.invoer()
        )
        return Response(serializers.ToedelingSerializer(rij).data, status=201)


class OpdrachtViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Opdrachten en deelopdrachten met hun profiel, toets en gevraagde capaciteit."""

    serializer_class = serializers.OpdrachtSerializer
    filterset_class = filters.OpdrachtFilter

    def get_queryset(self) -> QuerySet[Opdracht]:
        if self.action == "list":
            return lezen.opdrachten_kort(self.vandaag)
        return lezen.opdrachten_vol(self.vandaag)

    def get_serializer_class(self) -> Any:
        if self.action == "list":
            return serializers.OpdrachtRijSerializer
        return super().get_serializer_class()

    def _vol(self, opdracht: Opdracht, status: int = 200) -> Response:
        rij = lezen.opdracht_vol(opdracht, self.vandaag)
        return Response(serializers.OpdrachtSerializer(rij).data, status=status)

    def _vorm(self, soort: type, request: Request) -> Any:
        vorm = soort(data=request.data)
        vorm.is_valid(raise_exception=True)
        return vorm

    @extend_schema(
        summary="Opdracht initiëren", request=invoer.NieuweOpdrachtSerializer,
        responses={201: serializers.OpdrachtSerializer},
    )
    def create(self, request: Request) -> Response:
        vorm = self._vorm(invoer.NieuweOpdrachtSerializer, request)
        nieuw = domein.opdracht_aanmaken(
            opgave=vorm.validated_data["opgave"], profiel=vorm.profiel(), door=request.actor,
            nu=klok.nu(),
        )
        return self._vol(nieuw, 201)

    @extend_schema(
        summary="Profiel van een concept wijzigen", request=invoer.OpdrachtWijzigenSerializer,
        responses=serializers.OpdrachtSerializer,
    )
    def update(self, request: Request, id: UUID) -> Response:
        vorm = self._vorm(invoer.OpdrachtWijzigenSerializer, request)
        rij = domein.opdracht_wijzigen(
            opdracht=self.get_object(), profiel=vorm.profiel(),
            versie=vorm.validated_data["versie"], door=request.actor, nu=klok.nu(),
        )
        return self._vol(rij)

    @extend_schema(
        summary="Deelopdracht maken", request=invoer.ProfielSerializer,
        responses={201: serializers.OpdrachtSerializer},
    )
    @action(detail=True, methods=["post"])
    def deelopdrachten(self, request: Request, id: UUID) -> Response:
        vorm = self._vorm(invoer.ProfielSerializer, request)
        nieuw = domein.deelopdracht_aanmaken(
            bovenliggende=self.get_object(), profiel=vorm.profiel(), door=request.actor,
            nu=klok.nu(),
        )
        return self._vol(nieuw, 201)

    @extend_schema(
        summary="Volgende stap in de levensloop",
        description="Profiel vaststellen of heropenen, opleveren, dechargeren, temporiseren, "
        "hervatten of schrappen. Andere stappen volgen uit een toets, besluit of match.",
        request=invoer.StatusovergangInvoerSerializer,
        responses={201: serializers.OpdrachtSerializer},
    )
    @action(detail=True, methods=["post"])
    def statusovergangen(self, request: Request, id: UUID) -> Response:
        vorm = self._vorm(invoer.StatusovergangInvoerSerializer, request)
        rij = opdracht_status_wijzigen(
            opdracht=self.get_object(), door=request.actor, nu=klok.nu(), **vorm.validated_data
        )
        return self._vol(rij, 201)

    @extend_schema(
        summary="Een deel van de toets vastleggen", request=invoer.ToetsInvoerSerializer,
        responses={201: serializers.ToetsSerializer},
    )
    @action(detail=True, methods=["post"])
    def toetsen(self, request: Request, id: UUID) -> Response:
        vorm = self._vorm(invoer.ToetsInvoerSerializer, request)
        rij = opdracht_toetsen(
            opdracht=self.get_object(), door=request.actor, nu=klok.nu(), **vorm.validated_data
        )
        return Response(serializers.ToetsSerializer(rij).data, status=201)

    @extend_schema(
        summary="Scope voorstellen", request=invoer.ScopeInvoerSerializer,
        responses={201: serializers.ScopeSerializer},
    )
    @action(detail=True, methods=["post"], url_path="scopes")
    def scopeversies(self, request: Request, id: UUID) -> Response:
        vorm = self._vorm(invoer.ScopeInvoerSerializer, request)
        rij = scope_voorstellen(
            opdracht=self.get_object(), door=request.actor, nu=klok.nu(), **vorm.validated_data
        )
        return Response(serializers.ScopeSerializer(rij).data, status=201)

    @extend_schema(
        summary="Capaciteit vragen", request=invoer.CapaciteitsvraagInvoerSerializer,
        responses={201: serializers.CapaciteitsvraagSerializer},
    )
    @action(detail=True, methods=["post"])
    def capaciteitsvragen(self, request: Request, id: UUID) -> Response:
        vorm = self._vorm(invoer.CapaciteitsvraagInvoerSerializer, request)
        rij = capaciteitsvraag_vastleggen(
            opdracht=self.get_object(), vraag=vorm.vraag(), door=request.actor, nu=klok.nu()
        )
        return Response(serializers.CapaciteitsvraagSerializer(rij).data, status=201)

    @extend_schema(
        summary="Op een besluitenlijst zetten", request=invoer.ProgrammeringInvoerSerializer,
        responses={201: serializers.ProgrammeringSerializer},
    )
    @action(detail=True, methods=["post"])
    def programmeringen(self, request: Request, id: UUID) -> Response:
        vorm = self._vorm(invoer.ProgrammeringInvoerSerializer, request)
        rij = lijst_domein.opdracht_agenderen(
            opdracht=self.get_object(), door=request.actor, nu=klok.nu(), **vorm.validated_data
        )
        return Response(serializers.ProgrammeringSerializer(rij).data, status=201)


class DeelopdrachtViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Deelopdrachten; de AOG is die van de opdracht erboven."""

    serializer_class = serializers.OpdrachtSerializer
    filterset_class = filters.DeelopdrachtFilter

    def get_queryset(self) -> QuerySet[Opdracht]:
        return lezen.opdrachten_vol(self.vandaag).exclude(bovenliggende=None)


class ToetsViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """De toets van opdrachten: financieel, personeel en juridisch."""

    serializer_class = serializers.ToetsSerializer
    filterset_class = filters.ToetsFilter

    def get_queryset(self) -> QuerySet[Toets]:
        return lezen.toetsen()


class CapaciteitsvraagViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Welke capaciteit opdrachten vragen, met competenties."""

    serializer_class = serializers.CapaciteitsvraagSerializer
    filterset_class = filters.CapaciteitsvraagFilter

    def get_queryset(self) -> QuerySet[Capaciteitsvraag]:
        return lezen.capaciteitsvragen()


class BesluitViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Besluiten. Een nieuw besluit is een concept, op een besluitenlijst of op zichzelf."""

    serializer_class = serializers.BesluitSerializer
    filterset_class = filters.BesluitFilter

    def get_queryset(self) -> QuerySet[Besluit]:
        return lezen.besluiten_lijst()

    @extend_schema(
        summary="Besluit opstellen", request=invoer.BesluitInvoerSerializer,
        responses={201: serializers.BesluitSerializer},
    )
    def create(self, request: Request) -> Response:
        vorm = invoer.BesluitInvoerSerializer(data=request.data)
        vorm.is_valid(raise_exception=True)
        rij = _nieuw_besluit(request, dict(vorm.validated_data))
        return Response(self.get_serializer(rij).data, status=201)


def _nieuw_besluit(request: Request, velden: dict[str, Any]) -> Besluit:
    """On a list, or on its own with its document (R189)."""
    op_lijst = ("besluitenlijst", "soort", "onderwerp", "tekst", "motivering")
    if velden["besluitenlijst"] is not None:
        return lijst_domein.besluit_agenderen(
            door=request.actor, nu=klok.nu(), **{k: velden[k] for k in op_lijst}
        )
    del velden["besluitenlijst"]
    document = velden.pop("document")
    return conceptbesluit_opstellen(
        bestand=Bestand(**document) if document else None, door=request.actor, nu=klok.nu(),
        **velden,
    )


class BesluitenlijstViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Besluitenlijsten; de voorzitter stelt er een vast in één keer."""

    serializer_class = serializers.BesluitenlijstSerializer
    filterset_class = filters.BesluitenlijstFilter

    def get_queryset(self) -> QuerySet[Besluitenlijst]:
        return queries.besluitenlijsten()

    @extend_schema(
        summary="Besluitenlijst vaststellen", request=None,
        description="Twee keer vaststellen verandert niets meer.",
        responses={201: serializers.BesluitenlijstSerializer},
    )
    @action(detail=True, methods=["post"])
    def vaststelling(self, request: Request, id: UUID) -> Response:
        lijst_domein.besluitenlijst_vaststellen(
            besluitenlijst=self.get_object(), door=request.actor, nu=klok.nu()
        )
        return Response(self.get_serializer(self.get_object()).data, status=201)
