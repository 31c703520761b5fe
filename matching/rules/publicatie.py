"""Why a TRO may not be written, shared, published; why somebody may not react."""

from collections.abc import Sequence
from datetime import date

from config.kern import queries as kern
from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from matching.enums import DelingAntwoord, Fase, ReactieStatus, Route
from matching.models import TRO, Agendapunt, Deling, Procedure, Publicatie, Reactie
from matching.queries.procedure import ligt_match_voor, open_publicatie
from matching.queries.wie import aog_van, aon_van
from matching.rules.procedure import (
    beletsel_gepauzeerd,
    beletsel_gesloten,
    beletsel_procedure_intrekken,
    beletsel_reden,
)
from matching.rules.wie import eigenaar_naam, is_eigenaar
from opgaven.enums import Label, OpdrachtStatus
from pdomein.enums import Dienstverband
from pdomein.models import Medewerker, PTeam
from pdomein.queries import pteam_van

TOELICHTING_MAX = 4000
ACTIEF = (OpdrachtStatus.GEPROGRAMMEERD, OpdrachtStatus.BEMENSING, OpdrachtStatus.IN_UITVOERING)
NIET_VAN_BINNEN = (Dienstverband.EXTERN, Dienstverband.STAGIAIR, Dienstverband.BESTUUR)
TE_INTREKKEN = (ReactieStatus.INGEDIEND, ReactieStatus.TE_BEVESTIGEN, ReactieStatus.OP_TAFEL)
# A change of one of these changes what people reacted to (R256).
WEZENLIJK = ("beoogd_resultaat", "begin", "einde", "fte", "schaal_van", "schaal_tot")


def ontbreekt_in(tro: TRO) -> list[str]:
    """What a TRO still lacks before others may see it (T1)."""
    nodig = {
        "titel": "de titel", "waarom": "waarom", "wat": "wat", "hoe": "hoe", "wie": "wie",
        "beoogd_resultaat": "het beoogde resultaat", "begin": "de begindatum",
        "einde": "de einddatum", "schaal_van": "het niveau", "schaal_tot": "het niveau",
    }
    woorden = [woord for veld, woord in nodig.items() if not getattr(tro, veld)]
    return list(dict.fromkeys(woorden))


def beletsel_tro_volledig(tro: TRO) -> Beletsel | None:
    mist = ontbreekt_in(tro)
    if not mist:
        return None
    lijst = mist[0] if len(mist) == 1 else f"{', '.join(mist[:-1])} en {mist[-1]}"
    return toestand(f"Vul de TRO eerst aan: {lijst} ontbreekt nog.")


def beletsel_tro_bijwerken(
    procedure: Procedure, *, door: Actor, dag: date, wezenlijk: bool = False,
    opnieuw_publiceren: bool = False,
) -> Beletsel | None:
    """The AOG writes the TRO, the domeindirecteur the profile of the AOG place (Q43, R256)."""
    if not is_eigenaar(door, procedure, dag):
        return geen_recht(f"Alleen {eigenaar_naam(procedure)} kan deze tekst wijzigen.")
    if bezwaar := beletsel_gesloten(procedure) if procedure.fase != Fase.INGETROKKEN else None:
        return bezwaar
    if wezenlijk and not opnieuw_publiceren:
        return toestand(
            "Je verandert het resultaat, de duur, de fte of het niveau van een opdracht die op "
            "de markt staat. Dat kan alleen met een nieuwe publicatie: de wachttijd begint dan "
            "opnieuw.",
            "opnieuw_publiceren",
        )
    return None


def beletsel_tro_delen(
    procedure: Procedure, *, door: Actor, dag: date, pteams: Sequence[PTeam] | None = None
) -> Beletsel | None:
    """T1: only a dynamic opdracht with AOG and AON, and a complete TRO (R232, R244, E07)."""
    if not is_eigenaar(door, procedure, dag):
        return geen_recht("Alleen de AOG van deze opdracht kan de TRO met P-teams delen.")
    opdracht = procedure.matchvraag.opdracht
    if opdracht.label != Label.DYNAMISCH:
        return toestand(
            "Deze opdracht is stabiel. De bemensing loopt via de jaarplanprocedure, niet via "
            "de matchingsprocedure."
        )
    if opdracht.status not in ACTIEF:
        return toestand("Deze opdracht is niet geprogrammeerd; matchen kan nog niet.")
    if procedure.route != Route.TEAM or procedure.fase not in (Fase.CONCEPT, Fase.INFORMEEL):
        return toestand("Delen met P-teams kan alleen in de voorbereiding en in fase 0.")
    if bezwaar := beletsel_gepauzeerd(procedure):
        return bezwaar
    if bezwaar := _beletsel_zonder_aog_aon(procedure, dag):
        return bezwaar
    if bezwaar := beletsel_tro_volledig(procedure.matchvraag.tro):
        return bezwaar
    if pteams is not None and not pteams:
        return invoer("Kies minstens één P-team.", "pteams")
    return None


