"""What matching offers in the API."""

from matching.api import matchtafel, viewsets

routes: list[tuple[str, type, str]] = [
    ("matchvragen", viewsets.MatchvraagViewSet, "matchvraag"),
    ("procedures", viewsets.ProcedureViewSet, "procedure"),
    ("publicaties", viewsets.PublicatieViewSet, "publicatie"),
    ("reacties", viewsets.ReactieViewSet, "reactie"),
    ("matchvoorstellen", viewsets.MatchvoorstelViewSet, "matchvoorstel"),
    ("wervingen", viewsets.WervingViewSet, "werving"),
    *matchtafel.routes,
]
