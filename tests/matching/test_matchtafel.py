"""The commands of a session: who may, when, and what they leave behind (R250, R261-R270)."""

from datetime import date, timedelta

import pytest

from config.kern.fouten import DomeinFout, Soort
from config.kern.models import Bericht, Logregel
from config.kern.werkdagen import lokale_dag
from matching.domain.agendapunt import (
    punt_afvoeren,
    punt_agenderen,
    punt_tonen,
    punt_verplaatsen,
    tafel_terugkeren,
    tafel_verlaten,
    uitkomst_herstellen,
    uitkomst_vastleggen,
)
from matching.domain.kandidaat import (
    kandidaat_afvoeren,
    kandidaat_instemmen,
    kandidaat_kiezen,
    kandidaat_plaatsen,
    kandidaat_verplaatsen,
    suggestie_vragen,
    suggesties_ontvangen,
)
from matching.domain.matchtafel import (
    aanwezigheid_vastleggen,
    deelnemer_toevoegen,
    sessie_openen,
    sessie_plannen,
)
from matching.domain.sluiten import (
    sessie_sluiten,
    verslag_versturen,
    verslagen_herinneren,
)
from matching.enums import Fase, ReactieStatus, Route, SessieStatus
from matching.models import Agendapunt, Kandidaat, Match, Suggestie, Suggestierun
from tests.factories.kern import NU
from tests.factories.matchtafel import (
    als_pmanager,
    maak_procedure,
    maak_reactie,
    maak_tafel,
    op_agenda,
    open_tafel,
)
from tests.factories.pdomein import (
    CompetentieFactory,
    MedewerkerFactory,
    PPPFactory,
    PTeamFactory,
    actor_van,
)

pytestmark = pytest.mark.django_db
VANDAAG = lokale_dag(NU)


@pytest.fixture
def tafel():
    return maak_tafel()


def weigering(opdracht, **velden):
    with pytest.raises(DomeinFout) as fout:
        opdracht(**velden)
    return fout.value


# -- planning -------------------------------------------------------------------------------


def test_sessie_plannen_sets_the_table_and_tells_everyone(tafel):
    """R261: P-managers as members, one of them chairs, a recruiter supports."""
    deelnemers = {d.medewerker.naam: d.hoedanigheid for d in tafel.sessie.deelnemers.all()}

    assert deelnemers == {
        "Vera Voorzitter": "p_manager", "Coen Collega": "p_manager",
        "Rita Recruiter": "recruiter",
    }
    assert Bericht.objects.filter(onderwerp="Matchtafel op ma 1 juni 2026").count() == 3
    assert Logregel.objects.filter(handeling="sessie_gepland").count() == 1


def test_sessie_plannen_refuses_a_chair_who_is_no_pmanager(tafel):
    """R261: other roles cannot be chair."""
    fout = weigering(
        sessie_plannen, datum=VANDAAG, voorzitter=tafel.recruiter, door=tafel.als_voorzitter, nu=NU
    )

    assert (fout.beletsel.veld, fout.zin) == (
        "voorzitter",
        "Rita Recruiter is op deze dag geen P-manager. De voorzitter van de matchtafel is een van "
        "de P-managers.",
    )


def test_sessie_plannen_refuses_a_day_that_is_over(tafel):
    fout = weigering(
        sessie_plannen, datum=VANDAAG - timedelta(days=1), voorzitter=tafel.voorzitter,
        door=tafel.als_voorzitter, nu=NU,
    )

    assert fout.beletsel.veld == "datum"


def test_deelnemer_toevoegen_lets_a_pmanager_join_once(tafel):
    derde = MedewerkerFactory()
    pteam = PTeamFactory(pmanager=derde)
    door = als_pmanager(derde, pteam)

    deelnemer_toevoegen(sessie=tafel.sessie, medewerker=derde, door=door, nu=NU)
    fout = weigering(
        deelnemer_toevoegen, sessie=tafel.sessie, medewerker=derde, door=door, nu=NU
    )

    assert fout.beletsel.soort is Soort.TOESTAND
    assert tafel.sessie.deelnemers.count() == 4


