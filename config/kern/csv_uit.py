"""Tables as CSV that a spreadsheet opens well and that cannot run a formula there."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

BOM = "\ufeff"


# Also the full-width forms, and what a spreadsheet skips before it looks.
FORMULETEKENS = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def veilig(waarde: Any) -> str:
    """A cell as text; what a spreadsheet would take for a formula gets a quote in front."""
    if waarde is None:
        return ""
    if isinstance(waarde, (Decimal, float)):
        return str(waarde).replace(".", ",")
    if isinstance(waarde, (int, date, datetime)):
        return waarde.isoformat() if isinstance(waarde, date) else str(waarde)
    tekst = str(waarde)
    return f"'{tekst}" if tekst.lstrip(" \u00a0")[:1] in FORMULETEKENS else tekst


def csv_regels(kolommen: Sequence[str], rijen: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Lines with ``;`` between cells, as the import of this program reads them."""
    yield BOM + _regel(kolommen)
    for rij in rijen:
        yield _regel([veilig(rij.get(kolom)) for kolom in kolommen])


def _regel(cellen: Sequence[str]) -> str:
    uit = io.StringIO()
    csv.writer(uit, delimiter=";", lineterminator="\r\n").writerow(cellen)
    return uit.getvalue()
