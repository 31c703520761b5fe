"""A picture of what hangs on what: boxes in columns, arrows between them, drawn on the server."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from config.kern.grafieken import _knip
from config.kern.vorm import LEEG

BREED, HOOG, TUSSEN_X, TUSSEN_Y = 236, 52, 74, 20


@dataclass(frozen=True, slots=True)
class Knoop:
    """A box; ``soort`` is gewoon, hier (the one the page is about) or anders."""

    sleutel: str
    label: str
    onder: str = ""
    soort: str = "gewoon"


@dataclass(frozen=True, slots=True)
class Pijl:
    """An arrow from what comes first to what hangs on it; ``volgt`` arrows give the columns."""

    van: str
    naar: str
    tekst: str
    volgt: bool = True
    knelt: bool = False


def kolommen(sleutels: Sequence[str], pijlen: Iterable[Pijl]) -> dict[str, int]:
    """The column of each box: one further than everything it follows on. A ring stops by itself."""
    volgt = [p for p in pijlen if p.volgt]
    diepte = dict.fromkeys(sleutels, 0)
    for _ in sleutels:
        veranderd = False
        for pijl in volgt:
            if diepte[pijl.naar] <= diepte[pijl.van] < len(sleutels) - 1:
                diepte[pijl.naar] = diepte[pijl.van] + 1
                veranderd = True
        if not veranderd:
            break
    los = {p.naar: p.van for p in reversed(list(pijlen)) if not p.volgt}
    vast = {s for p in volgt for s in (p.van, p.naar)}
    for naar, van in los.items():
        if naar not in vast and diepte[naar] == diepte[van]:
            diepte[naar] = diepte[van] + 1
    return diepte


def plaatsen(knopen: Sequence[Knoop], pijlen: Sequence[Pijl]) -> dict[str, tuple[int, int]]:
    """Left upper corner of every box; boxes stand near what they hang on."""
    sleutels = [k.sleutel for k in knopen]
    diepte = kolommen(sleutels, pijlen)
    eerder: dict[str, list[str]] = defaultdict(list)
    for pijl in pijlen:
        eerder[pijl.naar].append(pijl.van)
    uit: dict[str, tuple[int, int]] = {}
    for kolom in range(max(diepte.values(), default=0) + 1):
        hier = [s for s in sleutels if diepte[s] == kolom]
        hier.sort(key=lambda s: _midden(s, eerder, uit))
        for rij, sleutel in enumerate(hier):
            uit[sleutel] = (
                6 + kolom * (BREED + TUSSEN_X), 6 + rij * (HOOG + TUSSEN_Y) + 14 * (kolom % 2)
            )
    return uit


def _midden(sleutel: str, eerder: dict[str, list[str]], al: dict[str, tuple[int, int]]) -> float:
    hoogten = [al[e][1] for e in eerder[sleutel] if e in al]
    return sum(hoogten) / len(hoogten) if hoogten else 0


def netwerk_svg(
    knopen: Sequence[Knoop], pijlen: Sequence[Pijl], naam: str, punt: str
) -> SafeString:
    plek = plaatsen(knopen, pijlen)
    breed = max((x for x, _ in plek.values()), default=0) + BREED + 6
    hoog = max((y for _, y in plek.values()), default=0) + HOOG + 6
    return format_html(
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}"><defs><marker id="{}" '
        'viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
        'orient="auto-start-reverse"><path class="g-punt" d="M0 0L10 5L0 10z"/></marker></defs>'
        "{}{}</svg>",
        max(breed, 700), hoog, naam, punt,
        format_html_join("", "{}", ((_pijl(p, plek, punt),) for p in pijlen)),
        format_html_join("", "{}", ((_knoop(k, *plek[k.sleutel]),) for k in knopen)),
    )  # fmt: skip


def _pijl(pijl: Pijl, plek: dict[str, tuple[int, int]], punt: str) -> SafeString:
    (x1, y1), (x2, y2) = plek[pijl.van], plek[pijl.naar]
    if x1 < x2:
        begin, eind = (x1 + BREED, y1 + HOOG // 2), (x2 - 3, y2 + HOOG // 2)
        buig = (eind[0] - begin[0]) // 2
        vorm = (begin[0] + buig, begin[1], eind[0] - buig, eind[1])
    elif x1 == x2:
        begin, eind = (x1 + BREED, y1 + HOOG // 2), (x2 + BREED + 3, y2 + HOOG // 2 + 6)
        vorm = (begin[0] + 46, begin[1], eind[0] + 46, eind[1])
    else:
        begin, eind = (x1, y1 + HOOG // 2), (x2 + BREED + 3, y2 + HOOG // 2)
        vorm = (begin[0] - 46, begin[1], eind[0] + 46, eind[1])
    klasse = "g-pijl" + ("" if pijl.volgt else " g-pijl-los") + (" g-pijl-knelt" * pijl.knelt)
    return format_html(
        '<path class="{}" d="M{} {}C{} {} {} {} {} {}" marker-end="url(#{})"/>',
        klasse, *begin, *vorm, *eind, punt,
    )


def _knoop(knoop: Knoop, x: int, y: int) -> SafeString:
    klasse = {"hier": "g-doos g-doos-hier", "anders": "g-doos g-doos-anders"}
    onder = LEEG
    if knoop.onder:
        onder = format_html('<text x="{}" y="{}">{}</text>', x + 12, y + 42, _knip(knoop.onder, 29))
    return format_html(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="4"/>'
        '<text class="g-sterk" x="{}" y="{}">{}</text>{}',
        klasse.get(knoop.soort, "g-doos"), x, y, BREED, HOOG, x + 12, y + 22,
        _knip(knoop.label, 26), onder,
    )
