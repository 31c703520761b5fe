"""The life of an opdracht as a table: which step follows which, and what it takes (R039).

Pure data and two functions; the rules, the screens and the tests read it.
"""

from collections import deque

from opgaven.enums import OpdrachtStatus as S

OVERGANGEN: dict[S, tuple[S, ...]] = {
    S.CONCEPT: (S.PROFIEL_VASTGESTELD, S.GESCHRAPT),
    S.PROFIEL_VASTGESTELD: (S.GETOETST, S.CONCEPT, S.GESCHRAPT),
    S.GETOETST: (S.GEPROGRAMMEERD, S.CONCEPT, S.GESCHRAPT),
    S.GEPROGRAMMEERD: (S.BEMENSING, S.GETEMPORISEERD, S.GESCHRAPT),
    S.BEMENSING: (S.IN_UITVOERING, S.GETEMPORISEERD, S.GESCHRAPT),
    S.IN_UITVOERING: (S.OPGELEVERD, S.GETEMPORISEERD, S.GESCHRAPT),
    S.OPGELEVERD: (S.GEDECHARGEERD,),
    S.GETEMPORISEERD: (S.GEPROGRAMMEERD, S.BEMENSING, S.IN_UITVOERING, S.GESCHRAPT),
    S.GEDECHARGEERD: (),
    S.GESCHRAPT: (),
}

# What somebody must do to reach a status: the missing step, as a refusal names it.
STAP: dict[S, str] = {
    S.CONCEPT: "Heropen eerst het profiel.",
    S.PROFIEL_VASTGESTELD: "Stel eerst het opdrachtprofiel vast.",
    S.GETOETST: "Rond eerst de drie delen van de toets af: financieel, personeel en juridisch.",
    S.GEPROGRAMMEERD: "Laat eerst het programmeerberaad de besluitenlijst vaststellen.",
    S.BEMENSING: "Wijs eerst een ambtelijk opdrachtgever (AOG) aan.",
    S.IN_UITVOERING: "Wijs eerst een ambtelijk opdrachtnemer (AON) aan.",
    S.OPGELEVERD: "Meld de opdracht eerst als opgeleverd.",
    S.GEDECHARGEERD: "Dechargeer de opdracht eerst.",
    S.GETEMPORISEERD: "Temporiseer de opdracht eerst.",
    S.GESCHRAPT: "Schrap de opdracht eerst.",
}

HOOFDLIJN: tuple[S, ...] = (
    S.CONCEPT, S.PROFIEL_VASTGESTELD, S.GETOETST, S.GEPROGRAMMEERD, S.BEMENSING,
    S.IN_UITVOERING, S.OPGELEVERD, S.GEDECHARGEERD,
)
VOORBEREIDING = frozenset({S.CONCEPT, S.PROFIEL_VASTGESTELD, S.GETOETST})
LOPEND = frozenset({S.GEPROGRAMMEERD, S.BEMENSING, S.IN_UITVOERING})
AFGELOPEN = frozenset({S.GEDECHARGEERD, S.GESCHRAPT})
# What counts in sums of fte and money: planned or running work.
TELT_MEE = frozenset(S) - AFGELOPEN - {S.GETEMPORISEERD}


def mag(van: str, naar: str) -> bool:
    return S(naar) in OVERGANGEN[S(van)]


def ontbrekende_stap(van: str, naar: str) -> S | None:
    """The first step on the shortest way from ``van`` to ``naar``; None when there is no way."""
    wachtrij = deque((stap, stap) for stap in OVERGANGEN[S(van)])
    gezien = {S(van)}
    while wachtrij:
        eerste, hier = wachtrij.popleft()
        if hier == S(naar):
            return eerste
        if hier not in gezien:
            gezien.add(hier)
            wachtrij.extend((eerste, volgende) for volgende in OVERGANGEN[hier])
    return None


def zin_bij(van: str, naar: str) -> str:
    """The Dutch sentence for a step that may not be taken."""
    staat = f"Deze opdracht heeft de status “{S(van).label}”."
    if S(van) == S(naar):
        return f"Deze opdracht heeft de status “{S(van).label}” al."
    stap = ontbrekende_stap(van, naar)
    if stap is None:
        return f"{staat} Dan kan “{S(naar).label}” niet meer."
    return f"{staat} {STAP[stap]}"


# The next step of every status and who is to move, as the page of an opdracht says it.
VOLGENDE: dict[S, tuple[str, str]] = {
    S.CONCEPT: ("Het opdrachtprofiel afmaken en vaststellen", "de domeindirecteur"),
    S.PROFIEL_VASTGESTELD: (
        "De drie delen van de toets afronden", "een adviseur compliance & control"
    ),
    S.GETOETST: (
        "De opdracht op een besluitenlijst van het programmeerberaad zetten",
        "de secretaris van het programmeerberaad",
    ),
    S.GEPROGRAMMEERD: (
        "Een ambtelijk opdrachtgever (AOG) kiezen en aanwijzen",
        "de matchtafel, de domeindirecteur en de directeur M&O",
    ),
    S.BEMENSING: (
        "Een ambtelijk opdrachtnemer (AON) voorstellen en aanwijzen",
        "de AOG en de directeur M&O",
    ),
    S.IN_UITVOERING: (
        "Het resultaat bereiken en de opdracht opgeleverd melden", "de AOG en de AON"
    ),
    S.OPGELEVERD: ("Het resultaat ontvangen en decharge verlenen", "de domeindirecteur"),
    S.GETEMPORISEERD: ("De opdracht hervatten of schrappen", "de domeindirecteur"),
    S.GEDECHARGEERD: ("", ""),
    S.GESCHRAPT: ("", ""),
}
