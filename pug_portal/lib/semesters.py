"""Half a year: I is January to June, II is July to December."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_WRITTEN = re.compile(
    r"(?:semester\s+)?(?:(?P<y1>[0-9]{4})\s*[-/ ]\s*(?P<h1>1|2|I{1,2})|(?P<h2>1|2|I{1,2})\s+(?P<y2>[0-9]{4}))",
    re.IGNORECASE,
)
_HALVES = {"1": 1, "I": 1, "2": 2, "II": 2}


@dataclass(frozen=True, order=True, slots=True)
class Semester:
    year: int
    half: int

    def __post_init__(self) -> None:
        if self.half not in (1, 2):
            raise ValueError(f"a year has two halves, not {self.half}")

    @classmethod
    def from_date(cls, day: date) -> Self:
        return cls(day.year, 1 if day.month <= 6 else 2)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads `2020-2`, `2020-II` and `Semester II 2020`."""
        found = _WRITTEN.fullmatch(text.strip())
        if not found:
            raise ValueError(f"not a semester: {text!r}")
        year, half = found["y1"] or found["y2"], found["h1"] or found["h2"]
        return cls(int(year), _HALVES[half.upper()])

    @property
    def start(self) -> date:
        return date(self.year, 1 if self.half == 1 else 7, 1)

    @property
    def end(self) -> date:
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    @property
    def roman(self) -> str:
        return "I" * self.half

    @property
    def label(self) -> str:
        return f"Semester {self.roman} {self.year}"

    @property
    def code(self) -> str:
        """`2020-2`: for addresses and file names; sorts in the order of time."""
        return f"{self.year}-{self.half}"

    def previous(self) -> Self:
        return (
            type(self)(self.year, 1) if self.half == 2 else type(self)(self.year - 1, 2)
        )

    def next(self) -> Self:
        return (
            type(self)(self.year, 2) if self.half == 1 else type(self)(self.year + 1, 1)
        )

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return self.label
