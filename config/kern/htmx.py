"""Help for views: run a command, answer as a page or as a fragment."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.db import DataError, IntegrityError, OperationalError, transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from config.kern.fouten import DomeinFout
from config.kern.probleem import ZINNEN, zin_bij_database_fout

T = TypeVar("T")


def is_htmx(request: HttpRequest) -> bool:
    """Does a script on the page ask for a fragment? A boosted or restored page is a whole page."""
    return (
        request.headers.get("HX-Request") == "true"
        and request.headers.get("HX-Boosted") != "true"
        and request.headers.get("HX-History-Restore-Request") != "true"
    )


def uitvoeren(
    request: HttpRequest, formulier: BaseForm | None, opdracht: Callable[[], T]
) -> T | None:
    """Run a command; a refusal lands in the form and gives None, so that the view shows it again.

    ``opdracht`` is called without arguments. After None, answer with ``antwoord_status(request)``:
    400, 403 or 409. Without a form the sentence becomes a message on the next page.
    """
    try:
        with transaction.atomic():
            resultaat = opdracht()
    except DomeinFout as fout:
        return _geweigerd(request, formulier, fout.status, fout.zin, fout.beletsel.veld)
    except (IntegrityError, OperationalError, DataError, ValueError, OverflowError) as fout:
        bekend = zin_bij_database_fout(fout)
        if bekend is None:
            raise
        return _geweigerd(request, formulier, *bekend)
    request.inzet_status = 200
    return True if resultaat is None else resultaat


def _geweigerd(
    request: HttpRequest, formulier: BaseForm | None, status: int, zin: str,
    veld: str | None = None,
) -> None:
    request.inzet_status = status
    if formulier is None:
        messages.error(request, zin)
        return
    if not hasattr(formulier, "cleaned_data"):
        formulier.full_clean()
    formulier.add_error(veld if veld in formulier.fields else None, zin)


def antwoord_status(request: HttpRequest, formulier: BaseForm | None = None) -> int:
    """The status of a form that is shown again: that of the refusal, or 400 for wrong input."""
    status = getattr(request, "inzet_status", None)
    if status:
        return status
    return 400 if formulier is not None and formulier.is_bound and formulier.errors else 200


def toon(
    request: HttpRequest, sjabloon: str, gegevens: dict[str, Any] | None = None, *,
    formulier: BaseForm | None = None,
) -> HttpResponse:
    """Render a page; with ``formulier`` it is in the context and decides the status."""
    gegevens = dict(gegevens or {})
    if formulier is not None:
        gegevens.setdefault("formulier", formulier)
    return render(request, sjabloon, gegevens, status=antwoord_status(request, formulier))


def klaar(request: HttpRequest, zin: str, naar: str, *args: Any, **kwargs: Any) -> HttpResponse:
    """Done: say so and go to ``naar`` (a URL name, path or object); htmx follows by a header."""
    if zin:
        messages.success(request, zin)
    antwoord = redirect(naar, *args, **kwargs)
    if is_htmx(request):
        return HttpResponse(status=204, headers={"HX-Redirect": antwoord["Location"]})
    return antwoord


def terug(request: HttpRequest, naar: str, *args: Any, **kwargs: Any) -> HttpResponseRedirect:
    """Go on without a message of success, for instance after a refusal without a form."""
    return redirect(naar, *args, **kwargs)


def foutpagina(request: HttpRequest, status: int, zin: str = "") -> HttpResponse:
    """One page for everything that did not work, with what to do next."""
    titel, standaard = ZINNEN.get(status, ZINNEN[500])
    gegevens = {"titel": titel, "zin": zin or standaard, "status": status}
    sjabloon = "_fout.html" if is_htmx(request) else "fout.html"
    return render(request, sjabloon, gegevens, status=status)
