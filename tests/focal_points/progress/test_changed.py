"""What changed after the approval: counted, shown old beside new, asked about alone."""

from __future__ import annotations

import copy

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.board_lines import note_of
from focal_points.progress.changed import changes, unchecked, verified_version
from focal_points.progress.content import snapshot
from focal_points.progress.desk import why_one_by_one
from focal_points.progress.differences import differences
from focal_points.progress.models import State
from focal_points.progress.queries import board
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import progress as make

KEYS = {"gap_count", "obstacles"}
SENTENCE = "2 isian berubah sejak diverifikasi"


def content(**fields):
    row = {"id": 7, "name": "Kelas ibu", "men": 0, "women": None}
    file = {"id": "a", "name": "hadir.pdf", "caption": ""}
    return {"fields": fields, "activities": [row], "files": [file]}


def test_every_answer_that_differs_has_a_key_and_its_own_fingerprint():
    old = content(gap_count=3, obstacles="")
    new = copy.deepcopy(old)
    new["fields"] = {"gap_count": 0, "obstacles": None}
    new["activities"][0] |= {"women": 0}
    new["activities"].append({"id": 8, "name": "Posyandu"})
    new["files"][0]["caption"] = "Daftar hadir"

    found = {row.key: row.fingerprint for row in differences(old, new)}

    assert list(found) == ["gap_count", "kegiatan-7-women", "kegiatan-8", "bukti-a"]
    new["fields"]["gap_count"] = None
    new["activities"][1]["men"] = 4
    again = {row.key: row.fingerprint for row in differences(old, new)}
    same = {key for key in found if found[key] == again[key]}
    assert same == {"kegiatan-7-women", "bukti-a"}


@pytest.fixture
def changed(world, report_at):
    """Verified, opened again, two answers mended, sent again, the reason answered."""
    report = report_at(State.VERIFIED)
    actions.reopen(progress=report, reason="Angka GAP salah", by=world.siti)
    make.filled(report, world.ratih, gap_count=4, obstacles="Sudah terpilah.")
    make.sent(report, world.ratih)
    actions.resolve_note(
        note=report.notes.get(), resolution="diperbaiki", by=world.siti
    )
    return make.fresh(report)


def marks_of(report) -> dict[str, str]:
    found = changes(verified_version(report), snapshot(report))
    return {each.difference.key: each.mark for each in found}


@pytest.mark.slow
def test_only_what_changed_is_asked_again_and_then_it_is_verified(world, changed):
    with pytest.raises(Refusal, match=f"{SENTENCE} dan belum ditandai"):
        actions.verify(progress=changed, by=world.siti)
    marks = marks_of(changed)
    assert set(marks) == KEYS
    assert changed.changed_count == 2
    assert why_one_by_one(changed) == SENTENCE
    row = next(row for row in board(changed.period) if row.opd == changed.opd)
    assert SENTENCE in note_of(row, changed.period.region.zone)

    actions.recheck(progress=changed, marks=[marks["gap_count"]], by=world.siti)
    actions.recheck(progress=changed, marks=list(marks.values()), by=world.siti)

    assert unchecked(changed) == []
    told = Event.objects.about(changed).filter(verb="progress.rechecked")
    assert [len(event.changes) for event in told] == [1, 1]
    done = actions.verify(progress=changed, by=world.siti)
    assert (done.state, done.changed_count) == (State.VERIFIED, 0)
    assert verified_version(done).number == 2


@pytest.mark.slow
def test_a_tick_counts_for_the_answer_that_was_seen_and_for_no_other(world, changed):
    marks = marks_of(changed)
    actions.recheck(progress=changed, marks=list(marks.values()), by=world.siti)
    make.returned(changed, world.siti, "Hitung lagi GAP.")
    make.filled(changed, world.ratih, gap_count=5, obstacles="Sudah terpilah.")
    make.sent(changed, world.ratih)

    stale = actions.recheck(progress=changed, marks=[marks["gap_count"]], by=world.siti)

    assert stale == []
    assert [each.difference.key for each in unchecked(make.fresh(changed))] == [
        "gap_count"
    ]


def test_sent_again_without_a_change_nothing_is_asked(world, report_at):
    report = report_at(State.VERIFIED)
    actions.reopen(progress=report, reason="Lampirkan lembar", by=world.siti)
    make.sent(report, world.ratih)
    note = report.notes.get()
    actions.resolve_note(note=note, resolution="diperbaiki", by=world.siti)

    assert make.fresh(report).changed_count == 0
    assert actions.verify(progress=report, by=world.siti).state == State.VERIFIED


@pytest.mark.slow
def test_nobody_ticks_who_may_not_verify(world, changed):
    for who in (world.ratih, world.hasan, world.joko, world.budi, world.wati):
        with pytest.raises(PermissionDenied):
            actions.recheck(progress=changed, marks=["x"], by=who)


@pytest.mark.slow
def test_the_page_shows_old_beside_new_and_keeps_the_ticks(world, changed, client_of):
    siti = client_of(world.siti)
    url = reverse("progress-review", args=[changed.pk])
    marks = list(marks_of(changed).values())

    shown = siti.get(url).content.decode()
    assert SENTENCE in shown
    assert shown.count('name="periksa"') == 2
    assert "Isian lain tetap terverifikasi" in shown
    assert SENTENCE in siti.get(reverse("progress-queue")).content.decode()
    some = siti.post(url, {"aksi": "verifikasi", "periksa": [marks[0], "x|y"]})
    assert some.status_code == 422
    assert some.content.decode().count('name="periksa"') == 1
    siti.post(url, {"aksi": "verifikasi", "periksa": marks})

    assert make.fresh(changed).state == State.VERIFIED


@pytest.mark.slow
def test_the_head_reads_what_changed_since_he_approved(world, report_at, client_of):
    report = report_at(State.AWAITING_HEAD)
    actions.approve_as_head(progress=report, by=world.hasan)
    hasan, url = client_of(world.hasan), reverse("progress-approve", args=[report.pk])
    assert b"Berubah sejak persetujuan" not in hasan.get(url).content
    actions.stop_asking(progress=report, by=world.ratih)
    make.filled(report, world.ratih, gap_count=9)
    make.ask(report, world.ratih)

    shown = hasan.get(url).content.decode()

    assert "1 isian berubah sejak Bapak/Ibu menyetujui" in shown
