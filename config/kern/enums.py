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
