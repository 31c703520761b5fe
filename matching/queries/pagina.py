"""Loading what a page is about, by the id in its address; unknown ids are a 404."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from config.kern.models import Afwijking
from matching.enums import MatchStatus, ReactieStatus, Uitkomst
from matching.models import (
    TRO,
    AogKeuze,
    Deling,
    ExterneWerving,
    Kandidaat,
    Match,
    Procedure,
    Publicatie,
    Reactie,
    Vrijval,
)
from opgaven.models import Opdracht
from pdomein.models import Medewerker, Plaatsing, PPPCompetentie, PTeam

ERBIJ = (
    "matchvraag__tro", "matchvraag__opdracht__opgave", "matchvraag__opdracht__bovenliggende",
    "matchvraag__besluit", "matchvraag__capaciteitsvraag__professie",
)


def procedure_met(public_id: UUID, *, met_alles: bool = False) -> Procedure:
    rijen = Procedure.objects.select_related(*ERBIJ).defer("matchvraag__tro__zoektekst")
    if met_alles:
        rijen = rijen.prefetch_related("publicaties", "delingen__pteam", "wervingen__pteam")
    return get_object_or_404(rijen, public_id=public_id)


def publicatie_met(public_id: UUID) -> Publicatie:
    return get_object_or_404(
        Publicatie.objects.select_related(*[f"procedure__{e}" for e in ERBIJ])
        .defer("procedure__matchvraag__tro__zoektekst"),
        public_id=public_id,
    )


def reactie_met(public_id: UUID, medewerker_id: int | None) -> Reactie:
    """An own reaction; somebody else's does not exist for you."""
    return get_object_or_404(
        Reactie.objects.select_related(
            "medewerker", *[f"publicatie__procedure__{e}" for e in ERBIJ]
        ).defer("publicatie__procedure__matchvraag__tro__zoektekst"),
        public_id=public_id, medewerker_id=medewerker_id,
    )


def deling_met(public_id: UUID) -> Deling:
    return get_object_or_404(
        Deling.objects.select_related("pteam", "procedure__matchvraag__opdracht__bovenliggende"),
        public_id=public_id,
    )


def match_met(public_id: UUID) -> Match:
    return get_object_or_404(
        Match.objects.select_related("medewerker", *[f"procedure__{e}" for e in ERBIJ])
        .defer("procedure__matchvraag__tro__zoektekst").prefetch_related("instemmingen"),
        public_id=public_id,
    )


def werving_met(public_id: UUID) -> ExterneWerving:
    return get_object_or_404(
        ExterneWerving.objects.select_related("pteam", *[f"procedure__{e}" for e in ERBIJ])
        .defer("procedure__matchvraag__tro__zoektekst"),
        public_id=public_id,
    )


def vrijval_met(public_id: UUID) -> Vrijval:
    return get_object_or_404(
        Vrijval.objects.select_related(
            "opdracht__opgave", "opdracht__bovenliggende", "matchvraag"
        ),
        public_id=public_id,
    )


def opdracht_met(public_id: UUID) -> Opdracht:
    return get_object_or_404(
        Opdracht.objects.select_related("opgave", "bovenliggende"), public_id=public_id
    )


def medewerker_van(medewerker_id: int | None) -> Medewerker | None:
    if medewerker_id is None:
        return None
    return Medewerker.objects.select_related("ppp").filter(pk=medewerker_id).first()


def medewerker_van_gebruiker(gebruiker_id: int) -> Medewerker | None:
    return Medewerker.objects.filter(gebruiker_id=gebruiker_id).first()


# -- the parts of a procedure page ----------------------------------------------------------


def competenties_van(tro: TRO) -> list:
    return list(tro.competenties.select_related("competentie"))


def delingen_van(procedure: Procedure) -> list[Deling]:
    return list(procedure.delingen.all())


def eigen_delingen(procedure: Procedure, pteam_ids: Sequence[int]) -> list[Deling]:
    return [d for d in procedure.delingen.all() if d.pteam_id in pteam_ids]


def laatste_werving(procedure: Procedure) -> ExterneWerving | None:
    return next(iter(procedure.wervingen.all()), None)


def lopende_match(procedure: Procedure) -> Match | None:
    return (
        Match.objects.filter(procedure=procedure).exclude(status=MatchStatus.AFGEWEZEN)
        .select_related("medewerker").prefetch_related("instemmingen").first()
    )


