"""Why not: making, changing and moving an opdracht (R003, R024-R040)."""

from collections.abc import Sequence
from datetime import date

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from opgaven import levensloop
from opgaven.enums import KaderOnderwerp, OpdrachtStatus, ScopeStatus
from opgaven.models import GevraagdeCompetentie, Kader, Opdracht, Opgave
from opgaven.profiel import OpdrachtProfiel
from opgaven.rules.sturing import beletsel_kader, beletsel_niet_tegen_gs
from opgaven.rules.tekst import beletsel_velden
from opgaven.rules.wie import beletsel_initieren, beletsel_sturen, mag_initieren, mag_sturen

KOPPEN = (
    ("naam", "de titel"), ("waarom", "“Waarom?”"), ("wat", "“Wat?”"), ("hoe", "“Hoe?”"),
    ("wie", "“Wie?”"), ("fase", "de fase van het werk"),
    ("past_in_portefeuille", "hoe de opdracht past in de portefeuille"),
)
MIDDELEN = (
    ("beoogd_resultaat", "het beoogde resultaat"), ("budget_materieel", "het materiële budget"),
    ("capaciteit_fte", "de capaciteit in fte"), ("begin", "de begindatum"),
)


def beletsel_overgang(opdracht: Opdracht, naar: str) -> Beletsel | None:
    """A step that the life of an opdracht does not know, naming the missing step (R039)."""
    if levensloop.mag(opdracht.status, naar):
        return None
    return toestand(levensloop.zin_bij(opdracht.status, naar))


def beletsel_profiel_velden(profiel: OpdrachtProfiel) -> Beletsel | None:
    if not profiel.naam.strip():
        return invoer("Geef de opdracht een titel.", "naam")
    if not profiel.begrotingscode.strip() and not profiel.motivatie_afwijking_begroting.strip():
        return invoer(
            "Vul de begrotingscode in of leg uit waarom die ontbreekt.", "begrotingscode"
        )
    if profiel.begin and profiel.einde and profiel.einde <= profiel.begin:
        return invoer("De einddatum moet na de begindatum liggen.", "einde")
    if not 1 <= profiel.prioriteit <= 5:
        return invoer("Kies een prioriteit van 1 tot en met 5.", "prioriteit")
    return beletsel_velden(Opdracht, profiel.velden())


def beletsel_titel(opgave: Opgave, boven: Opdracht | None, naam: str) -> Beletsel | None:
    """The same title twice under one opgave is a double click or a mistake."""
    bezet = Opdracht.objects.filter(opgave=opgave, bovenliggende=boven, naam__iexact=naam.strip())
    if bezet.exclude(status=OpdrachtStatus.GESCHRAPT).exists():
        return toestand(f"Er is hier al een opdracht met de titel “{naam.strip()}”.", "naam")
    return None


def beletsel_opdracht_aanmaken(
    *, opgave: Opgave, door: Actor, op: date, profiel: OpdrachtProfiel | None = None
) -> Beletsel | None:
    """Only the domeindirecteur defines or initiates an opdracht (EISEN D05)."""
    wie = beletsel_initieren(opgave, door, op, "een opdracht initiëren")
    if wie is not None or profiel is None:
        return wie
    return beletsel_profiel_velden(profiel) or beletsel_titel(opgave, None, profiel.naam)


def beletsel_deelopdracht_aanmaken(
    *, bovenliggende: Opdracht, door: Actor, profiel: OpdrachtProfiel | None = None
) -> Beletsel | None:
    """Only the AOG splits, and only one level deep (R024, R025)."""
    if bovenliggende.bovenliggende_id is not None:
        return toestand("Een deelopdracht kun je niet nog eens splitsen.")
    if (wie := beletsel_sturen(bovenliggende, door, "de opdracht splitsen")) is not None:
        return wie
    if bovenliggende.status in {*levensloop.AFGELOPEN, OpdrachtStatus.OPGELEVERD}:
        return toestand(
            f"Deze opdracht heeft de status “{bovenliggende.get_status_display()}”. Splitsen kan "
            "dan niet meer."
        )
    if profiel is None:
        return None
    return beletsel_profiel_velden(profiel) or beletsel_titel(
        bovenliggende.opgave, bovenliggende, profiel.naam
    )


def mag_voorbereiden(opdracht: Opdracht, door: Actor, op: date) -> bool:
    """The domeindirecteur; for a deelopdracht also the AOG, who decided on it (R024, R033)."""
    return mag_initieren(opdracht.opgave, door, op) or mag_sturen(opdracht, door)


