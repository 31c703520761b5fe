from config.kern.management.inlezen import InleesCommando
from opgaven.domain.inlezen import KOLOMMEN, toedelingen_inlezen


class Command(InleesCommando):
    help = "Lees toedelingen in; bij één geweigerde rij blijft alles zoals het was."
    inlezen = staticmethod(toedelingen_inlezen)
    verplicht = KOLOMMEN["toedelingen"]
