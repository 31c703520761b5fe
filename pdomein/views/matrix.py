"""The competenties of one team, for its P-manager (R132)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from config.kern import klok
from config.kern.htmx import toon
from pdomein import queries
from pdomein.domain.matrix import matrix_inzien


@require_safe
def matrix(request: HttpRequest, id: UUID) -> HttpResponse:
    pteam = queries.pteam_met(id)
    rijen = matrix_inzien(pteam=pteam, door=request.actor, nu=klok.nu())
    return toon(request, "pdomein/pteam/matrix.html", {"pteam": pteam, "rijen": rijen})
