"""The besluitenlijst of the programmeerberaad: from concept to one act of adoption (R219, R220)."""

from datetime import datetime

from django.db import transaction

from config.kern import opmaak
from config.kern.actor import Actor
from config.kern.domain.advies import adviezen_meenemen, afwijkingen_van_advies
from config.kern.domain.afwijking import afwijking_bij_besluit
from config.kern.domain.beraad import sluit_bij_besluit
from config.kern.domain.besluit import besluit_opstellen, besluit_vaststellen
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitSoort, BesluitStatus, VergaderStatus
from config.kern.fouten import eis, invoer
from config.kern.models import Besluit, Besluitenlijst, Vergadering
from config.kern.werkdagen import lokale_dag
from opgaven import rules
from opgaven.domain.herprogrammering import _herprogrammeren
from opgaven.domain.overgang import _overgang, vergrendel
from opgaven.enums import OpdrachtStatus, Toetsuitkomst
from opgaven.models import Opdracht, Programmering
from opgaven.queries import besluiten_van, staat_op_lijst

AGENDEERBAAR = (BesluitSoort.OVERIG, BesluitSoort.AFWIJKING)


@transaction.atomic
def opdracht_agenderen(
    *, opdracht: Opdracht, besluitenlijst: Besluitenlijst, motivering: str = "", door: Actor,
    nu: datetime,
) -> Programmering:
    """Put a tested opdracht as a draft decision on a besluitenlijst (R204, R220)."""
    lijst = _vergrendel(besluitenlijst)
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_agenderen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), staat_op_lijst=staat_op_lijst(opdracht),
        besluitenlijst=lijst, motivering=motivering,
    ))
    besluit = besluit_opstellen(
        soort=BesluitSoort.NIEUWE_OPDRACHT, onderwerp=f"Nieuwe opdracht: {opdracht.naam}",
        tekst=_tekst_van(opdracht), motivering=motivering, gremium=lijst.vergadering.gremium,
        besluitenlijst=lijst, hoedanigheid=f"voorzitter {lijst.vergadering.gremium.naam}"[:120],
        besluitdatum=lijst.vergadering.datum, door=door, nu=nu,
    )
    adviezen_meenemen(opdracht, besluit)
    programmering = Programmering.objects.create(besluit=besluit, opdracht=opdracht)
    noteer("opdracht_geagendeerd", op=opdracht, door=door, nu=nu, besluit=besluit.kenmerk)
    return programmering


def _tekst_van(opdracht: Opdracht) -> str:
    """What is decided, complete in itself: it is stored and hashed with the decision."""
    looptijd = opmaak.periode(opdracht.begin, opdracht.einde)
    regels = [
        f"De opdracht “{opdracht.naam}” ({opdracht.code}) wordt uitgevoerd onder de opgave "
        f"“{opdracht.opgave.naam}”.",
        f"Label: {opdracht.get_label_display().lower()}. Looptijd: {looptijd}.",
        f"Capaciteit: {opmaak.fte(opdracht.capaciteit_fte)}. "
        f"Materieel budget: {opmaak.euro(opdracht.budget_materieel)}.",
        f"Beoogd resultaat: {opdracht.beoogd_resultaat}",
    ]
    vragen = [
        f"- {v.aantal} x {v.get_plaats_display()}: {v.omschrijving} "
        f"({opmaak.fte(v.fte)})"
        for v in opdracht.capaciteitsvragen.all()
    ]
    return "\n".join([*regels, "Gevraagde capaciteit:", *vragen])


@transaction.atomic
def agendering_intrekken(*, programmering: Programmering, door: Actor, nu: datetime) -> None:
    """Take a draft point off the list; the opdracht stays tested."""
    if programmering.besluit.besluitenlijst is not None:
        _vergrendel(programmering.besluit.besluitenlijst)
    programmering = Programmering.objects.select_related(
        "besluit__besluitenlijst__vergadering__gremium", "opdracht__opgave"
    ).get(pk=programmering.pk)
    eis(rules.beletsel_agendering_intrekken(
        programmering=programmering, door=door, op=lokale_dag(nu)
    ))
    besluit, opdracht = programmering.besluit, programmering.opdracht
    programmering.delete()
    besluit.delete()
    noteer("agendering_ingetrokken", op=opdracht, door=door, nu=nu, besluit=besluit.kenmerk)


