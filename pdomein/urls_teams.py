"""Addresses around the life of P-teams."""

from django.urls import path

from pdomein.views import beraad, domeinmodel, plek, teamwijziging, vakcirkel, vakgenootschap

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
    path(
        "pteams/<uuid:id>/kenmerken/", domeinmodel.pteam_kenmerken_vastleggen,
        name="pteam-kenmerken-vastleggen",
    ),
    path(
        "pteams/<uuid:id>/aansluiting-vastleggen/", plek.aansluiting_vastleggen,
        name="aansluiting-vastleggen",
    ),
    path(
        "aansluitingen/<uuid:id>/beeindigen/", plek.aansluiting_beeindigen,
        name="aansluiting-beeindigen",
    ),
    path(
        "pteams/<uuid:id>/pmanager-aanstellen/", plek.pmanager_aanstellen,
        name="pmanager-aanstellen",
    ),
    path("domeinen/", domeinmodel.domeinmodel, name="domeinmodel"),
    path("vakgenootschappen/", vakgenootschap.vakgenootschappen, name="vakgenootschappen"),
    path(
        "vakgenootschappen/oprichten/",
        vakgenootschap.vakgenootschap_oprichten,
        name="vakgenootschap-oprichten",
    ),
    path("vakgenootschappen/<uuid:id>/", vakgenootschap.vakgenootschap, name="vakgenootschap"),
    path(
        "vakgenootschappen/<uuid:id>/team-toevoegen/",
        vakgenootschap.vakgenootschap_team_toevoegen,
        name="vakgenootschap-team-toevoegen",
    ),
    path(
        "vakgenootschappen/<uuid:id>/deelnemer-vastleggen/",
        vakgenootschap.vakgenootschap_deelnemer_vastleggen,
        name="vakgenootschap-deelnemer-vastleggen",
    ),
    path(
        "vakgenootschappen/<uuid:id>/norm-vaststellen/",
        vakgenootschap.vaknorm_vaststellen,
        name="vaknorm-vaststellen",
    ),
    path(
        "vakgenootschappen/<uuid:id>/afgevaardigde-aanwijzen/",
        vakgenootschap.afgevaardigde_aanwijzen,
        name="afgevaardigde-aanwijzen",
    ),
    path(
        "afgevaardigden/<uuid:id>/beeindigen/",
        vakgenootschap.afgevaardigde_beeindigen,
        name="afgevaardigde-beeindigen",
    ),
    path(
        "vakgenootschapsdelen/<uuid:id>/beeindigen/",
        vakgenootschap.vakgenootschap_deelnemer_beeindigen,
        name="vakgenootschap-deelnemer-beeindigen",
    ),
    path("vakcirkels/", vakcirkel.vakcirkels, name="vakcirkels"),
    path("vakcirkels/starten/", vakcirkel.vakcirkel_starten, name="vakcirkel-starten"),
    path("vakcirkels/<uuid:id>/", vakcirkel.vakcirkel, name="vakcirkel"),
    path(
        "vakcirkels/<uuid:id>/plan/", vakcirkel.vakcirkel_plan_opslaan,
        name="vakcirkel-plan-opslaan",
    ),
    path(
        "vakcirkels/<uuid:id>/voordragen/", vakcirkel.vakcirkel_voordragen,
        name="vakcirkel-voordragen",
    ),
    path(
        "cirkeldeelnames/<uuid:id>/afstemmen/", vakcirkel.vakcirkel_deelname_afstemmen,
        name="vakcirkel-deelname-afstemmen",
    ),
    path("professievoorstellen/", vakcirkel.professievoorstellen, name="professievoorstellen"),
    path(
        "professievoorstellen/indienen/", vakcirkel.professie_voorstellen,
        name="professie-voorstellen",
    ),
    path("professievoorstellen/<uuid:id>/", vakcirkel.professievoorstel, name="professievoorstel"),
    path(
        "professievoorstellen/<uuid:id>/besluiten/", vakcirkel.professievoorstel_besluiten,
        name="professievoorstel-besluiten",
    ),
    path(
        "professievoorstellen/<uuid:id>/belangstelling/", vakcirkel.belangstelling_tonen,
        name="belangstelling-tonen",
    ),
    path(
        "professievoorstellen/<uuid:id>/vakcirkel/", vakcirkel.vakcirkel_uit_voorstel,
        name="vakcirkel-uit-voorstel",
    ),
    *(
        path(
            f"vakcirkels/<uuid:id>/{wat}/", vakcirkel.vakcirkel_handeling, {"wat": wat},
            name=f"vakcirkel-{wat}",
        )
        for wat in vakcirkel.HANDELINGEN
    ),
]
