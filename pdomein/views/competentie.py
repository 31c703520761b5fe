"""The shared list of competenties: to read, to keep, to fill from a source, and as SKOS."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.fouten import DomeinFout, invoer
from config.kern.htmx import klaar, terug, toon, uitvoeren
from config.kern.inlezen import Rapport
from pdomein import skos
from pdomein.domain.competentie import competentie_vastleggen, competentie_vervallen
from pdomein.domain.inlezen.begrippen import begrippen_inlezen
from pdomein.enums import Niveau
from pdomein.forms_competentie import BegrippenForm, CompetentieForm
from pdomein.models import Competentie
from pdomein.queries import competentie as lijst
from pdomein.rules.competentie import beletsel_competentie_vervallen, beletsel_competenties_beheren

PER_PAGINA = 50
VORMEN = {
    "ttl": ("text/turtle; charset=utf-8", skos.als_turtle),
    "rdf": ("application/rdf+xml; charset=utf-8", skos.als_rdfxml),
    "jsonld": ("application/ld+json", skos.als_jsonld),
}


@require_safe
def competenties(request: HttpRequest) -> HttpResponse:
    zoek = request.GET.get("zoek", "").replace("\x00", "")
    takken = lijst.takken(klok.vandaag(), zoek)
    return render(request, "pdomein/competentie/lijst.html", {
        "zoek": zoek, "pagina": Paginator(takken, PER_PAGINA).get_page(request.GET.get("pagina")),
        "beletsel": beletsel_competenties_beheren(door=request.actor), "niveaus": Niveau.labels,
    })


@require_safe
def competentie(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, dag = lijst.competentie_met(id), klok.vandaag()
    onder = lijst.onder(rij, dag)
    pagina = Paginator(onder, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "pdomein/competentie/competentie.html", {
        "competentie": rij, "pad": lijst.pad_van(rij), "pagina": pagina,
        "synoniemen": rij.synoniemen.all(),
        "beletsel": beletsel_competenties_beheren(door=request.actor),
        "beletsel_vervallen": beletsel_competentie_vervallen(
            competentie=rij, aantal_onder=pagina.paginator.count, door=request.actor
        ),
    })


def _begin(rij: Competentie | None) -> dict[str, Any]:
    if rij is None:
        return {}
    boven = rij.bovenliggende
    return {
        "naam": rij.naam, "omschrijving": rij.omschrijving, "uri": rij.uri,
        "synoniemen": "\n".join(s.naam for s in rij.synoniemen.all()),
        "bovenliggende": str(boven.public_id) if boven else "",
    }


@require_http_methods(["GET", "HEAD", "POST"])
def vastleggen(request: HttpRequest, id: UUID | None = None) -> HttpResponse:
    rij, dag = lijst.competentie_met(id) if id else None, klok.vandaag()
    begin = _begin(rij)
    keuzes = lijst.competentie_keuzes(dag, erbij=[
        begin.get("bovenliggende", ""), request.POST.get("bovenliggende", "")
    ])
    form = CompetentieForm(request.POST or None, initial=begin, keuzes=keuzes)
    if request.method == "POST" and form.is_valid() and (
        gedaan := uitvoeren(
            request, form,
            lambda: competentie_vastleggen(
                code=rij.code if rij else slugify(form.cleaned_data["naam"])[:80],
                door=request.actor, nu=klok.nu(),
                **form.cleaned_data | {"bovenliggende": _boven(form)},
            ),
        )
    ):
        return klaar(
            request, "De lijst is bijgewerkt.", "pdomein:competentie",
            gedaan.competentie.public_id,
        )
    gegevens = {"rij": rij, "beletsel": beletsel_competenties_beheren(door=request.actor)}
    return toon(request, "pdomein/competentie/vastleggen.html", gegevens, formulier=form)


def _boven(form: CompetentieForm) -> Competentie | None:
    keuze = form.cleaned_data["bovenliggende"]
    return lijst.competentie_met(keuze) if keuze else None


@require_POST
def vervallen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = lijst.competentie_met(id)
    if uitvoeren(
        request, None,
        lambda: competentie_vervallen(competentie=rij, door=request.actor, nu=klok.nu()),
    ):
        return klaar(request, "De competentie is vervallen.", "pdomein:competenties")
    return terug(request, "pdomein:competentie", id)


@require_http_methods(["GET", "HEAD", "POST"])
def inlezen(request: HttpRequest) -> HttpResponse:
    """A file of a source: try it first, then for real; the report says it row by row."""
    form = BegrippenForm(request.POST or None, request.FILES or None)
    rapport = None
    if request.method == "POST" and form.is_valid():
        rapport = uitvoeren(request, form, lambda: _lees(request, form))
    gegevens = {
        "rapport": rapport, "regels": _opvallend(rapport) if rapport else (),
        "beletsel": beletsel_competenties_beheren(door=request.actor),
    }
    return toon(request, "pdomein/competentie/inlezen.html", gegevens, formulier=form)


def _lees(request: HttpRequest, form: BegrippenForm) -> Rapport:
    gegevens = form.cleaned_data
    try:
        rijen = skos.lees(gegevens["bestand"].name, gegevens["bestand"].read())
        relaties = gegevens["relaties"]
        boven = skos.lees_relaties(relaties.read()) if relaties else {}
    except skos.Onleesbaar as fout:
        raise DomeinFout(invoer(str(fout), "bestand")) from fout
    return begrippen_inlezen(
        rijen=rijen, bron=gegevens["bron"], volledig=gegevens["volledig"], relaties=boven,
        droog=gegevens["droog"], door=request.actor, nu=klok.nu(),
    )


def _opvallend(rapport: Rapport) -> list[Any]:
    """What a reader has to look at; rows without a remark only count."""
    return [r for r in rapport.regels if r.tekst][:200]


@require_safe
def als_skos(request: HttpRequest, vorm: str = "") -> StreamingHttpResponse:
    """The list as SKOS, for everybody: other provinces speak the same language (R342)."""
    soort, schrijf = VORMEN.get(vorm) or VORMEN[_gevraagd(request)]
    schema = request.build_absolute_uri("/openbaar/competenties")
    antwoord = StreamingHttpResponse(
        schrijf(schema, "Competenties", lijst.begrippen(schema)), content_type=soort
    )
    antwoord["Cache-Control"] = "public, max-age=3600"
    antwoord["Access-Control-Allow-Origin"] = "*"
    antwoord["Vary"] = "Accept"
    return antwoord


def _gevraagd(request: HttpRequest) -> str:
    """The form that the reader asks for by its Accept header."""
    for vorm, soort in (("rdf", "application/rdf+xml"), ("jsonld", "application/ld+json")):
        if soort in request.headers.get("Accept", ""):
            return vorm
    return "ttl"

