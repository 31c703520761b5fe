"""The mandate regulation on a day, and powers that are passed on."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok
from config.kern.fouten import toestand
from config.kern.htmx import klaar, toon, uitvoeren
from register import rules
from register.domain import mandaat as domein
from register.forms_mandaat import OndermandaatForm, OndermandaatIntrekkenForm
from register.queries import mandaat as queries
from register.queries import schermen
from register.rules.mandaat import is_gever
from register.views.handeling import pagina
from register.views.moment import gegevens_van, moment_van

PER_PAGINA = 25


@require_safe
def mandaten(request: HttpRequest) -> HttpResponse:
    moment = moment_van(request)
    return toon(request, "register/mandaat/regeling.html", {
        **gegevens_van(request, moment), "regeling": queries.regeling_op(moment.dag),
        "regelingen": queries.regelingen(), "rollen": queries.mandaatrollen(moment.dag),
    })


@require_safe
def ondermandaten(request: HttpRequest) -> HttpResponse:
    rijen = queries.ondermandaten_voor(request.actor).nu_bekend()
    blad = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    regels = [
        (regel, rules.beletsel_doorgeven(regel.rij, request.actor))
        for regel in queries.ondermandaatregels(blad, klok.vandaag())
    ]
    return toon(request, "register/mandaat/ondermandaten.html", {
        "pagina": blad, "regels": regels,
    })


@require_http_methods(["GET", "HEAD", "POST"])
def ondermandaat_verlenen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, vandaag = schermen.roltoewijzing_met(id), klok.vandaag()
    regels, zelf = queries.doorgeefbaar(rij, vandaag), is_gever(rij, request.actor)
    form = OndermandaatForm(
        request.POST or None, regels=regels, is_gever=zelf, initial={"begin": vandaag}
    )
    if request.method == "POST" and form.is_valid():
        velden = {k: form.cleaned_data[k] for k in (
            "artikel", "limiet_euro", "begin", "einde", "besluit",
        )}
        nieuw = uitvoeren(request, form, lambda: domein.ondermandaat_verlenen(
            toewijzing=rij, medewerker=form.cleaned_data["persoon"], door=request.actor,
            nu=klok.nu(), **velden,
        ))
        if nieuw:
            return klaar(request, "Het ondermandaat staat in het register.",
                         "register:ondermandaten")
    (vermelding,) = schermen.vermeldingen([rij], vandaag)
    geen = None if regels else toestand(
        "De mandaatregeling laat voor deze rol op deze dag niets doorgeven."
    )
    return pagina(
        request, form, titel="Ondermandaat geven", knop="Geef ondermandaat",
        terug=reverse("register:roltoewijzing", args=[rij.public_id]),
        terug_tekst="Naar de vermelding", boven=vermelding.rol, inleiding=vermelding.wie,
        feiten=[("Waarop", vermelding.waarop), ("Periode", vermelding.periode)],
        uitleg=["Je kunt niet meer doorgeven dan de mandaatregeling toelaat.",
                "Het ondermandaat stopt vanzelf als jouw rol stopt, of als de regeling verandert.",
                "Wie het krijgt, kan het niet verder doorgeven."],
        beletsel=rules.beletsel_doorgeven(rij, request.actor) or rules.beletsel_gesloten(rij)
        or geen,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ondermandaat_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = queries.ondermandaat_met(id)
    form = OndermandaatIntrekkenForm(
        request.POST or None, is_gever=is_gever(rij, request.actor),
        initial={"per": klok.vandaag()},
    )
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.ondermandaat_intrekken(
            ondermandaat=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ) or rij,
    ):
        return klaar(request, "Het ondermandaat is ingetrokken.", "register:ondermandaten")
    (regel,) = queries.ondermandaatregels([rij], klok.vandaag())
    return pagina(
        request, form, titel="Ondermandaat intrekken", knop="Trek het ondermandaat in",
        terug=reverse("register:ondermandaten"), terug_tekst="Alle ondermandaten",
        boven=rij.artikel, inleiding=rij.medewerker.naam,
        feiten=[("Van", rij.gever.naam), ("Opdracht", rij.opdracht.naam),
                ("Periode", regel.periode)],
        beletsel=rules.beletsel_doorgeven(rij, request.actor) or rules.beletsel_gesloten(rij),
    )
