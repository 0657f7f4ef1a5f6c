"""The process that reads one scan: `python -m pug_portal.lib.scan_child pdf 30`.

The scan on stdin; on stdout one line of JSON with the codes and lengths, then the
pictures. It limits itself, so that a hostile file costs seconds of one process and
nothing else.
"""

from __future__ import annotations

import json
import resource
import sys

from pug_portal.lib.scan import ScannedPage
from pug_portal.lib.scanning import scanned
from pug_portal.lib.sniff import NotAllowed

MEMORY = 1536 * 1024**2


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
