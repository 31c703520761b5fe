"""Making and closing rows of ``Termijn``: a moment is computed once and kept with its reason.

Each moment of the table asks for a number of whole working days; it falls at 00:00 of the next
working day, by the same arithmetic as the market wait (R250, R297, BETROUWBAAR §1.4).
"""

from datetime import date, datetime, timedelta

from django.db.models import Max

from config.kern import queries as kern
from config.kern.werkdagen import (
    aantal_werkdagen,
    begin_van_dag,
    is_werkdag,
    lokale_dag,
    vroegste_bespreekdatum,
    werkdag_na,
)
from matching.domain.fasen import Moment, beginmomenten
from matching.enums import TermijnSoort, TermijnStatus
from matching.models import Procedure, Termijn


def berekenen(moment: Moment, nu: datetime) -> tuple[date, dict]:
    """The day on which ``moment`` falls when it starts at ``nu``, and how it was found."""
    dag = lokale_dag(nu)
    werkdagen = int(kern.instelling(moment.instelling, op=dag))
    vrij = kern.niet_werkdagen()
    datum = vroegste_bespreekdatum(nu, werkdagen, vrij)
    dagen = (dag + timedelta(days=n) for n in range(1, (datum - dag).days))
    return datum, {
        "moment": moment.sleutel,
        "start": dag.isoformat(),
        "werkdagen": werkdagen,
        "instelling": moment.instelling,
        "datum": datum.isoformat(),
        "niet_werkdagen": [d.isoformat() for d in dagen if not is_werkdag(d, vrij)],
    }


def termijn_zetten(
    procedure: Procedure, moment: Moment, nu: datetime, *, op: datetime | None = None,
    fase: str | None = None,
) -> Termijn:
    """Add the row of one moment; ``op`` is given when the moment is not counted in working days."""
    fase = fase or procedure.fase
    if op is None:
        datum, afleiding = berekenen(moment, nu)
        op = begin_van_dag(datum)
    else:
        afleiding = {
            "moment": moment.sleutel, "start": lokale_dag(nu).isoformat(),
            "datum": lokale_dag(op).isoformat(),
        }
    hoogste = procedure.termijnen.filter(fase=fase, soort=moment.soort).aggregate(
        n=Max("volgnummer")
    )["n"]
    return Termijn.objects.create(
        procedure=procedure, fase=fase, soort=moment.soort, volgnummer=(hoogste or 0) + 1,
        vervalt_op=op, afleiding=afleiding,
    )


def beginmomenten_zetten(procedure: Procedure, nu: datetime) -> list[Termijn]:
    """Start the moments of the phase that was just entered."""
    return [termijn_zetten(procedure, moment, nu) for moment in beginmomenten(procedure)]


def laten_vervallen(procedure: Procedure, nu: datetime, *, waarom: str) -> int:
    """Close the open moments of the phase that is left; those of a later phase live on."""
    return procedure.termijnen.filter(
        status=TermijnStatus.OPEN, fase=procedure.fase
    ).update(status=TermijnStatus.VERVALLEN, verwerkt_op=nu, resultaat=waarom[:200])


def alles_laten_vervallen(procedure: Procedure, nu: datetime, *, waarom: str) -> int:
    return procedure.termijnen.filter(status=TermijnStatus.OPEN).update(
        status=TermijnStatus.VERVALLEN, verwerkt_op=nu, resultaat=waarom[:200]
    )


def opschuiven(procedure: Procedure, nu: datetime) -> None:
    """Give back the working days of a pause. The market wait is never shortened nor moved (T16)."""
    vrij = kern.niet_werkdagen()
    pauze = aantal_werkdagen(lokale_dag(procedure.gepauzeerd_op), lokale_dag(nu), vrij)
    if not pauze:
        return
    rijen = procedure.termijnen.filter(status=TermijnStatus.OPEN).exclude(
        soort=TermijnSoort.WACHTTIJD
    )
    for termijn in rijen:
        dag = werkdag_na(lokale_dag(termijn.vervalt_op), pauze, vrij)
        termijn.vervalt_op = begin_van_dag(dag)
        termijn.afleiding = {
            **termijn.afleiding, "datum": dag.isoformat(), "pauze_werkdagen": pauze,
        }
        termijn.save(update_fields=["vervalt_op", "afleiding"])
