"""The catalogue of roles with how many people hold them, and bijlage 3 as rows (R111-R115)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from register.enums import Teamrol
from register.models import Matrixregel, Rol

# the oldest word for the AON, and the roles that live outside the catalogue (R077, R078, R111)
TEAMROLLEN: tuple[tuple[str, str], ...] = (
    (Teamrol.TEAMLID.label, "Werkt mee aan een opdracht, voor een deel van de tijd."),
    (Teamrol.TOELEVERAAR.label, "Levert deskundigheid, gevraagd of uit zichzelf."),
    (Teamrol.BEGELEIDER.label, "Begeleidt iemand die in het werk leert."),
    ("P-manager", "Leidt een P-team; wordt bij het P-team aangesteld, niet hier."),
    ("Behandelend ambtenaar (BA)", "Het oudere woord voor de ambtelijk opdrachtnemer (AON)."),
)


def rollen(dag: date) -> QuerySet[Rol]:
    """With the number of people who hold each role on ``dag``."""
    geldt = Q(toewijzingen__eind_registratie=None, toewijzingen__begin_geldigheid__lte=dag) & (
        Q(toewijzingen__einde_geldigheid=None) | Q(toewijzingen__einde_geldigheid__gt=dag)
    )
    return Rol.objects.annotate(
        aantal=Count("toewijzingen__medewerker", filter=geldt, distinct=True)
    ).order_by("volgorde", "naam")


@dataclass(frozen=True, slots=True)
class Matrixrij:
    rol: str
    functiegroep: str
    schalen: str
    is_zeker: bool


def matrix() -> list[Matrixrij]:
    return [
        Matrixrij(r.rol.naam, r.get_functiegroep_display(), _schalen(r), r.bron_zeker)
        for r in Matrixregel.objects.select_related("rol").order_by(
            "rol__volgorde", "functiegroep", "schaal_van"
        )
    ]


def _schalen(regel: Matrixregel) -> str:
    if regel.schaal_van == regel.schaal_tot:
        return str(regel.schaal_van)
    return f"{regel.schaal_van} t/m {regel.schaal_tot}"
