"""What the register offers in the API."""

from register.api import besluit, cijfers, gebeurtenis, mandaatsets, viewsets

routes: list[tuple[str, type, str]] = [
    ("roltoewijzingen", viewsets.RoltoewijzingViewSet, "roltoewijzing"),
    ("inzetten", mandaatsets.InzettenViewSet, "inzet"),
    ("bevoegdheden", viewsets.BevoegdheidViewSet, "bevoegdheid"),
    ("bevoegdheidscontroles", mandaatsets.BevoegdheidscontroleViewSet, "bevoegdheidscontrole"),
    ("mandaatregels", mandaatsets.MandaatregelViewSet, "mandaatregel"),
    ("ondermandaten", mandaatsets.OndermandaatViewSet, "ondermandaat"),
    ("uittreksels", mandaatsets.UittrekselViewSet, "uittreksel"),
    ("besluiten/<uuid:besluit>/adviezen", besluit.AdviezenViewSet, "besluit-advies"),
    ("besluiten/<uuid:besluit>/vaststelling", besluit.VaststellingViewSet,
     "besluit-vaststelling"),
    ("registergebeurtenissen", gebeurtenis.RegistergebeurtenisViewSet, "registergebeurtenis"),
    ("registermutaties", viewsets.RegistermutatieViewSet, "registermutatie"),
    ("capaciteit", cijfers.CapaciteitViewSet, "capaciteit"),
    ("personeelsplanning", cijfers.PersoneelsplanningViewSet, "personeelsplanning"),
    ("personeelsmonitor", cijfers.PersoneelsmonitorViewSet, "personeelsmonitor"),
]
