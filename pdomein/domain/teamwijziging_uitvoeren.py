"""A decided change of P-teams goes in: one act, one transaction, nobody without a home (R173)."""

import logging
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.db import transaction
from django.db.models import F, Q
from django.utils.text import slugify

from config.kern.actor import SYSTEEM, Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from pdomein import queries
from pdomein.domain.pmanager import ROL, omvang_zetten
from pdomein.domain.teamwijziging import op_slot
from pdomein.domain.vakgenootschap import vak_volgt_team, vak_zonder_team
from pdomein.enums import AansluitingSoort, WijzigingSoort, WijzigingStatus
from pdomein.models import (
    Aansluiting,
    Medewerker,
    Plaatsing,
    PManagerAanstelling,
    PTeam,
    Teamwijziging,
    WijzigingTeam,
)
from pdomein.rules import beletsel_teamwijziging_uitvoeren
from pdomein.teamwijziging import bestemming

logger = logging.getLogger(__name__)
MAX_POGINGEN = 3
Naar = Callable[[int], PTeam]


def teamwijzigingen_verwerken(*, nu: datetime) -> dict[str, int]:
    """Carry out every decided change whose day has come, in the order of their days."""
    telling: Counter[str] = Counter()
    gezien: list[int] = []
    while True:
        wijziging = (
            Teamwijziging.objects.ingaand(lokale_dag(nu)).exclude(pk__in=gezien)
            .order_by("ingangsdatum", "pk").first()
        )
        if wijziging is None:
            return dict(telling)
        gezien.append(wijziging.pk)
        try:
            teamwijziging_uitvoeren(wijziging=wijziging, door=SYSTEEM, nu=nu)
            telling["uitgevoerd"] += 1
        except Exception:
            logger.exception("Wijziging %s is niet uitgevoerd", wijziging.public_id)
            _mislukt(wijziging, nu)
            telling["mislukt"] += 1


def _mislukt(wijziging: Teamwijziging, nu: datetime) -> None:
    """Count the try; after three a person must look."""
    with transaction.atomic():
        wijziging = op_slot(wijziging)
        if wijziging.status != WijzigingStatus.BESLOTEN:
            return  # another worker was first
        wijziging.pogingen += 1
        wijziging.is_geparkeerd = wijziging.pogingen >= MAX_POGINGEN
        wijziging.save(update_fields=["pogingen", "is_geparkeerd"])
        if wijziging.is_geparkeerd:
            noteer("teamwijziging_geparkeerd", op=wijziging, door=SYSTEEM, nu=nu)
            berichten_plaatsen(
                ontvanger_ids=[wijziging.opgesteld_door_id], soort=BerichtSoort.TERMIJN,
                onderwerp=f"Ging niet vanzelf in: {wijziging.titel}",
                tekst="Trek het plan in en maak een nieuw plan, of vraag de beheerder om hulp.",
                url=f"/teamwijzigingen/{wijziging.public_id}/",
                sleutel=f"geparkeerd:{wijziging.public_id}", nu=nu,
            )


