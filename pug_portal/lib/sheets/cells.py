"""What was typed into a workbook, before anybody judges it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pug_portal.lib.sheets.kinds import Scalar
from pug_portal.lib.sheets.marks import Marks


@dataclass(frozen=True)
class Broken:
    """A cell whose content cannot be used, and why."""

    sentence: str


Typed = Scalar | Broken | None
FORMULA = Broken("berisi rumus, tulis hasilnya sebagai isian biasa")
FAILED = Broken("berisi galat Excel, tulis isian yang benar")
MERGED = Broken("bagian dari sel gabungan; pisahkan selnya dan isi tiap baris")


@dataclass
class Line:
    """One row of the file: where it stands and what was typed into each column."""

    number: int
    key: str
    cells: dict[str, Typed]


@dataclass
class Reading:
    """`letters`: which column of the file holds which declared one."""

    tab: str
    letters: dict[str, str]
    lines: list[Line] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    marks: Marks = field(default_factory=dict)
    more: list[Reading] = field(default_factory=list)
    # One tab of several: a problem then names its tab as well.
    is_part: bool = False
