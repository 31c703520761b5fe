"""Why not, at the matchtafel: who may do what, and when (Werkingsprincipes §10.2.3)."""

from collections.abc import Sequence
from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.periode import dag_kort
from matching.enums import Fase, KandidaatBron, ReactieStatus, Route, SessieStatus, Uitkomst
from matching.models import Agendapunt, Kandidaat, MatchtafelSessie, Procedure
from matching.queries import matchtafel as queries
from pdomein.models import Medewerker

UITKOMSTEN = {
    Route.TEAM: (
        Uitkomst.GEMATCHT, Uitkomst.AANHOUDEN, Uitkomst.NAAR_EXTERN, Uitkomst.TERUG_NAAR_AOG,
        Uitkomst.ESCALEREN,
    ),
    Route.AOG: (
        Uitkomst.ADVIES, Uitkomst.AANHOUDEN, Uitkomst.TERUG_NAAR_AOG, Uitkomst.ESCALEREN,
    ),
    Route.AON: (),
}
MET_KANDIDAAT = (Uitkomst.GEMATCHT, Uitkomst.ADVIES)
MET_MOTIVERING = tuple(u for u in Uitkomst if u != Uitkomst.AANHOUDEN)
NIET_AAN_TAFEL = "Alleen P-managers die aan deze sessie deelnemen, kunnen dit doen."


def is_medewerker_aan_tafel(door: Actor) -> bool:
    return door.heeft(Recht.MATCHTAFEL_DEELNEMEN) or door.heeft(Recht.MATCHTAFEL_ONDERSTEUNEN)


# -- sessions -------------------------------------------------------------------------------


def beletsel_sessie_plannen(
    *, datum: date | None = None, voorzitter: Medewerker | None = None,
    deelnemers: Sequence[Medewerker] = (), recruiters: Sequence[Medewerker] = (), vandaag: date,
    door: Actor,
) -> Beletsel | None:
    """Only P-managers sit at the table, one of them chairs, a recruiter supports (R261)."""
    if not is_medewerker_aan_tafel(door):
        return geen_recht("Alleen een P-manager of een recruiter plant een sessie.")
    if datum is None or voorzitter is None:
        return None
    if datum < vandaag:
        return invoer("Kies een datum die nog niet voorbij is.", "datum")
    pmanagers = set(queries.pmanagers_op(datum).values_list("pk", flat=True))
    if voorzitter.pk not in pmanagers:
        return invoer(
            f"{voorzitter.naam} is op deze dag geen P-manager. De voorzitter van de matchtafel is "
            "een van de P-managers.", "voorzitter",
        )
    fout = [m.naam for m in deelnemers if m.pk not in pmanagers]
    if fout:
        return invoer(f"Op deze dag geen P-manager: {', '.join(fout)}.", "deelnemers")
    ondersteuners = set(queries.recruiters_op(datum).values_list("pk", flat=True))
    geen = [m.naam for m in recruiters if m.pk not in ondersteuners]
    if geen:
        return invoer(f"Op deze dag geen recruiter: {', '.join(geen)}.", "recruiters")
    return None


def beletsel_deelnemer_toevoegen(
    *, sessie: MatchtafelSessie, medewerker: Medewerker, door: Actor
) -> Beletsel | None:
    """A P-manager joins; the chair may add another P-manager or a recruiter."""
    if not is_medewerker_aan_tafel(door):
        return geen_recht("Alleen P-managers en recruiters nemen deel aan de matchtafel.")
    if medewerker.pk != door.medewerker_id and not is_voorzitter(sessie, door):
        return geen_recht("Alleen de voorzitter voegt iemand anders toe aan de sessie.")
    if sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    if queries.deelname_van(sessie, medewerker.pk):
        return toestand(f"{medewerker.naam} neemt al deel aan deze sessie.")
    mogen = queries.pmanagers_op(sessie.datum) | queries.recruiters_op(sessie.datum)
    if not mogen.filter(pk=medewerker.pk).exists():
        return toestand(f"{medewerker.naam} is op deze dag geen P-manager en geen recruiter.")
    return None


def beletsel_aanwezigheid_vastleggen(
    *, sessie: MatchtafelSessie, door: Actor
) -> Beletsel | None:
    if not is_voorzitter(sessie, door):
        return geen_recht("Alleen de voorzitter legt vast wie er is.")
    if sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    return None


