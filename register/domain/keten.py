"""The chain of evidence: every mutation is a link that covers its row and the link before it.

Canonical form: JSON as in RFC 8785 (keys sorted by UTF-16, no white space); days as ``jjjj-mm-dd``,
moments in UTC with microseconds and ``Z``, amounts as text. Free text goes in as its SHA-256, so
that no private word stands in the chain (BETROUWBAAR 1.8, 1.10).
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from register.models import Inzet, Ondermandaat, Roltoewijzing, Schakel
from register.models.tijdassen import Registerrij

SLOT = 7_245_001
BEGIN = "0" * 64
TOEVOEGEN, SLUITEN = "toevoegen", "sluiten"
VERWANT = {
    Roltoewijzing: (
        "rol", "medewerker", "opdracht", "opgave", "odomein", "domein", "gremium", "vervangt",
        "besluit__document", "waarneemt_voor",
    ),
    Ondermandaat: ("medewerker", "gever", "rol", "opdracht", "vervangt", "besluit__document"),
    Inzet: ("medewerker", "opdracht", "vervangt", "besluit__document"),
}
SOORTEN: dict[str, type[Registerrij]] = {model._meta.model_name: model for model in VERWANT}
OBJECTEN = ("opdracht", "opgave", "odomein", "domein", "gremium")
BLOK = 2_000


@dataclass(frozen=True, slots=True)
class Ankerpunt:
    """What was noted of the chain at the end of a day, here or elsewhere."""

    dag: str
    volgnummer: int
    hash: str


@dataclass(frozen=True, slots=True)
class Breuk:
    """The first place where the chain does not hold."""

    volgnummer: int
    zin: str


def vergrendelen() -> None:
    """One registrar at a time, until the end of the transaction.

    Every register command starts with this, so that its checks see what the one before it wrote.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SLOT])


def canoniek(gegevens: Any) -> str:
    """RFC 8785 for text, whole numbers, true/false, null, lists and objects."""
    return json.dumps(_gesorteerd(gegevens), ensure_ascii=False, separators=(",", ":"))


def _gesorteerd(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        sleutels = sorted(waarde, key=lambda s: s.encode("utf-16-be"))
        return {s: _gesorteerd(waarde[s]) for s in sleutels}
    if isinstance(waarde, list):
        return [_gesorteerd(w) for w in waarde]
    if isinstance(waarde, float) or (isinstance(waarde, int) and abs(waarde) >= 2**53):
        raise TypeError("Getallen gaan als tekst in de keten.")
    return waarde


def waarde_tekst(waarde: Any) -> Any:
    """The one written form of a value in the chain."""
    if isinstance(waarde, datetime):
        utc = waarde.astimezone(UTC)
        return utc.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, Decimal | UUID):
        return str(waarde)
    return waarde


def afdruk(tekst: str) -> str | None:
    return hashlib.sha256(tekst.encode()).hexdigest() if tekst else None


def schakel_hash(vorige: str, inhoud: str) -> str:
    return hashlib.sha256(bytes.fromhex(vorige) + inhoud.encode()).hexdigest()


def inhoud_rij(rij: Registerrij) -> dict[str, Any]:
    """What the chain says about a row when it is added."""
    gegevens: dict[str, Any] = {
        "id": rij.public_id, "medewerker": rij.medewerker.public_id,
        "begin": rij.begin_geldigheid, "einde": rij.einde_geldigheid,
        "geregistreerdOp": rij.tijdstip_registratie,
        "geregistreerdDoor": rij.geregistreerd_door_id,
        "besluit": _besluit(rij.besluit), "mutatie": str(rij.mutatie),
        "redenSha256": afdruk(rij.reden),
        "vervangt": rij.vervangt.public_id if rij.vervangt_id else None,
    }
    if isinstance(rij, Inzet):
        gegevens |= {
            "opdracht": rij.opdracht.public_id, "teamrol": str(rij.teamrol),
            "fte": f"{rij.fte:.3f}", "resultaatSha256": afdruk(rij.resultaat),
        }
    elif isinstance(rij, Ondermandaat):
        gegevens |= {
            "opdracht": rij.opdracht.public_id, "gever": rij.gever.public_id, "rol": rij.rol.code,
            "artikel": rij.artikel,
            "limietEuro": None if rij.limiet_euro is None else f"{rij.limiet_euro:.2f}",
        }
    else:
        gegevens |= _inhoud_rol(rij)
    return {sleutel: waarde_tekst(waarde) for sleutel, waarde in gegevens.items()}


