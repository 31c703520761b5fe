"""Live screens: server-sent events without data, woken by the database (STAPEL)."""

import re
from collections.abc import AsyncIterator

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.views.decorators.http import require_GET

from config.kern.luisteraar import luister

ONDERWERP = re.compile(r"^[a-z]{2,20}-[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$")


@login_not_required  # asked below, without a redirect: an event stream cannot follow one
@require_GET
async def live(request: HttpRequest, onderwerp: str) -> HttpResponseBase:
    """Tell when ``onderwerp`` changed. The fragment behind it does the real check."""
    gebruiker = await request.auser()
    if not gebruiker.is_authenticated:
        return HttpResponse(status=401)
    if not ONDERWERP.match(onderwerp):
        return HttpResponse(status=404)
    antwoord = StreamingHttpResponse(
        gebeurtenissen(onderwerp), content_type="text/event-stream; charset=utf-8"
    )
    antwoord["Cache-Control"] = "no-store"
    antwoord["X-Accel-Buffering"] = "no"
    return antwoord


async def gebeurtenissen(onderwerp: str) -> AsyncIterator[str]:
    yield "retry: 2000\nevent: hallo\ndata:\n\n"
    async for gewijzigd in luister(onderwerp):
        yield "event: wijziging\ndata:\n\n" if gewijzigd else ": leef\n\n"
