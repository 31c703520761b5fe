"""Decisions on a page of their own: advices beside them, and adopting them (R188, R189)."""

from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.besluit import besluit_vaststellen
from config.kern.domain.logboek import noteer
from config.kern.fouten import Beletsel, eis
from config.kern.models import Besluit
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from register.models import Advies
from register.queries.besluiten import opsteller_id
from register.rules import besluit as rules


@transaction.atomic
def advies_toevoegen(
    *, besluit: Besluit, adviseur: str, uitgebracht_op: date, strekking: str, weging: str,
    toelichting: str = "", is_gevolgd: bool = True, motivering: str = "", door: Actor,
    nu: datetime,
) -> Advies:
    """Put an advice beside a draft, with how heavy it weighs (Werkingsprincipes §7, §7.8)."""
    besluit = Besluit.objects.select_for_update(of=("self",)).get(pk=besluit.pk)
    eis(rules.beletsel_advies_toevoegen(
        besluit=besluit, adviseur=adviseur, weging=weging, is_gevolgd=is_gevolgd,
        motivering=motivering, door=door,
    ))
    advies = Advies.objects.create(
        besluit=besluit, adviseur=adviseur.strip(), uitgebracht_op=uitgebracht_op,
        strekking=strekking, weging=weging, toelichting=toelichting.strip(),
        is_gevolgd=is_gevolgd, motivering=motivering.strip(),
    )
    noteer("advies_toegevoegd", op=besluit, door=door, nu=nu, adviseur=advies.adviseur,
           strekking=strekking)
    return advies


@transaction.atomic
def conceptbesluit_vaststellen(*, besluit: Besluit, door: Actor, nu: datetime) -> Besluit:
    """Adopt a draft: by the chair, or by the registrar with the document of who decided (R203)."""
    besluit = (
        Besluit.objects.select_for_update(of=("self",)).select_related("gremium")
        .get(pk=besluit.pk)
    )
    eis(beletsel_van(besluit, door, lokale_dag(nu)))
    return besluit_vaststellen(
        besluit=besluit, is_elders_genomen=not rules.is_voorzitter(besluit, door), door=door, nu=nu
    )


def beletsel_van(besluit: Besluit, door: Actor, vandaag: date) -> Beletsel | None:
    """Why this draft may not be adopted now, for the command and for its button."""
    return rules.beletsel_conceptbesluit_vaststellen(
        besluit=besluit, adviezen=list(Advies.objects.filter(besluit=besluit)),
        opgesteld_door_id=opsteller_id(besluit),
        vier_ogen=instelling("REGISTER_VIER_OGEN", vandaag), door=door, vandaag=vandaag,
    )
