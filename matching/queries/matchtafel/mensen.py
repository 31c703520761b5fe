"""Who may sit at the table, and who is told what it decided (R261, R265)."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.shortcuts import get_object_or_404

from pdomein.models import Medewerker, Plaatsing, PManagerAanstelling
from pdomein.queries import pmanager_van
from register.enums import RolCode
from register.models import Roltoewijzing

PMANAGER, RECRUITER = "p_manager", "recruiter"


def pmanagers_op(dag: date) -> QuerySet[Medewerker]:
    """Who is P-manager of at least one P-team on ``dag`` (R261)."""
    aanstelling = PManagerAanstelling.objects.geldig_op(dag).filter(medewerker=OuterRef("pk"))
    return Medewerker.objects.in_dienst(dag).filter(Exists(aanstelling))


def recruiters_op(dag: date) -> QuerySet[Medewerker]:
    return Medewerker.objects.in_dienst(dag).filter(Exists(_rol(RolCode.RECRUITER, dag)))


def _rol(code: str, dag: date) -> QuerySet[Roltoewijzing]:
    return Roltoewijzing.objects.filter(
        medewerker=OuterRef("pk"), rol__code=code
    ).geldig_op(dag).nu_bekend()


def directeuren_mo(dag: date) -> list[int]:
    """Logins of the directeuren M&O of ``dag``, who receive the report (R265)."""
    return list(
        Medewerker.objects.filter(Exists(_rol(RolCode.DIRECTEUR_MO, dag)), gebruiker__isnull=False)
        .values_list("gebruiker_id", flat=True)
    )


def aogs_van(opdracht_ids: list[int], dag: date) -> dict[int, int]:
    """Login of the AOG per opdracht."""
    return dict(
        Roltoewijzing.objects.filter(rol__code=RolCode.AOG, opdracht_id__in=opdracht_ids)
        .geldig_op(dag).nu_bekend().zonder_waarneming()
        .filter(medewerker__gebruiker__isnull=False)
        .values_list("opdracht_id", "medewerker__gebruiker_id")
    )


def pmanager_login(medewerker: Medewerker, dag: date) -> int | None:
    pmanager = pmanager_van(medewerker, dag)
    return pmanager.gebruiker_id if pmanager else None


def medewerker_of_niet(medewerker_id: int | None) -> Medewerker | None:
    return Medewerker.objects.filter(pk=medewerker_id).first()


def public_id_van(medewerker_id: int | None) -> UUID | None:
    ik = medewerker_of_niet(medewerker_id)
    return ik.public_id if ik else None


def medewerker_van(public_id: UUID | str, dag: date) -> Medewerker:
    return get_object_or_404(Medewerker.objects.in_dienst(dag), public_id=public_id)


def medewerkers_zoeken(zoek: str, dag: date, pteam_ids: list[int] | None) -> QuerySet[Medewerker]:
    """People to place, by name; with ``pteam_ids`` only from those P-teams."""
    mensen = Medewerker.objects.in_dienst(dag).filter(naam__icontains=zoek)
    if pteam_ids is not None:
        mensen = mensen.filter(
            Exists(Plaatsing.objects.geldig_op(dag).filter(
                medewerker=OuterRef("pk"), pteam__in=pteam_ids
            ))
        )
    return mensen.order_by("sorteernaam", "id")


def medewerker_op_tekst(public_id: str, dag: date) -> Medewerker | None:
    """The person that an address names; nobody when the text is no id."""
    try:
        return Medewerker.objects.in_dienst(dag).filter(public_id=UUID(public_id)).first()
    except ValueError:
        return None
