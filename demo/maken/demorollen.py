"""Who stands for which role in "kijk mee als …" (SCHERMEN, Who comes in)."""

from collections import Counter

from demo.maken.bemensing import Bemensing
from demo.maken.mensen import Organisatie
from demo.maken.opdrachten import Werk
from demo.maken.rollen import Rolverdeling

ROLLEN = (
    ("medewerker", "Medewerker", "Profiel bijhouden, werk vinden en reageren"),
    ("pmanager", "P-manager", "Mensen plaatsen en het P-team gezond houden"),
    ("recruiter", "Recruiter", "De matchtafel voorbereiden met suggesties"),
    ("voorzitter-matchtafel", "Voorzitter matchtafel", "De sessie leiden en verslag doen"),
    ("aog", "Ambtelijk opdrachtgever (AOG)", "Een opdracht sturen en laten bemensen"),
    ("aon", "Ambtelijk opdrachtnemer (AON)", "Een opdracht uitvoeren met een team"),
    ("domeindirecteur", "Domeindirecteur", "Programmeren, een AOG kiezen, dechargeren"),
    ("directeur-mo", "Directeur Mens en Organisatie", "Capaciteit sturen en rollen aanwijzen"),
    ("secretaris", "Secretaris programmeerberaad", "De besluitenlijst voorbereiden"),
    ("voorzitter-programmeerberaad", "Voorzitter programmeerberaad (DT)",
     "De besluitenlijst vaststellen"),
    ("registerbeheerder", "Registerbeheerder", "Het opdrachtenregister bijhouden"),
    ("concerncontroller", "Concerncontroller", "Bevoegdheden en de keten controleren"),
    ("auditor", "Auditor", "Vragen stellen aan het register"),
    ("toetser", "Adviseur compliance en control", "Opdrachten toetsen"),
    ("beheer", "Functioneel beheerder", "Instellingen, kalender en de demo-klok"),
)


def demorollen(
    organisatie: Organisatie, verdeling: Rolverdeling, bemensing: Bemensing, werk: list[Werk]
) -> list[dict[str, str]]:
    wie = {code: mens.nummer for code, mens in verdeling.wie.items()}
    wie["beheer"] = wie["beheerder"]
    nieuw = Counter(w.opgave.odomein for w in werk if w.lijst and w.opgave.odomein != "dbi")
    odomein = min(nieuw, key=lambda d: (-nieuw[d], d))
    wie["domeindirecteur"] = organisatie.leiding[f"dd-{odomein}"].nummer
    wie["directeur-mo"] = organisatie.leiding["dmo-sturing"].nummer
    bezet = set(wie.values())
    wie["aog"] = _met_werk_en_ruimte(bemensing, "aog", organisatie, bezet)
    wie["aon"] = _met_werk_en_ruimte(bemensing, "aon", organisatie, bezet)
    wie["pmanager"] = _pmanager(organisatie, bezet)
    wie["medewerker"] = _medewerker(organisatie, bezet, wie["pmanager"], bemensing)
    return [
        {"code": code, "titel": titel, "omschrijving": tekst, "personeelsnummer": wie[code]}
        for code, titel, tekst in ROLLEN
    ]


def _met_werk_en_ruimte(
    bemensing: Bemensing, rol: str, organisatie: Organisatie, bezet: set[str]
) -> str:
    """Somebody who holds the role already, and has most room for more of it."""
    professie = {"aog": "opdrachtgeverschap", "aon": "projectmanagement"}[rol]
    kring = {m.nummer for m in organisatie.van(professie)} - bezet
    houders = [n for n in getattr(bemensing, rol).values() if n in kring]
    return min(houders, key=lambda n: (-bemensing.vrij[n], n))


def _pmanager(organisatie: Organisatie, bezet: set[str]) -> str:
    """A P-manager of planners, preferably of two teams."""
    telling = Counter(t.pmanager for t in organisatie.teams if t.professie == "planologie")
    vrij = [n for n in telling if n not in bezet]
    return min(vrij, key=lambda n: (-telling[n], n))


def _medewerker(
    organisatie: Organisatie, bezet: set[str], pmanager: str, bemensing: Bemensing
) -> str:
    """A specialist in a team of the demo P-manager, with time left for something new."""
    teams = [t for t in organisatie.teams if t.pmanager == pmanager]
    kan = [
        m for t in teams for m in t.leden
        if m.dienstverband == "vast" and m.uit_dienst is None and m.nummer not in bezet
        and m.groep == "specialist"
    ]
    return max(kan, key=lambda m: (bemensing.vrij[m.nummer], m.nummer)).nummer
