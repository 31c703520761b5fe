"""Addresses around the life of P-teams."""

from django.urls import path

from pdomein.views import teamwijziging

patronen = [
    path(
        "pteams/<uuid:id>/wijzigen/", teamwijziging.teamwijziging_starten,
        name="teamwijziging-starten",
    ),
    path("overstappen/", teamwijziging.overstap_aanvragen, name="overstap-aanvragen"),
    path("teamwijzigingen/", teamwijziging.teamwijzigingen, name="teamwijzigingen"),
    path("teamwijzigingen/<uuid:id>/", teamwijziging.teamwijziging, name="teamwijziging"),
    path(
        "teamwijzigingen/<uuid:id>/plannen/", teamwijziging.teamwijziging_plannen,
        name="teamwijziging-plannen",
    ),
    path(
        "teamwijzigingen/<uuid:id>/verdelen/", teamwijziging.teamwijziging_verdelen,
        name="teamwijziging-verdelen",
    ),
    path(
        "teamwijzigingen/<uuid:id>/voorleggen/", teamwijziging.teamwijziging_voorleggen,
        name="teamwijziging-voorleggen",
    ),
    path(
        "teamwijzigingen/<uuid:id>/besluiten/", teamwijziging.teamwijziging_besluiten,
        name="teamwijziging-besluiten",
    ),
    path(
        "teamwijzigingen/<uuid:id>/intrekken/", teamwijziging.teamwijziging_intrekken,
        name="teamwijziging-intrekken",
    ),
    path(
        "teamwijzigingen/<uuid:id>/raadplegingen/<uuid:rij>/",
        teamwijziging.raadpleging_beantwoorden, name="raadpleging-beantwoorden",
    ),
]
