from config.kern.management.inlezen import InleesCommando
from pdomein.domain.inlezen import KOLOMMEN, leeftijdsopbouw_inlezen


class Command(InleesCommando):
    help = "Lees leeftijden per professie in, in groepen van vijf mensen of meer."
    inlezen = staticmethod(leeftijdsopbouw_inlezen)
    verplicht = KOLOMMEN["leeftijdsopbouw"]
