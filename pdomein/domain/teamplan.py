"""Adopting a teamplan together, and what a team plans and does (DT-10 to DT-13, R333)."""

from datetime import date, datetime
from typing import cast

from django.db import transaction
from django.db.models import Max

from config.kern.actor import Actor, Recht
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.opmaak import moment
from config.kern.werkdagen import lokale_dag
from pdomein import queries
from pdomein.enums_leren import Deelname
from pdomein.models import Activiteitdeelname, PTeam, Teamactiviteit, Teamplanversie
from pdomein.queries.teamplan import genodigden, lege_delen, open_versie
from pdomein.rules.teamplan import (
    beletsel_aanwezigheid_vastleggen,
    beletsel_activiteit_deelname_melden,
    beletsel_teamactiviteit_afgelasten,
    beletsel_teamactiviteit_plannen,
    beletsel_teamplan_instemmen,
    beletsel_teamplan_intrekken,
    beletsel_teamplan_voorleggen,
)


@transaction.atomic
def teamplan_voorleggen(*, pteam: PTeam, door: Actor, nu: datetime) -> Teamplanversie:
    """Lay the teamplan before the team; who does so agrees with it (R135, R137)."""
    pteam = PTeam.objects.select_for_update(of=("self",)).get(pk=pteam.pk)
    eis(beletsel_teamplan_voorleggen(
        pteam=pteam, is_teamlid=queries.is_teamlid(door, pteam, lokale_dag(nu)),
        leeg=lege_delen(pteam), heeft_open=open_versie(pteam) is not None, door=door,
    ))
    nummer = (pteam.teamplanversies.aggregate(n=Max("nummer"))["n"] or 0) + 1
    versie = Teamplanversie(
        pteam=pteam, nummer=nummer, voorgelegd_op=nu,
        voorgelegd_door_id=cast(int, door.medewerker_id),
        inhoud=[
            {"nummer": o.nummer, "tekst": o.tekst, "regelruimte": o.regelruimte,
             "zichtbaar_voor": o.zichtbaar_voor}
            for o in pteam.teamplan.order_by("nummer")
        ],
    )
    _akkoord(versie, pteam, door, nu)
    versie.save(force_insert=True)
    noteer("teamplan_voorgelegd", op=pteam, door=door, nu=nu, versie=nummer)
    ontvangers = queries.leden_van(pteam, lokale_dag(nu)).values_list("gebruiker_id", flat=True)
    leider = queries.pmanager_van_team(pteam, lokale_dag(nu))
    berichten_plaatsen(
        ontvanger_ids={*ontvangers, leider.gebruiker_id if leider else None}
        - {door.gebruiker_id},
        soort=BerichtSoort.OVERIG, onderwerp=f"Er ligt een teamplan voor van {pteam.naam}",
        tekst="Het team en de P-manager stellen het samen vast.",
        url=f"/pteams/{pteam.public_id}/teamplan/", sleutel=f"teamplan:{versie.public_id}", nu=nu,
    )
    return versie


def _akkoord(versie: Teamplanversie, pteam: PTeam, door: Actor, nu: datetime) -> None:
    """A P-manager agrees as P-manager, also when the team is the own home."""
    if door.heeft(Recht.PTEAM_LEIDEN, op=pteam):
        versie.akkoord_pmanager_op, versie.akkoord_pmanager_door_id = nu, door.medewerker_id
    else:
        versie.akkoord_team_op, versie.akkoord_team_door_id = nu, door.medewerker_id


@transaction.atomic
def teamplan_instemmen(
    *, versie: Teamplanversie, door: Actor, nu: datetime
) -> Teamplanversie:
    """Agree for the team or as P-manager; with both the plan is adopted (R137)."""
    pteam = PTeam.objects.select_for_update(of=("self",)).get(pk=versie.pteam_id)
    versie = Teamplanversie.objects.select_for_update(of=("self",)).get(pk=versie.pk)
    eis(beletsel_teamplan_instemmen(
        versie=versie, pteam=pteam,
        is_teamlid=queries.is_teamlid(door, pteam, lokale_dag(nu)), door=door,
    ))
    _akkoord(versie, pteam, door, nu)
    if versie.akkoord_team_op and versie.akkoord_pmanager_op:
        versie.vastgesteld_op = nu
    versie.save()
    wat = "teamplan_vastgesteld" if versie.vastgesteld_op else "teamplan_ingestemd"
    noteer(wat, op=pteam, door=door, nu=nu, versie=versie.nummer)
    return versie


@transaction.atomic
def teamplan_intrekken(
    *, versie: Teamplanversie, door: Actor, nu: datetime
) -> Teamplanversie:
    """Take a plan back that is not adopted yet, to write on."""
    pteam = PTeam.objects.select_for_update(of=("self",)).get(pk=versie.pteam_id)
    versie = Teamplanversie.objects.select_for_update(of=("self",)).get(pk=versie.pk)
    eis(beletsel_teamplan_intrekken(
        versie=versie, pteam=pteam,
        is_teamlid=queries.is_teamlid(door, pteam, lokale_dag(nu)), door=door,
    ))
    versie.ingetrokken_op = nu
    versie.save(update_fields=["ingetrokken_op"])
    noteer("teamplan_ingetrokken", op=pteam, door=door, nu=nu, versie=versie.nummer)
    return versie


