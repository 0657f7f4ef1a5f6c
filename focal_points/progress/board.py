"""The words of the board: what each OPD's state is called, its tone and its group."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import models

from focal_points.opd.models import Opd
from focal_points.progress.models import Progress, State


class Status(models.TextChoices):
    """The stored states, and the two an OPD can have without any report."""

    NOT_STARTED = "belum_mulai", "Belum mulai"
    DRAFT = State.DRAFT.value, "Draf"
    AWAITING_HEAD = State.AWAITING_HEAD.value, "Menunggu Kepala OPD"
    SUBMITTED = State.SUBMITTED.value, "Diajukan"
    RETURNED = State.RETURNED.value, "Dikembalikan"
    VERIFIED = State.VERIFIED.value, "Diverifikasi"
    EXEMPT = "tidak_wajib", "Tidak wajib"


class Group(models.TextChoices):
    """The honest groups of letters and reports."""

    VERIFIED = "terverifikasi", "Terverifikasi"
    IN_REVIEW = "dalam_verifikasi", "Dalam verifikasi"
    IN_REPAIR = "dalam_perbaikan", "Dalam perbaikan"
    NOT_REPORTED = "belum_melapor", "Belum melapor"
    EXEMPT = "tidak_wajib", "Tidak wajib"


class Punctuality(models.TextChoices):
    ON_TIME = "tepat_waktu", "Tepat waktu"
    LATE = "terlambat", "Terlambat"
    NOT_YET = "belum", "Belum melapor"


# Tone and icon of the badge (design: one colour is never the message).
LOOKS: dict[Status, tuple[str, str]] = {
    Status.VERIFIED: ("ver", "shield-check"),
    Status.SUBMITTED: ("aju", "send"),
    Status.RETURNED: ("kem", "arrow-back-up"),
    Status.AWAITING_HEAD: ("draf", "signature"),
    Status.DRAFT: ("draf", "pencil"),
    Status.NOT_STARTED: ("bel", "circle-dashed"),
    Status.EXEMPT: ("bel", "minus"),
}
_GROUPS = {
    Status.VERIFIED: Group.VERIFIED,
    Status.SUBMITTED: Group.IN_REVIEW,
    Status.RETURNED: Group.IN_REPAIR,
    Status.EXEMPT: Group.EXEMPT,
}


@dataclass(frozen=True)
class BoardRow:
    """One OPD in one period. `progress` is None when nothing was begun."""

    opd: Opd
    progress: Progress | None
    status: Status
    punctuality: Punctuality | None
    days_late: int
    exempt_reason: str
    is_locked: bool = False
    dispensed_until: dt.datetime | None = None
    focal_points: tuple[str, ...] = ()

    @property
    def group(self) -> Group:
        return _GROUPS.get(self.status, Group.NOT_REPORTED)

    @property
    def tone(self) -> str:
        return LOOKS[self.status][0]

    @property
    def icon(self) -> str:
        return LOOKS[self.status][1]

    @property
    def label(self) -> str:
        return self.status.label

    @property
    def is_draft(self) -> bool:
        """Begun but never sent: that it exists may be told, its content not."""
        return self.progress is not None and self.group == Group.NOT_REPORTED

    @property
    def touched_at(self) -> dt.datetime | None:
        return self.progress.touched_at if self.progress else None


@dataclass(frozen=True)
class Count:
    status: Status
    number: int

    @property
    def tone(self) -> str:
        return LOOKS[self.status][0]

    @property
    def icon(self) -> str:
        return LOOKS[self.status][1]


def counts(rows: list[BoardRow]) -> list[Count]:
    """How many OPD stand where, the furthest first; statuses with none left out."""
    found = [Count(s, sum(row.status == s for row in rows)) for s in LOOKS]
    return [count for count in found if count.number]


def group_counts(rows: list[BoardRow]) -> dict[Group, int]:
    return {group: sum(row.group == group for row in rows) for group in Group}


def punctuality_counts(rows: list[BoardRow]) -> dict[Punctuality, int]:
    return {kind: sum(row.punctuality == kind for row in rows) for kind in Punctuality}
