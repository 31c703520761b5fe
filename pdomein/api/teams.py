"""Changes of P-teams, the yearly list, vakgenootschappen and vakcirkels over REST."""

from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from config.kern import klok
from config.kern.rest import InzetViewSet
from pdomein import queries
from pdomein.api.serializers import VerwijzingSerializer
from pdomein.domain.teamwijziging_besluit import teamwijziging_intrekken
from pdomein.models import PTeamLijst, PTeamLijstRegel, Teamwijziging, Vakcirkel, Vakgenootschap


class WijzigingTeamSerializer(serializers.Serializer):
    """A team of a change; ``pteam`` is null while a new team does not exist yet."""

    naam = serializers.CharField(source="__str__", read_only=True)
    pteam = VerwijzingSerializer(read_only=True, allow_null=True)


class TeamwijzigingSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    titel = serializers.CharField(read_only=True)
    medewerker = VerwijzingSerializer(read_only=True, allow_null=True)
    van = WijzigingTeamSerializer(source="vertrekteams", many=True, read_only=True)
    naar = WijzigingTeamSerializer(source="doelteams", many=True, read_only=True)
    besluit = serializers.CharField(
        source="besluit.kenmerk", read_only=True, allow_null=True, default=None
    )

    class Meta:
        model = Teamwijziging
        fields = [
            "id", "soort", "status", "titel", "ingangsdatum", "reden", "initiatief",
            "medewerker", "van", "naar", "besluit", "uitkomst",
        ]
        read_only_fields = fields


class TeamwijzigingIntrekkingSerializer(serializers.Serializer):
    reden = serializers.CharField(max_length=250)


class TeamwijzigingViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Plannen om P-teams te veranderen, voor wie het aangaat."""

    serializer_class = TeamwijzigingSerializer

    def get_queryset(self) -> QuerySet[Teamwijziging]:
        if self.beschrijft:
            return queries.geen_teamwijzigingen()
        return queries.teamwijzigingen_voor(self.request.actor)

    @extend_schema(
        summary="Plan intrekken", request=TeamwijzigingIntrekkingSerializer,
        responses={201: TeamwijzigingSerializer},
    )
    @action(detail=True, methods=["post"])
    def intrekking(self, request: Request, id: UUID) -> Response:
        invoer = TeamwijzigingIntrekkingSerializer(data=request.data)
        invoer.is_valid(raise_exception=True)
        wijziging = teamwijziging_intrekken(
            wijziging=self.get_object(), door=request.actor, nu=klok.nu(),
            **invoer.validated_data,
        )
        return Response(self.get_serializer(wijziging).data, status=201)


class PTeamLijstRegelSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    pteam = VerwijzingSerializer(read_only=True, allow_null=True)
    domein = VerwijzingSerializer(read_only=True)
    cluster = VerwijzingSerializer(read_only=True, allow_null=True)
    uiterlijkOp = serializers.DateField(source="uiterlijk_op", read_only=True, allow_null=True)

    class Meta:
        model = PTeamLijstRegel
        fields = [
            "id", "naam", "pteam", "domein", "cluster", "oordeel", "toelichting", "uiterlijkOp",
        ]
        read_only_fields = fields


class PTeamLijstSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    besluit = serializers.CharField(
        source="besluit.kenmerk", read_only=True, allow_null=True, default=None
    )
    regels = PTeamLijstRegelSerializer(many=True, read_only=True)

    class Meta:
        model = PTeamLijst
        fields = ["id", "jaar", "status", "conclusies", "besluit", "regels"]
        read_only_fields = fields


class PTeamLijstViewSet(RetrieveModelMixin, ListModelMixin, InzetViewSet):
    """De gewenste P-teams per jaar, met de indeling die toen gold."""

    serializer_class = PTeamLijstSerializer

    def get_queryset(self) -> QuerySet[PTeamLijst]:
        return queries.pteamlijsten_met_regels()


class VakgenootschapSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    professie = serializers.CharField(source="professie.naam", read_only=True)
    aantalTeams = serializers.IntegerField(source="aantal_teams", read_only=True, allow_null=True)
    aantalMedewerkers = serializers.IntegerField(
        source="aantal_leden", read_only=True, allow_null=True
    )
    heeftNorm = serializers.BooleanField(source="heeft_norm", read_only=True)

    class Meta:
        model = Vakgenootschap
        fields = ["id", "naam", "professie", "aantalTeams", "aantalMedewerkers", "heeftNorm"]
        read_only_fields = fields


class VakgenootschapViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Vakgenootschappen: P-teams met hetzelfde vak."""

    serializer_class = VakgenootschapSerializer

    def get_queryset(self) -> QuerySet[Vakgenootschap]:
        if self.beschrijft:
            return queries.geen_vakgenootschappen()
        return queries.vakgenootschappen(self.vandaag)


class VakcirkelSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    aantalDeelnemers = serializers.IntegerField(source="aantal", read_only=True)

    class Meta:
        model = Vakcirkel
        fields = ["id", "naam", "doel", "plan", "status", "aantalDeelnemers"]
        read_only_fields = fields


class VakcirkelViewSet(ListModelMixin, RetrieveModelMixin, InzetViewSet):
    """Vakcirkels die lopen of beginnen."""

    serializer_class = VakcirkelSerializer

    def get_queryset(self) -> QuerySet[Vakcirkel]:
        return queries.vakcirkels()
