"""Why not: points, advice and minutes of a beraad (R044, R207, R208, R218, R222, R224)."""

from collections.abc import Iterable
from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.beraden import BERADEN, MET_CONTROL, is_beraad, mag_door
from config.kern.enums import AdviesSoort, BesluitStatus, Kant, PuntStatus, VergaderStatus, Weging
from config.kern.enums import GremiumSoort as G
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Beraadsadvies, Beraadspunt, Besluit, Gremium, Vergadering
from config.kern.models.beraad import LEVEND


def mag_voorbereiden(gremium: Gremium, door: Actor) -> bool:
    """The secretary prepares, the chair may too (R224)."""
    return door.heeft(Recht.BESLUITENLIJST_OPSTELLEN, op=gremium) or mag_voorzitten(gremium, door)


def mag_voorzitten(gremium: Gremium, door: Actor) -> bool:
    return door.heeft(Recht.BESLUITENLIJST_VASTSTELLEN, op=gremium)


def _beletsel_voorbereiden(gremium: Gremium, door: Actor, wat: str) -> Beletsel | None:
    if mag_voorbereiden(gremium, door):
        return None
    return geen_recht(f"Alleen de secretaris of voorzitter van “{gremium.naam}” kan {wat}.")


def _beletsel_tekst(onderwerp: str, toelichting: str) -> Beletsel | None:
    if not onderwerp.strip():
        return invoer("Geef het punt een onderwerp.", "onderwerp")
    if len(onderwerp) > 200:
        return invoer("Gebruik voor het onderwerp hooguit 200 tekens.", "onderwerp")
    if not toelichting.strip():
        return invoer("Leg uit waar het over gaat en wat je van het beraad vraagt.", "toelichting")
    if "\x00" in onderwerp + toelichting:
        return invoer("De tekst bevat een teken dat niet mag.", "toelichting")
    return None


def beletsel_punt_inbrengen(
    *, gremium: Gremium, door: Actor, soort: str | None = None, onderwerp: str = "-",
    toelichting: str = "-", ligt_al: bool = False,
) -> Beletsel | None:
    """Who may bring in is in table 2.4; the concerncontroller reaches every beraad (R208)."""
    if not is_beraad(gremium.soort):
        return toestand(f"“{gremium.naam}” heeft geen eigen agenda in Inzet.")
    beraad = BERADEN[G(gremium.soort)]
    wie = door.heeft(Recht.BERADEN_ADVISEREN) or any(map(door.heeft_ergens, beraad.inbreng))
    if not wie and not mag_voorbereiden(gremium, door):
        return geen_recht(f"Jouw rol brengt geen punten in bij “{gremium.naam}”.")
    if soort is not None and soort not in beraad.soorten:
        return invoer("Deze soort punt hoort niet bij dit beraad. Kies een andere.", "soort")
    if ligt_al:
        return toestand("Dit punt ligt al bij een beraad.")
    return _beletsel_tekst(onderwerp, toelichting)


def _beletsel_levend(punt: Beraadspunt) -> Beletsel | None:
    if punt.status not in LEVEND:
        return toestand(f"Dit punt is al {punt.get_status_display().lower()}.")
    return None


def _beletsel_op_lijst(punt: Beraadspunt) -> Beletsel | None:
    if punt.besluit_id is not None:
        return toestand("Over dit punt staat al een besluit op de besluitenlijst.")
    return None


def beletsel_punt_agenderen(
    *, punt: Beraadspunt, door: Actor, op: date, vergadering: Vergadering | None = None
) -> Beletsel | None:
    wie = _beletsel_voorbereiden(punt.gremium, door, "een punt agenderen")
    if wie or (fout := _beletsel_levend(punt) or _beletsel_op_lijst(punt)):
        return wie or fout
    if vergadering is None:
        return None
    if vergadering.gremium_id != punt.gremium_id:
        return invoer("Deze vergadering is van een ander beraad.", "vergadering")
    if vergadering.status == VergaderStatus.GEHOUDEN or vergadering.datum < op:
        return toestand("Deze vergadering is al geweest. Kies een volgende.", "vergadering")
    return None


def beletsel_punt_aanhouden(*, punt: Beraadspunt, door: Actor) -> Beletsel | None:
    wie = _beletsel_voorbereiden(punt.gremium, door, "een punt aanhouden")
    if wie or (fout := _beletsel_levend(punt) or _beletsel_op_lijst(punt)):
        return wie or fout
    if punt.status != PuntStatus.GEAGENDEERD:
        return toestand("Dit punt staat op geen agenda.")
    return None


