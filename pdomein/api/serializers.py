"""The shape of people, teams and profiles in the API: name and team, never more by itself."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from config.kern.models import Gremium
from pdomein.enums import Dienstverband, Functiegroep
from pdomein.models import Competentie, Medewerker, PTeam
from pdomein.personeel import Personeelsgegevens
from pdomein.profiel import PPPWeergave


class VerwijzingSerializer(serializers.Serializer):
    """Another object, by id and name."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    naam = serializers.CharField(read_only=True)


class MedewerkerSerializer(serializers.ModelSerializer):
    """A colleague as everybody may see: name and team."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    pteam = serializers.SerializerMethodField()

    class Meta:
        model = Medewerker
        fields = ["id", "naam", "pteam"]

    @extend_schema_field(VerwijzingSerializer(allow_null=True))
    def get_pteam(self, medewerker: Medewerker) -> dict[str, Any] | None:
        if medewerker.pteam_public_id is None:
            return None
        return {"id": str(medewerker.pteam_public_id), "naam": medewerker.pteam_naam}


class PTeamSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    professie = serializers.CharField(source="professie.naam", read_only=True)
    domein = VerwijzingSerializer(read_only=True)
    formatieFte = serializers.DecimalField(
        source="formatie_fte", max_digits=6, decimal_places=2, read_only=True
    )
    isEenheid = serializers.BooleanField(source="is_eenheid", read_only=True)
    aantalMedewerkers = serializers.IntegerField(source="aantal_leden", read_only=True)
    pManager = serializers.SerializerMethodField()

    class Meta:
        model = PTeam
        fields = [
            "id", "code", "naam", "professie", "domein", "formatieFte", "isEenheid", "begin",
            "einde", "aantalMedewerkers", "pManager",
        ]

    @extend_schema_field(VerwijzingSerializer(allow_null=True))
    def get_pManager(self, pteam: PTeam) -> dict[str, Any] | None:  # noqa: N802 - property name
        leider = self.context["pmanagers"].get(pteam.pk)
        return VerwijzingSerializer(leider).data if leider else None


class TeamplandeelSerializer(serializers.Serializer):
    """One section of a teamplan that the team shares with all colleagues (R136)."""

    nummer = serializers.IntegerField(read_only=True)
    titel = serializers.CharField(read_only=True)
    tekst = serializers.CharField(read_only=True)
    regelruimte = serializers.CharField(source="onderdeel.regelruimte", read_only=True)


class CompetentieSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    bovenliggende = VerwijzingSerializer(read_only=True, allow_null=True)
    synoniemen = serializers.SlugRelatedField(many=True, read_only=True, slug_field="naam")
    vervallenOp = serializers.DateField(source="vervallen_op", read_only=True, allow_null=True)

    class Meta:
        model = Competentie
        fields = [
            "id", "code", "naam", "omschrijving", "bovenliggende", "synoniemen", "uri",
            "vervallenOp",
        ]


class PPPCompetentieSerializer(serializers.Serializer):
    """Without the wish to grow: that is for the owner and the P-manager."""

    code = serializers.CharField(source="competentie.code", read_only=True)
    naam = serializers.CharField(source="competentie.naam", read_only=True)
    niveau = serializers.IntegerField(read_only=True, min_value=1, max_value=5)
    bewijs = serializers.CharField(read_only=True)


class PPPSerializer(serializers.Serializer):
    """A published PPP: only the parts that its owner shows to all colleagues (R143, R345)."""

    id = serializers.SerializerMethodField()
    medewerker = VerwijzingSerializer(read_only=True)
    pteam = serializers.SerializerMethodField()
    kennisEnKunde = serializers.CharField(
        source="kennis_en_kunde", read_only=True, allow_null=True
    )
    bellenVoor = serializers.CharField(source="bellen_voor", read_only=True, allow_null=True)
    competenties = PPPCompetentieSerializer(many=True, read_only=True, allow_null=True)
    gepubliceerdOp = serializers.DateTimeField(source="gepubliceerd_op", read_only=True)
    bevestigdOp = serializers.DateTimeField(
        source="bevestigd_op", read_only=True, allow_null=True
    )

    @extend_schema_field(serializers.UUIDField())
    def get_id(self, weergave: PPPWeergave) -> str:
        return str(self.context["ids"][weergave.medewerker.pk])

    @extend_schema_field(VerwijzingSerializer(allow_null=True))
    def get_pteam(self, weergave: PPPWeergave) -> dict[str, Any] | None:
        pteam = self.context["pteams"].get(weergave.medewerker.pk)
        return VerwijzingSerializer(pteam).data if pteam else None


class KeuzeOfNietsField(serializers.ChoiceField):
    """A choice that is null in JSON while it is not known."""

    def to_representation(self, value: Any) -> Any:
        return super().to_representation(value) or None


class PersoneelsgegevensSerializer(serializers.ModelSerializer):
    """One person as the personnel system knows him or her (R403)."""

    personeelsnummer = serializers.CharField(read_only=True)
    id = serializers.UUIDField(source="public_id", read_only=True)
    naam = serializers.CharField(max_length=200)
    sorteernaam = serializers.CharField(max_length=200, required=False, default="")
    email = serializers.EmailField(required=False, allow_blank=True, default="")
    functie = serializers.CharField(
        max_length=120, required=False, allow_blank=True, default=""
    )
    functieSinds = serializers.DateField(
        source="functie_sinds", required=False, allow_null=True, default=None,
        help_text="Eerste dag in deze functie.",
    )
    functiegroep = KeuzeOfNietsField(
        Functiegroep.choices, required=False, allow_null=True, default=None
    )
    schaal = serializers.IntegerField(
        required=False, allow_null=True, default=None, min_value=1, max_value=18
    )
    aanstellingFte = serializers.DecimalField(
        source="aanstelling_fte", max_digits=4, decimal_places=3, min_value=0, max_value=2
    )
    dienstverband = serializers.ChoiceField(Dienstverband.choices)
    inDienst = serializers.DateField(source="in_dienst")
    uitDienst = serializers.DateField(
        source="uit_dienst", required=False, allow_null=True, default=None,
        help_text="Eerste dag niet meer in dienst.",
    )
    thuisbasis = serializers.SlugRelatedField(
        slug_field="code", queryset=Gremium.objects.all(), required=False, allow_null=True,
        default=None, help_text="Code van een gremium, voor wie geen P-team heeft.",
    )
    leidinggevende = serializers.SlugRelatedField(
        slug_field="personeelsnummer", queryset=Medewerker.objects.all(), required=False,
        allow_null=True, default=None, help_text="Personeelsnummer.",
    )
    bijgewerktOp = serializers.DateTimeField(source="bijgewerkt_op", read_only=True)

    class Meta:
        model = Medewerker
        fields = [
            "id", "personeelsnummer", "naam", "sorteernaam", "email", "functie", "functieSinds",
            "functiegroep", "schaal", "aanstellingFte", "dienstverband", "inDienst", "uitDienst",
            "thuisbasis", "leidinggevende", "bijgewerktOp",
        ]

    def gegevens(self, personeelsnummer: str) -> Personeelsgegevens:
        """The checked input in the words of the command."""
        velden = dict(self.validated_data)
        velden["functiegroep"] = velden["functiegroep"] or ""
        for naam in ("thuisbasis", "leidinggevende"):
            obj = velden.pop(naam, None)
            velden[f"{naam}_id"] = obj.pk if obj else None
        return Personeelsgegevens(personeelsnummer=personeelsnummer, **velden)


def _tekst(uitleg: str = "", *, verplicht: bool = False, bron: str | None = None) -> Any:
    return serializers.CharField(
        required=verplicht, allow_blank=True, allow_null=True, max_length=500, help_text=uitleg,
        source=bron, trim_whitespace=True,
    )


class LeveringRijSerializer(serializers.Serializer):
    """One row of a delivery; what is wrong with a value stands in the report of its row."""

    personeelsnummer = _tekst(verplicht=True)
    naam = _tekst(verplicht=True)
    sorteernaam = _tekst()
    email = _tekst()
    functie = _tekst()
    functieSinds = _tekst("Datum, jjjj-mm-dd.", bron="functie_sinds")
    functiegroep = _tekst()
    schaal = _tekst("Geheel getal van 1 tot en met 18.")
    aanstellingFte = _tekst("Getal van 0 tot en met 2.", bron="aanstelling_fte", verplicht=True)
    dienstverband = _tekst(verplicht=True)
    inDienst = _tekst("Datum, jjjj-mm-dd.", bron="in_dienst", verplicht=True)
    uitDienst = _tekst("Eerste dag niet meer in dienst.", bron="uit_dienst")
    pteamCode = _tekst("Code van het P-team.", bron="pteam_code")
    kernactiviteit = _tekst()
    thuisbasisCode = _tekst("Code van een gremium.", bron="thuisbasis_code")
    leidinggevende = _tekst("Personeelsnummer.")


class LeveringSerializer(serializers.Serializer):
    """A delivery of personnel data: everything or nothing."""

    droog = serializers.BooleanField(
        default=False, help_text="Alleen controleren, niets opslaan."
    )
    rijen = LeveringRijSerializer(many=True, max_length=5000)


class RegelSerializer(serializers.Serializer):
    nummer = serializers.IntegerField(read_only=True)
    uitkomst = serializers.ChoiceField(
        [("nieuw", "nieuw"), ("gewijzigd", "gewijzigd"), ("ongewijzigd", "ongewijzigd"),
         ("fout", "fout")], read_only=True,
    )
    tekst = serializers.CharField(read_only=True)


class RapportSerializer(serializers.Serializer):
    """What happened to every row; with one error nothing at all was stored."""

    droog = serializers.BooleanField(read_only=True)
    geslaagd = serializers.BooleanField(read_only=True)
    samenvatting = serializers.CharField(read_only=True)
    regels = RegelSerializer(many=True, read_only=True)
