"""The ranking as a person would do it: slow, obvious, one colleague at a time (SNEL §1).

Only for comparison with the one statement; it reads the same facts through the ORM.
"""

from datetime import date, timedelta
from decimal import Decimal

from matching.enums import ReactieStatus
from matching.models import Reactie
from matching.queries_rangschikking import (
    BIJNA_NIVEAU,
    LOT_DEEL,
    LOT_MAAL,
    LOT_PROCEDURE,
    MEEST,
    ZELFDE_OPGAVE,
    Vraag,
)
from pdomein.models import Competentie, Medewerker, Plaatsing, PPPCompetentie, Rolomvang
from register.models import Inzet

ACTIEF = [ReactieStatus.INGEDIEND, ReactieStatus.OP_TAFEL, ReactieStatus.GEKOZEN]


def rangschik_langzaam(
    vraag: Vraag, *, dag: date, ontwikkel_pct: int, externen: bool, pteam_ids: list[int]
) -> list[dict]:
    """Every considered person with contributions and failing conditions, best first."""
    mensen = []
    for medewerker in Medewerker.objects.all():
        gezien = _bekijk(vraag, medewerker, dag, ontwikkel_pct, externen, pteam_ids)
        if gezien is not None:
            mensen.append(gezien)
    mensen.sort(
        key=lambda m: (m["buiten_niveau"], -sum(m["bijdragen"].values()), m["lot"], m["id"])
    )
    return mensen


def _bekijk(vraag, medewerker, dag, ontwikkel_pct, externen, pteam_ids):
    if medewerker.dienstverband == "bestuur" or medewerker.in_dienst > dag:
        return None
    if medewerker.uit_dienst is not None and medewerker.uit_dienst <= dag:
        return None
    reactie = Reactie.objects.filter(
        publicatie__procedure=vraag.procedure_id, medewerker=medewerker, status__in=ACTIEF
    ).first()
    ppp = getattr(medewerker, "ppp", None)
    profiel_telt = ppp is not None and _mag(ppp, medewerker, reactie, dag, pteam_ids)
    heeft, wensen = _beste(vraag, ppp) if profiel_telt else ({}, set())
    if reactie is None and not heeft and (vraag.competenties or not profiel_telt):
        return None
    vrij = _vrij(medewerker, vraag, ontwikkel_pct)
    deelt = reactie is not None and reactie.deelt_wensen
    bijdragen = {
        "competenties": _competenties(vraag, heeft),
        "niveau": _niveau(vraag, medewerker.schaal),
        "uren": min(vrij, int(vraag.fte * 1000)) * vraag.meest["uren"] // int(vraag.fte * 1000),
        "wens": vraag.meest["wens"] if deelt and wensen else 0,
        "ervaring": _ervaring(vraag, medewerker, dag),
    }
    valt_af = []
    if medewerker.dienstverband == "extern" and not externen:
        valt_af.append("extern")
    if profiel_telt and ppp.pauze_tot is not None and ppp.pauze_tot > dag:
        valt_af.append("pauze")
    if vrij <= 0:
        valt_af.append("uren")
    if profiel_telt and any(
        g.vereist and not _voldoet(vraag, g, heeft) for g in vraag.competenties
    ):
        valt_af.append("vereist")
    return {
        "id": medewerker.pk, "naam": medewerker.naam, "reageerde": reactie is not None,
        "buiten_niveau": _afstand(vraag, medewerker.schaal) > 0, "bijdragen": bijdragen,
        "heeft": {k: niveau for k, (niveau, _) in heeft.items()},
        "vrij": Decimal(vrij) / 1000, "valt_af": tuple(valt_af),
        "lot": (medewerker.pk * LOT_MAAL + vraag.procedure_id * LOT_PROCEDURE) % LOT_DEEL,
    }


def _mag(ppp, medewerker, reactie, dag, pteam_ids) -> bool:
    if ppp.gepubliceerd_op is not None and ppp.zichtbaar_kennis == "iedereen":
        return True
    if reactie is not None and ppp.zichtbaar_kennis != "pmanager":
        return True
    thuis = Plaatsing.objects.geldig_op(dag).filter(medewerker=medewerker).first()
    return thuis is not None and thuis.pteam_id in pteam_ids


