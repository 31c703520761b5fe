"""A printed answer of the register that can be checked later against the register (R192, R195)."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.models import Document
from config.kern.werkdagen import lokale_dag
from opgaven.models import Opdracht
from pdomein.models import Medewerker
from register.domain.keten import canoniek, waarde_tekst
from register.models import Uittreksel
from register.queries.bevoegdheid import Bevoegdheidsantwoord, kennismoment, was_bevoegd
from register.rules.controle import beletsel_uittreksel_maken

# without letters and digits that look like each other
TEKENS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
KLOPT, ACHTERHAALD, KLOPT_NIET = "klopt", "achterhaald", "klopt_niet"


@dataclass(frozen=True, slots=True)
class Stand:
    """Whether an extract still says what the register says."""

    uitkomst: str
    antwoord: Bevoegdheidsantwoord


@transaction.atomic
def uittreksel_maken(
    *, medewerker: Medewerker, opdracht: Opdracht, op: date, kennis: date | None = None,
    rol_code: str | None = None, handeling: str = "", bedrag: Decimal | None = None, door: Actor,
    nu: datetime,
) -> Uittreksel:
    """Answer the question and keep the SHA-256 of the answer under a code (R195)."""
    eis(beletsel_uittreksel_maken(kennis=kennis, vandaag=lokale_dag(nu), door=door))
    bekend_op = min(kennismoment(kennis), nu) if kennis else nu
    antwoord = was_bevoegd(
        medewerker=medewerker, opdracht=opdracht, op=op, bekend_op=bekend_op, rol_code=rol_code,
        handeling=handeling, bedrag=bedrag,
    )
    uittreksel = Uittreksel.objects.create(
        code=_code(), medewerker=medewerker, opdracht=opdracht, op=op, bekend_op=bekend_op,
        rol_code=rol_code or "", handeling=handeling, bedrag=bedrag, antwoord=antwoord.antwoord,
        sha256=afdruk_van(antwoord), gemaakt_op=nu, gemaakt_door_id=door.gebruiker_id,
    )
    noteer("uittreksel_gemaakt", op=uittreksel, door=door, nu=nu, antwoord=antwoord.antwoord)
    return uittreksel


def _code() -> str:
    groepen = ["".join(secrets.choice(TEKENS) for _ in range(4)) for _ in range(4)]
    return "-".join(groepen)


def stand_van(uittreksel: Uittreksel, nu: datetime) -> Stand:
    """Ask the register again: as it was known then, and as it is known now."""
    toen, nu_ = _antwoord(uittreksel, uittreksel.bekend_op), _antwoord(uittreksel, nu)
    if afdruk_van(toen) != uittreksel.sha256:
        return Stand(KLOPT_NIET, toen)
    return Stand(KLOPT if afdruk_van(nu_) == uittreksel.sha256 else ACHTERHAALD, toen)


def _antwoord(uittreksel: Uittreksel, bekend_op: datetime) -> Bevoegdheidsantwoord:
    return was_bevoegd(
        medewerker=uittreksel.medewerker, opdracht=uittreksel.opdracht, op=uittreksel.op,
        bekend_op=bekend_op, rol_code=uittreksel.rol_code or None, handeling=uittreksel.handeling,
        bedrag=uittreksel.bedrag,
    )


def afdruk_van(antwoord: Bevoegdheidsantwoord) -> str:
    """The SHA-256 of what the answer says; not of names and titles, which may change."""
    return hashlib.sha256(canoniek(_inhoud(antwoord)).encode()).hexdigest()


def _inhoud(a: Bevoegdheidsantwoord) -> dict[str, Any]:
    rij, macht = a.vermelding, a.macht
    inhoud: dict[str, Any] = {
        "antwoord": a.antwoord, "rechtmatig": a.is_rechtmatig, "waarschuwing": a.waarschuwing,
        "medewerker": a.medewerker.public_id, "opdracht": a.opdracht.public_id, "op": a.op,
        "handeling": a.handeling, "bedrag": a.bedrag and f"{a.bedrag:.2f}",
        "artikel": macht and macht.artikel,
        "grens": f"{macht.limiet_euro:.2f}" if macht and macht.limiet_euro is not None else None,
    }
    if rij is not None:
        sha256 = Document.objects.filter(pk=rij.besluit.document_id).values_list(
            "sha256", flat=True
        ).first()
        inhoud |= {
            "soort": rij._meta.model_name, "rol": rij.rol.code, "begin": rij.begin_geldigheid,
            "einde": rij.einde_geldigheid, "geregistreerdOp": rij.tijdstip_registratie,
            "besluit": rij.besluit.kenmerk, "documentSha256": sha256,
        }
    return {sleutel: waarde_tekst(waarde) for sleutel, waarde in inhoud.items()}


def hoort_bij(
    uittreksel: Uittreksel, *, persoon: str, opdracht: str, op: date
) -> bool:
    """Does what the holder reads on the paper belong to this extract? Says only yes or no."""
    return (
        _plat(persoon) == _plat(uittreksel.medewerker.naam)
        and _plat(opdracht) in {_plat(uittreksel.opdracht.code), _plat(uittreksel.opdracht.naam)}
        and op == uittreksel.op
    )


def _plat(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()
