from config.kern.management.inlezen import InleesCommando
from pdomein.domain.inlezen import KOLOMMEN, pmanagers_inlezen


class Command(InleesCommando):
    help = "Lees een bestand met pmanagers in; één geweigerde rij laat alles zoals het was."
    inlezen = staticmethod(pmanagers_inlezen)
    verplicht = KOLOMMEN["pmanagers"]
