"""Which roles one person may hold together: what the sources say and what the program does.

The refusals themselves stand in ``rules.rol``; this is the same list in words, for the reader.
"""

from typing import NamedTuple


class Combinatie(NamedTuple):
    rollen: str
    mag: str
    uitleg: str
    bron: str


COMBINATIES: tuple[Combinatie, ...] = (
    Combinatie(
        "Directeur Mens en Organisatie en domeindirecteur", "Nee",
        "Op directieniveau zijn de O-rol en de P-rol gescheiden.",
        "Werkingsprincipes §4.3.1",
    ),
    Combinatie(
        "Directeur Mens en Organisatie en AOG", "Nee",
        "Ook het opdrachtgeverschap is een O-rol; de scheiding geldt ook hier.",
        "Werkingsprincipes §4.3.1",
    ),
    Combinatie(
        "Directeur Mens en Organisatie, domeindirecteur en AOG bij de Dienst Beheer "
        "Infrastructuur", "Ja",
        "Bij DBI blijven de rollen in één hand; alleen voor opdrachten onder dat O-domein.",
        "Werkingsprincipes hoofdstuk 8",
    ),
    Combinatie(
        "P-manager en AOG of AON", "Ja",
        "Op tactisch en operationeel niveau mogen een O-rol en een P-rol samengaan.",
        "Werkingsprincipes §4.3.2",
    ),
    Combinatie(
        "AOG in schaal 16 of hoger (Programmadirecteur)", "Ja, met voorwaarde",
        "De P-manager is dan de provinciesecretaris of een concerndirecteur. Stijgt de schaal "
        "tijdens de opdracht, dan blijft de rol gelden en komt er een signaal.",
        "Werkingsprincipes §4.4.1.3",
    ),
    Combinatie(
        "AOG van een opdracht van compliance en control", "Ja, met voorwaarde",
        "De opgave valt direct onder het Directieteam. De P-manager is alleen de "
        "provinciesecretaris, in welke schaal ook.",
        "Werkingsprincipes hoofdstuk 7",
    ),
    Combinatie(
        "Concerndirecteur en AOG", "Alleen met uitleg",
        "Alleen bij uitzondering; het register laat de uitleg zien.",
        "Werkingsprincipes §4.1.2",
    ),
    Combinatie(
        "Tweede AOG of AON op dezelfde opdracht", "Nee",
        "Er is er altijd één tegelijk. De database zelf houdt een tweede tegen.",
        "Werkingsprincipes §4.4.1.4 en §5.3",
    ),
)
