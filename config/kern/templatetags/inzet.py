"""The components of every screen. Their parameters are described in docs/componenten.md."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BaseForm
from django.middleware.csrf import get_token
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from config.kern import iconen, onderdelen, opmaak, vorm
from config.kern.fouten import Beletsel
from config.kern.onderdelen import plaatje
from config.kern.templatetags import lijst
from config.kern.templatetags.lijst import attributen, uniek
from config.kern.vorm import LEEG

register = template.Library()
register.tags.update(lijst.register.tags)

register.filter("dag", opmaak.dag)
register.filter("dag_kort", opmaak.dag_compact)
register.filter("dag_lang", opmaak.dag_zonder_weekdag)
register.filter("moment", opmaak.moment)
register.filter("periode", opmaak.periode)
register.filter("getal", opmaak.getal)
register.filter("fte", opmaak.fte)
register.filter("euro", opmaak.euro)
register.filter("geteld", opmaak.geteld)
register.filter("instelwaarde", opmaak.instelwaarde)
register.filter("nog_werkdagen", opmaak.nog_werkdagen)
register.simple_tag(iconen.icoon, name="icoon")
register.simple_tag(vorm.veld, name="veld")
for _deel in (
    onderdelen.status,
    onderdelen.chip,
    onderdelen.feit,
    onderdelen.tabbladen,
    onderdelen.fasebalk,
    onderdelen.tegel,
    onderdelen.persoon,
):
    register.simple_tag(_deel)
register.simple_tag(vorm.foutenlijst, name="foutenlijst")

KNOP = {
    "primair": "utrecht-button utrecht-button--primary-action",
    "gewoon": "utrecht-button utrecht-button--secondary-action",
    "stil": "utrecht-button utrecht-button--subtle",
    "gevaar": "utrecht-button utrecht-button--secondary-action utrecht-button--danger",
}


@register.simple_tag(takes_context=True)
def actie(
    context: Context,
    tekst: str,
    url: str = "",
    beletsel: Beletsel | None = None,
    soort: str = "gewoon",
    methode: str = "get",
    icoon: str = "",
    bevestig: str = "",
    naam: str = "",
    waarde: str = "",
    doel: str = "",
    over: str = "",
    toets: str = "",
) -> SafeString:
    """A button that acts, or the same button switched off with the reason beside it."""
    klasse = KNOP[soort]
    woorden = format_html("{}{}{}", _toets(toets), tekst, _over(over))
    if beletsel:
        id_ = uniek(context, tekst, url)
        return format_html(
            '<span class="inzet-actie inzet-actie--uit"><button type="button" class="{} '
            'utrecht-button--disabled" disabled aria-describedby="{}">{}{}</button>'
            '<span class="inzet-actie__reden" id="{}">{}{}</span></span>',
            klasse,
            id_,
            plaatje(icoon),
            woorden,
            id_,
            iconen.icoon("slot"),
            beletsel.zin,
        )
    if methode == "get":
        htmx = {
            "hx-get": doel and url,
            "hx-target": doel,
            "data-toets": toets,
            "aria-keyshortcuts": toets,
        }
        return format_html(
            '<a class="inzet-actie {}" href="{}"{}>{}{}</a>',
            klasse,
            url,
            attributen(htmx),
            plaatje(icoon),
            woorden,
        )
    htmx = {"hx-post": doel and url, "hx-target": doel}
    knop = {
        "name": naam,
        "value": waarde,
        "data-bevestig": bevestig,
        "data-toets": toets,
        "aria-keyshortcuts": toets,
    }
    return format_html(
        '<form class="inzet-actie" method="post" action="{}"{}>{}'
        '<button type="submit" class="{}"{}>{}{}</button></form>',
        url,
        attributen(htmx),
        _csrf(context),
        klasse,
        attributen(knop),
        plaatje(icoon),
        woorden,
    )


def _over(over: str) -> SafeString:
    """What the button is about, for who hears the page: "Kies" of whom?"""
    return format_html('<span class="inzet-alleen-voorlezen"> {}</span>', over) if over else LEEG


def _toets(toets: str) -> SafeString:
    """The key of this act, shown on the shared screen only."""
    if not toets:
        return LEEG
    return format_html('<span class="inzet-scherm__toets" aria-hidden="true">{}</span>', toets)


def _csrf(context: Context) -> SafeString:
    request = context.get("request")
    if request is None:
        return LEEG
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(request)
    )


@register.simple_tag
def paginakop(
    titel: str,
    inleiding: str = "",
    boven: str = "",
    status: str = "",
    terug: str = "",
    terug_tekst: str = "Terug",
) -> SafeString:
    """The head of a page without actions; use the block form ``kop`` when there are any."""
    return _paginakop(LEEG, titel, inleiding, boven, status, terug, terug_tekst)


@register.simple_block_tag
def kop(
    content: SafeString,
    titel: str,
    inleiding: str = "",
    boven: str = "",
    status: str = "",
    terug: str = "",
    terug_tekst: str = "Terug",
) -> SafeString:
    """The head of a page with the actions inside it."""
    return _paginakop(
        content if content.strip() else LEEG, titel, inleiding, boven, status, terug, terug_tekst
    )


def _paginakop(
    acties: str, titel: str, inleiding: str, boven: str, status: str, terug: str, terug_tekst: str
) -> SafeString:
    return format_html(
        '<header class="inzet-paginakop">{}<div class="inzet-paginakop__rij">'
        '<div class="inzet-paginakop__tekst">{}<h1 class="utrecht-heading-1">{}</h1>{}{}</div>{}'
        "</div></header>",
        format_html(
            '<a class="inzet-terug" href="{}">{}{}</a>', terug, iconen.icoon("links"), terug_tekst
        )
        if terug
        else LEEG,
        format_html('<p class="inzet-paginakop__boven">{}</p>', boven) if boven else LEEG,
        titel,
        format_html('<div class="inzet-paginakop__status">{}</div>', status) if status else LEEG,
        format_html('<p class="inzet-inleiding">{}</p>', inleiding) if inleiding else LEEG,
        format_html('<div class="inzet-paginakop__acties">{}</div>', acties) if acties else LEEG,
    )


@register.simple_block_tag
def kaart(
    content: SafeString,
    titel: str = "",
    url: str = "",
    meta: str = "",
    niveau: int = 2,
    soort: str = "",
    id: str = "",
) -> SafeString:
    """A card; with ``url`` the title is a link that covers the card."""
    kop_ = LEEG
    if titel:
        naam = (
            format_html('<a class="inzet-kaart__link" href="{}">{}</a>', url, titel)
            if url
            else titel
        )
        kop_ = format_html('<h{} class="inzet-kaart__titel">{}</h{}>', niveau, naam, niveau)
    return format_html(
        '<section class="inzet-kaart{}{}"{}>{}{}<div class="inzet-kaart__inhoud">{}</div>'
        "</section>",
        " inzet-kaart--link" if url else "",
        f" inzet-kaart--{soort}" if soort else "",
        attributen({"id": id}),
        format_html('<p class="inzet-kaart__meta">{}</p>', meta) if meta else LEEG,
        kop_,
        content,
    )


@register.simple_block_tag
def feiten(content: SafeString, soort: str = "") -> SafeString:
    """A definition list around ``{% feit %}``; ``soort="rij"`` lays them side by side."""
    return format_html(
        '<dl class="inzet-feiten{}">{}</dl>', f" inzet-feiten--{soort}" if soort else "", content
    )


@register.simple_block_tag
def leeg(content: SafeString, titel: str, icoon: str = "zoek", niveau: int = 2) -> SafeString:
    """Nothing here: why, and what to do next."""
    return format_html(
        '<div class="inzet-leeg">{}<h{} class="inzet-leeg__titel">{}</h{}>{}</div>',
        iconen.icoon(icoon),
        niveau,
        titel,
        niveau,
        content,
    )


@register.inclusion_tag("_formulier.html", takes_context=True)
def formulier(
    context: Context,
    form: BaseForm,
    knop: str = "Opslaan",
    annuleer: str = "",
    url: str = "",
    soort: str = "primair",
    beletsel: Beletsel | None = None,
    doel: str = "",
    methode: str = "post",
) -> dict[str, Any]:
    """A whole form: error summary, fields, one primary button and a way out."""
    return {
        "form": form,
        "knop": knop,
        "annuleer": annuleer,
        "url": url,
        "soort": soort,
        "beletsel": beletsel,
        "doel": doel,
        "methode": methode,
        "knop_klasse": KNOP[soort],
        "csrf": _csrf(context),
        "is_bestand": form.is_multipart(),
        "request": context.get("request"),
    }


@register.inclusion_tag("_tijdlijn.html")
def tijdlijn(regels: Sequence[Any], leeg: str = "Er is nog niets gebeurd.") -> dict[str, Any]:
    """Who, when, what and why, newest first as given: objects or dicts with these keys."""
    namen = ("wanneer", "wie", "wat", "waarom", "url", "soort")
    velden = [
        {n: (r.get(n) if isinstance(r, Mapping) else getattr(r, n, None)) or "" for n in namen}
        for r in regels
    ]
    for een in velden:
        een["is_moment"] = isinstance(een["wanneer"], datetime)
        een["is_dag"] = isinstance(een["wanneer"], date)
    return {"regels": velden, "leeg": leeg}


MELDING_ICOON = {
    "info": "info",
    "goed": "vink",
    "let_op": "let_op",
    "fout": "let_op",
    "success": "vink",
    "warning": "let_op",
    "error": "let_op",
    "debug": "info",
}
MELDING_SOORT = {"success": "goed", "warning": "let-op", "error": "fout", "debug": "info"}


@register.simple_block_tag
def melding(
    content: SafeString, soort: str = "info", titel: str = "", niveau: int = 2
) -> SafeString:
    """A message on the page: info, goed, let_op or fout. Django's message levels work too."""
    klasse = MELDING_SOORT.get(soort, soort.replace("_", "-")) or "info"
    return format_html(
        '<div class="inzet-melding inzet-melding--{}" role="{}">{}<div>{}{}</div></div>',
        klasse,
        "alert" if klasse == "fout" else "status",
        iconen.icoon(MELDING_ICOON.get(soort, "info")),
        format_html('<h{} class="inzet-melding__titel">{}</h{}>', niveau, titel, niveau)
        if titel
        else LEEG,
        content,
    )


