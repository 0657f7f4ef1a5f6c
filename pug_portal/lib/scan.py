"""Reads one scan in a process of its own, within bounds of time and memory.

What opens files of strangers, and its libraries, is in that process alone: scan_child.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from pug_portal.lib.pages import pages_of
from pug_portal.lib.sniff import Kind, NotAllowed

MOST_PAGES = 120
# Of CPU, for a file and for each of its pages: ten times what they usually take.
SECONDS, SECONDS_PER_PAGE = 15, 3
# On the clock, whatever it is: shorter than the lease of the job that waits for it.
MOST_SECONDS = 200
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class ScannedPage:
    codes: tuple[str, ...]
    picture: bytes
    thumb: bytes
    is_blank: bool = False


def pages_in_child(
    content: bytes, kind: str, name: str, *, most_seconds: int = MOST_SECONDS
) -> list[ScannedPage]:
    """Every page of the scan, or NotAllowed with its sentence. Never longer than
    `most_seconds` on the clock: who waits holds a lease."""
    pages = pages_of(content, name) if kind == Kind.PDF else 1
    seconds = SECONDS + SECONDS_PER_PAGE * min(pages or 1, MOST_PAGES)
    seconds = min(seconds, most_seconds)
    command = [sys.executable, "-m", "pug_portal.lib.scan_child", kind, str(seconds)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, no word of the file
            command,
            input=content,
            capture_output=True,
            cwd=_ROOT,
            timeout=min(seconds * 3, most_seconds),
            check=True,
        )
        return _unpacked(done.stdout, name)
    except NotAllowed:
        raise
    except (subprocess.SubprocessError, ValueError, KeyError) as broken:
        raise NotAllowed(
            f"“{name[:60]}” tidak dapat dibaca: terlalu rumit atau rusak. Pindai ulang "
            "dengan mutu biasa (200–300 dpi), lalu unggah lagi."
        ) from broken


def _unpacked(told: bytes, name: str) -> list[ScannedPage]:
    stream = io.BytesIO(told)
    pages = json.loads(stream.readline())
    if isinstance(pages, str):
        raise NotAllowed(pages.replace("{name}", name[:60]))
    return [
        ScannedPage(
            tuple(page["codes"]),
            stream.read(page["picture"]),
            stream.read(page["thumb"]),
            page["is_blank"],
        )
        for page in pages
    ]