@transaction.atomic
def teamactiviteit_plannen(
    *, pteam: PTeam, titel: str, soort: str, begin: datetime, einde: datetime, plaats: str = "",
    omschrijving: str = "", ook_voor: list[PTeam] | None = None, door: Actor, nu: datetime,
) -> Teamactiviteit:
    """Plan something for the team, and invite other teams when wanted (R333, R361)."""
    teams, vandaag = list(ook_voor or []), lokale_dag(nu)
    eis(beletsel_teamactiviteit_plannen(
        pteam=pteam, is_teamlid=queries.is_teamlid(door, pteam, vandaag), titel=titel,
        soort=soort, begin=begin, einde=einde, plaats=plaats, omschrijving=omschrijving,
        aantal_teams=len(teams), nu=nu, door=door,
    ))
    activiteit = Teamactiviteit.objects.create(
        pteam=pteam, titel=titel.strip(), soort=soort, begin=begin, einde=einde, plaats=plaats,
        omschrijving=omschrijving, georganiseerd_door_id=cast(int, door.medewerker_id),
    )
    activiteit.ook_voor.set(teams)
    noteer("teamactiviteit_gepland", op=activiteit, door=door, nu=nu, pteam=pteam.code)
    _melden(activiteit, f"Uitnodiging: {activiteit.titel}, {moment(begin)}", "gepland",
            door, vandaag, nu)
    return activiteit


@transaction.atomic
def teamactiviteit_afgelasten(
    *, activiteit: Teamactiviteit, door: Actor, nu: datetime
) -> Teamactiviteit:
    """Call an activity off; everybody who was invited hears it."""
    rij = _met_slot(activiteit)
    eis(beletsel_teamactiviteit_afgelasten(activiteit=rij, nu=nu, door=door))
    rij.afgelast_op = nu
    rij.save(update_fields=["afgelast_op"])
    noteer("teamactiviteit_afgelast", op=rij, door=door, nu=nu)
    _melden(rij, f"Gaat niet door: {rij.titel}, {moment(rij.begin)}", "afgelast", door,
            lokale_dag(nu), nu)
    return rij


def _met_slot(activiteit: Teamactiviteit) -> Teamactiviteit:
    return (
        Teamactiviteit.objects.select_for_update(of=("self",))
        .select_related("pteam").get(pk=activiteit.pk)
    )


def _melden(
    activiteit: Teamactiviteit, onderwerp: str, wat: str, door: Actor, dag: date, nu: datetime
) -> None:
    wie = set(genodigden(activiteit, dag).values_list("gebruiker_id", flat=True))
    berichten_plaatsen(
        ontvanger_ids=wie - {door.gebruiker_id}, soort=BerichtSoort.OVERIG, onderwerp=onderwerp,
        url=f"/activiteiten/{activiteit.public_id}/",
        sleutel=f"activiteit:{activiteit.public_id}:{wat}", nu=nu,
    )


@transaction.atomic
def activiteit_deelname_melden(
    *, activiteit: Teamactiviteit, stand: str, door: Actor, nu: datetime
) -> Activiteitdeelname:
    """Say whether you come; the last word counts."""
    rij = _met_slot(activiteit)
    eis(beletsel_activiteit_deelname_melden(
        activiteit=rij, stand=stand, nu=nu, door=door,
        is_genodigd=genodigden(rij, lokale_dag(nu)).filter(pk=door.medewerker_id).exists(),
    ))
    deelname, _ = Activiteitdeelname.objects.update_or_create(
        activiteit=rij, medewerker_id=cast(int, door.medewerker_id),
        defaults={"stand": stand, "bijgewerkt_op": nu},
    )
    noteer("activiteit_deelname_gemeld", op=rij, door=door, nu=nu, stand=stand)
    return deelname


@transaction.atomic
def aanwezigheid_vastleggen(
    *, activiteit: Teamactiviteit, medewerker_ids: list[int], door: Actor, nu: datetime
) -> int:
    """Write down who was there; says how many (R333)."""
    rij = _met_slot(activiteit)
    mogelijk = set(genodigden(rij, lokale_dag(nu)).values_list("pk", flat=True))
    eis(beletsel_aanwezigheid_vastleggen(
        activiteit=rij, onbekend=len(set(medewerker_ids) - mogelijk), nu=nu, door=door
    ))
    rij.deelnames.filter(stand=Deelname.WAS_ER).exclude(medewerker__in=medewerker_ids).delete()
    for medewerker_id in sorted(set(medewerker_ids)):
        Activiteitdeelname.objects.update_or_create(
            activiteit=rij, medewerker_id=medewerker_id,
            defaults={"stand": Deelname.WAS_ER, "bijgewerkt_op": nu},
        )
    noteer("aanwezigheid_vastgelegd", op=rij, door=door, nu=nu, aantal=len(set(medewerker_ids)))
    return len(set(medewerker_ids))
