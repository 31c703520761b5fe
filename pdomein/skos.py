"""Lists of concepts from elsewhere (ESCO, CompetentNL) and the own list as SKOS. Pure.

Reads the CSV files of ESCO, SKOS as JSON-LD or RDF/XML, and a simple CSV with the columns of
``KOLOMMEN``; each becomes rows of text for one import. Writes Turtle, RDF/XML and JSON-LD.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from config.kern.inlezen import MAX_RIJEN, Rij

KOLOMMEN = ("uri", "naam", "omschrijving", "synoniemen", "bovenliggende_uri", "vervallen")
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
OWL = "http://www.w3.org/2002/07/owl#"
XML = "http://www.w3.org/XML/1998/namespace"
TALEN = ("nl", "", "en")


class Onleesbaar(ValueError):
    """The file is not what its name says."""


def lees(naam: str, inhoud: bytes) -> list[Rij]:
    """Concepts in a file as rows with ``KOLOMMEN``; raises ``Onleesbaar``."""
    soort = Path(naam).suffix.lower()
    try:
        if soort == ".csv":
            rijen = _csv(inhoud)
        elif soort in {".jsonld", ".json"}:
            rijen = list(_uit_jsonld(json.loads(inhoud.decode("utf-8-sig"))))
        elif soort in {".rdf", ".xml"}:
            rijen = list(_uit_rdfxml(inhoud))
        else:
            raise Onleesbaar("Kies een bestand dat eindigt op .csv, .jsonld, .json, .rdf of .xml.")
    except Onleesbaar:
        raise
    except (ValueError, KeyError, TypeError, csv.Error, ElementTree.ParseError, RecursionError):
        raise Onleesbaar(f"“{naam}” is niet te lezen. Is het een geldig bestand?") from None
    if len(rijen) > MAX_RIJEN:
        raise Onleesbaar(f"Het bestand heeft meer dan {MAX_RIJEN} begrippen. Splits het op.")
    return rijen


def lees_relaties(inhoud: bytes) -> dict[str, str]:
    """The broader concept of each, from ``broaderRelationsSkillPillar`` of ESCO."""
    boven: dict[str, str] = {}
    for rij in _tabel(inhoud):
        onder, op = rij.get("conceptUri", ""), rij.get("broaderUri", "")
        if onder and op and (onder not in boven or op < boven[onder]):
            boven[onder] = op
    return boven


# --- CSV ------------------------------------------------------------------------------------


def _tabel(inhoud: bytes) -> list[Rij]:
    tekst = inhoud.decode("utf-8-sig")
    if "\x00" in tekst:
        raise Onleesbaar("In het bestand staan tekens die niet mogen.")
    kop = tekst.partition("\n")[0]
    teken = ";" if kop.count(";") > kop.count(",") else ","
    csv.field_size_limit(1_000_000)
    return [
        {k.strip(): (v or "").strip() for k, v in rij.items() if k}
        for rij in csv.DictReader(io.StringIO(tekst, newline=""), delimiter=teken)
    ]


def _csv(inhoud: bytes) -> list[Rij]:
    rijen = _tabel(inhoud)
    if rijen and "conceptUri" in rijen[0]:
        return [_uit_esco(r) for r in rijen]
    if rijen and not {"uri", "naam"} <= set(rijen[0]):
        raise Onleesbaar("De kolommen uri en naam, of conceptUri en preferredLabel, ontbreken.")
    return [{k: r.get(k, "") for k in KOLOMMEN} for r in rijen]


def _uit_esco(rij: Rij) -> Rij:
    """One line of ``skills_nl.csv`` or ``skillGroups_nl.csv``."""
    anders = [*rij.get("altLabels", "").splitlines(), *rij.get("hiddenLabels", "").splitlines()]
    return {
        "uri": rij["conceptUri"], "naam": rij.get("preferredLabel", ""),
        "omschrijving": rij.get("description") or rij.get("definition", ""),
        "synoniemen": "|".join(a.strip() for a in anders if a.strip()),
        "bovenliggende_uri": rij.get("broaderUri", ""),
        "vervallen": "ja" if rij.get("status", "").lower() in {"obsolete", "deprecated"} else "",
    }


# --- JSON-LD --------------------------------------------------------------------------------


def _uit_jsonld(data: Any) -> Iterator[Rij]:
    """SKOS concepts in a JSON-LD document; prefixed, full or plain names of properties."""
    knopen = data.get("@graph", [data]) if isinstance(data, dict) else data
    if not isinstance(knopen, list):
        raise Onleesbaar("In het bestand staat geen lijst met begrippen.")
    for knoop in knopen:
        if not isinstance(knoop, dict) or "Concept" not in _soorten(knoop):
            continue
        boven = sorted(filter(None, (_id(w) for w in _lijst(_eigenschap(knoop, "broader")))))
        yield {
            "uri": str(knoop.get("@id") or knoop.get("id") or ""),
            "naam": _tekst(_eigenschap(knoop, "prefLabel")),
            "omschrijving": _tekst(
                _eigenschap(knoop, "definition") or _eigenschap(knoop, "scopeNote")
            ),
            "synoniemen": "|".join(_teksten(_eigenschap(knoop, "altLabel"))),
            "bovenliggende_uri": boven[0] if boven else "",
            "vervallen": "ja" if _waar(_eigenschap(knoop, "deprecated")) else "",
        }


def _soorten(knoop: dict[str, Any]) -> set[str]:
    return {_kort(str(s)) for s in _lijst(knoop.get("@type") or knoop.get("type"))}


def _kort(naam: str) -> str:
    return naam.replace("#", "/").replace(":", "/").rpartition("/")[2]


def _eigenschap(knoop: dict[str, Any], naam: str) -> Any:
    return next((w for sleutel, w in knoop.items() if _kort(sleutel) == naam), None)


def _lijst(waarde: Any) -> list[Any]:
    if waarde is None:
        return []
    return waarde if isinstance(waarde, list) else [waarde]


def _id(waarde: Any) -> str:
    return str(waarde.get("@id") or waarde.get("id") or "") if isinstance(waarde, dict) else str(
        waarde
    )


def _per_taal(waarde: Any) -> dict[str, list[str]]:
    """Labels by language: of value objects, plain text, or a map of languages."""
    uit: dict[str, list[str]] = {}
    for een in _lijst(waarde):
        if isinstance(een, dict) and "@value" in een:
            uit.setdefault(str(een.get("@language", "")), []).append(str(een["@value"]))
        elif isinstance(een, dict):
            for taal, tekst in een.items():
                uit.setdefault(str(taal), []).extend(str(t) for t in _lijst(tekst))
        else:
            uit.setdefault("", []).append(str(een))
    return uit


def _teksten(waarde: Any) -> list[str]:
    talen = _per_taal(waarde)
    for taal in TALEN[:2]:
        if taal in talen:
            return talen[taal]
    return []


def _tekst(waarde: Any) -> str:
    talen = _per_taal(waarde)
    return next((talen[t][0] for t in TALEN if talen.get(t)), "")


def _waar(waarde: Any) -> bool:
    return str(_tekst(waarde) or waarde).lower() in {"true", "1"}


# --- RDF/XML --------------------------------------------------------------------------------


def _uit_rdfxml(inhoud: bytes) -> Iterator[Rij]:
    if b"<!DOCTYPE" in inhoud or b"<!ENTITY" in inhoud:
        raise Onleesbaar("Een bestand met een DOCTYPE lezen we niet. Haal die regel eruit.")
    wortel = ElementTree.fromstring(inhoud)  # noqa: S314 - entities are refused above
    for knoop in wortel:
        if not _is_begrip(knoop):
            continue
        boven = sorted(
            k.get(f"{{{RDF}}}resource", "") for k in knoop.findall(f"{{{SKOS}}}broader")
        )
        yield {
            "uri": knoop.get(f"{{{RDF}}}about", ""),
            "naam": _label(knoop, "prefLabel"),
            "omschrijving": _label(knoop, "definition") or _label(knoop, "scopeNote"),
            "synoniemen": "|".join(_labels(knoop, "altLabel")),
            "bovenliggende_uri": next((b for b in boven if b), ""),
            "vervallen": "ja" if (knoop.findtext(f"{{{OWL}}}deprecated") or "") == "true" else "",
        }


def _is_begrip(knoop: ElementTree.Element) -> bool:
    soorten = [knoop.tag, *(
        f"{{{t.get(f'{{{RDF}}}resource', '')}}}" for t in knoop.findall(f"{{{RDF}}}type")
    )]
    return f"{{{SKOS}}}Concept" in soorten or f"{{{SKOS}Concept}}" in soorten


def _labels(knoop: ElementTree.Element, naam: str) -> list[str]:
    per_taal: dict[str, list[str]] = {}
    for kind in knoop.findall(f"{{{SKOS}}}{naam}"):
        if kind.text and kind.text.strip():
            per_taal.setdefault(kind.get(f"{{{XML}}}lang", ""), []).append(kind.text.strip())
    return next((per_taal[t] for t in TALEN[:2] if t in per_taal), [])


def _label(knoop: ElementTree.Element, naam: str) -> str:
    gevonden = _labels(knoop, naam)
    if gevonden:
        return gevonden[0]
    return next((k.text.strip() for k in knoop.findall(f"{{{SKOS}}}{naam}") if k.text), "")


# --- writing --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Begrip:
    """One entry as it goes out; ``boven`` and ``zelfde`` are addresses."""

    uri: str
    naam: str
    omschrijving: str
    synoniemen: tuple[str, ...]
    boven: str
    zelfde: str
    is_vervallen: bool


def als_turtle(schema: str, titel: str, begrippen: Iterable[Begrip]) -> Iterator[str]:
    yield (
        f"@prefix skos: <{SKOS}> .\n@prefix owl: <{OWL}> .\n\n"
        f"<{_adres(schema)}> a skos:ConceptScheme ;\n  skos:prefLabel {_ttl(titel)} .\n"
    )
    for b in begrippen:
        delen = [f"skos:inScheme <{_adres(schema)}>", f"skos:prefLabel {_ttl(b.naam)}"]
        delen += [f"skos:altLabel {_ttl(s)}" for s in b.synoniemen]
        if b.omschrijving:
            delen.append(f"skos:definition {_ttl(b.omschrijving)}")
        if b.boven:
            delen.append(f"skos:broader <{_adres(b.boven)}>")
        if b.zelfde:
            delen.append(f"skos:exactMatch <{_adres(b.zelfde)}>")
        if b.is_vervallen:
            delen.append("owl:deprecated true")
        yield f"\n<{_adres(b.uri)}> a skos:Concept ;\n  " + " ;\n  ".join(delen) + " .\n"


def _ttl(tekst: str) -> str:
    for oud, nieuw in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        tekst = tekst.replace(oud, nieuw)
    return f'"{tekst}"@nl'


def _adres(uri: str) -> str:
    """An address as an IRI: what may not stand between < and > is percent-encoded."""
    return "".join(
        f"%{ord(t):02X}" if t in '<>"{}|^`\\' or ord(t) <= 32 else t for t in uri
    )


def als_rdfxml(schema: str, titel: str, begrippen: Iterable[Begrip]) -> Iterator[str]:
    yield (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF xmlns:rdf="{RDF}" '
        f'xmlns:skos="{SKOS}" xmlns:owl="{OWL}">\n'
        f"  <skos:ConceptScheme rdf:about={quoteattr(schema)}>"
        f'<skos:prefLabel xml:lang="nl">{escape(titel)}</skos:prefLabel></skos:ConceptScheme>\n'
    )
    for b in begrippen:
        delen = [f"<skos:inScheme rdf:resource={quoteattr(schema)}/>"]
        delen += [_xml("prefLabel", b.naam), *(_xml("altLabel", s) for s in b.synoniemen)]
        if b.omschrijving:
            delen.append(_xml("definition", b.omschrijving))
        if b.boven:
            delen.append(f"<skos:broader rdf:resource={quoteattr(b.boven)}/>")
        if b.zelfde:
            delen.append(f"<skos:exactMatch rdf:resource={quoteattr(b.zelfde)}/>")
        if b.is_vervallen:
            delen.append(
                '<owl:deprecated rdf:datatype="http://www.w3.org/2001/XMLSchema#boolean">true'
                "</owl:deprecated>"
            )
        yield f"  <skos:Concept rdf:about={quoteattr(b.uri)}>{''.join(delen)}</skos:Concept>\n"
    yield "</rdf:RDF>\n"


def _xml(naam: str, tekst: str) -> str:
    return f'<skos:{naam} xml:lang="nl">{escape(tekst)}</skos:{naam}>'


def als_jsonld(schema: str, titel: str, begrippen: Iterable[Begrip]) -> Iterator[str]:
    yield json.dumps({"skos": SKOS, "owl": OWL}).join(('{"@context":', ',"@graph":['))
    yield json.dumps(
        {"@id": schema, "@type": "skos:ConceptScheme", "skos:prefLabel": _ld(titel)},
        ensure_ascii=False,
    )
    for b in begrippen:
        knoop: dict[str, Any] = {
            "@id": b.uri, "@type": "skos:Concept", "skos:inScheme": {"@id": schema},
            "skos:prefLabel": _ld(b.naam), "skos:altLabel": [_ld(s) for s in b.synoniemen],
        }
        if b.omschrijving:
            knoop["skos:definition"] = _ld(b.omschrijving)
        if b.boven:
            knoop["skos:broader"] = {"@id": b.boven}
        if b.zelfde:
            knoop["skos:exactMatch"] = {"@id": b.zelfde}
        if b.is_vervallen:
            knoop["owl:deprecated"] = True
        yield "," + json.dumps(knoop, ensure_ascii=False)
    yield "]}"


def _ld(tekst: str) -> dict[str, str]:
    return {"@value": tekst, "@language": "nl"}
