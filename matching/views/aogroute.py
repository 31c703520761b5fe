"""The two keys of the AOG route: choosing and designating (R288)."""

from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from config.kern import klok
from matching.domain import aogroute as domein
from matching.domain.aogroute import Bestand
from matching.forms import AanwijzenForm, AogKiezenForm, BevestigForm, RedenForm, laatste_dag
from matching.models import Match, Procedure
from matching.queries import pagina
from matching.rules import aogroute as rules
from matching.rules.zicht import zicht_van
from matching.views.formulier import handeling, procedure_url


@require_http_methods(["GET", "POST"])
def aog_kiezen(request: HttpRequest, id: UUID) -> HttpResponse:
    procedure = pagina.procedure_met(id)
    dag = klok.vandaag()
    zicht = zicht_van(request.actor, procedure, dag)
    if not (zicht.is_dd or zicht.wijst_aan):
        raise Http404
    advies = pagina.geadviseerden(procedure)
    tro = procedure.matchvraag.tro
    form = AogKiezenForm(
        request.POST or None, geadviseerd=[k.medewerker_id for k in advies], dag=dag,
        initial={
            "begin": dag, "tot_en_met": laatste_dag(tro.einde), "fte": tro.fte,
            "versie": procedure.versie,
        },
    )
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.aog_kiezen(
            procedure=procedure, door=request.actor, nu=klok.nu(), **form.keuze()
        ),
        zin="Je keuze is vastgelegd. Medewerker, P-manager en directeur M&O hebben bericht.",
        naar=procedure_url(procedure), titel="AOG kiezen", knop="Kiezen",
        leesbaar=True,
        inleiding="De matchtafel adviseert; jij kiest; de directeur M&O wijst aan.",
        beletsel=rules.beletsel_aog_kiezen(procedure, door=request.actor, dag=dag),
        sjabloon="matching/procedure/aog_kiezen.html", advies=advies,
    )


def _lopend(procedure: Procedure) -> Match:
    match = pagina.lopende_match(procedure)
    if match is None:
        raise Http404
    match.procedure = procedure
    return match


@require_http_methods(["GET", "POST"])
def aanwijzen(request: HttpRequest, id: UUID) -> HttpResponse:
    procedure = pagina.procedure_met(id)
    dag = klok.vandaag()
    zicht = zicht_van(request.actor, procedure, dag)
    if not (zicht.wijst_aan or zicht.is_eigenaar):
        raise Http404
    match = _lopend(procedure)
    form = AanwijzenForm(request.POST or None, request.FILES or None)
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.aanwijzen(
            match=match, bestand=_bestand(form.cleaned_data["document"]), door=request.actor,
            nu=klok.nu(),
        ),
        zin="De aanwijzing is een feit. De rol staat in het opdrachtenregister.",
        naar=procedure_url(procedure), titel=f"{match.medewerker} aanwijzen", knop="Aanwijzen",
        leesbaar=True,
        beletsel=rules.beletsel_aanwijzen(match, door=request.actor, dag=dag),
        sjabloon="matching/procedure/aanwijzen.html", match=match, procedure=procedure,
        keuze=pagina.keuze_van(procedure), instemmingen=list(match.instemmingen.all()),
    )


def _bestand(document: UploadedFile | None) -> Bestand | None:
    if document is None:
        return None
    return Bestand(document.name, document.content_type or "", document.read())


@require_http_methods(["GET", "POST"])
def aon_accorderen(request: HttpRequest, id: UUID) -> HttpResponse:
    procedure = pagina.procedure_met(id)
    dag = klok.vandaag()
    zicht = zicht_van(request.actor, procedure, dag)
    if not (zicht.is_dd or zicht.wijst_aan):
        raise Http404
    match = _lopend(procedure)
    return handeling(
        request, formulier=BevestigForm(request.POST or None),
        opdracht=lambda: domein.aon_accorderen(match=match, door=request.actor, nu=klok.nu()),
        zin="Je akkoord is vastgelegd. De directeur M&O kan nu aanwijzen.",
        naar=procedure_url(procedure), titel=f"{match.medewerker} als AON accorderen",
        knop="Accorderen", beletsel=rules.beletsel_aon_accorderen(
            match, door=request.actor, dag=dag
        ),
    )


@require_http_methods(["GET", "POST"])
def aanwijzing_weigeren(request: HttpRequest, id: UUID) -> HttpResponse:
    procedure = pagina.procedure_met(id)
    if not zicht_van(request.actor, procedure, klok.vandaag()).wijst_aan:
        raise Http404
    match = _lopend(procedure)
    form = RedenForm(request.POST or None, label="Waarom wijs je niet aan?")
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.aanwijzing_weigeren(
            match=match, reden=form.cleaned_data["reden"], door=request.actor, nu=klok.nu()
        ),
        zin="De weigering is vastgelegd. Het Directieteam hoort het.",
        naar=procedure_url(procedure), titel="Aanwijzing weigeren", knop="Weigeren",
        soort="gevaar", beletsel=rules.beletsel_aanwijzing_weigeren(match, door=request.actor),
    )
