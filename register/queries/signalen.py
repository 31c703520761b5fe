"""Signals about people, for themselves and their own P-manager (R138, R340, R369)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.http import Http404

from config.kern.queries import instelwaarden
from pdomein.models import Medewerker, Plaatsing, Werkdrukmelding
from pdomein.queries import mijn_mensen
from register.queries.mensen import Uren, uren_van
from register.signalen import Feiten, Regels, Signaal, signalen


@dataclass(frozen=True, slots=True)
class Persoonssignalen:
    medewerker: Medewerker
    signalen: Sequence[Signaal]
    melding: Werkdrukmelding | None
    uren: Uren

    @property
    def soorten(self) -> set[str]:
        return {s.soort for s in self.signalen}


INSTELLINGEN = (
    "SIGNAAL_357", "M357", "SIGNAAL_ONTWIKKELTIJD", "ONTWIKKEL_PCT", "SIGNAAL_WERKDRUK",
    "PARALLEL_MAX",
)


def regels_op(dag: date) -> Regels:
    waarde = instelwaarden(INSTELLINGEN, dag)
    return Regels(
        functie_aan=waarde["SIGNAAL_357"], jaren=tuple(waarde["M357"]),
        ontwikkeltijd_aan=waarde["SIGNAAL_ONTWIKKELTIJD"],
        ontwikkel_pct=Decimal(waarde["ONTWIKKEL_PCT"]),
        werkdruk_aan=waarde["SIGNAAL_WERKDRUK"], parallel=waarde["PARALLEL_MAX"],
    )


def signalen_van(mensen: Sequence[Medewerker], dag: date) -> list[Persoonssignalen]:
    """For each of these people, in a fixed number of queries."""
    regels = regels_op(dag)
    ids = [m.pk for m in mensen]
    meldingen = {
        m.medewerker_id: m
        for m in Werkdrukmelding.objects.filter(medewerker_id__in=ids, afgesloten_op=None)
    }
    thuis = dict(
        Plaatsing.objects.geldig_op(dag).filter(medewerker_id__in=ids)
        .values_list("medewerker_id", "begin")
    )
    return [
        Persoonssignalen(
            u.medewerker,
            signalen(
                _feiten(u, thuis.get(u.medewerker.pk), u.medewerker.pk in meldingen), regels, dag
            ),
            meldingen.get(u.medewerker.pk), u,
        )
        for u in uren_van(list(mensen), dag)
    ]


def _feiten(uren: Uren, thuis_sinds: date | None, meldt: bool) -> Feiten:
    """Without a date of HR, the placement tells how long it is at least."""
    sinds = uren.medewerker.functie_sinds
    return Feiten(
        functie_sinds=sinds or thuis_sinds, is_zeker=sinds is not None,
        aanstelling=uren.aanstelling, bezet=uren.pmanagement + uren.minder + uren.inzet,
        inzet=uren.inzet, opdrachten=uren.opdrachten, meldt_werkdruk=meldt,
    )


def van_mijn_mensen(pmanager: Medewerker, dag: date) -> list[Persoonssignalen]:
    """The people of this P-manager who have a signal."""
    mensen = list(mijn_mensen(pmanager, op=dag))
    return [rij for rij in signalen_van(mensen, dag) if rij.signalen]


def melding_met(public_id: UUID) -> Werkdrukmelding:
    melding = (
        Werkdrukmelding.objects.select_related("medewerker").filter(public_id=public_id).first()
    )
    if melding is None:
        raise Http404("Deze melding bestaat niet.")
    return melding
