"""Figures of a day for the planning & control cycle, and the difference of two sets (R227)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Sum
from django.http import Http404

from config.kern.models import Afwijking
from opgaven.enums import KnelpuntStatus, OpdrachtStatus
from opgaven.levensloop import TELT_MEE
from opgaven.models import Knelpunt, Momentopname, PencMoment
from opgaven.queries.lijst import met_odomein
from pdomein.models import Medewerker

EENHEDEN = {"aantal": "Aantal", "fte": "Fte", "budget": "Euro"}
KOPPEN = (
    "Opdrachten per O-domein", "Opdrachten per ambitie", "Opdrachten per status", "Personeel",
    "Aandacht",
)


def cijfers_op(dag: date) -> dict[str, dict[str, dict[str, str]]]:
    """Per heading and line: number, fte and money; strings, so that they stay exact."""
    rijen = met_odomein(dag).filter(bovenliggende=None)
    telt = rijen.filter(status__in=TELT_MEE)
    return {
        "Opdrachten per O-domein": _sommen(telt, "odomein_naam", "Nog niet toegedeeld"),
        "Opdrachten per ambitie": _sommen(telt, "opgave__beleidsdoel__ambitie__naam"),
        "Opdrachten per status": _sommen(
            rijen, "status", namen=dict(OpdrachtStatus.choices)
        ),
        "Personeel": _personeel(dag),
        "Aandacht": _aandacht(dag),
    }


def _sommen(
    rijen: Any, veld: str, leeg: str = "", namen: dict[str, str] | None = None
) -> dict[str, dict[str, str]]:
    gegroepeerd = (
        rijen.order_by().values(veld)
        .annotate(aantal=Count("pk"), fte=Sum("capaciteit_fte"), budget=Sum("budget_materieel"))
        .order_by(veld)
    )
    return {
        (namen or {}).get(r[veld], r[veld] or leeg): {
            "aantal": str(r["aantal"]), "fte": str(r["fte"] or Decimal(0)),
            "budget": str(r["budget"] or Decimal(0)),
        }
        for r in gegroepeerd
    }


def _personeel(dag: date) -> dict[str, dict[str, str]]:
    per_soort = (
        Medewerker.objects.in_dienst(dag).order_by().values("dienstverband")
        .annotate(aantal=Count("pk"), fte=Sum("aanstelling_fte")).order_by("dienstverband")
    )
    namen = dict(Medewerker._meta.get_field("dienstverband").choices)
    return {
        str(namen[r["dienstverband"]]): {"aantal": str(r["aantal"]), "fte": str(r["fte"])}
        for r in per_soort
    }


def _aandacht(dag: date) -> dict[str, dict[str, str]]:
    knelpunten = Knelpunt.objects.exclude(status=KnelpuntStatus.OPGELOST).aggregate(
        aantal=Count("pk"), fte=Sum("fte")
    )
    afwijkingen = Afwijking.objects.filter(begin__lte=dag).exclude(einde__lte=dag).count()
    return {
        "Open knelpunten": {
            "aantal": str(knelpunten["aantal"]), "fte": str(knelpunten["fte"] or Decimal(0)),
        },
        "Geldende afwijkingen": {"aantal": str(afwijkingen)},
    }


@dataclass(frozen=True, slots=True)
class Verschil:
    """One figure in two snapshots; None when it was not counted."""

    toen: Decimal | None
    nu: Decimal | None

    @property
    def verschil(self) -> Decimal:
        return (self.nu or Decimal(0)) - (self.toen or Decimal(0))


@dataclass(frozen=True, slots=True)
class Blok:
    """The figures under one heading: a column for each unit, a row for each line."""

    kop: str
    eenheden: tuple[tuple[str, str], ...]
    rijen: tuple[tuple[str, tuple[tuple[str, Verschil], ...]], ...]


def vergelijk(toen: dict, nu: dict) -> list[Blok]:
    """Every figure of either set; the database does not keep the order of a JSON object."""
    koppen = [*KOPPEN, *sorted({*toen, *nu} - set(KOPPEN))]
    return [_blok(k, toen.get(k, {}), nu.get(k, {})) for k in koppen if k in toen or k in nu]


def _blok(kop: str, toen: dict, nu: dict) -> Blok:
    regels = sorted({*toen, *nu})
    er = {e for rijen in (toen, nu) for rij in rijen.values() for e in rij}
    eenheden = tuple((code, naam) for code, naam in EENHEDEN.items() if code in er)
    return Blok(kop, eenheden, tuple(
        (regel, tuple(
            (naam, Verschil(
                _getal(toen.get(regel, {}).get(code)), _getal(nu.get(regel, {}).get(code))
            ))
            for code, naam in eenheden
        ))
        for regel in regels
    ))


def _getal(tekst: str | None) -> Decimal | None:
    return None if tekst is None else Decimal(tekst)


def penc_momenten() -> list[PencMoment]:
    return list(PencMoment.objects.select_related("opname").order_by("-peildatum", "-pk"))


def penc_moment_met(id: UUID) -> PencMoment:
    gevonden = (
        PencMoment.objects.select_related("opname__bevroren_door").filter(public_id=id).first()
    )
    if gevonden is None:
        raise Http404("Dit moment bestaat niet.")
    return gevonden


def opname_van(moment: PencMoment) -> Momentopname | None:
    return getattr(moment, "opname", None)


def andere_opnamen(moment: PencMoment) -> list[Momentopname]:
    return list(
        Momentopname.objects.select_related("moment").exclude(moment=moment)
        .order_by("-moment__peildatum")
    )