def beletsel_opdracht_wijzigen(
    *, opdracht: Opdracht, door: Actor, op: date, profiel: OpdrachtProfiel | None = None,
    kaders: Sequence[Kader] = (),
) -> Beletsel | None:
    """Before the profile is adopted; afterwards the profile is reopened or the scope changed."""
    if not mag_voorbereiden(opdracht, door, op):
        return geen_recht(
            "Alleen de domeindirecteur van de opgave of de AOG kan het profiel wijzigen."
        )
    if opdracht.status != OpdrachtStatus.CONCEPT:
        if opdracht.status in levensloop.VOORBEREIDING:
            return toestand("Het profiel is vastgesteld. Heropen het profiel om het te wijzigen.")
        return toestand(
            "De opdracht is geprogrammeerd. Wijzig de scope: budget, mandaat of keuzes."
        )
    if profiel is None:
        return None
    return beletsel_profiel_velden(profiel) or _beletsel_gs(profiel, kaders)


def _beletsel_gs(profiel: OpdrachtProfiel, kaders: Sequence[Kader]) -> Beletsel | None:
    """What GS decided about priority, money or people stands (R014, R016)."""
    return (
        beletsel_kader(
            kaders, KaderOnderwerp.PRIORITEIT, profiel.prioriteit, veld="prioriteit"
        )
        or beletsel_kader(
            kaders, KaderOnderwerp.BUDGET, profiel.budget_materieel, veld="budget_materieel"
        )
        or beletsel_kader(
            kaders, KaderOnderwerp.CAPACITEIT, profiel.capaciteit_fte, veld="capaciteit_fte"
        )
    )


def beletsel_versie(
    opdracht: Opdracht, versie: int | None, gewijzigd: list[str], wie: str
) -> Beletsel | None:
    """Somebody else was first: name who, and what changed (SCHERMEN, stale page)."""
    if versie is None or versie == opdracht.versie:
        return None
    wat = ", ".join(gewijzigd) if gewijzigd else "de opdracht"
    return toestand(
        f"{wie or 'Iemand anders'} heeft intussen dit gewijzigd: {wat}. Je eigen invoer staat nog "
        "in het formulier. Vergelijk die met de laatste stand en sla opnieuw op."
    )


def beletsel_opdracht_profiel_vaststellen(
    *, opdracht: Opdracht, door: Actor, op: date
) -> Beletsel | None:
    """Five headings, scope, phase and at least one competentie (R033, R034, R037, R042)."""
    wie = beletsel_profielbesluit(opdracht, door, op, "het opdrachtprofiel vaststellen")
    if wie is not None:
        return wie
    stap = beletsel_overgang(opdracht, OpdrachtStatus.PROFIEL_VASTGESTELD)
    return stap or _beletsel_profiel_compleet(opdracht)


def beletsel_profielbesluit(
    opdracht: Opdracht, door: Actor, op: date, wat: str
) -> Beletsel | None:
    if opdracht.bovenliggende_id is not None and mag_sturen(opdracht, door):
        return None
    return beletsel_initieren(opdracht.opgave, door, op, wat)


def _beletsel_profiel_compleet(opdracht: Opdracht) -> Beletsel | None:
    mist = [naam for veld, naam in KOPPEN if not getattr(opdracht, veld).strip()]
    if not opdracht.scopes.exclude(status=ScopeStatus.AFGEWEZEN).exists():
        mist.append("de scope (budget, mandaat en strategische keuzes)")
    if not GevraagdeCompetentie.objects.filter(capaciteitsvraag__opdracht=opdracht).exists():
        mist.append("een capaciteitsvraag met ten minste één competentie")
    if not mist:
        return None
    return toestand(f"Het profiel is nog niet af. Dit ontbreekt: {_opsomming(mist)}.")


def beletsel_opdracht_profiel_heropenen(
    *, opdracht: Opdracht, door: Actor, op: date, staat_op_lijst: bool
) -> Beletsel | None:
    """Back to concept: the toets then no longer holds."""
    wie = beletsel_profielbesluit(opdracht, door, op, "het profiel heropenen")
    if wie is not None:
        return wie
    if (stap := beletsel_overgang(opdracht, OpdrachtStatus.CONCEPT)) is not None:
        return stap if opdracht.status == OpdrachtStatus.CONCEPT else toestand(
            "De opdracht is geprogrammeerd. Het profiel staat vast; wijzig de scope."
        )
    if staat_op_lijst:
        return toestand("De opdracht staat op een besluitenlijst. Haal die er eerst af.")
    return None


def beletsel_middelen(opdracht: Opdracht) -> Beletsel | None:
    """Result, money, time and people, before the opdracht is programmed (R006)."""
    mist = [
        naam for veld, naam in MIDDELEN if getattr(opdracht, veld) in (None, "")
    ]
    if opdracht.label == "dynamisch" and opdracht.einde is None:
        mist.append("de einddatum (verplicht bij een dynamische opdracht)")
    return toestand(f"Vul eerst in bij de opdracht: {_opsomming(mist)}.") if mist else None


def _opsomming(delen: list[str]) -> str:
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}"


