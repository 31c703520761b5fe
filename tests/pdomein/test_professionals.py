import pytest

from pdomein import queries
from pdomein.models import PPP
from tests.factories.pdomein import (
    CompetentieFactory,
    MedewerkerFactory,
    PPPFactory,
    ProfessieFactory,
)


@pytest.fixture
def stikstof(db):
    natuur = CompetentieFactory(naam="Natuurbeheer")
    return CompetentieFactory(
        naam="Stikstofberekening", bovenliggende=natuur, synoniemen=["AERIUS"]
    )


def zoek(woord, vandaag):
    ppps = list(queries.professionals(op=vandaag, zoek=woord))
    return queries.treffers(ppps, op=vandaag, zoek=woord)


def namen(treffers):
    return [t.ppp.medewerker.naam for t in treffers]


@pytest.mark.parametrize(
    ("woord", "reden"),
    [
        ("stikstofberekeningen", ""),
        ("aerius", "ook wel: AERIUS"),
        ("natuurbeheer", "valt onder Natuurbeheer"),
        ("stikstof", ""),
    ],
)
def test_a_competentie_is_found_by_form_synonym_and_broader_term(
    wereld, stikstof, vandaag, woord, reden
):
    """R131: with why."""
    PPPFactory(medewerker=wereld.lid, competenties=[(stikstof, 4)])

    (treffer,) = zoek(woord, vandaag)

    assert treffer.competenties == [("Stikstofberekening", "4 Gevorderd", reden)]
    assert treffer.teamnaam == "Ecologie"


def test_published_text_is_found_in_any_dutch_form_with_the_sentence(wereld, vandaag):
    PPPFactory(medewerker=wereld.lid, bellen_voor="Bel mij over vleermuizen onder bruggen.")

    (treffer,) = zoek("vleermuis brug", vandaag) or zoek("vleermuizen", vandaag)

    assert [s for s, is_gevonden in treffer.fragment if is_gevonden] == ["vleermuizen"]


def test_the_best_level_comes_first_and_names_break_ties(wereld, stikstof, vandaag):
    for naam, niveau in (("Bo Kok", 2), ("An Kok", 5), ("Aad Aal", 2)):
        PPPFactory(
            medewerker=MedewerkerFactory(naam=naam), competenties=[(stikstof, niveau)]
        )

    assert namen(zoek("aerius", vandaag)) == ["An Kok", "Aad Aal", "Bo Kok"]


def test_without_a_question_everybody_published_is_listed_by_name(wereld, vandaag):
    PPPFactory(medewerker=wereld.lid)
    PPPFactory(medewerker=wereld.collega)
    PPPFactory(medewerker=wereld.pmanager, gepubliceerd=False)

    assert namen(zoek("", vandaag)) == ["Cas Mol", "Lies de Wit"]


def test_a_domain_narrows_the_search(wereld, vandaag):
    for medewerker in (wereld.lid, wereld.collega):
        PPPFactory(medewerker=medewerker)

    gevonden = queries.professionals(op=vandaag, domein=wereld.pteam.domein.public_id)

    assert [p.medewerker for p in gevonden] == [wereld.lid]


@pytest.mark.parametrize("woord", ["'", "a & | !", "(", "%_", "\\", "x" * 5000, "-", "\"half"])
def test_hostile_questions_find_nothing_and_break_nothing(wereld, vandaag, woord):
    PPPFactory(medewerker=wereld.lid)

    assert zoek(woord, vandaag) == []


def test_who_answers_more_words_stands_higher_and_says_so(wereld, stikstof, vandaag):
    """R131: ranked by named criteria, each explained."""
    PPPFactory(medewerker=wereld.lid, competenties=[(stikstof, 2)], bellen_voor="Vergunningen.")
    PPPFactory(medewerker=wereld.collega, competenties=[(stikstof, 5)], bellen_voor="Kaarten.",
               kennis_en_kunde="GIS")

    gevonden = zoek("stikstof vergunning", vandaag)

    assert namen(gevonden) == ["Lies de Wit", "Cas Mol"]
    assert [t.redenen for t in gevonden] == [
        ["Past bij 2 van je 2 woorden"], ["Past bij 1 van je 2 woorden"]
    ]


