from django.db import models
from django.db.models import F, Q

from config.kern.constraints import einde_na_begin, geen_overlap
from config.kern.models import Gremium
from opgaven.models import ODomein, Opdracht, Opgave
from pdomein.models import Medewerker, ProfessioneelDomein
from register.models.rol import Rol
from register.models.tijdassen import Registerrij

_HUIDIG = Q(eind_registratie__isnull=True, is_exclusief=True)
_WAARNEMING = Q(eind_registratie__isnull=True, waarneemt_voor__isnull=False)


def _een_houder(veld: str, melding: str):
    return geen_overlap(
        naam=f"een_houder_per_{veld}", gelijk=["rol", veld], begin="begin_geldigheid",
        einde="einde_geldigheid", melding=melding,
        voorwaarde=_HUIDIG & Q(**{f"{veld}__isnull": False}),
    )


def _een_waarnemer(veld: str):
    return geen_overlap(
        naam=f"een_waarnemer_per_{veld}", gelijk=["rol", veld], begin="begin_geldigheid",
        einde="einde_geldigheid", melding="In die periode neemt al iemand deze rol waar.",
        voorwaarde=_WAARNEMING & Q(**{f"{veld}__isnull": False}),
    )


class Roltoewijzing(Registerrij):
    """A person in a role, on one object, in a period, by decision (R182, R185, R188)."""

    rol = models.ForeignKey(Rol, models.PROTECT, related_name="toewijzingen")
    is_exclusief = models.BooleanField("hooguit één tegelijk", editable=False)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="roltoewijzingen")
    opdracht = models.ForeignKey(
        Opdracht, models.PROTECT, null=True, blank=True, related_name="roltoewijzingen"
    )
    opgave = models.ForeignKey(
        Opgave, models.PROTECT, null=True, blank=True, related_name="roltoewijzingen"
    )
    odomein = models.ForeignKey(
        ODomein, models.PROTECT, null=True, blank=True, related_name="roltoewijzingen"
    )
    domein = models.ForeignKey(
        ProfessioneelDomein, models.PROTECT, null=True, blank=True, related_name="roltoewijzingen"
    )
    gremium = models.ForeignKey(
        Gremium, models.PROTECT, null=True, blank=True, related_name="roltoewijzingen"
    )
    waarneemt_voor = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, blank=True, related_name="waarnemingen",
        verbose_name="neemt waar voor",
    )
    uitzondering = models.CharField("uitzondering", max_length=250, blank=True)

    class Meta:
        ordering = ["-begin_geldigheid", "-tijdstip_registratie"]
        verbose_name = "roltoewijzing"
        verbose_name_plural = "roltoewijzingen"
        indexes = [
            models.Index(
                fields=["opdracht", "rol", "begin_geldigheid"],
                include=[
                    "einde_geldigheid", "tijdstip_registratie", "eind_registratie", "medewerker",
                ],
                name="rol_per_opdracht",
            ),
            models.Index(
                fields=["medewerker", "rol", "begin_geldigheid"],
                include=[
                    "einde_geldigheid", "tijdstip_registratie", "eind_registratie", "opdracht",
                ],
                name="rol_per_medewerker",
            ),
        ]
        constraints = [
            einde_na_begin(
                naam="roltoewijzing_periode", begin="begin_geldigheid", einde="einde_geldigheid"
            ),
            _een_houder("opdracht", "Deze opdracht heeft in die periode al iemand in deze rol."),
            _een_houder("odomein", "Dit O-domein heeft in die periode al iemand in deze rol."),
            _een_houder("domein", "Dit domein heeft in die periode al iemand in deze rol."),
            _een_houder("gremium", "Dit gremium heeft in die periode al iemand in deze rol."),
            _een_waarnemer("opdracht"),
            _een_waarnemer("odomein"),
            _een_waarnemer("domein"),
            _een_waarnemer("gremium"),
            models.CheckConstraint(
                name="waarneming_eindigt_vanzelf",
                condition=Q(waarneemt_voor__isnull=True)
                | Q(einde_geldigheid__isnull=False, is_exclusief=False),
                violation_error_message="Een waarneming heeft een einddatum.",
            ),
            models.CheckConstraint(
                name="waarneming_voor_een_ander",
                condition=Q(waarneemt_voor__isnull=True) | ~Q(waarneemt_voor=F("medewerker")),
                violation_error_message="Niemand neemt voor zichzelf waar.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker}: {self.rol}"
