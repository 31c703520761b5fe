"""Two registrars at the same moment: two connections, real threads, one winner."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connections

from config.kern.actor import SYSTEEM
from config.kern.fouten import DomeinFout
from register.domain.gebeurtenis import gebeurtenissen_verwerken
from register.domain.keten import verifieren
from register.domain.roltoewijzing import rol_beeindigen, rol_corrigeren
from register.models import Inzet, Registergebeurtenis, Roltoewijzing
from register.queries import vrije_capaciteit
from tests.factories.kern import NU, VANDAAG
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import InzetFactory, OpdrachtFactory, RolFactory, aanwijzing, rollen

pytestmark = pytest.mark.django_db(transaction=True)


def tegelijk(*taken):
    """Run every task in a thread of its own, all let go at once; the refusals come back."""
    poort = Barrier(len(taken))

    def doe(taak):
        try:
            poort.wait(timeout=20)
            taak()
        except DomeinFout as fout:
            return fout.status
        finally:
            connections.close_all()
        return 201

    with ThreadPoolExecutor(len(taken)) as pool:
        return sorted(pool.map(doe, taken))


def test_two_registrars_cannot_both_enter_an_aon():
    """R074, BETROUWBAAR 2.A3."""
    rollen()
    opdracht = OpdrachtFactory()
    besluit = aanwijzing()
    mensen = [MedewerkerFactory() for _ in range(4)]
    uitkomst = tegelijk(*(
        lambda m=m: RolFactory(op=opdracht, medewerker=m, besluit=besluit) for m in mensen
    ))
    assert uitkomst == [201, 409, 409, 409]
    assert Roltoewijzing.objects.count() == 1
    assert verifieren() == (1, None)


def test_two_tables_cannot_both_take_the_last_capacity():
    """E20."""
    rollen()
    mens, besluit = MedewerkerFactory(), aanwijzing()
    opdrachten = [OpdrachtFactory() for _ in range(2)]
    uitkomst = tegelijk(*(
        lambda o=o: InzetFactory(
            medewerker=mens, opdracht=o, fte=Decimal("0.5"), besluit=besluit
        )
        for o in opdrachten
    ))
    assert uitkomst == [201, 409]
    assert Inzet.objects.count() == 1
    assert vrije_capaciteit(mens, VANDAAG, None) == Decimal("0.40")
    assert verifieren() == (1, None)


def test_two_registrars_cannot_both_change_the_same_entry_and_beat_tells_it_once():
    """R196: the second sees that the entry was replaced. R193: two workers, no doubles."""
    rollen()
    rij, besluit = RolFactory(), aanwijzing()
    uitkomst = tegelijk(
        lambda: rol_beeindigen(
            toewijzing=rij, per=VANDAAG, besluit=besluit, reden="Klaar", door=SYSTEEM, nu=NU
        ),
        lambda: rol_corrigeren(
            toewijzing=rij, begin=VANDAAG, einde=None, besluit=besluit, reden="Fout",
            door=SYSTEEM, nu=NU,
        ),
    )
    assert uitkomst == [201, 409]
    assert Roltoewijzing.objects.nu_bekend().count() == 1
    assert verifieren() == (3, None)
    tegelijk(*[lambda: gebeurtenissen_verwerken(nu=NU)] * 3)
    nummers = list(
        Registergebeurtenis.objects.order_by("volgnummer").values_list("volgnummer", flat=True)
    )
    assert nummers == list(range(1, len(nummers) + 1))
    assert Registergebeurtenis.objects.filter(schakel__isnull=False).count() == 3
