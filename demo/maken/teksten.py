"""Texts of opdrachten and profiles: sentences with many forms around hand-written facts.

Every paragraph names its own subject, so that no two are the same.
"""

from collections.abc import Sequence
from random import Random

from demo.maken.gegevens import Opgave, Thema, competentienamen

GEBIEDEN = (
    "Duinrade", "Oosterwaard", "Nieuwersloot", "Veenhuizerdam", "Rijnmonde", "Zuidplashaven",
    "Kagerland", "Merwerode", "Hollandsdiepwijk", "Goeresluis", "Alblashorn", "Bollenrade",
    "Lekkerveen",
)
URGENTIE = (
    "Met “{naam}” zetten we daarin dit jaar een stap die niet langer kan wachten.",
    "Daarom staat “{naam}” nu op de agenda van {partner} en van ons.",
    "In {gebied} wordt dit het eerst gevoeld; “{naam}” begint daar.",
    "Het college wil met “{naam}” binnen deze collegeperiode resultaat laten zien.",
    "“{naam}” is de logische volgende stap na het voorwerk met {partner}.",
    "Als we “{naam}” uitstellen, lopen kosten en ongeduld in {gebied} verder op.",
    "Bewoners en bedrijven rond {gebied} vragen om duidelijkheid; “{naam}” geeft die.",
)
WAT = (
    "We leveren dit op: {product}. Daarbij horen een planning, een raming en een overdracht.",
    "Het resultaat: {product}. Wat buiten {gebied} speelt, hoort bij een andere opdracht.",
    "Deze opdracht levert {product}, met een besluit door het bevoegde gremium.",
    "Aan het eind is dit klaar: {product}. Beheer en nazorg zijn dan belegd en beschreven.",
    "Gevraagd: {product}. De keuzes leggen we vast, zodat ze later te volgen zijn.",
    "Op te leveren: {product}; tussentijds zijn er drie momenten om bij te sturen.",
)
HOE = (
    "We werken in korte rondes: met {partner} het vraagstuk scherp, dan varianten, dan kiezen.",
    "De aanpak is projectmatig, met {partner} aan tafel vanaf de eerste week.",
    "We beginnen klein in {gebied}, meten wat het doet en breiden daarna uit.",
    "Eerst brengen we in beeld wat er al ligt, daarna ontwerpen we samen met {partner}.",
    "We volgen een vaste reeks stappen: onderzoek, afweging, besluit, uitvoering en evaluatie.",
    "Het werk gaat volgens het jaarplan; afwijkingen bespreken we iedere maand met {partner}.",
    "We gebruiken werksessies in {gebied} en houden de besluitvorming kort en open.",
    "Een klein kernteam trekt “{naam}”, met vaste leesmomenten voor {partner}.",
    "Voor “{naam}” maken we eerst een plan van één bladzijde, daarna pas een planning.",
)
HOE_SLOT = (
    "De risico's van “{naam}” houden we bij en bespreken we elke zes weken.",
    "Inwoners van {gebied} horen vooraf waar zij invloed op hebben en achteraf wat er is gedaan.",
    "Inkoop en juridische toets van “{naam}” lopen vanaf het begin mee.",
    "Gegevens en kaarten van “{naam}” komen in de gedeelde omgeving, zodat anderen ze vinden.",
    "Na de helft kijken we of doel, tijd en geld van “{naam}” nog bij elkaar passen.",
    "Wat we leren van “{naam}”, delen we met de P-teams die ermee verder gaan.",
)
WIE = (
    "Nodig zijn mensen uit {vak1} en {vak2}. Zij werken samen met {partner}.",
    "Het team is klein: {vak1} als kern, {vak2} waar nodig en een vaste lijn naar {partner}.",
    "We zoeken een mix van {vak1} en {vak2}, liefst met kennis van {gebied}.",
    "{vak1} en {vak2} vormen het opdrachtteam, samen met mensen van {partner}.",
    "Voor “{naam}” vragen we {vak1}, aangevuld met {vak2} en een vaste lijn naar {partner}.",
)


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


