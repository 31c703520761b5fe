"""E01: the whole chain from besluitenlijst to was_bevoegd, on the small province; and phase 3."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from config.kern.fouten import DomeinFout
from matching.domain.aogroute import aanwijzen, aog_kiezen
from matching.domain.bijwerken import alles_bijwerken
from matching.domain.match import match_voorstellen
from matching.domain.publicatie import (
    deling_beantwoorden,
    reactie_indienen,
    tro_delen,
    tro_publiceren,
)
from matching.domain.termijnen import termijnen_verwerken
from matching.domain.tro import tro_bijwerken
from matching.domain.werving import werving_openen
from matching.enums import Fase
from matching.models import Procedure
from opgaven.models import Opdracht
from pdomein.models import PTeam
from register.enums import Teamrol
from register.models import Inzet, Roltoewijzing
from register.queries import was_bevoegd
from tests.scenario.ketenwerk import (
    als,
    dd_van,
    instemmen,
    leider,
    om,
    plan_sessie,
    programmeren,
    rol,
    vrije_mensen,
    werkdagen_later,
)

DAG = date(2026, 6, 1)


@pytest.fixture
def opdracht(provincie) -> Opdracht:
    """A dynamic opdracht with an adopted profile, waiting for its toets."""
    rij = next(r for r in provincie.bestanden["programma"] if r["lijst"] == "1")
    return Opdracht.objects.select_related("opgave").get(code=rij["opdracht_code"])


@pytest.fixture
def geprogrammeerd(opdracht) -> Opdracht:
    programmeren(opdracht, DAG)
    alles_bijwerken(nu=om(DAG, 16, 1))
    opdracht.refresh_from_db()
    return opdracht


def procedures(opdracht: Opdracht, route: str) -> list[Procedure]:
    return list(
        Procedure.objects.filter(matchvraag__opdracht=opdracht, route=route)
        .select_related("matchvraag__tro", "matchvraag__capaciteitsvraag__professie")
        .order_by("matchvraag__omschrijving")
    )


def aog_erbij(opdracht: Opdracht) -> date:
    """The AOG route: advice, choice, two consents, designation (R288). Gives the first day."""
    (procedure,) = procedures(opdracht, "aog")
    tro = procedure.matchvraag.tro
    dag = werkdagen_later(DAG, 5)
    kandidaat = vrije_mensen("opdrachtgeverschap", tro.fte, dag, tro.einde)[0]
    zitting = plan_sessie(dag, om(DAG, 17))
    punt = zitting.agendeer(procedure)
    zitting.stel_voor(punt, kandidaat)
    zitting.beslis(punt, "advies", kandidaat)
    begin = werkdagen_later(dag, 3)
    nu = om(werkdagen_later(dag, 1))
    aog_kiezen(
        procedure=procedure, medewerker=kandidaat, begin=begin, einde=tro.einde, fte=tro.fte,
        motivatie_matrix="Op dit niveau ervaren.", door=als(dd_van(opdracht, dag), nu), nu=nu,
    )
    match = instemmen(procedure, om(werkdagen_later(dag, 2)))
    nu = om(begin, 10)
    aanwijzen(match=match, door=als("directeur-mo", nu), nu=nu)
    return begin


def aon_erbij(opdracht: Opdracht, vanaf: date) -> date:
    """The AOG proposes, both agree, the directeur M&O designates (R291)."""
    (procedure,) = procedures(opdracht, "aon")
    tro = procedure.matchvraag.tro
    dag, begin = werkdagen_later(vanaf, 1), werkdagen_later(vanaf, 3)
    kandidaat = vrije_mensen("projectmanagement", tro.fte, begin, tro.einde)[0]
    nu = om(dag)
    match_voorstellen(
        procedure=procedure, medewerker=kandidaat, begin=begin, einde=tro.einde, fte=tro.fte,
        motivatie_organisatie="Kent het gebied.", motivatie_persoon="Wil deze stap zetten.",
        door=als(aog_van(opdracht, dag), nu), nu=nu,
    )
    match = instemmen(procedure, om(dag, 14))
    aanwijzen(match=match, door=als("directeur-mo", om(begin, 10)), nu=om(begin, 10))
    return begin


def aog_van(opdracht: Opdracht, dag: date):
    return houder_van("aog", opdracht, dag)


def houder_van(rolcode: str, opdracht: Opdracht, dag: date):
    return (
        Roltoewijzing.objects.nu_bekend().geldig_op(dag)
        .select_related("medewerker__gebruiker")
        .get(opdracht=opdracht, rol__code=rolcode).medewerker
    )


def gedeeld(procedure: Procedure, dag: date) -> list[PTeam]:
    """The AOG finishes the TRO and shares it with the teams of the professie (phase 0)."""
    nu, opdracht = om(dag), procedure.matchvraag.opdracht
    door = als(aog_van(opdracht, dag), nu)
    begin = dag + timedelta(days=35)
    tro_bijwerken(
        procedure=procedure, velden={"begin": begin, "einde": begin + timedelta(days=300)},
        door=door, nu=nu,
    )
    teams = list(PTeam.objects.filter(
        professie=procedure.matchvraag.capaciteitsvraag.professie
    ))
    tro_delen(procedure=procedure, pteams=teams, door=door, nu=nu)
    procedure.refresh_from_db()
    procedure.matchvraag.tro.refresh_from_db()
    return teams


def gepubliceerd(procedure: Procedure, dag: date):
    gedeeld(procedure, dag)
    nu = om(werkdagen_later(dag, 2), 13)
    door = als(aog_van(procedure.matchvraag.opdracht, nu.date()), nu)
    return tro_publiceren(procedure=procedure, door=door, nu=nu)


def reageert(publicatie, procedure: Procedure, dag: date, wie: int = 0):
    tro = procedure.matchvraag.tro
    professie = procedure.matchvraag.capaciteitsvraag.professie.code
    kan = vrije_mensen(professie, tro.fte, tro.begin, tro.einde, met_ppp=True)
    kan += [
        m for m in vrije_mensen(
            "projectmanagement", Decimal(-1), tro.begin, tro.einde, met_ppp=True
        )
        if m not in kan
    ]
    mens = kan[wie]
    reactie_indienen(
        publicatie=publicatie, medewerker=mens, toelichting="Dit is precies mijn werk.",
        door=als(mens, om(dag, 15)), nu=om(dag, 15),
    )
    return mens


def test_besluitenlijst_makes_a_matchvraag_for_every_place(geprogrammeerd):
    """R058, R220, R228, R231: AOG, AON and each place in the team, once, from programmed work."""
    gevraagd = geprogrammeerd.capaciteitsvragen.filter(plaats="team").count()
    assert alles_bijwerken(nu=om(DAG, 16, 2))["matchvragen"] == 0
    assert [len(procedures(geprogrammeerd, r)) for r in ("aog", "aon", "team")] == [1, 1, gevraagd]
    assert procedures(geprogrammeerd, "aog")[0].fase == Fase.MATCHTAFEL


def test_team_waits_for_aog_and_aon(geprogrammeerd):
    """R232: 409 while there is no AOG and no AON."""
    dag = aog_erbij(geprogrammeerd)
    procedure, *_ = procedures(geprogrammeerd, "team")
    with pytest.raises(DomeinFout) as fout:
        gedeeld(procedure, werkdagen_later(dag, 1))
    assert fout.value.zin == "Deze opdracht heeft nog geen AON. Het team komt daarna."
    assert fout.value.status == 409


def test_the_whole_chain_ends_in_the_register(geprogrammeerd):
    """E01, R250, R297: from besluitenlijst to inzet, and the register answers for AOG and AON."""
    opdracht = geprogrammeerd
    dag_aog = aog_erbij(opdracht)
    dag_aon = aon_erbij(opdracht, dag_aog)
    procedure, *_ = procedures(opdracht, "team")
    dag = werkdagen_later(dag_aon, 1)

    (team, *_) = gedeeld(procedure, dag)
    deling = procedure.delingen.get(pteam=team)
    nu = om(werkdagen_later(dag, 1))
    deling_beantwoorden(deling=deling, antwoord="nee", door=als(leider(team, dag), nu), nu=nu)
    publiceerdag = werkdagen_later(dag, 2)
    nu = om(publiceerdag, 13)
    publicatie = tro_publiceren(
        procedure=procedure, door=als(aog_van(opdracht, publiceerdag), nu), nu=nu
    )
    assert publicatie.vroegste_bespreekdatum == werkdagen_later(publiceerdag, 6)

    gekozen = reageert(publicatie, procedure, werkdagen_later(publiceerdag, 1))
    ander = reageert(publicatie, procedure, werkdagen_later(publiceerdag, 1), wie=1)

    vroegste = publicatie.vroegste_bespreekdatum
    te_vroeg = plan_sessie(werkdagen_later(publiceerdag, 5), om(publiceerdag, 14))
    with pytest.raises(DomeinFout) as fout:
        te_vroeg.agendeer(procedure)
    assert fout.value.status == 409
    assert termijnen_verwerken(nu=om(vroegste) - timedelta(hours=9, minutes=1)) == {}
    assert termijnen_verwerken(nu=om(vroegste) - timedelta(hours=8, minutes=59)) == {"verwerkt": 1}
    procedure.refresh_from_db()
    assert procedure.fase == Fase.MATCHTAFEL

    zitting = plan_sessie(vroegste, om(publiceerdag, 14))
    punt = zitting.agendeer(procedure)
    assert {k.medewerker for k in punt.kandidaten.all()} == {gekozen, ander}
    zitting.beslis(punt, "gematcht", gekozen)
    match = instemmen(procedure, om(werkdagen_later(vroegste, 1)))

    match.refresh_from_db()
    procedure.refresh_from_db()
    assert (match.status, procedure.fase) == ("definitief", Fase.GEMATCHT)
    inzet = Inzet.objects.get(pk=match.inzet_id)
    assert (inzet.medewerker, inzet.opdracht, inzet.teamrol) == (gekozen, opdracht, Teamrol.TEAMLID)
    assert inzet.besluit == match.besluit
    assert publicatie.reacties.get(medewerker=gekozen).status == "gekozen"
    assert publicatie.reacties.get(medewerker=ander).status == "niet_gekozen"

    opdracht.refresh_from_db()
    assert opdracht.status == "in_uitvoering"
    for rolcode in ("aog", "aon"):
        antwoord = was_bevoegd(
            medewerker=houder_van(rolcode, opdracht, vroegste), opdracht=opdracht, op=vroegste,
            bekend_op=om(vroegste, 12), rol_code=rolcode, bedrag=Decimal(20_000),
        )
        assert (antwoord.antwoord, antwoord.is_rechtmatig) == ("ja", True)
        assert antwoord.bevoegdheden


def test_without_a_match_the_place_goes_out_with_its_file(geprogrammeerd):
    """R274, R275: phase 3 after the table, opened by the P-manager of the logical home team."""
    opdracht = geprogrammeerd
    dag = werkdagen_later(aon_erbij(opdracht, aog_erbij(opdracht)), 1)
    procedure, *_ = procedures(opdracht, "team")
    publicatie = gepubliceerd(procedure, dag)
    vroegste = publicatie.vroegste_bespreekdatum
    termijnen_verwerken(nu=om(vroegste))
    zitting = plan_sessie(vroegste, om(dag, 16))
    zitting.beslis(zitting.agendeer(procedure), "naar_extern")
    procedure.refresh_from_db()
    assert procedure.fase == Fase.EXTERN

    pteam = PTeam.objects.filter(
        professie=procedure.matchvraag.capaciteitsvraag.professie
    ).first()
    nu = om(werkdagen_later(vroegste, 1))
    aanvraag = {
        "procedure": procedure, "soort": "inlening", "reden": "niet_tijdig", "pteam": pteam,
        "motivering": "Een partner heeft iemand.", "partner": "gemeente Oosterwaard",
        "begin": nu.date() + timedelta(days=30), "einde": nu.date() + timedelta(days=460),
        "vwnw_bekeken": True, "nu": nu,
    }
    with pytest.raises(DomeinFout) as fout:
        werving_openen(**aanvraag, door=als("medewerker", nu))
    assert fout.value.status == 403
    with pytest.raises(DomeinFout) as fout:
        werving_openen(**aanvraag, door=als(leider(pteam, nu.date()), nu))
    assert fout.value.beletsel.veld == "uitleg_langer_dan_jaar"
    werving = werving_openen(
        **aanvraag, uitleg_langer_dan_jaar="Tot de oplevering nodig.",
        door=als(leider(pteam, nu.date()), nu),
    )
    assert werving.dossier
    assert procedure.termijnen.filter(afleiding__moment="jaarsignaal").count() == 1


def test_a_demo_person_per_role_is_in_service(provincie):
    """SCHERMEN, Who comes in: every role has a login that works."""
    for rij in provincie.bestanden["demorollen"]:
        mens = rol(rij["code"])
        assert mens.gebruiker.is_active
        assert mens.gebruiker.check_password("inzet-demo")
