"""The special route: advice, choice by the DD, designation by the directeur M&O (R288)."""

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.besluit import besluit_nemen, document_bewaren
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort, BesluitSoort
from config.kern.fouten import eis
from config.kern.models import Afwijking
from config.kern.werkdagen import lokale_dag
from matching.domain.match import (
    besluittekst,
    match_afronden,
    match_maken,
    vergrendel_match,
)
from matching.domain.procedure import fase_overgaan, vergrendel
from matching.enums import Fase, MatchStatus, Route
from matching.models import AogKeuze, Match, Procedure
from matching.queries.wie import eigenaar_ids, gebruikers_met_rol, odomein_van_opdracht
from matching.rules import aogroute as rules
from matching.rules.match import Voorstel
from pdomein.models import Medewerker
from register.domain.roltoewijzing import rol_toewijzen
from register.enums import RolCode, Teamrol

HOEDANIGHEID = "directeur M&O"


class Bestand(NamedTuple):
    """A file as it was handed in."""

    naam: str
    media_type: str
    inhoud: bytes


@transaction.atomic
def aog_kiezen(
    *, procedure: Procedure, medewerker: Medewerker, begin: date, einde: date, fte: Decimal,
    afwijking_van_advies: str = "", motivatie_matrix: str = "", versie: int | None = None,
    door: Actor, nu: datetime,
) -> AogKeuze:
    """The first key: the DD chooses, both consents are asked, the directeur M&O is told (G)."""
    procedure = vergrendel(procedure, versie)
    voorstel = Voorstel(
        medewerker, begin, einde, fte,
        motivatie_organisatie="Keuze van de domeindirecteur na advies van de matchtafel.",
        motivatie_persoon="Met de medewerker besproken voor de instemming.",
    )
    eis(rules.beletsel_aog_kiezen(
        procedure, door=door, dag=lokale_dag(nu), voorstel=voorstel,
        afwijking_van_advies=afwijking_van_advies, motivatie_matrix=motivatie_matrix,
    ))
    keuze = AogKeuze.objects.create(
        procedure=procedure, medewerker=medewerker, gekozen_op=nu,
        gekozen_door_id=door.gebruiker_id, afwijking_van_advies=afwijking_van_advies.strip(),
        motivatie_matrix=motivatie_matrix.strip(),
    )
    _afwijkingen(keuze, door, lokale_dag(nu))
    noteer("aog_gekozen", op=procedure, door=door, nu=nu, keuze=keuze.public_id)
    fase_overgaan(procedure=procedure, naar=Fase.AANWIJZING, door=door, nu=nu)
    match_maken(procedure, voorstel, door, nu)
    berichten_plaatsen(
        ontvanger_ids=gebruikers_met_rol(RolCode.DIRECTEUR_MO, lokale_dag(nu)),
        soort=BerichtSoort.BESLUIT, onderwerp=f"AOG gekozen: {procedure.matchvraag}",
        url=f"/procedures/{procedure.public_id}/", sleutel=f"aog-keuze:{keuze.public_id}", nu=nu,
    )
    return keuze


def _afwijkingen(keuze: AogKeuze, door: Actor, dag: date) -> None:
    regels = {
        "advies_matchtafel_niet_gevolgd": keuze.afwijking_van_advies,
        "rol_buiten_bijlage_3": keuze.motivatie_matrix,
    }
    Afwijking.objects.bulk_create(
        Afwijking(
            regel=regel, object_soort="procedure", object_id=keuze.procedure.public_id,
            object_naam=str(keuze.procedure)[:250], reden=reden,
            vastgelegd_door_id=door.gebruiker_id, beslisser=door.naam, begin=dag,
        )
        for regel, reden in regels.items() if reden
    )