class Schrijver:
    """Writes the five headings of one opdracht (R037)."""

    def __init__(
        self, dobbel: Random, opgave: Opgave, vakken: list[str], gebruikt: set[str]
    ) -> None:
        """``gebruikt`` holds the paragraphs of all opdrachten so far: none comes back."""
        self.dobbel, self.opgave, self.vakken = dobbel, opgave, vakken
        self.gebruikt = gebruikt

    def schrijf(self, thema: Thema) -> dict[str, str]:
        vak1, vak2 = (self.vakken * 2)[0:2] if len(self.vakken) < 3 else self.dobbel.sample(
            self.vakken, 2
        )
        velden = {
            "naam": thema.naam, "product": thema.product, "vak1": vak1.lower(),
            "vak2": vak2.lower(), "partner": self.dobbel.choice(self.opgave.partners),
            "gebied": next(
                (g for g in GEBIEDEN if g in thema.naam), self.dobbel.choice(GEBIEDEN)
            ),
        }
        return {
            "waarom": self._alinea(velden, self.opgave.aanleidingen, URGENTIE),
            "wat": self._alinea(velden, WAT),
            "hoe": self._alinea(velden, HOE, HOE_SLOT),
            "wie": self._alinea(velden, WIE),
            "beoogd_resultaat": _hoofdletter(f"{thema.product}."),
        }

    def _alinea(self, velden: dict[str, str], *zinnen: Sequence[str]) -> str:
        """One sentence of each kind; another choice when this paragraph exists already."""
        tekst = ""
        for _ in range(40):
            keuze = (_hoofdletter(self.dobbel.choice(z).format(**velden)) for z in zinnen)
            tekst = " ".join(keuze)
            if tekst not in self.gebruikt:
                break
            velden = velden | {"gebied": self.dobbel.choice(GEBIEDEN)}
        self.gebruikt.add(tekst)
        return tekst


KENNIS = (
    "Ik werk {jaren} jaar als {functie} en ken {c1} van binnen en van buiten. De laatste jaren "
    "deed ik veel met {c2}.",
    "Mijn basis is {c1}. Daarnaast heb ik ervaring met {c2} en help ik anderen met {c3}.",
    "Als {functie} verbind ik {c1} aan {c2}. Ik kan ingewikkelde zaken eenvoudig uitleggen.",
    "Na mijn opleiding begon ik in {c1}. Inmiddels ben ik ook thuis in {c2} en {c3}.",
    "Ik heb {jaren} jaar ervaring, vooral met {c1}. In projecten pak ik ook {c2} op.",
    "{c1} is mijn vak; {c2} doe ik er graag bij. Ik werk gestructureerd en zoek de mensen op.",
)
WENS = (
    "Ik wil groeien in {c3} en zoek werk waarin ik naast een ervaren collega kan meelopen.",
    "Komend jaar wil ik meer buiten mijn eigen domein doen, het liefst met {c3}.",
    "Ik volg een opleiding over {c3} en wil die kennis meteen gebruiken.",
    "Graag neem ik vaker de leiding over een deel van een opdracht. {c3} vind ik daarbij boeiend.",
    "Ik wil mijn kennis van {c1} overdragen aan jongere collega's en zelf {c3} leren.",
    "Minder vergaderen en meer maken: ik zoek een korte opdracht rond {c3}.",
)
BELLEN = (
    "Bel mij voor vragen over {c1}, of als je snel wilt weten wie iets van {c2} weet.",
    "Voor een tegenlezer bij stukken over {c1}. Een half uur meedenken kan altijd.",
    "Als je vastloopt bij {c1} of een frisse blik wilt op {c2}.",
    "Voor {c1}, voor een goed gesprek over {c2} en voor mijn netwerk in {gebied}.",
    "Ik help graag met {c2}, en met de vraag hoe je {c1} aan buitenstaanders uitlegt.",
    "Voor alles rond {c1}. Ik ken de mensen en de dossiers in {gebied}.",
)


def profiel(
    dobbel: Random, functie: str, specialisme: str, jaren: int, codes: list[str]
) -> dict[str, str]:
    """The three parts of a PPP around the own competenties (R141)."""
    namen = competentienamen()
    c = [_klein(namen[code]) for code in (codes * 3)[:3]]
    velden = {
        "functie": functie.lower(), "jaren": max(jaren, 1), "c1": c[0], "c2": c[1], "c3": c[2],
        "gebied": dobbel.choice(GEBIEDEN), "team": specialisme,
    }
    return {
        "kennis_en_kunde": _hoofdletter(dobbel.choice(KENNIS).format(**velden)),
        "ontwikkelen": _hoofdletter(dobbel.choice(WENS).format(**velden)),
        "bellen_voor": _hoofdletter(dobbel.choice(BELLEN).format(**velden)),
    }


def _klein(naam: str) -> str:
    """Lower case first letter, but not of an abbreviation or proper name."""
    return naam if naam[:2].isupper() or naam.startswith(("Natura", "Europese")) else (
        naam[:1].lower() + naam[1:]
    )
