"""What the P-domein offers in the API."""

from pdomein.api import teams, uren, viewsets

routes: list[tuple[str, type, str]] = [
    ("medewerkers", viewsets.MedewerkerViewSet, "medewerker"),
    ("medewerkersleveringen", viewsets.MedewerkersleveringViewSet, "medewerkerslevering"),
    (
        "personeelsgegevens/<str:personeelsnummer>/aanstellingen", uren.AanstellingViewSet,
        "aanstelling",
    ),
    (
        "personeelsgegevens/<str:personeelsnummer>/beschikbaarheden",
        uren.BeschikbaarheidViewSet, "beschikbaarheid",
    ),
    ("personeelsgegevens", viewsets.PersoneelsgegevensViewSet, "personeelsgegevens"),
    ("pteams", viewsets.PTeamViewSet, "pteam"),
    ("competenties", viewsets.CompetentieViewSet, "competentie"),
    ("ppps", viewsets.PPPViewSet, "ppp"),
    ("pteamlijsten", teams.PTeamLijstViewSet, "pteamlijst"),
    ("teamwijzigingen", teams.TeamwijzigingViewSet, "teamwijziging"),
    ("vakcirkels", teams.VakcirkelViewSet, "vakcirkel"),
    ("vakgenootschappen", teams.VakgenootschapViewSet, "vakgenootschap"),
]
