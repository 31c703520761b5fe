"""People of the O-domein with exactly the rights of their role."""

from collections.abc import Callable

import pytest

from config.kern.actor import Actor, Recht
from config.kern.enums import GremiumSoort
from opgaven.models import Opdracht
from opgaven.queries import odomein_van
from tests.factories.kern import VANDAAG, GebruikerFactory, GremiumFactory
from tests.factories.opgaven import programmeerberaad

ROLLEN = (
    "niemand", "domeindirecteur", "andere_dd", "aog", "aon", "toetser", "secretaris", "voorzitter",
    "voorzitter_o_beraad", "beheerder",
)


@pytest.fixture
def als(db: None, maak_actor: Callable[..., Actor]) -> Callable[[str, Opdracht], Actor]:
    """``als("aog", opdracht)`` is somebody with that role on that opdracht."""

    def maak(rol: str, opdracht: Opdracht) -> Actor:
        beraad = programmeerberaad()
        odomein = odomein_van(opdracht.opgave, VANDAAG)
        rechten = {
            "niemand": (),
            "domeindirecteur": ((Recht.OPDRACHT_INITIEREN, odomein),),
            "andere_dd": ((Recht.OPDRACHT_INITIEREN, beraad),),
            "aog": ((Recht.OPDRACHT_STUREN, opdracht),),
            "aon": ((Recht.OPDRACHT_UITVOEREN, opdracht),),
            "toetser": (Recht.OPDRACHT_TOETSEN,),
            "secretaris": ((Recht.BESLUITENLIJST_OPSTELLEN, beraad),),
            "voorzitter": ((Recht.BESLUITENLIJST_VASTSTELLEN, beraad),),
            "voorzitter_o_beraad": (
                (Recht.OPGAVE_TOEDELEN, GremiumFactory(soort=GremiumSoort.O_BERAAD)),
            ),
            "beheerder": (Recht.BEHEREN,),
        }[rol]
        return maak_actor(GebruikerFactory(), *rechten)

    return maak
