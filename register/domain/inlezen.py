"""Reading the roles and the inzet that a province already has.

The rows go through the same rules as a single command and are written with one pen, many at once.
The moment of registration is the moment of reading (E22): a file cannot say otherwise.
"""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.besluit import besluiten_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitSoort, BesluitStatus
from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rapport, Rij, als_datum, als_getal, inlezen
from config.kern.models import Besluit, Gremium
from config.kern.periode import Periode
from config.kern.queries import instelling
from opgaven.models import ODomein, Opdracht, Opgave
from pdomein.models import Beschikbaarheid, Medewerker, ProfessioneelDomein, Rolomvang
from register.domain import keten, tijdlijn
from register.domain.capaciteit import Last, laagste_vrij
from register.domain.roltoewijzing import rij_van
from register.domain.schrijven import Aanleiding, nieuwe_rij, rijen_toevoegen
from register.enums import Mutatie, ObjectSoort, Teamrol
from register.models import Inzet, Rol
from register.queries.capaciteit import ROL_PMANAGER
from register.queries.houders import veld_van
from register.queries.kennis import Bezet, Kennis
from register.rules import inlezen as rules
from register.rules.inzet import beletsel_inzet_vastleggen
from register.rules.rol import RolVraag, beletsel_rol_toewijzen

KOLOMMEN_ROLLEN = [
    "rol", "personeelsnummer", "objectsoort", "object_code", "begin", "einde",
    "besluit_onderwerp", "besluitdatum", "hoedanigheid",
]
KOLOMMEN_INZET = [
    "personeelsnummer", "opdracht_code", "teamrol", "fte", "begin", "einde", "resultaat",
    "besluitdatum",
]
MODELLEN = {
    ObjectSoort.OPDRACHT: Opdracht, ObjectSoort.OPGAVE: Opgave, ObjectSoort.ODOMEIN: ODomein,
    ObjectSoort.DOMEIN: ProfessioneelDomein, ObjectSoort.GREMIUM: Gremium,
}


class _Gegevens:
    """The things a file names, found by code; each kind is read once."""

    def __init__(self) -> None:
        self._soorten: dict[Any, dict[str, Any]] = {}
        self._besluiten: dict[tuple, Besluit] = {}

    def een(self, model: Any, sleutel: str, code: str, wat: str) -> Any:
        if model not in self._soorten:
            self._soorten[model] = {getattr(o, sleutel): o for o in model.objects.order_by("pk")}
        if code not in self._soorten[model]:
            eis(invoer(f"{wat} “{code}” bestaat niet.", sleutel))
        return self._soorten[model][code]

    def medewerker(self, rij: Rij) -> Medewerker:
        return self.een(
            Medewerker, "personeelsnummer", rij["personeelsnummer"], "Personeelsnummer"
        )

    def besluit(self, **velden: Any) -> Besluit:
        """One decision for rows that name the same one; written when the file is accepted."""
        sleutel = tuple(sorted((k, str(v)) for k, v in velden.items()))
        if sleutel not in self._besluiten:
            self._besluiten[sleutel] = Besluit(status=BesluitStatus.VASTGESTELD, **velden)
        return self._besluiten[sleutel]

    def besluiten_bewaren(self, gebruikt: list[Besluit], door: Actor, nu: datetime) -> dict:
        eigen = list({id(b): b for b in gebruikt}.values())
        velden = [
            {v: getattr(b, v) for v in (
                "soort", "onderwerp", "tekst", "hoedanigheid", "besluitdatum", "ingangsdatum",
                "dossiernummer",
            )}
            for b in eigen
        ]
        echt = besluiten_nemen(velden=velden, door=door, nu=nu)
        return dict(zip(map(id, eigen), echt, strict=True))


