"""Notes, cards and messages of the table, each a page of its own (R265, R268, R271, R272)."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from config.kern import klok
from config.kern.fouten import eis
from config.kern.htmx import klaar, toon, uitvoeren
from matching import rules_matchtafel, rules_tafelnotitie
from matching.domain import tafelbericht as berichten_
from matching.domain import tafelnotitie as domein
from matching.forms import RedenForm
from matching.forms_matchtafel import NotitieForm, ToelichtenForm, TrainingForm
from matching.models import Kandidaat
from matching.queries import matchtafel as queries
from matching.views.agendapunt import puntpagina
from matching.views.formulier import handeling


def _terug(kandidaat: Kandidaat) -> str:
    punt = reverse("matching:punt", args=[kandidaat.agendapunt.public_id])
    return f"{punt}?kandidaat={kandidaat.public_id}"


@require_http_methods(["GET", "HEAD", "POST"])
def notitie_schrijven(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    kandidaat = queries.kandidaat_van(id)
    form = NotitieForm(request.POST or None)
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.notitie_schrijven(
            kandidaat=kandidaat, **form.cleaned_data, door=request.actor, nu=klok.nu()
        ),
        zin="De notitie is bewaard.", naar=_terug(kandidaat), knop="Bewaar notitie",
        titel=f"Notitie over {kandidaat.medewerker.naam}",
        inleiding="Alleen deelnemers aan deze sessie lezen dit. De notitie wordt vanzelf gewist.",
        beletsel=rules_tafelnotitie.beletsel_notitie_schrijven(
            kandidaat=kandidaat, door=request.actor
        ),
    )


@require_POST
def notitie_wissen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    notitie = queries.notitie_van(id)
    eis(rules_matchtafel.mag_sessie_zien(notitie.kandidaat.agendapunt.sessie, request.actor))
    gelukt = uitvoeren(
        request, None,
        lambda: domein.notitie_wissen(notitie=notitie, door=request.actor, nu=klok.nu()),
    )
    if not gelukt:
        return puntpagina(request, queries.punt_van(notitie.kandidaat.agendapunt.public_id))
    return klaar(request, "De notitie is gewist.", _terug(notitie.kandidaat))


@require_http_methods(["GET", "HEAD", "POST"])
def kandidaat_toelichten(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    kandidaat = queries.kandidaat_van(id)
    form = ToelichtenForm(request.POST or None, initial={
        "leervermogen": kandidaat.leervermogen, "motivatie": kandidaat.motivatie,
    })
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.kandidaat_toelichten(
            kandidaat=kandidaat, **form.cleaned_data, door=request.actor, nu=klok.nu()
        ),
        zin="De kaart is bijgewerkt.", naar=_terug(kandidaat), knop="Bewaren",
        titel=f"Breder kijken: {kandidaat.medewerker.naam}",
        inleiding="Ervaring en papieren zeggen niet alles. Wat kan deze collega leren, en waarom "
        "wil deze collega dit?",
        beletsel=rules_tafelnotitie.beletsel_kandidaat_toelichten(
            kandidaat=kandidaat, door=request.actor
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def kandidaten_afvoeren(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Whom the boxes were ticked for; one reason for all of them."""
    een = queries.punt_van(id)
    eis(rules_matchtafel.mag_sessie_zien(een.sessie, request.actor))
    keuze = request.GET.getlist("k")
    kandidaten = [k for k in queries.kandidaten_van(een) if str(k.public_id) in keuze]
    namen = ", ".join(k.medewerker.naam for k in kandidaten)
    form = RedenForm(request.POST or None, label="Waarom gaan zij van tafel?")
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.kandidaten_afvoeren(
            agendapunt=een, kandidaten=kandidaten, reden=form.cleaned_data["reden"],
            door=request.actor, nu=klok.nu(),
        ),
        zin="Zij liggen niet meer op tafel.", naar=reverse("matching:punt", args=[id]),
        titel="Van tafel halen", knop="Haal van tafel", soort="gevaar",
        inleiding=f"Dit gaat over: {namen or 'niemand'}. In hun dossier blijft niets staan.",
        beletsel=rules_tafelnotitie.beletsel_kandidaten_afvoeren(
            agendapunt=een, kandidaten=kandidaten, door=request.actor
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def training_vastleggen(
    request: HttpRequest, id: uuid.UUID, medewerker: uuid.UUID
) -> HttpResponse:
    sessie, vandaag = queries.sessie_van(id), klok.vandaag()
    wie = queries.medewerker_van(medewerker, vandaag)
    form = TrainingForm(request.POST or None)
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.training_vastleggen(
            sessie=sessie, medewerker=wie, **form.cleaned_data, door=request.actor, nu=klok.nu()
        ),
        zin="De workshop is vastgelegd.", naar=reverse("matching:sessie", args=[id]),
        titel=f"Workshop vooringenomenheid: {wie.naam}", knop="Vastleggen",
        beletsel=rules_tafelnotitie.beletsel_training_vastleggen(
            sessie=sessie, medewerker=wie, vandaag=vandaag, door=request.actor
        ),
    )


@require_GET
def berichten(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """What this session will tell people, to be read and corrected before it goes."""
    sessie = queries.sessie_van(id)
    eis(rules_matchtafel.mag_sessie_zien(sessie, request.actor))
    return berichtenpagina(request, id)


def berichtenpagina(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    sessie = queries.sessie_van(id)
    rijen = queries.tafelberichten_van(sessie)
    gegevens = {
        "sessie": sessie, "rijen": rijen,
        "is_voorzitter": rules_matchtafel.is_voorzitter(sessie, request.actor),
        "beletsel": rules_tafelnotitie.beletsel_tafelberichten_versturen(
            sessie=sessie, aantal=sum(r.verstuurd_op is None for r in rijen), door=request.actor
        ),
    }
    return toon(request, "matching/matchtafel/berichten.html", gegevens)


@require_POST
def berichten_versturen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    sessie = queries.sessie_van(id)
    eis(rules_matchtafel.mag_sessie_zien(sessie, request.actor))
    aantal = uitvoeren(
        request, None,
        lambda: berichten_.tafelberichten_versturen(
            sessie=sessie, door=request.actor, nu=klok.nu()
        ),
    )
    if not aantal:
        return berichtenpagina(request, id)
    return klaar(request, "De berichten zijn verstuurd.", "matching:sessie-berichten", id)


@require_http_methods(["GET", "HEAD", "POST"])
def bericht_wijzigen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    bericht = queries.tafelbericht_van(id)
    form = NotitieForm(request.POST or None, initial={"tekst": bericht.tekst})
    form.fields["tekst"].label = "Bericht"
    return handeling(
        request, formulier=form,
        opdracht=lambda: berichten_.tafelbericht_wijzigen(
            bericht=bericht, **form.cleaned_data, door=request.actor, nu=klok.nu()
        ),
        zin="Het bericht is aangepast.", knop="Bewaren",
        naar=reverse("matching:sessie-berichten", args=[bericht.sessie.public_id]),
        titel=f"Bericht aan {bericht.medewerker.naam}",
        beletsel=rules_tafelnotitie.beletsel_tafelbericht_wijzigen(
            bericht=bericht, door=request.actor
        ),
    )
