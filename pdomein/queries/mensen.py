"""Who is where, and who cares for whom, on a day (DT-1, DT-24)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, When
from django.http import Http404

from config.kern.actor import Actor
from config.kern.fouten import DomeinFout, invoer
from config.kern.periode import periode_tekst
from config.kern.queries import instelling
from pdomein.enums import AansluitingSoort
from pdomein.models import (
    Aansluiting,
    Aanstelling,
    Beschikbaarheid,
    Medewerker,
    Plaatsing,
    PManagerAanstelling,
    PTeam,
    Rolomvang,
)
from pdomein.personeel import zonder_accenten


def pteams_van(medewerker_ids: Iterable[int], op: date) -> dict[int, PTeam]:
    """The home of each person on ``op``; for who is temporarily here, the team joined."""
    ids = list(medewerker_ids)
    tijdelijk = (
        Aansluiting.objects.geldig_op(op).exclude(soort=AansluitingSoort.GAST)
        .filter(medewerker_id__in=ids).select_related("pteam__domein").order_by("begin")
    )
    thuis = (
        Plaatsing.objects.geldig_op(op).filter(medewerker_id__in=ids)
        .select_related("pteam__domein")
    )
    return {a.medewerker_id: a.pteam for a in (*tijdelijk, *thuis)}


def pteam_van(medewerker: Medewerker, op: date) -> PTeam | None:
    """The one home of a person on ``op`` (R120)."""
    return pteams_van([medewerker.pk], op).get(medewerker.pk)


def pmanagers_van(medewerkers: Iterable[Medewerker], op: date) -> dict[int, Medewerker]:
    """The own P-manager of each person on ``op``; nobody is one's own P-manager.

    Through the P-team; else by the portefeuilleverdeling (``leidinggevende``, R085, R096).
    """
    mensen = {m.pk: m for m in medewerkers}
    teams = pteams_van(mensen, op)
    leiders = {
        a.pteam_id: a.medewerker
        for a in PManagerAanstelling.objects.geldig_op(op)
        .filter(pteam_id__in={t.pk for t in teams.values()})
        .select_related("medewerker")
    }
    gevonden = {pk: leiders[t.pk] for pk, t in teams.items() if t.pk in leiders}
    gevonden = {pk: leider for pk, leider in gevonden.items() if leider.pk != pk}
    anders = {
        pk: m.leidinggevende_id
        for pk, m in mensen.items()
        if pk not in gevonden and m.leidinggevende_id
    }
    if anders:
        bekend = Medewerker.objects.in_bulk(set(anders.values()))
        gevonden |= {pk: bekend[leider] for pk, leider in anders.items()}
    return gevonden


def pmanager_van(medewerker: Medewerker, op: date) -> Medewerker | None:
    """The own P-manager on ``op``, or None (the provinciesecretaris has none, R089)."""
    return pmanagers_van([medewerker], op).get(medewerker.pk)


def leden_van(pteam: PTeam, op: date) -> QuerySet[Medewerker]:
    """People whose home this team is on ``op`` and who are in service then."""
    return leden_van_teams([pteam], op)


def leden_van_teams(pteams: Iterable[PTeam], op: date) -> QuerySet[Medewerker]:
    """As ``leden_van``, for several teams at once."""
    return Medewerker.objects.in_dienst(op).filter(
        pk__in=Plaatsing.objects.geldig_op(op).filter(pteam__in=list(pteams))
        .values("medewerker_id")
    )


def aangesloten_bij(pteam: PTeam, op: date) -> QuerySet[Aansluiting]:
    """Guests and temporary people of this team on ``op`` (R123, R128)."""
    return (
        Aansluiting.objects.geldig_op(op).filter(pteam=pteam).select_related("medewerker")
        .order_by("soort", "medewerker__sorteernaam")
    )


def aansluiting_met(public_id: UUID) -> Aansluiting:
    rij = Aansluiting.objects.select_related("medewerker", "pteam").filter(
        public_id=public_id
    ).first()
    if rij is None:
        raise Http404("Deze aansluiting bestaat niet.")
    return rij


def pteams_van_pmanager(medewerker: Medewerker, op: date) -> QuerySet[PTeam]:
    """Teams that this person leads on ``op`` (R157)."""
    return (
        PTeam.objects.geldig_op(op)
        .filter(pk__in=PManagerAanstelling.objects.geldig_op(op)
                .filter(medewerker=medewerker).values("pteam_id"))
        .select_related("domein", "professie")
    )


def ontwikkel_fte(medewerker: Medewerker, op: date) -> Decimal:
    """Time for own and common development that is not for opdrachten (R138)."""
    return medewerker.aanstelling_fte * Decimal(instelling("ONTWIKKEL_PCT", op)) / 100


def pmanagement_pct(medewerker: Medewerker, op: date) -> int:
    """Share of the time that goes to P-management on ``op``; 0 for who is no P-manager (R160)."""
    return (
        Rolomvang.objects.geldig_op(op).filter(medewerker=medewerker, rol="p_manager")
        .values_list("pct", flat=True).first()
    ) or 0


def met_team(mensen: QuerySet[Medewerker], op: date) -> QuerySet[Medewerker]:
    """Each person with ``pteam_naam`` and ``pteam_public_id`` of the home, in the same query."""
    thuis = Plaatsing.objects.geldig_op(op).filter(medewerker=OuterRef("pk"))
    erbij = (
        Aansluiting.objects.geldig_op(op).filter(medewerker=OuterRef("pk"))
        .exclude(soort=AansluitingSoort.GAST).order_by("begin")
    )

    def eerste(veld: str) -> Case:
        return Case(
            When(Q(_thuis__isnull=False), then=Subquery(thuis.values(veld)[:1])),
            default=Subquery(erbij.values(veld)[:1]),
        )

    return mensen.annotate(_thuis=Subquery(thuis.values("pk")[:1])).annotate(
        pteam_naam=eerste("pteam__naam"), pteam_public_id=eerste("pteam__public_id")
    )


def medewerker_met(public_id: UUID) -> Medewerker:
    """One person; 404 when unknown."""
    medewerker = (
        Medewerker.objects.select_related("gebruiker").filter(public_id=public_id).first()
    )
    if medewerker is None:
        raise Http404("Deze medewerker bestaat niet.")
    return medewerker


def medewerker_met_mail(email: str) -> Medewerker:
    """The person behind a mail address of the organisation; refused in words when unknown."""
    medewerker = Medewerker.objects.filter(email__iexact=email.strip()).first()
    if medewerker is None:
        raise DomeinFout(invoer("Er is geen collega met dit e-mailadres.", "aan"))
    return medewerker


def medewerkers_lijst(
    *, op: date, zoek: str = "", pteam: UUID | None = None
) -> QuerySet[Medewerker]:
    """People in service by name; ``zoek`` looks in the name without accents."""
    mensen = met_team(Medewerker.objects.in_dienst(op), op)
    for woord in zonder_accenten(zoek).split()[:6]:
        mensen = mensen.filter(sorteernaam__contains=woord)
    if pteam is not None:
        mensen = mensen.filter(pteam_public_id=pteam)
    return mensen.order_by("sorteernaam", "id")


def medewerker_met_nummer(personeelsnummer: str) -> Medewerker:
    """One person by the number of HR; 404 when unknown."""
    medewerker = Medewerker.objects.filter(personeelsnummer=personeelsnummer).first()
    if medewerker is None:
        raise Http404("Deze medewerker bestaat niet.")
    return medewerker


def aanstellingen_van(medewerker: Medewerker) -> QuerySet[Aanstelling]:
    return Aanstelling.objects.filter(medewerker=medewerker).order_by("begin", "volgnummer")


def beschikbaarheden_van(medewerker: Medewerker) -> QuerySet[Beschikbaarheid]:
    return Beschikbaarheid.objects.filter(medewerker=medewerker).order_by("begin")


def eigen_medewerker(actor: Actor) -> Medewerker | None:
    """The person behind this login, or None for an account without one."""
    if actor.medewerker_id is None:
        return None
    return Medewerker.objects.select_related("gebruiker").get(pk=actor.medewerker_id)


def mijn_mensen(
    pmanager: Medewerker, *, op: date, zoek: str = "", pteam: UUID | None = None
) -> QuerySet[Medewerker]:
    """The people whose home is in a team of this P-manager, with the state of their PPP."""
    mensen = medewerkers_lijst(op=op, zoek=zoek, pteam=pteam)
    thuis = Plaatsing.objects.geldig_op(op).filter(
        pteam__in=pteams_van_pmanager(pmanager, op).values("pk")
    )
    return mensen.filter(pk__in=thuis.values("medewerker_id")).select_related("ppp")


def personeelsgegevens() -> QuerySet[Medewerker]:
    """Everybody, in the order of the last change: for the personnel system."""
    return Medewerker.objects.select_related("thuisbasis", "leidinggevende").order_by(
        "bijgewerkt_op", "pk"
    )


@dataclass(frozen=True, slots=True)
class Beperkt:
    """A period with less time, without a reason: HR gives none and we ask none (R328)."""

    fte_minder: Decimal
    begin: date
    einde: date | None

    @property
    def tekst(self) -> str:
        uren = str(self.fte_minder.normalize()).replace(".", ",")
        return f"{uren} fte minder, {periode_tekst(self.begin, self.einde)}"


def beperkt_beschikbaar(medewerker: Medewerker, op: date) -> list[Beperkt]:
    """Periods of less time that hold on ``op`` or come later."""
    rijen = medewerker.beschikbaarheden.filter(Q(einde=None) | Q(einde__gt=op))
    return [Beperkt(r.fte_minder, r.begin, r.einde) for r in rijen]
