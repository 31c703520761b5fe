"""The pages of the matchtafel through a browser's eyes: who, what, how many queries, no leak."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from config.kern.models import DemoKlok, Instelling, Inzage
from matching.domain.agendapunt import uitkomst_vastleggen
from matching.domain.kandidaat import kandidaat_kiezen, kandidaat_plaatsen, suggestie_vragen
from matching.domain.matchtafel import sessie_openen
from matching.enums import Route
from matching.models import Agendapunt, Kandidaat, MatchtafelSessie
from pdomein.models import PPP, Medewerker
from tests.factories.kern import NU
from tests.factories.matchtafel import (
    maak_procedure,
    maak_reactie,
    maak_rol,
    maak_tafel,
    op_agenda,
    open_tafel,
)
from tests.factories.pdomein import (
    CompetentieFactory,
    MedewerkerFactory,
    PPPFactory,
    ProfessioneelDomeinFactory,
)

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def klok_op_nu(db):
    """The doors read the demo clock: put it on the fixed moment of the tests."""
    DemoKlok.objects.create(
        verschuiving_seconden=int((NU - timezone.now()).total_seconds()) + 60
    )


@pytest.fixture
def tafel():
    return maak_tafel()


@pytest.fixture
def als(ingelogd):
    return lambda medewerker: ingelogd(medewerker.gebruiker)


def adres(naam, *args):
    return reverse(f"matching:{naam}", args=[getattr(a, "public_id", a) for a in args])


def paginas(tafel, punt):
    return [
        adres("matchtafels"), adres("sessie-plannen"), adres("sessie", tafel.sessie),
        adres("sessie-agenda", tafel.sessie), adres("sessie-scherm", tafel.sessie),
        adres("sessie-stand", tafel.sessie), adres("sessie-sluiten", tafel.sessie),
        adres("sessie-verslag", tafel.sessie), adres("punt", punt),
        adres("uitkomst-vastleggen", punt), adres("kandidaat-plaatsen", punt),
        adres("suggesties", punt), adres("kandidaten-vergelijken", punt),
        adres("matchtafel-besluiten"),
    ]


def test_every_page_opens_for_who_sits_at_the_table(tafel, als):
    punten = open_tafel(tafel, maak_procedure(), maak_procedure())
    for wie in (tafel.voorzitter, tafel.collega, tafel.recruiter):
        client = als(wie)
        for pagina in paginas(tafel, punten[0]):
            assert (pagina, client.get(pagina).status_code) == (pagina, 200)


def test_an_ordinary_medewerker_sees_only_the_public_decisions(tafel, als):
    """R268, R409: outcomes for all, candidates for the table."""
    punten = open_tafel(tafel, maak_procedure())
    client = als(MedewerkerFactory())

    antwoorden = {p: client.get(p).status_code for p in paginas(tafel, punten[0])}

    assert set(antwoorden.values()) == {200, 302, 403}
    assert [p for p, code in antwoorden.items() if code == 200] == [adres("matchtafel-besluiten")]
    assert [p for p, code in antwoorden.items() if code == 302] == [adres("matchtafels")]


def test_a_refused_act_never_shows_the_candidates(tafel, als):
    """R268: the page that comes back after a refusal is for the table too."""
    (punt,) = open_tafel(tafel, maak_procedure())
    client = als(MedewerkerFactory())
    for naam in ("tafel-verlaten", "punt-tonen", "punt-afvoeren", "uitkomst-herstellen"):
        antwoord = client.post(adres(naam, punt))
        assert (naam, antwoord.status_code) == (naam, 403)
        assert "matching/matchtafel/punt.html" not in [t.name for t in antwoord.templates]


def test_directeur_mo_reads_reports_but_not_the_table(tafel, als):
    """R108, R265, R267."""
    punten = open_tafel(tafel, maak_procedure())
    client = als(tafel.directeur)

    assert client.get(adres("matchtafel-verslagen")).status_code == 200
    assert client.get(adres("sessie-verslag", tafel.sessie)).status_code == 200
    assert client.get(adres("punt", punten[0])).status_code == 403


def test_plan_a_session_and_put_an_item_on_the_agenda(tafel, als):
    procedure = maak_procedure()
    client = als(tafel.voorzitter)

    antwoord = client.post(adres("sessie-plannen"), {
        "datum": "2026-06-03", "tijd": "10:00", "plek": "Zaal 1",
        "voorzitter": str(tafel.voorzitter.public_id),
        "deelnemers": [str(tafel.collega.public_id)],
        "recruiters": [str(tafel.recruiter.public_id)],
    })
    sessie = MatchtafelSessie.objects.get(plek="Zaal 1")
    client.post(adres("punt-agenderen", sessie, procedure))

    assert antwoord["Location"] == adres("sessie-agenda", sessie)
    assert Agendapunt.objects.get().sessie == sessie


def test_bad_input_of_a_plan_comes_back_with_what_was_typed(tafel, als):
    antwoord = als(tafel.voorzitter).post(adres("sessie-plannen"), {
        "datum": "2026-05-03", "plek": "Zaal 7", "voorzitter": str(tafel.voorzitter.public_id),
    })

    assert antwoord.status_code == 400
    assert "Kies een datum die nog niet voorbij is." in antwoord.content.decode()
    assert "Zaal 7" in antwoord.content.decode()


def test_refused_agenda_item_gives_409_with_the_date(tafel, als):
    """R250."""
    procedure = maak_procedure(vroegste=(NU + timedelta(days=3)).date())

    antwoord = als(tafel.recruiter).post(adres("punt-agenderen", tafel.sessie, procedure))

    assert antwoord.status_code == 409
    assert "niet eerder dan do 4 juni 2026 op de matchtafel" in antwoord.content.decode()
    assert Agendapunt.objects.count() == 0


def test_shared_screen_one_key_per_outcome_and_undo(tafel, als):
    """R269: keyboard only; the answer is the fragment of the screen."""
    procedure = maak_procedure()
    maak_reactie(procedure, MedewerkerFactory(naam="Bo Bos"))
    punt, _ = open_tafel(tafel, procedure, maak_procedure())
    client = als(tafel.voorzitter)
    kandidaat = Kandidaat.objects.get()

    stand = client.get(adres("sessie-stand", tafel.sessie), **HTMX).content.decode()
    for toets in "1nhets":
        assert f'data-toets="{toets}"' in stand
    client.post(adres("kandidaat-kiezen", kandidaat), {"versie": punt.versie}, **HTMX)
    punt.refresh_from_db()
    na = client.post(
        adres("uitkomst-kiezen", punt, "gematcht"), {"versie": punt.versie}, **HTMX
    ).content.decode()
    assert "1/2 beslist" in na
    assert 'data-toets="z"' in na
    punt.refresh_from_db()
    client.post(adres("uitkomst-herstellen", punt), {"versie": punt.versie}, **HTMX)
    punt.refresh_from_db()
    assert punt.uitkomst == ""


def test_stale_shared_screen_shows_whose_change_it_missed(tafel, als):
    (punt,) = open_tafel(tafel, maak_procedure())
    oud = punt.versie
    als(tafel.collega).post(
        adres("uitkomst-kiezen", punt, "aanhouden"), {"versie": oud}, **HTMX
    )

    antwoord = als(tafel.voorzitter).post(
        adres("uitkomst-kiezen", punt, "escaleren"), {"versie": oud}, **HTMX
    )

    assert "Coen Collega heeft dit punt net gewijzigd." in antwoord.content.decode()
    punt.refresh_from_db()
    assert punt.uitkomst == "aanhouden"


def test_stale_form_keeps_what_was_typed(tafel, als):
    (punt,) = open_tafel(tafel, maak_procedure())
    als(tafel.collega).post(adres("uitkomst-kiezen", punt, "aanhouden"), {"versie": punt.versie})

    antwoord = als(tafel.voorzitter).post(adres("uitkomst-vastleggen", punt), {
        "uitkomst": "naar_extern", "motivering": "Lang getypt.", "versie": punt.versie,
    })

    assert antwoord.status_code == 409
    assert "Lang getypt." in antwoord.content.decode()
    assert "Coen Collega heeft dit punt net gewijzigd." in antwoord.content.decode()


def test_own_device_places_own_team_member_and_records_an_outcome(tafel, als):
    (punt,) = open_tafel(tafel, maak_procedure())
    eigen = MedewerkerFactory(naam="Els Eigen", pteam=tafel.pteam)
    client = als(tafel.voorzitter)

    lijst = client.get(adres("kandidaat-plaatsen", punt)).content.decode()
    client.post(
        f"{adres('kandidaat-plaatsen', punt)}?medewerker={eigen.public_id}",
        {"argument": "Past goed."},
    )
    kandidaat = Kandidaat.objects.get()
    als(eigen).post(adres("kandidaat-instemmen", kandidaat), {"akkoord": "ja"})
    punt.refresh_from_db()
    client.post(adres("uitkomst-vastleggen", punt), {
        "uitkomst": "gematcht", "kandidaten": [str(kandidaat.public_id)], "motivering": "Ja.",
        "fte": "0.5", "begin": "2026-06-15", "tot_en_met": "2026-11-30",
        "versie": punt.versie,
    })

    punt.refresh_from_db()
    assert "Els Eigen" in lijst
    assert (punt.uitkomst, str(punt.fte), str(punt.einde)) == ("gematcht", "0.500", "2026-12-01")


def test_suggestion_page_says_why_and_has_no_percentage(tafel, als):
    """R272, R355."""
    c = CompetentieFactory(naam="Ecologie")
    PPPFactory(medewerker=MedewerkerFactory(naam="Past Precies"), competenties=[(c, 4)])
    (punt,) = open_tafel(tafel, maak_procedure(competenties=[(c, 3, 2, False)]))
    client = als(tafel.recruiter)

    client.post(adres("suggesties", punt))
    pagina = client.get(adres("suggesties", punt)).content.decode()

    assert "Past Precies" in pagina
    assert "Heeft 1 van de 1 gevraagde competenties" in pagina
    assert "%" not in pagina.split("<main")[1].split("</main>")[0]


def test_opening_a_profile_is_noted_for_its_owner(tafel, als):
    """R345."""
    wie = MedewerkerFactory(naam="Bo Bos")
    PPPFactory(medewerker=wie)
    procedure = maak_procedure()
    maak_reactie(procedure, Medewerker.objects.get(pk=wie.pk))
    (punt,) = open_tafel(tafel, procedure)
    kandidaat = Kandidaat.objects.get()

    pagina = als(tafel.collega).get(f"{adres('punt', punt)}?kandidaat={kandidaat.public_id}")

    assert "Ik weet veel van natuurbeleid." in pagina.content.decode()
    assert [i.wie_naam for i in Inzage.objects.filter(wiens_id=wie.gebruiker_id)] == [
        "Coen Collega"
    ]


# -- canary ---------------------------------------------------------------------------------


def kanaries(tafel):
    """One unmistakable string in every private field of a candidate, and the item with them."""
    c = CompetentieFactory(naam="Ecologie")
    procedure = maak_procedure(competenties=[(c, 3, 2, False)])
    reageert = MedewerkerFactory(naam="Bo Bos", schaal=17, pteam=tafel.pteam)
    ppp = PPPFactory(
        medewerker=reageert, kennis_en_kunde="KANARIE-kennis", ontwikkelen="KANARIE-wens",
        bellen_voor="KANARIE-bellen", competenties=[(c, 5)],
    )
    PPP.objects.filter(pk=ppp.pk).update(zichtbaar_kennis="matchen")
    ppp.competenties.update(bewijs="KANARIE-bewijs", wil_ontwikkelen=True)
    reactie = maak_reactie(procedure, Medewerker.objects.get(pk=reageert.pk), deelt_wensen=True)
    reactie.toelichting = "KANARIE-toelichting"
    reactie.save()
    (punt,) = open_tafel(tafel, procedure)
    kandidaat_plaatsen(
        agendapunt=punt, medewerker=MedewerkerFactory(naam="KANARIE-naam", pteam=tafel.pteam),
        bron="pmanager", argument="KANARIE-argument", door=tafel.als_voorzitter, nu=NU,
    )
    punt.refresh_from_db()
    Agendapunt.objects.filter(pk=punt.pk).update(
        motivering="KANARIE-motivering", motivering_niveau="KANARIE-niveau"
    )
    return punt


def test_shared_screen_never_renders_a_private_field(tafel, als):
    """R269, R409: no PPP, no argument, no motivation, no scale; no name without a yes."""
    punt = kanaries(tafel)
    client = als(tafel.voorzitter)
    zonder_ja = punt.kandidaten.get(bron="pmanager")
    geweigerd = client.post(adres("kandidaat-kiezen", zonder_ja), {}, **HTMX).content.decode()
    kandidaat = punt.kandidaten.get(bron="reactie")
    kandidaat_kiezen(kandidaat=kandidaat, door=tafel.als_voorzitter, nu=NU)
    punt.refresh_from_db()

    schermen = [
        geweigerd,
        client.get(adres("sessie-scherm", tafel.sessie)).content.decode(),
        client.get(adres("sessie-stand", tafel.sessie), **HTMX).content.decode(),
        client.post(
            adres("uitkomst-kiezen", punt, "gematcht"), {"versie": punt.versie}, **HTMX
        ).content.decode(),
    ]

    for scherm in schermen:
        assert "KANARIE" not in scherm
        assert "schaal 17" not in scherm
        assert "Bo Bos" in scherm
        assert "Iemand uit P-team Ecologie" in scherm


def test_public_decisions_hold_no_candidate_and_no_motivation(tafel, als):
    """R266, R409: outcome and matched person only."""
    kanaries(tafel)
    MatchtafelSessie.objects.filter(pk=tafel.sessie.pk).update(status="gesloten")
    Agendapunt.objects.update(uitkomst="gematcht")

    pagina = als(MedewerkerFactory()).get(adres("matchtafel-besluiten")).content.decode()

    assert "KANARIE" not in pagina
    assert "Bo Bos" not in pagina
    assert "Plaats in het opdrachtteam" in pagina


def test_names_can_be_hidden_in_the_first_view(tafel, als):
    """R348: a setting hides names until somebody is chosen."""
    from config.kern.models import Instelling

    Instelling.objects.create(
        sleutel="NAMEN_VERBERGEN", waarde=True, geldig_vanaf=NU.date(), bron="proef"
    )
    procedure = maak_procedure()
    maak_reactie(procedure, MedewerkerFactory(naam="Bo Bos", pteam=tafel.pteam))
    open_tafel(tafel, procedure)

    scherm = als(tafel.voorzitter).get(adres("sessie-scherm", tafel.sessie)).content.decode()

    assert "Bo Bos" not in scherm


# -- query counts ---------------------------------------------------------------------------


def aantal_queries(client, url):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(url)
    with CaptureQueriesContext(connection) as vraag:
        assert client.get(url).status_code == 200
    return len(vraag)


def vul(tafel, aantal, competentie):
    procedure = maak_procedure(competenties=[(competentie, 3, 2, False)])
    for _ in range(aantal):
        wie = MedewerkerFactory(pteam=tafel.pteam)
        PPPFactory(medewerker=wie, competenties=[(competentie, 3)])
        maak_reactie(procedure, Medewerker.objects.get(pk=wie.pk))
    return op_agenda(tafel, procedure)


@pytest.mark.parametrize(
    "naam", ["punt", "suggesties", "kandidaten-vergelijken", "uitkomst-vastleggen"]
)
def test_item_pages_cost_the_same_for_one_and_three_candidates(tafel, als, naam):
    c = CompetentieFactory()
    een, drie = vul(tafel, 1, c), vul(tafel, 3, c)
    sessie_openen(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)
    for punt in (een, drie):
        suggestie_vragen(procedure=punt.procedure, door=tafel.als_voorzitter, nu=NU)
    client = als(tafel.voorzitter)

    assert aantal_queries(client, adres(naam, een)) == aantal_queries(client, adres(naam, drie))


@pytest.mark.parametrize(
    "naam", ["sessie", "sessie-agenda", "sessie-sluiten", "sessie-scherm", "sessie-besluiten"]
)
def test_session_pages_cost_the_same_for_one_and_three_items(als, naam):
    c = CompetentieFactory()
    aantallen = []
    for aantal in (1, 3):
        tafel = maak_tafel()
        punten = [vul(tafel, 1, c) for _ in range(aantal)]
        sessie_openen(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)
        Agendapunt.objects.filter(pk__in=[p.pk for p in punten]).update(
            uitkomst="gematcht", motivering="Past."
        )
        Kandidaat.objects.update(gekozen=True)
        if naam == "sessie-besluiten":
            MatchtafelSessie.objects.filter(pk=tafel.sessie.pk).update(status="gesloten")
        aantallen.append(aantal_queries(als(tafel.voorzitter), adres(naam, tafel.sessie)))

    assert aantallen[0] == aantallen[1]


def test_list_of_sessions_costs_the_same_for_one_and_three(als):
    eerste = maak_tafel()
    client = als(eerste.voorzitter)
    een = aantal_queries(client, adres("matchtafels"))
    maak_tafel()
    maak_tafel()

    assert aantal_queries(client, adres("matchtafels")) == een


def test_decisions_of_the_directeur_need_no_role_at_the_table(als):
    domein = ProfessioneelDomeinFactory()
    directeur = MedewerkerFactory()
    maak_rol("directeur_mo", directeur, domein=domein)

    assert als(directeur).get(adres("matchtafel-besluiten")).status_code == 200


def test_an_aog_item_that_goes_back_goes_to_the_domeindirecteur(tafel, als):
    """R288: the domeindirecteur writes the profile of an AOG; the agenda says so."""
    [punt] = open_tafel(tafel, maak_procedure(route=Route.AOG))
    uitkomst_vastleggen(
        agendapunt=punt, uitkomst="terug_naar_aog", door=tafel.als_voorzitter, nu=NU
    )

    html = als(tafel.voorzitter).get(adres("sessie", tafel.sessie)).content.decode()

    assert "Terug naar de domeindirecteur om aan te scherpen" in html
    assert "Terug naar de AOG" not in html


def test_weging_shows_its_effect_before_it_is_kept(tafel, als):
    """R272: look first, keep with a reason; the suggestion page names the weights."""
    c = CompetentieFactory()
    for niveau in (2, 3):
        mens = MedewerkerFactory(pteam=tafel.pteam, naam=f"Mens {niveau}")
        PPPFactory(medewerker=mens, competenties=[(c, niveau)])
    procedure = maak_procedure(competenties=[(c, 3, 2, False)])
    [punt] = open_tafel(tafel, procedure)
    client, naar = als(tafel.voorzitter), adres("weging", punt)
    keuze = {"competenties": 0, "niveau": 100, "uren": 200, "wens": 100, "ervaring": 100}

    bekeken = client.post(naar, {**keuze, "stap": "bekijk"})
    zonder_reden = client.post(naar, keuze)
    niets = client.post(naar, dict.fromkeys(keuze, 0) | {"reden": "x"})
    bewaard = client.post(naar, {**keuze, "reden": "Tijd is hier het krapst."})
    client.post(adres("suggesties", punt))
    html = client.get(adres("suggesties", punt)).content.decode()

    assert "Wat dit verandert" in bekeken.content.decode()
    assert "Mens 3" in bekeken.content.decode()
    assert (zonder_reden.status_code, niets.status_code, bewaard.status_code) == (400, 400, 302)
    assert procedure.matchvraag.weging.reden == "Tijd is hier het krapst."
    assert "Twee keer zo zwaar" in html
    assert "Tijd is hier het krapst." in html
    assert "Telt niet mee bij deze vraag; zo is de weging ingesteld." in html


def test_weging_is_for_who_sits_at_the_table(tafel, als):
    [punt] = open_tafel(tafel, maak_procedure())

    assert als(MedewerkerFactory()).get(adres("weging", punt)).status_code == 403


def test_suggestions_have_two_views_and_may_begin_without_names(tafel, als):
    """R272: NAMEN_VERBERGEN; who can grow stands apart."""
    Instelling.objects.create(
        sleutel="NAMEN_VERBERGEN", waarde=True, geldig_vanaf=NU.date(), bron="proef"
    )
    c = CompetentieFactory()
    for naam, niveau in (("Past Precies", 4), ("Groeit Graag", 2)):
        PPPFactory(
            medewerker=MedewerkerFactory(pteam=tafel.pteam, naam=naam), competenties=[(c, niveau)]
        )
    [punt] = open_tafel(tafel, maak_procedure(competenties=[(c, 4, 2, True)]))
    client, naar = als(tafel.voorzitter), adres("suggesties", punt)
    client.post(naar)
    client.post(f"{naar}?kijk=groei")

    eerst = client.get(naar).content.decode()
    met = client.get(f"{naar}?namen=ja").content.decode()
    groei = client.get(f"{naar}?kijk=groei&namen=ja").content.decode()

    assert "Past Precies" not in eerst
    assert "Collega 1" in eerst
    assert ("Past Precies" in met, "Groeit Graag" in met) == (True, False)
    assert ("Past Precies" in groei, "Groeit Graag" in groei) == (False, True)
