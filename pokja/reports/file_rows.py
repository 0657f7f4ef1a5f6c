"""A stored file as the report lists it: what it is, how long, and its fingerprint."""

from __future__ import annotations

from pokja.reports.content import FileRow
from pug_portal.files.models import StoredFile


def file_row(group: str, file: StoredFile, caption: str = "") -> FileRow:
    return FileRow(
        group=group,
        caption=caption,
        name=file.name,
        pages=file.pages,
        size=file.size,
        sha256=file.sha256,
        dated=file.document_date,
    )
