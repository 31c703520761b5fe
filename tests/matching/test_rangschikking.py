"""The one statement and the slow, obvious version agree; and what may be read (R345, R349)."""

import json
import random
import re
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.kern.actor import Recht
from config.kern.werkdagen import lokale_dag
from matching.domain import rangschikking
from matching.domain.herhalen import herhaal, invoer_van, vergelijk
from matching.domain.kandidaat import suggestie_vragen
from matching.domain.weging import effect_van
from matching.models import Kandidaat, Weging
from matching.queries_rangschikking import groeivraag, rangschik, statement, vraag_van
from pdomein.models import PPP, Beschikbaarheid, Medewerker, PPPCompetentie, Rolomvang
from tests.factories.kern import NU, BesluitFactory
from tests.factories.matchtafel import maak_inzet, maak_opdracht, maak_procedure, maak_reactie
from tests.factories.pdomein import (
    CompetentieFactory,
    MedewerkerFactory,
    PPPFactory,
    PTeamFactory,
    actor_van,
)
from tests.matching.rangschikking_langzaam import rangschik_langzaam

pytestmark = pytest.mark.django_db
DAG = lokale_dag(NU)
GEWOON = {"dag": DAG, "ontwikkel_pct": 10, "externen": False, "pteam_ids": []}


@pytest.fixture
def competenties():
    """Six of the list; the last two are a part of the first."""
    los = [CompetentieFactory() for _ in range(4)]
    return [*los, *[CompetentieFactory(bovenliggende=los[0]) for _ in range(2)]]


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
        ruim = rangschik(vraag, **keuze, top=500)
        logboek = json.loads(json.dumps(invoer_van(vraag, ruim, pteam_ids, DAG)))
        assert herhaal(logboek) == json.loads(
            json.dumps(rangschikking.als_gegevens(vraag, ruim))
        )
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
        for model in (Medewerker, PPP, PPPCompetentie, Beschikbaarheid, Kandidaat, Weging)
        for veld in model._meta.get_fields()
    }

    assert [v for v in velden if verboden.search(v)] == []
    assert verboden.findall(statement()) == []
    gelezen = set(re.findall(r"(?:pdomein|register|matching|opgaven)_\w+", statement()))
    assert gelezen == {
        "matching_publicatie", "matching_reactie", "opgaven_opdracht", "pdomein_beschikbaarheid",
        "pdomein_competentie", "pdomein_medewerker", "pdomein_plaatsing", "pdomein_ppp",
        "pdomein_pppcompetentie", "pdomein_rolomvang", "register_inzet",
    }
    kolommen = set(re.findall(r"\bm\.(\w+)", statement()))
    assert kolommen == {
        "id", "schaal", "dienstverband", "aanstelling_fte", "in_dienst", "uit_dienst",
        "public_id", "naam",
    }


def test_ranking_is_one_statement(competenties, django_assert_num_queries):
    c = competenties[0]
    procedure = maak_procedure(competenties=[(c, 3, 2, False)])
    vraag = vraag_van(procedure, DAG)
    for _ in range(3):
        collega([(c, 3)])

    with django_assert_num_queries(1):
        rangschik(vraag, **GEWOON)


# -- the tree, the weights, the other view --------------------------------------------------


def test_a_part_and_the_whole_of_a_competentie_count_for_less(competenties):
    """Narrower proves more than broader, and neither as much as the thing itself."""
    heel, deel = competenties[0], competenties[4]
    procedure = maak_procedure(competenties=[(heel, 3, 2, False)])
    ander = maak_procedure(competenties=[(deel, 3, 2, True)])
    collega([(heel, 3)], naam="Zelf")
    collega([(deel, 3)], naam="Deel")

    breed = rangschik(vraag_van(procedure, DAG), **GEWOON)
    smal = rangschik(vraag_van(ander, DAG), **GEWOON)

    assert {r.naam: r.bijdragen["competenties"] for r in breed.rijen} == {
        "Zelf": 600, "Deel": 450
    }
    # required is the competentie itself or a part of it; the broader one does not prove it
    assert namen(smal) == ["Deel"]
    assert smal.tellingen == {"vereist": 1}
    een = rangschikking.voorstel(vraag_van(procedure, DAG), breed.rijen[1])
    assert een.heeft == (f"{heel.naam} (via {deel.naam}, telt minder zwaar)",)


