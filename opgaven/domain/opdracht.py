"""Opdrachten: made, described, and moved through their life (R023-R043)."""

from datetime import date, datetime, timedelta

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.afwijking import afwijking_bij_besluit
from config.kern.domain.beraad import punt_volgen
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitSoort, PuntSoort
from config.kern.fouten import eis, invoer
from config.kern.models import Besluit
from config.kern.werkdagen import lokale_dag
from opgaven import rules
from opgaven.domain.overgang import _overgang, vergrendel
from opgaven.enums import OpdrachtStatus as S
from opgaven.enums import ScopeStatus
from opgaven.models import Decharge, Opdracht, Opgave, Vrijgave
from opgaven.profiel import OpdrachtProfiel
from opgaven.queries import (
    gewijzigd_sinds,
    open_deelopdrachten,
    programmeerberaad,
    staat_op_lijst,
)
from opgaven.queries.sturing import geldende_kaders, open_einden

EEN_DAG = timedelta(days=1)


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
        opdracht=opdracht, door=door, op=lokale_dag(nu), profiel=profiel,
        kaders=geldende_kaders(opdracht),
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
    if not opdracht.begrotingscode:
        afwijking_bij_besluit(
            regel="opdracht_buiten_begroting", over=opdracht, beslisser="domeindirecteur",
            reden=opdracht.motivatie_afwijking_begroting, door=door, dag=lokale_dag(nu),
        )
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
def opdracht_opleveren(
    *, opdracht: Opdracht, reden: str = "", door: Actor, nu: datetime
) -> Opdracht:
    """The AOG reports the result as delivered (R040)."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_opleveren(opdracht=opdracht, door=door))
    _overgang(opdracht=opdracht, naar=S.OPGELEVERD, reden=reden, door=door, nu=nu)
    return opdracht


@transaction.atomic
def opdracht_temporiseren(
    *, opdracht: Opdracht, reden: str, vrij_per: date | None = None, door: Actor, nu: datetime
) -> Opdracht:
    """Slow the work down; with ``vrij_per`` the team's inzet ends that day (R013)."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_temporiseren(
        opdracht=opdracht, door=door, op=lokale_dag(nu), kaders=geldende_kaders(opdracht),
        vrij_per=vrij_per,
    ))
    zin = f"Temporiseren van {opdracht.naam}"
    besluit = _met_besluit(opdracht, S.GETEMPORISEERD, zin, reden, door, nu)
    if vrij_per is not None:
        for rij in (opdracht, *opdracht.deelopdrachten.all()):
            _vrijgeven(rij, vrij_per, False, besluit if rij == opdracht else _besluit(
                f"{zin}: deelopdracht {rij.naam}", reden, door, nu
            ), "De opdracht is getemporiseerd", nu)
    _naar_beraad(opdracht, f"Getemporiseerd: {reden}", door, nu)
    return opdracht


@transaction.atomic
def opdracht_hervatten(*, opdracht: Opdracht, reden: str, door: Actor, nu: datetime) -> Opdracht:
    """Go on where the opdracht stood before it was slowed down."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_hervatten(opdracht=opdracht, door=door, op=lokale_dag(nu)))
    eerder = opdracht.statusovergangen.filter(naar=S.GETEMPORISEERD).first()
    naar = eerder.van if eerder and eerder.van != S.CONCEPT else S.GEPROGRAMMEERD
    _met_besluit(opdracht, naar, f"Hervatten van {opdracht.naam}", reden, door, nu)
    _naar_beraad(opdracht, f"Hervat: {reden}", door, nu)
    return opdracht


@transaction.atomic
def opdracht_schrappen(*, opdracht: Opdracht, reden: str, door: Actor, nu: datetime) -> Opdracht:
    """End an opdracht that will not be done; roles, inzet and searches end after it."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_schrappen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), staat_op_lijst=staat_op_lijst(opdracht),
        kaders=geldende_kaders(opdracht), open_delen=open_deelopdrachten(opdracht),
    ))
    van, zin = opdracht.status, f"Schrappen van {opdracht.naam}"
    besluit = _met_besluit(opdracht, S.GESCHRAPT, zin, reden, door, nu)
    per = lokale_dag(nu) + EEN_DAG
    _vrijgeven(opdracht, per, True, besluit, "De opdracht is geschrapt", nu)
    if van not in (S.CONCEPT, S.PROFIEL_VASTGESTELD, S.GETOETST):
        _naar_beraad(opdracht, f"Geschrapt: {reden}", door, nu)
    return opdracht


@transaction.atomic
def opdracht_dechargeren(
    *, opdracht: Opdracht, is_einde: bool = True, reden: str, fase_naar: str = "", door: Actor,
    nu: datetime,
) -> Opdracht:
    """The domeindirecteur receives the result and discharges the AOG (R040, R041, E21).

    At a phase change the opdracht goes on with the same AOG; at the end the roles end today.
    """
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_dechargeren(
        opdracht=opdracht, door=door, op=lokale_dag(nu), is_einde=is_einde,
        open_delen=open_deelopdrachten(opdracht) if is_einde else [],
        einden=open_einden(opdracht) if is_einde else [], fase_naar=fase_naar.strip(),
    ))
    fase_naar = fase_naar.strip()
    if is_einde:
        zin = f"Decharge van {opdracht.naam}"
        besluit = _met_besluit(opdracht, S.GEDECHARGEERD, zin, reden, door, nu)
        per = lokale_dag(nu) + EEN_DAG
        _vrijgeven(opdracht, per, True, besluit, "Decharge aan het einde", nu)
    else:
        besluit = _besluit(f"Decharge bij faseovergang van {opdracht.naam}", reden, door, nu)
    Decharge.objects.create(
        opdracht=opdracht, is_einde=is_einde, fase_van=opdracht.fase,
        fase_naar="" if is_einde else fase_naar, besluit=besluit, op=nu,
        door_id=door.gebruiker_id,
    )
    if not is_einde and fase_naar and fase_naar != opdracht.fase:
        opdracht.fase, opdracht.versie = fase_naar, opdracht.versie + 1
        opdracht.save(update_fields=["fase", "versie"])
    noteer("opdracht_gedechargeerd", op=opdracht, door=door, nu=nu, besluit=besluit.kenmerk,
           is_einde=is_einde, versie=opdracht.versie, velden=["fase"])
    return opdracht


def _vrijgeven(
    opdracht: Opdracht, per: date, ook_rollen: bool, besluit: Besluit, reden: str, nu: datetime
) -> None:
    Vrijgave.objects.create(
        opdracht=opdracht, per=per, ook_rollen=ook_rollen, besluit=besluit, reden=reden,
        vastgesteld_op=nu,
    )


def _naar_beraad(opdracht: Opdracht, zin: str, door: Actor, nu: datetime) -> None:
    """A change of status is a reason to look at the programming again (R012)."""
    punt_volgen(
        gremium=programmeerberaad(), soort=PuntSoort.SCOPE, onderwerp=opdracht.naam,
        toelichting=zin, over=opdracht,
        url=f"/opdrachten/{opdracht.public_id}/", door=door, nu=nu,
    )


def _met_besluit(
    opdracht: Opdracht, naar: str, onderwerp: str, reden: str, door: Actor, nu: datetime
) -> Besluit:
    besluit = _besluit(onderwerp, reden, door, nu)
    _overgang(opdracht=opdracht, naar=naar, besluit=besluit, reden=reden, door=door, nu=nu)
    return besluit


def _besluit(onderwerp: str, reden: str, door: Actor, nu: datetime) -> Besluit:
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
