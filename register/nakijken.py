"""Check the evidence of the register without the program: only Python itself is needed.

    python nakijken.py keten.jsonl ankers.jsonl     the whole chain against anchors kept elsewhere
    python nakijken.py dossier.zip                  the files and the links of one dossier
    python nakijken.py dossier.zip keten.jsonl      and that those links stand in the chain

Prints what it found; exit status 0 when all holds, 1 when not, 2 when the tail has no anchor.
"""

import hashlib
import json
import sys
import zipfile
from pathlib import Path

BEGIN = "0" * 64


def zeg(tekst):
    sys.stdout.write(f"{tekst}\n")


def schakel_hash(vorige, inhoud):
    return hashlib.sha256(bytes.fromhex(vorige) + inhoud.encode()).hexdigest()


def regels(pad):
    with Path(pad).open(encoding="utf-8") as bestand:
        for tekst in bestand:
            if tekst.strip():
                yield json.loads(tekst)


def keten_nakijken(pad, ankers=()):
    """The number of links, the hashes by number, and what is wrong (empty when nothing)."""
    vaste_punten = {a["volgnummer"]: a for a in ankers}
    nummer, vorige, hashes = 0, BEGIN, {}
    for schakel in regels(pad):
        nummer += 1
        if schakel["volgnummer"] != nummer:
            return nummer, hashes, f"schakel {nummer} ontbreekt"
        if schakel["vorigeHash"] != vorige:
            return nummer, hashes, f"schakel {nummer} sluit niet aan"
        if schakel_hash(vorige, schakel["inhoud"]) != schakel["hash"]:
            return nummer, hashes, f"schakel {nummer} is veranderd"
        vorige = hashes[nummer] = schakel["hash"]
        anker = vaste_punten.pop(nummer, None)
        if anker and anker["hash"] != vorige:
            return nummer, hashes, f"schakel {nummer} past niet bij het anker van {anker['dag']}"
    te_ver = [a for n, a in vaste_punten.items() if n > nummer]
    if te_ver:
        return nummer, hashes, f"de keten is afgekapt: zie het anker van {te_ver[0]['dag']}"
    return nummer, hashes, ""


def dossier_nakijken(pad, hashes=None):
    """What is wrong with a dossier: its files against the list, its links against themselves."""
    with zipfile.ZipFile(pad) as dossier:
        lijst = json.loads(dossier.read("manifest.json"))
        for bestand in lijst["bestanden"]:
            if hashlib.sha256(dossier.read(bestand["naam"])).hexdigest() != bestand["sha256"]:
                return f"{bestand['naam']} is veranderd"
        documenten = {b["sha256"] for b in lijst["bestanden"]}
        for tekst in dossier.read("schakels.jsonl").decode().splitlines():
            schakel = json.loads(tekst)
            nummer = schakel["volgnummer"]
            if schakel_hash(schakel["vorigeHash"], schakel["inhoud"]) != schakel["hash"]:
                return f"schakel {nummer} is veranderd"
            if hashes is not None and hashes.get(nummer) != schakel["hash"]:
                return f"schakel {nummer} staat zo niet in de keten"
            besluit = json.loads(schakel["inhoud"])["rij"]["besluit"]["sha256"]
            if besluit not in documenten and schakel.get("eigen", True):
                return f"het document van schakel {nummer} ontbreekt"
    return ""


def main(paden):
    dossier = [p for p in paden if p.endswith(".zip")]
    rest = [p for p in paden if not p.endswith(".zip")]
    hashes, status = None, 0
    if rest:
        ankers = list(regels(rest[1])) if len(rest) > 1 else []
        aantal, hashes, fout = keten_nakijken(rest[0], ankers)
        if fout:
            zeg(f"Niet goed: {fout}.")
            return 1
        zeg(f"De keten klopt: {aantal} schakels.")
        los = aantal - max((a["volgnummer"] for a in ankers), default=0)
        if los:
            zeg(f"Zonder anker: {los} schakels.")
            status = 2
    for pad in dossier:
        fout = dossier_nakijken(pad, hashes)
        if fout:
            zeg(f"Niet goed: {fout}.")
            return 1
        zeg(f"Het dossier {Path(pad).name} klopt.")
    return status


if __name__ == "__main__":
    if len(sys.argv) < 2:
        zeg(__doc__)
        sys.exit(1)
    sys.exit(main(sys.argv[1:]))
