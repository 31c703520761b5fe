"""Reads of the register. Every one names the day; without ``bekend_op`` it is what we know now."""

from register.queries.bevoegdheid import Bevoegdheidsantwoord, kennismoment, was_bevoegd
from register.queries.capaciteit import vrije_capaciteit, vrije_capaciteit_van
from register.queries.houders import (
    Driehoek,
    driehoek,
    houder,
    houders_van,
    inzet_van,
    rollen_van,
    roltitel,
    team_van,
)

__all__ = [
    "Bevoegdheidsantwoord",
    "Driehoek",
    "driehoek",
    "houder",
    "houders_van",
    "inzet_van",
    "kennismoment",
    "rollen_van",
    "roltitel",
    "team_van",
    "vrije_capaciteit",
    "vrije_capaciteit_van",
    "was_bevoegd",
]
