"""The P-domein over REST: the same commands and the same projections as the screens."""

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
from config.kern.rest import InzetViewSet
from pdomein import queries, rules
from pdomein.api import filters, serializers
from pdomein.domain.inlezen import medewerkers_inlezen
from pdomein.domain.medewerker import medewerker_bijwerken
from pdomein.domain.ppp import ppp_inzien
from pdomein.models import PPP, Competentie, Medewerker, PTeam
from pdomein.queries.teamplan import open_teamplan

NUMMER = OpenApiParameter(
    "personeelsnummer", str, OpenApiParameter.PATH, description="Personeelsnummer", required=True
)


class MedewerkerViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Medewerkers met naam en team; meer is er zonder toestemming niet te zien."""

    serializer_class = serializers.MedewerkerSerializer
    filterset_class = filters.MedewerkerFilter

    def get_queryset(self) -> QuerySet[Medewerker]:
        return queries.medewerkers_lijst(op=self.vandaag)


class PTeamViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """P-teams met hun omvang en hun P-manager."""

    serializer_class = serializers.PTeamSerializer
    filterset_class = filters.PTeamFilter

    def get_queryset(self) -> QuerySet[PTeam]:
        if self.beschrijft:
            return self.leeg(PTeam)
        return queries.pteams_met_omvang(self.vandaag)

    def get_serializer(self, *args: Any, **kwargs: Any) -> Any:
        teams = args[0] if kwargs.get("many") else args[:1]
        kwargs["context"] = self.get_serializer_context() | {
            "pmanagers": queries.pmanagers_per_team((t.pk for t in teams), self.vandaag)
        }
        return self.get_serializer_class()(*args, **kwargs)

    @extend_schema(
        summary="Teamplan van een P-team",
        description="Alleen de onderdelen die het team met alle collega's deelt.",
        responses={200: serializers.TeamplandeelSerializer(many=True)},
        filters=False,
    )
    @action(detail=True, methods=["get"], url_path="teamplan", pagination_class=None)
    def teamplan(self, request: Request, id: UUID) -> Response:
        delen = open_teamplan(queries.pteam_met(id))
        return Response(serializers.TeamplandeelSerializer(delen, many=True).data)


class CompetentieViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """De gedeelde lijst met competenties, als boom met synoniemen."""

    serializer_class = serializers.CompetentieSerializer
    filterset_class = filters.CompetentieFilter

    def get_queryset(self) -> QuerySet[Competentie]:
        return queries.competenties_met_synoniemen()


class PPPViewSet(InzetViewSet):
    """Gepubliceerde PPP's: alleen de delen die de eigenaar met alle collega's deelt."""

    serializer_class = serializers.PPPSerializer
    filter_backends: list[Any] = []

    def get_queryset(self) -> QuerySet[PPP]:
        return queries.gepubliceerde_ppps(self.vandaag)

    @extend_schema(parameters=[OpenApiParameter(
        "zoek", str, description="Vak, competentie of onderwerp; wie het best past eerst."
    )])
    def list(self, request: Request) -> Response:
        zoek = request.query_params.get("zoek", "").replace("\x00", "")
        ppps = queries.professionals(op=self.vandaag, zoek=zoek).prefetch_related(
            "competenties__competentie", "professies"
        ) if zoek.strip() else self.get_queryset()
        return self.get_paginated_response(
            self._vorm(self.paginate_queryset(ppps), many=True)
        )

    def retrieve(self, request: Request, id: UUID) -> Response:
        ppp = self.get_object()
        weergave = ppp_inzien(
            medewerker=ppp.medewerker, waarvoor="via de API", als_collega=True,
            door=request.actor, nu=klok.nu(),
        )
        return Response(self._vorm(ppp, weergave=weergave))

    def _vorm(self, ppps: Any, many: bool = False, weergave: Any = None) -> Any:
        dag, lijst = self.vandaag, ppps if many else [ppps]
        context = {
            "ids": {p.medewerker_id: p.public_id for p in lijst},
            "pteams": queries.pteams_van([p.medewerker_id for p in lijst], dag),
        }
        beeld = [queries.als_collega(p, dag) for p in lijst] if many else weergave
        return serializers.PPPSerializer(beeld, many=many, context=context).data


class PersoneelsgegevensViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Personeelsgegevens voor en van het personeelssysteem, op personeelsnummer."""

    serializer_class = serializers.PersoneelsgegevensSerializer
    filterset_class = filters.PersoneelsgegevensFilter
    lookup_field = lookup_url_kwarg = "personeelsnummer"
    lookup_value_converter = "str"
    scopes = {"GET": "personeel", "HEAD": "personeel", "PUT": "personeel"}

    def get_queryset(self) -> QuerySet[Medewerker]:
        if not getattr(self, "swagger_fake_view", False):
            eis(rules.beletsel_personeelsgegevens_inzien(door=self.request.actor))
        return queries.personeelsgegevens()

    @extend_schema(
        summary="Medewerker toevoegen of bijwerken",
        description="Dezelfde gegevens nog eens sturen verandert niets.",
        responses={
            200: serializers.PersoneelsgegevensSerializer,
            201: serializers.PersoneelsgegevensSerializer,
        },
    )
    def update(self, request: Request, personeelsnummer: str) -> Response:
        vorm = self.get_serializer(data=request.data)
        vorm.is_valid(raise_exception=True)
        gedaan = medewerker_bijwerken(
            gegevens=vorm.gegevens(personeelsnummer), door=request.actor, nu=klok.nu()
        )
        status = 201 if gedaan.uitkomst == "nieuw" else 200
        return Response(self.get_serializer(gedaan.medewerker).data, status=status)


class MedewerkersleveringViewSet(InzetViewSet):
    """Een levering van het personeelssysteem: alles of niets, met een verslag per rij."""

    serializer_class = serializers.LeveringSerializer
    scopes = {"POST": "personeel"}

    @extend_schema(
        summary="Personeelsgegevens in één keer aanleveren",
        responses={200: serializers.RapportSerializer},
    )
    def create(self, request: Request) -> Response:
        invoer = self.invoer()
        rapport = medewerkers_inlezen(
            rijen=invoer["rijen"], droog=invoer["droog"], door=request.actor, nu=klok.nu()
        )
        return Response(serializers.RapportSerializer(rapport).data)
