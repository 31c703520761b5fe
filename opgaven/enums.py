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
