"""Learning agreements: of two people, in the 10%, with 70-20-10 as the usual split."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from config.kern.actor import SYSTEEM, Recht
from config.kern.fouten import DomeinFout, Soort
from config.kern.models import Bericht, Inzage, Logregel
from pdomein.afspraak import Afspraak
from pdomein.domain import ontwikkeling as domein
from pdomein.domain.leeraanbod import leerthemas_vullen
from pdomein.models import Leerthema, Ontwikkelafspraak, PPPVersie
from pdomein.queries import ontwikkeling as leren
from tests.factories.pdomein import CompetentieFactory, MedewerkerFactory, PPPFactory, actor_van

INHOUD = Afspraak(
    doel="Een team leiden", vorm="werkend", route="eigen_team", begin=date(2026, 6, 1),
    klaar_op=date(2026, 12, 1), uren=Decimal(40),
)
INVOER = {
    "doel": "Een team leiden", "vorm": "werkend", "route": "eigen_team", "soort": "vrij",
    "begin": "2026-06-01", "klaar_op": "2026-12-01", "uren": "40",
}


@pytest.fixture
def lid(wereld):
    return actor_van(wereld.lid)


@pytest.fixture
def baas(wereld):
    return actor_van(wereld.pmanager)


@pytest.fixture
def voorstel(wereld, lid, nu):
    return domein.ontwikkelafspraak_voorstellen(
        medewerker=wereld.lid, inhoud=INHOUD, door=lid, nu=nu
    )


@pytest.fixture
def afspraak(voorstel, baas, nu):
    return domein.ontwikkelafspraak_instemmen(afspraak=voorstel, door=baas, nu=nu)


def weigering(opdracht, **velden):
    with pytest.raises(DomeinFout) as fout:
        opdracht(**velden)
    return fout.value.beletsel


def test_only_the_person_and_the_own_pmanager_have_anything_to_say(wereld, voorstel, nu):
    """R139: also not another P-manager, a beheerder or the program."""
    ander = MedewerkerFactory()
    vreemden = [
        actor_van(wereld.collega), actor_van(ander, (Recht.PTEAM_LEIDEN, wereld.ander_team)),
        actor_van(ander, Recht.MEDEWERKERS_BEHEREN), SYSTEEM,
    ]
    for door in vreemden:
        for opdracht, extra in (
            (domein.ontwikkelafspraak_voorstellen,
             {"medewerker": wereld.lid, "inhoud": INHOUD}),
            (domein.ontwikkelafspraak_wijzigen, {"afspraak": voorstel, "inhoud": INHOUD}),
            (domein.ontwikkelafspraak_instemmen, {"afspraak": voorstel}),
            (domein.ontwikkelafspraak_afsluiten, {"afspraak": voorstel, "is_gedaan": False}),
            (domein.opleidingsbudget_besluiten,
             {"afspraak": voorstel, "budget": Decimal(100)}),
            (domein.ontwikkelafspraken_inzien, {"medewerker": wereld.lid}),
        ):
            assert weigering(opdracht, door=door, nu=nu, **extra).soort is Soort.RECHT


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"doel": " "}, "doel"), ({"doel": "x" * 251}, "doel"), ({"vorm": "lezen"}, "vorm"),
        ({"route": "maan"}, "route"), ({"soort": "moet"}, "soort"),
        ({"uren": Decimal(-1)}, "uren"), ({"klaar_op": date(2026, 5, 1)}, "klaar_op"),
        ({"klaar_op": date(2036, 5, 1)}, "klaar_op"),
        ({"goede_gesprek_op": date(2026, 7, 1)}, "goede_gesprek_op"),
        ({"academie_url": "javascript:alert(1)"}, "academie_url"),
    ],
)
def test_an_agreement_is_checked_by_field(wereld, lid, nu, velden, veld):
    assert weigering(
        domein.ontwikkelafspraak_voorstellen, medewerker=wereld.lid,
        inhoud=replace(INHOUD, **velden), door=lid, nu=nu,
    ).veld == veld


def test_an_agreement_takes_two(wereld, voorstel, lid, baas, nu):
    """R139, R337: proposed at any time, agreed by both, each once."""
    assert voorstel.status == "voorstel"
    assert weigering(
        domein.ontwikkelafspraak_instemmen, afspraak=voorstel, door=lid, nu=nu
    ).zin == "Jij bent al akkoord."

    samen = domein.ontwikkelafspraak_instemmen(afspraak=voorstel, door=baas, nu=nu)

    assert (samen.status, samen.akkoord_pmanager) == ("afgesproken", wereld.pmanager)
    assert weigering(
        domein.ontwikkelafspraak_instemmen, afspraak=voorstel, door=baas, nu=nu
    ).soort is Soort.TOESTAND


def test_the_database_wants_two_as_well(voorstel):
    with pytest.raises(IntegrityError), transaction.atomic():
        Ontwikkelafspraak.objects.filter(pk=voorstel.pk).update(status="afgesproken")


def test_an_agreed_change_is_a_version_of_the_ppp(wereld, lid, baas, nu):
    """R146"""
    PPPFactory(medewerker=wereld.lid)
    rij = domein.ontwikkelafspraak_voorstellen(
        medewerker=wereld.lid, inhoud=INHOUD, door=baas, nu=nu
    )

    domein.ontwikkelafspraak_instemmen(afspraak=rij, door=lid, nu=nu)

    assert PPPVersie.objects.get().aanleiding == "Ontwikkelafspraak: Een team leiden"


def test_a_change_asks_the_other_again(afspraak, lid, baas, nu):
    """R139"""
    gelijk = domein.ontwikkelafspraak_wijzigen(afspraak=afspraak, inhoud=INHOUD, door=lid, nu=nu)
    assert gelijk.status == "afgesproken"

    anders = domein.ontwikkelafspraak_wijzigen(
        afspraak=afspraak, inhoud=replace(INHOUD, uren=Decimal(80)), door=baas, nu=nu
    )

    assert (anders.status, anders.akkoord_medewerker_op) == ("voorstel", None)
    assert anders.akkoord_pmanager_op == nu


def test_done_says_what_it_brought_and_is_closed(voorstel, afspraak, lid, nu):
    assert weigering(
        domein.ontwikkelafspraak_afsluiten, afspraak=afspraak, is_gedaan=True, door=lid, nu=nu
    ).veld == "evaluatie"

    klaar = domein.ontwikkelafspraak_afsluiten(
        afspraak=afspraak, is_gedaan=True, evaluatie="Ik durf het nu.", door=lid, nu=nu
    )

    assert klaar.status == "gedaan"
    for opdracht, extra in (
        (domein.ontwikkelafspraak_afsluiten, {"is_gedaan": False}),
        (domein.ontwikkelafspraak_wijzigen, {"inhoud": INHOUD}),
    ):
        assert weigering(
            opdracht, afspraak=afspraak, door=lid, nu=nu, **extra
        ).zin == "Deze afspraak is al afgesloten."


def test_a_proposal_cannot_be_done(voorstel, lid, nu):
    assert weigering(
        domein.ontwikkelafspraak_afsluiten, afspraak=voorstel, is_gedaan=True, evaluatie="x",
        door=lid, nu=nu,
    ).soort is Soort.TOESTAND


def test_the_budget_is_decided_by_the_pmanager(afspraak, lid, baas, wereld, nu):
    """R329"""
    velden = {"afspraak": afspraak, "budget": Decimal(750), "nu": nu}
    assert weigering(domein.opleidingsbudget_besluiten, door=lid, **velden).soort is Soort.RECHT

    rij = domein.opleidingsbudget_besluiten(door=baas, **velden)

    assert (rij.budget, rij.budget_door) == (Decimal(750), wereld.pmanager)
    rij = domein.opleidingsbudget_besluiten(afspraak=rij, budget=None, door=baas, nu=nu)
    assert rij.budget_door_id is None


def test_the_look_of_the_pmanager_is_noted_and_the_own_is_not(wereld, afspraak, lid, baas, nu):
    """R139, R408"""
    domein.ontwikkelafspraken_inzien(medewerker=wereld.lid, door=lid, nu=nu)
    domein.ontwikkelafspraken_inzien(medewerker=wereld.lid, door=baas, nu=nu)

    assert [(i.wie_naam, i.wat) for i in Inzage.objects.all()] == [
        (wereld.pmanager.naam, "Ontwikkelafspraken")
    ]


def test_a_new_pmanager_takes_over_and_the_old_one_is_out(wereld, afspraak, baas, nu, vandaag):
    """R142: the own P-manager is the one of today."""
    wereld.lid.plaatsingen.update(pteam=wereld.ander_team)

    assert weigering(
        domein.ontwikkelafspraken_inzien, medewerker=wereld.lid, door=baas, nu=nu
    ).soort is Soort.RECHT


def test_messages_and_logbook_hold_no_content(afspraak):
    """SCHERMEN 15, BETROUWBAAR 50"""
    teksten = [f"{b.onderwerp} {b.tekst}" for b in Bericht.objects.all()]
    teksten += [f"{r.object_naam} {r.gegevens}" for r in Logregel.objects.all()]

    assert len(teksten) >= 2
    assert [t for t in teksten if "Een team leiden" in t] == []


def test_development_time_is_a_tenth_of_the_week(wereld, afspraak, vandaag):
    """R138, R148: 36 hours x 52 weeks x 10%."""
    tijd = leren.leertijd_van(wereld.lid, vandaag)

    assert (tijd.beschikbaar, tijd.afgesproken) == (Decimal("187.2"), Decimal("40.0"))
    assert [(d.pct, d.norm) for d in tijd.delen] == [(100, 70), (0, 20), (0, 10)]


def test_a_team_shows_its_split_only_from_five_people(wereld, nu, vandaag):
    """R148, R346"""
    for n in range(5):
        mens = MedewerkerFactory(pteam=wereld.pteam)
        rij = domein.ontwikkelafspraak_voorstellen(
            medewerker=mens, inhoud=replace(INHOUD, vorm="training" if n else "werkend"),
            door=actor_van(mens), nu=nu,
        )
        if n == 4:
            assert leren.leertijd_van_team(wereld.pteam, vandaag) is None
        domein.ontwikkelafspraak_instemmen(
            afspraak=rij, door=actor_van(wereld.pmanager), nu=nu
        )

    tijd = leren.leertijd_van_team(wereld.pteam, vandaag)
    assert [d.pct for d in tijd.delen] == [20, 0, 80]


def test_the_themes_of_the_offer_are_there_from_the_first_day(db, vandaag):
    """R390, R391: eleven themes with sub-themes; focus themes say so."""
    leerthemas_vullen()

    assert leerthemas_vullen() == 0
    assert Leerthema.objects.filter(bovenliggende=None).count() == 11
    keuzes = dict(leren.thema_keuzes(vandaag))
    assert ("de-basis-van-ai", "De basis van AI (focus 2026)") in keuzes["Digitale ontwikkeling"]


def test_the_obligatory_package_follows_the_work(wereld, lid, nu, vandaag):
    """R360"""
    regie = actor_van(wereld.collega, (Recht.DOMEIN_REGIE, wereld.ander_team.domein))
    for naam, extra in (
        ("Integer werken", {}), ("AI", {"functiegroep": "specialist"}),
        ("Voor leiders", {"functiegroep": "tactisch_leider"}),
        ("Geodata", {"professie": wereld.ander_team.professie}),
    ):
        domein.basisonderdeel_vastleggen(naam=naam, door=regie, nu=nu, **extra)

    def pakket():
        return [(b.naam, bool(a)) for b, a in leren.basispakket_van(wereld.lid, vandaag)]

    assert pakket() == [("AI", False), ("Integer werken", False)]
    basis = leren.basispakket_van(wereld.lid, vandaag)[0][0]
    domein.ontwikkelafspraak_voorstellen(
        medewerker=wereld.lid, inhoud=replace(INHOUD, basisonderdeel=basis), door=lid, nu=nu
    )
    assert pakket()[0] == ("AI", True)
    domein.basisonderdeel_vervallen(onderdeel=basis, door=regie, nu=nu)
    assert pakket() == [("Integer werken", False)]
    assert weigering(
        domein.basisonderdeel_vastleggen, naam="x", door=lid, nu=nu
    ).soort is Soort.RECHT


def test_the_demand_for_learning_is_numbers_of_at_least_five(wereld, nu, vandaag, browser):
    """R332, R394"""
    stikstof, water = CompetentieFactory(naam="Stikstof"), CompetentieFactory(naam="Water")
    for n in range(5):
        ppp = PPPFactory(medewerker=MedewerkerFactory(), competenties=[(stikstof, 2), (water, 1)])
        ppp.competenties.filter(competentie=stikstof).update(wil_ontwikkelen=True)
        if n < 4:
            ppp.competenties.filter(competentie=water).update(wil_ontwikkelen=True)

    assert [(r["competentie"], r["wil_groeien"]) for r in leren.leervraag(vandaag)] == [
        ("Stikstof", 5)
    ]
    assert browser(wereld.lid).get("/ontwikkeling/leervraag.csv").status_code == 403


# --- screens --------------------------------------------------------------------------------


def test_from_proposal_to_evaluation_on_screen(wereld, browser):
    mens, baas = browser(wereld.lid), browser(wereld.pmanager)
    pad = f"/medewerkers/{wereld.lid.public_id}/ontwikkeling/voorstellen/"

    fout = mens.post(pad, INVOER | {"klaar_op": "2025-01-01"})
    assert (fout.status_code, "Een team leiden" in fout.content.decode()) == (400, True)
    url = mens.post(pad, INVOER).url
    assert Ontwikkelafspraak.objects.count() == 1
    assert "Wacht op jou" in baas.get("/medewerkers/").content.decode()
    assert baas.post(f"{url}instemmen/").status_code == 302
    assert baas.post(f"{url}budget/", {"budget": "500"}).status_code == 302
    assert mens.post(f"{url}wijzigen/", INVOER | {"uren": "50"}).status_code == 302
    assert baas.post(f"{url}instemmen/").status_code == 302
    fout = mens.post(f"{url}afsluiten/", {"uitkomst": "gedaan"})
    assert fout.status_code == 400
    assert mens.post(
        f"{url}afsluiten/", {"uitkomst": "gedaan", "evaluatie": "Geleerd"}
    ).status_code == 302
    assert "Geleerd" in baas.get(url).content.decode()
    assert mens.get("/ontwikkeling/").status_code == 200
    assert baas.get(f"/medewerkers/{wereld.lid.public_id}/ontwikkeling/").status_code == 200


def test_for_anybody_else_there_is_no_agreement(wereld, afspraak, browser):
    """R139: 404, so that also the existence is private."""
    client = browser(wereld.collega)
    url = f"/ontwikkeling/{afspraak.public_id}/"

    for pad in (url, f"{url}wijzigen/", f"/medewerkers/{wereld.lid.public_id}/ontwikkeling/",
                f"/medewerkers/{wereld.lid.public_id}/ontwikkeling/voorstellen/"):
        assert client.get(pad).status_code == 404
    for deel in ("instemmen", "afsluiten", "budget"):
        assert client.post(f"{url}{deel}/").status_code == 404


def test_the_page_of_a_person_for_the_pmanager_holds_only_lawful_fields(wereld, browser, vandaag):
    """R327, R328: less time without a reason, and the sentence about what to keep out."""
    wereld.lid.beschikbaarheden.create(
        fte_minder=Decimal("0.2"), begin=vandaag - timedelta(days=900), einde=None
    )
    pad = f"/medewerkers/{wereld.lid.public_id}/"

    baas = browser(wereld.pmanager).get(pad).content.decode()
    collega = browser(wereld.collega).get(pad).content.decode()

    assert ("0,2 fte minder" in baas, "niets over gezondheid" in baas) == (True, True)
    assert ("fte minder" in collega, "Aanstelling" in collega) == (False, False)


@pytest.mark.parametrize(
    "pad", ["/ontwikkeling/", "/medewerkers/", "team", "/ontwikkeling/basispakket/"]
)
def test_lists_ask_as_many_queries_for_three_as_for_one(wereld, browser, lid, nu, pad):
    client = browser(wereld.lid if "ontwikkeling/" in pad else wereld.pmanager)
    pad = f"/pteams/{wereld.pteam.public_id}/ontwikkeling/" if pad == "team" else pad

    def maak():
        domein.ontwikkelafspraak_voorstellen(
            medewerker=wereld.lid, inhoud=INHOUD, door=lid, nu=nu
        )

    def tel():
        with CaptureQueriesContext(connection) as vast:
            assert client.get(pad).status_code == 200
        return len(vast)

    maak()
    client.get(pad)
    eerst = tel()
    maak()
    maak()

    assert tel() == eerst


def test_the_schouw_is_numbers_for_who_leads_the_team(wereld, browser):
    """R336: printable, without a judgment of a person."""
    PPPFactory(medewerker=wereld.lid, competenties=[(CompetentieFactory(naam="Stikstof"), 4)])
    pad = f"/pteams/{wereld.pteam.public_id}/schouw/"

    antwoord = browser(wereld.pmanager).get(pad)

    assert antwoord.context["competenties"] == [("Stikstof", 1, 1)]
    assert antwoord.context["groepen"] == [("Specialist", 1, Decimal(1))]
    assert wereld.lid.naam not in antwoord.content.decode()
    assert browser(wereld.collega).get(pad).status_code == 403
