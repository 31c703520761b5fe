"""The shape of successions, deputies, mandates, inzet, many questions and extracts in the API."""

from typing import Any

from drf_spectacular.utils import OpenApiTypes, extend_schema_field
from rest_framework import serializers

from config.kern.models import Besluit
from opgaven.models import Opdracht
from pdomein.models import Medewerker
from register.api.serializers import (
    BevoegdheidSerializer,
    BevoegdheidVraagSerializer,
    VermeldWieSerializer,
)
from register.enums import Teamrol
from register.models import Bevoegdheid, Roltoewijzing, Uittreksel

MAX_VRAGEN = 10_000


def _op_id(rijen: Any, **opties: Any) -> serializers.SlugRelatedField:
    return serializers.SlugRelatedField(slug_field="public_id", queryset=rijen, **opties)


def _tekst(maximum: int = 250, **opties: Any) -> serializers.CharField:
    return serializers.CharField(
        required=False, allow_blank=True, default="", max_length=maximum, **opties
    )


def _einde(**opties: Any) -> serializers.DateField:
    return serializers.DateField(required=False, allow_null=True, default=None, **opties)


def _bedrag(bron: str, tekst: str) -> serializers.DecimalField:
    return serializers.DecimalField(
        source=bron, required=False, allow_null=True, default=None, max_digits=14,
        decimal_places=2, min_value=0, help_text=tekst,
    )


class OverdrachtSerializer(serializers.Serializer):
    """The end of one holder and the beginning of the next, in one act."""

    medewerker = _op_id(Medewerker.objects.all(), help_text="De opvolger")
    per = serializers.DateField(help_text="De eerste dag zonder de huidige houder.")
    begin = _einde(help_text="De eerste dag van de opvolger; leeg is dezelfde dag.")
    besluit = _op_id(Besluit.objects.all())
    reden = serializers.CharField(max_length=250)
    gatToelichting = _tekst(source="gat_toelichting", help_text="Waarom niemand de rol even heeft.")
    uitzondering = _tekst()


class WaarnemingSerializer(serializers.Serializer):
    """Who deputises, until when."""

    medewerker = _op_id(Medewerker.objects.all())
    begin = serializers.DateField()
    einde = serializers.DateField(help_text="De eerste dag niet meer; dan stopt het vanzelf.")
    besluit = _op_id(Besluit.objects.all())
    uitzondering = _tekst()


class InzetVastleggenSerializer(serializers.Serializer):
    medewerker = _op_id(Medewerker.objects.all())
    opdracht = _op_id(Opdracht.objects.all())
    teamrol = serializers.ChoiceField(choices=Teamrol)
    fte = serializers.DecimalField(max_digits=4, decimal_places=3)
    begin = serializers.DateField()
    einde = _einde()
    resultaat = _tekst()
    besluit = _op_id(Besluit.objects.all())


class InzetCorrectieSerializer(serializers.Serializer):
    fte = serializers.DecimalField(max_digits=4, decimal_places=3)
    begin = serializers.DateField()
    einde = _einde()
    besluit = _op_id(Besluit.objects.all())
    reden = serializers.CharField(max_length=500)


class OndermandaatVerlenenSerializer(serializers.Serializer):
    """Without a decision the giver decides, when the giver asks."""

    roltoewijzing = _op_id(
        Roltoewijzing.objects.all(), source="toewijzing", help_text="De vermelding van de gever"
    )
    medewerker = _op_id(Medewerker.objects.all())
    artikel = serializers.CharField(max_length=60)
    limietEuro = _bedrag("limiet_euro", "Leeg: zo ver als de mandaatregeling toelaat.")
    begin = serializers.DateField()
    einde = _einde()
    besluit = _op_id(Besluit.objects.all(), required=False, allow_null=True, default=None)


class OndermandaatIntrekkenSerializer(serializers.Serializer):
    per = serializers.DateField(help_text="De eerste dag dat het niet meer geldt.")
    reden = serializers.CharField(max_length=500)
    besluit = _op_id(Besluit.objects.all(), required=False, allow_null=True, default=None)


