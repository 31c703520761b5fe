"""Finding people for work: with the right professie, level and free hours, always the same ones."""

from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from random import Random

from django.db.models import Sum

from config.kern.actor import SYSTEEM
from config.kern.models import Demorol
from demo.maken.namen import Namen
from matching.models import TRO, Match, Procedure
from pdomein.domain.inlezen import medewerkers_inlezen
from pdomein.models import PPP, Medewerker, Plaatsing, PTeam
from pdomein.queries import pmanager_van
from register.queries import vrije_capaciteit_van

EIGEN = ["vast", "tijdelijk"]


class Mensen:
    def __init__(self, dobbel: Random) -> None:
        self.dobbel = dobbel
        self.gevraagd: Counter[int] = Counter()
        self.namen = Namen(dobbel)
        self.namen.gebruikt |= set(Medewerker.objects.values_list("email", flat=True))
        self.nieuw = 0
        self._demo: dict[str, Medewerker] = {}

    def demo(self, code: str) -> Medewerker:
        if code not in self._demo:
            self._demo[code] = Medewerker.objects.select_related("gebruiker").get(
                gebruiker__in=Demorol.objects.filter(code=code).values("gebruiker")
            )
        return self._demo[code]

    def vrij(
        self, kring: list[Medewerker], fte: Decimal, begin: date, einde: date
    ) -> list[Medewerker]:
        """Those with the hours, least asked first."""
        ruimte = Counter(vrije_capaciteit_van([m.pk for m in kring], begin, einde))
        ruimte.subtract(self._beloofd([m.pk for m in kring]))
        kan = [m for m in kring if ruimte[m.pk] > fte]
        self.dobbel.shuffle(kan)
        return sorted(kan, key=lambda m: self.gevraagd[m.pk])

    @staticmethod
    def _beloofd(ids: list[int]) -> dict[int, Decimal]:
        """Hours in matches that still wait for a yes: not promised twice."""
        wacht = Match.objects.filter(status="voorgesteld", medewerker__in=ids).order_by()
        return dict(wacht.values_list("medewerker").annotate(Sum("fte")))

    def kring(
        self, dag: date, *, professie: str = "", pteams: list[PTeam] | None = None,
        met_ppp: bool = False,
    ) -> list[Medewerker]:
        codes = None if pteams is None else {t.pk for t in pteams}
        return [
            p.medewerker for p in self._thuis
            if p.medewerker.in_dienst <= dag
            and (not professie or p.pteam.professie.code == professie)
            and (codes is None or p.pteam_id in codes)
            and (not met_ppp or p.medewerker_id in self._met_ppp)
        ]

    @cached_property
    def _thuis(self) -> list[Plaatsing]:
        """Everybody of our own with a home; nobody moves in the demo year."""
        return list(
            Plaatsing.objects.filter(
                einde=None, medewerker__dienstverband__in=EIGEN, medewerker__uit_dienst=None
            )
            .exclude(medewerker__functie="P-manager")
            .select_related("medewerker__gebruiker", "pteam__professie")
            .order_by("medewerker__personeelsnummer")
        )

    @cached_property
    def _met_ppp(self) -> set[int]:
        return set(PPP.objects.values_list("medewerker_id", flat=True))

    def kies(self, kan: list[Medewerker], aantal: int) -> list[Medewerker]:
        gekozen = kan[:aantal]
        self.gevraagd.update(m.pk for m in gekozen)
        return gekozen

    def voor_tro(
        self, tro: TRO, professie: str, dag: date, aantal: int, *,
        pteams: list[PTeam] | None = None, met_ppp: bool = False, begin: date | None = None,
        eerst: Medewerker | None = None,
    ) -> list[Medewerker]:
        """People of this professie on the asked level with the hours; then others.

        ``eerst`` goes before everybody, if that person has the hours.
        """
        ringen = (
            self.kring(dag, professie=professie, pteams=pteams, met_ppp=met_ppp),
            self.kring(dag, pteams=pteams, met_ppp=met_ppp),
        )
        begin = begin or tro.begin
        kan = self.vrij([eerst] if eerst else [], tro.fte, begin, tro.einde)
        for ring in ringen:
            ring = [m for m in ring if m not in kan]
            vrij = self.vrij(ring, tro.fte, begin, tro.einde)
            kan += [m for m in vrij if _op_niveau(m, tro)] + [
                m for m in vrij if not _op_niveau(m, tro)
            ]
            if len(kan) >= aantal:
                break
        return self.kies(kan, aantal)

    def aannemen(
        self, dag: datetime, pteam: PTeam, *, dienstverband: str, begin: date, einde: date | None,
        functie: str, schaal: int,
    ) -> Medewerker:
        """Somebody new, through the file of the personnel system (R277)."""
        naam, adres = self.namen.nieuw()
        self.nieuw += 1
        nummer = str(900_000 + self.nieuw)
        rapport = medewerkers_inlezen(rijen=[{
            "personeelsnummer": nummer, "naam": naam, "email": adres, "functie": functie,
            "functiegroep": "specialist", "schaal": schaal if dienstverband in EIGEN else "",
            "aanstelling_fte": "1.000", "dienstverband": dienstverband,
            "in_dienst": begin.isoformat(), "uit_dienst": einde.isoformat() if einde else "",
            "pteam_code": pteam.code, "kernactiviteit": functie,
        }], door=SYSTEEM, nu=dag)
        if not rapport.geslaagd:
            raise LookupError(rapport.fouten[0].tekst)
        return Medewerker.objects.select_related("gebruiker").get(personeelsnummer=nummer)


def _op_niveau(m: Medewerker, tro: TRO) -> bool:
    return m.schaal is not None and tro.schaal_van <= m.schaal <= tro.schaal_tot


def pmanager(m: Medewerker, dag: date) -> Medewerker | None:
    baas = pmanager_van(m, dag)
    if baas is None or baas.pk == m.pk:
        return None
    return Medewerker.objects.select_related("gebruiker").get(pk=baas.pk)


def leider(pteam: PTeam, dag: date) -> Medewerker:
    rij = (
        pteam.pmanagers.filter(begin__lte=dag).exclude(einde__lte=dag)
        .select_related("medewerker__gebruiker").get()
    )
    return rij.medewerker


def vers(procedure: Procedure) -> Procedure:
    return Procedure.objects.select_related(
        "matchvraag__opdracht__opgave", "matchvraag__opdracht__bovenliggende", "matchvraag__tro",
        "matchvraag__capaciteitsvraag__professie",
    ).get(pk=procedure.pk)


def lopende_match(procedure: Procedure) -> Match:
    return (
        procedure.matches.select_related("medewerker__gebruiker", "procedure__matchvraag__opdracht")
        .get(status="voorgesteld")
    )
