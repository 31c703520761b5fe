"""What every end of a procedure has in common: the market closes, everyone gets an answer."""

from datetime import datetime

from config.kern.domain.bericht import berichten_plaatsen
from config.kern.enums import BerichtSoort
from config.kern.werkdagen import lokale_dag
from matching.enums import MatchStatus, ReactieStatus
from matching.models import Match, Matchvraag, Procedure, Reactie
from matching.queries.wie import pmanager_ids

LOPEND = (ReactieStatus.INGEDIEND, ReactieStatus.OP_TAFEL, ReactieStatus.TE_BEVESTIGEN)


def markt_sluiten(procedure: Procedure, *, nu: datetime, ingetrokken: str = "") -> None:
    """Close the open publication; with a reason it counts as withdrawn. A proposed match falls."""
    velden = {"ingetrokken_op": nu, "reden": ingetrokken} if ingetrokken else {"gesloten_op": nu}
    procedure.publicaties.filter(ingetrokken_op=None, gesloten_op=None).update(**velden)
    voorstel_laten_vallen(procedure, nu=nu)


def voorstel_laten_vallen(procedure: Procedure, *, nu: datetime) -> None:
    """A proposal does not outlive its phase; who was asked for a yes hears it (T6, T14)."""
    for match in Match.objects.select_related("medewerker").filter(
        procedure=procedure, status=MatchStatus.VOORGESTELD
    ):
        match.status = MatchStatus.AFGEWEZEN
        match.save(update_fields=["status"])
        berichten_plaatsen(
            ontvanger_ids=[
                match.medewerker.gebruiker_id, *pmanager_ids(match.medewerker, lokale_dag(nu)),
            ],
            soort=BerichtSoort.MATCH, onderwerp=f"Geen match: {procedure.matchvraag}",
            tekst="De zoektocht is gestopt of begint opnieuw. Je hoeft niet meer te antwoorden.",
            url=f"/procedures/{procedure.public_id}/", sleutel=f"vervallen:{match.public_id}",
            nu=nu,
        )


def afronden(procedure: Procedure, *, nu: datetime, zin: str) -> None:
    """The end: close the market and the matchvraag, answer all reactions (R252)."""
    markt_sluiten(procedure, nu=nu)
    reacties_beantwoorden(procedure, nu=nu, zin=zin)
    Matchvraag.objects.filter(pk=procedure.matchvraag_id, gesloten_op=None).update(gesloten_op=nu)


def reacties_beantwoorden(procedure: Procedure, *, nu: datetime, zin: str) -> int:
    """Tell everyone who still waited that the place is gone; nobody hears about others."""
    wachtenden = list(
        Reactie.objects.select_for_update(of=("self",)).select_related("medewerker").filter(
            publicatie__procedure=procedure, status__in=LOPEND
        )
    )
    if not wachtenden:
        return 0
    Reactie.objects.filter(pk__in=[r.pk for r in wachtenden]).update(
        status=ReactieStatus.NIET_GEKOZEN, beantwoord_op=nu, antwoord=zin
    )
    return berichten_plaatsen(
        ontvanger_ids=[r.medewerker.gebruiker_id for r in wachtenden],
        soort=BerichtSoort.REACTIE, onderwerp=f"Antwoord op je reactie: {procedure.matchvraag}",
        tekst=zin, url="/opdrachtenmarkt/reacties/",
        sleutel=f"reactie-antwoord:{procedure.public_id}:{procedure.ronde}", nu=nu,
    )
