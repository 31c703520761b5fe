from config.kern.management.inlezen import InleesCommando
from register.domain.inlezen import KOLOMMEN_MANDAAT, mandaatregeling_inlezen


class Command(InleesCommando):
    help = "Lees de mandaatregeling in; één geweigerde rij laat alles zoals het was."
    inlezen = staticmethod(mandaatregeling_inlezen)
    verplicht = KOLOMMEN_MANDAAT
