"""Why not: the refusals of the ground floor."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.conf import settings

from config.kern.actor import Actor, Recht
from config.kern.enums import BerichtSoort, BesluitStatus, Bezorging
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Beraadsadvies, Bericht, Besluit, NietWerkdag, Terugkoppeling
from config.kern.standaarden import STANDAARDEN

DOCUMENT_MAX_BYTES = 10 * 1024 * 1024
DOCUMENT_SOORTEN = {"application/pdf", "text/plain"}
DOCUMENT_ACTIEF = (b"/JavaScript", b"/Launch")
NIET_IN_TEKST = bytes(set(range(32)) - {9, 10, 12, 13})


def soort_van_inhoud(inhoud: bytes) -> str:
    """What a file is by its own bytes, whatever its name says; empty when we do not take it."""
    if inhoud.startswith(b"%PDF-"):
        return "application/pdf"
    try:
        inhoud.decode()
    except UnicodeDecodeError:
        return ""
    return "" if inhoud.translate(None, NIET_IN_TEKST) != inhoud else "text/plain"


def beletsel_document_bewaren(*, naam: str, media_type: str, inhoud: bytes) -> Beletsel | None:
    if not inhoud:
        return invoer("Het bestand is leeg. Kies een ander bestand.", "document")
    if len(inhoud) > DOCUMENT_MAX_BYTES:
        return invoer("Het bestand is groter dan 10 MB. Kies een kleiner bestand.", "document")
    if media_type not in DOCUMENT_SOORTEN:
        return invoer("Kies een PDF-bestand of een tekstbestand.", "document")
    if soort_van_inhoud(inhoud) != media_type:
        soort = "PDF-bestand" if media_type == "application/pdf" else "tekstbestand"
        return invoer(f"“{naam}” is geen geldig {soort}. Kies een ander bestand.", "document")
    if any(woord in inhoud for woord in DOCUMENT_ACTIEF) and media_type == "application/pdf":
        return invoer(
            f"In “{naam}” zit een programma. Bewaar het bestand opnieuw als gewone PDF.", "document"
        )
    if len(naam) > 200:
        return invoer("De bestandsnaam is te lang. Gebruik hooguit 200 tekens.", "document")
    return None


def beletsel_besluit_opstellen(*, onderwerp: str, tekst: str) -> Beletsel | None:
    if not onderwerp.strip():
        return invoer("Geef het besluit een onderwerp.", "onderwerp")
    if not tekst.strip():
        return invoer("Schrijf op wat er besloten wordt.", "tekst")
    return None


def beletsel_besluit_vaststellen(
    besluit: Besluit, adviezen: Sequence[Beraadsadvies] = ()
) -> Beletsel | None:
    """Every advice is weighed and the weighing explained before a decision stands (R044)."""
    if besluit.status == BesluitStatus.VASTGESTELD:
        return toestand("Dit besluit is al vastgesteld.")
    if open_ := [a.namens for a in adviezen if not a.weging]:
        return toestand(
            f"Weeg eerst het advies van {', '.join(open_)} en leg uit of je het volgt."
        )
    return None


def beletsel_beheren(door: Actor) -> Beletsel | None:
    if not door.heeft(Recht.BEHEREN):
        return geen_recht("Alleen een beheerder mag dit doen.")
    return None


MAX_VOORUIT = 30


def beletsel_klok_vooruitzetten(*, werkdagen: int, door: Actor) -> Beletsel | None:
    if not settings.INZET_DEMO:
        return toestand("Alleen in de demo kan de klok vooruit.")
    if door.gebruiker_id is None and not door.is_systeem:
        return geen_recht("Log in om de demo-klok vooruit te zetten.")
    if not door.heeft(Recht.BEHEREN):
        return geen_recht("Alleen de beheerder zet de demo-klok vooruit.")
    if not 1 <= werkdagen <= MAX_VOORUIT:
        return invoer(f"Kies 1 tot en met {MAX_VOORUIT} werkdagen.", "werkdagen")
    return None


KEUZES: dict[str, tuple[str, ...]] = {
    "F0_NA_TERMIJN": ("vragen", "automatisch"),
    "MELD_PMANAGER_BIJ": ("reactie", "shortlist"),
}
GROOTSTE_GETAL = 1_000_000_000


def beletsel_instelling_vastleggen(
    *, sleutel: str, waarde: Any, geldig_vanaf: date, bron: str, door: Actor, vandaag: date
) -> Beletsel | None:
    if beletsel := beletsel_beheren(door):
        return beletsel
    if sleutel not in STANDAARDEN:
        return invoer("Deze instelling bestaat niet.", "sleutel")
    if beletsel := _beletsel_waarde(sleutel, waarde):
        return beletsel
    if geldig_vanaf < vandaag:
        return invoer("Een nieuwe waarde gaat vandaag of later in.", "geldig_vanaf")
    if not bron.strip():
        return invoer("Schrijf op wie dit heeft besloten en waar dat staat.", "bron")
    return None


def _beletsel_waarde(sleutel: str, waarde: Any) -> Beletsel | None:
    gewoon = STANDAARDEN[sleutel].waarde
    if isinstance(gewoon, bool) or isinstance(waarde, bool):
        goed = isinstance(gewoon, bool) and isinstance(waarde, bool)
        return None if goed else invoer("Kies ja of nee.", "waarde")
    if isinstance(gewoon, int):
        goed = isinstance(waarde, int) and 0 <= waarde <= GROOTSTE_GETAL
        return None if goed else invoer("Vul een heel getal in van 0 of hoger.", "waarde")
    if sleutel in KEUZES and waarde not in KEUZES[sleutel]:
        return invoer(f"Kies een van deze waarden: {', '.join(KEUZES[sleutel])}.", "waarde")
    if isinstance(gewoon, list):
        return _beletsel_reeks(gewoon, waarde)
    if isinstance(gewoon, dict):
        if not isinstance(waarde, dict) or set(waarde) != set(gewoon):
            return invoer(f"Geef een waarde voor: {', '.join(gewoon)}.", "waarde")
        fouten = (_beletsel_deel(gewoon[k], waarde[k]) for k in gewoon)
        return next((fout for fout in fouten if fout), None)
    return None


def _beletsel_deel(gewoon: Any, waarde: Any) -> Beletsel | None:
    """One part of a setting with several: a number where the source has one, else a band."""
    if isinstance(gewoon, int):
        goed = type(waarde) is int and 0 <= waarde <= GROOTSTE_GETAL
        return None if goed else invoer("Vul hele getallen in van 0 of hoger.", "waarde")
    return _beletsel_reeks(gewoon, waarde)


def _beletsel_reeks(gewoon: list[int], waarde: Any) -> Beletsel | None:
    """A band such as ``[25, 35]``: as many whole numbers as the source has, going up."""
    goed = (
        isinstance(waarde, list)
        and len(waarde) == len(gewoon)
        and all(type(n) is int and 0 <= n <= GROOTSTE_GETAL for n in waarde)
        and waarde == sorted(waarde)
    )
    return None if goed else invoer("Vul hele getallen in, van laag naar hoog.", "waarde")


def beletsel_niet_werkdagen_toevoegen(
    *, begin: date, laatste: date, telt: bool, door: Actor, vandaag: date
) -> Beletsel | None:
    if beletsel := beletsel_beheren(door):
        return beletsel
    if begin <= vandaag:
        return invoer("Kies een dag na vandaag: termijnen die al lopen veranderen niet.", "begin")
    if laatste < begin:
        return invoer("De laatste dag ligt voor de eerste dag.", "laatste")
    if (laatste - begin).days > 30:
        return invoer("Kies hooguit 31 dagen tegelijk.", "laatste")
    if laatste.year > vandaag.year + 10:
        return invoer("Deze dag ligt te ver weg. Kies een dag binnen tien jaar.", "laatste")
    if not telt:
        return invoer("Kies waarvoor deze dag niet telt: termijnen, capaciteit of allebei.")
    return None


def beletsel_geen_nieuwe_dagen(nieuw: Sequence[date]) -> Beletsel | None:
    if not nieuw:
        return toestand("Deze dagen staan al in de kalender of vallen in het weekend.", "begin")
    return None


def beletsel_niet_werkdag_verwijderen(
    *, dag: NietWerkdag, door: Actor, vandaag: date
) -> Beletsel | None:
    if beletsel := beletsel_beheren(door):
        return beletsel
    if dag.datum <= vandaag:
        return toestand("Deze dag is al voorbij. Er is al mee gerekend.")
    return None


def beletsel_bericht_lezen(*, bericht: Bericht, door: Actor) -> Beletsel | None:
    if bericht.ontvanger_id != door.gebruiker_id:
        return geen_recht("Dit bericht is niet voor jou.")
    return None


def beletsel_berichten_lezen(*, door: Actor) -> Beletsel | None:
    if door.gebruiker_id is None:
        return geen_recht("Log in om je meldingen te lezen.")
    return None


def beletsel_bezorging_kiezen(*, keuzes: Mapping[str, str], door: Actor) -> Beletsel | None:
    if door.gebruiker_id is None:
        return geen_recht("Log in om te kiezen hoe je mail krijgt.")
    for soort, bezorging in keuzes.items():
        if soort not in BerichtSoort.values or bezorging not in Bezorging.values:
            return invoer("Kies uit de lijst hoe je deze mail wilt krijgen.", soort)
    return None


def beletsel_vastgelopen_opnieuw(*, door: Actor) -> Beletsel | None:
    return beletsel_beheren(door)


def beletsel_agendafeed_aanzetten(*, door: Actor) -> Beletsel | None:
    if door.gebruiker_id is None:
        return geen_recht("Log in om je agenda te delen met je agendaprogramma.")
    return None


def beletsel_agendafeed_uitzetten(*, door: Actor) -> Beletsel | None:
    return beletsel_agendafeed_aanzetten(door=door)


def beletsel_terugkoppeling_geven(*, tekst: str, door: Actor) -> Beletsel | None:
    if door.gebruiker_id is None:
        return geen_recht("Log in om te laten weten wat beter kan.")
    if not tekst.strip():
        return invoer("Schrijf op wat er beter kan.", "tekst")
    return None


def beletsel_terugkoppeling_beantwoorden(
    terugkoppeling: Terugkoppeling, *, antwoord: str, door: Actor
) -> Beletsel | None:
    if beletsel := beletsel_beheren(door):
        return beletsel
    if terugkoppeling.beantwoord_op is not None:
        return toestand("Hier is al antwoord op gegeven.")
    if not antwoord.strip():
        return invoer("Schrijf op wat ermee is gedaan.", "antwoord")
    return None


def beletsel_inzagen_inzien(*, door: Actor) -> Beletsel | None:
    if door.heeft(Recht.INZAGEN_INZIEN):
        return None
    return geen_recht("Alleen de functionaris gegevensbescherming ziet wie wat bekeek.")
