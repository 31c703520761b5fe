"""Opdrachten: made, described, and moved through their life (R023-R043)."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitSoort
from config.kern.fouten import eis, invoer
from config.kern.werkdagen import lokale_dag
from opgaven import rules
from opgaven.domain.overgang import _overgang, vergrendel
from opgaven.enums import OpdrachtStatus as S
from opgaven.enums import ScopeStatus
from opgaven.models import Opdracht, Opgave
from opgaven.profiel import OpdrachtProfiel
from opgaven.queries import gewijzigd_sinds, open_deelopdrachten, staat_op_lijst


@transaction.atomic
def opdracht_aanmaken(
    *, opgave: Opgave, profiel: OpdrachtProfiel, code: str = "", door: Actor, nu: datetime
) -> Opdracht:
    """Define a new opdracht under an opgave, as a concept (R033, Werkingsprincipes §4.4.1.3)."""
    opgave = Opgave.objects.select_for_update(of=("self",)).get(pk=opgave.pk)
    eis(rules.beletsel_opdracht_aanmaken(
        opgave=opgave, door=door, op=lokale_dag(nu), profiel=profiel
    ))
    nummer = Opdracht.objects.filter(opgave=opgave, bovenliggende=None).count() + 1
    opdracht = _bewaar_nieuw(opgave, None, profiel, _vrije_code(code, opgave.code, nummer))
    noteer("opdracht_aangemaakt", op=opdracht, door=door, nu=nu, code=opdracht.code)
    return opdracht


@transaction.atomic
def deelopdracht_aanmaken(
    *, bovenliggende: Opdracht, profiel: OpdrachtProfiel, code: str = "", door: Actor, nu: datetime
) -> Opdracht:
    """Split an opdracht, one level deep, by its AOG (R024, R025)."""
    bovenliggende = vergrendel(bovenliggende)
    eis(rules.beletsel_deelopdracht_aanmaken(
        bovenliggende=bovenliggende, door=door, profiel=profiel
    ))
    nummer = bovenliggende.deelopdrachten.count() + 1
    deel = _bewaar_nieuw(
        bovenliggende.opgave, bovenliggende, profiel, _vrije_code(code, bovenliggende.code, nummer)
    )
    noteer("deelopdracht_aangemaakt", op=deel, door=door, nu=nu, onder=bovenliggende.code)
    return deel


def _vrije_code(code: str, basis: str, nummer: int) -> str:
    """The code that was given, or the next free number under ``basis``."""
    code = code.strip()
    if code:
        if len(code) > 30:
            eis(invoer("Gebruik voor de code hooguit 30 tekens.", "code"))
        if Opdracht.objects.filter(code=code).exists():
            eis(invoer(f"De code “{code}” bestaat al.", "code"))
        return code
    while Opdracht.objects.filter(code=f"{basis[:24]}.{nummer}").exists():
        nummer += 1
    return f"{basis[:24]}.{nummer}"


def _bewaar_nieuw(
    opgave: Opgave, bovenliggende: Opdracht | None, profiel: OpdrachtProfiel, code: str
) -> Opdracht:
    return Opdracht.objects.create(
        opgave=opgave, bovenliggende=bovenliggende, code=code, **profiel.velden()
    )


@transaction.atomic
def opdracht_wijzigen(
    *, opdracht: Opdracht, profiel: OpdrachtProfiel, versie: int | None = None, door: Actor,
    nu: datetime,
) -> Opdracht:
    """Change the profile of a concept; refuses when somebody else was first (``versie``)."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_wijzigen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), profiel=profiel
    ))
    if versie is not None and versie != opdracht.versie:
        gewijzigd, wie = gewijzigd_sinds(opdracht, versie)
        eis(rules.beletsel_versie(opdracht, versie, gewijzigd, wie))
    velden = [k for k, v in profiel.velden().items() if getattr(opdracht, k) != v]
    if not velden:
        return opdracht
    for naam in velden:
        setattr(opdracht, naam, getattr(profiel, naam))
    opdracht.versie += 1
    opdracht.save(update_fields=[*velden, "versie"])
    noteer(
        "opdracht_gewijzigd", op=opdracht, door=door, nu=nu, velden=velden, versie=opdracht.versie
    )
    return opdracht


@transaction.atomic
def opdracht_profiel_vaststellen(*, opdracht: Opdracht, door: Actor, nu: datetime) -> Opdracht:
    """The domeindirecteur adopts the opdrachtprofiel, with the scope in it (R033, R034)."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_profiel_vaststellen(
        opdracht=opdracht, door=door, op=lokale_dag(nu)
    ))
    opdracht.scopes.filter(status=ScopeStatus.VOORGESTELD).update(
        status=ScopeStatus.GEACCORDEERD, beslist_op=nu, beslist_door_id=door.gebruiker_id
    )
    _overgang(opdracht=opdracht, naar=S.PROFIEL_VASTGESTELD, door=door, nu=nu)
    return opdracht


@transaction.atomic
def opdracht_profiel_heropenen(
    *, opdracht: Opdracht, reden: str = "", door: Actor, nu: datetime
) -> Opdracht:
    """Back to concept; the toets was about the old profile and is taken away (R204)."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_profiel_heropenen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), staat_op_lijst=staat_op_lijst(opdracht)
    ))
    vervallen = [f"{t.onderdeel}: {t.uitkomst}" for t in opdracht.toetsen.all()]
    opdracht.toetsen.all().delete()
    _overgang(opdracht=opdracht, naar=S.CONCEPT, reden=reden, door=door, nu=nu)
    if vervallen:
        noteer("toets_vervallen", op=opdracht, door=door, nu=nu, toetsen=vervallen)
    return opdracht


