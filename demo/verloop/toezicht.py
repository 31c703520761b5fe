"""Who watches over the register in a year: anchors, confirmations, decisions from elsewhere, and a
system that follows it."""

from datetime import date, datetime, timedelta

from config.kern.actor import SYSTEEM
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.conceptbesluit import Bestand, conceptbesluit_opstellen
from config.kern.enums import BesluitSoort, GremiumSoort
from config.kern.models import Demorol, Gremium
from config.kern.periode import dag_lang
from demo.verloop.klokwerk import Klokwerk, Verhaal, als, houdt, om
from demo.verloop.mensen import Mensen
from opgaven.enums import OpdrachtStatus
from register.domain.anker import anker_vastleggen
from register.domain.besluit import advies_toevoegen, conceptbesluit_vaststellen
from register.domain.bevestiging import register_bevestigen, stand_nu
from register.domain.bevinding import (
    bevinding_toelichten,
    bevinding_toewijzen,
    bevindingen_bijwerken,
)
from register.domain.gebeurtenis import gebeurtenissen_verwerken
from register.domain.roltoewijzing import rol_beeindigen
from register.domain.webhook import webhook_schakelen, webhook_toevoegen
from register.enums import AdviesWeging, RolCode, Strekking
from register.models import Bevinding, Roltoewijzing

DAGELIJKS = 30


def toezicht_plannen(werk: Klokwerk, mensen: Mensen) -> None:
    """The stories that need their own moment in the year."""
    werk.begin(_ankers(werk), om(werk.tijd.start, 0, 5))
    werk.begin(_bevestigingen(werk), om(werk.tijd.start, 9))
    werk.begin(_besluiten(werk, mensen), om(werk.tijd.start, 9))
    werk.begin(_aflopend(werk, mensen), om(werk.tijd.start, 9))


def _ankers(werk: Klokwerk) -> Verhaal:
    """Every day of the last month; the older ones once a week, which shows the same."""
    yield om(werk.tijd.start, 0, 5)
    dag = werk.tijd.start + timedelta(days=1)
    while dag <= werk.tijd.vandaag:
        nu = yield om(dag, 0, 5)
        anker_vastleggen(door=SYSTEEM, nu=nu)
        recent = dag >= werk.tijd.vandaag - timedelta(days=DAGELIJKS)
        dag += timedelta(days=1 if recent else 7)


def _bevestigingen(werk: Klokwerk) -> Verhaal:
    """The O-beraad confirms twice; the last time is long enough ago that things changed (R191)."""
    yield om(werk.tijd.start, 9)
    for geleden in (150, 62):
        dag = werk.tijd.werkdag(werk.tijd.vandaag - timedelta(days=geleden))
        if dag <= werk.tijd.start:
            continue
        nu = yield om(dag, 15)
        gremium = Gremium.objects.get(soort=GremiumSoort.O_BERAAD)
        register_bevestigen(
            kop_gezien=stand_nu().volgnummer,
            toelichting="Besproken met de registerbeheerder en de concerncontroller.",
            door=als(houdt(RolCode.VOORZITTER, gremium, dag), nu), nu=nu,
        )


def _besluiten(werk: Klokwerk, mensen: Mensen) -> Verhaal:
    """A decision from elsewhere with its PDF and an advice; another that still waits for both."""
    yield om(werk.tijd.start, 9)
    dag = werk.tijd.voor(werk.tijd.vandaag, 4)
    nu = yield om(dag, 10)
    beheerder = als(mensen.demo("registerbeheerder"), nu)
    directie = Gremium.objects.get(soort=GremiumSoort.DT)
    besluit = conceptbesluit_opstellen(
        soort=BesluitSoort.OVERIG, onderwerp="Werkwijze bij waarneming van de AOG",
        tekst="Bij verlof langer dan twee weken neemt een andere directeur de AOG waar.",
        hoedanigheid="Directieteam", gremium=directie, besluitdatum=dag,
        dossiernummer=f"DT-{dag.year}-014", door=beheerder, nu=nu,
        bestand=Bestand("besluit-waarneming.pdf", pdf(
            "Besluit van het directieteam", dag_lang(dag),
            "Bij verlof langer dan twee weken neemt een andere directeur de AOG waar.",
        )),
    )
    advies_toevoegen(
        besluit=besluit, adviseur="Concerncontroller", uitgebracht_op=dag,
        strekking=Strekking.VOORWAARDEN, weging=AdviesWeging.ZWAAR,
        toelichting="Leg elke waarneming vooraf vast in het register.", door=beheerder, nu=nu,
    )
    conceptbesluit_vaststellen(besluit=besluit, door=beheerder, nu=nu)
    nu = yield om(werk.tijd.gisteren, 16)
    conceptbesluit_opstellen(
        soort=BesluitSoort.OVERIG, onderwerp="Mandaat voor subsidies tot 50.000 euro",
        tekst="De AOG beslist over subsidies tot en met 50.000 euro binnen de opdracht.",
        hoedanigheid="Directieteam", gremium=directie, besluitdatum=werk.tijd.gisteren,
        door=als(mensen.demo("registerbeheerder"), nu), nu=nu,
    )


