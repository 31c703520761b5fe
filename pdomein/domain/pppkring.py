"""Around the PPP: versions, what somebody offers, consent, recognition, the norm (R144-R146)."""

from datetime import date, datetime
from typing import cast

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from pdomein import queries
from pdomein.domain.ppp import bewaren, met_slot, versie_vastleggen
from pdomein.models import (
    PPP,
    Competentie,
    Herkenning,
    Medewerker,
    Norm,
    Normstand,
    PPPCompetentie,
    PPPToestemming,
    PPPVersie,
    Professie,
)
from pdomein.queries.pppkring import is_pmanager, lezer_met_toestemming
from pdomein.rules.pppkring import (
    beletsel_competentie_herkennen,
    beletsel_norm_vastleggen,
    beletsel_norm_vervallen,
    beletsel_normstand_vastleggen,
    beletsel_ppp_aanbod_vastleggen,
    beletsel_ppp_toestemming_geven,
    beletsel_ppp_toestemming_intrekken,
    beletsel_ppp_versie_bewaren,
    beletsel_ppp_versie_terugzetten,
)


@transaction.atomic
def ppp_versie_bewaren(
    *, medewerker: Medewerker, aanleiding: str = "", door: Actor, nu: datetime
) -> PPPVersie:
    """Keep the PPP as it is now, to compare with or go back to (R146)."""
    ppp = met_slot(medewerker)
    eis(beletsel_ppp_versie_bewaren(
        medewerker=medewerker, ppp=ppp, aanleiding=aanleiding, door=door
    ))
    ppp = cast(PPP, ppp)
    bewaren(ppp, nu)
    versie = versie_vastleggen(ppp, aanleiding.strip() or "Zelf bewaard", nu)
    noteer("ppp_versie_bewaard", op=medewerker, door=door, nu=nu, versie=versie.nummer)
    return versie


@transaction.atomic
def ppp_versie_terugzetten(
    *, medewerker: Medewerker, versie: PPPVersie, door: Actor, nu: datetime
) -> PPP:
    """Make an earlier version the present one; who may see what stays as it is now (R146).

    What is there now is kept as a version first, so that going back is never a loss.
    """
    ppp = met_slot(medewerker)
    eis(beletsel_ppp_versie_terugzetten(
        medewerker=medewerker, ppp=ppp, versie=versie, door=door
    ))
    ppp = cast(PPP, ppp)
    bewaren(ppp, nu)
    versie_vastleggen(ppp, f"Voor het terugzetten van versie {versie.nummer}", nu)
    for veld in ("kennis_en_kunde", "ontwikkelen", "bellen_voor"):
        setattr(ppp, veld, versie.inhoud.get(veld, ""))
    bewaren(ppp, nu)
    _competenties_terugzetten(ppp, versie, lokale_dag(nu))
    noteer("ppp_versie_teruggezet", op=medewerker, door=door, nu=nu, versie=versie.nummer)
    return ppp


def _competenties_terugzetten(ppp: PPP, versie: PPPVersie, vandaag: date) -> None:
    """Levels and evidence of that version; what is no longer on the list stays away."""
    toen = {c["code"]: c for c in versie.inhoud.get("competenties", ())}
    lijst = {
        c.code: c for c in queries.competenties_lijst(vandaag).filter(code__in=toen)
    }
    ppp.competenties.exclude(competentie__code__in=lijst).delete()
    for code, competentie in lijst.items():
        PPPCompetentie.objects.update_or_create(
            ppp=ppp, competentie=competentie, defaults={
                "niveau": toen[code]["niveau"], "bewijs": toen[code]["bewijs"],
                "wil_ontwikkelen": toen[code].get("wil_ontwikkelen", False),
            },
        )


@transaction.atomic
def ppp_aanbod_vastleggen(
    *, medewerker: Medewerker, mentor: str = "", mentor_onderwerp: str = "", openheid: str = "",
    open_vanaf: date | None = None, professies: list[Professie] | None = None, door: Actor,
    nu: datetime,
) -> PPP:
    """Say what colleagues can ask: a mentor, other work, and in which vakken (R339, R393)."""
    ppp, vakken = met_slot(medewerker), list(professies or [])
    eis(beletsel_ppp_aanbod_vastleggen(
        medewerker=medewerker, mentor=mentor, mentor_onderwerp=mentor_onderwerp,
        openheid=openheid, open_vanaf=open_vanaf, aantal_professies=len(vakken), door=door,
    ))
    if ppp is None:
        ppp = PPP.objects.create(medewerker=medewerker, bijgewerkt_op=nu)
    ppp.mentor, ppp.mentor_onderwerp = mentor, mentor_onderwerp.strip() if mentor else ""
    ppp.openheid, ppp.open_vanaf, ppp.bijgewerkt_op = openheid, open_vanaf, nu
    ppp.save(update_fields=[
        "mentor", "mentor_onderwerp", "openheid", "open_vanaf", "bijgewerkt_op"
    ])
    ppp.professies.set(vakken)
    noteer("ppp_aanbod_vastgelegd", op=medewerker, door=door, nu=nu)
    return ppp


