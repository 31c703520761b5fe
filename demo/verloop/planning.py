"""Ages in groups, and what the directors and P-managers expect of the coming years."""

from datetime import date, datetime
from decimal import Decimal

from django.db.models import Count, Sum

from config.kern.actor import SYSTEEM
from demo.verloop.klokwerk import als
from demo.verloop.mensen import Mensen
from pdomein.domain.inlezen import leeftijdsopbouw_inlezen
from pdomein.domain.spp import spp_aanname_vastleggen
from pdomein.models import Plaatsing, Professie
from pdomein.queries import pteams_van_pmanager

DELEN = (("tot-35", 22), ("35-45", 25), ("45-55", 26), ("55-60", 13), ("60-plus", 14))
AANNAMES = (
    ("ecologie", "vraag", 2, "1.25", "ontwikkelen", "Het stikstofprogramma groeit."),
    ("data", "vraag", 3, "1.30", "werven", "Meer werk met data; minder met de hand."),
    ("energie", "instroom", 1, "0.10", "werven", "Twee lichtingen trainees stromen door."),
    ("wegbeheer", "uitstroom", 1, "0.12", "uitbesteden", "Bekende vertrekkers."),
)


def planning_vullen(mensen: Mensen, nu: datetime) -> None:
    dag = nu.date()
    telling = {
        rij["pteam__professie__code"]: (rij["n"], rij["fte"])
        for rij in Plaatsing.objects.geldig_op(dag).order_by().values("pteam__professie__code")
        .annotate(n=Count("pk"), fte=Sum("medewerker__aanstelling_fte"))
    }
    rijen = [
        {"peildatum": date(dag.year, 1, 1).isoformat(), "professie_code": code, "cohort": cohort,
         "aantal": n * pct // 100, "fte": round(fte * pct / 100, 2)}
        for code, (n, fte) in sorted(telling.items()) for cohort, pct in DELEN
        if n * pct // 100 >= 5
    ]
    leeftijdsopbouw_inlezen(rijen=rijen, door=SYSTEEM, nu=nu)
    _aannames(mensen, nu, {k: fte for k, (_, fte) in telling.items()})


def _aannames(mensen: Mensen, nu: datetime, fte: dict[str, Decimal]) -> None:
    directeur = mensen.demo("directeur-mo")
    for code, soort, straks, deel, actie, tekst in AANNAMES:
        professie = Professie.objects.filter(code__startswith=code).first()
        if professie is None or professie.code not in fte:
            continue
        spp_aanname_vastleggen(
            professie=professie, soort=soort, jaar=nu.year + straks, actie=actie,
            fte=round(fte[professie.code] * Decimal(deel), 1), toelichting=tekst,
            bron="Gesprek van het P-beraad met de domeindirecteuren",
            door=als(directeur, nu), nu=nu,
        )
    baas = mensen.demo("pmanager")
    for team in pteams_van_pmanager(baas, nu.date())[:1]:
        spp_aanname_vastleggen(
            professie=team.professie, pteam=team, soort="vraag", jaar=nu.year + 1,
            fte=Decimal(14), actie="ontwikkelen", toelichting="Twee grote gebiedsopdrachten.",
            bron="Gesprek met de opdrachtgevers", door=als(baas, nu), nu=nu,
        )
