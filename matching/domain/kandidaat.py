"""People on the table for one item, and the suggestions that name them (R263, R264, R355)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor, Recht
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import inzage_noteren, noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from matching import rules_kandidaat as rules
from matching.domain import herhalen, rangschikking
from matching.domain.agendapunt import bijwerken, vergrendel, wissel
from matching.domain.kaarten import meet
from matching.enums import KandidaatBron
from matching.models import Agendapunt, Kandidaat, Procedure, Suggestie, Suggestierun
from matching.queries import matchtafel as queries
from matching.queries_rangschikking import groeivraag, vraag_van
from pdomein.models import Medewerker
from pdomein.queries import pteam_van


@transaction.atomic
def kandidaat_plaatsen(
    *, agendapunt: Agendapunt, medewerker: Medewerker, bron: str, argument: str = "",
    door: Actor, nu: datetime,
) -> Kandidaat:
    """Put a person on the table: a recruiter suggests, a P-manager adds (R263, R264)."""
    punt = vergrendel(agendapunt)
    dag = lokale_dag(nu)
    eis(
        rules.beletsel_kandidaat_plaatsen(
            agendapunt=punt, medewerker=medewerker, bron=bron, argument=argument,
            pteam=pteam_van(medewerker, dag),
            al_op_tafel=punt.kandidaten.filter(medewerker=medewerker).exists(), door=door,
        )
    )
    kandidaat = Kandidaat.objects.create(
        agendapunt=punt, medewerker=medewerker, bron=KandidaatBron(bron), argument=argument,
        volgorde=punt.kandidaten.count() + 1, geplaatst_op=nu, geplaatst_door_naam=door.naam,
    )
    bijwerken(punt, door)
    noteer("kandidaat_geplaatst", op=punt, door=door, nu=nu, bron=bron, wie=medewerker.pk)
    if bron == KandidaatBron.PMANAGER:
        berichten_plaatsen(
            ontvanger_ids=[medewerker.gebruiker_id], soort=BerichtSoort.MATCHTAFEL,
            onderwerp=f"Mag je besproken worden op de matchtafel? {punt}",
            tekst="Je P-manager denkt aan jou voor dit werk. Zonder jouw ja kiest niemand je.",
            url=f"/matchtafel/kandidaten/{kandidaat.public_id}/instemmen/",
            sleutel=f"bespreking:{kandidaat.public_id}", nu=nu,
        )
    return kandidaat


@transaction.atomic
def kandidaten_bekijken(
    *, agendapunt: Agendapunt, kandidaten: Sequence[Kandidaat], door: Actor, nu: datetime
) -> None:
    """Open profiles on the own device; each look is noted for its owner (R268, R345)."""
    eis(rules.beletsel_kandidaten_bekijken(agendapunt=agendapunt, door=door))
    for kandidaat in kandidaten:
        inzage_noteren(
            wiens_gebruiker_id=kandidaat.medewerker.gebruiker_id, wat="Profiel als kandidaat",
            waarvoor=f"Matchtafel: {agendapunt}"[:200], door=door, nu=nu,
        )


@transaction.atomic
def kandidaat_afvoeren(*, kandidaat: Kandidaat, door: Actor, nu: datetime) -> None:
    """Take a person off the table again; the person's file keeps no trace of it (R352)."""
    punt = vergrendel(kandidaat.agendapunt)
    kandidaat = punt.kandidaten.select_related("reactie").get(pk=kandidaat.pk)
    kandidaat.agendapunt = punt
    eis(rules.beletsel_kandidaat_afvoeren(kandidaat=kandidaat, door=door))
    kandidaat.delete()
    bijwerken(punt, door)
    noteer("kandidaat_afgevoerd", op=punt, door=door, nu=nu)


@transaction.atomic
def kandidaat_instemmen(
    *, kandidaat: Kandidaat, akkoord: bool, door: Actor, nu: datetime
) -> None:
    """The person says yes or no to being discussed; a no leaves nothing behind (R264, R352)."""
    punt = vergrendel(kandidaat.agendapunt)
    kandidaat = punt.kandidaten.select_related("reactie").get(pk=kandidaat.pk)
    kandidaat.agendapunt = punt
    eis(rules.beletsel_kandidaat_instemmen(kandidaat=kandidaat, door=door))
    if akkoord:
        kandidaat.instemming_op = nu
        kandidaat.save(update_fields=["instemming_op"])
    else:
        kandidaat.delete()
    bijwerken(punt, door)
    noteer("kandidaat_ingestemd" if akkoord else "kandidaat_afgemeld", op=punt, door=door, nu=nu)


