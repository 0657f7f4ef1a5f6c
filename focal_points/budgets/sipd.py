"""An export of SIPD by the region's own columns. Pure: rows in, lines or problems out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pug_portal.lib.numbers import NumberRefused, parse_rupiah
from pug_portal.lib.sheets.foreign import Value

# key: (label, words that give the column away, is it needed)
COLUMNS: dict[str, tuple[str, tuple[str, ...], bool]] = {
    "program_code": ("Kode Program", ("kode program",), False),
    "program": ("Program", ("nama program", "program"), True),
    "activity_code": ("Kode Kegiatan", ("kode kegiatan",), False),
    "activity": ("Kegiatan", ("nama kegiatan", "kegiatan"), False),
    "sub_code": ("Kode Sub Kegiatan", ("kode sub kegiatan", "kode sub"), True),
    "sub": ("Sub Kegiatan", ("nama sub kegiatan", "sub kegiatan"), True),
    "ceiling": ("Pagu", ("pagu", "anggaran", "jumlah pagu"), True),
    "realized": ("Realisasi", ("realisasi", "jumlah realisasi"), False),
}
# The chain of code tables (domain.md 1.6); the newest first.
RULE_VERSIONS = (
    ("2026", "Kepmendagri 900.1-861/2026"),
    ("2025", "Kepmendagri 900.1-2850/2025"),
    ("2024", "Kepmendagri 900.1.15.5-3406/2024"),
    ("2023", "Kepmendagri 900.1.15.5-1317/2023"),
    ("2021", "Kepmendagri 050-5889/2021"),
    ("2020", "Kepmendagri 050-3708/2020"),
    ("2019", "Permendagri 90/2019"),
)
MOST_LINES = 2000
_HEADER_WITHIN = 25
_CODE = re.compile(r"^[0-9A-Za-z]+(\.[0-9A-Za-z]+)+$")

Grid = Sequence[Sequence[Value]]


@dataclass(frozen=True)
class Line:
    program_code: str
    program: str
    activity_code: str
    activity: str
    sub_code: str
    sub: str
    ceiling: int
    realized: int | None


@dataclass(frozen=True)
class Problem:
    """`cell`: as Excel calls it, such as G12."""

    cell: str
    sentence: str


def header_row(rows: Grid) -> int:
    """The row that names most of the columns; the first such wins."""
    best, place = 0, 0
    for number, row in enumerate(rows[:_HEADER_WITHIN]):
        known = len(guess([*row]))
        if known > best:
            best, place = known, number
    return place


def guess(header: Sequence[Value]) -> dict[str, int]:
    """{key: place} of the columns whose header is one of the usual words."""
    words = [" ".join(str(cell or "").casefold().split()) for cell in header]
    found = {}
    for key, (_, names, _) in COLUMNS.items():
        for name in names:
            if name in words:
                found[key] = words.index(name)
                break
    return found


def chosen(header: Sequence[Value], remembered: Mapping[str, str]) -> dict[str, int]:
    """The mapping of last time by the names of the columns, else a guess."""
    words = [str(cell or "") for cell in header]
    found = guess(header)
    for key, name in remembered.items():
        if name in words:
            found[key] = words.index(name)
    return found


def letter(place: int) -> str:
    first, last = divmod(place, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


def parse(
    rows: Grid, header: int, places: Mapping[str, int]
) -> tuple[list[Line], list[Problem]]:
    """Every line or every problem with its address. Sum rows have no code and are left."""
    lines: list[Line] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows[header + 1 :], header + 2):
        code = _text(row, places.get("sub_code"))
        if not _CODE.match(code):
            continue
        found = _line(row, number, places, code, problems)
        if found is not None:
            lines.append(found)
    _refuse_twins(lines, problems)
    if len(lines) > MOST_LINES:
        problems.append(
            Problem("A1", f"Paling banyak {MOST_LINES} baris sekali impor.")
        )
    return lines, problems


def _line(
    row: Sequence[Value],
    number: int,
    places: Mapping[str, int],
    code: str,
    problems: list[Problem],
) -> Line | None:
    money: dict[str, int | None] = {}
    before = len(problems)
    for key in ("ceiling", "realized"):
        place = places.get(key)
        try:
            money[key] = _money(row, place)
        except NumberRefused as refused:
            problems.append(Problem(f"{letter(place or 0)}{number}", refused.sentence))
    if not _text(row, places.get("sub")):
        at = f"{letter(places['sub'])}{number}"
        problems.append(Problem(at, "Nama sub kegiatan kosong."))
    if money.get("ceiling", 0) is None:
        at = f"{letter(places['ceiling'])}{number}"
        problems.append(Problem(at, "Pagu kosong."))
    if len(problems) > before:
        return None
    told = {
        key: _text(row, places.get(key))[:200]
        for key in ("program_code", "program", "activity_code", "activity", "sub")
    }
    return Line(
        sub_code=code[:40],
        ceiling=money["ceiling"] or 0,
        realized=money["realized"],
        **told,
    )


def _refuse_twins(lines: list[Line], problems: list[Problem]) -> None:
    seen: set[str] = set()
    for line in lines:
        if line.sub_code in seen:
            sentence = f"Kode sub kegiatan {line.sub_code} ada lebih dari satu kali."
            problems.append(Problem("", sentence))
        seen.add(line.sub_code)


def _text(row: Sequence[Value], place: int | None) -> str:
    if place is None or place >= len(row) or row[place] is None:
        return ""
    return str(row[place]).strip()


def _money(row: Sequence[Value], place: int | None) -> int | None:
    if place is None or place >= len(row):
        return None
    text = _text(row, place)
    # SIPD writes whole rupiah with two empty decimals.
    text = re.sub(r"[,.]00$", "", text)
    return parse_rupiah(text) if text else None
