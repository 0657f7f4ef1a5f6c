"""Asking: one job per semester, editions counted, the broker not needed."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from pokja.reports import actions, jobs, tasks
from pokja.reports.models import JobState, PokjaReport
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.lib.dates import Semester
from tests.make import reports as make

pytestmark = pytest.mark.usefixtures("january")


def test_it_makes_a_row_and_sends_its_id_after_the_commit(
    world, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as waiting:
        report = make.requested(world)
    assert sent == []

    for callback in waiting:
        callback()

    assert sent == [report.pk]
    assert (report.job_state, report.edition) == (JobState.QUEUED, 1)
    assert report.title == "Laporan Pokja PUG Kabupaten Blora Semester II 2020"
    assert len(report.code) == 19


def test_it_is_in_the_trail(world):
    make.requested(world)

    assert Event.objects.filter(verb="report.requested").count() == 1


def test_asked_twice_the_running_one_is_the_answer(world):
    first = make.requested(world)

    second, is_new = actions.request_report(
        region=world.blora, semester=make.SEMESTER, inputs={}, by=world.siti
    )

    assert (second, is_new) == (first, False)
    assert PokjaReport.objects.count() == 1


def test_the_database_too_knows_only_one_job_per_semester(world):
    first = make.requested(world)
    first.pk, first.edition, first.code = None, 2, "X"

    with pytest.raises(IntegrityError), transaction.atomic():
        first.save(force_insert=True)


def test_another_semester_is_another_job(world):
    make.requested(world)

    assert make.requested(world, Semester(2020, 1)).edition == 1


def test_editions_are_counted(world):
    make.ready(world)

    assert make.requested(world).edition == 2


def test_a_semester_that_has_not_begun_is_refused(world):
    with pytest.raises(Refusal, match="belum dimulai"):
        make.requested(world, Semester(2021, 2))


@pytest.mark.parametrize("name", ["ratih", "hasan", "wati", "yusuf", "admin", "baru"])
def test_only_the_desks_may_ask(world, name):
    with pytest.raises(PermissionDenied):
        actions.request_report(
            region=world.blora,
            semester=make.SEMESTER,
            inputs={},
            by=getattr(world, name),
        )


@pytest.mark.parametrize("name", ["budi", "prov"])
def test_another_region_may_not_ask_for_this_one(world, name):
    with pytest.raises(PermissionDenied, match="daerahnya sendiri"):
        actions.request_report(
            region=world.blora,
            semester=make.SEMESTER,
            inputs={},
            by=getattr(world, name),
        )


def test_a_broker_that_is_down_loses_nothing(
    world, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    def refuse(*args, **options):
        raise ConnectionError("broker")

    monkeypatch.setattr(tasks.build_report, "apply_async", refuse)

    with django_capture_on_commit_callbacks(execute=True):
        report = make.requested(world)

    report.refresh_from_db()
    assert report.job_state == JobState.QUEUED
    PokjaReport.objects.update(lease_until=None)
    assert jobs.requeue_lost() == [report.pk]


def test_retry_starts_a_failed_job_anew(world):
    report = make.requested(world)
    PokjaReport.objects.update(job_state=JobState.FAILED, attempts=3, job_error="x")

    actions.retry_report(report=report, by=world.siti)

    report.refresh_from_db()
    assert (report.job_state, report.attempts) == (JobState.QUEUED, 0)
    assert report.job_error == ""


def test_what_has_not_failed_is_not_retried(world):
    with pytest.raises(Refusal, match="gagal"):
        actions.retry_report(report=make.requested(world), by=world.siti)


def test_retry_waits_while_another_edition_is_made(world):
    failed = make.requested(world)
    PokjaReport.objects.update(job_state=JobState.FAILED)
    make.requested(world)

    with pytest.raises(Refusal, match="sedang disusun"):
        actions.retry_report(report=failed, by=world.siti)


def test_cancelling_ends_the_job_and_says_who(world):
    report = actions.cancel_report(report=make.requested(world), by=world.joko)

    assert report.has_failed
    assert "Joko Purwanto" in report.job_error


def test_what_is_finished_cannot_be_cancelled(world):
    with pytest.raises(Refusal, match="sudah selesai"):
        actions.cancel_report(report=make.ready(world), by=world.joko)
