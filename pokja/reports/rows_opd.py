"""What one OPD contributes to a report: its status, figures and focal points."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

VERIFIED = "terverifikasi"
IN_VERIFICATION = "dalam verifikasi"
IN_REPAIR = "dalam perbaikan"
NOT_REPORTED = "belum melapor"
EXEMPT = "tidak wajib"
_TONES = {
    VERIFIED: "ok",
    IN_VERIFICATION: "aju",
    IN_REPAIR: "wn",
    NOT_REPORTED: "er",
    EXEMPT: "bel",
}
GROUPS = (VERIFIED, IN_VERIFICATION, IN_REPAIR, NOT_REPORTED, EXEMPT)


@dataclass(frozen=True, slots=True)
class FocalPointRow:
    name: str
    sex: str
    position: str
    decree: str
    trained_on: dt.date | None


@dataclass(frozen=True, slots=True)
class ActivityRow:
    name: str
    code: str
    held: str
    beneficiaries: str
    institutions: str
    men: int | None
    women: int | None
    ceiling: int | None
    realized: int | None
    realized_note: str
    fund_source: str
    stage: str
    duties: tuple[str, ...]
    result: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The verified content of one OPD's report; there is no other kind in print."""

    gap: int | None
    gbs: int | None
    kak: int | None
    renstra: str
    renja: str
    rka: str
    spending: int | None
    arg_ceiling: int | None
    arg_realized: int | None
    arg_note: str
    denominator: str
    tables_available: int | None
    tables_updated: int | None
    trained_men: int | None
    trained_women: int | None
    obstacles: str
    efforts: str
    support_asked: str
    recommendation: str
    verified_on: dt.date
    activities: tuple[ActivityRow, ...]

    @property
    def men(self) -> int | None:
        """Participants of all activities; None where none was counted."""
        return _counted(activity.men for activity in self.activities)

    @property
    def women(self) -> int | None:
        return _counted(activity.women for activity in self.activities)


def _counted(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


@dataclass(frozen=True, slots=True)
class OpdRow:
    name: str
    short_name: str
    group: str
    note: str
    figures: Figures | None
    focal_points: tuple[FocalPointRow, ...]

    @property
    def tone(self) -> str:
        """Class of the status cell; the word itself says the same."""
        return _TONES[self.group]

    @property
    def men(self) -> int:
        return sum(person.sex == "L" for person in self.focal_points)

    @property
    def women(self) -> int:
        return sum(person.sex == "P" for person in self.focal_points)

    @property
    def trained(self) -> int:
        return sum(person.trained_on is not None for person in self.focal_points)

    @property
    def decree_words(self) -> str:
        return "; ".join(dict.fromkeys(person.decree for person in self.focal_points))
