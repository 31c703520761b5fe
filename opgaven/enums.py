from django.db import models


class Label(models.TextChoices):
    """How work is staffed, and nothing else (R052, R059)."""

    DYNAMISCH = "dynamisch", "Dynamisch"
    STABIEL = "stabiel", "Stabiel"


class OpdrachtSoort(models.TextChoices):
    DEELPRODUCT = "deelproduct", "Deelproduct"
    PRODUCT = "product", "Product"
    INVESTERING = "investering", "Investering (project)"
    OPGAVE_ALS_OPDRACHT = "opgave_als_opdracht", "Opgave als zelfstandige opdracht"


class OpdrachtStatus(models.TextChoices):
    """The life of an opdracht (R039)."""

    CONCEPT = "concept", "Concept"
    PROFIEL_VASTGESTELD = "profiel_vastgesteld", "Profiel vastgesteld"
    GETOETST = "getoetst", "Getoetst"
    GEPROGRAMMEERD = "geprogrammeerd", "Geprogrammeerd"
    BEMENSING = "bemensing", "Bemensing"
    IN_UITVOERING = "in_uitvoering", "In uitvoering"
    OPGELEVERD = "opgeleverd", "Opgeleverd"
    GEDECHARGEERD = "gedechargeerd", "Gedechargeerd"
    GETEMPORISEERD = "getemporiseerd", "Getemporiseerd"
    GESCHRAPT = "geschrapt", "Geschrapt"


class Toetsonderdeel(models.TextChoices):
    FINANCIEEL = "financieel", "Financieel"
    PERSONEEL = "personeel", "Personeel"
    JURIDISCH = "juridisch", "Juridisch"


class Toetsuitkomst(models.TextChoices):
    POSITIEF = "positief", "Positief"
    VOORWAARDEN = "voorwaarden", "Positief met voorwaarden"
    NEGATIEF = "negatief", "Negatief"


class ScopeStatus(models.TextChoices):
    VOORGESTELD = "voorgesteld", "Voorgesteld"
    GEACCORDEERD = "geaccordeerd", "Geaccordeerd"
    AFGEWEZEN = "afgewezen", "Afgewezen"


class PlaatsSoort(models.TextChoices):
    """What a demand for capacity asks for: one place in the organisation of an opdracht."""

    AOG = "aog", "Ambtelijk opdrachtgever"
    AON = "aon", "Ambtelijk opdrachtnemer"
    TEAM = "team", "Plaats in het opdrachtteam"


class JaarplanStatus(models.TextChoices):
    """A demand of the work side, decided by the P-manager of the team (R056)."""

    VOORGESTELD = "voorgesteld", "Gevraagd"
    VASTGESTELD = "vastgesteld", "Toegedeeld"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    VERVANGEN = "vervangen", "Vervangen"
    BEEINDIGD = "beeindigd", "Beëindigd"


class AfhankelijkheidSoort(models.TextChoices):
    """How one opdracht hangs on another; only waiting has an order in time (R011)."""

    WACHT_OP = "wacht_op", "wacht op"
    GEBRUIKT = "gebruikt", "gebruikt het resultaat van"
    DEELT_MENSEN = "deelt_mensen", "vraagt dezelfde mensen als"
    RAAKT = "raakt", "raakt aan"


class KaderOnderwerp(models.TextChoices):
    """About what GS can decide for an opdracht (R014, R016)."""

    PRIORITEIT = "prioriteit", "Prioriteit"
    BUDGET = "budget", "Materieel budget (euro)"
    CAPACITEIT = "capaciteit", "Capaciteit (fte)"


class KnelpuntBron(models.TextChoices):
    P_BERAAD = "p_beraad", "Personeelsberaad"
    P_OVERLEG = "p_overleg", "P-overleg"
    MATCHTAFEL = "matchtafel", "Matchtafel"
    O_BERAAD = "o_beraad", "Opgavenberaad"
    OPDRACHT = "opdracht", "Een opdracht"
    PERSONEELSPLAN = "personeelsplan", "Strategische personeelsplanning"


class KnelpuntStatus(models.TextChoices):
    OPEN = "open", "Nog geen aanpak"
    AANPAK = "aanpak", "Aanpak loopt"
    OPGELOST = "opgelost", "Opgelost"


class Trede(models.TextChoices):
    """The ladder of escalation that the sources name (R032, R070, R222)."""

    AOG = "aog", "Ambtelijk opdrachtgever"
    DOMEINDIRECTEUR = "domeindirecteur", "Domeindirecteur"
    BERAAD = "beraad", "Opgavenberaad, en daarna programmeerberaad en DT"


class IdeeStatus(models.TextChoices):
    INGEDIEND = "ingediend", "Wacht op antwoord"
    AANGENOMEN = "aangenomen", "Aangenomen"
    AFGEWEZEN = "afgewezen", "Niet aangenomen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class PencSoort(models.TextChoices):
    """Products of the planning & control cycle."""

    KADERNOTA = "kadernota", "Kadernota"
    BEGROTING = "begroting", "Begroting"
    VOORJAAR = "voorjaarsnota", "Voorjaarsnota"
    NAJAAR = "najaarsnota", "Najaarsnota"
    JAARREKENING = "jaarrekening", "Jaarrekening"
