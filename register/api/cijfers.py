"""The reports of capacity over REST: the same groups and figures as the screens (R101, R317)."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from config.kern.fouten import eis, invoer
from config.kern.rest import InzetViewSet
from register.beeld import maanden_vanaf
from register.queries import overzicht, personeelsmonitor, spp
from register.rules.capaciteit import beletsel_capaciteit_inzien

PER = ("professie", "domein", "cluster")


def _getal(veld: str, uitleg: str) -> Any:
    return serializers.DecimalField(
        source=veld, max_digits=12, decimal_places=2, read_only=True, allow_null=True,
        help_text=uitleg, default=None,
    )


class CapaciteitsregelSerializer(serializers.Serializer):
    """One group on the first day of a month, in fte; a group of fewer than five has no figures."""

    groep = serializers.CharField(read_only=True)
    dag = serializers.DateField(read_only=True)
    mensen = serializers.IntegerField(read_only=True, allow_null=True, default=None)
    aanstelling = _getal("aanstelling_fte", "Aanstellingen bij elkaar.")
    ontwikkeltijd = _getal("ontwikkeltijd_fte", "Tijd voor ontwikkeling.")
    pManagement = _getal("p_management_fte", "Tijd voor P-management.")
    minderBeschikbaar = _getal("minder_beschikbaar_fte", "Hoeveel, nooit waarom.")
    inzet = _getal("inzet_fte", "Inzet op opdrachten.")
    vrij = _getal("vrij_fte", "Wat overblijft.")
    gevraagd = _getal("gevraagd_fte", "Wat geprogrammeerd werk nog vraagt, per professie.")
    opmerking = serializers.CharField(read_only=True, default="")


class PlanningsregelSerializer(serializers.Serializer):
    """One professie in one year, in fte."""

    professie = serializers.CharField(read_only=True)
    domein = serializers.CharField(read_only=True)
    jaar = serializers.IntegerField(read_only=True, allow_null=True, default=None)
    vraag = _getal("vraag_fte", "Verwachte vraag.")
    vraagBron = serializers.CharField(source="vraag_bron", read_only=True, default="")
    aanbodVast = _getal("aanbod_vast_fte", "Vaste mensen na uitstroom en instroom.")
    aanbodFlexibel = _getal("aanbod_flexibel_fte", "De flexibele schil.")
    verschil = _getal("verschil_fte", "Aanbod min vraag.")
    actie = serializers.CharField(read_only=True, default="")
    opmerking = serializers.CharField(read_only=True, default="")


class MonitorcijferSerializer(serializers.Serializer):
    """One number of the Personeelsmonitor with its definition."""

    onderdeel = serializers.CharField(read_only=True)
    cijfer = serializers.CharField(read_only=True)
    uitsplitsing = serializers.CharField(read_only=True)
    waarde = serializers.CharField(
        read_only=True, help_text="Een getal, of waarom er geen getal is."
    )
    eenheid = serializers.CharField(read_only=True)
    definitie = serializers.CharField(read_only=True)


class _Rapport(InzetViewSet):
    filter_backends: list[Any] = []
    pagination_class = None

    def _antwoord(self, rijen: list[dict[str, Any]]) -> Response:
        return Response(self.get_serializer(rijen, many=True).data)


class CapaciteitViewSet(_Rapport):
    """Hoeveel tijd er is en waar die naartoe gaat, per groep van vijf mensen of meer."""

    serializer_class = CapaciteitsregelSerializer

    @extend_schema(
        summary="Capaciteit per maand",
        parameters=[OpenApiParameter("per", str, enum=PER, description="Indeling")],
        responses={200: CapaciteitsregelSerializer(many=True)},
    )
    def list(self, request: Request) -> Response:
        eis(beletsel_capaciteit_inzien(door=request.actor))
        per = request.query_params.get("per", PER[0])
        if per not in PER:
            eis(invoer(f"Kies uit: {', '.join(PER)}.", "per"))
        dagen = maanden_vanaf(self.vandaag, overzicht.MAANDEN)
        return self._antwoord(overzicht.export_rijen(overzicht.groepen(per, dagen), dagen))


class PersoneelsplanningViewSet(_Rapport):
    """Vraag en aanbod per professie, dit jaar en vijf jaar vooruit."""

    serializer_class = PlanningsregelSerializer

    @extend_schema(
        summary="Strategische personeelsplanning",
        responses={200: PlanningsregelSerializer(many=True)},
    )
    def list(self, request: Request) -> Response:
        eis(beletsel_capaciteit_inzien(door=request.actor))
        return self._antwoord(spp.export_rijen(spp.planning(self.vandaag)))


class PersoneelsmonitorViewSet(_Rapport):
    """De cijfers van de Personeelsmonitor die Inzet kent."""

    serializer_class = MonitorcijferSerializer

    @extend_schema(
        summary="Personeelsmonitor", responses={200: MonitorcijferSerializer(many=True)}
    )
    def list(self, request: Request) -> Response:
        eis(beletsel_capaciteit_inzien(door=request.actor))
        return self._antwoord(
            personeelsmonitor.export_rijen(personeelsmonitor.monitor(self.vandaag))
        )
