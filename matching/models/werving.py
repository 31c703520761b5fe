from django.db import models
from django.db.models import Q

from config.kern.constraints import einde_na_begin
from config.kern.models import MetPubliekId
from matching.enums import WervingReden, WervingSoort, WervingStatus
from matching.models.procedure import Procedure
from pdomein.models import PTeam


class ExterneWerving(MetPubliekId):
    """Phase 3: one of three forms, with the file that was made before (R274, R275)."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="wervingen")
    soort = models.CharField("vorm", max_length=10, choices=WervingSoort)
    reden = models.CharField("reden", max_length=12, choices=WervingReden)
    motivering = models.TextField("waarom deze vorm")
    pteam = models.ForeignKey(PTeam, models.PROTECT, related_name="wervingen")
    partner = models.CharField("partner of bureau", max_length=160, blank=True)
    begin = models.DateField("vanaf", null=True, blank=True)
    einde = models.DateField("tot", null=True, blank=True)
    uitleg_langer_dan_jaar = models.TextField("waarom langer dan een jaar", blank=True)
    vwnw_bekeken = models.BooleanField("van-werk-naar-werkkandidaten bekeken", default=False)
    kennisoverdracht = models.TextField("hoe de kennis is overgedragen", blank=True)
    kennisoverdracht_op = models.DateTimeField("kennis overgedragen op", null=True, blank=True)
    status = models.CharField(
        "status", max_length=12, choices=WervingStatus, default=WervingStatus.OPEN
    )
    dossier = models.JSONField("dossier uit fase 0 tot en met 2")
    geopend_op = models.DateTimeField("geopend op")
    gesloten_op = models.DateTimeField("gesloten op", null=True, blank=True)

    class Meta:
        ordering = ["-geopend_op", "-id"]
        verbose_name = "externe werving"
        verbose_name_plural = "externe wervingen"
        constraints = [
            einde_na_begin(naam="werving_periode", begin="begin", einde="einde"),
            models.UniqueConstraint(
                fields=["procedure"], name="werving_een_actief",
                condition=~Q(status=WervingStatus.INGETROKKEN),
                violation_error_message="Er loopt al een vorm van externe werving.",
            ),
        ]
