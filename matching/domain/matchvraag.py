"""How a matchvraag comes to be: from a programmed opdracht, by replacement, or by vrijval.

The lower apps are not asked to call us: ``matchvragen_bijwerken`` looks (HUIS §2, pull).
"""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Exists, OuterRef

from config.kern.actor import SYSTEEM, Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort, BesluitStatus
from config.kern.fouten import eis
from config.kern.models import Besluit
from config.kern.werkdagen import lokale_dag
from matching.domain.procedure import procedure_starten
from matching.enums import Fase, Route, Trigger
from matching.models import TRO, Matchvraag, Procedure, TROCompetentie
from matching.queries.wie import aog_van, aon_van, eigenaar_ids, odomein_van_opdracht
from matching.rules import matchvraag as rules
from opgaven.enums import Label, PlaatsSoort
from opgaven.models import Capaciteitsvraag, Opdracht, Programmering

# An AOG or AON place that the opdracht did not describe: the choice sets the real fte.
KLEINSTE_FTE = Decimal("0.10")


def matchvragen_bijwerken(*, nu: datetime) -> int:
    """Make the matchvragen of every newly programmed dynamic opdracht (R220, R231). Idempotent."""
    gemaakt = 0
    for pk in _te_doen().values_list("pk", flat=True):
        with transaction.atomic():
            gemaakt += _maak_voor(pk, nu)
    return gemaakt


def _te_doen():
    bestaat = Matchvraag.objects.filter(
        besluit=OuterRef("besluit"), opdracht=OuterRef("opdracht")
    )
    return Programmering.objects.filter(
        ~Exists(bestaat), besluit__status=BesluitStatus.VASTGESTELD,
        opdracht__label=Label.DYNAMISCH, opdracht__status__in=rules.LEVEND,
    ).order_by("pk")


def _maak_voor(pk: int, nu: datetime) -> int:
    """One programming, under a lock: a second worker finds nothing left to do."""
    programmering = (
        _te_doen().select_for_update(of=("self",), skip_locked=True)
        .select_related("besluit", "opdracht__opgave", "opdracht__bovenliggende")
        .filter(pk=pk).first()
    )
    if programmering is None:
        return 0
    opdracht, besluit = programmering.opdracht, programmering.besluit
    vragen = list(opdracht.capaciteitsvragen.prefetch_related("competenties"))
    gemaakt = [
        _matchvraag(opdracht, plaats, vraag, nummer, besluit, nu)
        for plaats, vraag in _plaatsen(opdracht, vragen, lokale_dag(nu))
        for nummer in range(1, (vraag.aantal if vraag else 1) + 1)
    ]
    return len(gemaakt)


def _plaatsen(
    opdracht: Opdracht, vragen: list[Capaciteitsvraag], dag: date
) -> list[tuple[str, Capaciteitsvraag | None]]:
    """AOG and AON once, unless there is one already; team places as asked (R232, R246)."""
    rijen: list[tuple[str, Capaciteitsvraag | None]] = []
    for plaats, heeft in ((PlaatsSoort.AOG, aog_van), (PlaatsSoort.AON, aon_van)):
        if heeft(opdracht, dag) is None and not (
            plaats == PlaatsSoort.AOG and opdracht.bovenliggende_id
        ):
            rijen.append((plaats, next((v for v in vragen if v.plaats == plaats), None)))
    return rijen + [(v.plaats, v) for v in vragen if v.plaats == PlaatsSoort.TEAM]


def _matchvraag(
    opdracht: Opdracht, plaats: str, vraag: Capaciteitsvraag | None, nummer: int,
    besluit: Besluit, nu: datetime,
) -> Matchvraag:
    matchvraag = Matchvraag.objects.create(
        opdracht=opdracht, plaats=plaats, volgnummer=nummer, capaciteitsvraag=vraag,
        trigger=Trigger.BESLUITENLIJST, besluit=besluit,
        omschrijving=vraag.omschrijving if vraag else PlaatsSoort(plaats).label,
        fte=vraag.fte if vraag else KLEINSTE_FTE, geopend_op=nu,
    )
    tro_voorbereiden(matchvraag, vraag, nu)
    _start(matchvraag, SYSTEEM, nu)
    return matchvraag


