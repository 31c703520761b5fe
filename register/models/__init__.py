from register.models.besluit import Advies
from register.models.correctievoorstel import Correctievoorstel
from register.models.gebeurtenis import Bezorging, Registergebeurtenis, Webhook
from register.models.inzet import Inzet
from register.models.keten import Schakel
from register.models.ondermandaat import Ondermandaat
from register.models.rol import Bevoegdheid, Mandaatregeling, Matrixregel, Rol
from register.models.roltoewijzing import Roltoewijzing
from register.models.tijdassen import RegisterQuerySet
from register.models.toezicht import Anker, Bevinding, Registerbevestiging
from register.models.uittreksel import Uittreksel

__all__ = [
    "Advies",
    "Anker",
    "Bevinding",
    "Bevoegdheid",
    "Bezorging",
    "Correctievoorstel",
    "Inzet",
    "Mandaatregeling",
    "Matrixregel",
    "Ondermandaat",
    "RegisterQuerySet",
    "Registerbevestiging",
    "Registergebeurtenis",
    "Rol",
    "Roltoewijzing",
    "Schakel",
    "Uittreksel",
    "Webhook",
]
