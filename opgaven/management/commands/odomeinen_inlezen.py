from config.kern.management.inlezen import InleesCommando
from opgaven.domain.inlezen import KOLOMMEN, odomeinen_inlezen


class Command(InleesCommando):
    help = "Lees odomeinen in; bij één geweigerde rij blijft alles zoals het was."
    inlezen = staticmethod(odomeinen_inlezen)
    verplicht = KOLOMMEN["odomeinen"]
