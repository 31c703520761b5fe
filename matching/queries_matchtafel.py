"""Reads for the matchtafel: sessions, agenda, candidates, and who may sit at the table."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.shortcuts import get_object_or_404

from config.kern.actor import Actor, Recht
from config.kern.queries import instelling
from matching.enums import Fase, MatchStatus, ReactieStatus, Route, SessieStatus, Uitkomst
from matching.models import (
    TRO,
    Agendapunt,
    Deelnemer,
    Kandidaat,
    Match,
    MatchtafelSessie,
    Procedure,
    Publicatie,
    Reactie,
    Suggestie,
    Suggestierun,
)
from pdomein.models import Medewerker, Plaatsing, PManagerAanstelling
from pdomein.queries import pmanager_van, ppp_weergave, pteams_van
from register.enums import RolCode
from register.models import Roltoewijzing

PMANAGER, RECRUITER = "p_manager", "recruiter"
OP_TAFEL_TE_LEGGEN = (ReactieStatus.INGEDIEND, ReactieStatus.OP_TAFEL)
PROCEDURE_ERBIJ = (
    "procedure__matchvraag__tro",
    "procedure__matchvraag__opdracht__opgave",
    "procedure__matchvraag__capaciteitsvraag",
)


# -- people ---------------------------------------------------------------------------------


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
        .geldig_op(dag).nu_bekend()
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


# -- sessions -------------------------------------------------------------------------------


def sessies() -> QuerySet[MatchtafelSessie]:
    """The list: newest first, with how many items have an outcome."""
    return MatchtafelSessie.objects.select_related("voorzitter").annotate(
        aantal_punten=Count("agendapunten"),
        aantal_beslist=Count("agendapunten", filter=~Q(agendapunten__uitkomst="")),
    ).order_by("-datum", "-id")


def sessie_van(public_id: UUID | str) -> MatchtafelSessie:
    return get_object_or_404(
        MatchtafelSessie.objects.select_related("voorzitter", "huidig_punt"), public_id=public_id
    )


def deelnemers_van(sessie: MatchtafelSessie) -> list[Deelnemer]:
    return list(sessie.deelnemers.select_related("medewerker"))


def deelname_van(sessie: MatchtafelSessie, medewerker_id: int | None) -> Deelnemer | None:
    if medewerker_id is None:
        return None
    return sessie.deelnemers.filter(medewerker=medewerker_id).first()


def agenda_van(sessie: MatchtafelSessie) -> list[Agendapunt]:
    """The items in order, with the work they are about and who left the table."""
    return list(
        sessie.agendapunten.select_related(*PROCEDURE_ERBIJ)
        .prefetch_related("kandidaten__medewerker")
        .annotate(aantal_kandidaten=Count("kandidaten"))
        .order_by("volgorde", "id")
    )


def gesloten_sessies() -> QuerySet[MatchtafelSessie]:
    """Closed sessions with their outcomes, for the public list of decisions (R266)."""
    matches = Match.objects.filter(status=MatchStatus.DEFINITIEF).select_related("medewerker")
    lopend = Match.objects.filter(agendapunt=OuterRef("pk"), status=MatchStatus.VOORGESTELD)
    punten = (
        Agendapunt.objects.exclude(uitkomst="").select_related(*PROCEDURE_ERBIJ)
        .annotate(wacht_op_instemming=Exists(lopend))
        .prefetch_related(Prefetch("match_set", queryset=matches, to_attr="definitieve_matches"))
    )
    return (
        MatchtafelSessie.objects.filter(status=SessieStatus.GESLOTEN)
        .select_related("voorzitter")
        .prefetch_related(Prefetch("agendapunten", queryset=punten, to_attr="besluiten"))
    )


def te_versturen_verslagen(medewerker_id: int | None = None) -> QuerySet[MatchtafelSessie]:
    """Closed sessions whose report was not sent yet; of one chair, or of all (R265)."""
    open_ = MatchtafelSessie.objects.filter(
        status=SessieStatus.GESLOTEN, gerapporteerd_op__isnull=True
    ).select_related("voorzitter")
    return open_ if medewerker_id is None else open_.filter(voorzitter=medewerker_id)


def verstuurde_verslagen() -> QuerySet[MatchtafelSessie]:
    return MatchtafelSessie.objects.filter(gerapporteerd_op__isnull=False).select_related(
        "voorzitter"
    )


# -- agenda ---------------------------------------------------------------------------------


def punt_van(public_id: UUID | str) -> Agendapunt:
    return get_object_or_404(
        Agendapunt.objects.select_related(
            "sessie__voorzitter", "sessie__huidig_punt", *PROCEDURE_ERBIJ
        ),
        public_id=public_id,
    )


def vroegste_bespreekdatum(procedure: Procedure) -> date | None:
    """The date of the newest publication; None when the work never stood on the market (R250)."""
    return (
        Publicatie.objects.filter(procedure=procedure).order_by("-nummer")
        .values_list("vroegste_bespreekdatum", flat=True).first()
    )


def _lopend_punt() -> QuerySet[Agendapunt]:
    return Agendapunt.objects.filter(procedure=OuterRef("pk")).exclude(
        sessie__status=SessieStatus.GESLOTEN
    )


def te_agenderen() -> QuerySet[Procedure]:
    """Work for the table: in phase 2, or waiting on the market; with the facts of the rule."""
    vroegste = Publicatie.objects.filter(procedure=OuterRef("pk")).order_by("-nummer")
    return (
        Procedure.objects.filter(fase__in=(Fase.MATCHTAFEL, Fase.OPDRACHTENMARKT))
        .select_related("matchvraag__tro", "matchvraag__opdracht", "matchvraag__capaciteitsvraag")
        .annotate(
            vroegste=Subquery(vroegste.values("vroegste_bespreekdatum")[:1]),
            staat_op_agenda=Exists(_lopend_punt()),
            ligt_voor=Exists(
                Match.objects.filter(procedure=OuterRef("pk"), status=MatchStatus.VOORGESTELD)
            ),
        )
        .order_by("vroegste", "in_fase_sinds", "id")
    )


def wachtend_op_agenda() -> QuerySet[Procedure]:
    """Work in phase 2 that is on no agenda yet and waits for no consent (R260)."""
    return te_agenderen().filter(
        fase=Fase.MATCHTAFEL, gepauzeerd_op__isnull=True, staat_op_agenda=False, ligt_voor=False
    )


def feiten_voor_agenda(procedure: Procedure) -> Procedure:
    """The same procedure with the facts that ``beletsel_punt_agenderen`` asks for."""
    gevonden = te_agenderen().filter(pk=procedure.pk).first()
    if gevonden is not None:
        return gevonden
    procedure.vroegste = vroegste_bespreekdatum(procedure)
    procedure.staat_op_agenda = _lopend_punt_van(procedure)
    procedure.ligt_voor = False
    return procedure


def _lopend_punt_van(procedure: Procedure) -> bool:
    return (
        Agendapunt.objects.filter(procedure=procedure)
        .exclude(sessie__status=SessieStatus.GESLOTEN).exists()
    )


def procedure_van(public_id: UUID | str) -> Procedure:
    return get_object_or_404(
        Procedure.objects.select_related(
            "matchvraag__tro", "matchvraag__opdracht__opgave", "matchvraag__capaciteitsvraag"
        ),
        public_id=public_id,
    )


# -- candidates -----------------------------------------------------------------------------


def kandidaten_van(punt: Agendapunt) -> list[Kandidaat]:
    """In the order of the table; who withdrew is no longer there."""
    return list(
        punt.kandidaten.exclude(reactie__status=ReactieStatus.INGETROKKEN)
        .select_related("medewerker", "reactie").order_by("volgorde", "id")
    )


def kandidaat_van(public_id: UUID | str) -> Kandidaat:
    return get_object_or_404(
        Kandidaat.objects.select_related(
            "medewerker", "reactie", "agendapunt__sessie__voorzitter",
            *[f"agendapunt__{pad}" for pad in PROCEDURE_ERBIJ],
        ),
        public_id=public_id,
    )


def open_reacties(procedure: Procedure) -> QuerySet[Reactie]:
    """Reactions that belong on the table (R254)."""
    return Reactie.objects.filter(
        publicatie__procedure=procedure, status__in=OP_TAFEL_TE_LEGGEN
    ).select_related("medewerker")


def suggesties_van(procedure: Procedure) -> list[Suggestie]:
    return list(procedure.suggesties.select_related("medewerker"))


def laatste_run(procedure: Procedure, gebruiker_id: int | None) -> Suggestierun | None:
    """The newest ranking that this person asked: what counts may differ per asker (Q36)."""
    return procedure.suggestieruns.filter(gevraagd_door=gebruiker_id).first()


@dataclass(frozen=True, slots=True)
class Wie:
    naam: str
    pteam: str
    pteam_id: int | None


def wie_zijn(public_ids: list[str], dag: date) -> dict[str, Wie]:
    """Names and teams of people named by public id."""
    mensen = {m.pk: m for m in Medewerker.objects.filter(public_id__in=public_ids)}
    teams = pteams_van(list(mensen), dag)
    return {
        str(m.public_id): Wie(
            m.naam, teams[pk].naam if pk in teams else "", teams[pk].pk if pk in teams else None
        )
        for pk, m in mensen.items()
    }


@dataclass(frozen=True, slots=True)
class Profiel:
    """What a member of the table may read of a candidate; part 2 only with consent (R145)."""

    herkomst: str
    kennis_en_kunde: str = ""
    bellen_voor: str = ""
    competenties: tuple[tuple[str, int, str], ...] = ()
    ontwikkelen: str = ""

    @property
    def heeft_inhoud(self) -> bool:
        return bool(self.kennis_en_kunde or self.bellen_voor or self.competenties)


def profiel_van(kandidaat: Kandidaat, actor: Actor, dag: date) -> Profiel:
    """The snapshot that came with a reaction, or what the policy of the PPP shows this reader."""
    if kandidaat.reactie is not None:
        foto = kandidaat.reactie.ppp
        return Profiel(
            herkomst="Meegestuurd bij de reactie",
            kennis_en_kunde=foto.get("kennis_en_kunde", ""),
            bellen_voor=foto.get("bellen_voor", ""),
            competenties=tuple(
                (c["naam"], c["niveau"], c["bewijs"]) for c in foto.get("competenties", ())
            ),
            ontwikkelen=foto.get("ontwikkelen", "") if kandidaat.reactie.deelt_wensen else "",
        )
    weergave = ppp_weergave(actor, kandidaat.medewerker, dag)
    return Profiel(
        herkomst="Zoals jij dit profiel mag zien",
        kennis_en_kunde=weergave.kennis_en_kunde or "", bellen_voor=weergave.bellen_voor or "",
        competenties=tuple(
            (c.competentie.naam, c.niveau, c.bewijs) for c in weergave.competenties or ()
        ),
    )


def tro_van(punt: Agendapunt) -> TRO | None:
    return getattr(punt.procedure.matchvraag, "tro", None)


def medewerker_op_tekst(public_id: str, dag: date) -> Medewerker | None:
    """The person that an address names; nobody when the text is no id."""
    try:
        return Medewerker.objects.in_dienst(dag).filter(public_id=UUID(public_id)).first()
    except ValueError:
        return None


def toelichting_van_suggestie(procedure: Procedure, medewerker: Medewerker | None) -> str:
    """What the recruitment system said about this person, to begin with."""
    if medewerker is None:
        return ""
    zinnen = procedure.suggesties.filter(medewerker=medewerker).values_list(
        "toelichting", flat=True
    )
    return zinnen.first() or ""


def suggesties_aan(dag: date) -> bool:
    return bool(instelling("SUGGESTIES_AAN", op=dag))


def uitkomst_naam(uitkomst: str, route: str) -> str:
    """The outcome in words; for an AOG place the domeindirecteur writes the profile (R288)."""
    if not uitkomst:
        return ""
    if route == Route.AOG and uitkomst == Uitkomst.TERUG_NAAR_AOG:
        return "Terug naar de domeindirecteur om aan te scherpen"
    return Uitkomst(uitkomst).label


def sessies_voor(actor: Actor) -> QuerySet[MatchtafelSessie]:
    """For the API: who is not at the table sees what is closed and thus public (R266)."""
    alle = MatchtafelSessie.objects.select_related("voorzitter").prefetch_related(
        "agendapunten__procedure__matchvraag__opdracht"
    )
    aan_tafel = actor.heeft(Recht.MATCHTAFEL_DEELNEMEN) or actor.heeft(
        Recht.MATCHTAFEL_ONDERSTEUNEN
    )
    return alle if aan_tafel else alle.filter(status=SessieStatus.GESLOTEN)


def punten() -> QuerySet[Agendapunt]:
    return Agendapunt.objects.select_related("sessie__voorzitter", *PROCEDURE_ERBIJ)