def _beletsel_zonder_aog_aon(procedure: Procedure, dag: date) -> Beletsel | None:
    opdracht = procedure.matchvraag.opdracht
    mist = []
    if aog_van(opdracht, dag) is None:
        mist.append("AOG")
    if aon_van(opdracht, dag) is None:
        mist.append("AON")
    if not mist:
        return None
    return toestand(
        f"Deze opdracht heeft nog geen {' en geen '.join(mist)}. Het team komt daarna."
    )


def beletsel_deling_beantwoorden(
    deling: Deling, *, door: Actor, antwoord: str | None = None
) -> Beletsel | None:
    if not door.heeft(Recht.PTEAM_LEIDEN, op=deling.pteam):
        return geen_recht("Alleen de P-manager van dit P-team kan antwoorden.")
    if deling.procedure.fase != Fase.INFORMEEL:
        return toestand("Fase 0 is voorbij; een antwoord is niet meer nodig.")
    if antwoord is not None and antwoord not in (
        DelingAntwoord.JA, DelingAntwoord.NEE, DelingAntwoord.LATER
    ):
        return invoer("Kies ja, nee of later misschien.", "antwoord")
    return None


def beletsel_tro_publiceren(
    procedure: Procedure, *, door: Actor, dag: date
) -> Beletsel | None:
    """T3, T7, and the optional publication of an AOG profile (R294)."""
    if not is_eigenaar(door, procedure, dag):
        wie = eigenaar_naam(procedure)
        return geen_recht(f"Alleen {wie} kan deze opdracht op de opdrachtenmarkt zetten.")
    if bezwaar := beletsel_gepauzeerd(procedure):
        return bezwaar
    if procedure.route == Route.AON:
        return toestand("De plaats van AON gaat niet via de opdrachtenmarkt: de AOG stelt voor.")
    if open_publicatie(procedure) is not None:
        return toestand("Deze opdracht staat al op de opdrachtenmarkt.")
    if bezwaar := _beletsel_fase_voor_markt(procedure):
        return bezwaar
    if ligt_match_voor(procedure):
        return toestand(
            "Er ligt een match voor. Wacht op de instemming, of trek die match eerst in."
        )
    if procedure.route == Route.TEAM and (bezwaar := _beletsel_zonder_aog_aon(procedure, dag)):
        return bezwaar
    return beletsel_tro_volledig(procedure.matchvraag.tro)


def _beletsel_fase_voor_markt(procedure: Procedure) -> Beletsel | None:
    fase = procedure.fase
    if procedure.route == Route.AOG:
        if fase == Fase.MATCHTAFEL:
            return None
        return toestand("Een AOG-profiel kan alleen op de markt voordat de matchtafel adviseert.")
    if fase == Fase.CONCEPT and procedure.ronde == 1:
        return toestand("Deel de TRO eerst met P-teams (fase 0).")
    if fase == Fase.INGETROKKEN and not procedure.publicaties.all():
        return toestand("Deze procedure stond nog niet op de markt en is ingetrokken.")
    if fase not in (Fase.CONCEPT, Fase.INFORMEEL, Fase.INGETROKKEN):
        return toestand("Publiceren kan vanuit fase 0 of na een intrekking.")
    return None


def beletsel_publicatie_intrekken(
    publicatie: Publicatie, *, door: Actor, dag: date, reden: str | None = None
) -> Beletsel | None:
    """T6: with a reason; whoever reacted hears it."""
    if bezwaar := beletsel_procedure_intrekken(publicatie.procedure, door=door, dag=dag):
        return bezwaar
    if publicatie.ingetrokken_op or publicatie.gesloten_op:
        return toestand("Deze publicatie staat niet meer op de opdrachtenmarkt.")
    return beletsel_reden(reden)


