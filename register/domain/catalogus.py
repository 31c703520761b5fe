"""The roles that the sources name, and bijlage 3: data to start with, changed by the province."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.enums import GremiumSoort
from config.kern.fouten import eis
from config.kern.models import Gremium
from pdomein.enums import Functiegroep
from pdomein.models import ProfessioneelDomein
from register.enums import ObjectSoort, RolCode
from register.models import Matrixregel, Rol
from register.rules.inlezen import (
    beletsel_gremia_vullen,
    beletsel_poverleggen_vullen,
    beletsel_rollen_vullen,
)

# code: on what, at most one at a time, what it means
CATALOGUS: dict[RolCode, tuple[ObjectSoort, bool, str]] = {
    RolCode.BOG: (ObjectSoort.OPGAVE, False, "Stuurt bestuurlijk; lid van Gedeputeerde Staten."),
    RolCode.AOG: (ObjectSoort.OPDRACHT, True, "Ambtelijk eindverantwoordelijk voor de opdracht."),
    RolCode.AON: (ObjectSoort.OPDRACHT, True, "Realiseert de (deel)opdracht."),
    RolCode.DOMEINDIRECTEUR: (ObjectSoort.ODOMEIN, True, "Aanspreekpunt voor het O-domein."),
    RolCode.DIRECTEUR_MO: (ObjectSoort.DOMEIN, True, "Leidt een professioneel domein."),
    RolCode.PROVINCIESECRETARIS: (ObjectSoort.GEEN, False, "Lid van het Directieteam."),
    RolCode.CONCERNDIRECTEUR: (ObjectSoort.GEEN, False, "Lid van het Directieteam."),
    RolCode.VOORZITTER: (ObjectSoort.GREMIUM, True, "Zit een gremium voor en stelt vast."),
    RolCode.SECRETARIS: (ObjectSoort.GREMIUM, False, "Bereidt de besluitenlijst voor."),
    RolCode.PORTFOLIOCOORDINATOR: (
        ObjectSoort.GREMIUM, False, "Bereidt het Opgavenberaad voor, met concepten; beslist niet."
    ),
    RolCode.TOETSER: (ObjectSoort.GEEN, False, "Toetst opdrachten op compliance & control."),
    RolCode.RECRUITER: (ObjectSoort.GEEN, False, "Doet suggesties voor de matchtafel."),
    RolCode.REGISTERBEHEERDER: (ObjectSoort.GEEN, False, "Houdt het opdrachtenregister bij."),
    RolCode.CONCERNCONTROLLER: (ObjectSoort.GEEN, False, "Ziet het hele register."),
    RolCode.AUDITOR: (ObjectSoort.GEEN, False, "Ziet het hele register."),
    RolCode.FG: (ObjectSoort.GEEN, False, "Ziet erop toe dat persoonsgegevens veilig zijn."),
    RolCode.BEHEERDER: (ObjectSoort.GEEN, False, "Beheert instellingen, accounts en imports."),
}

_F = Functiegroep
# bijlage 3 as far as it can be read (EISEN 2.2): role, function group, scales, is it certain
MATRIX: tuple[tuple[RolCode, Functiegroep, int, int, bool], ...] = (
    (RolCode.AOG, _F.STRATEGISCH_LEIDER, 13, 16, True),
    (RolCode.AOG, _F.TACTISCH_LEIDER, 8, 12, True),
    (RolCode.AOG, _F.REGISSEUR, 13, 16, True),
    (RolCode.AON, _F.STRATEGISCH_LEIDER, 13, 16, False),
    (RolCode.AON, _F.TACTISCH_LEIDER, 8, 12, False),
    (RolCode.AON, _F.REGISSEUR, 10, 16, False),
    (RolCode.AON, _F.REALISATOR, 4, 9, False),
    (RolCode.AON, _F.SPECIALIST, 8, 14, False),
    (RolCode.AON, _F.OPERATIE, 1, 7, False),
    (RolCode.DOMEINDIRECTEUR, _F.STRATEGISCH_LEIDER, 16, 17, False),
    (RolCode.DIRECTEUR_MO, _F.STRATEGISCH_LEIDER, 16, 17, False),
    (RolCode.PROVINCIESECRETARIS, _F.STRATEGISCH_LEIDER, 18, 18, False),
    (RolCode.CONCERNDIRECTEUR, _F.STRATEGISCH_LEIDER, 17, 18, False),
)


@transaction.atomic
def gremia_vullen(*, door: Actor, nu: datetime) -> int:
    """One gremium of each kind that the sources name (EISEN table 2.4)."""
    eis(beletsel_gremia_vullen(door=door))
    nieuw = sum(
        Gremium.objects.get_or_create(
            code=soort.value.replace("_", "-"), defaults={"soort": soort, "naam": soort.label}
        )[1]
        for soort in GremiumSoort
    )
    noteer("gremia_gevuld", door=door, nu=nu, aantal=nieuw)
    return nieuw


@transaction.atomic
def poverleggen_vullen(*, door: Actor, nu: datetime) -> int:
    """A P-overleg for each professional domein, with an agenda of its own (R226)."""
    eis(beletsel_poverleggen_vullen(door=door))
    nieuw = sum(
        Gremium.objects.get_or_create(
            code=f"p-overleg-{domein.code}"[:50],
            defaults={
                "soort": GremiumSoort.P_OVERLEG, "naam": f"P-overleg {domein.naam}"[:120],
            },
        )[1]
        for domein in ProfessioneelDomein.objects.all()
    )
    noteer("poverleggen_gevuld", door=door, nu=nu, aantal=nieuw)
    return nieuw


@transaction.atomic
def rollen_vullen(*, door: Actor, nu: datetime) -> int:
    """Put the roles and the matrix of the sources in the catalogue; what exists stays as it is."""
    eis(beletsel_rollen_vullen(door=door))
    rollen, nieuw = {}, 0
    for volgorde, (code, (soort, is_exclusief, tekst)) in enumerate(CATALOGUS.items(), start=1):
        rollen[code], is_nieuw = Rol.objects.get_or_create(
            code=code,
            defaults={
                "naam": code.label, "objectsoort": soort, "is_exclusief": is_exclusief,
                "omschrijving": tekst, "volgorde": volgorde,
            },
        )
        nieuw += is_nieuw
    if not Matrixregel.objects.exists():
        Matrixregel.objects.bulk_create([
            Matrixregel(
                rol=rollen[code], functiegroep=groep, schaal_van=van, schaal_tot=tot,
                bron_zeker=is_zeker,
            )
            for code, groep, van, tot, is_zeker in MATRIX
        ])
    noteer("rollen_gevuld", door=door, nu=nu, aantal=nieuw)
    return nieuw
