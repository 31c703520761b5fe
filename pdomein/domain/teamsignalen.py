"""Reminders about teams that need somebody's attention; beat asks, once each (R164, R168)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from config.kern.domain.bericht import berichten_plaatsen
from config.kern.enums import BerichtSoort
from config.kern.periode import dag_kort
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from pdomein import queries
from pdomein.enums_vak import Oordeel
from pdomein.models import Medewerker, PTeamLijst

TE_KLEIN = (
    "Praat met de mensen over samengaan met een ander team of verdelen over andere teams, of "
    "vraag het P-beraad om een besluit."
)
TE_GROOT = "Praat met de mensen over splitsen, of vraag het P-beraad om een besluit."


def teams_herinneren(*, nu: datetime) -> int:
    """Tell P-managers and directeuren M&O what is due; gives how many messages are new."""
    dag = lokale_dag(nu)
    return _omvang(dag, nu) + _aflopend(dag, nu) + _lijst(dag, nu)


def _omvang(dag: date, nu: datetime) -> int:
    """A team that is too small or too large is a task for its P-manager, once a quarter (R168)."""
    kwartaal = f"{dag.year}-{(dag.month + 2) // 3}"
    return sum(
        _bericht(
            [rij.pmanager], f"P-team {rij.pteam.naam}: {rij.omvang.zin}",
            TE_KLEIN if rij.omvang.status == "te_klein" else TE_GROOT,
            f"/pteams/{rij.pteam.public_id}/",
            f"omvang:{rij.pteam.public_id}:{rij.omvang.status}:{kwartaal}", nu,
        )
        for rij in queries.teams_zonder_uitleg(dag) if rij.pmanager is not None
    )


def _aflopend(dag: date, nu: datetime) -> int:
    """Before a decision on a size ends, the P-manager hears it (R124, E23)."""
    afwijkingen = queries.aflopende_omvangbesluiten(dag, instelling("OMVANG_HERINNER_DAGEN", dag))
    teams = {r.pteam.public_id: r for r in queries.pteams_lijst(op=dag)} if afwijkingen else {}
    return sum(
        _bericht(
            [teams[a.object_id].pmanager],
            f"Het besluit over de omvang van {a.object_naam} loopt af op {dag_kort(a.einde)}",
            "Bespreek of het team dan past, of vraag het P-beraad om een nieuw besluit.",
            f"/pteams/{a.object_id}/", f"omvangbesluit:{a.public_id}", nu,
        )
        for a in afwijkingen if a.object_id in teams
    )


def _lijst(dag: date, nu: datetime) -> int:
    """The directeuren M&O take the initiative; P-managers evaluate their team (R164, R180)."""
    lijst = queries.open_lijst()
    directeuren = [r.directeur for r in queries.directeurspans(queries.spans(dag), dag)]
    if lijst is None:
        return _nog_geen_lijst(directeuren, dag, nu)
    if lijst.uiterlijk_op > dag + timedelta(days=instelling("LIJST_HERINNER_DAGEN", dag)):
        return 0
    open_ = lijst.regels.filter(oordeel=Oordeel.OPEN)
    aantal = open_.count()
    maand = f"{dag.year}-{dag.month}"
    nieuw = _bericht(
        directeuren, f"Lijst van P-teams {lijst.jaar}: klaar op {dag_kort(lijst.uiterlijk_op)}",
        f"Nog niet bekeken: {aantal}." if aantal else "Alle teams zijn bekeken.",
        f"/pteamlijsten/{lijst.jaar}/", f"lijst:{lijst.jaar}:{maand}", nu,
    ) if directeuren else 0
    teams = open_.filter(evaluatie="", pteam__isnull=False).values_list("pteam_id", flat=True)
    return nieuw + _bericht(
        queries.pmanagers_per_team(teams, dag).values(),
        f"Hoe gaat het met je team? Schrijf het op voor de lijst van {lijst.jaar}", "",
        f"/pteamlijsten/{lijst.jaar}/", f"lijst-evaluatie:{lijst.jaar}", nu,
    )


def _nog_geen_lijst(directeuren: list[Medewerker], dag: date, nu: datetime) -> int:
    jaar = dag.year + 1
    laat = date(dag.year, 12, 1) - timedelta(days=instelling("LIJST_HERINNER_DAGEN", dag))
    if dag < laat or PTeamLijst.objects.filter(jaar=jaar).exists():
        return 0
    return _bericht(
        directeuren, f"Begin de lijst van P-teams voor {jaar}",
        "Elk jaar kijken we of we nog de juiste teams hebben.", "/pteamlijsten/",
        f"lijst-beginnen:{jaar}", nu,
    )


def _bericht(
    wie: Iterable[Medewerker], onderwerp: str, tekst: str, url: str, sleutel: str, nu: datetime
) -> int:
    return berichten_plaatsen(
        ontvanger_ids=[m.gebruiker_id for m in wie], soort=BerichtSoort.TERMIJN,
        onderwerp=onderwerp, tekst=tekst, url=url, sleutel=sleutel, nu=nu,
    )
