"""Each scan stands for itself: slow files, shut reports, and PDF that grow too long."""

from __future__ import annotations

import subprocess

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from focal_points.paper_forms import actions, evidence, jobs
from focal_points.paper_forms.models import (
    JobState,
    Kind,
    Outcome,
    PaperJob,
    ScanFile,
    ScanPage,
)
from focal_points.progress.models import Progress
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.hats import actor_under
from pug_portal.lib import scan
from pug_portal.lib.sniff import NotAllowed
from tests.make import paper
from tests.make import progress as make


def test_a_file_that_never_ends_is_stopped_within_the_lease(monkeypatch):
    asked = []

    def run(command, **how):
        asked.append((int(command[-1]), how["timeout"]))
        raise subprocess.TimeoutExpired(command, how["timeout"])

    monkeypatch.setattr(scan.subprocess, "run", run)

    for most in (scan.MOST_SECONDS, 7):
        with pytest.raises(NotAllowed, match="tidak dapat dibaca"):
            scan.pages_in_child(b"x", "png", "a.png", most_seconds=most)
    assert all(max(one) < jobs.LEASE.total_seconds() for one in asked)
    assert asked[1] == (7, 7)


def test_a_slow_file_is_told_and_the_job_ends(world, period, monkeypatch, here):
    def slow(content, kind, name, **how):
        if name == "lambat.png":
            raise NotAllowed(f"“{name}” tidak dapat dibaca.")
        return found(content, kind, name)

    found = jobs.pages_in_child
    monkeypatch.setattr(jobs, "pages_in_child", slow)
    own = paper.reference(period, world.dinkes).text
    job = actions.take_scans(
        period=period,
        uploads=[paper.photo(name="lambat.png"), paper.photo(own)],
        by=world.ratih,
    )

    jobs.run(job.pk)

    job.refresh_from_db()
    assert job.state == JobState.READY
    assert ScanPage.objects.get().outcome == Outcome.ATTACHED
    assert [f.refusal for f in job.files.all()] == ["“lambat.png” tidak dapat dibaca.", ""]  # fmt: skip


def test_when_the_time_is_over_the_rest_is_told_unread(world, period, here):
    job = actions.take_scans(period=period, uploads=[paper.photo()], by=world.ratih)

    jobs.run(job.pk, most_seconds=1)

    job.refresh_from_db()
    assert job.state == JobState.READY
    assert "Unggah berkas ini sendiri" in ScanFile.objects.get().refusal


def test_a_report_that_cannot_be_mended_costs_the_others_nothing(
    world, period, bring, here, monkeypatch
):
    def attach(*, opd, **facts):
        if opd == world.dinkes:
            raise RuntimeError("a PDF of before that is broken")
        real(opd=opd, **facts)

    real = jobs.attach_pages
    monkeypatch.setattr(jobs, "attach_pages", attach)
    codes = [paper.reference(period, opd).text for opd in (world.dinkes, world.dlh)]

    job = bring(world.siti, *[paper.photo(code) for code in codes])

    first, second = ScanPage.objects.filter(file__job=job).order_by("file__order")
    assert (first.outcome, first.reason) == (Outcome.OPEN, jobs.BROKEN)
    assert first.picture is not None
    assert (second.outcome, job.state) == (Outcome.ATTACHED, JobState.READY)


@pytest.mark.slow
def test_by_hand_too_a_shut_report_refuses_only_its_own_pages(
    world, period, bring, here
):
    make.progress_at(
        "diajukan", opd=world.dinkes, filler=world.ratih, verifier=world.siti
    )
    job = bring(world.siti, paper.photo(), paper.photo(ink="Dua"))
    shut, open_ = ScanPage.objects.filter(file__job=job).order_by("file__order")
    with pytest.raises(Refusal, match="berstatus"):
        actions.assign_pages(job=job, chosen={shut.pk: world.dinkes.pk}, by=world.siti)

    done = actions.assign_pages(
        job=job,
        chosen={shut.pk: world.dinkes.pk, open_.pk: world.dlh.pk},
        by=world.siti,
    )

    assert (done.pages, len(done.refused)) == (1, 1)
    shut.refresh_from_db()
    assert (shut.outcome, "berstatus" in shut.reason) == (Outcome.OPEN, True)
    assert shut.picture is not None
    assert Progress.objects.filter(opd=world.dlh).exists()


def test_a_second_hat_is_told_that_the_forms_are_being_made(world, period):
    actions.ask_print(period=period, by=world.siti)
    second = world.siti.user.assignments.get()
    second.pk = None
    second.save()
    other = actor_under(second, world.siti.user)

    with pytest.raises(Refusal, match="peran yang lain"):
        actions.ask_print(period=period, by=other)
    PaperJob.objects.update(state=JobState.READY)
    assert actions.ask_print(period=period, by=other).kind == Kind.PRINT


@pytest.mark.slow
@pytest.mark.parametrize("limit", ["MOST_JOINED", "MOST_JOINED_BYTES"])
def test_the_joined_pdf_of_a_report_does_not_grow_for_ever(
    limit, world, period, bring, here, monkeypatch
):
    code = paper.reference(period, world.dinkes).text
    bring(world.ratih, paper.photo(code))
    monkeypatch.setattr(evidence, limit, 1)

    job = bring(world.ratih, paper.photo(code, ink="Kedua"))

    page = ScanPage.objects.get(file__job=job)
    assert (page.outcome, "paling b" in page.reason) == (Outcome.REFUSED, True)
    assert Progress.objects.get().files.count() == 1


@pytest.mark.slow
def test_a_scan_that_came_in_parts_is_read_like_the_others(
    world, period, here, client_of
):
    content = paper.photo(paper.reference(period, world.dinkes).text).read()
    ratih, size = client_of(world.ratih), len(content)
    facts = {"kunci": "tabcdefgh1", "ukuran": size, "nama": "foto.png"}
    for start, end in ((0, size // 2), (size // 2, size)):
        piece = SimpleUploadedFile("potongan", content[start:end])
        ratih.post(reverse("file-part"), {**facts, "mulai": start, "potongan": piece})

    url = reverse("paper-scan", args=[period.pk])
    answer = ratih.post(url, {"titipan": f"tabcdefgh1:{size}:foto.png"})

    assert answer.status_code == 302
    assert ScanPage.objects.get().outcome == Outcome.ATTACHED
