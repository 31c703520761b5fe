"""The PPP: written by its owner, shown when the owner wants (DT-14, DT-16, R143, R345)."""

from datetime import date, datetime
from typing import Any, cast

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import inzage_noteren, noteer
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from pdomein import queries
from pdomein.enums import Zichtbaarheid
from pdomein.models import PPP, Competentie, Medewerker, PPPCompetentie, PPPVersie
from pdomein.profiel import PPPInhoud
from pdomein.queries.pppkring import lezer_met_toestemming
from pdomein.rules import (
    beletsel_ppp_bevestigen,
    beletsel_ppp_competentie_vastleggen,
    beletsel_ppp_competentie_verwijderen,
    beletsel_ppp_hervatten,
    beletsel_ppp_intrekken,
    beletsel_ppp_inzien,
    beletsel_ppp_opslaan,
    beletsel_ppp_overnemen,
    beletsel_ppp_pauzeren,
    beletsel_ppp_publiceren,
)


def met_slot(medewerker: Medewerker) -> PPP | None:
    """The PPP, locked; the row of the person is locked first so that two tabs make one PPP."""
    Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker.pk)
    ppp = PPP.objects.select_for_update(of=("self",)).filter(medewerker=medewerker).first()
    if ppp is not None:
        ppp.medewerker = medewerker
    return ppp


@transaction.atomic
def ppp_opslaan(
    *, medewerker: Medewerker, versie: int | None = None, kennis_en_kunde: str,
    ontwikkelen: str, bellen_voor: str, zichtbaar_kennis: str = Zichtbaarheid.IEDEREEN,
    zichtbaar_bellen: str = Zichtbaarheid.IEDEREEN, door: Actor, nu: datetime,
) -> PPP:
    """Keep what the owner wrote; ``versie`` is the version that was on the screen (R141)."""
    ppp = met_slot(medewerker)
    teksten = {
        "kennis_en_kunde": kennis_en_kunde, "ontwikkelen": ontwikkelen, "bellen_voor": bellen_voor
    }
    zichtbaar = {"zichtbaar_kennis": zichtbaar_kennis, "zichtbaar_bellen": zichtbaar_bellen}
    eis(beletsel_ppp_opslaan(
        medewerker=medewerker, huidige_versie=ppp.versie if ppp else 0, versie=versie,
        teksten=teksten, zichtbaar=zichtbaar, door=door,
    ))
    velden = teksten | zichtbaar
    if ppp is None:
        ppp = PPP.objects.create(medewerker=medewerker, bijgewerkt_op=nu, **velden)
        noteer("ppp_opgeslagen", op=medewerker, door=door, nu=nu, velden=sorted(velden))
        return ppp
    anders = sorted(k for k, v in velden.items() if getattr(ppp, k) != v)
    if anders:
        for veld in anders:
            setattr(ppp, veld, velden[veld])
        bewaren(ppp, nu)
        noteer("ppp_opgeslagen", op=medewerker, door=door, nu=nu, velden=anders)
    return ppp


@transaction.atomic
def ppp_overnemen(
    *, medewerker: Medewerker, inhoud: PPPInhoud, gepubliceerd: bool, door: Actor, nu: datetime
) -> PPP:
    """Take over a whole PPP that was written elsewhere, as its first version (R344)."""
    eis(beletsel_ppp_overnemen(
        medewerker=medewerker, inhoud=inhoud,
        heeft_ppp=PPP.objects.filter(medewerker=medewerker).exists(),
        gepubliceerd=gepubliceerd, vandaag=lokale_dag(nu), door=door,
    ))
    ppp = PPP.objects.create(
        medewerker=medewerker, kennis_en_kunde=inhoud.kennis_en_kunde,
        ontwikkelen=inhoud.ontwikkelen, bellen_voor=inhoud.bellen_voor,
        gepubliceerd_op=nu if gepubliceerd else None, bevestigd_op=nu, bijgewerkt_op=nu,
    )
    PPPCompetentie.objects.bulk_create(
        PPPCompetentie(
            ppp=ppp, competentie=c, niveau=niveau, bewijs=bewijs, wil_ontwikkelen=wil
        )
        for c, niveau, bewijs, wil in inhoud.competenties
    )
    noteer("ppp_overgenomen", op=medewerker, door=door, nu=nu, gepubliceerd=gepubliceerd)
    return ppp


@transaction.atomic
def ppp_publiceren(*, medewerker: Medewerker, door: Actor, nu: datetime) -> PPP:
    """Show the PPP to colleagues, part by part as the owner chose (R143)."""
    ppp = met_slot(medewerker)
    eis(beletsel_ppp_publiceren(
        medewerker=medewerker, ppp=ppp, vandaag=lokale_dag(nu), door=door
    ))
    ppp = cast(PPP, ppp)
    ppp.gepubliceerd_op = ppp.bevestigd_op = nu
    bewaren(ppp, nu)
    versie_vastleggen(ppp, "Gepubliceerd", nu)
    noteer("ppp_gepubliceerd", op=medewerker, door=door, nu=nu, versie=ppp.versie)
    return ppp


@transaction.atomic
def ppp_intrekken(*, medewerker: Medewerker, door: Actor, nu: datetime) -> PPP:
    """Hide the PPP from colleagues at once (R143, E09)."""
    ppp = met_slot(medewerker)
    eis(beletsel_ppp_intrekken(medewerker=medewerker, ppp=ppp, door=door))
    ppp = cast(PPP, ppp)
    ppp.gepubliceerd_op = ppp.pauze_tot = None
    bewaren(ppp, nu)
    noteer("ppp_ingetrokken", op=medewerker, door=door, nu=nu)
    return ppp


