"""The matchtafel over REST: same commands, same sentences (R263, R270, R404)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.idp.oidc.models import Client as ApiClient
from allauth.idp.oidc.models import Token
from django.test import Client
from django.utils import timezone

from config.kern.models import DemoKlok
from matching import rules_matchtafel as rules
from matching.domain.matchtafel import sessie_openen
from matching.models import Agendapunt, Kandidaat, Suggestie
from tests.factories.kern import NU
from tests.factories.matchtafel import maak_procedure, maak_reactie, maak_tafel, open_tafel
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory

pytestmark = pytest.mark.django_db
BASIS = "/api/v1"


@pytest.fixture(autouse=True)
def klok_op_nu(db):
    DemoKlok.objects.create(
        verschuiving_seconden=int((NU - timezone.now()).total_seconds()) + 60
    )


@pytest.fixture
def tafel():
    return maak_tafel()


@pytest.fixture
def als(db):
    """``als(medewerker)`` calls with a token of this person that reads and writes."""

    def maak(medewerker):
        client, _ = ApiClient.objects.get_or_create(pk="test", defaults={"name": "Test"})
        token = Token(
            type=Token.Type.ACCESS_TOKEN, client=client, user=medewerker.gebruiker,
            expires_at=timezone.now() + timedelta(hours=1),
        )
        waarde = f"test_{uuid4().hex}"
        token.set_value(waarde)
        token.set_scopes(["lezen", "schrijven"])
        token.save()
        return Client(headers={"authorization": f"Bearer {waarde}"})

    return maak


def stuur(client, pad, gegevens, status, methode="post"):
    antwoord = getattr(client, methode)(
        f"{BASIS}/{pad}", gegevens, content_type="application/json"
    )
    assert antwoord.status_code == status, antwoord.content
    return antwoord.json()


def test_sessions_show_an_outcome_only_when_it_is_final(tafel, als):
    """R266: others see closed sessions only."""
    open_tafel(tafel, maak_procedure())
    Agendapunt.objects.update(uitkomst="aanhouden")

    lid = als(tafel.collega).get(f"{BASIS}/matchtafelsessies").json()["resultaten"]
    ander = als(MedewerkerFactory()).get(f"{BASIS}/matchtafelsessies").json()["resultaten"]

    assert [p["uitkomst"] for s in lid for p in s["agendapunten"]] == [""]
    assert ander == []


def test_agenda_candidate_and_outcome(tafel, als):
    procedure = maak_procedure()
    wie = MedewerkerFactory(naam="Bo Bos")
    recruiter, voorzitter = als(tafel.recruiter), als(tafel.voorzitter)

    punt = stuur(recruiter, "agendapunten", {
        "sessie": str(tafel.sessie.public_id), "procedure": str(procedure.public_id),
    }, 201)
    sessie_openen(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)
    kandidaat = stuur(recruiter, f"agendapunten/{punt['id']}/kandidaten", {
        "medewerker": str(wie.public_id), "argument": "Past.",
    }, 201)
    besloten = stuur(voorzitter, f"agendapunten/{punt['id']}/uitkomst", {
        "uitkomst": "gematcht", "kandidaten": [kandidaat["id"]], "motivering": "Past.",
    }, 200, "put")

    assert kandidaat["bron"] == "recruiter"
    assert (besloten["uitkomst"], besloten["kandidaten"][0]["gekozen"]) == ("gematcht", True)


def test_refusals_are_problem_documents_with_the_sentence_of_the_screen(tafel, als):
    """R250, R107."""
    te_vroeg = maak_procedure(vroegste=(NU + timedelta(days=3)).date())
    (punt,) = open_tafel(tafel, maak_procedure())

    vroeg = stuur(als(tafel.recruiter), "agendapunten", {
        "sessie": str(tafel.sessie.public_id), "procedure": str(te_vroeg.public_id),
    }, 409)
    recruiter = stuur(als(tafel.recruiter), f"agendapunten/{punt.public_id}/uitkomst", {
        "uitkomst": "aanhouden",
    }, 403, "put")
    onzin = stuur(als(tafel.voorzitter), f"agendapunten/{punt.public_id}/uitkomst", {
        "uitkomst": "onzin",
    }, 400, "put")

    assert vroeg["detail"].startswith("Deze opdracht mag niet eerder dan do 4 juni 2026")
    assert recruiter["detail"] == rules.NIET_AAN_TAFEL
    assert onzin["invalidParams"][0]["name"] == "uitkomst"


def test_candidates_are_for_who_sits_at_the_table(tafel, als):
    """R268, R409."""
    procedure = maak_procedure()
    maak_reactie(procedure, MedewerkerFactory(naam="Bo Bos"))
    (punt,) = open_tafel(tafel, procedure)
    pad = f"{BASIS}/agendapunten/{punt.public_id}"

    assert als(tafel.collega).get(pad).json()["kandidaten"][0]["medewerker"]["naam"] == "Bo Bos"
    assert als(MedewerkerFactory()).get(pad).status_code == 403


def test_making_the_agenda_shows_no_candidate_to_who_sits_elsewhere(tafel, als):
    """R268: a P-manager of another table may propose an item, not read who reacted."""
    procedure = maak_procedure()
    maak_reactie(procedure, MedewerkerFactory(naam="Bo Bos"))
    elders = MedewerkerFactory()
    PTeamFactory(pmanager=elders)

    punt = stuur(als(elders), "agendapunten", {
        "sessie": str(tafel.sessie.public_id), "procedure": str(procedure.public_id),
    }, 201)

    assert punt["kandidaten"] == []
    assert Kandidaat.objects.count() == 1


def test_recruitment_system_delivers_per_row(tafel, als):
    """R404: external id, duplicates ignored, unknown person rejected per row."""
    procedure = maak_procedure()
    wie = MedewerkerFactory()
    rijen = {"suggesties": [
        {"externId": "A1", "personeelsnummer": wie.personeelsnummer, "toelichting": "Past."},
        {"externId": "A1", "personeelsnummer": wie.personeelsnummer},
        {"externId": "A2", "personeelsnummer": "onbekend"},
    ]}
    pad = f"procedures/{procedure.public_id}/suggesties"

    resultaten = stuur(als(tafel.recruiter), pad, rijen, 200)["resultaten"]
    geen_recht = stuur(als(tafel.voorzitter), pad, rijen, 403)

    assert [r["resultaat"] for r in resultaten] == ["ontvangen", "al_bekend", "geweigerd"]
    assert geen_recht["detail"] == "Alleen een recruiter of diens systeem stuurt suggesties."
    assert Suggestie.objects.count() == 1
    assert Kandidaat.objects.count() == 0
