"""Refusals about people in service (R403)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from pdomein.enums import Dienstverband, Functiegroep
from pdomein.models import Medewerker
from pdomein.personeel import Personeelsgegevens
from pdomein.rules.tekst import beletsel_tekst

GEEN_BEHEER = "Alleen een beheerder of het personeelssysteem kan personeelsgegevens bijwerken."


def beletsel_medewerker_bijwerken(
    *, gegevens: Personeelsgegevens, door: Actor
) -> Beletsel | None:
    if not door.heeft(Recht.MEDEWERKERS_BEHEREN):
        return geen_recht(GEEN_BEHEER)
    return _teksten(gegevens) or _keuzes(gegevens) or _getallen(gegevens)


def _teksten(g: Personeelsgegevens) -> Beletsel | None:
    return (
        beletsel_tekst(
            g.personeelsnummer, veld="personeelsnummer", label="het personeelsnummer", maximum=30,
            verplicht=True,
        )
        or beletsel_tekst(g.naam, veld="naam", label="de naam", maximum=200, verplicht=True)
        or beletsel_tekst(g.sorteernaam, veld="sorteernaam", label="de sorteernaam", maximum=200)
        or beletsel_tekst(g.functie, veld="functie", label="de functie", maximum=120)
        or beletsel_tekst(g.email, veld="email", label="het e-mailadres", maximum=254)
        or _email(g.email)
    )


def _email(email: str) -> Beletsel | None:
    if not email:
        return None
    try:
        validate_email(email)
    except ValidationError:
        return invoer(f"“{email}” is geen e-mailadres.", "email")
    return None


def _keuzes(g: Personeelsgegevens) -> Beletsel | None:
    if g.dienstverband not in Dienstverband.values:
        mag = ", ".join(Dienstverband.values)
        return invoer(
            f"Dienstverband “{g.dienstverband}” bestaat niet. Kies uit: {mag}.", "dienstverband"
        )
    if g.functiegroep and g.functiegroep not in Functiegroep.values:
        mag = ", ".join(Functiegroep.values)
        return invoer(
            f"Functiegroep “{g.functiegroep}” bestaat niet. Kies uit: {mag}.", "functiegroep"
        )
    return None


def _getallen(g: Personeelsgegevens) -> Beletsel | None:
    if g.schaal is not None and not 1 <= g.schaal <= 18:
        return invoer("De schaal ligt tussen 1 en 18.", "schaal")
    if not 0 <= g.aanstelling_fte <= 2:
        return invoer("De aanstelling ligt tussen 0 en 2 fte.", "aanstelling_fte")
    if g.uit_dienst is not None and g.uit_dienst <= g.in_dienst:
        return invoer("De dag uit dienst ligt niet na de dag in dienst.", "uit_dienst")
    return None


def beletsel_medewerker_uit_dienst(
    *, medewerker: Medewerker, per: date, door: Actor
) -> Beletsel | None:
    if not door.heeft(Recht.MEDEWERKERS_BEHEREN):
        return geen_recht(GEEN_BEHEER)
    if per <= medewerker.in_dienst:
        return invoer("De dag uit dienst ligt niet na de dag in dienst.", "per")
    if medewerker.uit_dienst is not None and medewerker.uit_dienst < per:
        return toestand(f"{medewerker.naam} is al eerder uit dienst.", "per")
    return None


def beletsel_personeelsgegevens_inzien(*, door: Actor) -> Beletsel | None:
    if not door.heeft(Recht.MEDEWERKERS_BEHEREN):
        return geen_recht("Alleen een beheerder of het personeelssysteem mag dit inzien.")
    return None
