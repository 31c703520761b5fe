"""Phase 0 and phase 1: sharing, publishing, reacting (Werkingsprincipes §10.2.1, §10.2.2)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from config.kern import queries as kern
from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.opmaak import dag as dagtekst
from config.kern.werkdagen import lokale_dag
from matching.domain import momenten
from matching.domain.fasen import WACHTTIJD
from matching.domain.procedure import fase_overgaan, vergrendel
from matching.enums import DelingAntwoord, Fase, ReactieStatus
from matching.models import Deling, Procedure, Publicatie, Reactie
from matching.queries.procedure import reageerders
from matching.queries.wie import eigenaar_ids, pmanager_ids, team_ids
from matching.rules import publicatie as rules
from pdomein.models import Medewerker, PTeam
from pdomein.queries import ppp_momentopname


@transaction.atomic
def tro_delen(
    *, procedure: Procedure, pteams: Sequence[PTeam], versie: int | None = None, door: Actor,
    nu: datetime,
) -> list[Deling]:
    """Share the TRO with the P-teams where the capacity is logically found (T1, R243, R244)."""
    procedure = vergrendel(procedure, versie)
    dag = lokale_dag(nu)
    eis(rules.beletsel_tro_delen(procedure, door=door, dag=dag, pteams=pteams))
    if procedure.fase == Fase.CONCEPT:  # a later round asks the same teams again
        procedure.delingen.all().delete()
    al_gedeeld = set(procedure.delingen.values_list("pteam_id", flat=True))
    nieuw = [pteam for pteam in dict.fromkeys(pteams) if pteam.pk not in al_gedeeld]
    delingen = Deling.objects.bulk_create(
        Deling(procedure=procedure, pteam=pteam, gedeeld_op=nu, gedeeld_door_id=door.gebruiker_id)
        for pteam in nieuw
    )
    if procedure.fase == Fase.CONCEPT:
        fase_overgaan(procedure=procedure, naar=Fase.INFORMEEL, door=door, nu=nu)
    noteer("tro_gedeeld", op=procedure, door=door, nu=nu, pteams=[p.code for p in nieuw])
    berichten_plaatsen(
        ontvanger_ids=team_ids(nieuw, dag), soort=BerichtSoort.TRO_GEDEELD,
        onderwerp=f"Met jouw P-team gedeeld: {procedure.matchvraag}",
        url=f"/procedures/{procedure.public_id}/",
        sleutel=f"deling:{procedure.public_id}:{procedure.ronde}", nu=nu,
    )
    return delingen


@transaction.atomic
def deling_beantwoorden(
    *, deling: Deling, antwoord: DelingAntwoord, toelichting: str = "", door: Actor,
    nu: datetime,
) -> Deling:
    """The P-manager says whether the team has somebody for this TRO; who and when stay (R244)."""
    deling = (
        Deling.objects.select_for_update(of=("self",))
        .select_related("procedure__matchvraag__opdracht__bovenliggende", "pteam")
        .get(pk=deling.pk)
    )
    eis(rules.beletsel_deling_beantwoorden(deling, door=door, antwoord=antwoord))
    deling.antwoord, deling.antwoord_op = antwoord, nu
    deling.antwoord_door_naam, deling.toelichting = door.naam, toelichting.strip()[:500]
    deling.save()
    noteer("deling_beantwoord", op=deling.procedure, door=door, nu=nu, pteam=deling.pteam.code,
           antwoord=antwoord)
    berichten_plaatsen(
        ontvanger_ids=eigenaar_ids(deling.procedure, lokale_dag(nu)),
        soort=BerichtSoort.TRO_GEDEELD,
        onderwerp=f"{deling.pteam} antwoordt: {deling.get_antwoord_display()}",
        url=f"/procedures/{deling.procedure.public_id}/",
        sleutel=f"deling-antwoord:{deling.public_id}:{antwoord}", nu=nu,
    )
    return deling


@transaction.atomic
def tro_publiceren(
    *, procedure: Procedure, reden: str = "", versie: int | None = None, door: Actor, nu: datetime
) -> Publicatie:
    """Put the TRO on the opdrachtenmarkt; the wait of whole working days starts (T3, T7, R247).

    The publication keeps the number of days and the date it started with (R251).
    """
    procedure = vergrendel(procedure, versie)
    eis(rules.beletsel_tro_publiceren(procedure, door=door, dag=lokale_dag(nu)))
    datum, afleiding = momenten.berekenen(WACHTTIJD, nu)
    hoogste = procedure.publicaties.aggregate(n=Max("nummer"))["n"]
    publicatie = Publicatie.objects.create(
        procedure=procedure, nummer=(hoogste or 0) + 1, gepubliceerd_op=nu,
        wacht_werkdagen=afleiding["werkdagen"], vroegste_bespreekdatum=datum,
    )
    if procedure.fase != Fase.MATCHTAFEL:
        fase_overgaan(
            procedure=procedure, naar=Fase.OPDRACHTENMARKT, reden=reden, door=door, nu=nu
        )
    _vraag_om_bevestiging(publicatie, nu)
    noteer("tro_gepubliceerd", op=publicatie.procedure, door=door, nu=nu,
           nummer=publicatie.nummer, vroegste_bespreekdatum=datum)
    if door.is_systeem:
        berichten_plaatsen(
            ontvanger_ids=eigenaar_ids(procedure, lokale_dag(nu)), soort=BerichtSoort.FASE,
            onderwerp=f"Op de opdrachtenmarkt: {procedure.matchvraag}",
            tekst=f"De matchtafel kan deze opdracht bespreken vanaf {dagtekst(datum)}.",
            url=f"/procedures/{procedure.public_id}/",
            sleutel=f"gepubliceerd:{publicatie.public_id}", nu=nu,
        )
    return publicatie


def _vraag_om_bevestiging(publicatie: Publicatie, nu: datetime) -> None:
    """Who reacted to an earlier publication is asked once whether the interest stands (R255)."""
    eerder = list(
        Reactie.objects.select_for_update(of=("self",)).select_related("medewerker").filter(
            publicatie__procedure=publicatie.procedure, publicatie__nummer__lt=publicatie.nummer,
            status__in=[ReactieStatus.INGEDIEND, ReactieStatus.OP_TAFEL],
        )
    )
    Reactie.objects.filter(pk__in=[r.pk for r in eerder]).update(
        status=ReactieStatus.TE_BEVESTIGEN
    )
    berichten_plaatsen(
        ontvanger_ids=[r.medewerker.gebruiker_id for r in eerder], soort=BerichtSoort.REACTIE,
        onderwerp=f"Opnieuw op de markt: {publicatie.procedure.matchvraag}",
        tekst="Je reageerde eerder op deze opdracht. Bevestig je reactie als je nog wilt.",
        url="/opdrachtenmarkt/reacties/", sleutel=f"bevestigen:{publicatie.public_id}", nu=nu,
    )


@transaction.atomic
def publicatie_intrekken(
    *, publicatie: Publicatie, reden: str, door: Actor, nu: datetime
) -> Publicatie:
    """Take the TRO off the market; its moments do nothing any more (T6, R255)."""
    procedure = vergrendel(publicatie.procedure)
    publicatie = Publicatie.objects.select_for_update(of=("self",)).get(pk=publicatie.pk)
    publicatie.procedure = procedure
    eis(rules.beletsel_publicatie_intrekken(
        publicatie, door=door, dag=lokale_dag(nu), reden=reden
    ))
    wachtenden = reageerders(procedure)
    publicatie.ingetrokken_op, publicatie.reden = nu, reden
    publicatie.save()
    if procedure.route == "team":
        fase_overgaan(procedure=procedure, naar=Fase.INGETROKKEN, reden=reden, door=door, nu=nu)
    noteer("publicatie_ingetrokken", op=procedure, door=door, nu=nu, nummer=publicatie.nummer)
    berichten_plaatsen(
        ontvanger_ids=[m.gebruiker_id for m in wachtenden], soort=BerichtSoort.REACTIE,
        onderwerp=f"Van de opdrachtenmarkt gehaald: {procedure.matchvraag}",
        tekst="Komt de opdracht terug, dan vragen we of je nog wilt.",
        url="/opdrachtenmarkt/reacties/", sleutel=f"ingetrokken:{publicatie.public_id}", nu=nu,
    )
    return publicatie


@transaction.atomic
def reactie_indienen(
    *, publicatie: Publicatie, medewerker: Medewerker, toelichting: str, deelt_wensen: bool = False,
    door: Actor, nu: datetime,
) -> Reactie:
    """A professional says: I am interested; the PPP goes along as it is now (R248)."""
    publicatie = _vergrendel_publicatie(publicatie)
    dag = lokale_dag(nu)
    eis(rules.beletsel_reactie_indienen(
        publicatie, medewerker, door=door, dag=dag, toelichting=toelichting
    ))
    reactie = Reactie.objects.create(
        publicatie=publicatie, medewerker=medewerker, toelichting=toelichting.strip(),
        ppp=ppp_momentopname(medewerker.ppp, met_wensen=deelt_wensen), deelt_wensen=deelt_wensen,
        ingediend_op=nu,
    )
    noteer("reactie_ingediend", op=publicatie.procedure, door=door, nu=nu,
           reactie=reactie.public_id)
    _vertel_van_reactie(reactie, nu)
    return reactie


def _vergrendel_publicatie(publicatie: Publicatie) -> Publicatie:
    """Reactions on one publication come one by one: a double click cannot make two."""
    return (
        Publicatie.objects.select_for_update(of=("self",))
        .select_related("procedure__matchvraag__opdracht__bovenliggende")
        .get(pk=publicatie.pk)
    )


def _vertel_van_reactie(reactie: Reactie, nu: datetime) -> None:
    dag = lokale_dag(nu)
    procedure = reactie.publicatie.procedure
    ontvangers = eigenaar_ids(procedure, dag)
    if kern.instelling("MELD_PMANAGER_BIJ", op=dag) == "reactie":
        ontvangers += pmanager_ids(reactie.medewerker, dag)
    berichten_plaatsen(
        ontvanger_ids=ontvangers, soort=BerichtSoort.REACTIE,
        onderwerp=f"Nieuwe reactie: {procedure.matchvraag}",
        url=f"/procedures/{procedure.public_id}/", sleutel=f"reactie:{reactie.public_id}", nu=nu,
    )


@transaction.atomic
def reactie_wijzigen(
    *, reactie: Reactie, toelichting: str, deelt_wensen: bool = False, door: Actor, nu: datetime
) -> Reactie:
    """Change an own reaction until it is handled; the PPP is taken along again (R248)."""
    reactie = _vergrendel_reactie(reactie)
    eis(rules.beletsel_reactie_wijzigen(reactie, door=door, toelichting=toelichting))
    reactie.toelichting, reactie.deelt_wensen = toelichting.strip(), deelt_wensen
    reactie.ppp = ppp_momentopname(reactie.medewerker.ppp, met_wensen=deelt_wensen)
    reactie.save()
    noteer("reactie_gewijzigd", op=reactie.publicatie.procedure, door=door, nu=nu,
           reactie=reactie.public_id)
    return reactie


@transaction.atomic
def reactie_intrekken(*, reactie: Reactie, reden: str = "", door: Actor, nu: datetime) -> Reactie:
    """Withdraw a reaction until it is handled; what was shown of the PPP is wiped (R248, R345)."""
    reactie = _vergrendel_reactie(reactie)
    eis(rules.beletsel_reactie_intrekken(reactie, door=door))
    reactie.status, reactie.ingetrokken_op = ReactieStatus.INGETROKKEN, nu
    reactie.antwoord, reactie.ppp = reden, {}
    reactie.save()
    procedure = reactie.publicatie.procedure
    noteer("reactie_ingetrokken", op=procedure, door=door, nu=nu, reactie=reactie.public_id)
    berichten_plaatsen(
        ontvanger_ids=eigenaar_ids(procedure, lokale_dag(nu)), soort=BerichtSoort.REACTIE,
        onderwerp=f"Een reactie is ingetrokken: {procedure.matchvraag}",
        url=f"/procedures/{procedure.public_id}/",
        sleutel=f"reactie-weg:{reactie.public_id}", nu=nu,
    )
    return reactie


@transaction.atomic
def reactie_bevestigen(*, reactie: Reactie, door: Actor, nu: datetime) -> Reactie:
    """Take an earlier reaction along to the publication of now, in one click (R255)."""
    oud = _vergrendel_reactie(reactie)
    eis(rules.beletsel_reactie_bevestigen(oud, door=door))
    procedure = oud.publicatie.procedure
    nieuw_op = _vergrendel_publicatie(procedure.publicaties.order_by("-nummer").first())
    eis(rules.beletsel_reactie_indienen(
        nieuw_op, oud.medewerker, door=door, dag=lokale_dag(nu), toelichting=oud.toelichting
    ))
    nieuw = Reactie.objects.create(
        publicatie=nieuw_op, medewerker=oud.medewerker, toelichting=oud.toelichting,
        ppp=ppp_momentopname(oud.medewerker.ppp, met_wensen=oud.deelt_wensen),
        deelt_wensen=oud.deelt_wensen, ingediend_op=nu,
    )
    oud.status, oud.ingetrokken_op = ReactieStatus.INGETROKKEN, nu
    oud.antwoord, oud.ppp = f"Bevestigd bij publicatie {nieuw_op.nummer}.", {}
    oud.save()
    noteer("reactie_bevestigd", op=procedure, door=door, nu=nu, reactie=nieuw.public_id)
    return nieuw


def _vergrendel_reactie(reactie: Reactie) -> Reactie:
    return (
        Reactie.objects.select_for_update(of=("self",))
        .select_related(
            "publicatie__procedure__matchvraag__opdracht__bovenliggende", "medewerker__ppp"
        )
        .get(pk=reactie.pk)
    )
