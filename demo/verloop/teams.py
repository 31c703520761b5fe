"""The life of P-teams in the demo: the yearly list, plans that wait, vakgenootschappen, cirkels."""

from datetime import date, datetime, timedelta

from config.kern.actor import Actor
from config.kern.werkdagen import lokale_dag
from demo.verloop.klokwerk import als, gremium, houdt
from demo.verloop.mensen import Mensen
from pdomein import queries
from pdomein.domain.ordening import pteam_kenmerken_vastleggen
from pdomein.domain.pmanager import pmanager_aanstellen
from pdomein.domain.pteam import pteam_oprichten
from pdomein.domain.pteamlijst import (
    pteamlijst_openen,
    pteamlijst_overleg_vastleggen,
    pteamlijst_regel_beoordelen,
    pteamlijst_regel_evalueren,
    pteamlijst_vaststellen,
)
from pdomein.domain.teamgrootte import afwijkingscriterium_toevoegen, span_afspraak_vastleggen
from pdomein.domain.teamwijziging import (
    teamwijziging_plannen,
    teamwijziging_starten,
    teamwijziging_verdelen,
)
from pdomein.domain.teamwijziging_besluit import (
    raadpleging_beantwoorden,
    teamwijziging_voorleggen,
)
from pdomein.domain.teamwijziging_uitvoeren import teamwijzigingen_verwerken
from pdomein.domain.vakcirkel import (
    professie_voorstellen,
    professievoorstel_besluiten,
    vakcirkel_activeren,
    vakcirkel_bespreken,
    vakcirkel_deelname_afstemmen,
    vakcirkel_plan_opslaan,
    vakcirkel_starten,
)
from pdomein.domain.vakgenootschap import (
    afgevaardigde_aanwijzen,
    vakgenootschap_deelnemer_vastleggen,
    vakgenootschap_oprichten,
    vaknorm_vaststellen,
)
from pdomein.models import (
    Medewerker,
    ProfessioneelDomein,
    PTeam,
    PTeamLijst,
    Teamwijziging,
    Vakgenootschap,
)
from pdomein.teamwijziging import Doel
from register.enums import RolCode

CRITERIA = (
    ("Schaars vak", "Er zijn te weinig mensen met dit vak voor een groter team."),
    ("Tijdelijke groei", "Het team groeit of krimpt binnen een jaar naar de norm."),
    ("Vaste ploegen", "Het werk gaat in ploegen die bij elkaar horen."),
)
NORM = """Wij delen wat we weten en vragen elkaar om hulp.
Ieder van ons heeft elk jaar een gesprek met een vakgenoot over het eigen werk.
Wij houden ons aan de gedragscode van ons vak en zeggen het als dat niet lukt."""
PLAN = """Elke maand een bijeenkomst van twee uur, steeds bij een ander team.
In het voorjaar volgen we samen een training.
Wat we leren, zetten we op het intranet en vertellen we in onze teams."""


