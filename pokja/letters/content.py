"""A letter as data: built from the draft, frozen when it is finished, read by every
channel. Paper, calendar, WhatsApp and mail cannot differ: they have one source."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from pokja.letters.choices import Form, Kind, Paper
from pokja.letters.signing import Block

VERSION = 1
NO_NUMBER = "diisi oleh registrasi surat"
DOTS = "." * 24
# Behind «Lampiran».
ONE_FILE, NOTHING = "1 (satu) berkas", "–"


@dataclass(frozen=True)
class Head:
    lines: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    # Id of the stored picture.
    emblem: str = ""
    paper: str = Paper.A4.value


@dataclass(frozen=True)
class Fact:
    label: str
    value: str
    # What it was in the letter that this one corrects.
    was: str = ""


@dataclass(frozen=True)
class AgendaLine:
    time: str
    text: str
    speaker: str
    # Recommendations of earlier meetings gone through in this item.
    carried: tuple[str, ...] = ()


@dataclass(frozen=True)
class Addressee:
    lines: tuple[str, ...]
    name: str = ""
    position: str = ""
    institution: str = ""
    sex: str = ""
    phone: str = ""
    email: str = ""

    @property
    def label(self) -> str:
        return ", ".join(self.lines)

    @property
    def listed(self) -> str:
        """In the attached list, where the institution has a column of its own."""
        kept = [line for line in self.lines if line != self.institution]
        return ", ".join(kept) or self.institution


@dataclass(frozen=True)
class Happening:
    """What a calendar needs."""

    uid: str
    sequence: int
    starts_at: str
    ends_at: str
    zone: str
    title: str
    place: str
    is_off: bool

    @property
    def start(self) -> dt.datetime:
        return dt.datetime.fromisoformat(self.starts_at)

    @property
    def end(self) -> dt.datetime:
        return dt.datetime.fromisoformat(self.ends_at)


@dataclass(frozen=True)
class LetterContent:
    kind: str
    form: str
    head: Head
    place_date: str
    number: str
    number_mark: str
    nature: str
    attachment: str
    subject: str
    addressed: tuple[str, ...]
    opening: tuple[str, ...]
    facts: tuple[Fact, ...]
    closing: tuple[str, ...]
    agenda: tuple[AgendaLine, ...]
    block: Block
    copies: tuple[str, ...]
    addressees: tuple[Addressee, ...]
    happening: Happening
    region: str
    organiser: str
    sender_email: str = ""
    version: int = field(default=VERSION)

    @property
    def is_each(self) -> bool:
        return self.form == Form.EACH

    @property
    def dated(self) -> str:
        """The date alone, without the place before it."""
        return self.place_date.rpartition(", ")[2]

    @property
    def title(self) -> str:
        return f"{Kind(self.kind).label} {self.happening.title}"

    @property
    def told_number(self) -> str:
        """In words, for WhatsApp and mail."""
        return self.number or NO_NUMBER

    @property
    def printed_number(self) -> str:
        """On paper: room for the registry, or the mark its own system looks for."""
        return self.number or self.number_mark or DOTS

    def listed(self) -> LetterContent:
        """One letter for the file and the registry, whatever form goes out."""
        attachment = ONE_FILE if self.attachment == NOTHING else self.attachment
        return dataclasses.replace(self, form=Form.LISTED, attachment=attachment)

    def to(self, addressee: Addressee) -> LetterContent:
        """The same letter to one person."""
        attachment = NOTHING if self.form == Form.LISTED else self.attachment
        return dataclasses.replace(
            self, form=Form.EACH, addressed=addressee.lines, attachment=attachment
        )


def to_json(content: LetterContent) -> dict[str, Any]:
    return dataclasses.asdict(content)


def from_json(data: dict[str, Any]) -> LetterContent:
    """Fields that a later release adds need a default."""
    nested: dict[str, Any] = {
        "head": _read(Head, data["head"]),
        "block": _read(Block, data["block"]),
        "happening": _read(Happening, data["happening"]),
        "facts": tuple(_read(Fact, each) for each in data["facts"]),
        "agenda": tuple(_read(AgendaLine, each) for each in data["agenda"]),
        "addressees": tuple(_read(Addressee, each) for each in data["addressees"]),
    }
    return _read(LetterContent, {**data, **nested})


def digest(content: LetterContent) -> str:
    plain = json.dumps(to_json(content), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()


def _read(kind: Any, data: dict[str, Any]) -> Any:
    known = {each.name for each in dataclasses.fields(kind)}
    return kind(
        **{
            name: tuple(value) if isinstance(value, list) else value
            for name, value in data.items()
            if name in known
        }
    )
