"""PPPs as a certain reader may see them: one policy for page, API, search and snapshot.

Published: the parts the owner shows to all. The own P-manager sees everything, also unpublished
(Q36). Wishes are for the owner and the own P-manager only (R345).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from config.kern.actor import Actor
from config.kern.models import Inzage
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from pdomein.enums import Zichtbaarheid
from pdomein.models import PPP, Medewerker, PPPCompetentie
from pdomein.profiel import PPPWeergave
from pdomein.queries.mensen import pmanager_van

EIGEN, PMANAGER, COLLEGA = "eigen", "pmanager", "collega"
# Who was given consent to read everything, and who decides about a match after a reaction.
TOESTEMMING, MATCHER = "toestemming", "matcher"


def ppp_van(medewerker: Medewerker) -> PPP | None:
    return PPP.objects.filter(medewerker=medewerker).select_related("medewerker").first()


def lezer_van(actor: Actor, medewerker: Medewerker, op: date) -> str:
    """In which capacity ``actor`` reads the profile of this person on ``op``."""
    if actor.medewerker_id is None:
        return COLLEGA
    if actor.medewerker_id == medewerker.pk:
        return EIGEN
    eigen_pmanager = pmanager_van(medewerker, op)
    if eigen_pmanager is not None and eigen_pmanager.pk == actor.medewerker_id:
        return PMANAGER
    return COLLEGA


def ppp_voor(actor: Actor, ppp: PPP, op: date) -> PPPWeergave:
    """The projection of a PPP for one reader on ``op``."""
    return projectie(ppp.medewerker, ppp, lezer_van(actor, ppp.medewerker, op), op)


def ppp_weergave(actor: Actor, medewerker: Medewerker, op: date) -> PPPWeergave:
    """As ``ppp_voor``, for somebody who may not have a PPP."""
    return projectie(medewerker, ppp_van(medewerker), lezer_van(actor, medewerker, op), op)


def is_zichtbaar(ppp: PPP, op: date) -> bool:
    """Published, not paused, and of somebody who works here."""
    return (
        ppp.gepubliceerd_op is not None
        and (ppp.pauze_tot is None or ppp.pauze_tot <= op)
        and ppp.medewerker.is_in_dienst(op)
    )


def projectie(
    medewerker: Medewerker, ppp: PPP | None, lezer: str, op: date, *, alsof_open: bool = False
) -> PPPWeergave:
    """What a reader in this capacity sees; the only place where that is decided.

    ``alsof_open`` is the preview for the owner: as if it were published today.
    """
    if ppp is None:
        return PPPWeergave(medewerker=medewerker, lezer=lezer)
    alles = lezer in {EIGEN, PMANAGER, TOESTEMMING}
    open_ = alsof_open or is_zichtbaar(ppp, op)
    kringen = {Zichtbaarheid.IEDEREEN} if open_ else set()
    if lezer == MATCHER:
        kringen = {Zichtbaarheid.IEDEREEN, Zichtbaarheid.MATCHEN}
    kennis = alles or ppp.zichtbaar_kennis in kringen
    bellen = alles or ppp.zichtbaar_bellen in kringen
    return PPPWeergave(
        medewerker=medewerker,
        lezer=lezer,
        kennis_en_kunde=ppp.kennis_en_kunde if kennis else None,
        ontwikkelen=ppp.ontwikkelen if alles else None,
        bellen_voor=ppp.bellen_voor if bellen else None,
        competenties=competenties_van(ppp) if kennis else None,
        met_wensen=alles,
        is_gepubliceerd=ppp.gepubliceerd_op is not None if alles else open_,
        gepubliceerd_op=ppp.gepubliceerd_op if alles or open_ else None,
        bevestigd_op=ppp.bevestigd_op if alles or open_ else None,
        pauze_tot=ppp.pauze_tot if alles else None,
        professies=tuple(p.naam for p in ppp.professies.all()) if kennis else (),
        mentor=ppp.get_mentor_display() if bellen else "",
        mentor_onderwerp=ppp.mentor_onderwerp if bellen and ppp.mentor else "",
        openheid=ppp.get_openheid_display() if bellen else "",
        open_vanaf=ppp.open_vanaf if bellen and ppp.openheid else None,
    )


def als_collega(ppp: PPP, op: date) -> PPPWeergave:
    """What any colleague sees, whoever asks."""
    return projectie(ppp.medewerker, ppp, COLLEGA, op)


def gepubliceerde_ppps(op: date) -> QuerySet[PPP]:
    """What colleagues may find on ``op``, with the competenties."""
    return (
        PPP.objects.zichtbaar(op).select_related("medewerker").defer("zoektekst")
        .prefetch_related("competenties__competentie", "professies")
        .order_by("medewerker__sorteernaam", "pk")
    )


def competenties_van(ppp: PPP) -> tuple[PPPCompetentie, ...]:
    """Highest level first, each with ``aantal_herkend`` unless the list was fetched before."""
    if "competenties" in getattr(ppp, "_prefetched_objects_cache", {}):
        rijen = sorted(ppp.competenties.all(), key=lambda r: (-r.niveau, r.competentie.naam))
        return tuple(rijen)
    return tuple(
        ppp.competenties.select_related("competentie").annotate(
            aantal_herkend=Count("herkenningen")
        ).order_by("-niveau", "competentie__naam")
    )


def ppp_momentopname(ppp: PPP, met_wensen: bool) -> dict[str, Any]:
    """The PPP as it goes along with a reaction: what the owner shares when reacting (R345).

    Parts 1 and 3 unless the owner keeps them to the own P-manager; wishes only on request.
    """
    delen = {Zichtbaarheid.IEDEREEN, Zichtbaarheid.MATCHEN}
    return _inhoud(
        ppp, met_wensen=met_wensen, kennis=ppp.zichtbaar_kennis in delen,
        bellen=ppp.zichtbaar_bellen in delen,
    )


def ppp_volledig(ppp: PPP) -> dict[str, Any]:
    """Everything, for the owner: versions and the download of own data (R146)."""
    return _inhoud(ppp, met_wensen=True, kennis=True, bellen=True) | {
        "zichtbaar_kennis": ppp.zichtbaar_kennis, "zichtbaar_bellen": ppp.zichtbaar_bellen,
        "professies": [p.code for p in ppp.professies.all()],
        "mentor": ppp.mentor, "mentor_onderwerp": ppp.mentor_onderwerp,
        "openheid": ppp.openheid,
        "open_vanaf": ppp.open_vanaf.isoformat() if ppp.open_vanaf else None,
    }


def _inhoud(ppp: PPP, *, met_wensen: bool, kennis: bool, bellen: bool) -> dict[str, Any]:
    inhoud: dict[str, Any] = {
        "versie": ppp.versie,
        "bevestigd_op": ppp.bevestigd_op.isoformat() if ppp.bevestigd_op else None,
        "kennis_en_kunde": ppp.kennis_en_kunde if kennis else "",
        "bellen_voor": ppp.bellen_voor if bellen else "",
        "competenties": [
            {
                "code": r.competentie.code, "naam": r.competentie.naam, "niveau": r.niveau,
                "bewijs": r.bewijs,
                **({"wil_ontwikkelen": r.wil_ontwikkelen} if met_wensen else {}),
            }
            for r in (competenties_van(ppp) if kennis else ())
        ],
    }
    if met_wensen:
        inhoud["ontwikkelen"] = ppp.ontwikkelen
    return inhoud


def is_vers(ppp: PPP | None, op: date) -> bool:
    """Confirmed less than so many months ago (R140)."""
    return _is_vers(ppp, op, instelling("PPP_VERS_MAANDEN", op))


def _is_vers(ppp: PPP | None, op: date, maanden: int) -> bool:
    if ppp is None or ppp.bevestigd_op is None:
        return False
    return (op - lokale_dag(ppp.bevestigd_op)).days < maanden * 365.25 / 12


def inzagen_van(gebruiker_id: int | None) -> QuerySet[Inzage]:
    """Who looked at this person's profile and what for, newest first (R408)."""
    return Inzage.objects.filter(wiens_id=gebruiker_id)