# -- agenda ---------------------------------------------------------------------------------


def test_punt_agenderen_refuses_before_the_earliest_date_and_names_it(tafel):
    """R250: not on a session before five whole working days have passed."""
    procedure = maak_procedure(vroegste=date(2026, 6, 2))

    fout = weigering(
        punt_agenderen, sessie=tafel.sessie, procedure=procedure, door=tafel.als_recruiter, nu=NU
    )

    assert (fout.status, fout.zin) == (
        409,
        "Deze opdracht mag niet eerder dan di 2 juni 2026 op de matchtafel. Na publicatie moeten "
        "er eerst hele werkdagen voorbijgaan.",
    )


def test_punt_agenderen_on_the_earliest_date_itself(tafel):
    punt = op_agenda(tafel, maak_procedure(vroegste=VANDAAG))

    assert punt.sessie == tafel.sessie


def test_punt_agenderen_refuses_while_the_work_is_still_on_the_market(tafel):
    """R260: available for the table only when phase 2 has begun."""
    procedure = maak_procedure(fase=Fase.OPDRACHTENMARKT, vroegste=VANDAAG)

    fout = weigering(
        punt_agenderen, sessie=tafel.sessie, procedure=procedure, door=tafel.als_recruiter, nu=NU
    )

    assert fout.zin == (
        "Deze opdracht staat nog op de opdrachtenmarkt. Vanaf ma 1 juni 2026 kan dit wel."
    )


def test_aog_route_needs_no_wait(tafel):
    """R288: the AOG route never stood on the market."""
    assert op_agenda(tafel, maak_procedure(route=Route.AOG)).procedure.route == Route.AOG


def test_punt_agenderen_takes_every_reaction_along_and_twice_is_refused(tafel):
    """R254, R257: reactions are candidates; the P-manager hears at the shortlist."""
    procedure = maak_procedure()
    reactie = maak_reactie(procedure, MedewerkerFactory(pteam=tafel.pteam_collega))
    maak_reactie(procedure, MedewerkerFactory(), status=ReactieStatus.INGETROKKEN)

    punt = op_agenda(tafel, procedure)
    fout = weigering(
        punt_agenderen, sessie=tafel.sessie, procedure=procedure, door=tafel.als_recruiter, nu=NU
    )

    reactie.refresh_from_db()
    assert [(k.bron, k.reactie) for k in punt.kandidaten.all()] == [("reactie", reactie)]
    assert reactie.status == ReactieStatus.OP_TAFEL
    assert fout.zin == "Deze opdracht staat al op de agenda van een sessie."
    assert Bericht.objects.filter(
        ontvanger=tafel.collega.gebruiker, onderwerp__startswith="Iemand uit je P-team"
    ).count() == 1


def test_late_reaction_comes_along_when_the_session_opens(tafel):
    """R254: reactions stay possible until the item is opened."""
    procedure = maak_procedure()
    punt = op_agenda(tafel, procedure)
    maak_reactie(procedure, MedewerkerFactory())

    sessie_openen(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)

    assert punt.kandidaten.count() == 1


def test_punt_afvoeren_gives_the_reaction_back_and_only_before_opening(tafel):
    procedure, ander = maak_procedure(), maak_procedure()
    reactie = maak_reactie(procedure, MedewerkerFactory())
    punt, blijft = op_agenda(tafel, procedure), op_agenda(tafel, ander)

    punt_afvoeren(agendapunt=punt, door=tafel.als_recruiter, nu=NU)
    sessie_openen(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)
    fout = weigering(punt_afvoeren, agendapunt=blijft, door=tafel.als_recruiter, nu=NU)

    reactie.refresh_from_db()
    assert reactie.status == ReactieStatus.INGEDIEND
    assert fout.zin == "De sessie is geopend. Kies “Aanhouden” om dit punt door te schuiven."


def test_punt_verplaatsen_swaps_two_items(tafel):
    een, twee = op_agenda(tafel, maak_procedure()), op_agenda(tafel, maak_procedure())

    punt_verplaatsen(agendapunt=twee, omhoog=True, door=tafel.als_recruiter, nu=NU)

    assert list(tafel.sessie.agendapunten.all()) == [twee, een]


