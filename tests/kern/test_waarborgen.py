"""What the database refuses, also when the program would ask for it (BETROUWBAAR 7, R408)."""

import uuid

import pytest
from django.db import IntegrityError, connection, transaction

from config.kern.domain.besluit import besluit_nemen, besluit_opstellen, besluit_vaststellen
from config.kern.domain.logboek import inzage_noteren, noteer
from config.kern.enums import BesluitSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Besluit, Document, Inzage, Logregel

pytestmark = pytest.mark.django_db
VELDEN = {"soort": BesluitSoort.OVERIG, "onderwerp": "Proef", "tekst": "Zo doen we het.",
          "hoedanigheid": "beheerder"}


@pytest.fixture
def besluit(systeem, nu, vandaag):
    return besluit_nemen(besluitdatum=vandaag, door=systeem, nu=nu, **VELDEN)


def weigert(doe):
    with pytest.raises(IntegrityError), transaction.atomic():
        doe()


def test_the_logbook_only_grows(systeem, nu):
    noteer("proef", door=systeem, nu=nu)

    weigert(lambda: Logregel.objects.update(handeling="anders"))
    weigert(lambda: Logregel.objects.all().delete())
    assert Logregel.objects.get().handeling == "proef"


def test_a_look_is_never_wiped_out(systeem, nu, gebruiker):
    inzage_noteren(wiens_gebruiker_id=gebruiker.pk, wat="PPP", waarvoor="proef", door=systeem,
                   nu=nu)

    weigert(lambda: Inzage.objects.update(wat="niets"))
    weigert(lambda: Inzage.objects.all().delete())


def test_an_adopted_decision_stands(besluit):
    """R189."""
    weigert(lambda: Besluit.objects.update(tekst="Anders"))
    weigert(lambda: Besluit.objects.all().delete())
    weigert(lambda: Document.objects.update(inhoud=b"anders"))
    weigert(lambda: Document.objects.all()._raw_delete("default"))


def test_a_draft_can_still_change_and_is_adopted_once(systeem, nu, vandaag):
    concept = besluit_opstellen(besluitdatum=vandaag, door=systeem, nu=nu, **VELDEN)
    Besluit.objects.filter(pk=concept.pk).update(tekst="Beter gezegd")

    vast = besluit_vaststellen(besluit=concept, door=systeem, nu=nu)

    assert b"Beter gezegd" in bytes(vast.document.inhoud)
    with pytest.raises(DomeinFout, match="al vastgesteld"):
        besluit_vaststellen(besluit=concept, door=systeem, nu=nu)


def test_kenmerken_are_unique_and_carry_the_year(systeem, nu, vandaag):
    kenmerken = {
        besluit_opstellen(besluitdatum=vandaag, door=systeem, nu=nu, **VELDEN).kenmerk
        for _ in range(3)
    }

    assert len(kenmerken) == 3
    assert all(k.startswith("B2026-") for k in kenmerken)


def test_with_the_guard_removed_the_logbook_can_change(systeem, nu):
    """The control: without the trigger the same statement goes through (BETROUWBAAR 12)."""
    noteer("proef", door=systeem, nu=nu)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE kern_logregel DISABLE TRIGGER kern_logregel_blijft")
    try:
        assert Logregel.objects.update(handeling="anders", object_id=uuid.uuid4()) == 1
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE kern_logregel ENABLE TRIGGER kern_logregel_blijft")