@dataclass(frozen=True, slots=True)
class PPPStand:
    """How far somebody's PPP is, in words and kind of badge; nothing of what it says."""

    tekst: str
    soort: str


def ppp_standen(mensen: Iterable[Medewerker], op: date) -> list[tuple[Medewerker, PPPStand]]:
    """Each person with the state of the PPP, for the P-manager (R140)."""
    maanden = instelling("PPP_VERS_MAANDEN", op)
    return [(m, _stand(getattr(m, "ppp", None), op, maanden)) for m in mensen]


def _stand(ppp: PPP | None, op: date, maanden: int) -> PPPStand:
    if ppp is None:
        return PPPStand("Nog geen PPP", "let_op")
    if not _is_vers(ppp, op, maanden):
        return PPPStand("Lang niet bevestigd", "let_op")
    if ppp.gepubliceerd_op is None:
        return PPPStand("Niet gepubliceerd", "neutraal")
    if ppp.pauze_tot is not None and ppp.pauze_tot > op:
        return PPPStand("Op pauze", "neutraal")
    return PPPStand("Gepubliceerd", "goed")


def eigen_gegevens(medewerker: Medewerker) -> dict[str, Any]:
    """Everything that this app keeps about a person, for that person (AVG 15, 20)."""
    ppp = ppp_van(medewerker)
    return {
        "medewerker": {
            veld: getattr(medewerker, veld)
            for veld in (
                "personeelsnummer", "naam", "email", "functie", "functiegroep", "schaal",
                "aanstelling_fte", "dienstverband", "in_dienst", "uit_dienst",
            )
        },
        "plaatsingen": list(
            medewerker.plaatsingen.values(
                "pteam__naam", "kernactiviteit", "initiatief", "reden", "begin", "einde"
            )
        ),
        "aansluitingen": list(
            medewerker.aansluitingen.values("pteam__naam", "soort", "begin", "einde")
        ),
        "pManagerVan": list(medewerker.pmanagerschappen.values("pteam__naam", "begin", "einde")),
        "rolomvangen": list(medewerker.rolomvangen.values("rol", "pct", "begin", "einde")),
        "beschikbaarheden": list(
            medewerker.beschikbaarheden.values("fte_minder", "begin", "einde")
        ),
        "ppp": ppp_volledig(ppp) if ppp else None,
        "pppVersies": list(
            ppp.versies.values("nummer", "vastgelegd_op", "inhoud") if ppp else ()
        ),
        "inzagen": list(
            inzagen_van(medewerker.gebruiker_id).values("tijdstip", "wie_naam", "wat", "waarvoor")
        ),
    }
