"""From a proposal through two consents to inzet in the register (R161, R230, R238).

A match is never made by a timer and never with one consent. The register is written only through
its own commands.
"""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort, BesluitSoort
from config.kern.fouten import eis
from config.kern.models import Afwijking, Besluit
from config.kern.opmaak import fte as fte_tekst
from config.kern.opmaak import moment as momenttekst
from config.kern.periode import periode_tekst
from config.kern.werkdagen import lokale_dag
from matching.domain.afronden import afronden
from matching.domain.procedure import fase_overgaan, vergrendel
from matching.enums import Fase, InstemmingVan, MatchStatus, ReactieStatus, Route, WervingStatus
from matching.models import Agendapunt, Instemming, Match, Procedure, Reactie
from matching.queries.wie import aog_van, aon_van, eigenaar_ids, gebruikers_met_rol
from matching.rules import match as rules
from matching.rules.wie import instemmende_pmanager
from opgaven.domain.opdracht import opdracht_bemensing_bijwerken
from pdomein.models import Medewerker
from register.domain.inzet import inzet_vastleggen
from register.enums import RolCode, Teamrol


@transaction.atomic
def match_voorstellen(
    *, procedure: Procedure, medewerker: Medewerker, begin: date, einde: date, fte: Decimal,
    motivatie_organisatie: str, motivatie_persoon: str, motivatie_binnen_wachttijd: str = "",
    motivatie_niveau: str = "", agendapunt: Agendapunt | None = None, versie: int | None = None,
    door: Actor, nu: datetime,
) -> Match:
    """Propose a person for the place and ask both consents (T2, T4, T8, T12)."""
    procedure = vergrendel(procedure, versie)
    dag = lokale_dag(nu)
    voorstel = rules.Voorstel(
        medewerker, begin, einde, fte, motivatie_organisatie, motivatie_persoon,
        motivatie_binnen_wachttijd, motivatie_niveau,
    )
    eis(rules.beletsel_match_voorstellen(
        procedure, door=door, dag=dag, agendapunt=agendapunt, voorstel=voorstel
    ))
    match = match_maken(procedure, voorstel, door, nu, agendapunt)
    _afwijkingen_vastleggen(match, voorstel, door, nu)
    return match


def match_maken(
    procedure: Procedure, voorstel: rules.Voorstel, door: Actor, nu: datetime,
    agendapunt: Agendapunt | None = None,
) -> Match:
    """Write the proposal and ask the two consents; the caller holds the lock and has asked."""
    match = Match.objects.create(
        procedure=procedure, agendapunt=agendapunt, medewerker=voorstel.medewerker,
        begin=voorstel.begin, einde=voorstel.einde, fte=voorstel.fte,
        motivatie_organisatie=voorstel.motivatie_organisatie.strip(),
        motivatie_persoon=voorstel.motivatie_persoon.strip(),
        motivatie_binnen_wachttijd=voorstel.motivatie_binnen_wachttijd.strip(),
        motivatie_niveau=voorstel.motivatie_niveau.strip(),
        voorgesteld_op=nu, voorgesteld_door_naam=door.naam,
    )
    Instemming.objects.bulk_create(
        Instemming(match=match, van=van, gevraagd_op=nu) for van in InstemmingVan
    )
    noteer("match_voorgesteld", op=procedure, door=door, nu=nu, match=match.public_id)
    _vraag_instemming(match, nu)
    return match


def _vraag_instemming(match: Match, nu: datetime) -> None:
    dag = lokale_dag(nu)
    pmanager = instemmende_pmanager(match, dag)
    tweede = [pmanager.gebruiker_id] if pmanager else gebruikers_met_rol(RolCode.DIRECTEUR_MO, dag)
    berichten_plaatsen(
        ontvanger_ids=[match.medewerker.gebruiker_id, *tweede], soort=BerichtSoort.INSTEMMING,
        onderwerp=f"Stem je in? {match.procedure.matchvraag}",
        url=f"/procedures/instemmingen/{match.public_id}/",
        sleutel=f"instemming:{match.public_id}", nu=nu,
    )


