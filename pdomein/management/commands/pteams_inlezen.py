from config.kern.management.inlezen import InleesCommando
from pdomein.domain.inlezen import KOLOMMEN, pteams_inlezen


class Command(InleesCommando):
    help = "Lees een bestand met pteams in; één geweigerde rij laat alles zoals het was."
    inlezen = staticmethod(pteams_inlezen)
    verplicht = KOLOMMEN["pteams"]
