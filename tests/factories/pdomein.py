"""People, teams and profiles for tests, brought to their state by the real commands.

``MedewerkerFactory(pteam=team)`` has a login and a home; ``PTeamFactory(pmanager=persoon)`` is
led; ``PPPFactory(medewerker=m, gepubliceerd=True, competenties=[(c, 3)])`` is shown.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import factory

from config.kern.actor import SYSTEEM, Actor, Recht, Toekenning, sleutel_van
from pdomein.domain.competentie import competentie_vastleggen
from pdomein.domain.medewerker import medewerker_bijwerken
from pdomein.domain.pmanager import pmanager_aanstellen
from pdomein.domain.ppp import ppp_overnemen
from pdomein.domain.pteam import aansluiting_vastleggen, plaatsing_vastleggen, pteam_oprichten
from pdomein.models import (
    PPP,
    Cluster,
    Competentie,
    Medewerker,
    Professie,
    ProfessioneelDomein,
    PTeam,
)
from pdomein.personeel import Personeelsgegevens
from pdomein.profiel import PPPInhoud
from pdomein.rules.pteam import TIJDELIJK_ERBIJ
from tests.factories.kern import NU

BEGIN = date(2024, 1, 1)


class ProfessieFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Professie
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"professie-{n}")
    naam = factory.Sequence(lambda n: f"Professie {n}")


class ProfessioneelDomeinFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ProfessioneelDomein
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"domein-{n}")
    naam = factory.Sequence(lambda n: f"Domein {n}")


class ClusterFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Cluster

    domein = factory.SubFactory(ProfessioneelDomeinFactory)
    code = factory.Sequence(lambda n: f"cluster-{n}")
    naam = factory.Sequence(lambda n: f"Cluster {n}")


class PTeamFactory(factory.Factory):
    class Meta:
        model = PTeam

    code = factory.Sequence(lambda n: f"pteam-{n}")
    naam = factory.Sequence(lambda n: f"P-team {n:03}")
    professie = factory.SubFactory(ProfessieFactory)
    domein = factory.SubFactory(ProfessioneelDomeinFactory)
    formatie_fte = Decimal(12)
    begin = BEGIN
    door = SYSTEEM
    nu = NU
    pmanager = None
    pct = 100

    @classmethod
    def _create(cls, model_class: type[PTeam], *args: Any, **kwargs: Any) -> PTeam:
        pmanager, pct = kwargs.pop("pmanager"), kwargs.pop("pct")
        pteam = pteam_oprichten(**kwargs)
        if pmanager is not None:
            pmanager_aanstellen(
                pteam=pteam, medewerker=pmanager, pct=pct, begin=max(pteam.begin, BEGIN),
                door=SYSTEEM, nu=kwargs["nu"],
            )
        return pteam


class MedewerkerFactory(factory.Factory):
    class Meta:
        model = Medewerker

    personeelsnummer = factory.Sequence(lambda n: f"p{n:05}")
    naam = factory.Sequence(lambda n: f"Persoon{n} de Vries")
    email = factory.LazyAttribute(lambda o: f"{o.personeelsnummer}@example.org")
    functie = "adviseur"
    functiegroep = "specialist"
    schaal = 11
    aanstelling_fte = Decimal(1)
    dienstverband = "vast"
    in_dienst = BEGIN
    uit_dienst = None
    pteam = None
    door = SYSTEEM
    nu = NU

    @classmethod
    def _create(cls, model_class: type[Medewerker], *args: Any, **kwargs: Any) -> Medewerker:
        pteam, door, nu = kwargs.pop("pteam"), kwargs.pop("door"), kwargs.pop("nu")
        for naam in ("leidinggevende", "thuisbasis"):
            if (obj := kwargs.pop(naam, None)) is not None:
                kwargs[f"{naam}_id"] = obj.pk
        gegevens = Personeelsgegevens(**kwargs)
        medewerker = medewerker_bijwerken(gegevens=gegevens, door=door, nu=nu).medewerker
        if pteam is not None:
            _plaatsen(medewerker, pteam, nu)
        return medewerker


def _plaatsen(medewerker: Medewerker, pteam: PTeam, nu: Any) -> None:
    begin = max(medewerker.in_dienst, pteam.begin)
    if medewerker.dienstverband in TIJDELIJK_ERBIJ:
        aansluiting_vastleggen(
            medewerker=medewerker, pteam=pteam, soort=medewerker.dienstverband, begin=begin,
            einde=medewerker.uit_dienst or date(2027, 1, 1), door=SYSTEEM, nu=nu,
        )
        return
    plaatsing_vastleggen(
        medewerker=medewerker, pteam=pteam, begin=begin, reden="Eerste plaatsing",
        door=SYSTEEM, nu=nu,
    )


class CompetentieFactory(factory.Factory):
    class Meta:
        model = Competentie

    code = factory.Sequence(lambda n: f"competentie-{n}")
    naam = factory.Sequence(lambda n: f"Competentie {n}")
    door = SYSTEEM
    nu = NU

    @classmethod
    def _create(cls, model_class: type[Competentie], *args: Any, **kwargs: Any) -> Competentie:
        return competentie_vastleggen(**kwargs).competentie


class PPPFactory(factory.Factory):
    """A complete PPP; ``competenties`` holds ``(competentie, niveau)`` pairs."""

    class Meta:
        model = PPP

    medewerker = factory.SubFactory(MedewerkerFactory)
    kennis_en_kunde = "Ik weet veel van natuurbeleid."
    ontwikkelen = "Ik wil leren leidinggeven."
    bellen_voor = "Bel mij voor vragen over vergunningen."
    competenties = ()
    gepubliceerd = True
    nu = NU

    @classmethod
    def _create(cls, model_class: type[PPP], *args: Any, **kwargs: Any) -> PPP:
        zichtbaar = {k: v for k, v in kwargs.items() if k.startswith("zichtbaar_")}
        inhoud = PPPInhoud(
            kwargs["kennis_en_kunde"], kwargs["ontwikkelen"], kwargs["bellen_voor"],
            tuple((c, niveau, "", False) for c, niveau in kwargs["competenties"]),
        )
        ppp = ppp_overnemen(
            medewerker=kwargs["medewerker"], inhoud=inhoud, gepubliceerd=kwargs["gepubliceerd"],
            door=SYSTEEM, nu=kwargs["nu"],
        )
        if zichtbaar:
            PPP.objects.filter(pk=ppp.pk).update(**zichtbaar)
            ppp.refresh_from_db()
        return ppp


def actor_van(medewerker: Medewerker, *rechten: Any, **velden: Any) -> Actor:
    """``actor_van(m, Recht.BEHEREN, (Recht.PTEAM_LEIDEN, pteam))``: this person, these rights."""
    toekenningen = frozenset(
        Toekenning(r) if isinstance(r, Recht) else Toekenning(r[0], sleutel_van(r[1]))
        for r in rechten
    )
    return Actor(
        gebruiker_id=medewerker.gebruiker_id, naam=medewerker.naam, medewerker_id=medewerker.pk,
        toekenningen=toekenningen, **velden,
    )
