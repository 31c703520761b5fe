"""The one statement and the slow, obvious version agree; and what may be read (R345, R349)."""

import random
import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.kern.werkdagen import lokale_dag
from matching.domain import rangschikking
from matching.queries_rangschikking import rangschik, statement, vraag_van
from pdomein.models import PPP, Beschikbaarheid, Medewerker, PPPCompetentie, Rolomvang
from tests.factories.kern import NU, BesluitFactory
from tests.factories.matchtafel import maak_inzet, maak_opdracht, maak_procedure, maak_reactie
from tests.factories.pdomein import CompetentieFactory, MedewerkerFactory, PPPFactory, PTeamFactory
from tests.matching.rangschikking_langzaam import rangschik_langzaam

pytestmark = pytest.mark.django_db
DAG = lokale_dag(NU)
GEWOON = {"dag": DAG, "ontwikkel_pct": 10, "externen": False, "pteam_ids": []}


@pytest.fixture
def competenties():
    return [CompetentieFactory() for _ in range(6)]


def collega(competenties, **velden):
    """A published PPP with these levels."""
    ppp_velden = {k: velden.pop(k) for k in ("gepubliceerd", "zichtbaar_kennis") if k in velden}
    medewerker = MedewerkerFactory(**velden)
    PPPFactory(medewerker=medewerker, competenties=competenties, **ppp_velden)
    return medewerker


def namen(uitslag):
    return [r.naam for r in uitslag.rijen]


def bevolking(seed: int, competenties, procedure):
    """Some tens of people, drawn from a seed, in every state that matters."""
    rnd = random.Random(seed)
    besluit = BesluitFactory()
    ander = maak_opdracht(procedure.matchvraag.opdracht.opgave)
    opdrachten = [procedure.matchvraag.opdracht, ander, maak_opdracht()]
    teams = [PTeamFactory(), PTeamFactory()]
    for n in range(rnd.randint(5, 45)):
        m = MedewerkerFactory(
            naam=f"Mens {n}", schaal=rnd.choice([8, 9, 10, 11, 12, 13, 14]),
            aanstelling_fte=Decimal(rnd.choice(["0.4", "0.6", "0.8", "1.0"])),
            pteam=rnd.choice(teams),
        )
        Medewerker.objects.filter(pk=m.pk).update(
            dienstverband=rnd.choice(["vast"] * 6 + ["extern", "bestuur"]),
            schaal=rnd.choice([m.schaal] * 9 + [None]),
            uit_dienst=rnd.choice([None] * 8 + [date(2026, 9, 1), date(2028, 1, 1)]),
        )
        if rnd.random() < 0.9:
            _profiel(rnd, m, competenties)
        for _ in range(rnd.randint(0, 3)):
            begin = date(2026, rnd.randint(1, 12), 1)
            einde = rnd.choice([None, begin + timedelta(days=rnd.randint(20, 300))])
            fte = rnd.choice(["0.1", "0.2", "0.4"])
            maak_inzet(m, rnd.choice(opdrachten), fte, begin, einde, besluit)
        if rnd.random() < 0.2:
            Beschikbaarheid.objects.create(
                medewerker=m, fte_minder=Decimal("0.3"), begin=date(2026, 7, 1),
                einde=rnd.choice([None, date(2026, 8, 1)]),
            )
        if rnd.random() < 0.2:
            Rolomvang.objects.create(medewerker=m, rol="p_manager", pct=50, begin=date(2025, 1, 1))
        if rnd.random() < 0.2:
            maak_reactie(procedure, Medewerker.objects.get(pk=m.pk),
                         deelt_wensen=rnd.random() < 0.5,
                         status=rnd.choice(["ingediend", "op_tafel", "ingetrokken"]))
    return [teams[0].pk]


