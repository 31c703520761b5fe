"""Bottlenecks in capacity: reported, an approach with owner and date, solved (R221, D32)."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.beraad import punt_volgen, sluit_over
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort, PuntSoort
from config.kern.fouten import eis
from config.kern.periode import dag_lang
from config.kern.werkdagen import lokale_dag
from opgaven import rules
from opgaven.domain.overgang import zonder_nul
from opgaven.enums import KnelpuntBron, KnelpuntStatus
from opgaven.models import Knelpunt, Opdracht
from opgaven.queries import programmeerberaad
from opgaven.queries.beraad import personeelsberaad
from pdomein.models import Competentie, Medewerker, Professie


@transaction.atomic
def knelpunt_melden(
    *, titel: str, omschrijving: str, bron: str, fte: Decimal, professie: Professie | None = None,
    competentie: Competentie | None = None, opdracht: Opdracht | None = None, door: Actor,
    nu: datetime,
) -> Knelpunt:
    """Report a shortage; it lies at once in the inbox of the beraad that goes about it (R221).

    From a P-overleg it goes by way of the P-beraad (EISEN table 2.4).
    """
    lopend = Knelpunt.objects.exclude(status=KnelpuntStatus.OPGELOST)
    eis(rules.beletsel_knelpunt_melden(
        door=door, titel=titel, omschrijving=omschrijving, bron=bron, fte=fte,
        is_dubbel=lopend.filter(titel__iexact=zonder_nul(titel)).exists(),
    ))
    knelpunt = Knelpunt.objects.create(
        titel=titel.strip(), omschrijving=omschrijving, bron=bron, fte=fte, professie=professie,
        competentie=competentie, opdracht=opdracht, gemeld_op=nu, gemeld_door_id=door.gebruiker_id,
    )
    noteer("knelpunt_gemeld", op=knelpunt, door=door, nu=nu, bron=bron, fte=str(fte))
    via_p = bron == KnelpuntBron.P_OVERLEG
    punt_volgen(
        gremium=personeelsberaad() if via_p else programmeerberaad(), soort=PuntSoort.KNELPUNT,
        onderwerp=knelpunt.titel, toelichting=omschrijving, over=knelpunt,
        url=f"/knelpunten/{knelpunt.public_id}/", door=door, nu=nu,
    )
    return knelpunt


def _vergrendel(knelpunt: Knelpunt) -> Knelpunt:
    return (
        Knelpunt.objects.select_for_update(of=("self",)).select_related("eigenaar")
        .get(pk=knelpunt.pk)
    )


@transaction.atomic
def knelpunt_aanpak_vaststellen(
    *, knelpunt: Knelpunt, aanpak: str, eigenaar: Medewerker, klaar_voor: date, door: Actor,
    nu: datetime,
) -> Knelpunt:
    """The approach of the programmeerberaad, with an owner who hears it and a date (R221)."""
    knelpunt = _vergrendel(knelpunt)
    eis(rules.beletsel_knelpunt_aanpak_vaststellen(
        knelpunt=knelpunt, door=door, op=lokale_dag(nu), beraad=programmeerberaad(),
        aanpak=aanpak, eigenaar=eigenaar, klaar_voor=klaar_voor,
    ))
    knelpunt.aanpak, knelpunt.eigenaar, knelpunt.klaar_voor = aanpak, eigenaar, klaar_voor
    knelpunt.status = KnelpuntStatus.AANPAK
    knelpunt.save(update_fields=["aanpak", "eigenaar", "klaar_voor", "status"])
    noteer("knelpunt_aanpak_vastgesteld", op=knelpunt, door=door, nu=nu, klaar_voor=klaar_voor)
    berichten_plaatsen(
        ontvanger_ids=[eigenaar.gebruiker_id], soort=BerichtSoort.BESLUIT,
        onderwerp=f"Jij pakt dit knelpunt op: {knelpunt.titel}",
        tekst=f"Het programmeerberaad vraagt dit voor {dag_lang(klaar_voor)}.",
        url=f"/knelpunten/{knelpunt.public_id}/",
        sleutel=f"knelpunt:{knelpunt.public_id}:{klaar_voor}", nu=nu,
    )
    return knelpunt


@transaction.atomic
def knelpunt_oplossen(
    *, knelpunt: Knelpunt, uitkomst: str, door: Actor, nu: datetime
) -> Knelpunt:
    """Close a bottleneck; the points about it close too."""
    knelpunt = _vergrendel(knelpunt)
    eis(rules.beletsel_knelpunt_oplossen(
        knelpunt=knelpunt, door=door, beraad=programmeerberaad(), uitkomst=uitkomst
    ))
    knelpunt.status, knelpunt.uitkomst = KnelpuntStatus.OPGELOST, uitkomst
    knelpunt.opgelost_op = nu
    knelpunt.save(update_fields=["status", "uitkomst", "opgelost_op"])
    noteer("knelpunt_opgelost", op=knelpunt, door=door, nu=nu)
    sluit_over(knelpunt, uitkomst, door, nu)
    return knelpunt
