"""The shared list of competenties: from ESCO and CompetentNL by URI, and out as SKOS (R342)."""

import json
from io import StringIO
from xml.etree import ElementTree

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.kern.actor import SYSTEEM
from config.kern.fouten import DomeinFout, Soort
from config.kern.models import Logregel
from pdomein import skos
from pdomein.domain.competentie import competentie_vervallen
from pdomein.domain.inlezen.begrippen import begrippen_inlezen
from pdomein.models import Competentie, PPPCompetentie
from pdomein.queries import competentie as lijst
from tests.factories.pdomein import CompetentieFactory, MedewerkerFactory, PPPFactory, actor_van
from tests.factories.register import RolFactory

ESCO = "http://data.europa.eu/esco/skill/"
CSV = (
    "conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,description\n"
    f'KnowledgeSkillCompetence,{ESCO}a1,ecologie,"leer van leefgebieden\nnatuurleer",,released,'
    "Kennis van soorten.\n"
    f"KnowledgeSkillCompetence,{ESCO}b2,vogels tellen,,,released,Vogels tellen in het veld.\n"
).encode()
RELATIES = (
    "conceptType,conceptUri,broaderType,broaderUri\n"
    f"KnowledgeSkillCompetence,{ESCO}b2,KnowledgeSkillCompetence,{ESCO}a1\n"
).encode()
JSONLD = {
    "@context": {"skos": "http://www.w3.org/2004/02/skos/core#"},
    "@graph": [
        {"@id": "https://example.org/cnl/1", "@type": "skos:Concept",
         "skos:prefLabel": [{"@value": "Rekenen", "@language": "nl"},
                            {"@value": "Arithmetic", "@language": "en"}],
         "skos:altLabel": {"@value": "cijferen", "@language": "nl"},
         "skos:broader": {"@id": "https://example.org/cnl/0"}},
        {"@id": "https://example.org/cnl/0", "@type": ["skos:Concept"],
         "skos:prefLabel": {"nl": "Basis"}, "skos:definition": "De basis."},
        {"@id": "https://example.org/cnl", "@type": "skos:ConceptScheme"},
    ],
}
RDFXML = f"""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="{skos.RDF}" xmlns:skos="{skos.SKOS}">
  <skos:Concept rdf:about="https://example.org/cnl/0">
    <skos:prefLabel xml:lang="nl">Basis</skos:prefLabel></skos:Concept>
  <rdf:Description rdf:about="https://example.org/cnl/1">
    <rdf:type rdf:resource="{skos.SKOS}Concept"/>
    <skos:prefLabel xml:lang="en">Arithmetic</skos:prefLabel>
    <skos:prefLabel xml:lang="nl">Rekenen</skos:prefLabel>
    <skos:altLabel xml:lang="nl">cijferen</skos:altLabel>
    <skos:broader rdf:resource="https://example.org/cnl/0"/></rdf:Description>
</rdf:RDF>""".encode()


def lees_in(nu, rijen, **velden):
    return begrippen_inlezen(rijen=rijen, door=SYSTEEM, nu=nu, **{"bron": "esco"} | velden)


def esco(nu, **velden):
    return lees_in(nu, skos.lees("skills_nl.csv", CSV),
                   relaties=skos.lees_relaties(RELATIES), **velden)


def uitkomsten(rapport):
    return [rapport.aantal(u) for u in ("nieuw", "gewijzigd", "ongewijzigd", "fout")]


def test_esco_comes_in_by_uri_with_synonyms_and_tree(db, nu):
    """R342"""
    rapport = esco(nu)

    vogels = Competentie.objects.get(uri=f"{ESCO}b2")
    assert uitkomsten(rapport) == [2, 0, 0, 0]
    assert (vogels.bron, vogels.code, vogels.bovenliggende.naam) == (
        "esco", "esco-b2", "ecologie"
    )
    assert [s.naam for s in vogels.bovenliggende.synoniemen.all()] == [
        "leer van leefgebieden", "natuurleer"
    ]
    assert vogels.bovenliggende.omschrijving == "Kennis van soorten."