@transaction.atomic
def teamwijziging_uitvoeren(
    *, wijziging: Teamwijziging, door: Actor, nu: datetime
) -> Teamwijziging:
    """Opheffen, samenvoegen, splitsen or overstappen, as decided, from its day (R167-R173).

    Late is as good as on time: every row begins on the day that was decided.
    """
    wijziging = op_slot(wijziging)
    eis(beletsel_teamwijziging_uitvoeren(wijziging=wijziging, dag=lokale_dag(nu), door=door))
    pks = sorted({t.pteam_id for t in wijziging.teams.all() if t.pteam_id})
    list(PTeam.objects.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk"))
    uitkomst = _UITVOERDERS[wijziging.soort](wijziging, door, nu)
    wijziging.status = WijzigingStatus.UITGEVOERD if uitkomst else WijzigingStatus.VERVALLEN
    wijziging.uitkomst = uitkomst or "De medewerker had op die dag geen P-team als thuis."
    wijziging.afgesloten_op = wijziging.bijgewerkt_op = nu
    wijziging.save()
    noteer("teamwijziging_uitgevoerd", op=wijziging, door=door, nu=nu, soort=wijziging.soort,
           per=wijziging.ingangsdatum, uitkomst=wijziging.uitkomst)
    return wijziging


def _opheffen(wijziging: Teamwijziging, door: Actor, nu: datetime) -> str:
    doelen, wie = wijziging.doelteams, queries.toewijzing_van(wijziging)
    team = wijziging.vertrekteams[0].pteam
    return _opgaan_in(
        wijziging, [team], lambda pk: bestemming(doelen, wie, pk).pteam, doelen[0].pteam
    )


def _samenvoegen(wijziging: Teamwijziging, door: Actor, nu: datetime) -> str:
    doel = wijziging.doelteams[0]
    weg = [t.pteam for t in wijziging.vertrekteams if t.pteam_id != doel.pteam_id]
    uitkomst = _opgaan_in(wijziging, weg, lambda pk: doel.pteam, doel.pteam)
    if doel.naam:
        PTeam.objects.filter(pk=doel.pteam_id).update(naam=doel.naam)
    if doel.pmanager is not None:
        _pmanager_zetten(doel.pteam, doel.pmanager, doel.pct, wijziging.ingangsdatum)
    return uitkomst


def _opgaan_in(
    wijziging: Teamwijziging, weg: list[PTeam], naar: Naar, opvang: PTeam
) -> str:
    """Teams stop: people, guests and formatie go on elsewhere, the past stays where it was."""
    per, aantal = wijziging.ingangsdatum, 0
    for team in weg:
        verdeling = _verhuizen(wijziging, team, naar, ook_later=True)
        aantal += sum(verdeling.values())
        _aansluitingen_verhuizen(team, opvang, per)
        _formatie_verdelen(team, verdeling, opvang, per)
        _leiding_beeindigen(team, per)
        vak_zonder_team(team=team, per=per)
        team.einde = per
        team.save(update_fields=["einde"])
    return f"{aantal} collega's kregen een ander thuisteam." if aantal != 1 else (
        "1 collega kreeg een ander thuisteam."
    )


def _splitsen(wijziging: Teamwijziging, door: Actor, nu: datetime) -> str:
    per, team = wijziging.ingangsdatum, wijziging.vertrekteams[0].pteam
    doelen, wie = wijziging.doelteams, queries.toewijzing_van(wijziging)
    for doel in doelen:
        if doel.pteam_id is None:
            doel.pteam = _oprichten(doel, team, per)
            doel.save(update_fields=["pteam"])
            noteer("pteam_opgericht", op=doel.pteam, door=door, nu=nu, begin=per)
        if doel.pmanager is not None:
            _pmanager_zetten(doel.pteam, doel.pmanager, doel.pct, per)
    per_doel = {d.pk: d.pteam for d in doelen}
    verdeling = _verhuizen(
        wijziging, team, lambda pk: per_doel[bestemming(doelen, wie, pk).pk], ook_later=False
    )
    _formatie_verdelen(team, verdeling, team, per)
    vak_volgt_team(team=team, nieuw=[d.pteam for d in doelen if d.naam], per=per)
    _vakgenootschap_voorstellen(wijziging, team, nu)
    namen = ", ".join(d.naam for d in doelen if d.naam)
    return f"{sum(verdeling.values())} collega's naar {namen}."


def _vakgenootschap_voorstellen(wijziging: Teamwijziging, team: PTeam, nu: datetime) -> None:
    """Two teams of one professie: a vakgenootschap with an expertisecentrum is the task (E12)."""
    if queries.vakgenootschap_van_team(team, wijziging.ingangsdatum) is not None:
        return
    teams = [d.pteam_id for d in wijziging.doelteams]
    leiders = queries.pmanagers_per_team(teams, wijziging.ingangsdatum)
    berichten_plaatsen(
        ontvanger_ids=[m.gebruiker_id for m in leiders.values()], soort=BerichtSoort.OVERIG,
        onderwerp=f"Richt een vakgenootschap op voor {team.professie.naam}",
        tekst="Er zijn nu meer teams met dit vak. Wijs ook mensen aan voor het expertisecentrum.",
        url=f"/vakgenootschappen/oprichten/?vak={team.professie.public_id}",
        sleutel=f"vakgenootschap:{wijziging.public_id}", nu=nu,
    )


def _oprichten(doel: WijzigingTeam, bron: PTeam, per: date) -> PTeam:
    """A new team with the professie, domain and cluster of the team it comes from."""
    basis = code = slugify(doel.naam)[:44] or "pteam"
    teller = 2
    while PTeam.objects.filter(code=code).exists():
        code, teller = f"{basis}-{teller}", teller + 1
    return PTeam.objects.create(
        code=code, naam=doel.naam, professie_id=bron.professie_id, domein_id=bron.domein_id,
        cluster_id=bron.cluster_id, is_eenheid=bron.is_eenheid, kenmerken=bron.kenmerken,
        begin=per,
    )


def _overstappen(wijziging: Teamwijziging, door: Actor, nu: datetime) -> str:
    per, doel = wijziging.ingangsdatum, wijziging.doelteams[0].pteam
    wie = Medewerker.objects.select_for_update(of=("self",)).get(pk=wijziging.medewerker_id)
    thuis = wie.plaatsingen.geldig_op(per).select_related("pteam").first()
    if thuis is None:
        return ""
    if thuis.pteam_id != doel.pk:
        _verplaats(wijziging, thuis, doel)
    return f"Van {wijziging.vertrekteams[0].pteam.naam} naar {doel.naam}."


def _verhuizen(
    wijziging: Teamwijziging, team: PTeam, naar: Naar, *, ook_later: bool
) -> Counter[PTeam]:
    """Everybody whose home this team is on the day; with ``ook_later`` also who would come."""
    per = wijziging.ingangsdatum
    rijen = team.plaatsingen.filter(Q(einde=None) | Q(einde__gt=per))
    if not ook_later:
        rijen = rijen.filter(begin__lte=per)
    wie = rijen.values("medewerker_id")
    list(Medewerker.objects.select_for_update(of=("self",)).filter(pk__in=wie).order_by("pk"))
    verdeling: Counter[PTeam] = Counter()
    for rij in rijen.select_for_update(of=("self",)).order_by("medewerker_id", "begin"):
        doel = naar(rij.medewerker_id)
        if doel.pk != team.pk:
            _verplaats(wijziging, rij, doel)
            verdeling[doel] += rij.begin <= per
    return verdeling


def _verplaats(wijziging: Teamwijziging, rij: Plaatsing, doel: PTeam) -> None:
    """One home goes on in another team from the day, as long as it would have lasted."""
    per, einde = wijziging.ingangsdatum, rij.einde
    if rij.begin >= per:
        rij.pteam = doel
        rij.save(update_fields=["pteam"])
        return
    rij.einde = per
    rij.save(update_fields=["einde"])
    Plaatsing.objects.create(
        medewerker_id=rij.medewerker_id, pteam=doel, kernactiviteit=rij.kernactiviteit,
        initiatief=wijziging.initiatief, reden=wijziging.reden or wijziging.titel[:250],
        begin=per, einde=einde,
    )


def _aansluitingen_verhuizen(team: PTeam, opvang: PTeam, per: date) -> None:
    """Guests and temporary people go along; who is at home in the new team need not be a guest."""
    thuis = set(opvang.plaatsingen.geldig_op(per).values_list("medewerker_id", flat=True))
    for rij in team.aansluitingen.filter(Q(einde=None) | Q(einde__gt=per)):
        is_overbodig = rij.soort == AansluitingSoort.GAST and rij.medewerker_id in thuis
        begin, einde = max(rij.begin, per), rij.einde
        if rij.begin >= per:
            rij.delete()
        else:
            rij.einde = per
            rij.save(update_fields=["einde"])
        if not is_overbodig:
            Aansluiting.objects.create(
                medewerker_id=rij.medewerker_id, pteam=opvang, soort=rij.soort, begin=begin,
                einde=einde,
            )


def _formatie_verdelen(
    team: PTeam, verdeling: Counter[PTeam], rest: PTeam, per: date
) -> None:
    """The formatie goes along by head; what does not divide stays with ``rest`` (R102)."""
    totaal = over = team.formatie_fte
    cent, hoofden = Decimal("0.01"), sum(verdeling.values())
    if rest.pk == team.pk:
        hoofden += team.plaatsingen.geldig_op(per).count()
    for doel, aantal in sorted(verdeling.items(), key=lambda paar: paar[0].pk):
        deel = (totaal * aantal / max(hoofden, aantal)).quantize(cent, ROUND_HALF_UP)
        deel = min(deel, over)
        over -= deel
        _formatie_erbij(doel, deel)
    if rest.pk == team.pk:
        team.formatie_fte = over
        team.save(update_fields=["formatie_fte"])
    else:
        _formatie_erbij(rest, over)


def _formatie_erbij(team: PTeam, fte: Decimal) -> None:
    PTeam.objects.filter(pk=team.pk).update(formatie_fte=F("formatie_fte") + fte)


def _leiding_beeindigen(team: PTeam, per: date) -> None:
    """Nobody leads a team that is no more; a share for no team at all ends too (R156, R160)."""
    leiders = set(team.pmanagers.filter(Q(einde=None) | Q(einde__gt=per))
                  .values_list("medewerker_id", flat=True))
    team.pmanagers.filter(begin__gte=per).delete()
    team.pmanagers.geldig_op(per).update(einde=per)
    for wie in Medewerker.objects.filter(pk__in=leiders):
        _share_zonder_team_eindigt(wie, per)


def _share_zonder_team_eindigt(wie: Medewerker, per: date) -> None:
    if wie.pmanagerschappen.filter(Q(einde=None) | Q(einde__gt=per)).exists():
        return
    eigen = wie.rolomvangen.filter(rol=ROL)
    eigen.filter(begin__gte=per).delete()
    eigen.geldig_op(per).update(einde=per)


def _pmanager_zetten(team: PTeam, wie: Medewerker, pct: int, per: date) -> None:
    """From the day this is the one P-manager of the team, whoever was planned (R156)."""
    huidig = team.pmanagers.geldig_op(per).first()
    team.pmanagers.later_dan(per).delete()
    if not wie.is_in_dienst(per):
        return
    vorige = huidig.medewerker if huidig else None
    if huidig and huidig.medewerker_id == wie.pk:
        huidig.einde = wie.uit_dienst
        huidig.save(update_fields=["einde"])
    elif huidig and huidig.begin == per:
        huidig.delete()
        huidig = None
    elif huidig:
        huidig.einde = per
        huidig.save(update_fields=["einde"])
    if huidig is None or huidig.medewerker_id != wie.pk:
        PManagerAanstelling.objects.create(
            pteam=team, medewerker=wie, begin=per, einde=wie.uit_dienst
        )
    if not queries.pmanagement_pct(wie, per):
        omvang_zetten(wie, pct, per)
    if vorige is not None:
        _share_zonder_team_eindigt(vorige, per)


_UITVOERDERS: dict[str, Callable[[Teamwijziging, Actor, datetime], str]] = {
    WijzigingSoort.OPHEFFEN: _opheffen,
    WijzigingSoort.SAMENVOEGEN: _samenvoegen,
    WijzigingSoort.SPLITSEN: _splitsen,
    WijzigingSoort.OVERSTAPPEN: _overstappen,
}
