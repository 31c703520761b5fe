"""Deputising: somebody stands in for the holder of a role, for a time (R186, R202)."""

from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.models import Besluit
from config.kern.periode import Periode
from pdomein.models import Medewerker
from register.domain import keten, tijdlijn
from register.domain.roltoewijzing import geldend, object_van, rij_van
from register.domain.schrijven import Aanleiding, zet_schrijven
from register.enums import Mutatie
from register.models import Roltoewijzing
from register.rules.rol import RolVraag
from register.rules.waarneming import beletsel_waarneming_vastleggen


@transaction.atomic
def waarneming_vastleggen(
    *, toewijzing: Roltoewijzing, medewerker: Medewerker, begin: date, einde: date | None,
    besluit: Besluit, uitzondering: str = "", door: Actor, nu: datetime,
) -> Roltoewijzing:
    """Enter who deputises for the holder of ``toewijzing``; it ends by itself on ``einde``.

    The holder stays the holder. What the deputy may decide is what the regulation gives to a
    deputy (Werkingsprincipes §5.4: a separate regulation, R199).
    """
    keten.vergrendelen()
    rij = geldend(toewijzing)
    vraag = RolVraag(
        rij.rol, medewerker, object_van(rij), begin, einde, besluit, uitzondering.strip(),
        waarneemt_voor=rij.medewerker,
    )
    eis(beletsel_waarneming_vastleggen(toewijzing=rij, vraag=vraag, door=door))
    aanleiding = Aanleiding(besluit, Mutatie.WAARNEMING, "", door, nu)
    (nieuw,) = zet_schrijven(
        rij_van(vraag), tijdlijn.toewijzen(Periode(begin, einde)), aanleiding
    )
    noteer("waarneming_vastgelegd", op=nieuw, door=door, nu=nu, besluit=besluit.kenmerk,
           begin=begin, einde=einde)
    return nieuw