def test_the_same_file_twice_changes_nothing(db, nu):
    esco(nu)
    voor = list(Competentie.objects.values())

    assert uitkomsten(esco(nu)) == [0, 0, 2, 0]
    assert list(Competentie.objects.values()) == voor


def test_a_dry_run_leaves_no_trace(db, nu):
    rapport = esco(nu, droog=True)

    assert uitkomsten(rapport) == [2, 0, 0, 0]
    assert "Er is niets opgeslagen." in rapport.samenvatting()
    assert Competentie.objects.exists() is False
    assert Logregel.objects.filter(handeling="begrippen_ingelezen").exists() is False


def test_what_left_a_complete_file_is_retired_and_comes_back(wereld, nu, vandaag):
    """R342: never deleted; who has it in a PPP keeps it."""
    esco(nu)
    vogels = Competentie.objects.get(uri=f"{ESCO}b2")
    PPPFactory(medewerker=wereld.lid, competenties=[(vogels, 3)])
    rijen = skos.lees("skills_nl.csv", CSV)

    assert uitkomsten(lees_in(nu, rijen[:1])) == [0, 0, 1, 0]
    vogels.refresh_from_db()
    assert vogels.vervallen_op is None
    rapport = lees_in(nu, rijen[:1], volledig=True)

    vogels.refresh_from_db()
    assert vogels.vervallen_op == vandaag
    assert rapport.regels[-1].tekst == "“vogels tellen” staat niet meer in het bestand en vervalt."
    assert PPPCompetentie.objects.count() == 1
    esco(nu, volledig=True)
    vogels.refresh_from_db()
    assert vogels.vervallen_op is None


def test_a_source_leaves_the_entries_of_others_alone(db, nu):
    eigen = CompetentieFactory(naam="Ecologie bij ons", uri=f"{ESCO}a1")

    rapport = esco(nu, volledig=True)

    eigen.refresh_from_db()
    assert uitkomsten(rapport) == [1, 0, 1, 0]
    assert (eigen.naam, eigen.vervallen_op) == ("Ecologie bij ons", None)
    assert Competentie.objects.get(uri=f"{ESCO}b2").bovenliggende == eigen


@pytest.mark.parametrize(
    ("rij", "zin"),
    [
        ({"uri": "", "naam": "x"}, "Een begrip heeft een adres"),
        ({"uri": "javascript:x", "naam": "x"}, "Een begrip heeft een adres"),
        ({"uri": f"{ESCO}c", "naam": ""}, "Vul in: de naam."),
        ({"uri": f"{ESCO}c", "naam": "x" * 251}, "De naam is te lang."),
        ({"uri": f"{ESCO}a1", "naam": "dubbel"}, "Begrip “http"),
        ({"uri": f"{ESCO}c", "naam": "x", "bovenliggende_uri": f"{ESCO}c"}, "Dit begrip valt"),
    ],
)
def test_one_refused_row_leaves_everything_as_it_was(db, nu, rij, zin):
    rapport = lees_in(nu, [*skos.lees("x.csv", CSV), rij])

    assert rapport.fouten[0].tekst.startswith(zin)
    assert Competentie.objects.exists() is False


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [("c.jsonld", json.dumps(JSONLD).encode()), ("c.rdf", RDFXML), ("c.xml", RDFXML)],
)
def test_competentnl_comes_in_as_skos(db, nu, naam, inhoud):
    rapport = lees_in(nu, skos.lees(naam, inhoud), bron="competentnl")

    rekenen = Competentie.objects.get(uri="https://example.org/cnl/1")
    assert uitkomsten(rapport) == [2, 0, 0, 0]
    assert (rekenen.naam, rekenen.bovenliggende.naam) == ("Rekenen", "Basis")
    assert [s.naam for s in rekenen.synoniemen.all()] == ["cijferen"]


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("x.txt", b""), ("x.csv", b"a,b\n1,2\n"), ("x.csv", b"\xff\xfe"), ("x.json", b"{"),
        ("x.json", b"[1, 2"), ("x.json", b'{"@graph": 3}'), ("x.rdf", b"<a>"),
        ("x.rdf", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), ("x.csv", b"uri;naam\n\x00;x"),
    ],
)
def test_a_file_that_cannot_be_read_says_so(naam, inhoud):
    with pytest.raises(skos.Onleesbaar):
        skos.lees(naam, inhoud)


