"""Tables as a workbook, as safe as the CSV: no cell can run a formula."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from config.kern.csv_uit import veilig

MEDIATYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Blad = tuple[str, Sequence[str], Iterable[Sequence[Any]]]


def werkboek(bladen: Iterable[Blad]) -> bytes:
    """Sheets ``(naam, kolommen, rijen)`` as the bytes of one file; the first row is bold."""
    boek = Workbook()
    boek.remove(boek.active)
    for naam, kolommen, rijen in bladen:
        blad = boek.create_sheet(naam)
        blad.append(list(kolommen))
        for rij in rijen:
            blad.append([_tekst(w) if isinstance(w, str) else w for w in rij])
        for cel in blad[1]:
            cel.font = Font(bold=True)
    uit = BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _tekst(waarde: str) -> str:
    """Text that a workbook can hold, and that is never a formula."""
    return veilig(ILLEGAL_CHARACTERS_RE.sub("", waarde))[:32_000]
