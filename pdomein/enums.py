from django.db import models


class Functiegroep(models.TextChoices):
    """The six function groups (R110)."""

    STRATEGISCH_LEIDER = "strategisch_leider", "Strategisch leider"
    TACTISCH_LEIDER = "tactisch_leider", "Tactisch/operationeel leidinggevende"
    REGISSEUR = "regisseur", "Regisseur/verbinder"
    REALISATOR = "realisator", "Realisator en ondersteuner"
    SPECIALIST = "specialist", "Specialist"
    OPERATIE = "operatie", "Operationeel medewerker"


class Dienstverband(models.TextChoices):
    VAST = "vast", "Vast"
    TIJDELIJK = "tijdelijk", "Tijdelijk"
    TRAINEE = "trainee", "Trainee"
    STAGIAIR = "stagiair", "Stagiair"
    EXTERN = "extern", "Extern"
    BESTUUR = "bestuur", "Lid van Gedeputeerde Staten"


class Initiatief(models.TextChoices):
    """Who started a placement (R166)."""

    MEDEWERKER = "medewerker", "Eigen initiatief"
    ORGANISATIE = "organisatie", "Belang van de organisatie"


class AansluitingSoort(models.TextChoices):
    GAST = "gast", "Gast"
    EXTERN = "extern", "Extern"
    TRAINEE = "trainee", "Trainee"
    STAGIAIR = "stagiair", "Stagiair"


class Zichtbaarheid(models.TextChoices):
    """Who may see one part of a profile or plan."""

    IEDEREEN = "iedereen", "Alle collega's"
    MATCHEN = "matchen", "Wie over een match beslist, als ik reageer"
    PMANAGER = "pmanager", "Alleen mijn P-manager en ik"


class Leeskring(models.TextChoices):
    """Who may read one section of a teamplan (R136)."""

    IEDEREEN = "iedereen", "Alle collega's"
    TEAM = "team", "Alleen het team en de P-manager"


class TeamplanDeel(models.IntegerChoices):
    """The seven sections that a teamplan has at least (R135, EISEN table 2.6)."""

    NORM = 1, "Norm, waarden en identiteit"
    KENNIS = 2, "Kennis delen, ontwikkelen en borgen"
    PLANNING = 3, "Planning voor het komende jaar"
    MATCHEN = 4, "Hoe wij matchen met de P-manager"
    DOELEN = 5, "Doelstelling en ontwikkeldoelen"
    GROEP = 6, "Wat wij nodig hebben als groep"
    ORGANISATIE = 7, "Deelnemers, rollen en taken"


class Niveau(models.IntegerChoices):
    """Levels of a competentie; the definitions are shown beside the choice (R347)."""

    BASIS = 1, "1 Basis: ik ken het begrip"
    TOEPASSEN = 2, "2 Toepassen: ik doe het met hulp"
    ZELFSTANDIG = 3, "3 Zelfstandig: ik doe het alleen"
    GEVORDERD = 4, "4 Gevorderd: ik help anderen"
    EXPERT = 5, "5 Expert: ik bepaal de norm"


class SPPSoort(models.TextChoices):
    """What an assumption of the personnel planning is about (R308)."""

    VRAAG = "vraag", "Verwachte vraag"
    INSTROOM = "instroom", "Verwachte instroom"
    UITSTROOM = "uitstroom", "Verwachte uitstroom"


class SPPActie(models.TextChoices):
    """Where to invest when demand and supply differ (R308, R309)."""

    ONTWIKKELEN = "ontwikkelen", "Mensen ontwikkelen"
    WERVEN = "werven", "Mensen werven"
    UITBESTEDEN = "uitbesteden", "Werk uitbesteden"
    AFBOUWEN = "afbouwen", "Minder werk of mensen"


class WijzigingSoort(models.TextChoices):
    """The four acts of procedure H (R173)."""

    OPHEFFEN = "opheffen", "Opheffen"
    SAMENVOEGEN = "samenvoegen", "Samenvoegen"
    SPLITSEN = "splitsen", "Splitsen"
    OVERSTAPPEN = "overstappen", "Overstappen"


class WijzigingStatus(models.TextChoices):
    CONCEPT = "concept", "Concept"
    VOORGELEGD = "voorgelegd", "In overleg"
    BESLOTEN = "besloten", "Besloten, nog niet ingegaan"
    UITGEVOERD = "uitgevoerd", "Uitgevoerd"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"
    VERVALLEN = "vervallen", "Vervallen"


class Splitsgrond(models.TextChoices):
    """On what a team that is too large is divided (R167)."""

    SPECIALISATIE = "specialisatie", "Specialisatie"
    ROL = "rol", "Rol"
    SENIORITEIT = "senioriteit", "Senioriteit"
    PLEK = "plek", "Plek in de provincie"
    ANDERS = "anders", "Iets anders"


class Antwoord(models.TextChoices):
    OPEN = "open", "Nog geen antwoord"
    EENS = "eens", "Eens"
    ONEENS = "oneens", "Oneens"
    NIET_BEREIKT = "niet_bereikt", "Niet bereikt"


class RaadplegingRol(models.TextChoices):
    """In which role somebody was asked about a change of teams (R167, R168, R172)."""

    MEDEWERKER = "medewerker", "Medewerker"
    PMANAGER = "pmanager", "P-manager"
    NIEUWE_PMANAGER = "nieuwe_pmanager", "Beoogd P-manager"
    DIRECTEUR_MO = "directeur_mo", "Directeur Mens en Organisatie"
