"""MDTO metadata (Nationaal Archief, 1.0) of a dossier, a decision and its file, as XML.

Pure: dicts in the order of the schema become elements; a list repeats the element.
"""

from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree as ET

NS = "https://www.nationaalarchief.nl/mdto"
WAARDERING = {"V": "Tijdelijk te bewaren", "B": "Blijvend te bewaren"}
FORMATEN = {
    "application/pdf": ("Acrobat PDF - Portable Document Format", "fmt/276"),
    "text/plain": ("Plain Text File", "x-fmt/111"),
}


def begrip(label: str, lijst: str, code: str = "") -> dict[str, Any]:
    kop = {"begripLabel": label} | ({"begripCode": code} if code else {})
    return kop | {"begripBegrippenlijst": {"verwijzingNaam": lijst}}


def kenmerk(waarde: str, bron: str) -> dict[str, Any]:
    return {"identificatieKenmerk": waarde, "identificatieBron": bron}


def verwijzing(naam: str, waarde: str, bron: str) -> dict[str, Any]:
    return {"verwijzingNaam": naam, "verwijzingIdentificatie": kenmerk(waarde, bron)}


def termijn(begin: date, jaren: int, einde: date) -> dict[str, Any]:
    return {
        "termijnTriggerStartLooptijd": begrip("Afgehandeld", "Termijntriggers van Inzet"),
        "termijnStartdatumLooptijd": begin.isoformat(), "termijnLooptijd": f"P{jaren}Y",
        "termijnEinddatum": einde.isoformat(),
    }


def informatieobject(
    *, nummer: str, naam: str, niveau: str, bron: str, archiefvormer: str, van: date,
    tot: date | None, bewaartermijn: dict[str, Any], categorie: str, beperking: str,
    omschrijving: str = "", onderdeel_van: dict[str, Any] | None = None,
    bevat: list[dict[str, Any]] | None = None, bestanden: list[dict[str, Any]] | None = None,
    vastgesteld: datetime | None = None, betrokkene: str = "",
) -> bytes:
    """One dossier or one decision; the order of the keys is that of the schema."""
    velden: dict[str, Any] = {
        "identificatie": kenmerk(nummer, bron), "naam": naam,
        "aggregatieniveau": begrip(niveau, "Begrippenlijst Aggregatieniveaus MDTO"),
        "omschrijving": omschrijving,
        "dekkingInTijd": {
            "dekkingInTijdType": begrip("Looptijd", "Begrippenlijst DekkingInTijdType MDTO"),
            "dekkingInTijdBegindatum": van.isoformat(),
            "dekkingInTijdEinddatum": tot.isoformat() if tot else "",
        },
        "taal": "nl",
        "event": {
            "eventType": begrip("Vaststelling", "Begrippenlijst EventType MDTO"),
            "eventTijd": vastgesteld.isoformat(),
        } if vastgesteld else None,
        "waardering": begrip(WAARDERING["V"], "Begrippenlijst Waarderingen MDTO", "V"),
        "bewaartermijn": bewaartermijn,
        "informatiecategorie": begrip(categorie, "Instelling BEWAARJAREN van Inzet"),
        "isOnderdeelVan": onderdeel_van, "bevatOnderdeel": bevat or [],
        "heeftRepresentatie": bestanden or [],
        "archiefvormer": {"verwijzingNaam": archiefvormer},
        "betrokkene": {
            "betrokkeneTypeRelatie": begrip("Besluitvormer", "Betrokkenen van Inzet"),
            "betrokkeneActor": {"verwijzingNaam": betrokkene},
        } if betrokkene else None,
        "beperkingGebruik": {
            "beperkingGebruikType": begrip(
                "Openbaarheidsbeperking", "Begrippenlijst BeperkingGebruik MDTO"
            ),
            "beperkingGebruikNadereBeschrijving": beperking,
        },
    }
    return _xml("informatieobject", velden)


def bestand(
    *, nummer: str, naam: str, bron: str, omvang: int, media_type: str, sha256: str,
    bewaard_op: datetime, van: dict[str, Any],
) -> bytes:
    """One stored file, with the checksum that the register knows it by."""
    label, code = FORMATEN[media_type]
    return _xml("bestand", {
        "identificatie": kenmerk(nummer, bron), "naam": naam, "omvang": str(omvang),
        "bestandsformaat": begrip(label, "PRONOM-register", code),
        "checksum": {
            "checksumAlgoritme": begrip("SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO"),
            "checksumWaarde": sha256, "checksumDatum": bewaard_op.isoformat(),
        },
        "isRepresentatieVan": van,
    })


def _xml(soort: str, velden: dict[str, Any]) -> bytes:
    wortel = ET.Element("MDTO", {"xmlns": NS})
    _vul(ET.SubElement(wortel, soort), velden)
    ET.indent(wortel)
    return ET.tostring(wortel, encoding="utf-8", xml_declaration=True)


def _vul(element: ET.Element, velden: dict[str, Any]) -> None:
    for naam, waarde in velden.items():
        for een in waarde if isinstance(waarde, list) else [waarde]:
            if een in (None, "", {}):
                continue
            kind = ET.SubElement(element, naam)
            if isinstance(een, dict):
                _vul(kind, een)
            else:
                kind.text = "".join(t for t in str(een) if t >= " " or t in "\t\n")
