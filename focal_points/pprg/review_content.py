"""What Lembar Telaah and Berita Acara say: one source for their PDF and their DOCX."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from focal_points.opd.models import Opd
from focal_points.pprg.choosing import template_of
from focal_points.pprg.models import PprgDocument, PprgNote
from focal_points.pprg.paper import DOTS, letterhead, standing
from focal_points.pprg.team_models import Driver, Reviewer, Verdict
from pug_portal.lib.clock import today
from pug_portal.lib.dates import hari_tanggal, tanggal, zone_of

TEAM = "Tim Penggerak Perencanaan dan Penganggaran Responsif Gender"


@dataclass(frozen=True)
class NoteRow:
    step: str
    notes: str
    answers: str


@dataclass(frozen=True)
class VerdictRow:
    office: str
    reviewer: str
    answer: str
    text: str


@dataclass(frozen=True)
class Seat:
    office: str
    name: str
    decree: str


@dataclass(frozen=True)
class Overruled:
    """An approval against a reviewer's «tolak»: whose, and why all the same."""

    title: str
    against: str
    reason: str
    decided_by: str


def review_sheet(document: PprgDocument) -> dict[str, Any]:
    region = document.opd.region
    facts = [
        ("Perangkat Daerah", document.opd.name),
        ("Judul", document.title),
        ("Tahun Anggaran", str(document.year)),
        ("Pengajuan ke", _sending(document)),
    ]
    return {
        "document": document,
        "region": region,
        "letterhead": letterhead(region, TEAM),
        "heading": f"Lembar Telaah {document.get_kind_display()}",
        "facts": facts,
        "notes": _note_rows(document),
        "verdicts": _verdict_rows(document),
        "overruled": _overruled([document]),
        "standing": standing(document),
        "team": team_of(document.opd),
    }


def record(opd: Opd, year: int, documents: list[PprgDocument]) -> dict[str, Any]:
    region = opd.region
    opening = (
        f"Pada hari ini, {hari_tanggal(today())}, {TEAM} {region.name} telah menelaah "
        f"dokumen PPRG {opd.name} Tahun Anggaran {year} dengan hasil sebagai berikut."
    )
    return {
        "opd": opd,
        "year": year,
        "region": region,
        "letterhead": letterhead(region, TEAM),
        "heading": "Berita Acara Telaah Dokumen PPRG",
        "opening": opening,
        "results": [
            (
                str(number),
                document.get_kind_display(),
                document.title,
                _result(document),
                document.stamp_number or "–",
            )
            for number, document in enumerate(documents, 1)
        ],
        "overruled": _overruled(documents),
        "closing": "Catatan telaah setiap dokumen tercantum dalam Lembar Telaah yang "
        "merupakan bagian dari berita acara ini.",
        "team": team_of(opd),
    }


def team_of(opd: Opd) -> list[Seat]:
    """The seats of the OPD; an office without a named person keeps an empty line."""
    seats = Reviewer.objects.filter(opds=opd).valid_on_today().select_related("user")
    found = [
        Seat(seat.get_office_display(), str(seat.user), seat.decree_number)
        for seat in seats
    ]
    named = {each.office for each in found}
    missing = [office for office in Driver if office.label not in named]
    return found + [Seat(str(office.label), DOTS, "–") for office in missing]


def _sending(document: PprgDocument) -> str:
    if document.submitted_at is None:
        return str(document.sent_count)
    zone = zone_of(document.opd.region.zone)
    day = document.submitted_at.astimezone(zone).date()
    return f"{document.sent_count}, {tanggal(day)}"


def _result(document: PprgDocument) -> str:
    label = str(document.get_state_display())
    if document.status.value != "disetujui" or document.counts:
        return label
    return f"{label}; belum dihitung, lembar bertanda tangan Kepala OPD belum ada"


def _note_rows(document: PprgDocument) -> list[NoteRow]:
    notes = list(document.notes.select_related("written_by"))
    rows = [
        _notes_of(f"{number}. {step.title}", [n for n in notes if n.step == step.key])
        for number, step in enumerate(template_of(document), 1)
    ]
    return rows + [_notes_of("Umum", [note]) for note in notes if not note.step]


def _notes_of(step: str, notes: list[PprgNote]) -> NoteRow:
    if not notes:
        return NoteRow(step, "Tidak ada catatan", "–")
    said = [
        f"{note.text} ({note.written_by}, pengajuan ke-{note.version})"
        for note in notes
    ]
    answers = ["Sudah dijawab" if note.resolved_at else "Terbuka" for note in notes]
    return NoteRow(step, "\n".join(said), "\n".join(answers))


def _verdict_rows(document: PprgDocument) -> list[VerdictRow]:
    zone = zone_of(document.opd.region.zone)
    return [
        VerdictRow(
            str(each.get_office_display()),
            f"{each.reviewer}, {tanggal(each.given_at.astimezone(zone).date())} "
            f"(pengajuan ke-{each.version})",
            str(each.get_answer_display()),
            each.text or "–",
        )
        for each in document.verdicts.select_related("reviewer")
    ]


def _overruled(documents: list[PprgDocument]) -> list[Overruled]:
    """Two queries, however many documents."""
    chosen = [each for each in documents if each.approval_reason]
    if not chosen:
        return []
    said: dict[int, dict[int, list[str]]] = {}
    verdicts = Verdict.objects.filter(document__in=chosen, answer=Verdict.Answer.REJECT)
    for each in verdicts.select_related("reviewer"):
        told = f"{each.get_office_display()} ({each.reviewer}): {each.text}"
        said.setdefault(each.document_id, {}).setdefault(each.version, []).append(told)
    return [
        Overruled(
            f"{document.get_kind_display()} {document.title}",
            "; ".join(said[document.pk][max(said[document.pk])]),
            document.approval_reason,
            str(document.approved_by),
        )
        for document in chosen
        if document.pk in said
    ]
