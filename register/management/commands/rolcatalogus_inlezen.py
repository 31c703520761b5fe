from config.kern.management.inlezen import InleesCommando
from register.domain.catalogus_inlezen import KOLOMMEN_CATALOGUS, rolcatalogus_inlezen


class Command(InleesCommando):
    help = "Lees rollen in de catalogus; één geweigerde rij laat alles zoals het was."
    inlezen = staticmethod(rolcatalogus_inlezen)
    verplicht = KOLOMMEN_CATALOGUS
