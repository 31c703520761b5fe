"""Learning agreements between a person and the own P-manager (DT-13, DT-15, bijlage 2)."""

from datetime import datetime
from decimal import Decimal
from typing import cast

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import inzage_noteren, noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from pdomein import queries
from pdomein.afspraak import Afspraak
from pdomein.domain.ppp import bewaren, met_slot, versie_vastleggen
from pdomein.enums import Functiegroep
from pdomein.enums_leren import AfspraakStatus
from pdomein.models import (
    Basisonderdeel,
    Leerthema,
    Medewerker,
    Ontwikkelafspraak,
    Professie,
)
from pdomein.queries.ontwikkeling import afspraken_van
from pdomein.rules.ontwikkeling import (
    EIGEN,
    beletsel_basisonderdeel_vastleggen,
    beletsel_basisonderdeel_vervallen,
    beletsel_ontwikkelafspraak_afsluiten,
    beletsel_ontwikkelafspraak_instemmen,
    beletsel_ontwikkelafspraak_voorstellen,
    beletsel_ontwikkelafspraak_wijzigen,
    beletsel_ontwikkelafspraken_inzien,
    beletsel_opleidingsbudget_besluiten,
)


def _met_slot(afspraak: Ontwikkelafspraak) -> Ontwikkelafspraak:
    return (
        Ontwikkelafspraak.objects.select_for_update(of=("self",))
        .select_related("medewerker").get(pk=afspraak.pk)
    )


def _velden(inhoud: Afspraak) -> dict[str, object]:
    return {veld: getattr(inhoud, veld) for veld in Afspraak.__dataclass_fields__}


def _akkoord(afspraak: Ontwikkelafspraak, lezer: str, door: Actor, nu: datetime) -> None:
    if lezer == EIGEN:
        afspraak.akkoord_medewerker_op = nu
    else:
        afspraak.akkoord_pmanager_op, afspraak.akkoord_pmanager_id = nu, door.medewerker_id


@transaction.atomic
def ontwikkelafspraak_voorstellen(
    *, medewerker: Medewerker, inhoud: Afspraak, door: Actor, nu: datetime
) -> Ontwikkelafspraak:
    """Propose an agreement; who proposes agrees with it (R139, R142, R337)."""
    medewerker = Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker.pk)
    vandaag = lokale_dag(nu)
    lezer = queries.lezer_van(door, medewerker, vandaag)
    eis(beletsel_ontwikkelafspraak_voorstellen(
        inhoud=inhoud, lezer=lezer, in_dienst=medewerker.is_in_dienst(vandaag), vandaag=vandaag
    ))
    afspraak = Ontwikkelafspraak(
        medewerker=medewerker, bijgewerkt_op=nu,
        voorgesteld_door_id=cast(int, door.medewerker_id), **_velden(inhoud),
    )
    _akkoord(afspraak, lezer, door, nu)
    afspraak.save(force_insert=True)
    noteer("ontwikkelafspraak_voorgesteld", op=medewerker, door=door, nu=nu)
    _melden(afspraak, lezer, "Er ligt een voorstel voor een ontwikkelafspraak", nu)
    return afspraak


@transaction.atomic
def ontwikkelafspraak_wijzigen(
    *, afspraak: Ontwikkelafspraak, inhoud: Afspraak, door: Actor, nu: datetime
) -> Ontwikkelafspraak:
    """Change an agreement: the other has to agree again (R139)."""
    afspraak, vandaag = _met_slot(afspraak), lokale_dag(nu)
    lezer = queries.lezer_van(door, afspraak.medewerker, vandaag)
    eis(beletsel_ontwikkelafspraak_wijzigen(
        afspraak=afspraak, inhoud=inhoud, lezer=lezer, vandaag=vandaag
    ))
    anders = [k for k, v in _velden(inhoud).items() if getattr(afspraak, k) != v]
    if not anders:
        return afspraak
    for veld in anders:
        setattr(afspraak, veld, getattr(inhoud, veld))
    afspraak.status = AfspraakStatus.VOORSTEL
    afspraak.akkoord_medewerker_op = afspraak.akkoord_pmanager_op = None
    afspraak.akkoord_pmanager, afspraak.bijgewerkt_op = None, nu
    _akkoord(afspraak, lezer, door, nu)
    afspraak.save()
    noteer("ontwikkelafspraak_gewijzigd", op=afspraak.medewerker, door=door, nu=nu, velden=anders)
    _melden(afspraak, lezer, "Een ontwikkelafspraak is gewijzigd. Ben je akkoord?", nu)
    return afspraak


@transaction.atomic
def ontwikkelafspraak_instemmen(
    *, afspraak: Ontwikkelafspraak, door: Actor, nu: datetime
) -> Ontwikkelafspraak:
    """The other of the two agrees; the PPP keeps a version of that moment (R139, R146)."""
    afspraak = _met_slot(afspraak)
    lezer = queries.lezer_van(door, afspraak.medewerker, lokale_dag(nu))
    eis(beletsel_ontwikkelafspraak_instemmen(afspraak=afspraak, lezer=lezer))
    _akkoord(afspraak, lezer, door, nu)
    if afspraak.akkoord_medewerker_op and afspraak.akkoord_pmanager_op:
        afspraak.status = AfspraakStatus.AFGESPROKEN
        if (ppp := met_slot(afspraak.medewerker)) is not None:
            bewaren(ppp, nu)
            versie_vastleggen(ppp, f"Ontwikkelafspraak: {afspraak.doel}"[:120], nu)
    afspraak.bijgewerkt_op = nu
    afspraak.save()
    noteer("ontwikkelafspraak_ingestemd", op=afspraak.medewerker, door=door, nu=nu)
    _melden(afspraak, lezer, "Er is ingestemd met een ontwikkelafspraak", nu)
    return afspraak