@transaction.atomic
def aon_accorderen(*, match: Match, door: Actor, nu: datetime) -> AogKeuze:
    """The domeindirecteur signs for an AON too, where the province wants it (R291)."""
    match = vergrendel_match(match)
    eis(rules.beletsel_aon_accorderen(match, door=door, dag=lokale_dag(nu)))
    keuze = AogKeuze.objects.create(
        procedure=match.procedure, medewerker=match.medewerker, gekozen_op=nu,
        gekozen_door_id=door.gebruiker_id,
    )
    noteer("aon_geaccordeerd", op=match.procedure, door=door, nu=nu, match=match.public_id)
    return keuze


@transaction.atomic
def aanwijzen(
    *, match: Match, bestand: Bestand | None = None, door: Actor, nu: datetime
) -> Match:
    """The second key: the directeur M&O designates by besluit; role and inzet follow (H, R067)."""
    match = vergrendel_match(match)
    dag = lokale_dag(nu)
    eis(rules.beletsel_aanwijzen(match, door=door, dag=dag))
    rol = RolCode.AOG if match.procedure.route == Route.AOG else RolCode.AON
    opdracht = match.procedure.matchvraag.opdracht
    document = document_bewaren(**bestand._asdict(), door=door, nu=nu) if bestand else None
    besluit = besluit_nemen(
        soort=BesluitSoort.AANWIJZING, onderwerp=f"Aanwijzing {rol.label}: {opdracht}",
        tekst=besluittekst(match), hoedanigheid=HOEDANIGHEID, besluitdatum=dag,
        ingangsdatum=match.begin, document=document, door=door, nu=nu,
    )
    match.roltoewijzing = rol_toewijzen(
        rol_code=rol, medewerker=match.medewerker, op=opdracht, begin=match.begin, besluit=besluit,
        uitzondering=_uitzondering(match, dag), door=door, nu=nu,
    )
    teamrol = Teamrol.AOG if rol is RolCode.AOG else Teamrol.AON
    return match_afronden(match, besluit, teamrol, door, nu)


def _uitzondering(match: Match, dag: date) -> str:
    """Why the register should accept it: outside bijlage 3, or both keys in one DBI hand (R293)."""
    if match.procedure.route != Route.AOG:
        return match.motivatie_niveau[:250]
    keuze = match.procedure.aogkeuzes.filter(geweigerd_op=None).first()
    redenen = [keuze.motivatie_matrix] if keuze else []
    odomein = odomein_van_opdracht(match.procedure.matchvraag.opdracht, dag)
    if odomein is not None and odomein.dbi_uitzondering:
        redenen.append("DBI-uitzondering (hoofdstuk 8)")
    return "; ".join(r for r in redenen if r)[:250]


@transaction.atomic
def aanwijzing_weigeren(*, match: Match, reden: str, door: Actor, nu: datetime) -> Match:
    """The directeur M&O does not agree: the Directieteam speaks (X, R290)."""
    match = vergrendel_match(match)
    eis(rules.beletsel_aanwijzing_weigeren(match, door=door, reden=reden))
    match.status = MatchStatus.AFGEWEZEN
    match.save(update_fields=["status"])
    AogKeuze.objects.filter(procedure=match.procedure, geweigerd_op=None).update(
        geweigerd_op=nu, weiger_reden=reden.strip()
    )
    fase_overgaan(
        procedure=match.procedure, naar=Fase.GEEN_OVEREENSTEMMING, reden=reden, door=door, nu=nu
    )
    noteer("aanwijzing_geweigerd", op=match.procedure, door=door, nu=nu, match=match.public_id)
    dag = lokale_dag(nu)
    berichten_plaatsen(
        ontvanger_ids=[
            *eigenaar_ids(match.procedure, dag),
            *gebruikers_met_rol(RolCode.PROVINCIESECRETARIS, dag),
            *gebruikers_met_rol(RolCode.CONCERNDIRECTEUR, dag),
        ],
        soort=BerichtSoort.BESLUIT,
        onderwerp=f"Geen overeenstemming: {match.procedure.matchvraag}",
        url=f"/procedures/{match.procedure.public_id}/",
        sleutel=f"geweigerd:{match.public_id}", nu=nu,
    )
    return match
