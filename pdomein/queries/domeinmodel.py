"""The Professioneel Domeinen Model: domains, clusters and teams as a tree (R174-R179)."""

from dataclasses import dataclass, field
from datetime import date

from pdomein.models import Cluster, Medewerker, ProfessioneelDomein, PTeam
from pdomein.queries.pteam import pmanagers_per_team, pteams_met_omvang

BEDRIJFSVOERING = "bedrijfsvoering"


@dataclass(slots=True)
class ClusterTak:
    cluster: Cluster | None
    teams: list[tuple[PTeam, Medewerker | None]] = field(default_factory=list)

    @property
    def aantal_mensen(self) -> int:
        return sum(team.aantal_leden for team, _ in self.teams)


@dataclass(slots=True)
class DomeinTak:
    domein: ProfessioneelDomein
    takken: list[ClusterTak] = field(default_factory=list)

    @property
    def aantal_teams(self) -> int:
        return sum(len(tak.teams) for tak in self.takken)

    @property
    def aantal_mensen(self) -> int:
        return sum(tak.aantal_mensen for tak in self.takken)


def domeinmodel(op: date) -> list[DomeinTak]:
    """Every domain with its clusters and teams on a day, in three queries (R174, R177)."""
    teams = list(pteams_met_omvang(op).select_related("domein", "cluster", "professie"))
    leiders = pmanagers_per_team([t.pk for t in teams], op)
    bomen = {d.pk: DomeinTak(d) for d in ProfessioneelDomein.objects.all()}
    takken: dict[tuple[int, int | None], ClusterTak] = {}
    for team in teams:
        sleutel = (team.domein_id, team.cluster_id)
        if sleutel not in takken:
            takken[sleutel] = ClusterTak(team.cluster)
            bomen[team.domein_id].takken.append(takken[sleutel])
        takken[sleutel].teams.append((team, leiders.get(team.pk)))
    for boom in bomen.values():
        boom.takken.sort(key=lambda t: (t.cluster is None, t.cluster.naam if t.cluster else ""))
    return list(bomen.values())


def met_kenmerk(op: date, kenmerk: str) -> list[PTeam]:
    """Teams with a mark that keep a link with another domain (R178)."""
    return list(
        PTeam.objects.geldig_op(op).filter(kenmerken__contains=[kenmerk])
        .select_related("domein", "professie")
    )
