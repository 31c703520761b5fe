"""Who watches over the register: anchors, the chain, findings, confirmations."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Gremium
from register.enums import BevindingStatus
from register.models import Bevinding


def beletsel_anker_vastleggen(*, door: Actor) -> Beletsel | None:
    """The machine does it every day; who keeps the register may too."""
    if door.heeft(Recht.REGISTER_MUTEREN):
        return None
    return geen_recht("Alleen registerbeheer legt een anker vast.")


MAX_NU = 50_000


def beletsel_nu_nakijken(*, aantal: int, door: Actor) -> Beletsel | None:
    """A page waits for a short chain only; a long one is checked every night and by command."""
    if beletsel := beletsel_keten_controleren(door=door):
        return beletsel
    if aantal > MAX_NU:
        return toestand("De keten is lang. Zij wordt elke nacht nagekeken.")
    return None


def beletsel_keten_controleren(*, door: Actor) -> Beletsel | None:
    """Everyone who must account for the register may have it checked (R192, R211)."""
    if door.heeft(Recht.REGISTER_INZIEN):
        return None
    return geen_recht(
        "Alleen registerbeheer, de concerncontroller en auditors kijken de keten na."
    )


def beletsel_bevindingen_bijwerken(*, door: Actor) -> Beletsel | None:
    return None if door.is_systeem else beletsel_bevindingen_zien(door)


def beletsel_bevindingen_zien(door: Actor) -> Beletsel | None:
    """The O-beraad answers for the register; controllers and auditors look along (R191, R208)."""
    if door.heeft(Recht.REGISTER_INZIEN) or door.heeft(Recht.REGISTER_MUTEREN):
        return None
    return geen_recht(
        "Alleen registerbeheer, de concerncontroller en auditors zien de bevindingen."
    )


def beletsel_bevinding_toelichten(
    *, bevinding: Bevinding, toelichting: str, door: Actor
) -> Beletsel | None:
    return beletsel_bevinding_wijzigen(bevinding, door) or (
        None if toelichting.strip() else invoer("Schrijf op waarom dit zo mag blijven.",
                                                "toelichting")
    )


def beletsel_bevinding_toewijzen(
    *, bevinding: Bevinding, eigenaar: str, door: Actor
) -> Beletsel | None:
    return beletsel_bevinding_wijzigen(bevinding, door) or (
        None if eigenaar.strip() else invoer("Vul in wie dit regelt.", "eigenaar")
    )


def beletsel_bevinding_wijzigen(bevinding: Bevinding, door: Actor) -> Beletsel | None:
    if not door.heeft(Recht.REGISTER_MUTEREN):
        return geen_recht("Alleen registerbeheer handelt een bevinding af.")
    if bevinding.status == BevindingStatus.OPGELOST:
        return toestand("Deze bevinding is al opgelost.")
    return None


def beletsel_register_bevestigen(
    *, gremium: Gremium | None, door: Actor, kop_gezien: int | None = None, kop_nu: int = 0
) -> Beletsel | None:
    """The O-beraad is responsible; its chair confirms, for what was on the table (R191)."""
    if gremium is None:
        return toestand("Er is geen Opgavenberaad. Voeg dat gremium eerst toe.")
    if not door.heeft(Recht.BESLUITENLIJST_VASTSTELLEN, op=gremium):
        return geen_recht("Alleen de voorzitter van het Opgavenberaad bevestigt het register.")
    if kop_gezien is not None and kop_gezien != kop_nu:
        return toestand(
            "Het register is intussen veranderd. Bekijk de nieuwe stand en bevestig die."
        )
    return None
