"""The living style page: every component once, so that its look is checked in one place.

Demo and development only; nothing on it is real.
"""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from config.kern.facetten import facet
from config.kern.fouten import geen_recht, toestand
from config.kern.grafieken import Balk, Reeks, Rij
from config.kern.vorm import DatumInput
from config.kern.werkdagen import AMSTERDAM

DAG = date(2026, 6, 9)
MOMENT = datetime(2026, 6, 9, 14, 5, tzinfo=AMSTERDAM)


class VoorbeeldForm(forms.Form):
    titel = forms.CharField(label="Titel van het werk", help_text="Kort en herkenbaar.")
    toelichting = forms.CharField(label="Toelichting", widget=forms.Textarea, required=False)
    niveau = forms.ChoiceField(
        label="Niveau", choices=[("", "Kies een niveau"), ("g", "Gevorderd"), ("e", "Expert")]
    )
    begin = forms.DateField(label="Begint op", widget=DatumInput)
    vorm = forms.ChoiceField(
        label="Hoe wil je werken?",
        choices=[("team", "In het team"), ("los", "Zelfstandig")],
        widget=forms.RadioSelect,
    )
    talen = forms.MultipleChoiceField(
        label="Competenties",
        choices=[("eco", "Ecologie"), ("gis", "GIS-analyse"), ("jur", "Omgevingsrecht")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    akkoord = forms.BooleanField(label="Ik ga hierover in gesprek met mijn P-manager")


@login_not_required
@require_safe
def stijl(request: HttpRequest) -> HttpResponse:
    if not (settings.INZET_DEMO or settings.DEBUG):
        raise Http404
    return render(request, "kern/stijl.html", voorbeelden(request))


@login_not_required
@require_safe
def stijl_scherm(request: HttpRequest) -> HttpResponse:
    """The shared screen with an invented item."""
    if not (settings.INZET_DEMO or settings.DEBUG):
        raise Http404
    return render(request, "kern/stijl_scherm.html", {"klaar": range(7), "nog": range(5)})


def voorbeelden(request: HttpRequest) -> dict[str, Any]:
    fout = VoorbeeldForm({"titel": "", "toelichting": "Blijft staan", "vorm": "team"})
    fout.add_error(None, "De procedure is intussen gesloten.")
    return {
        "dag": DAG,
        "moment": MOMENT,
        "einde": DAG + timedelta(days=120),
        "beletsel": toestand("Publiceren kan pas als de AOG het profiel heeft vastgesteld."),
        "geen_recht": geen_recht("Dit doet de P-manager van het team."),
        "form": VoorbeeldForm(),
        "form_fout": fout,
        "facetten_lijst": [
            facet("domein", "P-domein", [("w", "Water en natuur", 12), ("m", "Mobiliteit", 7)],
                  request.GET.getlist("domein") or ["w"]),
            facet("uren", "Omvang", [("8", "tot 8 uur", 4), ("16", "8 tot 16 uur", 9)],
                  request.GET.getlist("uren")),
        ],
        "pagina": Paginator(range(240), 20).get_page(request.GET.get("pagina", 4)),
        "tabs": [("Overzicht", "#a", True), ("Leden", "#b", False, 12), ("Teamplan", "#c", False)],
        "stappen": [
            ("Fase 0: delen", "gedaan", "t/m 12 mei 2026"),
            ("Fase 1: markt", "nu", "nog 3 werkdagen"),
            ("Fase 2: matchtafel", "straks", "vanaf 17 juni 2026"),
            ("Fase 3: externe werving", "overgeslagen"),
        ],
        "regels": [
            {"wanneer": MOMENT, "wie": "Noor de Vries", "wat": "TRO gepubliceerd",
             "waarom": "Het profiel is compleet en de P-teams hebben niemand vrij."},
            {"wanneer": DAG - timedelta(days=9), "wie": "Inzet (automatisch)",
             "wat": "Fase 0 gesloten", "waarom": "De termijn van 5 werkdagen is voorbij."},
        ],
        **grafieken(),
    }  # fmt: skip


def grafieken() -> dict[str, Any]:
    van, tot = date(2026, 3, 1), date(2027, 3, 1)
    maanden = [date(2026 + (2 + i) // 12, (2 + i) % 12 + 1, 1) for i in range(12)]
    vast = Balk(date(2026, 1, 1), date(2026, 9, 1), "Dijkversterking Noord")
    return {
        "van": van, "tot": tot, "maanden": maanden,
        "rijen": [
            Rij("Noor de Vries", (vast, Balk(date(2026, 9, 1), date(2027, 1, 1), "N-tool 2.0",
                                             "voorlopig")), "0,8 fte"),
            Rij("Sem Bakker", (Balk(date(2026, 4, 15), None, "Beheer en onderhoud"),), "1 fte"),
            Rij("Yara el Idrissi", (Balk(date(2026, 5, 1), date(2026, 6, 20), "Verkenning A12",
                                         "tweede"),), "0,5 fte"),
        ],
        "reeksen": [
            Reeks("ingezet", [9.2, 9.1, 9.4, 9.0, 8.1, 7.4, 7.0, 6.2, 5.8, 5.8, 5.1, 4.4]),
            Reeks("voorlopig", [0, 0, .4, .8, 1.4, 1.9, 2.2, 2.6, 2.6, 2.6, 3, 3], "voorlopig"),
            Reeks("beschikbaar", [11, 11, 11, 11, 10.6, 10.6, 10.6, 10.6, 11.2, 11.2, 11.2, 11.2],
                  "lijn"),
        ],
        "kolommen": ["jun", "jul", "aug", "sep", "okt", "nov"],
        "warmte": [
            ("Ecologie", "#", [("-1,2", "tekort", "#", False), ("0,1", 0, "", False),
                               ("0,6", 1, "", False), ("1,4", 2, "", True), ("2,8", 3, "", False),
                               ("4,1", 4, "", True)]),
            ("Grondzaken", "", [("0,4", 1, "", False), ("1,1", 2, "", False), ("1,0", 2, "", True),
                                ("2,2", 3, "", False), ("3,9", 4, "", False),
                                ("4,0", 4, "", False)]),
        ],
        "register_regels": [
            SimpleNamespace(label="Sem Bakker", begin_geldigheid=date(2026, 3, 1),
                            einde_geldigheid=None, tijdstip_registratie=MOMENT - timedelta(90),
                            eind_registratie=MOMENT - timedelta(20), besluit="DMO-2026-014"),
            SimpleNamespace(label="Sem Bakker", begin_geldigheid=date(2026, 3, 1),
                            einde_geldigheid=date(2026, 7, 1), eind_registratie=None,
                            tijdstip_registratie=MOMENT - timedelta(20), besluit="DMO-2026-031"),
            SimpleNamespace(label="Noor de Vries", begin_geldigheid=date(2026, 7, 1),
                            einde_geldigheid=None, tijdstip_registratie=MOMENT - timedelta(19),
                            eind_registratie=None, besluit="DMO-2026-032"),
        ],
    }  # fmt: skip
