"""When a piece of evidence counts, and what is odd about it: on a date, not for ever."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum

from django.db.models import F, Q

from prasyarat.assessments.models import Evidence
from pug_portal.files.models import StoredFile

# The same content under more items than this is worth a second look.
MOST_USES = 3

_PAGE = re.compile(
    r"(?:^|\b)(?:halaman|hal|hlm|hl|h|p|pg|page)s?\b[\s.:]*(\d{1,5})", re.IGNORECASE
)
_BARE = re.compile(r"\s*(\d{1,5})\s*(?:[-–]\s*\d{1,5}\s*)?")


class EvidenceState(StrEnum):
    VALID = "berlaku"
    EXPIRED = "kedaluwarsa"
    NOT_YET = "belum berlaku"


def evidence_state(evidence: Evidence, on: dt.date) -> EvidenceState:
    """An address or an undated file counts; a dated one from its date to its end."""
    file = evidence.file
    if file is None:
        return EvidenceState.VALID
    if file.valid_until is not None and file.valid_until < on:
        return EvidenceState.EXPIRED
    if file.document_date is not None and file.document_date > on:
        return EvidenceState.NOT_YET
    return EvidenceState.VALID


def any_valid(evidence: Iterable[Evidence], on: dt.date) -> bool:
    return any(evidence_state(item, on) is EvidenceState.VALID for item in evidence)


def is_outside(file: StoredFile | None, year: int) -> bool:
    """The document's date decides the period; a validity carries it into later years.

    A file without a date belongs to no period, and so lies outside of none.
    """
    if file is None or file.document_date is None:
        return False
    if file.document_date.year >= year or file.valid_until is None:
        return file.document_date.year != year
    return file.valid_until.year < year


def outside_its_answer() -> Q:
    """`is_outside` for a query over Evidence: the year is that of its answer."""
    year = F("answer__as_of__year")
    return Q(file__document_date__year__gt=year) | (
        Q(file__document_date__year__lt=year)
        & (Q(file__valid_until=None) | Q(file__valid_until__year__lt=year))
    )


def in_year(year: int, prefix: str = "file__") -> Q:
    """Documents of a year: dated in it, or dated before it and still valid in it."""
    return Q(**{f"{prefix}document_date__year": year}) | Q(
        **{
            f"{prefix}document_date__year__lt": year,
            f"{prefix}valid_until__year__gte": year,
        }
    )


def page_number(reference: str) -> int | None:
    """«hal. 12», «hlm 12–15», «12» → 12; «Bab V» names no page."""
    found = _PAGE.search(reference) or _BARE.fullmatch(reference)
    number = int(found.group(1)) if found else 0
    return number or None
