"""What the start page of each role shows; every block asks only what it shows (SCHERMEN)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Q

from config.kern.actor import Actor, Recht
from config.kern.models import Hartslag
from matching.enums import Fase, ReactieStatus, Route, SessieStatus, TermijnStatus
from matching.models import MatchtafelSessie, Procedure, Reactie, Termijn, Vrijval
from matching.queries import bord, instemming, markt
from matching.queries.matchtafel import te_agenderen, te_versturen_verslagen
from opgaven.enums import OpdrachtStatus, ScopeStatus
from opgaven.models import Opdracht, ScopeVersie
from pdomein.models import Medewerker, PTeam
from pdomein.queries import leden_van, ppp_standen
from register.enums import RolCode
from register.models import Inzet, Roltoewijzing
from register.queries import houders_van, inzet_van, rechtmatigheid, toezicht, vrije_capaciteit_van

VRIJ_VANAF = Decimal("0.10")
EINDIGT_BINNEN = timedelta(days=60)
LOOPT = (OpdrachtStatus.BEMENSING, OpdrachtStatus.IN_UITVOERING)


def van_medewerker(actor: Actor, medewerker: Medewerker, dag: date) -> dict[str, Any]:
    maandag = dag - timedelta(days=dag.weekday())
    passend = markt.markt(
        markt.Filter(), medewerker=medewerker, dag=dag, maandag=maandag, aantal=3
    )
    reacties = (
        Reactie.objects.filter(
            medewerker=medewerker,
            status__in=[
                ReactieStatus.INGEDIEND, ReactieStatus.OP_TAFEL, ReactieStatus.TE_BEVESTIGEN,
            ],
        )
        .select_related("publicatie__procedure__matchvraag__opdracht")
        .order_by("-ingediend_op")[:5]
    )
    return {
        "passend": [k for k in passend.kaarten if k.past.heeft or k.past.wil_leren],
        "aantal_markt": passend.totaal, "reacties": list(reacties),
        "inzet": list(inzet_van(medewerker, dag)), "ppp": ppp_standen([medewerker], dag)[0][1],
    }


@dataclass(frozen=True, slots=True)
class Mens:
    """One of my people, with what the counters count."""

    medewerker: Medewerker
    vrij: Decimal
    is_ingezet: bool
    eindigt_op: date | None

    @property
    def is_vrij(self) -> bool:
        return self.vrij >= VRIJ_VANAF

    @property
    def laatste_dag(self) -> date | None:
        return self.eindigt_op - timedelta(days=1) if self.eindigt_op else None


def van_pmanager(actor: Actor, dag: date, welke: str) -> dict[str, Any]:
    teams = list(
        PTeam.objects.filter(pk__in=actor.objecten(Recht.PTEAM_LEIDEN, "pteam")).order_by("naam")
    )
    mensen = _mensen(teams, dag)
    groepen = {
        "vrij": [m for m in mensen if m.is_vrij],
        "ingezet": [m for m in mensen if m.is_ingezet],
        "eindigt": [m for m in mensen if m.eindigt_op],
    }
    return {
        "teams": teams, "welke": welke if welke in groepen else "",
        "aantallen": {naam: len(groep) for naam, groep in groepen.items()},
        "mensen": groepen.get(welke, []), "aantal_mensen": len(mensen),
        "reacties": instemming.reacties_van_mensen(actor, dag)[:5],
        "delingen": _open_delingen(teams),
    }


def _mensen(teams: Sequence[PTeam], dag: date) -> list[Mens]:
    leden = [lid for team in teams for lid in leden_van(team, dag)]
    vrij = vrije_capaciteit_van([m.pk for m in leden], dag, dag + timedelta(days=30))
    lopend = (
        Inzet.objects.nu_bekend().geldig_op(dag).filter(medewerker__in=leden)
        .order_by("einde_geldigheid")
    )
    ingezet: set[int] = set()
    eindigt: dict[int, date] = {}
    for inzet in lopend:
        ingezet.add(inzet.medewerker_id)
        if inzet.einde_geldigheid and inzet.einde_geldigheid <= dag + EINDIGT_BINNEN:
            eindigt.setdefault(inzet.medewerker_id, inzet.einde_geldigheid)
    return [
        Mens(m, vrij.get(m.pk, Decimal(0)), m.pk in ingezet, eindigt.get(m.pk)) for m in leden
    ]


def _open_delingen(teams: Sequence[PTeam]) -> list[Procedure]:
    """TRO's shared with own teams that still wait for an answer (R244)."""
    return list(
        bord.procedures().filter(
            fase=Fase.INFORMEEL, delingen__pteam__in=teams, delingen__antwoord="geen"
        ).distinct()
    )


