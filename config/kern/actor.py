"""Who acts, with the rights of this moment. Filled by ``register``, asked by everyone below it."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Recht(Enum):
    """What the program lets a person do. Not a ``Bevoegdheid``: that is legal and lives in data."""

    # kern
    BEHEREN = "instellingen, kalender, accounts en imports beheren"
    BESLUITENLIJST_OPSTELLEN = "een besluitenlijst voorbereiden"
    BESLUITENLIJST_VASTSTELLEN = "een besluitenlijst vaststellen"
    BERADEN_ADVISEREN = "elk beraad gevraagd en ongevraagd adviseren"
    INZAGEN_INZIEN = "zien wie persoonsgegevens bekeek, als functionaris gegevensbescherming"
    # pdomein
    MEDEWERKERS_BEHEREN = "medewerkers en hun personeelsgegevens bijwerken"
    PTEAM_LEIDEN = "een P-team leiden als P-manager"
    DOMEIN_REGIE = "een professioneel domein leiden als directeur M&O"
    AFWIJKING_BESLUITEN = "besluiten over afwijkingen (P-beraad)"
    # opgaven
    OPGAVE_TOEDELEN = "een opgave toedelen"
    OPDRACHT_INITIEREN = "een opdracht initiëren en het profiel vaststellen"
    OPDRACHT_STUREN = "een opdracht sturen als ambtelijk opdrachtgever"
    OPDRACHT_UITVOEREN = "een opdracht uitvoeren als ambtelijk opdrachtnemer"
    OPDRACHT_TOETSEN = "een opdracht toetsen (compliance & control)"
    # register
    REGISTER_MUTEREN = "het opdrachtenregister muteren"
    REGISTER_INZIEN = "het hele register inzien, ook wat eerder bekend was"
    ROL_AANWIJZEN = "een rol aanwijzen als directeur M&O"
    # matching
    AOG_KIEZEN = "een ambtelijk opdrachtgever kiezen als domeindirecteur"
    MATCHTAFEL_DEELNEMEN = "deelnemen aan de matchtafel"
    MATCHTAFEL_ONDERSTEUNEN = "suggesties doen aan de matchtafel als recruiter"
    CAPACITEIT_INZIEN = "de capaciteit van de hele organisatie inzien"


@dataclass(frozen=True, slots=True)
class Toekenning:
    """One right, everywhere (``op`` is None) or on one object, named as ``("opdracht", pk)``."""

    recht: Recht
    op: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """The acting person or machine.

    ``scopes`` is None for a person on the screen; a token holds the scopes it was given.
    """

    gebruiker_id: int | None
    naam: str
    medewerker_id: int | None = None
    toekenningen: frozenset[Toekenning] = field(default_factory=frozenset)
    rollen: tuple[str, ...] = ()
    is_systeem: bool = False
    scopes: frozenset[str] | None = None

    def heeft(self, recht: Recht, op: Any = None) -> bool:
        """Has this right, everywhere or on ``op`` (a model object)."""
        if self.is_systeem:
            return True
        if Toekenning(recht) in self.toekenningen:
            return True
        return op is not None and Toekenning(recht, sleutel_van(op)) in self.toekenningen

    def heeft_ergens(self, recht: Recht) -> bool:
        """Has this right on at least one object: enough to show a menu entry, never to act."""
        return self.is_systeem or any(t.recht is recht for t in self.toekenningen)

    def objecten(self, recht: Recht, soort: str) -> list[int]:
        """Primary keys of the objects of kind ``soort`` on which this right is held."""
        return sorted(
            t.op[1] for t in self.toekenningen if t.recht is recht and t.op and t.op[0] == soort
        )


def sleutel_van(obj: Any) -> tuple[str, int]:
    return (obj._meta.model_name, obj.pk)


NIEMAND = Actor(gebruiker_id=None, naam="Niet ingelogd")
SYSTEEM = Actor(gebruiker_id=None, naam="Inzet (automatisch)", is_systeem=True)
