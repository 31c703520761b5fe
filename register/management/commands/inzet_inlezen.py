from config.kern.management.inlezen import InleesCommando
from register.domain.inlezen import KOLOMMEN_INZET, inzet_inlezen


class Command(InleesCommando):
    help = "Lees een bestand met inzet in; één geweigerde rij laat alles zoals het was."
    inlezen = staticmethod(inzet_inlezen)
    verplicht = KOLOMMEN_INZET
