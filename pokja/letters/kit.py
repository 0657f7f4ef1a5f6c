"""Kelengkapan rapat: invitation, attendance sheet, programme, minutes form and list of
duty letters, all from the same meeting, people and letterhead."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from django.utils.text import slugify

from pokja.letters.content import Addressee, AgendaLine, Fact, Head, LetterContent
from pokja.letters.models import Letter
from pokja.letters.paper import letter_docx, letter_pdf, print_page
from pokja.letters.queries import latest_invitation
from pokja.letters.writing import (
    addressee_of,
    agenda_lines,
    content_of,
    head_of,
    meeting_facts,
)
from pokja.meetings.invitees import invitees_of
from pokja.meetings.models import Meeting

INVITATION = "undangan"
# Address of the document: (label, template)
DOCUMENTS = {
    INVITATION: ("Undangan", ""),
    "daftar-hadir": ("Daftar hadir", "attendance"),
    "susunan-acara": ("Susunan acara", "agenda"),
    "formulir-notulen": ("Formulir notulen", "minutes"),
    "daftar-surat-tugas": ("Daftar surat tugas", "duties"),
}
# Empty rows for those who come without being named.
SPARE_ROWS = 10
EMPTY_LINES = 14
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Kit:
    meeting: Meeting
    letter: LetterContent | None
    head: Head
    facts: tuple[Fact, ...]
    people: tuple[Addressee, ...]
    agenda: tuple[AgendaLine, ...]
    outcomes: tuple[str, ...]


def kit_of(meeting: Meeting) -> Kit:
    """What the last letter said stands on every sheet; before it, what is planned."""
    letter = _letter(meeting)
    content = content_of(letter) if letter else None
    return Kit(
        meeting=meeting,
        letter=content,
        head=content.head if content else head_of(None, meeting.region),
        facts=meeting_facts(meeting),
        people=tuple(map(addressee_of, invitees_of(meeting))),
        agenda=agenda_lines(meeting),
        outcomes=tuple(each.text for each in meeting.outcomes.all()),
    )


def _letter(meeting: Meeting) -> Letter | None:
    letter = latest_invitation(meeting)
    if letter is not None:
        letter.meeting = meeting
    return letter


def document(kit: Kit, name: str) -> bytes | None:
    """PDF; None while there is no finished letter to put among the others."""
    label, page = DOCUMENTS[name]
    if not page:
        return letter_pdf(kit.letter) if kit.letter else None
    first = len(kit.people) + 1
    context = {
        "title": label,
        "kit": kit,
        "spare": range(first, first + SPARE_ROWS),
        "lines": range(EMPTY_LINES),
        "parts": _parts(kit),
    }
    return print_page(page, kit.head, context)


def _parts(kit: Kit) -> list[tuple[str, tuple[str, ...], range]]:
    """Sections of the minutes form: title, what is known, dotted lines."""
    agenda = tuple(
        " ".join(part for part in (item.time, item.text) if part) for item in kit.agenda
    )
    return [
        ("Pembukaan", (), range(3)),
        ("Susunan acara", agenda, range(0 if agenda else 4)),
        ("Hasil yang diharapkan", kit.outcomes, range(0 if kit.outcomes else 3)),
        ("Pemaparan dan pembahasan", (), range(EMPTY_LINES)),
        ("Keputusan dan kesimpulan", (), range(6)),
        ("Penutup", (), range(2)),
    ]


def archive(kit: Kit) -> bytes:
    """Every document there is, and the letter once more for Word."""
    found = {f"{name}.pdf": document(kit, name) for name in DOCUMENTS}
    if kit.letter:
        found[f"{INVITATION}.docx"] = letter_docx(kit.letter)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in found.items():
            if content is not None:
                info = zipfile.ZipInfo(name, _ZIP_DATE)
                info.compress_type = zipfile.ZIP_DEFLATED
                written.writestr(info, content)
    return target.getvalue()


def file_stem(meeting: Meeting, name: str) -> str:
    return f"{name}-{slugify(meeting.title)[:60] or meeting.pk}"
