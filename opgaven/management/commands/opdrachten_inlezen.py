from config.kern.management.inlezen import InleesCommando
from opgaven.domain.inlezen import KOLOMMEN, opdrachten_inlezen


class Command(InleesCommando):
    help = "Lees opdrachten in; bij één geweigerde rij blijft alles zoals het was."
    inlezen = staticmethod(opdrachten_inlezen)
    verplicht = KOLOMMEN["opdrachten"]
