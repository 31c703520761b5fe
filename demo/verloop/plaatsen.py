"""Team places through the four phases, each story with another end (Werkingsprincipes §10.2)."""

from datetime import date, datetime, timedelta

from config.kern.werkdagen import vroegste_bespreekdatum as bereken_vroegste
from demo.verloop import zinnen
from demo.verloop.klokwerk import Klokwerk, Verhaal, als, houdt, om
from demo.verloop.mensen import Mensen, leider, vers
from demo.verloop.programma import Programma
from demo.verloop.tafel import Tafel
from matching.domain.match import match_voorstellen
from matching.domain.procedure import fase_afsluiten, procedure_intrekken
from matching.domain.publicatie import (
    deling_beantwoorden,
    publicatie_intrekken,
    reactie_bevestigen,
    reactie_indienen,
    tro_delen,
    tro_publiceren,
)
from matching.domain.tro import tro_bijwerken
from matching.enums import DelingAntwoord, Fase, ReactieStatus, Uitkomst
from matching.models import TRO, Procedure
from matching.queries.procedure import open_publicatie, vroegste_bespreekdatum
from pdomein.models import Medewerker, PTeam
from register.enums import RolCode

WACHT = 5


class Plaatsen:
    """One method per story; the name is what happened, or where it stands today (``nu_…``)."""

    def __init__(
        self, werk: Klokwerk, mensen: Mensen, tafel: Tafel, programma: Programma
    ) -> None:
        self.werk, self.mensen, self.tafel, self.programma = werk, mensen, tafel, programma
        self.tijd, self.kies = werk.tijd, werk.dobbel.choice

    # what the stories share

    def aog(self, procedure: Procedure, dag: date) -> Medewerker:
        return houdt(RolCode.AOG, procedure.matchvraag.opdracht, dag)

    def professie(self, procedure: Procedure) -> str:
        return procedure.matchvraag.capaciteitsvraag.professie.code

    def teams(self, procedure: Procedure, extra: PTeam | None = None) -> list[PTeam]:
        teams = list(PTeam.objects.filter(professie__code=self.professie(procedure)))
        teams.sort(key=lambda t: t.code)
        self.werk.dobbel.shuffle(teams)
        return list(dict.fromkeys([*([extra] if extra else []), *teams]))[:3]

    def delen(
        self, procedure: Procedure, nu: datetime, extra: PTeam | None = None
    ) -> list[PTeam]:
        """The AOG finishes the TRO and shares it (phase 0)."""
        procedure = vers(procedure)
        tro = procedure.matchvraag.tro
        begin = nu.date() + timedelta(days=28)
        begin += timedelta(days=-begin.weekday() % 7)
        einde = max(tro.einde or begin, begin + timedelta(days=240))
        door = als(self.aog(procedure, nu.date()), nu)
        tro_bijwerken(
            procedure=procedure, velden={"begin": begin, "einde": einde}, door=door, nu=nu
        )
        teams = self.teams(procedure, extra)
        tro_delen(procedure=procedure, pteams=teams, door=door, nu=nu)
        return teams

    def antwoord(self, procedure: Procedure, pteam: PTeam, wat: str, nu: datetime) -> None:
        deling = procedure.delingen.get(pteam=pteam)
        deling_beantwoorden(
            deling=deling, antwoord=wat, door=als(leider(pteam, nu.date()), nu), nu=nu
        )

    def naar_markt(self, procedure: Procedure, nu: datetime) -> Verhaal:
        """Phase 0 without a match, then published by the AOG."""
        teams = self.delen(procedure, nu)
        nu = yield om(self.tijd.na(nu.date(), 2), 11)
        for team, wat in zip(teams, (DelingAntwoord.NEE, DelingAntwoord.LATER), strict=False):
            self.antwoord(procedure, team, wat, nu)
        nu = yield om(self.tijd.na(nu.date(), 2), 13)
        self.publiceer(procedure, nu)

    def publiceer(self, procedure: Procedure, nu: datetime) -> None:
        procedure = vers(procedure)
        tro_publiceren(
            procedure=procedure, door=als(self.aog(procedure, nu.date()), nu), nu=nu
        )

    def reageer(
        self, procedure: Procedure, dag: date, aantal: int, eerst: list[Medewerker] | None = None
    ) -> Verhaal:
        """People react, each at another hour of the first days."""
        procedure = vers(procedure)
        tro = procedure.matchvraag.tro
        wie = list(eerst or [])
        for m in self.mensen.voor_tro(tro, self.professie(procedure), dag, aantal, met_ppp=True):
            if m not in wie:
                wie.append(m)
        for nummer, mens in enumerate(wie[: max(aantal, len(eerst or []))]):
            nu = yield om(self.tijd.na(dag, nummer // 2), 14 + nummer % 2, 7 * nummer % 60)
            self.reactie(procedure, mens, nu)

    def reactie(self, procedure: Procedure, mens: Medewerker, nu: datetime) -> None:
        reactie_indienen(
            publicatie=open_publicatie(procedure), medewerker=mens,
            toelichting=self.kies(zinnen.REACTIES), door=als(mens, nu), nu=nu,
        )

    def stel_voor(
        self, procedure: Procedure, mens: Medewerker, door: Medewerker, nu: datetime, **extra: str
    ) -> None:
        tro: TRO = vers(procedure).matchvraag.tro
        begin = max(tro.begin, nu.date())
        match_voorstellen(
            procedure=procedure, medewerker=mens, begin=begin, einde=tro.einde, fte=tro.fte,
            motivatie_organisatie=self.kies(zinnen.ORGANISATIE),
            motivatie_persoon=self.kies(zinnen.PERSOON), motivatie_niveau=self.kies(zinnen.NIVEAU),
            door=als(door, nu), nu=nu, **extra,
        )

    def instemmen(self, procedure: Procedure, dag: date, **hoe) -> Verhaal:
        yield from self.programma.instemmen(procedure, self.tijd.na(dag, 1), **hoe)

    # stories that ended

    def fase0(self, procedure: Procedure) -> Verhaal:
        nu = yield om(self.tijd.start)
        teams = self.delen(procedure, nu)
        nu = yield om(self.tijd.na(nu.date(), 2), 11)
        self.antwoord(procedure, teams[0], DelingAntwoord.JA, nu)
        nu = yield om(self.tijd.na(nu.date(), 1), 15)
        procedure = vers(procedure)
        keus = self.mensen.voor_tro(
            procedure.matchvraag.tro, self.professie(procedure), nu.date(), 1, pteams=teams
        )
        if not keus:  # nobody there has the hours: on to the market
            self.publiceer(procedure, nu)
            yield from self.op_tafel(procedure, Uitkomst.GEMATCHT, 2, 1)
            yield from self.na_match(procedure)
            return
        self.stel_voor(procedure, keus[0], self.aog(procedure, nu.date()), nu)
        yield from self.instemmen(procedure, nu.date())

    def markt(self, procedure: Procedure) -> Verhaal:
        """A match inside the wait, explained (R253, E04)."""
        from matching.domain.inzien import reacties_inzien

        nu = yield om(self.tijd.start)
        yield from self.naar_markt(procedure, nu)
        dag = open_publicatie(procedure).gepubliceerd_op.date()
        yield from self.reageer(procedure, dag, 2)
        nu = yield om(self.tijd.na(dag, 3), 16)
        procedure = vers(procedure)
        aog = self.aog(procedure, nu.date())
        reacties = reacties_inzien(procedure=procedure, door=als(aog, nu), nu=nu)
        tro = procedure.matchvraag.tro
        wie = [r.medewerker for r in reacties]
        vrij = self.mensen.vrij(wie, tro.fte, max(tro.begin, nu.date()), tro.einde)
        if not vrij:
            sessie = self.tafel.zet(
                procedure, vroegste_bespreekdatum(procedure), Uitkomst.NAAR_EXTERN
            )
            yield om(sessie, 12)
            return
        self.stel_voor(
            procedure, vrij[0], aog, nu,
            motivatie_binnen_wachttijd=self.kies(zinnen.BINNEN_WACHTTIJD),
        )
        yield from self.instemmen(procedure, nu.date())

    def tot_tafel(
        self, procedure: Procedure, uitkomst: str, aantal: int = 3, extra: int = 0
    ) -> Verhaal:
        """Share, publish, react; on the table of the first session that may have it."""
        nu = yield om(self.tijd.start)
        yield from self.naar_markt(procedure, nu)
        yield from self.op_tafel(procedure, uitkomst, aantal, extra)

    def op_tafel(
        self, procedure: Procedure, uitkomst: str, aantal: int, extra: int = 0
    ) -> Verhaal:
        dag = open_publicatie(procedure).gepubliceerd_op.date()
        yield from self.reageer(procedure, dag, aantal)
        erbij: list[Medewerker] = []
        if extra:
            tro = vers(procedure).matchvraag.tro
            al = set(
                procedure.publicaties.values_list("reacties__medewerker_id", flat=True)
            )
            kan = self.mensen.voor_tro(tro, self.professie(vers(procedure)), dag, extra + 3)
            erbij = [m for m in kan if m.pk not in al][:extra]
        sessie = self.tafel.zet(procedure, vroegste_bespreekdatum(procedure), uitkomst, erbij)
        yield om(sessie, 12)

    def tafel_gematcht(self, procedure: Procedure) -> Verhaal:
        yield from self.tot_tafel(procedure, Uitkomst.GEMATCHT, extra=1)
        yield from self.na_match(procedure)

    def na_match(self, procedure: Procedure, **hoe) -> Verhaal:
        match = procedure.matches.filter(status="voorgesteld").first()
        if match is not None:
            yield from self.instemmen(procedure, match.voorgesteld_op.date(), **hoe)

    def aangehouden(self, procedure: Procedure) -> Verhaal:
        yield from self.tot_tafel(procedure, Uitkomst.AANHOUDEN, aantal=2)
        sessie = self.tafel.zet(
            procedure, self.laatste(procedure) + timedelta(days=2), Uitkomst.GEMATCHT
        )
        yield om(sessie, 12)
        yield from self.na_match(procedure)

    def geen_instemming(self, procedure: Procedure) -> Verhaal:
        """The chosen person says no; the next session chooses another."""
        yield from self.tot_tafel(procedure, Uitkomst.GEMATCHT, aantal=2, extra=1)
        match = procedure.matches.filter(status="voorgesteld").first()
        if match is None:
            return
        yield from self.instemmen(procedure, match.voorgesteld_op.date(), akkoord=False)
        tro = vers(procedure).matchvraag.tro
        kan = self.mensen.voor_tro(tro, self.professie(vers(procedure)), self.laatste(procedure), 4)
        ander = [m for m in kan if m != match.medewerker][:1]
        sessie = self.tafel.zet(
            procedure, self.laatste(procedure) + timedelta(days=2), Uitkomst.GEMATCHT, ander,
            ander[0] if ander else None,
        )
        yield om(sessie, 12)
        yield from self.na_match(procedure)

    def terug_naar_aog(self, procedure: Procedure) -> Verhaal:
        """The table sends the profile back; sharpened and published again (T10)."""
        yield from self.tot_tafel(procedure, Uitkomst.TERUG_NAAR_AOG, aantal=1)
        nu = yield om(self.tijd.na(self.laatste(procedure), 3), 10)
        procedure = vers(procedure)
        tro, door = procedure.matchvraag.tro, als(self.aog(procedure, nu.date()), nu)
        tro_bijwerken(
            procedure=procedure, opnieuw_publiceren=True, door=door, nu=nu,
            velden={
                "schaal_van": max(tro.schaal_van - 1, 1), "begin": tro.begin + timedelta(days=28),
                "hoe": f"{tro.hoe} De taken zijn na de matchtafel scherper gemaakt.",
            },
        )
        if open_publicatie(procedure) is None:
            self.publiceer(procedure, nu)
        yield from self.op_tafel(procedure, Uitkomst.GEMATCHT, 2)
        yield from self.na_match(procedure)

    def opnieuw_gepubliceerd(self, procedure: Procedure) -> Verhaal:
        """Withdrawn and published again: a new wait, an old reaction confirmed (R255, E25)."""
        nu = yield om(self.tijd.start)
        yield from self.naar_markt(procedure, nu)
        dag = open_publicatie(procedure).gepubliceerd_op.date()
        yield from self.reageer(procedure, dag, 2)
        nu = yield om(self.tijd.na(dag, 3), 9)
        door = als(self.aog(vers(procedure), nu.date()), nu)
        publicatie_intrekken(
            publicatie=open_publicatie(procedure), reden="Het resultaat is nog in bespreking.",
            door=door, nu=nu,
        )
        nu = yield om(self.tijd.na(dag, 7), 9)
        self.publiceer(procedure, nu)
        nu = yield om(self.tijd.na(dag, 8), 10)
        for reactie in procedure.publicaties.get(nummer=1).reacties.filter(
            status=ReactieStatus.TE_BEVESTIGEN
        ).select_related("medewerker__gebruiker")[:1]:
            reactie_bevestigen(reactie=reactie, door=als(reactie.medewerker, nu), nu=nu)
        sessie = self.tafel.zet(procedure, vroegste_bespreekdatum(procedure), Uitkomst.GEMATCHT)
        yield om(sessie, 12)
        yield from self.na_match(procedure)

    def ingetrokken(self, procedure: Procedure) -> Verhaal:
        nu = yield om(self.tijd.start)
        yield from self.naar_markt(procedure, nu)
        dag = open_publicatie(procedure).gepubliceerd_op.date()
        yield from self.reageer(procedure, dag, 1)
        nu = yield om(self.tijd.na(dag, 3), 15)
        procedure = vers(procedure)
        procedure_intrekken(
            procedure=procedure, reden=self.kies(zinnen.INTREKKEN),
            door=als(self.aog(procedure, nu.date()), nu), nu=nu,
        )

    def beraad(self, procedure: Procedure) -> Verhaal:
        """Escalated to the programmeerberaad, and back to the table."""
        yield from self.tot_tafel(procedure, Uitkomst.ESCALEREN, aantal=1)
        nu = yield om(self.tijd.na(self.laatste(procedure), 10), 15)
        fase_afsluiten(
            procedure=vers(procedure), naar=Fase.MATCHTAFEL,
            reden="Het beraad geeft deze opdracht voorrang boven de andere vraag.",
            door=als(self.programma.voorzitter, nu), nu=nu,
        )
        sessie = self.tafel.zet(procedure, self.tijd.na(nu.date(), 2), Uitkomst.GEMATCHT)
        yield om(sessie, 12)
        yield from self.na_match(procedure)

    def laatste(self, procedure: Procedure) -> date:
        """The day of the last session that had this procedure."""
        return procedure.agendapunten.order_by("-sessie__datum").first().sessie.datum

    def datum_gepubliceerd(self, weken: int) -> date:
        """A publication day whose earliest table day is ``weken`` sessions before today's."""
        doel = self.tijd.tafel - timedelta(days=7 * weken)
        dag = doel
        while bereken_vroegste(om(dag, 13), WACHT, self.tijd.vrij) > doel:
            dag = self.tijd.voor(dag, 1)
        return dag
