"""Inzet that ended before its planned end and was not looked at yet (R233)."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from matching.models import Vrijval
from opgaven.enums import OpdrachtStatus
from register.enums import Mutatie, Teamrol
from register.models import Inzet

LEVEND = (OpdrachtStatus.GEPROGRAMMEERD, OpdrachtStatus.BEMENSING, OpdrachtStatus.IN_UITVOERING)


def beeindigde_inzet() -> QuerySet[Inzet]:
    return (
        Inzet.objects.nu_bekend()
        .filter(
            Q(vervangt__einde_geldigheid__isnull=True)
            | Q(vervangt__einde_geldigheid__gt=F("einde_geldigheid")),
            ~Exists(Vrijval.objects.filter(inzet=OuterRef("public_id"))),
            mutatie=Mutatie.BEEINDIGING, opdracht__status__in=LEVEND,
            teamrol__in=[Teamrol.TEAMLID, Teamrol.TOELEVERAAR, Teamrol.BEGELEIDER],
        )
        .select_related("opdracht__opgave", "opdracht__bovenliggende")
        .order_by("pk")
    )


def open_vrijvallen(opdracht_ids: list[int]) -> QuerySet[Vrijval]:
    return Vrijval.objects.filter(
        opdracht_id__in=opdracht_ids, afgesloten_op=None
    ).select_related("opdracht")
