"""Addresses of learning."""

from django.urls import path

from pdomein.views import matrix, ontwikkeling

patronen = [
    path("ontwikkeling/", ontwikkeling.mijn_ontwikkeling, name="mijn-ontwikkeling"),
    path("ontwikkeling/basispakket/", ontwikkeling.basispakket, name="basispakket"),
    path(
        "ontwikkeling/basispakket/<uuid:id>/vervallen/", ontwikkeling.basisonderdeel_vervallen,
        name="basisonderdeel-vervallen",
    ),
    path("ontwikkeling/leervraag.csv", ontwikkeling.leervraag_csv, name="leervraag"),
    path("ontwikkeling/<uuid:id>/", ontwikkeling.afspraak, name="ontwikkelafspraak"),
    path(
        "ontwikkeling/<uuid:id>/wijzigen/", ontwikkeling.wijzigen,
        name="ontwikkelafspraak-wijzigen",
    ),
    path(
        "ontwikkeling/<uuid:id>/instemmen/", ontwikkeling.instemmen,
        name="ontwikkelafspraak-instemmen",
    ),
    path(
        "ontwikkeling/<uuid:id>/afsluiten/", ontwikkeling.afsluiten,
        name="ontwikkelafspraak-afsluiten",
    ),
    path(
        "ontwikkeling/<uuid:id>/budget/", ontwikkeling.budget, name="opleidingsbudget-besluiten"
    ),
    path(
        "medewerkers/<uuid:id>/ontwikkeling/", ontwikkeling.ontwikkeling_van,
        name="ontwikkeling-van",
    ),
    path(
        "medewerkers/<uuid:id>/ontwikkeling/voorstellen/", ontwikkeling.voorstellen,
        name="ontwikkelafspraak-voorstellen",
    ),
    path("pteams/<uuid:id>/matrix/", matrix.matrix, name="pteam-matrix"),
    path("pteams/<uuid:id>/schouw/", ontwikkeling.schouw, name="pteam-schouw"),
    path("pteams/<uuid:id>/ontwikkeling/", ontwikkeling.team, name="pteam-ontwikkeling"),
]
