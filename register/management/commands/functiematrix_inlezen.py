from config.kern.management.inlezen import InleesCommando
from register.domain.catalogus_inlezen import KOLOMMEN_MATRIX, functiematrix_inlezen


class Command(InleesCommando):
    help = "Lees de hele functiematrix van bijlage 3 in; wat er niet in staat, vervalt."
    inlezen = staticmethod(functiematrix_inlezen)
    verplicht = KOLOMMEN_MATRIX
