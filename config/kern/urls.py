from django.urls import path

from config.kern.views import (
    afwijking,
    beheer,
    demo,
    gezondheid,
    live,
    meldingen,
    naslag,
    over,
    start,
    stijl,
)

app_name = "kern"
urlpatterns = [
    path("", start.start, name="start"),
    path("meldingen/", meldingen.lijst, name="meldingen"),
    path("meldingen/mail/", meldingen.bezorging, name="meldingen-mail"),
    path("meldingen/gelezen/", meldingen.alles_gelezen, name="meldingen-gelezen"),
    path("meldingen/<uuid:id>/gelezen/", meldingen.gelezen, name="melding-gelezen"),
    path("wat-kan-beter/", over.terugkoppeling, name="terugkoppeling"),
    path("beheer/wat-kan-beter/", over.terugkoppelingen, name="terugkoppelingen"),
    path(
        "beheer/wat-kan-beter/<uuid:id>/", over.beantwoorden, name="terugkoppeling-beantwoorden"
    ),
    path("openbaar/toegankelijkheid/", over.toegankelijkheid, name="toegankelijkheid"),
    path("persoonsgegevens/", over.verwerkingen, name="verwerkingen"),
    path("persoonsgegevens/inzagen/", over.inzagen, name="inzagen"),
    path("woorden/", over.woorden, name="woorden"),
    path("beheer/", beheer.overzicht, name="beheer"),
    path("beheer/mail-opnieuw/", beheer.mail_opnieuw, name="mail-opnieuw"),
    path("beheer/instellingen/", beheer.instellingen, name="instellingen"),
    path("beheer/instellingen/<slug:sleutel>/", beheer.instelling, name="instelling"),
    path("beheer/kalender/", beheer.kalender, name="kalender"),
    path("beheer/kalender/<int:jaar>/", beheer.kalender, name="kalender-jaar"),
    path(
        "beheer/kalender/dag/<int:pk>/verwijderen/", beheer.niet_werkdag_verwijderen,
        name="niet-werkdag-verwijderen",
    ),
    path("beheer/klok/", demo.klok_vooruit, name="klok-vooruitzetten"),
    path("kijk-mee/<slug:code>/", demo.kijk_mee, name="kijk-mee"),
    path("live/<slug:onderwerp>", live.live, name="live"),
    path("api/documentatie", naslag.naslag, name="api-naslag"),
    path("gezond", gezondheid.gezond, name="gezond"),
    path("klaar", gezondheid.klaar, name="klaar"),
    path(".well-known/security.txt", gezondheid.security_txt, name="security-txt"),
    path("favicon.ico", gezondheid.favicon, name="favicon"),
    path("stijl/", stijl.stijl, name="stijl"),
    path("stijl/scherm/", stijl.stijl_scherm, name="stijl-scherm"),
    path("afwijkingen/", afwijking.afwijkingen, name="afwijkingen"),
    path("afwijkingen/uitleggen/", afwijking.afwijking_vastleggen, name="afwijking-vastleggen"),
    path("afwijkingen/<uuid:id>/", afwijking.afwijking, name="afwijking"),
    path("afwijkingen/<uuid:id>/herzien/", afwijking.afwijking_herzien, name="afwijking-herzien"),
]
