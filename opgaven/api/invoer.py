"""What the API takes in: the shape only, in the words of the commands."""

import base64
from typing import Any

from rest_framework import serializers

from config.kern.enums import BesluitSoort, GremiumSoort
from config.kern.models import Besluitenlijst, Gremium
from opgaven.enums import Label, OpdrachtSoort, OpdrachtStatus, PlaatsSoort, Toetsonderdeel
from opgaven.enums import Toetsuitkomst as Uitkomst
from opgaven.models import ODomein, Opgave
from opgaven.profiel import OpdrachtProfiel, Vraag
from pdomein.models import Competentie, Professie


def tekstveld(bron: str | None = None, *, verplicht: bool = False, maximum: int = 10_000) -> Any:
    opties: dict[str, Any] = {"max_length": maximum, "source": bron}
    if not verplicht:
        opties |= {"required": False, "allow_blank": True, "default": ""}
    return serializers.CharField(**opties)


def getal(bron: str | None, cijfers: int, **opties: Any) -> Any:
    return serializers.DecimalField(
        source=bron, max_digits=cijfers, decimal_places=2, min_value=0, **opties
    )


FACULTATIEF = {"required": False, "allow_null": True, "default": None}


class ProfielSerializer(serializers.Serializer):
    """The opdrachtprofiel; ``einde`` is the first day no longer."""

    naam = tekstveld(verplicht=True, maximum=250)
    label = serializers.ChoiceField(Label.choices)
    soort = serializers.ChoiceField(OpdrachtSoort.choices)
    begrotingscode = tekstveld(maximum=30)
    motivatieAfwijkingBegroting = tekstveld("motivatie_afwijking_begroting")
    fase = tekstveld(maximum=60)
    waarom, wat, hoe, wie = tekstveld(), tekstveld(), tekstveld(), tekstveld()
    beoogdResultaat = tekstveld("beoogd_resultaat")
    pastInPortefeuille = tekstveld("past_in_portefeuille")
    budgetMaterieel = getal("budget_materieel", 14, **FACULTATIEF)
    capaciteitFte = getal("capaciteit_fte", 6, **FACULTATIEF)
    begin = serializers.DateField(**FACULTATIEF)
    einde = serializers.DateField(
        help_text="Eerste dag niet meer.", **FACULTATIEF
    )
    prioriteit = serializers.IntegerField(min_value=1, max_value=5, required=False, default=3)

    def profiel(self) -> OpdrachtProfiel:
        eigen = OpdrachtProfiel.__dataclass_fields__
        return OpdrachtProfiel(**{k: v for k, v in self.validated_data.items() if k in eigen})


class NieuweOpdrachtSerializer(ProfielSerializer):
    opgave = serializers.SlugRelatedField(slug_field="public_id", queryset=Opgave.objects.all())


class OpdrachtWijzigenSerializer(ProfielSerializer):
    versie = serializers.IntegerField(
        min_value=1, help_text="De versie die je hebt gelezen; is die oud, dan volgt 409."
    )


class StatusovergangInvoerSerializer(serializers.Serializer):
    naar = serializers.ChoiceField(OpdrachtStatus.choices)
    reden = tekstveld(maximum=4000)


class ToetsInvoerSerializer(serializers.Serializer):
    onderdeel = serializers.ChoiceField(Toetsonderdeel.choices)
    uitkomst = serializers.ChoiceField(Uitkomst.choices)
    toelichting = tekstveld(verplicht=True)


class ScopeInvoerSerializer(serializers.Serializer):
    budgetMaterieel = getal("budget_materieel", 14)
    mandaat = tekstveld(verplicht=True)
    strategischeKeuzes = tekstveld("strategische_keuzes", verplicht=True)


class CompetentieInvoerSerializer(serializers.Serializer):
    competentie = serializers.SlugRelatedField(
        slug_field="code", queryset=Competentie.objects.all()
    )
    niveau = serializers.IntegerField(min_value=1, max_value=5)
    gewicht = serializers.IntegerField(min_value=1, max_value=3, required=False, default=2)
    vereist = serializers.BooleanField(required=False, default=False)


