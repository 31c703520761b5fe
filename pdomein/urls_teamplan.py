"""Addresses of the teamplan and of what a team plans."""

from django.urls import path

from pdomein.views import teamplan

patronen = [
    path("pteams/<uuid:id>/teamplan/", teamplan.teamplan, name="teamplan"),
    path(
        "pteams/<uuid:id>/teamplan/voorleggen/", teamplan.teamplan_voorleggen,
        name="teamplan-voorleggen",
    ),
    path(
        "pteams/<uuid:id>/teamplan/versies/<int:nummer>/", teamplan.versie,
        name="teamplan-versie",
    ),
    path(
        "pteams/<uuid:id>/teamplan/versies/<int:nummer>/instemmen/",
        teamplan.teamplan_instemmen, name="teamplan-instemmen",
    ),
    path(
        "pteams/<uuid:id>/teamplan/versies/<int:nummer>/intrekken/",
        teamplan.teamplan_intrekken, name="teamplan-intrekken",
    ),
    path("pteams/<uuid:id>/activiteiten/", teamplan.activiteiten, name="activiteiten-van"),
    path(
        "pteams/<uuid:id>/activiteiten/plannen/", teamplan.teamactiviteit_plannen,
        name="activiteit-plannen",
    ),
    path("activiteiten/", teamplan.activiteiten, name="activiteiten"),
    path("activiteiten/<uuid:id>/", teamplan.activiteit, name="activiteit"),
    path(
        "activiteiten/<uuid:id>/deelname/", teamplan.deelname_melden,
        name="activiteit-deelname",
    ),
    path(
        "activiteiten/<uuid:id>/afgelasten/", teamplan.teamactiviteit_afgelasten,
        name="activiteit-afgelasten",
    ),
    path(
        "activiteiten/<uuid:id>/aanwezigheid/", teamplan.aanwezigheid_vastleggen,
        name="activiteit-aanwezigheid",
    ),
]
