"""Dossiers: the list, one dossier, and the file for the archive."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from config.kern import klok
from config.kern.fouten import eis
from config.kern.htmx import toon
from register.domain.dossier import dossier_exporteren
from register.queries import archief as vragen
from register.queries.schermen import vermeldingen
from register.rules.dossier import beletsel_dossier_exporteren

PER_PAGINA = 25


@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    eis(beletsel_dossier_exporteren(door=request.actor))
    zoek = request.GET.get("zoek", "")[:60]
    pagina = Paginator(vragen.dossiers(zoek), PER_PAGINA).get_page(request.GET.get("pagina"))
    return toon(request, "register/dossier/lijst.html", {"pagina": pagina, "zoek": zoek})


@require_safe
def tonen(request: HttpRequest) -> HttpResponse:
    eis(beletsel_dossier_exporteren(door=request.actor))
    dag = klok.vandaag()
    dossier = vragen.dossier_met(request.GET.get("nummer", "")[:60], dag)
    return toon(request, "register/dossier/tonen.html", {
        "dossier": dossier, "vermeldingen": vermeldingen(dossier.rollen, dag),
        "te_vernietigen": dossier.bewaren.einde <= dag,
    })


@require_POST
def archief(request: HttpRequest) -> HttpResponse:
    uit = dossier_exporteren(
        nummer=request.POST.get("nummer", "")[:60], door=request.actor, nu=klok.nu()
    )
    return HttpResponse(uit.inhoud, content_type=uit.media_type, headers={
        "Content-Disposition": f'attachment; filename="{uit.naam}"',
    })
