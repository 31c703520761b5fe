"""Each command by each kind of person: who may, and who is refused with 403 (R407)."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from config.kern.actor import NIEMAND, SYSTEEM, Actor, Recht
from config.kern.enums import GremiumSoort
from config.kern.fouten import DomeinFout, Soort
from pdomein.domain import inlezen, ppp
from pdomein.domain.competentie import competentie_vastleggen
from pdomein.domain.medewerker import medewerker_bijwerken, medewerker_uit_dienst
from pdomein.domain.pmanager import pmanagement_vastleggen, pmanager_aanstellen
from pdomein.domain.pteam import (
    aansluiting_vastleggen,
    plaatsing_vastleggen,
    pteam_bijwerken,
    pteam_oprichten,
    teamplan_onderdeel_opslaan,
)
from pdomein.domain.teamgrootte import pteam_afwijking_besluiten
from pdomein.personeel import Personeelsgegevens
from pdomein.profiel import PPPInhoud
from tests.factories.kern import GremiumFactory
from tests.factories.pdomein import (
    CompetentieFactory,
    MedewerkerFactory,
    PPPFactory,
    ProfessieFactory,
    actor_van,
)

JULI = date(2026, 7, 1)
ROLLEN = [
    "niemand", "lid", "collega", "pmanager", "ander_pmanager", "directeur_mo",
    "ander_directeur_mo", "p_beraad", "beheer", "systeem",
]


def actor_als(rol: str, w: Any) -> Actor:
    ander = MedewerkerFactory()
    return {
        "niemand": lambda: NIEMAND,
        "lid": lambda: actor_van(w.lid),
        "collega": lambda: actor_van(w.collega),
        "pmanager": lambda: actor_van(w.pmanager, (Recht.PTEAM_LEIDEN, w.pteam)),
        "ander_pmanager": lambda: actor_van(ander, (Recht.PTEAM_LEIDEN, w.ander_team)),
        "directeur_mo": lambda: actor_van(ander, (Recht.DOMEIN_REGIE, w.pteam.domein)),
        "ander_directeur_mo": lambda: actor_van(
            ander, (Recht.DOMEIN_REGIE, w.ander_team.domein)
        ),
        "p_beraad": lambda: actor_van(
            ander, (Recht.AFWIJKING_BESLUITEN, GremiumFactory(soort=GremiumSoort.P_BERAAD))
        ),
        "beheer": lambda: actor_van(ander, Recht.MEDEWERKERS_BEHEREN),
        "systeem": lambda: SYSTEEM,
    }[rol]()


def _bijwerken(w: Any, **k: Any) -> None:
    medewerker_bijwerken(gegevens=Personeelsgegevens(
        personeelsnummer="nieuw", naam="Nieuw", aanstelling_fte=Decimal(1), dienstverband="vast",
        in_dienst=JULI,
    ), **k)


def _pteam_bijwerken(w: Any, **k: Any) -> None:
    pteam_bijwerken(
        pteam=w.pteam, naam="Anders", professie=w.pteam.professie, domein=w.pteam.domein,
        cluster=None, formatie_fte=Decimal(10), is_eenheid=False, **k,
    )


def _afwijking(w: Any, **k: Any) -> None:
    GremiumFactory(soort=GremiumSoort.P_BERAAD)
    pteam_afwijking_besluiten(
        pteam=w.pteam, reden="Schaars vak", herziening_op=date(2027, 1, 1), **k
    )


def _eigen(opdracht: Callable[..., Any], gepubliceerd: bool = True, **extra: Any) -> Any:
    def doe(w: Any, **k: Any) -> None:
        PPPFactory(medewerker=w.lid, gepubliceerd=gepubliceerd)
        opdracht(medewerker=w.lid, **extra, **k)
    return doe


def _hervatten(w: Any, **k: Any) -> None:
    PPPFactory(medewerker=w.lid)
    ppp.ppp_pauzeren(medewerker=w.lid, tot=JULI, door=actor_van(w.lid), nu=k["nu"])
    ppp.ppp_hervatten(medewerker=w.lid, **k)


def _competentie_weg(w: Any, **k: Any) -> None:
    competentie = CompetentieFactory()
    PPPFactory(medewerker=w.lid, competenties=[(competentie, 2)])
    ppp.ppp_competentie_verwijderen(medewerker=w.lid, competentie=competentie, **k)


HR, REGIE = {"beheer", "systeem"}, {"directeur_mo", "beheer", "systeem"}
ALLE_REGIE = REGIE | {"ander_directeur_mo"}
TEAM = REGIE | {"pmanager"}
EIGENAAR = {"lid", "systeem"}
LEEG = {"rijen": [], "droog": True}

OPDRACHTEN: dict[str, tuple[Callable[..., Any], set[str]]] = {
    "medewerker_bijwerken": (_bijwerken, HR),
    "medewerker_uit_dienst": (
        lambda w, **k: medewerker_uit_dienst(medewerker=w.lid, per=JULI, **k), HR,
    ),
    "pteam_oprichten": (
        lambda w, **k: pteam_oprichten(
            code="nieuw", naam="Nieuw", professie=ProfessieFactory(), domein=w.pteam.domein,
            begin=JULI, **k,
        ), REGIE,
    ),
    "pteam_bijwerken": (_pteam_bijwerken, REGIE),
    "plaatsing_vastleggen": (
        lambda w, **k: plaatsing_vastleggen(
            medewerker=w.collega, pteam=w.pteam, begin=JULI, reden="Past", **k
        ), TEAM | {"ander_pmanager"},
    ),
    "aansluiting_vastleggen": (
        lambda w, **k: aansluiting_vastleggen(
            medewerker=w.collega, pteam=w.pteam, soort="gast", begin=JULI, einde=None, **k
        ), {"ander_pmanager", "ander_directeur_mo", "beheer", "systeem"},
    ),
    "teamplan_onderdeel_opslaan": (
        lambda w, **k: teamplan_onderdeel_opslaan(
            pteam=w.pteam, nummer=1, tekst="Wij", zichtbaar_voor="team", **k
        ), {"lid", "pmanager", "systeem"},
    ),
    "pteam_afwijking_besluiten": (_afwijking, {"p_beraad", "systeem"}),
    "pmanager_aanstellen": (
        lambda w, **k: pmanager_aanstellen(
            pteam=w.pteam, medewerker=w.collega, pct=50, begin=JULI, uitzondering="Waarnemend", **k
        ), REGIE,
    ),
    "pmanagement_vastleggen": (
        lambda w, **k: pmanagement_vastleggen(medewerker=w.pmanager, pct=50, begin=JULI, **k),
        ALLE_REGIE,
    ),
    "competentie_vastleggen": (
        lambda w, **k: competentie_vastleggen(code="nieuw", naam="Nieuw", **k), HR,
    ),
    "pteams_inlezen": (lambda w, **k: inlezen.pteams_inlezen(**LEEG, **k), HR),
    "medewerkers_inlezen": (lambda w, **k: inlezen.medewerkers_inlezen(**LEEG, **k), HR),
    "pmanagers_inlezen": (lambda w, **k: inlezen.pmanagers_inlezen(**LEEG, **k), HR),
    "competenties_inlezen": (lambda w, **k: inlezen.competenties_inlezen(**LEEG, **k), HR),
    "ppps_inlezen": (lambda w, **k: inlezen.ppps_inlezen(**LEEG, **k), {"systeem"}),
    "ppp_overnemen": (
        lambda w, **k: ppp.ppp_overnemen(
            medewerker=w.lid, inhoud=PPPInhoud("a", "b", "c"), gepubliceerd=False, **k
        ), {"systeem"},
    ),
    "ppp_opslaan": (
        _eigen(ppp.ppp_opslaan, kennis_en_kunde="a", ontwikkelen="b", bellen_voor="c"), EIGENAAR,
    ),
    "ppp_publiceren": (_eigen(ppp.ppp_publiceren, gepubliceerd=False), EIGENAAR),
    "ppp_intrekken": (_eigen(ppp.ppp_intrekken), EIGENAAR),
    "ppp_bevestigen": (_eigen(ppp.ppp_bevestigen), EIGENAAR),
    "ppp_pauzeren": (_eigen(ppp.ppp_pauzeren, tot=JULI), EIGENAAR),
    "ppp_hervatten": (_hervatten, EIGENAAR),
    "ppp_competentie_vastleggen": (
        lambda w, **k: ppp.ppp_competentie_vastleggen(
            medewerker=w.lid, competentie=CompetentieFactory(), niveau=3, **k
        ), EIGENAAR,
    ),
    "ppp_competentie_verwijderen": (_competentie_weg, EIGENAAR),
    "ppp_inzien": (
        _eigen(ppp.ppp_inzien, waarvoor="als collega"), set(ROLLEN) - {"niemand"},
    ),
}


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_each_command_is_for_who_may(wereld, nu, opdracht, rol):
    """R407: the whole matrix, role by role."""
    doe, mogen = OPDRACHTEN[opdracht]
    door = actor_als(rol, wereld)

    if rol in mogen:
        doe(wereld, door=door, nu=nu)
        return
    with pytest.raises(DomeinFout) as fout:
        doe(wereld, door=door, nu=nu)
    assert fout.value.beletsel.soort is Soort.RECHT
