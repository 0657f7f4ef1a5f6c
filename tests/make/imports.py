"""Workbooks on their way in, through the real export and the real actions."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pug_portal.access.actor import Actor
from pug_portal.imports.actions import apply_draft, keep_draft
from pug_portal.imports.codec import unpacked
from pug_portal.imports.importer import Importer
from pug_portal.imports.models import ImportDraft
from pug_portal.lib.sheets import Plan, Sheet, template


def edited(
    importer: Importer,
    change: Callable[[Worksheet], None] | None = None,
    beside: Callable[[Worksheet], None] | None = None,
) -> bytes:
    """What the portal holds now, after somebody worked on the first sheet.

    `beside`: the same of the second one.
    """
    book = load_workbook(io.BytesIO(importer.export()))
    for page, work in zip(book.worksheets, (change, beside), strict=False):
        if work is not None:
            work(page)
    return saved(book)


def opened_template(importer: Importer) -> Workbook:
    return load_workbook(io.BytesIO(template(importer.sheet)))


def saved(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def add_row(page: Worksheet, importer: Importer, **cells: Any) -> None:
    sheet = _sheet_of(page, importer)
    page.append(["", *(cells.get(column.key) for column in sheet.columns)])


def put(page: Worksheet, importer: Importer, row: int, **cells: Any) -> None:
    sheet = _sheet_of(page, importer)
    for key, value in cells.items():
        page[f"{sheet.letter(key)}{row}"] = value


def _sheet_of(page: Worksheet, importer: Importer) -> Sheet:
    return next(part for part in importer.sheet.parts if part.tab == page.title)


def as_upload(content: bytes, name: str = "isian.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def upload(importer: Importer, by: Actor, content: bytes | None = None) -> ImportDraft:
    given = edited(importer) if content is None else content
    return keep_draft(importer=importer, upload=as_upload(given), by=by)


def fresh(importer: Importer) -> Importer:
    """As the next request builds it: nothing remembered."""
    given = getattr(importer, "decree", None) or getattr(importer, "document", None)
    given = given or importer.region
    more = [
        getattr(importer, name) for name in ("year", "by") if hasattr(importer, name)
    ]
    return type(importer)(given, *more)  # type: ignore[arg-type]


def plan_of(importer: Importer, content: bytes, by: Actor) -> Plan:
    return fresh(importer).plan(unpacked(upload(importer, by, content).reading))


def apply(importer: Importer, content: bytes, by: Actor) -> Plan:
    draft = upload(importer, by, content)
    seen = fresh(importer).plan(unpacked(draft.reading)).fingerprint
    return apply_draft(draft=draft, importer=fresh(importer), fingerprint=seen, by=by)


def queries_to_apply(importer: Importer, content: bytes, by: Actor) -> int:
    """Upload, preview and apply, as three requests do it."""
    with CaptureQueriesContext(connection) as queries:
        apply(importer, content, by)
    return len(queries)


def send(client: Client, url: str, content: bytes, name: str = "isian.xlsx"):
    return client.post(url, {"file": as_upload(content, name)})
