"""The numbers of the sources, each with its place; the province may date new values (R412)."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Standaard:
    waarde: Any
    bron: str
    toelichting: str
    niet_in_bron: bool = False


def _niet_in_bron(waarde: Any, toelichting: str) -> Standaard:
    return Standaard(waarde, "niet in bron", toelichting, niet_in_bron=True)


STANDAARDEN: dict[str, Standaard] = {
    "PTEAM_MIN": Standaard(8, "DT-8", "Kleinste omvang van een P-team (mensen)"),
    "PTEAM_MAX": Standaard(15, "DT-8", "Grootste omvang van een P-team (mensen)"),
    "PTEAM_TRAINEES_TELLEN": _niet_in_bron(False, "Trainees tellen mee in de omvang van een team"),
    "FUNCTIEGROEP_SCHALEN": Standaard(
        {"strategisch_leider": [13, 18], "tactisch_leider": [8, 12], "regisseur": [10, 16],
         "realisator": [4, 9], "specialist": [8, 14], "operatie": [1, 7]}, "bijlage 3",
        "Schalen per functiegroep (laagste en hoogste)",
    ),
    "PMANAGER_SCHALEN": Standaard(
        {"strategisch_leider": [13, 18], "tactisch_leider": [8, 12]}, "bijlage 3",
        "Schalen waarin iemand P-manager kan zijn, per functiegroep",
    ),
    "LIJST_HERINNER_DAGEN": _niet_in_bron(
        60, "Zoveel dagen voor de dag dat de lijst van P-teams klaar moet zijn, herinneren wij"
    ),
    "OMVANG_HERINNER_DAGEN": _niet_in_bron(
        30, "Zoveel dagen voor een besluit over de omvang afloopt, herinneren wij"
    ),
    "OVERSTAP_PER_JAAR": Standaard(1, "DT-44", "Eigen overstappen per persoon per kalenderjaar"),
    "OVERSTAP_MAANDEN": _niet_in_bron(
        [1, 12], "Maanden waarin een eigen overstap mag ingaan (eerste en laatste)"
    ),
    "ONTWIKKEL_PCT": Standaard(10, "DT-13", "Ontwikkeltijd (% van de aanstelling)"),
    "PM_MIN_PCT": Standaard(25, "DT-29", "Minste tijd voor P-management (%)"),
    "SPAN": Standaard(
        {"100": [40, 50], "75": [35, 40], "50": [20, 25], "25": [10, 15]}, "DT-29",
        "Span of attention: medewerkers per deel P-management",
    ),
    "DMO_SPAN": Standaard([25, 35], "bijlage 1 (4)", "P-managers per directeur M&O"),
    "MATCH_WACHT_WERKDAGEN": Standaard(
        5, "Werkingsprincipes §10.2.2", "Werkdagen tussen publicatie en matchtafel"
    ),
    "PROGDIR_SCHAAL": Standaard(16, "Werkingsprincipes §4.4.1.3", "Schaal van programmadirecteur"),
    "AOG_MIN_SCHAAL_RV": Standaard(13, "bijlage 3", "Schaal AOG voor regisseur/verbinder"),
    "CAP_FTE": Standaard(1800, "bijlage 1 (2)", "Arbeidscapaciteit van de organisatie (fte)"),
    "LOONKOSTEN": Standaard(160_000_000, "bijlage 1 (2)", "Loonkostenbudget (euro per jaar)"),
    "CAP_MARGE_PCT": _niet_in_bron(
        [3, 6], "Bezetting wijkt zo veel procent af van CAP_FTE: let op, en rood"
    ),
    "SIGNAAL_357": Standaard(
        True, "Strategisch personeelsbeleid Rijk, focuspunt 4",
        "Signaal na 3, 5 en 7 jaar in dezelfde functie; er volgt nooit vanzelf iets uit",
    ),
    "M357": Standaard(
        [3, 5, 7], "Strategisch personeelsbeleid Rijk, focuspunt 4",
        "Jaren in een functie: nadenken, wisselen, uiterlijk vertrekken",
    ),
    "SIGNAAL_ONTWIKKELTIJD": Standaard(
        True, "DT-13", "Signaal als er minder ontwikkeltijd overblijft dan afgesproken"
    ),
    "SIGNAAL_WERKDRUK": Standaard(
        True, "Werkgeversvisie Provincies 2025-2030, beweging 1",
        "Signaal bij veel inzet, veel opdrachten tegelijk of een eigen melding",
    ),
    "PARALLEL_MAX": _niet_in_bron(4, "Zo veel opdrachten tegelijk mag zonder signaal"),
    "SIGNAAL_DOORSTROOM": Standaard(
        True, "Strategisch personeelsbeleid Rijk, focuspunt 7",
        "Signaal over P-teams waar bijna niemand komt, wisselt of gaat",
    ),
    "DOORSTROOM_MAANDEN": _niet_in_bron(12, "Over zo veel maanden tellen we de doorstroom"),
    "SPP_HORIZON": Standaard(5, "DT-11, DT-27", "Jaren vooruit in de personeelsplanning"),
    "SPP_UITSTROOM": _niet_in_bron(
        {"tot-35": 9, "35-45": 7, "45-55": 5, "55-60": 4, "60-plus": 18},
        "Verwachte uitstroom per jaar per leeftijdsgroep (%)",
    ),
    "SPP_UITSTROOM_ANDERS": _niet_in_bron(
        7, "Verwachte uitstroom per jaar als de leeftijden niet bekend zijn (%)"
    ),
    "FLEX_BAND": _niet_in_bron([5, 20], "Gewenst deel van de flexibele schil (% van het aanbod)"),
    "LOONKOSTEN_PER_SCHAAL": _niet_in_bron(
        {"1": 34000, "2": 36000, "3": 38000, "4": 41000, "5": 44000, "6": 48000, "7": 54000,
         "8": 62000, "9": 70000, "10": 79000, "11": 91000, "12": 104000, "13": 116000,
         "14": 128000, "15": 141000, "16": 154000, "17": 168000, "18": 184000},
        "Gemiddelde loonkosten per fte per schaal (euro per jaar)",
    ),
    "F0_TERMIJN_WERKDAGEN": _niet_in_bron(5, "Termijn van het informeel matchen (werkdagen)"),
    "F0_NA_TERMIJN": _niet_in_bron(
        "vragen", "Na de termijn van fase 0: 'vragen' aan de AOG of 'automatisch' publiceren"
    ),
    "F0_RESPIJT_WERKDAGEN": _niet_in_bron(
        3, "Respijt voor de AOG na de vraag, daarna start fase 1 (werkdagen)"
    ),
    "F2_MAX_WERKDAGEN": _niet_in_bron(10, "Signaal als fase 2 langer duurt (werkdagen)"),
    "F3_SIGNAAL_WERKDAGEN": _niet_in_bron(30, "Signaal als fase 3 langer duurt (werkdagen)"),
    "EXTERNEN_MOGEN_REAGEREN": _niet_in_bron(False, "Externen mogen reageren op de markt"),
    "MELD_PMANAGER_BIJ": _niet_in_bron(
        "shortlist", "P-manager hoort van een reactie bij: 'reactie' of 'shortlist'"
    ),
    "AON_HANDTEKENING_DD": _niet_in_bron(
        False, "Voor een AON is ook de handtekening van de domeindirecteur nodig"
    ),
    "DETACHERING_MAX_DAGEN": Standaard(
        365, "Strategisch personeelsbeleid Rijk, focuspunt 4", "Inlening: langer vraagt uitleg"
    ),
    "REGISTRATIE_MAX_WERKDAGEN": _niet_in_bron(
        3, "Werkdagen tussen besluit en registratie (R190)"
    ),
    "REGISTER_VIER_OGEN": _niet_in_bron(
        False, "Wie een besluit opstelt, stelt het niet zelf vast (R203)"
    ),
    "CORRECTIE_VIER_OGEN": _niet_in_bron(
        False, "Een correctie in het verleden vraagt een tweede registerbeheerder (R203)"
    ),
    "REGISTER_AFLOOP_DAGEN": _niet_in_bron(
        30, "Een rol die binnen zoveel dagen afloopt, staat als bevinding op de lijst"
    ),
    "REGISTER_HERSTEL_WERKDAGEN": _niet_in_bron(
        10, "Een bevinding in het register is binnen zoveel werkdagen geregeld"
    ),
    "REGISTER_BEVESTIG_MAANDEN": _niet_in_bron(
        3, "Het Opgavenberaad bevestigt het register om de zoveel maanden (R191)"
    ),
    "REGISTER_OPENBAAR": _niet_in_bron(
        False, "Iedereen buiten de organisatie mag naam en functie zien (R195)"
    ),
    "BEWAARJAREN": _niet_in_bron(
        {
            "nieuwe_opdracht": [20], "aanwijzing": [10], "toedeling": [20], "afwijking": [10],
            "beeindiging": [10], "correctie": [10], "inzet": [7], "waarneming": [10],
            "ondermandaat": [10], "personeelsmutatie": [10], "overig": [7],
        },
        "Bewaartermijn in jaren per soort besluit; toets dit aan de selectielijst (R212)",
    ),
    "VOLTIJD_UREN_WEEK": _niet_in_bron(36, "Uren per week bij een volledige aanstelling"),
    "LEREN_WERKEND_PCT": Standaard(70, "bijlage 2, 1.2 (2)", "Leren door te doen (%)"),
    "LEREN_FEEDBACK_PCT": Standaard(20, "bijlage 2, 1.2 (2)", "Feedback en coaching (%)"),
    "LEREN_TRAINING_PCT": Standaard(10, "bijlage 2, 1.2 (2)", "Training en opleiding (%)"),
    "KLEINSTE_GROEP": _niet_in_bron(
        5, "Cijfers over mensen zijn er pas vanaf een groep van deze omvang"
    ),
    "PRIORITEIT_MARGE_FTE": _niet_in_bron(
        5, "Tot zoveel fte stelt een beraad zelf een andere prioriteit (R225)"
    ),
    "PRIORITEIT_MARGE_EURO": _niet_in_bron(
        1_000_000, "Tot dit budget (euro) stelt een beraad zelf een andere prioriteit (R225)"
    ),
    "IDEE_ANTWOORD_WERKDAGEN": _niet_in_bron(
        15, "Werkdagen waarbinnen een directeur een idee beantwoordt (R383)"
    ),
    "AFWIJKING_SIGNAAL_DAGEN": _niet_in_bron(
        30, "Zoveel dagen van tevoren staat een afwijking op de lijst om te herzien (R358)"
    ),
    "AVG_ANTWOORD_DAGEN": _niet_in_bron(
        30, "Antwoord op een verzoek om rectificatie: een maand (AVG artikel 12 lid 3)"
    ),
    "BEWAAR_BERICHTEN_MAANDEN": _niet_in_bron(24, "Berichten blijven zoveel maanden bewaard"),
    "BEWAAR_PPP_MAANDEN": _niet_in_bron(
        6, "Een PPP verdwijnt zoveel maanden na het vertrek van de medewerker"
    ),
    "BEWAAR_AFSPRAKEN_MAANDEN": _niet_in_bron(
        12, "Ontwikkelafspraken verdwijnen zoveel maanden na het vertrek"
    ),
    "BEWAAR_BESCHIKBAARHEID_MAANDEN": _niet_in_bron(
        24, "Perioden met minder uren blijven zoveel maanden na hun einde bewaard"
    ),
    "BEWAAR_DEELNAME_MAANDEN": _niet_in_bron(
        24, "Wie bij een activiteit was, blijft zoveel maanden bewaard"
    ),
    "BEWAAR_VERZOEKEN_MAANDEN": _niet_in_bron(
        24, "Een afgehandeld verzoek om rectificatie blijft zoveel maanden bewaard"
    ),
    "BEWAAR_REACTIES_MAANDEN": _niet_in_bron(
        12, "Profiel en toelichting bij een reactie verdwijnen zoveel maanden na het einde "
        "van de procedure"
    ),
    "PPP_VERS_MAANDEN": _niet_in_bron(12, "Een PPP wordt na zoveel maanden opnieuw bevestigd"),
    "TEAMPLAN_VERS_MAANDEN": _niet_in_bron(12, "Een teamplan wordt na zoveel maanden herzien"),
    "SAMENVATTING_UUR": _niet_in_bron(8, "Uur waarop de dagelijkse mail op een werkdag gaat"),
    "EINDE_INZET_WEKEN": _niet_in_bron(8, "Herinnering voor het einde van een inzet (weken)"),
    "TALENT_MAX_DAGEN": _niet_in_bron(
        365, "Zo lang mag Inzet een talent van buiten hooguit bewaren (dagen)"
    ),
    "NAMEN_VERBERGEN": _niet_in_bron(False, "Namen verbergen in de eerste blik op de matchtafel"),
    "DBI_SIGNAAL_DAGEN": _niet_in_bron(
        28, "Zoveel dagen vooraf komt er een signaal dat de DBI-uitzondering opnieuw bekeken moet"
    ),
    "STABIEL_MARGE_PCT": _niet_in_bron(
        10, "Marge van een jaarplan-toedeling voor stabiel werk (%, R057)"
    ),
    "SUGGESTIES_AAN": _niet_in_bron(True, "Suggesties voor de matchtafel mogen gevraagd worden"),
    "RANGSCHIKKING_SMALLER_PCT": _niet_in_bron(
        75, "Een competentie die onderdeel is van wat gevraagd wordt, telt voor zoveel procent"
    ),
    "RANGSCHIKKING_BREDER_PCT": _niet_in_bron(
        40, "Een bredere competentie dan gevraagd telt voor zoveel procent"
    ),
    "TOEWIJZING_SECONDEN": _niet_in_bron(
        5, "Zo lang mag Inzet rekenen aan een voorstel voor een hele agenda (seconden)"
    ),
    "TAFELNOTITIE_BEWAARDAGEN": _niet_in_bron(
        42, "Notities over personen aan de matchtafel worden na zoveel dagen gewist (R268)"
    ),
    "TRAINING_VOORINGENOMENHEID": Standaard(
        True, "Strategisch personeelsbeleid Rijk, focuspunt 2",
        "De voorzitter krijgt een seintje als een deelnemer de workshop nog niet volgde",
    ),
}
