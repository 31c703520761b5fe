"""Tables, filters and pages of a list; part of the library ``inzet``."""

from collections.abc import Mapping, Sequence
from typing import Any
from zlib import crc32

from django import template
from django.core.paginator import Page
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from config.kern import facetten as facetten_
from config.kern import iconen
from config.kern.vorm import LEEG

register = template.Library()


def uniek(context: Context, *delen: object) -> str:
    """An id that is unique in the page and the same at every rendering."""
    request = context.get("request")
    teller = getattr(request, "_inzet_teller", 0) + 1 if request else 0
    if request:
        request._inzet_teller = teller
    pad = getattr(request, "path", "")
    return f"i{crc32('|'.join(map(str, (pad, teller, *delen))).encode()):08x}"


def attributen(paren: Mapping[str, object]) -> SafeString:
    return format_html_join("", ' {}="{}"', ((k, v) for k, v in paren.items() if v))


@register.simple_block_tag(takes_context=True)
def tabel(
    context: Context,
    content: SafeString,
    bijschrift: str,
    zichtbaar: bool = False,
    soort: str = "",
    id: str = "",
) -> SafeString:
    """A data table in a region that scrolls by itself; rows stack when ``soort="stapel"``."""
    id_ = uniek(context, bijschrift)
    return format_html(
        '<div class="inzet-tabelvlak" role="region" aria-labelledby="{}" tabindex="0">'
        '<table class="utrecht-table inzet-tabel{}"{}>'
        '<caption class="utrecht-table__caption{}" id="{}">{}</caption>{}</table></div>',
        id_,
        f" inzet-tabel--{soort}" if soort else "",
        attributen({"id": id}),
        "" if zichtbaar else " inzet-alleen-voorlezen",
        id_,
        bijschrift,
        content,
    )


@register.simple_tag(takes_context=True)
def kolom(
    context: Context, tekst: str, sorteer: str = "", soort: str = "", parameter: str = "sorteer"
) -> SafeString:
    """A column head; with ``sorteer`` a link that sorts on it, second click turns it round."""
    klasse = attributen({"class": f"inzet-tabel__{soort}" if soort else ""})
    if not sorteer:
        return format_html('<th scope="col"{}>{}</th>', klasse, tekst)
    vraag = context["request"].GET.copy()
    nu = vraag.get(parameter, "")
    richting = {sorteer: "ascending", f"-{sorteer}": "descending"}.get(nu, "")
    vraag[parameter] = f"-{sorteer}" if nu == sorteer else sorteer
    vraag.pop("pagina", None)
    pijl = {"ascending": iconen.icoon("omhoog"), "descending": iconen.icoon("omlaag")}
    return format_html(
        '<th scope="col"{}{}><a class="inzet-sorteer" href="?{}">{}{}</a></th>',
        klasse,
        attributen({"aria-sort": richting}),
        vraag.urlencode(),
        tekst,
        pijl.get(richting, LEEG),
    )


@register.inclusion_tag("_facetten.html", takes_context=True)
def facetten(
    context: Context,
    lijst: Sequence[facetten_.Facet],
    zoek: str | None = None,
    zoeklabel: str = "Zoeken",
    doel: str = "",
) -> dict[str, Any]:
    """The filter form of a list page: search box, facets with counts, works without script."""
    request = context["request"]
    namen = {een.naam for een in lijst} | {"zoek", "pagina"}
    rest = [(k, w) for k, ws in request.GET.lists() if k not in namen for w in ws]
    return {
        "facetten": lijst,
        "zoek": zoek,
        "zoeklabel": zoeklabel,
        "doel": doel,
        "pad": request.path,
        "rest": rest,
    }


@register.inclusion_tag("_filterchips.html", takes_context=True)
def filterchips(context: Context, lijst: Sequence[facetten_.Facet]) -> dict[str, Any]:
    """The chosen filters as chips, with one way to take them all off."""
    request = context["request"]
    zoek = request.GET.get("zoek", "")
    zonder = request.GET.copy()
    zonder.pop("zoek", None)
    return {
        "keuzes": facetten_.keuzes(lijst, request.GET),
        "zoek": zoek,
        "zonder_zoek": f"?{zonder.urlencode()}",
        "pad": request.path,
    }


@register.inclusion_tag("_paginering.html", takes_context=True)
def paginering(context: Context, pagina: Page, wat: str = "regels") -> dict[str, Any]:
    """Earlier and later pages of a list, keeping the filters."""
    vraag = context["request"].GET.copy()

    def url(nummer: int) -> str:
        vraag["pagina"] = str(nummer)
        return f"?{vraag.urlencode()}"

    reeks = pagina.paginator.get_elided_page_range(pagina.number, on_each_side=1, on_ends=1)
    return {
        "pagina": pagina,
        "wat": wat,
        "nummers": [(n, url(n) if isinstance(n, int) else "") for n in reeks],
        "vorige": url(pagina.previous_page_number()) if pagina.has_previous() else "",
        "volgende": url(pagina.next_page_number()) if pagina.has_next() else "",
    }
