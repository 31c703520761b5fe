"""Refusals about changes of P-teams: opheffen, samenvoegen, splitsen, overstappen (R167-R173)."""

from collections.abc import Collection, Sequence
from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Gremium
from config.kern.periode import MAANDEN, dag_kort
from pdomein.enums import (
    Antwoord,
    Initiatief,
    RaadplegingRol,
    Splitsgrond,
    WijzigingSoort,
    WijzigingStatus,
)
from pdomein.models import Medewerker, PTeam, Raadpleging, Teamwijziging
from pdomein.rules.pteam import TIJDELIJK_ERBIJ, in_dienst, leiding, pct_beletsel, pteam_bestaat
from pdomein.rules.tekst import beletsel_tekst
from pdomein.teamwijziging import MAX_NIEUW, Doel

AAN_TE_PASSEN = (WijzigingStatus.CONCEPT, WijzigingStatus.VOORGELEGD)


def beletsel_teamwijziging_starten(
    *, soort: str, pteams: Sequence[PTeam], medewerker: Medewerker | None, initiatief: str,
    bezet: Teamwijziging | None, heeft_overstap: bool, dag: date, door: Actor,
) -> Beletsel | None:
    """Who leads the teams starts; a person starts the own change of team (R166, R172)."""
    if soort not in WijzigingSoort.values:
        return invoer("Deze soort wijziging bestaat niet.", "soort")
    if soort == WijzigingSoort.OVERSTAPPEN:
        return _overstap_starten(pteams, medewerker, initiatief, heeft_overstap, door)
    if not pteams:
        return invoer("Kies een P-team.", "pteams")
    if geweigerd := leiding(door, list(pteams), "deze teams wijzigen"):
        return geweigerd
    if soort == WijzigingSoort.SAMENVOEGEN and len({t.pk for t in pteams}) < 2:
        return invoer("Kies minstens één ander team om mee samen te gaan.", "pteams")
    if soort != WijzigingSoort.SAMENVOEGEN and len(pteams) != 1:
        return invoer("Kies één P-team.", "pteams")
    if bezet is not None:
        return toestand(f"Er loopt al een wijziging van dit team: “{bezet.titel}”.", "pteams")
    return next((b for t in pteams if (b := pteam_bestaat(t, dag))), None)


def _overstap_starten(
    pteams: Sequence[PTeam], medewerker: Medewerker | None, initiatief: str, heeft_overstap: bool,
    door: Actor,
) -> Beletsel | None:
    if medewerker is None:
        return invoer("Kies wie overstapt.", "medewerker")
    if initiatief == Initiatief.MEDEWERKER:
        if door.medewerker_id != medewerker.pk and not door.is_systeem:
            return geen_recht("Een overstap op eigen initiatief vraag je zelf aan.")
    elif pteams and (geweigerd := leiding(door, list(pteams), "iemand laten overstappen")):
        return geweigerd
    if medewerker.dienstverband in TIJDELIJK_ERBIJ:
        return toestand(
            f"{medewerker.naam} is tijdelijk bij een team. Leg daarvoor een aansluiting vast.",
            "medewerker",
        )
    if not pteams:
        return toestand(f"{medewerker.naam} heeft nu geen P-team als thuis.", "medewerker")
    if heeft_overstap:
        return toestand("Er loopt al een overstap van deze medewerker.", "medewerker")
    return None


def beletsel_teamwijziging_bewerken(*, wijziging: Teamwijziging, door: Actor) -> Beletsel | None:
    """The part of the rule that a button can know: who works on a plan, and until when."""
    if wijziging.status not in AAN_TE_PASSEN:
        return toestand(f"Dit plan ligt vast: {wijziging.get_status_display().lower()}.")
    if door.is_systeem or (
        door.gebruiker_id is not None and wijziging.opgesteld_door_id == door.gebruiker_id
    ):
        return None
    teams = [t.pteam for t in wijziging.vertrekteams]
    if wijziging.initiatief == Initiatief.MEDEWERKER and wijziging.is_overstap:
        return geen_recht("Alleen wie zelf overstapt, past dit plan aan.")
    return leiding(door, teams, "dit plan aanpassen") if teams else None


