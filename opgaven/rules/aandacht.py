"""Why not: bottlenecks, escalations and ideas (R030, R032, R070, R221, R383)."""


from datetime import date
from decimal import Decimal

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Gremium
from config.kern.rules_beraad import mag_voorbereiden
from opgaven.enums import IdeeStatus, KnelpuntBron, KnelpuntStatus, Trede
from opgaven.levensloop import AFGELOPEN
from opgaven.models import Escalatie, Idee, Knelpunt, Opdracht, Opgave
from opgaven.queries import odomein_van
from opgaven.rules.tekst import beletsel_velden
from opgaven.rules.wie import mag_initieren, mag_sturen, mag_uitvoeren
from pdomein.models import Medewerker

KNELPUNT_MELDEN = (
    Recht.DOMEIN_REGIE, Recht.PTEAM_LEIDEN, Recht.MATCHTAFEL_ONDERSTEUNEN,
    Recht.OPDRACHT_INITIEREN, Recht.OPDRACHT_STUREN, Recht.BESLUITENLIJST_OPSTELLEN,
    Recht.BESLUITENLIJST_VASTSTELLEN,
)


def _verplicht(velden: dict[str, tuple[str, str]]) -> Beletsel | None:
    for veld, (waarde, zin) in velden.items():
        if not waarde.strip():
            return invoer(zin, veld)
        if "\x00" in waarde:
            return invoer("De tekst bevat een teken dat niet mag.", veld)
    return None


# bottlenecks


def beletsel_knelpunt_melden(
    *, door: Actor, titel: str = "-", omschrijving: str = "-", bron: str = KnelpuntBron.OPDRACHT,
    fte: Decimal = Decimal(1), is_dubbel: bool = False,
) -> Beletsel | None:
    if not any(map(door.heeft_ergens, KNELPUNT_MELDEN)):
        return geen_recht(
            "Een knelpunt wordt gemeld door een P-manager, recruiter, AOG, directeur of secretaris."
        )
    fout = _verplicht({
        "titel": (titel, "Geef het knelpunt een naam."),
        "omschrijving": (omschrijving, "Beschrijf wat er mist en wat dat betekent."),
    }) or beletsel_velden(Knelpunt, {"titel": titel, "bron": bron, "fte": fte})
    if fout is not None:
        return fout
    if fte <= 0:
        return invoer("Vul in hoeveel fte er tekort is.", "fte")
    return toestand("Dit knelpunt is al gemeld.", "titel") if is_dubbel else None


def beletsel_knelpunt_aanpak_vaststellen(
    *, knelpunt: Knelpunt, door: Actor, op: date, beraad: Gremium | None, aanpak: str = "-",
    eigenaar: Medewerker | None = None, klaar_voor: date | None = None,
) -> Beletsel | None:
    """The programmeerberaad determines the approach (D32)."""
    if beraad is None or not mag_voorbereiden(beraad, door):
        return geen_recht(
            "Alleen de secretaris of voorzitter van het programmeerberaad legt de aanpak vast."
        )
    if knelpunt.status == KnelpuntStatus.OPGELOST:
        return toestand("Dit knelpunt is opgelost.")
    if eigenaar is None:
        return None
    if not eigenaar.is_in_dienst(op):
        return invoer(f"{eigenaar.naam} is niet in dienst.", "eigenaar")
    if klaar_voor is not None and klaar_voor <= op:
        return invoer("Kies een datum na vandaag.", "klaar_voor")
    return _verplicht({"aanpak": (aanpak, "Beschrijf de aanpak.")})


def beletsel_knelpunt_oplossen(
    *, knelpunt: Knelpunt, door: Actor, beraad: Gremium | None, uitkomst: str = "-"
) -> Beletsel | None:
    is_eigenaar = door.medewerker_id is not None and knelpunt.eigenaar_id == door.medewerker_id
    if not is_eigenaar and not (beraad is not None and mag_voorbereiden(beraad, door)):
        return geen_recht(
            "Alleen wie het knelpunt oppakt of de secretaris van het programmeerberaad sluit het."
        )
    if knelpunt.status == KnelpuntStatus.OPGELOST:
        return toestand("Dit knelpunt is al opgelost.")
    return _verplicht({"uitkomst": (uitkomst, "Schrijf op hoe het is opgelost.")})


# escalations


def eerste_trede(opdracht: Opdracht, door: Actor, op: date) -> Trede | None:
    """Where the matter goes first: one step above who brings it (R032, R070)."""
    if mag_initieren(opdracht.opgave, door, op):
        return Trede.BERAAD
    if mag_sturen(opdracht, door):
        return Trede.DOMEINDIRECTEUR
    return Trede.AOG if mag_uitvoeren(opdracht, door) else None


def beletsel_escalatie_melden(
    *, opdracht: Opdracht, door: Actor, op: date, onderwerp: str = "-", omschrijving: str = "-",
    buiten_scope: bool | None = None, is_dubbel: bool = False,
) -> Beletsel | None:
    trede = eerste_trede(opdracht, door, op)
    if trede is None:
        return geen_recht("Alleen de AON, de AOG of de domeindirecteur kan escaleren.")
    if opdracht.status in AFGELOPEN:
        return toestand("De opdracht is afgelopen.")
    if trede != Trede.AOG and buiten_scope is False:
        return _binnen_scope()
    fout = _verplicht({
        "onderwerp": (onderwerp, "Geef het onderwerp."),
        "omschrijving": (omschrijving, "Beschrijf wat er aan de hand is."),
    }) or beletsel_velden(Escalatie, {"onderwerp": onderwerp})
    if fout is not None:
        return fout
    return toestand("Deze escalatie loopt al.", "onderwerp") if is_dubbel else None


