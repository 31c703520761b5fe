from config.kern.management.inlezen import InleesCommando
from opgaven.domain.inlezen import KOLOMMEN, capaciteitsvragen_inlezen


class Command(InleesCommando):
    help = "Lees capaciteitsvragen in; bij één geweigerde rij blijft alles zoals het was."
    inlezen = staticmethod(capaciteitsvragen_inlezen)
    verplicht = KOLOMMEN["capaciteitsvragen"]
