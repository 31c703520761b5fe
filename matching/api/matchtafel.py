"""The matchtafel over REST: the same commands, the same sentences (HUIS §8).

Who is not at the table sees closed sessions with their outcomes and nobody's name (R266, R409).
"""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from config.kern import klok
from config.kern.actor import NIEMAND, Recht
from config.kern.fouten import eis
from config.kern.rest import InzetViewSet
from matching import rules_matchtafel as rules
from matching.domain import agendapunt as agenda
from matching.domain import kandidaat as kandidaten_
from matching.enums import KandidaatBron, Uitkomst
from matching.models import Agendapunt, Kandidaat, MatchtafelSessie, Procedure
from matching.queries import matchtafel as queries
from pdomein.models import Medewerker

MAX_SUGGESTIES = 200


def _op_id(rijen: Any, **opties: Any) -> serializers.SlugRelatedField:
    return serializers.SlugRelatedField(slug_field="public_id", queryset=rijen, **opties)


class CollegaSerializer(serializers.Serializer):
    """A person by id and name."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    naam = serializers.CharField(read_only=True)


class KandidaatSerializer(serializers.ModelSerializer):
    """Somebody on the table, for who sits at it."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    medewerker = CollegaSerializer(read_only=True)
    stemdeInMetBespreking = serializers.DateTimeField(
        source="instemming_op", read_only=True, allow_null=True
    )

    class Meta:
        model = Kandidaat
        fields = ["id", "medewerker", "bron", "argument", "stemdeInMetBespreking", "gekozen"]


class AgendapuntKortSerializer(serializers.Serializer):
    """An item in a list of sessions; ``uitkomst`` is empty as long as it is provisional."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    procedure = serializers.UUIDField(source="procedure.public_id", read_only=True)
    titel = serializers.CharField(source="__str__", read_only=True)
    uitkomst = serializers.SerializerMethodField()

    @extend_schema_field(serializers.ChoiceField(Uitkomst.choices, allow_blank=True))
    def get_uitkomst(self, punt: Agendapunt) -> str:
        return punt.uitkomst if punt.toegepast_op else ""


class MatchtafelsessieSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    voorzitter = CollegaSerializer(read_only=True)
    geslotenOp = serializers.DateTimeField(source="gesloten_op", read_only=True, allow_null=True)
    agendapunten = AgendapuntKortSerializer(many=True, read_only=True)

    class Meta:
        model = MatchtafelSessie
        fields = ["id", "datum", "voorzitter", "status", "geslotenOp", "agendapunten"]


class AgendapuntSerializer(serializers.ModelSerializer):
    """An item with its candidates, for who sits at the table."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    sessie = serializers.UUIDField(source="sessie.public_id", read_only=True)
    procedure = serializers.UUIDField(source="procedure.public_id", read_only=True)
    uitkomst = serializers.ChoiceField(Uitkomst.choices, read_only=True, allow_blank=True)
    kandidaten = serializers.SerializerMethodField()

    class Meta:
        model = Agendapunt
        fields = ["id", "sessie", "procedure", "uitkomst", "motivering", "versie", "kandidaten"]

    @extend_schema_field(KandidaatSerializer(many=True))
    def get_kandidaten(self, punt: Agendapunt) -> list[dict[str, Any]]:
        """Nobody's name for who made the agenda without sitting at this table (R268)."""
        if rules.mag_sessie_zien(punt.sessie, self.context["request"].actor):
            return []
        return KandidaatSerializer(queries.kandidaten_van(punt), many=True).data


class AgendapuntInvoerSerializer(serializers.Serializer):
    sessie = _op_id(MatchtafelSessie.objects.all())
    procedure = _op_id(Procedure.objects.all())


class KandidaatInvoerSerializer(serializers.Serializer):
    medewerker = _op_id(Medewerker.objects.all())
    argument = serializers.CharField(help_text="Waarom dit werk bij deze collega past.")


class UitkomstInvoerSerializer(serializers.Serializer):
    uitkomst = serializers.ChoiceField(Uitkomst.choices)
    motivering = serializers.CharField(required=False, allow_blank=True)
    motiveringNiveau = serializers.CharField(
        source="motivering_niveau", required=False, allow_blank=True,
        help_text="Waarom buiten het gevraagde niveau.",
    )
    kandidaten = _op_id(
        Kandidaat.objects.all(), many=True, required=False,
        help_text="Id's van wie de tafel kiest of adviseert.",
    )
    begin = serializers.DateField(required=False)
    einde = serializers.DateField(required=False, help_text="De eerste dag niet meer.")
    fte = serializers.DecimalField(
        max_digits=4, decimal_places=3, min_value=0, max_value=2, required=False
    )
    versie = serializers.IntegerField(
        required=False, min_value=1, max_value=2147483647,
        help_text="De versie die je zag; een verouderde versie wordt geweigerd.",
    )


class SuggestieRijSerializer(serializers.Serializer):
    """One person named by the recruitment system."""

    externId = serializers.CharField(source="extern_id", max_length=100)
    personeelsnummer = serializers.CharField(max_length=30)
    toelichting = serializers.CharField(required=False, allow_blank=True, max_length=2000)