@transaction.atomic
def kandidaat_kiezen(
    *, kandidaat: Kandidaat, versie: int | None = None, door: Actor, nu: datetime
) -> None:
    """Mark the person the table chooses or advises, or take the mark away (R264, R289).

    A match is about one person, so another mark goes; an advice may name more.
    """
    punt = vergrendel(kandidaat.agendapunt)
    kandidaat = punt.kandidaten.select_related("reactie", "medewerker").get(pk=kandidaat.pk)
    kandidaat.agendapunt = punt
    eis(rules.beletsel_kandidaat_kiezen(kandidaat=kandidaat, versie=versie, door=door))
    if rules.kiest_een(punt) and not kandidaat.gekozen:
        punt.kandidaten.update(gekozen=False)
    kandidaat.gekozen = not kandidaat.gekozen
    kandidaat.save(update_fields=["gekozen"])
    bijwerken(punt, door)
    noteer("kandidaat_gekozen", op=punt, door=door, nu=nu, gekozen=kandidaat.gekozen)


@transaction.atomic
def kandidaat_verplaatsen(
    *, kandidaat: Kandidaat, omhoog: bool, versie: int | None = None, door: Actor, nu: datetime
) -> None:
    """Change the order by hand; no ranking has the last word (R272)."""
    punt = vergrendel(kandidaat.agendapunt)
    kandidaat.agendapunt = punt
    eis(rules.beletsel_kandidaat_verplaatsen(kandidaat=kandidaat, versie=versie, door=door))
    wissel(queries.kandidaten_van(punt), kandidaat, omhoog=omhoog)
    bijwerken(punt, door)
    noteer("kandidaat_verplaatst", op=punt, door=door, nu=nu, omhoog=omhoog)


@transaction.atomic
def suggestie_vragen(
    *, procedure: Procedure, groei: bool = False, door: Actor, nu: datetime
) -> Suggestierun:
    """Ask a ranking with its reasons; logged with what went in and what came out (R263, R355).

    ``groei`` asks who may grow towards this work instead of who fits now.
    """
    dag = lokale_dag(nu)
    eis(
        rules.beletsel_suggestie_vragen(
            procedure=procedure, aan=instelling("SUGGESTIES_AAN", op=dag), door=door
        )
    )
    vraag = vraag_van(procedure, dag)
    if groei:
        vraag = groeivraag(vraag)
    pteam_ids = door.objecten(Recht.PTEAM_LEIDEN, "pteam")
    uitslag = meet(vraag, door, dag, top=herhalen.BEWAARD)
    run = Suggestierun.objects.create(
        procedure=procedure, gevraagd_op=nu, gevraagd_door_id=door.gebruiker_id,
        gevraagd_door_naam=door.naam, invoer=herhalen.invoer_van(vraag, uitslag, pteam_ids, dag),
        uitkomst=rangschikking.als_gegevens(vraag, uitslag),
    )
    noteer(
        "suggestie_gevraagd", op=procedure, door=door, nu=nu, bekeken=uitslag.bekeken,
        aantal=len(run.uitkomst["voorstellen"]),
    )
    return run


@dataclass(frozen=True, slots=True)
class OntvangenSuggestie:
    """What became of one row that the recruitment system sent."""

    extern_id: str
    resultaat: str
    zin: str = ""


@transaction.atomic
def suggesties_ontvangen(
    *, procedure: Procedure, rijen: Sequence[dict], door: Actor, nu: datetime
) -> list[OntvangenSuggestie]:
    """Take in suggestions: a double is ignored, an unknown person refused per row (R404)."""
    procedure = Procedure.objects.select_for_update(of=("self",)).get(pk=procedure.pk)
    eis(rules.beletsel_suggesties_ontvangen(procedure=procedure, door=door))
    dag = lokale_dag(nu)
    mensen = {
        m.personeelsnummer: m
        for m in Medewerker.objects.in_dienst(dag).filter(
            personeelsnummer__in=[rij["personeelsnummer"] for rij in rijen]
        )
    }
    bekend = set(procedure.suggesties.values_list("extern_id", flat=True))
    uitkomst = []
    for rij in rijen:
        extern_id, medewerker = rij["extern_id"], mensen.get(rij["personeelsnummer"])
        if extern_id in bekend:
            uitkomst.append(OntvangenSuggestie(extern_id, "al_bekend"))
        elif medewerker is None:
            zin = "Deze persoon is hier niet bekend of niet in dienst."
            uitkomst.append(OntvangenSuggestie(extern_id, "geweigerd", zin))
        else:
            bekend.add(extern_id)
            Suggestie.objects.create(
                procedure=procedure, medewerker=medewerker, extern_id=extern_id,
                toelichting=rij.get("toelichting", ""), ontvangen_op=nu, ontvangen_van=door.naam,
            )
            uitkomst.append(OntvangenSuggestie(extern_id, "ontvangen"))
    noteer("suggesties_ontvangen", op=procedure, door=door, nu=nu, aantal=len(rijen))
    return uitkomst
