"""Work that ends soon: the person and the own P-manager hear it in time (R241, R282)."""

from datetime import datetime, timedelta

from config.kern import queries as kern
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.enums import BerichtSoort
from config.kern.models import Bericht
from config.kern.opmaak import dag as dag_tekst
from config.kern.werkdagen import lokale_dag
from matching.queries.werving import aflopende_wervingen
from pdomein.queries import pmanager_van_team, pmanagers_van
from register.models import Inzet

KENNIS_VOORAF = timedelta(weeks=4)


def inzet_herinneren(*, nu: datetime) -> int:
    """Tell once of each inzet that ends within ``EINDE_INZET_WEKEN``; says how many messages."""
    dag = lokale_dag(nu)
    weken = int(kern.instelling("EINDE_INZET_WEKEN", op=dag))
    inzetten = {
        f"einde-inzet:{i.public_id}:{i.medewerker.gebruiker_id}": i
        for i in Inzet.objects.nu_bekend().geldig_op(dag)
        .filter(
            einde_geldigheid__gt=dag, einde_geldigheid__lte=dag + timedelta(weeks=weken),
            medewerker__gebruiker__isnull=False,
        )
        .select_related("medewerker", "opdracht")
    }
    bekend = Bericht.objects.filter(sleutel__in=inzetten).values_list("sleutel", flat=True)
    for sleutel in bekend:
        del inzetten[sleutel]
    return _vertel(list(inzetten.values()), nu)


def _vertel(inzetten: list[Inzet], nu: datetime) -> int:
    leiders = pmanagers_van([i.medewerker for i in inzetten], lokale_dag(nu)) if inzetten else {}
    aantal = 0
    for inzet in inzetten:
        waar = inzet.opdracht.naam
        laatste = dag_tekst(inzet.einde_geldigheid - timedelta(days=1))
        aantal += berichten_plaatsen(
            ontvanger_ids=[inzet.medewerker.gebruiker_id], soort=BerichtSoort.TERMIJN,
            onderwerp=f"Je inzet op {waar} eindigt op {laatste}",
            tekst="Kijk op de opdrachtenmarkt wat je hierna kunt doen.",
            url="/opdrachtenmarkt/", sleutel=f"einde-inzet:{inzet.public_id}", nu=nu,
        )
        leider = leiders.get(inzet.medewerker_id)
        aantal += berichten_plaatsen(
            ontvanger_ids=[leider.gebruiker_id] if leider else [], soort=BerichtSoort.TERMIJN,
            onderwerp=f"Een inzet uit je P-team op {waar} eindigt op {laatste}",
            tekst="Bespreek wat deze collega hierna gaat doen.",
            url="/start/?mensen=eindigt", sleutel=f"einde-inzet:{inzet.public_id}", nu=nu,
        )
    return aantal


def kennisoverdracht_herinneren(*, nu: datetime) -> int:
    """Four weeks before somebody hired or borrowed leaves, the P-manager is asked (R282)."""
    dag = lokale_dag(nu)
    aantal = 0
    for werving in aflopende_wervingen(dag, dag + KENNIS_VOORAF):
        leider = pmanager_van_team(werving.pteam, dag)
        aantal += berichten_plaatsen(
            ontvanger_ids=[leider.gebruiker_id] if leider else [], soort=BerichtSoort.TERMIJN,
            onderwerp=f"Leg de kennisoverdracht vast: {werving.procedure.matchvraag}",
            url=f"/werving/{werving.public_id}/", sleutel=f"kennis:{werving.public_id}", nu=nu,
        )
    return aantal
