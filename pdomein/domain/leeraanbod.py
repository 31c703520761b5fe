"""The themes of the learning offer: filled once, then the province's own (R390)."""

from django.db import transaction
from django.utils.text import slugify

from pdomein.leeraanbod import FOCUS, THEMAS
from pdomein.models import Leerthema


@transaction.atomic
def leerthemas_vullen() -> int:
    """Add the themes that are not there yet; what exists stays as it is."""
    bekend = {t.code: t for t in Leerthema.objects.all()}
    nieuw = 0
    for volgorde, (naam, onder) in enumerate(THEMAS.items(), start=1):
        boven, gemaakt = _thema(bekend, naam, None, volgorde * 100)
        nieuw += gemaakt
        for teller, sub in enumerate(onder, start=1):
            nieuw += _thema(bekend, sub, boven, volgorde * 100 + teller)[1]
    return nieuw


def _thema(
    bekend: dict[str, Leerthema], naam: str, boven: Leerthema | None, volgorde: int
) -> tuple[Leerthema, int]:
    code = slugify(naam)
    if code in bekend:
        return bekend[code], 0
    bekend[code] = Leerthema.objects.create(
        code=code, naam=naam, bovenliggende=boven, volgorde=volgorde, focus_jaar=FOCUS.get(naam)
    )
    return bekend[code], 1