def _binnen_scope() -> Beletsel:
    """Geen dubbele sturing: within the scope the AOG is the last step (R031, R070)."""
    return toestand(
        "Binnen de scope beslist de AOG zelf. Naar de domeindirecteur gaat alleen wat buiten de "
        "scope valt of tussen opdrachten speelt.", "buiten_scope",
    )


def mag_oppakken(escalatie: Escalatie, door: Actor, op: date) -> bool:
    """Whoever stands on this step; a beraad works through its own point."""
    opdracht = escalatie.opdracht
    if escalatie.trede == Trede.AOG:
        return mag_sturen(opdracht, door)
    return mag_initieren(opdracht.opgave, door, op)


def beletsel_escalatie_opschalen(
    *, escalatie: Escalatie, door: Actor, op: date, reden: str = "-",
    buiten_scope: bool | None = None,
) -> Beletsel | None:
    if not mag_oppakken(escalatie, door, op):
        return geen_recht(
            f"Deze escalatie ligt bij: {escalatie.get_trede_display().lower()}. Alleen die gaat "
            "een trede hoger."
        )
    if escalatie.gesloten_op is not None:
        return toestand("Deze escalatie is gesloten.")
    if escalatie.trede == Trede.BERAAD:
        return toestand("Deze escalatie ligt al bij een beraad. Het beraad leidt die zelf door.")
    if escalatie.trede == Trede.AOG and buiten_scope is False:
        return _binnen_scope()
    return _verplicht({"reden": (reden, "Leg uit waarom het hier niet op te lossen is.")})


def beletsel_escalatie_sluiten(
    *, escalatie: Escalatie, door: Actor, op: date, uitkomst: str = "-",
    gehoord: tuple[date | None, date | None] | None = None,
) -> Beletsel | None:
    """Above the AOG only after AOG and BOG were heard (R032)."""
    if not mag_oppakken(escalatie, door, op):
        return geen_recht("Alleen bij wie de escalatie ligt, kan die sluiten.")
    if escalatie.gesloten_op is not None:
        return toestand("Deze escalatie is al gesloten.")
    if gehoord is not None and escalatie.trede != Trede.AOG and None in gehoord:
        veld = "aog_gehoord_op" if gehoord[0] is None else "bog_gehoord_op"
        return invoer(
            "Hoor eerst de AOG en de BOG. Vul in wanneer dat was.", veld
        )
    if gehoord is not None and any(dag is not None and dag > op for dag in gehoord):
        return invoer("Dit gesprek is nog niet geweest.", "bog_gehoord_op")
    return _verplicht({"uitkomst": (uitkomst, "Schrijf op wat de uitkomst is.")})


# ideas


def beletsel_idee_indienen(
    *, door: Actor, titel: str = "-", voorstel: str = "-", aantal_adressen: int = 1,
    is_dubbel: bool = False,
) -> Beletsel | None:
    if door.medewerker_id is None:
        return geen_recht("Alleen een medewerker kan een idee indienen.")
    fout = _verplicht({
        "titel": (titel, "Geef je idee een titel."),
        "voorstel": (voorstel, "Beschrijf wat je voorstelt en waarom."),
    }) or beletsel_velden(Idee, {"titel": titel})
    if fout is not None:
        return fout
    if aantal_adressen != 1:
        return invoer("Stuur het idee aan één directeur.", "aan")
    return toestand("Dit idee heb je al ingediend.", "titel") if is_dubbel else None


def mag_beantwoorden(idee: Idee, door: Actor) -> bool:
    if idee.odomein is not None:
        return door.heeft(Recht.OPDRACHT_INITIEREN, op=idee.odomein)
    return door.heeft(Recht.DOMEIN_REGIE, op=idee.domein)


def mag_idee_inzien(idee: Idee, door: Actor) -> bool:
    eigen = door.gebruiker_id is not None and idee.indiener_id == door.gebruiker_id
    return eigen or mag_beantwoorden(idee, door)


def beletsel_idee_intrekken(*, idee: Idee, door: Actor) -> Beletsel | None:
    if idee.indiener_id != door.gebruiker_id:
        return geen_recht("Alleen wie het idee indiende, kan het intrekken.")
    return _open(idee)


def _open(idee: Idee) -> Beletsel | None:
    if idee.status != IdeeStatus.INGEDIEND:
        return toestand(f"Dit idee is al afgerond: {idee.get_status_display().lower()}.")
    return None


def beletsel_idee_beantwoorden(
    *, idee: Idee, door: Actor, op: date, aannemen: bool = False, antwoord: str = "-",
    opgave: Opgave | None = None,
) -> Beletsel | None:
    """The director it was sent to answers, always with a reason (R383)."""
    if not mag_beantwoorden(idee, door):
        return geen_recht("Alleen de directeur aan wie het idee is gestuurd, kan antwoorden.")
    if (fout := _open(idee)) is not None:
        return fout
    if aannemen and idee.odomein is not None:
        if opgave is None:
            return invoer("Kies onder welke opgave de opdracht komt.", "opgave")
        if odomein_van(opgave, op) != idee.odomein:
            return invoer("Kies een opgave van je eigen O-domein.", "opgave")
    return _verplicht({"antwoord": (antwoord, "Leg je antwoord uit.")})