@transaction.atomic
def ontwikkelafspraak_afsluiten(
    *, afspraak: Ontwikkelafspraak, is_gedaan: bool, evaluatie: str = "", door: Actor,
    nu: datetime,
) -> Ontwikkelafspraak:
    """Close an agreement: done with what it brought, or lapsed (R139)."""
    afspraak = _met_slot(afspraak)
    lezer = queries.lezer_van(door, afspraak.medewerker, lokale_dag(nu))
    eis(beletsel_ontwikkelafspraak_afsluiten(
        afspraak=afspraak, is_gedaan=is_gedaan, evaluatie=evaluatie, lezer=lezer
    ))
    afspraak.status = AfspraakStatus.GEDAAN if is_gedaan else AfspraakStatus.VERVALLEN
    afspraak.evaluatie = evaluatie.strip()
    afspraak.afgesloten_op = afspraak.bijgewerkt_op = nu
    afspraak.save()
    noteer(
        "ontwikkelafspraak_afgesloten", op=afspraak.medewerker, door=door, nu=nu,
        status=afspraak.status,
    )
    return afspraak


@transaction.atomic
def opleidingsbudget_besluiten(
    *, afspraak: Ontwikkelafspraak, budget: Decimal | None, door: Actor, nu: datetime
) -> Ontwikkelafspraak:
    """The P-manager decides about the opleidingsbudget of an agreement (R329)."""
    afspraak = _met_slot(afspraak)
    lezer = queries.lezer_van(door, afspraak.medewerker, lokale_dag(nu))
    eis(beletsel_opleidingsbudget_besluiten(afspraak=afspraak, budget=budget, lezer=lezer))
    afspraak.budget = budget
    afspraak.budget_door_id = door.medewerker_id if budget is not None else None
    afspraak.bijgewerkt_op = nu
    afspraak.save()
    noteer("opleidingsbudget_besloten", op=afspraak.medewerker, door=door, nu=nu)
    _melden(afspraak, lezer, "Er is besloten over een opleidingsbudget", nu)
    return afspraak


@transaction.atomic
def ontwikkelafspraken_inzien(
    *, medewerker: Medewerker, door: Actor, nu: datetime
) -> list[Ontwikkelafspraak]:
    """Read the agreements of a person; the look of the P-manager is noted (R139, R408)."""
    lezer = queries.lezer_van(door, medewerker, lokale_dag(nu))
    eis(beletsel_ontwikkelafspraken_inzien(lezer=lezer))
    rijen = list(afspraken_van(medewerker))
    if rijen:
        inzage_noteren(
            wiens_gebruiker_id=medewerker.gebruiker_id, wat="Ontwikkelafspraken",
            waarvoor="als P-manager", door=door, nu=nu,
        )
    return rijen


@transaction.atomic
def basisonderdeel_vastleggen(
    *, naam: str, thema: Leerthema | None = None, functiegroep: Functiegroep | str = "",
    professie: Professie | None = None, academie_code: str = "", door: Actor, nu: datetime,
) -> Basisonderdeel:
    """Put something into the obligatory package (R360)."""
    eis(beletsel_basisonderdeel_vastleggen(naam=naam, academie_code=academie_code, door=door))
    rij = Basisonderdeel.objects.create(
        naam=naam.strip(), thema=thema, functiegroep=functiegroep, professie=professie,
        academie_code=academie_code.strip(),
    )
    noteer("basisonderdeel_vastgelegd", op=rij, door=door, nu=nu)
    return rij


@transaction.atomic
def basisonderdeel_vervallen(
    *, onderdeel: Basisonderdeel, door: Actor, nu: datetime
) -> Basisonderdeel:
    """Take something out of the package; agreements about it stay."""
    rij = Basisonderdeel.objects.select_for_update(of=("self",)).get(pk=onderdeel.pk)
    eis(beletsel_basisonderdeel_vervallen(is_vervallen=rij.vervallen_op is not None, door=door))
    rij.vervallen_op = lokale_dag(nu)
    rij.save(update_fields=["vervallen_op"])
    noteer("basisonderdeel_vervallen", op=rij, door=door, nu=nu)
    return rij


def _melden(afspraak: Ontwikkelafspraak, lezer: str, onderwerp: str, nu: datetime) -> None:
    """Tell the other of the two; what it is about stands only in the program."""
    if lezer == EIGEN:
        ander = queries.pmanager_van(afspraak.medewerker, lokale_dag(nu))
    else:
        ander = afspraak.medewerker
    berichten_plaatsen(
        ontvanger_ids=[ander.gebruiker_id] if ander else [], soort=BerichtSoort.OVERIG,
        onderwerp=onderwerp, url=f"/ontwikkeling/{afspraak.public_id}/",
        sleutel=f"ontwikkelafspraak:{afspraak.public_id}:{nu.isoformat()}", nu=nu,
    )