@transaction.atomic
def ppp_toestemming_geven(
    *, medewerker: Medewerker, aan: Medewerker, waarvoor: str, tot: date, door: Actor,
    nu: datetime,
) -> PPPToestemming:
    """Let one colleague read the whole PPP until ``tot``, for a purpose (R345, R395)."""
    ppp, vandaag = met_slot(medewerker), lokale_dag(nu)
    open_ = ppp.toestemmingen.filter(aan=aan, ingetrokken_op=None) if ppp else None
    eis(beletsel_ppp_toestemming_geven(
        medewerker=medewerker, ppp=ppp, aan=aan, waarvoor=waarvoor, tot=tot,
        heeft_al=bool(open_ is not None and open_.filter(tot__gt=vandaag).exists()),
        vandaag=vandaag, door=door,
    ))
    if open_ is not None:
        open_.update(ingetrokken_op=nu)
    rij = PPPToestemming.objects.create(
        ppp=cast(PPP, ppp), aan=aan, waarvoor=waarvoor.strip(), gegeven_op=nu, tot=tot
    )
    noteer("ppp_toestemming_gegeven", op=medewerker, door=door, nu=nu, tot=tot)
    berichten_plaatsen(
        ontvanger_ids=[aan.gebruiker_id], soort=BerichtSoort.OVERIG,
        onderwerp="Een collega laat je een PPP lezen",
        tekst="Je kunt het lezen tot de afgesproken dag. Je collega ziet wanneer je kijkt.",
        url=f"/medewerkers/{medewerker.public_id}/",
        sleutel=f"ppp-toestemming:{rij.public_id}", nu=nu,
    )
    return rij


@transaction.atomic
def ppp_toestemming_intrekken(
    *, toestemming: PPPToestemming, door: Actor, nu: datetime
) -> PPPToestemming:
    """Close the PPP for this colleague again, at once (R345)."""
    rij = (
        PPPToestemming.objects.select_for_update(of=("self",))
        .select_related("ppp__medewerker").get(pk=toestemming.pk)
    )
    eis(beletsel_ppp_toestemming_intrekken(
        medewerker=rij.ppp.medewerker, is_ingetrokken=rij.ingetrokken_op is not None, door=door
    ))
    rij.ingetrokken_op = nu
    rij.save(update_fields=["ingetrokken_op"])
    noteer("ppp_toestemming_ingetrokken", op=rij.ppp.medewerker, door=door, nu=nu)
    return rij


@transaction.atomic
def competentie_herkennen(
    *, medewerker: Medewerker, competentie: Competentie, door: Actor, nu: datetime
) -> Herkenning:
    """Say that you have seen this competentie of a colleague at work (R347)."""
    ppp, dag = met_slot(medewerker), lokale_dag(nu)
    rij = ppp.competenties.filter(competentie=competentie).first() if ppp else None
    lezer = lezer_met_toestemming(door, medewerker, dag)
    ziet = queries.projectie(medewerker, ppp, lezer, dag).competenties is not None
    eis(beletsel_competentie_herkennen(
        rij=rij, medewerker=medewerker, ziet_competenties=ziet,
        heeft_al=bool(rij and rij.herkenningen.filter(door_id=door.medewerker_id).exists()),
        door=door,
    ))
    rij = cast(PPPCompetentie, rij)
    herkend = Herkenning.objects.create(
        rij=rij, door_id=cast(int, door.medewerker_id), niveau=rij.niveau, op=nu
    )
    noteer("competentie_herkend", op=medewerker, door=door, nu=nu, code=competentie.code)
    berichten_plaatsen(
        ontvanger_ids=[medewerker.gebruiker_id], soort=BerichtSoort.OVERIG,
        onderwerp="Een collega herkent een competentie van jou",
        tekst="In Mijn PPP zie je om welke competentie het gaat.", url="/ppp/#competenties",
        sleutel=f"herkenning:{herkend.pk}", nu=nu,
    )
    return herkend


@transaction.atomic
def norm_vastleggen(
    *, norm: Norm | None, naam: str, rubriek: str, toelichting: str = "",
    minimum: int | None = None, door: Actor, nu: datetime,
) -> Norm:
    """Add or change a line of the norm for P-managers (DT-28)."""
    eis(beletsel_norm_vastleggen(
        naam=naam, rubriek=rubriek, toelichting=toelichting, minimum=minimum, door=door
    ))
    norm = norm or Norm()
    norm.naam, norm.rubriek = naam.strip(), rubriek
    norm.toelichting, norm.minimum = toelichting.strip(), minimum
    norm.save()
    noteer("norm_vastgelegd", op=norm, door=door, nu=nu)
    return norm


@transaction.atomic
def norm_vervallen(*, norm: Norm, door: Actor, nu: datetime) -> Norm:
    """Take a line out of the norm; what P-managers wrote about it stays."""
    norm = Norm.objects.select_for_update(of=("self",)).get(pk=norm.pk)
    eis(beletsel_norm_vervallen(norm=norm, door=door))
    norm.vervallen_op = lokale_dag(nu)
    norm.save(update_fields=["vervallen_op"])
    noteer("norm_vervallen", op=norm, door=door, nu=nu)
    return norm


@transaction.atomic
def normstand_vastleggen(
    *, medewerker: Medewerker, norm: Norm, stand: str, aantal: int | None = None,
    toelichting: str = "", door: Actor, nu: datetime,
) -> Normstand:
    """Say in the own PPP how you relate to one line of the norm (R144, DT-28)."""
    ppp = met_slot(medewerker)
    eis(beletsel_normstand_vastleggen(
        medewerker=medewerker, is_pmanager=is_pmanager(medewerker, lokale_dag(nu)), norm=norm,
        stand=stand, toelichting=toelichting, aantal=aantal, door=door,
    ))
    if ppp is None:
        ppp = PPP.objects.create(medewerker=medewerker, bijgewerkt_op=nu)
    rij, _ = Normstand.objects.update_or_create(ppp=ppp, norm=norm, defaults={
        "stand": stand, "aantal": aantal, "toelichting": toelichting.strip(),
        "bijgewerkt_op": nu,
    })
    noteer("normstand_vastgelegd", op=medewerker, door=door, nu=nu, norm=str(norm.public_id))
    return rij
