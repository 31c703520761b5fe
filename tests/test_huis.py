"""The house guards itself: order of apps and floors, one gate for writing, nothing left lying.

Every check reads the source as text, so it also sees what no test runs.
"""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parent.parent
APPS = ["kern", "pdomein", "opgaven", "register", "matching"]
VERDIEPINGEN = [
    "enums", "models", "queries", "rules", "domain", "forms", "api", "views", "urls",
]
MAX_REGELS = 400

# Files that are longer on purpose, with the reason.
LANG_MET_REDEN: dict[str, str] = {}

# Commands that have no refusal of their own, with the reason.
ZONDER_BELETSEL = {
    "berichten_plaatsen": "messages follow from a command that was already allowed",
    "besluiten_nemen": "as besluit_nemen, for a file; the caller asked",
    "besluit_nemen": "only joins besluit_opstellen and besluit_vaststellen",
    "inzage_noteren": "a look is written down after it was allowed",
    "noteer": "the logbook takes everything",
    "punt_volgen": "a point that follows from a command that was already allowed",
}


@cache
def bronnen(*mappen: str) -> tuple[Path, ...]:
    """Every Python file of the given folders, without migrations."""
    return tuple(
        pad
        for map_ in mappen
        for pad in sorted((WORTEL / map_).rglob("*.py"))
        if "migrations" not in pad.parts
    )


APPBESTANDEN = bronnen("config/kern", "pdomein", "opgaven", "register", "matching")


def naam(pad: Path) -> str:
    return pad.relative_to(WORTEL).as_posix()


def app_van(pad: Path) -> str:
    return "kern" if pad.is_relative_to(WORTEL / "config") else pad.relative_to(WORTEL).parts[0]


def verdieping_van(pad: Path) -> int | None:
    """The floor of a file: the first part of its path that names one."""
    for deel in pad.relative_to(WORTEL).parts:
        stam = deel.removesuffix(".py").split("_")[0]
        if stam in VERDIEPINGEN:
            return VERDIEPINGEN.index(stam)
    return None


def invoeringen(pad: Path) -> list[tuple[str, int]]:
    """Modules that a file imports, with the line."""
    gevonden = []
    for knoop in ast.walk(ast.parse(pad.read_text())):
        if isinstance(knoop, ast.Import):
            gevonden += [(a.name, knoop.lineno) for a in knoop.names]
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            gevonden += [(f"{knoop.module}.{a.name}", knoop.lineno) for a in knoop.names]
    return gevonden


def app_van_module(module: str) -> str | None:
    if module.startswith("config.kern"):
        return "kern"
    eerste = module.split(".")[0]
    return eerste if eerste in APPS else None


def verdieping_van_module(module: str) -> int | None:
    for deel in module.removeprefix("config.").split(".")[1:]:
        stam = deel.split("_")[0]
        if stam in VERDIEPINGEN:
            return VERDIEPINGEN.index(stam)
    return None


def test_apps_import_only_downward():
    """HUIS §1.1, R401: kern ← pdomein ← opgaven ← register ← matching."""
    overtredingen = [
        f"{naam(pad)}:{regel} imports {module}"
        for pad in APPBESTANDEN
        for module, regel in invoeringen(pad)
        if (doel := app_van_module(module)) and APPS.index(doel) > APPS.index(app_van(pad))
    ]
    assert overtredingen == []


def test_no_app_imports_the_demo():
    overtredingen = [
        f"{naam(pad)}:{regel}"
        for pad in APPBESTANDEN
        for module, regel in invoeringen(pad)
        if module.split(".")[0] == "demo"
    ]
    assert overtredingen == []


def test_floors_import_only_downward_within_an_app():
    """HUIS §1.2: enums → models → queries → rules → domain → forms, api → views → urls."""
    overtredingen = []
    for pad in APPBESTANDEN:
        hier = verdieping_van(pad)
        if hier is None:
            continue
        for module, regel in invoeringen(pad):
            doel = verdieping_van_module(module)
            if app_van_module(module) == app_van(pad) and doel is not None and doel > hier:
                overtredingen.append(f"{naam(pad)}:{regel} imports {module}")
    assert overtredingen == []


def regels_met(patroon: str, bestanden: tuple[Path, ...]) -> list[str]:
    zoek = re.compile(patroon)
    return [
        f"{naam(pad)}:{nummer} {regel.strip()}"
        for pad in bestanden
        for nummer, regel in enumerate(pad.read_text().splitlines(), start=1)
        if zoek.search(regel)
    ]


def test_views_and_tasks_hold_no_queries_and_no_saves():
    """HUIS §10.2: one gate, many doors."""
    deuren = tuple(
        p
        for p in APPBESTANDEN
        if "views" in p.parts or p.stem.split("_")[0] in {"views", "tasks", "viewsets"}
    )
    assert regels_met(r"\.objects\.|\.save\(|\.delete\(\)", deuren) == []


