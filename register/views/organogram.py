"""The organogram: O-domeinen and P-domeinen together (R179)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from config.kern import klok
from register.queries.organogram import organogram as maak


@require_safe
def organogram(request: HttpRequest) -> HttpResponse:
    return render(request, "register/organogram.html", {"organogram": maak(klok.vandaag())})
