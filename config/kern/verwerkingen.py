"""The personal data that Inzet holds: what, why, on which ground, how long (AVG art. 30, R213).

A province checks this list with its own functionaris gegevensbescherming and changes it here.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verwerking:
    wat: str
    gegevens: str
    doel: str
    grondslag: str
    wie_ziet: str
    bewaartermijn: str
    instelling: str = ""
    """The setting with the number of months that is meant, when the province chooses it."""


TAAK = "Taak van algemeen belang (AVG art. 6 lid 1 e)"
CONTRACT = "Uitvoering van de arbeidsovereenkomst (AVG art. 6 lid 1 b)"
TOESTEMMING = "Toestemming (AVG art. 6 lid 1 a)"
PLICHT = "Wettelijke plicht (AVG art. 6 lid 1 c)"

VERWERKINGEN: tuple[Verwerking, ...] = (
    Verwerking(
        "Medewerkers", "Naam, functie, e-mailadres, P-team, opgaven",
        "Weten wie er werkt en waaraan", CONTRACT, "Alle collega’s",
        "Zolang iemand in dienst is; daarna zolang het register de naam nodig heeft",
    ),
    Verwerking(
        "Personeelsgegevens", "Aanstelling, schaal, functiegroep, dienstverband, beschikbaarheid",
        "Capaciteit berekenen en op gelijk niveau matchen", CONTRACT,
        "De medewerker zelf en de eigen P-manager; anderen alleen cijfers over groepen",
        "Volgens de selectielijst van de organisatie",
    ),
    Verwerking(
        "PPP", "Kennis, ervaring, competenties, ontwikkelwensen",
        "Passend werk vinden en je ontwikkelen", CONTRACT,
        "Wat je zelf per onderdeel kiest; de eigen P-manager; wie jij toestemming geeft",
        "Zolang iemand in dienst is, en daarna nog", "BEWAAR_PPP_MAANDEN",
    ),
    Verwerking(
        "Ontwikkelafspraken", "Wat je gaat leren, hoe, wanneer, uren en budget",
        "Samen afspreken hoe je je ontwikkelt", CONTRACT,
        "De medewerker en de eigen P-manager; anderen alleen cijfers vanaf vijf mensen",
        "Na vertrek nog", "BEWAAR_AFSPRAKEN_MAANDEN",
    ),
    Verwerking(
        "Activiteiten van teams", "Wie komt en wie er was", "Samen leren organiseren", TAAK,
        "De uitgenodigde P-teams", "Na afloop nog",
        "BEWAAR_DEELNAME_MAANDEN",
    ),
    Verwerking(
        "Verzoeken om rectificatie", "Wat er niet klopt en het antwoord",
        "Gegevens verbeteren als daarom gevraagd wordt", PLICHT,
        "De medewerker zelf en de beheerder",
        "Na het antwoord nog", "BEWAAR_VERZOEKEN_MAANDEN",
    ),
    Verwerking(
        "Reacties", "Toelichting en een kopie van het PPP zoals je het meestuurde",
        "Kiezen wie een opdracht gaat doen", CONTRACT,
        "De AOG en de matchtafel; bij intrekken wordt de kopie gewist",
        "Tot de procedure klaar is en de termijn voor bezwaar voorbij is",
    ),
    Verwerking(
        "Matchtafel", "Kandidaten, aantekeningen en besluiten",
        "Zorgvuldig en navolgbaar beslissen", TAAK,
        "De deelnemers van de sessie; namen van niet gekozen mensen zijn niet openbaar",
        "Aantekeningen volgens de instelling; besluiten volgens de selectielijst",
    ),
    Verwerking(
        "Opdrachtenregister", "Wie welke rol of inzet had, wanneer, met welk besluit",
        "Kunnen aantonen wie op een dag bevoegd was", PLICHT,
        "Rollen: alle collega’s; uren: de medewerker, de P-manager en wie de opdracht leidt",
        "Volgens de Archiefwet en de selectielijst",
    ),
    Verwerking(
        "Talenten van buiten", "Naam, e-mailadres, ervaring",
        "Iemand kunnen vragen voor ander werk", TOESTEMMING,
        "De P-manager die contact houdt en met wie het is gedeeld",
        "Tot en met de dag waarop de toestemming eindigt; dan wist Inzet alles",
    ),
    Verwerking(
        "Van werk naar werk", "Dat je ander werk zoekt, sinds wanneer",
        "Eerst binnen kijken voordat er buiten wordt geworven", TOESTEMMING,
        "De eigen P-manager; wie werft alleen als jouw competenties passen",
        "Tot je van de lijst gaat; daarna alleen jij en je P-manager",
    ),
    Verwerking(
        "Inzagen", "Wie wanneer welke persoonsgegevens bekeek, en waarvoor",
        "Laten zien wat er met gegevens gebeurt", PLICHT,
        "De medewerker zelf en de functionaris gegevensbescherming",
        "Volgens de selectielijst van de organisatie",
    ),
    Verwerking(
        "Logboek", "Wie wanneer welke handeling deed",
        "Besluiten kunnen navolgen en fouten vinden", PLICHT,
        "Beheer en toezicht, per zaak wie erbij betrokken is", "Volgens de Archiefwet",
    ),
    Verwerking(
        "Inloggen", "Gebruikersnaam, tijd van inloggen, sessie",
        "Alleen de juiste mensen binnenlaten", PLICHT, "Beheer",
        "De sessie tot uitloggen; logregels volgens de instelling van de server",
    ),
)
