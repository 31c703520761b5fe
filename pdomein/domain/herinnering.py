"""A gentle reminder to who has no PPP or did not confirm it for long (R140)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from config.kern.domain.bericht import berichten_plaatsen
from config.kern.enums import BerichtSoort
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from pdomein.models import PPP, Medewerker
from pdomein.queries.pppkring import te_herinneren
from pdomein.queries.teamplan import teams_zonder_plan

NA_BEGIN = timedelta(days=90)


def ppps_herinneren(*, nu: datetime) -> int:
    """Place one message per person and period; asking twice places nothing twice.

    Who is paused, left, or is here temporarily is left in peace. The P-manager sees the state of
    the PPP in the list of own people and gets no message about it.
    """
    vandaag = lokale_dag(nu)
    maanden = instelling("PPP_VERS_MAANDEN", vandaag)
    zonder, verlopen = te_herinneren(
        vandaag, sinds=nu - timedelta(days=maanden * 365.25 / 12), begonnen_voor=vandaag - NA_BEGIN
    )
    return _zonder_ppp(zonder, vandaag, nu) + _verlopen(verlopen, nu)


def teamplannen_herinneren(*, nu: datetime) -> int:
    """Tell a P-manager once a quarter that a team has no teamplan, or an old one (R134)."""
    vandaag, aantal = lokale_dag(nu), 0
    kwartaal = f"{vandaag.year}k{(vandaag.month + 2) // 3}"
    for team, stand, leider in teams_zonder_plan(vandaag, begonnen_voor=vandaag - NA_BEGIN):
        aantal += berichten_plaatsen(
            ontvanger_ids=[leider.gebruiker_id], soort=BerichtSoort.OVERIG,
            onderwerp=f"Teamplan {team.naam}: {stand.tekst.lower()}",
            tekst="Schrijf het met je team en stel het samen vast.",
            url=f"/pteams/{team.public_id}/teamplan/",
            sleutel=f"teamplan-vers:{team.public_id}:{kwartaal}", nu=nu,
        )
    return aantal


def _zonder_ppp(mensen: Iterable[Medewerker], vandaag: date, nu: datetime) -> int:
    return berichten_plaatsen(
        ontvanger_ids=[m.gebruiker_id for m in mensen], soort=BerichtSoort.OVERIG,
        onderwerp="Maak je eerste PPP in tien minuten",
        tekst="Vijf korte stappen helpen je. Jij kiest wie wat mag zien.",
        url="/ppp/stappen/1/", sleutel=f"ppp-maken:{vandaag.year}", nu=nu,
    )


def _verlopen(ppps: Iterable[PPP], nu: datetime) -> int:
    aantal = 0
    for ppp in ppps:
        aantal += berichten_plaatsen(
            ontvanger_ids=[ppp.medewerker.gebruiker_id], soort=BerichtSoort.OVERIG,
            onderwerp="Klopt je PPP nog?",
            tekst="Je hebt je PPP lang niet bevestigd. Pas aan wat anders is, of bevestig het.",
            url="/ppp/", sleutel=f"ppp-vers:{ppp.pk}:{ppp.bevestigd_op or ''}"[:120], nu=nu,
        )
    return aantal
