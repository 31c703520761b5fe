"""The coherence of an O-domein on one page, for its domeindirecteur (R011, R021, R079)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from config.kern import klok
from config.kern.actor import Recht
from opgaven.beeld import beeld_van
from opgaven.rules.scenario import mag_programmeren
from register.queries import samenhang as queries


@require_safe
def samenhang(request: HttpRequest) -> HttpResponse:
    """The own domain at once; who has none chooses."""
    domeinen = queries.domeinen()
    eigen = set(request.actor.objecten(Recht.OPDRACHT_INITIEREN, "odomein"))
    mijn = [d for d in domeinen if d.pk in eigen]
    if len(mijn) == 1:
        return redirect("register:samenhang-odomein", mijn[0].code)
    return render(request, "register/samenhang/kiezen.html", {"domeinen": mijn or domeinen})


@require_safe
def samenhang_odomein(request: HttpRequest, code: str) -> HttpResponse:
    beeld = queries.samenhang_van(queries.odomein_met(code), klok.vandaag())
    knopen, pijlen = beeld_van(beeld.tussen_domeinen)
    return render(request, "register/samenhang/odomein.html", {
        "beeld": beeld, "odomein": beeld.odomein, "domeinen": queries.domeinen(),
        "knopen": knopen, "pijlen": pijlen, "verbanden": beeld.tussen_domeinen,
        "vandaag": klok.vandaag(), "mag_weghalen": False,
        "mag_programmeren": mag_programmeren(request.actor),
    })
