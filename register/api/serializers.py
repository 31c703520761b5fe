"""The shape of the register in the API."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from config.kern.fouten import eis, invoer
from config.kern.models import Besluit
from opgaven.models import Opdracht
from pdomein.models import Medewerker
from register.domain.inlezen import MODELLEN
from register.enums import ObjectSoort
from register.models import Inzet, Ondermandaat, Rol, Roltoewijzing
from register.queries.schermen import object_van


class VermeldWieSerializer(serializers.Serializer):
    """Another object, by id and name."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    naam = serializers.CharField(read_only=True)


class RolObjectSerializer(serializers.Serializer):
    """The object on which a role is held."""

    soort = serializers.ChoiceField(choices=ObjectSoort)
    id = serializers.UUIDField()
    naam = serializers.CharField()


class BesluitVerwijzingSerializer(serializers.Serializer):
    """The decision an entry rests on."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    kenmerk = serializers.CharField(read_only=True)
    onderwerp = serializers.CharField(read_only=True)
    besluitdatum = serializers.DateField(read_only=True)


class _RegisterrijSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    medewerker = VermeldWieSerializer(read_only=True)
    begin = serializers.DateField(source="begin_geldigheid", read_only=True)
    einde = serializers.DateField(
        source="einde_geldigheid", read_only=True, allow_null=True,
        help_text="De eerste dag niet meer; leeg is zonder einde.",
    )
    tijdstipRegistratie = serializers.DateTimeField(source="tijdstip_registratie", read_only=True)
    eindRegistratie = serializers.DateTimeField(
        source="eind_registratie", read_only=True, allow_null=True
    )
    besluit = BesluitVerwijzingSerializer(read_only=True)


class RoltoewijzingSerializer(_RegisterrijSerializer):
    rol = serializers.CharField(source="rol.code", read_only=True)
    object = serializers.SerializerMethodField()
    waarneemtVoor = VermeldWieSerializer(
        source="waarneemt_voor", read_only=True, allow_null=True,
        help_text="De houder van de rol, als dit een waarneming is.",
    )

    class Meta:
        model = Roltoewijzing
        fields = [
            "id", "rol", "medewerker", "object", "waarneemtVoor", "begin", "einde",
            "tijdstipRegistratie", "eindRegistratie", "besluit", "mutatie",
        ]

    @extend_schema_field(RolObjectSerializer(allow_null=True))
    def get_object(self, rij: Roltoewijzing) -> dict[str, Any] | None:
        op = object_van(rij)
        if op is None:
            return None
        return {"soort": rij.rol.objectsoort, "id": str(op.public_id), "naam": op.naam}


class InzetSerializer(_RegisterrijSerializer):
    opdracht = VermeldWieSerializer(read_only=True)
    fte = serializers.DecimalField(max_digits=4, decimal_places=3, read_only=True)

    class Meta:
        model = Inzet
        fields = [
            "id", "medewerker", "opdracht", "teamrol", "fte", "resultaat", "begin", "einde",
            "tijdstipRegistratie", "eindRegistratie", "besluit", "mutatie",
        ]


def _op_id(rijen: Any, **opties: Any) -> serializers.SlugRelatedField:
    return serializers.SlugRelatedField(slug_field="public_id", queryset=rijen, **opties)


class RolToewijzenSerializer(serializers.Serializer):
    """A role to enter in the register; the moment of registration is not a choice."""

    rol = serializers.SlugRelatedField(slug_field="code", queryset=Rol.objects.all())
    medewerker = _op_id(Medewerker.objects.all())
    objectId = serializers.UUIDField(
        required=False, allow_null=True, default=None,
        help_text="Id van de opdracht, het domein of het gremium; leeg voor de organisatie.",
    )
    begin = serializers.DateField()
    einde = serializers.DateField(required=False, allow_null=True, default=None)
    besluit = _op_id(Besluit.objects.all())
    uitzondering = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=250
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        rol, object_id = attrs["rol"], attrs.pop("objectId")
        attrs["op"] = None
        if rol.objectsoort != ObjectSoort.GEEN:
            bron = MODELLEN[rol.objectsoort]
            attrs["op"] = bron.objects.filter(public_id=object_id).first()
            if attrs["op"] is None:
                soort = ObjectSoort(rol.objectsoort).label.lower()
                raise serializers.ValidationError({"objectId": f"Geef de id van: {soort}."})
        return attrs


class BeeindigingSerializer(serializers.Serializer):
    per = serializers.DateField(help_text="De eerste dag dat de rol niet meer geldt.")
    besluit = _op_id(Besluit.objects.all())
    reden = serializers.CharField(max_length=500)


class CorrectieSerializer(serializers.Serializer):
    begin = serializers.DateField()
    einde = serializers.DateField(required=False, allow_null=True, default=None)
    besluit = _op_id(Besluit.objects.all())
    reden = serializers.CharField(max_length=500)


class BevoegdheidVraagSerializer(serializers.Serializer):
    """One question to the register."""

    persoon = _op_id(Medewerker.objects.all(), help_text="Id van de medewerker")
    opdracht = _op_id(
        Opdracht.objects.select_related("bovenliggende"), help_text="Id van de opdracht"
    )
    datum = serializers.DateField(help_text="De dag waarop de bevoegdheid is gebruikt")
    kennis = serializers.DateField(
        required=False, default=None, help_text="Zoals bekend op deze dag; leeg is nu"
    )
    rol = serializers.CharField(required=False, default=None, max_length=50, help_text="Rolcode")
    handeling = serializers.CharField(
        required=False, default="", allow_blank=True, max_length=60,
        help_text="Soort handeling uit de mandaatregeling, zoals ‘Verplichting aangaan’",
    )
    bedrag = serializers.DecimalField(
        required=False, default=None, max_digits=14, decimal_places=2, min_value=0,
        help_text="Bedrag in euro",
    )


class MandaatregelSerializer(serializers.Serializer):
    """One article of the mandate regulation, with the limit that holds for this person."""

    artikel = serializers.CharField()
    handeling = serializers.CharField(allow_blank=True)
    omschrijving = serializers.CharField()
    limietEuro = serializers.DecimalField(
        source="limiet_euro", max_digits=14, decimal_places=2, allow_null=True
    )
    voorwaarden = serializers.CharField(allow_blank=True)


class OndermandaatSerializer(_RegisterrijSerializer):
    """A power that the holder of a role passed on."""

    gever = VermeldWieSerializer(read_only=True)
    rol = serializers.CharField(source="rol.code", read_only=True, help_text="Rol van de gever")
    opdracht = VermeldWieSerializer(read_only=True)
    limietEuro = serializers.DecimalField(
        source="limiet_euro", max_digits=14, decimal_places=2, read_only=True, allow_null=True
    )

    class Meta:
        model = Ondermandaat
        fields = [
            "id", "medewerker", "gever", "rol", "opdracht", "artikel", "limietEuro", "begin",
            "einde", "tijdstipRegistratie", "eindRegistratie", "besluit", "mutatie",
        ]


class BevoegdheidSerializer(serializers.Serializer):
    """The answer with its proof (R186, R187, R195)."""

    antwoord = serializers.ChoiceField(choices=["ja", "nee", "niet_geregistreerd"])
    zin = serializers.CharField(help_text="Het antwoord in één zin")
    isRechtmatig = serializers.BooleanField(
        source="is_rechtmatig",
        help_text="Ja, en de vermelding stond op die dag in het register.",
    )
    waarschuwing = serializers.CharField(allow_blank=True)
    datum = serializers.DateField(source="op")
    kennis = serializers.DateTimeField(source="bekend_op")
    rol = serializers.CharField(allow_blank=True)
    vertragingWerkdagen = serializers.IntegerField(source="vertraging_werkdagen", min_value=0)
    vermelding = RoltoewijzingSerializer(source="toewijzing", allow_null=True)
    ondermandaat = OndermandaatSerializer(
        allow_null=True, help_text="Als de bevoegdheid is doorgegeven; vermelding is dan de gever."
    )
    macht = MandaatregelSerializer(
        allow_null=True, help_text="Het artikel dat de handeling en het bedrag dekt."
    )
    besluit = BesluitVerwijzingSerializer(allow_null=True)
    bevoegdheden = MandaatregelSerializer(many=True)


class RegistermutatieSerializer(serializers.Serializer):
    """One step of the feed: a row was added, or is no longer what we know."""

    volgnummer = serializers.IntegerField(min_value=1)
    tijdstip = serializers.DateTimeField()
    soort = serializers.ChoiceField(choices=["roltoewijzing", "inzet", "ondermandaat"])
    handeling = serializers.ChoiceField(choices=["toevoegen", "sluiten"])
    hash = serializers.CharField(help_text="SHA-256 van deze schakel in de keten van bewijs")
    id = serializers.UUIDField(source="rij_id")
    roltoewijzing = serializers.SerializerMethodField()
    inzet = serializers.SerializerMethodField()

    @extend_schema_field(RoltoewijzingSerializer(allow_null=True))
    def get_roltoewijzing(self, regel: Any) -> dict[str, Any] | None:
        return RoltoewijzingSerializer(regel.rij).data if regel.soort == "roltoewijzing" else None

    @extend_schema_field(InzetSerializer(allow_null=True))
    def get_inzet(self, regel: Any) -> dict[str, Any] | None:
        return InzetSerializer(regel.rij).data if regel.soort == "inzet" else None


class RegistermutatiesSerializer(serializers.Serializer):
    resultaten = RegistermutatieSerializer(many=True)
    cursor = serializers.IntegerField(
        min_value=0, help_text="Geef dit mee als na om vanaf hier verder te lezen."
    )


def geheel_getal(tekst: str, naam: str, laagste: int, hoogste: int) -> int:
    """A number from the address; Raises ``DomeinFout`` naming the parameter."""
    getal = int(tekst) if tekst.isdecimal() and len(tekst) < 20 else laagste - 1
    if not laagste <= getal <= hoogste:
        eis(invoer(f"Geef bij {naam} een geheel getal van {laagste} tot en met {hoogste}.", naam))
    return getal