# -- opening --------------------------------------------------------------------------------


def test_sessie_openen_only_on_its_day_by_the_chair_and_with_an_agenda():
    tafel = maak_tafel(datum=VANDAAG + timedelta(days=1))

    te_vroeg = weigering(sessie_openen, sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)
    ander = weigering(sessie_openen, sessie=tafel.sessie, door=tafel.als_collega, nu=NU)
    leeg = weigering(
        sessie_openen, sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU + timedelta(days=1)
    )

    assert te_vroeg.zin == "Deze sessie is op di 2 juni 2026. Eerder openen kan niet."
    assert (ander.status, ander.zin) == (403, "Alleen de voorzitter opent de sessie.")
    assert leeg.zin == "Er staat nog niets op de agenda."


def test_sessie_openen_shows_the_first_item(tafel):
    punten = open_tafel(tafel, maak_procedure(), maak_procedure())

    assert tafel.sessie.huidig_punt == punten[0]
    assert tafel.sessie.status == SessieStatus.OPEN


# -- candidates -----------------------------------------------------------------------------


def test_pmanager_adds_only_own_people_and_the_person_must_say_yes(tafel):
    """R264: with the person's own consent before selection."""
    (punt,) = open_tafel(tafel, maak_procedure())
    eigen = MedewerkerFactory(naam="Els Eigen", pteam=tafel.pteam)
    ander = MedewerkerFactory(naam="Arie Ander", pteam=tafel.pteam_collega)
    velden = {"agendapunt": punt, "bron": "pmanager", "argument": "Kan dit.", "nu": NU}

    vreemd = weigering(
        kandidaat_plaatsen, medewerker=ander, door=tafel.als_voorzitter, **velden
    )
    kandidaat = kandidaat_plaatsen(medewerker=eigen, door=tafel.als_voorzitter, **velden)
    zonder_ja = weigering(
        kandidaat_kiezen, kandidaat=kandidaat, door=tafel.als_voorzitter, nu=NU
    )
    kandidaat_instemmen(kandidaat=kandidaat, akkoord=True, door=actor_van(eigen), nu=NU)
    kandidaat_kiezen(kandidaat=kandidaat, door=tafel.als_voorzitter, nu=NU)

    kandidaat.refresh_from_db()
    assert vreemd.status == 403
    assert zonder_ja.zin == (
        "Deze collega heeft nog niet ingestemd met bespreking. Daarna kan de tafel kiezen."
    )
    assert kandidaat.gekozen
    assert Bericht.objects.filter(
        ontvanger=eigen.gebruiker, onderwerp__startswith="Mag je besproken worden"
    ).count() == 1


def test_a_no_of_the_person_leaves_nothing_in_the_list(tafel):
    """R352: decline without a negative trace."""
    (punt,) = open_tafel(tafel, maak_procedure())
    eigen = MedewerkerFactory(pteam=tafel.pteam)
    kandidaat = kandidaat_plaatsen(
        agendapunt=punt, medewerker=eigen, bron="pmanager", argument="Kan dit.",
        door=tafel.als_voorzitter, nu=NU,
    )

    kandidaat_instemmen(kandidaat=kandidaat, akkoord=False, door=actor_van(eigen), nu=NU)

    assert Kandidaat.objects.count() == 0


def test_nobody_says_yes_for_somebody_else(tafel):
    (punt,) = open_tafel(tafel, maak_procedure())
    kandidaat = kandidaat_plaatsen(
        agendapunt=punt, medewerker=MedewerkerFactory(pteam=tafel.pteam), bron="pmanager",
        argument="Kan dit.", door=tafel.als_voorzitter, nu=NU,
    )

    fout = weigering(
        kandidaat_instemmen, kandidaat=kandidaat, akkoord=True, door=tafel.als_voorzitter, nu=NU
    )

    assert fout.zin == "Alleen de collega zelf stemt in met bespreking."


