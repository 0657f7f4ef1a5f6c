"""The worker's part: one ZIP of a meeting, with the hash of every file in it."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from operator import itemgetter
from typing import IO

from django.core.files.storage import default_storage

from pokja.archive.members import members_of
from pokja.letters.choices import JobKind
from pokja.letters.jobs import LetterTicket, keep
from pokja.letters.jobs import register as register_work
from pokja.letters.models import LetterJob
from pug_portal.lib.sheets import Column, Count, listing

LIST = "daftar-berkas.xlsx"
COLUMNS = (
    Column("path", "Berkas", width=50, of=itemgetter(0)),
    Column("told", "Isi", width=50, of=itemgetter(1)),
    Column("size", "Ukuran (bita)", Count(), of=itemgetter(2)),
    Column("sha256", "SHA-256", width=68, of=itemgetter(3)),
)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
# Already small: packing them again costs time and saves nothing.
_PACKED = (".jpg", ".png", ".pdf", ".docx", ".xlsx", ".pptx", ".zip")


def register() -> None:
    register_work(JobKind.ARCHIVE, build)


def build(job: LetterJob, ticket: LetterTicket) -> None:
    """On disk, one file at a time in memory."""
    with tempfile.TemporaryFile() as target:
        count = _write(job, ticket, target)
        keep(job, ticket, target, count)
    _drop_older(job)


def _write(job: LetterJob, ticket: LetterTicket, target: IO[bytes]) -> int:
    listed: list[tuple[str, str, int, str]] = []
    with zipfile.ZipFile(target, "w") as archive:
        for place, member in enumerate(members_of(job.about), 1):
            content = member.load()
            _put(archive, member.path, content)
            digest = hashlib.sha256(content).hexdigest()
            listed.append((member.path, member.told, len(content), digest))
            ticket.tell(place)
        _put(archive, LIST, listing("Daftar berkas", COLUMNS, listed))
    return len(listed)


def _put(archive: zipfile.ZipFile, path: str, content: bytes) -> None:
    info = zipfile.ZipInfo(path, _ZIP_DATE)
    packed = path.endswith(_PACKED)
    info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    archive.writestr(info, content)


def _drop_older(job: LetterJob) -> None:
    """Names and signatures lie in one archive, not in each that was ever made."""
    older = LetterJob.objects.filter(meeting=job.meeting, kind=JobKind.ARCHIVE)
    for row in older.exclude(pk=job.pk).exclude(path=""):
        default_storage.delete(row.path)
        LetterJob.objects.filter(pk=row.pk).update(path="")
