"""What the register offers in the API."""

from register.api import besluit, gebeurtenis, viewsets

routes: list[tuple[str, type, str]] = [
    ("roltoewijzingen", viewsets.RoltoewijzingViewSet, "roltoewijzing"),
    ("inzetten", viewsets.InzettenViewSet, "inzet"),
    ("bevoegdheden", viewsets.BevoegdheidViewSet, "bevoegdheid"),
    ("besluiten/<uuid:besluit>/adviezen", besluit.AdviezenViewSet, "besluit-advies"),
    ("besluiten/<uuid:besluit>/vaststelling", besluit.VaststellingViewSet,
     "besluit-vaststelling"),
    ("registergebeurtenissen", gebeurtenis.RegistergebeurtenisViewSet, "registergebeurtenis"),
    ("registermutaties", viewsets.RegistermutatieViewSet, "registermutatie"),
]