def test_kandidaat_plaatsen_refuses_a_double_and_asks_why(tafel):
    (punt,) = open_tafel(tafel, maak_procedure())
    wie = MedewerkerFactory()
    velden = {"agendapunt": punt, "medewerker": wie, "bron": "recruiter",
              "door": tafel.als_recruiter, "nu": NU}

    zonder = weigering(kandidaat_plaatsen, argument=" ", **velden)
    kandidaat_plaatsen(argument="Past.", **velden)
    dubbel = weigering(kandidaat_plaatsen, argument="Past.", **velden)

    assert zonder.beletsel.veld == "argument"
    assert dubbel.zin == f"{wie.naam} ligt al op tafel bij dit agendapunt."


def test_kandidaat_verplaatsen_and_afvoeren(tafel):
    """R272: the order is changed by hand."""
    (punt,) = open_tafel(tafel, maak_procedure())
    een, twee = (
        kandidaat_plaatsen(
            agendapunt=punt, medewerker=MedewerkerFactory(), bron="recruiter", argument="Past.",
            door=tafel.als_recruiter, nu=NU,
        )
        for _ in range(2)
    )

    kandidaat_verplaatsen(kandidaat=twee, omhoog=True, door=tafel.als_collega, nu=NU)
    kandidaat_afvoeren(kandidaat=een, door=tafel.als_recruiter, nu=NU)

    assert list(punt.kandidaten.all()) == [twee]


def test_who_reacted_stays_on_the_table(tafel):
    procedure = maak_procedure()
    maak_reactie(procedure, MedewerkerFactory())
    (punt,) = open_tafel(tafel, procedure)

    fout = weigering(
        kandidaat_afvoeren, kandidaat=punt.kandidaten.get(), door=tafel.als_recruiter, nu=NU
    )

    assert fout.zin == "Wie zelf reageerde, blijft op tafel tot de reactie is ingetrokken."


# -- outcome --------------------------------------------------------------------------------


@pytest.fixture
def met_kandidaat(tafel):
    """An open session with one item and one candidate who reacted."""
    procedure = maak_procedure()
    maak_reactie(procedure, MedewerkerFactory(naam="Bo Bos", pteam=tafel.pteam_collega))
    (punt,) = open_tafel(tafel, procedure)
    return punt, punt.kandidaten.get()


def test_uitkomst_vastleggen_is_provisional_and_can_be_undone(tafel, met_kandidaat):
    """R270: undo until closing."""
    punt, kandidaat = met_kandidaat

    punt = uitkomst_vastleggen(
        agendapunt=punt, uitkomst="gematcht", gekozen=[kandidaat], motivering="Past goed.",
        door=tafel.als_voorzitter, nu=NU,
    )
    assert (punt.uitkomst, punt.vastgelegd_door_naam) == ("gematcht", "Vera Voorzitter")

    punt = uitkomst_herstellen(agendapunt=punt, door=tafel.als_collega, nu=NU)
    assert (punt.uitkomst, punt.motivering, punt.toegepast_op) == ("", "Past goed.", None)
    assert Match.objects.count() == 0


def test_second_device_hears_what_the_first_one_did(tafel, met_kandidaat):
    """Two devices at one table: the stale one is refused with the other's name."""
    punt, _ = met_kandidaat
    versie = punt.versie
    uitkomst_vastleggen(
        agendapunt=punt, uitkomst="aanhouden", versie=versie, door=tafel.als_collega, nu=NU
    )

    fout = weigering(
        uitkomst_vastleggen, agendapunt=punt, uitkomst="naar_extern", versie=versie,
        door=tafel.als_voorzitter, nu=NU,
    )

    assert (fout.status, fout.zin) == (
        409,
        "Coen Collega heeft dit punt net gewijzigd. De uitkomst is nu: Aanhouden tot de volgende "
        "sessie. Kijk opnieuw en kies dan.",
    )
    assert Agendapunt.objects.get().uitkomst == "aanhouden"


def test_gematcht_needs_one_person_and_advies_only_for_an_aog(tafel, met_kandidaat):
    punt, _ = met_kandidaat
    velden = {"agendapunt": punt, "door": tafel.als_voorzitter, "nu": NU}

    niemand = weigering(uitkomst_vastleggen, uitkomst="gematcht", **velden)
    advies = weigering(uitkomst_vastleggen, uitkomst="advies", **velden)
    onzin = weigering(uitkomst_vastleggen, uitkomst="onzin", **velden)

    assert niemand.zin == "Kies eerst één kandidaat."
    assert advies.status == onzin.status == 400


