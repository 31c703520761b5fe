"""The icons, drawn in the page itself: one path each on a 24 by 24 grid, stroke two."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

ICONEN: dict[str, str] = {
    "bel": "M6 10a6 6 0 0 1 12 0c0 5 2 6 2 6H4s2-1 2-6M10 20h4",
    "persoon": "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-4 3.6-6 8-6s8 2 8 6",
    "team": "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2 20c0-3.5 3-5.5 7-5.5s7 2 7 5.5"
    "M16 4.5a3.5 3.5 0 0 1 0 6.5M18 15c2.5.6 4 2.3 4 5",
    "menu": "M4 7h16M4 12h16M4 17h16",
    "omlaag": "M6 9l6 6 6-6",
    "omhoog": "M6 15l6-6 6 6",
    "rechts": "M9 6l6 6-6 6",
    "links": "M15 6l-6 6 6 6",
    "pijl": "M5 12h14M13 6l6 6-6 6",
    "kruis": "M6 6l12 12M18 6L6 18",
    "vink": "M5 12.5l4.5 4.5L19 7",
    "plus": "M12 5v14M5 12h14",
    "let_op": "M12 4L2.5 20h19zM12 10v4.5M12 17.2v.3",
    "info": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 11v5.5M12 7.5v.3",
    "vraag": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M9.5 9.5c0-3.5 5-3.3 5 0 "
    "0 2-2.5 2-2.5 4.2M12 16.8v.3",
    "slot": "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
    "oog": "M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12"
    "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6",
    "zoek": "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M16 16l5 5",
    "filter": "M4 6h16M7 12h10M10 18h4",
    "agenda": "M4 6h16v14H4zM4 11h16M8 3v5M16 3v5",
    "klok": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 7v5.5l3.5 2",
    "bladwijzer": "M6 4h12v17l-6-5-6 5z",
    "document": "M6 3h8l4 4v14H6zM14 3v5h4M9 13h6M9 17h6",
    "hamer": "M13 4l7 7M10 7l7 7M11.5 8.5L3.5 16.5l4 4 8-8",
    "printer": "M7 9V4h10v5M5 9h14v8h-2M7 17H5V9M7 14h10v7H7z",
    "download": "M12 4v11M7 11l5 5 5-5M4 20h16",
    "ster": "M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.100 6-5.3-2.900L6.700 20l1.100-6-4.4-4.2 6-.8z",
    "stoppen": "M5 12h14",
}
MERK = SafeString(
    '<svg class="inzet-merk__beeld" viewBox="0 0 32 32" aria-hidden="true" focusable="false">'
    '<rect x="2" y="4" width="17" height="6" rx="3" class="m1"/>'
    '<rect x="9" y="13" width="21" height="6" rx="3" class="m2"/>'
    '<rect x="5" y="22" width="13" height="6" rx="3" class="m3"/></svg>'
)


def icoon(naam: str) -> SafeString:
    """A decorative icon; the words beside it carry the meaning."""
    if naam == "merk":
        return MERK
    return format_html(
        '<svg class="inzet-icoon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        '<path d="{}"/></svg>',
        ICONEN[naam],
    )
