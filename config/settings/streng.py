"""A ``string_if_invalid`` that fails: a template of ours may not name what is not there."""

import sys
from pathlib import Path
from typing import Any


class OnbekendeVariabele(Exception):
    """A template names a variable that its view does not give."""


class OntbrekendeVariabele(str):
    """Django asks whether ``%s`` is in it and then fills in the name: that is the moment."""

    map: str

    def __new__(cls, onze_map: Path) -> "OntbrekendeVariabele":
        zelf = super().__new__(cls, "%s")
        zelf.map = str(onze_map)
        return zelf

    def __mod__(self, naam: Any) -> str:
        sjabloon = _sjabloon()
        if sjabloon.startswith(self.map):
            raise OnbekendeVariabele(f"Onbekende variabele “{naam}” in {sjabloon}")
        return ""


def _sjabloon() -> str:
    """The file of the template node that is being rendered, found on the call stack."""
    from django.template.base import Node

    frame = sys._getframe(2)
    while frame is not None:
        knoop = frame.f_locals.get("self")
        if isinstance(knoop, Node) and getattr(knoop, "origin", None):
            return str(knoop.origin.name)
        frame = frame.f_back
    return ""
