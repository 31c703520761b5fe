"""Why not: the refusals of the register."""

from register.rules.controle import beletsel_kennis, beletsel_uittreksel_openen
from register.rules.correctie import (
    beletsel_correctie_afwijzen,
    beletsel_correctie_bevestigen,
    beletsel_correctie_indienen,
    beletsel_inzet_corrigeren,
    beletsel_rol_corrigeren,
    vraagt_vier_ogen,
)
from register.rules.document import beletsel_document_openen
from register.rules.inlezen import (
    beletsel_gremia_vullen,
    beletsel_inzet_inlezen,
    beletsel_mandaatregeling_inlezen,
    beletsel_rollen_inlezen,
    beletsel_rollen_vullen,
)
from register.rules.inzet import beletsel_inzet_beeindigen, beletsel_inzet_vastleggen
from register.rules.mandaat import (
    beletsel_doorgeven,
    beletsel_ondermandaat_intrekken,
    beletsel_ondermandaat_verlenen,
)
from register.rules.rol import (
    RolVraag,
    beletsel_gesloten,
    beletsel_register_inzien,
    beletsel_register_muteren,
    beletsel_rol_beeindigen,
    beletsel_rol_toewijzen,
    eis_inzien,
)
from register.rules.vertrek import beletsel_vertrek_verwerken
from register.rules.waarneming import beletsel_rol_overdragen, beletsel_waarneming_vastleggen

__all__ = [
    "RolVraag",
    "beletsel_correctie_afwijzen",
    "beletsel_correctie_bevestigen",
    "beletsel_correctie_indienen",
    "beletsel_document_openen",
    "beletsel_doorgeven",
    "beletsel_gesloten",
    "beletsel_gremia_vullen",
    "beletsel_inzet_beeindigen",
    "beletsel_inzet_corrigeren",
    "beletsel_inzet_inlezen",
    "beletsel_inzet_vastleggen",
    "beletsel_kennis",
    "beletsel_mandaatregeling_inlezen",
    "beletsel_ondermandaat_intrekken",
    "beletsel_ondermandaat_verlenen",
    "beletsel_register_inzien",
    "beletsel_register_muteren",
    "beletsel_rol_beeindigen",
    "beletsel_rol_corrigeren",
    "beletsel_rol_overdragen",
    "beletsel_rol_toewijzen",
    "beletsel_rollen_inlezen",
    "beletsel_rollen_vullen",
    "beletsel_uittreksel_openen",
    "beletsel_vertrek_verwerken",
    "beletsel_waarneming_vastleggen",
    "eis_inzien",
    "vraagt_vier_ogen",
]
