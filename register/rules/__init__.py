"""Why not: the refusals of the register."""

from register.rules.document import beletsel_document_openen
from register.rules.inlezen import (
    beletsel_gremia_vullen,
    beletsel_inzet_inlezen,
    beletsel_mandaatregeling_inlezen,
    beletsel_rollen_inlezen,
    beletsel_rollen_vullen,
)
from register.rules.inzet import beletsel_inzet_beeindigen, beletsel_inzet_vastleggen
from register.rules.rol import (
    RolVraag,
    beletsel_gesloten,
    beletsel_register_inzien,
    beletsel_register_muteren,
    beletsel_rol_beeindigen,
    beletsel_rol_corrigeren,
    beletsel_rol_toewijzen,
    eis_inzien,
)

__all__ = [
    "RolVraag",
    "beletsel_document_openen",
    "beletsel_gesloten",
    "beletsel_gremia_vullen",
    "beletsel_inzet_beeindigen",
    "beletsel_inzet_inlezen",
    "beletsel_inzet_vastleggen",
    "beletsel_mandaatregeling_inlezen",
    "beletsel_register_inzien",
    "beletsel_register_muteren",
    "beletsel_rol_beeindigen",
    "beletsel_rol_corrigeren",
    "beletsel_rol_toewijzen",
    "beletsel_rollen_inlezen",
    "beletsel_rollen_vullen",
    "eis_inzien",
]