def test_the_table_only_advises_about_an_aog(tafel):
    """R289: an advice of at least one candidate with an argument, never a match."""
    (punt,) = open_tafel(tafel, maak_procedure(route=Route.AOG))
    velden = {"agendapunt": punt, "door": tafel.als_voorzitter, "nu": NU}

    match = weigering(uitkomst_vastleggen, uitkomst="gematcht", **velden)
    niemand = weigering(uitkomst_vastleggen, uitkomst="advies", **velden)

    assert match.zin == (
        "Bij een ambtelijk opdrachtgever geeft de matchtafel advies; zij matcht niet zelf."
    )
    assert niemand.zin == "Kies eerst wie de matchtafel adviseert."


def test_a_withdrawn_reaction_cannot_be_chosen(tafel, met_kandidaat):
    punt, kandidaat = met_kandidaat
    kandidaat.reactie.status = ReactieStatus.INGETROKKEN
    kandidaat.reactie.save()

    fout = weigering(
        uitkomst_vastleggen, agendapunt=punt, uitkomst="gematcht", gekozen=[kandidaat],
        door=tafel.als_voorzitter, nu=NU,
    )

    assert fout.status == 409


def test_republished_work_may_not_be_discussed_yet(tafel, met_kandidaat):
    """R255: the wait counts again from the last publication; the rule looks at the clock."""
    punt, _ = met_kandidaat
    punt.procedure.publicaties.update(vroegste_bespreekdatum=date(2026, 6, 9))

    fout = weigering(
        uitkomst_vastleggen, agendapunt=punt, uitkomst="aanhouden", door=tafel.als_voorzitter,
        nu=NU,
    )

    assert fout.zin == "Dit punt mag niet eerder dan di 9 juni 2026 besproken worden."


def test_own_interest_leaves_the_table(tafel, met_kandidaat):
    """R419: who has an interest steps aside for one item; who is candidate cannot come back."""
    punt, _ = met_kandidaat
    tafel_verlaten(agendapunt=punt, door=tafel.als_collega, nu=NU)

    fout = weigering(
        uitkomst_vastleggen, agendapunt=punt, uitkomst="aanhouden", door=tafel.als_collega, nu=NU
    )
    tafel_terugkeren(agendapunt=punt, door=tafel.als_collega, nu=NU)
    uitkomst_vastleggen(
        agendapunt=punt, uitkomst="aanhouden", door=tafel.als_collega, nu=NU
    )

    assert fout.zin == "Je hebt bij dit punt de tafel verlaten. Een ander legt dit vast."


def test_a_pmanager_never_decides_about_herself(tafel):
    procedure = maak_procedure()
    maak_reactie(procedure, tafel.collega)
    (punt,) = open_tafel(tafel, procedure)

    fout = weigering(
        uitkomst_vastleggen, agendapunt=punt, uitkomst="aanhouden", door=tafel.als_collega, nu=NU
    )

    assert fout.zin == "Je bent zelf kandidaat bij dit punt. Een ander legt dit vast."


def test_who_is_absent_does_not_decide(tafel, met_kandidaat):
    punt, _ = met_kandidaat
    aanwezigheid_vastleggen(
        sessie=tafel.sessie, medewerker=tafel.collega, aanwezig=False,
        door=tafel.als_voorzitter, nu=NU,
    )

    fout = weigering(
        uitkomst_vastleggen, agendapunt=punt, uitkomst="aanhouden", door=tafel.als_collega, nu=NU
    )

    assert fout.status == 403


# -- closing --------------------------------------------------------------------------------


