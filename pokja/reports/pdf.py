"""From frozen content to PDF bytes. The same content gives the same bytes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pokja.reports import chapters, figures, photos
from pokja.reports.content import ReportContent, facts_hash
from pug_portal.lib import pdf
from pug_portal.lib.pdf import Progress

STYLE = Path(__file__).resolve().parents[2] / "static" / "css" / "print.css"


def render(content: ReportContent, *, progress: Progress | None = None) -> bytes:
    return pdf.render(
        chapters.html(content),
        identifier=f"{content.stamp.code}/{facts_hash(content)}",
        assets={
            "print.css": style(),
            **figures.assets(content),
            **photos.assets(content),
        },
        progress=progress,
        variant="pdf/ua-1",
    )


@cache
def style() -> bytes:
    return STYLE.read_bytes()
