"""What an import would do, row by row: new, changed, same or wrong. Writes nothing."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from pug_portal.lib.sheets.cells import Broken, Line, Reading
from pug_portal.lib.sheets.kinds import CellRefused
from pug_portal.lib.sheets.marks import is_both, is_old
from pug_portal.lib.sheets.safe_text import tidy
from pug_portal.lib.sheets.sheet import Column, Sheet, address


class RowState(StrEnum):
    WRONG = "salah"
    CHANGED = "berubah"
    NEW = "baru"
    SAME = "sama"


@dataclass(frozen=True)
class Problem:
    """`key` is the column meant; `sentence` stands behind the address."""

    row: int
    key: str
    address: str
    sentence: str
    # Of a workbook with several tabs; empty when there is only one.
    tab: str = ""

    def __str__(self) -> str:
        where = f"{self.tab}, {self.address}" if self.tab else self.address
        return f"{where}: {self.sentence}"


@dataclass
class Row:
    """One row of the file beside the object it means; `values` are complete."""

    sheet: Sheet
    number: int
    obj: Any
    values: dict[str, Any]
    before: dict[str, Any]
    changed: dict[str, tuple[Any, Any]]
    letters: dict[str, str]
    tab: str = ""
    problems: list[Problem] = field(default_factory=list)
    # The unsaved object a slice made of the row while it judged it.
    made: Any = None

    @property
    def is_new(self) -> bool:
        return self.obj is None

    @property
    def state(self) -> RowState:
        if self.problems:
            return RowState.WRONG
        if self.is_new:
            return RowState.NEW
        return RowState.CHANGED if self.changed else RowState.SAME

    def refuse(self, key: str, sentence: str) -> None:
        """A rule of the slice says no; one sentence per cell is enough."""
        # A column the file does not hold is told at the row's first one.
        letter = self.letters.get(key) or next(iter(self.letters.values()))
        if not any(problem.key == key for problem in self.problems):
            at = address(letter, self.number)
            # Beside its address it is a note like those of the cells, not a sentence.
            note = sentence.removesuffix(".")
            self.problems.append(Problem(self.number, key, at, note, self.tab))


@dataclass(frozen=True)
class Plan:
    sheet: Sheet
    rows: list[Row]
    # Objects of the portal that the file does not name: they stay as they are.
    untouched: int = 0
    # Of the further tabs of the same workbook: told and applied together.
    more: tuple[Plan, ...] = ()

    @property
    def all_rows(self) -> list[Row]:
        return [row for plan in (self, *self.more) for row in plan.rows]

    @property
    def all_untouched(self) -> int:
        return sum(plan.untouched for plan in (self, *self.more))

    @cached_property
    def counts(self) -> dict[RowState, int]:
        counted = Counter(row.state for row in self.all_rows)
        return {state: counted[state] for state in RowState}

    @property
    def to_do(self) -> int:
        return self.counts[RowState.NEW] + self.counts[RowState.CHANGED]

    @property
    def problems(self) -> Iterator[Problem]:
        return (problem for row in self.all_rows for problem in row.problems)

    @property
    def is_wrong(self) -> bool:
        return self.counts[RowState.WRONG] > 0

    @property
    def new(self) -> list[Row]:
        return [row for row in self.rows if row.state == RowState.NEW]

    @property
    def changed(self) -> list[Row]:
        return [row for row in self.rows if row.state == RowState.CHANGED]

    @property
    def changed_columns(self) -> list[str]:
        """Those that any row changes, for the one statement that writes them."""
        keys = {key for row in self.changed for key in row.changed}
        return [key for key in self.sheet.by_key if key in keys]

    @cached_property
    def fingerprint(self) -> str:
        """Of what the person saw: the same file over other data gives another one."""
        told = [
            [row.number, row.state, str(row.obj.pk) if row.obj else "", _plain(row)]
            for row in self.all_rows
        ]
        return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()


def _plain(row: Row) -> list[Any]:
    problems = [str(problem) for problem in row.problems]
    return [list(row.values.items()), list(row.before.items()), problems]


def compare(sheet: Sheet, reading: Reading, objects: Iterable[Any]) -> Plan:
    """Every row is judged to its end: all problems are known at once."""
    held = {sheet.key_of(obj): obj for obj in objects}
    before = {key: sheet.values_of(obj) for key, obj in held.items()}
    by_identity = _by_identity(sheet, before, {line.key for line in reading.lines})
    seen: dict[str, int] = {}
    rows = []
    for line in reading.lines:
        tab = reading.tab if reading.is_part else ""
        values, problems = _values(sheet, line, reading.letters, tab)
        key = line.key
        if not key and by_identity:
            key = by_identity.get(_identity(sheet, values), "")
        row = _row(sheet, line, values, held.get(key), before.get(key, {}), reading)
        row.problems.extend(problems)
        _check_key(row, key, seen, is_known=key in held, is_typed=bool(line.key))
        rows.append(row)
    return Plan(sheet, rows, untouched=len(held) - len(seen.keys() & held.keys()))


def _row(
    sheet: Sheet,
    line: Line,
    typed: dict[str, Any],
    obj: Any,
    before: dict[str, Any],
    reading: Reading,
) -> Row:
    values = {**sheet.defaults, **before, **typed}
    changed: dict[str, tuple[Any, Any]] = {}
    tab = reading.tab if reading.is_part else ""
    row = Row(
        sheet, line.number, obj, values, before, changed, reading.letters, tab=tab
    )
    marks = reading.marks.get(line.key)
    for key, old in before.items():
        column = sheet.by_key[key]
        is_kept = column.is_kept_when_empty and values[key] == column.kind.empty
        if (
            is_kept
            or old == values[key]
            or column.kind.same(old, values[key])
            or (sheet.keeps_marks and is_old(column, values[key], marks))
        ):
            values[key] = old
        else:
            changed[key] = (old, values[key])
            if sheet.keeps_marks and is_both(column, old, marks):
                row.refuse(key, _meanwhile(column, old))
    return row


def _meanwhile(column: Column, held: Any) -> str:
    shown = tidy(column.kind.shown(held))
    return (
        f"sejak berkas ini diunduh, isian ini di portal menjadi «{shown[:80]}»; tulis "
        "itu bila benar, atau unduh data terbaru lalu ubah di sana"
    )


def _values(
    sheet: Sheet, line: Line, letters: dict[str, str], tab: str
) -> tuple[dict[str, Any], list[Problem]]:
    values, problems = {}, []
    for key, cell in line.cells.items():
        column = sheet.by_key[key]
        if cell is None and not column.must_be_typed:
            values[key] = sheet.defaults[key]
            continue
        try:
            values[key] = _value(column, cell)
        except CellRefused as refused:
            at = address(letters[key], line.number)
            problems.append(Problem(line.number, key, at, refused.sentence, tab))
    return values, problems


def _value(column: Column, cell: Any) -> Any:
    if isinstance(cell, Broken):
        raise CellRefused(cell.sentence)
    value = column.kind.empty if cell is None else column.kind.read(cell)
    if value != column.kind.empty:
        return value
    if column.must_be_typed:
        raise CellRefused(f"{column.header.lower()} wajib diisi")
    return column.blank


def _check_key(
    row: Row, key: str, seen: dict[str, int], *, is_known: bool, is_typed: bool
) -> None:
    if not key:
        return
    if not is_known:
        row.refuse(
            "",
            "baris ini tidak ada lagi di portal atau ID-nya diubah; bila datanya baru, "
            f"kosongkan sel A{row.number} pada kolom A yang tersembunyi",
        )
    elif key in seen:
        advice = f"kosongkan sel A{row.number}" if is_typed else "hapus salah satunya"
        row.refuse(
            "", f"baris ini sama orang atau datanya dengan baris {seen[key]}; {advice}"
        )
    seen.setdefault(key, row.number)


def _by_identity(
    sheet: Sheet, before: dict[str, dict[str, Any]], named: set[str]
) -> dict[tuple[str, ...], str]:
    """Rows without a key are known again by what they say, when only one object says it."""
    found: dict[tuple[str, ...], list[str]] = {}
    if sheet.identity:
        for key, values in before.items():
            if key not in named:
                found.setdefault(_identity(sheet, values), []).append(key)
    return {identity: keys[0] for identity, keys in found.items() if len(keys) == 1}


def _identity(sheet: Sheet, values: dict[str, Any]) -> tuple[str, ...]:
    return tuple(tidy(str(values.get(key, ""))).casefold() for key in sheet.identity)
