"""The words of the sources in plain Dutch, each with its older names (R410, R411)."""

from dataclasses import dataclass

from django.utils.text import slugify


@dataclass(frozen=True, slots=True)
class Woord:
    naam: str
    uitleg: str
    ook: tuple[str, ...] = ()

    @property
    def sleutel(self) -> str:
        return slugify(self.naam)


WOORDEN: tuple[Woord, ...] = (
    Woord("AOG", "Ambtelijk opdrachtgever: ambtelijk eindverantwoordelijk voor een opdracht.",
          ("ambtelijk opdrachtgever", "AO")),
    Woord("AON", "Ambtelijk opdrachtnemer: realiseert de opdracht en leidt het opdrachtteam.",
          ("ambtelijk opdrachtnemer", "BA", "behandelend ambtenaar")),
    Woord("Afwijking", "Je wijkt af van een regel en legt uit waarom.", ("pas toe of leg uit",)),
    Woord("Aanwijzen", "Iemand met een besluit een rol geven.", ("aanwijzing",)),
    Woord("Bemensing", "De mensen die aan een opdracht werken."),
    Woord("Besluitenlijst", "De besluiten van een vergadering, samen vastgesteld."),
    Woord("Bevoegdheid", "Wat iemand in een rol namens de organisatie mag doen.", ("mandaat",)),
    Woord("BOG", "Bestuurlijk opdrachtgever: het lid van GS dat bestuurlijk stuurt.",
          ("bestuurlijk opdrachtgever",)),
    Woord("Capaciteitsvraag", "Wie een opdracht nodig heeft: professie, niveau, fte en periode."),
    Woord("Competentie", "Iets wat je kunt, met een niveau van 1 tot en met 5."),
    Woord("DBI", "Dienst Beheer Infrastructuur; daar geldt nog een uitzondering op de regels."),
    Woord("Decharge", "De AOG is klaar met de opdracht en wordt ervan ontheven."),
    Woord("Deelopdracht", "Een deel van een opdracht met een eigen AON."),
    Woord("Directeur M&O", "Directeur Mens en Organisatie: stuurt op mensen en capaciteit.",
          ("P-domeinregisseur", "P-domeinmanager")),
    Woord("Domeindirecteur", "Geeft samenhang aan opgaven in een O-domein, zonder hiërarchie.",
          ("O-domeinregisseur", "DD", "opgavedirecteur")),
    Woord("Driehoek", "BOG, AOG en AON van een opdracht samen.", ("opdrachtdriehoek",)),
    Woord("Dynamisch", "Tijdelijk werk dat verandert; de mensen komen via de matching."),
    Woord("Externe werving", "Fase 3: inlenen, inhuren of een vacature.", ("inhuur", "vacature")),
    Woord("Fte", "Voltijdbaan: 1 fte is een volle werkweek van 36 uur."),
    Woord("Gremium", "Een vast overleg dat beslist of adviseert.", ("beraad",)),
    Woord("Informeel matchen", "Fase 0: de AOG deelt de vraag met P-teams."),
    Woord("Inzet", "Iemand werkt voor een deel van de tijd aan een opdracht."),
    Woord("Jaarplan", "Stabiel werk verdeeld over P-teams, voor een jaar.", ("jaarplanprocedure",)),
    Woord("Knelpunt", "Er zijn te weinig mensen of middelen voor het werk."),
    Woord("Match", "Iemand gaat een opdracht doen; medewerker en P-manager stemmen in."),
    Woord("Matchtafel", "Fase 2: P-managers brengen vraag en mensen bij elkaar.",
          ("matchingsoverleg",)),
    Woord("Matchvraag", "De vraag om een plaats in een opdracht te vullen."),
    Woord("O-beraad", "Opgavenberaad: de domeindirecteuren samen.", ("Opgavenberaad",)),
    Woord("Opdracht", "Een deel van een opgave, met een AOG en een AON."),
    Woord("Opdrachtenmarkt", "Fase 1: werk waar iedereen op kan reageren."),
    Woord("Opdrachtenregister", "De bron die zegt wie welke rol heeft of had, met het besluit."),
    Woord("Opgave", "Een maatschappelijke taak uit de begroting.", ("beleidsprestatie",)),
    Woord("P-beraad", "Personeelsberaad: de directeuren Mens en Organisatie samen.",
          ("Personeelsberaad",)),
    Woord("P-manager", "Je leidinggevende: zorgt voor mensen en hun ontwikkeling.",
          ("personeelsmanager",)),
    Woord("P-team", "Je vaste team, met mensen van dezelfde professie.",
          ("professioneel team", "PT", "thuisbasis")),
    Woord("PPP", "Persoonlijk Professioneel Profiel: wat je kunt, wilt leren en kunt betekenen.",
          ("portfolio", "PP-profiel")),
    Woord("Professie", "Je vak, kennisgebied of rol."),
    Woord("Programmeerberaad", "Verdeelt mensen over opdrachten en stelt de besluitenlijst vast."),
    Woord("Scope", "Wat bij een opdracht hoort: budget, ruimte en keuzes."),
    Woord("Span of attention", "Hoeveel mensen een P-manager goed kan begeleiden."),
    Woord("SPP", "Strategische personeelsplanning: vooruitkijken naar mensen en werk.", ("MPP",)),
    Woord("Stabiel", "Werk dat elk jaar terugkomt; een P-team neemt het op in het jaarplan."),
    Woord("Teamplan", "De afspraken van een P-team over werk en ontwikkeling."),
    Woord("Temporiseren", "Een opdracht langzamer doen of uitstellen.", ("posterioriteren",)),
    Woord("Toets", "Advies van compliance & control over een opdracht.", ("C&C",)),
    Woord("TRO", "Tijdelijke resultaatopdracht: wat er gevraagd wordt, hoe lang en op welk niveau.",
          ("tijdelijke resultaatopdracht",)),
    Woord("Vakcirkel", "Collega’s die samen over hun vak leren, zonder vaste vorm."),
    Woord("Vakgenootschap", "P-teams met dezelfde professie die samen het vak ontwikkelen."),
    Woord("Vrijval", "Er komt werk vrij omdat iemand stopt of weggaat."),
    Woord("Waarneming", "Iemand neemt tijdelijk een rol van een ander over.", ("vervanging",)),
    Woord("Werkdag", "Maandag tot en met vrijdag, behalve feestdagen en sluitingsdagen."),
)


def zoek_woorden(zoek: str) -> list[Woord]:
    """All words in order, or those of which the name, an older name or the meaning fits."""
    klein = zoek.casefold()
    return sorted(
        (
            w for w in WOORDEN
            if any(klein in tekst.casefold() for tekst in (w.naam, w.uitleg, *w.ook))
        ),
        key=lambda w: (klein not in w.naam.casefold(), w.naam.casefold()),
    )
