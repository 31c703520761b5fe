"""Why an AOG may not be chosen, designated or refused (R288-R292, bijlage 3)."""

from datetime import date

from config.kern import queries as kern
from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from matching.enums import Fase, MatchStatus, Route, Uitkomst
from matching.models import Kandidaat, Match, Procedure
from matching.queries.wie import odomein_van_opdracht
from matching.rules.match import Voorstel, beletsel_capaciteit, beletsel_zonder_instemming
from matching.rules.procedure import beletsel_gepauzeerd, beletsel_reden
from matching.rules.wie import is_dd_van
from pdomein.models import Medewerker
from pdomein.queries import pmanager_van
from register.enums import RolCode
from register.queries import rollen_van
from register.queries.kennis import Kennis
from register.rules.rol import is_in_matrix


def is_binnen_matrix(medewerker: Medewerker) -> bool:
    """Does bijlage 3 fit this person for AOG? It warns, it does not block (R112-R115)."""
    return is_in_matrix(RolCode.AOG, medewerker, Kennis())


def is_geadviseerd(procedure: Procedure, medewerker: Medewerker) -> bool:
    return Kandidaat.objects.filter(
        agendapunt__procedure=procedure, agendapunt__uitkomst=Uitkomst.ADVIES,
        medewerker=medewerker, gekozen=True,
    ).exists()


def beletsel_aog_kiezen(
    procedure: Procedure, *, door: Actor, dag: date, voorstel: Voorstel | None = None,
    afwijking_van_advies: str | None = None, motivatie_matrix: str | None = None,
) -> Beletsel | None:
    """G: the domeindirecteur chooses after the advice; another person only explained (R289)."""
    if not is_dd_van(door, procedure.matchvraag.opdracht, dag):
        return geen_recht("Alleen de domeindirecteur van deze opgave kiest de AOG.")
    if procedure.route != Route.AOG or procedure.fase != Fase.KEUZE_DD:
        return toestand("Kiezen kan pas als de matchtafel heeft geadviseerd.")
    if bezwaar := beletsel_gepauzeerd(procedure):
        return bezwaar
    if voorstel is None:
        return None
    if voorstel.medewerker.pk == door.medewerker_id and not _is_dbi(procedure, dag):
        return toestand(
            "Je kunt jezelf niet als AOG kiezen. Alleen bij de Dienst Beheer Infrastructuur mag "
            "dat in één hand zijn.", "medewerker",
        )
    return _beletsel_periode(voorstel) or _beletsel_uitleg(
        procedure, voorstel, afwijking_van_advies or "", motivatie_matrix or ""
    )


def _is_dbi(procedure: Procedure, dag: date) -> bool:
    odomein = odomein_van_opdracht(procedure.matchvraag.opdracht, dag)
    return odomein is not None and odomein.dbi_uitzondering


def _beletsel_periode(v: Voorstel) -> Beletsel | None:
    if v.begin is None:
        return invoer("Vul in vanaf welke dag.", "begin")
    if v.einde is None or v.einde <= v.begin:
        return invoer("Vul een einddatum in die na de begindatum ligt.", "einde")
    if v.fte is None or not 0 < v.fte <= 2:
        return invoer("De fte ligt boven 0 en is hooguit 2.", "fte")
    return None


def _beletsel_uitleg(
    procedure: Procedure, v: Voorstel, afwijking: str, matrix: str
) -> Beletsel | None:
    if not is_geadviseerd(procedure, v.medewerker) and not afwijking.strip():
        return invoer(
            "De matchtafel adviseerde iemand anders. Leg uit waarom je van het advies afwijkt.",
            "afwijking_van_advies",
        )
    if not is_binnen_matrix(v.medewerker) and not matrix.strip():
        return invoer(
            "Functiegroep en schaal staan in bijlage 3 niet bij de AOG. Leg uit waarom het kan.",
            "motivatie_matrix",
        )
    return beletsel_capaciteit(v.medewerker, v.begin, v.einde, v.fte)


