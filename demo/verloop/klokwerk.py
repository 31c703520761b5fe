"""Stories that wait for each other: each yields the moment at which it goes on."""

import heapq
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from config.kern.actor import Actor
from config.kern.models import Gremium
from config.kern.periode import MAANDEN
from config.kern.queries import niet_werkdagen
from config.kern.werkdagen import is_werkdag, werkdag_na
from demo.laden import Meld, om
from matching.domain.termijnen import termijnen_verwerken
from matching.enums import TermijnStatus
from matching.models import Termijn
from pdomein.models import Medewerker
from register.domain.rechten import actor_voor_gebruiker
from register.queries import houder

Verhaal = Generator[datetime, datetime, None]


@dataclass(slots=True)
class Tijd:
    """Days of the demo year: working days count."""

    vandaag: date
    start: date
    vrij: frozenset[date] = field(default_factory=niet_werkdagen)

    def werkdag(self, dag: date) -> date:
        """``dag`` itself or the next working day."""
        while not is_werkdag(dag, self.vrij):
            dag += timedelta(days=1)
        return dag

    def na(self, dag: date, aantal: int) -> date:
        return werkdag_na(dag, aantal, self.vrij)

    def voor(self, dag: date, aantal: int) -> date:
        while aantal:
            dag -= timedelta(days=1)
            aantal -= is_werkdag(dag, self.vrij)
        return dag

    @property
    def gisteren(self) -> date:
        """The last working day before today: all that stands ready was done by then."""
        return self.voor(self.vandaag, 1)

    @property
    def tafel(self) -> date:
        """The day of the session that is waiting: today, or the first working day."""
        return self.werkdag(self.vandaag)

    @property
    def tafel_vorige(self) -> date:
        """The session of a week before."""
        return self.werkdag(self.tafel - timedelta(days=7))


class Klokwerk:
    """Lets all stories go on in order of time; the deadlines of the program in between."""

    def __init__(self, tijd: Tijd, zaad: int, meld: Meld) -> None:
        self.tijd, self.meld = tijd, meld
        self.dobbel = Random(f"{zaad}:verloop")
        self.wachtrij: list[tuple[datetime, int, Verhaal]] = []
        self.teller = self.stappen = 0

    def begin(self, verhaal: Verhaal, op: datetime) -> None:
        """Start a story at ``op``: its first ``yield`` only says that it is ready."""
        next(verhaal)
        self._zet(verhaal, op)

    def _zet(self, verhaal: Verhaal, op: datetime) -> None:
        self.teller += 1
        heapq.heappush(self.wachtrij, (op, self.teller, verhaal))

    def draai(self, tot: datetime) -> int:
        maand = 0
        while self.wachtrij and self.wachtrij[0][0] <= tot:
            nu, _, verhaal = heapq.heappop(self.wachtrij)
            if nu.month != maand:
                maand = nu.month
                self.meld(f"  {MAANDEN[maand - 1]} {nu.year}: {self.stappen} stappen gezet")
            self.termijnen(nu)
            self.stappen += 1
            with suppress(StopIteration):
                self._zet(verhaal, max(nu, verhaal.send(nu)))
        self.termijnen(tot)
        return self.stappen

    @staticmethod
    def termijnen(nu: datetime) -> None:
        """As beat does: a minute after it was due."""
        while True:
            eerste = (
                Termijn.objects.filter(
                    status=TermijnStatus.OPEN, vervalt_op__lte=nu, procedure__gepauzeerd_op=None
                )
                .order_by("vervalt_op").values_list("vervalt_op", flat=True).first()
            )
            if eerste is None:
                return
            termijnen_verwerken(nu=min(nu, eerste + timedelta(minutes=1)))


def als(medewerker: Medewerker, nu: datetime) -> Actor:
    """This person with the rights of that moment, as the middleware would say."""
    return actor_voor_gebruiker(medewerker.gebruiker, nu)


def houdt(rol: str, op: object, dag: date) -> Medewerker:
    rij = houder(rol, op, dag)
    if rij is None:
        raise LookupError(f"Niemand heeft rol {rol} op {op} op {dag}")
    return Medewerker.objects.select_related("gebruiker").get(pk=rij.medewerker_id)


def gremium(code: str) -> Gremium:
    return Gremium.objects.get(code=code)


__all__ = ["Klokwerk", "Tijd", "Verhaal", "als", "gremium", "houdt", "om"]
