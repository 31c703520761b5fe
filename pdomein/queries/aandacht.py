"""What the P-beraad should look at: sizes, homes, leaders and scales (R113, R120, R124, R156)."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from config.kern.models import Afwijking
from config.kern.queries import instelling
from pdomein.enums import Dienstverband, Functiegroep, WijzigingStatus
from pdomein.enums_vak import VoorstelStatus
from pdomein.models import (
    Medewerker,
    Plaatsing,
    PManagerAanstelling,
    Professievoorstel,
    PTeam,
    Teamwijziging,
)
from pdomein.queries.pteam import PTeamRij, geldige_afwijking, pteams_lijst
from pdomein.queries.teamwijziging import MET
from pdomein.teamgrootte import TEAMGROOTTE
from pdomein.teamwijziging import STRUCTUREEL

ZONDER_PLAATSING = (
    Dienstverband.EXTERN, Dienstverband.TRAINEE, Dienstverband.STAGIAIR, Dienstverband.BESTUUR,
)


def teams_zonder_uitleg(op: date) -> list[PTeamRij]:
    """Teams that are too small or too large, without a decision (R124)."""
    return [r for r in pteams_lijst(op=op) if r.omvang.status in ("te_klein", "te_groot")]


def aflopende_omvangbesluiten(op: date, dagen: int) -> list[Afwijking]:
    """Decisions on a size that end soon (E23)."""
    return list(
        geldige_afwijking(TEAMGROOTTE, op).filter(einde__lte=op + timedelta(days=dagen))
        .select_related("besluit").order_by("einde", "object_naam")
    )


def zonder_thuis(op: date) -> QuerySet[Medewerker]:
    """In service, of our own, and without a P-team; who has a gremium as home is no gap (R120)."""
    return (
        Medewerker.objects.in_dienst(op).filter(thuisbasis=None)
        .exclude(dienstverband__in=ZONDER_PLAATSING)
        .exclude(pk__in=Plaatsing.objects.geldig_op(op).values("medewerker_id"))
    )


def buiten_schalen(op: date) -> QuerySet[Medewerker]:
    """People whose scale does not fit their function group (R113)."""
    buiten = Q(pk__in=[])
    for groep, (laag, hoog) in instelling("FUNCTIEGROEP_SCHALEN", op).items():
        buiten |= Q(functiegroep=groep) & (Q(schaal__lt=laag) | Q(schaal__gt=hoog))
    return Medewerker.objects.in_dienst(op).filter(buiten)


def zonder_functiegroep(op: date) -> QuerySet[Medewerker]:
    """Own people of whom the function group is not known (R110)."""
    return Medewerker.objects.in_dienst(op).exclude(functiegroep__in=Functiegroep.values).exclude(
        dienstverband__in=ZONDER_PLAATSING
    )


def pmanagers_buiten_matrix(op: date) -> QuerySet[Medewerker]:
    """P-managers whose function group and scale bijlage 3 does not name (R112, table 2.2)."""
    past = Q(functiegroep="") | Q(schaal=None)
    for groep, (laag, hoog) in instelling("PMANAGER_SCHALEN", op).items():
        past |= Q(functiegroep=groep, schaal__gte=laag, schaal__lte=hoog)
    return Medewerker.objects.in_dienst(op).filter(
        pk__in=PManagerAanstelling.objects.geldig_op(op).values("medewerker_id")
    ).exclude(past)


def zonder_pmanager(op: date) -> QuerySet[PTeam]:
    """Teams that nobody leads on this day (R156)."""
    return PTeam.objects.geldig_op(op).exclude(
        pk__in=PManagerAanstelling.objects.geldig_op(op).values("pteam_id")
    )


def te_besluiten_wijzigingen() -> list[Teamwijziging]:
    """Plans that wait for a decision of the P-beraad (R165, Q28)."""
    return list(
        Teamwijziging.objects.filter(
            soort__in=STRUCTUREEL, status=WijzigingStatus.VOORGELEGD
        ).prefetch_related(*MET).order_by("ingangsdatum", "pk")
    )


def te_besluiten_voorstellen() -> list[Professievoorstel]:
    return list(Professievoorstel.objects.filter(status=VoorstelStatus.INGEDIEND))
