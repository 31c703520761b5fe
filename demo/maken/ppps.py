"""Persoonlijke Professionele Profielen: about seven in ten people have one (R141)."""

from datetime import date
from random import Random
from typing import Any

from demo.maken.gegevens import competentienamen, professies
from demo.maken.mensen import PMANAGEMENT, Mens
from demo.maken.teksten import GEBIEDEN, profiel

BEWIJS = (
    "Deed ik in {gebied}, {jaren} jaar lang.", "Zichtbaar in mijn werk voor {gebied}.",
    "Opleiding afgerond en toegepast in twee opdrachten.", "Geef ik intern les in.",
    "Meegeschreven aan de handreiking van ons P-team.", "Uit drie projecten achter elkaar.",
    "Eerste ervaring, samen met een collega in {gebied}.", "Trekker hiervan in ons team.",
)


def maak_ppps(
    zaad: int, vandaag: date, mensen: list[Mens], altijd: set[str]
) -> list[dict[str, Any]]:
    """``altijd`` names people who have one in any case, published."""
    dobbel = Random(f"{zaad}:ppps")
    kan = [m for m in mensen if m.professie and m.dienstverband in ("vast", "tijdelijk")]
    return [
        _ppp(dobbel, vandaag, m, m.nummer in altijd)
        for m in kan
        if dobbel.random() < 0.7 or m.nummer in altijd
    ]


def _ppp(dobbel: Random, vandaag: date, mens: Mens, altijd: bool) -> dict[str, Any]:
    jaren = vandaag.year - mens.in_dienst.year
    codes = _codes(dobbel, mens)
    teksten = profiel(dobbel, mens.functie, mens.specialisme, jaren, codes)
    basis = 4 if jaren > 12 else 3 if jaren > 3 else 2
    return {
        "personeelsnummer": mens.nummer, **teksten,
        "gepubliceerd": dobbel.random() < 0.6 or altijd,
        "competenties": [
            {
                "code": code,
                "niveau": max(1, min(5, basis - n // 3 + dobbel.choice((-1, 0, 0, 0, 1)))),
                "bewijs": dobbel.choice(BEWIJS).format(
                    gebied=dobbel.choice(GEBIEDEN), jaren=max(1, min(jaren, 9))
                ),
                "wil_ontwikkelen": n >= 2 and dobbel.random() < 0.4,
            }
            for n, code in enumerate(codes)
        ],
    }


def _codes(dobbel: Random, mens: Mens) -> list[str]:
    """Mostly of the own professie, some of another."""
    p = PMANAGEMENT if mens.functie == "P-manager" else professies()[mens.professie]
    eigen = list(p.competenties)
    kern, rest = eigen[:3], eigen[3:]
    dobbel.shuffle(kern)
    dobbel.shuffle(rest)
    codes = kern + rest[: dobbel.randint(1, 3)]
    anders = [c for c in competentienamen() if c not in codes]
    return codes + dobbel.sample(anders, dobbel.randint(1, 4))
