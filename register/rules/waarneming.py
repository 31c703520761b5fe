"""Why nobody may deputise here, and why a role may not pass to another person."""

from datetime import date

from config.kern.actor import Actor
from config.kern.enums import BesluitSoort
from config.kern.fouten import Beletsel, invoer, toestand
from config.kern.models import Besluit
from config.kern.periode import dag_lang, periode_tekst
from pdomein.models import Medewerker
from register.enums import RolCode
from register.models import Roltoewijzing
from register.queries.kennis import Kennis
from register.rules.rol import (
    RolVraag,
    _functiematrix,
    _gs_lid,
    _ontvlechting,
    _periode,
    _uitzondering_aog,
    beletsel_besluit,
    beletsel_einde,
    beletsel_gesloten,
    beletsel_reden,
    beletsel_register_muteren,
    is_directeur_mo,
    is_zelfde,
    veld_van,
)


def beletsel_waarneming_vastleggen(
    *, toewijzing: Roltoewijzing, vraag: RolVraag, door: Actor
) -> Beletsel | None:
    """A deputy stands in for a holder, for a time, by decision (R188, R202)."""
    kennis = Kennis()
    return (
        beletsel_register_muteren(door)
        or beletsel_besluit(vraag.besluit)
        or beletsel_gesloten(toewijzing)
        or _binnen(toewijzing, vraag)
        or _periode(vraag, kennis)
        or next((b for keur in KEURINGEN_WAARNEMING if (b := keur(vraag, kennis))), None)
    )


def _soort(vraag: RolVraag, kennis: Kennis) -> Beletsel | None:
    """R067: also the deputy of an AOG is designated by a directeur M&O."""
    besluit = vraag.besluit
    if vraag.rol.code == RolCode.AOG:
        soorten = {BesluitSoort.WAARNEMING, BesluitSoort.AANWIJZING}
        if besluit.soort in soorten and is_directeur_mo(besluit.hoedanigheid):
            return None
        return toestand(
            "Ook wie een AOG waarneemt, wordt aangewezen door een directeur Mens en Organisatie. "
            "Kies een besluit dat die directeur nam.", "besluit",
        )
    if besluit.soort == BesluitSoort.WAARNEMING:
        return None
    return toestand("Kies een besluit van de soort waarneming.", "besluit")


def _binnen(rij: Roltoewijzing, vraag: RolVraag) -> Beletsel | None:
    if rij.waarneemt_voor_id is not None:
        return toestand("Dit is zelf een waarneming. Kies de vermelding van de houder.")
    if vraag.medewerker.pk == rij.medewerker_id:
        return invoer("Niemand neemt voor zichzelf waar. Kies een ander.", "persoon")
    if vraag.einde is None:
        return invoer("Een waarneming heeft een einddatum. Vul die in.", "einde")
    begin, einde = rij.begin_geldigheid, rij.einde_geldigheid
    if vraag.begin < begin or (einde is not None and vraag.einde > einde):
        return toestand(
            f"{rij.medewerker.naam} heeft deze rol {periode_tekst(begin, einde)}. "
            "De waarneming moet daarbinnen vallen.", "begin",
        )
    if vraag.medewerker.uit_dienst is not None and vraag.medewerker.uit_dienst < vraag.einde:
        return toestand(
            f"{vraag.medewerker.naam} gaat op {dag_lang(vraag.medewerker.uit_dienst)} uit dienst. "
            "Kies een eerdere einddatum.", "einde",
        )
    return None


def _al_waargenomen(vraag: RolVraag, kennis: Kennis) -> Beletsel | None:
    veld = veld_van(vraag.op)
    if veld is None:
        return None
    for ander in kennis.houders(vraag.rol.code, veld, vraag.op.pk):
        if is_zelfde(ander, vraag.vervangt):
            continue
        is_zelf = ander.medewerker_id == vraag.medewerker.pk
        if (ander.waarneemt_voor or is_zelf) and ander.overlapt(vraag.begin, vraag.einde):
            doet = "neemt deze rol al waar" if ander.waarneemt_voor else "heeft deze rol zelf"
            return toestand(
                f"{ander.naam} {doet} ({periode_tekst(ander.begin, ander.einde)}).", "begin"
            )
    return None


KEURINGEN_WAARNEMING = (
    _soort, _gs_lid, _al_waargenomen, _ontvlechting, _uitzondering_aog, _functiematrix,
)


def beletsel_rol_overdragen(
    *, toewijzing: Roltoewijzing, medewerker: Medewerker, per: date, begin: date,
    besluit: Besluit, reden: str, gat_toelichting: str, door: Actor,
) -> Beletsel | None:
    """One act for the end and the beginning; a gap between them is explained, never silent."""
    return (
        beletsel_register_muteren(door)
        or beletsel_besluit(besluit)
        or beletsel_gesloten(toewijzing)
        or beletsel_einde(toewijzing, per)
        or beletsel_reden(reden)
        or _aansluiting(toewijzing, medewerker, per, begin, gat_toelichting)
    )


def _aansluiting(
    rij: Roltoewijzing, medewerker: Medewerker, per: date, begin: date, toelichting: str
) -> Beletsel | None:
    if rij.waarneemt_voor_id is not None:
        return toestand(
            "Dit is een waarneming. Beëindig haar en leg een nieuwe waarneming vast."
        )
    if medewerker.pk == rij.medewerker_id:
        return invoer("Dit is dezelfde persoon. Kies de opvolger.", "persoon")
    if per <= rij.begin_geldigheid:
        return toestand(
            f"De rol begon pas op {dag_lang(rij.begin_geldigheid)}. Kies een latere dag, of "
            "corrigeer de vermelding.", "per",
        )
    if begin < per:
        return invoer(
            "De opvolger kan niet beginnen terwijl de ander de rol nog heeft.", "begin"
        )
    if begin > per and not toelichting.strip():
        laatste = periode_tekst(per, begin)
        return toestand(
            f"Er is een gat: {laatste} heeft niemand deze rol. Leg uit waarom, of kies dezelfde "
            "dag.", "gat_toelichting",
        )
    return None
