"""Addresses of pages about the work that need the register: year plan (R056), what-if."""

from django.urls import path

from register.views import jaarplan, samenhang, scenario

urlpatterns = [
    path("jaarplan/", jaarplan.jaarplan, name="jaarplan"),
    path("jaarplan/<uuid:id>/", jaarplan.toedeling, name="jaarplan-toedeling"),
    path("jaarplan/<uuid:id>/vaststellen/", jaarplan.vaststellen, name="jaarplan-vaststellen"),
    path("jaarplan/<uuid:id>/afwijzen/", jaarplan.afwijzen, name="jaarplan-afwijzen"),
    path("jaarplan/<uuid:id>/beeindigen/", jaarplan.beeindigen, name="jaarplan-beeindigen"),
    path(
        "jaarplan/<uuid:id>/behoefte-melden/", jaarplan.behoefte_melden,
        name="jaarplan-behoefte-melden",
    ),
    path(
        "jaarplan/<uuid:id>/inzet-vastleggen/", jaarplan.inzet_vastleggen,
        name="jaarplan-inzet-vastleggen",
    ),
    path("opdrachten/<uuid:id>/jaarplan-toedelen/", jaarplan.toedelen, name="jaarplan-toedelen"),
    path(
        "register/delen/jaarplan-opdracht/<uuid:id>/", jaarplan.jaarplan_opdracht,
        name="jaarplan-opdracht",
    ),
    path("scenarios/", scenario.scenarios, name="scenarios"),
    path("scenarios/maken/", scenario.scenario_maken, name="scenario-maken"),
    path("scenarios/vergelijken/", scenario.scenarios_vergelijken, name="scenarios-vergelijken"),
    path("scenarios/<uuid:id>/", scenario.scenario, name="scenario"),
    path(
        "scenarios/<uuid:id>/verwijderen/", scenario.scenario_verwijderen,
        name="scenario-verwijderen",
    ),
    path("scenarios/<uuid:id>/agenderen/", scenario.scenario_agenderen, name="scenario-agenderen"),
    path(
        "scenarios/<uuid:id>/opdrachten/<uuid:opdracht>/zetten/", scenario.keuze_zetten,
        name="scenariokeuze-zetten",
    ),
    path(
        "scenarios/<uuid:id>/opdrachten/<uuid:opdracht>/vervallen/", scenario.keuze_vervallen,
        name="scenariokeuze-vervallen",
    ),
    path("samenhang/", samenhang.samenhang, name="samenhang"),
    path("samenhang/<slug:code>/", samenhang.samenhang_odomein, name="samenhang-odomein"),
]
