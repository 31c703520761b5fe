"""What lies at the beraden today: points, advice, minutes, shortages, escalations, ideas, P&C."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from config.kern.domain.advies import advies_geven, advies_wegen
from config.kern.domain.afwijking import afwijking_vastleggen
from config.kern.domain.beraad import (
    punt_afhandelen,
    punt_agenderen,
    punt_besluiten,
    punt_doorgeleiden,
    punt_inbrengen,
)
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.vergadering import (
    aanwezigheid_vastleggen,
    vergadering_plannen,
    verslag_opslaan,
    verslag_vaststellen,
)
from config.kern.enums import BesluitSoort
from config.kern.models import Beraadspunt, Gremium, Vergadering
from demo.verloop.klokwerk import Tijd, als, gremium, houdt, om
from demo.verloop.mensen import Mensen
from opgaven.domain.besluitenlijst import besluitenlijst_vaststellen
from opgaven.domain.escalatie import escalatie_melden, escalatie_opschalen
from opgaven.domain.idee import idee_beantwoorden, idee_indienen
from opgaven.domain.knelpunt import (
    knelpunt_aanpak_vaststellen,
    knelpunt_melden,
    knelpunt_oplossen,
)
from opgaven.domain.penc import momentopname_bevriezen, penc_moment_vastleggen
from opgaven.domain.sturing import kader_vastleggen, verantwoording_afleggen
from opgaven.models import Opdracht
from opgaven.queries import odomein_van
from pdomein.models import Competentie, Medewerker, Professie, ProfessioneelDomein
from register.domain.aandacht import aandacht_melden
from register.enums import RolCode
from register.models import Roltoewijzing
from register.queries.gremium import leden_van_gremium

DILEMMA = "Twee opdrachten vragen dezelfde ecologen"
VERSLAG = (
    "Opening. De agenda is vastgesteld.\n\n{punten}\n\nRondvraag. Er zijn geen vragen meer. De "
    "voorzitter sluit de vergadering."
)


class Beraden:
    """Everything happens by the people who may, on the days that fit."""

    def __init__(self, mensen: Mensen, tijd: Tijd, nu: datetime) -> None:
        self.mensen, self.tijd, self.nu = mensen, tijd, nu
        self.toen = om(tijd.voor(tijd.vandaag, 10), 14)
        self.straks = tijd.na(tijd.vandaag, 5)

    def vul(self) -> None:
        self.opdracht = self._eigen("aog", RolCode.AOG)
        for code in ("o-beraad", "p-beraad", "dt"):
            self._gehouden(code)
        self._dilemma()
        self._postvak()
        self._knelpunten()
        self._escalaties()
        self._ideeen()
        self._penc()
        self._afwijking()
        aandacht_melden(nu=self.nu)

    def _eigen(self, rol: str, code: str) -> Opdracht | None:
        rij = (
            Roltoewijzing.objects.nu_bekend().geldig_op(self.tijd.vandaag)
            .filter(medewerker=self.mensen.demo(rol), rol__code=code)
            .filter(opdracht__status="in_uitvoering")
            .select_related("opdracht__opgave", "opdracht__bovenliggende")
            .order_by("opdracht__code").first()
        )
        return rij.opdracht if rij else None

    def _voorzitter(self, beraad: Gremium, dag: date) -> Medewerker:
        return houdt(RolCode.VOORZITTER, beraad, dag)

    def _plan(self, beraad: Gremium, dag: date) -> Vergadering:
        bestaand = beraad.vergaderingen.filter(datum=dag).first()
        door = als(self._voorzitter(beraad, self.tijd.vandaag), self.nu)
        return bestaand or vergadering_plannen(gremium=beraad, datum=dag, door=door, nu=self.toen)

    def _gehouden(self, code: str) -> None:
        """A meeting of two weeks ago with who was there and adopted minutes."""
        beraad, dag = gremium(code), self.toen.date()
        vergadering = self._plan(beraad, dag)
        door = als(self._voorzitter(beraad, dag), self.toen)
        punt = punt_inbrengen(
            gremium=beraad, soort="overig", onderwerp="Jaarkalender en werkafspraken",
            toelichting="Hoe vaak vergaderen we, en wie bereidt wat voor?", door=door,
            nu=self.toen,
        )
        punt_agenderen(punt=punt, vergadering=vergadering, door=door, nu=self.toen)
        punt_afhandelen(
            punt=punt, uitkomst="Om de twee weken; de secretaris verzamelt de punten een week "
            "van tevoren.", door=door, nu=self.toen,
        )
        aanwezigheid_vastleggen(
            vergadering=vergadering, door=door, nu=self.toen,
            aanwezigen=[
                (lid.medewerker.gebruiker_id, lid.kant, lid.hoedanigheid)
                for lid in leden_van_gremium(beraad, dag) if lid.medewerker.gebruiker_id
            ],
        )
        tekst = VERSLAG.format(punten=f"{punt.onderwerp}: {punt_uitkomst(punt)}")
        verslag_opslaan(vergadering=vergadering, tekst=tekst, door=door, nu=self.toen)
        verslag_vaststellen(vergadering=vergadering, door=door, nu=self.toen)

    def _dilemma(self) -> None:
        """From the O-beraad to the DT, each with its advice; the DT decides (R222)."""
        o_beraad, pb, dt = gremium("o-beraad"), gremium("programmeerberaad"), gremium("dt")
        dag = self.toen.date()
        punt = punt_inbrengen(
            gremium=o_beraad, soort="dilemma", onderwerp=DILEMMA,
            toelichting="Er zijn twee ecologen vrij en er is werk voor vier. Welke opdracht gaat "
            "voor?", door=als(self._voorzitter(o_beraad, dag), self.toen), nu=self.toen,
        )
        for van, naar, advies in (
            (o_beraad, pb, "Geef voorrang aan de opdracht met een wettelijke termijn."),
            (pb, dt, "Volg het Opgavenberaad, en huur voor de andere opdracht tijdelijk in."),
        ):
            punt = punt_doorgeleiden(
                punt=punt, naar=naar, advies=advies, nu=self.toen,
                door=als(self._voorzitter(van, dag), self.toen),
            )
        voorzitter = als(self._voorzitter(dt, dag), self.toen)
        advies_geven(
            soort="business_control", punt=punt, nu=self.toen, namens="Business control",
            tekst="Tijdelijke inhuur past binnen het personeelsbudget tot het einde van het jaar.",
            door=als(self.mensen.demo("toetser"), self.toen),
        )
        vergadering = self._plan(dt, self.tijd.voor(self.tijd.vandaag, 5))
        later = om(vergadering.datum, 15)
        punt_agenderen(punt=punt, vergadering=vergadering, door=voorzitter, nu=self.toen)
        besluit = punt_besluiten(
            punt=punt, tekst="De opdracht met de wettelijke termijn gaat voor. Voor de andere "
            "opdracht wordt niet ingehuurd; die begint een kwartaal later.",
            motivering="Er is ook in het volgende kwartaal nog tijd.", door=voorzitter, nu=later,
        )
        for advies in besluit.adviezen.order_by("pk"):
            gevolgd = "huur" not in advies.tekst
            advies_wegen(
                advies=advies, weging="gevolgd" if gevolgd else "afgeweken", door=voorzitter,
                motivering="Een wettelijke termijn gaat voor." if gevolgd else
                "Inhuur is niet nodig als de opdracht een kwartaal later begint.", nu=later,
            )
        besluitenlijst_vaststellen(
            besluitenlijst=besluit.besluitenlijst, door=voorzitter, nu=later
        )

    def _postvak(self) -> None:
        """Points that wait, some on the agenda of the next meeting."""
        dd = als(self.mensen.demo("domeindirecteur"), self.nu)
        dmo = als(self.mensen.demo("directeur-mo"), self.nu)
        pmanager = als(self.mensen.demo("pmanager"), self.nu)
        domein = ProfessioneelDomein.objects.order_by("volgorde").first()
        for code, door, soort, onderwerp, vraag in (
            ("o-beraad", dd, "prioriteit", "Prioriteiten voor het najaar",
             "Welke opdrachten krijgen voorrang als er minder capaciteit is?"),
            ("o-beraad", dd, "dilemma", "Samenloop van twee gebiedsprocessen",
             "Wie is het aanspreekpunt voor de gemeenten?"),
            ("p-beraad", dmo, "teams", "Jaarlijkse lijst van P-teams",
             "Welke teams worden gesplitst of samengevoegd?"),
            ("p-beraad", pmanager, "matching", "Trends uit de matchtafel",
             "Wat valt op in wat niet vervuld raakt?"),
            ("programmeerberaad", dmo, "opdrachtvoorstel", "Leerlijn opdrachtgeverschap",
             "Programmeren als opdracht voor organisatieontwikkeling?"),
            (f"p-overleg-{domein.code}", pmanager, "ontwikkeling", "Intervisie tussen de teams",
             "Hoe vaak, en wie begint?"),
        ):
            punt = punt_inbrengen(
                gremium=gremium(code), soort=soort, onderwerp=onderwerp, toelichting=vraag,
                door=door, nu=self.nu,
            )
            if soort in ("prioriteit", "teams", "opdrachtvoorstel"):
                self._op_agenda(punt)
        advies_geven(
            soort="concerncontroller", punt=Beraadspunt.objects.get(
                onderwerp="Prioriteiten voor het najaar"
            ), tekst="Neem de wettelijke taken als eerste op.", namens="Concerncontroller",
            door=als(self.mensen.demo("concerncontroller"), self.nu), nu=self.nu,
        )

    def _op_agenda(self, punt: Beraadspunt) -> None:
        beraad = punt.gremium
        punt_agenderen(
            punt=punt, vergadering=self._plan(beraad, self.straks), nu=self.nu,
            door=als(self._voorzitter(beraad, self.tijd.vandaag), self.nu),
        )

    def _knelpunten(self) -> None:
        recruiter = als(self.mensen.demo("recruiter"), self.nu)
        voorzitter = als(self.mensen.demo("voorzitter-programmeerberaad"), self.nu)
        professies = list(Professie.objects.order_by("naam")[:3])
        rijen = [
            knelpunt_melden(
                titel=titel, omschrijving=tekst, bron=bron, fte=Decimal(fte), professie=professie,
                competentie=Competentie.objects.order_by("naam").first(), door=recruiter,
                nu=self.toen,
            )
            for professie, (titel, tekst, bron, fte) in zip(professies, (
                ("Te weinig projectleiders voor water",
                 "Drie opdrachten wachten al weken op een projectleider.", "matchtafel", "2.50"),
                ("Kennis van bodemdaling gaat met pensioen",
                 "Binnen een jaar vertrekken twee van de drie deskundigen.", "personeelsplan",
                 "1.80"),
                ("Geen adviseur voor ruimtelijk ontwerp",
                 "De matchtafel vond twee keer niemand.", "matchtafel", "0.80"),
            ), strict=False)
        ]
        for knelpunt in rijen[1:]:
            knelpunt_aanpak_vaststellen(
                knelpunt=knelpunt, aanpak="Een trainee opleiden en tot die tijd lenen van een "
                "gemeente.", eigenaar=self.mensen.demo("pmanager"),
                klaar_voor=self.tijd.na(self.tijd.vandaag, 40), door=voorzitter, nu=self.toen,
            )
        if len(rijen) == 3:
            knelpunt_oplossen(
                knelpunt=rijen[2], uitkomst="Ingeleend bij een buurprovincie tot het voorjaar.",
                door=voorzitter, nu=self.nu,
            )

    def _escalaties(self) -> None:
        """One of the AON with the AOG, one of the AOG with the domeindirecteur."""
        eigen = self._eigen("aon", RolCode.AON)
        if eigen is not None:
            escalatie_melden(
                opdracht=eigen, onderwerp="De planning is niet haalbaar",
                omschrijving="Een mijlpaal schuift twee maanden. Wat laten we vallen?",
                door=als(self.mensen.demo("aon"), self.nu), nu=self.nu,
            )
        if self.opdracht is None:
            return
        aog = als(self.mensen.demo("aog"), self.nu)
        escalatie = escalatie_melden(
            opdracht=self.opdracht, onderwerp="Twee opdrachten claimen dezelfde oever",
            omschrijving="Wij komen er met de andere AOG niet uit.", buiten_scope=True, door=aog,
            nu=self.nu,
        )
        odomein = odomein_van(self.opdracht.opgave, self.tijd.vandaag)
        if odomein is not None and self.opdracht.code.endswith("2"):
            dd = houdt(RolCode.DOMEINDIRECTEUR, odomein, self.tijd.vandaag)
            escalatie_opschalen(
                escalatie=escalatie, reden="Het raakt ook een ander O-domein.",
                door=als(dd, self.nu), nu=self.nu,
            )
        verantwoording_afleggen(
            opdracht=self.opdracht, door=aog, nu=self.nu,
            tekst="De verkenning is klaar en met de gemeenten besproken. Het budget is voor een "
            "derde besteed. Aandacht vraagt de vergunning.",
        )
        self._gs(self.opdracht)

    def _gs(self, opdracht: Opdracht) -> None:
        gs = gremium("gs")
        voorzitter = als(self._voorzitter(gs, self.tijd.vandaag), self.toen)
        besluit = besluit_nemen(
            soort=BesluitSoort.OVERIG, onderwerp=f"Prioriteit van {opdracht.naam}"[:250],
            tekst=f"De opdracht “{opdracht.naam}” krijgt de hoogste prioriteit.", gremium=gs,
            hoedanigheid="Gedeputeerde Staten", besluitdatum=self.toen.date(), door=voorzitter,
            nu=self.toen,
        )
        kader_vastleggen(
            opdracht=opdracht, onderwerp="prioriteit", waarde=Decimal(1), besluit=besluit,
            door=als(self.mensen.demo("registerbeheerder"), self.nu), nu=self.nu,
        )

    def _ideeen(self) -> None:
        collega = als(self.mensen.demo("medewerker"), self.toen)
        dd = self.mensen.demo("domeindirecteur")
        rol = (
            Roltoewijzing.objects.nu_bekend().geldig_op(self.tijd.vandaag)
            .filter(medewerker=dd, rol__code=RolCode.DOMEINDIRECTEUR)
            .select_related("odomein").first()
        )
        nee = idee_indienen(
            titel="Vergaderzalen delen met gemeenten", odomein=rol.odomein, door=collega,
            voorstel="Onze zalen staan vaak leeg. Gemeenten zoeken ruimte.", nu=self.toen,
        )
        idee_beantwoorden(
            idee=nee, aannemen=False, door=als(dd, self.nu), nu=self.nu,
            antwoord="Dit loopt al bij facilitair. Sluit daar gerust bij aan.",
        )
        idee_indienen(
            titel="Een kaart van alle gebiedsprocessen", odomein=rol.odomein, door=collega,
            voorstel="Collega's weten niet van elkaar wie waar met bewoners praat. Eén kaart "
            "voorkomt dubbel werk.", nu=self.nu,
        )

    def _penc(self) -> None:
        """Three moments around today; the figures of the one that has passed are frozen."""
        jaar, dag = self.tijd.vandaag.year, self.tijd.vandaag
        toetser = als(self.mensen.demo("toetser"), self.nu)
        for soort, afstand in (("voorjaarsnota", -90), ("najaarsnota", 0), ("begroting", 60)):
            peil = self.tijd.werkdag(dag + timedelta(days=afstand))
            moment = penc_moment_vastleggen(
                soort=soort, begrotingsjaar=jaar, peildatum=peil,
                naar_gs=self.tijd.na(peil, 10), naar_ps=self.tijd.na(peil, 30), door=toetser,
                nu=self.nu,
            )
            if afstand < 0:
                momentopname_bevriezen(moment=moment, door=toetser, nu=self.nu)

    def _afwijking(self) -> None:
        afwijking_vastleggen(
            regel="ontwikkeltijd", waarover="P-team in een drukke maand",
            reden="Door de verkiezingen is er een maand minder ontwikkeltijd. Die komt daarna "
            "terug.", herziening_op=self.tijd.na(self.tijd.vandaag, 15), nu=self.nu,
            door=als(self.mensen.demo("pmanager"), self.nu),
        )


def punt_uitkomst(punt: Beraadspunt) -> str:
    return Beraadspunt.objects.values_list("uitkomst", flat=True).get(pk=punt.pk)


def beraden_vullen(mensen: Mensen, tijd: Tijd, nu: datetime) -> None:
    Beraden(mensen, tijd, nu).vul()
