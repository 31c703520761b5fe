from config.kern.management.inlezen import InleesCommando
from pdomein.domain.inlezen import KOLOMMEN, ppps_inlezen


class Command(InleesCommando):
    help = "Lees een bestand met ppps in; één geweigerde rij laat alles zoals het was."
    inlezen = staticmethod(ppps_inlezen)
    verplicht = KOLOMMEN["ppps"]