def van_recruiter(nu: datetime) -> dict[str, Any]:
    return {
        "komen": list(bord.komt_op_tafel(nu + timedelta(days=8))[:8]),
        "klaar": te_agenderen()[:8],
    }


def van_voorzitter(actor: Actor) -> dict[str, Any] | None:
    """Only for who chairs a session that is not behind them."""
    sessies = list(
        MatchtafelSessie.objects.filter(voorzitter_id=actor.medewerker_id)
        .exclude(status=SessieStatus.GESLOTEN).order_by("datum")[:3]
    )
    verslagen = list(te_versturen_verslagen(actor.medewerker_id))
    if not sessies and not verslagen:
        return None
    return {"sessies": sessies, "verslagen": verslagen}


def van_opdrachtgever(actor: Actor, dag: date) -> dict[str, Any]:
    opdrachten = list(
        Opdracht.objects.filter(pk__in=bord.mijn_opdrachten(actor))
        .exclude(status__in=[OpdrachtStatus.GEDECHARGEERD, OpdrachtStatus.GESCHRAPT])
        .select_related("opgave", "bovenliggende").order_by("naam")
    )
    houders = houders_van(opdrachten, dag)
    hoeken = (RolCode.BOG, RolCode.AOG, RolCode.AON)
    return {
        "opdrachten": [
            (o, [(c.label, _naam(houders[o.pk].get(c))) for c in hoeken]) for o in opdrachten[:10]
        ],
        "aantal_opdrachten": len(opdrachten), "plaatsen": bord.voor_eigenaar(actor),
        "vrijvallen": list(
            Vrijval.objects.filter(opdracht__in=opdrachten, afgesloten_op=None)
            .select_related("opdracht")
        ),
    }


def _naam(rij: Roltoewijzing | None) -> str:
    return rij.medewerker.naam if rij else ""


def van_domeindirecteur(actor: Actor) -> dict[str, Any]:
    in_domein = {
        "opdracht__opgave__toedelingen__odomein__in": actor.objecten(
            Recht.AOG_KIEZEN, "odomein"
        ),
        "opdracht__opgave__toedelingen__einde": None,
    }
    return {
        "keuzes": bord.keuzes_van_dd(actor),
        "scopes": list(
            ScopeVersie.objects.filter(status=ScopeStatus.VOORGESTELD, **in_domein)
            .exclude(opdracht__status__in=[OpdrachtStatus.CONCEPT, OpdrachtStatus.GESCHRAPT])
            .select_related("opdracht").order_by("voorgesteld_op")[:8]
        ),
        "vrijvallen": list(
            Vrijval.objects.filter(afgesloten_op=None, **in_domein).select_related("opdracht")
        ),
        "decharge": list(
            Opdracht.objects.filter(
                status=OpdrachtStatus.OPGELEVERD,
                opgave__toedelingen__odomein__in=in_domein[
                    "opdracht__opgave__toedelingen__odomein__in"
                ],
                opgave__toedelingen__einde=None,
            ).order_by("naam")[:8]
        ),
    }


def van_directeur_mo(dag: date) -> dict[str, Any]:
    per_fase = bord.per_fase(dag)
    return {"aanwijzen": bord.aan_te_wijzen(), "per_fase": [
        (fase.label, fase.value, per_fase[fase.value]) for fase in Fase if fase.value in per_fase
    ]}


def van_beraad() -> dict[str, Any]:
    """Knelpunten: what could not be filled, and what was escalated (R287)."""
    return {
        "bij_beraad": list(bord.in_fase(Fase.BIJ_PROGRAMMEERBERAAD)[:8]),
        "niet_vervuld": list(bord.in_fase(Fase.NIET_VERVULD).order_by("-geeindigd_op")[:8]),
        "geschil": list(bord.in_fase(Fase.GEEN_OVEREENSTEMMING)[:8]),
    }


def van_registerbeheer(dag: date) -> dict[str, Any]:
    """Where the register is not whole on this day (R066, R190)."""
    return {
        **rechtmatigheid.op_de_startpagina(dag), "volgende": toezicht.volgende_bevestiging(dag),
        "vandaag": dag,
    }


def van_beheer() -> dict[str, Any]:
    return {
        "hartslagen": list(Hartslag.objects.all()),
        "geparkeerd": Termijn.objects.filter(status=TermijnStatus.GEPARKEERD).count(),
        "open_termijnen": Termijn.objects.filter(
            Q(procedure__gepauzeerd_op=None), status=TermijnStatus.OPEN
        ).count(),
        "op_de_markt": bord.in_fase(Fase.OPDRACHTENMARKT, Route.TEAM).count(),
    }
