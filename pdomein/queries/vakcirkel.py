"""Vakcirkels and proposals for a professie (R130, R153-R155, R170, R171)."""

from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import Http404

from pdomein.enums_vak import VakcirkelStatus
from pdomein.models import Medewerker, Professievoorstel, Vakcirkel, VakcirkelDeelnemer
from pdomein.queries.mensen import medewerkers_lijst


def vakcirkels() -> QuerySet[Vakcirkel]:
    """Every vakcirkel that runs, with ``aantal`` participants."""
    return Vakcirkel.objects.exclude(status=VakcirkelStatus.GESTOPT).annotate(
        aantal=Count("deelnemers")
    ).order_by("naam", "pk")


def vakcirkel_met(public_id: UUID) -> Vakcirkel:
    cirkel = Vakcirkel.objects.select_related("voorstel").filter(public_id=public_id).first()
    if cirkel is None:
        raise Http404("Deze vakcirkel bestaat niet.")
    return cirkel


def deelnemers_van_cirkel(vakcirkel: Vakcirkel) -> list[VakcirkelDeelnemer]:
    return list(vakcirkel.deelnemers.select_related("medewerker__gebruiker"))


def cirkeldeelnemer_met(public_id: UUID) -> VakcirkelDeelnemer:
    rij = VakcirkelDeelnemer.objects.select_related("vakcirkel", "medewerker").filter(
        public_id=public_id
    ).first()
    if rij is None:
        raise Http404("Deze deelnemer bestaat niet.")
    return rij


def vakcirkels_van(medewerker: Medewerker) -> list[Vakcirkel]:
    return list(vakcirkels().filter(
        pk__in=VakcirkelDeelnemer.objects.filter(medewerker=medewerker).values("vakcirkel_id")
    ))


def cirkels_zonder_plan() -> list[Vakcirkel]:
    """Active without a plan: a signal (R154)."""
    return list(vakcirkels().filter(status=VakcirkelStatus.ACTIEF, plan=""))


def professievoorstellen() -> QuerySet[Professievoorstel]:
    return Professievoorstel.objects.select_related("indiener", "besluit").annotate(
        aantal=Count("voorstellers", distinct=True),
        aantal_belangstellenden=Count("belangstellenden", distinct=True),
    ).order_by("-ingediend_op", "-pk")


def professievoorstel_met(public_id: UUID) -> Professievoorstel:
    voorstel = professievoorstellen().select_related("domein", "vakcirkel").filter(
        public_id=public_id
    ).first()
    if voorstel is None:
        raise Http404("Dit voorstel bestaat niet.")
    return voorstel


def collegas_zoeken(tekst: str, op: date) -> list[Medewerker]:
    """People in service by personnel number, or by words of the name."""
    op_nummer = list(Medewerker.objects.in_dienst(op).filter(personeelsnummer__iexact=tekst))
    return op_nummer or list(medewerkers_lijst(op=op, zoek=tekst)[:6])
