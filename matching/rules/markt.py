"""Why a card or a search of the market may not be kept."""

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from matching.enums import MarktkeuzeSoort
from matching.models import Zoekopdracht

MAX_ZOEKOPDRACHTEN = 20


def beletsel_markt_kiezen(*, soort: str, door: Actor) -> Beletsel | None:
    """``soort`` is empty when somebody takes a choice back."""
    if door.medewerker_id is None:
        return geen_recht("Bewaren kan alleen als je in Inzet staat als medewerker.")
    if soort and soort not in MarktkeuzeSoort.values:
        return invoer("Kies bewaren of niet interessant.", "soort")
    return None


def beletsel_zoekopdracht_bewaren(
    *, door: Actor, naam: str | None = None
) -> Beletsel | None:
    if door.medewerker_id is None:
        return geen_recht("Bewaren kan alleen als je in Inzet staat als medewerker.")
    eigen = Zoekopdracht.objects.filter(medewerker_id=door.medewerker_id)
    if eigen.count() >= MAX_ZOEKOPDRACHTEN:
        return toestand(
            f"Je hebt al {MAX_ZOEKOPDRACHTEN} zoekopdrachten. Verwijder er eerst een."
        )
    if naam is not None and not naam.strip():
        return invoer("Geef de zoekopdracht een naam.", "naam")
    if naam and eigen.filter(naam=naam.strip()).exists():
        return invoer("Je hebt al een zoekopdracht met deze naam.", "naam")
    return None


def _beletsel_eigen(zoekopdracht: Zoekopdracht, door: Actor) -> Beletsel | None:
    if zoekopdracht.medewerker_id != door.medewerker_id:
        return geen_recht("Deze zoekopdracht is niet van jou.")
    return None


def beletsel_zoekopdracht_verwijderen(
    *, zoekopdracht: Zoekopdracht, door: Actor
) -> Beletsel | None:
    return _beletsel_eigen(zoekopdracht, door)


def beletsel_attendering_zetten(*, zoekopdracht: Zoekopdracht, door: Actor) -> Beletsel | None:
    return _beletsel_eigen(zoekopdracht, door)
