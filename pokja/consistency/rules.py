"""Rules over meetings, recommendations, decrees and the programme, held against answers."""

from __future__ import annotations

from collections.abc import Iterator

from pokja.consistency.loading import (
    DECREE_OF,
    MEETINGS_SAID,
    PROGRAMME_SAID,
    Held,
    Letter,
    Promise,
    Register,
    Task,
    load,
)
from pokja.decrees.models import Kind
from pokja.meetings.choices import State
from prasyarat.consistency.core import Case, Chapter, Rule, Severity, register
from pug_portal.lib.dates import Semester, tanggal
from pug_portal.lib.numbers import angka

LONG = 30
UNFINISHED = (State.PLANNED, State.INVITED, State.RUNNING, State.CORRECTION)


def settled_without_attendance(seen: Register) -> Iterator[Case]:
    for row in seen.meetings:
        if row.is_settled and not row.people:
            yield _case(
                row, f"Notulen {tanggal(row.day)} disahkan, daftar hadir kosong."
            )


def settled_without_minutes(seen: Register) -> Iterator[Case]:
    for row in seen.meetings:
        if row.is_settled and not row.minutes and not row.has_summary:
            yield _case(row, f"Notulen {tanggal(row.day)} disahkan tanpa isi.")


def settled_by_the_notulis(seen: Register) -> Iterator[Case]:
    for row in seen.meetings:
        if row.is_settled and row.signed_by and row.signed_by == row.settled_by:
            yield _case(row, "Notulis sendiri yang mengesahkan notulennya.")


def held_and_left(seen: Register) -> Iterator[Case]:
    for row in seen.meetings:
        days = (seen.on - row.day).days
        if row.state in UNFINISHED and days > LONG:
            yield _case(
                row, f"Tanggal {tanggal(row.day)}, {days} hari lalu, belum disahkan."
            )


def overdue_without_note(seen: Register) -> Iterator[Case]:
    for row in seen.promises:
        if row.is_open and row.due_on and row.due_on < seen.on and not row.notes:
            yield _case(
                row, f"Tenggat {tanggal(row.due_on)} lewat tanpa satu catatan pun."
            )


def promise_without_owner(seen: Register) -> Iterator[Case]:
    for row in seen.promises:
        if row.is_open and (not row.owner or row.due_on is None):
            lacks = "penanggung jawab" if not row.owner else "tenggat"
            yield _case(row, f"Belum ada {lacks}.")


def done_without_note(seen: Register) -> Iterator[Case]:
    for row in seen.promises:
        if row.is_done and not row.notes:
            yield _case(row, "Dinyatakan selesai tanpa uraian atau bukti.")


def decree_said_but_not_in_force(seen: Register) -> Iterator[Case]:
    for code, kind in DECREE_OF.items():
        word = seen.word(code)
        of_kind = [row for row in seen.decrees if row.kind == kind]
        if word and word.is_yes and not any(row.is_in_force for row in of_kind):
            last = (
                f"; yang terakhir {of_kind[0].subject} tidak berlaku lagi"
                if of_kind
                else ""
            )
            label = Kind(kind).label
            yield Case(
                code,
                f"Dijawab ada, tetapi tidak ada {label} yang berlaku{last}.",
                word.url,
            )


def more_meetings_than_settled(seen: Register) -> Iterator[Case]:
    word = seen.word(MEETINGS_SAID)
    if word is None or word.value is None or word.is_of_earlier_year(seen.on):
        return  # J09 asks to confirm an answer of an earlier year
    semester = Semester.from_date(word.as_of or seen.on)
    settled = sum(
        row.is_settled and semester.start <= row.day <= semester.end
        for row in seen.meetings
    )
    if word.value > settled:
        yield Case(
            word.code,
            f"Dijawab {angka(word.value)} rapat, yang notulennya disahkan pada "
            f"{semester.label} {settled}.",
            word.url,
        )


def programme_said_but_not_settled(seen: Register) -> Iterator[Case]:
    word = seen.word(PROGRAMME_SAID)
    if word and word.is_yes and not seen.tasks:
        yield Case(
            word.code,
            f"Dijawab ya, tetapi program kerja {seen.on.year} belum ditetapkan.",
            word.url,
        )


