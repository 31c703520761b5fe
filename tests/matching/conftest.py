"""Tokens of people, to call the API of matching with."""

from tests.register.conftest import api

__all__ = ["api"]
