"""P-teams: their existence, the homes in them, who joins, and their teamplan (EISEN 1.7, 1.8)."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.periode import dag_kort
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from pdomein import queries
from pdomein.enums import AansluitingSoort, Initiatief
from pdomein.models import (
    Aansluiting,
    Cluster,
    Medewerker,
    Plaatsing,
    Professie,
    ProfessioneelDomein,
    PTeam,
    TeamplanOnderdeel,
)
from pdomein.rules import (
    beletsel_aansluiting_beeindigen,
    beletsel_aansluiting_vastleggen,
    beletsel_plaatsing_vastleggen,
    beletsel_pteam_bijwerken,
    beletsel_pteam_oprichten,
    beletsel_teamplan_onderdeel_opslaan,
)


@transaction.atomic
def pteam_oprichten(
    *, code: str, naam: str, professie: Professie, domein: ProfessioneelDomein, begin: date,
    cluster: Cluster | None = None, formatie_fte: Decimal = Decimal(0), is_eenheid: bool = False,
    door: Actor, nu: datetime,
) -> PTeam:
    """Found a P-team for one professie in one professional domain (R118, R174)."""
    eis(beletsel_pteam_oprichten(
        code=code, naam=naam, domein=domein, formatie_fte=formatie_fte, door=door
    ))
    pteam = PTeam(
        code=code, naam=naam, professie=professie, domein=domein, cluster=cluster,
        formatie_fte=formatie_fte, is_eenheid=is_eenheid, begin=begin,
    )
    pteam.validate_unique()
    pteam.save(force_insert=True)
    noteer("pteam_opgericht", op=pteam, door=door, nu=nu, begin=begin)
    return pteam


@transaction.atomic
def pteam_bijwerken(
    *, pteam: PTeam, naam: str, professie: Professie, domein: ProfessioneelDomein,
    cluster: Cluster | None, formatie_fte: Decimal, is_eenheid: bool, door: Actor, nu: datetime,
) -> bool:
    """Change what a P-team is called and counts; says whether anything changed."""
    pteam = PTeam.objects.select_for_update(of=("self",)).select_related("domein").get(pk=pteam.pk)
    eis(beletsel_pteam_bijwerken(pteam=pteam, naam=naam, formatie_fte=formatie_fte, door=door))
    velden = {
        "naam": naam, "professie_id": professie.pk, "domein_id": domein.pk,
        "cluster_id": cluster.pk if cluster else None, "formatie_fte": formatie_fte,
        "is_eenheid": is_eenheid,
    }
    anders = [k for k, v in velden.items() if getattr(pteam, k) != v]
    if anders:
        for veld in anders:
            setattr(pteam, veld, velden[veld])
        pteam.save()
        noteer("pteam_bijgewerkt", op=pteam, door=door, nu=nu, velden=anders)
    return bool(anders)


@transaction.atomic
def plaatsing_vastleggen(
    *, medewerker: Medewerker, pteam: PTeam, begin: date, kernactiviteit: str = "",
    initiatief: str = Initiatief.ORGANISATIE, reden: str = "", is_nieuw: bool = False,
    door: Actor, nu: datetime,
) -> Plaatsing:
    """Give a person a home from ``begin``; the home before it ends on that day (R120, R166).

    ``is_nieuw``: the person was made in this transaction, so nobody else can place him or her.
    """
    if not is_nieuw:
        medewerker = Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker.pk)
        pteam = (
            PTeam.objects.select_for_update(of=("self",), no_key=True).select_related("domein")
            .get(pk=pteam.pk)
        )
    eigen = [] if is_nieuw else list(medewerker.plaatsingen.select_related("pteam"))
    huidig = next((p for p in eigen if p.geldt_op(begin)), None)
    eis(beletsel_plaatsing_vastleggen(
        medewerker=medewerker, pteam=pteam, begin=begin, initiatief=initiatief, reden=reden,
        heeft_latere=any(p.begin > begin for p in eigen),
        huidig_pteam=huidig.pteam if huidig else None,
        huidig_begin=huidig.begin if huidig else None,
        is_al_overgestapt=huidig is not None and initiatief == Initiatief.MEDEWERKER
        and queries.aantal_eigen_overstappen(medewerker, begin.year)
        >= instelling("OVERSTAP_PER_JAAR", begin),
        door=door,
    ))
    if huidig:
        huidig.einde = begin
        huidig.save(update_fields=["einde"])
    plaatsing = Plaatsing.objects.create(
        medewerker=medewerker, pteam=pteam, kernactiviteit=kernactiviteit, initiatief=initiatief,
        reden=reden, begin=begin, einde=medewerker.uit_dienst,
    )
    noteer("plaatsing_vastgelegd", op=plaatsing, door=door, nu=nu, pteam=pteam.code, begin=begin)
    if huidig and initiatief == Initiatief.ORGANISATIE:
        _overstap_melden(plaatsing, nu)
    return plaatsing


def _overstap_melden(plaatsing: Plaatsing, nu: datetime) -> None:
    """Who is moved in the interest of the organisation hears it with the reason (R166)."""
    berichten_plaatsen(
        ontvanger_ids=[plaatsing.medewerker.gebruiker_id], soort=BerichtSoort.OVERIG,
        onderwerp=f"Je thuisteam wordt {plaatsing.pteam.naam} per {dag_kort(plaatsing.begin)}",
        tekst=plaatsing.reden, url=f"/pteams/{plaatsing.pteam.public_id}/",
        sleutel=f"plaatsing:{plaatsing.public_id}", nu=nu,
    )


@transaction.atomic
def aansluiting_vastleggen(
    *, medewerker: Medewerker, pteam: PTeam, soort: str, begin: date, einde: date | None,
    door: Actor, nu: datetime,
) -> Aansluiting:
    """Let somebody join a P-team beside its own people (R123, R128)."""
    medewerker = Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker.pk)
    eis(beletsel_aansluiting_vastleggen(
        medewerker=medewerker, pteam=pteam, soort=soort, begin=begin, einde=einde, door=door,
        thuis=queries.pteam_van(medewerker, begin) if soort == AansluitingSoort.GAST else None,
    ))
    aansluiting, is_nieuw = Aansluiting.objects.update_or_create(
        medewerker=medewerker, pteam=pteam, begin=begin, defaults={"soort": soort, "einde": einde}
    )
    if is_nieuw:
        noteer("aansluiting_vastgelegd", op=aansluiting, door=door, nu=nu, pteam=pteam.code)
    return aansluiting


@transaction.atomic
def aansluiting_beeindigen(*, aansluiting: Aansluiting, door: Actor, nu: datetime) -> None:
    """Somebody no longer joins a P-team; the own home stays as it was (R123)."""
    dag = lokale_dag(nu)
    aansluiting = (
        Aansluiting.objects.select_for_update(of=("self",))
        .select_related("medewerker", "pteam__domein").get(pk=aansluiting.pk)
    )
    eis(beletsel_aansluiting_beeindigen(
        aansluiting=aansluiting, per=dag, door=door,
        thuis=queries.pteam_van(aansluiting.medewerker, dag),
    ))
    noteer("aansluiting_beeindigd", op=aansluiting, door=door, nu=nu,
           pteam=aansluiting.pteam.code)
    if aansluiting.begin >= dag:
        aansluiting.delete()
    else:
        aansluiting.einde = dag
        aansluiting.save(update_fields=["einde"])


@transaction.atomic
def teamplan_onderdeel_opslaan(
    *, pteam: PTeam, nummer: int, tekst: str, zichtbaar_voor: str, regelruimte: str = "",
    door: Actor, nu: datetime,
) -> TeamplanOnderdeel:
    """Write one of the seven sections of the teamplan (R135-R137, R334)."""
    pteam = PTeam.objects.select_for_update(of=("self",)).get(pk=pteam.pk)
    is_teamlid = (
        door.medewerker_id is not None
        and pteam.plaatsingen.geldig_op(lokale_dag(nu))
        .filter(medewerker_id=door.medewerker_id).exists()
    )
    eis(beletsel_teamplan_onderdeel_opslaan(
        pteam=pteam, nummer=nummer, tekst=tekst, zichtbaar_voor=zichtbaar_voor,
        is_teamlid=is_teamlid, door=door, regelruimte=regelruimte,
    ))
    velden = {"tekst": tekst, "zichtbaar_voor": zichtbaar_voor, "regelruimte": regelruimte}
    onderdeel, is_nieuw = TeamplanOnderdeel.objects.get_or_create(
        pteam=pteam, nummer=nummer,
        defaults={**velden, "bijgewerkt_op": nu},
    )
    if not is_nieuw and all(getattr(onderdeel, k) == v for k, v in velden.items()):
        return onderdeel
    for veld, waarde in velden.items():
        setattr(onderdeel, veld, waarde)
    onderdeel.bijgewerkt_op = nu
    onderdeel.save()
    noteer("teamplan_onderdeel_opgeslagen", op=pteam, door=door, nu=nu, nummer=nummer)
    return onderdeel
