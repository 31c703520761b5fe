"""Work for tests, brought to its state by the real commands.

``OpdrachtFactory(status="getoetst")`` walks the whole way; ``OpgaveFactory(odomein=d)`` is
allocated; ``lijst_van(beraad)`` opens a besluitenlijst of today.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import factory

from config.kern.actor import SYSTEEM, Actor, Recht, Toekenning
from config.kern.domain.vergadering import besluitenlijst_openen, vergadering_plannen
from config.kern.enums import GremiumSoort
from config.kern.models import Besluitenlijst, Gremium, Vergadering
from opgaven.domain.besluitenlijst import besluitenlijst_vaststellen, opdracht_agenderen
from opgaven.domain.capaciteitsvraag import capaciteitsvraag_vastleggen
from opgaven.domain.opdracht import (
    deelopdracht_aanmaken,
    opdracht_aanmaken,
    opdracht_bemensing_bijwerken,
    opdracht_dechargeren,
    opdracht_opleveren,
    opdracht_profiel_vaststellen,
    opdracht_schrappen,
    opdracht_temporiseren,
)
from opgaven.domain.opgave import opgave_toedelen
from opgaven.domain.scope import scope_voorstellen
from opgaven.domain.toets import opdracht_toetsen
from opgaven.enums import OpdrachtStatus as S
from opgaven.enums import PlaatsSoort, Toetsonderdeel
from opgaven.levensloop import HOOFDLIJN
from opgaven.models import (
    Begroting,
    Beleidsambitie,
    Beleidsdoel,
    Capaciteitsvraag,
    ODomein,
    Opdracht,
    Opgave,
    Toets,
)
from opgaven.profiel import OpdrachtProfiel, Vraag
from tests.factories.kern import NU, VANDAAG, GebruikerFactory, GremiumFactory
from tests.factories.pdomein import CompetentieFactory

BEGIN = date(2024, 1, 1)


class BegrotingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Begroting
        django_get_or_create = ("jaar",)

    jaar = 2026
    ps_besluit = "PS 2025-112"
    vastgesteld_op = date(2025, 11, 12)


class BeleidsambitieFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Beleidsambitie

    begroting = factory.SubFactory(BegrotingFactory)
    code = factory.Sequence(lambda n: f"A{n}")
    naam = factory.Sequence(lambda n: f"Ambitie {n}")
    collegeperiode = "2023-2027"


class BeleidsdoelFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Beleidsdoel

    ambitie = factory.SubFactory(BeleidsambitieFactory)
    code = factory.Sequence(lambda n: f"D{n}")
    naam = factory.Sequence(lambda n: f"Doel {n}")


class ODomeinFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ODomein

    code = factory.Sequence(lambda n: f"odomein-{n}")
    naam = factory.Sequence(lambda n: f"O-domein {n:03}")


class OpgaveFactory(factory.django.DjangoModelFactory):
    """An opgave, allocated to an O-domein unless ``odomein=None``."""

    class Meta:
        model = Opgave
        skip_postgeneration_save = True

    beleidsdoel = factory.SubFactory(BeleidsdoelFactory)
    begrotingsjaar = 2026
    code = factory.Sequence(lambda n: f"O{n}")
    naam = factory.Sequence(lambda n: f"Opgave {n}")
    beoogd_resultaat = "Een provincie waar het goed leven is."

    @classmethod
    def _create(cls, model_class: type[Opgave], *args: Any, **kwargs: Any) -> Opgave:
        is_vrij = kwargs.get("onder_directieteam", False)
        odomein = kwargs.pop("odomein", None if is_vrij else ODomeinFactory)
        opgave = super()._create(model_class, *args, **kwargs)
        if odomein is not None:
            opgave_toedelen(
                opgave=opgave, odomein=odomein() if odomein is ODomeinFactory else odomein,
                gremium=GremiumFactory(soort=GremiumSoort.O_BERAAD), begin=BEGIN, door=SYSTEEM,
                nu=NU,
            )
        return opgave


def profiel(**velden: Any) -> OpdrachtProfiel:
    """A complete profile; give what differs."""
    basis = {
        "naam": "Zonnevelden langs de snelweg", "begrotingscode": "BC-1", "fase": "verkenning",
        "waarom": "Er is te weinig duurzame stroom.", "wat": "Drie zonnevelden.",
        "hoe": "Samen met gemeenten.", "wie": "Een projectleider en een planoloog.",
        "beoogd_resultaat": "Vergunning voor drie velden.",
        "past_in_portefeuille": "Past bij de energieopgave.",
        "budget_materieel": Decimal("250000.00"), "capaciteit_fte": Decimal("2.50"),
        "begin": date(2026, 7, 1), "einde": date(2027, 7, 1),
    }
    return OpdrachtProfiel(**{**basis, **velden})


def vraag(**velden: Any) -> Vraag:
    """A demand for a place in the team; give what differs."""
    basis = {
        "plaats": PlaatsSoort.TEAM.value, "omschrijving": "Planoloog", "fte": Decimal("0.60"),
        "schaal_van": 10, "schaal_tot": 11, "begin": date(2026, 7, 1), "einde": date(2027, 7, 1),
    }
    return Vraag(**{**basis, **velden})


AOG = {"plaats": "aog", "omschrijving": "AOG", "schaal_van": 13, "schaal_tot": 14}
AON = {"plaats": "aon", "omschrijving": "AON", "schaal_van": 11, "schaal_tot": 12}


class CapaciteitsvraagFactory(factory.Factory):
    """``CapaciteitsvraagFactory(opdracht=o, competenties=((c.pk, 3, 2, True),))``."""

    class Meta:
        model = Capaciteitsvraag

    nu = NU

    @classmethod
    def _create(cls, model_class: type, *args: Any, **kwargs: Any) -> Capaciteitsvraag:
        opdracht, nu = kwargs.pop("opdracht"), kwargs.pop("nu")
        return capaciteitsvraag_vastleggen(
            opdracht=opdracht, vraag=vraag(**kwargs), door=SYSTEEM, nu=nu
        )


class OpdrachtFactory(factory.Factory):
    """An opdracht with scope and three demands (AOG, AON, team), in the status that is asked.

    ``leeg=True`` makes only the row; ``toets`` overrules outcomes: ``{"personeel": "negatief"}``.
    """

    class Meta:
        model = Opdracht

    naam = factory.Sequence(lambda n: f"Opdracht {n:03}")
    status = S.CONCEPT
    nu = NU

    @classmethod
    def _create(cls, model_class: type[Opdracht], *args: Any, **kwargs: Any) -> Opdracht:
        status, nu = S(kwargs.pop("status")), kwargs.pop("nu")
        toets, leeg = kwargs.pop("toets", {}), kwargs.pop("leeg", False)
        boven, code = kwargs.pop("bovenliggende", None), kwargs.pop("code", "")
        opgave = kwargs.pop("opgave", None)
        gegevens = {"profiel": profiel(**kwargs), "code": code, "door": SYSTEEM, "nu": nu}
        if boven is not None:
            opdracht = deelopdracht_aanmaken(bovenliggende=boven, **gegevens)
        else:
            opdracht = opdracht_aanmaken(opgave=opgave or OpgaveFactory(), **gegevens)
        if not leeg:
            _vul(opdracht, nu)
        _breng_naar(opdracht, status, toets, nu)
        return Opdracht.objects.select_related("opgave", "bovenliggende").get(pk=opdracht.pk)


def _vul(opdracht: Opdracht, nu: Any) -> None:
    scope_voorstellen(
        opdracht=opdracht, budget_materieel=Decimal("250000.00"), mandaat="Tot € 50.000.",
        strategische_keuzes="Eerst gemeenten, dan marktpartijen.", door=SYSTEEM, nu=nu,
    )
    competentie = CompetentieFactory()
    soorten = [AON, {}] if opdracht.bovenliggende_id else [AOG, AON, {}]
    for soort in soorten:
        capaciteitsvraag_vastleggen(
            opdracht=opdracht, door=SYSTEEM, nu=nu,
            vraag=vraag(**soort, competenties=((competentie.pk, 3, 2, True),)),
        )


def _breng_naar(opdracht: Opdracht, status: S, toets: dict[str, str], nu: Any) -> None:
    basis = {"opdracht": opdracht, "door": SYSTEEM, "nu": nu}
    zij = {
        S.GESCHRAPT: (S.CONCEPT, opdracht_schrappen),
        S.GETEMPORISEERD: (S.IN_UITVOERING, opdracht_temporiseren),
    }
    doel = zij[status][0] if status in zij else status
    for stap in HOOFDLIJN[1 : HOOFDLIJN.index(doel) + 1]:
        if stap == S.PROFIEL_VASTGESTELD:
            opdracht_profiel_vaststellen(**basis)
        elif stap == S.GETOETST:
            toetsen(opdracht, toets)
        elif stap == S.GEPROGRAMMEERD:
            programmeren(opdracht)
        elif stap in (S.BEMENSING, S.IN_UITVOERING):
            opdracht_bemensing_bijwerken(
                **basis, heeft_aog=True, heeft_aon=stap == S.IN_UITVOERING
            )
        elif stap == S.OPGELEVERD:
            opdracht_opleveren(**basis)
        elif stap == S.GEDECHARGEERD:
            opdracht_dechargeren(**basis, reden="Het resultaat is er.")
    if status in zij:
        zij[status][1](**basis, reden="Andere prioriteiten.")


def toetsen(opdracht: Opdracht, uitkomsten: dict[str, str] | None = None) -> list[Toets]:
    """The three parts, positive unless told otherwise, by one advisor."""
    toetser = GebruikerFactory()
    door = Actor(toetser.pk, toetser.naam, toekenningen=frozenset(
        {Toekenning(Recht.OPDRACHT_TOETSEN)}
    ))
    return [
        opdracht_toetsen(
            opdracht=opdracht, onderdeel=onderdeel,
            uitkomst=(uitkomsten or {}).get(onderdeel, "positief"), toelichting="Bekeken.",
            door=door, nu=NU,
        )
        for onderdeel in Toetsonderdeel.values
    ]


def programmeerberaad() -> Gremium:
    return GremiumFactory(soort=GremiumSoort.PROGRAMMEERBERAAD)


def lijst_van(gremium: Gremium | None = None, datum: date = VANDAAG) -> Besluitenlijst:
    """The besluitenlijst of the meeting on ``datum``, opened when there is none."""
    gremium = gremium or programmeerberaad()
    vergadering = Vergadering.objects.filter(gremium=gremium, datum=datum).first()
    if vergadering is None:
        vergadering = vergadering_plannen(gremium=gremium, datum=datum, door=SYSTEEM, nu=NU)
    return besluitenlijst_openen(vergadering=vergadering, door=SYSTEEM, nu=NU)


def programmeren(opdracht: Opdracht, motivering: str = "") -> Besluitenlijst:
    """Adopt a besluitenlijst with this opdracht; each call has a day of its own."""
    beraad = programmeerberaad()
    dagen = set(beraad.vergaderingen.values_list("datum", flat=True))
    datum = VANDAAG
    while datum in dagen:
        datum = date.fromordinal(datum.toordinal() - 1)
    lijst = lijst_van(beraad, datum)
    opdracht_agenderen(
        opdracht=opdracht, besluitenlijst=lijst, motivering=motivering, door=SYSTEEM, nu=NU
    )
    return besluitenlijst_vaststellen(besluitenlijst=lijst, door=SYSTEEM, nu=NU)