def beletsel_opdracht_temporiseren(
    *, opdracht: Opdracht, door: Actor, op: date, kaders: Sequence[Kader] = (),
    vrij_per: date | None = None,
) -> Beletsel | None:
    """Slowing work down is the domeindirecteur's, unless GS decided otherwise (R013, R014)."""
    return (
        beletsel_initieren(opdracht.opgave, door, op, "de opdracht temporiseren")
        or beletsel_overgang(opdracht, OpdrachtStatus.GETEMPORISEERD)
        or beletsel_niet_tegen_gs(kaders, None, "Temporiseren")
        or _beletsel_vrij(op, vrij_per)
    )


def _beletsel_vrij(op: date, vrij_per: date | None) -> Beletsel | None:
    if vrij_per is not None and vrij_per < op:
        return invoer("De inzet komt vandaag of later vrij.", "vrij_per")
    return None


def beletsel_opdracht_hervatten(*, opdracht: Opdracht, door: Actor, op: date) -> Beletsel | None:
    wie = beletsel_initieren(opdracht.opgave, door, op, "de opdracht hervatten")
    if wie is None and opdracht.status != OpdrachtStatus.GETEMPORISEERD:
        return toestand("Deze opdracht is niet getemporiseerd.")
    return wie


def beletsel_opdracht_schrappen(
    *, opdracht: Opdracht, door: Actor, op: date, staat_op_lijst: bool,
    kaders: Sequence[Kader] = (), open_delen: Sequence[str] = (),
) -> Beletsel | None:
    wie = beletsel_initieren(opdracht.opgave, door, op, "de opdracht schrappen")
    if wie is not None:
        return wie
    if staat_op_lijst:
        return toestand("De opdracht staat op een besluitenlijst. Haal die er eerst af.")
    if (stap := beletsel_overgang(opdracht, OpdrachtStatus.GESCHRAPT)) is not None:
        return stap
    if open_delen:
        return toestand(
            f"Deze deelopdrachten zijn nog open: {', '.join(open_delen)}. Rond die eerst af."
        )
    return beletsel_niet_tegen_gs(kaders, None, "Schrappen")


def beletsel_opdracht_opleveren(*, opdracht: Opdracht, door: Actor) -> Beletsel | None:
    return beletsel_sturen(opdracht, door, "de opdracht opgeleverd melden") or beletsel_overgang(
        opdracht, OpdrachtStatus.OPGELEVERD
    )


def beletsel_opdracht_dechargeren(
    *, opdracht: Opdracht, door: Actor, op: date, is_einde: bool, open_delen: list[str],
    einden: Sequence[str] = (), fase_naar: str = "",
) -> Beletsel | None:
    """Decharge at the end asks that nothing is left open; at a phase change it may (R040, R041)."""
    wie = beletsel_initieren(opdracht.opgave, door, op, "decharge verlenen")
    if wie is not None:
        return wie
    if not is_einde:
        if opdracht.status != OpdrachtStatus.IN_UITVOERING:
            return toestand("Decharge bij faseovergang kan alleen bij een opdracht in uitvoering.")
        if len(fase_naar) > 60:
            return invoer("Gebruik voor de fase hooguit 60 tekens.", "fase_naar")
        return None
    if (stap := beletsel_overgang(opdracht, OpdrachtStatus.GEDECHARGEERD)) is not None:
        return stap
    if open_delen:
        return toestand(f"Deze deelopdrachten zijn nog open: {', '.join(open_delen)}.")
    if einden:
        return toestand(f"Dit loopt nog bij deze opdracht: {', '.join(einden)}. Rond het eerst af.")
    return None


# Statuses that follow from something else than a wish of somebody.
VOLGT_UIT = {
    OpdrachtStatus.GETOETST: "de toets: leg de drie delen vast",
    OpdrachtStatus.GEPROGRAMMEERD: "de besluitenlijst van het programmeerberaad",
    OpdrachtStatus.BEMENSING: "de aanwijzing van de AOG",
    OpdrachtStatus.IN_UITVOERING: "de aanwijzing van de AON",
}


def beletsel_opdracht_status_wijzigen(*, opdracht: Opdracht, naar: str) -> Beletsel | None:
    """Who may is asked by the command that takes the step; here only whether there is one."""
    if (stap := beletsel_overgang(opdracht, naar)) is not None:
        return stap
    if opdracht.status == OpdrachtStatus.GETEMPORISEERD:
        return None
    if naar in VOLGT_UIT:
        return toestand(f"Deze stap volgt uit {VOLGT_UIT[OpdrachtStatus(naar)]}.")
    return None


def beletsel_opdracht_bemensing_bijwerken(*, opdracht: Opdracht, door: Actor) -> Beletsel | None:
    """Follows from a match; asked by the program itself or by who made the match."""
    if opdracht.status in levensloop.VOORBEREIDING | levensloop.AFGELOPEN:
        return toestand(levensloop.zin_bij(opdracht.status, OpdrachtStatus.BEMENSING))
    return None


