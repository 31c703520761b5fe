"""Powers as dated data: versions of the regulation, deputies, and powers that are passed on."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.management import call_command

from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import BesluitSoort
from config.kern.fouten import DomeinFout
from register.domain import keten
from register.domain.mandaat import (
    mandaatregeling_inlezen,
    ondermandaat_intrekken,
    ondermandaat_verlenen,
)
from register.domain.rechten import actor_voor_gebruiker
from register.domain.roltoewijzing import rol_beeindigen
from register.domain.waarneming import waarneming_vastleggen
from register.models import Bevoegdheid, Mandaatregeling, Ondermandaat
from register.queries import was_bevoegd
from register.queries.mandaat import mandaatrollen, ondermandaatregels
from tests.factories.kern import NU, VANDAAG, BesluitFactory, GebruikerFactory
from tests.factories.opgaven import ODomeinFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import (
    BEGIN,
    InzetFactory,
    OpdrachtFactory,
    RolFactory,
    rollen,
    toedelen,
)

pytestmark = pytest.mark.django_db
LEIDER = {"functiegroep": "strategisch_leider", "schaal": 14}
JULI = date(2026, 7, 1)
LATER = NU + timedelta(hours=1)


def weigering(functie, **velden):
    with pytest.raises(DomeinFout) as geweigerd:
        functie(**velden)
    return geweigerd.value.status, geweigerd.value.zin


def regel(rol="aog", artikel="artikel 3.1", **anders):
    return {
        "rol": rol, "artikel": artikel, "omschrijving": "Verplichtingen aangaan",
        "handeling": "Verplichting aangaan", "limiet_euro": "50000", "voorwaarden": "",
        "begin": "2026-01-01", "einde": "", "bij_waarneming": "nee", "limiet_waarneming": "",
        "ondermandaat_aan": "aon", "limiet_ondermandaat": "10000",
    } | anders


def lees(*regels, **anders):
    rollen()
    rapport = mandaatregeling_inlezen(rijen=iter(regels), door=SYSTEEM, nu=NU, **anders)
    assert rapport.fouten == []
    return rapport


@pytest.fixture
def werk():
    """An opdracht with an AOG and an AON, and the regulation."""
    lees(regel(), regel(artikel="artikel 3.2", handeling="Ondertekenen", ondermandaat_aan=""))
    aog = RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER))
    return aog, RolFactory(op=aog.opdracht)


def vraag(wie, opdracht, op=JULI, **anders):
    return was_bevoegd(medewerker=wie, opdracht=opdracht, op=op, bekend_op=op, **anders)


# the regulation in versions


def test_a_new_version_ends_what_it_changes_and_leaves_the_past_alone():
    """R199: dated data; what was decided under the old version stays."""
    lees(regel(), regel(artikel="artikel 3.2"), regel(artikel="artikel 3.3"))
    rapport = lees(
        regel(begin="", limiet_euro="75000"), regel(artikel="artikel 3.2", begin=""),
        regel(artikel="artikel 3.4", begin=""),
        versie="Mandaatregeling 2027", per=date(2027, 1, 1), vindplaats="Provinciaal blad",
    )
    assert [r.uitkomst for r in rapport.regels] == ["gewijzigd", "ongewijzigd", "nieuw"]

    def grenzen(dag):
        (rol,) = mandaatrollen(dag)
        return {r.artikel: r.limiet_euro for r in rol.regels}

    oud, nieuw = Decimal(50000), Decimal(75000)
    assert grenzen(date(2026, 12, 31)) == {
        "artikel 3.1": oud, "artikel 3.2": oud, "artikel 3.3": oud
    }
    assert grenzen(date(2027, 1, 1)) == {
        "artikel 3.1": nieuw, "artikel 3.2": oud, "artikel 3.4": oud
    }


def test_a_version_with_a_wrong_row_leaves_no_trace():
    lees(regel())
    velden = {"versie": "2027", "per": date(2027, 1, 1), "door": SYSTEEM, "nu": NU}
    rapport = mandaatregeling_inlezen(
        rijen=iter([regel(begin="", ondermandaat_aan="iedereen"), regel(rol="koning"),
                    regel(artikel="x", begin="2027-02-01"), regel(artikel="y", limiet_euro="-1")]),
        **velden,
    )
    assert [r.nummer for r in rapport.fouten] == [1, 2, 3, 4]
    assert Mandaatregeling.objects.count() == 0
    assert Bevoegdheid.objects.get().einde_geldigheid is None
    droog = mandaatregeling_inlezen(rijen=iter([regel(begin="")]), droog=True, **velden)
    assert droog.geslaagd
    assert Mandaatregeling.objects.count() == 0


def test_versions_go_forward(maak_actor):
    lees(regel(begin=""), versie="2026", per=BEGIN)
    velden = {"rijen": iter([]), "door": SYSTEEM, "nu": NU}
    assert weigering(mandaatregeling_inlezen, versie="2025", per=BEGIN, **velden)[0] == 409
    assert weigering(mandaatregeling_inlezen, versie=" ", per=JULI, **velden)[0] == 400
    assert weigering(mandaatregeling_inlezen, versie="2027", **velden)[0] == 400
    assert weigering(
        mandaatregeling_inlezen, rijen=iter([]), door=maak_actor(GebruikerFactory()), nu=NU
    )[0] == 403


def test_the_command_reads_a_version(tmp_path, capsys):
    rollen()
    pad = tmp_path / "mandaat.csv"
    velden = regel(begin="")
    pad.write_text(f"{';'.join(velden)}\n{';'.join(velden.values())}\n")
    call_command(
        "mandaatregeling_inlezen", str(pad), versie="Mandaatregeling 2027", per=date(2027, 1, 1)
    )
    assert "1 nieuw" in capsys.readouterr().out
    assert Mandaatregeling.objects.get().bevoegdheden.count() == 1


# the question with act and amount


@pytest.mark.parametrize(("handeling", "bedrag", "antwoord", "artikel"), [
    ("verplichting aangaan", "50000", "ja", "artikel 3.1"),
    ("Verplichting aangaan", "50001", "nee", None),
    ("Ondertekenen", None, "ja", "artikel 3.2"),
    ("Subsidie verlenen", "1", "nee", None),
])
def test_the_act_and_the_amount_decide_together(werk, handeling, bedrag, antwoord, artikel):
    """R186: article, power, limit."""
    aog, _ = werk
    gekregen = vraag(
        aog.medewerker, aog.opdracht, handeling=handeling,
        bedrag=Decimal(bedrag) if bedrag else None,
    )
    assert gekregen.antwoord == antwoord
    assert (gekregen.macht.artikel if gekregen.macht else None) == artikel


def test_the_regulation_of_the_day_itself_counts(werk):
    aog, _ = werk
    lees(regel(begin="", limiet_euro="60000"), versie="juli", per=JULI)
    geld = {"bedrag": Decimal(55000), "handeling": "Verplichting aangaan"}
    assert vraag(aog.medewerker, aog.opdracht, date(2026, 6, 30), **geld).antwoord == "nee"
    assert vraag(aog.medewerker, aog.opdracht, JULI, **geld).antwoord == "ja"


def test_the_domeindirecteur_has_powers_over_the_opdrachten_of_the_domein():
    """R062, R186: a wider role counts when the regulation gives it powers."""
    lees(regel(rol="domeindirecteur", artikel="artikel 2.1", limiet_euro="1500000"))
    odomein, opdracht, ander = ODomeinFactory(), OpdrachtFactory(), OpdrachtFactory()
    toedelen(opdracht.opgave, odomein)
    dd = RolFactory(
        rol_code="domeindirecteur", op=odomein,
        medewerker=MedewerkerFactory(functiegroep="strategisch_leider", schaal=16),
    ).medewerker
    assert vraag(dd, opdracht, bedrag=Decimal(1000000)).antwoord == "ja"
    assert vraag(dd, ander).antwoord == "niet_geregistreerd"
    assert vraag(dd, opdracht, rol_code="aog").antwoord == "niet_geregistreerd"


# deputies


@pytest.mark.parametrize(("bij_waarneming", "limiet", "antwoorden"), [
    ("nee", "", ["nee", "nee"]), ("ja", "20000", ["ja", "nee"]), ("ja", "", ["ja", "ja"]),
])
def test_a_deputy_has_what_the_regulation_gives_a_deputy(
    bij_waarneming, limiet, antwoorden
):
    """R199: limited to what the regulation says, and it ends by itself."""
    lees(regel(bij_waarneming=bij_waarneming, limiet_waarneming=limiet))
    aog = RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER))
    wie = MedewerkerFactory(**LEIDER)
    waarneming_vastleggen(
        toewijzing=aog, medewerker=wie, begin=JULI, einde=date(2026, 8, 1), door=SYSTEEM, nu=LATER,
        besluit=BesluitFactory(soort=BesluitSoort.WAARNEMING, besluitdatum=BEGIN),
    )
    gekregen = [vraag(wie, aog.opdracht, bedrag=Decimal(b)) for b in (20000, 20001)]
    assert [a.antwoord for a in gekregen] == antwoorden
    kaal = vraag(wie, aog.opdracht)
    assert (kaal.antwoord, kaal.waarneemt_voor) == ("ja", aog.medewerker.naam)
    assert "waar voor" in kaal.zin
    assert vraag(wie, aog.opdracht, date(2026, 8, 1)).antwoord == "nee"


# passing on


def doorgeven(rij, **anders):
    return ondermandaat_verlenen(**{
        "toewijzing": rij, "artikel": "artikel 3.1", "limiet_euro": Decimal(5000), "begin": JULI,
        "einde": date(2026, 10, 1),
        "besluit": BesluitFactory(soort=BesluitSoort.ONDERMANDAAT, besluitdatum=BEGIN),
        "door": SYSTEEM, "nu": LATER,
    } | anders)


def test_a_power_passed_on_is_answered_with_its_own_limit(werk):
    """R076, R186."""
    aog, aon = werk
    rij = doorgeven(aog, medewerker=aon.medewerker)
    geld = {"handeling": "Verplichting aangaan"}
    goed = vraag(aon.medewerker, aog.opdracht, bedrag=Decimal(5000), **geld)
    assert (goed.antwoord, goed.ondermandaat, goed.macht.limiet_euro) == ("ja", rij, Decimal(5000))
    assert goed.besluit == rij.besluit
    assert vraag(aon.medewerker, aog.opdracht, bedrag=Decimal(5001), **geld).antwoord == "nee"
    assert vraag(aon.medewerker, aog.opdracht, date(2026, 10, 1), **geld).antwoord == "nee"
    assert keten.verifieren()[1] is None


def test_the_giver_decides_alone_and_the_decision_is_kept(werk):
    """R188: no entry without a decision, also when the giver acts."""
    aog, aon = werk
    gever = actor_voor_gebruiker(aog.medewerker.gebruiker, LATER)
    rij = doorgeven(aog, medewerker=aon.medewerker, besluit=None, door=gever)
    assert rij.besluit.soort == "ondermandaat"
    assert rij.besluit.genomen_door == aog.medewerker.gebruiker
    terug = {"ondermandaat": rij, "per": JULI, "reden": "Niet meer nodig", "nu": LATER}
    ontvanger = actor_voor_gebruiker(aon.medewerker.gebruiker, LATER)
    assert weigering(ondermandaat_intrekken, door=ontvanger, **terug)[0] == 403
    assert ondermandaat_intrekken(door=gever, **terug) is None
    assert vraag(aon.medewerker, aog.opdracht, bedrag=Decimal(1)).antwoord == "nee"
    assert weigering(ondermandaat_intrekken, door=gever, **terug)[0] == 409


def test_it_ends_with_the_giver_from_the_first_second(werk):
    aog, aon = werk
    doorgeven(aog, medewerker=aon.medewerker)
    rol_beeindigen(
        toewijzing=aog, per=date(2026, 8, 1), besluit=BesluitFactory(), reden="Vertrek",
        door=SYSTEEM, nu=LATER + timedelta(hours=1),
    )
    geld = {"bedrag": Decimal(100), "handeling": "Verplichting aangaan"}
    assert vraag(aon.medewerker, aog.opdracht, date(2026, 7, 31), **geld).antwoord == "ja"
    na = vraag(aon.medewerker, aog.opdracht, date(2026, 8, 1), **geld)
    assert na.antwoord == "nee"
    (regel_,) = ondermandaatregels(Ondermandaat.objects.all().select_related("gever"),
                                   date(2026, 8, 1))
    assert (regel_.geldt, bool(regel_.let_op)) == (False, True)


def test_it_ends_when_the_regulation_no_longer_lets_it_be_passed_on(werk):
    aog, aon = werk
    doorgeven(aog, medewerker=aon.medewerker)
    lees(regel(begin="", ondermandaat_aan=""), versie="aug", per=date(2026, 8, 1))
    geld = {"bedrag": Decimal(100), "handeling": "Verplichting aangaan"}
    assert vraag(aon.medewerker, aog.opdracht, date(2026, 7, 31), **geld).antwoord == "ja"
    assert vraag(aon.medewerker, aog.opdracht, date(2026, 8, 1), **geld).antwoord == "nee"


@pytest.mark.parametrize(("anders", "status", "zin"), [
    ({"artikel": "artikel 3.2"}, 409,
     "De mandaatregeling laat niet toe dat artikel 3.2 wordt doorgegeven."),
    ({"artikel": "artikel 9"}, 400,
     "De mandaatregeling kent dit artikel niet voor Ambtelijk opdrachtgever (AOG) op die dag."),
    ({"limiet_euro": Decimal(10001)}, 409,
     "De eigen grens is €\xa010.000. Een ondermandaat kan daar niet boven."),
    ({"einde": date(2026, 6, 1)}, 400, "De einddatum moet na de begindatum liggen."),
    ({"besluit": None}, 400, "Kies een vastgesteld besluit. Zonder besluit geen vermelding."),
])
def test_passing_on_says_what_is_wrong(werk, anders, status, zin):
    """Not above the own limit; only what the regulation lets be passed on."""
    aog, aon = werk
    assert weigering(doorgeven, rij=aog, medewerker=aon.medewerker, **anders) == (status, zin)


def test_only_to_whom_the_regulation_says(werk, maak_actor):
    aog, aon = werk
    ander = MedewerkerFactory()
    assert weigering(doorgeven, rij=aog, medewerker=ander)[1] == (
        "artikel 3.1 mag alleen worden doorgegeven aan: de AON van de opdracht. "
        f"Dat is {ander.naam} niet."
    )
    assert weigering(doorgeven, rij=aog, medewerker=aog.medewerker)[0] == 400
    los = maak_actor(GebruikerFactory())
    assert weigering(doorgeven, rij=aog, medewerker=aon.medewerker, door=los)[0] == 403
    doorgeven(aog, medewerker=aon.medewerker)
    assert weigering(doorgeven, rij=aog, medewerker=aon.medewerker)[0] == 409  # twice is once
    lees(regel(begin="", ondermandaat_aan="team"), versie="juli", per=JULI)
    assert weigering(doorgeven, rij=aog, medewerker=ander)[0] == 409
    InzetFactory(medewerker=ander, opdracht=aog.opdracht)
    registrar = maak_actor(GebruikerFactory(), Recht.REGISTER_MUTEREN)
    assert doorgeven(aog, medewerker=ander, door=registrar).pk


def test_a_deputy_passes_nothing_on(werk):
    aog, aon = werk
    wie = MedewerkerFactory(**LEIDER)
    waar = waarneming_vastleggen(
        toewijzing=aog, medewerker=wie, begin=VANDAAG, einde=date(2027, 1, 1), door=SYSTEEM,
        nu=LATER, besluit=BesluitFactory(soort=BesluitSoort.WAARNEMING, besluitdatum=BEGIN),
    )
    assert weigering(doorgeven, rij=waar, medewerker=aon.medewerker) == (
        409, "Wie waarneemt, geeft geen mandaat door."
    )


def test_the_answer_costs_the_same_number_of_queries(werk, django_assert_max_num_queries):
    aog, aon = werk
    doorgeven(aog, medewerker=aon.medewerker)
    with django_assert_max_num_queries(8):
        vraag(aon.medewerker, aog.opdracht, bedrag=Decimal(1))
