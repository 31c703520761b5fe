"""What one person may see of a procedure (R236, R244, R348, Q35, Q36)."""

from dataclasses import dataclass
from datetime import date

from config.kern.actor import Actor, Recht
from matching.enums import Fase, InstemmingVan, MatchStatus
from matching.models import Match, Procedure, Reactie
from matching.rules.wie import is_aog_van, is_dd_van, is_eigenaar, mag_als_pmanager
from pdomein.models import Medewerker
from pdomein.queries import pteam_van


@dataclass(frozen=True, slots=True)
class Zicht:
    """The parts of the page that this person may open."""

    is_eigenaar: bool
    is_aog: bool
    is_dd: bool
    aan_tafel: bool
    gedeeld: bool
    betrokken: bool
    wijst_aan: bool
    is_gepubliceerd: bool
    ziet_register: bool

    @property
    def binnen(self) -> bool:
        """Has a part in the work on this search, beyond reacting to it."""
        return (
            self.is_eigenaar or self.is_aog or self.is_dd or self.aan_tafel or self.wijst_aan
            or self.ziet_register
        )

    @property
    def tro(self) -> bool:
        """A TRO that is only shared is for the teams it was shared with (R244)."""
        return self.is_gepubliceerd or self.binnen or self.gedeeld

    @property
    def tijdlijn(self) -> bool:
        return self.binnen or self.gedeeld or self.betrokken

    @property
    def delingen(self) -> bool:
        return self.is_eigenaar or self.is_aog or self.is_dd or self.aan_tafel


def zicht_van(actor: Actor, procedure: Procedure, dag: date) -> Zicht:
    opdracht = procedure.matchvraag.opdracht
    medewerker = (
        Medewerker.objects.filter(pk=actor.medewerker_id).first() if actor.medewerker_id else None
    )
    teams = {d.pteam_id for d in procedure.delingen.all()}
    thuis = pteam_van(medewerker, dag) if medewerker and teams else None
    leidt = set(actor.objecten(Recht.PTEAM_LEIDEN, "pteam"))
    return Zicht(
        is_eigenaar=is_eigenaar(actor, procedure, dag),
        is_aog=is_aog_van(actor, opdracht) or actor.heeft(Recht.OPDRACHT_UITVOEREN, op=opdracht),
        is_dd=is_dd_van(actor, opdracht, dag),
        aan_tafel=_aan_tafel(actor, procedure),
        gedeeld=bool(leidt & teams) or (thuis is not None and thuis.pk in teams),
        betrokken=medewerker is not None and _is_betrokken(medewerker, procedure),
        wijst_aan=actor.heeft(Recht.ROL_AANWIJZEN),
        is_gepubliceerd=bool(procedure.publicaties.all()),
        ziet_register=actor.heeft(Recht.REGISTER_INZIEN),
    )


def _aan_tafel(actor: Actor, procedure: Procedure) -> bool:
    """P-managers and recruiters see what comes to the table, not what is still being shared."""
    if procedure.fase in (Fase.CONCEPT, Fase.INFORMEEL) and not procedure.publicaties.all():
        return False
    return actor.heeft_ergens(Recht.MATCHTAFEL_DEELNEMEN) or actor.heeft_ergens(
        Recht.MATCHTAFEL_ONDERSTEUNEN
    )


def _is_betrokken(medewerker: Medewerker, procedure: Procedure) -> bool:
    return (
        Reactie.objects.filter(publicatie__procedure=procedure, medewerker=medewerker).exists()
        or Match.objects.filter(procedure=procedure, medewerker=medewerker).exists()
    )


def mag_match_zien(actor: Actor, match: Match, zicht: Zicht, dag: date) -> bool:
    """Who is proposed is private until it is definitive (Q35)."""
    if match.status == MatchStatus.DEFINITIEF:
        return True
    return (
        zicht.is_eigenaar or zicht.is_dd or zicht.wijst_aan
        or actor.medewerker_id == match.medewerker_id
        or mag_als_pmanager(actor, match, dag)
    )


def antwoord_als(actor: Actor, match: Match, dag: date) -> InstemmingVan | None:
    """In which quality this person is asked to agree, if at all."""
    if actor.medewerker_id == match.medewerker_id:
        return InstemmingVan.MEDEWERKER
    return InstemmingVan.PMANAGER if mag_als_pmanager(actor, match, dag) else None
