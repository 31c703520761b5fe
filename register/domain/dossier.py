"""A dossier for the archive: documents, MDTO metadata, entries and their proof (R189, R212)."""

import hashlib
import io
import json
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.models import Besluit
from config.kern.werkdagen import lokale_dag
from register import nakijken
from register.domain import keten, mdto
from register.domain.export import Uitvoer
from register.queries.archief import (
    Bewaring,
    Dossier,
    document_inhoud,
    dossier_met,
    schakels_bij,
)
from register.queries.mutaties import in_woorden
from register.rules.dossier import beletsel_dossier_exporteren

BRON = "Inzet, opdrachtenregister"
BEPERKING = "Bevat namen van medewerkers in hun functie."
LEESMIJ = """Dossier {nummer}

documenten/      de documenten van de besluiten
mdto/            metagegevens volgens MDTO 1.0
vermeldingen.json  wat er op deze besluiten rust in het register
schakels.jsonl   het bewijs: de schakels van die vermeldingen in de keten
manifest.json    alle bestanden met hun SHA-256
nakijken.py      kijkt dit dossier na, zonder Inzet: python nakijken.py dossier.zip

Bewaren tot {einde}. Gemaakt op {nu}.
"""


@transaction.atomic
def dossier_exporteren(*, nummer: str, door: Actor, nu: datetime) -> Uitvoer:
    """Give a dossier as one file that proves itself; who took it is written down."""
    eis(beletsel_dossier_exporteren(door=door))
    dossier = dossier_met(nummer, lokale_dag(nu))
    inhoud = _zip(_bestanden(dossier, nu))
    sha256 = hashlib.sha256(inhoud).hexdigest()
    noteer("dossier_geexporteerd", door=door, nu=nu, dossier=nummer, sha256=sha256)
    return Uitvoer(f"dossier-{_veilig(nummer)}.zip", "application/zip", inhoud, sha256)


def _veilig(naam: str) -> str:
    """A name that is a name on every system."""
    return re.sub(r"[^\w.-]+", "-", naam).strip("-.") or "dossier"


def _bestanden(dossier: Dossier, nu: datetime) -> dict[str, bytes]:
    bestanden = {"mdto/dossier.xml": _mdto_dossier(dossier)}
    for besluit, bewaring in dossier.besluiten:
        naam = f"{besluit.kenmerk}-{_veilig(besluit.document.naam)}"
        bestanden[f"documenten/{naam}"] = document_inhoud(besluit)
        bestanden[f"mdto/{besluit.kenmerk}.xml"] = _mdto_besluit(besluit, bewaring, dossier)
        bestanden[f"mdto/{naam}.xml"] = _mdto_bestand(besluit, naam)
    schakels = list(schakels_bij(dossier.rijen))
    bestanden["vermeldingen.json"] = _json([
        {
            "schakel": m.volgnummer, "tijdstip": keten.waarde_tekst(m.tijdstip), "wat": m.wat,
            "wie": m.wie, "waarop": m.waarop, "periode": m.periode, "besluit": m.besluit,
        }
        for m in in_woorden(schakels)
    ])
    bestanden["schakels.jsonl"] = "".join(
        _json_regel(schakel, dossier) for schakel in schakels
    ).encode()
    bestanden["adviezen.json"] = _json([
        {
            "besluit": a.besluit.kenmerk, "adviseur": a.adviseur,
            "datum": a.uitgebracht_op.isoformat(), "strekking": a.strekking,
            "weging": a.weging, "gevolgd": a.is_gevolgd,
            "toelichting": a.toelichting, "motivering": a.motivering,
        }
        for a in dossier.adviezen
    ])
    bestanden["nakijken.py"] = Path(nakijken.__file__).read_bytes()
    bestanden["LEESMIJ.txt"] = LEESMIJ.format(
        nummer=dossier.nummer, einde=dossier.bewaren.einde, nu=keten.waarde_tekst(nu)
    ).encode()
    return bestanden


def _json(waarde: Any) -> bytes:
    return json.dumps(waarde, ensure_ascii=False, indent=1).encode()


def _json_regel(schakel: Any, dossier: Dossier) -> str:
    """``eigen``: the document under this link is in this dossier; that of a closing may not be."""
    sha256 = json.loads(schakel.inhoud)["rij"]["besluit"]["sha256"]
    hier = any(b.document.sha256 == sha256 for b, _ in dossier.besluiten)
    return json.dumps({
        "volgnummer": schakel.volgnummer, "vorigeHash": schakel.vorige_hash,
        "hash": schakel.hash, "inhoud": schakel.inhoud, "eigen": hier,
    }, ensure_ascii=False) + "\n"


def _zip(bestanden: dict[str, bytes]) -> bytes:
    manifest = {"bestanden": [
        {"naam": naam, "grootte": len(inhoud), "sha256": hashlib.sha256(inhoud).hexdigest()}
        for naam, inhoud in bestanden.items()
    ]}
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in {**bestanden, "manifest.json": _json(manifest)}.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


def _termijn(bewaring: Bewaring) -> dict[str, Any]:
    return mdto.termijn(bewaring.begin, bewaring.jaren, bewaring.einde)


def _mdto_dossier(dossier: Dossier) -> bytes:
    dagen = [b.besluitdatum for b, _ in dossier.besluiten]
    return mdto.informatieobject(
        nummer=dossier.nummer, naam=f"Dossier {dossier.nummer}", niveau="Dossier", bron=BRON,
        archiefvormer=settings.INZET_ORGANISATIE, van=min(dagen), tot=max(dagen),
        bewaartermijn=_termijn(dossier.bewaren), categorie=dossier.bewaren.label,
        beperking=BEPERKING,
        bevat=[mdto.verwijzing(b.onderwerp, b.kenmerk, BRON) for b, _ in dossier.besluiten],
    )


def _mdto_besluit(besluit: Besluit, bewaring: Bewaring, dossier: Dossier) -> bytes:
    return mdto.informatieobject(
        nummer=besluit.kenmerk, naam=besluit.onderwerp, niveau="Archiefstuk", bron=BRON,
        archiefvormer=settings.INZET_ORGANISATIE, van=besluit.besluitdatum, tot=None,
        omschrijving=bewaring.label, bewaartermijn=_termijn(bewaring), categorie=bewaring.label,
        beperking=BEPERKING, vastgesteld=besluit.vastgesteld_op,
        betrokkene=besluit.genomen_door.naam if besluit.genomen_door else besluit.hoedanigheid,
        onderdeel_van=mdto.verwijzing(f"Dossier {dossier.nummer}", dossier.nummer, BRON),
        bestanden=[mdto.verwijzing(besluit.document.naam, str(besluit.document.public_id), BRON)],
    )


def _mdto_bestand(besluit: Besluit, naam: str) -> bytes:
    document = besluit.document
    return mdto.bestand(
        nummer=str(document.public_id), naam=naam, bron=BRON, omvang=document.grootte,
        media_type=document.media_type, sha256=document.sha256, bewaard_op=document.toegevoegd_op,
        van=mdto.verwijzing(besluit.onderwerp, besluit.kenmerk, BRON),
    )
