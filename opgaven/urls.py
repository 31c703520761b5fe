from django.urls import path

from opgaven.views import (
    aandacht,
    beraad,
    dbi,
    onderdelen,
    opdracht,
    opgave,
    portefeuille,
    programmeren,
    sturing,
)
from opgaven.views import afhankelijkheid as hangt

app_name = "opgaven"
urlpatterns = [
    path("opgaven/", opgave.opgaven, name="opgaven"),
    path("opgaven/<uuid:id>/", opgave.opgave, name="opgave"),
    path("opgaven/<uuid:id>/tak/", opgave.opgave_tak, name="opgave-tak"),
    path("opgaven/<uuid:id>/toedelen/", opgave.opgave_toedelen, name="opgave-toedelen"),
    path(
        "opgaven/<uuid:id>/opdracht-aanmaken/", opgave.opdracht_aanmaken, name="opdracht-aanmaken"
    ),
    path("opdrachten/", portefeuille.opdrachten, name="opdrachten"),
    path("opdrachten/export.csv", portefeuille.opdrachten_export, name="opdrachten-export"),
    path("opdrachten/export.xlsx", portefeuille.opdrachten_werkboek, name="opdrachten-werkboek"),
    path(
        "opdrachten/weergaven/bewaren/", portefeuille.weergave_bewaren, name="weergave-bewaren"
    ),
    path(
        "opdrachten/weergaven/<uuid:id>/verwijderen/", portefeuille.weergave_verwijderen,
        name="weergave-verwijderen",
    ),
    path("opdrachten/<uuid:id>/", opdracht.opdracht, name="opdracht"),
    path("opdrachten/<uuid:id>/wijzigen/", opdracht.opdracht_wijzigen, name="wijzigen"),
    *[
        path(
            f"opdrachten/<uuid:id>/{handeling}/", opdracht.opdracht_handeling,
            {"handeling": handeling}, name=handeling,
        )
        for handeling in opdracht.HANDELINGEN
    ],
    path(
        "opdrachten/<uuid:id>/deelopdracht-aanmaken/", opdracht.deelopdracht_aanmaken,
        name="deelopdracht-aanmaken",
    ),
    path(
        "opdrachten/<uuid:id>/toetsen/<slug:onderdeel>/", onderdelen.opdracht_toetsen,
        name="toetsen",
    ),
    path(
        "opdrachten/<uuid:id>/scope-voorstellen/", onderdelen.scope_voorstellen,
        name="scope-voorstellen",
    ),
    path(
        "opdrachten/<uuid:id>/scopes/<uuid:scope>/accorderen/", onderdelen.scope_accorderen,
        name="scope-accorderen",
    ),
    path(
        "opdrachten/<uuid:id>/capaciteitsvraag-vastleggen/",
        onderdelen.capaciteitsvraag_vastleggen, name="capaciteitsvraag-vastleggen",
    ),
    path(
        "capaciteitsvragen/<uuid:id>/wijzigen/", onderdelen.capaciteitsvraag_wijzigen,
        name="capaciteitsvraag-wijzigen",
    ),
    path(
        "capaciteitsvragen/<uuid:id>/verwijderen/", onderdelen.capaciteitsvraag_verwijderen,
        name="capaciteitsvraag-verwijderen",
    ),
    path(
        "opdrachten/<uuid:id>/mijlpaal-toevoegen/", onderdelen.mijlpaal_toevoegen,
        name="mijlpaal-toevoegen",
    ),
    path(
        "odomeinen/<slug:code>/dbi-uitzondering/", dbi.dbi_uitzondering, name="dbi-uitzondering"
    ),
    path("afhankelijkheden/", hangt.afhankelijkheden, name="afhankelijkheden"),
    path(
        "opdrachten/<uuid:id>/afhankelijkheid-vastleggen/", hangt.afhankelijkheid_vastleggen,
        name="afhankelijkheid-vastleggen",
    ),
    path(
        "afhankelijkheden/<uuid:id>/vervallen/", hangt.afhankelijkheid_vervallen,
        name="afhankelijkheid-vervallen",
    ),
    path("mijlpalen/<uuid:id>/halen/", onderdelen.mijlpaal_halen, name="mijlpaal-halen"),
    path(
        "opdrachten/<uuid:id>/risico-toevoegen/", onderdelen.risico_toevoegen,
        name="risico-toevoegen",
    ),
    path("risicos/<uuid:id>/vervallen/", onderdelen.risico_vervallen, name="risico-vervallen"),
    path("opdrachten/<uuid:id>/agenderen/", programmeren.opdracht_agenderen, name="agenderen"),
    path("programmeren/", programmeren.programmering, name="programmering"),
    path("programmeren/<slug:code>/", programmeren.gremium, name="gremium"),
    path(
        "programmeren/<slug:code>/vergadering-plannen/", programmeren.vergadering_plannen,
        name="vergadering-plannen",
    ),
    path(
        "vergaderingen/<uuid:id>/besluitenlijst-openen/", programmeren.besluitenlijst_openen,
        name="besluitenlijst-openen",
    ),
    path("besluitenlijsten/<uuid:id>/", programmeren.besluitenlijst, name="besluitenlijst"),
    path(
        "besluitenlijsten/<uuid:id>/vaststellen/", programmeren.besluitenlijst_vaststellen,
        name="besluitenlijst-vaststellen",
    ),
    path(
        "besluitenlijsten/<uuid:id>/besluit-agenderen/", programmeren.besluit_agenderen,
        name="besluit-agenderen",
    ),
    path(
        "programmeringen/<uuid:id>/motiveren/", programmeren.programmering_motiveren,
        name="programmering-motiveren",
    ),
    path(
        "herprogrammeringen/<uuid:id>/intrekken/", programmeren.herprogrammering_intrekken,
        name="herprogrammering-intrekken",
    ),
    path(
        "programmeringen/<uuid:id>/intrekken/", programmeren.agendering_intrekken,
        name="agendering-intrekken",
    ),
    path("besluiten/<uuid:id>/", programmeren.besluit, name="besluit"),
    path(
        "programmeren/<slug:code>/punt-inbrengen/", beraad.punt_inbrengen, name="punt-inbrengen"
    ),
    path(
        "opdrachten/<uuid:id>/inbrengen/", beraad.opdracht_inbrengen, name="opdracht-inbrengen"
    ),
    path("vergaderingen/<uuid:id>/", beraad.vergadering, name="vergadering"),
    path("vergaderingen/<uuid:id>/verslag/", beraad.verslag_opslaan, name="verslag-opslaan"),
    path(
        "vergaderingen/<uuid:id>/verslag/vaststellen/", beraad.verslag_vaststellen,
        name="verslag-vaststellen",
    ),
    path("beraadspunten/<uuid:id>/", beraad.punt, name="punt"),
    *[
        path(
            f"beraadspunten/<uuid:id>/{handeling}/", beraad.punt_handeling,
            {"handeling": handeling}, name=f"punt-{handeling}",
        )
        for handeling in beraad.HANDELINGEN
    ],
    path("beraadspunten/<uuid:id>/aanhouden/", beraad.punt_aanhouden, name="punt-aanhouden"),
    path(
        "beraadspunten/<uuid:id>/besluit-intrekken/", beraad.punt_besluit_intrekken,
        name="punt-besluit-intrekken",
    ),
    *[
        path(
            f"{meervoud}/<uuid:id>/advies-geven/", beraad.advies_geven, {"over": over},
            name=f"{over}-advies-geven",
        )
        for over, meervoud in (
            ("punt", "beraadspunten"), ("besluit", "besluiten"), ("opdracht", "opdrachten")
        )
    ],
    path("adviezen/<uuid:id>/", beraad.advies, name="advies"),
    path("adviezen/<uuid:id>/wegen/", beraad.advies_wegen, name="advies-wegen"),
    path("opdrachten/<uuid:id>/sturing/", sturing.sturing, name="sturing"),
    *[
        path(
            f"opdrachten/<uuid:id>/sturing/{handeling}/", sturing.sturing_handeling,
            {"handeling": handeling}, name=f"sturing-{handeling}",
        )
        for handeling in sturing.HANDELINGEN
    ],
    path("planning-en-control/", sturing.penc_cyclus, name="penc"),
    path(
        "planning-en-control/vastleggen/", sturing.penc_moment_vastleggen, name="penc-vastleggen"
    ),
    path("planning-en-control/<uuid:id>/", sturing.penc_moment, name="penc-moment"),
    path(
        "planning-en-control/<uuid:id>/bevriezen/", sturing.momentopname_bevriezen,
        name="penc-bevriezen",
    ),
    path("knelpunten/", aandacht.knelpunten, name="knelpunten"),
    path("knelpunten/melden/", aandacht.knelpunt_melden, name="knelpunt-melden"),
    path("knelpunten/<uuid:id>/", aandacht.knelpunt, name="knelpunt"),
    path("knelpunten/<uuid:id>/aanpak/", aandacht.knelpunt_aanpak, name="knelpunt-aanpak"),
    path("knelpunten/<uuid:id>/oplossen/", aandacht.knelpunt_oplossen, name="knelpunt-oplossen"),
    path("escalaties/", aandacht.escalaties, name="escalaties"),
    path("escalaties/<uuid:id>/", aandacht.escalatie, name="escalatie"),
    path(
        "escalaties/<uuid:id>/opschalen/", aandacht.escalatie_opschalen,
        name="escalatie-opschalen",
    ),
    path("escalaties/<uuid:id>/sluiten/", aandacht.escalatie_sluiten, name="escalatie-sluiten"),
    path("ideeen/", aandacht.ideeen, name="ideeen"),
    path("ideeen/indienen/", aandacht.idee_indienen, name="idee-indienen"),
    path("ideeen/<uuid:id>/", aandacht.idee, name="idee"),
    path("ideeen/<uuid:id>/beantwoorden/", aandacht.idee_beantwoorden, name="idee-beantwoorden"),
    path("ideeen/<uuid:id>/intrekken/", aandacht.idee_intrekken, name="idee-intrekken"),
]
