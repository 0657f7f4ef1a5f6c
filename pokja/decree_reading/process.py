"""Reads one document in a process of its own, within bounds of time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from django.conf import settings

from pokja.decree_reading import guard
from pokja.decree_reading.blocks import Unreadable

CANNOT = (
    "Dokumen ini tidak dapat dibaca: terlalu rumit atau rusak. Cetak ulang ke PDF, atau "
    "ketik datanya di “Catat SK”."
)


def proposal_of(content: bytes, name: str) -> dict[str, Any]:
    """`heading`, `rows` and `left_out`, or Unreadable with its sentence."""
    kind = guard.kind_of(content, name)
    command = [sys.executable, "-m", "pokja.decree_reading.child", str(kind)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, no word of the file
            command,
            input=content,
            capture_output=True,
            cwd=settings.BASE_DIR,
            timeout=guard.SECONDS + 5,
            check=True,
        )
        told: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as broken:
        raise Unreadable(CANNOT) from broken
    if "refused" in told:
        raise Unreadable(told["refused"])
    return told
