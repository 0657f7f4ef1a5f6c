"""One ZIP of a meeting: everything that belongs to it, each file with its hash."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.urls import reverse
from openpyxl import load_workbook

from pokja.archive import actions
from pokja.archive.building import LIST
from pokja.letters import jobs, tasks
from pokja.meetings.file_actions import attach_file, delete_meeting
from pokja.meetings.follow_up_actions import report_follow_up
from pug_portal.access.refusal import Refusal
from tests.make import meetings as make


@pytest.fixture
def archive(monkeypatch, django_capture_on_commit_callbacks):
    """Asks, lets it commit, and does the work of the worker."""
    ids: list[int] = []
    monkeypatch.setattr(
        tasks.run_letter_job, "apply_async", lambda args, **_: ids.append(args[0])
    )

    def act(meeting, by):
        with django_capture_on_commit_callbacks(execute=True):
            job = actions.ask_archive(meeting=meeting, by=by)
        for job_id in ids:
            jobs.run(job_id)
        ids.clear()
        job.refresh_from_db()
        return job

    return act


def opened(job) -> zipfile.ZipFile:
    with default_storage.open(job.path) as stored:
        return zipfile.ZipFile(io.BytesIO(stored.read()))


def table(archive: zipfile.ZipFile, name: str) -> list[dict[str, object]]:
    book = load_workbook(io.BytesIO(archive.read(name)))
    header, *rows = book.active.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.slow
def test_the_archive_holds_every_document_and_the_hash_of_each(
    world, archive, monkeypatch, client_of, clock
):
    clock("2020-11-02")
    monkeypatch.setattr(
        "pokja.archive.members.minutes_pdf", lambda paper, _: b"%PDF notulen"
    )
    meeting = make.meeting_at("berlangsung", world)
    attach_file(meeting=meeting, upload=make.png(), kind="foto", by=world.siti)
    make.fill(meeting, world)
    make.minutes_actions.sign_minutes(meeting=meeting, notulis="Rina", by=world.siti)
    make.minutes_actions.settle_minutes(meeting=meeting, by=world.joko)
    row = meeting.recommendations.get()
    report_follow_up(
        recommendation=row,
        text="=1+1 sudah",
        upload=make.jpg("bukti.jpg"),
        by=world.ratih,
    )

    job = archive(meeting, world.siti)

    assert (job.state, job.error) == ("siap", "")
    files = opened(job)
    names = set(files.namelist()) - {LIST}
    assert names == {
        "notulen/notulen-versi-1.pdf",
        "foto/berkas-01-foto.png",
        "rekomendasi.xlsx",
        "bukti-tindak-lanjut/bukti-01-bukti.jpg",
    }
    listed = {row["Berkas"]: row["SHA-256"] for row in table(files, LIST)}
    assert listed == {
        name: hashlib.sha256(files.read(name)).hexdigest() for name in names
    }
    [told] = table(files, "rekomendasi.xlsx")
    assert told["Penanggung jawab"] == "Dinkes"
    assert "2 November 2020: =1+1 sudah" in told["Yang dikerjakan"]

    sent = client_of(world.joko).get(reverse("letter-job-download", args=[job.pk]))
    assert sent.getvalue().startswith(b"PK")
    page = client_of(world.siti).get(reverse("meeting-archive", args=[meeting.pk]))
    assert "Arsip berisi 4 berkas" in page.content.decode()


@pytest.mark.slow
def test_a_new_archive_takes_the_place_of_the_old_one(world, archive):
    meeting = make.meeting_at("rencana", world)
    attach_file(meeting=meeting, upload=make.png(), kind="bahan", by=world.siti)
    first = archive(meeting, world.siti)
    second = archive(meeting, world.siti)

    assert not default_storage.exists(first.path)
    assert opened(second).namelist() == ["bahan/berkas-01-foto.png", LIST]


@pytest.mark.slow
def test_a_deleted_meeting_leaves_no_archive_behind(
    world, archive, django_capture_on_commit_callbacks
):
    meeting = make.meeting_at("rencana", world)
    attach_file(meeting=meeting, upload=make.png(), kind="bahan", by=world.siti)
    job = archive(meeting, world.siti)

    with django_capture_on_commit_callbacks(execute=True):
        delete_meeting(meeting=meeting, reason="Salah catat", by=world.siti)

    assert not default_storage.exists(job.path)


@pytest.mark.slow
def test_strangers_and_empty_or_huge_meetings_get_none(world, monkeypatch, client_of):
    empty = make.meeting_at("rencana", world)
    with pytest.raises(Refusal, match="belum mempunyai"):
        actions.ask_archive(meeting=empty, by=world.siti)
    attach_file(meeting=empty, upload=make.png(), kind="bahan", by=world.siti)
    for stranger in (world.ratih, world.budi, world.prov, world.wati):
        with pytest.raises(PermissionDenied):
            actions.ask_archive(meeting=empty, by=stranger)
    monkeypatch.setattr(actions, "MOST_BYTES", 1)
    with pytest.raises(Refusal, match="melebihi"):
        actions.ask_archive(meeting=empty, by=world.siti)
    monkeypatch.setattr(actions, "MOST_BYTES", 10_000)
    job = actions.ask_archive(meeting=empty, by=world.siti)

    assert actions.ask_archive(meeting=empty, by=world.joko) == job
    for who, code in ((world.ratih, 403), (world.budi, 404), (world.prov, 404)):
        for name in ("letter-job", "letter-job-download"):
            answer = client_of(who).get(reverse(name, args=[job.pk]))
            assert answer.status_code == code
