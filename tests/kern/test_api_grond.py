"""The ground of the API: tokens, scopes, problem documents, paging (API Design Rules)."""

import json
from datetime import timedelta

import pytest
from allauth.idp.oidc.models import Client, Token
from django.urls import include, path
from django.utils import timezone
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from config.kern import klok
from config.kern.actor import Actor, Recht, Toekenning
from config.kern.domain.klok import klok_vooruitzetten
from config.kern.fouten import eis, toestand
from config.kern.models import NietWerkdag
from config.kern.rest import InzetViewSet
from config.urls import handler404, urlpatterns  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.kern.test_api_grond")]


class DagSerializer(serializers.ModelSerializer):
    aantal = serializers.IntegerField(min_value=1, write_only=True)

    class Meta:
        model = NietWerkdag
        fields = ["datum", "omschrijving", "aantal"]


class DagenViewSet(InzetViewSet):
    """A noun only for these tests."""

    queryset = NietWerkdag.objects.order_by("datum")
    serializer_class = DagSerializer
    lookup_field = "pk"
    scopes = {"create": "register"}

    def list(self, request):
        pagina = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response(self.get_serializer(pagina, many=True).data)

    def retrieve(self, request, id):
        fouten = {
            1: lambda: eis(toestand("Dit kan nu niet, want het is proef.", "proef")),
            2: lambda: 1 / 0,
            3: lambda: klok_vooruitzetten(werkdagen=99, door=request.actor, nu=klok.nu()),
            4: lambda: NietWerkdag.objects.create(datum="2026-01-01", omschrijving="dubbel"),
        }
        fouten[id.int]()
        return Response({})

    def create(self, request):
        return Response(self.invoer(), status=201)

    def destroy(self, request, id):
        return Response(status=204)


router = SimpleRouter(trailing_slash=False, use_regex_path=False)
router.register("dagen", DagenViewSet, "dag")
urlpatterns = [path("api/v1/", include(router.urls)), *urlpatterns]


def lader(gebruiker, nu):
    return Actor(gebruiker.pk, gebruiker.naam,
                 toekenningen=frozenset({Toekenning(Recht.BEHEREN)}))


@pytest.fixture(autouse=True)
def _eigen_lader(settings):
    settings.INZET_ACTOR_LADER = "tests.kern.test_api_grond.lader"


@pytest.fixture
def maak_token(gebruiker):
    def maak(*scopes, user=gebruiker, client=None, geldig=timedelta(hours=1)):
        token = Token(type=Token.Type.ACCESS_TOKEN, user=user, client=client,
                      expires_at=timezone.now() + geldig)
        token.set_value("geheim")
        token.set_scopes(scopes)
        token.save()
        return {"Authorization": "Bearer geheim"}

    return maak


def probleem(antwoord, status):
    assert antwoord.status_code == status
    assert antwoord["Content-Type"] == "application/problem+json"
    assert antwoord["API-Version"] == "1.0.0"
    assert antwoord["Cache-Control"] == "no-store"
    gegevens = antwoord.json()
    assert gegevens["status"] == status
    return gegevens


def nummer(n):
    return f"/api/v1/dagen/00000000-0000-0000-0000-{n:012d}"


def test_without_a_token_the_answer_is_401_with_the_scheme(client):
    antwoord = client.get("/api/v1/dagen")

    probleem(antwoord, 401)
    assert antwoord["WWW-Authenticate"] == 'Bearer realm="inzet"'


@pytest.mark.parametrize("kop", ["Bearer", "Bearer a b", "Bearer fout", "Bearer é"])
def test_a_wrong_token_is_401(client, kop):
    probleem(client.get("/api/v1/dagen", headers={"Authorization": kop}), 401)


def test_an_expired_token_is_401(client, maak_token):
    kop = maak_token("lezen", geldig=-timedelta(seconds=1))

    probleem(client.get("/api/v1/dagen", headers=kop), 401)


def test_a_token_of_somebody_who_left_is_401(client, maak_token, gebruiker):
    kop = maak_token("lezen")
    gebruiker.is_active = False
    gebruiker.save()

    probleem(client.get("/api/v1/dagen", headers=kop), 401)


def test_a_session_is_no_token(ingelogd, gebruiker):
    probleem(ingelogd(gebruiker).get("/api/v1/dagen"), 401)


@pytest.mark.parametrize(
    ("scope", "methode", "status"),
    [("lezen", "get", 200), ("schrijven", "get", 403), ("lezen", "delete", 403),
     ("schrijven", "delete", 204), ("schrijven", "post", 403), ("register", "post", 201)],
)
def test_each_act_needs_its_scope(client, maak_token, scope, methode, status):
    kop = maak_token(scope)
    pad = nummer(1) if methode == "delete" else "/api/v1/dagen"
    gegevens = {"datum": "2031-02-03", "omschrijving": "x", "aantal": 1}

    doe = getattr(client, methode)
    extra = {"data": gegevens, "content_type": "application/json"} if methode == "post" else {}
    antwoord = doe(pad, headers=kop, **extra)

    assert antwoord.status_code == status
    if status == 403:
        assert "bereik" in probleem(antwoord, 403)["detail"]


def test_a_machine_acts_for_the_owner_of_its_client(client, maak_token, gebruiker):
    machine = Client.objects.create(name="AFAS", owner=gebruiker)

    assert client.get("/api/v1/dagen", headers=maak_token("lezen", user=None, client=machine)
                      ).status_code == 200