def test_weights_of_a_matchvraag_change_the_order_and_the_effect_is_shown_first(competenties):
    """R272: what weighs more is set per place; nothing is kept by looking."""
    a = competenties[1]
    procedure = maak_procedure(competenties=[(a, 4, 2, False)], fte=Decimal("0.8"))
    vak = collega([(a, 4)], naam="Vak", aanstelling_fte=Decimal("0.4"))
    ruim = collega([(a, 3)], naam="Ruim", aanstelling_fte=Decimal("1.0"))
    door = actor_van(MedewerkerFactory(), Recht.MATCHTAFEL_ONDERSTEUNEN)
    gewichten = {"competenties": 50, "niveau": 100, "uren": 200, "wens": 0, "ervaring": 100}

    effect = effect_van(procedure, gewichten, door, DAG)

    assert [(r.wie, r.nu, r.straks, r.verschil) for r in effect] == [
        (str(ruim.public_id), 2, 1, "1 omhoog"), (str(vak.public_id), 1, 2, "1 omlaag"),
    ]
    assert Weging.objects.count() == 0
    assert vraag_van(procedure, DAG).meest["uren"] == 150


def test_what_would_change_the_place(competenties):
    """R109: the one step that brings the furthest, in words."""
    a, b = competenties[1:3]
    procedure = maak_procedure(competenties=[(a, 4, 2, False), (b, 4, 3, False)])
    collega([(a, 4), (b, 4)], naam="Eerste")
    collega([(a, 4), (b, 3)], naam="Tweede")
    collega([(a, 4), (b, 1)], naam="Derde")
    vraag = vraag_van(procedure, DAG)
    uitslag = rangschik(vraag, **GEWOON)

    lijst = rangschikking.voorstellen(vraag, uitslag)

    assert namen(uitslag) == ["Eerste", "Tweede", "Derde"]
    assert lijst[0].verandert == ""
    assert lijst[2].verandert in {
        f"Met niveau 4 op {b.naam}: plaats 1.", f"Met niveau 4 op {b.naam}: plaats 2."
    }


def test_who_can_grow_is_another_view(competenties):
    """The same people, another question: not there yet, near enough, wishes weigh more."""
    a = competenties[1]
    procedure = maak_procedure(competenties=[(a, 4, 2, True)], schaal=(10, 10))
    collega([(a, 4)], naam="Past al", schaal=10)
    collega([(a, 2)], naam="Groeit", schaal=9)
    collega([(a, 2)], naam="Te ver", schaal=7)
    vraag = vraag_van(procedure, DAG)

    assert namen(rangschik(vraag, **GEWOON)) == ["Past al"]
    assert namen(rangschik(groeivraag(vraag), **GEWOON)) == ["Groeit"]


def test_a_run_is_repeated_bit_for_bit_when_everything_has_changed(competenties):
    """R355: the log alone gives the same outcome, whatever people and settings are by then."""
    a = competenties[1]
    procedure = maak_procedure(competenties=[(a, 3, 2, False)])
    for niveau in range(1, 6):
        collega([(a, niveau)], naam=f"Niveau {niveau}")
    door = actor_van(MedewerkerFactory(), Recht.MATCHTAFEL_ONDERSTEUNEN)
    run = suggestie_vragen(procedure=procedure, door=door, nu=NU)
    PPPCompetentie.objects.all().delete()
    Medewerker.objects.update(schaal=5)
    Weging.objects.create(
        matchvraag=procedure.matchvraag, competenties=0, reden="x", gewijzigd_op=NU
    )
    run.refresh_from_db()

    uit = StringIO()
    call_command("suggestie_herhalen", str(run.public_id), stdout=uit)

    assert vergelijk(run.invoer, run.uitkomst).is_gelijk
    assert ": gelijk (sha256 " in uit.getvalue()
    run.invoer["mensen"][0]["heeft"][0][1] = 1
    run.save()
    with pytest.raises(CommandError):
        call_command("suggestie_herhalen", "alle", stdout=StringIO())
    assert "schaal" not in str(run.invoer["mensen"])