def test_domain_never_asks_the_clock_or_the_request():
    """HUIS §10.6: the clock and the person are arguments."""
    onder = tuple(p for p in APPBESTANDEN if (verdieping_van(p) or 0) in range(1, 5))
    assert regels_met(r"timezone\.now\(|datetime\.now\(|date\.today\(|klok\.nu\(", onder) == []
    domein = tuple(p for p in APPBESTANDEN if "domain" in p.parts)
    assert regels_met(r"\brequest\b|django\.http|\.delay\(|apply_async", domein) == []


def test_deadlines_are_rows():
    """HUIS §1.5: no eta, no countdown anywhere."""
    assert regels_met(r"\b(eta|countdown)\s*=", APPBESTANDEN) == []


def test_nothing_marks_text_as_safe_or_skips_csrf():
    sjablonen = tuple((WORTEL / "templates").rglob("*.html"))
    assert regels_met(r"mark_safe|csrf_exempt", APPBESTANDEN) == []
    assert regels_met(r"\|\s*safe\b|autoescape off", sjablonen) == []


def test_templates_hold_no_inline_script_or_style():
    """A strict CSP blocks them, so they would silently not work; a mail knows nothing else."""
    sjablonen = tuple(p for p in (WORTEL / "templates").rglob("*.html") if p.parent.name != "mail")
    patroon = r"<script(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)|\sstyle=|\son[a-z]+=\""
    assert regels_met(patroon, sjablonen) == []


def test_only_the_domain_writes_the_register():
    """HUIS §5: nobody else creates or changes a register row."""
    anderen = tuple(
        p for p in APPBESTANDEN if "domain" not in p.parts or app_van(p) != "register"
    )
    schrijvend = r"(Roltoewijzing|Inzet|Schakel)\.objects\.(bulk_)?(create|update)|"
    assert regels_met(schrijvend + r"(?<![\w.])(Roltoewijzing|Schakel)\(", tuple(
        p for p in anderen if "models" not in p.parts
    )) == []


def opdrachten_van(pad: Path) -> list[str]:
    """The commands of a domain file: public functions with ``door`` and ``nu`` as keywords."""
    return [
        knoop.name
        for knoop in ast.parse(pad.read_text()).body
        if isinstance(knoop, ast.FunctionDef)
        and not knoop.name.startswith("_")
        and {"door", "nu"} <= {a.arg for a in knoop.args.kwonlyargs}
    ]


@cache
def beletsels() -> frozenset[str]:
    return frozenset(
        knoop.name
        for pad in APPBESTANDEN
        if verdieping_van(pad) == VERDIEPINGEN.index("rules")
        for knoop in ast.walk(ast.parse(pad.read_text()))
        if isinstance(knoop, ast.FunctionDef)
    )


def test_every_command_has_a_rule():
    """HUIS §1.7: each command asks ``beletsel_<command>``, or says here why it does not."""
    zonder = [
        f"{naam(pad)}: {opdracht}"
        for pad in APPBESTANDEN
        if "domain" in pad.parts
        for opdracht in opdrachten_van(pad)
        if f"beletsel_{opdracht}" not in beletsels() and opdracht not in ZONDER_BELETSEL
    ]
    assert zonder == []


def test_commands_take_only_keywords():
    met_positie = [
        f"{naam(pad)}: {knoop.name}"
        for pad in APPBESTANDEN
        if "domain" in pad.parts
        for knoop in ast.parse(pad.read_text()).body
        if isinstance(knoop, ast.FunctionDef)
        and not knoop.name.startswith("_")
        and {"door", "nu"} <= {a.arg for a in knoop.args.kwonlyargs}
        and knoop.args.args
        and knoop.name != "noteer"
    ]
    assert met_positie == []


def test_every_template_is_used():
    alles = "\n".join(
        p.read_text()
        for p in [
            *bronnen("config", "pdomein", "opgaven", "register", "matching", "demo"),
            *(WORTEL / "templates").rglob("*.html"),
            *(WORTEL / "templates").rglob("*.txt"),
        ]
    )
    bibliotheek = ("account/", "mfa/", "socialaccount/", "allauth/", "usersessions/", "idp/")
    ongebruikt = [
        pad
        for p in (WORTEL / "templates").rglob("*.html")
        if not (pad := p.relative_to(WORTEL / "templates").as_posix()).startswith(bibliotheek)
        and pad not in alles
        and pad not in {"404.html", "403.html", "400.html", "500.html", "403_csrf.html"}
    ]
    assert ongebruikt == []


@pytest.mark.parametrize("pad", bronnen("config", "pdomein", "opgaven", "register", "matching"),
                         ids=naam)
def test_file_is_small_enough_to_read(pad):
    aantal = len(pad.read_text().splitlines())
    assert aantal <= MAX_REGELS or naam(pad) in LANG_MET_REDEN


def test_nothing_names_a_workplace():
    """The project is public: no path of a machine, no address of a package index."""
    patroon = r"https?://[^ ]*(/simple/|\.whl|/-/[^ ]+\.tgz)|(^|[\s\"'(=])/(work|tmp/wt)/"
    uit = subprocess.run(
        ["git", "grep", "-nIP", patroon, "--", ".", ":!tests/test_huis.py"],
        cwd=WORTEL, capture_output=True, text=True, check=False,
    )
    assert uit.stdout == ""
