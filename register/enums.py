from django.db import models


class RolCode(models.TextChoices):
    """The roles that give rights in the program; the catalogue ``Rol`` may hold more (HUIS §7)."""

    AOG = "aog", "Ambtelijk opdrachtgever (AOG)"
    AON = "aon", "Ambtelijk opdrachtnemer (AON)"
    BOG = "bog", "Bestuurlijk opdrachtgever (BOG)"
    DOMEINDIRECTEUR = "domeindirecteur", "Domeindirecteur"
    DIRECTEUR_MO = "directeur_mo", "Directeur Mens en Organisatie"
    PROVINCIESECRETARIS = "provinciesecretaris", "Provinciesecretaris"
    CONCERNDIRECTEUR = "concerndirecteur", "Concerndirecteur"
    VOORZITTER = "voorzitter", "Voorzitter van een gremium"
    SECRETARIS = "secretaris", "Secretaris van een gremium"
    PORTFOLIOCOORDINATOR = "portfoliocoordinator", "Portfolio-coördinator"
    TOETSER = "toetser", "Adviseur compliance & control"
    RECRUITER = "recruiter", "Recruiter"
    REGISTERBEHEERDER = "registerbeheerder", "Registerbeheerder"
    CONCERNCONTROLLER = "concerncontroller", "Concerncontroller"
    AUDITOR = "auditor", "Auditor"
    FG = "fg", "Functionaris gegevensbescherming"
    BEHEERDER = "beheerder", "Functioneel beheerder"


class ObjectSoort(models.TextChoices):
    """On what kind of object a role is held."""

    GEEN = "geen", "De hele organisatie"
    OPDRACHT = "opdracht", "Opdracht of deelopdracht"
    OPGAVE = "opgave", "Opgave"
    ODOMEIN = "odomein", "O-domein"
    DOMEIN = "domein", "Professioneel domein"
    GREMIUM = "gremium", "Gremium"


class OndermandaatAan(models.TextChoices):
    """To whom the regulation lets a power be passed on."""

    NIEMAND = "niemand", "Niemand"
    AON = "aon", "De AON van de opdracht"
    TEAM = "team", "Wie in het opdrachtteam werkt"
    MEDEWERKER = "medewerker", "Elke medewerker in dienst"


class Teamrol(models.TextChoices):
    TEAMLID = "teamlid", "Lid van het opdrachtteam"
    TOELEVERAAR = "toeleveraar", "Toeleveraar"
    AON = "aon", "Ambtelijk opdrachtnemer"
    AOG = "aog", "Ambtelijk opdrachtgever"
    BEGELEIDER = "begeleider", "Begeleider"


class VoorstelStatus(models.TextChoices):
    OPEN = "open", "Wacht op een tweede paar ogen"
    BEVESTIGD = "bevestigd", "Bevestigd"
    AFGEWEZEN = "afgewezen", "Afgewezen"


class Mutatie(models.TextChoices):
    """Why a register row came to be."""

    TOEWIJZING = "toewijzing", "Toewijzing"
    BEEINDIGING = "beeindiging", "Beëindiging"
    CORRECTIE = "correctie", "Correctie"
    WAARNEMING = "waarneming", "Waarneming"


class Strekking(models.TextChoices):
    POSITIEF = "positief", "Positief"
    VOORWAARDEN = "voorwaarden", "Positief onder voorwaarden"
    NEGATIEF = "negatief", "Negatief"


class AdviesWeging(models.TextChoices):
    """How heavy an advice weighs (Werkingsprincipes §7, §7.8)."""

    VRIJBLIJVEND = "vrijblijvend", "Vrijblijvend"
    ZWAAR = "zwaar", "Zwaarwegend (pas toe of leg uit)"


class BevindingSoort(models.TextChoices):
    """What the lawfulness cockpit looks for (R181, R189, R190, R201)."""

    GEEN_AOG = "geen_aog", "Opdracht zonder AOG"
    GEEN_AON = "geen_aon", "Opdracht zonder AON"
    OVERLAP = "overlap", "Twee houders tegelijk"
    GAT = "gat", "Gat tussen twee houders"
    GEEN_DOCUMENT = "geen_document", "Besluit zonder leesbaar document"
    GEEN_DOSSIER = "geen_dossier", "Besluit zonder dossiernummer"
    LAAT = "laat", "Te laat geregistreerd"
    LOOPT_AF = "loopt_af", "Loopt binnenkort af"
    UIT_DIENST = "uit_dienst", "Rolhouder uit dienst"
    ROL_ZONDER_MACHT = "rol_zonder_macht", "Rol zonder bevoegdheden"
    MACHT_ZONDER_ROL = "macht_zonder_rol", "Bevoegdheid zonder rolhouder"


class BevindingStatus(models.TextChoices):
    OPEN = "open", "Open"
    TOEGELICHT = "toegelicht", "Toegelicht"
    OPGELOST = "opgelost", "Opgelost"


class GebeurtenisSoort(models.TextChoices):
    """What other systems hear about (R193)."""

    TOEGEVOEGD = "toegevoegd", "Vermelding toegevoegd"
    GESLOTEN = "gesloten", "Vermelding vervangen of ingetrokken"
    BEGONNEN = "begonnen", "Periode van een vermelding begonnen"
    GEEINDIGD = "geeindigd", "Periode van een vermelding geëindigd"
    ANKER = "anker", "Anker van de keten vastgelegd"


class Bezorgstatus(models.TextChoices):
    WACHT = "wacht", "Wacht"
    BEZORGD = "bezorgd", "Bezorgd"
    OPGEGEVEN = "opgegeven", "Opgegeven"
