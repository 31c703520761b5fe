from django.urls import path

from register import urls_werk
from register.urls_capaciteit import urlpatterns as capaciteit
from register.urls_mandaat import MANDAAT
from register.urls_toezicht import TOEZICHT
from register.views import fragmenten, gremium, organogram, register, roltoewijzing

app_name = "register"
urlpatterns = [
    *TOEZICHT,
    *MANDAAT,
    path("organogram/", organogram.organogram, name="organogram"),
    path("register/", register.register, name="register"),
    path("register/opdrachten/<uuid:id>/", register.opdracht, name="opdracht"),
    path("register/medewerkers/<uuid:id>/", register.medewerker, name="medewerker"),
    path("register/roltoewijzingen/toewijzen/", roltoewijzing.toewijzen, name="rol-toewijzen"),
    path("register/roltoewijzingen/<uuid:id>/", register.roltoewijzing, name="roltoewijzing"),
    path(
        "register/roltoewijzingen/<uuid:id>/beeindigen/", roltoewijzing.beeindigen,
        name="rol-beeindigen",
    ),
    path(
        "register/roltoewijzingen/<uuid:id>/corrigeren/", roltoewijzing.corrigeren,
        name="rol-corrigeren",
    ),
    path("register/delen/driehoek/<uuid:id>/", fragmenten.driehoek, name="driehoek"),
    path(
        "register/delen/uittreksel-opdracht/<uuid:id>/", fragmenten.uittreksel_opdracht,
        name="uittreksel-opdracht",
    ),
    path("register/delen/inzet-pteam/<uuid:id>/", fragmenten.inzet_pteam, name="inzet-pteam"),
    path(
        "register/delen/opgaven-medewerker/<uuid:id>/", fragmenten.opgaven_medewerker,
        name="opgaven-medewerker",
    ),
    path(
        "register/delen/rollen-medewerker/<uuid:id>/", fragmenten.rollen_medewerker,
        name="rollen-medewerker",
    ),
    path(
        "register/delen/houder-domein/<uuid:id>/", fragmenten.houder_domein,
        name="houder-domein",
    ),
    path(
        "register/delen/gremium-leden/<slug:code>/", gremium.gremium_leden, name="gremium-leden"
    ),
    path(
        "vergaderingen/<uuid:id>/aanwezigheid-vastleggen/", gremium.aanwezigheid_vastleggen,
        name="aanwezigheid-vastleggen",
    ),
    *urls_werk.urlpatterns,
    *capaciteit,
]
