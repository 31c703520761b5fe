"""Pages of capacity, signals and planning."""

from django.urls import path

from register.views import capaciteit, signalen

urlpatterns = [
    path("capaciteit/", capaciteit.capaciteit, name="capaciteit"),
    path("capaciteit.csv", capaciteit.capaciteit_export, name="capaciteit-export"),
    path(
        "capaciteit/professies/<uuid:id>/", capaciteit.capaciteit_professie,
        name="capaciteit-professie",
    ),
    path("capaciteit/pteams/<uuid:id>/", capaciteit.capaciteit_pteam, name="capaciteit-pteam"),
    path("signalen/mijn/", signalen.signalen_mijn, name="signalen-mijn"),
    path("signalen/mensen/", signalen.persoonssignalen, name="persoonssignalen"),
    path(
        "werkdrukmeldingen/<uuid:id>/intrekken/", signalen.werkdruk_intrekken,
        name="werkdruk-intrekken",
    ),
    path(
        "werkdrukmeldingen/<uuid:id>/bespreken/", signalen.werkdruk_bespreken,
        name="werkdruk-bespreken",
    ),
]
