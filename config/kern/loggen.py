"""Log lines: readable in the demo, JSON in production, both with the id of the request.

Line breaks inside a message are escaped, so that nobody can write a line of their own
(BETROUWBAAR 50).
"""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime

verzoek_id: ContextVar[str] = ContextVar("verzoek_id", default="-")


class VerzoekFilter(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.verzoek = verzoek_id.get()
        return True


def _een_regel(tekst: str) -> str:
    return tekst.replace("\r", "\\r").replace("\n", "\\n")


class LeesbareRegel(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(message)s", "%H:%M:%S")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (name of logging)
        return _een_regel(super().formatMessage(record))


class JsonRegel(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        regel = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "bron": record.name,
            "verzoek": getattr(record, "verzoek", "-"),
            "bericht": record.getMessage(),
        }
        if record.exc_info:
            regel["fout"] = self.formatException(record.exc_info)
        return json.dumps(regel, ensure_ascii=False)
