"""What every page knows: who looks, the ways in, the number of unread messages, the demo day."""

from datetime import date
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from config.kern import klok, menu
from config.kern.actor import NIEMAND, Actor, Recht
from config.kern.models import Bericht


class Paginakennis:
    """Computed only when the page asks for it, so a fragment costs no query."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @property
    def naam(self) -> str:
        return "Inzet"

    @property
    def organisatie(self) -> str:
        return getattr(settings, "INZET_ORGANISATIE", "")

    @property
    def is_demo(self) -> bool:
        return bool(settings.INZET_DEMO)

    @cached_property
    def actor(self) -> Actor:
        return getattr(self._request, "actor", NIEMAND)

    @cached_property
    def is_ingelogd(self) -> bool:
        gebruiker = getattr(self._request, "user", None)
        return bool(gebruiker and gebruiker.is_authenticated)

    @cached_property
    def menu(self) -> list[menu.Menugroep]:
        return menu.groepen(self.actor, self._request.path) if self.is_ingelogd else []

    @cached_property
    def paden(self) -> dict[str, str]:
        return {sleutel: menu.pad(namen) for sleutel, namen in menu.PADEN.items()}

    @cached_property
    def aantal_ongelezen(self) -> int:
        if not self.is_ingelogd:
            return 0
        return Bericht.objects.filter(ontvanger=self._request.user, gelezen_op=None).count()

    @cached_property
    def vandaag(self) -> date:
        return klok.vandaag()

    @cached_property
    def mag_klok(self) -> bool:
        return self.is_demo and self.is_ingelogd and self.actor.heeft(Recht.BEHEREN)

    @cached_property
    def titel_start(self) -> str:
        return f"{self.naam}, naar de startpagina"


def inzet(request: HttpRequest) -> dict[str, Any]:
    return {"inzet": Paginakennis(request)}
