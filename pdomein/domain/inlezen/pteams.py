"""P-teams with the domains, clusters and professies they belong to (R174, R177)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from config.kern.actor import Actor
from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rapport, Rij, als_ja_nee, inlezen
from pdomein.domain.inlezen.rij import als_dag, als_fte, als_tekst, eenmalig
from pdomein.domain.pteam import pteam_bijwerken, pteam_oprichten
from pdomein.models import Cluster, Professie, ProfessioneelDomein, PTeam
from pdomein.rules import beletsel_pteams_inlezen
from pdomein.rules.tekst import beletsel_code, beletsel_tekst


def pteams_inlezen(
    *, rijen: Sequence[dict[str, Any]], droog: bool = False, door: Actor, nu: datetime
) -> Rapport:
    """Load P-teams; domains, clusters and professies arise from their codes."""
    eis(beletsel_pteams_inlezen(door=door))
    lezer = _Lezer(door, nu)
    return inlezen(
        bestand="pteams", rijen=iter(als_tekst(rijen)), verwerk=lezer.verwerk, droog=droog
    )


class _Lezer:
    def __init__(self, door: Actor, nu: datetime) -> None:
        self.door, self.nu = door, nu
        self.gezien: set[str] = set()
        self.bekend = {t.code: t for t in PTeam.objects.all()}

    def verwerk(self, rij: Rij) -> str:
        code = rij.get("code", "")
        eenmalig(self.gezien, code, "P-team")
        begin = als_dag(rij, "begin")
        domein = self._ordening(ProfessioneelDomein, rij, "domein")
        velden = {
            "naam": rij.get("naam", ""),
            "professie": self._ordening(Professie, rij, "professie"),
            "domein": domein,
            "cluster": self._cluster(rij, domein),
            "formatie_fte": round(als_fte(rij, "formatie_fte"), 2),
            "is_eenheid": als_ja_nee(rij, "is_eenheid"),
        }
        if (pteam := self.bekend.get(code)) is not None:
            anders = pteam_bijwerken(pteam=pteam, **velden, door=self.door, nu=self.nu)
            return "gewijzigd" if anders else "ongewijzigd"
        pteam_oprichten(code=code, begin=begin, **velden, door=self.door, nu=self.nu)
        return "nieuw"

    def _cluster(self, rij: Rij, domein: ProfessioneelDomein) -> Cluster | None:
        if not rij.get("cluster_code"):
            return None
        return self._ordening(Cluster, rij, "cluster", domein=domein)

    def _ordening(self, model: Any, rij: Rij, kolom: str, **extra: Any) -> Any:
        """The domain, cluster or professie that the row names; made when it is new."""
        code = rij.get(f"{kolom}_code", "")
        naam = rij.get(kolom, "") or code
        if not code:
            eis(invoer(f"Vul de kolom {kolom}_code in.", f"{kolom}_code"))
        eis(beletsel_code(code, veld=f"{kolom}_code"))
        eis(beletsel_tekst(naam, veld=kolom, label=kolom, maximum=120))
        return model.objects.get_or_create(code=code, defaults={"naam": naam, **extra})[0]
