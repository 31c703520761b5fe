"""What people keep of the market, vacancies outside, and talents, at the end of the year."""

from datetime import datetime, timedelta

from django.http import QueryDict

from demo.verloop.klokwerk import als
from demo.verloop.mensen import Mensen, leider
from matching.domain.markt import markt_kiezen, zoekopdracht_bewaren
from matching.domain.talent import talent_delen, talent_toevoegen
from matching.domain.vacature import vacature_publiceren
from matching.domain.vwnw import vwnw_vastleggen
from matching.enums import Herkomst, MarktkeuzeSoort, WervingSoort
from matching.models import ExterneWerving
from matching.queries.markt import open_publicaties
from matching.queries.marktfilter import Filter
from matching.queries.talent import lopende_wervingen
from matching.queries.vwnw import toe_te_voegen
from pdomein.queries import pteams_van_pmanager

ZOEKOPDRACHTEN = (
    ("Twee dagen per week", "uren=8-16&uren=16-24", True), ("Alles over water", "zoek=water", True),
    ("Regisseur", "zoek=regisseur", False),
)
TALENTEN = (
    ("Noa Verbeek", Herkomst.KANDIDAAT, "Ecologie van veenweide en natuurherstel."),
    ("Sem Hoekstra", Herkomst.STAGIAIR, "Data en kaarten over bodem en water."),
    ("Iris van Loon", Herkomst.OUD_MEDEWERKER, "Vergunningen voor grote projecten."),
)


def markt_vullen(mensen: Mensen, nu: datetime) -> None:
    _zoeker(mensen, nu)
    _vacatures(nu)
    _talenten(mensen, nu)
    _vwnw(mensen, nu)


def _zoeker(mensen: Mensen, nu: datetime) -> None:
    zoeker = mensen.demo("medewerker")
    door = {"door": als(zoeker, nu), "nu": nu}
    for naam, vraag, attenderen in ZOEKOPDRACHTEN:
        zoekopdracht_bewaren(
            naam=naam, filter=Filter.uit(QueryDict(vraag)), attenderen=attenderen, **door
        )
    vrij = open_publicaties().exclude(reacties__medewerker=zoeker).order_by("gepubliceerd_op")
    for n, publicatie in enumerate(vrij.select_related("procedure")[:5]):
        soort = MarktkeuzeSoort.OPZIJ if n == 4 else MarktkeuzeSoort.BEWAARD
        markt_kiezen(procedure=publicatie.procedure, soort=soort, **door)


def _vacatures(nu: datetime) -> None:
    open_ = lopende_wervingen().filter(soort=WervingSoort.VACATURE)
    for werving in open_.select_related("procedure__matchvraag__tro"):
        tro = werving.procedure.matchvraag.tro
        vacature_publiceren(
            werving=werving, titel=tro.titel, tekst=f"{tro.waarom}\n\n{tro.wat}\n\n{tro.wie}",
            solliciteren="werkenbij@example.org", laatste_dag=nu.date() + timedelta(days=28),
            door=als(leider(werving.pteam, nu.date()), nu), nu=nu,
        )


def _talenten(mensen: Mensen, nu: datetime) -> None:
    baas, dag = mensen.demo("pmanager"), nu.date()
    pteam = pteams_van_pmanager(baas, dag).first()
    door = {"door": als(baas, nu), "nu": nu}
    for n, (naam, herkomst, expertise) in enumerate(TALENTEN):
        talent = talent_toevoegen(
            naam=naam, email=f"{naam.lower().replace(' ', '.')}@example.org", herkomst=herkomst,
            expertise=expertise, pteam=pteam, toestemming=True,
            toestemming_tot=dag + timedelta(days=180), **door,
        )
        werving: ExterneWerving | None = lopende_wervingen().exclude(pteam=pteam).first()
        if werving and n == 0:
            talent_delen(talent=talent, werving=werving, **door)


def _vwnw(mensen: Mensen, nu: datetime) -> None:
    door = als(mensen.demo("pmanager"), nu)
    for medewerker in toe_te_voegen(door, nu.date())[:2]:
        vwnw_vastleggen(medewerker=medewerker, instemming=True, door=door, nu=nu)
