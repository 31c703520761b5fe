"""The shape of searches, publications, reactions and consents in the API.

End dates are exclusive, as everywhere: ``einde`` is the first day no longer.
"""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from matching.api.matchtafel import CollegaSerializer
from matching.domain import fasen
from matching.enums import (
    DelingAntwoord,
    Fase,
    InstemmingVan,
    WervingReden,
    WervingSoort,
)
from matching.models import (
    ExterneWerving,
    Instemming,
    Match,
    Matchvraag,
    Procedure,
    Publicatie,
    Reactie,
)
from opgaven.enums import PlaatsSoort
from opgaven.models import Opdracht
from pdomein.models import Medewerker, PTeam

NIET_MEER = "De eerste dag niet meer."


def _op_id(rijen: Any, **opties: Any) -> serializers.SlugRelatedField:
    return serializers.SlugRelatedField(slug_field="public_id", queryset=rijen, **opties)


def _fte() -> serializers.DecimalField:
    return serializers.DecimalField(max_digits=4, decimal_places=3, min_value=0, max_value=2)


class VersieSerializer(serializers.Serializer):
    """What every act on a procedure may carry."""

    versie = serializers.IntegerField(
        required=False, min_value=1, max_value=2147483647,
        help_text="De versie die je zag; een verouderde versie wordt geweigerd.",
    )


class WerkSerializer(serializers.Serializer):
    """An opdracht by id and name."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    code = serializers.CharField(read_only=True)
    naam = serializers.CharField(read_only=True)


class MatchvraagSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    opdracht = WerkSerializer(read_only=True)
    besluit = serializers.CharField(source="besluit.kenmerk", default=None, read_only=True)
    fte = serializers.DecimalField(max_digits=4, decimal_places=2, read_only=True)
    geopendOp = serializers.DateTimeField(source="geopend_op", read_only=True)
    geslotenOp = serializers.DateTimeField(source="gesloten_op", read_only=True, allow_null=True)

    class Meta:
        model = Matchvraag
        fields = [
            "id", "opdracht", "plaats", "volgnummer", "omschrijving", "trigger", "besluit", "fte",
            "geopendOp", "geslotenOp",
        ]


class MatchvraagInvoerSerializer(serializers.Serializer):
    """Only for the replacement of an AOG or AON (R295)."""

    opdracht = _op_id(Opdracht.objects.select_related("opgave", "bovenliggende"))
    plaats = serializers.ChoiceField(PlaatsSoort.choices)
    reden = serializers.CharField(max_length=2000)


class ProcedureSerializer(serializers.ModelSerializer):
    """Where a search stands, what comes next and who is to move."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    opdracht = WerkSerializer(source="matchvraag.opdracht", read_only=True)
    plaats = serializers.CharField(source="matchvraag.plaats", read_only=True)
    omschrijving = serializers.CharField(source="matchvraag.wat", read_only=True)
    inFaseSinds = serializers.DateTimeField(source="in_fase_sinds", read_only=True)
    gepauzeerdOp = serializers.DateTimeField(
        source="gepauzeerd_op", read_only=True, allow_null=True
    )
    vroegsteBespreekdatum = serializers.DateField(
        source="vroegste", read_only=True, allow_null=True
    )
    volgendMomentOp = serializers.DateTimeField(
        source="volgende_op", read_only=True, allow_null=True
    )
    aanZet = serializers.SerializerMethodField()
    volgendeFasen = serializers.SerializerMethodField()

    class Meta:
        model = Procedure
        fields = [
            "id", "opdracht", "plaats", "omschrijving", "route", "ronde", "fase", "inFaseSinds",
            "aanZet", "volgendeFasen", "vroegsteBespreekdatum", "volgendMomentOp", "gepauzeerdOp",
            "versie",
        ]

    @extend_schema_field(serializers.CharField())
    def get_aanZet(self, procedure: Procedure) -> str:  # noqa: N802 - property name
        return fasen.regel_van(procedure).aan_zet

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(Fase.choices)))
    def get_volgendeFasen(self, procedure: Procedure) -> list[str]:  # noqa: N802
        return [fase.value for fase in fasen.regel_van(procedure).volgende]