def _afwijkingen_vastleggen(
    match: Match, voorstel: rules.Voorstel, door: Actor, nu: datetime
) -> None:
    """A match inside the wait or outside the level is explained in the one register (R358)."""
    dag = lokale_dag(nu)
    if rules.is_binnen_wachttijd(match.procedure, dag):
        _afwijking(match, "match_binnen_wachttijd", match.motivatie_binnen_wachttijd, door, dag)
    if rules.is_buiten_niveau(match.procedure, voorstel.medewerker):
        _afwijking(match, "match_buiten_niveau", match.motivatie_niveau, door, dag)


def _afwijking(match: Match, regel: str, reden: str, door: Actor, dag: date) -> None:
    Afwijking.objects.create(
        regel=regel, object_soort="procedure", object_id=match.procedure.public_id,
        object_naam=str(match.procedure)[:250], reden=reden,
        vastgelegd_door_id=door.gebruiker_id, beslisser=door.naam, begin=dag,
    )


@transaction.atomic
def instemming_geven(
    *, match: Match, van: InstemmingVan, akkoord: bool, reden: str = "", door: Actor, nu: datetime
) -> Match:
    """The yes or no of the medewerker or the P-manager; the second yes completes (R161, R238)."""
    match = vergrendel_match(match)
    eis(rules.beletsel_instemming_geven(
        match, van, door=door, dag=lokale_dag(nu), akkoord=akkoord, reden=reden
    ))
    Instemming.objects.filter(match=match, van=van).update(
        akkoord=akkoord, beantwoord_op=nu, beantwoord_door_id=door.gebruiker_id,
        reden=reden.strip(),
    )
    noteer("instemming_gegeven" if akkoord else "instemming_geweigerd", op=match.procedure,
           door=door, nu=nu, match=match.public_id, van=van)
    if not akkoord:
        return _afgewezen(match, f"{InstemmingVan(van).label} stemt niet in", door, nu)
    if rules.beletsel_zonder_instemming(match) is None:
        _compleet(match, door, nu)
    return match


def _compleet(match: Match, door: Actor, nu: datetime) -> None:
    """Both said yes: a team match is definitive now; an AOG or AON still must be designated."""
    procedure = match.procedure
    if procedure.route == Route.TEAM:
        match_vastleggen(match=match, door=door, nu=nu)
        return
    if procedure.route == Route.AON and procedure.fase == Fase.CONCEPT:
        fase_overgaan(procedure=procedure, naar=Fase.AANWIJZING, door=door, nu=nu)
    berichten_plaatsen(
        ontvanger_ids=gebruikers_met_rol(RolCode.DIRECTEUR_MO, lokale_dag(nu)),
        soort=BerichtSoort.BESLUIT, onderwerp=f"Aanwijzen: {procedure.matchvraag}",
        url=f"/procedures/{procedure.public_id}/", sleutel=f"aanwijzen:{match.public_id}", nu=nu,
    )


def _afgewezen(match: Match, reden: str, door: Actor, nu: datetime) -> Match:
    """No agreement, no match: the procedure goes on where it was (R238)."""
    match.status = MatchStatus.AFGEWEZEN
    match.save(update_fields=["status"])
    procedure = match.procedure
    if procedure.fase == Fase.AANWIJZING:
        terug = Fase.KEUZE_DD if procedure.route == Route.AOG else Fase.CONCEPT
        fase_overgaan(procedure=procedure, naar=terug, reden=reden, door=door, nu=nu)
    berichten_plaatsen(
        ontvanger_ids=[
            *eigenaar_ids(procedure, lokale_dag(nu)), match.medewerker.gebruiker_id,
        ],
        soort=BerichtSoort.MATCH, onderwerp=f"Geen match: {procedure.matchvraag}",
        url=f"/procedures/{procedure.public_id}/", sleutel=f"geen-match:{match.public_id}", nu=nu,
    )
    return match


@transaction.atomic
def match_intrekken(*, match: Match, reden: str, door: Actor, nu: datetime) -> Match:
    """Take a proposal back before it is definitive."""
    match = vergrendel_match(match)
    eis(rules.beletsel_match_intrekken(match, door=door, dag=lokale_dag(nu), reden=reden))
    noteer("match_ingetrokken", op=match.procedure, door=door, nu=nu, match=match.public_id)
    return _afgewezen(match, reden, door, nu)


