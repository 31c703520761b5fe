"""What the personnel system says about a person, and how names are put in order. Pure."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

VOORVOEGSELS = frozenset({
    *("aan", "af", "al", "bij", "da", "dal", "das", "de", "dei", "del", "della", "den", "der"),
    *("des", "di", "do", "dos", "du", "el", "het", "il", "in", "'k", "l", "la", "le", "les"),
    *("lo", "los", "onder", "op", "over", "'s", "'t", "te", "ten", "ter", "tho", "thoe", "thor"),
    *("to", "toe", "uijt", "uit", "van", "vande", "vanden", "vander", "vom", "von", "voor"),
    *("zu", "zum", "zur"),
})


@dataclass(frozen=True, slots=True)
class Personeelsgegevens:
    """One line of the personnel system; ``uit_dienst`` is the first day no longer (R403)."""

    personeelsnummer: str
    naam: str
    aanstelling_fte: Decimal
    dienstverband: str
    in_dienst: date
    uit_dienst: date | None = None
    sorteernaam: str = ""
    email: str = ""
    functie: str = ""
    functiegroep: str = ""
    schaal: int | None = None
    thuisbasis_id: int | None = None
    leidinggevende_id: int | None = None
    functie_sinds: date | None = None


def zonder_accenten(tekst: str) -> str:
    """Lower case letters without accents: the same order on every database."""
    ontleed = unicodedata.normalize("NFKD", tekst)
    kaal = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    return " ".join(kaal.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").split()).lower()


def sorteernaam(naam: str, gegeven: str = "") -> str:
    """``velde, noor van der`` for "Noor van der Velde"; a name given by HR keeps its order."""
    if gegeven.strip():
        return _achternaam_voorop(zonder_accenten(gegeven))
    woorden = zonder_accenten(naam).split()
    if len(woorden) < 2:
        return " ".join(woorden)
    begin = next((n for n, w in enumerate(woorden) if n and w in VOORVOEGSELS), len(woorden) - 1)
    einde = begin
    while einde < len(woorden) - 1 and woorden[einde] in VOORVOEGSELS:
        einde += 1
    voornaam, voorvoegsel, achternaam = woorden[:begin], woorden[begin:einde], woorden[einde:]
    return f"{' '.join(achternaam)}, {' '.join([*voornaam, *voorvoegsel])}"


def _achternaam_voorop(tekst: str) -> str:
    """``van der velde, noor`` becomes ``velde, noor van der``."""
    achter, _, voor = tekst.partition(",")
    woorden = achter.split()
    telling = 0
    while telling < len(woorden) - 1 and woorden[telling] in VOORVOEGSELS:
        telling += 1
    kern, voorvoegsel = " ".join(woorden[telling:]), " ".join(woorden[:telling])
    rest = " ".join(f"{voor} {voorvoegsel}".split())
    return f"{kern}, {rest}" if rest else kern