def test_client_credentials_give_a_token_that_works(client, gebruiker):
    machine = Client.objects.create(
        id="hr", name="HR", owner=gebruiker, scopes="lezen", default_scopes="lezen",
        grant_types="client_credentials",
    )
    machine.set_secret("zeer-geheim")
    machine.save()

    gekregen = client.post(
        "/identity/o/api/token",
        {"grant_type": "client_credentials", "client_id": "hr", "client_secret": "zeer-geheim"},
    ).json()

    kop = {"Authorization": f"Bearer {gekregen['access_token']}"}
    assert client.get("/api/v1/dagen", headers=kop).status_code == 200


def test_a_refusal_is_the_sentence_of_the_screen(client, maak_token):
    gegevens = probleem(client.get(nummer(1), headers=maak_token("lezen")), 409)

    assert gegevens["detail"] == "Dit kan nu niet, want het is proef."
    assert gegevens["invalidParams"] == [
        {"name": "proef", "reason": "Dit kan nu niet, want het is proef."}
    ]


def test_a_refused_command_says_which_input(client, maak_token):
    gegevens = probleem(client.get(nummer(3), headers=maak_token("lezen")), 400)

    assert gegevens["invalidParams"][0]["name"] == "werkdagen"


def test_a_crash_tells_nothing(client, maak_token):
    client.raise_request_exception = False

    gegevens = probleem(client.get(nummer(2), headers=maak_token("lezen")), 500)

    assert "division" not in json.dumps(gegevens)


@pytest.mark.django_db(transaction=True)
def test_a_collision_in_the_database_is_a_409(client, maak_token):
    NietWerkdag.objects.get_or_create(datum="2026-01-01", defaults={"omschrijving": "er al"})

    probleem(client.get(nummer(4), headers=maak_token("lezen")), 409)


@pytest.mark.parametrize(
    ("inhoud", "soort", "status"),
    [
        (b"{", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b'{"omschrijving": "\\u0000", "aantal": 1, "datum": "2031-01-01"}',
         "application/json", 400),
        (b'{"omschrijving": "\\ud800", "aantal": 1, "datum": "2031-01-01"}',
         "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"a=1", "application/x-www-form-urlencoded", 415),
    ],
)
def test_hostile_input_is_refused_and_never_a_crash(client, maak_token, inhoud, soort, status):
    """BETROUWBAAR 45."""
    antwoord = client.generic(
        "POST", "/api/v1/dagen", inhoud, content_type=soort, headers=maak_token("register")
    )

    probleem(antwoord, status)


def test_a_body_has_a_limit(client, maak_token, settings):
    """BETROUWBAAR 45."""
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    antwoord = client.post(
        "/api/v1/dagen", {"omschrijving": "x" * 200}, content_type="application/json",
        headers=maak_token("register"),
    )
    probleem(antwoord, 413)


def test_wrong_fields_are_named(client, maak_token):
    antwoord = client.post(
        "/api/v1/dagen", {"aantal": 0}, content_type="application/json",
        headers=maak_token("register"),
    )

    namen = {veld["name"] for veld in probleem(antwoord, 400)["invalidParams"]}
    assert namen == {"aantal", "datum", "omschrijving"}


@pytest.mark.parametrize("pad", ["/api/v1/dagen/", "/api/v1/bestaatniet", "/api/v2/dagen",
                                 "/api/v1/dagen/geen-uuid"])
def test_what_does_not_exist_is_a_problem_document(client, maak_token, pad):
    probleem(client.get(pad, headers=maak_token("lezen")), 404)


@pytest.mark.parametrize("methode", ["PUT", "PATCH", "TRACE"])
def test_another_method_is_405(client, maak_token, methode):
    antwoord = client.generic(methode, "/api/v1/dagen", headers=maak_token("schrijven"))

    probleem(antwoord, 405)


def test_only_json_is_offered(client, maak_token):
    kop = {**maak_token("lezen"), "Accept": "text/html"}

    probleem(client.get("/api/v1/dagen", headers=kop), 406)


def test_pages_link_to_their_neighbours(client, maak_token):
    antwoord = client.get("/api/v1/dagen?page=2&pageSize=10", headers=maak_token("lezen"))

    assert len(antwoord.json()["resultaten"]) == 10
    assert antwoord.json()["aantal"] == NietWerkdag.objects.count()
    relaties = {deel.split('rel="')[1][:-1] for deel in antwoord["Link"].split(", ")}
    assert relaties == {"first", "prev", "next", "last"}


@pytest.mark.parametrize(
    ("vraag", "status"),
    [("page=0", 400), ("page=x", 400), ("page=99999", 404), ("pageSize=0", 400),
     ("pageSize=201", 400), ("pageSize=x", 400), ("page=" + "9" * 500, 404), ("page=-1", 400),
     ("pageSize=" + "0" * 9 + "9999", 400)],
)
def test_nonsense_pages_are_refused(client, maak_token, vraag, status):
    probleem(client.get(f"/api/v1/dagen?{vraag}", headers=maak_token("lezen")), status)


def test_the_description_is_public_for_every_website(client):
    antwoord = client.get("/api/v1/openapi.json")

    assert antwoord.status_code == 200
    assert antwoord["Access-Control-Allow-Origin"] == "*"
    assert antwoord.json()["openapi"] == "3.0.3"
