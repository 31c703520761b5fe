"""One item of a session: on the agenda, on the screen, and its one outcome (R250, R270)."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis, invoer
from config.kern.live import meld
from config.kern.periode import dag_kort
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from matching import rules_matchtafel as rules
from matching.enums import KandidaatBron, ReactieStatus, Uitkomst
from matching.models import Agendapunt, Kandidaat, MatchtafelSessie, Procedure, Reactie
from matching.queries import matchtafel as queries


@transaction.atomic
def punt_agenderen(
    *, sessie: MatchtafelSessie, procedure: Procedure, door: Actor, nu: datetime
) -> Agendapunt:
    """Put a procedure on the agenda, not before its earliest date (Werkingsprincipes §10.2.2)."""
    sessie = _sessie(sessie)
    Procedure.objects.select_for_update(of=("self",)).get(pk=procedure.pk)
    procedure = queries.feiten_voor_agenda(procedure)
    eis(rules.beletsel_punt_agenderen(sessie=sessie, procedure=procedure, door=door))
    punt = Agendapunt.objects.create(
        sessie=sessie, procedure=procedure, volgorde=sessie.agendapunten.count() + 1,
        gewijzigd_door_naam=door.naam,
    )
    reacties_op_tafel(punt, nu=nu)
    noteer("punt_geagendeerd", op=punt, door=door, nu=nu, sessie=sessie.public_id)
    _meld(sessie)
    return punt


@transaction.atomic
def punten_agenderen(*, sessie: MatchtafelSessie, door: Actor, nu: datetime) -> int:
    """Put everything that may be on this table on its agenda, in one act."""
    sessie = _sessie(sessie)
    kan = [
        p for p in queries.te_agenderen()
        if rules.beletsel_punt_agenderen(sessie=sessie, procedure=p, door=door) is None
    ]
    eis(rules.beletsel_punten_agenderen(sessie=sessie, aantal=len(kan), door=door))
    for procedure in kan:
        punt_agenderen(sessie=sessie, procedure=procedure, door=door, nu=nu)
    return len(kan)


@transaction.atomic
def punt_afvoeren(*, agendapunt: Agendapunt, door: Actor, nu: datetime) -> None:
    """Take an item off the agenda of a session that has not begun."""
    punt = vergrendel(agendapunt)
    eis(rules.beletsel_punt_afvoeren(agendapunt=punt, door=door))
    noteer("punt_afgevoerd", op=punt, door=door, nu=nu, sessie=punt.sessie.public_id)
    Reactie.objects.filter(
        kandidaat__agendapunt=punt, status=ReactieStatus.OP_TAFEL
    ).update(status=ReactieStatus.INGEDIEND)
    punt.kandidaten.all().delete()
    punt.delete()
    _meld(punt.sessie)


@transaction.atomic
def punt_verplaatsen(
    *, agendapunt: Agendapunt, omhoog: bool, door: Actor, nu: datetime
) -> None:
    """Change the order of the agenda, one place at a time."""
    punt = vergrendel(agendapunt)
    eis(rules.beletsel_punt_verplaatsen(agendapunt=punt, door=door))
    wissel(list(punt.sessie.agendapunten.order_by("volgorde", "id")), punt, omhoog=omhoog)
    noteer("punt_verplaatst", op=punt, door=door, nu=nu, omhoog=omhoog)
    _meld(punt.sessie)


@transaction.atomic
def punt_tonen(
    *, sessie: MatchtafelSessie, agendapunt: Agendapunt, door: Actor, nu: datetime
) -> None:
    """Show this item on the shared screen and on everybody's own device (R269)."""
    sessie = _sessie(sessie)
    eis(rules.beletsel_punt_tonen(sessie=sessie, door=door))
    punt = vergrendel(agendapunt)
    if punt.sessie_id != sessie.pk:
        eis(invoer("Dit agendapunt hoort bij een andere sessie."))
    reacties_op_tafel(punt, nu=nu)
    sessie.huidig_punt = punt
    sessie.save(update_fields=["huidig_punt"])
    noteer("punt_getoond", op=punt, door=door, nu=nu)
    _meld(sessie)


@transaction.atomic
def tafel_verlaten(*, agendapunt: Agendapunt, door: Actor, nu: datetime) -> None:
    """Step aside for one item because of an interest of your own (R419)."""
    punt = vergrendel(agendapunt)
    eis(rules.beletsel_tafel_verlaten(agendapunt=punt, door=door))
    punt.verlaten_door.add(door.medewerker_id)
    noteer("tafel_verlaten", op=punt, door=door, nu=nu)
    _meld(punt.sessie)


@transaction.atomic
def tafel_terugkeren(*, agendapunt: Agendapunt, door: Actor, nu: datetime) -> None:
    """Sit down again after stepping aside by mistake."""
    punt = vergrendel(agendapunt)
    eis(rules.beletsel_tafel_terugkeren(agendapunt=punt, door=door))
    punt.verlaten_door.remove(door.medewerker_id)
    noteer("tafel_teruggekeerd", op=punt, door=door, nu=nu)
    _meld(punt.sessie)


