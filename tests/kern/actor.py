"""An actor middleware for the ground floor alone: it knows no roles."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

from config.kern import klok
from config.kern.actor import NIEMAND


class ActorMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor = SimpleLazyObject(lambda: self.lees(request))
        return self.get_response(request)

    @staticmethod
    def lees(request):
        if not request.user.is_authenticated:
            return NIEMAND
        return import_string(settings.INZET_ACTOR_LADER)(request.user, klok.nu())
