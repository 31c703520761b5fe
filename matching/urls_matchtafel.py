"""The addresses of the matchtafel; included by ``matching/urls.py``."""

from django.urls import path

from matching.views import (
    agendapunt,
    matchtafel,
    presentatie,
    suggestie,
    tafelnotitie,
    toewijzing,
)

_PUNT = "matchtafel/punten/<uuid:id>/"
_KANDIDAAT = "matchtafel/kandidaten/<uuid:id>/"

urlpatterns = [
    path("matchtafel/", matchtafel.lijst, name="matchtafels"),
    path("matchtafel/plannen/", matchtafel.plannen, name="sessie-plannen"),
    path("matchtafel/besluiten/", matchtafel.besluiten, name="matchtafel-besluiten"),
    path("matchtafel/verslagen/", matchtafel.verslagen, name="matchtafel-verslagen"),
    path("matchtafel/<uuid:id>/", matchtafel.sessie, name="sessie"),
    path("matchtafel/<uuid:id>/agenda/", matchtafel.agenderen, name="sessie-agenda"),
    path(
        "matchtafel/<uuid:id>/agenda/<uuid:procedure>/", matchtafel.punt_agenderen,
        name="punt-agenderen",
    ),
    path("matchtafel/<uuid:id>/aansluiten/", matchtafel.aansluiten, name="sessie-aansluiten"),
    path(
        "matchtafel/<uuid:id>/aanwezigheid/<uuid:medewerker>/", matchtafel.aanwezigheid,
        name="sessie-aanwezigheid",
    ),
    path("matchtafel/<uuid:id>/voorstel/", toewijzing.voorstel, name="toewijzing"),
    path(
        "matchtafel/<uuid:id>/presentatie/", presentatie.starten, name="presentatie-starten"
    ),
    path(
        "matchtafel/<uuid:id>/presentatie/stoppen/", presentatie.stoppen,
        name="presentatie-stoppen",
    ),
    path("openbaar/matchtafel/scherm/", presentatie.scherm, name="presentatie"),
    path("openbaar/matchtafel/stand/", presentatie.stand, name="presentatie-stand"),
    path("openbaar/matchtafel/sleutel/<str:sleutel>/", presentatie.openen,
         name="presentatie-openen"),
    path("matchtafel/<uuid:id>/openen/", matchtafel.openen, name="sessie-openen"),
    path("matchtafel/<uuid:id>/scherm/", matchtafel.scherm, name="sessie-scherm"),
    path("matchtafel/<uuid:id>/scherm/stand/", matchtafel.stand, name="sessie-stand"),
    path("matchtafel/<uuid:id>/sluiten/", matchtafel.sluiten_, name="sessie-sluiten"),
    path("matchtafel/<uuid:id>/verslag/", matchtafel.verslag, name="sessie-verslag"),
    path("matchtafel/<uuid:id>/besluiten/", matchtafel.besluiten, name="sessie-besluiten"),
    path("matchtafel/<uuid:id>/berichten/", tafelnotitie.berichten, name="sessie-berichten"),
    path(
        "matchtafel/<uuid:id>/berichten/versturen/", tafelnotitie.berichten_versturen,
        name="sessie-berichten-versturen",
    ),
    path(
        "matchtafel/<uuid:id>/training/<uuid:medewerker>/", tafelnotitie.training_vastleggen,
        name="sessie-training",
    ),
    path(
        "matchtafel/<uuid:id>/agenda/alles/", matchtafel.punten_agenderen, name="punten-agenderen"
    ),
    path(
        "matchtafel/berichten/<uuid:id>/wijzigen/", tafelnotitie.bericht_wijzigen,
        name="tafelbericht-wijzigen",
    ),
    path(
        "matchtafel/notities/<uuid:id>/wissen/", tafelnotitie.notitie_wissen,
        name="notitie-wissen",
    ),
    path(_PUNT, agendapunt.punt, name="punt"),
    path(f"{_PUNT}tonen/", agendapunt.tonen, name="punt-tonen"),
    path(f"{_PUNT}verplaatsen/", agendapunt.verplaatsen, name="punt-verplaatsen"),
    path(f"{_PUNT}afvoeren/", agendapunt.afvoeren, name="punt-afvoeren"),
    path(f"{_PUNT}verlaten/", agendapunt.verlaten, name="tafel-verlaten"),
    path(f"{_PUNT}terugkeren/", agendapunt.terugkeren, name="tafel-terugkeren"),
    path(
        f"{_PUNT}uitkomst-vastleggen/", agendapunt.uitkomst_vastleggen, name="uitkomst-vastleggen"
    ),
    path(
        f"{_PUNT}uitkomst-vastleggen/<slug:uitkomst>/", agendapunt.uitkomst_kiezen,
        name="uitkomst-kiezen",
    ),
    path(
        f"{_PUNT}uitkomst-herstellen/", agendapunt.uitkomst_herstellen, name="uitkomst-herstellen"
    ),
    path(f"{_PUNT}kandidaat-plaatsen/", agendapunt.kandidaat_plaatsen, name="kandidaat-plaatsen"),
    path(f"{_PUNT}suggesties/", suggestie.suggesties, name="suggesties"),
    path(f"{_PUNT}weging/", suggestie.weging, name="weging"),
    path(f"{_PUNT}vergelijken/", agendapunt.vergelijken, name="kandidaten-vergelijken"),
    path(
        f"{_PUNT}van-tafel/", tafelnotitie.kandidaten_afvoeren, name="kandidaten-afvoeren"
    ),
    path(f"{_KANDIDAAT}notitie/", tafelnotitie.notitie_schrijven, name="notitie-schrijven"),
    path(
        f"{_KANDIDAAT}toelichten/", tafelnotitie.kandidaat_toelichten, name="kandidaat-toelichten"
    ),
    path(f"{_KANDIDAAT}kiezen/", agendapunt.kandidaat_kiezen, name="kandidaat-kiezen"),
    path(
        f"{_KANDIDAAT}verplaatsen/", agendapunt.kandidaat_verplaatsen, name="kandidaat-verplaatsen"
    ),
    path(f"{_KANDIDAAT}afvoeren/", agendapunt.kandidaat_afvoeren, name="kandidaat-afvoeren"),
    path(f"{_KANDIDAAT}instemmen/", agendapunt.instemmen, name="kandidaat-instemmen"),
]
