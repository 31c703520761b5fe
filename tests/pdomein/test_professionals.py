import pytest

from pdomein import queries
from tests.factories.pdomein import CompetentieFactory, MedewerkerFactory, PPPFactory


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