def _aflopend(werk: Klokwerk, mensen: Mensen) -> Verhaal:
    """One AON stopped without a successor, another stops soon: work for the cockpit (R190)."""
    yield om(werk.tijd.start, 9)
    dag = werk.tijd.voor(werk.tijd.vandaag, 3)
    nu = yield om(dag, 14)
    beheerder = als(mensen.demo("registerbeheerder"), nu)
    bekend = Demorol.objects.values("gebruiker")
    rijen = (
        Roltoewijzing.objects.nu_bekend().geldig_op(dag)
        .filter(
            rol__code=RolCode.AON, opdracht__label="stabiel", einde_geldigheid=None,
            opdracht__status=OpdrachtStatus.IN_UITVOERING,
        )
        .exclude(medewerker__gebruiker__in=bekend).order_by("opdracht__code")
    )
    for rij, per in zip(rijen[:2], (dag, werk.tijd.vandaag + timedelta(days=12)), strict=False):
        besluit = besluit_nemen(
            soort=BesluitSoort.BEEINDIGING, onderwerp=f"Einde AON {rij.opdracht}"[:250],
            tekst="De AON gaat ander werk doen.", hoedanigheid="Directeur Mens en Organisatie",
            besluitdatum=dag, dossiernummer=rij.opdracht.code, door=beheerder, nu=nu,
        )
        rol_beeindigen(
            toewijzing=rij, per=per, besluit=besluit, reden="Ander werk", door=beheerder, nu=nu
        )


def toezicht_vullen(mensen: Mensen, nu: datetime, dag: date) -> None:
    """After the year: the list of findings, and a system that follows the register."""
    webhook = webhook_toevoegen(
        naam="ICT-autorisatie", url="https://autorisatie.example.org/inzet",
        soorten=["begonnen", "geeindigd"], door=SYSTEEM, nu=nu,
    )
    while gebeurtenissen_verwerken(nu=nu):
        continue
    webhook_schakelen(webhook=webhook, is_actief=False, door=SYSTEEM, nu=nu)
    bevindingen_bijwerken(door=SYSTEEM, nu=nu)
    beheerder = als(mensen.demo("registerbeheerder"), nu)
    laat = Bevinding.objects.filter(soort="laat").order_by("pk").first()
    if laat is not None:
        bevinding_toelichten(
            bevinding=laat, door=beheerder, nu=nu,
            toelichting="Het besluit kwam laat binnen. De werkwijze is met de directeur besproken.",
        )
    loopt_af = Bevinding.objects.filter(soort="loopt_af").order_by("uiterlijk").first()
    if loopt_af is not None:
        bevinding_toewijzen(
            bevinding=loopt_af, eigenaar=mensen.demo("directeur-mo").naam,
            uiterlijk=dag + timedelta(days=7), door=beheerder, nu=nu,
        )


def pdf(*regels: str) -> bytes:
    """A page with these lines, as small as a PDF can be."""
    tekst = " T* ".join(f"({_plat(regel)}) Tj" for regel in regels)
    stroom = f"BT /F1 12 Tf 16 TL 72 770 Td {tekst} ET".encode("latin-1", "replace")
    delen = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stroom), stroom),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    uit, plaatsen = b"%PDF-1.4\n", []
    for nummer, deel in enumerate(delen, start=1):
        plaatsen.append(len(uit))
        uit += b"%d 0 obj%s endobj\n" % (nummer, deel)
    lijst = b"".join(b"%010d 00000 n \n" % plaats for plaats in plaatsen)
    return uit + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\n" % lijst + (
        b"startxref\n%d\n%%%%EOF\n" % len(uit)
    )


def _plat(regel: str) -> str:
    return regel.replace("\\", "").replace("(", "").replace(")", "")
