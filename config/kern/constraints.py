"""Database promises that more than one app makes."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Func, Q


class _GelijkAlsReeks(Func):
    """``int8range(id, id, '[]')``: equality inside a GiST exclusion, without btree_gist."""

    function = "int8range"
    template = "%(function)s(%(expressions)s, '[]')"
    arity = 2


class _Dagen(Func):
    function = "daterange"
    arity = 2


def geen_overlap(
    *, naam: str, gelijk: list[str], begin: str, einde: str, melding: str,
    voorwaarde: Q | None = None,
) -> ExclusionConstraint:
    """Refuse two rows with the same ``gelijk`` columns (bigints) whose periods overlap."""
    return ExclusionConstraint(
        name=naam,
        expressions=[(_GelijkAlsReeks(F(k), F(k)), "&&") for k in gelijk]
        + [(_Dagen(F(begin), F(einde)), "&&")],
        condition=voorwaarde,
        violation_error_message=melding,
    )


def einde_na_begin(*, naam: str, begin: str, einde: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=naam,
        condition=Q(**{f"{einde}__isnull": True}) | Q(**{f"{einde}__gt": F(begin)}),
        violation_error_message="De einddatum moet na de begindatum liggen.",
    )
