"""The mandate regulation in versions, and powers that a holder passes on (R186, R199)."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitSoort
from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rapport, Rij, als_datum, als_getal, als_ja_nee, inlezen
from config.kern.models import Besluit
from config.kern.opmaak import euro
from config.kern.periode import Periode, periode_tekst
from config.kern.werkdagen import lokale_dag
from pdomein.models import Medewerker
from register.domain import keten, tijdlijn
from register.domain.roltoewijzing import geldend
from register.domain.schrijven import Aanleiding, stuk_van, zet_schrijven
from register.enums import Mutatie, OndermandaatAan
from register.models import Bevoegdheid, Mandaatregeling, Ondermandaat, Rol, Roltoewijzing
from register.queries.mandaat import VERWANT
from register.rules import mandaat as rules
from register.rules.inlezen import beletsel_mandaatregeling_inlezen

KOLOMMEN_MANDAAT = [
    "rol", "artikel", "omschrijving", "limiet_euro", "voorwaarden", "begin", "einde",
]


@transaction.atomic
def mandaatregeling_inlezen(
    *, rijen: Iterator[Rij], bestand: str = "mandaatregeling.csv", droog: bool = False,
    versie: str = "", per: date | None = None, vindplaats: str = "", door: Actor, nu: datetime,
) -> Rapport:
    """Read which powers the regulation gives to which role, from which day (R186, R199).

    With ``versie`` and ``per`` the file is a whole new version: what it leaves out or changes ends
    on ``per``, what it repeats goes on, and the past stays as it was.
    """
    eis(beletsel_mandaatregeling_inlezen(door=door))
    rollen = {r.code: r for r in Rol.objects.all()}
    nieuw = _versie(versie, per, vindplaats, door, nu) if versie or per else None
    blijft: set[int] = set()

    def verwerk(rij: Rij) -> str:
        if rij["rol"] not in rollen:
            eis(invoer(f"Rol “{rij['rol']}” bestaat niet.", "rol"))
        rol, waarden = rollen[rij["rol"]], _waarden(rij)
        if nieuw is not None:
            return _in_versie(nieuw, rol, rij, waarden, blijft)
        return _los(rol, rij, waarden)

    with transaction.atomic():
        rapport = inlezen(bestand=bestand, rijen=rijen, verwerk=verwerk, droog=droog)
        goed = rapport.geslaagd and not droog
        if goed and nieuw is not None:
            oud = Bevoegdheid.objects.filter(begin_geldigheid__lt=nieuw.begin_geldigheid)
            oud.exclude(einde_geldigheid__lte=nieuw.begin_geldigheid).exclude(
                pk__in=blijft
            ).update(einde_geldigheid=nieuw.begin_geldigheid)
        if goed:
            noteer("mandaatregeling_ingelezen", op=nieuw, door=door, nu=nu,
                   aantal=len(rapport.regels))
        elif nieuw is not None:
            nieuw.delete()
    return rapport


def _versie(
    versie: str, per: date | None, vindplaats: str, door: Actor, nu: datetime
) -> Mandaatregeling:
    if per is None:
        eis(invoer("Zeg vanaf welke dag de nieuwe versie geldt.", "per"))
    eis(rules.beletsel_mandaatversie(
        naam=versie, per=per,
        laatste=Mandaatregeling.objects.order_by("-begin_geldigheid").first(),
        later=Bevoegdheid.objects.filter(begin_geldigheid__gte=per).first(),
    ))
    return Mandaatregeling.objects.create(
        naam=versie.strip(), vindplaats=vindplaats.strip(), begin_geldigheid=per, ingelezen_op=nu,
        ingelezen_door_naam=door.naam,
    )


def _waarden(rij: Rij) -> dict[str, Any]:
    aan = rij.get("ondermandaat_aan") or OndermandaatAan.NIEMAND
    if aan not in OndermandaatAan.values:
        eis(invoer(f"“{aan}” is geen kring voor ondermandaat.", "ondermandaat_aan"))
    return {
        "omschrijving": rij["omschrijving"], "voorwaarden": rij["voorwaarden"],
        "handeling": str(rij.get("handeling", "")).strip()[:60],
        "limiet_euro": _bedrag(rij, "limiet_euro"),
        "bij_waarneming": als_ja_nee(rij, "bij_waarneming"),
        "limiet_waarneming": _bedrag(rij, "limiet_waarneming"),
        "ondermandaat_aan": str(aan), "limiet_ondermandaat": _bedrag(rij, "limiet_ondermandaat"),
        "einde_geldigheid": als_datum(rij, "einde"),
    }


def _bedrag(rij: Rij, kolom: str) -> Decimal | None:
    getal = als_getal(rij, kolom)
    if getal is not None and not 0 <= getal < 10**12:
        eis(invoer(f"{kolom}: vul een bedrag in van 0 of hoger.", kolom))
    return None if getal is None else getal.quantize(Decimal("0.01"))


def _los(rol: Rol, rij: Rij, waarden: dict[str, Any]) -> str:
    regel, is_nieuw = Bevoegdheid.objects.get_or_create(
        rol=rol, artikel=rij["artikel"], defaults=waarden,
        begin_geldigheid=als_datum(rij, "begin", verplicht=True),
    )
    if is_nieuw:
        return "nieuw"
    if all(getattr(regel, k) == w for k, w in waarden.items()):
        return "ongewijzigd"
    for naam, waarde in waarden.items():
        setattr(regel, naam, waarde)
    regel.save()
    return "gewijzigd"


def _in_versie(
    nieuw: Mandaatregeling, rol: Rol, rij: Rij, waarden: dict[str, Any], blijft: set[int]
) -> str:
    per = nieuw.begin_geldigheid
    begin = als_datum(rij, "begin") or per
    oud = (
        Bevoegdheid.objects.filter(rol=rol, artikel=rij["artikel"], begin_geldigheid__lt=per)
        .exclude(einde_geldigheid__lte=per).first()
    )
    if oud is not None and all(getattr(oud, k) == w for k, w in waarden.items()):
        blijft.add(oud.pk)
        return "ongewijzigd"
    if begin != per:
        eis(invoer(f"In deze versie begint elk nieuw artikel op {per.isoformat()}.", "begin"))
    Bevoegdheid.objects.create(
        regeling=nieuw, rol=rol, artikel=rij["artikel"], begin_geldigheid=per, **waarden
    )
    return "nieuw" if oud is None else "gewijzigd"


@transaction.atomic
def ondermandaat_verlenen(
    *, toewijzing: Roltoewijzing, medewerker: Medewerker, artikel: str,
    limiet_euro: Decimal | None = None, begin: date, einde: date | None = None,
    besluit: Besluit | None = None, door: Actor, nu: datetime,
) -> Ondermandaat:
    """Pass one power on to somebody else, on the opdracht of this entry (R076, R186, R199).

    Without ``besluit`` the giver decides at this moment, and the decision is stored with it.
    """
    keten.vergrendelen()
    rij = geldend(toewijzing)
    vraag = rules.MandaatVraag(rij, medewerker, artikel, limiet_euro, begin, einde, besluit)
    eis(rules.beletsel_ondermandaat_verlenen(vraag=vraag, door=door, vandaag=lokale_dag(nu)))
    besluit = besluit or _besluit_van_gever(vraag, door, nu)
    nieuw = Ondermandaat(
        medewerker=medewerker, gever=rij.medewerker, rol=rij.rol, opdracht=rij.opdracht,
        artikel=artikel, limiet_euro=limiet_euro,
    )
    aanleiding = Aanleiding(besluit, Mutatie.TOEWIJZING, "", door, nu)
    (rij_,) = zet_schrijven(nieuw, tijdlijn.toewijzen(Periode(begin, einde)), aanleiding)
    noteer("ondermandaat_verleend", op=rij_, door=door, nu=nu, besluit=besluit.kenmerk,
           begin=begin, einde=einde)
    return rij_


def _besluit_van_gever(vraag: rules.MandaatVraag, door: Actor, nu: datetime) -> Besluit:
    rij, dag = vraag.toewijzing, lokale_dag(nu)
    grens = f" tot en met {euro(vraag.limiet_euro)}" if vraag.limiet_euro is not None else ""
    return besluit_nemen(
        soort=BesluitSoort.ONDERMANDAAT, onderwerp=f"Ondermandaat {vraag.artikel}: {rij.opdracht}",
        tekst=f"{rij.medewerker.naam} ({rij.rol.naam}) geeft {vraag.medewerker.naam} mandaat voor "
        f"{vraag.artikel}{grens} op de opdracht {rij.opdracht}, "
        f"{periode_tekst(vraag.begin, vraag.einde)}.",
        hoedanigheid=rij.rol.naam, besluitdatum=dag, ingangsdatum=vraag.begin, door=door, nu=nu,
    )


@transaction.atomic
def ondermandaat_intrekken(
    *, ondermandaat: Ondermandaat, per: date, reden: str, besluit: Besluit | None = None,
    door: Actor, nu: datetime,
) -> Ondermandaat | None:
    """Take a power back; ``per`` is the first day without it. None when it never began."""
    keten.vergrendelen()
    rij = Ondermandaat.objects.select_related(*VERWANT).get(pk=ondermandaat.pk)
    eis(rules.beletsel_ondermandaat_intrekken(
        ondermandaat=rij, per=per, besluit=besluit, reden=reden, door=door
    ))
    besluit = besluit or besluit_nemen(
        soort=BesluitSoort.ONDERMANDAAT,
        onderwerp=f"Einde ondermandaat {rij.artikel}: {rij.opdracht}", tekst=reden.strip(),
        hoedanigheid=rij.rol.naam, besluitdatum=lokale_dag(nu), door=door, nu=nu,
    )
    aanleiding = Aanleiding(besluit, Mutatie.BEEINDIGING, reden.strip(), door, nu)
    rest = zet_schrijven(rij, tijdlijn.beeindigen(stuk_van(rij), per), aanleiding)
    noteer("ondermandaat_ingetrokken", op=rij, door=door, nu=nu, besluit=besluit.kenmerk, per=per)
    return rest[0] if rest else None
