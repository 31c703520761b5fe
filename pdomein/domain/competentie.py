"""The one shared list of competenties, with synonyms (R342)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from pdomein.models import Competentie, CompetentieSynoniem
from pdomein.rules import beletsel_competentie_vastleggen
from pdomein.rules.competentie import beletsel_competentie_vervallen


@dataclass(frozen=True, slots=True)
class Vastgelegd:
    competentie: Competentie
    uitkomst: str


@transaction.atomic
def competentie_vastleggen(
    *, code: str, naam: str, omschrijving: str = "", bovenliggende: Competentie | None = None,
    uri: str = "", synoniemen: list[str] | None = None, door: Actor, nu: datetime,
) -> Vastgelegd:
    """Put one competentie on the list, or change it; the same twice changes nothing."""
    woorden = sorted({s.strip() for s in synoniemen or [] if s.strip()})
    eis(beletsel_competentie_vastleggen(
        code=code, naam=naam, omschrijving=omschrijving, bovenliggende=bovenliggende, uri=uri,
        synoniemen=woorden, door=door,
    ))
    velden = {
        "naam": naam, "omschrijving": omschrijving, "uri": uri,
        "bovenliggende_id": bovenliggende.pk if bovenliggende else None,
    }
    competentie = (
        Competentie.objects.select_for_update(of=("self",)).filter(code=code).first()
    )
    if competentie is None:
        competentie = Competentie.objects.create(code=code, **velden)
        _synoniemen_zetten(competentie, woorden)
        noteer("competentie_vastgelegd", op=competentie, door=door, nu=nu)
        return Vastgelegd(competentie, "nieuw")
    anders = [k for k, v in velden.items() if getattr(competentie, k) != v]
    for veld in anders:
        setattr(competentie, veld, velden[veld])
    if anders:
        competentie.save()
    if not _synoniemen_zetten(competentie, woorden) and not anders:
        return Vastgelegd(competentie, "ongewijzigd")
    noteer("competentie_vastgelegd", op=competentie, door=door, nu=nu, velden=anders)
    return Vastgelegd(competentie, "gewijzigd")


@transaction.atomic
def competentie_vervallen(
    *, competentie: Competentie, door: Actor, nu: datetime
) -> Competentie:
    """Take a competentie off the list; who has it in a PPP keeps it (R342)."""
    rij = Competentie.objects.select_for_update(of=("self",)).get(pk=competentie.pk)
    eis(beletsel_competentie_vervallen(
        competentie=rij, aantal_onder=rij.onderliggende.filter(vervallen_op=None).count(),
        door=door,
    ))
    rij.vervallen_op = lokale_dag(nu)
    rij.save(update_fields=["vervallen_op"])
    noteer("competentie_vervallen", op=rij, door=door, nu=nu)
    return rij


def _synoniemen_zetten(competentie: Competentie, woorden: list[str]) -> bool:
    """Make the synonyms exactly ``woorden``; says whether anything changed."""
    bekend = set(competentie.synoniemen.values_list("naam", flat=True))
    weg, erbij = bekend - set(woorden), set(woorden) - bekend
    if weg:
        competentie.synoniemen.filter(naam__in=weg).delete()
    CompetentieSynoniem.objects.bulk_create(
        CompetentieSynoniem(competentie=competentie, naam=n) for n in sorted(erbij)
    )
    return bool(weg or erbij)
