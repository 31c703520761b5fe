"""The personal messages of a session: made at closing, corrected by the chair, then sent."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.periode import dag_lang
from matching import rules_tafelnotitie as rules
from matching.domain.matchtafel import vergrendel
from matching.enums import Uitkomst
from matching.models import Agendapunt, MatchtafelSessie, Tafelbericht
from matching.queries import matchtafel as queries

GEKOZEN = {
    Uitkomst.GEMATCHT: "De matchtafel stelt jou voor. Je krijgt apart de vraag of je instemt.",
    Uitkomst.ADVIES: "De matchtafel noemt jou in haar advies aan de domeindirecteur.",
}
ANDEREN = {
    Uitkomst.GEMATCHT: "De matchtafel stelt een andere collega voor. Gaat dat niet door, dan hoor "
    "je het.",
    Uitkomst.ADVIES: "De matchtafel adviseert een andere collega.",
    Uitkomst.AANHOUDEN: "De matchtafel bespreekt deze plaats opnieuw in een volgende sessie.",
    Uitkomst.NAAR_EXTERN: "De matchtafel vond binnen de provincie geen match voor deze plaats.",
    Uitkomst.TERUG_NAAR_AOG: "De opdracht wordt eerst aangescherpt en kan daarna terugkomen.",
    Uitkomst.ESCALEREN: "Het programmeerberaad kijkt eerst naar deze plaats.",
}


def berichten_maken(
    sessie: MatchtafelSessie, punten: list[Agendapunt], nu: datetime
) -> list[Tafelbericht]:
    """One draft for everybody who agreed to be discussed; whoever was not asked hears nothing."""
    return Tafelbericht.objects.bulk_create(
        Tafelbericht(
            sessie=sessie, agendapunt=punt, medewerker=k.medewerker, gemaakt_op=nu,
            tekst=_tekst(sessie, punt, is_gekozen=k.gekozen),
        )
        for punt in punten
        for k in queries.kandidaten_van(punt)
        if k.reactie_id or k.instemming_op or k.gekozen
    )


def _tekst(sessie: MatchtafelSessie, punt: Agendapunt, *, is_gekozen: bool) -> str:
    uitkomst = Uitkomst(punt.uitkomst)
    zin = GEKOZEN.get(uitkomst) if is_gekozen else None
    return (
        f"Op {dag_lang(sessie.datum)} sprak de matchtafel over {punt}. "
        f"{zin or ANDEREN[uitkomst]}"
    )


@transaction.atomic
def tafelbericht_wijzigen(
    *, bericht: Tafelbericht, tekst: str, door: Actor, nu: datetime
) -> Tafelbericht:
    """Correct a message before it goes out."""
    bericht = _vast(bericht)
    eis(rules.beletsel_tafelbericht_wijzigen(bericht=bericht, tekst=tekst, door=door))
    bericht.tekst = tekst.strip()
    bericht.save(update_fields=["tekst"])
    noteer("tafelbericht_gewijzigd", op=bericht.sessie, door=door, nu=nu)
    return bericht


@transaction.atomic
def tafelberichten_versturen(
    *, sessie: MatchtafelSessie, door: Actor, nu: datetime
) -> int:
    """Send every message of a closed session, once (SCHERMEN 10)."""
    sessie = vergrendel(sessie)
    wachtend = list(queries.tafelberichten_te_versturen(sessie))
    eis(rules.beletsel_tafelberichten_versturen(sessie=sessie, aantal=len(wachtend), door=door))
    for bericht in wachtend:
        berichten_plaatsen(
            ontvanger_ids=[bericht.medewerker.gebruiker_id], soort=BerichtSoort.MATCHTAFEL,
            onderwerp=f"Van de matchtafel: {bericht.agendapunt}", tekst=bericht.tekst,
            url="/opdrachtenmarkt/reacties/", sleutel=f"tafelbericht:{bericht.public_id}", nu=nu,
        )
    Tafelbericht.objects.filter(pk__in=[b.pk for b in wachtend]).update(verstuurd_op=nu)
    noteer("tafelberichten_verstuurd", op=sessie, door=door, nu=nu, aantal=len(wachtend))
    return len(wachtend)


def _vast(bericht: Tafelbericht) -> Tafelbericht:
    sessie = vergrendel(bericht.sessie)
    bericht = sessie.tafelberichten.get(pk=bericht.pk)
    bericht.sessie = sessie
    return bericht
