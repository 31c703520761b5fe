"""The learning offer to start with (EISEN table 2.13, R390, R391): data that a province changes.

Pure: what is in the tables is filled by ``domain/leeraanbod.py``.
"""

THEMAS: dict[str, tuple[str, ...]] = {
    "Ambtelijk vakmanschap": (
        "Loyale tegenspraak", "Politiek-bestuurlijk", "Integer werken", "Omgevingswet",
        "Projectmanagement",
    ),
    "Arbeidsmarkt": ("Arbeidsmarktcommunicatie", "Personeelsmonitor"),
    "Communicatievaardigheden": (
        "(Online) vergaderen", "Lezen en schrijven", "Gespreksvaardigheden",
        "Presentatievaardigheden",
    ),
    "Digitale ontwikkeling": (
        "Verschillende doelgroepen", "Themadag Digitaliseren", "Online werken",
        "Digitale transformatie", "MS Office", "De basis van AI",
    ),
    "Gezond en veilig werken": (
        "Werkdruk en sociale veiligheid", "Werkhouding", "Werkomgeving", "Veilig werken",
        "Arbo in je organisatie",
    ),
    "Open over de overgang": (
        "Wat is de overgang", "Overgang en leefstijl", "Overgang en werk",
        "Overgang en omgeving",
    ),
    "Loopbaanontwikkeling": (
        "Wie ben ik, wat kan ik, wat wil ik?", "Je volgende (carrière)stap",
    ),
    "Medezeggenschap": ("Meerwaarde", "Vaardigheden als OR-lid"),
    "Organisatiecultuur": (
        "Diversiteit en inclusiviteit", "Banenafspraak",
        "Generaties op de werkvloer (MentorConnect)", "Werk en mantelzorg",
    ),
    "Vitaliteit en duurzame inzetbaarheid": (
        "Vitaliteit", "Duurzame inzetbaarheid", "21st Century Skills",
        "(Persoonlijk) leiderschap",
    ),
    "Werkplezier": (
        "Werkplezier algemeen", "Talenten", "Betekenis", "Vrijheid", "Relaties",
    ),
}

# What the source calls a focus theme, with its year.
FOCUS: dict[str, int] = {
    "Loyale tegenspraak": 2026, "De basis van AI": 2026, "Verschillende doelgroepen": 2026,
    "Werkdruk en sociale veiligheid": 2026, "Generaties op de werkvloer (MentorConnect)": 2026,
    "Open over de overgang": 2026, "Organisatiecultuur": 2026,
}
