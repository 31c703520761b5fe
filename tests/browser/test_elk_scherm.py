"""Every screen of every role: usable for everyone, also small, and without an error.

A walk from the start page follows the links a person sees, one of every kind of page. A kind of
page that somebody before saw is not opened again, except the start page, which differs per role.
"""

import re
from collections import deque
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

# one demo, one worker
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
ROLLEN = [
    "medewerker", "pmanager", "recruiter", "voorzitter-matchtafel", "aog", "aon",
    "domeindirecteur", "directeur-mo", "secretaris", "voorzitter-programmeerberaad",
    "registerbeheerder", "concerncontroller", "auditor", "toetser", "beheer",
]
NORMEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
NIET = re.compile(
    r"^/(account|admin|api|static|live|identity|stijl)|/document/$"
    r"|\.(csv|json|xlsx|txt|ics|zip|xml|ttl|rdf|jsonld)$"
)
MAX_PAGINAS = 90
GEWOON = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\b\d+\b")

beoordeeld: set[str] = set()
gezien: set[str] = set()


def patroon(pad: str) -> str:
    return GEWOON.sub("{id}", pad)


SKELET = """() => [...document.body.querySelectorAll('*')]
    .map(e => e.tagName + '.' + [...e.classList].sort().join('.')).join(' ')"""
TE_BREED = """() => {
    const breedte = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= breedte) return [];
    return [...document.body.querySelectorAll('*')]
        .filter(e => e.getBoundingClientRect().right > breedte + 1)
        .map(e => e.tagName + '.' + e.className).slice(0, 3);
}"""
LINKS = "() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"


def beoordeel(page, pad: str) -> list[str]:
    """What is wrong with this page, for a machine and on a small screen."""
    skelet = page.evaluate(SKELET)
    if skelet in beoordeeld:
        return []
    beoordeeld.add(skelet)
    uitslag = Axe().run(page, options={"runOnly": {"type": "tag", "values": NORMEN}})
    fouten = [
        f"{pad}: {v['id']}: {v['nodes'][0]['html'][:160]}" for v in uitslag.response["violations"]
    ]
    page.set_viewport_size({"width": 320, "height": 800})
    fouten += [f"{pad}: te breed op 320 px: {e}" for e in page.evaluate(TE_BREED)]
    page.set_viewport_size({"width": 1280, "height": 900})
    return fouten


@pytest.mark.parametrize("rol", ROLLEN)
def test_every_screen_is_accessible_small_and_whole(als, rol):
    """EN 301 549 and R366: 0 violations of WCAG 2.2 AA; no sideways scrolling at 320 px."""
    bezoek = als(rol)
    page = bezoek.page
    fouten: list[str] = []
    wachtrij = deque(["/"])
    bezocht = 0
    while wachtrij and bezocht < MAX_PAGINAS:
        pad = wachtrij.popleft()
        bezocht += 1
        antwoord = page.goto(pad)
        page.wait_for_load_state("load")
        if antwoord.status >= 400:
            fouten.append(f"{pad}: antwoord {antwoord.status}")
            continue
        page.wait_for_timeout(150)
        fouten += beoordeel(page, pad)
        for href in page.evaluate(LINKS):
            delen = urlsplit(href)
            if delen.netloc or not delen.path.startswith("/") or NIET.search(delen.path):
                continue
            if patroon(delen.path) not in gezien:
                gezien.add(patroon(delen.path))
                wachtrij.append(f"{delen.path}?{delen.query}" if delen.query else delen.path)
    assert not fouten, "\n".join(fouten)
    assert bezocht >= 1
    assert len(gezien) >= 10
