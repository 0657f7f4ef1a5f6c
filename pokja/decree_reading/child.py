"""The process that reads one document: `python -m pokja.decree_reading.child pdf`.

Document on stdin, proposal as JSON on stdout. It limits itself, so that a hostile file
costs seconds of one process and nothing else.
"""

from __future__ import annotations

import json
import resource
import sys

from pokja.decree_reading import from_docx, from_pdf
from pokja.decree_reading.blocks import Unreadable
from pokja.decree_reading.guard import SECONDS
from pokja.decree_reading.proposal import propose

MEMORY = 768 * 1024**2
READERS = {"pdf": from_pdf.blocks_of, "docx": from_docx.blocks_of}


def read(content: bytes, kind: str) -> dict[str, object]:
    try:
        return propose(READERS[kind](content)).packed()
    except Unreadable as refused:
        return {"refused": refused.sentence}


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.setrecursionlimit(2000)
    told = read(sys.stdin.buffer.read(), sys.argv[1])
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
