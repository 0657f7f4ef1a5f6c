"""What belongs to a meeting as files, each made or read only when its turn comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from django.utils.text import slugify

from pokja.attendance.printing import sheet_pdf
from pokja.letters.choices import State as LetterState
from pokja.letters.models import Letter
from pokja.letters.paper import letter_pdf
from pokja.letters.writing import content_of
from pokja.meetings.choices import FileKind
from pokja.meetings.days import days_of
from pokja.meetings.minutes_pdf import minutes_pdf
from pokja.meetings.models import FollowUpNote, Meeting, Recommendation
from pokja.meetings.paper import Paper, paper_of
from pug_portal.files.actions import open_file
from pug_portal.files.models import StoredFile
from pug_portal.lib.dates import tanggal
from pug_portal.lib.sheets import Column, Date, Text, listing

FOLDERS = {
    FileKind.INVITATION: "surat",
    FileKind.ATTENDANCE: "daftar-hadir",
    FileKind.PHOTO: "foto",
    FileKind.MATERIAL: "bahan",
}
PROOF = "bukti-tindak-lanjut"
MOST_TEXT = 30_000


@dataclass(frozen=True)
class Member:
    """`told` says what it is in the list of the archive."""

    path: str
    told: str
    load: Callable[[], bytes]


def members_of(meeting: Meeting) -> list[Member]:
    """In the order of the archive; nothing is rendered or read yet."""
    return [
        *_letters(meeting),
        *_sheets(meeting),
        *_minutes(meeting),
        *_attached(meeting),
        *_follow_ups(meeting),
    ]


def stored_bytes(meeting: Meeting) -> int:
    """What the uploaded files take: the bound is asked before the work begins."""
    files = [row.file for row in meeting.files.select_related("file")]
    return sum(file.size for file in files + _proofs(_notes(meeting)))


def _letters(meeting: Meeting) -> Iterator[Member]:
    rows = Letter.objects.filter(meeting=meeting, state=LetterState.FINISHED)
    rows = rows.select_related("meeting__region", "letterhead").order_by("pk")
    for place, letter in enumerate(rows, 1):
        yield Member(
            f"surat/{place:02d}-{slugify(str(letter))[:80]}.pdf",
            str(letter),
            partial(_letter_pdf, letter),
        )


def _letter_pdf(letter: Letter) -> bytes:
    return letter_pdf(content_of(letter))


def _sheets(meeting: Meeting) -> Iterator[Member]:
    if not meeting.participants.exists():
        return
    for day in days_of(meeting):
        told = f"Daftar hadir {tanggal(day)}"
        path = f"daftar-hadir/daftar-hadir-{day}.pdf"
        yield Member(path, told, partial(sheet_pdf, meeting, day))


def _minutes(meeting: Meeting) -> Iterator[Member]:
    if meeting.is_settled:
        for old in meeting.versions.order_by("number"):
            yield _of_paper(Paper(old.content, old.number), meeting)
        yield _of_paper(paper_of(meeting), meeting)
    elif meeting.minutes.exists():
        yield _of_paper(paper_of(meeting), meeting)


def _of_paper(paper: Paper, meeting: Meeting) -> Member:
    name = f"versi-{paper.version}" if paper.is_settled else "draf"
    told = f"Notulen {name.replace('-', ' ')}"
    render = partial(minutes_pdf, paper, meeting.region)
    return Member(f"notulen/notulen-{name}.pdf", told, render)


def _attached(meeting: Meeting) -> Iterator[Member]:
    rows = meeting.files.select_related("file")
    for place, row in enumerate(rows, 1):
        folder = FOLDERS[FileKind(row.kind)]
        told = f"{row.get_kind_display()}. {row.caption}".removesuffix(". ")
        yield _stored(folder, f"berkas-{place:02d}", row.file, told)


def _stored(folder: str, number: str, file: StoredFile, told: str) -> Member:
    stem = slugify(file.name.rpartition(".")[0])[:60]
    name = "-".join(part for part in (number, stem) if part)
    return Member(f"{folder}/{name}.{file.kind}", told, partial(open_file, file))


def _notes(meeting: Meeting) -> list[FollowUpNote]:
    rows = FollowUpNote.objects.filter(recommendation__meeting=meeting)
    rows = rows.select_related("file", "recommendation", "written_by")
    return list(rows.order_by("written_at", "pk"))


def _proofs(notes: Iterable[FollowUpNote]) -> list[StoredFile]:
    return [note.file for note in notes if note.file]


def _follow_ups(meeting: Meeting) -> Iterator[Member]:
    rows = list(meeting.recommendations.with_owners().select_related("proposer_opd"))
    notes = _notes(meeting)
    if not rows:
        return
    table = partial(_table, rows, notes)
    yield Member("rekomendasi.xlsx", "Rekomendasi dan tindak lanjutnya", table)
    for place, note in enumerate([note for note in notes if note.file], 1):
        assert note.file is not None  # noqa: S101 -- chosen above
        told = f"Bukti {note.recommendation}"
        yield _stored(PROOF, f"bukti-{place:02d}", note.file, told)


def _table(rows: list[Recommendation], notes: list[FollowUpNote]) -> bytes:
    return listing("Rekomendasi", _columns(notes), rows)


def _columns(notes: list[FollowUpNote]) -> tuple[Column, ...]:
    """What was recommended, to whom it fell, and what came of it."""

    def told(row: Recommendation) -> str:
        mine = [note for note in notes if note.recommendation_id == row.pk]
        lines = [f"{tanggal(note.written_at)}: {note.text}" for note in mine]
        return "\n".join(lines)[:MOST_TEXT]

    wide = Text(MOST_TEXT)
    return (
        Column("number", "Nomor", width=10, of=_number),
        Column("text", "Rekomendasi", wide, width=60),
        Column("proposed_by", "Pengusul", width=24),
        Column("owner", "Penanggung jawab", width=28),
        Column("due_on", "Tenggat", Date(), width=14),
        Column("expected_proof", "Bukti yang diharapkan", wide, width=34),
        Column("state", "Status", width=12, of=Recommendation.get_state_display),
        Column("done_on", "Selesai pada", Date(), width=14),
        Column("cancel_reason", "Alasan batal", wide, width=30),
        Column("notes", "Yang dikerjakan", wide, width=60, of=told),
    )


def _number(row: Recommendation) -> str:
    return f"{row.number}/{row.year}" if row.number else "draf"