@transaction.atomic
def rollen_inlezen(
    *, rijen: Iterator[Rij], bestand: str = "rollen.csv", droog: bool = False, door: Actor,
    nu: datetime,
) -> Rapport:
    """Read the current role holders, each with the decision it rests on (R182, R188)."""
    eis(rules.beletsel_rollen_inlezen(door=door))
    keten.vergrendelen()
    gegevens, kennis, klaar = _Gegevens(), Kennis(alles=True), []

    def verwerk(rij: Rij) -> str:
        vraag = _rolvraag(rij, gegevens)
        bezet = _bezet(vraag)
        if bezet in kennis.rollen_van(vraag.medewerker.pk):
            return "ongewijzigd"
        eis(beletsel_rol_toewijzen(vraag=vraag, door=door, kennis=kennis))
        kennis.erbij(bezet)
        klaar.append((vraag.besluit, rij_van(vraag), Periode(vraag.begin, vraag.einde)))
        return "nieuw"

    rapport = inlezen(bestand=bestand, rijen=rijen, verwerk=verwerk, droog=droog)
    _bewaren("rollen_ingelezen", rapport, klaar, gegevens, door, nu)
    return rapport


def _rolvraag(rij: Rij, gegevens: _Gegevens) -> RolVraag:
    rol = gegevens.een(Rol, "code", rij["rol"], "Rol")
    begin = als_datum(rij, "begin", verplicht=True)
    besluit = gegevens.besluit(
        soort=BesluitSoort.AANWIJZING, onderwerp=rij["besluit_onderwerp"] or rol.naam,
        tekst=rij["besluit_onderwerp"] or rol.naam, hoedanigheid=rij["hoedanigheid"],
        besluitdatum=als_datum(rij, "besluitdatum") or begin, ingangsdatum=begin,
        dossiernummer=rij.get("dossiernummer") or rij["object_code"] or rol.code,
    )
    return RolVraag(
        rol, gegevens.medewerker(rij), _object(rij, gegevens), begin, als_datum(rij, "einde"),
        besluit, rij.get("uitzondering", ""),
    )


def _object(rij: Rij, gegevens: _Gegevens) -> Any:
    soort = rij["objectsoort"] or ObjectSoort.GEEN
    if soort not in ObjectSoort.values:
        eis(invoer(f"“{soort}” is geen soort object.", "objectsoort"))
    if soort == ObjectSoort.GEEN:
        return None
    return gegevens.een(MODELLEN[soort], "code", rij["object_code"], ObjectSoort(soort).label)


def _bezet(vraag: RolVraag) -> Bezet:
    veld = veld_van(vraag.op)
    objecten = {v: vraag.op.pk if v == veld else None for v in keten.OBJECTEN}
    return Bezet(
        rol=vraag.rol.code, medewerker_id=vraag.medewerker.pk, naam=vraag.medewerker.naam,
        begin=vraag.begin, einde=vraag.einde, **objecten,
    )


def _bewaren(
    handeling: str, rapport: Rapport, klaar: list, gegevens: _Gegevens, door: Actor, nu: datetime
) -> None:
    if not rapport.geslaagd or rapport.droog or not klaar:
        return
    echt = gegevens.besluiten_bewaren([b for b, _, _ in klaar], door, nu)
    rijen = []
    for besluit, voorbeeld, periode in klaar:
        aanleiding = Aanleiding(echt[id(besluit)], Mutatie.TOEWIJZING, "", door, nu)
        (stuk,) = tijdlijn.toewijzen(periode).toevoegen
        rijen.append(nieuwe_rij(voorbeeld, stuk, aanleiding))
    rijen_toevoegen(rijen, nu)
    noteer(handeling, door=door, nu=nu, aantal=len(rijen), bestand=rapport.bestand)