def _inhoud_rol(rij: Roltoewijzing) -> dict[str, Any]:
    """A key that came later is only there when it says something: older links keep their form."""
    soort = next((s for s in OBJECTEN if getattr(rij, f"{s}_id")), None)
    gegevens = {
        "rol": rij.rol.code, "exclusief": rij.is_exclusief,
        "uitzonderingSha256": afdruk(rij.uitzondering),
        "object": {"soort": soort, "id": str(getattr(rij, soort).public_id)} if soort else None,
    }
    if rij.waarneemt_voor_id:
        gegevens["waarneemtVoor"] = str(rij.waarneemt_voor.public_id)
    return gegevens


def inhoud_sluiting(rij: Registerrij, besluit: Any, mutatie: str, reden: str) -> dict[str, Any]:
    """What the chain says when a row stops being what we know."""
    return {
        "id": str(rij.public_id), "eindRegistratie": waarde_tekst(rij.eind_registratie),
        "besluit": _besluit(besluit), "mutatie": str(mutatie), "redenSha256": afdruk(reden),
    }


def _besluit(besluit: Any) -> dict[str, Any]:
    return {"kenmerk": besluit.kenmerk, "sha256": besluit.document.sha256}


def schakels_toevoegen(
    feiten: Sequence[tuple[str, Registerrij, dict[str, Any]]], tijdstip: datetime
) -> list[Schakel]:
    """Append one link per fact ``(handeling, rij, inhoud)``; the caller holds the lock."""
    nummer, vorige = kop()
    schakels = []
    for handeling, rij, gegevens in feiten:
        nummer += 1
        soort = rij._meta.model_name
        inhoud = canoniek({
            "volgnummer": nummer, "tijdstip": waarde_tekst(tijdstip), "soort": soort,
            "handeling": handeling, "rij": gegevens,
        })
        hash_ = schakel_hash(vorige, inhoud)
        schakels.append(Schakel(
            volgnummer=nummer, tijdstip=tijdstip, soort=soort, rij_id=rij.public_id,
            inhoud=inhoud, vorige_hash=vorige, hash=hash_,
        ))
        vorige = hash_
    return Schakel.objects.bulk_create(schakels, batch_size=BLOK)


def kop() -> tuple[int, str]:
    """The number and the hash of the last link."""
    laatste = Schakel.objects.order_by("-volgnummer").values_list("volgnummer", "hash").first()
    return laatste or (0, BEGIN)


def verifieren(
    *, voortgang: Any = None, ankers: Iterable[Ankerpunt] = ()
) -> tuple[int, Breuk | None]:
    """Walk the chain and compare it with the register; the count, and the first break if any.

    With ``ankers`` a chain that was shortened or wholly written anew is seen too.
    """
    aantal, vorige = 0, BEGIN
    vaste_punten: dict[int, list[Ankerpunt]] = defaultdict(list)
    for anker in ankers:
        vaste_punten[anker.volgnummer].append(anker)
    for blok in blokken():
        rijen = _rijen_van(blok)
        for schakel in blok:
            zin = _keur(schakel, aantal + 1, vorige, rijen) or _keur_ankers(
                vaste_punten.pop(schakel.volgnummer, ()), schakel.hash
            )
            if zin:
                return aantal, Breuk(schakel.volgnummer, zin)
            aantal, vorige = aantal + 1, schakel.hash
        if voortgang:
            voortgang(aantal)
    zin = _rij_zonder_schakel() or _afgekapt(vaste_punten, aantal)
    return aantal, Breuk(aantal + 1, zin) if zin else None


