"""Ideas of medewerkers: answered by a director, by a day, with a reason (R383)."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.beraad import punt_volgen
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort, PuntSoort
from config.kern.fouten import eis
from config.kern.queries import instelling, niet_werkdagen
from config.kern.werkdagen import lokale_dag, werkdag_na
from opgaven import rules
from opgaven.domain.opdracht import opdracht_aanmaken
from opgaven.domain.overgang import zonder_nul
from opgaven.enums import IdeeStatus
from opgaven.models import Idee, ODomein, Opgave
from opgaven.profiel import OpdrachtProfiel
from opgaven.queries import programmeerberaad
from pdomein.models import ProfessioneelDomein


@transaction.atomic
def idee_indienen(
    *, titel: str, voorstel: str, odomein: ODomein | None = None,
    domein: ProfessioneelDomein | None = None, door: Actor, nu: datetime,
) -> Idee:
    """Send an idea for an opdracht to one director (Strategisch personeelsbeleid Rijk, fp 4)."""
    eigen = Idee.objects.filter(
        indiener_id=door.gebruiker_id, titel=zonder_nul(titel), status=IdeeStatus.INGEDIEND
    )
    eis(rules.beletsel_idee_indienen(
        door=door, titel=titel, voorstel=voorstel,
        aantal_adressen=(odomein is not None) + (domein is not None), is_dubbel=eigen.exists(),
    ))
    dag = lokale_dag(nu)
    idee = Idee.objects.create(
        titel=titel.strip(), voorstel=voorstel, indiener_id=door.gebruiker_id, odomein=odomein,
        domein=domein, ingediend_op=nu,
        antwoord_voor=werkdag_na(
            dag, instelling("IDEE_ANTWOORD_WERKDAGEN", dag), niet_werkdagen()
        ),
    )
    noteer("idee_ingediend", op=idee, door=door, nu=nu)
    return idee


def _vergrendel(idee: Idee) -> Idee:
    return (
        Idee.objects.select_for_update(of=("self",))
        .select_related("odomein", "domein", "indiener").get(pk=idee.pk)
    )


@transaction.atomic
def idee_intrekken(*, idee: Idee, door: Actor, nu: datetime) -> Idee:
    idee = _vergrendel(idee)
    eis(rules.beletsel_idee_intrekken(idee=idee, door=door))
    idee.status = IdeeStatus.INGETROKKEN
    idee.save(update_fields=["status"])
    noteer("idee_ingetrokken", op=idee, door=door, nu=nu)
    return idee


@transaction.atomic
def idee_beantwoorden(
    *, idee: Idee, aannemen: bool, antwoord: str, opgave: Opgave | None = None, door: Actor,
    nu: datetime,
) -> Idee:
    """Yes or no with a reason; a yes enters the normal route of toets and programming (R383).

    A domeindirecteur makes it an opdracht in concept; a directeur M&O proposes it to the
    programmeerberaad (R223).
    """
    idee = _vergrendel(idee)
    eis(rules.beletsel_idee_beantwoorden(
        idee=idee, door=door, op=lokale_dag(nu), aannemen=aannemen, antwoord=antwoord,
        opgave=opgave,
    ))
    idee.status = IdeeStatus.AANGENOMEN if aannemen else IdeeStatus.AFGEWEZEN
    idee.antwoord, idee.beantwoord_op = antwoord, nu
    idee.beantwoord_door_id = door.gebruiker_id
    if aannemen and idee.odomein is not None and opgave is not None:
        idee.opdracht = opdracht_aanmaken(
            opgave=opgave, door=door, nu=nu, profiel=OpdrachtProfiel(
                naam=idee.titel, waarom=idee.voorstel,
                motivatie_afwijking_begroting="Idee van een medewerker; nog geen product van de "
                "begroting.",
            ),
        )
    idee.save()
    noteer("idee_beantwoord", op=idee, door=door, nu=nu, aangenomen=aannemen)
    if aannemen and idee.domein is not None:
        punt_volgen(
            gremium=programmeerberaad(), soort=PuntSoort.OPDRACHTVOORSTEL, onderwerp=idee.titel,
            toelichting=f"{idee.voorstel}\n\n{antwoord}", over=idee,
            url=f"/ideeen/{idee.public_id}/", door=door, nu=nu,
        )
    berichten_plaatsen(
        ontvanger_ids=[idee.indiener_id], soort=BerichtSoort.BESLUIT,
        onderwerp=f"Antwoord op je idee: {idee.get_status_display().lower()}", tekst=antwoord,
        url=f"/ideeen/{idee.public_id}/", sleutel=f"idee:{idee.public_id}", nu=nu,
    )
    return idee
