"""Phase 3: open one of three forms, follow it, stop it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok
from config.kern.actor import Recht
from config.kern.htmx import toon
from matching.domain import werving as domein
from matching.domain.vwnw import vwnw_inzien
from matching.forms import BevestigForm, RedenForm, WervingForm
from matching.queries import pagina
from matching.queries.dossier import dossier_van
from matching.queries.vacature import openbare_vacatures, vacature_van
from matching.queries.werving import wervingen_van
from matching.rules import werving as rules
from matching.rules.match import beletsel_match_voorstellen
from matching.rules.vacature import (
    beletsel_vacature_offline_halen,
    beletsel_vacature_publiceren,
)
from matching.rules.vwnw import beletsel_vwnw_inzien
from matching.rules.zicht import zicht_van
from matching.views.formulier import handeling, procedure_url


@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    gegevens = {
        "wervingen": wervingen_van(request.actor),
        "is_pmanager": request.actor.heeft_ergens(Recht.PTEAM_LEIDEN),
    }
    return toon(request, "matching/werving/lijst.html", gegevens)


@require_http_methods(["GET", "POST"])
def werving_openen(request: HttpRequest, id: UUID) -> HttpResponse:
    procedure = pagina.procedure_met(id)
    dag = klok.vandaag()
    mag_vwnw = beletsel_vwnw_inzien(door=request.actor) is None
    teams = pagina.teams_met(request.actor.objecten(Recht.PTEAM_LEIDEN, "pteam"), dag)
    form = WervingForm(
        request.POST or None, teams=teams, initial={"versie": procedure.versie}
    )
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.werving_openen(
            procedure=procedure, door=request.actor, nu=klok.nu(), **form.aanvraag()
        ),
        zin="De externe werving is geopend. Het dossier is erbij bewaard.",
        naar=procedure_url(procedure), titel="Externe werving openen", knop="Openen",
        inleiding="Fase 3: inlening bij een partner, inhuur, of een vacature.",
        beletsel=rules.beletsel_werving_openen(procedure, door=request.actor, dag=dag),
        sjabloon="matching/werving/openen.html", dossier=dossier_van(procedure),
        vwnw=vwnw_inzien(
            tro=procedure.matchvraag.tro, door=request.actor, nu=klok.nu()
        ) if mag_vwnw else [],
    )


@require_safe
def tonen(request: HttpRequest, id: UUID) -> HttpResponse:
    werving = pagina.werving_met(id)
    actor, dag = request.actor, klok.vandaag()
    zicht = zicht_van(actor, werving.procedure, dag)
    is_eigen = actor.heeft(Recht.PTEAM_LEIDEN, op=werving.pteam)
    vacature = vacature_van(werving)
    gegevens = {
        "vacature": vacature, "is_online": vacature in openbare_vacatures(dag),
        "beletsel_vacature": beletsel_vacature_publiceren(werving, door=actor, dag=dag),
        "beletsel_offline": vacature and beletsel_vacature_offline_halen(vacature, door=actor),
        "werving": werving, "dossier": werving.dossier if zicht.binnen or is_eigen else None,
        "beletsel_selectie": rules.beletsel_werving_in_selectie(werving, door=actor),
        "beletsel_intrekken": rules.beletsel_werving_intrekken(werving, door=actor),
        "beletsel_kennis": rules.beletsel_kennisoverdracht_vastleggen(werving, door=actor),
        "is_tijdelijk": werving.soort in rules.TIJDELIJK,
        "beletsel_match": beletsel_match_voorstellen(werving.procedure, door=actor, dag=dag),
    }
    return toon(request, "matching/werving/tonen.html", gegevens)


@require_http_methods(["GET", "POST"])
def werving_in_selectie(request: HttpRequest, id: UUID) -> HttpResponse:
    werving = pagina.werving_met(id)
    return handeling(
        request, formulier=BevestigForm(request.POST or None),
        opdracht=lambda: domein.werving_in_selectie(
            werving=werving, door=request.actor, nu=klok.nu()
        ),
        zin="De selectie is begonnen.", naar=reverse("matching:werving", args=[id]),
        titel="Selectie beginnen", knop="Selectie beginnen",
        inleiding="Er zijn kandidaten van buiten. De werving staat daarna op ‘in selectie’.",
        beletsel=rules.beletsel_werving_in_selectie(werving, door=request.actor),
    )


@require_http_methods(["GET", "POST"])
def werving_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    werving = pagina.werving_met(id)
    form = RedenForm(request.POST or None, label="Waarom stop je deze vorm?")
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.werving_intrekken(
            werving=werving, reden=form.cleaned_data["reden"], door=request.actor, nu=klok.nu()
        ),
        zin="Deze vorm is gestopt. Je kunt een andere vorm openen.",
        naar=procedure_url(werving.procedure), titel="Werving intrekken", knop="Intrekken",
        soort="gevaar", beletsel=rules.beletsel_werving_intrekken(werving, door=request.actor),
    )


@require_http_methods(["GET", "POST"])
def kennisoverdracht(request: HttpRequest, id: UUID) -> HttpResponse:
    werving = pagina.werving_met(id)
    form = RedenForm(
        request.POST or None, initial={"reden": werving.kennisoverdracht},
        label="Hoe en aan wie is de kennis overgedragen?",
        hulp="Bijvoorbeeld: twee dagen meegelopen met een collega, en een map met uitleg.",
    )
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.kennisoverdracht_vastleggen(
            werving=werving, hoe=form.cleaned_data["reden"], door=request.actor, nu=klok.nu()
        ),
        zin="De kennisoverdracht is vastgelegd.", naar=reverse("matching:werving", args=[id]),
        titel="Kennisoverdracht", knop="Vastleggen",
        beletsel=rules.beletsel_kennisoverdracht_vastleggen(werving, door=request.actor),
    )
