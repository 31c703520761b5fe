"""Why a power may not be passed on, and why a version of the regulation is refused (R186, R199)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from config.kern.actor import Actor
from config.kern.enums import BesluitSoort
from config.kern.fouten import Beletsel, invoer, toestand
from config.kern.models import Besluit
from config.kern.opmaak import euro
from config.kern.periode import dag_lang, periode_tekst
from pdomein.models import Medewerker
from register.enums import OndermandaatAan
from register.models import Bevoegdheid, Mandaatregeling, Ondermandaat, Roltoewijzing
from register.queries.mandaat import overlappende, regel_van, voldoet_aan
from register.rules.rol import (
    beletsel_besluit,
    beletsel_einde,
    beletsel_gesloten,
    beletsel_in_dienst,
    beletsel_reden,
    beletsel_register_muteren,
)


@dataclass(frozen=True, slots=True)
class MandaatVraag:
    """Pass this article on to this person; ``besluit`` None means: the giver decides now."""

    toewijzing: Roltoewijzing
    medewerker: Medewerker
    artikel: str
    limiet_euro: Decimal | None
    begin: date
    einde: date | None
    besluit: Besluit | None


def is_gever(rij: Roltoewijzing | Ondermandaat, door: Actor) -> bool:
    wie = rij.gever_id if isinstance(rij, Ondermandaat) else rij.medewerker_id
    return door.medewerker_id is not None and wie == door.medewerker_id


def beletsel_doorgeven(rij: Roltoewijzing | Ondermandaat, door: Actor) -> Beletsel | None:
    """The giver passes on what is the giver's; the registrar enters it by decision (R203)."""
    if is_gever(rij, door):
        return None
    return beletsel_register_muteren(door)


def beletsel_ondermandaat_verlenen(
    *, vraag: MandaatVraag, door: Actor, vandaag: date
) -> Beletsel | None:
    """Who may pass on, to whom, and never above the own limit."""
    return (
        beletsel_doorgeven(vraag.toewijzing, door)
        or _besluit(vraag.toewijzing, vraag.besluit, door, BesluitSoort.ONDERMANDAAT)
        or beletsel_gesloten(vraag.toewijzing)
        or _gever(vraag)
        or _periode(vraag, vandaag if vraag.besluit is None else None)
        or _regel(vraag)
        or _dubbel(vraag)
    )


def _besluit(
    rij: Roltoewijzing | Ondermandaat, besluit: Besluit | None, door: Actor, *soorten: BesluitSoort
) -> Beletsel | None:
    if besluit is None and is_gever(rij, door):
        return None
    if beletsel := beletsel_besluit(besluit):
        return beletsel
    if soorten and besluit.soort not in soorten:
        return toestand("Kies een besluit van de soort ondermandaat.", "besluit")
    return None


def _gever(vraag: MandaatVraag) -> Beletsel | None:
    rij = vraag.toewijzing
    if rij.opdracht_id is None:
        return toestand("Alleen wie een rol heeft op een opdracht, geeft daarvoor mandaat door.")
    if rij.waarneemt_voor_id is not None:
        return toestand("Wie waarneemt, geeft geen mandaat door.")
    if vraag.medewerker.pk == rij.medewerker_id:
        return invoer("Niemand geeft mandaat door aan zichzelf. Kies een ander.", "persoon")
    return None


def _periode(vraag: MandaatVraag, niet_voor: date | None) -> Beletsel | None:
    rij, begin, einde = vraag.toewijzing, vraag.begin, vraag.einde
    if einde is not None and einde <= begin:
        return invoer("De einddatum moet na de begindatum liggen.", "einde")
    if niet_voor is not None and begin < niet_voor:
        return invoer("Een mandaat gaat vandaag of later in.", "begin")
    if vraag.besluit is not None and begin < vraag.besluit.ingangsdatum:
        return toestand(
            f"Het besluit gaat in op {dag_lang(vraag.besluit.ingangsdatum)}; het mandaat kan niet "
            "eerder beginnen.", "begin",
        )
    if begin < rij.begin_geldigheid or (
        rij.einde_geldigheid is not None and (einde is None or einde > rij.einde_geldigheid)
    ):
        periode = periode_tekst(rij.begin_geldigheid, rij.einde_geldigheid)
        return toestand(
            f"{rij.medewerker.naam} heeft de rol {periode}. Het mandaat moet daarbinnen vallen.",
            "einde" if begin >= rij.begin_geldigheid else "begin",
        )
    return beletsel_in_dienst(vraag.medewerker, begin)


