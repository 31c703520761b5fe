"""Why not: the refusals about opgaven and opdrachten, by noun."""

from opgaven.rules.besluitenlijst import (
    beletsel_agendering_intrekken,
    beletsel_besluit_agenderen,
    beletsel_besluitenlijst_vaststellen,
    beletsel_opdracht_agenderen,
    beletsel_programmering_motiveren,
    beletsel_punt,
    mag_opstellen,
)
from opgaven.rules.capaciteitsvraag import (
    beletsel_capaciteitsvraag_vastleggen,
    beletsel_capaciteitsvraag_verwijderen,
    beletsel_capaciteitsvraag_wijzigen,
    beletsel_vraag,
)
from opgaven.rules.inlezen import (
    beletsel_begroting_inlezen,
    beletsel_capaciteitsvragen_inlezen,
    beletsel_odomeinen_inlezen,
    beletsel_opdrachten_inlezen,
    beletsel_toedelingen_inlezen,
)
from opgaven.rules.opdracht import (
    beletsel_deelopdracht_aanmaken,
    beletsel_opdracht_aanmaken,
    beletsel_opdracht_bemensing_bijwerken,
    beletsel_opdracht_dechargeren,
    beletsel_opdracht_hervatten,
    beletsel_opdracht_opleveren,
    beletsel_opdracht_profiel_heropenen,
    beletsel_opdracht_profiel_vaststellen,
    beletsel_opdracht_schrappen,
    beletsel_opdracht_status_wijzigen,
    beletsel_opdracht_temporiseren,
    beletsel_opdracht_wijzigen,
    beletsel_overgang,
    beletsel_profiel_velden,
    beletsel_versie,
)
from opgaven.rules.opgave import beletsel_opgave_toedelen
from opgaven.rules.scope import beletsel_scope_accorderen, beletsel_scope_voorstellen
from opgaven.rules.tekst import beletsel_velden
from opgaven.rules.toets import beletsel_opdracht_toetsen
from opgaven.rules.werk import (
    beletsel_mijlpaal_halen,
    beletsel_mijlpaal_toevoegen,
    beletsel_risico_toevoegen,
    beletsel_risico_vervallen,
)

__all__ = [
    "beletsel_agendering_intrekken",
    "beletsel_begroting_inlezen",
    "beletsel_besluit_agenderen",
    "beletsel_besluitenlijst_vaststellen",
    "beletsel_capaciteitsvraag_vastleggen",
    "beletsel_capaciteitsvraag_verwijderen",
    "beletsel_capaciteitsvraag_wijzigen",
    "beletsel_capaciteitsvragen_inlezen",
    "beletsel_deelopdracht_aanmaken",
    "beletsel_mijlpaal_halen",
    "beletsel_mijlpaal_toevoegen",
    "beletsel_odomeinen_inlezen",
    "beletsel_opdracht_aanmaken",
    "beletsel_opdracht_agenderen",
    "beletsel_opdracht_bemensing_bijwerken",
    "beletsel_opdracht_dechargeren",
    "beletsel_opdracht_hervatten",
    "beletsel_opdracht_opleveren",
    "beletsel_opdracht_profiel_heropenen",
    "beletsel_opdracht_profiel_vaststellen",
    "beletsel_opdracht_schrappen",
    "beletsel_opdracht_status_wijzigen",
    "beletsel_opdracht_temporiseren",
    "beletsel_opdracht_toetsen",
    "beletsel_opdracht_wijzigen",
    "beletsel_opdrachten_inlezen",
    "beletsel_opgave_toedelen",
    "beletsel_overgang",
    "beletsel_profiel_velden",
    "beletsel_programmering_motiveren",
    "beletsel_punt",
    "beletsel_risico_toevoegen",
    "beletsel_risico_vervallen",
    "beletsel_scope_accorderen",
    "beletsel_scope_voorstellen",
    "beletsel_toedelingen_inlezen",
    "beletsel_velden",
    "beletsel_versie",
    "beletsel_vraag",
    "mag_opstellen",
]
