"""Who leaves and still holds something, and who grew into a Programmadirecteur."""

from datetime import date

from django.db.models import F, Q, QuerySet

from config.kern.queries import instelling
from pdomein.models import Medewerker
from pdomein.queries import pmanagers_van
from register.enums import RolCode
from register.models import Inzet, Ondermandaat, Roltoewijzing

DT_LEDEN = (RolCode.PROVINCIESECRETARIS, RolCode.CONCERNDIRECTEUR)


def _na_vertrek() -> Q:
    return Q(einde_geldigheid__isnull=True) | Q(
        einde_geldigheid__gt=F("medewerker__uit_dienst")
    )


def vertrekkers() -> QuerySet[Medewerker]:
    """People with an end of service who hold a role, inzet or mandate beyond it, as known now."""
    houders = [
        model.objects.nu_bekend().filter(_na_vertrek(), medewerker__uit_dienst__isnull=False)
        .order_by().values("medewerker_id")
        for model in (Roltoewijzing, Inzet, Ondermandaat)
    ]
    return Medewerker.objects.filter(
        Q(pk__in=houders[0]) | Q(pk__in=houders[1]) | Q(pk__in=houders[2])
    ).order_by("pk")


def rijen_na_vertrek(medewerker: Medewerker) -> dict[type, list]:
    """What this person holds on or after the first day out of service."""
    verwant = {
        Roltoewijzing: ("rol", "opdracht__opgave", "opgave", "odomein", "domein", "gremium",
                        "waarneemt_voor"),
        Inzet: ("opdracht",),
        Ondermandaat: ("rol", "gever", "opdracht"),
    }
    return {
        model: list(
            model.objects.nu_bekend().filter(_na_vertrek(), medewerker=medewerker)
            .select_related("medewerker", "besluit__document", *velden).order_by("pk")
        )
        for model, velden in verwant.items()
    }


def programmadirecteuren_zonder_dt(dag: date) -> list[Medewerker]:
    """AOGs in the scale of a Programmadirecteur whose P-manager is not in the Directieteam (E24).

    Found also when the scale rose during the opdracht: the role stands, the P-manager must change.
    """
    grens = instelling("PROGDIR_SCHAAL", dag)
    mensen = list(
        Medewerker.objects.filter(
            schaal__gte=grens,
            pk__in=Roltoewijzing.objects.nu_bekend().geldig_op(dag).zonder_waarneming()
            .filter(rol__code=RolCode.AOG).values("medewerker_id"),
        ).order_by("sorteernaam")
    )
    pmanagers = pmanagers_van(mensen, dag)
    in_dt = set(
        Roltoewijzing.objects.nu_bekend().geldig_op(dag).filter(rol__code__in=DT_LEDEN)
        .values_list("medewerker_id", flat=True)
    )
    return [m for m in mensen if m.pk not in pmanagers or pmanagers[m.pk].pk not in in_dt]
