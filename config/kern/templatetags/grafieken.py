"""Tags that draw: timeline, month chart, heat map, gauge, register on two axes.

Each gives a figure with the picture and, folded below it, the same as a table.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from config.kern import grafieken as g
from config.kern import netwerk as n
from config.kern import opmaak
from config.kern.templatetags.lijst import uniek
from config.kern.vorm import LEEG

register = template.Library()


def figuur(
    naam: str, beeld: SafeString, tabel: SafeString, onder: SafeString = LEEG, soort: str = ""
) -> SafeString:
    return format_html(
        '<figure class="inzet-grafiek{}"><figcaption>{}</figcaption>'
        '<div class="inzet-grafiek__vlak" role="group" aria-label="{}" tabindex="0">{}</div>{}'
        "<details><summary>Toon als tabel</summary>{}</details></figure>",
        f" inzet-grafiek--{soort}" if soort else "", naam, f"Beeld: {naam}", beeld, onder, tabel,
    )  # fmt: skip


def tabel(naam: str, koppen: Sequence[str], rijen: Sequence[Sequence[Any]]) -> SafeString:
    """A plain table; the first cell of a row is its head."""
    return format_html(
        '<div class="inzet-tabelvlak" role="region" aria-label="{}" tabindex="0">'
        '<table class="inzet-tabel inzet-tabel--compact"><caption class="inzet-alleen-voorlezen">'
        "{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>",
        f"Tabel: {naam}", naam,
        format_html_join("", '<th scope="col">{}</th>', ((k,) for k in koppen)),
        format_html_join(
            "", '<tr><th scope="row">{}</th>{}</tr>',
            ((rij[0], format_html_join("", "<td>{}</td>", ((c,) for c in rij[1:])))
             for rij in rijen),
        ),
    )  # fmt: skip


def legenda(punten: Sequence[tuple[str, str]], patroon: str) -> SafeString:
    return format_html(
        '<ul class="inzet-legenda">{}</ul>',
        format_html_join(
            "",
            '<li><svg viewBox="0 0 20 14" aria-hidden="true">{}</svg>{}</li>',
            ((_monster(soort, patroon), tekst) for soort, tekst in punten),
        ),
    )


def _monster(soort: str, patroon: str) -> SafeString:
    if soort == "lijn":
        return format_html('<line class="g-{}" x1="0" y1="7" x2="20" y2="7"/>', "aanbod")
    vulling = format_html(' fill="url(#{})"', patroon) if soort == "voorlopig" else LEEG
    return format_html(
        '<rect class="g-{}" x="1" y="1" width="18" height="12" rx="2"{}/>', soort, vulling
    )


@register.simple_tag(takes_context=True)
def gantt(
    context: Context, rijen: Sequence[g.Rij], van: date, tot: date, naam: str,
    nu: date | None = None, kop: str = "Wie",
) -> SafeString:  # fmt: skip
    """Timeline of inzet: rows of ``Rij`` with ``Balk``; striped is provisional."""
    patroon = uniek(context, "gantt", naam)
    regels = [
        (
            format_html('<a href="{}">{}</a>', rij.url, rij.label) if rij.url else rij.label,
            balk.label,
            opmaak.periode(balk.begin, balk.einde),
            "voorlopig" if balk.soort == "voorlopig" else "vast",
        )
        for rij in rijen
        for balk in rij.balken
    ]
    soorten = {balk.soort for rij in rijen for balk in rij.balken}
    uitleg = legenda([("vast", "vastgelegd"), ("voorlopig", "voorlopig")], patroon)
    return figuur(
        naam, g.gantt_svg(rijen, van, tot, nu, naam, patroon),
        tabel(naam, (kop, "Waarop", "Periode", "Zekerheid"), regels),
        uitleg if "voorlopig" in soorten else LEEG,
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def maandgrafiek(
    context: Context, maanden: Sequence[date], reeksen: Sequence[g.Reeks], naam: str,
    eenheid: str = "fte",
) -> SafeString:  # fmt: skip
    """Month by month: stacked areas (``vlak``, ``voorlopig``) below lines (``lijn``)."""
    patroon = uniek(context, "maanden", naam)
    koppen = ["Maand", *(r.naam for r in reeksen)]
    regels = [
        (f"{opmaak.maand_kort(dag)} {dag.year}",
         *(opmaak.getal(round(r.waarden[i], 1)) for r in reeksen))
        for i, dag in enumerate(maanden)
    ]  # fmt: skip
    return figuur(
        naam, g.maanden_svg(maanden, reeksen, naam, patroon, eenheid), tabel(naam, koppen, regels),
        legenda([(r.soort, r.naam) for r in reeksen], patroon),
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def periodegrafiek(
    context: Context, koppen: Sequence[str], reeksen: Sequence[g.Reeks], naam: str, kop: str,
    eenheid: str = "fte",
) -> SafeString:  # fmt: skip
    """As ``maandgrafiek`` for weeks or years, each with its own name in ``koppen``."""
    patroon = uniek(context, "perioden", naam)
    regels = [
        (woord, *(opmaak.getal(round(r.waarden[i], 1)) for r in reeksen))
        for i, woord in enumerate(koppen)
    ]
    return figuur(
        naam, g.perioden_svg(koppen, reeksen, naam, patroon, eenheid),
        tabel(naam, [kop, *(r.naam for r in reeksen)], regels),
        legenda([(r.soort, r.naam) for r in reeksen], patroon),
    )  # fmt: skip


@register.inclusion_tag("_warmtekaart.html")
def warmtekaart(
    kolommen: Sequence[str], rijen: Sequence[Any], naam: str, kop: str = "Team"
) -> dict[str, Any]:
    """A heat map that is a table: ``rijen`` are ``(label, url, cellen)``.

    A cell is ``(tekst, band, url, is_voorlopig)``; band 0 (krap) to 4 (ruim), or "tekort".
    """
    return {"kolommen": kolommen, "rijen": rijen, "naam": naam, "kop": kop}


@register.simple_tag
def fte_meter(waarde: Any, minimum: Any = 8, maximum: Any = 15, wat: str = "fte") -> SafeString:
    """The size of a team against the band of the regulation."""
    getal = opmaak.getal(waarde, 2).rstrip("0").rstrip(",")
    if waarde < minimum:
        oordeel = f"{wat}, minder dan {minimum}"
    elif waarde > maximum:
        oordeel = f"{wat}, meer dan {maximum}"
    else:
        oordeel = f"{wat}, tussen {minimum} en {maximum}"
    return format_html(
        '<div class="inzet-grafiek inzet-grafiek--smal inzet-meter"><p><strong>{}</strong> {}</p>'
        "{}</div>",
        getal, oordeel,
        g.meter_svg(float(waarde), float(minimum), float(maximum), f"{getal} {oordeel}"),
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def registerlijn(
    context: Context, regels: Sequence[Any], van: date, tot: date, naam: str,
    geldig_op: date | None = None, bekend_op: datetime | None = None,
) -> SafeString:  # fmt: skip
    """The register on two axes: across what was valid, downward what became known.

    ``regels`` have ``label``, ``begin_geldigheid``, ``einde_geldigheid``,
    ``tijdstip_registratie``, ``eind_registratie`` and ``besluit``.
    """
    patroon = uniek(context, "register", naam)
    rijen, tabelrijen = [], []
    for regel in sorted(regels, key=lambda r: r.tijdstip_registratie):
        is_bekend = bekend_op is None or regel.tijdstip_registratie <= bekend_op
        is_oud = regel.eind_registratie is not None and (
            bekend_op is None or regel.eind_registratie <= bekend_op
        )
        soort = "vast" if is_bekend and not is_oud else "oud" if is_oud else "tweede"
        balk = g.Balk(regel.begin_geldigheid, regel.einde_geldigheid, str(regel.label), soort)
        sinds = f"bekend sinds {opmaak.dag_compact(regel.tijdstip_registratie)}"
        tot_en_met = (
            f"tot {opmaak.dag_compact(regel.eind_registratie)}" if regel.eind_registratie else ""
        )
        rijen.append(g.Rij(sinds, (balk,), tot_en_met))
        tabelrijen.append((
            regel.label, opmaak.periode(regel.begin_geldigheid, regel.einde_geldigheid),
            opmaak.moment(regel.tijdstip_registratie), opmaak.moment(regel.eind_registratie),
            regel.besluit,
        ))  # fmt: skip
    uitleg = legenda([("vast", "geldt zoals bekend"), ("oud", "later vervangen")], patroon)
    return figuur(
        naam, g.gantt_svg(rijen, van, tot, geldig_op, naam, patroon, bij_nu="geldig op"),
        tabel(naam, ("Wie", "Geldig", "Geregistreerd", "Vervangen", "Besluit"), tabelrijen),
        uitleg,
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def netwerk(
    context: Context, knopen: Sequence[n.Knoop], pijlen: Sequence[n.Pijl], naam: str
) -> SafeString:
    """Boxes with arrows; the page shows the same facts as a table below it."""
    return format_html(
        '<figure class="inzet-grafiek"><figcaption>{}</figcaption>'
        '<div class="inzet-grafiek__vlak" role="group" aria-label="{}" tabindex="0">{}</div>'
        "</figure>",
        naam, f"Beeld: {naam}",
        n.netwerk_svg(knopen, pijlen, naam, uniek(context, "netwerk", naam)),
    )  # fmt: skip
