"""A ranking that was asked for: two views, its weights, and names that may wait (R272, R355)."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from config.kern import klok
from config.kern.fouten import eis
from config.kern.htmx import klaar, toon, uitvoeren
from matching import rules_kandidaat, rules_matchtafel
from matching.domain import kandidaat as kandidaten_
from matching.domain import weging as domein
from matching.domain.kaarten import regels_van
from matching.domain.rangschikking import TITELS
from matching.forms_matchtafel import WegingForm
from matching.models import Agendapunt
from matching.queries import matchtafel as queries
from matching.views.agendapunt import beletsels_van


@require_http_methods(["GET", "HEAD", "POST"])
def suggesties(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Ask a ranking (POST), read the last one this person asked (R355)."""
    een = queries.punt_van(id)
    eis(rules_matchtafel.mag_sessie_zien(een.sessie, request.actor))
    groei = request.GET.get("kijk") == "groei"
    if request.method == "POST":
        run = uitvoeren(
            request, None, lambda: kandidaten_.suggestie_vragen(
                procedure=een.procedure, groei=groei, door=request.actor, nu=klok.nu()
            ),
        )
        if run:
            naar = "?kijk=groei" if groei else ""
            return klaar(request, "", f"/matchtafel/punten/{id}/suggesties/{naar}")
    dag = klok.vandaag()
    verborgen = queries.namen_verbergen(dag) and request.GET.get("namen") != "ja"
    run = queries.laatste_run(een.procedure, request.actor.gebruiker_id, groei=groei)
    gegevens = {
        "punt": een, "run": run, "beletsel": beletsels_van(een, request), "groei": groei,
        "regels": regels_van(run, een, request.actor, dag, zonder_namen=verborgen)
        if run else ([], []),
        "extern": queries.suggesties_van(een.procedure), "verborgen": verborgen,
        "weging": _in_woorden(een), "gewogen": domein.weging_van(een.procedure.matchvraag),
        "tabs": _tabs(een, groei),
    }
    return toon(request, "matching/matchtafel/suggesties.html", gegevens)


def _tabs(een: Agendapunt, groei: bool) -> list[tuple[str, str, bool]]:
    adres = f"/matchtafel/punten/{een.public_id}/suggesties/"
    return [
        ("Past nu", adres, not groei), ("Kan hierheen groeien", f"{adres}?kijk=groei", groei)
    ]


def _in_woorden(een: Agendapunt) -> list[tuple[str, str]]:
    """What weighs how much, for who reads the ranking."""
    nu_ = domein.huidige_gewichten(een.procedure.matchvraag)
    namen = dict(WegingForm(titels=TITELS).fields["competenties"].choices)
    return [(TITELS[veld], namen[pct]) for veld, pct in nu_.items()]


@require_http_methods(["GET", "HEAD", "POST"])
def weging(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Change what weighs more; the effect stands beside it before anything is kept (R272)."""
    een, dag = queries.punt_van(id), klok.vandaag()
    eis(rules_matchtafel.mag_sessie_zien(een.sessie, request.actor))
    beletsel = rules_kandidaat.beletsel_weging_wijzigen(
        procedure=een.procedure, aan=queries.suggesties_aan(dag), door=request.actor
    )
    begin = domein.huidige_gewichten(een.procedure.matchvraag)
    formulier = WegingForm(request.POST or None, titels=TITELS, initial=begin)
    bekijkt = request.POST.get("stap") == "bekijk"
    is_goed = request.method == "POST" and formulier.is_valid()
    if is_goed and not bekijkt and uitvoeren(
        request, formulier, lambda: domein.weging_wijzigen(
            procedure=een.procedure, gewichten=formulier.gewichten,
            reden=formulier.cleaned_data["reden"], door=request.actor, nu=klok.nu(),
        ),
    ):
        return klaar(request, "De weging is bewaard. Vraag een nieuwe suggestie om haar te zien.",
                     "matching:suggesties", id)
    effect = domein.effect_van(
        een.procedure, formulier.gewichten, request.actor, dag
    ) if is_goed and beletsel is None else []
    wie = queries.wie_zijn([r.wie for r in effect], dag)
    verborgen = queries.namen_verbergen(dag)
    gegevens = {
        "punt": een, "beletsel": beletsel,
        "effect": [
            (f"Collega {n}" if verborgen else wie[r.wie].naam, r)
            for n, r in enumerate(effect, 1)
        ],
    }
    return toon(request, "matching/matchtafel/weging.html", gegevens, formulier=formulier)
