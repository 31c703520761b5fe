"""What people write in the year of history: short, different, about the work."""

REACTIES = (
    "Ik deed vergelijkbaar werk in een eerdere opdracht en wil dat hier verder brengen.",
    "Dit sluit aan op mijn opleiding; ik zoek een plek om die kennis te gebruiken.",
    "Ik ken de partners en kan snel beginnen.",
    "Mijn huidige inzet loopt af en dit onderwerp heeft al lang mijn interesse.",
    "Ik wil graag leren van dit team en breng zelf ervaring met de omgeving mee.",
    "Het resultaat spreekt me aan: concreet, met een duidelijk einde.",
    "Ik kan precies deze dagen en werk graag in een klein team.",
    "In ons P-team ben ik de trekker van dit onderwerp; hier kan ik het toepassen.",
    "Ik zoek afwisseling naast mijn vaste werk en dit past goed in mijn week.",
)
ARGUMENTEN = (
    "Heeft dit eerder gedaan en krijgt rust en overzicht in een lastige omgeving.",
    "Leert snel en is toe aan een zwaardere opdracht.",
    "Kent het gebied en de mensen; kan over twee weken beginnen.",
    "Sterk in afspraken maken met partners. Wil hierin groeien.",
    "Past op niveau en heeft de uren. Het team zou er blij mee zijn.",
)
ORGANISATIE = (
    "De opdracht krijgt ervaring die het team nu mist.",
    "We houden de planning en hoeven niet extern te zoeken.",
    "Kennis van een eerdere opdracht blijft zo behouden.",
    "Dit verdeelt het werk eerlijker over de P-teams.",
)
PERSOON = (
    "Wil zich in dit onderwerp ontwikkelen en krijgt ruimte om mee te lopen.",
    "Zoekt een opdracht met meer contact met de buitenwereld.",
    "Sluit aan bij de wens om meer inhoudelijk werk te doen.",
    "Kan hier de eigen kennis overdragen aan jongere collega's.",
)
BESLUITEN = (
    "De tafel kiest deze collega: ervaring, uren en wens passen bij elkaar.",
    "Twee kandidaten pasten; de beschikbare dagen gaven de doorslag.",
    "De meeste leerwinst voor de collega en een goede start voor het team.",
)
ADVIEZEN = (
    "De tafel adviseert deze opdrachtgever: kent het bestuur en de partners, en heeft ruimte.",
    "Ervaring met vergelijkbare opdrachten; de tafel noemt ook een tweede naam.",
    "Past bij de fase van het werk en bij de samenwerking die nodig is.",
)
NAAR_EXTERN = (
    "Geen kandidaat met de gevraagde kennis en uren binnen de organisatie.",
    "De enige passende collega's zitten vol tot na de looptijd.",
    "Er kwamen reacties, maar het gevraagde niveau zat er niet bij.",
)
WERVING = (
    "Deze kennis hebben we tijdelijk nodig; opleiden duurt te lang voor deze planning.",
    "Het werk is blijvend en het P-team heeft er te weinig mensen voor.",
    "Een partner heeft iemand met ruimte en ervaring op precies dit onderwerp.",
)
LANGER = (
    "De partner kan de collega tot de oplevering missen. Halverwege wisselen zou de vergunning "
    "en het contact met de omgeving schaden."
)
INTREKKEN = (
    "De scope is kleiner geworden; het team vangt dit deel zelf op.",
    "Het bestuur heeft dit onderdeel een jaar uitgesteld.",
)
BINNEN_WACHTTIJD = (
    "Alle reacties zijn gelezen. Deze collega begint deze week al in hetzelfde gebied; wachten "
    "zou een onderzoek van twee weken stilleggen.",
    "De andere reacties gaan over minder uren dan nodig zijn; met hen is dat besproken.",
)
NIVEAU = (
    "Een schaal verschil; de collega werkte eerder op dit niveau en krijgt begeleiding.",
    "Het niveau ligt net anders, de ervaring met het onderwerp weegt hier zwaarder.",
)
WEIGEREN = "Deze collega trekt al twee zware opdrachten. Laten we eerst naar de verdeling kijken."
AFWIJKING = (
    "De geadviseerde collega is goed, maar deze opdracht vraagt iemand die het dossier met het "
    "Rijk al kent. Dat voorkomt een half jaar inwerken."
)
TOETS = {
    "financieel": (
        "Dekking is aanwezig in de begroting; de raming is onderbouwd.",
        "Het budget past. Let op de fasering over twee jaren.",
    ),
    "personeel": (
        "De gevraagde plaatsen zijn uitgewerkt en passen bij de planning van de P-teams.",
        "Een van de professies is schaars; begin op tijd met zoeken.",
    ),
    "juridisch": (
        "Geen bijzonderheden; staatssteun en aanbesteding zijn bekeken.",
        "De bevoegdheid is duidelijk. Leg de afspraken met partners schriftelijk vast.",
    ),
}
RISICOS = (
    ("Partner beslist later dan gepland", 3, 4, "Maandelijks bestuurlijk overleg", "AOG"),
    ("Te weinig capaciteit voor onderzoek", 4, 3, "Tijdig publiceren op de markt", "AON"),
    ("Bezwaar tegen het besluit", 2, 5, "Vroeg in gesprek met de omgeving", "AON"),
    ("Kosten stijgen door de markt", 3, 3, "Raming elk kwartaal herzien", "AOG"),
)
MIJLPALEN = ("Startbesluit", "Eerste concept", "Bespreking met partners", "Besluit", "Overdracht")
TEAMPLAN = (
    "Ons vak is herkenbaar aan zorgvuldig werk in gewone taal. We spreken elkaar aan en vieren "
    "wat lukt. Nieuwe collega's krijgen een maatje.",
    "Elke tweede dinsdag delen we een casus. Wat we leren staat in ons kennisboek; twee mensen "
    "houden dat bij. Voor elk onderwerp is er een tweede die het ook kan.",
    "Voorjaar: werkbezoek. Zomer: opfrisdag over nieuwe regels. Najaar: uitwisseling met een "
    "andere provincie. Winter: terugblik en nieuw plan.",
    "We bespreken elke maand welke opdrachten eraan komen en wie wil reageren. De P-manager "
    "bewaakt dat niet steeds dezelfde mensen worden gevraagd.",
    "Aan het eind van het jaar kan ieder lid twee onderwerpen zelfstandig en is onze "
    "bezetting op sterkte. Drie collega's volgen een opleiding.",
    "We vervangen elkaar bij ziekte, houden certificaten actueel en nemen deel aan het "
    "vakgenootschap. Afspraken over bereikbaarheid staan op één bladzijde.",
    "Een lid zit voor, een ander bewaakt de kennis en een derde onze agenda. De rollen "
    "wisselen elk jaar.",
)