def keuze_van(procedure: Procedure) -> AogKeuze | None:
    return procedure.aogkeuzes.select_related("medewerker", "gekozen_door").first()


def afwijkingen_van(procedure: Procedure) -> list[Afwijking]:
    return list(
        Afwijking.objects.filter(object_soort="procedure", object_id=procedure.public_id)
    )


def reacties_op(procedure: Procedure, *, op_volgorde: bool) -> list[Reactie]:
    """The reactions as the AOG sees them; during the wait in no order of arrival (R348)."""
    rijen = (
        Reactie.objects.filter(publicatie__procedure=procedure)
        .exclude(status=ReactieStatus.INGETROKKEN)
        .select_related("medewerker", "publicatie")
    )
    volgorde = ("ingediend_op", "pk") if op_volgorde else ("public_id",)
    return list(rijen.order_by(*volgorde))


def aantal_reacties(procedure: Procedure) -> int:
    return (
        Reactie.objects.filter(publicatie__procedure=procedure)
        .exclude(status=ReactieStatus.INGETROKKEN).count()
    )


def geadviseerden(procedure: Procedure) -> list[Kandidaat]:
    """Whom the table advised for the AOG place, with the argument (R289)."""
    return list(
        Kandidaat.objects.filter(
            agendapunt__procedure=procedure, agendapunt__uitkomst=Uitkomst.ADVIES, gekozen=True
        ).select_related("medewerker", "agendapunt__sessie").order_by("volgorde")
    )


# -- choices for forms ----------------------------------------------------------------------


def passende_teams(tro: TRO, professie_id: int | None, dag: date, grens: int = 8) -> list[PTeam]:
    """P-teams where the asked capacity is logically found: by competentie, then professie (R244).

    Counts people with a published profile; it never names them.
    """
    kan = PPPCompetentie.objects.filter(
        ppp__medewerker=OuterRef("medewerker"), ppp__gepubliceerd_op__isnull=False,
        competentie__in=tro.competenties.values("competentie"),
    )
    plaatsingen = Plaatsing.objects.filter(
        Q(einde=None) | Q(einde__gt=dag), begin__lte=dag
    ).filter(Exists(kan))
    tellingen = dict(
        plaatsingen.values_list("pteam").annotate(n=Count("pk")).order_by("-n")[:grens]
    )
    teams = list(bestaande_teams(dag).filter(Q(pk__in=tellingen) | Q(professie_id=professie_id)))
    for team in teams:
        team.aantal_passend = tellingen.get(team.pk, 0)
    teams.sort(key=lambda t: (-t.aantal_passend, t.naam))
    return teams[:grens]


def bestaande_teams(dag: date) -> QuerySet[PTeam]:
    return PTeam.objects.filter(Q(einde=None) | Q(einde__gt=dag), begin__lte=dag).order_by("naam")


def teams_met(pteam_ids: Sequence[int], dag: date) -> QuerySet[PTeam]:
    return bestaande_teams(dag).filter(pk__in=pteam_ids)


def mensen_van_gedeelde_teams(procedure: Procedure, dag: date) -> QuerySet[Medewerker]:
    return Medewerker.objects.filter(
        Q(plaatsingen__einde=None) | Q(plaatsingen__einde__gt=dag),
        plaatsingen__begin__lte=dag, plaatsingen__pteam__delingen__procedure=procedure,
    ).distinct().order_by("sorteernaam", "pk")


def mensen_met_reactie(procedure: Procedure) -> QuerySet[Medewerker]:
    return Medewerker.objects.filter(
        reacties__publicatie__procedure=procedure,
        reacties__status__in=[ReactieStatus.INGEDIEND, ReactieStatus.OP_TAFEL],
    ).distinct().order_by("sorteernaam", "pk")


def mensen_zoeken(tekst: str, dag: date) -> list[Medewerker]:
    """People in service by personnel number or name; an exact name wins."""
    in_dienst = Medewerker.objects.filter(
        Q(uit_dienst=None) | Q(uit_dienst__gt=dag), in_dienst__lte=dag
    )
    precies = in_dienst.filter(Q(personeelsnummer=tekst) | Q(naam__iexact=tekst))[:6]
    return list(precies) or list(in_dienst.filter(naam__icontains=tekst)[:6])