@transaction.atomic
def inzet_inlezen(
    *, rijen: Iterator[Rij], bestand: str = "inzet.csv", droog: bool = False, door: Actor,
    nu: datetime,
) -> Rapport:
    """Read who works where; nobody above the free capacity (R005, R138)."""
    eis(rules.beletsel_inzet_inlezen(door=door))
    keten.vergrendelen()
    gegevens, lasten, klaar = _Gegevens(), _lasten(), []
    bekend = set(
        Inzet.objects.nu_bekend().order_by().values_list(
            "medewerker_id", "opdracht_id", "teamrol", "fte", "begin_geldigheid",
            "einde_geldigheid",
        )
    )
    pct: dict[date, Any] = {}

    def verwerk(rij: Rij) -> str:
        voorbeeld, begin, einde, besluit = _inzetregel(rij, gegevens)
        mens, fte = voorbeeld.medewerker, voorbeeld.fte
        sleutel = (mens.pk, voorbeeld.opdracht.pk, voorbeeld.teamrol, fte, begin, einde)
        if sleutel in bekend:
            return "ongewijzigd"
        if begin not in pct:
            pct[begin] = instelling("ONTWIKKEL_PCT", begin)
        eigen = lasten.setdefault(mens.pk, [])
        vrij = laagste_vrij(
            aanstelling=mens.aanstelling_fte, ontwikkel_pct=pct[begin], lasten=eigen,
            begin=begin, einde=einde,
        )
        eis(beletsel_inzet_vastleggen(
            medewerker=mens, fte=fte, begin=begin, einde=einde, besluit=besluit, door=door,
            vrij=vrij,
        ))
        eigen.append(Last(begin, einde, fte))
        bekend.add(sleutel)
        klaar.append((besluit, voorbeeld, Periode(begin, einde)))
        return "nieuw"

    rapport = inlezen(bestand=bestand, rijen=rijen, verwerk=verwerk, droog=droog)
    _bewaren("inzet_ingelezen", rapport, klaar, gegevens, door, nu)
    return rapport


def _inzetregel(rij: Rij, gegevens: _Gegevens) -> tuple[Inzet, date, date | None, Besluit]:
    opdracht = gegevens.een(Opdracht, "code", rij["opdracht_code"], "Opdracht")
    begin, einde = als_datum(rij, "begin", verplicht=True), als_datum(rij, "einde")
    if rij["teamrol"] not in Teamrol.values:
        eis(invoer(f"“{rij['teamrol']}” is geen rol in een team.", "teamrol"))
    onderwerp = f"Inzet op {opdracht.naam}"[:250]
    besluitdatum = als_datum(rij, "besluitdatum") or begin
    besluit = gegevens.besluit(
        soort=BesluitSoort.INZET, onderwerp=onderwerp, tekst=onderwerp,
        hoedanigheid=rij.get("hoedanigheid") or "P-managers (ingelezen inzet)",
        besluitdatum=besluitdatum, ingangsdatum=besluitdatum,
        dossiernummer=rij.get("dossiernummer") or opdracht.code,
    )
    voorbeeld = Inzet(
        medewerker=gegevens.medewerker(rij), opdracht=opdracht, teamrol=rij["teamrol"],
        fte=als_getal(rij, "fte", verplicht=True).quantize(Decimal("0.001")),
        resultaat=rij.get("resultaat", "")[:250],
    )
    return voorbeeld, begin, einde, besluit


def _lasten() -> dict[int, list[Last]]:
    """Everything that takes time now, for everyone, in three queries."""
    rijen = [
        *Inzet.objects.nu_bekend().order_by().values_list(
            "medewerker_id", "begin_geldigheid", "einde_geldigheid", "fte"
        ),
        *Beschikbaarheid.objects.order_by().values_list(
            "medewerker_id", "begin", "einde", "fte_minder"
        ),
        *(
            (m, b, e, fte * pct / 100)
            for m, b, e, fte, pct in Rolomvang.objects.filter(rol=ROL_PMANAGER)
            .order_by()
            .values_list("medewerker_id", "begin", "einde", "medewerker__aanstelling_fte", "pct")
        ),
    ]
    lasten: dict[int, list[Last]] = {}
    for medewerker_id, begin, einde, fte in rijen:
        lasten.setdefault(medewerker_id, []).append(Last(begin, einde, fte))
    return lasten
