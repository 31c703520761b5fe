"""Vakcirkels, and the way of a new professie to the list (R153-R155, R170, R171)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort, BesluitSoort
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from pdomein import queries
from pdomein.enums_vak import Oordeel, VakcirkelStatus, VoorstelStatus
from pdomein.models import (
    Medewerker,
    Professie,
    Professievoorstel,
    ProfessioneelDomein,
    PTeamLijst,
    PTeamLijstRegel,
    Vakcirkel,
    VakcirkelDeelnemer,
)
from pdomein.rules import (
    beletsel_belangstelling_tonen,
    beletsel_professie_voorstellen,
    beletsel_professievoorstel_besluiten,
    beletsel_vakcirkel_activeren,
    beletsel_vakcirkel_bespreken,
    beletsel_vakcirkel_deelname_afstemmen,
    beletsel_vakcirkel_deelnemen,
    beletsel_vakcirkel_plan_opslaan,
    beletsel_vakcirkel_starten,
    beletsel_vakcirkel_stoppen,
    beletsel_vakcirkel_verlaten,
    beletsel_vakcirkel_voordragen,
)


def _met_mij(door: Actor, collegas: Iterable[Medewerker]) -> list[Medewerker]:
    """Who takes part, with oneself first."""
    zelf = list(Medewerker.objects.filter(pk=door.medewerker_id or 0))
    return list({m.pk: m for m in [*zelf, *collegas]}.values())


def _op_slot(vakcirkel: Vakcirkel) -> Vakcirkel:
    return Vakcirkel.objects.select_for_update(of=("self",)).get(pk=vakcirkel.pk)


def _wie(vakcirkel: Vakcirkel) -> list[Medewerker]:
    return [d.medewerker for d in queries.deelnemers_van_cirkel(vakcirkel)]


@transaction.atomic
def vakcirkel_starten(
    *, naam: str, doel: str, collegas: Sequence[Medewerker] = (),
    voorstel: Professievoorstel | None = None, door: Actor, nu: datetime,
) -> Vakcirkel:
    """Begin a vakcirkel with colleagues, or with the group of a refused proposal (R153, R171)."""
    groep = list(voorstel.voorstellers.all()) if voorstel else []
    deelnemers = _met_mij(door, [*groep, *collegas])
    eis(beletsel_vakcirkel_starten(
        naam=naam, doel=doel, deelnemers=deelnemers, voorstel=voorstel, door=door,
        bestaat=queries.vakcirkels().filter(naam__iexact=naam.strip()).exists(),
    ))
    cirkel = Vakcirkel.objects.create(
        naam=naam.strip(), doel=doel, voorstel=voorstel, aangemaakt_op=nu
    )
    VakcirkelDeelnemer.objects.bulk_create([
        VakcirkelDeelnemer(vakcirkel=cirkel, medewerker=m) for m in deelnemers
    ])
    noteer("vakcirkel_gestart", op=cirkel, door=door, nu=nu, aantal=len(deelnemers))
    _afstemming_vragen(cirkel, deelnemers, nu)
    return cirkel


def _afstemming_vragen(
    cirkel: Vakcirkel, deelnemers: Sequence[Medewerker], nu: datetime
) -> None:
    """The own P-manager of everybody hears that alignment is asked (R153)."""
    boven = queries.pmanagers_van(deelnemers, lokale_dag(nu))
    berichten_plaatsen(
        ontvanger_ids=[m.gebruiker_id for m in boven.values()], soort=BerichtSoort.INSTEMMING,
        onderwerp=f"Stem deelname aan vakcirkel {cirkel.naam} af",
        tekst="Een of meer van jouw mensen willen meedoen.",
        url=f"/vakcirkels/{cirkel.public_id}/",
        sleutel=f"vakcirkel:{cirkel.public_id}:{nu.timestamp():.0f}", nu=nu,
    )


@transaction.atomic
def vakcirkel_deelnemen(*, vakcirkel: Vakcirkel, door: Actor, nu: datetime) -> VakcirkelDeelnemer:
    """Join a vakcirkel; the own P-manager is asked to align (R153)."""
    vakcirkel = _op_slot(vakcirkel)
    eis(beletsel_vakcirkel_deelnemen(
        vakcirkel=vakcirkel, door=door,
        doet_al_mee=vakcirkel.deelnemers.filter(medewerker_id=door.medewerker_id).exists(),
    ))
    rij = VakcirkelDeelnemer.objects.create(
        vakcirkel=vakcirkel, medewerker_id=door.medewerker_id
    )
    noteer("vakcirkel_deelgenomen", op=vakcirkel, door=door, nu=nu)
    _afstemming_vragen(vakcirkel, [rij.medewerker], nu)
    return rij


@transaction.atomic
def vakcirkel_verlaten(*, vakcirkel: Vakcirkel, door: Actor, nu: datetime) -> None:
    """Leave a vakcirkel."""
    vakcirkel = _op_slot(vakcirkel)
    eigen = vakcirkel.deelnemers.filter(medewerker_id=door.medewerker_id)
    eis(beletsel_vakcirkel_verlaten(vakcirkel=vakcirkel, doet_mee=eigen.exists(), door=door))
    eigen.delete()
    noteer("vakcirkel_verlaten", op=vakcirkel, door=door, nu=nu)


@transaction.atomic
def vakcirkel_deelname_afstemmen(
    *, deelnemer: VakcirkelDeelnemer, door: Actor, nu: datetime
) -> VakcirkelDeelnemer:
    """The own P-manager says that taking part was aligned (R153)."""
    vakcirkel = _op_slot(deelnemer.vakcirkel)
    deelnemer = vakcirkel.deelnemers.select_related("medewerker").get(pk=deelnemer.pk)
    eis(beletsel_vakcirkel_deelname_afstemmen(
        vakcirkel=vakcirkel, medewerker=deelnemer.medewerker,
        thuis=queries.pteam_van(deelnemer.medewerker, lokale_dag(nu)),
        is_afgestemd=deelnemer.afgestemd_op is not None, door=door,
    ))
    deelnemer.afgestemd_op, deelnemer.afgestemd_naam = nu, door.naam
    deelnemer.save()
    noteer("vakcirkel_deelname_afgestemd", op=vakcirkel, door=door, nu=nu,
           medewerker=deelnemer.medewerker.public_id)
    return deelnemer


@transaction.atomic
def vakcirkel_bespreken(*, vakcirkel: Vakcirkel, door: Actor, nu: datetime) -> Vakcirkel:
    """A directeur M&O discussed the forming with the group (R153)."""
    vakcirkel = _op_slot(vakcirkel)
    eis(beletsel_vakcirkel_bespreken(vakcirkel=vakcirkel, door=door))
    vakcirkel.status = VakcirkelStatus.BESPROKEN
    vakcirkel.besproken_op, vakcirkel.besproken_naam = nu, door.naam
    vakcirkel.save()
    noteer("vakcirkel_besproken", op=vakcirkel, door=door, nu=nu)
    return vakcirkel


@transaction.atomic
def vakcirkel_plan_opslaan(
    *, vakcirkel: Vakcirkel, plan: str, door: Actor, nu: datetime
) -> Vakcirkel:
    """A vakcirkel makes a plan too (R154)."""
    vakcirkel = _op_slot(vakcirkel)
    eis(beletsel_vakcirkel_plan_opslaan(
        vakcirkel=vakcirkel, deelnemers=_wie(vakcirkel), plan=plan, door=door
    ))
    if vakcirkel.plan != plan:
        vakcirkel.plan = plan
        vakcirkel.save(update_fields=["plan"])
        noteer("vakcirkel_plan_opgeslagen", op=vakcirkel, door=door, nu=nu)
    return vakcirkel


@transaction.atomic
def vakcirkel_activeren(*, vakcirkel: Vakcirkel, door: Actor, nu: datetime) -> Vakcirkel:
    """Start for real, after the talk and the alignment (R153)."""
    vakcirkel = _op_slot(vakcirkel)
    rijen = queries.deelnemers_van_cirkel(vakcirkel)
    eis(beletsel_vakcirkel_activeren(
        vakcirkel=vakcirkel, deelnemers=[r.medewerker for r in rijen], door=door,
        aantal_afgestemd=sum(r.afgestemd_op is not None for r in rijen),
    ))
    vakcirkel.status = VakcirkelStatus.ACTIEF
    vakcirkel.save(update_fields=["status"])
    noteer("vakcirkel_geactiveerd", op=vakcirkel, door=door, nu=nu)
    return vakcirkel


@transaction.atomic
def vakcirkel_stoppen(*, vakcirkel: Vakcirkel, door: Actor, nu: datetime) -> Vakcirkel:
    """End a vakcirkel; what it was stays readable."""
    vakcirkel = _op_slot(vakcirkel)
    eis(beletsel_vakcirkel_stoppen(
        vakcirkel=vakcirkel, deelnemers=_wie(vakcirkel), door=door
    ))
    vakcirkel.status, vakcirkel.gestopt_op = VakcirkelStatus.GESTOPT, nu
    vakcirkel.save(update_fields=["status", "gestopt_op"])
    noteer("vakcirkel_gestopt", op=vakcirkel, door=door, nu=nu)
    return vakcirkel


@transaction.atomic
def vakcirkel_voordragen(
    *, vakcirkel: Vakcirkel, domein: ProfessioneelDomein, door: Actor, nu: datetime
) -> PTeamLijstRegel:
    """Nominate a vakcirkel for the yearly list of P-teams (R155)."""
    vakcirkel, lijst = _op_slot(vakcirkel), queries.open_lijst()
    eis(beletsel_vakcirkel_voordragen(
        vakcirkel=vakcirkel, deelnemers=_wie(vakcirkel), lijst=lijst, door=door,
        staat_er_al=lijst is not None
        and lijst.regels.filter(naam__iexact=vakcirkel.naam).exists(),
    ))
    regel = _op_de_lijst(lijst, vakcirkel.naam, domein, None, f"Vakcirkel: {vakcirkel.doel}")
    noteer("vakcirkel_voorgedragen", op=vakcirkel, door=door, nu=nu, jaar=lijst.jaar)
    return regel


def _op_de_lijst(
    lijst: PTeamLijst, naam: str, domein: ProfessioneelDomein, professie: Professie | None,
    tekst: str,
) -> PTeamLijstRegel:
    """Still to be looked at by the directeur M&O of the domain."""
    return PTeamLijstRegel.objects.create(
        lijst=lijst, naam=naam, domein=domein, professie=professie, toelichting=tekst[:2000],
        oordeel=Oordeel.OPEN,
    )


@transaction.atomic
def professie_voorstellen(
    *, naam: str, waarom: str, domein: ProfessioneelDomein, collegas: Sequence[Medewerker],
    door: Actor, nu: datetime,
) -> Professievoorstel:
    """A group of vakgenoten proposes a professie for the list (R170)."""
    voorstellers = _met_mij(door, collegas)
    eis(beletsel_professie_voorstellen(
        naam=naam, waarom=waarom, voorstellers=voorstellers, door=door,
        bestaat=Professie.objects.filter(naam__iexact=naam.strip()).exists(),
        loopt=Professievoorstel.objects.filter(
            naam__iexact=naam.strip(), status=VoorstelStatus.INGEDIEND
        ).exists(),
    ))
    voorstel = Professievoorstel.objects.create(
        naam=naam.strip(), waarom=waarom, domein=domein, indiener=voorstellers[0],
        ingediend_op=nu,
    )
    voorstel.voorstellers.set(voorstellers)
    noteer("professie_voorgesteld", op=voorstel, door=door, nu=nu, aantal=len(voorstellers))
    return voorstel


@transaction.atomic
def professievoorstel_besluiten(
    *, voorstel: Professievoorstel, is_akkoord: bool, motivering: str = "", door: Actor,
    nu: datetime,
) -> Professievoorstel:
    """The P-beraad says yes or no to a professie; a yes puts it on the list (R170)."""
    voorstel = Professievoorstel.objects.select_for_update(of=("self",)).get(pk=voorstel.pk)
    gremium, lijst = queries.p_beraad(), queries.open_lijst()
    eis(beletsel_professievoorstel_besluiten(
        voorstel=voorstel, gremium=gremium, is_akkoord=is_akkoord, motivering=motivering,
        door=door,
    ))
    wat = "komt op de lijst van vakken" if is_akkoord else "komt nu niet op de lijst van vakken"
    voorstel.besluit = besluit_nemen(
        soort=BesluitSoort.OVERIG, onderwerp=f"Voorstel voor het vak {voorstel.naam}",
        tekst=f"{voorstel.naam} {wat}.", motivering=motivering, gremium=gremium,
        hoedanigheid="voorzitter P-beraad", besluitdatum=lokale_dag(nu), door=door, nu=nu,
    )
    voorstel.status = VoorstelStatus.AANGENOMEN if is_akkoord else VoorstelStatus.AFGEWEZEN
    if is_akkoord:
        voorstel.professie, _ = Professie.objects.get_or_create(
            code=slugify(voorstel.naam)[:50], defaults={"naam": voorstel.naam}
        )
        if lijst is not None and not lijst.regels.filter(naam__iexact=voorstel.naam).exists():
            _op_de_lijst(lijst, voorstel.naam, voorstel.domein, voorstel.professie,
                         voorstel.waarom)
    voorstel.save()
    noteer("professievoorstel_besloten", op=voorstel, door=door, nu=nu,
           besluit=voorstel.besluit.kenmerk, akkoord=is_akkoord)
    berichten_plaatsen(
        ontvanger_ids=voorstel.voorstellers.values_list("gebruiker_id", flat=True),
        soort=BerichtSoort.BESLUIT, onderwerp=f"Besluit: {voorstel.naam} {wat}",
        tekst="" if is_akkoord else "Je kunt samen verder als vakcirkel.",
        url=f"/professievoorstellen/{voorstel.public_id}/",
        sleutel=f"professievoorstel:{voorstel.public_id}", nu=nu,
    )
    return voorstel


@transaction.atomic
def belangstelling_tonen(
    *, voorstel: Professievoorstel, door: Actor, nu: datetime
) -> Professievoorstel:
    """Say that one would like to belong to a professie that was accepted (R170)."""
    voorstel = Professievoorstel.objects.select_for_update(of=("self",)).get(pk=voorstel.pk)
    eis(beletsel_belangstelling_tonen(
        voorstel=voorstel, door=door,
        is_bekend=voorstel.belangstellenden.filter(pk=door.medewerker_id or 0).exists(),
    ))
    voorstel.belangstellenden.add(door.medewerker_id)
    noteer("belangstelling_getoond", op=voorstel, door=door, nu=nu)
    return voorstel
