"""Why a match may not be proposed, agreed to, made definitive or dropped."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.opmaak import fte as fte_tekst
from config.kern.periode import dag_kort
from matching.enums import Fase, InstemmingVan, MatchStatus, ReactieStatus, Route, Uitkomst
from matching.models import Agendapunt, Instemming, Match, Procedure, Reactie
from matching.queries.procedure import vroegste_bespreekdatum
from matching.rules.procedure import beletsel_gepauzeerd, beletsel_gesloten, beletsel_reden
from matching.rules.wie import is_eigenaar, is_tafelvoorzitter, mag_als_pmanager
from pdomein.models import Medewerker
from pdomein.queries import pteam_van
from register.enums import RolCode
from register.queries import vrije_capaciteit
from register.queries.kennis import Kennis
from register.rules.rol import is_in_matrix

WACHTEND = (ReactieStatus.INGEDIEND, ReactieStatus.OP_TAFEL)
FASEN_TEAM = (Fase.INFORMEEL, Fase.OPDRACHTENMARKT, Fase.MATCHTAFEL, Fase.EXTERN)


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What is proposed: person, period, fte, and the motivations that go with it."""

    medewerker: Medewerker
    begin: date | None
    einde: date | None
    fte: Decimal | None
    motivatie_organisatie: str
    motivatie_persoon: str
    motivatie_binnen_wachttijd: str = ""
    motivatie_niveau: str = ""


def is_buiten_niveau(procedure: Procedure, medewerker: Medewerker) -> bool:
    """Not horizontal: the scale lies outside what the TRO asks; for an AON, bijlage 3 (R262)."""
    tro = procedure.matchvraag.tro
    if procedure.route == Route.AON:
        return not is_in_matrix(RolCode.AON, medewerker, Kennis())
    if medewerker.schaal is None:
        return False
    return bool(
        (tro.schaal_van and medewerker.schaal < tro.schaal_van)
        or (tro.schaal_tot and medewerker.schaal > tro.schaal_tot)
    )


def is_binnen_wachttijd(procedure: Procedure, dag: date) -> bool:
    vroegste = vroegste_bespreekdatum(procedure)
    return procedure.fase == Fase.OPDRACHTENMARKT and vroegste is not None and dag < vroegste


def beletsel_match_voorstellen(
    procedure: Procedure, *, door: Actor, dag: date, agendapunt: Agendapunt | None = None,
    voorstel: Voorstel | None = None,
) -> Beletsel | None:
    """T2, T4, T8, T12 and the proposal of an AON (R230, R240, R241, R252, R253, R262)."""
    if bezwaar := _beletsel_voorsteller(procedure, door, dag, agendapunt):
        return bezwaar
    if bezwaar := beletsel_gesloten(procedure) or beletsel_gepauzeerd(procedure):
        return bezwaar
    if bezwaar := _beletsel_fase(procedure, dag, agendapunt):
        return bezwaar
    if procedure.matches.exclude(status=MatchStatus.AFGEWEZEN).exists():
        return toestand("Er ligt al een match voor. Wacht op de instemming, of trek die match in.")
    if voorstel is None:
        return None
    return (
        _beletsel_invoer(voorstel)
        or _beletsel_persoon(procedure, voorstel, dag)
        or _beletsel_wachttijd(procedure, voorstel, dag)
        or _beletsel_niveau(procedure, voorstel)
        or beletsel_capaciteit(voorstel.medewerker, voorstel.begin, voorstel.einde, voorstel.fte)
    )


def _beletsel_voorsteller(
    procedure: Procedure, door: Actor, dag: date, agendapunt: Agendapunt | None
) -> Beletsel | None:
    if procedure.fase == Fase.MATCHTAFEL and procedure.route == Route.TEAM:
        if door.is_systeem or is_tafelvoorzitter(door, procedure):
            return None
        return geen_recht(
            "In fase 2 komt een match van de matchtafel: de voorzitter legt die vast."
        )
    if procedure.fase == Fase.EXTERN:
        werving = procedure.wervingen.exclude(status="ingetrokken").select_related("pteam").first()
        if werving is None:
            return toestand("Open eerst een vorm van externe werving.")
        if door.heeft(Recht.PTEAM_LEIDEN, op=werving.pteam):
            return None
        return geen_recht("Alleen de P-manager die werft stelt hier een match voor.")
    if is_eigenaar(door, procedure, dag):
        return None
    return geen_recht("Alleen de AOG van deze opdracht kan een match voorstellen.")


