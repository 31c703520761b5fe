"""Beheer: settings with their source, the calendar, the health of background work (SCHERMEN 16)."""

from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok, queries, rules
from config.kern.domain import beheer as opdrachten
from config.kern.domain.bericht import vastgelopen_opnieuw
from config.kern.forms import InstellingForm, NietWerkdagenForm
from config.kern.fouten import eis
from config.kern.htmx import klaar, toon, uitvoeren
from config.kern.standaarden import STANDAARDEN


def beheerder(view: Any) -> Any:
    """Only for a beheerder; somebody else gets the sentence of the rule."""

    @wraps(view)
    def bewaakt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        eis(rules.beletsel_beheren(request.actor))
        return view(request, *args, **kwargs)

    return bewaakt


@require_safe
@beheerder
def overzicht(request: HttpRequest) -> HttpResponse:
    return toon(request, "kern/beheer/overzicht.html", {"stand": queries.werkstand()})


@require_POST
@beheerder
def mail_opnieuw(request: HttpRequest) -> HttpResponse:
    aantal = uitvoeren(
        request, None, lambda: vastgelopen_opnieuw(door=request.actor, nu=klok.nu())
    )
    return klaar(request, f"Inzet probeert {aantal} keer opnieuw te mailen.", "kern:beheer")


@require_safe
@beheerder
def instellingen(request: HttpRequest) -> HttpResponse:
    gegevens = {"instellingen": queries.instellingen(klok.vandaag()), "vandaag": klok.vandaag()}
    return toon(request, "kern/beheer/instellingen.html", gegevens)


@require_http_methods(["GET", "HEAD", "POST"])
@beheerder
def instelling(request: HttpRequest, sleutel: str) -> HttpResponse:
    if sleutel not in STANDAARDEN:
        raise Http404
    formulier = InstellingForm(sleutel, request.POST or None)
    if formulier.is_valid() and uitvoeren(
        request, formulier,
        lambda: opdrachten.instelling_vastleggen(
            sleutel=sleutel, door=request.actor, nu=klok.nu(), **formulier.cleaned_data
        ),
    ):
        return klaar(request, "De nieuwe waarde is vastgelegd.", "kern:instellingen")
    stand = next(i for i in queries.instellingen(klok.vandaag()) if i.sleutel == sleutel)
    return toon(request, "kern/beheer/instelling.html", {"stand": stand}, formulier=formulier)


@require_http_methods(["GET", "HEAD", "POST"])
@beheerder
def kalender(request: HttpRequest, jaar: int | None = None) -> HttpResponse:
    vandaag = klok.vandaag()
    jaar = jaar or vandaag.year
    if not vandaag.year - 10 <= jaar <= vandaag.year + 10:
        raise Http404
    formulier = NietWerkdagenForm(request.POST or None)
    if formulier.is_valid() and (
        aantal := uitvoeren(
            request, formulier,
            lambda: opdrachten.niet_werkdagen_toevoegen(
                door=request.actor, nu=klok.nu(), **formulier.cleaned_data
            ),
        )
    ):
        zin = "1 dag is toegevoegd." if aantal == 1 else f"{aantal} dagen zijn toegevoegd."
        return klaar(request, zin, "kern:kalender-jaar", formulier.cleaned_data["begin"].year)
    dagen = [
        (dag, rules.beletsel_niet_werkdag_verwijderen(dag=dag, door=request.actor, vandaag=vandaag))
        for dag in queries.niet_werkdagen_van(jaar)
    ]
    gegevens = {"dagen": dagen, "jaar": jaar, "vorig": jaar - 1, "volgend": jaar + 1}
    return toon(request, "kern/beheer/kalender.html", gegevens, formulier=formulier)


@require_POST
@beheerder
def niet_werkdag_verwijderen(request: HttpRequest, pk: int) -> HttpResponse:
    dag = get_object_or_404(queries.alle_niet_werkdagen(), pk=pk)
    uitvoeren(
        request, None,
        lambda: opdrachten.niet_werkdag_verwijderen(dag=dag, door=request.actor, nu=klok.nu()),
    )
    return klaar(request, "", "kern:kalender-jaar", dag.datum.year)
