"""Addresses of pages about the work that need the register: the year plan (R056)."""

from django.urls import path

from register.views import jaarplan

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
]