class DelingenInvoerSerializer(VersieSerializer):
    pteams = _op_id(PTeam.objects.all(), many=True, allow_empty=True)


class DelingSerializer(serializers.Serializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    pteam = CollegaSerializer(read_only=True, help_text="Het P-team, met id en naam.")
    gedeeldOp = serializers.DateTimeField(source="gedeeld_op", read_only=True)
    antwoord = serializers.ChoiceField(DelingAntwoord.choices, read_only=True)


class DelingenSerializer(serializers.Serializer):
    resultaten = DelingSerializer(many=True, read_only=True)


class FaseovergangInvoerSerializer(VersieSerializer):
    naar = serializers.ChoiceField(Fase.choices)
    reden = serializers.CharField(required=False, allow_blank=True, default="", max_length=4000)


class RedenInvoerSerializer(VersieSerializer):
    reden = serializers.CharField(max_length=4000, allow_blank=True)


class MatchInvoerSerializer(VersieSerializer):
    medewerker = _op_id(Medewerker.objects.all())
    begin = serializers.DateField()
    einde = serializers.DateField(help_text=NIET_MEER)
    fte = _fte()
    motivatieOrganisatie = serializers.CharField(
        source="motivatie_organisatie", allow_blank=True, max_length=8000
    )
    motivatiePersoon = serializers.CharField(
        source="motivatie_persoon", allow_blank=True, max_length=8000
    )
    motivatieBinnenWachttijd = serializers.CharField(
        source="motivatie_binnen_wachttijd", required=False, allow_blank=True, default="",
        max_length=8000,
    )
    motivatieNiveau = serializers.CharField(
        source="motivatie_niveau", required=False, allow_blank=True, default="", max_length=8000
    )


class InstemmingSerializer(serializers.ModelSerializer):
    """A yes or no; the reason of a refusal stays between people."""

    gevraagdOp = serializers.DateTimeField(source="gevraagd_op", read_only=True)
    beantwoordOp = serializers.DateTimeField(
        source="beantwoord_op", read_only=True, allow_null=True
    )

    class Meta:
        model = Instemming
        fields = ["van", "akkoord", "gevraagdOp", "beantwoordOp"]


class MatchSerializer(serializers.ModelSerializer):
    """A proposal or match, for who has a part in it."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    procedure = serializers.UUIDField(source="procedure.public_id", read_only=True)
    medewerker = CollegaSerializer(read_only=True)
    fte = serializers.DecimalField(max_digits=4, decimal_places=3, read_only=True)
    voorgesteldOp = serializers.DateTimeField(source="voorgesteld_op", read_only=True)
    definitiefOp = serializers.DateTimeField(
        source="definitief_op", read_only=True, allow_null=True
    )
    instemmingen = InstemmingSerializer(many=True, read_only=True)

    class Meta:
        model = Match
        fields = [
            "id", "procedure", "medewerker", "begin", "einde", "fte", "status", "voorgesteldOp",
            "definitiefOp", "instemmingen",
        ]


class InstemmingInvoerSerializer(serializers.Serializer):
    van = serializers.ChoiceField(InstemmingVan.choices)
    akkoord = serializers.BooleanField()
    reden = serializers.CharField(required=False, allow_blank=True, default="", max_length=4000)


class PublicatieSerializer(serializers.ModelSerializer):
    """An opdracht on the opdrachtenmarkt; reactions of others are never in it."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    procedure = serializers.UUIDField(source="procedure.public_id", read_only=True)
    opdracht = WerkSerializer(source="procedure.matchvraag.opdracht", read_only=True)
    titel = serializers.CharField(source="procedure.matchvraag.tro.titel", read_only=True)
    waarom = serializers.CharField(source="procedure.matchvraag.tro.waarom", read_only=True)
    wat = serializers.CharField(source="procedure.matchvraag.tro.wat", read_only=True)
    hoe = serializers.CharField(source="procedure.matchvraag.tro.hoe", read_only=True)
    wie = serializers.CharField(source="procedure.matchvraag.tro.wie", read_only=True)
    beoogdResultaat = serializers.CharField(
        source="procedure.matchvraag.tro.beoogd_resultaat", read_only=True
    )
    begin = serializers.DateField(source="procedure.matchvraag.tro.begin", read_only=True)
    einde = serializers.DateField(
        source="procedure.matchvraag.tro.einde", read_only=True, help_text=NIET_MEER
    )
    fte = serializers.DecimalField(
        source="procedure.matchvraag.tro.fte", max_digits=4, decimal_places=2, read_only=True
    )
    schaalVan = serializers.IntegerField(
        source="procedure.matchvraag.tro.schaal_van", read_only=True, allow_null=True
    )
    schaalTot = serializers.IntegerField(
        source="procedure.matchvraag.tro.schaal_tot", read_only=True, allow_null=True
    )
    gepubliceerdOp = serializers.DateTimeField(source="gepubliceerd_op", read_only=True)
    vroegsteBespreekdatum = serializers.DateField(source="vroegste_bespreekdatum", read_only=True)

    class Meta:
        model = Publicatie
        fields = [
            "id", "procedure", "opdracht", "nummer", "titel", "waarom", "wat", "hoe", "wie",
            "beoogdResultaat", "begin", "einde", "fte", "schaalVan", "schaalTot",
            "gepubliceerdOp", "vroegsteBespreekdatum",
        ]


class ReactieInvoerSerializer(serializers.Serializer):
    toelichting = serializers.CharField(max_length=4000, allow_blank=True)
    deeltWensen = serializers.BooleanField(source="deelt_wensen", default=False)


class ReactieSerializer(serializers.ModelSerializer):
    """An own reaction."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    publicatie = serializers.UUIDField(source="publicatie.public_id", read_only=True)
    deeltWensen = serializers.BooleanField(source="deelt_wensen", read_only=True)
    ingediendOp = serializers.DateTimeField(source="ingediend_op", read_only=True)
    beantwoordOp = serializers.DateTimeField(
        source="beantwoord_op", read_only=True, allow_null=True
    )

    class Meta:
        model = Reactie
        fields = [
            "id", "publicatie", "toelichting", "deeltWensen", "status", "ingediendOp",
            "beantwoordOp", "antwoord",
        ]


class IntrekkingSerializer(serializers.Serializer):
    reden = serializers.CharField(required=False, allow_blank=True, default="", max_length=2000)


class WervingInvoerSerializer(VersieSerializer):
    procedure = _op_id(Procedure.objects.all())
    soort = serializers.ChoiceField(WervingSoort.choices)
    reden = serializers.ChoiceField(WervingReden.choices)
    motivering = serializers.CharField(max_length=8000, allow_blank=True)
    pteam = _op_id(PTeam.objects.all())
    partner = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=160
    )
    begin = serializers.DateField(required=False, allow_null=True, default=None)
    einde = serializers.DateField(
        required=False, allow_null=True, default=None, help_text=NIET_MEER
    )
    uitlegLangerDanJaar = serializers.CharField(
        source="uitleg_langer_dan_jaar", required=False, allow_blank=True, default="",
        max_length=8000,
    )
    vwnwBekeken = serializers.BooleanField(
        source="vwnw_bekeken", default=False,
        help_text="Van-werk-naar-werkkandidaten zijn bekeken.",
    )


class WervingSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    procedure = serializers.UUIDField(source="procedure.public_id", read_only=True)
    pteam = CollegaSerializer(read_only=True, help_text="Het P-team, met id en naam.")
    geopendOp = serializers.DateTimeField(source="geopend_op", read_only=True)
    geslotenOp = serializers.DateTimeField(source="gesloten_op", read_only=True, allow_null=True)

    class Meta:
        model = ExterneWerving
        fields = [
            "id", "procedure", "soort", "reden", "pteam", "begin", "einde", "status", "geopendOp",
            "geslotenOp",
        ]