@transaction.atomic
def opdracht_temporiseren(
    *, opdracht: Opdracht, reden: str, door: Actor, nu: datetime
) -> Opdracht:
    """Slow the work down, with a decision that says why (R013)."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_temporiseren(opdracht=opdracht, door=door, op=lokale_dag(nu)))
    _met_besluit(opdracht, S.GETEMPORISEERD, f"Temporiseren van {opdracht.naam}", reden, door, nu)
    return opdracht


@transaction.atomic
def opdracht_hervatten(*, opdracht: Opdracht, reden: str, door: Actor, nu: datetime) -> Opdracht:
    """Go on where the opdracht stood before it was slowed down."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_hervatten(opdracht=opdracht, door=door, op=lokale_dag(nu)))
    eerder = opdracht.statusovergangen.filter(naar=S.GETEMPORISEERD).first()
    naar = eerder.van if eerder and eerder.van != S.CONCEPT else S.GEPROGRAMMEERD
    _met_besluit(opdracht, naar, f"Hervatten van {opdracht.naam}", reden, door, nu)
    return opdracht


@transaction.atomic
def opdracht_schrappen(*, opdracht: Opdracht, reden: str, door: Actor, nu: datetime) -> Opdracht:
    """End an opdracht that will not be done."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_schrappen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), staat_op_lijst=staat_op_lijst(opdracht)
    ))
    _met_besluit(opdracht, S.GESCHRAPT, f"Schrappen van {opdracht.naam}", reden, door, nu)
    return opdracht


@transaction.atomic
def opdracht_opleveren(
    *, opdracht: Opdracht, reden: str = "", door: Actor, nu: datetime
) -> Opdracht:
    """The AOG reports the result as delivered (R040)."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_opleveren(opdracht=opdracht, door=door))
    _overgang(opdracht=opdracht, naar=S.OPGELEVERD, reden=reden, door=door, nu=nu)
    return opdracht


@transaction.atomic
def opdracht_dechargeren(
    *, opdracht: Opdracht, is_einde: bool = True, reden: str, door: Actor, nu: datetime
) -> Opdracht:
    """The domeindirecteur receives the result and discharges the AOG (R040, R041).

    At a phase change the opdracht goes on; the decision is what remains.
    """
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_dechargeren(
        opdracht=opdracht, door=door, op=lokale_dag(nu), is_einde=is_einde,
        open_delen=open_deelopdrachten(opdracht),
    ))
    if is_einde:
        _met_besluit(opdracht, S.GEDECHARGEERD, f"Decharge van {opdracht.naam}", reden, door, nu)
        return opdracht
    besluit = _besluit(f"Decharge bij faseovergang van {opdracht.naam}", reden, door, nu)
    noteer("opdracht_gedechargeerd", op=opdracht, door=door, nu=nu, besluit=besluit.kenmerk)
    return opdracht


def _met_besluit(
    opdracht: Opdracht, naar: str, onderwerp: str, reden: str, door: Actor, nu: datetime
) -> None:
    besluit = _besluit(onderwerp, reden, door, nu)
    _overgang(opdracht=opdracht, naar=naar, besluit=besluit, reden=reden, door=door, nu=nu)


def _besluit(onderwerp: str, reden: str, door: Actor, nu: datetime):
    if not reden.strip():
        eis(invoer("Leg uit waarom.", "reden"))
    return besluit_nemen(
        soort=BesluitSoort.OVERIG, onderwerp=onderwerp, tekst=reden,
        hoedanigheid="domeindirecteur", besluitdatum=lokale_dag(nu), door=door, nu=nu,
    )


@transaction.atomic
def opdracht_bemensing_bijwerken(
    *, opdracht: Opdracht, heeft_aog: bool, heeft_aon: bool, door: Actor, nu: datetime
) -> Opdracht:
    """After a match: AOG there means Bemensing, AOG and AON there means In uitvoering (R039).

    Asks nothing of an opdracht that is already further; a new holder changes no status.
    """
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_bemensing_bijwerken(opdracht=opdracht, door=door))
    if opdracht.status == S.GEPROGRAMMEERD and heeft_aog:
        reden = "De ambtelijk opdrachtgever is aangewezen."
        _overgang(opdracht=opdracht, naar=S.BEMENSING, reden=reden, door=door, nu=nu)
    if opdracht.status == S.BEMENSING and heeft_aog and heeft_aon:
        reden = "De ambtelijk opdrachtgever en de ambtelijk opdrachtnemer zijn er."
        _overgang(opdracht=opdracht, naar=S.IN_UITVOERING, reden=reden, door=door, nu=nu)
    return opdracht


