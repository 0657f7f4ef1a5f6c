"""Number, date, tentang and signatory of a Keputusan, from its lines."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from pokja.decree_reading.vocabulary import closed_up, joined, named, plain, titled
from pug_portal.lib.sheets.typed_dates import DateRefused, parse_date

_NUMBER = re.compile(r"nomor\s*[:.]?\s*(.*)", re.IGNORECASE)
_PLACE = re.compile(r"(?:di)?tetapkan\s+di\s*[:,]?\s*(.+)", re.IGNORECASE)
_DATE = re.compile(r"(?:pada\s+)?tanggal\s*[:,]?\s*(.+)", re.IGNORECASE)
_ISSUER = re.compile(
    r"(?:plt|plh|pj|pjs|a\.?\s?n)?\.?\s*(?:bupati|gubernur|wali ?kota|kepala|sekretaris"
    r"|camat|direktur|ketua|inspektur|menteri|wakil)\b",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(r"(?:a\.?\s?n|u\.?\s?b)\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"\W*(?:cap|ttd|dto|tanda tangan|td|ditandatangani).{0,40}", re.IGNORECASE
)
# Where a draft leaves room for a name.
_ROOM = re.compile(r"[\s.…_()]+")
_UNTIL = re.compile(
    r"sampai\s+(?:dengan\s+)?(?:tanggal\s+)?(\d{1,2}\s+[a-z]+\s+\d{4})", re.IGNORECASE
)
MOST_TITLE_LINES = 12


@dataclass(frozen=True)
class Heading:
    number: str = ""
    title: str = ""
    signed_on: dt.date | None = None
    signed_place: str = ""
    signer_position: str = ""
    signer_name: str = ""
    effective_until: dt.date | None = None


def heading_of(lines: list[str]) -> Heading:
    """`lines`: of the whole document, tabs for wide gaps, "" for gaps."""
    tentang = _find(lines, lambda line: plain(line).startswith("tentang"))
    before = lines[:tentang] if tentang is not None else lines[:40]
    signed = _find(lines, lambda line: _PLACE.search(line) is not None)
    ending = lines[signed : signed + 30] if signed is not None else []
    position, name = _signatory(ending)
    return Heading(
        number=_number(before),
        title=_title(lines[tentang:]) if tentang is not None else "",
        signed_on=_date(ending),
        signed_place=_place(ending),
        signer_position=position,
        signer_name=name,
        effective_until=_until(lines[: signed or len(lines)]),
    )


def _find(lines: list[str], is_it: object) -> int | None:
    return next((i for i, line in enumerate(lines) if is_it(line)), None)  # type: ignore[operator]


def _number(lines: list[str]) -> str:
    for place, line in enumerate(lines):
        found = _NUMBER.fullmatch(closed_up(line.replace("\t", " ")).strip())
        if found is None:
            continue
        text = found[1].strip() or next((t for t in lines[place + 1 :] if t), "")
        return re.sub(r"\s*/\s*", "/", " ".join(text.split())).strip(" :.…")[:100]
    return ""


def _title(lines: list[str]) -> str:
    """From TENTANG to the one who decides."""
    rest = closed_up(lines[0])[len("tentang") :].strip(" :\t")
    taken = [rest] if rest else []
    for place, line in enumerate(lines[1 : MOST_TITLE_LINES + 4], 1):
        words = plain(line)
        if words.startswith(("dengan rahmat", "menimbang", "mengingat")):
            break
        # The office closes with a comma, here or, when it is long, on the next lines.
        tail = [line, *lines[place + 1 : place + 3]]
        if (
            taken
            and _ISSUER.match(words)
            and any(t.rstrip().endswith(",") for t in tail)
        ):
            break
        if words:
            taken.append(line.replace("\t", " "))
    return titled(joined("\n".join(taken)))[:300]


def _place(lines: list[str]) -> str:
    for line in lines:
        if found := _PLACE.search(line):
            return " ".join(found[1].replace(":", " ").split()).strip(" ,.")[:80]
    return ""


def _date(lines: list[str]) -> dt.date | None:
    for line in lines[1:6]:
        if found := _DATE.search(line.replace("\t", " ")):
            return _parsed(found[1])
    return None


def _parsed(text: str) -> dt.date | None:
    try:
        return parse_date(text.strip(" :.,;"))
    except DateRefused:
        return None


def _until(lines: list[str]) -> dt.date | None:
    found = _UNTIL.search(" ".join(lines))
    return _parsed(found[1]) if found else None


def _signatory(lines: list[str]) -> tuple[str, str]:
    dated = _find(lines[1:6], lambda line: _DATE.search(line) is not None)
    if dated is None:
        return "", ""
    rest = [line.rpartition("\t")[2].strip() for line in lines[dated + 2 :]]
    start = _find(rest, bool)
    if start is None:
        return "", ""
    position, after = _position(rest[start:])
    name = _name(rest[start + after :])
    return titled(position)[:150], named(name.strip("() "))[:120]


def _name(lines: list[str]) -> str:
    """The first line that is no mark of signing and no room for one; degrees may stand on the next one."""
    for place, line in enumerate(lines):
        if plain(line).startswith(("tembusan", "salinan")):
            break
        if line and not (_SIGNED.fullmatch(line) or _ROOM.fullmatch(line)):
            more = lines[place + 1] if line.endswith(",") and lines[place + 1 :] else ""
            return f"{line} {more}".strip()
    return ""


def _position(lines: list[str]) -> tuple[str, int]:
    """The office over the signature, and how many lines it takes."""
    taken: list[str] = []
    for line in lines[:6]:
        if not line or _SIGNED.fullmatch(line):
            break
        taken.append(line)
        is_behalf = len(taken) == 1 and _ON_BEHALF.match(line)
        if line.endswith(",") and not is_behalf:
            break
    return " ".join(text.rstrip(",") for text in taken), len(taken)