class MandaatartikelSerializer(serializers.ModelSerializer):
    """One article of the regulation, as it is dated."""

    rol = serializers.CharField(source="rol.code")
    limietEuro = _bedrag("limiet_euro", "Leeg is zonder grens.")
    bijWaarneming = serializers.BooleanField(source="bij_waarneming")
    limietWaarneming = _bedrag("limiet_waarneming", "Grens voor wie waarneemt.")
    ondermandaatAan = serializers.CharField(source="ondermandaat_aan")
    limietOndermandaat = _bedrag("limiet_ondermandaat", "Grens bij ondermandaat.")
    begin = serializers.DateField(source="begin_geldigheid")
    einde = serializers.DateField(source="einde_geldigheid", allow_null=True)

    class Meta:
        model = Bevoegdheid
        fields = [
            "rol", "artikel", "handeling", "omschrijving", "voorwaarden", "limietEuro",
            "bijWaarneming", "limietWaarneming", "ondermandaatAan", "limietOndermandaat", "begin",
            "einde",
        ]


@extend_schema_field(OpenApiTypes.DATE)
class DagAlsTekst(serializers.CharField):
    """A day as the sender wrote it: a wrong one is told in its own row, the others get answers."""

    def run_validation(self, data: Any = serializers.empty) -> str:
        return "" if data == "" else super().run_validation(data)


class BevoegdheidsregelSerializer(serializers.Serializer):
    """One row of many questions, by the codes that other systems know."""

    personeelsnummer = serializers.CharField(max_length=30, allow_blank=True)
    opdrachtCode = serializers.CharField(max_length=30, allow_blank=True)
    datum = DagAlsTekst(max_length=20)
    handeling = _tekst(60)
    bedrag = _tekst(30, help_text="Bijvoorbeeld 1250.00")
    rol = _tekst(50)
    kenmerk = _tekst(60, help_text="Komt ongewijzigd terug.")


class BevoegdheidscontroleSerializer(serializers.Serializer):
    kennis = _einde(help_text="Zoals bekend op deze dag; leeg is nu.")
    vragen = BevoegdheidsregelSerializer(many=True, max_length=MAX_VRAGEN)


class ControleregelSerializer(serializers.Serializer):
    """The answer to one row, or what is wrong with the row."""

    rij = serializers.IntegerField(source="nummer", min_value=1)
    kenmerk = serializers.SerializerMethodField()
    antwoord = serializers.ChoiceField(
        source="uitkomst", choices=["ja", "nee", "niet_geregistreerd", "fout"]
    )
    isRechtmatig = serializers.BooleanField(source="is_in_orde")
    zin = serializers.SerializerMethodField()
    waarschuwing = serializers.SerializerMethodField()
    rol = serializers.SerializerMethodField()
    artikel = serializers.SerializerMethodField()
    besluit = serializers.SerializerMethodField()

    def get_kenmerk(self, regel: Any) -> str:
        return regel.rij.get("kenmerk", "")

    def get_zin(self, regel: Any) -> str:
        return regel.antwoord.zin if regel.antwoord else regel.fout

    def get_waarschuwing(self, regel: Any) -> str:
        return regel.antwoord.waarschuwing if regel.antwoord else ""

    def get_rol(self, regel: Any) -> str:
        return regel.antwoord.rol if regel.antwoord else ""

    def get_artikel(self, regel: Any) -> str:
        return regel.antwoord.macht.artikel if regel.antwoord and regel.antwoord.macht else ""

    def get_besluit(self, regel: Any) -> str:
        besluit = regel.antwoord.besluit if regel.antwoord else None
        return besluit.kenmerk if besluit else ""


class ControleuitkomstSerializer(serializers.Serializer):
    kennis = serializers.DateTimeField(source="bekend_op")
    aantal = serializers.SerializerMethodField()
    aantalInOrde = serializers.IntegerField(source="aantal_in_orde", min_value=0)
    resultaten = ControleregelSerializer(source="regels", many=True)

    def get_aantal(self, controle: Any) -> int:
        return len(controle.regels)


class UittrekselMakenSerializer(BevoegdheidVraagSerializer):
    """The question that the extract answers."""


class UittrekselSerializer(serializers.ModelSerializer):
    """An extract with whether the register still says the same."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    medewerker = VermeldWieSerializer(read_only=True)
    opdracht = VermeldWieSerializer(read_only=True)
    datum = serializers.DateField(source="op", read_only=True)
    kennis = serializers.DateTimeField(source="bekend_op", read_only=True)
    gemaaktOp = serializers.DateTimeField(source="gemaakt_op", read_only=True)
    stand = serializers.ChoiceField(
        choices=["klopt", "achterhaald", "klopt_niet"], source="stand.uitkomst", read_only=True
    )
    bewijs = BevoegdheidSerializer(source="stand.antwoord", read_only=True)

    class Meta:
        model = Uittreksel
        fields = [
            "id", "code", "medewerker", "opdracht", "datum", "kennis", "gemaaktOp", "antwoord",
            "sha256", "stand", "bewijs",
        ]
