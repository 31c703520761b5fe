"""People outside who may come (back) to work here: with consent, for a time (R283, R286)."""

from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from matching.enums import Herkomst
from matching.models import ExterneWerving, Talent, TalentDeling
from matching.queries.talent import verlopen_talenten
from matching.rules import talent as rules
from pdomein.models import PTeam
from pdomein.queries import pmanager_van_team


@transaction.atomic
def talent_toevoegen(
    *, naam: str, email: str, herkomst: Herkomst, expertise: str, pteam: PTeam, toestemming: bool,
    toestemming_tot: date, door: Actor, nu: datetime,
) -> Talent:
    """Keep somebody outside up to and including ``toestemming_tot``, who agreed to that."""
    dag = lokale_dag(nu)
    eis(rules.beletsel_talent_toevoegen(
        door=door, dag=dag, pteam=pteam, toestemming=toestemming, toestemming_tot=toestemming_tot
    ))
    talent = Talent.objects.create(
        naam=naam.strip(), email=email, herkomst=herkomst, expertise=expertise.strip(),
        pteam=pteam, toestemming_op=dag, toestemming_tot=toestemming_tot,
        toegevoegd_door_naam=door.naam, toegevoegd_op=nu,
    )
    _noteer("talent_toegevoegd", talent, door, nu)
    return talent


def _noteer(wat: str, talent: Talent, door: Actor, nu: datetime, **gegevens: str) -> None:
    """Never the name: the logbook outlives the consent."""
    noteer(wat, door=door, nu=nu, talent=str(talent.public_id), **gegevens)


@transaction.atomic
def talent_inzien(*, talent: Talent, door: Actor, nu: datetime) -> Talent:
    """Look at one talent; who looked is kept."""
    eis(rules.beletsel_talent_inzien(talent, door=door, dag=lokale_dag(nu)))
    _noteer("talent_ingezien", talent, door, nu)
    return talent


@transaction.atomic
def talent_delen(
    *, talent: Talent, werving: ExterneWerving, door: Actor, nu: datetime
) -> TalentDeling:
    """Make a talent known to the P-manager of a running search; receivers are kept (R283)."""
    talent = Talent.objects.select_for_update(of=("self",)).get(pk=talent.pk)
    eis(rules.beletsel_talent_delen(talent, door=door, dag=lokale_dag(nu), werving=werving))
    deling = TalentDeling.objects.create(
        talent=talent, werving=werving, gedeeld_op=nu, gedeeld_door_naam=door.naam
    )
    ontvanger = pmanager_van_team(werving.pteam, lokale_dag(nu))
    berichten_plaatsen(
        ontvanger_ids=[ontvanger.gebruiker_id] if ontvanger else [], soort=BerichtSoort.REACTIE,
        onderwerp=f"Er is een talent met je gedeeld: {werving.procedure.matchvraag}",
        url=f"/werving/talenten/{talent.public_id}/", nu=nu,
        sleutel=f"talent:{talent.public_id}:{werving.public_id}",
    )
    _noteer("talent_gedeeld", talent, door, nu, werving=str(werving.public_id))
    return deling


@transaction.atomic
def talent_verwijderen(*, talent: Talent, door: Actor, nu: datetime) -> None:
    """Forget somebody at once, for instance because consent was taken back."""
    eis(rules.beletsel_talent_verwijderen(talent, door=door))
    _noteer("talent_verwijderd", talent, door, nu)
    talent.delete()


@transaction.atomic
def talenten_opruimen(*, nu: datetime) -> int:
    """Forget everybody whose consent has ended; says how many."""
    aantal = 0
    for talent in verlopen_talenten(lokale_dag(nu)).select_for_update(skip_locked=True):
        talent.delete()
        aantal += 1
    return aantal