def _beste(vraag, ppp) -> tuple[dict, set]:
    """Per asked competentie the own one that proves most: itself, a part of it, or the whole."""
    heeft, wensen = {}, set()
    eigen = list(PPPCompetentie.objects.filter(ppp=ppp).select_related("competentie"))
    for g in vraag.competenties:
        gevraagd = Competentie.objects.get(pk=g.competentie_id)
        kans = []
        for rij in eigen:
            pct = _pct(vraag, gevraagd, rij.competentie)
            if pct:
                punten = g.gewicht * min(rij.niveau, g.niveau) * (60 // g.niveau) * pct
                kans.append((-punten, -pct, rij.competentie_id, rij))
        if kans:
            _, pct, _, rij = min(kans, key=lambda k: k[:3])
            heeft[g.competentie_id] = (rij.niveau, -pct)
            if rij.wil_ontwikkelen:
                wensen.add(g.competentie_id)
    return heeft, wensen


def _pct(vraag, gevraagd, eigen) -> int:
    if eigen.pk == gevraagd.pk:
        return 100
    if eigen.bovenliggende_id == gevraagd.pk:
        return vraag.smaller_pct
    return vraag.breder_pct if gevraagd.bovenliggende_id == eigen.pk else 0


def _voldoet(vraag, g, heeft) -> bool:
    niveau, pct = heeft.get(g.competentie_id, (0, 0))
    return niveau >= g.niveau and pct >= vraag.smaller_pct


def _competenties(vraag, heeft) -> int:
    """Level reached, at most the level asked, weighed; as a part of everything asked."""
    meest = sum(g.gewicht * 60 * 100 for g in vraag.competenties)
    if not meest:
        return 0
    punten = sum(
        g.gewicht * min(heeft[g.competentie_id][0], g.niveau) * (60 // g.niveau)
        * heeft[g.competentie_id][1]
        for g in vraag.competenties
        if g.competentie_id in heeft
    )
    return vraag.meest["competenties"] * punten // meest


def _afstand(vraag, schaal) -> int:
    if vraag.schaal_van is None or vraag.schaal_tot is None:
        return 0
    if schaal is None:
        return -1
    return max(0, vraag.schaal_van - schaal, schaal - vraag.schaal_tot)


def _niveau(vraag, schaal) -> int:
    bijna = vraag.meest["niveau"] * BIJNA_NIVEAU // MEEST["niveau"]
    return {0: vraag.meest["niveau"], 1: bijna}.get(_afstand(vraag, schaal), 0)


def _ervaring(vraag, medewerker, dag) -> int:
    werk = Inzet.objects.filter(
        medewerker=medewerker, opdracht__opgave=vraag.opgave_id, eind_registratie=None,
        begin_geldigheid__lte=dag,
    )
    if any(i.opdracht_id == vraag.opdracht_id for i in werk):
        return vraag.meest["ervaring"]
    opgave = vraag.meest["ervaring"] * ZELFDE_OPGAVE // MEEST["ervaring"]
    return opgave if werk else 0


def _vrij(medewerker, vraag, ontwikkel_pct) -> int:
    """Thousandths of fte on the fullest day, looking at every single day of the period."""
    einde = vraag.einde or vraag.begin + timedelta(days=2000)
    if medewerker.uit_dienst is not None and medewerker.uit_dienst < einde:
        return 0
    last = [
        (i.begin_geldigheid, i.einde_geldigheid, i.fte)
        for i in Inzet.objects.filter(medewerker=medewerker, eind_registratie=None)
    ]
    last += [(b.begin, b.einde, b.fte_minder) for b in medewerker.beschikbaarheden.all()]
    last += [
        (r.begin, r.einde, medewerker.aanstelling_fte * r.pct / 100)
        for r in Rolomvang.objects.filter(medewerker=medewerker, rol="p_manager")
    ]
    dagen = {vraag.begin, *(b for b, _, _ in last if vraag.begin <= b < einde)}
    volst = max(
        sum((f for b, e, f in last if b <= dag and (e is None or e > dag)), Decimal(0))
        for dag in dagen
    )
    ruimte = medewerker.aanstelling_fte * (100 - ontwikkel_pct) / 100 - volst
    return max(0, int(ruimte * 1000 // 1))
