"""A model that knows nothing of tables: random mutations, legal and not, and every question (D, K).

The model is a list of what was said, when, and replays it for each question. Whatever order of
assigning, ending and correcting, with whatever dates, the register must answer the same (R185,
R187, R196, R197, BETROUWBAAR 2.A1).
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from config.kern.actor import SYSTEEM
from config.kern.fouten import DomeinFout
from config.kern.werkdagen import AMSTERDAM
from register.domain import keten
from register.domain.bevestiging import stand_bij, stand_nu
from register.domain.roltoewijzing import rol_beeindigen, rol_corrigeren, rol_toewijzen
from register.models import Roltoewijzing
from register.queries import houder, was_bevoegd
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import OpdrachtFactory, aanwijzing, rollen

BEGIN = date(2026, 1, 1)
START = datetime(2026, 1, 5, 9, tzinfo=AMSTERDAM)
TOT = 30
DAGEN = st.integers(min_value=-2, max_value=TOT).map(lambda n: BEGIN + timedelta(days=n))
EINDEN = st.one_of(st.none(), DAGEN)
WIE, WAAR = st.integers(0, 2), st.integers(0, 1)


@dataclass(frozen=True)
class Feit:
    """What was known of one place: from when it was said until it was taken back."""

    wie: int
    waar: int
    begin: date
    einde: date | None
    sinds: datetime
    tot: datetime | None = None

    def geldt(self, dag: date) -> bool:
        return self.begin <= dag and (self.einde is None or dag < self.einde)

    def bekend(self, moment: datetime) -> bool:
        return self.sinds <= moment and (self.tot is None or moment < self.tot)

    def raakt(self, begin: date, einde: date | None) -> bool:
        return (einde is None or self.begin < einde) and (self.einde is None or begin < self.einde)


class Registermodel(RuleBasedStateMachine):
    """The register beside the slow list; after every step they must say the same."""

    @initialize()
    def begin(self):
        self.punt = transaction.savepoint()
        self.mensen = [MedewerkerFactory(in_dienst=BEGIN) for _ in range(3)]
        self.opdrachten = [OpdrachtFactory() for _ in range(2)]
        self.besluit = aanwijzing()
        self.feiten: list[Feit] = []
        self.nu = START
        self.bevroren: list[tuple[int, tuple[int, str]]] = []

    def teardown(self):
        if hasattr(self, "punt"):
            transaction.savepoint_rollback(self.punt)

    def probeer(self, doe, mag: bool):
        """Run a command; the model knew whether it may."""
        try:
            with transaction.atomic():
                doe()
        except DomeinFout:
            assert not mag
            return False
        assert mag
        return True

    def tik(self):
        self.nu += timedelta(hours=7)

    def bezet(self, waar: int, begin: date, einde: date | None, zonder: Feit | None = None) -> bool:
        return any(
            f.waar == waar and f.tot is None and f is not zonder and f.raakt(begin, einde)
            for f in self.feiten
        )

    @rule(wie=WIE, waar=WAAR, begin=DAGEN, einde=EINDEN)
    def toewijzen(self, wie, waar, begin, einde):
        self.tik()
        mag = (
            begin >= BEGIN and (einde is None or einde > begin)
            and not self.bezet(waar, begin, einde)
        )
        if self.probeer(lambda: rol_toewijzen(
            rol_code="aon", medewerker=self.mensen[wie], op=self.opdrachten[waar], begin=begin,
            einde=einde, besluit=self.besluit, door=SYSTEEM, nu=self.nu,
        ), mag):
            self.feiten.append(Feit(wie, waar, begin, einde, self.nu))

    def rij(self, feit: Feit) -> Roltoewijzing:
        return Roltoewijzing.objects.get(
            medewerker=self.mensen[feit.wie], opdracht=self.opdrachten[feit.waar],
            tijdstip_registratie=feit.sinds, begin_geldigheid=feit.begin,
        )

    def vervang(self, feit: Feit, nieuw: list[Feit]) -> None:
        self.feiten[self.feiten.index(feit)] = replace(feit, tot=self.nu)
        self.feiten += nieuw

    @precondition(lambda self: self.feiten)
    @rule(kies=st.integers(0, 50), per=DAGEN)
    def beeindigen(self, kies, per):
        self.tik()
        feit = self.feiten[kies % len(self.feiten)]
        rij = self.rij(feit)
        mag = feit.tot is None and (feit.einde is None or per < feit.einde)
        if self.probeer(lambda: rol_beeindigen(
            toewijzing=rij, per=per, besluit=self.besluit, reden="Klaar", door=SYSTEEM, nu=self.nu
        ), mag):
            rest = [replace(feit, einde=per, sinds=self.nu)] if per > feit.begin else []
            self.vervang(feit, rest)

    @precondition(lambda self: self.feiten)
    @rule(kies=st.integers(0, 50), begin=DAGEN, einde=EINDEN)
    def corrigeren(self, kies, begin, einde):
        self.tik()
        feit = self.feiten[kies % len(self.feiten)]
        rij = self.rij(feit)
        mag = (
            feit.tot is None and begin >= BEGIN and (einde is None or einde > begin)
            and not self.bezet(feit.waar, begin, einde, zonder=feit)
        )
        if self.probeer(lambda: rol_corrigeren(
            toewijzing=rij, begin=begin, einde=einde, besluit=self.besluit, reden="Fout",
            door=SYSTEEM, nu=self.nu,
        ), mag):
            self.vervang(feit, [Feit(feit.wie, feit.waar, begin, einde, self.nu)])

    @rule()
    def bevriezen(self):
        stand = stand_nu()
        self.bevroren.append((stand.volgnummer, (stand.aantal, stand.sha256)))

    @precondition(lambda self: self.feiten)
    @rule(dag=DAGEN, halve=st.integers(0, 40), wie=WIE, waar=WAAR)
    def vraag(self, dag, halve, wie, waar):
        """Who held it, and was this person competent: on D, as known at K."""
        moment = START + halve * timedelta(hours=3.5)
        waar_ = [f for f in self.feiten if f.waar == waar and f.bekend(moment) and f.geldt(dag)]
        gevonden = houder("aon", self.opdrachten[waar], dag, moment)
        namen = [self.mensen.index(gevonden.medewerker)] if gevonden else []
        assert namen == [f.wie for f in waar_]
        antwoord = was_bevoegd(
            medewerker=self.mensen[wie], opdracht=self.opdrachten[waar], op=dag, bekend_op=moment
        )
        eigen = [
            f for f in self.feiten if (f.wie, f.waar) == (wie, waar) and f.bekend(moment)
        ]
        verwacht = (
            "ja" if any(f.geldt(dag) for f in eigen) else "nee" if eigen else "niet_geregistreerd"
        )
        assert antwoord.antwoord == verwacht

    @invariant()
    def niets_gaat_verloren(self):
        if not hasattr(self, "feiten"):
            return
        rijen = Roltoewijzing.objects.filter(opdracht__in=self.opdrachten)
        assert sorted(
            (r.begin_geldigheid, r.tijdstip_registratie, r.eind_registratie is None) for r in rijen
        ) == sorted((f.begin, f.sinds, f.tot is None) for f in self.feiten)
        for volgnummer, stand in self.bevroren:
            assert stand_bij(volgnummer) == stand

    @invariant()
    def rond_het_laatste_moment(self):
        """At the very moment of a change, and just before it."""
        if not getattr(self, "feiten", None):
            return
        for dag in (self.feiten[-1].begin, BEGIN + timedelta(days=TOT // 2)):
            for moment in (self.nu, self.nu - timedelta(microseconds=1)):
                rijen = Roltoewijzing.objects.geldig_op(dag).bekend_op(moment)
                assert sorted(
                    rijen.filter(opdracht__in=self.opdrachten)
                    .values_list("medewerker", "opdracht")
                ) == sorted(
                    (self.mensen[f.wie].pk, self.opdrachten[f.waar].pk)
                    for f in self.feiten if f.bekend(moment) and f.geldt(dag)
                )

    @invariant()
    def de_keten_klopt(self):
        if hasattr(self, "feiten"):
            assert keten.verifieren()[1] is None


@pytest.mark.django_db
def test_every_question_has_the_answer_of_the_model():
    rollen()
    run_state_machine_as_test(Registermodel, settings=settings(
        max_examples=14, stateful_step_count=16, deadline=None, derandomize=True,
        suppress_health_check=list(HealthCheck),
    ))
