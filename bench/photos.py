"""Forty photographs in a report of forty pages: how many bytes leave the worker."""

from __future__ import annotations

import hashlib
import io
import random
from dataclasses import replace
from typing import Any

PAGES, PHOTOS = 40, 40
NEAR = 3
TRIES = 4
# A phone's picture before it is cut for paper.
SIZE = (2048, 1536)


def photographs(count: int) -> dict[str, bytes]:
    """SHA-256 → JPEG: soft shapes under the grain of a small sensor, the same each run."""
    made = [
        photograph(random.Random(number))  # noqa: S311 not a secret
        for number in range(count)
    ]
    return {hashlib.sha256(one).hexdigest(): one for one in made}


def photograph(dice: random.Random) -> bytes:
    from PIL import Image

    shapes = Image.frombytes("RGB", (32, 24), dice.randbytes(32 * 24 * 3))
    grain = Image.frombytes("RGB", SIZE, dice.randbytes(SIZE[0] * SIZE[1] * 3))
    picture = Image.blend(shapes.resize(SIZE, Image.Resampling.BICUBIC), grain, 0.08)
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=90)
    return file.getvalue()


def with_photos(content: Any, shas: list[str]) -> Any:
    """Every photograph belongs to one settled meeting, each with a caption."""
    from pokja.reports.rows import PhotoRow

    rows = tuple(
        PhotoRow(sha256=sha, caption=f"Suasana rapat, gambar {place}")
        for place, sha in enumerate(shas, start=1)
    )
    first, *others = content.meetings
    without = tuple(replace(meeting, photos=()) for meeting in others)
    return replace(content, meetings=(replace(first, photos=rows), *without))


def photo_report(content: Any) -> dict[str, Any]:
    """The report cut to about forty pages by leaving OPD out; their number is told."""
    from pokja.reports import chapters, figures, pdf
    from pug_portal.lib.images import print_rendition
    from pug_portal.lib.pages import pages_of
    from pug_portal.lib.pdf import render

    prints = {
        f"foto-{sha}": print_rendition(photo)
        for sha, photo in photographs(PHOTOS).items()
    }
    whole = with_photos(content, [name.removeprefix("foto-") for name in prints])
    opds = len(whole.opds)
    for _ in range(TRIES):
        shown = replace(whole, opds=whole.opds[:opds])
        assets = {
            "print.css": pdf.STYLE.read_bytes(),
            **figures.assets(shown),
            **prints,
        }
        made = render(chapters.html(shown), identifier="bench", assets=assets)
        pages = pages_of(made, is_ours=True)
        if abs(pages - PAGES) <= NEAR:
            break
        opds = max(1, opds + PAGES - pages)
    return {
        "bytes": len(made),
        "pages": pages,
        "photos": sum(map(len, prints.values())),
    }
