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
    TOETSER = "toetser", "Adviseur compliance & control"
    RECRUITER = "recruiter", "Recruiter"
    REGISTERBEHEERDER = "registerbeheerder", "Registerbeheerder"
    CONCERNCONTROLLER = "concerncontroller", "Concerncontroller"
    AUDITOR = "auditor", "Auditor"
    BEHEERDER = "beheerder", "Functioneel beheerder"


class ObjectSoort(models.TextChoices):
    """On what kind of object a role is held."""

    GEEN = "geen", "De hele organisatie"
    OPDRACHT = "opdracht", "Opdracht of deelopdracht"
    OPGAVE = "opgave", "Opgave"
    ODOMEIN = "odomein", "O-domein"
    DOMEIN = "domein", "Professioneel domein"
    GREMIUM = "gremium", "Gremium"


class Teamrol(models.TextChoices):
    TEAMLID = "teamlid", "Lid van het opdrachtteam"
    TOELEVERAAR = "toeleveraar", "Toeleveraar"
    AON = "aon", "Ambtelijk opdrachtnemer"
    AOG = "aog", "Ambtelijk opdrachtgever"
    BEGELEIDER = "begeleider", "Begeleider"


class Mutatie(models.TextChoices):
    """Why a register row came to be."""

    TOEWIJZING = "toewijzing", "Toewijzing"
    BEEINDIGING = "beeindiging", "Beëindiging"
    CORRECTIE = "correctie", "Correctie"
    WAARNEMING = "waarneming", "Waarneming"
