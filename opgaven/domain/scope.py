"""The scope of an opdracht: proposed by the AOG, accorded by the domeindirecteur (R028, R029)."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Max

from config.kern.actor import Actor
from config.kern.domain.beraad import punt_volgen
from config.kern.domain.logboek import noteer
from config.kern.enums import PuntSoort
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from opgaven import rules
from opgaven.domain.overgang import vergrendel
from opgaven.enums import ScopeStatus
from opgaven.levensloop import VOORBEREIDING
from opgaven.models import Opdracht, ScopeVersie
from opgaven.queries import heeft_open_scope, programmeerberaad
from opgaven.queries.sturing import geldende_kaders


@transaction.atomic
def scope_voorstellen(
    *, opdracht: Opdracht, budget_materieel: Decimal, mandaat: str, strategische_keuzes: str,
    door: Actor, nu: datetime,
) -> ScopeVersie:
    """Write down a next version; it counts only after accord."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_scope_voorstellen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), is_open=heeft_open_scope(opdracht),
        budget_materieel=budget_materieel, mandaat=mandaat,
        strategische_keuzes=strategische_keuzes,
    ))
    laatste = opdracht.scopes.aggregate(n=Max("nummer"))["n"] or 0
    scope = ScopeVersie.objects.create(
        opdracht=opdracht, nummer=laatste + 1, budget_materieel=budget_materieel, mandaat=mandaat,
        strategische_keuzes=strategische_keuzes, voorgesteld_op=nu,
    )
    noteer("scope_voorgesteld", op=opdracht, door=door, nu=nu, nummer=scope.nummer)
    return scope


@transaction.atomic
def scope_accorderen(
    *, scope: ScopeVersie, akkoord: bool = True, reden: str = "", door: Actor, nu: datetime
) -> ScopeVersie:
    """Accord or reject a proposed scope; with accord its budget is the budget of the opdracht."""
    opdracht = vergrendel(scope.opdracht)
    scope = ScopeVersie.objects.select_for_update(of=("self",)).get(pk=scope.pk)
    scope.opdracht = opdracht
    eis(rules.beletsel_scope_accorderen(
        scope=scope, door=door, op=lokale_dag(nu), akkoord=akkoord, reden=reden,
        kaders=geldende_kaders(opdracht),
    ))
    scope.status = ScopeStatus.GEACCORDEERD if akkoord else ScopeStatus.AFGEWEZEN
    scope.beslist_op, scope.beslist_door_id = nu, door.gebruiker_id
    scope.save(update_fields=["status", "beslist_op", "beslist_door"])
    if akkoord:
        opdracht.budget_materieel = scope.budget_materieel
        opdracht.versie += 1
        opdracht.save(update_fields=["budget_materieel", "versie"])
    noteer(
        "scope_geaccordeerd" if akkoord else "scope_afgewezen", op=opdracht, door=door, nu=nu,
        nummer=scope.nummer, reden=reden, versie=opdracht.versie,
        velden=["budget_materieel"] if akkoord else [],
    )
    if akkoord and opdracht.status not in VOORBEREIDING:
        punt_volgen(
            gremium=programmeerberaad(), soort=PuntSoort.SCOPE, onderwerp=opdracht.naam,
            toelichting=f"De scope is gewijzigd (versie {scope.nummer}).", over=opdracht,
            url=f"/opdrachten/{opdracht.public_id}/", door=door, nu=nu,
        )
    return scope
