"""Figures about people are shown in groups of five or more; this says which ones. Pure (R306)."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
KLEINSTE_GROEP = 5
TE_KLEIN = "minder dan 5 mensen"


def te_tonen(
    aantallen: Mapping[K, int], *, is_totaal_bekend: bool = True, minimum: int = KLEINSTE_GROEP
) -> set[K]:
    """The groups whose figures may be shown.

    When the total stands beside them, what is left out could be subtracted; so together the
    hidden groups hold at least ``minimum`` people too, or the smallest other group hides as well.
    """
    open_ = {k for k, n in aantallen.items() if n >= minimum}
    dicht = sum(n for n in aantallen.values() if n < minimum)
    if is_totaal_bekend and 0 < dicht < minimum and open_:
        open_.discard(min(open_, key=lambda k: (aantallen[k], str(k))))
    return open_
