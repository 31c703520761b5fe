"""Probes for who keeps the program running (BETROUWBAAR 53); without login."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.kern import gezondheid


@login_not_required
@require_safe
def gezond(request: HttpRequest) -> JsonResponse:
    """The process lives and answers."""
    return JsonResponse({"status": "gezond", "versie": settings.VERSIE})


@login_not_required
@require_safe
def klaar(request: HttpRequest) -> JsonResponse:
    """The program can do its work: database, migrations, and a beating heart."""
    stand = gezondheid.stand(timezone.now())
    return JsonResponse(stand.als_dict(), status=200 if stand.is_klaar else 503)


@login_not_required
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116: where to report a vulnerability."""
    verloopt = (timezone.now() + timedelta(days=300)).strftime("%Y-%m-%dT00:00:00Z")
    regels = [
        f"Contact: mailto:{settings.INZET_CONTACT}",
        f"Expires: {verloopt}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.INZET_ADRES.rstrip('/')}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(regels) + "\n", content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    return redirect(f"{settings.STATIC_URL}img/inzet.svg", permanent=False)
