"""The addresses of proof and oversight."""

from django.urls import path

from register.views import besluit, bewijs, stand, toezicht, webhook

TOEZICHT = [
    path("register/besluiten/", besluit.lijst, name="besluiten"),
    path("register/besluiten/opstellen/", besluit.opstellen, name="besluit-opstellen"),
    path("register/besluiten/<uuid:id>/", besluit.tonen, name="besluit"),
    path("register/besluiten/<uuid:id>/vaststellen/", besluit.vaststellen,
         name="besluit-vaststellen"),
    path("register/besluiten/<uuid:id>/document/", besluit.document, name="besluit-document"),
    path("register/besluiten/<uuid:id>/document/toevoegen/", besluit.document_toevoegen,
         name="besluit-document-toevoegen"),
    path("register/besluiten/<uuid:id>/advies-toevoegen/", besluit.advies_toevoegen,
         name="advies-toevoegen"),
    path("register/bewijs/", bewijs.tonen, name="bewijs"),
    path("register/bewijs/nakijken/", bewijs.nakijken, name="bewijs-nakijken"),
    path("register/bewijs/keten.json", bewijs.keten_bestand, name="bewijs-keten"),
    path("register/bewijs/ankers.json", bewijs.ankers_bestand, name="bewijs-ankers"),
    path("register/bewijs/nakijken.py.txt", bewijs.nakijken_bestand, name="bewijs-nakijken-los"),
    path("register/rechtmatigheid/", toezicht.rechtmatigheid_, name="rechtmatigheid"),
    path("register/rechtmatigheid.csv", toezicht.rechtmatigheid_export,
         name="rechtmatigheid-export"),
    path("register/rechtmatigheid/bijwerken/", toezicht.bijwerken, name="bevindingen-bijwerken"),
    path("register/bevindingen/<uuid:id>/toelichten/", toezicht.toelichten,
         name="bevinding-toelichten"),
    path("register/bevindingen/<uuid:id>/toewijzen/", toezicht.toewijzen,
         name="bevinding-toewijzen"),
    path("register/verschil/", stand.verschil, name="register-verschil"),
    path("register/uitvoer.<slug:soort>", stand.exporteren, name="register-exporteren"),
    path("openbaar/register/", stand.openbaar, name="openbaar-register"),
    path("beheer/webhooks/", webhook.lijst, name="webhooks"),
    path("beheer/webhooks/toevoegen/", webhook.toevoegen, name="webhook-toevoegen"),
    path("beheer/webhooks/<uuid:id>/", webhook.tonen, name="webhook"),
    path("beheer/webhooks/<uuid:id>/schakelen/", webhook.schakelen, name="webhook-schakelen"),
    path("beheer/webhooks/<uuid:id>/geheim/", webhook.geheim, name="webhook-geheim"),
    path("beheer/bezorgingen/<uuid:id>/herhalen/", webhook.herhalen, name="bezorging-herhalen"),
    path("register/bevestigingen/", toezicht.bevestigingen_lijst, name="bevestigingen"),
    path("register/bevestigingen/bevestigen/", toezicht.bevestigen, name="register-bevestigen"),
    path("register/bevestigingen/<uuid:id>/", toezicht.bevestiging, name="bevestiging"),
]
