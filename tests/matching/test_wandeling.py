"""Random walks through the state chart: never early, never twice, never half (part 4, part 7)."""

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.kern.fouten import DomeinFout
from config.kern.werkdagen import lokale_dag
from matching.domain.match import instemming_geven, match_voorstellen
from matching.domain.procedure import (
    fase_afsluiten,
    procedure_hervatten,
    procedure_intrekken,
    procedure_pauzeren,
)
from matching.domain.publicatie import publicatie_intrekken, reactie_indienen, tro_publiceren
from matching.domain.termijnen import termijnen_verwerken
from matching.enums import Fase, InstemmingVan, MatchStatus
from matching.models import Faseovergang, Match, Procedure, Publicatie
from matching.queries.procedure import open_publicatie
from register.models import Inzet
from tests.factories.matching import NU, Wereld, feestdagen, gedeeld, maak_wereld

pytestmark = [pytest.mark.django_db, pytest.mark.traag]


class _Terug(Exception):
    """Take one walk back."""


class Wandelaar:
    """Does one act after the other; a refusal is fine, a broken promise is not."""

    def __init__(self, wereld: Wereld, procedure: Procedure) -> None:
        self.wereld, self.pk, self.nu = wereld, procedure.pk, NU

    @property
    def procedure(self) -> Procedure:
        return Procedure.objects.select_related("matchvraag__opdracht").get(pk=self.pk)

    def doe(self, stap: str) -> None:
        self.nu += timedelta(minutes=1)
        with suppress(DomeinFout):
            getattr(self, stap)()
        self.controleer()

    def dag_verder(self) -> None:
        self.nu += timedelta(days=1)

    def week_verder(self) -> None:
        self.nu += timedelta(days=7, hours=5)

    def tik(self) -> None:
        termijnen_verwerken(nu=self.nu)

    def publiceer(self) -> None:
        tro_publiceren(procedure=self.procedure, door=self.aog, nu=self.nu)

    def van_de_markt(self) -> None:
        if publicatie := open_publicatie(self.procedure):
            publicatie_intrekken(publicatie=publicatie, reden="x", door=self.aog, nu=self.nu)

    def pauzeer(self) -> None:
        procedure_pauzeren(procedure=self.procedure, reden="x", door=self.aog, nu=self.nu)

    def hervat(self) -> None:
        procedure_hervatten(procedure=self.procedure, door=self.aog, nu=self.nu)

    def duw_naar_tafel(self) -> None:
        fase_afsluiten(procedure=self.procedure, naar=Fase.MATCHTAFEL, door=self.aog, nu=self.nu)

    def trek_in(self) -> None:
        procedure_intrekken(procedure=self.procedure, reden="x", door=self.aog, nu=self.nu)

    def reageer(self) -> None:
        if publicatie := open_publicatie(self.procedure):
            mens = self.wereld.mensen[0]
            reactie_indienen(publicatie=publicatie, medewerker=mens, toelichting="x",
                             door=self.wereld.als(mens, self.nu), nu=self.nu)

    def stel_voor(self) -> None:
        match_voorstellen(
            procedure=self.procedure, medewerker=self.wereld.mensen[0], fte=Decimal("0.5"),
            begin=date(2026, 10, 1), einde=date(2027, 4, 1), motivatie_organisatie="x",
            motivatie_persoon="x", motivatie_binnen_wachttijd="x", door=self.aog, nu=self.nu,
        )

    def medewerker_ja(self) -> None:
        self._stem(InstemmingVan.MEDEWERKER, self.wereld.mensen[0], True)

    def pmanager_ja(self) -> None:
        self._stem(InstemmingVan.PMANAGER, self.wereld.pmanager, True)

    def pmanager_nee(self) -> None:
        self._stem(InstemmingVan.PMANAGER, self.wereld.pmanager, False)

    def _stem(self, van: InstemmingVan, wie, akkoord: bool) -> None:
        if match := Match.objects.filter(procedure=self.pk, status="voorgesteld").first():
            instemming_geven(match=match, van=van, akkoord=akkoord, reden="x",
                             door=self.wereld.als(wie, self.nu), nu=self.nu)

    @property
    def aog(self):
        return self.wereld.als(self.wereld.aog, self.nu)

    def controleer(self) -> None:
        overgangen = list(Faseovergang.objects.filter(procedure=self.pk).order_by("versie"))
        versies = [o.versie for o in overgangen]
        assert len(versies) == len(set(versies))
        publicaties = list(Publicatie.objects.filter(procedure=self.pk).order_by("nummer"))
        naar_tafel = [
            o for o in overgangen if o.naar == Fase.MATCHTAFEL and o.van != Fase.MATCHTAFEL
        ]
        assert len(naar_tafel) <= len(publicaties)
        for stap in naar_tafel:
            laatste = max(
                (p for p in publicaties if p.gepubliceerd_op <= stap.op), key=lambda p: p.nummer
            )
            assert lokale_dag(stap.op) >= laatste.vroegste_bespreekdatum
        assert sum(not (p.ingetrokken_op or p.gesloten_op) for p in publicaties) <= 1
        definitief = Match.objects.filter(procedure=self.pk, status=MatchStatus.DEFINITIEF)
        for match in definitief:
            assert match.instemmingen.filter(akkoord=True).count() == 2
            assert match.besluit_id is not None
        assert Inzet.objects.filter(medewerker=self.wereld.mensen[0]).count() == len(definitief)
        assert (self.procedure.fase == Fase.GEMATCHT) == bool(definitief)


STAPPEN = [
    "dag_verder", "week_verder", "tik", "tik", "publiceer", "van_de_markt", "pauzeer", "hervat",
    "duw_naar_tafel", "trek_in", "reageer", "stel_voor", "medewerker_ja", "pmanager_ja",
    "pmanager_nee",
]


def test_random_walks_keep_every_promise():
    """R237, R238, R250, R299 and the invariants of part 4."""
    feestdagen()
    wereld = maak_wereld(aantal=1)
    procedure = gedeeld(wereld)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.sampled_from(STAPPEN), min_size=8, max_size=18))
    def wandel(stappen: list[str]) -> None:
        with suppress(_Terug), transaction.atomic():
            wandelaar = Wandelaar(wereld, procedure)
            for stap in stappen:
                wandelaar.doe(stap)
            raise _Terug

    wandel()