def line_done_without_realisation(seen: Register) -> Iterator[Case]:
    for row in seen.tasks:
        if row.is_done and not row.has_realisation:
            yield _case(row, "Berstatus selesai tanpa uraian realisasi atau rapat.")


def decree_without_scan(seen: Register) -> Iterator[Case]:
    for row in seen.decrees:
        if row.is_in_force and not row.has_scan:
            yield _case(row, "Berlaku, tetapi pindaiannya belum diunggah.")


def begins_before_it_was_signed(seen: Register) -> Iterator[Case]:
    for row in seen.decrees:
        first, signed = row.effective_from, row.signed_on
        if first and signed and first < signed and not row.note.strip():
            yield _case(
                row,
                f"Berlaku sejak {tanggal(first)}, ditetapkan {tanggal(signed)}, tanpa catatan.",
            )


def _case(row: Held | Promise | Letter | Task, sentence: str) -> Case:
    return Case(row.subject, sentence, row.url)


H, M, L = Severity.HEAVY, Severity.MIDDLE, Severity.LIGHT
CHAPTER = Chapter(
    "Rapat, SK, dan program kerja",
    load,
    (
        Rule(
            "R01",
            "Notulen disahkan tanpa daftar hadir",
            "Tanpa daftar hadir rapat tidak dapat dihitung sebagai bukti.",
            H,
            settled_without_attendance,
        ),
        Rule(
            "R02",
            "Notulen disahkan tanpa isi",
            "Notulen kosong tidak membuktikan apa pun.",
            H,
            settled_without_minutes,
        ),
        Rule(
            "R03",
            "Notulen disahkan oleh notulisnya",
            "Notulis menandatangani, pimpinan rapat mengesahkan.",
            M,
            settled_by_the_notulis,
        ),
        Rule(
            "R04",
            "Rapat lama belum disahkan",
            f"Rapat yang lewat lebih dari {LONG} hari belum ikut dihitung di mana pun.",
            M,
            held_and_left,
        ),
        Rule(
            "R05",
            "Rekomendasi lewat tenggat tanpa catatan",
            "Tidak diketahui apakah sudah dikerjakan.",
            M,
            overdue_without_note,
        ),
        Rule(
            "R06",
            "Rekomendasi tanpa penanggung jawab atau tenggat",
            "Yang tidak ada penanggung jawabnya tidak dikerjakan siapa pun.",
            M,
            promise_without_owner,
        ),
        Rule(
            "R07",
            "Tindak lanjut selesai tanpa uraian",
            "Selesai perlu uraian atau bukti agar dapat diperiksa.",
            L,
            done_without_note,
        ),
        Rule(
            "R08",
            "SK dihitung padahal tidak berlaku",
            "SK yang kedaluwarsa, dicabut, atau belum tercatat tidak dapat menjadi jawaban «ada».",
            H,
            decree_said_but_not_in_force,
        ),
        Rule(
            "R09",
            "Jumlah rapat melebihi notulen yang disahkan",
            "Yang dihitung hanya rapat dengan notulen disahkan pada semester jawabannya.",
            H,
            more_meetings_than_settled,
        ),
        Rule(
            "R10",
            "Program kerja dijawab ada, tetapi belum ditetapkan",
            "Program kerja yang masih draf belum berlaku.",
            M,
            programme_said_but_not_settled,
        ),
        Rule(
            "R11",
            "Kegiatan program selesai tanpa realisasi",
            "Realisasi dibaca dari uraian atau rapat yang melaksanakannya.",
            L,
            line_done_without_realisation,
        ),
        Rule(
            "R12",
            "SK berlaku tanpa pindaian",
            "Pemeriksa meminta naskahnya, bukan nomornya.",
            L,
            decree_without_scan,
        ),
        Rule(
            "R13",
            "SK berlaku surut tanpa catatan",
            "Berlaku sebelum ditetapkan boleh, tetapi alasannya perlu dicatat.",
            L,
            begins_before_it_was_signed,
        ),
    ),
)


def connect() -> None:
    register(CHAPTER)
