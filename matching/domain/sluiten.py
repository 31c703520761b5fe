"""Closing a session: one act that applies every outcome, and the report (R265, R266, R270)."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import Beletsel, DomeinFout, eis
from config.kern.live import meld
from config.kern.opmaak import getal
from config.kern.periode import dag_kort, dag_lang
from config.kern.queries import niet_werkdagen
from config.kern.werkdagen import aantal_werkdagen, lokale_dag
from matching import queries_rangschikking
from matching import rules_matchtafel as rules
from matching.domain.afronden import markt_sluiten
from matching.domain.match import match_voorstellen
from matching.domain.matchtafel import adres, onderwerp, vergrendel
from matching.domain.procedure import fase_overgaan
from matching.domain.tafelbericht import berichten_maken, tafelberichten_versturen
from matching.enums import Fase, KandidaatBron, Route, SessieStatus, Uitkomst
from matching.models import Agendapunt, Kandidaat, MatchtafelSessie
from matching.queries import matchtafel as queries
from matching.rules.match import is_buiten_niveau

NAAR = {
    Uitkomst.ADVIES: Fase.KEUZE_DD,
    Uitkomst.AANHOUDEN: Fase.MATCHTAFEL,
    Uitkomst.NAAR_EXTERN: Fase.EXTERN,
    Uitkomst.TERUG_NAAR_AOG: Fase.CONCEPT,
    Uitkomst.ESCALEREN: Fase.BIJ_PROGRAMMEERBERAAD,
}


@transaction.atomic
def sessie_sluiten(
    *, sessie: MatchtafelSessie, door: Actor, nu: datetime
) -> MatchtafelSessie:
    """Close the session and apply every outcome, all of them or none (R264, R266, R270)."""
    sessie = vergrendel(sessie)
    punten = queries.agenda_van(sessie)
    eis(
        rules.beletsel_sessie_sluiten(
            sessie=sessie, ontbreekt=ontbrekend(punten), door=door
        )
    )
    for nummer, punt in enumerate(punten, 1):
        punt.sessie = sessie
        _pas_toe(nummer, punt, door, nu)
    sessie.status = SessieStatus.GESLOTEN
    sessie.gesloten_op = nu
    sessie.huidig_punt = None
    sessie.verslag = verslag_van(sessie, punten)
    sessie.versie += 1
    sessie.save()
    noteer("sessie_gesloten", op=sessie, door=door, nu=nu, aantal_punten=len(punten))
    _vertel_aogs(sessie, punten, nu)
    berichten_maken(sessie, punten, nu)
    meld(onderwerp(sessie))
    return sessie


@transaction.atomic
def verslag_versturen(
    *, sessie: MatchtafelSessie, verslag: str | None = None, door: Actor, nu: datetime
) -> MatchtafelSessie:
    """The chair reports to the directeuren M&O after every session (R265)."""
    sessie = vergrendel(sessie)
    eis(rules.beletsel_verslag_versturen(sessie=sessie, door=door))
    if verslag is not None and verslag.strip():
        sessie.verslag = verslag
    sessie.gerapporteerd_op = nu
    sessie.versie += 1
    sessie.save()
    berichten_plaatsen(
        ontvanger_ids=queries.directeuren_mo(lokale_dag(nu)), soort=BerichtSoort.MATCHTAFEL,
        onderwerp=f"Verslag van de matchtafel van {dag_kort(sessie.datum)}",
        tekst=f"{sessie.voorzitter.naam} heeft het verslag verstuurd. Lees het in Inzet.",
        url=adres(sessie, "verslag/"), sleutel=f"verslag:{sessie.public_id}", nu=nu,
    )
    noteer("verslag_verstuurd", op=sessie, door=door, nu=nu)
    if queries.tafelberichten_te_versturen(sessie).exists():
        tafelberichten_versturen(sessie=sessie, door=door, nu=nu)
    return sessie


def verslagen_herinneren(*, nu: datetime) -> int:
    """Remind the chair once when a report is not sent after one working day (R265)."""
    dagen = niet_werkdagen()
    laat = [
        s for s in queries.te_versturen_verslagen()
        if aantal_werkdagen(lokale_dag(s.gesloten_op), lokale_dag(nu), dagen) > 1
    ]
    return sum(
        berichten_plaatsen(
            ontvanger_ids=[s.voorzitter.gebruiker_id], soort=BerichtSoort.MATCHTAFEL,
            onderwerp=f"Verstuur het verslag van de matchtafel van {dag_kort(s.datum)}",
            tekst="De directeuren M&O wachten op het verslag van deze sessie.",
            url=adres(s, "verslag/"), sleutel=f"verslag-herinnering:{s.public_id}", nu=nu,
        )
        for s in laat
    )


def ontbrekend(punten: list[Agendapunt]) -> list[str]:
    """What must still be said before the session can close, one sentence per item."""
    zinnen = []
    for nummer, punt in enumerate(punten, 1):
        if not punt.uitkomst:
            zinnen.append(f"Punt {nummer} heeft nog geen uitkomst.")
        elif punt.uitkomst in rules.MET_MOTIVERING and not punt.motivering.strip():
            zinnen.append(f"Punt {nummer} heeft nog geen motivering.")
        elif punt.uitkomst == Uitkomst.GEMATCHT:
            zinnen += _ontbrekend_bij_match(nummer, punt)
    return zinnen


def _ontbrekend_bij_match(nummer: int, punt: Agendapunt) -> list[str]:
    """A match ends somewhere, and outside the level it is explained (R116, R241, R262)."""
    zinnen = []
    bron = queries.tro_van(punt) or punt.procedure.matchvraag.capaciteitsvraag
    if punt.einde is None and (bron is None or bron.einde is None):
        zinnen.append(f"Punt {nummer}: leg vast tot wanneer de afspraak loopt.")
    gekozen = [k for k in punt.kandidaten.all() if k.gekozen]
    buiten = any(is_buiten_niveau(punt.procedure, k.medewerker) for k in gekozen)
    if buiten and not punt.motivering_niveau.strip():
        zinnen.append(
            f"Punt {nummer}: de gekozen collega valt buiten het gevraagde niveau; schrijf op "
            "waarom."
        )
    return zinnen


def _pas_toe(nummer: int, punt: Agendapunt, door: Actor, nu: datetime) -> None:
    try:
        TOEPASSEN.get(Uitkomst(punt.uitkomst), _ga_over)(punt, door, nu)
    except DomeinFout as fout:
        zin = f"Punt {nummer} ({punt}): {fout.zin}"
        raise DomeinFout(Beletsel(zin, fout.beletsel.soort)) from fout
    punt.toegepast_op = nu
    punt.save(update_fields=["toegepast_op"])


def _stel_match_voor(punt: Agendapunt, door: Actor, nu: datetime) -> None:
    """The table chose: now the person and the own P-manager are asked (R161, R264)."""
    kandidaat = punt.kandidaten.select_related("medewerker", "reactie").get(gekozen=True)
    vraag = queries_rangschikking.vraag_van(punt.procedure, lokale_dag(nu))
    match_voorstellen(
        procedure=punt.procedure, medewerker=kandidaat.medewerker,
        begin=max(punt.begin or vraag.begin, vraag.begin), einde=punt.einde or vraag.einde,
        fte=punt.fte or vraag.fte, motivatie_organisatie=punt.motivering,
        motivatie_persoon=_motivatie_persoon(kandidaat),
        motivatie_niveau=punt.motivering_niveau, agendapunt=punt, door=door, nu=nu,
    )


def _motivatie_persoon(kandidaat: Kandidaat) -> str:
    if kandidaat.reactie is not None and kandidaat.reactie.toelichting:
        return kandidaat.reactie.toelichting
    return kandidaat.argument


def _ga_over(punt: Agendapunt, door: Actor, nu: datetime) -> None:
    wat = punt.uitkomst_naam
    reden = f"Matchtafel {dag_lang(punt.sessie.datum)}: {wat}."
    if punt.motivering:
        reden = f"{reden} {punt.motivering}"
    fase_overgaan(
        procedure=punt.procedure, naar=NAAR[Uitkomst(punt.uitkomst)], reden=reden, door=door,
        nu=nu,
    )
    if punt.uitkomst == Uitkomst.TERUG_NAAR_AOG:  # a sharper text is a new publication (T10)
        markt_sluiten(punt.procedure, nu=nu)


TOEPASSEN: dict[Uitkomst, Callable[[Agendapunt, Actor, datetime], None]] = {
    Uitkomst.GEMATCHT: _stel_match_voor
}


def verslag_van(sessie: MatchtafelSessie, punten: list[Agendapunt]) -> str:
    """The report: what was decided, and how broad the choice was; no names of the not chosen."""
    als = {queries.RECRUITER: "recruiter", queries.PMANAGER: "P-manager"}
    aanwezig = [
        f"{d.medewerker.naam} ({als[d.hoedanigheid]})"
        for d in queries.deelnemers_van(sessie)
        if d.aanwezig
    ]
    delen = [
        f"Verslag van de matchtafel van {dag_lang(sessie.datum)}",
        f"Voorzitter: {sessie.voorzitter.naam}. Aanwezig: {', '.join(aanwezig) or 'niemand'}.",
    ]
    for nummer, punt in enumerate(punten, 1):
        delen += ["", f"{nummer}. {punt}", *_verslag_punt(punt)]
    return "\n".join(delen) + "\n"


def _verslag_punt(punt: Agendapunt) -> list[str]:
    kandidaten = queries.kandidaten_van(punt)
    regels = [
        f"Uitkomst: {punt.uitkomst_naam}.",
        f"Kandidaten op tafel: {len(kandidaten)} ({_bronnen(kandidaten)})." if kandidaten
        else "Kandidaten op tafel: geen.",
    ]
    if punt.uitkomst in rules.MET_KANDIDAAT:
        namen = ", ".join(k.medewerker.naam for k in kandidaten if k.gekozen)
        wat = "Geadviseerd" if punt.procedure.route == Route.AOG else "Gekozen, onder voorbehoud"
        regels.append(f"{wat}: {namen}.")
    if punt.fte:
        regels.append(f"Afgesproken: {getal(punt.fte)} fte.")
    if punt.motivering:
        regels.append(f"Motivering: {punt.motivering}")
    verlaten = punt.verlaten_door.count()
    if verlaten:
        regels.append(f"Verliet de tafel wegens eigen belang: {verlaten}.")
    return regels


def _bronnen(kandidaten: list[Kandidaat]) -> str:
    tellingen = {b: sum(k.bron == b for k in kandidaten) for b in KandidaatBron}
    return ", ".join(f"{b.label.lower()}: {n}" for b, n in tellingen.items() if n)


def _vertel_aogs(sessie: MatchtafelSessie, punten: list[Agendapunt], nu: datetime) -> None:
    """The AOG hears what the table decided about the own opdracht."""
    opdrachten = {p.pk: p.procedure.matchvraag.opdracht_id for p in punten}
    aogs = queries.aogs_van(list(opdrachten.values()), lokale_dag(nu))
    for punt in punten:
        berichten_plaatsen(
            ontvanger_ids=[aogs.get(opdrachten[punt.pk])], soort=BerichtSoort.MATCHTAFEL,
            onderwerp=f"Matchtafel: {punt.uitkomst_naam}. {punt}",
            url=f"/procedures/{punt.procedure.public_id}/",
            sleutel=f"uitkomst:{punt.public_id}", nu=nu,
        )
