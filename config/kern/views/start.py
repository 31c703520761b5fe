"""The front door: the start page of the person's role, which matching makes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    try:
        return redirect(reverse("matching:start"))
    except NoReverseMatch:
        return render(request, "kern/start.html")
