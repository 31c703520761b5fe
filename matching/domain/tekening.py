"""The table of phases as a text with diagrams; pure, from the rows themselves."""

from config.kern.standaarden import STANDAARDEN
from matching.domain.fasen import FASEN, START, FaseRegel, Moment
from matching.enums import Fase, Route

KOP = """# Phases

Made by `manage.py fasen_tekenen` from `matching/domain/fasen.py`; do not edit by hand.
A test is red when this file differs from the table.
"""


def fasen_als_markdown() -> str:
    return KOP + "".join(_route(route) for route in Route)


def _route(route: Route) -> str:
    tabel = FASEN[route]
    regels = [f"\n## {route.label}\n", "```mermaid", "stateDiagram-v2"]
    regels += [f'    state "{fase.label}" as {fase.value}' for fase in tabel]
    regels.append(f"    [*] --> {START[route].value}")
    regels += [
        f"    {fase.value} --> {naar.value}{_vanzelf(regel, naar)}"
        for fase, regel in tabel.items() for naar in regel.volgende
        if naar is not Fase.VERVALLEN
    ]
    regels += [f"    {fase.value} --> [*]" for fase, regel in tabel.items() if not regel.volgende]
    regels += ["```", "", "Every open phase may end as ‘Vervallen’ when the opdracht ends.", ""]
    regels += ["| Fase | Aan zet | Stap | Volgende | Momenten |", "|---|---|---|---|---|"]
    regels += [_rij(regel) for regel in tabel.values()]
    return "\n".join(regels) + "\n"


def _vanzelf(regel: FaseRegel, naar: Fase) -> str:
    return ": vanzelf" if any(m.naar is naar for m in regel.momenten) else ""


def _rij(regel: FaseRegel) -> str:
    volgende = ", ".join(naar.label for naar in regel.volgende) or "geen"
    momenten = "<br>".join(_moment(moment) for moment in regel.momenten) or "geen"
    return f"| {regel.fase.label} | {regel.aan_zet} | {regel.stap} | {volgende} | {momenten} |"


def _moment(moment: Moment) -> str:
    waarde = STANDAARDEN[moment.instelling].waarde
    eenheid = "dagen" if moment.instelling.endswith("_DAGEN") else "werkdagen"
    return (
        f"{moment.soort.label}, `{moment.instelling}` ({waarde} {eenheid}), "
        f"{moment.verloop.value}: {moment.wat}"
    )