def _beletsel_fase(
    procedure: Procedure, dag: date, agendapunt: Agendapunt | None
) -> Beletsel | None:
    if procedure.route == Route.AOG:
        return toestand("Een AOG komt er via de keuze van de domeindirecteur.")
    if procedure.route == Route.AON:
        if procedure.fase != Fase.CONCEPT:
            return toestand("Een AON stel je voor in de voorbereiding.")
        return None
    if procedure.fase not in FASEN_TEAM:
        return toestand("In deze fase kan geen match worden voorgesteld.")
    if procedure.fase != Fase.MATCHTAFEL:
        return None
    if agendapunt is None or agendapunt.uitkomst != Uitkomst.GEMATCHT:
        return toestand("De matchtafel heeft voor deze plaats nog geen match gekozen.")
    vroegste = vroegste_bespreekdatum(procedure)
    if vroegste is not None and dag < vroegste:
        return toestand(f"De matchtafel mag deze opdracht pas bespreken op {dag_kort(vroegste)}.")
    return None


def _beletsel_invoer(v: Voorstel) -> Beletsel | None:
    if v.begin is None:
        return invoer("Vul in vanaf welke dag.", "begin")
    if v.einde is None:
        return invoer("Vul in tot welke dag: een match heeft altijd een einde.", "einde")
    if v.einde <= v.begin:
        return invoer("De einddatum moet na de begindatum liggen.", "einde")
    if v.fte is None or not 0 < v.fte <= 2:
        return invoer("De fte ligt boven 0 en is hooguit 2.", "fte")
    if not v.motivatie_organisatie.strip():
        return invoer("Schrijf op wat dit de organisatie brengt.", "motivatie_organisatie")
    if not v.motivatie_persoon.strip():
        return invoer("Schrijf op hoe dit past bij de medewerker.", "motivatie_persoon")
    return None


def _beletsel_persoon(procedure: Procedure, v: Voorstel, dag: date) -> Beletsel | None:
    if v.medewerker.uit_dienst is not None and v.medewerker.uit_dienst < v.einde:
        return toestand("Deze medewerker is niet de hele periode in dienst.", "medewerker")
    if procedure.fase == Fase.INFORMEEL:
        pteam = pteam_van(v.medewerker, dag)
        if pteam is None or not procedure.delingen.filter(pteam=pteam).exists():
            return toestand(
                "De TRO is niet gedeeld met het P-team van deze medewerker. Deel die eerst.",
                "medewerker",
            )
    if procedure.fase == Fase.OPDRACHTENMARKT and not _wachtende(procedure).filter(
        medewerker=v.medewerker
    ).exists():
        return toestand(
            "In fase 1 kies je iemand die heeft gereageerd.", "medewerker"
        )
    return None


def _beletsel_wachttijd(procedure: Procedure, v: Voorstel, dag: date) -> Beletsel | None:
    """Before the end of the wait: only explained, and with all reactions read (R253, Q08)."""
    if not is_binnen_wachttijd(procedure, dag):
        return None
    ongelezen = _wachtende(procedure).filter(gezien_op=None).count()
    if ongelezen:
        wat = "is 1 reactie" if ongelezen == 1 else f"zijn {ongelezen} reacties"
        return toestand(f"Er {wat} die je nog niet las. Lees eerst alle reacties.")
    if not v.motivatie_binnen_wachttijd.strip():
        aantal = _wachtende(procedure).exclude(medewerker=v.medewerker).count()
        ander = "is 1 andere reactie" if aantal == 1 else f"zijn {aantal} andere reacties"
        return invoer(
            f"De reactietijd loopt nog en er {ander}. Leg uit waarom je nu al kiest.",
            "motivatie_binnen_wachttijd",
        )
    return None


