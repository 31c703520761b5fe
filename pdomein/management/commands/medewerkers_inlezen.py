from config.kern.management.inlezen import InleesCommando
from pdomein.domain.inlezen import KOLOMMEN, medewerkers_inlezen


class Command(InleesCommando):
    help = "Lees een bestand met medewerkers in; één geweigerde rij laat alles zoals het was."
    inlezen = staticmethod(medewerkers_inlezen)
    verplicht = KOLOMMEN["medewerkers"]
