"""The shape of opgaven, opdrachten and decisions in the API."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from config.kern.models import Besluit, Besluitenlijst
from opgaven import queries
from opgaven.models import (
    Beleidsambitie,
    Beleidsdoel,
    Capaciteitsvraag,
    GevraagdeCompetentie,
    Opdracht,
    Opgave,
    OpgaveToedeling,
    Programmering,
    ScopeVersie,
    Statusovergang,
    Toets,
)
from pdomein.api.serializers import VerwijzingSerializer


class CodeverwijzingSerializer(VerwijzingSerializer):
    code = serializers.CharField(read_only=True)


class WieSerializer(serializers.Serializer):
    """Who did it: a name, never more."""

    naam = serializers.CharField(read_only=True)


def geld(bron: str, **opties: Any) -> serializers.DecimalField:
    return serializers.DecimalField(
        source=bron, max_digits=14, decimal_places=2, min_value=0, **opties
    )


class ToetsSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    opdracht = VerwijzingSerializer(read_only=True)
    getoetstOp = serializers.DateTimeField(source="getoetst_op", read_only=True)
    getoetstDoor = WieSerializer(source="getoetst_door", read_only=True)

    class Meta:
        model = Toets
        fields = [
            "id", "opdracht", "onderdeel", "uitkomst", "toelichting", "getoetstOp", "getoetstDoor",
        ]


class ScopeSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    budgetMaterieel = geld("budget_materieel", read_only=True)
    strategischeKeuzes = serializers.CharField(source="strategische_keuzes", read_only=True)
    voorgesteldOp = serializers.DateTimeField(source="voorgesteld_op", read_only=True)
    beslistOp = serializers.DateTimeField(source="beslist_op", read_only=True, allow_null=True)

    class Meta:
        model = ScopeVersie
        fields = [
            "id", "nummer", "budgetMaterieel", "mandaat", "strategischeKeuzes", "status",
            "voorgesteldOp", "beslistOp",
        ]
        read_only_fields = ["nummer", "mandaat", "status"]


class GevraagdeCompetentieSerializer(serializers.ModelSerializer):
    competentie = CodeverwijzingSerializer(read_only=True)

    class Meta:
        model = GevraagdeCompetentie
        fields = ["competentie", "niveau", "gewicht", "vereist"]


class CapaciteitsvraagSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    opdracht = VerwijzingSerializer(read_only=True)
    professie = VerwijzingSerializer(read_only=True, allow_null=True)
    schaalVan = serializers.IntegerField(source="schaal_van", read_only=True)
    schaalTot = serializers.IntegerField(source="schaal_tot", read_only=True)
    competenties = GevraagdeCompetentieSerializer(many=True, read_only=True)

    class Meta:
        model = Capaciteitsvraag
        fields = [
            "id", "opdracht", "plaats", "omschrijving", "professie", "aantal", "fte", "schaalVan",
            "schaalTot", "begin", "einde", "competenties",
        ]


class StatusovergangSerializer(serializers.ModelSerializer):
    door = WieSerializer(read_only=True, allow_null=True)
    besluit = serializers.UUIDField(
        source="besluit.public_id", read_only=True, allow_null=True, default=None
    )

    class Meta:
        model = Statusovergang
        fields = ["van", "naar", "op", "door", "besluit", "reden"]


class OpdrachtRijSerializer(serializers.ModelSerializer):
    """An opdracht in a list."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    opgave = CodeverwijzingSerializer(read_only=True)
    odomein = serializers.CharField(
        source="odomein_code", read_only=True, allow_null=True, help_text="Code van het O-domein."
    )
    isDeelopdracht = serializers.SerializerMethodField()
    budgetMaterieel = geld("budget_materieel", read_only=True, allow_null=True)
    capaciteitFte = serializers.DecimalField(
        source="capaciteit_fte", max_digits=6, decimal_places=2, read_only=True, allow_null=True
    )

    class Meta:
        model = Opdracht
        fields = [
            "id", "code", "naam", "opgave", "odomein", "isDeelopdracht", "soort", "label",
            "status", "fase", "budgetMaterieel", "capaciteitFte", "begin", "einde", "prioriteit",
        ]

    def get_isDeelopdracht(self, opdracht: Opdracht) -> bool:  # noqa: N802 - property name
        return opdracht.bovenliggende_id is not None


class OpdrachtSerializer(OpdrachtRijSerializer):
    """One opdracht with its profile and its parts."""

    bovenliggende = CodeverwijzingSerializer(read_only=True, allow_null=True)
    deelopdrachten = CodeverwijzingSerializer(many=True, read_only=True)
    motivatieAfwijkingBegroting = serializers.CharField(
        source="motivatie_afwijking_begroting", read_only=True
    )
    beoogdResultaat = serializers.CharField(source="beoogd_resultaat", read_only=True)
    pastInPortefeuille = serializers.CharField(source="past_in_portefeuille", read_only=True)
    scopes = ScopeSerializer(many=True, read_only=True)
    toetsen = ToetsSerializer(many=True, read_only=True)
    capaciteitsvragen = CapaciteitsvraagSerializer(many=True, read_only=True)
    statusovergangen = StatusovergangSerializer(many=True, read_only=True)

    class Meta(OpdrachtRijSerializer.Meta):
        fields = [
            *OpdrachtRijSerializer.Meta.fields, "bovenliggende", "deelopdrachten",
            "begrotingscode", "motivatieAfwijkingBegroting", "waarom", "wat", "hoe", "wie",
            "beoogdResultaat", "pastInPortefeuille", "versie", "scopes", "toetsen",
            "capaciteitsvragen", "statusovergangen",
        ]


class ToedelingSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    odomein = CodeverwijzingSerializer(read_only=True)
    besluit = serializers.UUIDField(source="besluit.public_id", read_only=True)

    class Meta:
        model = OpgaveToedeling
        fields = ["id", "odomein", "besluit", "begin", "einde"]


class OpgaveSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    beoogdResultaat = serializers.CharField(source="beoogd_resultaat", read_only=True)
    standaardlabel = serializers.CharField(source="label_standaard", read_only=True)
    onderDirectieteam = serializers.BooleanField(source="onder_directieteam", read_only=True)
    beleidsdoel = CodeverwijzingSerializer(read_only=True)
    beleidsambitie = CodeverwijzingSerializer(source="beleidsdoel.ambitie", read_only=True)
    toedelingen = ToedelingSerializer(many=True, read_only=True)

    class Meta:
        model = Opgave
        fields = [
            "id", "begrotingsjaar", "code", "naam", "beoogdResultaat", "standaardlabel",
            "onderDirectieteam", "beleidsdoel", "beleidsambitie", "toedelingen",
        ]


class _Tak(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)


class BoomDeelopdrachtSerializer(_Tak):
    capaciteitFte = serializers.DecimalField(
        source="capaciteit_fte", max_digits=6, decimal_places=2, read_only=True, allow_null=True
    )

    class Meta:
        model = Opdracht
        fields = ["id", "code", "naam", "label", "status", "capaciteitFte"]


class BoomOpdrachtSerializer(BoomDeelopdrachtSerializer):
    deelopdrachten = BoomDeelopdrachtSerializer(many=True, read_only=True)

    class Meta(BoomDeelopdrachtSerializer.Meta):
        fields = [*BoomDeelopdrachtSerializer.Meta.fields, "deelopdrachten"]


class BoomOpgaveSerializer(_Tak):
    opdrachten = BoomOpdrachtSerializer(many=True, read_only=True)

    class Meta:
        model = Opgave
        fields = ["id", "code", "naam", "opdrachten"]


class BoomDoelSerializer(_Tak):
    opgaven = BoomOpgaveSerializer(many=True, read_only=True)

    class Meta:
        model = Beleidsdoel
        fields = ["id", "code", "naam", "opgaven"]


class BoomAmbitieSerializer(_Tak):
    doelen = BoomDoelSerializer(many=True, read_only=True)

    class Meta:
        model = Beleidsambitie
        fields = ["id", "code", "naam", "collegeperiode", "doelen"]


class BoomSerializer(serializers.Serializer):
    """Ambitie > doel > opgave > opdracht > deelopdracht of one year (R001)."""

    begrotingsjaar = serializers.IntegerField(source="begroting.jaar", read_only=True)
    psBesluit = serializers.CharField(source="begroting.ps_besluit", read_only=True)
    ambities = BoomAmbitieSerializer(many=True, read_only=True)


class ProgrammeringSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    besluit = serializers.UUIDField(source="besluit.public_id", read_only=True)
    opdracht = VerwijzingSerializer(read_only=True)

    class Meta:
        model = Programmering
        fields = ["id", "besluit", "opdracht"]


class BesluitSerializer(serializers.ModelSerializer):
    """A decision; the text of one about a person is for who keeps or audits the register."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    gremium = serializers.SlugRelatedField(slug_field="code", read_only=True, allow_null=True)
    besluitenlijst = serializers.UUIDField(
        source="besluitenlijst.public_id", read_only=True, allow_null=True, default=None
    )
    tekst = serializers.SerializerMethodField()
    motivering = serializers.SerializerMethodField()
    vastgesteldOp = serializers.DateTimeField(
        source="vastgesteld_op", read_only=True, allow_null=True
    )

    documentSha256 = serializers.CharField(
        source="document.sha256", read_only=True, allow_null=True, default=None,
        help_text="Afdruk van het document; leeg zolang er geen is.",
    )

    class Meta:
        model = Besluit
        fields = [
            "id", "kenmerk", "soort", "onderwerp", "tekst", "motivering", "gremium",
            "besluitenlijst", "besluitdatum", "ingangsdatum", "hoedanigheid", "status",
            "vastgesteldOp", "dossiernummer", "documentSha256",
        ]

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_tekst(self, besluit: Besluit) -> str | None:
        return besluit.tekst if self._mag(besluit) else None

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_motivering(self, besluit: Besluit) -> str | None:
        return besluit.motivering if self._mag(besluit) else None

    def _mag(self, besluit: Besluit) -> bool:
        return queries.mag_inhoud_zien(besluit, self.context["request"].actor)


class BesluitenlijstSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    gremium = serializers.CharField(source="vergadering.gremium.code", read_only=True)
    datum = serializers.DateField(source="vergadering.datum", read_only=True)
    aantalBesluiten = serializers.IntegerField(source="aantal", read_only=True)
    vastgesteldOp = serializers.DateTimeField(
        source="vastgesteld_op", read_only=True, allow_null=True
    )

    class Meta:
        model = Besluitenlijst
        fields = ["id", "gremium", "datum", "status", "aantalBesluiten", "vastgesteldOp"]