def _profiel(rnd, medewerker, competenties):
    ppp = PPP.objects.create(
        medewerker=medewerker, bijgewerkt_op=NU, gepubliceerd_op=rnd.choice([NU, NU, NU, None]),
        zichtbaar_kennis=rnd.choice(["iedereen", "iedereen", "matchen", "pmanager"]),
        pauze_tot=rnd.choice([None] * 6 + [DAG, DAG + timedelta(days=9)]),
    )
    PPPCompetentie.objects.bulk_create(
        PPPCompetentie(ppp=ppp, competentie=c, niveau=rnd.randint(1, 5),
                       wil_ontwikkelen=rnd.random() < 0.3)
        for c in competenties
        if rnd.random() < 0.5
    )


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**6), met_schaal=st.booleans(), externen=st.booleans())
def test_statement_and_slow_version_give_the_same_order_and_contributions(
    competenties, seed, met_schaal, externen
):
    """SNEL §1: same people, same order, same contributions, same reasons to fail."""
    rnd = random.Random(seed + 1)
    with transaction.atomic():
        gevraagd = [
            (c, rnd.randint(1, 5), rnd.randint(1, 4), rnd.random() < 0.2)
            for c in competenties
            if rnd.random() < 0.7
        ]
        procedure = maak_procedure(
            competenties=gevraagd, schaal=(10, 12) if met_schaal else (0, 0),
            fte=Decimal(rnd.choice(["0.2", "0.5", "1.0"])),
        )
        if not met_schaal:
            procedure.matchvraag.tro.schaal_van = procedure.matchvraag.tro.schaal_tot = None
            procedure.matchvraag.tro.save()
        pteam_ids = bevolking(seed, competenties, procedure)
        vraag = vraag_van(procedure, DAG)
        keuze = {**GEWOON, "externen": externen, "pteam_ids": pteam_ids}

        snel = rangschik(vraag, **keuze)
        langzaam = rangschik_langzaam(vraag, **keuze)

        passend = [m for m in langzaam if not m["valt_af"]]
        assert [
            (r.medewerker_id, r.bijdragen, r.buiten_niveau, r.heeft, r.vrij, r.lot)
            for r in snel.rijen
        ] == [
            (m["id"], m["bijdragen"], m["buiten_niveau"], m["heeft"], m["vrij"], m["lot"])
            for m in passend[:20]
        ]
        assert snel.bekeken == len(langzaam)
        assert [(r.medewerker_id, r.valt_af) for r in snel.afgevallen_reacties] == [
            (m["id"], m["valt_af"]) for m in langzaam if m["valt_af"] and m["reageerde"]
        ]
        transaction.set_rollback(True)


def test_within_the_level_comes_before_outside_whatever_the_rest(competenties):
    """R262: horizontal first; outside is marked and asks a motivation."""
    c = competenties[0]
    collega([(c, 5)], naam="Erboven", schaal=14)
    collega([(c, 1)], naam="Ernaast", schaal=11)
    procedure = maak_procedure(competenties=[(c, 4, 2, False)])

    uitslag = rangschik(vraag_van(procedure, DAG), **GEWOON)

    assert [(r.naam, r.buiten_niveau) for r in uitslag.rijen] == [
        ("Ernaast", False), ("Erboven", True)
    ]
    zinnen = [rangschikking.voorstel(vraag_van(procedure, DAG), r).bijdragen[1].zin
              for r in uitslag.rijen]
    assert zinnen == [
        "Binnen het gevraagde niveau: horizontaal te matchen.",
        "Buiten het gevraagde niveau; een keuze vraagt een motivering.",
    ]


def test_each_hard_condition_is_named(competenties):
    """The one that fails is named; nobody falls out silently."""
    c, vereist = competenties[:2]
    procedure = maak_procedure(competenties=[(c, 3, 2, False), (vereist, 3, 2, True)])
    besluit = BesluitFactory()
    mist = collega([(c, 5), (vereist, 2)], naam="Mist")
    vol = collega([(c, 5), (vereist, 3)], naam="Vol")
    maak_inzet(vol, maak_opdracht(), "0.9", date(2026, 10, 1), date(2026, 11, 1), besluit)
    pauze = collega([(c, 5), (vereist, 3)], naam="Pauze")
    PPP.objects.filter(medewerker=pauze).update(pauze_tot=DAG + timedelta(days=1))
    extern = collega([(c, 5), (vereist, 3)], naam="Extern")
    Medewerker.objects.filter(pk=extern.pk).update(dienstverband="extern")
    for m in (mist, vol, pauze, extern):
        maak_reactie(procedure, m)

    uitslag = rangschik(vraag_van(procedure, DAG), **GEWOON)

    assert uitslag.rijen == ()
    assert {r.naam: r.valt_af for r in uitslag.afgevallen_reacties} == {
        "Mist": ("vereist",), "Vol": ("uren",), "Pauze": ("pauze",), "Extern": ("extern",)
    }
    assert uitslag.tellingen == {"extern": 1, "pauze": 1, "uren": 1, "vereist": 1}


