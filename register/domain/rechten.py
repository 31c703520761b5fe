"""Which role gives which right: one table, read once for every page or call.

A right follows the register by date: an expired role is no right from the first second (HUIS §2,
BETROUWBAAR 2.A9). ``Recht`` is what the program allows; the legal power is ``Bevoegdheid``.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from config.kern.actor import NIEMAND, Actor, Recht, Toekenning
from config.kern.enums import GremiumSoort
from config.kern.models import Gebruiker
from config.kern.werkdagen import lokale_dag
from opgaven.models import Opdracht
from pdomein.models import Medewerker, PManagerAanstelling
from register.enums import ObjectSoort, RolCode
from register.models import Roltoewijzing

MEDEWERKER, PMANAGER = "medewerker", "pmanager"


@dataclass(frozen=True, slots=True)
class Geeft:
    """What a role gives: rights on its own object, and rights everywhere.

    ``bij`` narrows a line to gremia of these kinds.
    """

    op_object: tuple[Recht, ...] = ()
    overal: tuple[Recht, ...] = ()
    bij: frozenset[str] | None = None


def _bij(*soorten: GremiumSoort) -> frozenset[str]:
    return frozenset(soorten)


RECHTEN: dict[str, tuple[Geeft, ...]] = {
    # an AOG also steers the deelopdrachten (R026)
    RolCode.AOG: (Geeft(op_object=(Recht.OPDRACHT_STUREN,)),),
    RolCode.AON: (Geeft(op_object=(Recht.OPDRACHT_UITVOEREN,)),),
    RolCode.DOMEINDIRECTEUR: (Geeft(op_object=(Recht.OPDRACHT_INITIEREN, Recht.AOG_KIEZEN)),),
    RolCode.DIRECTEUR_MO: (
        Geeft(
            op_object=(Recht.DOMEIN_REGIE,),
            overal=(Recht.ROL_AANWIJZEN, Recht.CAPACITEIT_INZIEN),
        ),
    ),
    RolCode.TOETSER: (Geeft(overal=(Recht.OPDRACHT_TOETSEN, Recht.BERADEN_ADVISEREN)),),
    RolCode.VOORZITTER: (
        Geeft(op_object=(Recht.BESLUITENLIJST_VASTSTELLEN,)),
        Geeft(
            op_object=(Recht.AFWIJKING_BESLUITEN,), overal=(Recht.CAPACITEIT_INZIEN,),
            bij=_bij(GremiumSoort.P_BERAAD),
        ),
        Geeft(
            op_object=(Recht.OPGAVE_TOEDELEN,), bij=_bij(GremiumSoort.O_BERAAD, GremiumSoort.DT)
        ),
        Geeft(overal=(Recht.CAPACITEIT_INZIEN,), bij=_bij(GremiumSoort.PROGRAMMEERBERAAD)),
        Geeft(overal=(Recht.MATCHTAFEL_DEELNEMEN,), bij=_bij(GremiumSoort.MATCHTAFEL)),
    ),
    RolCode.SECRETARIS: (Geeft(op_object=(Recht.BESLUITENLIJST_OPSTELLEN,)),),
    # prepares agenda and drafts of the O-beraad, never decides (R080)
    RolCode.PORTFOLIOCOORDINATOR: (Geeft(op_object=(Recht.BESLUITENLIJST_OPSTELLEN,)),),
    RolCode.RECRUITER: (Geeft(overal=(Recht.MATCHTAFEL_ONDERSTEUNEN,)),),
    RolCode.REGISTERBEHEERDER: (Geeft(overal=(Recht.REGISTER_MUTEREN, Recht.REGISTER_INZIEN)),),
    RolCode.CONCERNCONTROLLER: (
        Geeft(overal=(Recht.REGISTER_INZIEN, Recht.BERADEN_ADVISEREN)),
    ),
    RolCode.AUDITOR: (Geeft(overal=(Recht.REGISTER_INZIEN,)),),
    RolCode.FG: (Geeft(overal=(Recht.INZAGEN_INZIEN,)),),
    RolCode.BEHEERDER: (Geeft(overal=(Recht.BEHEREN, Recht.MEDEWERKERS_BEHEREN)),),
    # these give no right in the program; who steers politically or leads the whole only reads
    RolCode.BOG: (),
    RolCode.PROVINCIESECRETARIS: (Geeft(overal=(Recht.CAPACITEIT_INZIEN,)),),
    RolCode.CONCERNDIRECTEUR: (Geeft(overal=(Recht.CAPACITEIT_INZIEN,)),),
}
# a P-manager is appointed in pdomein, one per P-team (R156); same table form
RECHTEN_PMANAGER = Geeft(
    op_object=(Recht.PTEAM_LEIDEN,), overal=(Recht.MATCHTAFEL_DEELNEMEN,)
)
# the name by which ``Actor`` knows each kind of object
OBJECTNAAM = {
    ObjectSoort.OPDRACHT: "opdracht",
    ObjectSoort.OPGAVE: "opgave",
    ObjectSoort.ODOMEIN: "odomein",
    ObjectSoort.DOMEIN: "professioneeldomein",
    ObjectSoort.GREMIUM: "gremium",
}


def actor_voor_gebruiker(
    gebruiker: Gebruiker, nu: datetime, scopes: frozenset[str] | None = None
) -> Actor:
    """The person with the rights of this moment, in two queries (HUIS §2)."""
    if not gebruiker.is_authenticated or not gebruiker.is_active:
        return NIEMAND
    dag = lokale_dag(nu)
    medewerker = _medewerker(gebruiker, dag)
    if medewerker is None:
        return Actor(gebruiker_id=gebruiker.pk, naam=gebruiker.naam, scopes=scopes)
    if medewerker.uit_dienst is not None and medewerker.uit_dienst <= dag:
        return Actor(
            gebruiker_id=gebruiker.pk, naam=gebruiker.naam, medewerker_id=medewerker.pk,
            scopes=scopes,
        )
    toekenningen, rollen = _uit_register(medewerker.pk, dag, nu)
    rollen.add(MEDEWERKER)
    for pteam_id in medewerker.pteam_ids:
        rollen.add(PMANAGER)
        toekenningen |= _van(RECHTEN_PMANAGER, [("pteam", pteam_id)])
    return Actor(
        gebruiker_id=gebruiker.pk, naam=gebruiker.naam, medewerker_id=medewerker.pk,
        toekenningen=frozenset(toekenningen), rollen=tuple(sorted(rollen)), scopes=scopes,
    )


def _medewerker(gebruiker: Gebruiker, dag: date) -> Medewerker | None:
    pteams = PManagerAanstelling.objects.filter(medewerker=OuterRef("pk"), begin__lte=dag).exclude(
        einde__lte=dag
    )
    return (
        Medewerker.objects.filter(gebruiker=gebruiker)
        .only("pk", "uit_dienst")
        .annotate(pteam_ids=ArraySubquery(pteams.values("pteam_id")))
        .first()
    )


def _uit_register(
    medewerker_id: int, dag: date, nu: datetime
) -> tuple[set[Toekenning], set[str]]:
    toekenningen: set[Toekenning] = set()
    rollen: set[str] = set()
    for rij in _rijen(medewerker_id, dag, nu):
        rollen.add(rij["rol__code"])
        for geeft in RECHTEN.get(rij["rol__code"], ()):
            if geeft.bij is None or rij["gremium__soort"] in geeft.bij:
                toekenningen |= _van(geeft, _objecten(rij))
    return toekenningen, rollen


def _rijen(medewerker_id: int, dag: date, nu: datetime) -> QuerySet:
    deel = Opdracht.objects.filter(bovenliggende=OuterRef("opdracht")).order_by()
    return (
        Roltoewijzing.objects.filter(medewerker=medewerker_id)
        .geldig_op(dag)
        .bekend_op(nu)
        .order_by()
        .annotate(deelopdrachten=ArraySubquery(deel.values("pk")))
        .values(
            "rol__code", "opdracht_id", "opgave_id", "odomein_id", "domein_id", "gremium_id",
            "gremium__soort", "deelopdrachten",
        )
    )


def _objecten(rij: dict) -> list[tuple[str, int]]:
    objecten = [
        (naam, rij[f"{soort}_id"]) for soort, naam in OBJECTNAAM.items() if rij[f"{soort}_id"]
    ]
    if rij["rol__code"] == RolCode.AOG:
        objecten += [("opdracht", pk) for pk in rij["deelopdrachten"]]
    return objecten


def _van(geeft: Geeft, objecten: list[tuple[str, int]]) -> set[Toekenning]:
    return {Toekenning(recht) for recht in geeft.overal} | {
        Toekenning(recht, op) for recht in geeft.op_object for op in objecten
    }
