"""The demo province as files: invented, the same for the same seed and day (issue 2, point 3)."""

from demo.maken.provincie import Provincie, maak
from demo.maken.schrijven import BESTANDEN, schrijf

__all__ = ["BESTANDEN", "Provincie", "maak", "schrijf"]
