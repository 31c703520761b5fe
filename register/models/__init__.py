from register.models.inzet import Inzet
from register.models.keten import Schakel
from register.models.rol import Bevoegdheid, Matrixregel, Rol
from register.models.roltoewijzing import Roltoewijzing
from register.models.tijdassen import RegisterQuerySet

__all__ = [
    "Bevoegdheid",
    "Inzet",
    "Matrixregel",
    "RegisterQuerySet",
    "Rol",
    "Roltoewijzing",
    "Schakel",
]