def _beletsel_niveau(procedure: Procedure, v: Voorstel) -> Beletsel | None:
    if is_buiten_niveau(procedure, v.medewerker) and not v.motivatie_niveau.strip():
        return invoer(
            "Het uitgangspunt is horizontaal matchen. Leg uit waarom je van het gevraagde "
            "niveau afwijkt.",
            "motivatie_niveau",
        )
    return None


def beletsel_capaciteit(
    medewerker: Medewerker, begin: date, einde: date, fte: Decimal
) -> Beletsel | None:
    """Nobody is promised twice (R239, E20)."""
    vrij = vrije_capaciteit(medewerker, begin, einde)
    if fte <= vrij:
        return None
    return toestand(
        f"{medewerker.naam} heeft in deze periode nog {fte_tekst(max(vrij, Decimal(0)))} vrij; "
        f"dit vraagt {fte_tekst(fte)}.",
        "fte",
    )


def _wachtende(procedure: Procedure) -> QuerySet[Reactie]:
    return Reactie.objects.filter(publicatie__procedure=procedure, status__in=WACHTEND)


def beletsel_instemming_geven(
    match: Match, van: InstemmingVan, *, door: Actor, dag: date, akkoord: bool | None = None,
    reden: str | None = None,
) -> Beletsel | None:
    """R161, R238: two people say yes for themselves; nobody answers for another (Q42)."""
    if van == InstemmingVan.MEDEWERKER:
        if door.medewerker_id != match.medewerker_id:
            return geen_recht("Alleen de medewerker zelf kan instemmen.")
    elif not mag_als_pmanager(door, match, dag):
        return geen_recht(
            "Alleen de eigen P-manager stemt in; bij een eigen belang de directeur M&O."
        )
    if match.status != MatchStatus.VOORGESTELD:
        return toestand("Over deze match is al beslist.")
    if bezwaar := beletsel_gepauzeerd(match.procedure):
        return bezwaar
    instemming = Instemming.objects.filter(match=match, van=van).first()
    if instemming is not None and instemming.akkoord is not None:
        return toestand("Je hebt hier al op geantwoord.")
    if akkoord is False and van == InstemmingVan.PMANAGER:
        return beletsel_reden(reden)
    return None


def beletsel_match_vastleggen(match: Match, *, door: Actor, dag: date) -> Beletsel | None:
    """Definitive only with person, period, fte and two consents (part 4, invariants)."""
    if match.status != MatchStatus.VOORGESTELD:
        return toestand("Over deze match is al beslist.")
    if match.procedure.route != Route.TEAM:
        return toestand("Een AOG of AON wordt aangewezen door de directeur M&O.")
    if bezwaar := beletsel_zonder_instemming(match):
        return bezwaar
    betrokken = (
        door.medewerker_id == match.medewerker_id
        or mag_als_pmanager(door, match, dag)
        or is_eigenaar(door, match.procedure, dag)
    )
    if not betrokken:
        return geen_recht("Alleen wie bij deze match betrokken is, kan haar vastleggen.")
    return None


def beletsel_zonder_instemming(match: Match) -> Beletsel | None:
    gegeven = {i.van for i in match.instemmingen.all() if i.akkoord}
    mist = [keuze.label.lower() for keuze in InstemmingVan if keuze not in gegeven]
    if not mist:
        return None
    return toestand(f"De instemming van {' en '.join(mist)} is er nog niet.")


def beletsel_match_intrekken(
    match: Match, *, door: Actor, dag: date, reden: str | None = None
) -> Beletsel | None:
    """Whoever proposed takes the proposal back as long as it is not definitive."""
    if match.status != MatchStatus.VOORGESTELD:
        return toestand("Over deze match is al beslist.")
    mag = is_eigenaar(door, match.procedure, dag) or is_tafelvoorzitter(door, match.procedure)
    if not mag:
        return geen_recht("Alleen wie de match voorstelde kan die intrekken.")
    return beletsel_reden(reden)
