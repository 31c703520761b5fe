"""Small steps for the chain: who acts, and what that person does, always by the real command."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from config.kern.actor import Actor
from config.kern.domain.vergadering import besluitenlijst_openen, vergadering_plannen
from config.kern.models import Besluitenlijst, Demorol, Gremium
from config.kern.queries import niet_werkdagen
from config.kern.werkdagen import AMSTERDAM, werkdag_na
from matching.domain.agendapunt import punt_agenderen, uitkomst_vastleggen
from matching.domain.kandidaat import kandidaat_plaatsen
from matching.domain.match import instemming_geven
from matching.domain.matchtafel import sessie_openen, sessie_plannen
from matching.domain.sluiten import sessie_sluiten
from matching.enums import InstemmingVan, KandidaatBron
from matching.models import Agendapunt, Match, MatchtafelSessie, Procedure
from opgaven.domain.besluitenlijst import besluitenlijst_vaststellen, opdracht_agenderen
from opgaven.domain.toets import opdracht_toetsen
from opgaven.enums import Toetsonderdeel
from opgaven.models import Opdracht
from opgaven.queries import odomein_van
from pdomein.models import Medewerker, Plaatsing, PTeam
from pdomein.queries import pmanager_van
from register.domain.rechten import actor_voor_gebruiker
from register.enums import RolCode
from register.queries import houder, vrije_capaciteit_van


def om(dag: date, uur: int = 9, minuut: int = 0) -> datetime:
    return datetime.combine(dag, time(uur, minuut), AMSTERDAM)


def werkdagen_later(dag: date, aantal: int) -> date:
    return werkdag_na(dag, aantal, niet_werkdagen())


def rol(code: str) -> Medewerker:
    gebruiker = Demorol.objects.get(code=code).gebruiker
    return Medewerker.objects.select_related("gebruiker").get(gebruiker=gebruiker)


def als(wie: Medewerker | str, nu: datetime) -> Actor:
    mens = rol(wie) if isinstance(wie, str) else wie
    return actor_voor_gebruiker(mens.gebruiker, nu)


def dd_van(opdracht: Opdracht, dag: date) -> Medewerker:
    rij = houder(RolCode.DOMEINDIRECTEUR, odomein_van(opdracht.opgave, dag), dag)
    return Medewerker.objects.select_related("gebruiker").get(pk=rij.medewerker_id)


def pmanager(mens: Medewerker, dag: date) -> Medewerker:
    baas = pmanager_van(mens, dag)
    return Medewerker.objects.select_related("gebruiker").get(pk=baas.pk)


def leider(pteam: PTeam, dag: date) -> Medewerker:
    return pteam.pmanagers.filter(begin__lte=dag).select_related("medewerker__gebruiker").get(
    ).medewerker


def vrije_mensen(
    professie: str, fte: Decimal, begin: date, einde: date, *, met_ppp: bool = False
) -> list[Medewerker]:
    """Own people of a professie with the hours."""
    mensen = [
        p.medewerker
        for p in Plaatsing.objects.filter(
            pteam__professie__code=professie, einde=None, medewerker__uit_dienst=None
        )
        .select_related("medewerker__gebruiker").order_by("medewerker__personeelsnummer")
        if not met_ppp or hasattr(p.medewerker, "ppp")
    ]
    ruimte = vrije_capaciteit_van([m.pk for m in mensen], begin, einde)
    return [m for m in mensen if ruimte[m.pk] > fte]


def programmeren(opdracht: Opdracht, dag: date) -> Besluitenlijst:
    """Toets by C&C, agenda by the domeindirecteur, adoption by the chair (R204, R220)."""
    nu = om(dag, 9)
    for onderdeel in Toetsonderdeel:
        opdracht_toetsen(
            opdracht=opdracht, onderdeel=onderdeel, uitkomst="positief", toelichting="In orde.",
            door=als("toetser", nu), nu=nu,
        )
    secretaris = als("secretaris", nu)
    vergadering = vergadering_plannen(
        gremium=Gremium.objects.get(code="programmeerberaad"), datum=dag, door=secretaris, nu=nu
    )
    lijst = besluitenlijst_openen(vergadering=vergadering, door=secretaris, nu=nu)
    opdracht.refresh_from_db()
    opdracht_agenderen(
        opdracht=opdracht, besluitenlijst=lijst, door=als(dd_van(opdracht, dag), nu), nu=nu
    )
    nu = om(dag, 16)
    return besluitenlijst_vaststellen(
        besluitenlijst=lijst, door=als("voorzitter-programmeerberaad", nu), nu=nu
    )


@dataclass(slots=True)
class Zitting:
    """A session of the matchtafel on one day, led by the chair of the demo."""

    sessie: MatchtafelSessie
    dag: date

    def nu(self, uur: int = 10) -> datetime:
        return om(self.dag, uur)

    def agendeer(self, procedure: Procedure) -> Agendapunt:
        return punt_agenderen(
            sessie=self.sessie, procedure=procedure, door=als("recruiter", self.nu(8)),
            nu=self.nu(8),
        )

    def stel_voor(self, punt: Agendapunt, mens: Medewerker) -> None:
        kandidaat_plaatsen(
            agendapunt=punt, medewerker=mens, bron=KandidaatBron.RECRUITER,
            argument="Past op vak en uren.", door=als("recruiter", self.nu(8)), nu=self.nu(8),
        )

    def beslis(self, punt: Agendapunt, uitkomst: str, mens: Medewerker | None = None) -> None:
        """Open, decide the only item, close."""
        door = als("voorzitter-matchtafel", self.nu())
        sessie_openen(sessie=self.sessie, door=door, nu=self.nu(9))
        gekozen = list(punt.kandidaten.filter(medewerker=mens)) if mens else []
        uitkomst_vastleggen(
            agendapunt=punt, uitkomst=uitkomst, motivering="Past het best bij vraag en wens.",
            gekozen=gekozen, motivering_niveau="Een schaal verschil, met begeleiding.",
            door=door, nu=self.nu(),
        )
        sessie_sluiten(sessie=self.sessie, door=door, nu=self.nu(11))


def plan_sessie(datum: date, nu: datetime) -> Zitting:
    sessie = sessie_plannen(
        datum=datum, voorzitter=rol("voorzitter-matchtafel"), deelnemers=[rol("pmanager")],
        recruiters=[rol("recruiter")], door=als("voorzitter-matchtafel", nu), nu=nu,
    )
    return Zitting(sessie, datum)


def instemmen(procedure: Procedure, nu: datetime) -> Match:
    """Both say yes, each for themselves (R161)."""
    match = procedure.matches.select_related("medewerker__gebruiker").get(status="voorgesteld")
    instemming_geven(
        match=match, van=InstemmingVan.MEDEWERKER, akkoord=True, door=als(match.medewerker, nu),
        nu=nu,
    )
    baas = pmanager(match.medewerker, nu.date())
    return instemming_geven(
        match=match, van=InstemmingVan.PMANAGER, akkoord=True, door=als(baas, nu), nu=nu
    )