def test_sessie_sluiten_names_what_is_missing_and_changes_nothing(tafel, met_kandidaat):
    """R264, R270: every item an outcome, every choice a motivation."""
    punt, kandidaat = met_kandidaat
    leeg = weigering(sessie_sluiten, sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)
    uitkomst_vastleggen(
        agendapunt=punt, uitkomst="gematcht", gekozen=[kandidaat], door=tafel.als_voorzitter, nu=NU
    )
    zonder = weigering(sessie_sluiten, sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)

    assert leeg.zin == "De sessie kan nog niet dicht. Punt 1 heeft nog geen uitkomst."
    assert zonder.zin == "De sessie kan nog niet dicht. Punt 1 heeft nog geen motivering."
    assert Match.objects.count() == 0


def test_outside_the_level_asks_a_motivation_before_closing(tafel):
    """R116, R262."""
    procedure = maak_procedure(schaal=(10, 10))
    maak_reactie(procedure, MedewerkerFactory(schaal=12, pteam=tafel.pteam))
    (punt,) = open_tafel(tafel, procedure)
    uitkomst_vastleggen(
        agendapunt=punt, uitkomst="gematcht", gekozen=list(punt.kandidaten.all()),
        motivering="Past.", door=tafel.als_voorzitter, nu=NU,
    )

    fout = weigering(sessie_sluiten, sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)

    assert fout.zin == (
        "De sessie kan nog niet dicht. Punt 1: de gekozen collega valt buiten het gevraagde "
        "niveau; schrijf op waarom."
    )


UITKOMSTEN = {
    "naar_extern": Fase.EXTERN, "terug_naar_aog": Fase.CONCEPT, "aanhouden": Fase.MATCHTAFEL,
    "escaleren": Fase.BIJ_PROGRAMMEERBERAAD,
}


@pytest.mark.parametrize(("uitkomst", "fase"), UITKOMSTEN.items())
def test_sessie_sluiten_applies_each_outcome(tafel, uitkomst, fase):
    """R270, EISEN part 4: T9, T10, T11 and the escalation."""
    procedure = maak_procedure()
    (punt,) = open_tafel(tafel, procedure)
    uitkomst_vastleggen(
        agendapunt=punt, uitkomst=uitkomst, motivering="Zo besloten.", door=tafel.als_voorzitter,
        nu=NU,
    )

    sessie_sluiten(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)

    procedure.refresh_from_db()
    punt.refresh_from_db()
    assert (procedure.fase, punt.toegepast_op) == (fase, NU)


def test_advice_about_an_aog_goes_to_the_domeindirecteur(tafel):
    """R288, R289: F of EISEN part 4."""
    procedure = maak_procedure(route=Route.AOG)
    (punt,) = open_tafel(tafel, procedure)
    wie = [
        kandidaat_plaatsen(
            agendapunt=punt, medewerker=MedewerkerFactory(naam=f"Adv {n}"), bron="recruiter",
            argument="Bestuurlijk sterk.", door=tafel.als_recruiter, nu=NU,
        )
        for n in range(2)
    ]
    uitkomst_vastleggen(
        agendapunt=punt, uitkomst="advies", gekozen=wie, motivering="Beiden passen.",
        door=tafel.als_voorzitter, nu=NU,
    )

    sessie = sessie_sluiten(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)

    procedure.refresh_from_db()
    assert procedure.fase == Fase.KEUZE_DD
    assert "Geadviseerd: Adv 0, Adv 1." in sessie.verslag


def test_closing_twice_is_refused(tafel):
    (punt,) = open_tafel(tafel, maak_procedure())
    uitkomst_vastleggen(
        agendapunt=punt, uitkomst="aanhouden", door=tafel.als_voorzitter, nu=NU
    )
    sessie_sluiten(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)

    fout = weigering(sessie_sluiten, sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)

    assert (fout.status, fout.zin) == (409, "Deze sessie is al gesloten.")


def test_a_held_item_comes_back_to_the_next_session(tafel):
    """R270: aanhouden is available for the next session."""
    procedure = maak_procedure()
    (punt,) = open_tafel(tafel, procedure)
    uitkomst_vastleggen(
        agendapunt=punt, uitkomst="aanhouden", door=tafel.als_voorzitter, nu=NU
    )
    sessie_sluiten(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)
    volgende = sessie_plannen(
        datum=VANDAAG + timedelta(days=7), voorzitter=tafel.voorzitter,
        door=tafel.als_voorzitter, nu=NU,
    )

    assert punt_agenderen(
        sessie=volgende, procedure=procedure, door=tafel.als_voorzitter, nu=NU
    ).sessie == volgende


