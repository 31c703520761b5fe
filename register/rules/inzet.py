"""Why inzet may not be recorded or ended."""

from datetime import date
from decimal import Decimal

from config.kern.actor import Actor
from config.kern.enums import BesluitSoort
from config.kern.fouten import Beletsel, invoer, toestand
from config.kern.models import Besluit
from config.kern.opmaak import getal
from pdomein.models import Medewerker
from register.models import Inzet
from register.queries.capaciteit import ruimte_van
from register.rules.rol import (
    beletsel_besluit,
    beletsel_einde,
    beletsel_gesloten,
    beletsel_in_dienst,
    beletsel_reden,
    beletsel_register_muteren,
    is_eigen_besluit,
)

GEEN_RUIMTE = Decimal(0)


def beletsel_inzet_vastleggen(
    *, medewerker: Medewerker, fte: Decimal, begin: date, einde: date | None, besluit: Besluit,
    door: Actor, vrij: Decimal | None = None,
) -> Beletsel | None:
    """Nobody is planned above the free capacity: aanstelling x 90% and less (R138, R239, E20).

    ``vrij`` is asked from the database unless the caller already counted it.
    """
    return (
        _muteren(door, besluit)
        or beletsel_besluit(besluit)
        or beletsel_vorm(fte, begin, einde)
        or beletsel_in_dienst(medewerker, begin)
        or beletsel_ruimte(medewerker, fte, _vrij(medewerker, begin, einde, vrij))
    )


def _muteren(door: Actor, besluit: Besluit) -> Beletsel | None:
    """The registrar, or who made the match or the designation definitive: once (R203)."""
    mag_zelf = (
        is_eigen_besluit(door, besluit, {BesluitSoort.INZET, BesluitSoort.AANWIJZING})
        and not Inzet.objects.filter(besluit=besluit).exists()
    )
    return None if mag_zelf else beletsel_register_muteren(door)


def beletsel_vorm(fte: Decimal, begin: date, einde: date | None) -> Beletsel | None:
    if einde is not None and einde <= begin:
        return invoer("De einddatum moet na de begindatum liggen.", "einde")
    if not 0 < fte <= 2:
        return invoer("De inzet is groter dan 0 en hooguit 2 fte.", "fte")
    return None


def _vrij(
    medewerker: Medewerker, begin: date, einde: date | None, vrij: Decimal | None
) -> Decimal:
    return ruimte_van([medewerker.pk], begin, einde)[medewerker.pk] if vrij is None else vrij


def beletsel_ruimte(medewerker: Medewerker, fte: Decimal, vrij: Decimal) -> Beletsel | None:
    if fte <= vrij:
        return None
    return toestand(
        f"{medewerker.naam} heeft in deze periode nog {getal(max(vrij, GEEN_RUIMTE))} fte vrij; "
        f"gevraagd is {getal(fte)} fte. Kies minder inzet of een andere periode.", "fte",
    )


def beletsel_inzet_beeindigen(
    *, inzet: Inzet, per: date, besluit: Besluit, reden: str, door: Actor
) -> Beletsel | None:
    return (
        beletsel_register_muteren(door)
        or beletsel_besluit(besluit)
        or beletsel_gesloten(inzet)
        or beletsel_einde(inzet, per)
        or beletsel_reden(reden)
    )
