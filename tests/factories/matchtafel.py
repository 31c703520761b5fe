"""Work for the table: a procedure in phase 2 with its demand, reactions and people around it.

The demand itself stands in the database as programming and publication would leave it; everything
on the table (session, item, candidate, outcome) is made by the real commands.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count

from config.kern.actor import Actor, Recht
from config.kern.models import Besluit
from config.kern.werkdagen import lokale_dag
from matching.domain.agendapunt import punt_agenderen
from matching.domain.matchtafel import sessie_openen, sessie_plannen
from matching.enums import Fase, ReactieStatus, Route, Trigger
from matching.models import (
    TRO,
    Agendapunt,
    MatchtafelSessie,
    Matchvraag,
    Procedure,
    Publicatie,
    Reactie,
    TROCompetentie,
)
from opgaven.enums import Label, OpdrachtSoort, OpdrachtStatus, PlaatsSoort
from opgaven.models import (
    Begroting,
    Beleidsambitie,
    Beleidsdoel,
    Capaciteitsvraag,
    Opdracht,
    Opgave,
)
from pdomein.models import Competentie, Medewerker, PTeam
from pdomein.queries import ppp_momentopname
from register.enums import Teamrol
from register.models import Inzet, Rol, Roltoewijzing
from tests.factories.kern import NU, BesluitFactory
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory, actor_van

_nummer = count(1)


def maak_opgave() -> Opgave:
    n = next(_nummer)
    begroting, _ = Begroting.objects.get_or_create(
        jaar=2026, defaults={"ps_besluit": "PS2025-1", "vastgesteld_op": date(2025, 11, 12)}
    )
    ambitie = Beleidsambitie.objects.create(begroting=begroting, code=f"A{n}", naam=f"Ambitie {n}")
    doel = Beleidsdoel.objects.create(ambitie=ambitie, code=f"D{n}", naam=f"Doel {n}")
    return Opgave.objects.create(
        beleidsdoel=doel, begrotingsjaar=2026, code=f"O{n}", naam=f"Opgave {n}"
    )


def maak_opdracht(opgave: Opgave | None = None) -> Opdracht:
    n = next(_nummer)
    return Opdracht.objects.create(
        code=f"OPD-{n}", naam=f"Opdracht {n}", opgave=opgave or maak_opgave(),
        soort=OpdrachtSoort.PRODUCT, begrotingscode="B1", label=Label.DYNAMISCH,
        status=OpdrachtStatus.BEMENSING, begin=date(2026, 3, 1), einde=date(2027, 3, 1),
    )


def maak_procedure(
    *, competenties: list[tuple[Competentie, int, int, bool]] = (), schaal: tuple = (10, 12),
    fte: Decimal = Decimal("0.60"), begin: date = date(2026, 6, 15),
    einde: date = date(2026, 12, 15), fase: Fase = Fase.MATCHTAFEL, route: Route = Route.TEAM,
    opdracht: Opdracht | None = None, gepubliceerd_op: datetime | None = None,
    vroegste: date | None = None, besluit: Besluit | None = None,
) -> Procedure:
    """A procedure with its TRO; a team place was published, an AOG place never was."""
    opdracht = opdracht or maak_opdracht()
    plaats = {Route.TEAM: PlaatsSoort.TEAM, Route.AOG: PlaatsSoort.AOG}[route]
    vraag = Capaciteitsvraag.objects.create(
        opdracht=opdracht, plaats=plaats, omschrijving="Adviseur natuur", fte=fte,
        schaal_van=schaal[0], schaal_tot=schaal[1], begin=begin, einde=einde,
    )
    matchvraag = Matchvraag.objects.create(
        opdracht=opdracht, plaats=plaats, capaciteitsvraag=vraag, trigger=Trigger.VRIJVAL,
        besluit=besluit, fte=fte, geopend_op=NU,
    )
    tro = TRO.objects.create(
        matchvraag=matchvraag, titel=f"Adviseur natuur {next(_nummer)}", begin=begin, einde=einde,
        fte=fte, schaal_van=schaal[0], schaal_tot=schaal[1], bijgewerkt_op=NU, wat="Adviseren.",
        waarom="Natuur.", hoe="Samen.", wie="Jij.", beoogd_resultaat="Een plan.",
    )
    TROCompetentie.objects.bulk_create(
        TROCompetentie(tro=tro, competentie=c, niveau=n, gewicht=g, vereist=v)
        for c, n, g, v in competenties
    )
    procedure = Procedure.objects.create(
        matchvraag=matchvraag, route=route, fase=fase, in_fase_sinds=NU, gestart_op=NU
    )
    if route == Route.TEAM:
        Publicatie.objects.create(
            procedure=procedure, gepubliceerd_op=gepubliceerd_op or NU - timedelta(days=14),
            wacht_werkdagen=5, vroegste_bespreekdatum=vroegste or lokale_dag(NU),
        )
    return procedure


def maak_reactie(
    procedure: Procedure, medewerker: Medewerker, *, deelt_wensen: bool = False,
    status: str = ReactieStatus.INGEDIEND,
) -> Reactie:
    ppp = getattr(medewerker, "ppp", None)
    return Reactie.objects.create(
        publicatie=procedure.publicaties.first(), medewerker=medewerker, status=status,
        toelichting="Dit werk past bij mij.", deelt_wensen=deelt_wensen, ingediend_op=NU,
        ppp=ppp_momentopname(ppp, met_wensen=deelt_wensen) if ppp else {},
    )


def maak_inzet(
    medewerker: Medewerker, opdracht: Opdracht, fte: str, begin: date, einde: date | None,
    besluit: Besluit,
) -> Inzet:
    return Inzet.objects.create(
        medewerker=medewerker, opdracht=opdracht, teamrol=Teamrol.TEAMLID, fte=Decimal(fte),
        begin_geldigheid=begin, einde_geldigheid=einde, tijdstip_registratie=NU, besluit=besluit,
        mutatie="toewijzing", geregistreerd_door_naam="Test",
    )


def maak_rol(code: str, medewerker: Medewerker, **op: object) -> Roltoewijzing:
    rol, _ = Rol.objects.get_or_create(
        code=code, defaults={"naam": code, "objectsoort": next(iter(op), "geen")}
    )
    return Roltoewijzing.objects.create(
        rol=rol, is_exclusief=False, medewerker=medewerker, begin_geldigheid=date(2024, 1, 1),
        tijdstip_registratie=NU, besluit=BesluitFactory(), mutatie="toewijzing",
        geregistreerd_door_naam="Test", **op,
    )


@dataclass
class Tafel:
    """Two P-managers with their teams, a recruiter, a directeur M&O, and one planned session."""

    voorzitter: Medewerker
    collega: Medewerker
    recruiter: Medewerker
    directeur: Medewerker
    pteam: PTeam
    pteam_collega: PTeam
    sessie: MatchtafelSessie

    @property
    def als_voorzitter(self) -> Actor:
        return als_pmanager(self.voorzitter, self.pteam)

    @property
    def als_collega(self) -> Actor:
        return als_pmanager(self.collega, self.pteam_collega)

    @property
    def als_recruiter(self) -> Actor:
        return actor_van(self.recruiter, Recht.MATCHTAFEL_ONDERSTEUNEN)


def als_pmanager(medewerker: Medewerker, *pteams: PTeam) -> Actor:
    return actor_van(
        medewerker, Recht.MATCHTAFEL_DEELNEMEN, *[(Recht.PTEAM_LEIDEN, p) for p in pteams],
        rollen=("medewerker", "pmanager"),
    )


def maak_tafel(*, datum: date | None = None, nu: datetime = NU) -> Tafel:
    voorzitter = MedewerkerFactory(naam="Vera Voorzitter")
    collega = MedewerkerFactory(naam="Coen Collega")
    recruiter = MedewerkerFactory(naam="Rita Recruiter")
    directeur = MedewerkerFactory(naam="Dirk Directeur", schaal=16)
    pteam = PTeamFactory(naam="Ecologie", pmanager=voorzitter, pct=50)
    pteam_collega = PTeamFactory(naam="Water", pmanager=collega, pct=50)
    maak_rol("recruiter", recruiter)
    maak_rol("directeur_mo", directeur, domein=pteam.domein)
    sessie = sessie_plannen(
        datum=datum or lokale_dag(nu), voorzitter=voorzitter, deelnemers=[collega],
        recruiters=[recruiter], plek="Statenzaal", door=als_pmanager(voorzitter, pteam), nu=nu,
    )
    return Tafel(voorzitter, collega, recruiter, directeur, pteam, pteam_collega, sessie)


def op_agenda(tafel: Tafel, procedure: Procedure, nu: datetime = NU) -> Agendapunt:
    return punt_agenderen(
        sessie=tafel.sessie, procedure=procedure, door=tafel.als_recruiter, nu=nu
    )


def open_tafel(tafel: Tafel, *procedures: Procedure, nu: datetime = NU) -> list[Agendapunt]:
    """An open session with these procedures on the agenda."""
    punten = [op_agenda(tafel, p, nu) for p in procedures]
    tafel.sessie = sessie_openen(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=nu)
    return punten