@register.simple_block_tag
def dialoog(
    content: SafeString, id: str, titel: str, knop: str, soort: str = "gewoon", icoon: str = ""
) -> SafeString:
    """A native dialog with the button that opens it."""
    return format_html(
        '<button type="button" class="{}" command="show-modal" commandfor="{}">{}{}</button>'
        '<dialog class="inzet-dialoog" id="{}" aria-labelledby="{}-titel">'
        '<div class="inzet-dialoog__kop"><h2 class="utrecht-heading-3" id="{}-titel">{}</h2>'
        '<button type="button" class="inzet-dialoog__sluit" command="close" commandfor="{}" '
        'aria-label="Sluiten">{}</button></div>{}</dialog>',
        KNOP[soort],
        id,
        plaatje(icoon),
        knop,
        id,
        id,
        id,
        titel,
        id,
        iconen.icoon("kruis"),
        content,
    )


@register.simple_block_tag(takes_context=True)
def hulp(context: Context, content: SafeString, over: str) -> SafeString:
    """A question mark that opens a short explanation beside the words it explains."""
    id_ = uniek(context, over)
    return format_html(
        '<button type="button" class="inzet-hulp" popovertarget="{}" aria-label="Uitleg over {}">{}'
        '</button><span class="inzet-hulp__tekst" id="{}" popover>{}</span>',
        id_,
        over,
        iconen.icoon("vraag"),
        id_,
        content,
    )