class Teams:
    """Done by the people who may, at a moment a few weeks ago or just now."""

    def __init__(self, mensen: Mensen, nu: datetime) -> None:
        self.mensen, self.nu = mensen, nu
        self.dag = lokale_dag(nu)
        self.eigen = mensen.demo("pmanager")
        self.vakteams = list(
            PTeam.objects.geldig_op(self.dag).exclude(professie__code="personeelsmanagement")
            .select_related("domein", "professie").order_by("code")
        )
        self.leiders = queries.pmanagers_per_team([t.pk for t in self.vakteams], self.dag)
        self.anders = [
            t for t in self.vakteams if t.pk in self.leiders and self.leiders[t.pk] != self.eigen
        ]

    def vul(self) -> None:
        self.criteria()
        self.lijsten()
        self.kenmerken()
        self.spans()
        self.overstappen()
        self.plannen()
        self.vakgenootschappen()
        self.cirkels()

    def _als(self, wie: Medewerker, nu: datetime | None = None) -> Actor:
        return als(Medewerker.objects.select_related("gebruiker").get(pk=wie.pk), nu or self.nu)

    def _beraad(self, nu: datetime | None = None) -> Actor:
        nu = nu or self.nu
        return self._als(houdt(RolCode.VOORZITTER, gremium("p-beraad"), lokale_dag(nu)), nu)

    def _directeur(self, domein: ProfessioneelDomein) -> Actor:
        return self._als(houdt(RolCode.DIRECTEUR_MO, domein, self.dag))

    def criteria(self) -> None:
        door = self._beraad()
        for naam, toelichting in CRITERIA:
            afwijkingscriterium_toevoegen(
                naam=naam, toelichting=toelichting, door=door, nu=self.nu
            )

    def lijsten(self) -> None:
        """This year's list is adopted; next year's is being made (R164, R165)."""
        toen = self.nu - timedelta(days=330)
        lijst = pteamlijst_openen(
            jaar=self.dag.year, uiterlijk_op=lokale_dag(toen), door=self._beraad(toen), nu=toen
        )
        self._beoordeel(lijst, len(self.vakteams) * 2, toen)
        pteamlijst_overleg_vastleggen(
            lijst=lijst, deelnemers="De domeindirecteuren, de P-managers en adviseurs van P&O",
            conclusies="De teams passen bij het werk. Volgend jaar kijken we naar kleine teams.",
            door=self._beraad(toen), nu=toen,
        )
        pteamlijst_vaststellen(lijst=lijst, door=self._beraad(toen), nu=toen)
        straks = pteamlijst_openen(
            jaar=self.dag.year + 1, uiterlijk_op=self.dag + timedelta(days=40),
            door=self._beraad(), nu=self.nu,
        )
        self._beoordeel(straks, len(self.vakteams) // 3, self.nu)
        for regel in straks.regels.filter(
            pteam__in=queries.pteams_van_pmanager(self.eigen, self.dag)
        ).select_related("pteam__domein", "lijst"):
            pteamlijst_regel_evalueren(
                regel=regel, door=self._als(self.eigen), nu=self.nu,
                evaluatie="Het team is op sterkte. Er gaan binnen twee jaar drie mensen weg.",
            )

    def _beoordeel(self, lijst: PTeamLijst, aantal: int, nu: datetime) -> None:
        door = self._beraad(nu)
        regels = queries.lijstregels(lijst).select_related("lijst", "domein")
        for n, regel in enumerate(regels[:aantal]):
            wijzigen = lijst.jaar > self.dag.year and n % 7 == 3
            pteamlijst_regel_beoordelen(
                regel=regel, oordeel="wijzigen" if wijzigen else "behouden", door=door, nu=nu,
                toelichting="Samen met een ander team wordt dit sterker." if wijzigen else "",
                uiterlijk_op=self.dag + timedelta(days=200) if wijzigen else None,
            )

    def kenmerken(self) -> None:
        """Teams outside the domain of support that keep a link with it (R178)."""
        kan = [t for t in self.vakteams if t.domein.code != "ondersteuning"]
        for team in kan[::9][:6]:
            pteam_kenmerken_vastleggen(
                pteam=team, kenmerken=["bedrijfsvoering"], door=self._directeur(team.domein),
                nu=self.nu,
            )

    def spans(self) -> None:
        """One P-manager with too many people has an agreement (R159)."""
        boven = [r for r in queries.spans(self.dag) if r.span.is_boven]
        for rij in boven[:1]:
            door = self._directeur(rij.teams[0].domein)
            if door.medewerker_id != rij.pmanager.pk:
                span_afspraak_vastleggen(
                    pmanager=rij.pmanager, door=door, nu=self.nu,
                    reden="Een collega neemt dit jaar een deel van de gesprekken over.",
                    herziening_op=self.dag + timedelta(days=150),
                )

    def overstappen(self) -> None:
        """Somebody moved last month; somebody else will, next month (R172)."""
        van, naar = self.anders[0], self.anders[-1]
        toen = self.nu - timedelta(days=40)
        gedaan = self._overstap(van, naar, toen, lokale_dag(toen) + timedelta(days=10))
        teamwijzigingen_verwerken(nu=self.nu - timedelta(days=29))
        gedaan.refresh_from_db()
        self._overstap(naar, van, self.nu, self.dag + timedelta(days=30), nummer=1)

    def _overstap(
        self, van: PTeam, naar: PTeam, nu: datetime, per: date, nummer: int = 0
    ) -> Teamwijziging:
        wie = list(
            queries.leden_van(van, self.dag).filter(uit_dienst=None, in_dienst__year__lt=per.year)
            .order_by("personeelsnummer")
        )[nummer]
        zelf = self._als(wie, nu)
        een = teamwijziging_starten(
            soort="overstappen", medewerker=wie, initiatief="medewerker", door=zelf, nu=nu
        )
        een = teamwijziging_plannen(
            wijziging=een, ingangsdatum=per, doelen=[Doel(naar)], door=zelf, nu=nu,
            reden="Mijn werk past beter bij dit team",
        )
        een = teamwijziging_voorleggen(wijziging=een, door=zelf, nu=nu)
        for rij in een.raadplegingen.select_related("medewerker"):
            raadpleging_beantwoorden(
                raadpleging=rij, antwoord="eens", door=self._als(rij.medewerker, nu), nu=nu
            )
        return een

    def plannen(self) -> None:
        """The demo P-manager has a draft; a merge waits for the P-beraad (R167, R168)."""
        mijn = queries.pteams_van_pmanager(self.eigen, self.dag).first()
        ik = self._als(self.eigen)
        concept = teamwijziging_starten(soort="splitsen", pteams=[mijn], door=ik, nu=self.nu)
        concept = teamwijziging_plannen(
            wijziging=concept, ingangsdatum=self.dag + timedelta(days=120), grond="specialisatie",
            reden="Er zijn twee groepen met elk een eigen specialisatie ontstaan",
            doelen=[Doel(mijn), Doel(naam=f"{mijn.naam[:100]} 2", pmanager=self.eigen)],
            door=ik, nu=self.nu,
        )
        leden = list(queries.leden_van(mijn, self.dag))
        teamwijziging_verdelen(
            wijziging=concept, door=ik, nu=self.nu,
            verdeling=dict.fromkeys(leden[: len(leden) // 2], concept.doelteams[1]),
        )
        paren = [
            (a, b) for a, b in zip(self.anders[1:], self.anders[2:], strict=False)
            if a.domein_id == b.domein_id
        ]
        paren.sort(key=lambda paar: paar[0].professie_id != paar[1].professie_id)
        for team, ander in paren[:1]:
            self._samenvoegen(team, ander)

    def _samenvoegen(self, team: PTeam, ander: PTeam) -> None:
        baas = self._als(self.leiders[team.pk])
        een = teamwijziging_starten(
            soort="samenvoegen", pteams=[team, ander], door=baas, nu=self.nu
        )
        een = teamwijziging_plannen(
            wijziging=een, ingangsdatum=self.dag + timedelta(days=60), doelen=[Doel(team)],
            reden="Samen kunnen we elkaar beter vervangen", door=baas, nu=self.nu,
        )
        een = teamwijziging_voorleggen(wijziging=een, door=baas, nu=self.nu)
        for rij in een.raadplegingen.filter(antwoord="open").select_related(
            "medewerker", "domein"
        ):
            wie = self._directeur(rij.domein) if rij.domein else self._als(rij.medewerker)
            raadpleging_beantwoorden(raadpleging=rij, antwoord="eens", door=wie, nu=self.nu)

    def vakgenootschappen(self) -> None:
        """Most professies with more teams have one; in some a delegate is missing (R149-R152)."""
        if not queries.vakken_zonder_vakgenootschap(self.dag):
            self._tweede_team()
        for n, (vak, teams) in enumerate(queries.vakken_zonder_vakgenootschap(self.dag)[:6]):
            leiders = queries.pmanagers_per_team([t.pk for t in teams], self.dag)
            door = self._als(leiders[teams[0].pk])
            een = vakgenootschap_oprichten(
                naam=f"Vakgenootschap {vak.naam.lower()}"[:120], professie=vak, pteams=teams,
                door=door, nu=self.nu,
            )
            vaknorm_vaststellen(
                vakgenootschap=een, tekst=NORM, versie=0, door=door, nu=self.nu
            )
            for team in teams[: len(teams) - n % 2]:
                for lid in queries.leden_van(team, self.dag)[:1]:
                    afgevaardigde_aanwijzen(
                        vakgenootschap=een, pteam=team, medewerker=lid, nu=self.nu,
                        door=self._als(leiders[team.pk]),
                    )
            self._deelnemer(een, n)

    def _deelnemer(self, een: Vakgenootschap, n: int) -> None:
        elders = [t for t in self.anders if t.professie_id != een.professie_id]
        team = elders[n % len(elders)]
        for lid in queries.leden_van(team, self.dag)[2:3]:
            vakgenootschap_deelnemer_vastleggen(
                vakgenootschap=een, medewerker=lid, pct=20, nu=self.nu,
                door=self._als(self.leiders[team.pk]),
            )

    def _tweede_team(self) -> None:
        """A small province has one team of each professie: found a second (R129)."""
        bron = self.anders[0]
        door = self._directeur(bron.domein)
        nieuw = pteam_oprichten(
            code=f"{bron.code[:44]}-2", naam=f"{bron.naam[:100]} noord", begin=self.dag,
            professie=bron.professie, domein=bron.domein, cluster=bron.cluster, door=door,
            nu=self.nu,
        )
        pmanager_aanstellen(
            pteam=nieuw, medewerker=self.leiders[bron.pk], begin=self.dag, door=door, nu=self.nu,
            pct=queries.pmanagement_pct(self.leiders[bron.pk], self.dag) or 25,
        )

    def cirkels(self) -> None:
        """A vakcirkel that runs, one that starts, a proposal that waits and one refused."""
        wie = [queries.leden_van(t, self.dag)[3] for t in self.anders[:5]]
        zelf = self._als(wie[0])
        directeur = self._directeur(self.anders[0].domein)
        cirkel = vakcirkel_starten(
            naam="Gebiedsgericht werken", collegas=wie[1:4], door=zelf, nu=self.nu,
            doel="Leren van elkaars aanpak in gebieden waar veel opgaven samenkomen.",
        )
        vakcirkel_bespreken(vakcirkel=cirkel, door=directeur, nu=self.nu)
        for rij in queries.deelnemers_van_cirkel(cirkel)[:3]:
            baas = queries.pmanager_van(rij.medewerker, self.dag)
            vakcirkel_deelname_afstemmen(deelnemer=rij, door=self._als(baas), nu=self.nu)
        vakcirkel_activeren(vakcirkel=cirkel, door=zelf, nu=self.nu)
        vakcirkel_plan_opslaan(vakcirkel=cirkel, plan=PLAN, door=zelf, nu=self.nu)
        self._voorstellen(wie, zelf)

    def _voorstellen(self, wie: list[Medewerker], zelf: Actor) -> None:
        domein = self.anders[0].domein
        for naam, waarom in (
            ("Data-ethiek", "Steeds meer besluiten leunen op data. Wij willen dat goed doen."),
            ("Klimaatadaptatie", "Bij bijna elke opgave komt deze kennis terug."),
        ):
            voorstel = professie_voorstellen(
                naam=naam, waarom=waarom, domein=domein, collegas=wie[1:5], door=zelf, nu=self.nu
            )
            if naam == "Data-ethiek":
                afgewezen = professievoorstel_besluiten(
                    voorstel=voorstel, is_akkoord=False, door=self._beraad(), nu=self.nu,
                    motivering="Voor een eigen team zijn er nu te weinig mensen.",
                )
                vakcirkel_starten(
                    naam=naam, doel=waarom, voorstel=afgewezen, door=zelf, nu=self.nu
                )
