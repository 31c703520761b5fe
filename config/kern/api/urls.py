"""What the ground floor itself offers in the API."""

routes: list[tuple[str, type, str]] = []
