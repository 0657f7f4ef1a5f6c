"""When a piece of evidence counts: on a date, not for ever."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from prasyarat.assessments.models import Evidence


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
