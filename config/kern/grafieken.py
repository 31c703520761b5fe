"""Pictures drawn on the server: SVG without script or style, each beside its own table.

A picture repeats what the table says, so the SVG is one image with a name; who cannot see it
reads the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil, log10

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from config.kern import opmaak
from config.kern.vorm import LEEG

BREED = 1000
LABEL = 230
RIJ = 42
KOP = 34


@dataclass(frozen=True, slots=True)
class Balk:
    """A period in a row; ``soort`` is vast, tweede, warm, voorlopig or oud. End is exclusive."""

    begin: date
    einde: date | None
    label: str = ""
    soort: str = "vast"


@dataclass(frozen=True, slots=True)
class Rij:
    """A row of a timeline: a name, something smaller below it, and its periods."""

    label: str
    balken: Sequence[Balk] = ()
    onder: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Reeks:
    """A series of a month chart; ``soort`` is lijn, vlak, vraag or voorlopig."""

    naam: str
    waarden: Sequence[float]
    soort: str = "vlak"


@dataclass(frozen=True, slots=True)
class Schaal:
    """Days to horizontal places."""

    van: date
    tot: date
    links: int = LABEL
    rechts: int = BREED - 10
    dagen: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "dagen", max((self.tot - self.van).days, 1))

    def x(self, dag: date) -> float:
        binnen = min(max(dag, self.van), self.tot)
        breed = self.rechts - self.links
        return round(self.links + (binnen - self.van).days / self.dagen * breed, 1)

    def maanden(self) -> list[date]:
        """The first days of months on the scale, thinned to at most about fourteen."""
        alle, dag = [], self.van.replace(day=1)
        while dag < self.tot:
            if dag >= self.van:
                alle.append(dag)
            dag = (dag + timedelta(days=32)).replace(day=1)
        stap = next(s for s in (1, 3, 6, 12, 24, 60, 600) if len(alle) / s <= 14)
        return [d for d in alle if (d.month - 1 + 12 * d.year) % stap == 0]


def _maandlijnen(schaal: Schaal, hoog: int) -> SafeString:
    regels = []
    for dag in schaal.maanden():
        x = schaal.x(dag)
        tekst = opmaak.maand_kort(dag)
        if dag.month == 1 or dag == schaal.maanden()[0]:
            tekst = f"{tekst} {dag.year}"
        if x + 9 * len(tekst) < BREED:
            regels.append((x, KOP - 6, x, hoog, x + 4, KOP - 12, tekst))
    return format_html_join(
        "",
        '<line class="g-lijn" x1="{}" y1="{}" x2="{}" y2="{}"/><text x="{}" y="{}">{}</text>',
        regels,
    )


def _nu_lijn(schaal: Schaal, dag: date | None, hoog: int, tekst: str = "vandaag") -> SafeString:
    if dag is None or not schaal.van <= dag < schaal.tot:
        return LEEG
    x = schaal.x(dag)
    return format_html(
        '<line class="g-nu" x1="{}" y1="{}" x2="{}" y2="{}"/>'
        '<text class="g-nu-tekst" x="{}" y="{}">{}</text>',
        x, KOP - 4, x, hoog, x + 5, hoog + 16, tekst,
    )  # fmt: skip


def streep(id_: str) -> SafeString:
    """The pattern that says: provisional."""
    return format_html(
        '<defs><pattern id="{}" width="8" height="8" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="g-streepvlak" width="8" height="8"/>'
        '<rect class="g-streep" width="3.5" height="8"/></pattern></defs>',
        id_,
    )


def banen(balken: Sequence[Balk]) -> list[tuple[int, Balk]]:
    """Each period with its lane, so that periods at the same time lie below each other."""
    vrij_vanaf: list[date | None] = []
    uit = []
    for balk in sorted(balken, key=lambda b: b.begin):
        vrij = (n for n, tot in enumerate(vrij_vanaf) if tot is not None and tot <= balk.begin)
        baan = next(vrij, len(vrij_vanaf))
        vrij_vanaf[baan : baan + 1] = [balk.einde]
        uit.append((baan, balk))
    return uit


def _balk(schaal: Schaal, balk: Balk, y: int, patroon: str) -> SafeString:
    x, x2 = schaal.x(balk.begin), schaal.x(balk.einde or schaal.tot)
    breed = max(x2 - x, 3)
    vulling = format_html(' fill="url(#{})"', patroon) if balk.soort == "voorlopig" else LEEG
    label = _knip(balk.label, int((breed - 16) / 7.6)) if breed > 60 else ""
    kant = (
        format_html('<rect class="g-kant" x="{}" y="{}" width="5" height="30"/>', x, y + 6)
        if balk.soort == "vast" else LEEG
    )  # fmt: skip
    return format_html(
        '<rect class="g-{}" x="{}" y="{}" width="{}" height="30" rx="2"{}/>{}{}',
        balk.soort, x, y + 6, round(breed, 1), vulling,
        format_html('<text class="g-op-licht" x="{}" y="{}">{}</text>', x + 12, y + 26, label)
        if label else LEEG,
        kant,
    )  # fmt: skip


def _knip(tekst: str, tekens: int) -> str:
    return tekst if len(tekst) <= tekens else f"{tekst[: tekens - 1].rstrip()}…"


def gantt_svg(
    rijen: Sequence[Rij], van: date, tot: date, nu: date | None, naam: str, patroon: str,
    bij_nu: str = "vandaag",
) -> SafeString:
    """Who works on what, and until when."""
    schaal = Schaal(van, tot)
    regels = []
    y = KOP
    for rij in rijen:
        op_baan = banen(rij.balken)
        regels.append((
            0, y, BREED, y,
            y + (18 if rij.onder else 26), _knip(rij.label, 26),
            format_html('<text x="0" y="{}">{}</text>', y + 36, _knip(rij.onder, 28))
            if rij.onder else LEEG,
            format_html_join(
                "", "{}", ((_balk(schaal, b, y + n * (RIJ - 8), patroon),) for n, b in op_baan)
            ),
        ))  # fmt: skip
        y += RIJ + (RIJ - 8) * max((n for n, _ in op_baan), default=0)
    hoog = y
    return format_html(
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}{}{}</svg>',
        BREED, hoog + 22, naam, streep(patroon), _maandlijnen(schaal, hoog),
        format_html_join(
            "",
            '<line class="g-lijn" x1="{}" y1="{}" x2="{}" y2="{}"/>'
            '<text class="g-sterk" x="0" y="{}">{}</text>{}{}',
            regels,
        ),
        _nu_lijn(schaal, nu, hoog, bij_nu),
    )  # fmt: skip


def ronde_top(hoogste: float) -> float:
    """A round number just above the highest value, so the axis reads easily."""
    if hoogste <= 0:
        return 1
    macht = 10 ** (ceil(log10(hoogste)) - 1)
    return next(macht * s for s in (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10) if macht * s >= hoogste)


def maanden_svg(
    maanden: Sequence[date], reeksen: Sequence[Reeks], naam: str, patroon: str, eenheid: str
) -> SafeString:
    """Areas stacked on each other with lines above them, month by month."""
    koppen = [_maandnaam(dag, nummer) for nummer, dag in enumerate(maanden)]
    return perioden_svg(koppen, reeksen, naam, patroon, eenheid)


def perioden_svg(
    maanden: Sequence[str], reeksen: Sequence[Reeks], naam: str, patroon: str, eenheid: str
) -> SafeString:
    """The same for weeks or years: each period has its own word; long rows name every few."""
    stap_kop = ceil(len(maanden) / 14) or 1
    links, boven, onder, hoog = 56, 14, 300, 336
    stapel = [r for r in reeksen if r.soort != "lijn"]
    tops = [sum(r.waarden[i] for r in stapel) for i in range(len(maanden))]
    top = ronde_top(max([*tops, *(w for r in reeksen for w in r.waarden), 0]))

    def y(waarde: float) -> float:
        return round(onder - waarde / top * (onder - boven), 1)

    stap = (BREED - links - 20) / max(len(maanden) - 1, 1)
    xs = [round(links + i * stap, 1) for i in range(len(maanden))]
    assen = format_html_join(
        "",
        '<line class="g-lijn" x1="{}" y1="{}" x2="{}" y2="{}"/>'
        '<text x="{}" y="{}" text-anchor="end">{}</text>',
        (
            (links, y(top * i / 4), BREED - 20, y(top * i / 4), links - 8, y(top * i / 4) + 5,
             opmaak.getal(round(top * i / 4, 1)))
            for i in range(5)
        ),
    )  # fmt: skip
    voet = [0.0] * len(maanden)
    vlakken = []
    for reeks in stapel:
        hoofd = [v + w for v, w in zip(voet, reeks.waarden, strict=True)]
        punten = [*zip(xs, map(y, hoofd), strict=True)]
        punten += reversed([*zip(xs, map(y, voet), strict=True)])
        vulling = format_html(' fill="url(#{})"', patroon) if reeks.soort != "vlak" else LEEG
        klasse = {"vlak": "g-vlak", "vraag": "g-vraag-vlak"}.get(reeks.soort, "g-voorlopig")
        vlakken.append((klasse, " ".join(f"{a},{b}" for a, b in punten), vulling))
        voet = hoofd
    lijnen = [
        (" ".join(f"{a},{y(w)}" for a, w in zip(xs, r.waarden, strict=True)),)
        for r in reeksen if r.soort == "lijn"
    ]  # fmt: skip
    return format_html(
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}<text x="0" y="10">{}</text>'
        "{}{}{}{}</svg>",
        BREED, hoog, naam, streep(patroon), eenheid, assen,
        format_html_join("", '<polygon class="{}" points="{}"{}/>', vlakken),
        format_html_join("", '<polyline class="g-aanbod" points="{}"/>', lijnen),
        format_html_join(
            "", '<text x="{}" y="{}" text-anchor="middle">{}</text>',
            ((x, onder + 22, kop) for i, (x, kop) in enumerate(zip(xs, maanden, strict=True))
             if i % stap_kop == 0),
        ),
    )  # fmt: skip


def _maandnaam(dag: date, nummer: int) -> str:
    kort = opmaak.maand_kort(dag)
    return f"{kort} {dag.year}" if nummer == 0 or dag.month == 1 else kort


def meter_svg(waarde: float, minimum: float, maximum: float, naam: str) -> SafeString:
    """A small gauge: the value against the band in which it should lie."""
    top = max(maximum * 1.35, waarde * 1.08, 1)

    def x(getal: float) -> float:
        return round(getal / top * 300, 1)

    soort = "g-vast" if minimum <= waarde <= maximum else "g-warm"
    return format_html(
        '<svg viewBox="0 0 300 44" role="img" aria-label="{}">'
        '<rect class="g-goedvlak" x="{}" y="2" width="{}" height="22" rx="3"/>'
        '<rect class="{}" x="0" y="8" width="{}" height="10" rx="5"/>'
        '<line class="g-as" x1="{}" y1="2" x2="{}" y2="26"/>'
        '<line class="g-as" x1="{}" y1="2" x2="{}" y2="26"/>'
        '<text x="{}" y="41" text-anchor="middle">{}</text>'
        '<text x="{}" y="41" text-anchor="middle">{}</text></svg>',
        naam, x(minimum), round(x(maximum) - x(minimum), 1), soort, x(waarde),
        x(minimum), x(minimum), x(maximum), x(maximum),
        x(minimum), opmaak.getal(minimum), x(maximum), opmaak.getal(maximum),
    )  # fmt: skip
