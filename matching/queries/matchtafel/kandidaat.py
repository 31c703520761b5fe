"""People on the table: candidates, suggestions, what a member may read (R145, R263)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from config.kern.actor import Actor
from config.kern.queries import instelling
from matching.enums import MatchStatus, ReactieStatus
from matching.models import (
    Agendapunt,
    Kandidaat,
    Match,
    Procedure,
    Reactie,
    Suggestie,
    Suggestierun,
    Tafelnotitie,
)
from matching.queries.matchtafel.agenda import PROCEDURE_ERBIJ
from pdomein.models import Medewerker
from pdomein.queries import ppp_weergave, pteams_van

OP_TAFEL_TE_LEGGEN = (ReactieStatus.INGEDIEND, ReactieStatus.OP_TAFEL)


def kandidaten_van(punt: Agendapunt) -> list[Kandidaat]:
    """In the order of the table; who withdrew is no longer there."""
    return list(
        punt.kandidaten.exclude(reactie__status=ReactieStatus.INGETROKKEN)
        .select_related("medewerker", "reactie").order_by("volgorde", "id")
    )


def kandidaat_van(public_id: UUID | str) -> Kandidaat:
    return get_object_or_404(
        Kandidaat.objects.select_related(
            "medewerker", "reactie", "agendapunt__sessie__voorzitter",
            *[f"agendapunt__{pad}" for pad in PROCEDURE_ERBIJ],
        ),
        public_id=public_id,
    )


def open_reacties(procedure: Procedure) -> QuerySet[Reactie]:
    """Reactions that belong on the table (R254)."""
    return Reactie.objects.filter(
        publicatie__procedure=procedure, status__in=OP_TAFEL_TE_LEGGEN
    ).select_related("medewerker")


def suggesties_van(procedure: Procedure) -> list[Suggestie]:
    return list(procedure.suggesties.select_related("medewerker"))


def laatste_run(
    procedure: Procedure, gebruiker_id: int | None, *, groei: bool = False
) -> Suggestierun | None:
    """The newest ranking that this person asked: what counts may differ per asker (Q36)."""
    runs = procedure.suggestieruns.filter(gevraagd_door=gebruiker_id)
    van_groei = Q(invoer__groei=True)
    return runs.filter(van_groei if groei else ~van_groei).first()


def eerdere_matches(public_ids: list[str]) -> dict[str, str]:
    """What came of earlier searches, in a sentence; only what was made, never a refusal (R352)."""
    rijen = (
        Match.objects.filter(
            medewerker__public_id__in=public_ids, status=MatchStatus.DEFINITIEF
        )
        .order_by("definitief_op")
        .values_list("medewerker__public_id", "procedure__matchvraag__opdracht__naam")
    )
    opdrachten: dict[str, list[str]] = {}
    for wie, opdracht in rijen:
        opdrachten.setdefault(str(wie), []).append(opdracht)
    return {
        wie: f"Eerder gematcht, het laatst op {namen[-1]}." if len(namen) == 1
        else f"Eerder {len(namen)} keer gematcht, het laatst op {namen[-1]}."
        for wie, namen in opdrachten.items()
    }


@dataclass(frozen=True, slots=True)
class Wie:
    naam: str
    pteam: str
    pteam_id: int | None


def wie_zijn(public_ids: list[str], dag: date) -> dict[str, Wie]:
    """Names and teams of people named by public id."""
    mensen = {m.pk: m for m in Medewerker.objects.filter(public_id__in=public_ids)}
    teams = pteams_van(list(mensen), dag)
    return {
        str(m.public_id): Wie(
            m.naam, teams[pk].naam if pk in teams else "", teams[pk].pk if pk in teams else None
        )
        for pk, m in mensen.items()
    }


@dataclass(frozen=True, slots=True)
class Profiel:
    """What a member of the table may read of a candidate; part 2 only with consent (R145)."""

    herkomst: str
    kennis_en_kunde: str = ""
    bellen_voor: str = ""
    competenties: tuple[tuple[str, int, str], ...] = ()
    ontwikkelen: str = ""

    @property
    def heeft_inhoud(self) -> bool:
        return bool(self.kennis_en_kunde or self.bellen_voor or self.competenties)


def profiel_van(kandidaat: Kandidaat, actor: Actor, dag: date) -> Profiel:
    """The snapshot that came with a reaction, or what the policy of the PPP shows this reader."""
    if kandidaat.reactie is not None:
        foto = kandidaat.reactie.ppp
        return Profiel(
            herkomst="Meegestuurd bij de reactie",
            kennis_en_kunde=foto.get("kennis_en_kunde", ""),
            bellen_voor=foto.get("bellen_voor", ""),
            competenties=tuple(
                (c["naam"], c["niveau"], c["bewijs"]) for c in foto.get("competenties", ())
            ),
            ontwikkelen=foto.get("ontwikkelen", "") if kandidaat.reactie.deelt_wensen else "",
        )
    weergave = ppp_weergave(actor, kandidaat.medewerker, dag)
    return Profiel(
        herkomst="Zoals jij dit profiel mag zien",
        kennis_en_kunde=weergave.kennis_en_kunde or "", bellen_voor=weergave.bellen_voor or "",
        competenties=tuple(
            (c.competentie.naam, c.niveau, c.bewijs) for c in weergave.competenties or ()
        ),
    )


def toelichting_van_suggestie(procedure: Procedure, medewerker: Medewerker | None) -> str:
    """What the recruitment system said about this person, to begin with."""
    if medewerker is None:
        return ""
    zinnen = procedure.suggesties.filter(medewerker=medewerker).values_list(
        "toelichting", flat=True
    )
    return zinnen.first() or ""


def suggesties_aan(dag: date) -> bool:
    return bool(instelling("SUGGESTIES_AAN", op=dag))


def namen_verbergen(dag: date) -> bool:
    """Does the first look go without names? A setting of the province (R272)."""
    return bool(instelling("NAMEN_VERBERGEN", op=dag))


def notities_van(kandidaat: Kandidaat, dag: date) -> list[Tafelnotitie]:
    """What members wrote; a note whose day has come is gone, whatever beat did (R268)."""
    return list(kandidaat.notities.filter(wissen_op__gt=dag))


def notitie_van(public_id: UUID | str) -> Tafelnotitie:
    return get_object_or_404(
        Tafelnotitie.objects.select_related("kandidaat__agendapunt__sessie__voorzitter"),
        public_id=public_id,
    )
