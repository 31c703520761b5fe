"""Corrections that change the past wait for a second registrar, where the province wants it (R203).
"""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.models import Besluit
from config.kern.periode import Periode
from config.kern.werkdagen import lokale_dag
from register.domain.inzet import inzet_corrigeren
from register.domain.roltoewijzing import rol_corrigeren
from register.enums import RolCode, VoorstelStatus
from register.models import Correctievoorstel, Inzet, Roltoewijzing
from register.queries.houders import gebruikers_met_rol
from register.rules import correctie as rules


@transaction.atomic
def correctie_indienen(
    *, rij: Roltoewijzing | Inzet, begin: date, einde: date | None, besluit: Besluit, reden: str,
    fte: Decimal | None = None, door: Actor, nu: datetime,
) -> Roltoewijzing | Inzet | Correctievoorstel:
    """Correct at once, or put the correction before a second registrar when that is needed."""
    eis(rules.beletsel_correctie_indienen(rij=rij, reden=reden, door=door))
    is_anders = isinstance(rij, Inzet) and fte is not None and fte != rij.fte
    is_om = einde is None or begin < einde
    if not is_om or not rules.vraagt_vier_ogen(
        rij, Periode(begin, einde), lokale_dag(nu), is_anders
    ):
        return _corrigeren(rij, begin, einde, fte, besluit, reden, None, door, nu)
    voorstel = Correctievoorstel.objects.create(
        toewijzing=rij if isinstance(rij, Roltoewijzing) else None,
        inzet=rij if isinstance(rij, Inzet) else None, begin=begin, einde=einde, fte=fte,
        besluit=besluit, reden=reden.strip(), voorgesteld_door_id=door.gebruiker_id,
        voorgesteld_door_naam=door.naam, voorgesteld_op=nu,
    )
    noteer("correctie_voorgesteld", op=voorstel, door=door, nu=nu, besluit=besluit.kenmerk)
    anderen = set(gebruikers_met_rol(RolCode.REGISTERBEHEERDER, lokale_dag(nu)))
    berichten_plaatsen(
        ontvanger_ids=anderen - {door.gebruiker_id}, soort=BerichtSoort.BESLUIT,
        onderwerp="Een correctie van het register wacht op een tweede paar ogen",
        url="/register/correcties/", sleutel=f"correctie:{voorstel.public_id}", nu=nu,
    )
    return voorstel


def _corrigeren(
    rij: Roltoewijzing | Inzet, begin: date, einde: date | None, fte: Decimal | None,
    besluit: Besluit, reden: str, voorstel: Correctievoorstel | None, door: Actor, nu: datetime,
) -> Roltoewijzing | Inzet:
    velden = {
        "begin": begin, "einde": einde, "besluit": besluit, "reden": reden, "voorstel": voorstel,
        "door": door, "nu": nu,
    }
    if isinstance(rij, Inzet):
        return inzet_corrigeren(inzet=rij, fte=rij.fte if fte is None else fte, **velden)
    return rol_corrigeren(toewijzing=rij, **velden)


@transaction.atomic
def correctie_bevestigen(
    *, voorstel: Correctievoorstel, door: Actor, nu: datetime
) -> Roltoewijzing | Inzet:
    """The second registrar looked too: now the register changes (R203)."""
    voorstel = _vergrendeld(voorstel)
    eis(rules.beletsel_correctie_bevestigen(voorstel=voorstel, door=door))
    nieuw = _corrigeren(
        voorstel.toewijzing or voorstel.inzet, voorstel.begin, voorstel.einde, voorstel.fte,
        voorstel.besluit, voorstel.reden, voorstel, door, nu,
    )
    _beslis(voorstel, VoorstelStatus.BEVESTIGD, door, nu)
    noteer("correctie_bevestigd", op=voorstel, door=door, nu=nu, rij=nieuw.public_id)
    return nieuw


@transaction.atomic
def correctie_afwijzen(
    *, voorstel: Correctievoorstel, toelichting: str, door: Actor, nu: datetime
) -> Correctievoorstel:
    """The correction does not go on; the register stays as it was."""
    voorstel = _vergrendeld(voorstel)
    eis(rules.beletsel_correctie_afwijzen(
        voorstel=voorstel, toelichting=toelichting, door=door
    ))
    voorstel.toelichting = toelichting.strip()
    _beslis(voorstel, VoorstelStatus.AFGEWEZEN, door, nu)
    noteer("correctie_afgewezen", op=voorstel, door=door, nu=nu)
    berichten_plaatsen(
        ontvanger_ids=[voorstel.voorgesteld_door_id], soort=BerichtSoort.BESLUIT,
        onderwerp="Een correctie van het register is afgewezen", url="/register/correcties/",
        sleutel=f"correctie-nee:{voorstel.public_id}", nu=nu,
    )
    return voorstel


def _vergrendeld(voorstel: Correctievoorstel) -> Correctievoorstel:
    return (
        Correctievoorstel.objects.select_for_update(of=("self",))
        .select_related(
            "toewijzing__medewerker", "inzet__medewerker", "inzet__opdracht", "besluit__document"
        )
        .get(pk=voorstel.pk)
    )


def _beslis(voorstel: Correctievoorstel, status: str, door: Actor, nu: datetime) -> None:
    voorstel.status, voorstel.beslist_op = status, nu
    voorstel.beslist_door_naam = door.naam
    voorstel.save()