def test_report_goes_to_the_directeuren_and_a_late_chair_is_reminded_once(tafel):
    """R265: report after every session; unsent after a working day reminds the chair."""
    (punt,) = open_tafel(tafel, maak_procedure())
    uitkomst_vastleggen(
        agendapunt=punt, uitkomst="aanhouden", door=tafel.als_voorzitter, nu=NU
    )
    sessie = sessie_sluiten(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)

    verslagen_herinneren(nu=NU + timedelta(days=1))
    geen = Bericht.objects.filter(onderwerp__startswith="Verstuur het verslag").count()
    verslagen_herinneren(nu=NU + timedelta(days=2))
    verslagen_herinneren(nu=NU + timedelta(days=3))
    een = Bericht.objects.filter(onderwerp__startswith="Verstuur het verslag").count()
    sessie = verslag_versturen(sessie=sessie, door=tafel.als_voorzitter, nu=NU)
    nog_eens = weigering(verslag_versturen, sessie=sessie, door=tafel.als_voorzitter, nu=NU)

    assert (geen, een) == (0, 1)
    assert sessie.gerapporteerd_op == NU
    assert nog_eens.zin == "Dit verslag is al verstuurd."
    assert Bericht.objects.get(ontvanger=tafel.directeur.gebruiker).onderwerp == (
        "Verslag van de matchtafel van ma 1 juni 2026"
    )


# -- suggestions ----------------------------------------------------------------------------


def test_suggestie_vragen_is_logged_with_what_went_in_and_out(tafel):
    """R355: explainable, asked for, logged, never decides."""
    c = CompetentieFactory()
    wie = MedewerkerFactory(naam="Past Precies", pteam=tafel.pteam)
    PPPFactory(medewerker=wie, competenties=[(c, 4)])
    procedure = maak_procedure(competenties=[(c, 3, 2, False)])
    (punt,) = open_tafel(tafel, procedure)

    run = suggestie_vragen(procedure=procedure, door=tafel.als_recruiter, nu=NU)

    assert run.invoer["competenties"][0]["naam"] == c.naam
    assert [v["medewerker"] for v in run.uitkomst["voorstellen"]] == [str(wie.public_id)]
    assert punt.kandidaten.count() == 0
    assert Suggestierun.objects.count() == 1
    assert "Past Precies" not in str(run.uitkomst)


def test_suggestie_vragen_can_be_switched_off(tafel):
    """R355: optional by a setting."""
    from config.kern.models import Instelling

    Instelling.objects.create(
        sleutel="SUGGESTIES_AAN", waarde=False, geldig_vanaf=VANDAAG, bron="proef"
    )

    fout = weigering(
        suggestie_vragen, procedure=maak_procedure(), door=tafel.als_recruiter, nu=NU
    )

    assert fout.zin == "Suggesties staan uit. Een functioneel beheerder kan ze aanzetten."


def test_suggesties_ontvangen_per_row(tafel):
    """R404: duplicates ignored, unknown person rejected per row, nothing on the table by itself."""
    procedure = maak_procedure()
    wie = MedewerkerFactory()
    rijen = [
        {"extern_id": "A1", "personeelsnummer": wie.personeelsnummer, "toelichting": "Past."},
        {"extern_id": "A1", "personeelsnummer": wie.personeelsnummer},
        {"extern_id": "A2", "personeelsnummer": "onbekend"},
    ]

    eerste = suggesties_ontvangen(
        procedure=procedure, rijen=rijen, door=tafel.als_recruiter, nu=NU
    )
    tweede = suggesties_ontvangen(
        procedure=procedure, rijen=rijen[:1], door=tafel.als_recruiter, nu=NU
    )

    assert [u.resultaat for u in eerste] == ["ontvangen", "al_bekend", "geweigerd"]
    assert [u.resultaat for u in tweede] == ["al_bekend"]
    assert Suggestie.objects.count() == 1
    assert Kandidaat.objects.count() == 0