def beletsel_teamwijziging_plannen(
    *, wijziging: Teamwijziging, ingangsdatum: date, reden: str, grond: str,
    doelen: Sequence[Doel], eigen_overstappen: int, per_jaar: int, maanden: Sequence[int],
    dag: date, door: Actor,
) -> Beletsel | None:
    if geweigerd := beletsel_teamwijziging_bewerken(wijziging=wijziging, door=door):
        return geweigerd
    zelf = wijziging.is_overstap and wijziging.initiatief == Initiatief.MEDEWERKER
    return (
        _datum(ingangsdatum, dag)
        or beletsel_tekst(reden, veld="reden", label="de reden", maximum=250, verplicht=not zelf)
        or _doelen(wijziging, doelen, grond, ingangsdatum)
        or (_een_keer_per_jaar(ingangsdatum, eigen_overstappen, per_jaar, maanden) if zelf
            else None)
    )


def _datum(ingangsdatum: date, dag: date) -> Beletsel | None:
    if ingangsdatum <= dag:
        return invoer("Kies een dag na vandaag.", "ingangsdatum")
    if ingangsdatum.year > dag.year + 3:
        return invoer("Kies een dag binnen drie jaar.", "ingangsdatum")
    return None


def _een_keer_per_jaar(
    ingangsdatum: date, aantal: int, per_jaar: int, maanden: Sequence[int]
) -> Beletsel | None:
    """R172: once a calendar year on the own initiative, within the window when one is set."""
    jaar = ingangsdatum.year
    if aantal >= per_jaar:
        keer = "één keer" if per_jaar == 1 else f"{per_jaar} keer"
        return toestand(
            f"Je kunt {keer} per jaar op eigen initiatief overstappen en dat is in {jaar} al "
            f"gebeurd. Vanaf 1 januari {jaar + 1} kan het weer.", "ingangsdatum",
        )
    if not maanden[0] <= ingangsdatum.month <= maanden[1]:
        van, tot = (MAANDEN[m - 1] for m in maanden)
        return toestand(f"Een overstap gaat in van {van} tot en met {tot}.", "ingangsdatum")
    return None


def _doelen(
    wijziging: Teamwijziging, doelen: Sequence[Doel], grond: str, op: date
) -> Beletsel | None:
    vertrek = {t.pteam_id for t in wijziging.vertrekteams}
    if not doelen:
        return invoer("Kies naar welk team de mensen gaan.", "doelen")
    if bezwaar := {
        WijzigingSoort.OPHEFFEN: _elders,
        WijzigingSoort.OVERSTAPPEN: _een_ander,
        WijzigingSoort.SAMENVOEGEN: _een_van_de_teams,
        WijzigingSoort.SPLITSEN: _nieuwe_teams,
    }[wijziging.soort](doelen, vertrek):
        return bezwaar
    if wijziging.soort == WijzigingSoort.SPLITSEN and grond not in Splitsgrond.values:
        return invoer("Kies waarop je het team splitst.", "grond")
    for doel in doelen:
        if doel.pteam is not None and (weg := pteam_bestaat(doel.pteam, op)):
            return weg
        if doel.pmanager is not None and (
            bezwaar := in_dienst(doel.pmanager, op) or pct_beletsel(doel.pct)
        ):
            return bezwaar
    return next(
        (b for t in wijziging.vertrekteams if (b := pteam_bestaat(t.pteam, op))), None
    )


def _elders(doelen: Sequence[Doel], vertrek: Collection[int]) -> Beletsel | None:
    if any(d.pteam is None or d.pteam.pk in vertrek for d in doelen):
        return invoer("Kies teams die blijven bestaan.", "doelen")
    return None


def _een_ander(doelen: Sequence[Doel], vertrek: Collection[int]) -> Beletsel | None:
    if len(doelen) != 1 or doelen[0].pteam is None:
        return invoer("Kies één P-team om naar over te stappen.", "doelen")
    if doelen[0].pteam.pk in vertrek:
        return invoer("Dit is al het thuisteam. Kies een ander team.", "doelen")
    return None


def _een_van_de_teams(doelen: Sequence[Doel], vertrek: Collection[int]) -> Beletsel | None:
    if len(doelen) != 1 or doelen[0].pteam is None or doelen[0].pteam.pk not in vertrek:
        return invoer("Kies welk van deze teams doorgaat.", "doelen")
    return None


def _nieuwe_teams(doelen: Sequence[Doel], vertrek: Collection[int]) -> Beletsel | None:
    nieuw = [d for d in doelen if d.pteam is None]
    if not 1 <= len(nieuw) <= MAX_NIEUW or len(doelen) != len(nieuw) + 1:
        return invoer(f"Noem één tot en met {MAX_NIEUW} nieuwe teams.", "doelen")
    if any(not d.naam.strip() for d in nieuw):
        return invoer("Geef elk nieuw team een naam.", "doelen")
    if len({d.naam.strip().lower() for d in nieuw}) != len(nieuw):
        return invoer("Geef elk nieuw team een eigen naam.", "doelen")
    if any(d.pmanager is None for d in nieuw):
        return invoer("Kies voor elk nieuw team een P-manager.", "doelen")
    return None


