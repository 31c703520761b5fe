"""Refusals about the shared list of competenties (R342)."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from pdomein.enums_leren import CompetentieBron
from pdomein.models import Competentie
from pdomein.rules.tekst import beletsel_code, beletsel_tekst

OMSCHRIJVING_MAX = 5000


def beletsel_competenties_beheren(*, door: Actor) -> Beletsel | None:
    if not door.heeft(Recht.MEDEWERKERS_BEHEREN):
        return geen_recht("Alleen een beheerder kan de lijst met competenties wijzigen.")
    return None


def beletsel_begrippen_inlezen(
    *, bron: str, aantal: int, volledig: bool, door: Actor
) -> Beletsel | None:
    """A source beside the own list; an empty complete file would retire everything."""
    if geweigerd := beletsel_competenties_beheren(door=door):
        return geweigerd
    if bron not in {CompetentieBron.ESCO, CompetentieBron.COMPETENTNL}:
        return invoer("Kies ESCO of CompetentNL.", "bron")
    if volledig and not aantal:
        return invoer("Het bestand is leeg. Dan zou de hele lijst vervallen.", "bestand")
    return None


def beletsel_begrip(
    *, uri: str, naam: str, omschrijving: str, synoniemen: list[str]
) -> Beletsel | None:
    """The shape of one concept of a source."""
    if not uri.startswith(("https://", "http://")):
        return invoer("Een begrip heeft een adres (URI) dat begint met http.", "uri")
    return (
        beletsel_tekst(uri, veld="uri", label="de herkomst", maximum=200)
        or beletsel_tekst(naam, veld="naam", label="de naam", maximum=250, verplicht=True)
        or beletsel_tekst(
            omschrijving, veld="omschrijving", label="de omschrijving",
            maximum=OMSCHRIJVING_MAX, regels=True,
        )
        or next(
            (
                b for s in synoniemen
                if (b := beletsel_tekst(s, veld="synoniemen", label="een synoniem", maximum=250))
            ),
            None,
        )
    )


def beletsel_competentie_vervallen(
    *, competentie: Competentie, aantal_onder: int, door: Actor
) -> Beletsel | None:
    """Retire, never delete: profiles and TROs keep what they say."""
    if geweigerd := beletsel_competenties_beheren(door=door):
        return geweigerd
    if competentie.vervallen_op is not None:
        return toestand("Deze competentie is al vervallen.")
    if aantal_onder:
        return toestand("Hier vallen nog andere competenties onder. Laat die eerst vervallen.")
    return None


def beletsel_competentie_vastleggen(
    *, code: str, naam: str, omschrijving: str, bovenliggende: Competentie | None, uri: str,
    synoniemen: list[str], door: Actor,
) -> Beletsel | None:
    if not door.heeft(Recht.MEDEWERKERS_BEHEREN):
        return geen_recht("Alleen een beheerder kan de lijst met competenties wijzigen.")
    if bovenliggende is not None and bovenliggende.code == code:
        return invoer("Een competentie kan niet onder zichzelf vallen.", "bovenliggende_code")
    if uri and not uri.startswith(("https://", "http://")):
        return invoer("Een herkomst begint met https:// of http://.", "uri")
    return (
        beletsel_code(code, maximum=80)
        or beletsel_tekst(naam, veld="naam", label="de naam", maximum=250, verplicht=True)
        or beletsel_tekst(
            omschrijving, veld="omschrijving", label="de omschrijving",
            maximum=OMSCHRIJVING_MAX, regels=True,
        )
        or beletsel_tekst(uri, veld="uri", label="de herkomst", maximum=200)
        or next(
            (
                b
                for s in synoniemen
                if (b := beletsel_tekst(s, veld="synoniemen", label="een synoniem", maximum=250))
            ),
            None,
        )
    )
