"""The seven headings of the Personeelsmonitor Provincies, as far as Inzet knows (R389, R386)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Sum

from config.kern.queries import instelling
from pdomein.enums import Dienstverband, Functiegroep
from pdomein.enums_leren import Leervorm
from pdomein.groepen import KLEINSTE_GROEP, te_tonen
from pdomein.models import PPP, Leeftijdsgroep, Medewerker, Ontwikkelafspraak
from register.queries.capaciteitsbeeld import capaciteit_per
from register.queries.doorstroom import ERBIJ, IN, UIT, doorstroom
from register.queries.loonkosten import concernkosten

KOPPEN = (
    "Werkgelegenheid", "Personeelsopbouw", "In- en uitstroom", "Beloning- en loonkosten",
    "Ziekteverzuim", "Opleiding en ontwikkeling", "Sociale zekerheid",
)
NIET_IN_INZET = "niet in Inzet"
KOLOMMEN = (
    "onderdeel", "cijfer", "uitsplitsing", "waarde", "eenheid", "definitie", "bron",
)
DEFINITIES = {
    "Mensen in dienst": "Iedereen met een dienstverband op de peildatum, zonder het bestuur.",
    "Omvang": "De aanstellingen bij elkaar in fte, op de peildatum.",
    "Mensen per schaal": "Mensen in dienst met die salarisschaal.",
    "Mensen per functiegroep": "Mensen in dienst in een van de zes functiegroepen van bijlage 3.",
    "Leeftijd": "Aantal mensen per leeftijdsgroep, samengeteld door het personeelssysteem.",
    "In dienst gekomen": "Mensen met een eerste plaatsing in de periode.",
    "Van team gewisseld": "Mensen die in de periode naar een ander P-team gingen.",
    "Uit dienst gegaan": "Mensen van wie het dienstverband in de periode eindigde.",
    "Loonkosten komend jaar": "Fte per schaal maal de gemiddelde loonkosten van die schaal.",
    "Loonkosten per fte": "De loonkosten van een jaar gedeeld door de fte met een schaal.",
    "Ziekteverzuim": "Inzet bewaart geen verzuim. Het personeelssysteem heeft deze cijfers.",
    "Ontwikkeltijd": "Het deel van de aanstelling dat is vrijgehouden voor ontwikkeling.",
    "Flexibele schil": "Deel van de omvang dat tijdelijk, trainee, stagiair of extern is.",
    "Gepubliceerde PPP's": "Deel van de mensen in dienst met een PPP dat collega's kunnen zien.",
    "Afspraken over leren": "Ontwikkelafspraken die op de peildatum lopen, per manier van leren.",
    "Sociale zekerheid": "Inzet bewaart geen uitkeringen. Die staan in het personeelssysteem.",
}


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One number of the monitor with what it means and where it comes from."""

    onderdeel: str
    cijfer: str
    uitsplitsing: str
    waarde: Decimal | int | None
    eenheid: str
    bron: str = "Inzet"

    @property
    def definitie(self) -> str:
        return DEFINITIES[self.cijfer]

    @property
    def tekst(self) -> str:
        if self.bron == NIET_IN_INZET:
            return NIET_IN_INZET
        return "minder dan 5 mensen" if self.waarde is None else ""


def monitor(dag: date) -> list[Cijfer]:
    """All headings in the order of the source; what Inzet does not know says so."""
    return [
        *_werkgelegenheid(dag), *_opbouw(dag), *_stroom(dag), *_beloning(dag),
        Cijfer(KOPPEN[4], "Ziekteverzuim", "", None, "", NIET_IN_INZET), *_ontwikkeling(dag),
        Cijfer(KOPPEN[6], "Sociale zekerheid", "", None, "", NIET_IN_INZET),
    ]


def _groepen(
    onderdeel: str, cijfer: str, rijen: Iterable[tuple[str, int, Decimal]], eenheid: str
) -> list[Cijfer]:
    """Rows ``(naam, mensen, waarde)``: small groups without a value."""
    rijen = list(rijen)
    zichtbaar = te_tonen({naam: n for naam, n, _ in rijen})
    return [
        Cijfer(onderdeel, cijfer, naam, waarde if naam in zichtbaar else None, eenheid)
        for naam, _, waarde in rijen
    ]


def _mensen(dag: date) -> Any:
    return (
        Medewerker.objects.in_dienst(dag).exclude(dienstverband=Dienstverband.BESTUUR).order_by()
    )


def _werkgelegenheid(dag: date) -> list[Cijfer]:
    per = list(
        _mensen(dag).values_list("dienstverband")
        .annotate(n=Count("pk"), fte=Sum("aanstelling_fte")).order_by("dienstverband")
    )
    rijen = [(Dienstverband(d).label, n, fte) for d, n, fte in per]
    return [
        *_groepen(KOPPEN[0], "Mensen in dienst", ((d, n, n) for d, n, _ in rijen), "mensen"),
        *_groepen(KOPPEN[0], "Omvang", rijen, "fte"),
    ]


