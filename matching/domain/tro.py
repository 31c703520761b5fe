"""Writing the tijdelijke resultaatopdracht, and what a change of a published one means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import Beletsel, DomeinFout, eis, invoer
from config.kern.werkdagen import lokale_dag
from matching.domain.procedure import vergrendel
from matching.domain.publicatie import publicatie_intrekken, tro_publiceren
from matching.enums import Route
from matching.models import TRO, Procedure, TROCompetentie
from matching.queries.procedure import open_publicatie
from matching.rules import publicatie as rules
from pdomein.models import Competentie

VELDEN = (
    "titel", "waarom", "wat", "hoe", "wie", "beoogd_resultaat", "begin", "einde", "fte",
    "schaal_van", "schaal_tot", "krapteberoep",
)


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """One competentie that a TRO asks for."""

    competentie: Competentie
    niveau: int
    gewicht: int = 2
    vereist: bool = False


@transaction.atomic
def tro_bijwerken(
    *, procedure: Procedure, velden: dict[str, Any], competenties: Sequence[Gevraagd] | None = None,
    opnieuw_publiceren: bool = False, versie: int | None = None, door: Actor, nu: datetime,
) -> TRO:
    """Write the TRO (five headings, R037). A material change of a published one is a new
    publication with a new wait; typos are allowed and logged (R256).
    """
    procedure = vergrendel(procedure)
    tro = TRO.objects.select_for_update(of=("self",)).get(matchvraag=procedure.matchvraag)
    eis(_beletsel_tro_versie(tro, versie))
    anders = [v for v in VELDEN if v in velden and velden[v] != getattr(tro, v)]
    publicatie = open_publicatie(procedure)
    wezenlijk = publicatie is not None and bool(set(anders) & set(rules.WEZENLIJK))
    eis(rules.beletsel_tro_bijwerken(
        procedure, door=door, dag=lokale_dag(nu), wezenlijk=wezenlijk,
        opnieuw_publiceren=opnieuw_publiceren,
    ))
    if wezenlijk and procedure.route == Route.TEAM:
        publicatie_intrekken(
            publicatie=publicatie, reden="De opdracht is gewijzigd.", door=door, nu=nu
        )
    for veld in anders:
        setattr(tro, veld, velden[veld])
    _eis_periode_en_schaal(tro)
    tro.versie += 1
    tro.bijgewerkt_op = nu
    tro.geschreven_door_id = door.gebruiker_id
    tro.save()
    if competenties is not None:
        _competenties_vervangen(tro, competenties)
    noteer("tro_bijgewerkt", op=tro, door=door, nu=nu, velden=anders, gepubliceerd=bool(publicatie))
    if wezenlijk and procedure.route == Route.TEAM:
        tro_publiceren(
            procedure=procedure, reden="Opnieuw gepubliceerd na een wijziging.", door=door, nu=nu
        )
    return tro


def _beletsel_tro_versie(tro: TRO, versie: int | None) -> Beletsel | None:
    if versie is None or versie == tro.versie:
        return None
    wie = tro.geschreven_door.naam if tro.geschreven_door else "Iemand anders"
    return rules.toestand(
        f"{wie} heeft deze tekst intussen gewijzigd. Bekijk die wijziging en sla opnieuw op."
    )


def _eis_periode_en_schaal(tro: TRO) -> None:
    if tro.begin and tro.einde and tro.einde <= tro.begin:
        raise DomeinFout(invoer("De einddatum moet na de begindatum liggen.", "einde"))
    if tro.schaal_van and tro.schaal_tot and tro.schaal_tot < tro.schaal_van:
        raise DomeinFout(invoer("De hoogste schaal ligt onder de laagste.", "schaal_tot"))
    if not 0 < tro.fte <= 2:
        raise DomeinFout(invoer("De fte ligt tussen 0 en 2.", "fte"))


def _competenties_vervangen(tro: TRO, competenties: Sequence[Gevraagd]) -> None:
    tro.competenties.all().delete()
    TROCompetentie.objects.bulk_create(
        TROCompetentie(
            tro=tro, competentie=g.competentie, niveau=g.niveau, gewicht=g.gewicht,
            vereist=g.vereist,
        )
        for g in {g.competentie.pk: g for g in competenties}.values()
    )
