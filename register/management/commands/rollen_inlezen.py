from config.kern.management.inlezen import InleesCommando
from register.domain.inlezen import KOLOMMEN_ROLLEN, rollen_inlezen


class Command(InleesCommando):
    help = "Lees een bestand met rollen in; één geweigerde rij laat alles zoals het was."
    inlezen = staticmethod(rollen_inlezen)
    verplicht = KOLOMMEN_ROLLEN