@transaction.atomic
def uitkomst_vastleggen(
    *, agendapunt: Agendapunt, uitkomst: str, motivering: str | None = None,
    gekozen: Sequence[Kandidaat] | None = None, motivering_niveau: str | None = None,
    begin: date | None = None, einde: date | None = None, fte: Decimal | None = None,
    versie: int | None = None, door: Actor, nu: datetime,
) -> Agendapunt:
    """Record what the table decided; provisional until the session closes (R264, R270, R289).

    ``gekozen`` replaces the choice that was made before; without it that choice stands. A text
    that is None stays as it was, so that one key on the shared screen loses nothing.
    """
    punt = vergrendel(agendapunt)
    kandidaten = queries.kandidaten_van(punt)
    if gekozen is None:
        keuze = [k for k in kandidaten if k.gekozen]
    else:
        ids = {k.pk for k in gekozen}
        keuze = [k for k in kandidaten if k.pk in ids]
    eis(
        rules.beletsel_uitkomst_vastleggen(
            agendapunt=punt, uitkomst=uitkomst, kandidaten=keuze, versie=versie,
            vroegste=queries.vroegste_bespreekdatum(punt.procedure), vandaag=lokale_dag(nu),
            door=door,
        )
    )
    if einde is not None and begin is not None and einde <= begin:
        eis(invoer("De einddatum moet na de begindatum liggen.", "einde"))
    _kies(punt, keuze if uitkomst in rules.MET_KANDIDAAT else [])
    punt.uitkomst = Uitkomst(uitkomst)
    for veld, waarde in {
        "motivering": motivering, "motivering_niveau": motivering_niveau, "begin": begin,
        "einde": einde, "fte": fte,
    }.items():
        if waarde is not None:
            setattr(punt, veld, waarde)
    punt.vastgelegd_op, punt.vastgelegd_door_naam = nu, door.naam
    _bewaar(punt, door)
    noteer(
        "uitkomst_vastgelegd", op=punt, door=door, nu=nu, uitkomst=punt.uitkomst,
        sessie=punt.sessie.public_id,
    )
    return punt


@transaction.atomic
def uitkomst_herstellen(
    *, agendapunt: Agendapunt, versie: int | None = None, door: Actor, nu: datetime
) -> Agendapunt:
    """Take the outcome back; what was typed and chosen stays (R270)."""
    punt = vergrendel(agendapunt)
    eis(rules.beletsel_uitkomst_herstellen(agendapunt=punt, versie=versie, door=door))
    noteer("uitkomst_hersteld", op=punt, door=door, nu=nu, was=punt.uitkomst)
    punt.uitkomst, punt.vastgelegd_op, punt.vastgelegd_door_naam = "", None, ""
    _bewaar(punt, door)
    return punt


def reacties_op_tafel(punt: Agendapunt, *, nu: datetime) -> None:
    """Everyone who reacted is a candidate; late reactions come along until discussed (R254)."""
    al = set(punt.kandidaten.values_list("medewerker_id", flat=True))
    nieuw = [r for r in queries.open_reacties(punt.procedure) if r.medewerker_id not in al]
    kandidaten = Kandidaat.objects.bulk_create(
        Kandidaat(
            agendapunt=punt, medewerker=r.medewerker, bron=KandidaatBron.REACTIE, reactie=r,
            argument="", instemming_op=r.ingediend_op, volgorde=len(al) + nummer,
            geplaatst_op=nu, geplaatst_door_naam=r.medewerker.naam,
        )
        for nummer, r in enumerate(nieuw, 1)
    )
    Reactie.objects.filter(pk__in=[r.pk for r in nieuw]).update(status=ReactieStatus.OP_TAFEL)
    if not nieuw or instelling("MELD_PMANAGER_BIJ", op=lokale_dag(nu)) != "shortlist":
        return
    for kandidaat in kandidaten:
        berichten_plaatsen(
            ontvanger_ids=[queries.pmanager_login(kandidaat.medewerker, lokale_dag(nu))],
            soort=BerichtSoort.MATCHTAFEL,
            onderwerp=f"Iemand uit je P-team ligt {dag_kort(punt.sessie.datum)} op de matchtafel",
            url=f"/matchtafel/{punt.sessie.public_id}/",
            sleutel=f"shortlist:{kandidaat.public_id}", nu=nu,
        )


def vergrendel(agendapunt: Agendapunt) -> Agendapunt:
    """Lock the session first, then the item: always in this order, so nobody waits in a ring."""
    sessie = MatchtafelSessie.objects.select_for_update(of=("self",)).get(pk=agendapunt.sessie_id)
    punt = (
        Agendapunt.objects.select_for_update(of=("self",))
        .select_related(*queries.PROCEDURE_ERBIJ).get(pk=agendapunt.pk)
    )
    punt.sessie = sessie
    return punt


def wissel(rijen: list, rij: Agendapunt | Kandidaat, *, omhoog: bool) -> None:
    """Move one row a place up or down and number all of them again."""
    hier = next(i for i, ander in enumerate(rijen) if ander.pk == rij.pk)
    daar = min(max(hier + (-1 if omhoog else 1), 0), len(rijen) - 1)
    rijen.insert(daar, rijen.pop(hier))
    for nummer, ander in enumerate(rijen, 1):
        ander.volgorde = nummer
    type(rij).objects.bulk_update(rijen, ["volgorde"])


def bijwerken(punt: Agendapunt, door: Actor) -> None:
    """Somebody touched the item: other devices are stale now, and hear it."""
    _bewaar(punt, door)


def _bewaar(punt: Agendapunt, door: Actor) -> None:
    punt.versie += 1
    punt.gewijzigd_door_naam = door.naam
    punt.save()
    _meld(punt.sessie)


def _kies(punt: Agendapunt, keuze: Sequence[Kandidaat]) -> None:
    ids = [k.pk for k in keuze]
    punt.kandidaten.exclude(pk__in=ids).update(gekozen=False)
    punt.kandidaten.filter(pk__in=ids).update(gekozen=True)


def _sessie(sessie: MatchtafelSessie) -> MatchtafelSessie:
    return MatchtafelSessie.objects.select_for_update(of=("self",)).get(pk=sessie.pk)


def _meld(sessie: MatchtafelSessie) -> None:
    meld(f"sessie-{sessie.public_id}")
