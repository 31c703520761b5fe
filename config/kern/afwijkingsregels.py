"""The rules of comply or explain, as one table (EISEN table 2.12, R358). Pure data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Regel:
    """What is normal, who decides about a deviation, and where it is written."""

    naam: str
    gewoon: str
    beslist: str
    bron: str


REGELS: dict[str, Regel] = {
    "pteam_grootte": Regel("Omvang van een P-team", "8 tot en met 15 mensen", "P-beraad", "DT-8"),
    "detachering_langer_dan_jaar": Regel(
        "Inlening langer dan een jaar", "Hooguit 1 jaar", "P-manager met AOG",
        "Strategisch personeelsbeleid Rijk, focuspunt 4",
    ),
    "span_of_attention": Regel(
        "Span of attention", "Tabel van DT-29", "Directeur M&O met P-manager", "DT-29"
    ),
    "advies_niet_gevolgd": Regel(
        "Advies niet gevolgd", "Advies wordt gewogen", "Wie besluit",
        "Werkingsprincipes §4.4.1.4",
    ),
    "advies_concerncontroller_niet_gevolgd": Regel(
        "Advies van de concerncontroller niet gevolgd", "In beginsel niet vrijblijvend",
        "Wie besluit", "Werkingsprincipes §7.8",
    ),
    "besluit_tegen_de_toets": Regel(
        "Besluit tegen een negatieve toets in", "Toets is positief", "Programmeerberaad of DT",
        "Werkingsprincipes §7",
    ),
    "opdracht_buiten_begroting": Regel(
        "Opdracht is geen product van de begroting", "In de regel een (deel)product",
        "Domeindirecteur", "Werkingsprincipes §5.1",
    ),
    "match_buiten_niveau": Regel(
        "Match buiten het niveau", "Horizontaal matchen", "Matchtafel",
        "Werkingsprincipes §10.2.3",
    ),
    "match_binnen_wachttijd": Regel(
        "Match binnen de wachttijd", "Na 5 werkdagen", "AOG en P-manager",
        "Werkingsprincipes §10.2.2",
    ),
    "rol_buiten_bijlage_3": Regel(
        "Rol buiten bijlage 3", "Functiegroep en schaal van bijlage 3", "Wie besluit", "bijlage 3"
    ),
    "advies_matchtafel_niet_gevolgd": Regel(
        "Andere AOG dan geadviseerd", "Advies van de matchtafel", "Domeindirecteur", "bijlage 4"
    ),
    "ontwikkeltijd": Regel(
        "Minder dan 10% ontwikkeltijd", "Ten minste 10%", "P-manager", "DT-13"
    ),
    "maatwerk": Regel(
        "Persoonlijk maatwerk", "Binnen de kaders van iedereen", "Leidinggevende",
        "Werkgeversvisie 2025-2030, beweging 3 H",
    ),
}


def regel(code: str) -> Regel:
    """The rule of a code; one that is not in the table yet shows its own name."""
    return REGELS.get(code) or Regel(code.replace("_", " ").capitalize(), "", "", "")
