"""A whole province in small: an opdracht with its people, and searches in every phase.

States are reached through the real commands. ``maak_wereld()`` gives the people;
``team_procedure(w)``, ``gepubliceerd(w)``, ``aog_procedure(w)`` give searches.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from config.kern.actor import Actor
from config.kern.enums import BesluitSoort
from config.kern.models import NietWerkdag
from config.kern.werkdagen import AMSTERDAM
from matching.domain.match import instemming_geven, match_voorstellen
from matching.domain.matchvraag import matchvragen_bijwerken
from matching.domain.publicatie import reactie_indienen, tro_delen, tro_publiceren
from matching.enums import InstemmingVan, Route
from matching.models import Match, Procedure, Publicatie, Reactie
from opgaven.models import ODomein, Opdracht
from pdomein.models import Medewerker, PTeam
from register.domain.rechten import actor_voor_gebruiker
from register.enums import RolCode
from tests.factories.kern import BesluitFactory
from tests.factories.opgaven import ODomeinFactory, OpdrachtFactory, OpgaveFactory
from tests.factories.pdomein import MedewerkerFactory, PPPFactory, PTeamFactory
from tests.factories.register import RolFactory, rollen

BEGIN = date(2026, 1, 1)
LEIDER = "strategisch_leider"


def moment(jaar: int, maand: int, dag: int, uur: int = 10, minuut: int = 0) -> datetime:
    return datetime(jaar, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


NU = moment(2026, 6, 1, 12)
VROEG = moment(2026, 1, 2)


@dataclass
class Wereld:
    """One opdracht with AOG and AON, a domeindirecteur, a directeur M&O and two P-teams."""

    opdracht: Opdracht
    odomein: ODomein
    aog: Medewerker
    aon: Medewerker
    dd: Medewerker
    dmo: Medewerker
    pmanager: Medewerker
    pmanager2: Medewerker
    pteam: PTeam
    pteam2: PTeam
    mensen: list[Medewerker] = field(default_factory=list)

    def als(self, wie: Medewerker, nu: datetime = NU) -> Actor:
        """The person with the rights that the register gives at ``nu``."""
        return actor_voor_gebruiker(wie.gebruiker, nu)


def feestdagen() -> None:
    """The days of the Algemene termijnenwet that the scenarios of EISEN part 7 need."""
    dagen = [
        (2026, 1, 1), (2026, 4, 3), (2026, 4, 6), (2026, 4, 27), (2026, 5, 5), (2026, 5, 14),
        (2026, 5, 25), (2026, 12, 25), (2026, 12, 26), (2027, 1, 1),
    ]
    NietWerkdag.objects.bulk_create(
        [NietWerkdag(datum=date(*d), omschrijving="Feestdag") for d in dagen],
        ignore_conflicts=True,
    )


def rol(
    code: RolCode, wie: Medewerker, op: object = None, begin: date = BEGIN,
    einde: date | None = None,
) -> None:
    besluit = BesluitFactory(
        soort=BesluitSoort.AANWIJZING, hoedanigheid="Directeur Mens en Organisatie",
        besluitdatum=begin, nu=VROEG,
    )
    RolFactory(
        rol_code=code, medewerker=wie, op=op, begin=begin, einde=einde, besluit=besluit, nu=VROEG
    )


def maak_wereld(
    *, aantal: int = 3, met_aog: bool = True, status: str = "geprogrammeerd", nu: datetime = NU,
) -> Wereld:
    rollen()
    odomein = ODomeinFactory()
    pmanager, pmanager2 = MedewerkerFactory(naam="Petra Pals"), MedewerkerFactory(naam="Piet Post")
    pteam = PTeamFactory(naam="Ecologie", pmanager=pmanager, pct=50)
    pteam2 = PTeamFactory(naam="Water", pmanager=pmanager2, pct=50)
    wereld = Wereld(
        opdracht=OpdrachtFactory(opgave=OpgaveFactory(odomein=odomein), status=status),
        odomein=odomein,
        aog=MedewerkerFactory(
            naam="Anna Aalbers", pteam=pteam2, schaal=14, functiegroep="regisseur"
        ),
        aon=MedewerkerFactory(naam="Ali Akin", pteam=pteam2, schaal=12),
        dd=MedewerkerFactory(naam="Dora Dekker", schaal=16, functiegroep=LEIDER),
        dmo=MedewerkerFactory(naam="Max Oort", schaal=16, functiegroep=LEIDER),
        pmanager=pmanager, pmanager2=pmanager2, pteam=pteam, pteam2=pteam2,
    )
    rol(RolCode.DOMEINDIRECTEUR, wereld.dd, odomein)
    rol(RolCode.DIRECTEUR_MO, wereld.dmo, pteam.domein)
    if met_aog:
        rol(RolCode.AOG, wereld.aog, wereld.opdracht)
        rol(RolCode.AON, wereld.aon, wereld.opdracht)
    wereld.mensen = [collega(wereld, f"Collega {n}") for n in range(1, aantal + 1)]
    return wereld


def collega(wereld: Wereld, naam: str, pteam: PTeam | None = None, **velden) -> Medewerker:
    """Somebody of the first P-team, with a PPP."""
    mens = MedewerkerFactory(naam=naam, pteam=pteam or wereld.pteam, **velden)
    PPPFactory(medewerker=mens)
    return mens


def team_procedure(wereld: Wereld, nu: datetime = NU) -> Procedure:
    """The search for a team place, as the programming left it."""
    matchvragen_bijwerken(nu=nu)
    return wereld_procedure(wereld.opdracht, Route.TEAM)


def aog_procedure(wereld: Wereld, nu: datetime = NU) -> Procedure:
    matchvragen_bijwerken(nu=nu)
    return wereld_procedure(wereld.opdracht, Route.AOG)


def aon_procedure(wereld: Wereld, nu: datetime = NU) -> Procedure:
    matchvragen_bijwerken(nu=nu)
    return wereld_procedure(wereld.opdracht, Route.AON)


def wereld_procedure(opdracht: Opdracht, route: Route) -> Procedure:
    return Procedure.objects.filter(matchvraag__opdracht=opdracht, route=route).first()


def gedeeld(wereld: Wereld, nu: datetime = NU) -> Procedure:
    """In phase 0, shared with the first P-team."""
    procedure = team_procedure(wereld, nu)
    tro_delen(procedure=procedure, pteams=[wereld.pteam], door=wereld.als(wereld.aog, nu), nu=nu)
    procedure.refresh_from_db()
    return procedure


def gepubliceerd(wereld: Wereld, nu: datetime = NU) -> Publicatie:
    """In phase 1, on the market since ``nu``."""
    procedure = gedeeld(wereld, nu)
    return tro_publiceren(procedure=procedure, door=wereld.als(wereld.aog, nu), nu=nu)


def reageer(publicatie: Publicatie, wie: Medewerker, nu: datetime = NU) -> Reactie:
    return reactie_indienen(
        publicatie=publicatie, medewerker=wie, toelichting="Dit past bij mij.",
        door=actor_voor_gebruiker(wie.gebruiker, nu), nu=nu,
    )


def voorgesteld(
    wereld: Wereld, procedure: Procedure, wie: Medewerker, nu: datetime = NU, **velden
) -> Match:
    basis = {
        "begin": date(2026, 7, 1), "einde": date(2027, 1, 1), "fte": Decimal("0.4"),
        "motivatie_organisatie": "De opdracht kan door.", "motivatie_persoon": "Dit wil ik leren.",
    }
    return match_voorstellen(
        procedure=procedure, medewerker=wie, door=wereld.als(wereld.aog, nu), nu=nu,
        **{**basis, **velden},
    )


def beiden_ja(wereld: Wereld, match: Match, nu: datetime = NU) -> Match:
    """Both consents: the medewerker first, then the P-manager."""
    instemming_geven(
        match=match, van=InstemmingVan.MEDEWERKER, akkoord=True,
        door=wereld.als(match.medewerker, nu), nu=nu,
    )
    instemming_geven(
        match=match, van=InstemmingVan.PMANAGER, akkoord=True,
        door=wereld.als(_pmanager(match, nu), nu), nu=nu,
    )
    return Match.objects.select_related("procedure", "medewerker").get(pk=match.pk)


def _pmanager(match: Match, nu: datetime) -> Medewerker:
    from pdomein.queries import pmanager_van

    return pmanager_van(match.medewerker, nu.date())


def dagen_later(nu: datetime, aantal: int) -> datetime:
    return nu + timedelta(days=aantal)