def beletsel_sessie_openen(
    *, sessie: MatchtafelSessie, aantal_punten: int, vandaag: date, door: Actor
) -> Beletsel | None:
    """The chair opens, on the day itself: the items were allowed for that day (R250, R261)."""
    if not is_voorzitter(sessie, door):
        return geen_recht("Alleen de voorzitter opent de sessie.")
    if sessie.status != SessieStatus.GEPLAND:
        return toestand("Deze sessie is al geopend.")
    if vandaag < sessie.datum:
        return toestand(f"Deze sessie is op {dag_kort(sessie.datum)}. Eerder openen kan niet.")
    if not aantal_punten:
        return toestand("Er staat nog niets op de agenda.")
    return None


def beletsel_sessie_sluiten(
    *, sessie: MatchtafelSessie, ontbreekt: Sequence[str], door: Actor
) -> Beletsel | None:
    """Every item has exactly one outcome, with its motivation (R264, R270)."""
    if not is_voorzitter(sessie, door):
        return geen_recht("Alleen de voorzitter sluit de sessie.")
    if sessie.status != SessieStatus.OPEN:
        return toestand(
            "Deze sessie is al gesloten."
            if sessie.status == SessieStatus.GESLOTEN
            else "Deze sessie is nog niet geopend."
        )
    if ontbreekt:
        return toestand(f"De sessie kan nog niet dicht. {' '.join(ontbreekt)}")
    return None


def beletsel_verslag_versturen(*, sessie: MatchtafelSessie, door: Actor) -> Beletsel | None:
    """The chair reports to the directeuren M&O (R265)."""
    if not is_voorzitter(sessie, door):
        return geen_recht("Alleen de voorzitter verstuurt het verslag.")
    if sessie.status != SessieStatus.GESLOTEN:
        return toestand("Het verslag is er pas als de sessie gesloten is.")
    if sessie.gerapporteerd_op is not None:
        return toestand("Dit verslag is al verstuurd.")
    return None


def mag_sessie_zien(sessie: MatchtafelSessie, door: Actor) -> Beletsel | None:
    """What is said about people stays with who sits at the table (R268)."""
    if not is_medewerker_aan_tafel(door):
        return geen_recht("Alleen wie deelneemt aan de matchtafel, ziet deze pagina.")
    if queries.deelname_van(sessie, door.medewerker_id) is None:
        return geen_recht("Je neemt niet deel aan deze sessie. Sluit eerst aan.")
    return None


def mag_verslag_zien(sessie: MatchtafelSessie, door: Actor) -> Beletsel | None:
    """Directeuren M&O and the P-beraad keep contact with the table (R108, R267)."""
    if door.heeft_ergens(Recht.DOMEIN_REGIE) or door.heeft_ergens(Recht.AFWIJKING_BESLUITEN):
        return None
    return mag_sessie_zien(sessie, door)


# -- agenda ---------------------------------------------------------------------------------


def beletsel_punt_agenderen(
    *, sessie: MatchtafelSessie, procedure: Procedure, door: Actor
) -> Beletsel | None:
    """Not before the earliest date (R250); ``procedure`` carries the facts of ``te_agenderen``."""
    if not is_medewerker_aan_tafel(door):
        return geen_recht("Alleen een P-manager of een recruiter stelt de agenda samen.")
    if sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    vroegste = procedure.vroegste
    if vroegste is not None and sessie.datum < vroegste:
        return toestand(
            f"Deze opdracht mag niet eerder dan {dag_kort(vroegste)} op de matchtafel. "
            "Na publicatie moeten er eerst hele werkdagen voorbijgaan."
        )
    if procedure.fase == Fase.OPDRACHTENMARKT:
        vanaf = f" Vanaf {dag_kort(vroegste)} kan dit wel." if vroegste else ""
        return toestand(f"Deze opdracht staat nog op de opdrachtenmarkt.{vanaf}")
    return _beletsel_procedure(procedure)


def beletsel_punten_agenderen(
    *, sessie: MatchtafelSessie, aantal: int, door: Actor
) -> Beletsel | None:
    """Everything at once; what may not be on the table yet stays where it is."""
    if not is_medewerker_aan_tafel(door):
        return geen_recht("Alleen een P-manager of een recruiter stelt de agenda samen.")
    if sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    return None if aantal else toestand("Er wacht niets dat nu op deze agenda mag.")


