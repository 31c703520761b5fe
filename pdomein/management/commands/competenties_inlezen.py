from config.kern.management.inlezen import InleesCommando
from pdomein.domain.inlezen import KOLOMMEN, competenties_inlezen


class Command(InleesCommando):
    help = "Lees een bestand met competenties in; één geweigerde rij laat alles zoals het was."
    inlezen = staticmethod(competenties_inlezen)
    verplicht = KOLOMMEN["competenties"]
