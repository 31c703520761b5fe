"""The description of the API: drf-spectacular, brought to the NLgov API Design Rules."""

import re
from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema

from config.kern.aanmelden import SCOPES
from config.kern.api.grond import nodige_scope

PROBLEEM = "application/problem+json"
FOUTEN = {
    "400": "Ongeldige invoer", "401": "Niet aangemeld", "403": "Geen toegang",
    "404": "Niet gevonden", "405": "Handeling niet mogelijk", "406": "Formaat niet beschikbaar",
    "409": "Kan nu niet", "415": "Formaat niet ondersteund", "default": "Andere fout",
}
METHODEN = ("get", "post", "put", "patch", "delete")
VERSIEKOP = {
    "description": "Volledige versie van de API", "schema": {"type": "string", "example": "1.0.0"},
}
SCHEMA = "#/components/schemas/"
CORSKOP = {"description": "Voor elke website", "schema": {"type": "string", "example": "*"}}
LINKKOP = {
    "description": "Eerste, vorige, volgende en laatste pagina (RFC 8288)",
    "schema": {"type": "string"},
}


class Schema(AutoSchema):
    """The tag is the first noun of the path; a public view asks for no token."""

    def get_tags(self) -> list[str]:
        return [self.path.removeprefix("/api/v1/").split("/")[0].removesuffix(".json")]

    def get_summary(self) -> str | None:
        """What is not said in words is a plain list or one thing from it."""
        gewoon = {"list": "Lijst van {}", "retrieve": "Eén uit de {}"}
        gezegd = super().get_summary()
        actie = getattr(self.view, "action", None)
        if gezegd or actie not in gewoon:
            return gezegd
        return gewoon[actie].format(self.get_tags()[0])

    def get_auth(self) -> list[dict[str, list[str]]]:
        if getattr(self.view, "openbaar", False):
            return []
        super().get_auth()  # it also registers the scheme
        return [{"token": [nodige_scope(self.view, self.method)]}]


class TokenSchema(OpenApiAuthenticationExtension):
    target_class = "config.kern.api.grond.TokenAanmelding"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        return {
            "type": "oauth2",
            "description": "Token van een persoon of van een machine (client credentials).",
            "flows": {
                "clientCredentials": {"tokenUrl": "/identity/o/api/token", "scopes": SCOPES}
            },
        }


def huisregels(result: dict[str, Any], generator: Any, request: Any, public: bool) -> dict:
    """Add the version header and the problem documents to every operation (ADR 2.1, 2.2)."""
    schemas = result.setdefault("components", {}).setdefault("schemas", {})
    schemas["Probleem"] = _probleem_schema()
    result["components"]["responses"] = {
        f"Probleem{code.title()}": _probleem_antwoord(zin) for code, zin in FOUTEN.items()
    }
    tags: set[str] = set()
    for handelingen in result["paths"].values():
        for methode, handeling in handelingen.items():
            if methode in METHODEN:
                tags.update(handeling.get("tags", []))
                _vul_aan(handeling)
    result["tags"] = [{"name": tag} for tag in sorted(tags)]
    if "/openapi.json" in result["paths"]:
        koppen = result["paths"]["/openapi.json"]["get"]["responses"]["200"]["headers"]
        koppen["access-control-allow-origin"] = CORSKOP
    return _met_nette_namen(_zonder_lege_standaard(result))


def _zonder_lege_standaard(deel: Any) -> Any:
    """``default: ""`` says nothing, and is not a valid email or choice."""
    if isinstance(deel, dict):
        gevuld = {k: w for k, w in deel.items() if not (k == "default" and w == "")}
        return {k: _zonder_lege_standaard(w) for k, w in gevuld.items()}
    return [_zonder_lege_standaard(w) for w in deel] if isinstance(deel, list) else deel


def _met_nette_namen(result: dict[str, Any]) -> dict[str, Any]:
    """UpperCamelCase as the rules read it: ``PPPLijst`` becomes ``PppLijst``."""
    schemas = result["components"]["schemas"]
    namen = {oud: _nette_naam(oud) for oud in schemas}
    result["components"]["schemas"] = {namen[oud]: schemas[oud] for oud in schemas}
    return _vervang_verwijzingen(result, {SCHEMA + oud: SCHEMA + n for oud, n in namen.items()})


def _nette_naam(naam: str) -> str:
    zonder_streep = "".join(deel[:1].upper() + deel[1:] for deel in naam.split("_"))
    return re.sub(
        r"[A-Z]{2,}", lambda m: m[0][0] + m[0][1:-1].lower() + _laatste(m), zonder_streep
    )


def _laatste(gevonden: re.Match[str]) -> str:
    """The last capital of a run begins the next word, unless the name ends there."""
    letter = gevonden[0][-1]
    volgt = gevonden.string[gevonden.end():gevonden.end() + 1]
    return letter if volgt.islower() and len(gevonden[0]) > 2 else letter.lower()


def _vervang_verwijzingen(deel: Any, namen: dict[str, str]) -> Any:
    if isinstance(deel, dict):
        return {
            k: namen.get(w, w) if k == "$ref" else _vervang_verwijzingen(w, namen)
            for k, w in deel.items()
        }
    return [_vervang_verwijzingen(w, namen) for w in deel] if isinstance(deel, list) else deel


def _vul_aan(handeling: dict[str, Any]) -> None:
    antwoorden = handeling["responses"]
    for code in [c for c in antwoorden if c[0] in "45"]:
        del antwoorden[code]
    for code, antwoord in antwoorden.items():
        koppen = antwoord.setdefault("headers", {})
        koppen["API-Version"] = VERSIEKOP
        if code == "200" and any(p["name"] == "pageSize" for p in handeling.get("parameters", [])):
            koppen["Link"] = LINKKOP
    for code in FOUTEN:
        antwoorden[code] = {"$ref": f"#/components/responses/Probleem{code.title()}"}


def _probleem_antwoord(zin: str) -> dict[str, Any]:
    return {
        "description": zin,
        "headers": {"API-Version": VERSIEKOP},
        "content": {PROBLEEM: {"schema": {"$ref": "#/components/schemas/Probleem"}}},
    }


def _probleem_schema() -> dict[str, Any]:
    tekst = {"type": "string"}
    return {
        "type": "object",
        "description": "Probleemdocument (RFC 9457).",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": {"type": "string", "format": "uri-reference"},
            "title": tekst,
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": {"type": "string", "description": "De zin die ook op het scherm staat."},
            "invalidParams": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["name", "reason"],
                    "properties": {"name": tekst, "reason": tekst},
                },
            },
        },
    }
