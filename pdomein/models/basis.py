"""Rows that hold in a period, in the words of a question about a day."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q


class PeriodeQuerySet(models.QuerySet):
    """For models with ``begin`` and an exclusive ``einde``."""

    def geldig_op(self, dag: date) -> Self:
        return self.filter(Q(begin__lte=dag) & (Q(einde=None) | Q(einde__gt=dag)))

    def later_dan(self, dag: date) -> Self:
        return self.filter(begin__gt=dag)
