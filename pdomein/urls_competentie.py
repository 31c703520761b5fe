"""Addresses of the shared list of competenties."""

from django.urls import path

from pdomein.views import competentie

patronen = [
    path("competenties/", competentie.competenties, name="competenties"),
    path("competenties/toevoegen/", competentie.vastleggen, name="competentie-toevoegen"),
    path("competenties/inlezen/", competentie.inlezen, name="begrippen-inlezen"),
    path("competenties/<uuid:id>/", competentie.competentie, name="competentie"),
    path(
        "competenties/<uuid:id>/wijzigen/", competentie.vastleggen, name="competentie-wijzigen"
    ),
    path(
        "competenties/<uuid:id>/vervallen/", competentie.vervallen, name="competentie-vervallen"
    ),
    path("openbaar/competenties", competentie.als_skos, name="competenties-openbaar"),
    path("openbaar/competenties.<slug:vorm>", competentie.als_skos, name="competenties-skos"),
]