@transaction.atomic
def programmering_motiveren(
    *, programmering: Programmering, motivering: str, door: Actor, nu: datetime
) -> Programmering:
    """Why the beraad decides as it does; needed when the toets is negative (R209, E14)."""
    besluit = Besluit.objects.select_for_update(of=("self",)).select_related(
        "besluitenlijst__vergadering__gremium"
    ).get(pk=programmering.besluit_id)
    programmering.besluit = besluit
    eis(rules.beletsel_programmering_motiveren(programmering=programmering, door=door))
    besluit.motivering = motivering
    besluit.save(update_fields=["motivering"])
    noteer("programmering_gemotiveerd", op=besluit, door=door, nu=nu)
    return programmering


@transaction.atomic
def besluit_agenderen(
    *, besluitenlijst: Besluitenlijst, onderwerp: str, tekst: str, motivering: str = "",
    soort: str = BesluitSoort.OVERIG, door: Actor, nu: datetime,
) -> Besluit:
    """Put another draft decision on a list: a dilemma, a priority, an approach (R218, R221)."""
    lijst = _vergrendel(besluitenlijst)
    eis(rules.beletsel_besluit_agenderen(besluitenlijst=lijst, door=door, onderwerp=onderwerp))
    if soort not in AGENDEERBAAR:
        eis(invoer(
            "Kies de soort overig of afwijking. Een opdracht zet je vanaf de opdracht op de lijst.",
            "soort",
        ))
    return besluit_opstellen(
        soort=BesluitSoort(soort), onderwerp=onderwerp, tekst=tekst, motivering=motivering,
        gremium=lijst.vergadering.gremium, besluitenlijst=lijst,
        hoedanigheid=f"voorzitter {lijst.vergadering.gremium.naam}"[:120],
        besluitdatum=lijst.vergadering.datum, door=door, nu=nu,
    )


@transaction.atomic
def besluitenlijst_vaststellen(
    *, besluitenlijst: Besluitenlijst, door: Actor, nu: datetime
) -> Besluitenlijst:
    """The chair adopts every decision on the list in one act; opdrachten become programmed.

    Doing it twice changes nothing more. The matchvragen follow by themselves: matching looks
    for programmed opdrachten (HUIS §2).
    """
    lijst = _vergrendel(besluitenlijst)
    besluiten = besluiten_van(lijst)
    beletsel = rules.beletsel_besluitenlijst_vaststellen(
        besluitenlijst=lijst, besluiten=besluiten, door=door, op=lokale_dag(nu)
    )
    if lijst.status == BesluitStatus.VASTGESTELD and (
        beletsel is None or beletsel.soort.value != 403
    ):
        return lijst
    eis(beletsel)
    for besluit in besluiten:
        _vaststellen(besluit, door, nu)
    lijst.status, lijst.vastgesteld_op = BesluitStatus.VASTGESTELD, nu
    lijst.vastgesteld_door_id = door.gebruiker_id
    lijst.save()
    Vergadering.objects.filter(pk=lijst.vergadering_id).update(
        status=VergaderStatus.GEHOUDEN, voorzitter_id=door.gebruiker_id
    )
    noteer("besluitenlijst_vastgesteld", op=lijst, door=door, nu=nu, aantal=len(besluiten))
    return lijst


def _vaststellen(besluit: Besluit, door: Actor, nu: datetime) -> None:
    programmering = getattr(besluit, "programmering", None)
    opdracht = vergrendel(programmering.opdracht) if programmering else None
    besluit_vaststellen(besluit=besluit, door=door, nu=nu)
    _herprogrammeren(besluit, door, nu)
    afwijkingen_van_advies(besluit, door, nu)
    sluit_bij_besluit(besluit, door, nu)
    if opdracht is not None:
        _tegen_de_toets(besluit, opdracht, door, nu)
        _overgang(
            opdracht=opdracht, naar=OpdrachtStatus.GEPROGRAMMEERD, besluit=besluit, door=door,
            nu=nu,
        )


def _tegen_de_toets(besluit: Besluit, opdracht: Opdracht, door: Actor, nu: datetime) -> None:
    """Deciding yes on a negative toets is explained in the one register (R209, R358)."""
    if opdracht.toetsen.filter(uitkomst=Toetsuitkomst.NEGATIEF).exists():
        afwijking_bij_besluit(
            regel="besluit_tegen_de_toets", besluit=besluit, over=opdracht,
            reden=besluit.motivering, beslisser=besluit.hoedanigheid, door=door, dag=lokale_dag(nu),
        )


def _vergrendel(besluitenlijst: Besluitenlijst) -> Besluitenlijst:
    return (
        Besluitenlijst.objects.select_for_update(of=("self",))
        .select_related("vergadering__gremium").get(pk=besluitenlijst.pk)
    )
