"""Who may say what we expect of a professie (R308, R309)."""

from decimal import Decimal

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from pdomein.enums import SPPActie, SPPSoort
from pdomein.models import Professie, PTeam, SPPAanname
from pdomein.rules.tekst import beletsel_tekst

REGIE = (Recht.DOMEIN_REGIE, Recht.CAPACITEIT_INZIEN)


def beletsel_spp_recht(*, pteam: PTeam | None, door: Actor) -> Beletsel | None:
    """A P-manager for the own team, who steers the capacity for a whole professie (R309)."""
    if pteam is not None and door.heeft(Recht.PTEAM_LEIDEN, op=pteam):
        return None
    if any(door.heeft_ergens(recht) for recht in REGIE):
        return None
    return geen_recht(
        "Een P-manager plant voor het eigen team; een directeur plant voor een hele professie."
    )


def beletsel_spp_aanname_vastleggen(
    *, professie: Professie, pteam: PTeam | None, soort: str, jaar: int, fte: Decimal, actie: str,
    toelichting: str, bron: str, eerste_jaar: int, horizon: int, door: Actor,
) -> Beletsel | None:
    return (
        beletsel_spp_recht(pteam=pteam, door=door)
        or _keuzes(soort, actie)
        or _getallen(jaar, fte, eerste_jaar, horizon)
        or _past(professie, pteam)
        or beletsel_tekst(bron, veld="bron", label="de bron", maximum=200, verplicht=True)
        or beletsel_tekst(
            toelichting, veld="toelichting", label="de toelichting", maximum=500, regels=True
        )
    )


def _keuzes(soort: str, actie: str) -> Beletsel | None:
    if soort not in SPPSoort.values:
        return invoer("Kies vraag, instroom of uitstroom.", "soort")
    if actie and actie not in SPPActie.values:
        return invoer("Kies een van de acties.", "actie")
    return None


def _getallen(jaar: int, fte: Decimal, eerste: int, horizon: int) -> Beletsel | None:
    if not eerste <= jaar <= eerste + horizon:
        return invoer(f"Kies een jaar van {eerste} tot en met {eerste + horizon}.", "jaar")
    if not 0 <= fte < 100_000:
        return invoer("Een aantal fte is 0 of meer.", "fte")
    return None


def _past(professie: Professie, pteam: PTeam | None) -> Beletsel | None:
    if pteam is not None and pteam.professie_id != professie.pk:
        return toestand(f"{pteam.naam} heeft een andere professie.", "pteam")
    return None


def beletsel_spp_opmerking_plaatsen(
    *, aanname: SPPAanname, tekst: str, door: Actor
) -> Beletsel | None:
    """SPP is made with who gives the work: an AOG may comment (R309)."""
    mag = (Recht.OPDRACHT_STUREN, Recht.PTEAM_LEIDEN, Recht.OPDRACHT_INITIEREN, *REGIE)
    if not any(door.heeft_ergens(recht) for recht in mag):
        return geen_recht("Een AOG, P-manager of directeur kan hierop reageren.")
    return beletsel_tekst(
        tekst, veld="tekst", label="je opmerking", maximum=500, verplicht=True, regels=True
    )


def beletsel_leeftijdsopbouw_inlezen(*, door: Actor) -> Beletsel | None:
    if not door.heeft(Recht.MEDEWERKERS_BEHEREN):
        return geen_recht("Alleen een beheerder kan personeelsgegevens inlezen.")
    return None