def beletsel_publicatie_open(publicatie: Publicatie) -> Beletsel | None:
    """Reacting stays possible until the table opens the item or the procedure ends (R254)."""
    if publicatie.ingetrokken_op:
        return toestand("Deze opdracht is van de opdrachtenmarkt gehaald.")
    if publicatie.gesloten_op or publicatie.procedure.fase not in (
        Fase.OPDRACHTENMARKT, Fase.MATCHTAFEL
    ):
        return toestand("Reageren kan niet meer: deze procedure is verder.")
    # a session before this publication discussed an earlier round (T10, R255)
    if Agendapunt.objects.filter(
        procedure=publicatie.procedure, sessie__geopend_op__gte=publicatie.gepubliceerd_op
    ).exists():
        return toestand("Reageren kan niet meer: de matchtafel bespreekt deze opdracht.")
    return None


def beletsel_reactie_indienen(
    publicatie: Publicatie, medewerker: Medewerker | None, *, door: Actor, dag: date,
    toelichting: str | None = None,
) -> Beletsel | None:
    """Professionals from P-teams react for themselves, once (R248, R249)."""
    if medewerker is None or door.medewerker_id != medewerker.pk:
        return geen_recht("Reageren doe je voor jezelf, als medewerker.")
    if medewerker.uit_dienst is not None and medewerker.uit_dienst <= dag:
        return geen_recht("Je bent niet meer in dienst.")
    if medewerker.dienstverband in NIET_VAN_BINNEN and not kern.instelling(
        "EXTERNEN_MOGEN_REAGEREN", op=dag
    ):
        return geen_recht(
            "Reageren is voor collega's met een aanstelling. Jij staat als "
            f"{medewerker.get_dienstverband_display().lower()} in Inzet."
        )
    if pteam_van(medewerker, dag) is None:
        return geen_recht("Reageren is voor professionals uit een P-team; jij hebt er geen.")
    if bezwaar := beletsel_publicatie_open(publicatie):
        return bezwaar
    if publicatie.reacties.filter(medewerker=medewerker).exclude(
        status=ReactieStatus.INGETROKKEN
    ).exists():
        return toestand("Je hebt al op deze opdracht gereageerd.")
    if not hasattr(medewerker, "ppp"):
        return toestand("Maak eerst je PPP: dat gaat met je reactie mee.")
    return _beletsel_toelichting(toelichting)


def _beletsel_toelichting(toelichting: str | None) -> Beletsel | None:
    if toelichting is None:
        return None
    if not toelichting.strip():
        return invoer("Schrijf in een paar zinnen waarom dit bij je past.", "toelichting")
    if len(toelichting) > TOELICHTING_MAX:
        return invoer(f"Gebruik hooguit {TOELICHTING_MAX} tekens.", "toelichting")
    return None


def beletsel_reactie_wijzigen(
    reactie: Reactie, *, door: Actor, toelichting: str | None = None
) -> Beletsel | None:
    if bezwaar := _beletsel_eigen(reactie, door):
        return bezwaar
    if reactie.status != ReactieStatus.INGEDIEND:
        return toestand("Deze reactie is al in behandeling; je kunt haar nog wel intrekken.")
    return _beletsel_toelichting(toelichting)


def beletsel_reactie_intrekken(reactie: Reactie, *, door: Actor) -> Beletsel | None:
    if bezwaar := _beletsel_eigen(reactie, door):
        return bezwaar
    if reactie.status not in TE_INTREKKEN:
        return toestand("Deze reactie is al afgehandeld; intrekken kan niet meer.")
    return None


def beletsel_reactie_bevestigen(reactie: Reactie, *, door: Actor) -> Beletsel | None:
    """After a republication: one click says that the interest still stands (R255)."""
    if bezwaar := _beletsel_eigen(reactie, door):
        return bezwaar
    if reactie.status != ReactieStatus.TE_BEVESTIGEN:
        return toestand("Deze reactie hoef je niet te bevestigen.")
    return None


def beletsel_reacties_inzien(procedure: Procedure, *, door: Actor, dag: date) -> Beletsel | None:
    if is_eigenaar(door, procedure, dag):
        return None
    return geen_recht(f"Alleen {eigenaar_naam(procedure)} ziet de reacties.")


def _beletsel_eigen(reactie: Reactie, door: Actor) -> Beletsel | None:
    if door.is_systeem or door.medewerker_id == reactie.medewerker_id:
        return None
    return geen_recht("Dit is niet jouw reactie.")