def beletsel_punt_doorgeleiden(
    *, punt: Beraadspunt, door: Actor, naar: Gremium | None = None, advies: str = "-"
) -> Beletsel | None:
    """Only along table 2.4, and always with the advice of this beraad (R222)."""
    wie = _beletsel_voorbereiden(punt.gremium, door, "een punt doorgeleiden")
    if wie or (fout := _beletsel_levend(punt) or _beletsel_op_lijst(punt)):
        return wie or fout
    if not BERADEN[G(punt.gremium.soort)].naar:
        return toestand(f"Na “{punt.gremium.naam}” komt geen ander beraad.")
    if naar is not None and not mag_door(punt.gremium.soort, naar.soort):
        return invoer(
            f"Een punt gaat niet van “{punt.gremium.naam}” naar “{naar.naam}”.", "naar"
        )
    if not advies.strip():
        return invoer("Schrijf het advies van dit beraad op.", "advies")
    return None


def beletsel_punt_afhandelen(
    *, punt: Beraadspunt, door: Actor, uitkomst: str = "-"
) -> Beletsel | None:
    wie = _beletsel_voorbereiden(punt.gremium, door, "een punt afhandelen")
    if wie or (fout := _beletsel_levend(punt) or _beletsel_op_lijst(punt)):
        return wie or fout
    if not uitkomst.strip():
        return invoer("Schrijf op wat de uitkomst is.", "uitkomst")
    return None


def beletsel_punt_besluiten(*, punt: Beraadspunt, door: Actor, tekst: str = "-") -> Beletsel | None:
    """A draft decision about a point that is on the agenda of a meeting."""
    wie = _beletsel_voorbereiden(punt.gremium, door, "een besluit voorbereiden")
    if wie or (fout := _beletsel_levend(punt) or _beletsel_op_lijst(punt)):
        return wie or fout
    if punt.vergadering is None:
        return toestand("Zet het punt eerst op de agenda van een vergadering.")
    lijst = getattr(punt.vergadering, "besluitenlijst", None)
    if lijst is not None and lijst.status == BesluitStatus.VASTGESTELD:
        return toestand("De besluitenlijst van deze vergadering is al vastgesteld.")
    if not tekst.strip():
        return invoer("Schrijf op wat er besloten wordt.", "tekst")
    return None


def beletsel_punt_besluit_intrekken(*, punt: Beraadspunt, door: Actor) -> Beletsel | None:
    wie = _beletsel_voorbereiden(punt.gremium, door, "een besluit van de lijst halen")
    if wie is not None:
        return wie
    if punt.besluit is None:
        return toestand("Over dit punt staat geen besluit op een lijst.")
    if punt.besluit.status == BesluitStatus.VASTGESTELD:
        return toestand("Dit besluit is al vastgesteld.")
    return None


def beletsel_punt_intrekken(*, punt: Beraadspunt, door: Actor, reden: str = "-") -> Beletsel | None:
    is_eigen = door.gebruiker_id is not None and punt.ingebracht_door_id == door.gebruiker_id
    if not is_eigen and not mag_voorbereiden(punt.gremium, door):
        return geen_recht("Alleen wie het punt inbracht of de secretaris kan het intrekken.")
    if fout := _beletsel_levend(punt) or _beletsel_op_lijst(punt):
        return fout
    if not reden.strip():
        return invoer("Leg uit waarom je het punt intrekt.", "reden")
    return None


def beletsel_advies_geven(
    *, door: Actor, punt: Beraadspunt | None = None, besluit: Besluit | None = None,
    soort: str | None = None, tekst: str = "-", is_dubbel: bool = False,
) -> Beletsel | None:
    """Control advises from its own role; anyone else gives expertise (R045, R205, R207, R208)."""
    if door.gebruiker_id is None and not door.is_systeem:
        return geen_recht("Log in om een advies te geven.")
    if soort not in {None, AdviesSoort.TOELEVERAAR} and not door.heeft(Recht.BERADEN_ADVISEREN):
        return geen_recht(
            "Alleen de concerncontroller of een adviseur compliance & control geeft dit advies."
        )
    if punt is not None and (fout := _beletsel_levend(punt)):
        return fout
    if besluit is not None and besluit.status == BesluitStatus.VASTGESTELD:
        return toestand("Over dit besluit is al beslist. Een advies kan niet meer mee.")
    if not tekst.strip():
        return invoer("Schrijf je advies op.", "tekst")
    if "\x00" in tekst:
        return invoer("De tekst bevat een teken dat niet mag.", "tekst")
    return toestand("Dit advies staat er al.", "tekst") if is_dubbel else None


