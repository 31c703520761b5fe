"""Pages of capacity, signals and planning."""

from django.urls import path

from register.views import capaciteit, cijfers, signalen, spp

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
    path("capaciteit/vooruitkijken/", spp.spp, name="spp"),
    path("capaciteit/vooruitkijken.csv", spp.spp_export, name="spp-export"),
    path("capaciteit/vooruitkijken/<uuid:id>/", spp.spp_professie, name="spp-professie"),
    path(
        "capaciteit/vooruitkijken/<uuid:id>/aanname-vastleggen/", spp.spp_aanname_vastleggen,
        name="spp-aanname-vastleggen",
    ),
    path(
        "capaciteit/aannames/<uuid:id>/opmerking-plaatsen/", spp.spp_opmerking_plaatsen,
        name="spp-opmerking-plaatsen",
    ),
    path("capaciteit/loonkosten/", cijfers.loonkosten, name="loonkosten"),
    path("capaciteit/loonkosten.csv", cijfers.loonkosten_export, name="loonkosten-export"),
    path("capaciteit/doorstroom/", cijfers.doorstroom, name="doorstroom"),
    path("capaciteit/doorstroom.csv", cijfers.doorstroom_export, name="doorstroom-export"),
    path("capaciteit/personeelsmonitor/", cijfers.personeelsmonitor, name="personeelsmonitor"),
    path(
        "capaciteit/personeelsmonitor.csv", cijfers.personeelsmonitor_export,
        name="personeelsmonitor-export",
    ),
    path(
        "capaciteit/personeelsmonitor.xlsx", cijfers.personeelsmonitor_xlsx,
        name="personeelsmonitor-xlsx",
    ),
]
