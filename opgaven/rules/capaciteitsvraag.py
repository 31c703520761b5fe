"""Why not: the demand for capacity of an opdracht (R217)."""

from datetime import date

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from opgaven.enums import OpdrachtStatus, PlaatsSoort
from opgaven.levensloop import VOORBEREIDING
from opgaven.models import Capaciteitsvraag, Opdracht
from opgaven.profiel import Vraag
from opgaven.rules.opdracht import mag_voorbereiden
from opgaven.rules.tekst import beletsel_velden

MIN_SCHAAL, MAX_SCHAAL = 1, 18


def beletsel_capaciteitsvraag_vastleggen(
    *, opdracht: Opdracht, door: Actor, op: date, staat_op_lijst: bool, vraag: Vraag | None = None
) -> Beletsel | None:
    wie = _beletsel_voorbereiden(opdracht, door, op, staat_op_lijst)
    return wie or (beletsel_vraag(opdracht, vraag) if vraag else None)


def beletsel_capaciteitsvraag_wijzigen(
    *, opdracht: Opdracht, door: Actor, op: date, staat_op_lijst: bool, vraag: Vraag | None = None,
    eigen_id: int | None = None,
) -> Beletsel | None:
    wie = _beletsel_voorbereiden(opdracht, door, op, staat_op_lijst)
    return wie or (beletsel_vraag(opdracht, vraag, eigen_id) if vraag else None)


def beletsel_capaciteitsvraag_verwijderen(
    *, opdracht: Opdracht, door: Actor, op: date, staat_op_lijst: bool
) -> Beletsel | None:
    wie = _beletsel_voorbereiden(opdracht, door, op, staat_op_lijst)
    if wie is None and opdracht.status != OpdrachtStatus.CONCEPT:
        return toestand("Het profiel is vastgesteld. Heropen het om een vraag te schrappen.")
    return wie


def _beletsel_voorbereiden(
    opdracht: Opdracht, door: Actor, op: date, staat_op_lijst: bool
) -> Beletsel | None:
    if not mag_voorbereiden(opdracht, door, op):
        return geen_recht("Alleen de domeindirecteur of de AOG kan de capaciteitsvraag wijzigen.")
    if opdracht.status not in VOORBEREIDING:
        return toestand(
            "De opdracht is geprogrammeerd. De capaciteitsvraag is doorgegeven aan de matching."
        )
    if staat_op_lijst:
        return toestand("De opdracht staat op een besluitenlijst. Haal die er eerst af.")
    return None


def beletsel_vraag(
    opdracht: Opdracht, vraag: Vraag, eigen_id: int | None = None
) -> Beletsel | None:
    velden = {
        "plaats": vraag.plaats, "omschrijving": vraag.omschrijving, "aantal": vraag.aantal,
        "fte": vraag.fte, "schaal_van": vraag.schaal_van, "schaal_tot": vraag.schaal_tot,
    }
    if (fout := beletsel_velden(Capaciteitsvraag, velden)) is not None:
        return fout
    if not vraag.omschrijving.strip():
        return invoer("Omschrijf wie er nodig is.", "omschrijving")
    if not 0 < vraag.fte <= 1:
        return invoer("Vul per plaats meer dan 0 en hooguit 1 fte in.", "fte")
    if not 1 <= vraag.aantal <= 100:
        return invoer("Vraag 1 tot en met 100 plaatsen.", "aantal")
    if not MIN_SCHAAL <= vraag.schaal_van <= MAX_SCHAAL:
        return invoer(f"Kies een schaal van {MIN_SCHAAL} tot en met {MAX_SCHAAL}.", "schaal_van")
    if not vraag.schaal_van <= vraag.schaal_tot <= MAX_SCHAAL:
        return invoer("De hoogste schaal ligt onder de laagste, of boven 18.", "schaal_tot")
    if vraag.einde is not None and vraag.einde <= vraag.begin:
        return invoer("De einddatum moet na de begindatum liggen.", "einde")
    return _beletsel_plaats(opdracht, vraag, eigen_id) or _beletsel_competenties(vraag)


def _beletsel_plaats(
    opdracht: Opdracht, vraag: Vraag, eigen_id: int | None
) -> Beletsel | None:
    """One AOG and one AON; a deelopdracht has the AOG of the opdracht (R026, R027)."""
    zelfde = opdracht.capaciteitsvragen.filter(
        plaats=vraag.plaats, omschrijving=vraag.omschrijving
    )
    if zelfde.exclude(pk=eigen_id).exists():
        return toestand(
            "Deze capaciteitsvraag staat er al. Verhoog daar het aantal plaatsen.", "omschrijving"
        )
    if vraag.plaats == PlaatsSoort.TEAM:
        return None
    if vraag.plaats == PlaatsSoort.AOG and opdracht.bovenliggende_id is not None:
        return toestand("De AOG van de opdracht is ook AOG van de deelopdracht.", "plaats")
    if vraag.aantal != 1:
        return invoer("Er is één AOG en één AON per opdracht.", "aantal")
    al_gevraagd = opdracht.capaciteitsvragen.filter(plaats=vraag.plaats).exclude(pk=eigen_id)
    if al_gevraagd.exists():
        naam = PlaatsSoort(vraag.plaats).label.lower()
        return toestand(f"Voor een {naam} staat er al een capaciteitsvraag.", "plaats")
    return None


def _beletsel_competenties(vraag: Vraag) -> Beletsel | None:
    ids = [c[0] for c in vraag.competenties]
    if len(ids) != len(set(ids)):
        return invoer("Noem elke competentie één keer.", "competenties")
    if any(not 1 <= c[1] <= 5 for c in vraag.competenties):
        return invoer("Kies bij elke competentie een niveau van 1 tot en met 5.", "competenties")
    if any(not 1 <= c[2] <= 3 for c in vraag.competenties):
        return invoer("Kies bij elke competentie een gewicht van 1 tot en met 3.", "competenties")
    return None