@transaction.atomic
def match_vastleggen(*, match: Match, door: Actor, nu: datetime) -> Match:
    """Make a team match definitive: besluit, inzet, register, market closed, all answered.

    Everything or nothing: without free capacity the register refuses and no half match is left
    (E20, R252).
    """
    match = vergrendel_match(match)
    dag = lokale_dag(nu)
    eis(rules.beletsel_match_vastleggen(match, door=door, dag=dag))
    besluit = besluit_nemen(
        soort=BesluitSoort.INZET, onderwerp=f"Inzet: {match.procedure.matchvraag}",
        tekst=besluittekst(match), hoedanigheid="Match met instemming van medewerker en P-manager",
        besluitdatum=dag, ingangsdatum=match.begin, motivering=match.motivatie_organisatie,
        door=door, nu=nu,
    )
    return match_afronden(match, besluit, Teamrol.TEAMLID, door, nu)


def match_afronden(
    match: Match, besluit: Besluit, teamrol: Teamrol, door: Actor, nu: datetime
) -> Match:
    """The consequences of a definitive match, the same for all routes."""
    procedure = match.procedure
    opdracht = procedure.matchvraag.opdracht
    match.inzet = inzet_vastleggen(
        medewerker=match.medewerker, opdracht=opdracht, teamrol=teamrol, fte=match.fte,
        begin=match.begin, einde=match.einde, besluit=besluit,
        resultaat=procedure.matchvraag.tro.titel, door=door, nu=nu,
    )
    match.besluit, match.status, match.definitief_op = besluit, MatchStatus.DEFINITIEF, nu
    match.save()
    fase_overgaan(procedure=procedure, naar=Fase.GEMATCHT, door=door, nu=nu)
    Reactie.objects.filter(
        publicatie__procedure=procedure, medewerker=match.medewerker
    ).exclude(status=ReactieStatus.INGETROKKEN).update(
        status=ReactieStatus.GEKOZEN, beantwoord_op=nu
    )
    procedure.wervingen.exclude(status=WervingStatus.INGETROKKEN).update(
        status=WervingStatus.VERVULD, gesloten_op=nu
    )
    afronden(procedure, nu=nu, zin="Deze plaats is vervuld. Dank voor je reactie.")
    dag = lokale_dag(nu)
    opdracht_bemensing_bijwerken(
        opdracht=opdracht, heeft_aog=aog_van(opdracht, dag) is not None,
        heeft_aon=aon_van(opdracht, dag) is not None, door=door, nu=nu,
    )
    noteer("match_vastgelegd", op=procedure, door=door, nu=nu, match=match.public_id,
           besluit=besluit.kenmerk)
    _vertel_van_match(match, nu)
    return match


def _vertel_van_match(match: Match, nu: datetime) -> None:
    dag = lokale_dag(nu)
    pmanager = instemmende_pmanager(match, dag)
    berichten_plaatsen(
        ontvanger_ids=[
            match.medewerker.gebruiker_id, pmanager.gebruiker_id if pmanager else None,
            *eigenaar_ids(match.procedure, dag),
        ],
        soort=BerichtSoort.MATCH, onderwerp=f"Definitief: {match.procedure.matchvraag}",
        url=f"/procedures/{match.procedure.public_id}/", sleutel=f"match:{match.public_id}", nu=nu,
    )


def besluittekst(match: Match) -> str:
    """The decision in words: who, what, how long, and both consents with their time."""
    ja = {i.van: i for i in match.instemmingen.select_related("beantwoord_door")}
    regels = [
        f"{match.medewerker.naam} wordt ingezet voor {fte_tekst(match.fte)} op "
        f"{match.procedure.matchvraag.opdracht}, {periode_tekst(match.begin, match.einde)}.",
        f"Plaats: {match.procedure.matchvraag}. Voorgesteld door {match.voorgesteld_door_naam}.",
    ]
    for van in InstemmingVan:
        stem = ja[van]
        wie = stem.beantwoord_door.naam if stem.beantwoord_door else "onbekend"
        regels.append(f"Instemming {van.label.lower()}: {wie}, {momenttekst(stem.beantwoord_op)}.")
    return "\n".join(regels)


def vergrendel_match(match: Match) -> Match:
    """Procedure first, then match: the same order everywhere."""
    procedure = vergrendel(Procedure(pk=match.procedure_id))
    match = (
        Match.objects.select_for_update(of=("self",)).select_related("medewerker")
        .get(pk=match.pk)
    )
    match.procedure = procedure
    return match
