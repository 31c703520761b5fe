"""The parts of a screen that need no page around them: words and values in, HTML out."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from config.kern import iconen, opmaak
from config.kern.vorm import LEEG


def plaatje(naam: str) -> SafeString:
    """An icon, or nothing when there is no name."""
    return iconen.icoon(naam) if naam else LEEG


def status(tekst: str, soort: str = "neutraal") -> SafeString:
    """A status as a badge: neutraal, info, goed, let_op, fout or voorlopig (striped)."""
    return format_html(
        '<span class="inzet-status inzet-status--{}">{}</span>', soort.replace("_", "-"), tekst
    )


def chip(tekst: str, url: str = "", weg: str = "", icoon: str = "") -> SafeString:
    """A small label; with ``url`` a link, with ``weg`` a chosen filter that can be taken off."""
    if weg:
        return format_html(
            '<a class="inzet-chip inzet-chip--weg" href="{}">{}{}'
            '<span class="inzet-alleen-voorlezen"> weghalen</span></a>',
            weg,
            tekst,
            iconen.icoon("kruis"),
        )
    if url:
        return format_html('<a class="inzet-chip" href="{}">{}{}</a>', url, plaatje(icoon), tekst)
    return format_html('<span class="inzet-chip">{}{}</span>', plaatje(icoon), tekst)


def feit(label: str, waarde: Any = "", url: str = "", leeg: str = "Nog niet bekend") -> SafeString:
    """One line of facts; an empty value says so."""
    if waarde is None or waarde == "":
        inhoud = format_html('<span class="inzet-leeg-waarde">{}</span>', leeg)
    elif url:
        inhoud = format_html('<a class="utrecht-link" href="{}">{}</a>', url, waarde)
    else:
        inhoud = conditional_escape(waarde)
    return format_html('<div class="inzet-feit"><dt>{}</dt><dd>{}</dd></div>', label, inhoud)


def tabbladen(lijst: Sequence[tuple[Any, ...]], naam: str = "Onderdelen") -> SafeString:
    """Tabs as plain links: ``(label, url, is_actief)`` or with a count as fourth."""
    regels = []
    for label, url, is_actief, *rest in lijst:
        aantal = rest[0] if rest else None
        teller = (
            format_html(' <span class="inzet-teller">{}</span>', aantal)
            if aantal is not None
            else LEEG
        )
        actief = SafeString(' aria-current="page"') if is_actief else LEEG
        regels.append((url, actief, label, teller))
    return format_html(
        '<nav class="inzet-tabs" aria-label="{}"><ul>{}</ul></nav>',
        naam,
        format_html_join("", '<li><a href="{}"{}>{}{}</a></li>', regels),
    )


STAPWOORD = {
    "gedaan": "afgerond",
    "nu": "hier ben je nu",
    "straks": "nog niet begonnen",
    "overgeslagen": "overgeslagen",
    "gestopt": "hier gestopt",
}


def fasebalk(stappen: Sequence[tuple[str, ...]], naam: str = "Voortgang") -> SafeString:
    """A progress bar of steps: ``(naam, staat)`` or ``(naam, staat, toelichting)``."""
    regels = []
    for nummer, (stap, staat, *rest) in enumerate(stappen, 1):
        teken = {"gedaan": iconen.icoon("vink"), "gestopt": iconen.icoon("kruis")}
        regels.append(
            (
                staat,
                SafeString(' aria-current="step"') if staat == "nu" else LEEG,
                teken.get(staat, str(nummer)),
                stap,
                STAPWOORD[staat],
                format_html('<span class="inzet-stap__uitleg">{}</span>', rest[0])
                if rest and rest[0]
                else LEEG,
            )
        )
    return format_html(
        '<ol class="inzet-fasebalk" aria-label="{}">{}</ol>',
        naam,
        format_html_join(
            "",
            '<li class="inzet-stap inzet-stap--{}"{}><span class="inzet-stap__teken">{}</span>'
            '<span class="inzet-stap__naam">{}<span class="inzet-alleen-voorlezen">: {}</span>'
            "</span>{}</li>",
            regels,
        ),
    )


def tegel(
    aantal: Any,
    label: str,
    url: str = "",
    is_actief: bool = False,
    toelichting: str = "",
    soort: str = "",
) -> SafeString:
    """A number that says what it counts; with ``url`` it is a filter."""
    binnen = format_html(
        '<span class="inzet-tegel__aantal">{}</span><span class="inzet-tegel__label">{}</span>{}',
        aantal if isinstance(aantal, str) else opmaak.getal(aantal),
        label,
        format_html('<span class="inzet-tegel__toelichting">{}</span>', toelichting)
        if toelichting
        else LEEG,
    )
    klasse = f"inzet-tegel inzet-tegel--{soort}" if soort else "inzet-tegel"
    if not url:
        return format_html('<div class="{}">{}</div>', klasse, binnen)
    actief = SafeString(' aria-current="true"') if is_actief else LEEG
    return format_html('<a class="{}" href="{}"{}>{}</a>', klasse, url, actief, binnen)


def persoon(naam: str, team: str = "", url: str = "", soort: str = "") -> SafeString:
    """A person as others may see them: name and team, never more."""
    letters = "".join(deel[0] for deel in str(naam).split() if deel[0].isupper())
    beeld = format_html(
        '<span class="inzet-persoon__beeld" aria-hidden="true">{}</span>',
        letters[:1] + letters[-1:] if len(letters) > 1 else letters[:1],
    )
    binnen = format_html('<span class="inzet-persoon__naam">{}</span>', naam)
    if url:
        binnen = format_html('<a class="inzet-persoon__naam" href="{}">{}</a>', url, naam)
    return format_html(
        '<span class="inzet-persoon{}">{}<span>{}{}</span></span>',
        f" inzet-persoon--{soort}" if soort else "",
        beeld,
        binnen,
        format_html(' <span class="inzet-persoon__team">{}</span>', team) if team else LEEG,
    )
