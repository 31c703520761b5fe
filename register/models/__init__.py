from register.models.besluit import Advies
from register.models.gebeurtenis import Bezorging, Registergebeurtenis, Webhook
from register.models.inzet import Inzet
from register.models.keten import Schakel
from register.models.rol import Bevoegdheid, Matrixregel, Rol
from register.models.roltoewijzing import Roltoewijzing
from register.models.tijdassen import RegisterQuerySet
from register.models.toezicht import Anker, Bevinding, Registerbevestiging

__all__ = [
    "Advies",
    "Anker",
    "Bevinding",
    "Bevoegdheid",
    "Bezorging",
    "Inzet",
    "Matrixregel",
    "RegisterQuerySet",
    "Registerbevestiging",
    "Registergebeurtenis",
    "Rol",
    "Roltoewijzing",
    "Schakel",
    "Webhook",
]