def test_unpublished_profile_counts_only_for_who_reacted_and_for_the_own_pmanager(competenties):
    """Q36: not for the recruiter's search."""
    c = competenties[0]
    team = PTeamFactory()
    stil = collega([(c, 4)], naam="Stil", gepubliceerd=False, pteam=team)
    procedure = maak_procedure(competenties=[(c, 3, 2, False)])
    vraag = vraag_van(procedure, DAG)

    assert namen(rangschik(vraag, **GEWOON)) == []
    assert namen(rangschik(vraag, **{**GEWOON, "pteam_ids": [team.pk]})) == ["Stil"]
    maak_reactie(procedure, stil)
    assert namen(rangschik(vraag, **GEWOON)) == ["Stil"]


def test_hidden_part_of_a_published_profile_does_not_count(competenties):
    c = competenties[0]
    collega([(c, 4)], zichtbaar_kennis="matchen")
    procedure = maak_procedure(competenties=[(c, 3, 2, False)])

    assert namen(rangschik(vraag_van(procedure, DAG), **GEWOON)) == []


def test_wish_counts_only_with_consent(competenties):
    """R345: part 2 only when the person shared it with this reaction."""
    c = competenties[0]
    procedure = maak_procedure(competenties=[(c, 3, 2, False)])
    deelt, zwijgt = collega([(c, 3)], naam="Deelt"), collega([(c, 3)], naam="Zwijgt")
    PPPCompetentie.objects.update(wil_ontwikkelen=True)
    maak_reactie(procedure, deelt, deelt_wensen=True)
    maak_reactie(procedure, zwijgt)
    vraag = vraag_van(procedure, DAG)

    uitslag = rangschik(vraag, **GEWOON)

    assert {r.naam: (r.bijdragen["wens"], r.wensen) for r in uitslag.rijen} == {
        "Deelt": (50, (c.pk,)), "Zwijgt": (0, ())
    }
    zin = {r.naam: rangschikking.voorstel(vraag, r).bijdragen[3].zin for r in uitslag.rijen}
    assert zin["Zwijgt"] == "Telt niet mee: ontwikkelwensen zijn hier niet gedeeld."


def test_a_place_is_explained_in_words_and_two_short_rows(competenties):
    """R109, R355: matched and missing, why, and never a percentage or a scale."""
    a, b, c = competenties[:3]
    collega([(a, 4), (b, 1)], schaal=11)
    procedure = maak_procedure(
        competenties=[(a, 3, 2, False), (b, 3, 2, False), (c, 2, 1, False)]
    )
    vraag = vraag_van(procedure, DAG)

    een = rangschikking.voorstellen(vraag, rangschik(vraag, **GEWOON))[0]

    assert een.heeft == (a.naam,)
    assert set(een.mist) == {f"{b.naam} (niveau 1, gevraagd 3)", c.naam}
    assert een.bijdragen[0].zin == (
        "Heeft 2 van de 3 gevraagde competenties, waarvan 1 op het gevraagde niveau of hoger."
    )
    assert een.waarom == "Staat hier vooral door: competenties, niveau en vrije uren."
    alles = " ".join([een.waarom, *(b.zin + b.woord for b in een.bijdragen)])
    assert "%" not in alles
    assert "11" not in alles


def test_order_of_equals_is_stable(competenties):
    """Ties are broken by a stored number, not by who was here first."""
    c = competenties[0]
    for n in range(6):
        collega([(c, 3)], naam=f"Gelijk {n}")
    vraag = vraag_van(maak_procedure(competenties=[(c, 3, 2, False)]), DAG)

    eerste = namen(rangschik(vraag, **GEWOON))

    assert eerste == namen(rangschik(vraag, **GEWOON))
    assert sorted(eerste) == [f"Gelijk {n}" for n in range(6)]


def test_ranking_reads_nothing_about_origin_age_gender_or_health():
    """R349: the schema has no such field, and the statement reads only named columns."""
    verboden = re.compile(
        r"geboorte|leeftijd|geslacht|gender|afkomst|nationaliteit|herkomst_|religie|geloof|ziek"
        r"|verzuim|gezondheid|beperking|orientatie|opleidingsniveau|politiek",
        re.IGNORECASE,
    )
    velden = {
        f"{model.__name__}.{veld.name}"
        for model in (Medewerker, PPP, PPPCompetentie, Beschikbaarheid)
        for veld in model._meta.get_fields()
    }

    assert [v for v in velden if verboden.search(v)] == []
    assert verboden.findall(statement()) == []


def test_ranking_is_one_statement(competenties, django_assert_num_queries):
    c = competenties[0]
    procedure = maak_procedure(competenties=[(c, 3, 2, False)])
    vraag = vraag_van(procedure, DAG)
    for _ in range(3):
        collega([(c, 3)])

    with django_assert_num_queries(1):
        rangschik(vraag, **GEWOON)
