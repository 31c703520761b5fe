"""What the work offers in the API."""

from opgaven.api import afhankelijkheid, beraad, jaarplan, viewsets

routes: list[tuple[str, type, str]] = [
    ("opgaven", viewsets.OpgaveViewSet, "opgave"),
    ("opdrachten", viewsets.OpdrachtViewSet, "opdracht"),
    ("deelopdrachten", viewsets.DeelopdrachtViewSet, "deelopdracht"),
    ("toetsen", viewsets.ToetsViewSet, "toets"),
    ("capaciteitsvragen", viewsets.CapaciteitsvraagViewSet, "capaciteitsvraag"),
    ("besluiten", viewsets.BesluitViewSet, "besluit"),
    ("besluitenlijsten", viewsets.BesluitenlijstViewSet, "besluitenlijst"),
    ("afhankelijkheden", afhankelijkheid.AfhankelijkheidViewSet, "afhankelijkheid"),
    ("jaarplantoedelingen", jaarplan.JaarplantoedelingViewSet, "jaarplantoedeling"),
    *beraad.routes,
]
