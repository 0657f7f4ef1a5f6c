"""What a sex-disaggregated table is: read from a file, never from code."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

MAIN = ""  # the axis of a table's own rows
KECAMATAN = "kecamatan"  # its categories are the region's own


@dataclass(frozen=True)
class Category:
    code: str
    label: str


@dataclass(frozen=True)
class Axis:
    """A further breakdown. `categories` is empty where the region itself has them."""

    code: str
    label: str
    categories: tuple[Category, ...] = ()

    @property
    def is_of_region(self) -> bool:
        return self.code == KECAMATAN


@dataclass(frozen=True)
class Domain:
    code: str
    label: str


@dataclass(frozen=True)
class Table:
    """`is_count`: L and P add up; else they are rates or means that never do.

    `is_public_office`: offices whose holders are publicly known, so nothing is hidden.
    `due`: month and day on which the data of the year before are owed.
    """

    code: str
    domain: Domain
    title: str
    is_count: bool
    unit: str
    rows: tuple[Category, ...]
    axes: tuple[Axis, ...]
    has_men: bool
    supplier: str
    supplier_words: tuple[str, ...]
    due: tuple[int, int]
    is_public_office: bool
    note: str = ""

    def __str__(self) -> str:
        return self.title

    @property
    def places(self) -> int:
        return 0 if self.is_count else 2

    @property
    def smallest_step(self) -> Decimal:
        return Decimal(1).scaleb(-self.places)

    def due_on(self, year: int) -> dt.date:
        """When the data of `year` are owed."""
        return dt.date(year + 1, *self.due)

    def owed_year(self, day: dt.date) -> int:
        """The newest year whose data should be here on `day`."""
        return day.year - 1 if self.due_on(day.year - 1) < day else day.year - 2


@dataclass(frozen=True)
class Catalogue:
    version: int
    source: str
    hidden_below: int
    domains: tuple[Domain, ...]
    tables: tuple[Table, ...] = field(repr=False)

    @cached_property
    def by_code(self) -> dict[str, Table]:
        return {table.code: table for table in self.tables}

    def of_domain(self, domain: Domain) -> list[Table]:
        return [table for table in self.tables if table.domain == domain]
