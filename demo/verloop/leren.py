"""Learning, the norm, adopted teamplans, what teams plan, and what people share (EISEN 1.8)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from config.kern.werkdagen import lokale_dag
from demo.verloop.klokwerk import als
from demo.verloop.mensen import Mensen, leider
from pdomein.afspraak import Afspraak
from pdomein.domain import ontwikkeling, pppkring, teamplan
from pdomein.domain import ppp as pppdomein
from pdomein.domain.herinnering import ppps_herinneren
from pdomein.domain.pteam import teamplan_onderdeel_opslaan
from pdomein.domain.verzoek import rectificatie_verzoeken
from pdomein.enums import TeamplanDeel
from pdomein.models import (
    PPP,
    Leerthema,
    Medewerker,
    Professie,
    ProfessioneelDomein,
    PTeam,
    TeamplanOnderdeel,
)
from pdomein.queries import leden_van, pteam_van, pteams_van_pmanager
from pdomein.queries.ontwikkeling import basisonderdelen
from register.enums import RolCode
from register.queries import houder

NORMEN = (
    ("scholing", "Leergang leidinggeven afgerond", None),
    ("gesprekken", "Een goed gesprek met ieder teamlid", 2),
    ("intervisie", "Intervisie met andere P-managers", 4),
    ("coaching", "Eigen coaching of mentor", 1),
    ("dossier", "Afspraken binnen een week vastgelegd", None),
    ("leiderschap", "Ik geef richting en ruimte", None),
)
STANDEN = (("voldoet", None), ("bezig", 1), ("bezig", 3), ("nog_niet", 0), ("voldoet", None))
BASIS = (("Integer werken", "INT-01"), ("De basis van AI", "AI-01"))
# what, way, where, theme, hours
DOELEN = (
    ("Zelf een gebiedstafel voorzitten", "werkend", "eigen_team", "gespreksvaardigheden", 36),
    ("Meelopen met een ervaren projectleider", "feedback", "ander_team", "projectmanagement", 24),
    ("Een verdiepende leergang in mijn vak", "training", "extern", "ambtelijk-vakmanschap", 40),
    ("Mijn rapportages in één keer begrijpelijk schrijven", "werkend", "eigen_team",
     "lezen-en-schrijven", 20),
    ("Een collega inwerken en daar feedback op vragen", "feedback", "eigen_team", "talenten", 16),
    ("Een deel van een opdracht zelfstandig leiden", "werkend", "eigen_team",
     "persoonlijk-leiderschap", 60),
)
REGELRUIMTE = (
    "Het team beslist zelf over vakdagen, aanschaf van vakliteratuur en de verdeling van "
    "teamtaken. Voor een opleiding boven 1.500 euro beslist de P-manager."
)
ACTIVITEITEN = (
    ("Casus van de maand", "kennis", -20), ("Intervisie", "intervisie", -6),
    ("Opfrisdag nieuwe regels", "professionalisering", 9), ("Feedbackmoment", "feedback", 23),
)


def leren_vullen(mensen: Mensen, nu: datetime) -> None:
    """A few minutes of today for everybody who shows something in the demo."""
    baas, eigen = mensen.demo("pmanager"), mensen.demo("medewerker")
    dag = lokale_dag(nu)
    _norm_en_basis(baas, dag, nu)
    teams = list(pteams_van_pmanager(baas, dag).order_by("code"))
    thuis = pteam_van(eigen, dag)
    if thuis is not None and thuis not in teams:
        teams.append(thuis)
    for team in teams:
        _afspraken(team, dag, nu)
        _plan_vaststellen(team, dag, nu)
        _activiteiten(team, dag, nu)
    for team in _met_plan(teams)[:6]:
        _plan_vaststellen(team, dag, nu - timedelta(days=90))
    _bevestigen(nu)
    _aanbod(mensen, nu)
    _eigen(eigen, nu)
    ppps_herinneren(nu=nu - timedelta(days=30))


def _norm_en_basis(baas: Medewerker, dag: date, nu: datetime) -> None:
    domein = ProfessioneelDomein.objects.first()
    rij = houder(RolCode.DIRECTEUR_MO, domein, dag)
    if rij is None:
        return
    regie = als(Medewerker.objects.select_related("gebruiker").get(pk=rij.medewerker_id), nu)
    door = als(baas, nu)
    for teller, (rubriek, naam, minimum) in enumerate(NORMEN):
        norm = pppkring.norm_vastleggen(
            norm=None, naam=naam, rubriek=rubriek, minimum=minimum, door=regie, nu=nu
        )
        if teller < len(STANDEN):
            stand, aantal = STANDEN[teller]
            pppkring.normstand_vastleggen(
                medewerker=baas, norm=norm, stand=stand, aantal=aantal, door=door, nu=nu
            )
    for naam, code in BASIS:
        ontwikkeling.basisonderdeel_vastleggen(
            naam=naam, academie_code=code, thema=Leerthema.objects.filter(naam=naam).first(),
            door=regie, nu=nu,
        )


def _afspraken(team: PTeam, dag: date, nu: datetime) -> None:
    """Six in a team: most agreed, one done, one waiting for the P-manager."""
    baas, basis = als(leider(team, dag), nu), basisonderdelen(dag).first()
    for teller, lid in enumerate(list(leden_van(team, dag).select_related("gebruiker"))[:7]):
        doel, vorm, route, thema, uren = DOELEN[teller % len(DOELEN)]
        inhoud = Afspraak(
            doel=doel, vorm=vorm, route=route, thema=Leerthema.objects.filter(code=thema).first(),
            begin=dag.replace(month=1, day=10), klaar_op=dag.replace(month=12, day=15),
            uren=Decimal(uren), goede_gesprek_op=dag - timedelta(days=30),
        )
        door = als(lid, nu)
        if lid.pk == baas.medewerker_id:
            continue
        rij = ontwikkeling.ontwikkelafspraak_voorstellen(
            medewerker=lid, inhoud=inhoud, door=door, nu=nu - timedelta(days=20)
        )
        if teller == 5:
            continue
        ontwikkeling.ontwikkelafspraak_instemmen(
            afspraak=rij, door=baas, nu=nu - timedelta(days=18)
        )
        if teller == 2:
            ontwikkeling.opleidingsbudget_besluiten(
                afspraak=rij, budget=Decimal(950), door=baas, nu=nu - timedelta(days=18)
            )
        if teller == 3:
            ontwikkeling.ontwikkelafspraak_afsluiten(
                afspraak=rij, is_gedaan=True, door=door, nu=nu - timedelta(days=2),
                evaluatie="Mijn stukken gaan nu zonder tweede ronde naar het bestuur.",
            )
        if teller == 0 and basis is not None:
            verplicht = replace(
                inhoud, doel=basis.naam, vorm="training", route="opleiding", soort="verplicht",
                uren=Decimal(4), basisonderdeel=basis, thema=basis.thema,
                academie_code=basis.academie_code,
            )
            ontwikkeling.ontwikkelafspraak_voorstellen(
                medewerker=lid, inhoud=verplicht, door=door, nu=nu - timedelta(days=3)
            )


def _met_plan(zonder: list[PTeam]) -> list[PTeam]:
    geschreven = TeamplanOnderdeel.objects.filter(nummer=7).values("pteam")
    return list(PTeam.objects.filter(pk__in=geschreven).exclude(
        pk__in=[t.pk for t in zonder]
    ).order_by("code"))


def _plan_vaststellen(team: PTeam, dag: date, nu: datetime) -> None:
    """A member lays the plan before the team, the P-manager agrees."""
    baas = leider(team, dag)
    lid = leden_van(team, dag).exclude(pk=baas.pk).select_related("gebruiker").first()
    deel = team.teamplan.filter(nummer=TeamplanDeel.ORGANISATIE).first()
    if lid is None or deel is None or team.teamplan.exclude(tekst="").count() < 7:
        return
    door = als(lid, nu)
    teamplan_onderdeel_opslaan(
        pteam=team, nummer=deel.nummer, tekst=deel.tekst, zichtbaar_voor=deel.zichtbaar_voor,
        regelruimte=REGELRUIMTE, door=door, nu=nu,
    )
    versie = teamplan.teamplan_voorleggen(pteam=team, door=door, nu=nu)
    teamplan.teamplan_instemmen(versie=versie, door=als(baas, nu), nu=nu)


def _activiteiten(team: PTeam, dag: date, nu: datetime) -> None:
    leden = list(leden_van(team, dag).select_related("gebruiker")[:6])
    if not leden:
        return
    ander = PTeam.objects.filter(professie=team.professie).exclude(pk=team.pk).first()
    for teller, (titel, soort, dagen) in enumerate(ACTIVITEITEN):
        begin = (nu + timedelta(days=dagen)).replace(hour=10, minute=0, second=0, microsecond=0)
        toen = min(nu, begin - timedelta(days=14))
        activiteit = teamplan.teamactiviteit_plannen(
            pteam=team, titel=titel, soort=soort, begin=begin,
            einde=begin + timedelta(hours=2), plaats="Provinciehuis, ruimte 2.14",
            ook_voor=[ander] if ander is not None and teller == 2 else [],
            door=als(leden[teller % len(leden)], toen), nu=toen,
        )
        if begin < nu:
            teamplan.aanwezigheid_vastleggen(
                activiteit=activiteit, medewerker_ids=[m.pk for m in leden[:4]],
                door=als(leden[teller % len(leden)], nu), nu=begin + timedelta(hours=3),
            )
            continue
        for stap, lid in enumerate(leden[:3]):
            teamplan.activiteit_deelname_melden(
                activiteit=activiteit, stand="komt_niet" if stap == 2 else "komt",
                door=als(lid, nu), nu=nu,
            )


def _bevestigen(nu: datetime) -> None:
    """Two in three looked at the PPP again this year; the others hear it is old."""
    ppps = PPP.objects.select_related("medewerker__gebruiker")
    for teller, ppp in enumerate(ppps.order_by("medewerker__personeelsnummer")[:90]):
        if teller % 3:
            toen = nu - timedelta(days=10 + teller * 3)
            pppdomein.ppp_bevestigen(
                medewerker=ppp.medewerker, door=als(ppp.medewerker, toen), nu=toen
            )


def _aanbod(mensen: Mensen, nu: datetime) -> None:
    """Some people look for other work or offer to be a mentor; some are at home in two vakken."""
    vakken = list(Professie.objects.order_by("code"))
    ppps = PPP.objects.exclude(gepubliceerd_op=None).select_related("medewerker__gebruiker")
    for teller, ppp in enumerate(ppps.order_by("medewerker__personeelsnummer")[:60:2]):
        lid = ppp.medewerker
        pppkring.ppp_aanbod_vastleggen(
            medewerker=lid, door=als(lid, nu), nu=nu,
            openheid=("ja", "overleg", "", "nee")[teller % 4],
            mentor=("", "biedt", "", "zoekt", "biedt")[teller % 5],
            mentor_onderwerp="Werken in een bestuurlijke omgeving" if teller % 5 == 1 else "",
            professies=[vakken[teller % len(vakken)]] if teller % 3 == 0 else [],
        )


def _eigen(eigen: Medewerker, nu: datetime) -> None:
    """The demo medewerker: an earlier version, a recognition, a consent and a question."""
    ppp = PPP.objects.filter(medewerker=eigen).first()
    if ppp is None:
        return
    toen = nu - timedelta(days=40)
    pppkring.ppp_versie_bewaren(
        medewerker=eigen, aanleiding="Voor het goede gesprek", door=als(eigen, toen), nu=toen
    )
    pppdomein.ppp_opslaan(
        medewerker=eigen, door=als(eigen, nu), nu=nu - timedelta(days=12),
        kennis_en_kunde=f"{ppp.kennis_en_kunde} Dit jaar leerde ik werken met een digitale "
        "tweeling.", ontwikkelen=ppp.ontwikkelen, bellen_voor=ppp.bellen_voor,
        zichtbaar_kennis=ppp.zichtbaar_kennis, zichtbaar_bellen=ppp.zichtbaar_bellen,
    )
    collegas = Medewerker.objects.select_related("gebruiker").exclude(pk=eigen.pk).exclude(
        gebruiker=None
    ).in_dienst(lokale_dag(nu)).order_by("personeelsnummer")
    rij = ppp.competenties.select_related("competentie").first()
    ander = collegas.filter(ppp__isnull=False).first()
    if ander is not None:
        pppkring.ppp_toestemming_geven(
            medewerker=eigen, aan=ander, waarvoor="Loopbaangesprek",
            tot=lokale_dag(nu) + timedelta(days=60), door=als(eigen, nu), nu=nu,
        )
    if rij is not None and ander is not None:
        pppkring.competentie_herkennen(
            medewerker=eigen, competentie=rij.competentie, door=als(ander, nu), nu=nu
        )
    rectificatie_verzoeken(
        medewerker=eigen, onderwerp="personeel", wat_klopt_niet="Mijn functienaam is verouderd.",
        wat_moet_het_zijn="Senior, sinds mijn laatste benoeming.", door=als(eigen, nu), nu=nu,
    )
