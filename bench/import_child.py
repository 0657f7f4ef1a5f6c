"""A process that imports a workbook of members: upload, preview and apply, then undone."""

from __future__ import annotations

import contextlib
import gc
import io
import json
import sys
import time
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from pokja.decrees.models import Decree, Kind
from pokja.membership.sheet import MemberImporter
from pug_portal.access.actor import Actor
from pug_portal.accounts.hats import actor_under
from pug_portal.accounts.models import User
from pug_portal.imports.actions import apply_draft, keep_draft
from pug_portal.imports.codec import unpacked
from pug_portal.lib.sheets import export

SENT: dict[str, bytes] = {}


class UndoneError(Exception):
    """Ends a round: every round finds the same rows."""


def siti() -> Actor:
    user = User.objects.get(username="siti")
    return actor_under(user.assignments.get(), user)


def importer() -> MemberImporter:
    decrees = Decree.objects.filter(region=siti().region, kind=Kind.POKJA)
    return MemberImporter(decrees.order_by("pk")[0])


def prepare(kind: str, rows: int) -> int:
    """`new`: rows the portal does not know. `changed`: all known, each with changes."""
    empty = importer()
    book = load_workbook(io.BytesIO(export(empty.sheet, [])))
    page = book.worksheets[0]
    for number in range(rows):
        page.append(["", *_cells(empty, number)])
    SENT["file"] = _saved(book)
    if kind == "changed":
        _take(SENT["file"])
        SENT["file"] = _edited()
    return len(SENT["file"])


def _cells(of: MemberImporter, number: int) -> list[Any]:
    opds = [column for column in of.sheet.columns if column.key == "institution"]
    names = opds[0].kind.options
    filled = {
        "order": number + 1,
        "name": f"Anggota Contoh {number}, S.Sos.",
        "sex": "LP"[number % 2],
        "nip": f"19700101199503{1 + number % 2}{number:03d}",
        "position": f"Kepala Subbagian {number}",
        "institution": names[number % len(names)],
        "standing": "Anggota",
        "note": "dari lampiran",
    }
    return [filled.get(column.key) for column in of.sheet.columns]


def _edited() -> bytes:
    """What was taken in, downloaded again and changed in three columns of every row."""
    known = importer()
    book = load_workbook(io.BytesIO(export(known.sheet, known.objects())))
    page = book.worksheets[0]
    for row in range(2, page.max_row + 1):
        page[f"{known.sheet.letter('note')}{row}"] = f"diperiksa {row}"
        page[f"{known.sheet.letter('field')}{row}"] = "Data"
        page[f"{known.sheet.letter('position')}{row}"] = f"Kepala Bidang {row}"
    return _saved(book)


def _saved(book: Any) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _take(content: bytes) -> None:
    """As three requests do it: upload, look at the preview, apply."""
    actor = siti()
    upload = SimpleUploadedFile("anggota.xlsx", content)
    draft = keep_draft(importer=importer(), upload=upload, by=actor)
    seen = importer().plan(unpacked(draft.reading)).fingerprint
    apply_draft(draft=draft, importer=importer(), fingerprint=seen, by=actor)


def whole() -> dict[str, float]:
    with contextlib.suppress(UndoneError), transaction.atomic():
        spent = _spent(lambda: _take(SENT["file"]))
        raise UndoneError
    return spent


def _spent(work: Callable[[], None]) -> dict[str, float]:
    """CPU and wall seconds, from a clean heap: the garbage of one is not paid by the next."""
    gc.collect()
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return {
        "cpu": time.process_time() - cpu,
        "wall": time.perf_counter() - wall,
    }


def queries() -> int:
    with contextlib.suppress(UndoneError), transaction.atomic():
        with CaptureQueriesContext(connection) as captured:
            _take(SENT["file"])
        raise UndoneError
    return len(captured)


def plain() -> dict[str, float]:
    return _spent(_read)


def _read() -> None:
    """openpyxl alone: the same bytes, every cell looked at."""
    book = load_workbook(io.BytesIO(SENT["file"]))
    for row in book.worksheets[0].iter_rows(values_only=True):
        assert row


OPERATIONS = {"prepare": prepare, "whole": whole, "plain": plain, "queries": queries}


def main() -> None:
    for line in sys.stdin:
        operation, arguments = json.loads(line)
        try:
            result = {"ok": OPERATIONS[operation](**arguments)}
        except Exception as error:  # noqa: BLE001 - told to the parent, which decides
            result = {"error": f"{type(error).__name__}: {error}"[:400]}
        sys.stdout.write(json.dumps(result) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