def _regel(vraag: MandaatVraag) -> Beletsel | None:
    rij, mens = vraag.toewijzing, vraag.medewerker
    regel = regel_van(rij.rol_id, vraag.artikel, vraag.begin)
    if regel is None:
        return invoer(
            f"De mandaatregeling kent dit artikel niet voor {rij.rol.naam} op die dag.", "artikel"
        )
    if regel.ondermandaat_aan == OndermandaatAan.NIEMAND:
        return toestand(
            f"De mandaatregeling laat niet toe dat {regel.artikel} wordt doorgegeven.", "artikel"
        )
    if not voldoet_aan(regel.ondermandaat_aan, mens, rij.opdracht, vraag.begin):
        aan = OndermandaatAan(regel.ondermandaat_aan).label
        return toestand(
            f"{regel.artikel} mag alleen worden doorgegeven aan: {aan[0].lower()}{aan[1:]}. "
            f"Dat is {mens.naam} niet.", "persoon",
        )
    return _limiet(regel, vraag.limiet_euro)


def _limiet(regel: Bevoegdheid, limiet: Decimal | None) -> Beletsel | None:
    eigen = min(
        (g for g in (regel.limiet_euro, regel.limiet_ondermandaat) if g is not None), default=None
    )
    if eigen is None or limiet is None or limiet <= eigen:
        return None
    return toestand(
        f"De eigen grens is {euro(eigen)}. Een ondermandaat kan daar niet boven.", "limiet_euro"
    )


def _dubbel(vraag: MandaatVraag) -> Beletsel | None:
    ander = overlappende(
        gever_id=vraag.toewijzing.medewerker_id, medewerker_id=vraag.medewerker.pk,
        opdracht_id=vraag.toewijzing.opdracht_id, artikel=vraag.artikel, begin=vraag.begin,
        einde=vraag.einde,
    )
    if ander is None:
        return None
    periode = periode_tekst(ander.begin_geldigheid, ander.einde_geldigheid)
    return toestand(f"{vraag.medewerker.naam} heeft dit ondermandaat al ({periode}).", "begin")


def beletsel_ondermandaat_intrekken(
    *, ondermandaat: Ondermandaat, per: date, besluit: Besluit | None, reden: str, door: Actor
) -> Beletsel | None:
    return (
        beletsel_doorgeven(ondermandaat, door)
        or _besluit(ondermandaat, besluit, door)
        or beletsel_gesloten(ondermandaat)
        or beletsel_einde(ondermandaat, per)
        or beletsel_reden(reden)
    )


def beletsel_mandaatversie(
    *, naam: str, per: date, laatste: Mandaatregeling | None, later: Bevoegdheid | None
) -> Beletsel | None:
    """A new version comes after the one before; what was decided under that one stays (R199)."""
    if not naam.strip():
        return invoer("Geef de versie van de mandaatregeling een naam.", "naam")
    if laatste is not None and per <= laatste.begin_geldigheid:
        return toestand(
            f"De laatste versie gaat in op {dag_lang(laatste.begin_geldigheid)}. Een nieuwe versie "
            "gaat later in.", "per",
        )
    if later is not None:
        return toestand(
            f"{later.artikel} begint op {dag_lang(later.begin_geldigheid)}; dat is niet voor "
            f"{dag_lang(per)}. Kies een latere dag.", "per",
        )
    return None
