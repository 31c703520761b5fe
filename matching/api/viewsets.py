"""Matching over REST: the same commands and the same sentences as the screens (HUIS §8)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from config.kern import klok
from config.kern.actor import NIEMAND, Actor
from config.kern.fouten import eis, toestand
from config.kern.rest import InzetViewSet
from matching.api import filters, serializers
from matching.domain import match as matches
from matching.domain import matchvraag as matchvragen
from matching.domain import procedure as domein
from matching.domain import publicatie as markt
from matching.domain import werving as wervingen
from matching.enums import Fase
from matching.models import ExterneWerving, Match, Matchvraag, Procedure, Publicatie, Reactie
from matching.queries import api as lezen
from matching.queries import pagina
from matching.queries.werving import wervingen_van


def _actor(request: Request) -> Actor:
    """Who asks; the description of the API is made by nobody."""
    return getattr(request, "actor", NIEMAND)


def _invoer(vorm: type, request: Request) -> dict[str, Any]:
    serializer = vorm(data=request.data)
    serializer.is_valid(raise_exception=True)
    return serializer.validated_data


class MatchvraagViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Matchvragen: welke plaats zoekt een opdracht."""

    serializer_class = serializers.MatchvraagSerializer
    filterset_class = filters.MatchvraagFilter

    def get_queryset(self) -> QuerySet[Matchvraag]:
        return lezen.matchvragen()

    @extend_schema(
        summary="Matchvraag openen", request=serializers.MatchvraagInvoerSerializer,
        responses={201: serializers.MatchvraagSerializer},
        description="Voor een nieuwe AOG of AON. Teamplaatsen komen van het programmeerberaad.",
    )
    def create(self, request: Request) -> Response:
        matchvraag = matchvragen.matchvraag_openen(
            **_invoer(serializers.MatchvraagInvoerSerializer, request), door=request.actor,
            nu=klok.nu(),
        )
        return Response(self.get_serializer(matchvraag).data, status=201)


class ProcedureViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Procedures: in welke fase staat een zoektocht, en wie is aan zet."""

    serializer_class = serializers.ProcedureSerializer
    filterset_class = filters.ProcedureFilter

    def get_queryset(self) -> QuerySet[Procedure]:
        return lezen.procedures()

    @extend_schema(
        summary="TRO met P-teams delen (fase 0)", request=serializers.DelingenInvoerSerializer,
        responses={201: serializers.DelingenSerializer},
    )
    @action(detail=True, methods=["post"])
    def delingen(self, request: Request, id: UUID) -> Response:
        delingen = markt.tro_delen(
            procedure=self.get_object(), door=request.actor, nu=klok.nu(),
            **_invoer(serializers.DelingenInvoerSerializer, request),
        )
        return Response(serializers.DelingenSerializer({"resultaten": delingen}).data, status=201)

    @extend_schema(
        summary="Publiceren op de opdrachtenmarkt (fase 1)",
        request=serializers.VersieSerializer, responses={201: serializers.PublicatieSerializer},
    )
    @action(detail=True, methods=["post"])
    def publicaties(self, request: Request, id: UUID) -> Response:
        publicatie = markt.tro_publiceren(
            procedure=self.get_object(), door=request.actor, nu=klok.nu(),
            **_invoer(serializers.VersieSerializer, request),
        )
        return Response(serializers.PublicatieSerializer(publicatie).data, status=201)

    @extend_schema(
        summary="Naar een andere fase", request=serializers.FaseovergangInvoerSerializer,
        responses={201: serializers.ProcedureSerializer},
        description="Een stap die de fase afsluit. Publiceren en matchen zijn eigen handelingen.",
    )
    @action(detail=True, methods=["post"])
    def faseovergangen(self, request: Request, id: UUID) -> Response:
        velden = _invoer(serializers.FaseovergangInvoerSerializer, request)
        stap: Callable[..., Procedure] = domein.fase_afsluiten
        if velden["naar"] == Fase.INGETROKKEN:
            stap = domein.procedure_intrekken
            del velden["naar"]
        stap(procedure=self.get_object(), door=request.actor, nu=klok.nu(), **velden)
        return Response(self.get_serializer(self.get_object()).data, status=201)

    @extend_schema(
        summary="Pauzeren", request=serializers.RedenInvoerSerializer,
        responses={201: serializers.ProcedureSerializer},
    )
    @action(detail=True, methods=["post"])
    def pauze(self, request: Request, id: UUID) -> Response:
        domein.procedure_pauzeren(
            procedure=self.get_object(), door=request.actor, nu=klok.nu(),
            **_invoer(serializers.RedenInvoerSerializer, request),
        )
        return Response(self.get_serializer(self.get_object()).data, status=201)

    @extend_schema(
        summary="Hervatten na een pauze", request=serializers.VersieSerializer,
        responses={201: serializers.ProcedureSerializer},
    )
    @action(detail=True, methods=["post"])
    def hervatting(self, request: Request, id: UUID) -> Response:
        domein.procedure_hervatten(
            procedure=self.get_object(), door=request.actor, nu=klok.nu(),
            **_invoer(serializers.VersieSerializer, request),
        )
        return Response(self.get_serializer(self.get_object()).data, status=201)

    @extend_schema(
        summary="Match voorstellen", request=serializers.MatchInvoerSerializer,
        responses={201: serializers.MatchSerializer},
        description="Vraagt instemming van de medewerker en de eigen P-manager.",
    )
    @action(detail=True, methods=["post"])
    def matchvoorstellen(self, request: Request, id: UUID) -> Response:
        match = matches.match_voorstellen(
            procedure=self.get_object(), door=request.actor, nu=klok.nu(),
            **_invoer(serializers.MatchInvoerSerializer, request),
        )
        return Response(serializers.MatchSerializer(match).data, status=201)

    @extend_schema(
        summary="Match vastleggen", request=None, responses={201: serializers.MatchSerializer},
        description="Gaat vanzelf bij de tweede instemming; dit is voor als dat toen niet kon.",
    )
    @action(detail=True, methods=["post"])
    def match(self, request: Request, id: UUID) -> Response:
        lopend = pagina.lopende_match(self.get_object())
        if lopend is None:
            eis(toestand("Er ligt geen match voor deze plaats."))
        match = matches.match_vastleggen(match=lopend, door=request.actor, nu=klok.nu())
        return Response(serializers.MatchSerializer(match).data, status=201)


class PublicatieViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """De opdrachtenmarkt: wat nu open staat."""

    serializer_class = serializers.PublicatieSerializer
    filterset_class = filters.PublicatieFilter

    def get_queryset(self) -> QuerySet[Publicatie]:
        return lezen.publicaties()

    @extend_schema(
        summary="Reageren", request=serializers.ReactieInvoerSerializer,
        responses={201: serializers.ReactieSerializer},
        description="Voor jezelf. Je PPP gaat mee zoals het nu is.",
    )
    @action(detail=True, methods=["post"])
    def reacties(self, request: Request, id: UUID) -> Response:
        reactie = markt.reactie_indienen(
            publicatie=self.get_object(), door=request.actor, nu=klok.nu(),
            medewerker=pagina.medewerker_van(request.actor.medewerker_id),
            **_invoer(serializers.ReactieInvoerSerializer, request),
        )
        return Response(serializers.ReactieSerializer(reactie).data, status=201)


class ReactieViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Je eigen reacties; die van anderen bestaan hier niet."""

    serializer_class = serializers.ReactieSerializer
    filter_backends: list[Any] = []

    def get_queryset(self) -> QuerySet[Reactie]:
        return lezen.eigen_reacties(_actor(self.request))

    @extend_schema(
        summary="Reactie intrekken", request=serializers.IntrekkingSerializer,
        responses={201: serializers.ReactieSerializer},
    )
    @action(detail=True, methods=["post"])
    def intrekking(self, request: Request, id: UUID) -> Response:
        reactie = markt.reactie_intrekken(
            reactie=self.get_object(), door=request.actor, nu=klok.nu(),
            **_invoer(serializers.IntrekkingSerializer, request),
        )
        return Response(self.get_serializer(reactie).data, status=201)

    @extend_schema(
        summary="Reactie bevestigen na een nieuwe publicatie", request=None,
        responses={201: serializers.ReactieSerializer},
    )
    @action(detail=True, methods=["post"])
    def bevestiging(self, request: Request, id: UUID) -> Response:
        reactie = markt.reactie_bevestigen(
            reactie=self.get_object(), door=request.actor, nu=klok.nu()
        )
        return Response(self.get_serializer(reactie).data, status=201)


class MatchvoorstelViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Voorstellen waar jij bij betrokken bent, als medewerker of als P-manager."""

    serializer_class = serializers.MatchSerializer
    filter_backends: list[Any] = []

    def get_queryset(self) -> QuerySet[Match]:
        return lezen.matches_voor(_actor(self.request), self.vandaag)

    @extend_schema(
        summary="Instemmen of niet", request=serializers.InstemmingInvoerSerializer,
        responses={201: serializers.MatchSerializer},
    )
    @action(detail=True, methods=["post"])
    def instemmingen(self, request: Request, id: UUID) -> Response:
        matches.instemming_geven(
            match=self.get_object(), door=request.actor, nu=klok.nu(),
            **_invoer(serializers.InstemmingInvoerSerializer, request),
        )
        return Response(self.get_serializer(self.get_object()).data, status=201)


class WervingViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Externe werving (fase 3)."""

    serializer_class = serializers.WervingSerializer
    filter_backends: list[Any] = []

    def get_queryset(self) -> QuerySet[ExterneWerving]:
        return wervingen_van(_actor(self.request))

    @extend_schema(
        summary="Externe werving openen", request=serializers.WervingInvoerSerializer,
        responses={201: serializers.WervingSerializer},
        description="Kan pas na fase 0 tot en met 2, door de P-manager van het P-team.",
    )
    def create(self, request: Request) -> Response:
        werving = wervingen.werving_openen(
            **_invoer(serializers.WervingInvoerSerializer, request), door=request.actor,
            nu=klok.nu(),
        )
        return Response(self.get_serializer(werving).data, status=201)

    @extend_schema(
        summary="Externe werving intrekken", request=serializers.IntrekkingSerializer,
        responses={201: serializers.WervingSerializer},
    )
    @action(detail=True, methods=["post"])
    def intrekking(self, request: Request, id: UUID) -> Response:
        werving = wervingen.werving_intrekken(
            werving=self.get_object(), door=request.actor, nu=klok.nu(),
            **_invoer(serializers.IntrekkingSerializer, request),
        )
        return Response(self.get_serializer(werving).data, status=201)
