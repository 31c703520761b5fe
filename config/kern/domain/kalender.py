"""The holidays of the Algemene termijnenwet, as rows that a beheerder may add to (R296).

The library counts 5 May in lustrum years only and Goede Vrijdag as optional; for terms both
count every year (Algemene termijnenwet, artikel 3).
"""

from collections.abc import Iterable
from datetime import date

from config.kern.models import NietWerkdag

EERSTE_JAAR = 2020


def feestdagen(jaar: int) -> list[tuple[date, str, bool]]:
    """``(dag, naam, is_vrij)`` of one year; ``is_vrij`` is False on a day people work."""
    import holidays

    bekend = holidays.country_holidays(
        "NL", years=jaar, language="nl", categories=("public", "optional")
    )
    dagen = {dag: naam for dag, naam in bekend.items() if not _is_oudjaar(dag)}
    dagen.setdefault(date(jaar, 5, 5), "Bevrijdingsdag")
    return [(dag, naam, _is_vrij(dag, naam)) for dag, naam in sorted(dagen.items())]


def _is_oudjaar(dag: date) -> bool:
    """31 December is a bank holiday in some lists; the law does not know it."""
    return (dag.month, dag.day) == (12, 31)


def _is_vrij(dag: date, naam: str) -> bool:
    if (dag.month, dag.day) == (5, 5):
        return dag.year % 5 == 0
    return naam.lower() != "goede vrijdag"


def kalender_vullen(*, jaren: Iterable[int]) -> int:
    """Add the holidays of the years that have no row at all yet; says how many days are new."""
    bekend = set(NietWerkdag.objects.values_list("datum__year", flat=True))
    rijen = [
        NietWerkdag(
            datum=dag, omschrijving=naam, telt_voor_termijn=True, telt_voor_capaciteit=is_vrij
        )
        for jaar in jaren
        if jaar not in bekend
        for dag, naam, is_vrij in feestdagen(jaar)
    ]
    NietWerkdag.objects.bulk_create(rijen, ignore_conflicts=True)
    return len(rijen)
