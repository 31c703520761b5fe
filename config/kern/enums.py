from django.db import models


class GremiumSoort(models.TextChoices):
    PS = "ps", "Provinciale Staten"
    GS = "gs", "Gedeputeerde Staten"
    DT = "dt", "Directieteam"
    P_BERAAD = "p_beraad", "Personeelsberaad"
    O_BERAAD = "o_beraad", "Opgavenberaad"
    PROGRAMMEERBERAAD = "programmeerberaad", "Programmeerberaad"
    P_OVERLEG = "p_overleg", "P-overleg"
    MATCHTAFEL = "matchtafel", "Matchtafel"


class VergaderStatus(models.TextChoices):
    GEPLAND = "gepland", "Gepland"
    GEHOUDEN = "gehouden", "Gehouden"


class BesluitSoort(models.TextChoices):
    NIEUWE_OPDRACHT = "nieuwe_opdracht", "Nieuwe opdracht"
    AANWIJZING = "aanwijzing", "Aanwijzing"
    TOEDELING = "toedeling", "Toedeling van een opgave"
    AFWIJKING = "afwijking", "Afwijking (pas toe of leg uit)"
    BEEINDIGING = "beeindiging", "Beëindiging"
    CORRECTIE = "correctie", "Correctie van het register"
    INZET = "inzet", "Inzet van een medewerker"
    WAARNEMING = "waarneming", "Waarneming"
    ONDERMANDAAT = "ondermandaat", "Ondermandaat"
    PERSONEELSMUTATIE = "personeelsmutatie", "Personeelsmutatie"
    OVERIG = "overig", "Overig"


class BesluitStatus(models.TextChoices):
    CONCEPT = "concept", "Concept"
    VASTGESTELD = "vastgesteld", "Vastgesteld"


class PuntSoort(models.TextChoices):
    """What somebody brings to a gremium (EISEN table 2.4)."""

    DILEMMA = "dilemma", "Dilemma"
    KNELPUNT = "knelpunt", "Knelpunt in capaciteit"
    CAPACITEITSVRAAG = "capaciteitsvraag", "Vraag naar capaciteit"
    PRIORITEIT = "prioriteit", "Prioriteit of herprioritering"
    ESCALATIE = "escalatie", "Escalatie"
    OPDRACHTVOORSTEL = "opdrachtvoorstel", "Voorstel voor een opdracht"
    SCOPE = "scope", "Wijziging van scope of status"
    AFWIJKING = "afwijking", "Afwijking (pas toe of leg uit)"
    TEAMS = "teams", "P-teams en ordening van de domeinen"
    MATCHING = "matching", "Matching en werving"
    ONTWIKKELING = "ontwikkeling", "Ontwikkeling en kwaliteit"
    REGISTER = "register", "Bevestiging van het register"
    OVERIG = "overig", "Overig"


class PuntStatus(models.TextChoices):
    INGEBRACHT = "ingebracht", "Ingebracht"
    GEAGENDEERD = "geagendeerd", "Op de agenda"
    AFGEHANDELD = "afgehandeld", "Afgehandeld"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class AdviesSoort(models.TextChoices):
    """Who advises, as far as it changes what a decision needs (R044, R207, R208)."""

    TOELEVERAAR = "toeleveraar", "Advies van een toeleveraar"
    BUSINESS_CONTROL = "business_control", "Advies van business control"
    CONCERNCONTROLLER = "concerncontroller", "Advies van de concerncontroller"
    GREMIUM = "gremium", "Advies van een beraad"
    ONGEVRAAGD = "ongevraagd", "Ongevraagd advies compliance & control"


class Weging(models.TextChoices):
    GEVOLGD = "gevolgd", "Gevolgd"
    AFGEWEKEN = "afgeweken", "Niet gevolgd"


class Kant(models.TextChoices):
    """For which side somebody sits in a meeting (R091)."""

    O = "o", "Opgavendomein"  # noqa: E741
    P = "p", "Personeelsdomein"
    DT = "dt", "Directieteam"
    ONDERSTEUNING = "ondersteuning", "Ondersteuning en advies"


class BerichtSoort(models.TextChoices):
    """What a message is about; people choose per kind how they get it (R414)."""

    TRO_GEDEELD = "tro_gedeeld", "Een opdracht is met jouw team gedeeld"
    FASE = "fase", "Een procedure gaat naar een andere fase"
    REACTIE = "reactie", "Er is nieuws over een reactie"
    INSTEMMING = "instemming", "Er is instemming nodig"
    MATCH = "match", "Een match is definitief"
    MATCHTAFEL = "matchtafel", "Er is nieuws van de matchtafel"
    TERMIJN = "termijn", "Een termijn loopt af"
    BESLUIT = "besluit", "Een besluit is nodig of genomen"
    MARKT = "markt", "Er is nieuw werk op de opdrachtenmarkt"
    OVERIG = "overig", "Overig"


class Bezorging(models.TextChoices):
    """How a person gets the mail of one kind of message; in the program it always shows."""

    DIRECT = "direct", "Meteen mailen"
    SAMENVATTING = "samenvatting", "Eén mail per werkdag"
    UIT = "uit", "Niet mailen"
