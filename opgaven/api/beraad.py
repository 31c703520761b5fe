"""Beraadspunten, knelpunten, ideeën, afwijkingen and frozen figures over REST: same commands."""

from typing import Any

import django_filters as filters
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from config.kern import klok
from config.kern.domain.beraad import punt_inbrengen
from config.kern.enums import PuntSoort, PuntStatus
from config.kern.models import Afwijking, Beraadspunt, Gremium
from config.kern.rest import InzetViewSet
from opgaven.domain.idee import idee_indienen
from opgaven.domain.knelpunt import knelpunt_melden
from opgaven.enums import KnelpuntBron, KnelpuntStatus
from opgaven.models import Idee, Knelpunt, Momentopname, ODomein
from opgaven.queries import api_beraad as lezen
from pdomein.models import Competentie, Professie, ProfessioneelDomein


def _tekst(maximum: int = 10_000, **opties: Any) -> Any:
    return serializers.CharField(max_length=maximum, **opties)


class BeraadspuntSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    gremium = serializers.SlugRelatedField(slug_field="code", read_only=True)
    soort = serializers.ChoiceField(PuntSoort.choices)
    status = serializers.ChoiceField(PuntStatus.choices)
    ingebrachtOp = serializers.DateTimeField(source="ingebracht_op", read_only=True)
    over = serializers.UUIDField(
        source="object_id", read_only=True, allow_null=True, help_text="Id van waar het over gaat."
    )

    class Meta:
        model = Beraadspunt
        fields = [
            "id", "gremium", "soort", "onderwerp", "toelichting", "namens", "status", "over",
            "uitkomst", "ingebrachtOp",
        ]


class BeraadspuntInvoerSerializer(serializers.Serializer):
    gremium = serializers.SlugRelatedField(slug_field="code", queryset=Gremium.objects.all())
    soort = serializers.ChoiceField(PuntSoort.choices)
    onderwerp = _tekst(200)
    toelichting = _tekst()
    namens = _tekst(120, required=False, allow_blank=True, default="")


class BeraadspuntFilter(filters.FilterSet):
    gremium = filters.CharFilter(field_name="gremium__code", label="Code van het gremium")
    status = filters.ChoiceFilter(choices=PuntStatus.choices, label="Status")

    class Meta:
        model = Beraadspunt
        fields: list[str] = []


class BeraadspuntViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Punten van de beraden die jij mag inzien, van ingebracht tot afgehandeld."""

    serializer_class = BeraadspuntSerializer
    filterset_class = BeraadspuntFilter

    def get_queryset(self) -> QuerySet[Beraadspunt]:
        if self.beschrijft:
            return self.leeg(Beraadspunt)
        return lezen.punten_voor(self.request.actor)

    @extend_schema(
        summary="Punt inbrengen bij een beraad", request=BeraadspuntInvoerSerializer,
        responses={201: BeraadspuntSerializer},
    )
    def create(self, request: Request) -> Response:
        vorm = BeraadspuntInvoerSerializer(data=request.data)
        vorm.is_valid(raise_exception=True)
        rij = punt_inbrengen(door=request.actor, nu=klok.nu(), **vorm.validated_data)
        return Response(BeraadspuntSerializer(rij).data, status=201)


class KnelpuntSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    bron = serializers.ChoiceField(KnelpuntBron.choices)
    status = serializers.ChoiceField(KnelpuntStatus.choices)
    professie = serializers.SlugRelatedField(slug_field="code", read_only=True, allow_null=True)
    competentie = serializers.SlugRelatedField(slug_field="code", read_only=True, allow_null=True)
    klaarVoor = serializers.DateField(source="klaar_voor", read_only=True, allow_null=True)

    class Meta:
        model = Knelpunt
        fields = [
            "id", "titel", "omschrijving", "bron", "professie", "competentie", "fte", "status",
            "aanpak", "klaarVoor", "uitkomst",
        ]


class KnelpuntInvoerSerializer(serializers.Serializer):
    titel = _tekst(200)
    omschrijving = _tekst()
    bron = serializers.ChoiceField(KnelpuntBron.choices)
    fte = serializers.DecimalField(max_digits=6, decimal_places=2, min_value=0)
    professie = serializers.SlugRelatedField(
        slug_field="code", queryset=Professie.objects.all(), required=False, allow_null=True,
        default=None,
    )
    competentie = serializers.SlugRelatedField(
        slug_field="code", queryset=Competentie.objects.all(), required=False, allow_null=True,
        default=None,
    )


class KnelpuntFilter(filters.FilterSet):
    status = filters.ChoiceFilter(choices=KnelpuntStatus.choices, label="Stand")

    class Meta:
        model = Knelpunt
        fields: list[str] = []


class KnelpuntViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Knelpunten in capaciteit met hun aanpak."""

    serializer_class = KnelpuntSerializer
    filterset_class = KnelpuntFilter

    def get_queryset(self) -> QuerySet[Knelpunt]:
        return lezen.knelpunten()

    @extend_schema(
        summary="Knelpunt melden", request=KnelpuntInvoerSerializer,
        responses={201: KnelpuntSerializer},
    )
    def create(self, request: Request) -> Response:
        vorm = KnelpuntInvoerSerializer(data=request.data)
        vorm.is_valid(raise_exception=True)
        rij = knelpunt_melden(door=request.actor, nu=klok.nu(), **vorm.validated_data)
        return Response(KnelpuntSerializer(rij).data, status=201)


class IdeeSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    odomein = serializers.SlugRelatedField(slug_field="code", read_only=True, allow_null=True)
    domein = serializers.SlugRelatedField(slug_field="code", read_only=True, allow_null=True)
    opdracht = serializers.SlugRelatedField(
        slug_field="public_id", read_only=True, allow_null=True
    )
    antwoordVoor = serializers.DateField(source="antwoord_voor", read_only=True)

    class Meta:
        model = Idee
        fields = [
            "id", "titel", "voorstel", "odomein", "domein", "status", "antwoord", "antwoordVoor",
            "opdracht",
        ]
        read_only_fields = ["status", "antwoord"]


class IdeeInvoerSerializer(serializers.Serializer):
    """Aan één directeur: geef een O-domein of een professioneel domein."""

    titel = _tekst(200)
    voorstel = _tekst()
    odomein = serializers.SlugRelatedField(
        slug_field="code", queryset=ODomein.objects.all(), required=False, allow_null=True,
        default=None,
    )
    domein = serializers.SlugRelatedField(
        slug_field="code", queryset=ProfessioneelDomein.objects.all(), required=False,
        allow_null=True, default=None,
    )


class IdeeViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Je eigen ideeën en, voor een directeur, de ideeën die op antwoord wachten."""

    serializer_class = IdeeSerializer

    def get_queryset(self) -> QuerySet[Idee]:
        if self.beschrijft:
            return self.leeg(Idee)
        return lezen.ideeen_voor(self.request.actor)

    @extend_schema(
        summary="Idee indienen", request=IdeeInvoerSerializer, responses={201: IdeeSerializer}
    )
    def create(self, request: Request) -> Response:
        vorm = IdeeInvoerSerializer(data=request.data)
        vorm.is_valid(raise_exception=True)
        rij = idee_indienen(door=request.actor, nu=klok.nu(), **vorm.validated_data)
        return Response(IdeeSerializer(rij).data, status=201)


class AfwijkingSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    waarover = serializers.CharField(source="object_naam", read_only=True)
    objectSoort = serializers.CharField(source="object_soort", read_only=True)
    objectId = serializers.UUIDField(source="object_id", read_only=True)
    besluit = serializers.SlugRelatedField(
        slug_field="public_id", read_only=True, allow_null=True
    )
    herzieningOp = serializers.DateField(source="herziening_op", read_only=True, allow_null=True)

    class Meta:
        model = Afwijking
        fields = [
            "id", "regel", "waarover", "objectSoort", "objectId", "reden", "beslisser", "besluit",
            "begin", "einde", "herzieningOp",
        ]


class AfwijkingFilter(filters.FilterSet):
    regel = filters.CharFilter(label="Code van de regel")

    class Meta:
        model = Afwijking
        fields: list[str] = []


class AfwijkingViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Alles waarvan is afgeweken, met reden en besluit. Voor wie leidt, besluit of controleert."""

    serializer_class = AfwijkingSerializer
    filterset_class = AfwijkingFilter

    def get_queryset(self) -> QuerySet[Afwijking]:
        if self.beschrijft:
            return self.leeg(Afwijking)
        return lezen.afwijkingen_voor(self.request.actor)


class MomentopnameSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    product = serializers.CharField(source="moment.soort", read_only=True)
    begrotingsjaar = serializers.IntegerField(source="moment.begrotingsjaar", read_only=True)
    peildatum = serializers.DateField(source="moment.peildatum", read_only=True)
    bevrorenOp = serializers.DateTimeField(source="bevroren_op", read_only=True)
    cijfers = serializers.DictField(
        child=serializers.DictField(child=serializers.DictField(child=serializers.CharField())),
        read_only=True,
    )

    class Meta:
        model = Momentopname
        fields = [
            "id", "product", "begrotingsjaar", "peildatum", "bevrorenOp", "sha256", "cijfers",
        ]


@extend_schema_view(list=extend_schema(summary="Bevroren cijfers van de P&C-cyclus"))
class MomentopnameViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Bevroren cijfers per moment in de planning- en controlcyclus."""

    serializer_class = MomentopnameSerializer

    def get_queryset(self) -> QuerySet[Momentopname]:
        return lezen.momentopnamen()


routes: list[tuple[str, type, str]] = [
    ("beraadspunten", BeraadspuntViewSet, "beraadspunt"),
    ("knelpunten", KnelpuntViewSet, "knelpunt"),
    ("ideeen", IdeeViewSet, "idee"),
    ("afwijkingen", AfwijkingViewSet, "afwijking"),
    ("momentopnamen", MomentopnameViewSet, "momentopname"),
]
