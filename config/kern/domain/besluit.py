"""Decisions: made as a draft, adopted once, never changed afterwards (R188, R189)."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitSoort, BesluitStatus
from config.kern.fouten import eis
from config.kern.models import Beraadsadvies, Besluit, Besluitenlijst, Document, Gremium
from config.kern.rules import (
    beletsel_besluit_opstellen,
    beletsel_besluit_vaststellen,
    beletsel_document_bewaren,
)


@transaction.atomic
def document_bewaren(
    *, naam: str, media_type: str, inhoud: bytes, door: Actor, nu: datetime
) -> Document:
    """Store a document with its SHA-256. Raises ``DomeinFout`` for a wrong type or size."""
    eis(beletsel_document_bewaren(naam=naam, media_type=media_type, inhoud=inhoud))
    document = Document.objects.create(
        naam=naam, media_type=media_type, inhoud=inhoud, grootte=len(inhoud),
        sha256=hashlib.sha256(inhoud).hexdigest(), toegevoegd_op=nu,
    )
    noteer("document_bewaard", op=document, door=door, nu=nu, sha256=document.sha256)
    return document


@transaction.atomic
def besluit_opstellen(
    *, soort: BesluitSoort, onderwerp: str, tekst: str, hoedanigheid: str, besluitdatum: date,
    ingangsdatum: date | None = None, gremium: Gremium | None = None,
    besluitenlijst: Besluitenlijst | None = None, motivering: str = "",
    document: Document | None = None, dossiernummer: str = "",
    genomen_door_id: int | None = None, door: Actor, nu: datetime,
) -> Besluit:
    """Draft a decision. It has no effect until it is adopted.

    Without a dossier of its own it is a dossier by itself (R189).
    """
    eis(beletsel_besluit_opstellen(onderwerp=onderwerp, tekst=tekst))
    kenmerk = _volgend_kenmerk(besluitdatum.year)
    besluit = Besluit.objects.create(
        kenmerk=kenmerk, soort=soort, onderwerp=onderwerp[:250],
        tekst=tekst, motivering=motivering, gremium=gremium, besluitenlijst=besluitenlijst,
        volgorde=besluitenlijst.besluiten.count() + 1 if besluitenlijst else 0,
        besluitdatum=besluitdatum, ingangsdatum=ingangsdatum or besluitdatum,
        hoedanigheid=hoedanigheid, document=document, dossiernummer=dossiernummer or kenmerk,
        genomen_door_id=genomen_door_id,
    )
    noteer("besluit_opgesteld", op=besluit, door=door, nu=nu, soort=soort)
    return besluit


@transaction.atomic
def besluit_vaststellen(
    *, besluit: Besluit, is_elders_genomen: bool = False, door: Actor, nu: datetime
) -> Besluit:
    """Adopt a decision; without a document of its own the text itself is stored and hashed.

    The caller has already asked whether ``door`` may decide this: who decides what depends on
    the subject, which lives in a higher app (EISEN table 2.3). ``is_elders_genomen``: ``door``
    only registers what was decided outside the program.
    """
    besluit = Besluit.objects.select_for_update(of=("self",)).get(pk=besluit.pk)
    adviezen = list(besluit.adviezen.order_by("gegeven_op", "pk"))
    eis(beletsel_besluit_vaststellen(besluit, adviezen))
    if besluit.document is None:
        besluit.document = document_bewaren(
            naam=f"{besluit.kenmerk}.txt", media_type="text/plain",
            inhoud=_tekst_van(besluit, adviezen).encode(), door=door, nu=nu,
        )
    besluit.status = BesluitStatus.VASTGESTELD
    besluit.vastgesteld_op = nu
    if not is_elders_genomen:
        besluit.genomen_door_id = door.gebruiker_id
    besluit.save()
    noteer("besluit_vastgesteld", op=besluit, door=door, nu=nu, sha256=besluit.document.sha256)
    return besluit


def besluit_nemen(*, door: Actor, nu: datetime, **velden) -> Besluit:
    """Draft and adopt in one go: for decisions that one person takes on the screen."""
    with transaction.atomic():
        besluit = besluit_opstellen(door=door, nu=nu, **velden)
        return besluit_vaststellen(besluit=besluit, door=door, nu=nu)


def besluiten_nemen(
    *, velden: Sequence[dict[str, Any]], door: Actor, nu: datetime
) -> list[Besluit]:
    """Many decisions of one file at once, each with its document, as ``besluit_nemen``."""
    with transaction.atomic():
        besluiten = [
            Besluit(
                **({"ingangsdatum": v["besluitdatum"], "dossiernummer": kenmerk} | v),
                kenmerk=kenmerk, vastgesteld_op=nu,
                status=BesluitStatus.VASTGESTELD, genomen_door_id=door.gebruiker_id,
            )
            for v, kenmerk in zip(velden, _kenmerken(velden), strict=True)
        ]
        documenten = Document.objects.bulk_create(
            [_document_van(besluit, nu) for besluit in besluiten], batch_size=2_000
        )
        for besluit, document in zip(besluiten, documenten, strict=True):
            besluit.document = document
        Besluit.objects.bulk_create(besluiten, batch_size=2_000)
        noteer("besluiten_vastgesteld", door=door, nu=nu, aantal=len(besluiten))
    return besluiten


def _document_van(besluit: Besluit, nu: datetime) -> Document:
    inhoud = _tekst_van(besluit).encode()
    return Document(
        naam=f"{besluit.kenmerk}.txt", media_type="text/plain", inhoud=inhoud,
        grootte=len(inhoud), sha256=hashlib.sha256(inhoud).hexdigest(), toegevoegd_op=nu,
    )


def _kenmerken(velden: Sequence[dict[str, Any]]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval('kern_besluit_kenmerk') FROM generate_series(1, %s)", [len(velden)]
        )
        return [
            f"B{v['besluitdatum'].year}-{nummer:06d}"
            for v, (nummer,) in zip(velden, cursor.fetchall(), strict=True)
        ]


def _volgend_kenmerk(jaar: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('kern_besluit_kenmerk')")
        return f"B{jaar}-{cursor.fetchone()[0]:06d}"


def _tekst_van(besluit: Besluit, adviezen: Sequence[Beraadsadvies] = ()) -> str:
    """Complete in itself; every advice is taken up unchanged, with its weighing (R044)."""
    delen = [
        f"Besluit {besluit.kenmerk}", besluit.onderwerp, f"Genomen als: {besluit.hoedanigheid}",
        f"Datum: {besluit.besluitdatum.isoformat()}",
        f"Gaat in op: {besluit.ingangsdatum.isoformat()}", "", besluit.tekst,
    ]
    if besluit.motivering:
        delen += ["", "Motivering", besluit.motivering]
    for advies in adviezen:
        delen += [
            "", f"{advies.get_soort_display()}: {advies.namens}", advies.tekst,
            f"Weging: {advies.get_weging_display().lower()}. {advies.motivering}",
        ]
    return "\n".join(delen) + "\n"
