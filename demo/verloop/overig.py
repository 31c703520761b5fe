"""What else happens in a year: teamplans, deviations, milestones, a late entry, work that ends."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from config.kern.actor import Actor
from config.kern.domain.besluit import besluit_nemen
from config.kern.enums import BesluitSoort
from demo.maken import Provincie
from demo.verloop import zinnen
from demo.verloop.klokwerk import Klokwerk, Verhaal, als, gremium, houdt, om
from demo.verloop.mensen import Mensen, leider
from opgaven.domain.werk import mijlpaal_halen, mijlpaal_toevoegen, risico_toevoegen
from opgaven.models import Opdracht
from pdomein.domain.pteam import teamplan_onderdeel_opslaan
from pdomein.domain.teamgrootte import pteam_afwijking_besluiten
from pdomein.models import PTeam
from pdomein.queries import leden_van
from register.domain.inzet import inzet_beeindigen
from register.domain.mandaat import ondermandaat_verlenen
from register.domain.roltoewijzing import rol_beeindigen, rol_corrigeren, rol_toewijzen
from register.domain.waarneming import waarneming_vastleggen
from register.enums import RolCode
from register.models import Inzet, Roltoewijzing
from register.queries import houder, vrije_capaciteit_van


class Overig:
    def __init__(self, werk: Klokwerk, mensen: Mensen, provincie: Provincie) -> None:
        self.werk, self.mensen, self.tijd = werk, mensen, werk.tijd
        self.provincie, self.dobbel = provincie, werk.dobbel
        self.klein = provincie.omvang.naam == "klein"

    def plan(self) -> None:
        dag = self.tijd.werkdag(self.tijd.start + timedelta(days=21))
        for verhaal in (self.teamplannen(dag), self.groottes(dag), self.voortgang(dag)):
            self.werk.begin(verhaal, om(dag, 10))
        recent = self.tijd.voor(self.tijd.vandaag, 8)
        for verhaal in (self.vrijval(recent), self.te_laat(recent), self.correctie(recent),
                        self.mandaat(recent)):
            self.werk.begin(verhaal, om(recent, 9))

    def teamplannen(self, dag: date) -> Verhaal:
        """Four in ten teams have a teamplan; the demo P-manager's teams have one too (R134)."""
        nu = yield om(dag, 10)
        eigen = self.mensen.demo("pmanager").pk
        for team in PTeam.objects.exclude(professie__code="personeelsmanagement").order_by("code"):
            baas = leider(team, dag)
            if baas.pk != eigen and self.dobbel.random() > (0.3 if not self.klein else 0.2):
                continue
            door = als(baas, nu)
            for nummer, tekst in enumerate(zinnen.TEAMPLAN, start=1):
                teamplan_onderdeel_opslaan(
                    pteam=team, nummer=nummer, tekst=tekst, door=door, nu=nu,
                    zichtbaar_voor="team" if nummer in (5, 6) else "iedereen",
                )

    def groottes(self, dag: date) -> Verhaal:
        """Some teams of another size are explained by the P-beraad, some are not (R124, R125)."""
        nu = yield om(dag, 14)
        voorzitter = houdt(RolCode.VOORZITTER, gremium("p-beraad"), dag)
        door, teller = als(voorzitter, nu), 0
        for team in PTeam.objects.order_by("code"):
            aantal = leden_van(team, dag).count()
            if 8 <= aantal <= 15 or leider(team, dag) == voorzitter:
                continue
            teller += 1
            if teller % 2:
                pteam_afwijking_besluiten(
                    pteam=team, door=door, nu=nu,
                    reden=f"Het team telt {aantal} mensen en groeit dit jaar naar de norm; "
                    "splitsen of samenvoegen zou het werk nu verstoren.",
                    herziening_op=self.tijd.vandaag + timedelta(days=self.dobbel.choice((40, 160))),
                )

    def voortgang(self, dag: date) -> Verhaal:
        """Milestones and risks of running work, kept by the AOG."""
        nu = yield om(dag, 15)
        rijen = list(
            Roltoewijzing.objects.nu_bekend().geldig_op(dag)
            .filter(rol__code=RolCode.AOG, opdracht__status="in_uitvoering")
            .select_related("opdracht__opgave", "medewerker__gebruiker").order_by("opdracht__code")
        )
        demo = self.mensen.demo("aog").pk
        eigen = [r for r in rijen if r.medewerker_id == demo]
        ander = [r for r in rijen if r.medewerker_id != demo]
        gekozen = eigen + self.dobbel.sample(ander, min(len(ander), 5 if self.klein else 40))
        for rij in gekozen:
            door = als(rij.medewerker, nu)
            self._mijlpalen(rij.opdracht, dag, door, nu)
            for omschrijving, kans, gevolg, maatregel, wie in self.dobbel.sample(zinnen.RISICOS, 2):
                risico_toevoegen(
                    opdracht=rij.opdracht, omschrijving=omschrijving, kans=kans, gevolg=gevolg,
                    maatregel=maatregel, eigenaar=wie, door=door, nu=nu,
                )

    def _mijlpalen(self, opdracht: Opdracht, dag: date, door, nu) -> None:
        for n, naam in enumerate(zinnen.MIJLPALEN):
            datum = dag + timedelta(days=n * self.dobbel.randint(90, 150) - 20)
            mijlpaal = mijlpaal_toevoegen(
                opdracht=opdracht, naam=naam, datum=datum, door=door, nu=nu
            )
            if n == 0:
                mijlpaal_halen(mijlpaal=mijlpaal, door=door, nu=nu)

    def vrijval(self, dag: date) -> Verhaal:
        """Inzet that ends before its time: two questions wait for the DD and the AOG (R233)."""
        nu = yield om(dag, 9, 30)
        beheerder = als(self.mensen.demo("registerbeheerder"), nu)
        werk = Roltoewijzing.objects.nu_bekend().geldig_op(dag).filter(
            rol__code=RolCode.AOG, medewerker=self.mensen.demo("aog")
        ).values("opdracht")
        rijen = (
            Inzet.objects.nu_bekend().geldig_op(dag)
            .filter(opdracht__in=werk, opdracht__label="dynamisch", teamrol="teamlid")
            .filter(einde_geldigheid__gt=dag + timedelta(days=90))
            .select_related("opdracht", "medewerker")
            .order_by("opdracht__code", "medewerker__personeelsnummer")[:2]
        )
        for inzet in rijen:
            besluit = besluit_nemen(
                soort=BesluitSoort.BEEINDIGING, onderwerp=f"Einde inzet op {inzet.opdracht}"[:250],
                tekst="De inzet eindigt eerder, in overleg met medewerker, P-manager en AOG.",
                hoedanigheid="P-manager", besluitdatum=dag, door=beheerder, nu=nu,
            )
            inzet_beeindigen(
                inzet=inzet, per=self.tijd.vandaag + timedelta(days=14), besluit=besluit,
                reden="Overstap naar een andere opdracht", door=beheerder, nu=nu,
            )

    def te_laat(self, dag: date) -> Verhaal:
        """A new AON decided three weeks before it came into the register (R190, E22)."""
        nu = yield om(dag, 11)
        beheerder = als(self.mensen.demo("registerbeheerder"), nu)
        besloten = self.tijd.voor(dag, 14)
        for rij in self._aons(dag)[:1]:
            kan = [
                m for m in self.mensen.kring(dag, professie="projectmanagement")
                if m.pk != rij.medewerker_id
            ]
            ruimte = vrije_capaciteit_van([m.pk for m in kan], dag, None)
            ander = max(kan, key=lambda m: (ruimte[m.pk], m.personeelsnummer))
            besluit = besluit_nemen(
                soort=BesluitSoort.AANWIJZING, onderwerp=f"Nieuwe AON {rij.opdracht}"[:250],
                tekst=f"{ander.naam} volgt {rij.medewerker.naam} op als AON.",
                hoedanigheid="Directeur Mens en Organisatie", besluitdatum=besloten,
                door=beheerder, nu=nu,
            )
            rol_beeindigen(
                toewijzing=rij, per=besloten, besluit=besluit, door=beheerder, nu=nu,
                reden="Opgevolgd door een collega",
            )
            rol_toewijzen(
                rol_code=RolCode.AON, medewerker=ander, op=rij.opdracht, begin=besloten,
                besluit=besluit, door=beheerder, nu=nu,
            )

    def correctie(self, dag: date) -> Verhaal:
        """A wrong begin date put right; both versions stay readable (R196)."""
        nu = yield om(dag, 13)
        beheerder = als(self.mensen.demo("registerbeheerder"), nu)
        for rij in self._aons(dag)[2:3]:
            besluit = besluit_nemen(
                soort=BesluitSoort.CORRECTIE, onderwerp=f"Correctie AON {rij.opdracht}"[:250],
                tekst="De begindatum was een week te vroeg vermeld.",
                hoedanigheid="Registerbeheer namens het Opgavenberaad", besluitdatum=dag,
                door=beheerder, nu=nu,
            )
            rol_corrigeren(
                toewijzing=rij, begin=rij.begin_geldigheid + timedelta(days=7),
                einde=rij.einde_geldigheid, besluit=besluit,
                reden="Begindatum verkeerd overgenomen", door=beheerder, nu=nu,
            )

    def mandaat(self, dag: date) -> Verhaal:
        """The demo AOG is away for three weeks and passes one power on (R076, R199)."""
        nu = yield om(dag, 14)
        beheerder, aog = als(self.mensen.demo("registerbeheerder"), nu), self.mensen.demo("aog")
        eigen = list(
            Roltoewijzing.objects.nu_bekend().geldig_op(dag)
            .filter(rol__code=RolCode.AOG, medewerker=aog, einde_geldigheid=None)
            .select_related("opdracht").order_by("opdracht__code")
        )
        for rij in eigen[:1]:
            self._waarneming(rij, dag, beheerder, nu)
        for rij in eigen:
            aon = houder(RolCode.AON, rij.opdracht, dag)
            if aon is not None and aon.medewerker_id != aog.pk:
                ondermandaat_verlenen(
                    toewijzing=rij, medewerker=aon.medewerker, artikel="artikel 3.1",
                    limiet_euro=Decimal(40000), begin=dag, door=als(aog, nu), nu=nu,
                )
                return

    def _waarneming(self, rij: Roltoewijzing, dag: date, beheerder: Actor, nu: datetime) -> None:
        kan = [
            m for m in self.mensen.kring(dag, professie="opdrachtgeverschap")
            if m.pk != rij.medewerker_id and m.schaal and 13 <= m.schaal <= 15
            and m.uit_dienst is None
        ]
        if not kan:
            return
        besluit = besluit_nemen(
            soort=BesluitSoort.WAARNEMING, onderwerp=f"Waarneming AOG {rij.opdracht}"[:250],
            tekst=f"{kan[0].naam} neemt drie weken waar voor {rij.medewerker.naam}.",
            hoedanigheid="Directeur Mens en Organisatie", besluitdatum=dag, door=beheerder, nu=nu,
        )
        waarneming_vastleggen(
            toewijzing=rij, medewerker=kan[0], begin=dag, besluit=besluit,
            einde=self.tijd.vandaag + timedelta(days=14), uitzondering="Vakantie",
            door=beheerder, nu=nu,
        )

    @staticmethod
    def _aons(dag: date) -> list[Roltoewijzing]:
        return list(
            Roltoewijzing.objects.nu_bekend().geldig_op(dag)
            .filter(rol__code=RolCode.AON, opdracht__label="dynamisch", einde_geldigheid=None)
            .select_related("opdracht", "medewerker")
            .order_by("-opdracht__code")[:6]
        )
