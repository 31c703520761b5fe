from django.db import models
from django.db.models import Q

from config.kern.constraints import einde_na_begin, geen_overlap
from config.kern.models import Gremium
from opgaven.models import ODomein, Opdracht, Opgave
from pdomein.models import Medewerker, ProfessioneelDomein
from register.models.rol import Rol
from register.models.tijdassen import Registerrij

_HUIDIG = Q(eind_registratie__isnull=True, is_exclusief=True)


def _een_houder(veld: str, melding: str):
    return geen_overlap(
        naam=f"een_houder_per_{veld}", gelijk=["rol", veld], begin="begin_geldigheid",
        einde="einde_geldigheid", melding=melding,
        voorwaarde=_HUIDIG & Q(**{f"{veld}__isnull": False}),
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
        ]

    def __str__(self) -> str:
        return f"{self.medewerker}: {self.rol}"