def _beletsel_procedure(procedure: Procedure) -> Beletsel | None:
    if procedure.fase != Fase.MATCHTAFEL:
        return toestand("Deze opdracht is niet in fase 2 en kan niet op de matchtafel.")
    if procedure.gepauzeerd_op is not None:
        return toestand("Deze procedure staat op pauze.")
    if procedure.staat_op_agenda:
        return toestand("Deze opdracht staat al op de agenda van een sessie.")
    if procedure.ligt_voor:
        return toestand("Voor deze opdracht ligt al een match voor; die wacht op instemming.")
    return None


def beletsel_punt_afvoeren(*, agendapunt: Agendapunt, door: Actor) -> Beletsel | None:
    if not is_medewerker_aan_tafel(door):
        return geen_recht("Alleen een P-manager of een recruiter stelt de agenda samen.")
    if agendapunt.sessie.status != SessieStatus.GEPLAND:
        return toestand("De sessie is geopend. Kies “Aanhouden” om dit punt door te schuiven.")
    return None


def beletsel_punt_verplaatsen(*, agendapunt: Agendapunt, door: Actor) -> Beletsel | None:
    if not is_medewerker_aan_tafel(door):
        return geen_recht("Alleen een P-manager of een recruiter stelt de agenda samen.")
    if agendapunt.sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    return None


def beletsel_punt_tonen(*, sessie: MatchtafelSessie, door: Actor) -> Beletsel | None:
    """Anyone at the table may turn the page, the recruiter too."""
    if not is_medewerker_aan_tafel(door) or not queries.deelname_van(sessie, door.medewerker_id):
        return geen_recht("Alleen deelnemers aan deze sessie wisselen van agendapunt.")
    return beletsel_open(sessie)


def beletsel_tafel_verlaten(*, agendapunt: Agendapunt, door: Actor) -> Beletsel | None:
    """Who has an interest of their own steps aside for one item (R419)."""
    if not queries.deelname_van(agendapunt.sessie, door.medewerker_id):
        return geen_recht("Je neemt niet deel aan deze sessie.")
    if agendapunt.sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    if agendapunt.verlaten_door.filter(pk=door.medewerker_id).exists():
        return toestand("Je hebt de tafel bij dit punt al verlaten.")
    return None


def beletsel_tafel_terugkeren(*, agendapunt: Agendapunt, door: Actor) -> Beletsel | None:
    if not queries.deelname_van(agendapunt.sessie, door.medewerker_id):
        return geen_recht("Je neemt niet deel aan deze sessie.")
    if agendapunt.kandidaten.filter(medewerker=door.medewerker_id).exists():
        return geen_recht("Je bent zelf kandidaat bij dit punt.")
    if not agendapunt.verlaten_door.filter(pk=door.medewerker_id).exists():
        return toestand("Je zit bij dit punt al aan tafel.")
    return None


# -- outcome --------------------------------------------------------------------------------


def beletsel_uitkomst_vastleggen(
    *, agendapunt: Agendapunt, uitkomst: str = "", kandidaten: Sequence[Kandidaat] = (),
    versie: int | None = None, vroegste: date | None = None, vandaag: date, door: Actor,
) -> Beletsel | None:
    """P-managers at the table decide together; a recruiter never does (R107, R261, R270)."""
    eerst = (
        beletsel_beslissen(agendapunt, door)
        or beletsel_open(agendapunt.sessie)
        or beletsel_verouderd(agendapunt, versie)
        or _beletsel_bespreken(agendapunt, vroegste, vandaag)
    )
    if eerst or not uitkomst:
        return eerst
    return beletsel_keuze(agendapunt, uitkomst, kandidaten)


def beletsel_uitkomst_herstellen(
    *, agendapunt: Agendapunt, versie: int | None = None, door: Actor
) -> Beletsel | None:
    """Undo is possible until the session closes (R270)."""
    eerst = (
        beletsel_beslissen(agendapunt, door)
        or beletsel_open(agendapunt.sessie)
        or beletsel_verouderd(agendapunt, versie)
    )
    if eerst:
        return eerst
    if not agendapunt.uitkomst:
        return toestand("Bij dit punt is nog geen uitkomst vastgelegd.")
    return None