def test_only_a_beheerder_fills_and_keeps_the_list(wereld, nu):
    competentie = CompetentieFactory()
    for opdracht, extra in (
        (begrippen_inlezen, {"rijen": [], "bron": "esco"}),
        (competentie_vervallen, {"competentie": competentie}),
    ):
        with pytest.raises(DomeinFout) as fout:
            opdracht(door=actor_van(wereld.pmanager), nu=nu, **extra)
        assert fout.value.beletsel.soort is Soort.RECHT
    with pytest.raises(DomeinFout):
        lees_in(nu, [], bron="eigen")
    with pytest.raises(DomeinFout):
        lees_in(nu, [], volledig=True)


def test_a_branch_is_retired_from_below(db, nu):
    top = CompetentieFactory(naam="Natuur")
    blad = CompetentieFactory(naam="Vogels", bovenliggende=top)

    with pytest.raises(DomeinFout) as fout:
        competentie_vervallen(competentie=top, door=SYSTEEM, nu=nu)
    assert fout.value.zin.startswith("Hier vallen nog andere")
    competentie_vervallen(competentie=blad, door=SYSTEEM, nu=nu)
    competentie_vervallen(competentie=top, door=SYSTEEM, nu=nu)
    with pytest.raises(DomeinFout):
        competentie_vervallen(competentie=top, door=SYSTEEM, nu=nu)


def test_the_command_reads_files_with_a_report(db, tmp_path):
    begrippen, relaties = tmp_path / "skills.csv", tmp_path / "broader.csv"
    begrippen.write_bytes(CSV)
    relaties.write_bytes(RELATIES)
    uit, fout = StringIO(), StringIO()

    call_command("begrippen_inlezen", begrippen, bron="esco", relaties=relaties, stdout=uit)

    assert "2 nieuw" in uit.getvalue()
    begrippen.write_bytes(CSV + b"x,geen-adres,naam,,,released,\n")
    with pytest.raises(CommandError):
        call_command("begrippen_inlezen", begrippen, bron="esco", stdout=uit, stderr=fout)
    assert "rij 3" in fout.getvalue()
    with pytest.raises(CommandError):
        call_command("begrippen_inlezen", tmp_path / "weg.csv", bron="esco")


# --- out ------------------------------------------------------------------------------------


def test_the_list_goes_out_as_skos_for_everybody(db, client, nu):
    """R342: readable without login, in three forms, and readable again by ourselves."""
    boven = CompetentieFactory(code="natuur", naam='Natuur & "water" <groen>')
    CompetentieFactory(
        code="vogels", naam="Vogels", bovenliggende=boven, synoniemen=["gevogelte"],
        omschrijving="Regel een.\nRegel twee.", uri="https://example.org/v",
    )

    def haal(pad, **koppen):
        antwoord = client.get(pad, headers=koppen)
        return antwoord["Content-Type"], b"".join(antwoord.streaming_content)

    soort, ttl = haal("/openbaar/competenties")
    assert soort.startswith("text/turtle")
    assert b'skos:prefLabel "Natuur & \\"water\\" <groen>"@nl' in ttl
    assert b'skos:definition "Regel een.\\nRegel twee."@nl' in ttl
    soort, rdf = haal("/openbaar/competenties", accept="application/rdf+xml")
    assert soort.startswith("application/rdf+xml")
    assert len(ElementTree.fromstring(rdf)) == 3
    for naam, inhoud in (("e.rdf", rdf), ("e.jsonld", haal("/openbaar/competenties.jsonld")[1])):
        terug = {r["naam"]: r for r in skos.lees(naam, inhoud)}
        assert terug["Vogels"]["bovenliggende_uri"].endswith("/openbaar/competenties#natuur")
        assert terug["Vogels"]["synoniemen"] == "gevogelte"


# --- screens --------------------------------------------------------------------------------


