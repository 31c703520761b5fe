"""What the people of one team can do, competentie by competentie (R132)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from pdomein.models import Medewerker, PPPCompetentie, PTeam
from pdomein.queries.mensen import leden_van


@dataclass(frozen=True, slots=True)
class Matrixrij:
    """One competentie with who has it, highest level first."""

    competentie: str
    mensen: tuple[tuple[Medewerker, int], ...]
    wil_leren: tuple[Medewerker, ...]

    @property
    def is_kwetsbaar(self) -> bool:
        """Only one person has it at level 4 or 5."""
        return sum(niveau >= 4 for _, niveau in self.mensen) == 1


def matrix_van(pteam: PTeam, op: date) -> tuple[list[Medewerker], list[Matrixrij]]:
    """The members and the rows, in two queries; from all PPPs, so for the own P-manager only."""
    leden = list(leden_van(pteam, op).order_by("sorteernaam"))
    per_competentie: dict[str, list[tuple[Medewerker, int, bool]]] = defaultdict(list)
    naam_van = {m.pk: m for m in leden}
    for naam, mens, niveau, wil in PPPCompetentie.objects.filter(
        ppp__medewerker__in=leden
    ).values_list("competentie__naam", "ppp__medewerker_id", "niveau", "wil_ontwikkelen"):
        per_competentie[naam].append((naam_van[mens], niveau, wil))
    rijen = [_rij(naam, mensen) for naam, mensen in per_competentie.items()]
    return leden, sorted(rijen, key=lambda r: (-len(r.mensen), r.competentie))


def _rij(naam: str, mensen: list[tuple[Medewerker, int, bool]]) -> Matrixrij:
    op_niveau = sorted(mensen, key=lambda m: (-m[1], m[0].sorteernaam))
    return Matrixrij(
        naam, tuple((m, niveau) for m, niveau, _ in op_niveau),
        tuple(m for m, _, wil in op_niveau if wil),
    )
