"""Member rows from the tables of a lampiran, whatever the order of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pokja.decree_reading.blocks import Table
from pokja.decree_reading.vocabulary import (
    COUNT,
    OFFICE,
    head_of,
    joined,
    standing_of,
)

_NIP = re.compile(
    r"(?:\bNIP\b\.?\s*:?\s*)?(?<!\d)((?:\d[\s.]*){17}\d)(?!\d)", re.IGNORECASE
)
_NIP_WORD = re.compile(r"\bNIP\b\.?\s*:?[\s.-]*$", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?(\d{1,3}|[ivxlc]+|[a-z])[.)]?", re.IGNORECASE)
_COUNTED = re.compile(r"\d{1,3}[.)]?")
_DITTO = {"-", "–", "—", '"', "”", "''", "sda", "s.d.a", "idem"}
# Members only: a table of tasks names kedudukan too.
SAYS_WHO = {"name", "position", "who", "institution"}


@dataclass
class Found:
    """One proposed member, as the decree words it."""

    name: str = ""
    position: str = ""
    institution: str = ""
    kedudukan: str = ""
    standing: str = ""
    field: str = ""
    nip: str = ""
    sex: str = ""


def rows_of(tables: Iterable[Table]) -> list[Found]:
    readers: list[_Reader] = []
    for table in tables:
        reader = _Reader(table)
        if readers and readers[-1].goes_on_in(reader):
            readers[-1].body += reader.body
        else:
            readers.append(reader)
    return [member for reader in readers for member in reader.found()]


class _Reader:
    def __init__(self, table: Table) -> None:
        self.width = max((len(row) for row in table.rows), default=0)
        rows = [[*row, *[""] * (self.width - len(row))] for row in table.rows]
        heads = _heads(rows)
        self.kinds = _kinds(rows[:heads], rows[heads:]) if heads else []
        self.body = [row for row in rows[heads:] if not _counts_columns(row)]

    def goes_on_in(self, other: _Reader) -> bool:
        """A table on the next page has no head, or the same one again."""
        return self.width == other.width and other.kinds in ([], self.kinds)

    def found(self) -> list[Found]:
        if not self.kinds or "task" in self.kinds or not SAYS_WHO & set(self.kinds):
            return []
        group, kedudukan, made = "", "", []
        has_standing = "standing" in self.kinds
        for row in _whole(self.body, self.kinds):
            if heading := self._heading(row):
                group = heading
                continue
            if not has_standing and not group:
                continue
            member = _member(row, self.kinds)
            said = member.kedudukan
            kedudukan = said if said not in {"", *_DITTO} else group or kedudukan
            member.kedudukan = kedudukan
            if told := standing_of(kedudukan):
                member.standing, member.field = told
            if member.name or member.position or member.institution:
                made.append(member)
        return made

    def _heading(self, row: list[str]) -> str:
        """A line of the table that names the kedudukan of what follows."""
        texts = {joined(cell) for cell in row if cell.strip()}
        texts = {text for text in texts if not _NUMBERED.fullmatch(text)}
        if len(texts) != 1:
            return ""
        text = texts.pop()
        spot = next(i for i, cell in enumerate(row) if joined(cell) == text)
        alone = sum(bool(cell.strip()) for cell in row) <= 2
        if alone and self.kinds[spot] == "standing" and not text.endswith(":"):
            return ""
        if standing_of(text) is None:
            return ""
        bare = COUNT.sub("", text, count=1) if COUNT.match(text) else text
        return bare.strip(" :;.").title()


def _heads(rows: list[list[str]]) -> int:
    for count, row in enumerate(rows[:4]):
        is_counted = any(_COUNTED.fullmatch(cell.strip()) for cell in row[:2])
        if is_counted or len({_head(cell) for cell in row} - {None}) < 2:
            return count
    return min(len(rows), 4)


def _head(cell: str) -> str | None:
    """Narrow columns break a word without a hyphen: «KEDUDUKA / N»."""
    return head_of(joined(cell)) or head_of(cell.replace("\n", ""))


def _kinds(heads: list[list[str]], body: list[list[str]]) -> list[str | None]:
    """By the lowest head of each column; a column of kedudukan is known by its words."""
    kinds: list[str | None] = []
    for place in range(len(heads[0])):
        told = [_head(row[place]) for row in heads]
        kinds.append(next((kind for kind in reversed(told) if kind), None))
    if "standing" not in kinds and "task" not in kinds:
        for place, kind in enumerate(kinds):
            cells = [joined(row[place]) for row in body if row[place].strip()]
            known = sum(standing_of(cell) is not None for cell in cells)
            if kind != "number" and len(cells) > 2 and known >= 0.7 * len(cells):
                kinds[place] = "standing"
    return kinds


def _counts_columns(row: list[str]) -> bool:
    """«1 2 3 4» under the heads."""
    return [cell.strip(" ()") for cell in row] == [str(n + 1) for n in range(len(row))]


def _whole(body: list[list[str]], kinds: list[str | None]) -> list[list[str]]:
    """Rows without a number go on with the row above, where rows are numbered."""
    if "number" not in kinds:
        return body
    spot = kinds.index("number")
    numbered = sum(bool(_NUMBERED.fullmatch(row[spot].strip())) for row in body)
    if numbered * 8 < len(body):
        return body
    rows: list[list[str]] = []
    for row in body:
        texts = {cell for cell in row if cell.strip()}
        is_heading = len(texts) == 1 and standing_of(joined(next(iter(texts))))
        if rows and texts and not row[spot].strip() and not is_heading:
            rows[-1] = [
                one if other == one else f"{one}\n{other}".strip("\n")
                for one, other in zip(rows[-1], row, strict=True)
            ]
        elif texts:
            rows.append(list(row))
    return rows


def _member(row: list[str], kinds: list[str | None]) -> Found:
    told: dict[str, str] = {}
    for cell, kind in zip(row, kinds, strict=True):
        if kind and cell.strip():
            told[kind] = f"{told[kind]}\n{cell}" if kind in told else cell
    name, nip = _parted(told.get("name", ""))
    position = joined(told.get("position", ""))
    if who := told.get("who"):
        name, position, nip = who_of(who)
    nip = nip or re.sub(r"\D", "", told.get("nip", ""))
    sex = joined(told.get("sex", "")).upper()[:1]
    return Found(
        name=_said(name),
        position=_said(position),
        institution=_said(joined(told.get("institution", ""))),
        kedudukan=joined(told.get("standing", "")),
        nip=nip if len(nip) == 18 else "",
        sex=sex if sex in {"L", "P"} else "",
    )


def who_of(text: str) -> tuple[str, str, str]:
    """(name, jabatan, NIP) where one cell or one item of a list says who it is."""
    whole, nip = _parted(text)
    if OFFICE.match(whole):
        return "", whole, nip
    for sign in (r"\(([^()]*)\)\s*$", r"\s[–—/-]\s(.+)$", r",\s*(?:selaku\s+)?(.+)$"):
        found = re.search(sign, whole)
        if found and OFFICE.match(found[1].strip()):
            return whole[: found.start()].strip(" ,"), found[1].strip(), nip
    return whole, "", nip


def _parted(text: str) -> tuple[str, str]:
    """A name without the NIP that stands below it."""
    found = _NIP.search(text)
    nip = re.sub(r"\D", "", found[1]) if found else ""
    bare = _NIP.sub("", text, count=1) if found else text
    return _NIP_WORD.sub("", joined(bare)).strip(" /:;"), nip


def _said(text: str) -> str:
    bare = text.strip(" ;:")
    return "" if bare.casefold() in _DITTO or not bare.strip(".… ") else bare