def beletsel_beslissen(agendapunt: Agendapunt, door: Actor) -> Beletsel | None:
    deelname = queries.deelname_van(agendapunt.sessie, door.medewerker_id)
    if not door.heeft(Recht.MATCHTAFEL_DEELNEMEN) or deelname is None:
        return geen_recht(NIET_AAN_TAFEL)
    if deelname.hoedanigheid != queries.PMANAGER:
        return geen_recht("Een recruiter doet suggesties, maar beslist niet mee.")
    if not deelname.aanwezig:
        return geen_recht("Je staat als afwezig op de presentielijst van deze sessie.")
    if agendapunt.verlaten_door.filter(pk=door.medewerker_id).exists():
        return geen_recht("Je hebt bij dit punt de tafel verlaten. Een ander legt dit vast.")
    if agendapunt.kandidaten.filter(medewerker=door.medewerker_id).exists():
        return geen_recht("Je bent zelf kandidaat bij dit punt. Een ander legt dit vast.")
    return None


def beletsel_open(sessie: MatchtafelSessie) -> Beletsel | None:
    if sessie.status == SessieStatus.GEPLAND:
        return toestand("De voorzitter heeft deze sessie nog niet geopend.")
    if sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten. De uitkomst staat vast.")
    return None


def beletsel_verouderd(agendapunt: Agendapunt, versie: int | None) -> Beletsel | None:
    """Two devices at one table: the second hears what the first did (SCHERMEN, stale page)."""
    if versie is None or versie == agendapunt.versie:
        return None
    wie = agendapunt.gewijzigd_door_naam or "Iemand anders"
    nu_ = (
        f"De uitkomst is nu: {agendapunt.uitkomst_naam}."
        if agendapunt.uitkomst
        else "Er is nu geen uitkomst vastgelegd."
    )
    return toestand(f"{wie} heeft dit punt net gewijzigd. {nu_} Kijk opnieuw en kies dan.")


def _beletsel_bespreken(
    agendapunt: Agendapunt, vroegste: date | None, vandaag: date
) -> Beletsel | None:
    """The rule compares with the clock: a republished item may not be discussed yet (R255)."""
    procedure = agendapunt.procedure
    if vroegste is not None and vandaag < vroegste:
        return toestand(f"Dit punt mag niet eerder dan {dag_kort(vroegste)} besproken worden.")
    if procedure.fase != Fase.MATCHTAFEL:
        return toestand(
            f"Deze procedure is niet meer in fase 2, maar in: {procedure.get_fase_display()}."
        )
    if procedure.gepauzeerd_op is not None:
        return toestand("Deze procedure staat op pauze.")
    return None


def beletsel_keuze(
    agendapunt: Agendapunt, uitkomst: str, kandidaten: Sequence[Kandidaat]
) -> Beletsel | None:
    route = agendapunt.procedure.route
    if uitkomst not in UITKOMSTEN[Route(route)]:
        return invoer(
            "Bij een ambtelijk opdrachtgever geeft de matchtafel advies; zij matcht niet zelf."
            if route == Route.AOG
            else "Deze uitkomst past niet bij dit agendapunt.",
            "uitkomst",
        )
    if uitkomst == Uitkomst.GEMATCHT and len(kandidaten) != 1:
        return toestand("Kies eerst één kandidaat.", "kandidaten")
    if uitkomst == Uitkomst.ADVIES and not kandidaten:
        return toestand("Kies eerst wie de matchtafel adviseert.", "kandidaten")
    if uitkomst in MET_KANDIDAAT:
        return next((b for k in kandidaten if (b := beletsel_kandidaat(k))), None)
    return None


def beletsel_kandidaat(kandidaat: Kandidaat) -> Beletsel | None:
    """No name in these sentences: the shared screen shows them too (R269)."""
    if kandidaat.reactie and kandidaat.reactie.status == ReactieStatus.INGETROKKEN:
        return toestand("Deze collega heeft de reactie ingetrokken.")
    if kandidaat.bron == KandidaatBron.PMANAGER and kandidaat.instemming_op is None:
        return toestand(
            "Deze collega heeft nog niet ingestemd met bespreking. Daarna kan de tafel kiezen."
        )
    return None


def is_voorzitter(sessie: MatchtafelSessie, door: Actor) -> bool:
    return (
        door.medewerker_id is not None
        and sessie.voorzitter_id == door.medewerker_id
        and door.heeft(Recht.MATCHTAFEL_DEELNEMEN)
    )
