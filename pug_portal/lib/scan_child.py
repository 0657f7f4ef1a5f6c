"""Reads one scan in a process of its own, within bounds of time and memory.

`python -m pug_portal.lib.scan_child pdf 30`: the scan on stdin; on stdout one line of JSON
with the codes and lengths, then the pictures. It limits itself, so that a hostile file
costs seconds of one process and nothing else.
"""

from __future__ import annotations

import io
import json
import resource
import subprocess
import sys
from pathlib import Path

from pug_portal.lib.pages import pages_of
from pug_portal.lib.scanning import MOST_PAGES, ScannedPage, scanned
from pug_portal.lib.sniff import Kind, NotAllowed

# Of CPU, for a file and for each of its pages: ten times what they usually take.
SECONDS, SECONDS_PER_PAGE = 15, 3
# On the clock, whatever it is: shorter than the lease of the job that waits for it.
MOST_SECONDS = 200
MEMORY = 1536 * 1024**2
_ROOT = Path(__file__).resolve().parents[2]


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


def packed(pages: list[ScannedPage]) -> bytes:
    told = [
        {
            "codes": page.codes,
            "picture": len(page.picture),
            "thumb": len(page.thumb),
            "is_blank": page.is_blank,
        }
        for page in pages
    ]
    pictures = b"".join(page.picture + page.thumb for page in pages)
    return json.dumps(told).encode() + b"\n" + pictures


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


def main() -> None:
    kind, seconds = sys.argv[1], int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    content = sys.stdin.buffer.read()
    try:
        told = packed(list(scanned(content, kind, "{name}")))
    except NotAllowed as refused:
        told = json.dumps(refused.sentence).encode() + b"\n"
    sys.stdout.buffer.write(told)


if __name__ == "__main__":
    main()
