"""Evidence for every answer of a region and its sex-disaggregated tables.

Rows alone: no page of the bench opens a file. Some are out of date, outside their year,
without a date, or used too often, so that every rule has something to look at. Not copied
to the other regions, where a file's key and path would have to be made anew.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from collections.abc import Iterator
from decimal import Decimal

from bench.data.work import MOMENT
from prasyarat.assessments.models import Answer, Evidence
from prasyarat.evidence.models import EvidenceDocument, EvidenceVersion, TextState
from prasyarat.gender_data.definitions import MAIN, Axis, Table
from prasyarat.gender_data.loading import catalogue
from prasyarat.gender_data.models import Figure, State, TableYear
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region

# Document date and expiry: fitting, of an earlier year, expired, undated.
DATES = (
    (dt.date(2026, 3, 2), None),
    (dt.date(2024, 5, 6), None),
    (dt.date(2026, 1, 5), dt.date(2026, 6, 30)),
    (None, None),
    (dt.date(2026, 2, 9), dt.date(2027, 2, 9)),
)
FILES = 6
YEARS = (2024, 2025)


def fill_proofs(region: Region, desk: User, judge: User) -> None:
    by_opd: dict[int | None, list[Answer]] = {}
    for answer in Answer.objects.filter(region=region).order_by("pk"):
        by_opd.setdefault(answer.opd_id, []).append(answer)
    pieces: list[Evidence] = []
    for opd_id, answers in by_opd.items():
        files = _library(region, opd_id, desk)
        pieces += _pieces(answers, files)
    Evidence.objects.bulk_create(pieces)
    _tables(region, desk, judge)


def _library(region: Region, opd_id: int | None, desk: User) -> list[StoredFile]:
    files = StoredFile.objects.bulk_create(
        _file(region, opd_id, number, desk) for number in range(FILES)
    )
    documents = EvidenceDocument.objects.bulk_create(
        EvidenceDocument(
            region=region,
            opd_id=opd_id,
            title=file.name,
            added_by=desk,
            added_at=MOMENT,
        )
        for file in files
    )
    EvidenceVersion.objects.bulk_create(
        EvidenceVersion(
            document=document,
            number=1,
            file=file,
            added_by=desk,
            added_at=MOMENT,
            text_state=TextState.EMPTY,
        )
        for document, file in zip(documents, files, strict=True)
    )
    return files


def _file(region: Region, opd_id: int | None, number: int, desk: User) -> StoredFile:
    key = f"{region.code}-{opd_id or 0}-{number}"
    digest = hashlib.sha256(key.encode()).hexdigest()
    day, until = DATES[number % len(DATES)]
    return StoredFile(
        id=uuid.uuid5(uuid.NAMESPACE_OID, key),
        region=region,
        name=f"Bukti {number + 1}.pdf",
        kind=StoredFile.Kind.PDF,
        size=240_000,
        pages=12,
        sha256=digest,
        sha256_received=digest,
        path=f"bukti/{key}.pdf",
        document_date=day,
        valid_until=until,
        uploaded_by=desk,
        uploaded_at=MOMENT,
    )


def _pieces(answers: list[Answer], files: list[StoredFile]) -> Iterator[Evidence]:
    """Every eighth answer has none, some have an address; the first file serves many."""
    for place, answer in enumerate(answers):
        if place % 8 == 7:
            continue
        if place % 11 == 10:
            url = f"https://jdih.example/{place}"
            yield Evidence(answer=answer, url=url, accessed_on=dt.date(2026, 9, 1))
            continue
        number = 0 if place % 2 else place // 2 % FILES
        yield Evidence(answer=answer, file=files[number], page=f"hal. {place % 12 + 1}")


def _tables(region: Region, desk: User, judge: User) -> None:
    tables = catalogue().tables
    rows = TableYear.objects.bulk_create(
        TableYear(
            region=region,
            table=table.code,
            year=year,
            state=State.VERIFIED if place % 3 else State.SUBMITTED,
            source="" if place % 7 == 6 else "Profil dinas (contoh)",
            touched_at=MOMENT,
            touched_by=desk,
            submitted_at=MOMENT,
            submitted_by=desk,
            verified_at=MOMENT if place % 3 else None,
            verified_by=judge if place % 3 else None,
        )
        for place, table in enumerate(tables)
        for year in YEARS
    )
    Figure.objects.bulk_create(
        figure for row in rows for figure in _figures(row, row.definition)
    )


def _figures(row: TableYear, table: Table | None) -> Iterator[Figure]:
    if table is None:
        return
    whole = Axis(MAIN, "", table.rows)
    for axis in (whole, *table.axes):
        for place, category in enumerate(axis.categories):
            told = Decimal(place * 7 % 90 + row.year % 10 + 3)
            yield Figure(
                table_year=row,
                axis=axis.code,
                category=category.code,
                men=told if table.has_men else None,
                women=told + 2,
            )
