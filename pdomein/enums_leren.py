"""Codes of the PPP, of learning, of the teamplan and of the rights of the person."""

from django.db import models


class Mentorwens(models.TextChoices):
    """What somebody offers or asks of a colleague of another generation (R393)."""

    BIEDT = "biedt", "Ik wil mentor zijn"
    ZOEKT = "zoekt", "Ik zoek een mentor"
    BEIDE = "beide", "Allebei"


class Openheid(models.TextChoices):
    """What somebody shares about being free for other work; never derived by the program."""

    JA = "ja", "Ja, ik zoek een nieuwe opdracht"
    OVERLEG = "overleg", "Misschien, bel me even"
    NEE = "nee", "Nu niet"


class Normrubriek(models.TextChoices):
    """The parts of the norm for P-managers (DT-28) and the Leiderschapsprofiel (R335)."""

    SCHOLING = "scholing", "Scholing"
    GESPREKKEN = "gesprekken", "Gesprekken"
    INTERVISIE = "intervisie", "Intervisie"
    COACHING = "coaching", "Coaching"
    DOSSIER = "dossier", "Dossiervorming"
    LEIDERSCHAP = "leiderschap", "Leiderschapsprofiel"


class Normstaat(models.TextChoices):
    NOG_NIET = "nog_niet", "Nog niet"
    BEZIG = "bezig", "Mee bezig"
    VOLDOET = "voldoet", "Voldoe ik aan"


class Leervorm(models.TextChoices):
    """70-20-10: how people learn (R148)."""

    WERKEND = "werkend", "Leren door te doen"
    FEEDBACK = "feedback", "Feedback en coaching"
    TRAINING = "training", "Training en opleiding"


class Leerroute(models.TextChoices):
    """Where somebody learns (DT-15, R142)."""

    OPLEIDING = "opleiding", "Training of opleiding"
    EIGEN_TEAM = "eigen_team", "In het eigen P-team"
    ANDER_TEAM = "ander_team", "In een ander P-team, vakgenootschap of vakcirkel"
    EXTERN = "extern", "Buiten de provincie"


class Leersoort(models.TextChoices):
    VRIJ = "vrij", "Eigen keuze"
    VERPLICHT = "verplicht", "Verplicht voor mijn werk"


class AfspraakStatus(models.TextChoices):
    VOORSTEL = "voorstel", "Voorstel"
    AFGESPROKEN = "afgesproken", "Afgesproken"
    GEDAAN = "gedaan", "Gedaan"
    VERVALLEN = "vervallen", "Vervallen"


class ActiviteitSoort(models.TextChoices):
    """What a team plans together (R333, R361)."""

    PROFESSIONALISERING = "professionalisering", "Professionalisering"
    INTERVISIE = "intervisie", "Intervisie"
    FEEDBACK = "feedback", "Feedbackmoment"
    KENNIS = "kennis", "Kennis delen"
    OVERLEG = "overleg", "Teamoverleg"
    ANDERS = "anders", "Iets anders"


class Deelname(models.TextChoices):
    KOMT = "komt", "Komt"
    KOMT_NIET = "komt_niet", "Komt niet"
    WAS_ER = "was_er", "Was er"


class CompetentieBron(models.TextChoices):
    """Where an entry of the list comes from; a source only changes its own entries."""

    EIGEN = "eigen", "Eigen lijst"
    ESCO = "esco", "ESCO"
    COMPETENTNL = "competentnl", "CompetentNL"


class Verzoekonderwerp(models.TextChoices):
    PERSONEEL = "personeel", "Mijn personeelsgegevens"
    PLAATSING = "plaatsing", "Mijn P-team of P-manager"
    ROLLEN = "rollen", "Mijn rollen en inzet"
    ANDERS = "anders", "Iets anders"


class Verzoekstatus(models.TextChoices):
    INGEDIEND = "ingediend", "Ingediend"
    DOORGEVOERD = "doorgevoerd", "Doorgevoerd"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"
