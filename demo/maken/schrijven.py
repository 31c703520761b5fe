"""Writing the rows as the files a province would deliver: CSV with ``;``, and JSON."""

import csv
import json
from pathlib import Path

from demo.maken.provincie import Provincie

BESTANDEN = {
    "pteams": "pteams.csv", "medewerkers": "medewerkers.csv", "pmanagers": "pmanagers.csv",
    "competenties": "competenties.csv", "ppps": "ppps.json", "begroting": "begroting.csv",
    "odomeinen": "odomeinen.csv", "toedelingen": "toedelingen.csv",
    "opdrachten": "opdrachten.csv", "capaciteitsvragen": "capaciteitsvragen.csv",
    "rollen": "rollen.csv", "inzet": "inzet.csv", "mandaatregeling": "mandaatregeling.csv",
    "demorollen": "demorollen.csv", "programma": "programma.csv",
}


def schrijf(provincie: Provincie, naar: Path) -> list[tuple[Path, int]]:
    """Write every file; give each with its number of rows."""
    naar.mkdir(parents=True, exist_ok=True)
    gedaan = []
    for naam, bestandsnaam in BESTANDEN.items():
        rijen, pad = provincie.bestanden[naam], naar / bestandsnaam
        if pad.suffix == ".json":
            pad.write_text(json.dumps(rijen, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        else:
            with pad.open("w", encoding="utf-8", newline="") as bestand:
                pen = csv.DictWriter(bestand, list(rijen[0]), delimiter=";", lineterminator="\n")
                pen.writeheader()
                pen.writerows(rijen)
        gedaan.append((pad, len(rijen)))
    return gedaan
