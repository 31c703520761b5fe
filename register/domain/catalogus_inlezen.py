"""A province adds roles and changes bijlage 3 with a file: data, no release (HUIS §7, R112)."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rapport, Rij, als_getal, als_ja_nee, inlezen
from pdomein.enums import Functiegroep
from register.enums import ObjectSoort
from register.models import Matrixregel, Rol, Roltoewijzing
from register.rules.inlezen import (
    beletsel_functiematrix_inlezen,
    beletsel_rol_wijzigen,
    beletsel_rolcatalogus_inlezen,
)

KOLOMMEN_CATALOGUS = ["code", "naam", "objectsoort", "is_exclusief", "omschrijving"]
KOLOMMEN_MATRIX = ["rol", "functiegroep", "schaal_van", "schaal_tot", "bron_zeker"]


@transaction.atomic
def rolcatalogus_inlezen(
    *, rijen: Iterator[Rij], bestand: str = "rolcatalogus.csv", droog: bool = False, door: Actor,
    nu: datetime,
) -> Rapport:
    """Add roles and change their words; what a held role means stays as it is (R111)."""
    eis(beletsel_rolcatalogus_inlezen(door=door))

    def verwerk(rij: Rij) -> str:
        code, soort = rij["code"].strip().lower(), rij["objectsoort"]
        if soort not in ObjectSoort.values:
            eis(invoer(f"“{soort}” is geen soort object.", "objectsoort"))
        waarden = {
            "naam": rij["naam"], "objectsoort": soort, "omschrijving": rij["omschrijving"],
            "is_exclusief": als_ja_nee(rij, "is_exclusief"),
        }
        rol = Rol.objects.filter(code=code).first()
        if rol is not None and all(getattr(rol, k) == w for k, w in waarden.items()):
            return "ongewijzigd"
        is_nieuw = rol is None
        if is_nieuw:
            rol = Rol(code=code, volgorde=Rol.objects.count() + 1)
        else:
            eis(beletsel_rol_wijzigen(
                rol=rol, objectsoort=soort, is_exclusief=waarden["is_exclusief"],
                is_in_gebruik=Roltoewijzing.objects.filter(rol=rol).exists(),
            ))
        for naam, waarde in waarden.items():
            setattr(rol, naam, waarde)
        rol.full_clean()
        rol.save()
        return "nieuw" if is_nieuw else "gewijzigd"

    rapport = inlezen(bestand=bestand, rijen=rijen, verwerk=verwerk, droog=droog)
    if rapport.geslaagd and not droog:
        noteer("rolcatalogus_ingelezen", door=door, nu=nu, aantal=len(rapport.regels))
    return rapport


@transaction.atomic
def functiematrix_inlezen(
    *, rijen: Iterator[Rij], bestand: str = "functiematrix.csv", droog: bool = False, door: Actor,
    nu: datetime,
) -> Rapport:
    """The file is the whole matrix of bijlage 3: what it leaves out is gone (R112-R115)."""
    eis(beletsel_functiematrix_inlezen(door=door))
    rollen = {r.code: r for r in Rol.objects.all()}
    gezien: set[int] = set()

    def verwerk(rij: Rij) -> str:
        if rij["rol"] not in rollen:
            eis(invoer(f"Rol “{rij['rol']}” bestaat niet.", "rol"))
        if rij["functiegroep"] not in Functiegroep.values:
            eis(invoer(f"“{rij['functiegroep']}” is geen functiegroep.", "functiegroep"))
        van, tot = _schaal(rij, "schaal_van"), _schaal(rij, "schaal_tot")
        if tot < van:
            eis(invoer("De hoogste schaal ligt onder de laagste.", "schaal_tot"))
        waarden = {"schaal_tot": tot, "bron_zeker": als_ja_nee(rij, "bron_zeker")}
        regel, is_nieuw = Matrixregel.objects.get_or_create(
            rol=rollen[rij["rol"]], functiegroep=rij["functiegroep"], schaal_van=van,
            defaults=waarden,
        )
        gezien.add(regel.pk)
        if is_nieuw or all(getattr(regel, k) == w for k, w in waarden.items()):
            return "nieuw" if is_nieuw else "ongewijzigd"
        regel.schaal_tot, regel.bron_zeker = waarden["schaal_tot"], waarden["bron_zeker"]
        regel.save()
        return "gewijzigd"

    rapport = inlezen(bestand=bestand, rijen=rijen, verwerk=verwerk, droog=droog)
    if rapport.geslaagd and not droog:
        weg, _ = Matrixregel.objects.exclude(pk__in=gezien).delete()
        noteer("functiematrix_ingelezen", door=door, nu=nu, aantal=len(rapport.regels), weg=weg)
    return rapport


def _schaal(rij: Rij, kolom: str) -> int:
    getal = als_getal(rij, kolom, verplicht=True)
    if getal is None or getal != int(getal) or not 1 <= getal <= 18:
        eis(invoer(f"{kolom}: een schaal is een heel getal van 1 tot en met 18.", kolom))
    return int(getal)
