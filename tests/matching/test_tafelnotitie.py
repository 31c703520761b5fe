"""What is written at the table: who reads it, how long it stays, what goes out (R268, R271)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from config.kern.fouten import DomeinFout
from config.kern.models import Bericht, DemoKlok, Instelling, Logregel
from matching.domain.agendapunt import punten_agenderen, uitkomst_vastleggen
from matching.domain.bijwerken import alles_bijwerken
from matching.domain.kandidaat import kandidaat_kiezen, kandidaat_plaatsen
from matching.domain.matchtafel import sessie_plannen
from matching.domain.sluiten import sessie_sluiten, verslag_versturen
from matching.domain.tafelbericht import tafelbericht_wijzigen, tafelberichten_versturen
from matching.domain.tafelnotitie import (
    kandidaat_toelichten,
    kandidaten_afvoeren,
    notitie_schrijven,
    notitie_wissen,
    training_vastleggen,
)
from matching.models import Agendapunt, Tafelbericht, Tafelnotitie
from tests.factories.kern import NU
from tests.factories.matchtafel import (
    maak_procedure,
    maak_reactie,
    maak_tafel,
    op_agenda,
    open_tafel,
)
from tests.factories.pdomein import MedewerkerFactory, PPPFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def klok_op_nu(db):
    DemoKlok.objects.create(
        verschuiving_seconden=int((NU - timezone.now()).total_seconds()) + 60
    )


@pytest.fixture
def tafel():
    return maak_tafel()


@pytest.fixture
def punt(tafel):
    """An open item with two people who reacted."""
    procedure = maak_procedure()
    for naam in ("Anna Aap", "Bo Bos"):
        mens = MedewerkerFactory(naam=naam, pteam=tafel.pteam)
        PPPFactory(medewerker=mens)
        maak_reactie(procedure, mens)
    return open_tafel(tafel, procedure)[0]


def eerste(punt):
    return punt.kandidaten.select_related("agendapunt__sessie", "medewerker").first()


def status(opdracht, **velden) -> int:
    with pytest.raises(DomeinFout) as fout:
        opdracht(nu=NU, **velden)
    return fout.value.status


def test_notitie_is_for_members_and_is_wiped_in_time(tafel, punt, ingelogd):
    """R268: visible to session members only, deleted after the retention period."""
    k, tekst = eerste(punt), "Wil graag minder reizen."
    notitie = notitie_schrijven(kandidaat=k, tekst=tekst, door=tafel.als_collega, nu=NU)
    pagina = reverse("matching:punt", args=[punt.public_id]) + f"?kandidaat={k.public_id}"
    lezen = ingelogd(tafel.voorzitter.gebruiker).get(pagina).content.decode()
    scherm = ingelogd(tafel.voorzitter.gebruiker).get(
        reverse("matching:sessie-scherm", args=[tafel.sessie.public_id])
    ).content.decode()
    zelf = ingelogd(k.medewerker.gebruiker).get(pagina)

    assert notitie.wissen_op == NU.date() + timedelta(days=42)
    assert tekst in lezen
    assert tekst not in scherm
    assert zelf.status_code == 403
    assert not any("reizen" in str(vars(regel)) for regel in Logregel.objects.all())
    alles_bijwerken(nu=NU + timedelta(days=41))
    assert Tafelnotitie.objects.count() == 1
    alles_bijwerken(nu=NU + timedelta(days=42))
    assert Tafelnotitie.objects.count() == 0


def test_notitie_refusals(tafel, punt):
    k = eerste(punt)
    notitie = notitie_schrijven(kandidaat=k, tekst="x", door=tafel.als_collega, nu=NU)
    buiten = maak_tafel().als_collega

    assert status(notitie_schrijven, kandidaat=k, tekst="x", door=buiten) == 403
    assert status(notitie_schrijven, kandidaat=k, tekst=" ", door=tafel.als_collega) == 400
    assert status(notitie_wissen, notitie=notitie, door=tafel.als_voorzitter) == 403
    notitie_wissen(notitie=notitie, door=tafel.als_collega, nu=NU)
    assert Tafelnotitie.objects.count() == 0


def test_the_card_has_room_for_what_somebody_can_learn(tafel, punt, ingelogd):
    """R272: leervermogen and motivatie, free text."""
    k = eerste(punt)
    kandidaat_toelichten(kandidaat=k, leervermogen="Leert snel.", motivatie="Wil naar buiten.",
                         door=tafel.als_recruiter, nu=NU)
    html = ingelogd(tafel.voorzitter.gebruiker).get(
        reverse("matching:punt", args=[punt.public_id]) + f"?kandidaat={k.public_id}"
    ).content.decode()

    assert "Leert snel." in html
    assert "Wil naar buiten." in html
    assert status(kandidaat_toelichten, kandidaat=k, leervermogen="", motivatie="",
                  door=maak_tafel().als_collega) == 403


def test_the_chair_gets_a_notice_about_the_workshop(tafel, ingelogd):
    """R271: a notice, by a setting; known again in the next session."""
    client = ingelogd(tafel.voorzitter.gebruiker)
    naar = reverse("matching:sessie", args=[tafel.sessie.public_id])
    voor = client.get(naar).content.decode()
    training_vastleggen(sessie=tafel.sessie, medewerker=tafel.collega, op=date(2026, 3, 1),
                        door=tafel.als_collega, nu=NU)
    later = sessie_plannen(datum=NU.date() + timedelta(days=7), voorzitter=tafel.voorzitter,
                           deelnemers=[tafel.collega], door=tafel.als_voorzitter, nu=NU)
    na = client.get(naar).content.decode()
    Instelling.objects.create(
        sleutel="TRAINING_VOORINGENOMENHEID", waarde=False, geldig_vanaf=NU.date(), bron="proef"
    )
    uit = client.get(naar).content.decode()

    assert voor.count("niet bekend") == 3
    assert na.count("niet bekend") == 2
    assert uit.count("niet bekend") == 0
    assert later.deelnemers.get(medewerker=tafel.collega).training_vooringenomenheid_op == date(
        2026, 3, 1
    )
    velden = {"sessie": tafel.sessie, "medewerker": tafel.collega}
    assert status(training_vastleggen, op=date(2027, 1, 1), door=tafel.als_collega, **velden) == 400
    assert status(training_vastleggen, op=NU.date(), door=tafel.als_recruiter, **velden) == 403


def test_several_people_leave_the_table_for_one_reason(tafel, punt, ingelogd):
    """SCHERMEN 9: bulk verbs with reasons; who reacted stays, and then nothing happens."""
    erbij = [
        kandidaat_plaatsen(agendapunt=punt, medewerker=MedewerkerFactory(naam=naam),
                           bron="recruiter", argument="x", door=tafel.als_recruiter, nu=NU)
        for naam in ("Cas", "Dirk")
    ]
    alle = list(punt.kandidaten.all())
    velden = {"agendapunt": punt, "door": tafel.als_recruiter}

    assert status(kandidaten_afvoeren, kandidaten=alle, reden="x", **velden) == 409
    assert status(kandidaten_afvoeren, kandidaten=erbij, reden=" ", **velden) == 400
    assert status(kandidaten_afvoeren, kandidaten=[], reden="x", **velden) == 400
    naar = reverse("matching:kandidaten-afvoeren", args=[punt.public_id])
    vraag = "&".join(f"k={k.public_id}" for k in erbij)
    antwoord = ingelogd(tafel.voorzitter.gebruiker).post(
        f"{naar}?{vraag}", {"reden": "Te weinig tijd."}
    )
    assert antwoord.status_code == 302
    assert punt.kandidaten.count() == 2


def test_everything_eligible_on_the_agenda_in_one_act(tafel):
    vrij = [maak_procedure(), maak_procedure()]
    maak_procedure(vroegste=NU.date() + timedelta(days=1))

    assert punten_agenderen(sessie=tafel.sessie, door=tafel.als_recruiter, nu=NU) == 2
    assert set(Agendapunt.objects.values_list("procedure", flat=True)) == {p.pk for p in vrij}
    assert status(punten_agenderen, sessie=tafel.sessie, door=tafel.als_recruiter) == 409


@pytest.fixture
def gesloten(tafel, punt):
    keuze = eerste(punt)
    kandidaat_kiezen(kandidaat=keuze, door=tafel.als_voorzitter, nu=NU)
    kandidaat_plaatsen(agendapunt=punt, medewerker=MedewerkerFactory(naam="Niet Gevraagd"),
                       bron="recruiter", argument="x", door=tafel.als_recruiter, nu=NU)
    uitkomst_vastleggen(agendapunt=punt, uitkomst="gematcht", motivering="x",
                        door=tafel.als_voorzitter, nu=NU)
    tafel.sessie = sessie_sluiten(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)
    return tafel


def test_messages_wait_in_an_outbox_that_can_be_corrected(gesloten, ingelogd):
    """SCHERMEN 10: one for everybody who agreed to be discussed, nobody hears about others."""
    teksten = {b.medewerker.naam: b.tekst for b in Tafelbericht.objects.all()}
    verstuurd_voor = Bericht.objects.filter(sleutel__startswith="tafelbericht:").count()
    bo = Tafelbericht.objects.get(medewerker__naam="Bo Bos")
    tafelbericht_wijzigen(bericht=bo, tekst="Bel me even.", door=gesloten.als_voorzitter, nu=NU)
    aantal = tafelberichten_versturen(sessie=gesloten.sessie, door=gesloten.als_voorzitter, nu=NU)

    assert set(teksten) == {"Anna Aap", "Bo Bos"}
    assert "stelt jou voor" in teksten["Anna Aap"]
    assert "Anna" not in teksten["Bo Bos"]
    assert (verstuurd_voor, aantal) == (0, 2)
    assert Bericht.objects.get(
        ontvanger=bo.medewerker.gebruiker, sleutel__startswith="tafelbericht:"
    ).tekst == "Bel me even."
    bo.refresh_from_db()
    assert status(tafelbericht_wijzigen, bericht=bo, tekst="x", door=gesloten.als_voorzitter) == 409
    velden = {"sessie": gesloten.sessie}
    assert status(tafelberichten_versturen, door=gesloten.als_collega, **velden) == 403
    assert status(tafelberichten_versturen, door=gesloten.als_voorzitter, **velden) == 409


def test_the_report_takes_along_what_still_waits(gesloten):
    verslag_versturen(sessie=gesloten.sessie, door=gesloten.als_voorzitter, nu=NU)

    assert Tafelbericht.objects.filter(verstuurd_op=None).count() == 0


def test_pages_of_the_outbox(gesloten, ingelogd):
    """Reachable from the session; only the chair corrects and sends."""
    bo = Tafelbericht.objects.get(medewerker__naam="Bo Bos")
    lijst = reverse("matching:sessie-berichten", args=[gesloten.sessie.public_id])
    wijzig = reverse("matching:tafelbericht-wijzigen", args=[bo.public_id])
    collega = ingelogd(gesloten.collega.gebruiker)
    assert "Bo Bos" in collega.get(lijst).content.decode()
    assert collega.get(wijzig).status_code == 403
    assert ingelogd(bo.medewerker.gebruiker).get(lijst).status_code == 403
    voorzitter = ingelogd(gesloten.voorzitter.gebruiker)
    assert lijst in voorzitter.get(
        reverse("matching:sessie", args=[gesloten.sessie.public_id])
    ).content.decode()
    assert voorzitter.post(wijzig, {"tekst": "Dank je."}).status_code == 302
    naar = reverse("matching:sessie-berichten-versturen", args=[gesloten.sessie.public_id])
    assert [voorzitter.post(naar).status_code for _ in range(2)] == [302, 409]


def test_forms_of_the_table_open(tafel, punt, ingelogd):
    op_agenda(maak_tafel(), maak_procedure())
    client, k = ingelogd(tafel.voorzitter.gebruiker), eerste(punt)
    paden = [
        ("notitie-schrijven", [k.public_id]), ("kandidaat-toelichten", [k.public_id]),
        ("kandidaten-afvoeren", [punt.public_id]),
        ("sessie-training", [tafel.sessie.public_id, tafel.collega.public_id]),
    ]

    assert [client.get(reverse(f"matching:{n}", args=a)).status_code for n, a in paden] == [200] * 4
