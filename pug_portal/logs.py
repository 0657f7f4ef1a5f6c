"""What the portal writes down about itself, and what it keeps to itself."""

from __future__ import annotations

import logging
import re
from typing import Any

# A key of 32 random bytes as base64, and the two halves of a password link; a UUID of a
# file opens nothing by itself and is shorter.
_KEY = re.compile(r"(?<=/)[\w-]{38,}(?=[/.?\s]|$)")
HIDDEN = "(kunci)"


def without_keys(text: str) -> str:
    """An address whose keys nobody can use: a one-time link opens to who holds it."""
    return _KEY.sub(HIDDEN, text)


class WithoutKeys(logging.Filter):
    """Django names the address of what was not found or refused."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                without_keys(each) if isinstance(each, str) else each
                for each in record.args
            )
        return True


def logging_at(level: str) -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"without_keys": {"()": WithoutKeys}},
        "handlers": {
            "console": {"class": "logging.StreamHandler", "filters": ["without_keys"]}
        },
        "loggers": {
            # Chatty at INFO; the report job reads the progress logger by its own handler.
            "weasyprint": {"level": "WARNING"},
            "weasyprint.progress": {"level": "INFO", "propagate": False},
            "fontTools": {"level": "WARNING"},
        },
        "root": {"handlers": ["console"], "level": level},
    }
