"""Vacancies as the outside world sees them."""

import json
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.safestring import SafeString

from config.kern.opmaak import fte
from matching.enums import WervingStatus
from matching.models import ExterneWerving, Vacature

VOLTIJD = 1


def openbare_vacatures(dag: date) -> QuerySet[Vacature]:
    """On the internet today: published, not taken back, the search runs, the last day not past."""
    return Vacature.objects.filter(
        offline_op=None, laatste_dag__gte=dag,
        werving__status__in=[WervingStatus.OPEN, WervingStatus.IN_SELECTIE],
    ).select_related("werving__procedure__matchvraag__tro").defer(
        "werving__procedure__matchvraag__tro__zoektekst"
    )


def openbare_vacature(public_id: UUID, dag: date) -> Vacature:
    return get_object_or_404(openbare_vacatures(dag), public_id=public_id)


def vacature_van(werving: ExterneWerving) -> Vacature | None:
    return Vacature.objects.filter(werving=werving).first()


def vacature_met(public_id: UUID) -> Vacature:
    return get_object_or_404(
        Vacature.objects.select_related("werving__pteam"), werving__public_id=public_id
    )


def omvang(vacature: Vacature) -> str:
    return fte(vacature.werving.procedure.matchvraag.tro.fte)


def jobposting(vacature: Vacature) -> SafeString:
    """The vacancy as schema.org ``JobPosting``, safe to stand inside a ``script`` element."""
    tro = vacature.werving.procedure.matchvraag.tro
    gegevens = {
        "@context": "https://schema.org/", "@type": "JobPosting",
        "title": vacature.titel, "description": vacature.tekst,
        "identifier": {
            "@type": "PropertyValue", "name": settings.INZET_ORGANISATIE,
            "value": str(vacature.public_id),
        },
        "datePosted": vacature.gepubliceerd_op.date().isoformat(),
        "validThrough": f"{vacature.laatste_dag.isoformat()}T23:59",
        "employmentType": "FULL_TIME" if tro.fte >= VOLTIJD else "PART_TIME",
        "hiringOrganization": {"@type": "Organization", "name": settings.INZET_ORGANISATIE},
        "jobLocation": {
            "@type": "Place", "address": {"@type": "PostalAddress", "addressCountry": "NL"},
        },
        "directApply": False,
    }
    if tro.begin:
        gegevens["jobStartDate"] = tro.begin.isoformat()
    tekens = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
    return SafeString(json.dumps(gegevens, ensure_ascii=False).translate(str.maketrans(tekens)))
