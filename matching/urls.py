"""The addresses of matching, to be read aloud; those of the table stand in a list of their own."""

from django.urls import path

from matching import urls_matchtafel
from matching.views import (
    agenda,
    aogroute,
    cijfers,
    dilemma,
    eerlijkheid,
    match,
    matchvraag,
    opdrachtenmarkt,
    procedure,
    start,
    talent,
    uitleg,
    vacature,
    vrij,
    vwnw,
    werving,
    zoekopdracht,
)

app_name = "matching"
urlpatterns = [
    path("start/", start.start, name="start"),
    path("zo-werkt-matchen/", uitleg.uitleg, name="uitleg"),
    path("opdrachtenmarkt/", opdrachtenmarkt.lijst, name="opdrachtenmarkt"),
    path("opdrachtenmarkt/reacties/", opdrachtenmarkt.reacties, name="reacties"),
    path(
        "opdrachtenmarkt/reacties/<uuid:id>/wijzigen/", opdrachtenmarkt.reactie_wijzigen,
        name="reactie-wijzigen",
    ),
    path(
        "opdrachtenmarkt/reacties/<uuid:id>/intrekken/", opdrachtenmarkt.reactie_intrekken,
        name="reactie-intrekken",
    ),
    path(
        "opdrachtenmarkt/reacties/<uuid:id>/bevestigen/", opdrachtenmarkt.reactie_bevestigen,
        name="reactie-bevestigen",
    ),
    path("opdrachtenmarkt/zoekopdrachten/", zoekopdracht.lijst, name="zoekopdrachten"),
    path(
        "opdrachtenmarkt/zoekopdrachten/bewaren/", zoekopdracht.bewaren,
        name="zoekopdracht-bewaren",
    ),
    path(
        "opdrachtenmarkt/zoekopdrachten/<uuid:id>/verwijderen/", zoekopdracht.verwijderen,
        name="zoekopdracht-verwijderen",
    ),
    path(
        "opdrachtenmarkt/zoekopdrachten/<uuid:id>/attendering/", zoekopdracht.attendering,
        name="zoekopdracht-attendering",
    ),
    path("opdrachtenmarkt/<uuid:id>/kiezen/", zoekopdracht.kiezen, name="markt-kiezen"),
    path("opdrachtenmarkt/<uuid:id>/", opdrachtenmarkt.tonen, name="markt-opdracht"),
    path(
        "opdrachtenmarkt/<uuid:id>/reactie-indienen/", opdrachtenmarkt.reactie_indienen,
        name="reactie-indienen",
    ),
    path("vrij/", vrij.vrij, name="vrij"),
    path("agenda/", agenda.tonen, name="agenda"),
    path("agenda/aanzetten/", agenda.aanzetten, name="agenda-aanzetten"),
    path("agenda/uitzetten/", agenda.uitzetten, name="agenda-uitzetten"),
    path("openbaar/agenda/<str:sleutel>.ics", agenda.feed, name="agendafeed"),
    path("procedures/cijfers/", cijfers.tonen, name="cijfers"),
    path("procedures/cijfers.csv", cijfers.export, name="cijfers-export"),
    path("procedures/cijfers/eerlijkheid/", eerlijkheid.tonen, name="eerlijkheid"),
    path("procedures/cijfers/eerlijkheid.csv", eerlijkheid.export, name="eerlijkheid-export"),
    path("procedures/", procedure.bord, name="bord"),
    path("procedures/instemmingen/", match.instemmingen, name="instemmingen"),
    path("procedures/instemmingen/<uuid:id>/", match.instemming_geven, name="instemming-geven"),
    path("procedures/matches/<uuid:id>/intrekken/", match.match_intrekken, name="match-intrekken"),
    path(
        "procedures/delingen/<uuid:id>/", procedure.deling_beantwoorden,
        name="deling-beantwoorden",
    ),
    path(
        "procedures/opdracht/<uuid:id>/", procedure.procedures_opdracht,
        name="procedures-opdracht",
    ),
    path("procedures/<uuid:id>/", procedure.tonen, name="procedure"),
    path("procedures/<uuid:id>/tro/", procedure.tro_bijwerken, name="tro-bijwerken"),
    path("procedures/<uuid:id>/delen/", procedure.tro_delen, name="tro-delen"),
    path("procedures/<uuid:id>/publiceren/", procedure.tro_publiceren, name="tro-publiceren"),
    path(
        "procedures/<uuid:id>/publicatie-intrekken/", procedure.publicatie_intrekken,
        name="publicatie-intrekken",
    ),
    path("procedures/<uuid:id>/reacties/", match.reacties_inzien, name="reacties-inzien"),
    path(
        "procedures/<uuid:id>/match-voorstellen/", match.match_voorstellen,
        name="match-voorstellen",
    ),
    path(
        "procedures/<uuid:id>/fase-afsluiten/<slug:naar>/", procedure.fase_afsluiten,
        name="fase-afsluiten",
    ),
    path(
        "procedures/<uuid:id>/intrekken/", procedure.procedure_intrekken,
        name="procedure-intrekken",
    ),
    path("procedures/<uuid:id>/dilemma/", dilemma.dilemma_melden, name="dilemma-melden"),
    path(
        "procedures/<uuid:id>/pauzeren/", procedure.procedure_pauzeren, name="procedure-pauzeren"
    ),
    path(
        "procedures/<uuid:id>/hervatten/", procedure.procedure_hervatten,
        name="procedure-hervatten",
    ),
    path("procedures/<uuid:id>/aog-kiezen/", aogroute.aog_kiezen, name="aog-kiezen"),
    path("procedures/<uuid:id>/aon-accorderen/", aogroute.aon_accorderen, name="aon-accorderen"),
    path("procedures/<uuid:id>/aanwijzen/", aogroute.aanwijzen, name="aanwijzen"),
    path(
        "procedures/<uuid:id>/aanwijzing-weigeren/", aogroute.aanwijzing_weigeren,
        name="aanwijzing-weigeren",
    ),
    path("procedures/<uuid:id>/werving-openen/", werving.werving_openen, name="werving-openen"),
    path("werving/", werving.lijst, name="wervingen"),
    path("werving/van-werk-naar-werk/", vwnw.lijst, name="vwnw"),
    path(
        "werving/van-werk-naar-werk/<uuid:id>/beeindigen/", vwnw.beeindigen,
        name="vwnw-beeindigen",
    ),
    path("werving/talenten/", talent.lijst, name="talenten"),
    path("werving/talenten/toevoegen/", talent.toevoegen, name="talent-toevoegen"),
    path("werving/talenten/<uuid:id>/", talent.tonen, name="talent"),
    path("werving/talenten/<uuid:id>/delen/", talent.delen, name="talent-delen"),
    path("werving/talenten/<uuid:id>/verwijderen/", talent.verwijderen, name="talent-verwijderen"),
    path(
        "werving/<uuid:id>/kennisoverdracht/", werving.kennisoverdracht, name="kennisoverdracht"
    ),
    path("werving/<uuid:id>/vacature/", vacature.publiceren, name="vacature-publiceren"),
    path("werving/<uuid:id>/vacature/offline/", vacature.offline, name="vacature-offline"),
    path("openbaar/vacatures/", vacature.lijst, name="vacatures"),
    path("openbaar/vacatures/atom.xml", vacature.Vacaturefeed(), name="vacaturefeed"),
    path("openbaar/vacatures/<uuid:id>/", vacature.tonen, name="vacature"),
    path("werving/<uuid:id>/", werving.tonen, name="werving"),
    path(
        "werving/<uuid:id>/in-selectie/", werving.werving_in_selectie, name="werving-in-selectie"
    ),
    path("werving/<uuid:id>/intrekken/", werving.werving_intrekken, name="werving-intrekken"),
    path(
        "matchvragen/openen/<uuid:id>/", matchvraag.matchvraag_openen, name="matchvraag-openen"
    ),
    path("matchvragen/vrijval/<uuid:id>/", matchvraag.vrijval_beoordelen, name="vrijval"),
    *urls_matchtafel.urlpatterns,
]
