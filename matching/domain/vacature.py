"""A vacancy on the internet: put there by the P-manager, closed by itself (§10.2.4, R275)."""

from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from matching.models import ExterneWerving, Vacature
from matching.rules import vacature as rules


@transaction.atomic
def vacature_publiceren(
    *, werving: ExterneWerving, titel: str, tekst: str, solliciteren: str, laatste_dag: date,
    door: Actor, nu: datetime,
) -> Vacature:
    """Put the text outside, or change it; it disappears after ``laatste_dag`` or with the werving.
    """
    werving = (
        ExterneWerving.objects.select_for_update(of=("self",)).select_related("pteam", "procedure")
        .get(pk=werving.pk)
    )
    solliciteren = solliciteren.strip()
    eis(rules.beletsel_vacature_publiceren(
        werving, door=door, dag=lokale_dag(nu), laatste_dag=laatste_dag, solliciteren=solliciteren,
    ))
    tekstvelden = {
        "titel": titel.strip(), "tekst": tekst.strip(), "solliciteren": solliciteren,
        "laatste_dag": laatste_dag, "gewijzigd_op": nu, "offline_op": None,
    }
    vacature, _ = Vacature.objects.update_or_create(
        werving=werving, defaults=tekstvelden,
        create_defaults=tekstvelden | {"gepubliceerd_op": nu},
    )
    noteer("vacature_gepubliceerd", op=werving.procedure, door=door, nu=nu,
           laatste_dag=laatste_dag)
    return vacature


@transaction.atomic
def vacature_offline_halen(*, vacature: Vacature, door: Actor, nu: datetime) -> Vacature:
    """Take the vacancy from the internet at once."""
    vacature = (
        Vacature.objects.select_for_update(of=("self",))
        .select_related("werving__pteam", "werving__procedure").get(pk=vacature.pk)
    )
    eis(rules.beletsel_vacature_offline_halen(vacature, door=door))
    vacature.offline_op = nu
    vacature.save(update_fields=["offline_op"])
    noteer("vacature_offline", op=vacature.werving.procedure, door=door, nu=nu)
    return vacature
