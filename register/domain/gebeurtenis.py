"""The feed that other systems follow: what changed, and what began or ended by date (R193).

One writer at a time gives the numbers, so a reader with a cursor misses nothing. Beat runs this
every 20 seconds: a role that ends stands in the feed within a minute.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction

from config.kern.werkdagen import begin_van_dag, lokale_dag
from register.domain.keten import waarde_tekst
from register.enums import GebeurtenisSoort, ObjectSoort
from register.models import Anker, Bezorging, Inzet, Registergebeurtenis, Roltoewijzing, Schakel
from register.models.tijdassen import Registerrij
from register.queries.mutaties import is_sluiting
from register.queries.schermen import OBJECTEN, VERWANT
from register.queries.webhook import actieve_webhooks

SLOT = 7_245_002
PORTIE = 2_000
TERUG = timedelta(days=7)
BRONNEN: tuple[tuple[type[Registerrij], tuple[str, ...]], ...] = (
    (Roltoewijzing, VERWANT), (Inzet, ("medewerker", "opdracht")),
)


@transaction.atomic
def gebeurtenissen_verwerken(*, nu: datetime) -> int:
    """Write what happened since the last time; gives how many events there are to tell."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SLOT])
        if not cursor.fetchone()[0]:
            return 0
    laatste = Registergebeurtenis.objects.order_by("-volgnummer").first()
    nieuw = [*_mutaties(nu), *_dagen(nu, laatste), *_ankers(nu)]
    bekend = set(
        Registergebeurtenis.objects.filter(sleutel__in=[g.sleutel for g in nieuw])
        .values_list("sleutel", flat=True)
    )
    te_melden = list({g.sleutel: g for g in nieuw if g.sleutel not in bekend}.values())
    nummer = laatste.volgnummer if laatste else 0
    for plaats, gebeurtenis in enumerate(te_melden, start=1):
        gebeurtenis.volgnummer = nummer + plaats
    Registergebeurtenis.objects.bulk_create(te_melden, batch_size=PORTIE)
    _bezorgingen(te_melden, nu)
    return len(te_melden)


def _bezorgingen(gebeurtenissen: list[Registergebeurtenis], nu: datetime) -> None:
    Bezorging.objects.bulk_create([
        Bezorging(webhook=webhook, gebeurtenis=gebeurtenis, volgende_poging=nu)
        for webhook in actieve_webhooks() for gebeurtenis in gebeurtenissen
        if not webhook.soorten or gebeurtenis.soort in webhook.soorten
    ], batch_size=PORTIE)


def _mutaties(nu: datetime) -> Iterator[Registergebeurtenis]:
    """The links of the chain that were not told yet, and what they end at once."""
    gezien = (
        Registergebeurtenis.objects.filter(schakel__isnull=False).order_by("-schakel")
        .values_list("schakel", flat=True).first() or 0
    )
    schakels = list(
        Schakel.objects.filter(volgnummer__gt=gezien).order_by("volgnummer")[:PORTIE]
    )
    ids = {s.rij_id for s in schakels}
    rijen = {
        r.public_id: r
        for model, verwant in BRONNEN
        for r in model.objects.select_related(*verwant).filter(public_id__in=ids)
    }
    for schakel in schakels:
        rij, dicht = rijen.get(schakel.rij_id), is_sluiting(schakel)
        if rij is None:
            continue
        soort = GebeurtenisSoort.GESLOTEN if dicht else GebeurtenisSoort.TOEGEVOEGD
        yield _gebeurtenis(soort, rij, nu, schakel)
        if not dicht and _is_voorbij(rij, lokale_dag(nu)):
            yield _gebeurtenis(GebeurtenisSoort.GEEINDIGD, rij, nu)


def _is_voorbij(rij: Registerrij, dag: date) -> bool:
    return (
        rij.eind_registratie is None and rij.einde_geldigheid is not None
        and rij.einde_geldigheid <= dag
    )


def _dagen(
    nu: datetime, laatste: Registergebeurtenis | None
) -> Iterator[Registergebeurtenis]:
    """Periods that began or ended because a day came; nobody did anything then."""
    dag = lokale_dag(nu)
    vanaf = dag - TERUG
    if laatste is not None:
        vanaf = min(vanaf, lokale_dag(laatste.tijdstip) - timedelta(days=1))
    for model, verwant in BRONNEN:
        rijen = model.objects.nu_bekend().select_related(*verwant)
        for rij in rijen.filter(begin_geldigheid__gt=vanaf, begin_geldigheid__lte=dag):
            if rij.tijdstip_registratie < begin_van_dag(rij.begin_geldigheid):
                yield _gebeurtenis(GebeurtenisSoort.BEGONNEN, rij, nu)
        for rij in rijen.filter(einde_geldigheid__gt=vanaf, einde_geldigheid__lte=dag):
            yield _gebeurtenis(GebeurtenisSoort.GEEINDIGD, rij, nu)


def _ankers(nu: datetime) -> Iterable[Registergebeurtenis]:
    for anker in Anker.objects.filter(dag__gt=lokale_dag(nu) - TERUG).order_by("dag"):
        yield Registergebeurtenis(
            soort=GebeurtenisSoort.ANKER, tijdstip=nu, sleutel=f"anker:{anker.dag.isoformat()}",
            gegevens={
                "dag": anker.dag.isoformat(), "volgnummer": anker.volgnummer, "hash": anker.hash,
            },
        )


def _gebeurtenis(
    soort: GebeurtenisSoort, rij: Registerrij, nu: datetime, schakel: Schakel | None = None
) -> Registergebeurtenis:
    """Ids and codes only: the receiver asks the API for more, with a right of its own."""
    dag = lokale_dag(nu)
    geldt = (
        rij.eind_registratie is None and rij.begin_geldigheid <= dag
        and (rij.einde_geldigheid is None or dag < rij.einde_geldigheid)
    )
    return Registergebeurtenis(
        soort=soort, tijdstip=nu, sleutel=f"{soort}:{rij.public_id}",
        schakel=schakel.volgnummer if schakel else None,
        gegevens={
            "vermelding": str(rij.public_id), "soort": rij._meta.model_name,
            "medewerker": str(rij.medewerker.public_id), **_waarop(rij),
            "begin": waarde_tekst(rij.begin_geldigheid),
            "einde": waarde_tekst(rij.einde_geldigheid), "geldtNu": geldt,
        },
    )


def _waarop(rij: Registerrij) -> dict[str, Any]:
    if isinstance(rij, Inzet):
        op = {"soort": str(ObjectSoort.OPDRACHT), "id": str(rij.opdracht.public_id)}
        return {"rol": str(rij.teamrol), "object": op}
    veld = next((v for v in OBJECTEN if getattr(rij, f"{v}_id")), None)
    op = {"soort": veld, "id": str(getattr(rij, veld).public_id)} if veld else None
    return {"rol": rij.rol.code, "object": op}