class SuggestiesSerializer(serializers.Serializer):
    suggesties = SuggestieRijSerializer(many=True, min_length=1, max_length=MAX_SUGGESTIES)


class SuggestieUitkomstSerializer(serializers.Serializer):
    externId = serializers.CharField(source="extern_id", read_only=True)
    resultaat = serializers.ChoiceField(["ontvangen", "al_bekend", "geweigerd"], read_only=True)
    zin = serializers.CharField(read_only=True)


class SuggestieUitkomstenSerializer(serializers.Serializer):
    resultaten = SuggestieUitkomstSerializer(many=True, read_only=True)


class MatchtafelsessieViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Sessies van de matchtafel met hun agenda; wie niet aan tafel zit, ziet gesloten sessies."""

    serializer_class = MatchtafelsessieSerializer
    filter_backends: list[Any] = []

    def get_queryset(self) -> QuerySet[MatchtafelSessie]:
        return queries.sessies_voor(getattr(self.request, "actor", NIEMAND))


class AgendapuntViewSet(InzetViewSet):
    """Agendapunten van de matchtafel: kandidaten en uitkomst."""

    serializer_class = AgendapuntSerializer
    filter_backends: list[Any] = []

    def get_queryset(self) -> QuerySet[Agendapunt]:
        return queries.punten()

    @extend_schema(summary="Agendapunt met kandidaten")
    def retrieve(self, request: Request, id: UUID) -> Response:
        punt = self.get_object()
        eis(rules.mag_sessie_zien(punt.sessie, request.actor))
        return Response(self.get_serializer(punt).data)

    @extend_schema(
        summary="Procedure op de agenda zetten", request=AgendapuntInvoerSerializer,
        responses={201: AgendapuntSerializer},
        description="Niet eerder dan de vroegste bespreekdatum; anders 409 met die datum.",
    )
    def create(self, request: Request) -> Response:
        punt = agenda.punt_agenderen(
            **_invoer(AgendapuntInvoerSerializer, request), door=request.actor, nu=klok.nu()
        )
        return Response(self.get_serializer(punt).data, status=201)

    @extend_schema(
        summary="Kandidaat op tafel leggen", request=KandidaatInvoerSerializer,
        responses={201: KandidaatSerializer},
        description="Een recruiter doet een suggestie; een P-manager voegt eigen mensen toe.",
    )
    @action(detail=True, methods=["post"])
    def kandidaten(self, request: Request, id: UUID) -> Response:
        recruiter = request.actor.heeft(Recht.MATCHTAFEL_ONDERSTEUNEN)
        kandidaat = kandidaten_.kandidaat_plaatsen(
            agendapunt=self.get_object(),
            bron=KandidaatBron.RECRUITER if recruiter else KandidaatBron.PMANAGER,
            **_invoer(KandidaatInvoerSerializer, request), door=request.actor, nu=klok.nu(),
        )
        return Response(KandidaatSerializer(kandidaat).data, status=201)

    @extend_schema(
        summary="Uitkomst vastleggen", request=UitkomstInvoerSerializer,
        responses={200: AgendapuntSerializer},
        description="Voorlopig tot de voorzitter de sessie sluit.",
    )
    @action(detail=True, methods=["put"])
    def uitkomst(self, request: Request, id: UUID) -> Response:
        velden = _invoer(UitkomstInvoerSerializer, request)
        punt = agenda.uitkomst_vastleggen(
            agendapunt=self.get_object(), gekozen=velden.pop("kandidaten", None), **velden,
            door=request.actor, nu=klok.nu(),
        )
        return Response(self.get_serializer(punt).data)


class SuggestieViewSet(InzetViewSet):
    """Suggesties uit het recruitmentsysteem bij een procedure."""

    serializer_class = SuggestiesSerializer
    filter_backends: list[Any] = []
    pagination_class = None

    @extend_schema(
        summary="Suggesties aanleveren", responses={200: SuggestieUitkomstenSerializer},
        description="Een dubbele wordt genegeerd, een onbekende persoon per rij geweigerd. Een "
        "suggestie legt niemand op tafel: dat doet de recruiter.",
    )
    def create(self, request: Request, id: UUID) -> Response:
        resultaten = kandidaten_.suggesties_ontvangen(
            procedure=queries.procedure_van(id), rijen=self.invoer()["suggesties"],
            door=request.actor, nu=klok.nu(),
        )
        return Response(SuggestieUitkomstenSerializer({"resultaten": resultaten}).data)


def _invoer(vorm: type, request: Request) -> dict[str, Any]:
    serializer = vorm(data=request.data)
    serializer.is_valid(raise_exception=True)
    return serializer.validated_data


routes: list[tuple[str, type, str]] = [
    ("matchtafelsessies", MatchtafelsessieViewSet, "matchtafelsessie"),
    ("agendapunten", AgendapuntViewSet, "agendapunt"),
    ("procedures/<uuid:id>/suggesties", SuggestieViewSet, "suggestie"),
]
