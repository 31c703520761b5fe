"""Arithmetic on two time axes, without a database: the one move of every register command.

Given the rows as they are known now and a change, it says which rows to close and which to add.
Closing means: this is no longer what we know. A row itself is never altered (HUIS §5, R196).
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from config.kern.periode import Periode


@dataclass(frozen=True, slots=True)
class Stuk:
    """A period in which one thing holds; ``van`` is the row it stands in or was cut from."""

    begin: date
    einde: date | None
    van: Hashable = None

    def overlapt(self, begin: date, einde: date | None) -> bool:
        return (einde is None or self.begin < einde) and (self.einde is None or begin < self.einde)


@dataclass(frozen=True, slots=True)
class Zet:
    sluiten: tuple[Stuk, ...]
    toevoegen: tuple[Stuk, ...]


def zet(
    huidig: Iterable[Stuk], *, weg: Periode | None = None, erbij: Periode | None = None
) -> Zet:
    """Take the days of ``weg`` out of the current rows and lay ``erbij`` down as a new row.

    What a touched row held outside ``weg`` stays known, in new rows cut from it.
    """
    geraakt = tuple(
        stuk for stuk in huidig if weg is not None and stuk.overlapt(weg.begin, weg.einde)
    )
    resten = [rest for stuk in geraakt for rest in _resten(stuk, weg)]
    if erbij is not None:
        van = geraakt[0].van if geraakt else None
        resten.append(Stuk(erbij.begin, erbij.einde, van))
    return Zet(geraakt, tuple(resten))


def toewijzen(periode: Periode) -> Zet:
    return zet((), erbij=periode)


def beeindigen(stuk: Stuk, per: date) -> Zet:
    """End on ``per``, the first day on which it no longer holds."""
    return zet((stuk,), weg=Periode(per))


def corrigeren(stuk: Stuk, periode: Periode) -> Zet:
    """The period was recorded wrongly: all of it goes, the right one comes."""
    return zet((stuk,), weg=Periode(stuk.begin, stuk.einde), erbij=periode)


def _resten(stuk: Stuk, weg: Periode) -> list[Stuk]:
    resten = []
    if stuk.begin < weg.begin:
        resten.append(Stuk(stuk.begin, weg.begin, stuk.van))
    if weg.einde is not None and (stuk.einde is None or weg.einde < stuk.einde):
        resten.append(Stuk(weg.einde, stuk.einde, stuk.van))
    return resten
