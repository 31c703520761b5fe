"""Frames of GS and the history of steering, for a decision or a page (R012, R014, R023, R040)."""

from datetime import date
from importlib import import_module

from django.conf import settings

from config.kern.enums import BesluitStatus, GremiumSoort
from config.kern.models import Besluit, Gremium
from opgaven.models import Kader, Opdracht, Opgave, Vrijgave


def geldende_kaders(opdracht: Opdracht) -> list[Kader]:
    """The newest decision of GS for each subject."""
    rijen = opdracht.kaders.select_related("besluit__gremium").order_by(
        "onderwerp", "-besluit__ingangsdatum", "-besluit__besluitdatum", "-pk"
    )
    per_onderwerp: dict[str, Kader] = {}
    for rij in rijen:
        per_onderwerp.setdefault(rij.onderwerp, rij)
    return list(per_onderwerp.values())


def kaderende_gremia() -> list[Gremium]:
    return list(Gremium.objects.filter(soort__in=[GremiumSoort.GS, GremiumSoort.DT]))


def prioriterende_gremia() -> list[Gremium]:
    return list(Gremium.objects.filter(soort__in=[
        GremiumSoort.GS, GremiumSoort.DT, GremiumSoort.O_BERAAD, GremiumSoort.PROGRAMMEERBERAAD,
    ]))


def besluiten_voor_kader() -> list[Besluit]:
    """Adopted decisions of GS, the newest first."""
    return _besluiten([GremiumSoort.GS])


def besluiten_voor_prioriteit() -> list[Besluit]:
    return _besluiten([g.soort for g in prioriterende_gremia()])


def _besluiten(soorten: list[str]) -> list[Besluit]:
    return list(
        Besluit.objects.filter(
            gremium__soort__in=soorten, status=BesluitStatus.VASTGESTELD
        ).select_related("gremium").defer("tekst").order_by("-besluitdatum", "-pk")[:60]
    )


def andere_opgaven(opdracht: Opdracht) -> list[Opgave]:
    return list(
        Opgave.objects.filter(begrotingsjaar=opdracht.opgave.begrotingsjaar)
        .exclude(pk=opdracht.opgave_id).order_by("code")
    )


def sturing_van(opdracht: Opdracht) -> dict[str, list]:
    """Everything a page shows about how this opdracht was steered."""
    return {
        "kaders": list(opdracht.kaders.select_related("besluit")),
        "prioriteringen": list(opdracht.prioriteringen.select_related("besluit", "door")),
        "verplaatsingen": list(
            opdracht.verplaatsingen.select_related("van", "naar", "besluit", "door")
        ),
        "decharges": list(opdracht.decharges.select_related("besluit", "door")),
        "verantwoordingen": list(opdracht.verantwoordingen.select_related("door")),
    }


def vrijgaven_vanaf(op: date) -> list[Vrijgave]:
    """What the register may still have to end: newest last."""
    return list(
        Vrijgave.objects.filter(per__gte=op).select_related("opdracht", "besluit").order_by("pk")
    )


def open_einden(opdracht: Opdracht) -> list[str]:
    """What higher apps still have running for this opdracht, in words (R041, E21).

    ``settings.INZET_OPEN_EINDEN`` names their questions by string, so that no arrow points up.
    """
    einden: list[str] = []
    for naam in settings.INZET_OPEN_EINDEN:
        module, functie = naam.rsplit(".", 1)
        einden += getattr(import_module(module), functie)(opdracht)
    return einden
