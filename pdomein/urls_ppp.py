"""Addresses around Mijn PPP."""

from django.urls import path

from pdomein.views import gegevens, pppkring, professionals

patronen = [
    path("ppp/stappen/<int:stap>/", pppkring.stappen, name="ppp-stap"),
    path("ppp/voorbeeld/", pppkring.voorbeeld, name="ppp-voorbeeld"),
    path("ppp/versies/", pppkring.versies, name="ppp-versies"),
    path("ppp/versies/<int:nummer>/", pppkring.versie, name="ppp-versie"),
    path(
        "ppp/versies/<int:nummer>/terugzetten/", pppkring.versie_terugzetten,
        name="ppp-versie-terugzetten",
    ),
    path("ppp/aanbod/", pppkring.aanbod, name="ppp-aanbod-vastleggen"),
    path("ppp/toestemmingen/", pppkring.toestemmingen, name="ppp-toestemmingen"),
    path(
        "ppp/toestemmingen/<uuid:id>/intrekken/", pppkring.toestemming_intrekken,
        name="ppp-toestemming-intrekken",
    ),
    path(
        "medewerkers/<uuid:id>/competenties/<uuid:competentie>/herkennen/",
        pppkring.competentie_herkennen, name="competentie-herkennen",
    ),
    path("ppp/norm/", pppkring.eigen_norm, name="ppp-norm"),
    path("ppp/norm/toevoegen/", pppkring.norm_vastleggen, name="norm-toevoegen"),
    path("ppp/norm/<uuid:id>/", pppkring.normstand, name="normstand-vastleggen"),
    path("ppp/norm/<uuid:id>/wijzigen/", pppkring.norm_vastleggen, name="norm-wijzigen"),
    path("ppp/norm/<uuid:id>/vervallen/", pppkring.norm_vervallen, name="norm-vervallen"),
    path("professionals/mentoren.csv", professionals.mentoren_csv, name="mentoren"),
    path("mijn-gegevens/", gegevens.mijn_gegevens, name="mijn-gegevens"),
    path("ppp/mijn-gegevens.json", gegevens.als_bestand, name="ppp-gegevens"),
    path(
        "mijn-gegevens/<uuid:id>/intrekken/", gegevens.rectificatie_intrekken,
        name="rectificatie-intrekken",
    ),
    path("beheer/rectificaties/", gegevens.rectificaties, name="rectificaties"),
    path("beheer/rectificaties/<uuid:id>/", gegevens.rectificatie, name="rectificatie"),
]
