"""Talents outside, for P-managers (R283, R286)."""

from datetime import timedelta
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok
from config.kern.actor import Recht
from config.kern.forms import PaginaForm
from config.kern.htmx import toon
from matching.domain import talent as domein
from matching.forms import BevestigForm
from matching.forms_markt import TalentDelenForm, TalentForm
from matching.queries import pagina
from matching.queries import talent as queries
from matching.rules import talent as rules
from matching.views.formulier import handeling

PER_PAGINA = 25
HALF_JAAR = timedelta(days=182)


@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    talenten = queries.talenten_voor(request.actor, klok.vandaag())
    return toon(request, "matching/talent/lijst.html", {
        "pagina": Paginator(talenten, PER_PAGINA).get_page(PaginaForm.lees(request.GET)),
        "beletsel": rules.beletsel_talent_toevoegen(door=request.actor, dag=klok.vandaag()),
    })


@require_http_methods(["GET", "HEAD", "POST"])
def toevoegen(request: HttpRequest) -> HttpResponse:
    dag = klok.vandaag()
    teams = pagina.teams_met(request.actor.objecten(Recht.PTEAM_LEIDEN, "pteam"), dag)
    form = TalentForm(
        request.POST or None, teams=teams, initial={"toestemming_tot": dag + HALF_JAAR}
    )
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.talent_toevoegen(
            door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
        zin="Het talent is toegevoegd.", naar=reverse("matching:talenten"),
        titel="Talent toevoegen", knop="Toevoegen",
        inleiding="Iemand van buiten die hier goed past. Na de laatste dag van de toestemming "
        "wist Inzet de gegevens vanzelf.",
        beletsel=rules.beletsel_talent_toevoegen(door=request.actor, dag=dag),
    )


@require_safe
def tonen(request: HttpRequest, id: UUID) -> HttpResponse:
    talent = domein.talent_inzien(
        talent=queries.talent_met(id), door=request.actor, nu=klok.nu()
    )
    return toon(request, "matching/talent/tonen.html", {
        "talent": talent,
        "beletsel_delen": rules.beletsel_talent_delen(
            talent, door=request.actor, dag=klok.vandaag()
        ),
        "beletsel_verwijderen": rules.beletsel_talent_verwijderen(talent, door=request.actor),
    })


@require_http_methods(["GET", "HEAD", "POST"])
def delen(request: HttpRequest, id: UUID) -> HttpResponse:
    talent = queries.talent_met(id)
    form = TalentDelenForm(request.POST or None, wervingen=queries.lopende_wervingen())
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.talent_delen(
            talent=talent, werving=form.cleaned_data["werving"], door=request.actor, nu=klok.nu()
        ),
        zin="Het talent is gedeeld.", naar=reverse("matching:talent", args=[id]),
        titel="Talent delen", knop="Delen",
        inleiding="De P-manager die voor deze plaats werft, ziet de naam, het e-mailadres en "
        "waarvoor je deze persoon kunt bellen.",
        beletsel=rules.beletsel_talent_delen(talent, door=request.actor, dag=klok.vandaag()),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def verwijderen(request: HttpRequest, id: UUID) -> HttpResponse:
    talent = queries.talent_met(id)
    return handeling(
        request, formulier=BevestigForm(request.POST or None),
        opdracht=lambda: domein.talent_verwijderen(
            talent=talent, door=request.actor, nu=klok.nu()
        ),
        zin="De gegevens zijn gewist.", naar=reverse("matching:talenten"),
        titel="Talent verwijderen", knop="Verwijderen", soort="gevaar",
        inleiding="Inzet wist de gegevens van deze persoon meteen.",
        terug=reverse("matching:talent", args=[id]),
        beletsel=rules.beletsel_talent_verwijderen(talent, door=request.actor),
    )
