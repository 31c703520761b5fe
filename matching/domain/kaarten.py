"""Candidate cards: a person beside what is asked, measured for the one who looks (R145, R355)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel
from config.kern.queries import instelling
from matching import rules_kandidaat as rules
from matching.domain import rangschikking
from matching.domain.rangschikking import Voorstel
from matching.enums import KandidaatBron, ReactieStatus
from matching.models import Agendapunt, Kandidaat, Suggestierun
from matching.queries import matchtafel as queries
from matching.queries_rangschikking import TOP, Uitslag, Vraag, rangschik, vraag_van
from pdomein.queries import pteams_van


@dataclass(frozen=True, slots=True)
class Kaart:
    """One candidate on the own device of a member, with what this member may do."""

    kandidaat: Kandidaat
    nummer: int
    pteam: str
    voorstel: Voorstel | None
    wacht_op_ja: bool
    beletsel_kiezen: Beletsel | None
    beletsel_afvoeren: Beletsel | None


@dataclass(frozen=True, slots=True)
class Regel:
    """One row of an asked ranking: who, why, and whether this reader may put them on the table."""

    voorstel: Voorstel
    naam: str
    pteam: str
    op_tafel: bool
    beletsel: Beletsel | None
    eerder: str = ""


def meet(
    vraag: Vraag, door: Actor, dag: date, alleen: Sequence[int] | None = None, *,
    top: int = TOP,
) -> Uitslag:
    """The ranking with the settings of the day, as this person may see it (Q36)."""
    return rangschik(
        vraag, dag=dag, ontwikkel_pct=instelling("ONTWIKKEL_PCT", op=vraag.begin),
        externen=instelling("EXTERNEN_MOGEN_REAGEREN", op=dag),
        pteam_ids=door.objecten(Recht.PTEAM_LEIDEN, "pteam"),
        alleen=list(alleen) if alleen is not None else None,
        top=max(len(alleen), 1) if alleen is not None else top,
    )


def kaarten_van(punt: Agendapunt, door: Actor, dag: date) -> list[Kaart]:
    """In the order of the table; the number of queries does not grow with the candidates."""
    kandidaten = queries.kandidaten_van(punt)
    vraag = vraag_van(punt.procedure, dag)
    ids = [k.medewerker_id for k in kandidaten]
    uitslag = meet(vraag, door, dag, ids) if ids else None
    gemeten = {
        r.medewerker_id: rangschikking.voorstel(vraag, r)
        for r in (*uitslag.rijen, *uitslag.afgevallen_reacties)
    } if uitslag else {}
    teams = pteams_van(ids, dag)
    kiezen = rules.beletsel_kiezen(agendapunt=punt, door=door)
    afvoeren = rules.beletsel_afvoeren(agendapunt=punt, door=door)
    return [
        Kaart(
            kandidaat=k, nummer=nummer,
            pteam=teams[k.medewerker_id].naam if k.medewerker_id in teams else "",
            voorstel=gemeten.get(k.medewerker_id),
            wacht_op_ja=k.bron == KandidaatBron.PMANAGER and k.instemming_op is None,
            beletsel_kiezen=kiezen or (None if k.gekozen else rules.beletsel_kandidaat(k)),
            beletsel_afvoeren=afvoeren or rules.beletsel_deze_afvoeren(k),
        )
        for nummer, k in enumerate(kandidaten, 1)
    ]


def regels_van(
    run: Suggestierun, punt: Agendapunt, door: Actor, dag: date, *, zonder_namen: bool = False
) -> tuple[list[Regel], list[Regel]]:
    """An asked ranking back on the screen: the proposals, and reactions that fail a condition.

    ``zonder_namen``: the first look is at the work and the person's skills, not at the name.
    """
    passend = [rangschikking.uit_gegevens(g) for g in run.uitkomst["voorstellen"]]
    afgevallen = [rangschikking.uit_gegevens(g) for g in run.uitkomst["reacties_die_afvallen"]]
    ids = [v.medewerker for v in (*passend, *afgevallen)]
    wie, eerder = queries.wie_zijn(ids, dag), queries.eerdere_matches(ids)
    nummers = {nummer_van: f"Collega {n}" for n, nummer_van in enumerate(ids, 1)}
    op_tafel = {
        str(p) for p in punt.kandidaten.exclude(reactie__status=ReactieStatus.INGETROKKEN)
        .values_list("medewerker__public_id", flat=True)
    }
    eigen = set(door.objecten(Recht.PTEAM_LEIDEN, "pteam"))

    def regels(voorstellen: list[Voorstel]) -> list[Regel]:
        return [
            Regel(
                voorstel=v, naam=nummers[v.medewerker] if zonder_namen else w.naam,
                pteam="" if zonder_namen else w.pteam,
                eerder="" if zonder_namen else eerder.get(v.medewerker, ""),
                op_tafel=v.medewerker in op_tafel,
                beletsel=rules.beletsel_voorstel_plaatsen(
                    agendapunt=punt, is_eigen=w.pteam_id in eigen, door=door
                ),
            )
            for v in voorstellen
            if (w := wie.get(v.medewerker)) is not None
        ]

    return regels(passend), regels(afgevallen)
