"""Gives every request its actor, computed only when something asks."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from config.kern import klok
from config.kern.actor import NIEMAND, Actor
from register.domain.rechten import actor_voor_gebruiker


class ActorMiddleware:
    """Lazy, so that a token login later in the request counts too (HUIS §2)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: actor_van(request))
        return self.get_response(request)


def actor_van(request: HttpRequest) -> Actor:
    """The actor of the person or client that is signed in on this request."""
    gebruiker = getattr(request, "user", None)
    if gebruiker is None or not gebruiker.is_authenticated:
        return NIEMAND
    return actor_voor_gebruiker(gebruiker, klok.nu(), getattr(request, "scopes", None))
