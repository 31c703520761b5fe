"""Consultation about a change of P-teams, and the decision on it (R165, R167, R168, R172)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor, Recht
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort, BesluitSoort
from config.kern.fouten import Beletsel, eis
from config.kern.models import Besluit
from config.kern.periode import dag_kort
from config.kern.werkdagen import lokale_dag
from pdomein import queries
from pdomein.domain.teamwijziging import op_slot
from pdomein.enums import Antwoord, Initiatief, RaadplegingRol, WijzigingSoort, WijzigingStatus
from pdomein.models import Medewerker, PTeam, Raadpleging, Teamwijziging
from pdomein.rules import (
    beletsel_botsing,
    beletsel_raadpleging_beantwoorden,
    beletsel_teamwijziging_besluiten,
    beletsel_teamwijziging_intrekken,
    beletsel_teamwijziging_voorleggen,
)
from pdomein.teamwijziging import EINDIGEND, STRUCTUREEL


@transaction.atomic
def teamwijziging_voorleggen(
    *, wijziging: Teamwijziging, door: Actor, nu: datetime
) -> Teamwijziging:
    """Ask everybody concerned what they think of the plan (R167, R168, R172)."""
    wijziging = op_slot(wijziging)
    dag = lokale_dag(nu)
    leden = queries.betrokken_leden(wijziging, dag)
    toewijzing = queries.toewijzing_van(wijziging)
    bezet = {d.pk for d in toewijzing.values()}
    leiders = queries.pmanagers_per_team(
        [t.pteam_id for t in wijziging.teams.all() if t.pteam_id], dag
    )
    eis(beletsel_teamwijziging_voorleggen(
        wijziging=wijziging, dag=dag, door=door,
        zonder_doel=[m.naam for m in leden if m.pk not in toewijzing]
        if wijziging.soort == WijzigingSoort.OPHEFFEN else [],
        lege_teams=[d.naam for d in wijziging.doelteams if not d.pteam_id and d.pk not in bezet],
        zonder_leiding=[
            t.pteam.naam for t in wijziging.teams.all()
            if t.pteam_id and t.pteam_id not in leiders and t.pmanager is None
        ],
    ))
    wijziging.status, wijziging.bijgewerkt_op = WijzigingStatus.VOORGELEGD, nu
    wijziging.save()
    _vragen(wijziging, leden, leiders, door, nu)
    noteer("teamwijziging_voorgelegd", op=wijziging, door=door, nu=nu)
    if wijziging.is_overstap:
        _overstap_afronden(wijziging, door, nu)
    return wijziging


def _vragen(
    wijziging: Teamwijziging, leden: Sequence[Medewerker], leiders: dict[int, Medewerker],
    door: Actor, nu: datetime,
) -> None:
    """One question per person and role; who made the plan agrees with it."""
    rijen = [
        Raadpleging(wijziging=wijziging, rol=RaadplegingRol.PMANAGER, medewerker=m, gevraagd_op=nu)
        for m in {m.pk: m for m in leiders.values()}.values()
    ]
    if not wijziging.is_overstap:
        beoogd = {
            d.pmanager_id: d.pmanager for d in wijziging.doelteams
            if d.pmanager_id and d.pmanager_id not in {m.pk for m in leiders.values()}
        }
        rijen += [
            Raadpleging(wijziging=wijziging, rol=RaadplegingRol.NIEUWE_PMANAGER, medewerker=m,
                        gevraagd_op=nu)
            for m in beoogd.values()
        ] + [
            Raadpleging(wijziging=wijziging, rol=RaadplegingRol.DIRECTEUR_MO, domein=d,
                        gevraagd_op=nu)
            for d in queries.domeinen_van(wijziging)
        ] + [
            Raadpleging(wijziging=wijziging, rol=RaadplegingRol.MEDEWERKER, medewerker=m,
                        gevraagd_op=nu)
            for m in leden
        ]
    for rij in rijen:
        eigen = rij.medewerker_id is not None and rij.medewerker_id == door.medewerker_id
        if eigen or (rij.domein and not door.is_systeem
                     and door.heeft(Recht.DOMEIN_REGIE, op=rij.domein)):
            rij.antwoord, rij.beantwoord_op = Antwoord.EENS, nu
            rij.beantwoord_naam = door.naam
    Raadpleging.objects.bulk_create(rijen)
    _vraag_melden(wijziging, rijen, leiders.values(), nu)


def _vraag_melden(
    wijziging: Teamwijziging, rijen: Iterable[Raadpleging], leiders: Iterable[Medewerker],
    nu: datetime,
) -> None:
    """The directeur M&O is found as the P-manager of the P-managers (R096)."""
    ids = [r.medewerker.gebruiker_id for r in rijen if r.medewerker and r.antwoord == "open"]
    if any(r.domein_id and r.antwoord == Antwoord.OPEN for r in rijen):
        boven = queries.pmanagers_van(list(leiders), lokale_dag(nu))
        ids += [m.gebruiker_id for m in boven.values()]
    berichten_plaatsen(
        ontvanger_ids=ids, soort=BerichtSoort.INSTEMMING,
        onderwerp=f"Wat vind jij? {wijziging.titel} per {dag_kort(wijziging.ingangsdatum)}",
        tekst="Bekijk het plan en geef je antwoord.", url=_url(wijziging),
        sleutel=f"wijziging:{wijziging.public_id}:{nu.timestamp():.0f}", nu=nu,
    )


@transaction.atomic
def raadpleging_beantwoorden(
    *, raadpleging: Raadpleging, antwoord: str, toelichting: str = "", door: Actor, nu: datetime
) -> Raadpleging:
    """Say what one thinks of a plan; until the decision the answer may change (R167, R172)."""
    wijziging = op_slot(raadpleging.wijziging)
    raadpleging = Raadpleging.objects.select_related("medewerker", "domein").get(
        pk=raadpleging.pk
    )
    raadpleging.wijziging = wijziging
    eis(beletsel_raadpleging_beantwoorden(
        raadpleging=raadpleging, antwoord=antwoord, toelichting=toelichting, door=door
    ))
    raadpleging.antwoord, raadpleging.toelichting = antwoord, toelichting
    raadpleging.beantwoord_op, raadpleging.beantwoord_naam = nu, door.naam
    raadpleging.save()
    noteer("raadpleging_beantwoord", op=wijziging, door=door, nu=nu, antwoord=antwoord,
           rol=raadpleging.rol)
    if wijziging.is_overstap:
        _overstap_afronden(wijziging, door, nu)
    return raadpleging


def _overstap_afronden(wijziging: Teamwijziging, door: Actor, nu: datetime) -> None:
    """Two P-managers decide about a change of home: both yes, or one no (D24, D25)."""
    antwoorden = {r.antwoord for r in wijziging.raadplegingen.all()}
    if Antwoord.ONEENS in antwoorden:
        _sluit(wijziging, WijzigingStatus.AFGEWEZEN, "Een van de P-managers is het oneens.", nu)
        noteer("teamwijziging_afgewezen", op=wijziging, door=door, nu=nu)
        _melden(wijziging, [wijziging.medewerker.gebruiker_id], "Je overstap gaat niet door", nu)
        return
    if antwoorden - {Antwoord.EENS}:
        return
    eis(_botsing(wijziging))
    van, naar = wijziging.vertrekteams[0].pteam, wijziging.doelteams[0].pteam
    eigen = wijziging.initiatief == Initiatief.MEDEWERKER
    _besluiten(
        wijziging, None, f"P-managers van {van.naam} en {naar.naam}",
        wijziging.reden or "Op eigen initiatief", door, nu,
    )
    _melden(
        wijziging, [wijziging.medewerker.gebruiker_id],
        f"Je thuisteam wordt {naar.naam} per {dag_kort(wijziging.ingangsdatum)}", nu,
        tekst="" if eigen else wijziging.reden,
    )


@transaction.atomic
def teamwijziging_besluiten(
    *, wijziging: Teamwijziging, is_akkoord: bool, motivering: str = "", door: Actor, nu: datetime
) -> Teamwijziging:
    """The P-beraad decides on a change of the list of teams (R165, Q28)."""
    wijziging = op_slot(wijziging)
    gremium, dag = queries.p_beraad(), lokale_dag(nu)
    pks = sorted({t.pteam_id for t in wijziging.teams.all() if t.pteam_id})
    list(PTeam.objects.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk"))
    eis(beletsel_teamwijziging_besluiten(
        wijziging=wijziging, gremium=gremium, is_akkoord=is_akkoord, motivering=motivering,
        raadplegingen=queries.raadplegingen_van(wijziging),
        botsing=_botsing(wijziging) if is_akkoord else None, dag=dag, door=door,
    ))
    if not is_akkoord:
        _sluit(wijziging, WijzigingStatus.AFGEWEZEN, motivering[:250], nu)
        noteer("teamwijziging_afgewezen", op=wijziging, door=door, nu=nu)
    else:
        _besluiten(wijziging, gremium, "voorzitter P-beraad", motivering or wijziging.reden,
                   door, nu)
    kop = "Besloten" if is_akkoord else "Afgewezen"
    _melden(wijziging, _betrokken_ids(wijziging), f"{kop}: {wijziging.titel}", nu)
    return wijziging


def _besluiten(
    wijziging: Teamwijziging, gremium, hoedanigheid: str, motivering: str, door: Actor,
    nu: datetime,
) -> Besluit:
    dag = lokale_dag(nu)
    wijziging.besluit = besluit_nemen(
        soort=BesluitSoort.OVERIG, onderwerp=wijziging.titel, tekst=_besluittekst(wijziging),
        motivering=motivering, gremium=gremium, hoedanigheid=hoedanigheid[:120],
        besluitdatum=dag, ingangsdatum=wijziging.ingangsdatum, door=door, nu=nu,
    )
    wijziging.status, wijziging.bijgewerkt_op = WijzigingStatus.BESLOTEN, nu
    wijziging.save()
    noteer("teamwijziging_besloten", op=wijziging, door=door, nu=nu,
           besluit=wijziging.besluit.kenmerk, per=wijziging.ingangsdatum)
    return wijziging.besluit


def _besluittekst(wijziging: Teamwijziging) -> str:
    naar = ", ".join(str(d) for d in wijziging.doelteams)
    return (
        f"{wijziging.titel}. Naar: {naar}. Dit gaat in op {dag_kort(wijziging.ingangsdatum)}. "
        "Iedereen houdt op elke dag precies één P-team als thuis."
    )


def _botsing(wijziging: Teamwijziging) -> Beletsel | None:
    """What else was decided about these teams that does not go together with this."""
    doelen = [d.pteam for d in wijziging.doelteams if d.pteam_id]
    vertrek = [t.pteam for t in wijziging.vertrekteams]
    eindigt = next((e for d in doelen if (e := queries.eindigt_door(d)) is not None
                    and e.pk != wijziging.pk), None)
    weg = [t for t in vertrek if t.pk not in {d.pk for d in doelen}]
    return beletsel_botsing(
        bezet=queries.lopende_van_teams([*vertrek, *doelen], wijziging)
        if wijziging.soort in STRUCTUREEL else None,
        eindigt=eindigt,
        overstap_later=wijziging.soort in EINDIGEND
        and queries.overstappen_naar(weg, wijziging.ingangsdatum),
    )


@transaction.atomic
def teamwijziging_intrekken(
    *, wijziging: Teamwijziging, reden: str, door: Actor, nu: datetime
) -> Teamwijziging:
    """Take a plan back, until the day it goes in (R173)."""
    wijziging = op_slot(wijziging)
    eis(beletsel_teamwijziging_intrekken(
        wijziging=wijziging, reden=reden, gremium=queries.p_beraad(), door=door
    ))
    was_bekend = wijziging.status != WijzigingStatus.CONCEPT
    _sluit(wijziging, WijzigingStatus.INGETROKKEN, reden, nu)
    noteer("teamwijziging_ingetrokken", op=wijziging, door=door, nu=nu)
    if was_bekend:
        _melden(
            wijziging, _betrokken_ids(wijziging), f"Gaat niet door: {wijziging.titel}", nu, reden
        )
    return wijziging


def _sluit(wijziging: Teamwijziging, status: str, uitkomst: str, nu: datetime) -> None:
    wijziging.status, wijziging.uitkomst = status, uitkomst[:250]
    wijziging.afgesloten_op = wijziging.bijgewerkt_op = nu
    wijziging.save()


def _betrokken_ids(wijziging: Teamwijziging) -> list[int | None]:
    return [
        wijziging.opgesteld_door_id,
        wijziging.medewerker.gebruiker_id if wijziging.medewerker else None,
        *wijziging.raadplegingen.values_list("medewerker__gebruiker_id", flat=True),
    ]


def _melden(
    wijziging: Teamwijziging, ids: Iterable[int | None], onderwerp: str, nu: datetime,
    tekst: str = "",
) -> None:
    berichten_plaatsen(
        ontvanger_ids=ids, soort=BerichtSoort.BESLUIT, onderwerp=onderwerp, tekst=tekst,
        url=_url(wijziging), sleutel=f"wijziging:{wijziging.public_id}:{wijziging.status}", nu=nu,
    )


def _url(wijziging: Teamwijziging) -> str:
    return f"/teamwijzigingen/{wijziging.public_id}/"