# -- role matrix ----------------------------------------------------------------------------

BUITENSTAANDER, RECRUITER, PMANAGER, LID, VOORZITTER = (
    "medewerker", "recruiter", "pmanager elders", "lid", "voorzitter"
)


def _opdrachten(tafel, punt, kandidaat):
    wie = MedewerkerFactory(naam="Nieuw", pteam=tafel.pteam)
    plaats = {"agendapunt": punt, "medewerker": wie, "argument": "Past."}
    mens = {"medewerker": tafel.collega, "aanwezig": True}
    return {
        "sessie_plannen": (sessie_plannen, {"datum": VANDAAG, "voorzitter": tafel.voorzitter}),
        "aanwezigheid": (aanwezigheid_vastleggen, {"sessie": tafel.sessie, **mens}),
        "punt_agenderen": (
            punt_agenderen, {"sessie": tafel.sessie, "procedure": maak_procedure()}
        ),
        "punt_verplaatsen": (punt_verplaatsen, {"agendapunt": punt, "omhoog": True}),
        "punt_tonen": (punt_tonen, {"sessie": tafel.sessie, "agendapunt": punt}),
        "tafel_verlaten": (tafel_verlaten, {"agendapunt": punt}),
        "uitkomst_vastleggen": (
            uitkomst_vastleggen, {"agendapunt": punt, "uitkomst": "aanhouden"}
        ),
        "kandidaat_kiezen": (kandidaat_kiezen, {"kandidaat": kandidaat}),
        "kandidaat_verplaatsen": (
            kandidaat_verplaatsen, {"kandidaat": kandidaat, "omhoog": True}
        ),
        "recruiter plaatst": (kandidaat_plaatsen, {**plaats, "bron": "recruiter"}),
        "pmanager plaatst": (kandidaat_plaatsen, {**plaats, "bron": "pmanager"}),
        "suggestie_vragen": (suggestie_vragen, {"procedure": punt.procedure}),
        "suggesties_ontvangen": (
            suggesties_ontvangen, {"procedure": punt.procedure, "rijen": []}
        ),
    }


MAG = {
    "sessie_plannen": {RECRUITER, PMANAGER, LID, VOORZITTER},
    "aanwezigheid": {VOORZITTER},
    "punt_agenderen": {RECRUITER, PMANAGER, LID, VOORZITTER},
    "punt_verplaatsen": {RECRUITER, PMANAGER, LID, VOORZITTER},
    "punt_tonen": {RECRUITER, LID, VOORZITTER},
    "tafel_verlaten": {RECRUITER, LID, VOORZITTER},
    "uitkomst_vastleggen": {LID, VOORZITTER},
    "kandidaat_kiezen": {LID, VOORZITTER},
    "kandidaat_verplaatsen": {RECRUITER, LID, VOORZITTER},
    "recruiter plaatst": {RECRUITER},
    "pmanager plaatst": {VOORZITTER},
    "suggestie_vragen": {RECRUITER, PMANAGER, LID, VOORZITTER},
    "suggesties_ontvangen": {RECRUITER},
}


@pytest.mark.parametrize("rol", [BUITENSTAANDER, RECRUITER, PMANAGER, LID, VOORZITTER])
@pytest.mark.parametrize("naam", MAG)
def test_role_matrix_of_every_command(tafel, met_kandidaat, rol, naam):
    """R107, R261: who may do what at the table."""
    punt, kandidaat = met_kandidaat
    elders = MedewerkerFactory()
    door = {
        BUITENSTAANDER: lambda: actor_van(MedewerkerFactory()),
        RECRUITER: lambda: tafel.als_recruiter,
        PMANAGER: lambda: als_pmanager(elders, PTeamFactory(pmanager=elders)),
        LID: lambda: tafel.als_collega,
        VOORZITTER: lambda: tafel.als_voorzitter,
    }[rol]()
    opdracht, velden = _opdrachten(tafel, punt, kandidaat)[naam]

    try:
        opdracht(**velden, door=door, nu=NU)
        geweigerd = None
    except DomeinFout as fout:
        geweigerd = fout.status

    assert geweigerd == (None if rol in MAG[naam] else 403)
