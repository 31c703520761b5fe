"""The page that explains phases, criteria and how to object (R229)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from config.kern import klok
from config.kern.htmx import toon
from config.kern.queries import instelling
from matching.enums import Fase

FASEN = (Fase.INFORMEEL, Fase.OPDRACHTENMARKT, Fase.MATCHTAFEL, Fase.EXTERN)


@require_safe
def uitleg(request: HttpRequest) -> HttpResponse:
    vandaag = klok.vandaag()
    gegevens = {
        "fasen": FASEN,
        "wacht": instelling("MATCH_WACHT_WERKDAGEN", vandaag),
        "f0_termijn": instelling("F0_TERMIJN_WERKDAGEN", vandaag),
        "bij_reactie": instelling("MELD_PMANAGER_BIJ", vandaag) == "reactie",
        "detachering": instelling("DETACHERING_MAX_DAGEN", vandaag),
    }
    return toon(request, "matching/uitleg/tonen.html", gegevens)