def test_a_broader_competentie_comes_after_the_asked_one(wereld, stikstof, vandaag):
    """R131: narrower and broader in the tree."""
    PPPFactory(medewerker=wereld.lid, competenties=[(stikstof, 1)])
    PPPFactory(medewerker=wereld.collega, competenties=[(stikstof.bovenliggende, 5)])

    eerst, dan = zoek("aerius", vandaag)

    assert eerst.ppp.medewerker == wereld.lid
    assert dan.competenties == [
        ("Natuurbeheer", "5 Expert", "ruimer dan Stikstofberekening")
    ]


def test_somebody_is_found_in_more_than_one_vak(wereld, vandaag):
    """R339"""
    ppp = PPPFactory(medewerker=wereld.lid)
    ppp.professies.add(ProfessieFactory(naam="Hydrologie"), ProfessieFactory(naam="Juristerij"))

    (treffer,) = zoek("hydrologie", vandaag)

    assert treffer.redenen == ["Thuis in Hydrologie"]
    PPP.objects.update(zichtbaar_kennis="matchen")
    assert zoek("hydrologie", vandaag) == []


def test_filters_count_what_is_left_and_hide_what_is_not_shared(wereld, vandaag, browser):
    """R143: availability by what the person shares."""
    PPPFactory(medewerker=wereld.lid)
    PPPFactory(medewerker=wereld.collega)
    PPP.objects.update(openheid="ja", mentor="biedt")
    PPP.objects.filter(medewerker=wereld.collega).update(zichtbaar_bellen="pmanager")
    client = browser(wereld.lid)

    def kijk(**vraag):
        context = client.get("/professionals/", vraag).context
        telling = {
            f.naam: {o.waarde: o.aantal for o in f.opties} for f in context["facetten"]
        }
        return namen(context["treffers"]), telling

    wie, telling = kijk()
    assert (wie, telling["werk"], telling["mentor"]) == (
        ["Cas Mol", "Lies de Wit"], {"ja": 1}, {"biedt": 1}
    )
    assert telling["team"] == {wereld.pteam.code: 1, wereld.ander_team.code: 1}
    assert kijk(werk="ja")[0] == ["Lies de Wit"]
    assert kijk(team=wereld.ander_team.code)[0] == ["Cas Mol"]
    assert kijk(vak=wereld.pteam.professie.code)[0] == ["Lies de Wit"]
    wie, telling = kijk(team=wereld.ander_team.code, werk="ja")
    assert (wie, telling["team"]) == ([], {wereld.pteam.code: 1, wereld.ander_team.code: 0})
    assert kijk(werk="onzin")[0] == ["Cas Mol", "Lies de Wit"]


def test_mentors_go_out_only_when_shown_to_all(wereld, browser):
    """R393"""
    PPPFactory(medewerker=wereld.lid)
    PPPFactory(medewerker=wereld.collega)
    PPP.objects.update(mentor="biedt", mentor_onderwerp="Bestuur")
    PPP.objects.filter(medewerker=wereld.collega).update(zichtbaar_bellen="matchen")

    antwoord = browser(wereld.pmanager).get("/professionals/mentoren.csv")
    tekst = b"".join(antwoord.streaming_content).decode()

    assert ("Lies de Wit" in tekst, "Cas Mol" in tekst) == (True, False)


def test_the_api_answers_the_same_question(wereld, stikstof, api):
    """R402: the same search as the screen."""
    PPPFactory(medewerker=wereld.lid, competenties=[(stikstof, 4)])
    PPPFactory(medewerker=wereld.collega)

    client = api(wereld.pmanager, "lezen")

    def namen(**vraag):
        rijen = client.get("/api/v1/ppps", vraag).json()["resultaten"]
        return [r["medewerker"]["naam"] for r in rijen]

    assert namen(zoek="aerius") == ["Lies de Wit"]
    assert namen() == ["Cas Mol", "Lies de Wit"]
