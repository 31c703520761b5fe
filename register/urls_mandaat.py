"""The addresses of the one question, mandates, deputies, inzet and corrections."""

from django.urls import path

from register.views import bevoegdheid, catalogus, correctie, inzet, mandaat, waarneming

ROL = "register/roltoewijzingen/<uuid:id>"
INZET = "register/inzetten/<uuid:id>"
UITTREKSEL = "register/uittreksels"
MANDAAT = [
    path("register/bevoegdheid/", bevoegdheid.bevoegdheid, name="bevoegdheid"),
    path("register/bevoegdheid/bestand/", bevoegdheid.bestand, name="bevoegdheid-bestand"),
    path(f"{UITTREKSEL}/maken/", bevoegdheid.uittreksel_maken, name="uittreksel-maken"),
    path(f"{UITTREKSEL}/<uuid:id>/", bevoegdheid.uittreksel, name="uittreksel"),
    path(f"{UITTREKSEL}/<uuid:id>/qr.svg", bevoegdheid.uittreksel_qr, name="uittreksel-qr"),
    path("openbaar/uittreksels/", bevoegdheid.uittreksel_zoeken, name="uittreksel-zoeken"),
    path(
        "openbaar/uittreksels/<slug:code>/", bevoegdheid.uittreksel_controle,
        name="uittreksel-controle",
    ),
    path("register/mandaten/", mandaat.mandaten, name="mandaten"),
    path("register/ondermandaten/", mandaat.ondermandaten, name="ondermandaten"),
    path(
        "register/ondermandaten/<uuid:id>/intrekken/", mandaat.ondermandaat_intrekken,
        name="ondermandaat-intrekken",
    ),
    path(f"{ROL}/ondermandaat/", mandaat.ondermandaat_verlenen, name="ondermandaat-verlenen"),
    path(f"{ROL}/overdragen/", waarneming.overdragen, name="rol-overdragen"),
    path(f"{ROL}/waarnemen/", waarneming.waarnemen, name="waarneming-vastleggen"),
    path("register/inzetten/vastleggen/", inzet.vastleggen, name="inzet-vastleggen"),
    path(f"{INZET}/", inzet.tonen, name="inzet"),
    path(f"{INZET}/beeindigen/", inzet.beeindigen, name="inzet-beeindigen"),
    path(f"{INZET}/corrigeren/", inzet.corrigeren, name="inzet-corrigeren"),
    path("register/correcties/", correctie.lijst, name="correcties"),
    path(
        "register/correcties/<uuid:id>/bevestigen/", correctie.bevestigen,
        name="correctie-bevestigen",
    ),
    path("register/correcties/<uuid:id>/afwijzen/", correctie.afwijzen, name="correctie-afwijzen"),
    path("register/rollen/", catalogus.rollen, name="rollen"),
]