@transaction.atomic
def ppp_bevestigen(*, medewerker: Medewerker, door: Actor, nu: datetime) -> PPP:
    """The owner says that the PPP still holds (R140)."""
    ppp = met_slot(medewerker)
    eis(beletsel_ppp_bevestigen(medewerker=medewerker, ppp=ppp, door=door))
    ppp = cast(PPP, ppp)
    ppp.bevestigd_op = nu
    bewaren(ppp, nu)
    versie_vastleggen(ppp, "Bevestigd", nu)
    noteer("ppp_bevestigd", op=medewerker, door=door, nu=nu, versie=ppp.versie)
    return ppp


@transaction.atomic
def ppp_pauzeren(*, medewerker: Medewerker, tot: date, door: Actor, nu: datetime) -> PPP:
    """Hide a published PPP until ``tot``; on that day it is back by itself."""
    ppp = met_slot(medewerker)
    eis(beletsel_ppp_pauzeren(
        medewerker=medewerker, ppp=ppp, tot=tot, vandaag=lokale_dag(nu), door=door
    ))
    ppp = cast(PPP, ppp)
    ppp.pauze_tot = tot
    bewaren(ppp, nu)
    noteer("ppp_gepauzeerd", op=medewerker, door=door, nu=nu, tot=tot)
    return ppp


@transaction.atomic
def ppp_hervatten(*, medewerker: Medewerker, door: Actor, nu: datetime) -> PPP:
    """End a pause before its day."""
    ppp = met_slot(medewerker)
    eis(beletsel_ppp_hervatten(medewerker=medewerker, ppp=ppp, door=door))
    ppp = cast(PPP, ppp)
    ppp.pauze_tot = None
    bewaren(ppp, nu)
    noteer("ppp_hervat", op=medewerker, door=door, nu=nu)
    return ppp


@transaction.atomic
def ppp_competentie_vastleggen(
    *, medewerker: Medewerker, competentie: Competentie, niveau: int, bewijs: str = "",
    wil_ontwikkelen: bool = False, door: Actor, nu: datetime,
) -> PPPCompetentie:
    """Add a competentie to the own PPP, or change its level and evidence (R347)."""
    ppp = met_slot(medewerker)
    aantal = ppp.competenties.exclude(competentie=competentie).count() if ppp else 0
    eis(beletsel_ppp_competentie_vastleggen(
        medewerker=medewerker, competentie=competentie, niveau=niveau, bewijs=bewijs,
        aantal=aantal, vandaag=lokale_dag(nu), door=door,
    ))
    if ppp is None:
        ppp = PPP.objects.create(medewerker=medewerker, bijgewerkt_op=nu)
    waarden = {"niveau": niveau, "bewijs": bewijs.strip(), "wil_ontwikkelen": wil_ontwikkelen}
    rij = ppp.competenties.filter(competentie=competentie).first()
    if rij is not None and all(getattr(rij, k) == v for k, v in waarden.items()):
        return rij
    rij, _ = PPPCompetentie.objects.update_or_create(
        ppp=ppp, competentie=competentie, defaults=waarden
    )
    PPP.objects.filter(pk=ppp.pk).update(bijgewerkt_op=nu)
    noteer("ppp_competentie_vastgelegd", op=medewerker, door=door, nu=nu)
    return rij


@transaction.atomic
def ppp_competentie_verwijderen(
    *, medewerker: Medewerker, competentie: Competentie, door: Actor, nu: datetime
) -> None:
    """Take a competentie out of the own PPP."""
    ppp = met_slot(medewerker)
    rij = ppp.competenties.filter(competentie=competentie).first() if ppp else None
    eis(beletsel_ppp_competentie_verwijderen(medewerker=medewerker, rij=rij, door=door))
    PPPCompetentie.objects.filter(ppp__medewerker=medewerker, competentie=competentie).delete()
    PPP.objects.filter(medewerker=medewerker).update(bijgewerkt_op=nu)
    noteer("ppp_competentie_verwijderd", op=medewerker, door=door, nu=nu)


@transaction.atomic
def ppp_inzien(
    *, medewerker: Medewerker, waarvoor: str, als_collega: bool = False, door: Actor, nu: datetime
) -> queries.PPPWeergave:
    """Look at somebody's profile: what this reader may see, and a note for its owner (R345)."""
    eis(beletsel_ppp_inzien(door=door))
    dag, ppp = lokale_dag(nu), queries.ppp_van(medewerker)
    lezer = queries.COLLEGA if als_collega else lezer_met_toestemming(door, medewerker, dag)
    weergave = queries.projectie(medewerker, ppp, lezer, dag)
    if weergave.heeft_inhoud:
        inzage_noteren(
            wiens_gebruiker_id=medewerker.gebruiker_id, wat="PPP", waarvoor=waarvoor,
            door=door, nu=nu,
        )
    return weergave


def bewaren(ppp: PPP, nu: datetime) -> None:
    ppp.versie += 1
    ppp.bijgewerkt_op = nu
    ppp.save()


def versie_vastleggen(ppp: PPP, aanleiding: str, nu: datetime) -> PPPVersie:
    """Keep what the PPP says now; called by commands that changed or are about to change it."""
    inhoud: dict[str, Any] = queries.ppp_volledig(ppp)
    versie, _ = PPPVersie.objects.update_or_create(
        ppp=ppp, nummer=ppp.versie,
        defaults={"inhoud": inhoud, "aanleiding": aanleiding, "vastgelegd_op": nu},
    )
    return versie