class CapaciteitsvraagInvoerSerializer(serializers.Serializer):
    plaats = serializers.ChoiceField(PlaatsSoort.choices)
    omschrijving = tekstveld(verplicht=True, maximum=200)
    professie = serializers.SlugRelatedField(
        slug_field="code", queryset=Professie.objects.all(), **FACULTATIEF
    )
    aantal = serializers.IntegerField(min_value=1, max_value=100, required=False, default=1)
    fte = getal(None, 4)
    schaalVan = serializers.IntegerField(source="schaal_van", min_value=1, max_value=18)
    schaalTot = serializers.IntegerField(source="schaal_tot", min_value=1, max_value=18)
    begin = serializers.DateField()
    einde = serializers.DateField(help_text="Eerste dag niet meer.", **FACULTATIEF)
    competenties = CompetentieInvoerSerializer(many=True, required=False, default=list)

    def vraag(self) -> Vraag:
        velden = dict(self.validated_data)
        professie = velden.pop("professie")
        return Vraag(**{
            **velden,
            "professie_id": professie.pk if professie else None,
            "competenties": tuple(
                (c["competentie"].pk, c["niveau"], c["gewicht"], c["vereist"])
                for c in velden["competenties"]
            ),
        })


class ToedelingInvoerSerializer(serializers.Serializer):
    odomein = serializers.SlugRelatedField(slug_field="code", queryset=ODomein.objects.all())
    gremium = serializers.SlugRelatedField(
        slug_field="code",
        queryset=Gremium.objects.filter(soort__in=[GremiumSoort.O_BERAAD, GremiumSoort.DT]),
    )
    begin = serializers.DateField()
    motivering = tekstveld(maximum=4000)


class ProgrammeringInvoerSerializer(serializers.Serializer):
    besluitenlijst = serializers.SlugRelatedField(
        slug_field="public_id", queryset=Besluitenlijst.objects.all()
    )
    motivering = tekstveld(maximum=4000)


class DocumentInvoerSerializer(serializers.Serializer):
    """The document of a decision: PDF or text, as base64."""

    naam = tekstveld(verplicht=True, maximum=200)
    inhoud = serializers.CharField(
        max_length=2_000_000, help_text="Base64; een groter bestand gaat via het scherm."
    )

    def validate_inhoud(self, waarde: str) -> bytes:
        try:
            return base64.b64decode(waarde, validate=True)
        except ValueError:
            raise serializers.ValidationError("Dit is geen geldige base64.") from None


class BesluitInvoerSerializer(serializers.Serializer):
    """A draft decision: on a besluitenlijst, or on its own with who decided, when and the document.
    """

    besluitenlijst = serializers.SlugRelatedField(
        slug_field="public_id", queryset=Besluitenlijst.objects.all(), required=False,
        allow_null=True, default=None,
    )
    soort = serializers.ChoiceField(
        BesluitSoort.choices, required=False, default=BesluitSoort.OVERIG.value,
    )
    onderwerp = tekstveld(verplicht=True, maximum=250)
    tekst = tekstveld(verplicht=True)
    motivering = tekstveld(maximum=4000)
    gremium = serializers.SlugRelatedField(
        slug_field="code", queryset=Gremium.objects.all(), required=False, allow_null=True,
        default=None,
    )
    hoedanigheid = tekstveld(maximum=120)
    besluitdatum = serializers.DateField(required=False, allow_null=True, default=None)
    ingangsdatum = serializers.DateField(required=False, allow_null=True, default=None)
    dossiernummer = tekstveld(maximum=60)
    document = DocumentInvoerSerializer(required=False, allow_null=True, default=None)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["besluitenlijst"] is not None:
            if attrs["soort"] not in (BesluitSoort.OVERIG, BesluitSoort.AFWIJKING):
                raise serializers.ValidationError(
                    {"soort": "Op een besluitenlijst past deze soort niet."}
                )
            return attrs
        for veld in ("hoedanigheid", "besluitdatum"):
            if not attrs[veld]:
                raise serializers.ValidationError({veld: "Geef dit mee zonder besluitenlijst."})
        return attrs
