"""Addresses around the life of P-teams."""

from django.urls import path

from pdomein.views import beraad, teamwijziging

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
    path("p-beraad/", beraad.beraad, name="beraad"),
    path("p-beraad/criteria/", beraad.criteria, name="criteria"),
    path(
        "p-beraad/criteria/<uuid:id>/beeindigen/", beraad.criterium_beeindigen,
        name="criterium-beeindigen",
    ),
    path("p-beraad/spans/", beraad.spans, name="spans"),
    path(
        "p-beraad/spans/<uuid:id>/afspraak/", beraad.span_afspraak_vastleggen,
        name="span-afspraak-vastleggen",
    ),
    path("pteamlijsten/", beraad.pteamlijsten, name="pteamlijsten"),
    path("pteamlijsten/<int:jaar>/", beraad.pteamlijst, name="pteamlijst"),
    path(
        "pteamlijsten/<int:jaar>/toevoegen/", beraad.lijstregel_toevoegen,
        name="lijstregel-toevoegen",
    ),
    path(
        "pteamlijsten/<int:jaar>/overleg/", beraad.lijst_overleg_vastleggen,
        name="lijst-overleg-vastleggen",
    ),
    path(
        "pteamlijsten/<int:jaar>/vaststellen/", beraad.lijst_vaststellen,
        name="lijst-vaststellen",
    ),
    path(
        "pteamlijstregels/<uuid:id>/beoordelen/", beraad.lijstregel_beoordelen,
        name="lijstregel-beoordelen",
    ),
    path(
        "pteamlijstregels/<uuid:id>/evalueren/", beraad.lijstregel_evalueren,
        name="lijstregel-evalueren",
    ),
]
