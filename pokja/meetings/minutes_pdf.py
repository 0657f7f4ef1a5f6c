"""The official form of the minutes as PDF, with its photographs."""

from __future__ import annotations

import hashlib

from django.template.loader import render_to_string

from pokja.meetings.paper import Paper
from pug_portal.files.actions import open_file
from pug_portal.files.models import StoredFile
from pug_portal.lib.images import print_rendition
from pug_portal.lib.pdf import render
from pug_portal.regions.models import Region

PICTURES = ("jpg", "png")


def minutes_pdf(paper: Paper, region: Region) -> bytes:
    """The same text gives the same bytes."""
    assets = _photos(paper)
    shown = [
        {**photo, "is_there": f"foto-{photo['sha256']}" in assets}
        for photo in paper.photos
    ]
    html = render_to_string(
        "pokja/meetings/pdf/minutes.html",
        {"paper": paper, "region": region, "photos": shown, "in_pdf": True},
    )
    identifier = hashlib.sha256(html.encode()).hexdigest()
    return render(html, identifier=identifier, assets=assets)


def _photos(paper: Paper) -> dict[str, bytes]:
    """A photograph that was taken away leaves its caption."""
    wanted = [photo["sha256"] for photo in paper.photos]
    if not wanted:
        return {}
    files = StoredFile.objects.filter(sha256__in=wanted, kind__in=PICTURES)
    return {
        f"foto-{file.sha256}": print_rendition(open_file(file), name=file.name)
        for file in files
    }
