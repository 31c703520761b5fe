"""The page that explains phases, criteria and how to object (R229)."""

import pytest


@pytest.mark.django_db
def test_uitleg_tells_the_waiting_time_and_how_to_object(ingelogd, gebruiker):
    pagina = ingelogd(gebruiker).get("/zo-werkt-matchen/").content.decode()
    assert "niet eerder op de matchtafel dan na 5 werkdagen" in pagina
    assert "Niet mee eens?" in pagina