def beletsel_aanwijzen(match: Match, *, door: Actor, dag: date) -> Beletsel | None:
    """H: the second key, with two consents; nobody designates themselves (R067, R292, R419)."""
    if not door.heeft(Recht.ROL_AANWIJZEN):
        return geen_recht("Alleen een directeur Mens en Organisatie wijst aan.")
    procedure = match.procedure
    if match.medewerker_id == door.medewerker_id:
        return geen_recht("Je kunt jezelf niet aanwijzen. Een andere directeur M&O doet dat.")
    if procedure.fase != Fase.AANWIJZING or match.status != MatchStatus.VOORGESTELD:
        return toestand("Er ligt nu niets om aan te wijzen.")
    if bezwaar := beletsel_gepauzeerd(procedure) or beletsel_zonder_instemming(match):
        return bezwaar
    if procedure.route == Route.AOG:
        return _beletsel_programmadirecteur(match.medewerker, dag)
    if vraagt_dd(procedure, dag) and not is_geaccordeerd(match):
        return toestand("De domeindirecteur heeft deze AON nog niet geaccordeerd.")
    return None


def vraagt_dd(procedure: Procedure, dag: date) -> bool:
    """A province may want the signature of the domeindirecteur for an AON too (R291)."""
    return procedure.route == Route.AON and bool(
        kern.instelling("AON_HANDTEKENING_DD", op=dag)
    )


def is_geaccordeerd(match: Match) -> bool:
    return match.procedure.aogkeuzes.filter(
        medewerker=match.medewerker_id, geweigerd_op=None
    ).exists()


def beletsel_aon_accorderen(match: Match, *, door: Actor, dag: date) -> Beletsel | None:
    """The extra signature of the domeindirecteur, where the province asks for it (R291)."""
    procedure = match.procedure
    if not is_dd_van(door, procedure.matchvraag.opdracht, dag):
        return geen_recht("Alleen de domeindirecteur van deze opgave accordeert de AON.")
    if not vraagt_dd(procedure, dag):
        return toestand("Voor deze plaats is geen akkoord van de domeindirecteur nodig.")
    if procedure.fase != Fase.AANWIJZING or match.status != MatchStatus.VOORGESTELD:
        return toestand("Er ligt nu niets om te accorderen.")
    if is_geaccordeerd(match):
        return toestand("De domeindirecteur heeft deze AON al geaccordeerd.")
    return None


def _beletsel_programmadirecteur(medewerker: Medewerker, dag: date) -> Beletsel | None:
    """The P-manager of a Programmadirecteur is found in the Directieteam (R069, E24)."""
    grens = kern.instelling("PROGDIR_SCHAAL", op=dag)
    if medewerker.schaal is None or medewerker.schaal < grens:
        return None
    pmanager = pmanager_van(medewerker, dag)
    in_dt = pmanager is not None and any(
        rij.rol.code in (RolCode.PROVINCIESECRETARIS, RolCode.CONCERNDIRECTEUR)
        for rij in rollen_van(pmanager, dag)
    )
    if in_dt:
        return None
    return toestand(
        f"Een AOG in schaal {grens} of hoger is Programmadirecteur. De P-manager moet dan de "
        "provinciesecretaris of een concerndirecteur zijn. Regel dat eerst."
    )


def beletsel_aanwijzing_weigeren(
    match: Match, *, door: Actor, reden: str | None = None
) -> Beletsel | None:
    """X: with a reason; the Directieteam hears the two directors (R290)."""
    if not door.heeft(Recht.ROL_AANWIJZEN):
        return geen_recht("Alleen een directeur Mens en Organisatie weigert een aanwijzing.")
    if match.procedure.fase != Fase.AANWIJZING or match.status != MatchStatus.VOORGESTELD:
        return toestand("Er ligt nu niets om te weigeren.")
    return beletsel_reden(reden)
