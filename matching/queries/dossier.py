"""The file that travels along to phase 3: reach, reactions, table decision, reasons.

It names no candidate: whoever was not chosen stays unnamed (SCHERMEN 11, Q35).
"""

from typing import Any

from matching.models import Procedure


def dossier_van(procedure: Procedure) -> dict[str, Any]:
    """What phases 0 to 2 brought, as kept with the recruitment."""
    return {
        "overgangen": [
            {
                "op": o.op.isoformat(), "van": o.get_van_display(), "naar": o.get_naar_display(),
                "door": o.door_naam, "reden": o.reden,
            }
            for o in procedure.overgangen.order_by("op", "pk")
        ],
        "delingen": [
            {
                "pteam": d.pteam.naam, "op": d.gedeeld_op.isoformat(),
                "antwoord": d.get_antwoord_display(),
            }
            for d in procedure.delingen.select_related("pteam")
        ],
        "publicaties": [
            {
                "nummer": p.nummer, "op": p.gepubliceerd_op.isoformat(),
                "vroegste_bespreekdatum": p.vroegste_bespreekdatum.isoformat(),
                "aantal_reacties": p.reacties.count(),
            }
            for p in procedure.publicaties.order_by("nummer")
        ],
        "matchtafel": [
            {
                "datum": a.sessie.datum.isoformat(), "uitkomst": a.uitkomst_naam,
                "motivering": a.motivering, "aantal_kandidaten": a.kandidaten.count(),
            }
            for a in procedure.agendapunten.select_related("sessie").exclude(uitkomst="")
        ],
    }
