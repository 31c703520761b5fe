"""What the shared screen shows: a projection without any private field (R269, R409).

The template receives these dataclasses and nothing else: no profile, no argument, no motivation,
no scale of a person, no free hours. A canary test proves it.
"""

from dataclasses import dataclass
from datetime import date

from config.kern.queries import instelling
from matching.enums import KandidaatBron
from matching.models import Agendapunt, Kandidaat, MatchtafelSessie
from matching.queries import matchtafel as queries
from matching.queries_rangschikking import vraag_van
from pdomein.models import PTeam
from pdomein.queries import pteams_van


@dataclass(frozen=True, slots=True)
class SchermKandidaat:
    """A person on the table as everyone may see it; without a yes only a place-holder."""

    kandidaat: str
    nummer: int
    naam: str
    pteam: str
    bron: str
    gekozen: bool
    is_plaatshouder: bool


@dataclass(frozen=True, slots=True)
class SchermPunt:
    punt: str
    versie: int
    nummer: int
    titel: str
    opdracht: str
    plaats: str
    begin: date | None
    einde: date | None
    fte: str
    niveau: str
    competenties: tuple[str, ...]
    uitkomst: str
    uitkomst_naam: str
    kandidaten: tuple[SchermKandidaat, ...]
    verlaten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """The whole screen at one moment."""

    sessie: str
    datum: date
    voorzitter: str
    status: str
    aantal: int
    beslist: tuple[bool, ...]
    punt: SchermPunt | None
    volgende_onbeslist: str
    volgende: str
    aanwezig: int

    @property
    def aantal_beslist(self) -> int:
        return sum(self.beslist)


def stand_van(sessie: MatchtafelSessie, dag: date) -> Stand:
    punten = queries.agenda_van(sessie)
    hier = next((n for n, p in enumerate(punten) if p.pk == sessie.huidig_punt_id), None)
    daarna = punten[hier + 1:] + punten[:hier] if hier is not None else punten
    onbeslist = next((p for p in daarna if not p.uitkomst), None)
    return Stand(
        sessie=str(sessie.public_id), datum=sessie.datum, voorzitter=sessie.voorzitter.naam,
        status=sessie.status, aantal=len(punten), beslist=tuple(bool(p.uitkomst) for p in punten),
        punt=_punt(punten[hier], hier + 1, dag) if hier is not None else None,
        volgende_onbeslist=str(onbeslist.public_id) if onbeslist else "",
        volgende=str(daarna[0].public_id) if daarna else "",
        aanwezig=sessie.deelnemers.filter(aanwezig=True).count(),
    )


def _punt(punt: Agendapunt, nummer: int, dag: date) -> SchermPunt:
    vraag = vraag_van(punt.procedure, dag)
    kandidaten = queries.kandidaten_van(punt)
    teams = pteams_van([k.medewerker_id for k in kandidaten], dag)
    verbergen = instelling("NAMEN_VERBERGEN", op=dag)
    return SchermPunt(
        punt=str(punt.public_id), versie=punt.versie, nummer=nummer, titel=vraag.titel,
        opdracht=str(punt.procedure.matchvraag.opdracht),
        plaats=punt.procedure.matchvraag.get_plaats_display(),
        begin=vraag.begin, einde=vraag.einde, fte=str(vraag.fte), niveau=vraag.niveau_tekst,
        competenties=tuple(g.naam for g in vraag.competenties), uitkomst=punt.uitkomst,
        uitkomst_naam=queries.uitkomst_naam(punt.uitkomst, punt.procedure.route),
        kandidaten=tuple(
            _kandidaat(k, n, teams.get(k.medewerker_id), verbergen and not k.gekozen)
            for n, k in enumerate(kandidaten, 1)
        ),
        verlaten=tuple(m.naam for m in punt.verlaten_door.all()),
    )


def _kandidaat(
    kandidaat: Kandidaat, nummer: int, team: PTeam | None, verbergen: bool
) -> SchermKandidaat:
    """Whoever did not say yes to being discussed has no name here (R264, R348)."""
    zonder_ja = kandidaat.bron == KandidaatBron.PMANAGER and kandidaat.instemming_op is None
    pteam = team.naam if team else ""
    verborgen = zonder_ja or verbergen
    plaatshouder = f"Iemand uit P-team {pteam}" if pteam else "Iemand"
    return SchermKandidaat(
        kandidaat=str(kandidaat.public_id), nummer=nummer,
        naam=plaatshouder if verborgen else kandidaat.medewerker.naam,
        pteam="" if verborgen else pteam, bron=kandidaat.get_bron_display(),
        gekozen=kandidaat.gekozen, is_plaatshouder=verborgen,
    )
