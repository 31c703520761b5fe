from django.urls import path

from pdomein import urls_competentie, urls_ontwikkeling, urls_ppp, urls_teamplan, urls_teams
from pdomein.views import medewerker, ppp, professionals, pteam

app_name = "pdomein"
urlpatterns = [
    path("pteams/", pteam.pteams, name="pteams"),
    path("pteams/<uuid:id>/", pteam.pteam, name="pteam"),
    path(
        "pteams/<uuid:id>/teamplan/<int:nummer>/", pteam.teamplan_onderdeel_opslaan,
        name="teamplan-onderdeel-opslaan",
    ),
    path(
        "pteams/<uuid:id>/afwijking-besluiten/", pteam.pteam_afwijking_besluiten,
        name="pteam-afwijking-besluiten",
    ),
    path("medewerkers/", medewerker.mijn_mensen, name="mijn-mensen"),
    path("medewerkers/<uuid:id>/", medewerker.medewerker, name="medewerker"),
    path("professionals/", professionals.professionals, name="professionals"),
    path("ppp/", ppp.ppp_opslaan, name="ppp-mijn"),
    path("ppp/inzagen/", ppp.inzagen, name="ppp-inzagen"),
    path("ppp/publiceren/", ppp.ppp_publiceren, name="ppp-publiceren"),
    path("ppp/intrekken/", ppp.ppp_intrekken, name="ppp-intrekken"),
    path("ppp/bevestigen/", ppp.ppp_bevestigen, name="ppp-bevestigen"),
    path("ppp/pauzeren/", ppp.ppp_pauzeren, name="ppp-pauzeren"),
    path("ppp/hervatten/", ppp.ppp_hervatten, name="ppp-hervatten"),
    path("ppp/competenties/", ppp.ppp_competentie_vastleggen, name="ppp-competentie-vastleggen"),
    path(
        "ppp/competenties/<uuid:id>/verwijderen/", ppp.ppp_competentie_verwijderen,
        name="ppp-competentie-verwijderen",
    ),
    *urls_ppp.patronen,
    *urls_teams.patronen,
    *urls_competentie.patronen,
    *urls_ontwikkeling.patronen,
    *urls_teamplan.patronen,
]