def _keur_ankers(ankers: Iterable[Ankerpunt], hash_: str) -> str:
    for anker in ankers:
        if anker.hash != hash_:
            return f"De schakel is niet die van het anker van {anker.dag}: de keten is herschreven."
    return ""


def _afgekapt(over: dict[int, list[Ankerpunt]], aantal: int) -> str:
    for nummer, ankers in sorted(over.items()):
        if nummer > aantal:
            return (
                f"Het anker van {ankers[0].dag} noemt schakel {nummer}, maar de keten eindigt bij "
                f"{aantal}: er is iets afgehaald."
            )
        if nummer == 0 and _keur_ankers(ankers, BEGIN):
            return _keur_ankers(ankers, BEGIN)
    return ""


def blokken() -> Iterator[list[Schakel]]:
    vanaf = None
    while True:
        rest = Schakel.objects.order_by("volgnummer")
        blok = list((rest if vanaf is None else rest.filter(volgnummer__gt=vanaf))[:BLOK])
        if not blok:
            return
        yield blok
        vanaf = blok[-1].volgnummer


def _rijen_van(blok: list[Schakel]) -> dict[tuple[str, UUID], Registerrij]:
    return {
        (soort, rij.public_id): rij
        for soort, model in SOORTEN.items()
        for rij in model.objects.select_related(*VERWANT[model])
        .defer("besluit__document__inhoud", "besluit__tekst")
        .filter(public_id__in=[s.rij_id for s in blok if s.soort == soort])
    }


def _keur(
    schakel: Schakel, nummer: int, vorige: str, rijen: dict[tuple[str, UUID], Registerrij]
) -> str:
    if schakel.volgnummer != nummer:
        return f"Schakel {nummer} ontbreekt."
    if schakel.vorige_hash != vorige:
        return "De schakel sluit niet aan op de vorige."
    if schakel_hash(vorige, schakel.inhoud) != schakel.hash:
        return "De inhoud van de schakel is veranderd."
    gegevens = json.loads(schakel.inhoud)
    kop = (gegevens["volgnummer"], gegevens["soort"], gegevens["tijdstip"], gegevens["rij"]["id"])
    if kop != (nummer, schakel.soort, waarde_tekst(schakel.tijdstip), str(schakel.rij_id)):
        return "De kop van de schakel past niet bij de inhoud."
    rij = rijen.get((schakel.soort, schakel.rij_id))
    if rij is None:
        return f"De rij {schakel.rij_id} is uit het register verdwenen."
    if gegevens["handeling"] == TOEVOEGEN and inhoud_rij(rij) != gegevens["rij"]:
        return f"De rij {schakel.rij_id} is veranderd in het register."
    if (
        gegevens["handeling"] == SLUITEN
        and waarde_tekst(rij.eind_registratie) != gegevens["rij"]["eindRegistratie"]
    ):
        return f"De sluiting van rij {schakel.rij_id} is veranderd in het register."
    return ""


def _rij_zonder_schakel() -> str:
    """Rows beside the chain: added, or closed, without a link."""
    for soort, model in SOORTEN.items():
        tabel = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT r.public_id FROM {tabel} r WHERE (SELECT count(*) "  # noqa: S608
                "FROM register_schakel s WHERE s.rij_id = r.public_id AND s.soort = %s) "
                "<> 1 + (r.eind_registratie IS NOT NULL)::int ORDER BY r.id LIMIT 1",
                [soort],
            )
            gevonden = cursor.fetchone()
        if gevonden:
            return f"De rij {gevonden[0]} ({soort}) heeft niet de schakels die erbij horen."
    return ""
