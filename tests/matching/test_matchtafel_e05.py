"""E05 of EISEN from the agenda to the register and the public line (R261, R266, R269)."""

from datetime import timedelta

import pytest

from config.kern.actor import Recht
from config.kern.models import Bericht
from matching.domain.agendapunt import punt_tonen, uitkomst_vastleggen
from matching.domain.kandidaat import (
    kandidaat_instemmen,
    kandidaat_plaatsen,
    suggesties_ontvangen,
)
from matching.domain.match import instemming_geven
from matching.domain.sluiten import sessie_sluiten, verslag_versturen
from matching.enums import Fase, InstemmingVan, MatchStatus, ReactieStatus
from matching.models import Match
from matching.queries.matchtafel import gesloten_sessies, wachtend_op_agenda
from register.models import Inzet
from tests.factories.kern import NU
from tests.factories.matchtafel import maak_procedure, maak_reactie, maak_tafel, open_tafel
from tests.factories.pdomein import MedewerkerFactory, actor_van

pytestmark = pytest.mark.django_db


def test_e05_the_table_chooses_and_the_register_follows():
    """Given reactions, a recruiter list and somebody added by a P-manager; the table chooses B."""
    tafel = maak_tafel()
    procedure = maak_procedure()
    a = MedewerkerFactory(naam="Anna Aap", pteam=tafel.pteam)
    b = MedewerkerFactory(naam="Bo Bos", pteam=tafel.pteam_collega)
    c = MedewerkerFactory(naam="Cas Cirkel", pteam=tafel.pteam)
    reactie = maak_reactie(procedure, a)
    suggesties_ontvangen(
        procedure=procedure, door=tafel.als_recruiter, nu=NU,
        rijen=[{"extern_id": "R1", "personeelsnummer": b.personeelsnummer}],
    )
    (punt,) = open_tafel(tafel, procedure)
    punt_tonen(sessie=tafel.sessie, agendapunt=punt, door=tafel.als_voorzitter, nu=NU)
    kandidaat_b = kandidaat_plaatsen(
        agendapunt=punt, medewerker=b, bron="recruiter", argument="Zoekt precies dit werk.",
        door=tafel.als_recruiter, nu=NU,
    )
    kandidaat_c = kandidaat_plaatsen(
        agendapunt=punt, medewerker=c, bron="pmanager", argument="Kan dit goed.",
        door=tafel.als_voorzitter, nu=NU,
    )
    kandidaat_instemmen(kandidaat=kandidaat_c, akkoord=True, door=actor_van(c), nu=NU)

    uitkomst_vastleggen(
        agendapunt=punt, uitkomst="gematcht", gekozen=[kandidaat_b],
        motivering="Sterkste op beleid.", door=tafel.als_collega, nu=NU,
    )
    sessie = sessie_sluiten(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)
    verslag_versturen(sessie=sessie, door=tafel.als_voorzitter, nu=NU)

    # B and B's P-manager get a consent request; nothing is definitive yet
    match = Match.objects.get()
    gevraagd = Bericht.objects.filter(onderwerp__startswith="Stem je in?")
    assert {g.ontvanger_id for g in gevraagd} == {b.gebruiker_id, tafel.collega.gebruiker_id}
    assert (match.medewerker, match.status) == (b, MatchStatus.VOORGESTELD)
    assert match.motivatie_persoon == "Zoekt precies dit werk."
    assert Inzet.objects.count() == 0

    later = NU + timedelta(hours=2)
    instemming_geven(
        match=match, van=InstemmingVan.MEDEWERKER, akkoord=True, door=actor_van(b), nu=later
    )
    instemming_geven(
        match=match, van=InstemmingVan.PMANAGER, akkoord=True, nu=later,
        door=actor_van(tafel.collega, (Recht.PTEAM_LEIDEN, tafel.pteam_collega)),
    )

    # inzet and register are updated, the others get an answer
    procedure.refresh_from_db()
    reactie.refresh_from_db()
    inzet = Inzet.objects.get()
    assert (inzet.medewerker, inzet.opdracht) == (b, procedure.matchvraag.opdracht)
    assert procedure.fase == Fase.GEMATCHT
    assert reactie.status == ReactieStatus.NIET_GEKOZEN
    # the report went to the directeuren M&O and names only the chosen one
    assert Bericht.objects.filter(
        ontvanger=tafel.directeur.gebruiker, onderwerp__startswith="Verslag van de matchtafel"
    ).count() == 1
    assert "Bo Bos" in sessie.verslag
    assert "Anna Aap" not in sessie.verslag
    assert "Cas Cirkel" not in sessie.verslag
    # a public line with the matched person and nobody else
    besluit = gesloten_sessies().get().besluiten[0]
    assert [m.medewerker.naam for m in besluit.definitieve_matches] == ["Bo Bos"]


def test_no_consent_brings_the_work_back_to_the_next_session():
    """R238: no agreement, no match; the work can be discussed again."""
    tafel = maak_tafel()
    procedure = maak_procedure()
    b = MedewerkerFactory(pteam=tafel.pteam_collega)
    maak_reactie(procedure, b)
    (punt,) = open_tafel(tafel, procedure)
    uitkomst_vastleggen(
        agendapunt=punt, uitkomst="gematcht", gekozen=list(punt.kandidaten.all()),
        motivering="Past.", door=tafel.als_voorzitter, nu=NU,
    )
    sessie_sluiten(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)
    wacht = wachtend_op_agenda().count()

    instemming_geven(
        match=Match.objects.get(), van=InstemmingVan.MEDEWERKER, akkoord=False,
        door=actor_van(b), nu=NU,
    )

    assert wacht == 0
    assert wachtend_op_agenda().get() == procedure
