"""Which buttons a procedure page shows: those of its phase, each with the reason why not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from config.kern.actor import Actor
from config.kern.fouten import Beletsel
from matching.enums import Fase, Route
from matching.models import Match, Procedure
from matching.queries.beraad import ligt_bij_beraad
from matching.queries.procedure import open_publicatie, vroegste_bespreekdatum
from matching.rules import aogroute, dilemma, match, publicatie, werving
from matching.rules import procedure as rules


@dataclass(frozen=True, slots=True)
class Actie:
    tekst: str
    url: str
    beletsel: Beletsel | None
    soort: str = "gewoon"


@dataclass(frozen=True, slots=True)
class Vraag:
    """What the buttons are asked about."""

    procedure: Procedure
    door: Actor
    dag: date
    lopend: Match | None

    def url(self, naam: str) -> str:
        return reverse(f"matching:{naam}", args=[self.procedure.public_id])


def acties_van(
    procedure: Procedure, door: Actor, dag: date, lopend: Match | None
) -> tuple[list[Actie], list[Actie]]:
    """The next steps of this phase, and below them: pause and stop."""
    vraag = Vraag(procedure, door, dag, lopend)
    sleutel = (Route(procedure.route), Fase(procedure.fase))
    makers = _PER_FASE.get(sleutel, ())
    if sleutel == (Route.TEAM, Fase.CONCEPT) and procedure.ronde > 1:
        makers = LATERE_RONDE
    if sleutel == (Route.AON, Fase.AANWIJZING) and aogroute.vraagt_dd(procedure, dag):
        makers = (_accorderen, *makers)
    stappen = [maak(vraag) for maak in makers]
    stappen += [_met_de_hand(vraag, naar) for naar in rules.met_de_hand(procedure)]
    rustig = [] if rules.beletsel_gesloten(procedure) else [
        _dilemma(vraag), _pauze(vraag), _intrekken(vraag)
    ]
    return stappen, rustig


def _dilemma(v: Vraag) -> Actie:
    return Actie("Leg een dilemma voor", v.url("dilemma-melden"), dilemma.beletsel_dilemma_melden(
        v.procedure, door=v.door, dag=v.dag, ligt_al=ligt_bij_beraad(v.procedure)
    ), "stil")


def _tro(v: Vraag) -> Actie:
    tekst = "Profiel bewerken" if v.procedure.route == Route.AOG else "TRO bewerken"
    return Actie(tekst, v.url("tro-bijwerken"), publicatie.beletsel_tro_bijwerken(
        v.procedure, door=v.door, dag=v.dag
    ))


def _delen(v: Vraag) -> Actie:
    is_eerste = v.procedure.fase == Fase.CONCEPT
    return Actie(
        "Delen met P-teams" if is_eerste else "Met meer P-teams delen", v.url("tro-delen"),
        publicatie.beletsel_tro_delen(v.procedure, door=v.door, dag=v.dag),
        "primair" if is_eerste else "gewoon",
    )


def _publiceren(v: Vraag) -> Actie:
    return Actie("Publiceren op de opdrachtenmarkt", v.url("tro-publiceren"),
                 publicatie.beletsel_tro_publiceren(v.procedure, door=v.door, dag=v.dag),
                 "gewoon" if v.procedure.route == Route.AOG else "primair")


def _match(v: Vraag) -> Actie:
    tekst = "AON voorstellen" if v.procedure.route == Route.AON else "Match voorstellen"
    return Actie(tekst, v.url("match-voorstellen"), match.beletsel_match_voorstellen(
        v.procedure, door=v.door, dag=v.dag
    ), "primair" if v.procedure.fase != Fase.INFORMEEL else "gewoon")


def _reacties(v: Vraag) -> Actie:
    return Actie("Reacties lezen", v.url("reacties-inzien"), publicatie.beletsel_reacties_inzien(
        v.procedure, door=v.door, dag=v.dag
    ))


def _van_markt(v: Vraag) -> Actie:
    open_ = open_publicatie(v.procedure)
    beletsel = (
        publicatie.beletsel_publicatie_intrekken(open_, door=v.door, dag=v.dag) if open_
        else rules.toestand("Deze opdracht staat niet op de opdrachtenmarkt.")
    )
    return Actie("Van de markt halen", v.url("publicatie-intrekken"), beletsel, "stil")


def _kiezen(v: Vraag) -> Actie:
    return Actie("AOG kiezen", v.url("aog-kiezen"), aogroute.beletsel_aog_kiezen(
        v.procedure, door=v.door, dag=v.dag
    ), "primair")


def _aanwijzen(v: Vraag) -> Actie:
    return Actie("Aanwijzen", v.url("aanwijzen"), _over_match(
        v, lambda m: aogroute.beletsel_aanwijzen(m, door=v.door, dag=v.dag)
    ), "primair")


def _accorderen(v: Vraag) -> Actie:
    return Actie("AON accorderen", v.url("aon-accorderen"), _over_match(
        v, lambda m: aogroute.beletsel_aon_accorderen(m, door=v.door, dag=v.dag)
    ))


def _weigeren(v: Vraag) -> Actie:
    return Actie("Aanwijzing weigeren", v.url("aanwijzing-weigeren"), _over_match(
        v, lambda m: aogroute.beletsel_aanwijzing_weigeren(m, door=v.door)
    ), "stil")


def _over_match(v: Vraag, vraag: Callable[[Match], Beletsel | None]) -> Beletsel | None:
    if v.lopend is None:
        return rules.toestand("Er ligt nu geen voorstel.")
    return vraag(v.lopend)


def _werven(v: Vraag) -> Actie:
    return Actie("Externe werving openen", v.url("werving-openen"), werving.beletsel_werving_openen(
        v.procedure, door=v.door, dag=v.dag
    ), "primair")


def _met_de_hand(v: Vraag, naar: Fase) -> Actie:
    url = reverse("matching:fase-afsluiten", args=[v.procedure.public_id, naar.value])
    return Actie(f"Naar: {naar.label}", url, rules.beletsel_fase_afsluiten(
        v.procedure, naar, door=v.door, dag=v.dag, vroegste=vroegste_bespreekdatum(v.procedure)
    ))


def _pauze(v: Vraag) -> Actie:
    if v.procedure.gepauzeerd_op:
        return Actie("Hervatten", v.url("procedure-hervatten"), rules.beletsel_procedure_hervatten(
            v.procedure, door=v.door, dag=v.dag
        ))
    return Actie("Pauzeren", v.url("procedure-pauzeren"), rules.beletsel_procedure_pauzeren(
        v.procedure, door=v.door, dag=v.dag
    ), "stil")


def _intrekken(v: Vraag) -> Actie:
    return Actie("Procedure intrekken", v.url("procedure-intrekken"),
                 rules.beletsel_procedure_intrekken(v.procedure, door=v.door, dag=v.dag), "stil")


T, A, N = Route.TEAM, Route.AOG, Route.AON
_PER_FASE: dict[tuple[Route, Fase], tuple[Callable[[Vraag], Actie], ...]] = {
    (T, Fase.CONCEPT): (_tro, _delen),
    (T, Fase.INFORMEEL): (_publiceren, _match, _delen, _tro),
    (T, Fase.OPDRACHTENMARKT): (_reacties, _match, _tro, _van_markt),
    (T, Fase.MATCHTAFEL): (_reacties,),
    (T, Fase.EXTERN): (_werven, _match),
    (T, Fase.INGETROKKEN): (_publiceren, _tro),
    (A, Fase.CONCEPT): (_tro,),
    (A, Fase.MATCHTAFEL): (_tro, _publiceren, _reacties),
    (A, Fase.KEUZE_DD): (_kiezen,),
    (A, Fase.AANWIJZING): (_aanwijzen, _weigeren),
    (N, Fase.CONCEPT): (_match, _tro),
    (N, Fase.AANWIJZING): (_aanwijzen, _weigeren),
}
# After the table sent it back, the market may be next without phase 0 (T10).
LATERE_RONDE = (_tro, _delen, _publiceren)
