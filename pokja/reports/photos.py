"""Photographs of settled meetings: named in the frozen content, read when it is printed."""

from __future__ import annotations

from pokja.reports.content import ReportContent
from pug_portal.files.actions import open_file
from pug_portal.files.models import StoredFile
from pug_portal.lib.images import print_rendition
from pug_portal.lib.pdf import RenderError

KINDS = ("jpg", "png")


def assets(content: ReportContent) -> dict[str, bytes]:
    """«foto-<SHA-256>» → a JPEG of 640 px on the longer side.

    Raises RenderError when a photograph was taken away after the content was frozen.
    """
    wanted = {photo.sha256 for row in content.meetings for photo in row.photos}
    if not wanted:
        return {}
    found = {
        file.sha256: file
        for file in StoredFile.objects.filter(sha256__in=wanted, kind__in=KINDS)
    }
    if missing := wanted - set(found):
        raise RenderError(
            "Membaca foto", f"{len(missing)} foto rapat sudah tidak ada di portal"
        )
    return {
        f"foto-{sha}": print_rendition(open_file(found[sha]), name=found[sha].name)
        for sha in sorted(wanted)
    }
