"""Somebody's own calendar: on screen, and at a secret address for a calendar program."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from icalendar import Calendar, Event, vUri

from config.kern import klok
from config.kern import queries as kern
from config.kern.domain.agendafeed import (
    agendafeed_aanzetten,
    agendafeed_uitzetten,
    feed_van_sleutel,
    sleutel_van_feed,
)
from config.kern.htmx import klaar, toon, uitvoeren
from matching.queries import pagina
from matching.queries.agenda import Afspraak, agenda_van


@require_safe
def tonen(request: HttpRequest) -> HttpResponse:
    medewerker = pagina.medewerker_van(request.actor.medewerker_id)
    dag, feed = klok.vandaag(), kern.agendafeed_van(request.actor)
    afspraken = agenda_van(medewerker, dag) if medewerker else []
    adres = ""
    if feed:
        pad = reverse("matching:agendafeed", args=[sleutel_van_feed(feed)])
        adres = f"{settings.INZET_ADRES.rstrip('/')}{pad}"
    gegevens = {"afspraken": [a for a in afspraken if a.dag >= dag], "adres": adres}
    return toon(request, "matching/agenda.html", gegevens)


@require_POST
def aanzetten(request: HttpRequest) -> HttpResponse:
    uitvoeren(
        request, None, lambda: agendafeed_aanzetten(door=request.actor, nu=klok.nu())
    )
    return klaar(request, "Je agenda heeft een nieuw adres.", "matching:agenda")


@require_POST
def uitzetten(request: HttpRequest) -> HttpResponse:
    uitvoeren(
        request, None, lambda: agendafeed_uitzetten(door=request.actor, nu=klok.nu())
    )
    return klaar(request, "Het adres van je agenda werkt niet meer.", "matching:agenda")


@login_not_required
@require_safe
def feed(request: HttpRequest, sleutel: str) -> HttpResponse:
    """The address itself is the key; a wrong or closed one does not exist."""
    gevonden = feed_van_sleutel(sleutel)
    medewerker = gevonden and pagina.medewerker_van_gebruiker(gevonden.gebruiker_id)
    if not medewerker:
        raise Http404
    nu = klok.nu()
    kalender = Calendar()
    kalender.add("prodid", "-//Inzet//Mijn agenda//NL")
    kalender.add("version", "2.0")
    kalender.add("x-wr-calname", "Inzet")
    for afspraak in agenda_van(medewerker, klok.vandaag()):
        kalender.add_component(_gebeurtenis(afspraak, nu))
    return HttpResponse(
        kalender.to_ical(), content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'inline; filename="inzet.ics"'},
    )


def _gebeurtenis(afspraak: Afspraak, nu: datetime) -> Event:
    gebeurtenis = Event()
    gebeurtenis.add("uid", f"{afspraak.kenmerk}@inzet")
    gebeurtenis.add("dtstamp", nu)
    gebeurtenis.add("summary", afspraak.wat)
    gebeurtenis.add("dtstart", afspraak.begin)
    if afspraak.tot:
        gebeurtenis.add("dtend", afspraak.tot)
    if afspraak.plek:
        gebeurtenis.add("location", afspraak.plek)
    gebeurtenis.add("url", vUri(f"{settings.INZET_ADRES.rstrip('/')}{afspraak.url}"))
    return gebeurtenis
