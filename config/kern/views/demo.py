"""What exists only in the demo: look along as a role, and move the clock. Elsewhere 404."""

from functools import wraps
from typing import Any

from allauth.account.views import LoginView
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from config.kern import klok, queries, rules
from config.kern.domain.klok import klok_vooruitzetten
from config.kern.forms import KlokForm
from config.kern.fouten import eis
from config.kern.htmx import klaar, toon, uitvoeren
from config.kern.opmaak import moment


def alleen_demo(view: Any) -> Any:
    @wraps(view)
    def bewaakt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.INZET_DEMO:
            raise Http404
        return view(request, *args, **kwargs)

    return bewaakt


class InlogView(LoginView):
    """The login page of the library, in the demo with one button per role."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rollen = queries.demorollen() if settings.INZET_DEMO else []
        return super().get_context_data(
            demorollen=rollen, lokaal=settings.INZET_LOKAAL_INLOGGEN, **kwargs
        )


@login_not_required
@require_POST
@alleen_demo
def kijk_mee(request: HttpRequest, code: str) -> HttpResponse:
    rol = get_object_or_404(queries.demorollen(), code=code)
    login(request, rol.gebruiker, backend="django.contrib.auth.backends.ModelBackend")
    return klaar(request, f"Je kijkt mee als {rol.titel}: {rol.gebruiker.naam}.", "/")


@require_http_methods(["GET", "HEAD", "POST"])
@alleen_demo
def klok_vooruit(request: HttpRequest) -> HttpResponse:
    nu = klok.nu()
    eis(rules.beletsel_klok_vooruitzetten(werkdagen=1, door=request.actor))
    formulier = KlokForm(request.POST or None)
    if formulier.is_valid() and (
        straks := uitvoeren(
            request, formulier,
            lambda: klok_vooruitzetten(
                werkdagen=formulier.cleaned_data["werkdagen"], door=request.actor, nu=nu
            ),
        )
    ):
        return klaar(request, f"Het is nu {moment(straks)}.", _terug(request, formulier))
    return toon(request, "kern/beheer/klok.html", {"nu": nu}, formulier=formulier)


def _terug(request: HttpRequest, formulier: KlokForm) -> str:
    """Back to the page where the button was, when that is one of ours."""
    pad = formulier.cleaned_data["volgende"]
    if url_has_allowed_host_and_scheme(pad, allowed_hosts=None) and pad.startswith("/"):
        return pad
    return reverse("kern:klok-vooruitzetten")