def beletsel_teamwijziging_verdelen(
    *, wijziging: Teamwijziging, medewerker_ids: Collection[int], doel_ids: Collection[int],
    leden: Collection[int], door: Actor,
) -> Beletsel | None:
    """Only people of the teams of departure, only to the teams of the plan (R167, R168)."""
    if geweigerd := beletsel_teamwijziging_bewerken(wijziging=wijziging, door=door):
        return geweigerd
    doelen = {d.pk for d in wijziging.doelteams}
    if not doelen:
        return toestand("Maak eerst het plan: naar welke teams gaan de mensen?")
    if not set(medewerker_ids) <= set(leden):
        return invoer("Deze collega zit niet (meer) in het team.")
    if not set(doel_ids) <= doelen:
        return invoer("Kies een team uit het plan.")
    return None


def beletsel_teamwijziging_voorleggen(
    *, wijziging: Teamwijziging, zonder_doel: Sequence[str], lege_teams: Sequence[str],
    zonder_leiding: Sequence[str], dag: date, door: Actor,
) -> Beletsel | None:
    """A whole plan, with a place for everybody (R168)."""
    if geweigerd := beletsel_teamwijziging_bewerken(wijziging=wijziging, door=door):
        return geweigerd
    if wijziging.status == WijzigingStatus.VOORGELEGD:
        return toestand("Dit plan is al voorgelegd.")
    if wijziging.ingangsdatum is None or not wijziging.doelteams:
        return toestand("Maak eerst het plan af: datum en teams.")
    if bezwaar := _datum(wijziging.ingangsdatum, dag):
        return toestand("De ingangsdatum is voorbij. Kies een dag na vandaag.", bezwaar.veld)
    if zonder_doel:
        return toestand(f"Kies nog een team voor: {', '.join(zonder_doel[:5])}.")
    if lege_teams:
        return toestand(f"In dit nieuwe team zit nog niemand: {', '.join(lege_teams)}.")
    if zonder_leiding:
        return toestand(f"Stel eerst een P-manager aan voor: {', '.join(zonder_leiding)}.")
    return None


def beletsel_raadpleging_beantwoorden(
    *, raadpleging: Raadpleging, antwoord: str, toelichting: str, door: Actor
) -> Beletsel | None:
    """Everybody answers for oneself; who leads may note what a member said (R168)."""
    if geweigerd := beletsel_raadpleging_recht(raadpleging=raadpleging, door=door):
        return geweigerd
    if antwoord not in set(Antwoord.values) - {Antwoord.OPEN}:
        return invoer("Kies een antwoord.", "antwoord")
    if antwoord == Antwoord.NIET_BEREIKT and (
        raadpleging.rol != RaadplegingRol.MEDEWERKER or _is_zelf(raadpleging, door)
    ):
        return invoer("Kies eens of oneens.", "antwoord")
    return beletsel_tekst(
        toelichting, veld="toelichting", label="de toelichting", maximum=500,
        verplicht=antwoord == Antwoord.ONEENS, regels=True,
    )


def beletsel_raadpleging_recht(*, raadpleging: Raadpleging, door: Actor) -> Beletsel | None:
    if raadpleging.wijziging.status != WijzigingStatus.VOORGELEGD:
        return toestand("Over dit plan is het overleg nu niet open.")
    if _is_zelf(raadpleging, door):
        return None
    if raadpleging.rol != RaadplegingRol.MEDEWERKER:
        return geen_recht(f"Alleen {raadpleging.wie} geeft dit antwoord.")
    teams = [t.pteam for t in raadpleging.wijziging.vertrekteams]
    return leiding(door, teams, "noteren wat een collega vindt")


def _is_zelf(raadpleging: Raadpleging, door: Actor) -> bool:
    if door.is_systeem:
        return True
    if raadpleging.domein is not None:
        return door.heeft(Recht.DOMEIN_REGIE, op=raadpleging.domein)
    return door.medewerker_id is not None and door.medewerker_id == raadpleging.medewerker_id


def beletsel_teamwijziging_besluit_recht(
    *, wijziging: Teamwijziging, gremium: Gremium | None, door: Actor
) -> Beletsel | None:
    """Structural changes touch the list of teams: the P-beraad decides (DT-38, Q28)."""
    if wijziging.is_overstap:
        return toestand("Over een overstap besluiten de P-managers van beide teams.")
    if gremium is None or not door.heeft(Recht.AFWIJKING_BESLUITEN, op=gremium):
        return geen_recht("Alleen het P-beraad besluit over het wijzigen van P-teams.")
    if not door.is_systeem and wijziging.opgesteld_door_id == door.gebruiker_id:
        return geen_recht("Je stelde dit plan zelf op. Een ander besluit.")
    if wijziging.status != WijzigingStatus.VOORGELEGD:
        return toestand("Dit plan ligt nu niet voor besluit voor.")
    return None


