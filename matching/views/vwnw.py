"""The list van werk naar werk, for P-managers over their own people (R285)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from config.kern import klok
from config.kern.htmx import klaar, uitvoeren
from matching.domain import vwnw as domein
from matching.forms_markt import VwnwForm
from matching.queries import vwnw as queries
from matching.rules import vwnw as rules
from matching.views.formulier import handeling


@require_http_methods(["GET", "HEAD", "POST"])
def lijst(request: HttpRequest) -> HttpResponse:
    dag = klok.vandaag()
    form = VwnwForm(request.POST or None, mensen=queries.toe_te_voegen(request.actor, dag))
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.vwnw_vastleggen(
            door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
        zin="De collega staat op de lijst.", naar=reverse("matching:vwnw"),
        titel="Van werk naar werk", knop="Op de lijst zetten",
        inleiding="Collega’s van wie het werk ophoudt. Wie buiten wil werven, ziet hen eerst.",
        sjabloon="matching/werving/vwnw.html", terug=reverse("matching:wervingen"),
        terug_tekst="Externe werving", rijen=queries.eigen_lijst(request.actor, dag),
        beletsel=rules.beletsel_vwnw_vastleggen(door=request.actor, dag=dag),
    )


@require_POST
def beeindigen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = queries.vwnw_met(id)
    uitvoeren(
        request, None, lambda: domein.vwnw_beeindigen(rij=rij, door=request.actor, nu=klok.nu())
    )
    return klaar(request, "", "matching:vwnw")
