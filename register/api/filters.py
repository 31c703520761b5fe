"""What the lists of the register can be asked for: always a day, and what was known when."""

from datetime import date
from typing import Any

import django_filters as filters
from django.db.models import QuerySet

from config.kern import klok
from register.models import Inzet, Ondermandaat, Roltoewijzing
from register.queries.bevoegdheid import kennismoment
from register.rules import eis_inzien


class _Tijdassen(filters.FilterSet):
    geldigOp = filters.DateFilter(method="niets", label="Geldig op deze dag; leeg is vandaag")
    bekendOp = filters.DateFilter(
        method="niets", label="Zoals bekend op deze dag; leeg is wat nu bekend is"
    )
    medewerker = filters.UUIDFilter(
        field_name="medewerker__public_id", label="Id van de medewerker"
    )
    opdracht = filters.UUIDFilter(field_name="opdracht__public_id", label="Id van de opdracht")

    def niets(self, rijen: QuerySet[Any], naam: str, waarde: date) -> QuerySet[Any]:
        """Both axes are applied together, in ``filter_queryset``."""
        return rijen

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        rijen = super().filter_queryset(queryset)
        vandaag, vraag = klok.vandaag(), self.form.cleaned_data
        rijen = rijen.geldig_op(vraag["geldigOp"] or vandaag)
        bekend = vraag["bekendOp"]
        if bekend is None or bekend >= vandaag:
            return rijen.nu_bekend()
        eis_inzien(self.request.actor)
        return rijen.bekend_op(kennismoment(bekend))


class RoltoewijzingFilter(_Tijdassen):
    rol = filters.CharFilter(field_name="rol__code", label="Code van de rol")

    class Meta:
        model = Roltoewijzing
        fields: list[str] = []


class OndermandaatFilter(_Tijdassen):
    class Meta:
        model = Ondermandaat
        fields: list[str] = []


class InzetFilter(_Tijdassen):
    class Meta:
        model = Inzet
        fields: list[str] = []
