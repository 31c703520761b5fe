from django.db import models


class Fase(models.TextChoices):
    """Where a procedure stands. The table in ``domain/fasen.py`` says what may follow (R237)."""

    CONCEPT = "concept", "In voorbereiding"
    INFORMEEL = "informeel", "Fase 0: informeel matchen"
    OPDRACHTENMARKT = "opdrachtenmarkt", "Fase 1: opdrachtenmarkt"
    MATCHTAFEL = "matchtafel", "Fase 2: matchtafel"
    EXTERN = "extern", "Fase 3: externe werving"
    KEUZE_DD = "keuze_dd", "Keuze domeindirecteur"
    AANWIJZING = "aanwijzing", "Aanwijzing directeur M&O"
    GEEN_OVEREENSTEMMING = "geen_overeenstemming", "Geen overeenstemming"
    BIJ_PROGRAMMEERBERAAD = "bij_programmeerberaad", "Bij het programmeerberaad"
    GEMATCHT = "gematcht", "Gematcht"
    NIET_VERVULD = "niet_vervuld", "Niet vervuld"
    INGETROKKEN = "ingetrokken", "Ingetrokken"
    VERVALLEN = "vervallen", "Vervallen"


class Route(models.TextChoices):
    TEAM = "team", "Matchingsprocedure in vier fasen"
    AOG = "aog", "Route ambtelijk opdrachtgever"
    AON = "aon", "Route ambtelijk opdrachtnemer"


class Trigger(models.TextChoices):
    BESLUITENLIJST = "besluitenlijst", "Nieuwe opdracht op de besluitenlijst"
    VRIJVAL = "vrijval", "Vrijgevallen werk"


class TermijnSoort(models.TextChoices):
    """Three kinds of moment, one kind of row (HUIS §6)."""

    WACHTTIJD = "wachttijd", "Wachttijd"
    TERMIJN = "termijn", "Termijn"
    SIGNAAL = "signaal", "Signaal"


class TermijnStatus(models.TextChoices):
    OPEN = "open", "Open"
    VERWERKT = "verwerkt", "Verwerkt"
    VERVALLEN = "vervallen", "Vervallen"
    GEPARKEERD = "geparkeerd", "Geparkeerd na fouten"


class ReactieStatus(models.TextChoices):
    INGEDIEND = "ingediend", "Ingediend"
    INGETROKKEN = "ingetrokken", "Ingetrokken"
    OP_TAFEL = "op_tafel", "Op de matchtafel"
    GEKOZEN = "gekozen", "Gekozen"
    NIET_GEKOZEN = "niet_gekozen", "Niet gekozen"
    TE_BEVESTIGEN = "te_bevestigen", "Opnieuw te bevestigen"


class SessieStatus(models.TextChoices):
    GEPLAND = "gepland", "Gepland"
    OPEN = "open", "Open"
    GESLOTEN = "gesloten", "Gesloten"


class Uitkomst(models.TextChoices):
    """What the table decided about one item (R270)."""

    GEMATCHT = "gematcht", "Gematcht"
    ADVIES = "advies", "Advies aan de domeindirecteur"
    AANHOUDEN = "aanhouden", "Aanhouden tot de volgende sessie"
    NAAR_EXTERN = "naar_extern", "Naar fase 3: externe werving"
    TERUG_NAAR_AOG = "terug_naar_aog", "Terug naar de AOG om aan te scherpen"
    ESCALEREN = "escaleren", "Escaleren"


class KandidaatBron(models.TextChoices):
    REACTIE = "reactie", "Reactie"
    RECRUITER = "recruiter", "Recruiter"
    PMANAGER = "pmanager", "P-manager"


class MatchStatus(models.TextChoices):
    VOORGESTELD = "voorgesteld", "Wacht op instemming"
    DEFINITIEF = "definitief", "Definitief"
    AFGEWEZEN = "afgewezen", "Niet doorgegaan"


class InstemmingVan(models.TextChoices):
    MEDEWERKER = "medewerker", "Medewerker"
    PMANAGER = "pmanager", "P-manager"


class WervingSoort(models.TextChoices):
    INLENING = "inlening", "Collegiale inlening"
    INHUUR = "inhuur", "Externe inhuur"
    VACATURE = "vacature", "Vacature"


class WervingStatus(models.TextChoices):
    OPEN = "open", "Open"
    IN_SELECTIE = "in_selectie", "In selectie"
    VERVULD = "vervuld", "Vervuld"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class WervingReden(models.TextChoices):
    """Why people are recruited (R278)."""

    NIET_TIJDIG = "niet_tijdig", "Ontwikkelen van eigen mensen kan niet op tijd"
    EXTRA = "extra", "Er is extra capaciteit nodig"


class DelingAntwoord(models.TextChoices):
    GEEN = "geen", "Nog geen antwoord"
    JA = "ja", "Ja, we hebben iemand"
    NEE = "nee", "Nee"
    LATER = "later", "Later misschien"


class MarktkeuzeSoort(models.TextChoices):
    """What somebody did with a card of the market, for themselves only."""

    BEWAARD = "bewaard", "Bewaard"
    OPZIJ = "opzij", "Niet interessant"


class Herkomst(models.TextChoices):
    """Where somebody outside the organisation is known from (R283, R286)."""

    KANDIDAAT = "kandidaat", "Kandidaat voor een vacature"
    OUD_MEDEWERKER = "oud_medewerker", "Oud-medewerker"
    STAGIAIR = "stagiair", "Oud-stagiair"
    TRAINEE = "trainee", "Oud-trainee"
    PARTNER = "partner", "Medewerker van een partner"


class Zwaarte(models.IntegerChoices):
    """How much of its usual weight a criterion keeps for one matchvraag, in percent."""

    NIET = 0, "Telt niet mee"
    HALF = 50, "Half zo zwaar"
    GEWOON = 100, "Gewoon"
    ZWAAR = 150, "Anderhalf keer zo zwaar"
    DUBBEL = 200, "Twee keer zo zwaar"
