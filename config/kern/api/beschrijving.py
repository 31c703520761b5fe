"""The description of the API, made once per process, and the same as chapters to read."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator

METHODEN = ("get", "post", "put", "patch", "delete")


@cache
def schema() -> dict[str, Any]:
    """It depends on the code only."""
    return SchemaGenerator().get_schema(request=None, public=True)


@dataclass(frozen=True, slots=True)
class Veld:
    naam: str
    soort: str
    verplicht: bool
    uitleg: str


@dataclass(frozen=True, slots=True)
class Handeling:
    anker: str
    methode: str
    pad: str
    titel: str
    uitleg: str
    scope: str
    parameters: tuple[Veld, ...]
    invoer: tuple[Veld, ...]
    uitvoer: tuple[Veld, ...]
    status: str


def hoofdstukken(beschrijving: dict[str, Any]) -> list[tuple[str, list[Handeling]]]:
    """Every operation by noun, in the order of the paths."""
    per_tag: dict[str, list[Handeling]] = {}
    for pad, handelingen in beschrijving["paths"].items():
        for methode in METHODEN:
            if methode in handelingen:
                gegevens = handelingen[methode]
                handeling = _handeling(beschrijving, pad, methode, gegevens)
                per_tag.setdefault(gegevens["tags"][0], []).append(handeling)
    return sorted(per_tag.items())


def _handeling(
    beschrijving: dict[str, Any], pad: str, methode: str, gegevens: dict[str, Any]
) -> Handeling:
    beveiliging = gegevens.get("security") or []
    scopes = [s for keuze in beveiliging for lijst in keuze.values() for s in lijst]
    status = next((code for code in gegevens["responses"] if code.startswith("2")), "")
    return Handeling(
        anker=gegevens["operationId"],
        methode=methode.upper(),
        pad=f"/api/v1{pad}",
        titel=gegevens.get("summary", "") or gegevens["operationId"].replace("_", " "),
        uitleg=gegevens.get("description", ""),
        scope=", ".join(scopes),
        parameters=tuple(
            Veld(p["name"], _soort(p["schema"]), p.get("required", False),
                 p.get("description", ""))
            for p in gegevens.get("parameters", [])
        ),
        invoer=_velden(beschrijving, gegevens.get("requestBody", {})),
        uitvoer=_velden(beschrijving, gegevens["responses"].get(status, {})),
        status=status,
    )


def _velden(beschrijving: dict[str, Any], deel: dict[str, Any]) -> tuple[Veld, ...]:
    inhoud = deel.get("content", {}).get("application/json", {}).get("schema", {})
    vorm = _volg(beschrijving, inhoud)
    return tuple(
        Veld(naam, _soort(veld), naam in vorm.get("required", []), veld.get("description", ""))
        for naam, veld in vorm.get("properties", {}).items()
    )


def _volg(beschrijving: dict[str, Any], vorm: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in vorm:
        vorm = beschrijving["components"]["schemas"][vorm["$ref"].rsplit("/", 1)[1]]
    return vorm


def _soort(vorm: dict[str, Any]) -> str:
    if "$ref" in vorm:
        return vorm["$ref"].rsplit("/", 1)[1]
    for samen in ("allOf", "oneOf", "anyOf"):
        if samen in vorm:
            return " of ".join(dict.fromkeys(_soort(deel) for deel in vorm[samen]))
    if vorm.get("type") == "array":
        return f"lijst van {_soort(vorm.get('items', {}))}"
    woorden = {
        "string": "tekst", "integer": "geheel getal", "number": "getal", "boolean": "ja of nee",
        "object": "object",
    }
    formaten = {"date": "datum", "date-time": "moment", "uuid": "uuid"}
    soort = formaten.get(vorm.get("format", "")) or woorden.get(vorm.get("type", ""), "waarde")
    if "enum" in vorm:
        return f"{soort}: {', '.join(str(w) for w in vorm['enum'])}"
    return soort
