"""A year of history through the commands that people use, with ``nu`` in the past."""

from demo.verloop.jaar import Verloop

__all__ = ["Verloop"]
