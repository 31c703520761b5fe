"""Refresh static/vendor and static/css/tokens.css from the pinned packages in node_modules.

Run by ``make vendor`` after ``npm ci``. Takes from the NL Design System only the rules whose
classes stand in ``KLASSEN``, and from its tokens only those that a kept rule, the house style or
our own style sheet asks for, with everything those tokens point at.
"""

import re
import shutil
from pathlib import Path

VENDOR = Path(__file__).resolve().parent
STATIC = VENDOR.parent
MODULES = STATIC.parent / "node_modules"
COMPONENTEN = (
    "document button textbox textarea select checkbox radio-button form-label "
    "form-field-description form-field-error-message heading-1 heading-2 heading-3 heading-4 "
    "link skip-link table"
).split()
KLASSEN = {
    f"utrecht-{naam}"
    for naam in (
        "document button button--primary-action button--secondary-action button--subtle "
        "button--danger button--disabled textbox textbox--html-input textbox--invalid textarea "
        "textarea--html-textarea textarea--invalid select select--html-select select--invalid "
        "checkbox checkbox--html-input radio-button radio-button--html-input form-label "
        "form-field-description form-field-error-message heading-1 heading-2 heading-3 heading-4 "
        "link link--html-a skip-link skip-link--visible-on-focus table table--html-table "
        "table__caption"
    ).split()
}
TOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"
HOOFD = (
    "/* Made by static/vendor/vernieuwen.py; do not edit. {wat}\n"
    "   Copyright Gemeente Utrecht, Frameless B.V. and the NL Design System community, "
    "EUPL-1.2. */\n"
)
REGEL = re.compile(r"([^{}]+)\{([^{}]*)\}")
VAR = re.compile(r"var\(\s*(--[\w-]+)")


def zonder_commentaar(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.S)


def krap(css: str) -> str:
    """Less white space, same meaning."""
    css = re.sub(r"\s+", " ", css)
    return re.sub(r"\s*([{};,])\s*", r"\1", css).replace(": ", ":").replace(";}", "}").strip()


def mag_blijven(selector: str) -> bool:
    klassen = re.findall(r"\.(utrecht-[\w-]+)", selector)
    return bool(klassen) and set(klassen) <= KLASSEN


def regels_van(css: str) -> str:
    """The kept rules of one component, each with only its kept selectors."""
    uit = []
    css = re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", "", zonder_commentaar(css))
    for selectors, inhoud in REGEL.findall(css):
        blijft = [s.strip() for s in re.split(r",(?![^(]*\))", selectors) if mag_blijven(s)]
        if blijft and inhoud.strip():
            uit.append(krap(f"{','.join(blijft)}{{{inhoud}}}"))
    return "\n".join(uit)


def tokens_van(css: str, gevraagd: set[str]) -> str:
    alle = dict(re.findall(r"(--[\w-]+):\s*([^;]+);", zonder_commentaar(css)))
    te_doen, nodig = list(gevraagd), set()
    while te_doen:
        naam = te_doen.pop()
        if naam in alle and naam not in nodig:
            nodig.add(naam)
            te_doen += VAR.findall(alle[naam])
    regels = "\n".join(f"{naam}:{krap(alle[naam])};" for naam in sorted(nodig))
    return f":root{{\n{regels}\n}}\n"


def kopieer(van: str, naar: str) -> None:
    """A copy without a pointer to a source map that we do not ship."""
    bron = MODULES / van
    if bron.suffix == ".woff2":
        shutil.copyfile(bron, VENDOR / naar)
        return
    tekst = re.sub(r"//# sourceMappingURL=\S*", "", bron.read_text())
    (VENDOR / naar).write_text(tekst.rstrip() + "\n")


def main() -> None:
    delen = [
        regels_van((MODULES / f"@utrecht/{naam}-css/dist/index.css").read_text())
        for naam in COMPONENTEN
    ]
    componenten = "\n".join(deel for deel in delen if deel)
    kop = HOOFD.format(wat="Components of the NL Design System, pruned.")
    (VENDOR / "utrecht.css").write_text(f"{kop}@layer basis,utrecht;\n@layer utrecht{{\n{componenten}\n}}\n")
    eigen = "".join((STATIC / "css" / n).read_text() for n in ("huisstijl.css", "inzet.css"))
    tokens = tokens_van((MODULES / TOKENS).read_text(), set(VAR.findall(componenten + eigen)))
    kop = HOOFD.format(wat="The voorbeeld tokens of the NL Design System, pruned.")
    (STATIC / "css" / "tokens.css").write_text(kop + tokens)
    kopieer("htmx.org/dist/htmx.min.js", "htmx.min.js")
    kopieer("htmx-ext-sse/dist/sse.min.js", "htmx-ext-sse.min.js")
    letter = "source-sans-3-latin-wght-normal.woff2"
    kopieer(f"@fontsource-variable/source-sans-3/files/{letter}", f"fonts/{letter}")


if __name__ == "__main__":
    main()