@pytest.fixture
def beheerder(browser, wereld):
    mens = MedewerkerFactory()
    RolFactory(rol_code="beheerder", op=None, medewerker=mens)
    return browser(mens)


def test_a_beheerder_tries_and_reads_in_on_screen(beheerder):
    def stuur(**velden):
        bestand = SimpleUploadedFile("skills_nl.csv", CSV)
        return beheerder.post(
            "/competenties/inlezen/", {"bron": "esco", "bestand": bestand} | velden
        )

    proef = stuur(droog="on")
    assert "Er is niets opgeslagen." in proef.content.decode()
    assert Competentie.objects.exists() is False
    assert "2 nieuw" in stuur().content.decode()
    fout = beheerder.post("/competenties/inlezen/", {
        "bron": "esco", "bestand": SimpleUploadedFile("x.rdf", b"<a>")
    })
    assert (fout.status_code, "niet te lezen" in fout.content.decode()) == (400, True)


def test_a_beheerder_keeps_the_own_list_on_screen(beheerder, wereld, browser):
    invoer = {"naam": "Omgevingsrecht", "omschrijving": "x", "synoniemen": "ruimtelijk recht"}
    url = beheerder.post("/competenties/toevoegen/", invoer).url

    assert "ruimtelijk recht" in beheerder.get(url).content.decode()
    beheerder.post(f"{url}wijzigen/", invoer | {"naam": "Recht"})
    assert Competentie.objects.get().naam == "Recht"
    vreemd = browser(wereld.lid)
    assert vreemd.post(f"{url}wijzigen/", invoer).status_code == 403
    assert vreemd.post("/competenties/inlezen/", {
        "bron": "esco", "bestand": SimpleUploadedFile("skills_nl.csv", CSV)
    }).status_code == 403
    assert beheerder.post(f"{url}vervallen/").status_code == 302
    assert Competentie.objects.get().vervallen_op is not None


def test_the_tree_can_be_walked_and_searched(wereld, browser, nu):
    esco(nu)
    client = browser(wereld.lid)
    top = Competentie.objects.get(uri=f"{ESCO}a1")

    assert [c.naam for c in client.get("/competenties/").context["pagina"]] == ["ecologie"]
    gevonden = client.get("/competenties/", {"zoek": "natuurleer"}).context["pagina"]
    assert [c.naam for c in gevonden] == ["ecologie", "vogels tellen"]
    assert "vogels tellen" in client.get(f"/competenties/{top.public_id}/").content.decode()


def test_the_tree_asks_as_many_queries_for_three_as_for_one(wereld, browser):
    client = browser(wereld.lid)

    def tel():
        with CaptureQueriesContext(connection) as vast:
            assert client.get("/competenties/").status_code == 200
        return len(vast)

    CompetentieFactory()
    client.get("/competenties/")
    eerst = tel()
    CompetentieFactory()
    CompetentieFactory()
    assert tel() == eerst


def test_a_list_of_thousands_is_searched_before_it_is_chosen(wereld, browser, vandaag, nu):
    Competentie.objects.bulk_create(
        Competentie(code=f"esco-{n}", naam=f"Vaardigheid {n}", bron="esco", uri=f"{ESCO}{n}")
        for n in range(lijst.KEUZES_MAX + 1)
    )
    CompetentieFactory(naam="Eigen vak")
    doel = Competentie.objects.get(code="esco-7")

    def namen(**vraag):
        return [n for _, groep in lijst.competentie_keuzes(vandaag, **vraag) for _, n in groep]

    assert namen() == ["Eigen vak"]
    assert namen(erbij=[str(doel.public_id), "onzin"]) == ["Eigen vak", "Vaardigheid 7"]
    client = browser(wereld.lid)
    tekst = client.get("/ppp/", {"competentie": "Vaardigheid 7"}).content.decode()
    assert ("Zoek eerst in de hele lijst" in tekst, "Vaardigheid 7" in tekst) == (True, True)
    antwoord = client.post(
        "/ppp/competenties/", {"competentie": str(doel.public_id), "niveau": "2"}
    )
    assert antwoord.status_code == 302
