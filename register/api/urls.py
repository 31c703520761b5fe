"""What the register offers in the API."""

from register.api import viewsets

routes: list[tuple[str, type, str]] = [
    ("roltoewijzingen", viewsets.RoltoewijzingViewSet, "roltoewijzing"),
    ("inzetten", viewsets.InzettenViewSet, "inzet"),
    ("bevoegdheden", viewsets.BevoegdheidViewSet, "bevoegdheid"),
    ("registermutaties", viewsets.RegistermutatieViewSet, "registermutatie"),
]