def beletsel_advies_wegen(
    *, advies: Beraadsadvies, gremium: Gremium | None, door: Actor, weging: str = Weging.GEVOLGD,
    motivering: str = "-",
) -> Beletsel | None:
    """Whoever prepares the decision weighs; why is always said, also with yes (R044)."""
    if gremium is None:
        return toestand("Dit advies hoort niet bij een beraad.")
    if wie := _beletsel_voorbereiden(gremium, door, "een advies wegen"):
        return wie
    if advies.besluit is not None and advies.besluit.status == BesluitStatus.VASTGESTELD:
        return toestand("Over dit besluit is al beslist. De weging staat vast.")
    if weging not in Weging.values:
        return invoer("Kies of je het advies volgt.", "weging")
    if not motivering.strip():
        return invoer("Leg uit waarom je het advies wel of niet volgt.", "motivering")
    return None


def beletsel_adviezen(
    gremium: Gremium | None, adviezen: Iterable[Beraadsadvies]
) -> Beletsel | None:
    """What a decision misses: a weighing (R044), or the advice of business control (R207)."""
    rijen = list(adviezen)
    open_ = [a.namens for a in rijen if not a.weging]
    if open_:
        return toestand(
            f"Weeg eerst het advies van {', '.join(open_)} en leg uit of je het volgt."
        )
    heeft_control = any(a.soort == AdviesSoort.BUSINESS_CONTROL for a in rijen)
    if gremium is not None and gremium.soort in MET_CONTROL and not heeft_control:
        return toestand(
            f"Een besluit van “{gremium.naam}” vraagt eerst een advies van business control."
        )
    return None


def beletsel_verslag_opslaan(
    *, vergadering: Vergadering, door: Actor, op: date, status: str = BesluitStatus.CONCEPT,
    tekst: str = "-",
) -> Beletsel | None:
    if wie := _beletsel_voorbereiden(vergadering.gremium, door, "het verslag schrijven"):
        return wie
    if status == BesluitStatus.VASTGESTELD:
        return toestand("Het verslag is vastgesteld en verandert niet meer.")
    if vergadering.datum > op:
        return toestand("De vergadering is nog niet geweest. Schrijf het verslag daarna.")
    return None if tekst.strip() else invoer("Het verslag is nog leeg.", "tekst")


def beletsel_verslag_vaststellen(
    *, vergadering: Vergadering, door: Actor, status: str | None
) -> Beletsel | None:
    if not mag_voorzitten(vergadering.gremium, door):
        return geen_recht(
            f"Alleen de voorzitter van “{vergadering.gremium.naam}” stelt het verslag vast."
        )
    if status is None:
        return toestand("Er is nog geen verslag. De secretaris schrijft het eerst.")
    if status == BesluitStatus.VASTGESTELD:
        return toestand("Het verslag is al vastgesteld.")
    return None


def beletsel_aanwezigheid_vastleggen(
    *, vergadering: Vergadering, door: Actor, op: date, is_vast: bool = False
) -> Beletsel | None:
    if wie := _beletsel_voorbereiden(vergadering.gremium, door, "de aanwezigheid vastleggen"):
        return wie
    if vergadering.datum > op:
        return toestand("De vergadering is nog niet geweest.")
    if is_vast:
        return toestand("Het verslag is vastgesteld. De aanwezigheid staat vast.")
    return None


def ontbrekende_kanten(gremium: Gremium, kanten: Iterable[str]) -> list[str]:
    """The programmeerberaad asks for the O-side and the P-side; a warning, no ban (R091)."""
    if gremium.soort != G.PROGRAMMEERBERAAD:
        return []
    er = set(kanten)
    return [k.label for k in (Kant.O, Kant.P) if k not in er]


def mag_inzien(gremium: Gremium, door: Actor) -> bool:
    """What lies at a beraad is for who sits there, brings in, advises or audits; not for all."""
    if not is_beraad(gremium.soort):
        return False
    kring = (
        Recht.BERADEN_ADVISEREN, Recht.REGISTER_INZIEN, Recht.CAPACITEIT_INZIEN,
        *BERADEN[G(gremium.soort)].inbreng,
    )
    return mag_voorbereiden(gremium, door) or any(map(door.heeft_ergens, kring))


def beletsel_inzien(
    gremium: Gremium, door: Actor, punt: Beraadspunt | None = None
) -> Beletsel | None:
    """Who brought a point in keeps seeing it, wherever it flows."""
    eigen = punt is not None and punt.ingebracht_door_id == door.gebruiker_id
    if mag_inzien(gremium, door) or (eigen and door.gebruiker_id is not None):
        return None
    return geen_recht(
        f"De agenda van “{gremium.naam}” is voor wie daar zit, punten inbrengt of toezicht houdt."
    )
