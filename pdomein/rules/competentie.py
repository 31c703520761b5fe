"""Refusals about the shared list of competenties (R342)."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer
from pdomein.models import Competentie
from pdomein.rules.tekst import beletsel_code, beletsel_tekst


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
        or beletsel_tekst(naam, veld="naam", label="de naam", maximum=120, verplicht=True)
        or beletsel_tekst(
            omschrijving, veld="omschrijving", label="de omschrijving", maximum=2000, regels=True
        )
        or beletsel_tekst(uri, veld="uri", label="de herkomst", maximum=200)
        or next(
            (
                b
                for s in synoniemen
                if (b := beletsel_tekst(s, veld="synoniemen", label="een synoniem", maximum=120))
            ),
            None,
        )
    )