def tro_voorbereiden(
    matchvraag: Matchvraag, vraag: Capaciteitsvraag | None, nu: datetime
) -> TRO:
    """The first text, taken from the opdracht and the demand; its owner goes on with it."""
    opdracht = matchvraag.opdracht
    tro = TRO.objects.create(
        matchvraag=matchvraag, titel=matchvraag.omschrijving, waarom=opdracht.waarom,
        wat=opdracht.wat, hoe=opdracht.hoe, wie=opdracht.wie,
        beoogd_resultaat=opdracht.beoogd_resultaat,
        begin=vraag.begin if vraag else opdracht.begin,
        einde=(vraag.einde if vraag else None) or opdracht.einde, fte=matchvraag.fte,
        schaal_van=vraag.schaal_van if vraag else None,
        schaal_tot=vraag.schaal_tot if vraag else None, bijgewerkt_op=nu,
    )
    if vraag is not None:
        TROCompetentie.objects.bulk_create(
            TROCompetentie(
                tro=tro, competentie_id=c.competentie_id, niveau=c.niveau, gewicht=c.gewicht,
                vereist=c.vereist,
            )
            for c in vraag.competenties.all()
        )
    return tro


def _start(matchvraag: Matchvraag, door: Actor, nu: datetime) -> Procedure:
    """AOG places start at the table; in the DBI the director chooses at once (R288, R293)."""
    dag = lokale_dag(nu)
    fase = None
    if matchvraag.plaats == PlaatsSoort.AOG:
        odomein = odomein_van_opdracht(matchvraag.opdracht, dag)
        if odomein is not None and odomein.dbi_uitzondering:
            fase = Fase.KEUZE_DD
    procedure = procedure_starten(matchvraag, Route(matchvraag.plaats), nu=nu, fase=fase)
    noteer("matchvraag_geopend", op=matchvraag, door=door, nu=nu, trigger=matchvraag.trigger)
    berichten_plaatsen(
        ontvanger_ids=eigenaar_ids(procedure, dag), soort=BerichtSoort.FASE,
        onderwerp=f"Nieuwe matchvraag: {matchvraag}", url=f"/procedures/{procedure.public_id}/",
        sleutel=f"matchvraag:{matchvraag.public_id}", nu=nu,
    )
    return procedure


@transaction.atomic
def matchvraag_openen(
    *, opdracht: Opdracht, plaats: PlaatsSoort, reden: str, door: Actor, nu: datetime
) -> Matchvraag:
    """Ask for a new AOG or AON when the place became empty (R295)."""
    opdracht = (
        Opdracht.objects.select_for_update(of=("self",))
        .select_related("opgave", "bovenliggende").get(pk=opdracht.pk)
    )
    eis(rules.beletsel_matchvraag_openen(
        opdracht, plaats, door=door, dag=lokale_dag(nu), reden=reden
    ))
    vraag = opdracht.capaciteitsvragen.filter(plaats=plaats).first()
    matchvraag = Matchvraag.objects.create(
        opdracht=opdracht, plaats=plaats, capaciteitsvraag=vraag, trigger=Trigger.VRIJVAL,
        omschrijving=vraag.omschrijving if vraag else PlaatsSoort(plaats).label,
        fte=vraag.fte if vraag else KLEINSTE_FTE, geopend_op=nu,
    )
    tro_voorbereiden(matchvraag, vraag, nu)
    _start(matchvraag, door, nu)
    return matchvraag


def matchvraag_uit_vrijval(
    opdracht: Opdracht, omschrijving: str, fte: Decimal, door: Actor, nu: datetime
) -> Matchvraag:
    """A team place for work that fell free and is not absorbed (R234)."""
    matchvraag = Matchvraag.objects.create(
        opdracht=opdracht, plaats=PlaatsSoort.TEAM, trigger=Trigger.VRIJVAL,
        omschrijving=omschrijving, fte=fte, geopend_op=nu,
    )
    tro_voorbereiden(matchvraag, None, nu)
    _start(matchvraag, door, nu)
    return matchvraag
