"""Tell the directeur M&O which P-teams have no fresh teamplan (R134)."""

from collections import Counter
from datetime import datetime, timedelta

from config.kern.domain.bericht import berichten_plaatsen
from config.kern.enums import BerichtSoort
from config.kern.werkdagen import lokale_dag
from pdomein.queries.teamplan import teams_zonder_plan
from register.enums import RolCode
from register.queries.houders import gebruikers_met_rol


def teamplannen_melden(*, nu: datetime) -> int:
    """One message per domain and quarter, with a number and the list; no team is named in mail."""
    vandaag = lokale_dag(nu)
    kwartaal = f"{vandaag.year}k{(vandaag.month + 2) // 3}"
    zonder = teams_zonder_plan(vandaag, begonnen_voor=vandaag - timedelta(days=90))
    per_domein = Counter(team.domein for team, _, _ in zonder)
    aantal = 0
    for domein, teller in per_domein.items():
        wat = "1 P-team heeft" if teller == 1 else f"{teller} P-teams hebben"
        aantal += berichten_plaatsen(
            ontvanger_ids=gebruikers_met_rol(RolCode.DIRECTEUR_MO, vandaag, domein),
            soort=BerichtSoort.OVERIG,
            onderwerp=f"{wat} geen actueel teamplan in {domein.naam}",
            tekst="De P-managers hebben ook bericht gekregen.",
            url=f"/pteams/?domein={domein.code}&teamplan=geen&teamplan=concept&teamplan=oud",
            sleutel=f"teamplannen:{domein.public_id}:{kwartaal}", nu=nu,
        )
    return aantal