def _opbouw(dag: date) -> list[Cijfer]:
    schalen = _mensen(dag).values_list("schaal").annotate(n=Count("pk")).order_by("schaal")
    groepen = (
        _mensen(dag).values_list("functiegroep").annotate(n=Count("pk")).order_by("functiegroep")
    )
    namen = dict(Functiegroep.choices)
    leeftijd = (
        Leeftijdsgroep.objects.filter(
            peildatum=Leeftijdsgroep.objects.order_by().values_list("peildatum")
            .annotate(d=Max("peildatum")).order_by("-peildatum").values("peildatum")[:1]
        ).order_by("cohort").values_list("cohort").annotate(n=Sum("aantal"))
    )
    return [
        *_groepen(KOPPEN[1], "Mensen per schaal", (
            (f"schaal {s}" if s else "zonder schaal", n, n) for s, n in schalen
        ), "mensen"),
        *_groepen(KOPPEN[1], "Mensen per functiegroep", (
            (namen.get(g, "zonder functiegroep"), n, n) for g, n in groepen
        ), "mensen"),
        *_groepen(KOPPEN[1], "Leeftijd", ((c, n, n) for c, n in leeftijd), "mensen"),
    ]


def _stroom(dag: date) -> list[Cijfer]:
    """Counts of the organisation over the period of the setting."""
    beeld = doorstroom("domein", dag)
    som = {
        soort: sum(k.get(soort, 0) for s in beeld.stromen for k in s.per_kwartaal.values())
        for soort in (IN, ERBIJ, UIT)
    }
    periode = f"{beeld.van:%d-%m-%Y} tot {beeld.tot:%d-%m-%Y}"
    return [
        Cijfer(KOPPEN[2], naam, periode, som[soort], "mensen")
        for naam, soort in (
            ("In dienst gekomen", IN), ("Van team gewisseld", ERBIJ), ("Uit dienst gegaan", UIT),
        )
    ]


def _beloning(dag: date) -> list[Cijfer]:
    kosten = concernkosten(dag)
    fte = _mensen(dag).filter(schaal__isnull=False).aggregate(
        som=Sum("aanstelling_fte"), n=Count("pk")
    )
    genoeg = kosten.is_te_tonen and fte["n"] >= KLEINSTE_GROEP
    return [
        Cijfer(KOPPEN[3], "Loonkosten komend jaar", "", round(kosten.euro) if genoeg else None,
               "euro"),
        Cijfer(KOPPEN[3], "Loonkosten per fte", "",
               round(kosten.euro / fte["som"]) if genoeg and fte["som"] else None, "euro"),
    ]


def _ontwikkeling(dag: date) -> list[Cijfer]:
    [nu] = capaciteit_per("organisatie", [dag]).get(0) or [None]
    mensen = _mensen(dag).count()
    genoeg = nu is not None and mensen >= KLEINSTE_GROEP
    ppps = PPP.objects.filter(
        medewerker__in=_mensen(dag), gepubliceerd_op__isnull=False
    ).count()
    lopend = Ontwikkelafspraak.objects.filter(begin__lte=dag, klaar_op__gte=dag).order_by()
    vormen = lopend.values_list("vorm").annotate(
        n=Count("medewerker", distinct=True), aantal=Count("pk")
    )
    namen = dict(Leervorm.choices)

    def deel(waarde: Decimal, geheel: Decimal) -> Decimal | None:
        return round(waarde / geheel * 100, 1) if genoeg and geheel else None

    return [
        Cijfer(KOPPEN[5], "Ontwikkeltijd", f"{instelling('ONTWIKKEL_PCT', dag)}% per mens",
               round(nu.ontwikkel, 1) if genoeg and nu else None, "fte"),
        Cijfer(KOPPEN[5], "Flexibele schil", "",
               deel(nu.flexibel, nu.aanstelling) if nu else None, "%"),
        Cijfer(KOPPEN[5], "Gepubliceerde PPP's", "", deel(Decimal(ppps), Decimal(mensen)), "%"),
        *_groepen(KOPPEN[5], "Afspraken over leren", (
            (namen.get(v, v), n, aantal) for v, n, aantal in sorted(vormen)
        ), "afspraken"),
    ]


def export_rijen(cijfers: Iterable[Cijfer]) -> list[dict[str, Any]]:
    return [
        {
            "onderdeel": c.onderdeel, "cijfer": c.cijfer, "uitsplitsing": c.uitsplitsing,
            "waarde": c.waarde if c.waarde is not None else c.tekst, "eenheid": c.eenheid,
            "definitie": c.definitie, "bron": c.bron,
        }
        for c in cijfers
    ]