def beletsel_teamwijziging_besluiten(
    *, wijziging: Teamwijziging, gremium: Gremium | None, is_akkoord: bool, motivering: str,
    raadplegingen: Sequence[Raadpleging], botsing: Beletsel | None, dag: date, door: Actor,
) -> Beletsel | None:
    return (
        beletsel_teamwijziging_besluit_recht(wijziging=wijziging, gremium=gremium, door=door)
        or beletsel_tekst(
            motivering, veld="motivering", label="de motivering", maximum=4000, regels=True,
            verplicht=not is_akkoord,
        )
        or (_klaar_voor_besluit(raadplegingen) if is_akkoord else None)
        or (_datum_voorbij(wijziging, dag) or botsing if is_akkoord else None)
    )


def _datum_voorbij(wijziging: Teamwijziging, dag: date) -> Beletsel | None:
    if wijziging.ingangsdatum <= dag:
        return toestand("De ingangsdatum is voorbij. Laat het plan eerst aanpassen.")
    return None


def _klaar_voor_besluit(raadplegingen: Sequence[Raadpleging]) -> Beletsel | None:
    """All were heard; who leads a team or domain agrees (R167, R168)."""
    open_ = [r for r in raadplegingen if r.antwoord == Antwoord.OPEN]
    if open_:
        namen = ", ".join(r.wie for r in open_[:3])
        meer = f" en {len(open_) - 3} anderen" if len(open_) > 3 else ""
        return toestand(f"Nog niet iedereen is gehoord: {namen}{meer}.")
    tegen = [r.wie for r in raadplegingen if r.is_vereist_eens and r.antwoord != Antwoord.EENS]
    if tegen:
        return toestand(f"Niet akkoord: {', '.join(tegen)}. Pas het plan eerst aan.")
    return None


def beletsel_botsing(
    *, bezet: Teamwijziging | None, eindigt: Teamwijziging | None, overstap_later: bool
) -> Beletsel | None:
    """Two changes that do not go together."""
    if bezet is not None:
        return toestand(f"Er loopt al een wijziging van een van deze teams: “{bezet.titel}”.")
    if eindigt is not None:
        return toestand(
            f"Het gekozen team houdt op te bestaan op {dag_kort(eindigt.ingangsdatum)}."
        )
    if overstap_later:
        return toestand(
            "Er is een overstap naar dit team besloten die later ingaat. Trek die eerst in."
        )
    return None


def beletsel_teamwijziging_intrekken(
    *, wijziging: Teamwijziging, reden: str, gremium: Gremium | None, door: Actor
) -> Beletsel | None:
    return beletsel_teamwijziging_intrekken_recht(
        wijziging=wijziging, gremium=gremium, door=door
    ) or beletsel_tekst(reden, veld="reden", label="de reden", maximum=250, verplicht=True)


def beletsel_teamwijziging_intrekken_recht(
    *, wijziging: Teamwijziging, gremium: Gremium | None, door: Actor
) -> Beletsel | None:
    """Until the day it goes in, who made or decided it can take it back."""
    if not wijziging.is_lopend:
        return toestand(f"Dit plan is al afgesloten: {wijziging.get_status_display().lower()}.")
    van_mij = door.gebruiker_id is not None and wijziging.opgesteld_door_id == door.gebruiker_id
    zelf = door.medewerker_id is not None and wijziging.medewerker_id == door.medewerker_id
    beslist = gremium is not None and door.heeft(Recht.AFWIJKING_BESLUITEN, op=gremium)
    if van_mij or zelf or beslist:
        return None
    return leiding(door, [t.pteam for t in wijziging.vertrekteams], "dit plan intrekken")


def beletsel_teamwijziging_uitvoeren(
    *, wijziging: Teamwijziging, dag: date, door: Actor
) -> Beletsel | None:
    if not door.is_systeem:
        return geen_recht("Een besloten wijziging gaat vanzelf in op haar dag.")
    if wijziging.status != WijzigingStatus.BESLOTEN:
        return toestand("Deze wijziging is niet (meer) besloten.")
    if wijziging.ingangsdatum > dag:
        return toestand(f"Deze wijziging gaat pas in op {dag_kort(wijziging.ingangsdatum)}.")
    return None
