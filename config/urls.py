"""The addresses of the whole house; each app lists its own, named here by string."""

from importlib import import_module

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from rest_framework.routers import SimpleRouter

from config.kern.api.openbaar import OpenapiView
from config.kern.views.demo import InlogView

# The admin asks for the same login as everything else, with its second factor.
admin.site.login = secure_admin_login(admin.site.login)

HUIS = ["config.kern", *settings.HUIS]
router = SimpleRouter(trailing_slash=False, use_regex_path=False)
for _app in HUIS:
    for _route in import_module(f"{_app}.api.urls").routes:
        router.register(*_route)

urlpatterns = [
    *[path("", include(f"{app}.urls")) for app in HUIS],
    path("account/login/", InlogView.as_view(), name="account_login"),
    path("account/", include("allauth.urls")),
    path("", include("allauth.idp.urls")),
    path("api/v1/openapi.json", OpenapiView.as_view(), name="openapi"),
    path("api/v1/", include(router.urls)),
    path("admin/", admin.site.urls),
]
if settings.INZET_METRICS:
    urlpatterns.append(path("", include("django_prometheus.urls")))

handler400 = "config.kern.views.fouten.ongeldig"
handler403 = "config.kern.views.fouten.verboden"
handler404 = "config.kern.views.fouten.niet_gevonden"
