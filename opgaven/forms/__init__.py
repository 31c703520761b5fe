"""The shape of what people fill in; what is allowed is decided by the rules."""

from opgaven.forms.capaciteitsvraag import CapaciteitsvraagForm
from opgaven.forms.opdracht import (
    DechargeForm,
    MijlpaalForm,
    OpdrachtForm,
    RedenForm,
    RisicoForm,
    ScopeBesluitForm,
    ScopeForm,
    TemporiserenForm,
    ToetsForm,
)
from opgaven.forms.programmeren import (
    AgenderenForm,
    BesluitForm,
    MotiveringForm,
    ToedelenForm,
    VergaderingForm,
)

__all__ = [
    "AgenderenForm",
    "BesluitForm",
    "CapaciteitsvraagForm",
    "DechargeForm",
    "MijlpaalForm",
    "MotiveringForm",
    "OpdrachtForm",
    "RedenForm",
    "RisicoForm",
    "ScopeBesluitForm",
    "ScopeForm",
    "TemporiserenForm",
    "ToedelenForm",
    "ToetsForm",
    "VergaderingForm",
]
