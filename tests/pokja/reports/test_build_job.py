"""The job: leases, failures that name their step, lost workers, one render per facts."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from pokja.reports import actions, jobs, pdf, tasks
from pokja.reports.content import CONTENT_VERSION, from_json
from pokja.reports.models import JobState, PokjaReport
from pug_portal.audit.models import Event
from pug_portal.files.actions import open_file
from pug_portal.lib import pages
from pug_portal.lib.pdf import RenderError
from tests.make import reports as make

pytestmark = pytest.mark.usefixtures("january")


@pytest.fixture
def renders(monkeypatch):
    """A renderer that tells two steps and counts how often it was asked."""
    seen = []

    def render(content, *, progress=None):
        seen.append(content)
        progress("Menata halaman", 50)
        return b"%PDF-1.7 " + content.stamp.code.encode()

    monkeypatch.setattr(pdf, "render", render)
    monkeypatch.setattr(jobs, "pages_of", lambda content, name, **_: 41)
    return seen


def built(report: PokjaReport) -> PokjaReport:
    jobs.build(report.pk)
    report.refresh_from_db()
    return report


def abandoned(report: PokjaReport, attempts: int = 1) -> PokjaReport:
    """A worker took it and died."""
    PokjaReport.objects.filter(pk=report.pk).update(
        job_state=JobState.RENDERING,
        job_step="Menata halaman",
        attempts=attempts,
        started_at=timezone.now() - dt.timedelta(hours=1),
        lease_until=timezone.now() - dt.timedelta(seconds=1),
    )
    report.refresh_from_db()
    return report


@pytest.mark.slow
@pytest.mark.stands_on(add=make.blora)
def test_it_collects_freezes_renders_and_stores(world, renders):
    report = built(make.requested(world, issues="Upah"))

    assert (report.job_state, report.job_percent) == (JobState.READY, 100)
    assert open_file(report.pdf) == b"%PDF-1.7 " + report.code.encode()
    assert report.pdf.name == f"{report.title}.pdf"
    assert report.pdf.pages == 41
    content = from_json(report.content)
    assert content.texts.issues == "Upah"
    assert content.stamp.verify_url.endswith(f"/verifikasi/{report.code}/")
    assert dict(report.key_figures)["Rapat pada semester ini"] == "1"
    assert Event.objects.filter(verb="report.built").exists()


@pytest.mark.slow
@pytest.mark.stands_on(add=make.blora)
def test_content_of_an_earlier_release_is_collected_anew(world, renders):
    report = abandoned(make.requested(world))
    PokjaReport.objects.update(content={"version": CONTENT_VERSION - 1, "indices": []})

    report = built(report)

    assert report.job_state == JobState.READY
    assert report.content["version"] == CONTENT_VERSION


@pytest.mark.slow
def test_a_second_message_for_the_same_job_does_nothing(world, renders):
    report = built(make.requested(world))

    jobs.build(report.pk)

    assert len(renders) == 1


def test_a_job_that_somebody_holds_is_left_alone(world, renders):
    report = make.requested(world)
    PokjaReport.objects.update(
        job_state=JobState.RENDERING,
        lease_until=timezone.now() + dt.timedelta(minutes=1),
    )

    assert built(report).job_state == JobState.RENDERING
    assert renders == []


@pytest.mark.slow
@pytest.mark.stands_on(add=make.blora)
def test_the_same_facts_are_never_rendered_twice(world, renders):
    first = built(make.requested(world))

    second = built(make.requested(world))

    assert len(renders) == 1
    assert second.same_as == first
    assert second.pdf == first.pdf
    assert make.requested(world).edition == 2


@pytest.mark.slow
@pytest.mark.stands_on(add=make.blora)
def test_changed_facts_are_a_new_edition(world, renders):
    first = built(make.requested(world))
    make.another_opd(world, 9)

    second = built(make.requested(world))

    assert second.same_as is None
    assert (first.edition, second.edition) == (1, 2)


@pytest.mark.slow
@pytest.mark.stands_on(add=make.blora)
def test_later_changes_do_not_touch_a_frozen_report(world, renders):
    report = built(make.requested(world))
    frozen = report.content

    make.another_opd(world, 9)

    report.refresh_from_db()
    assert report.content == frozen


def test_a_failed_render_says_at_which_step(world, renders, monkeypatch):
    def fail(content, *, progress=None):
        raise RenderError("Menata halaman", "huruf tidak ditemukan")

    monkeypatch.setattr(pdf, "render", fail)

    report = built(make.requested(world))

    assert report.has_failed
    assert "«Menata halaman»" in report.job_error
    assert "huruf tidak ditemukan" in report.job_error
    assert Event.objects.filter(verb="report.failed").exists()


def test_an_unexpected_failure_while_collecting_is_told_too(
    world, renders, monkeypatch
):
    def fail(*args):
        raise LookupError("tabel hilang")

    monkeypatch.setattr(jobs, "collect", fail)

    report = built(make.requested(world))

    assert report.has_failed
    assert "«Mengumpulkan data»" in report.job_error


@pytest.mark.slow
def test_a_retry_prints_what_was_frozen_at_the_first_attempt(
    world, renders, monkeypatch
):
    make.blora(world)
    good = pdf.render

    def fail(content, *, progress=None):
        raise RenderError("Menulis PDF", "penuh")

    monkeypatch.setattr(pdf, "render", fail)
    report = built(make.requested(world))
    frozen = report.content
    make.another_opd(world, 9)
    monkeypatch.setattr(pdf, "render", good)

    actions.retry_report(report=report, by=world.joko)
    report = built(report)

    assert report.is_ready
    assert report.content == frozen


def test_a_cancelled_render_stops_and_stores_nothing(world, renders, monkeypatch):
    report = make.requested(world)

    def cancelled_meanwhile(content, *, progress=None):
        actions.cancel_report(report=report, by=world.joko)
        progress("Menulis PDF", 80)
        raise AssertionError("the render went on")

    monkeypatch.setattr(pdf, "render", cancelled_meanwhile)

    assert built(report).has_failed
    assert report.pdf is None
    assert "Dibatalkan" in report.job_error


def test_a_worker_whose_lease_has_passed_may_not_write(world):
    report = abandoned(make.requested(world))
    late = jobs.Ticket(report)
    PokjaReport.objects.update(attempts=2)

    with pytest.raises(jobs.LeaseLost):
        late.write(job_percent=90)


def test_beat_finds_a_lost_job_and_queues_it_again(world, sent):
    report = abandoned(make.requested(world))

    tasks.requeue_lost()

    report.refresh_from_db()
    assert sent == [report.pk]
    assert report.job_state == JobState.QUEUED
    assert report.lease_until > timezone.now()


def test_a_job_that_waits_in_the_queue_is_not_sent_over_and_over(world, sent):
    make.requested(world)

    tasks.requeue_lost()

    assert sent == []


def test_a_message_the_broker_lost_is_sent_again(world, sent):
    report = make.requested(world)
    PokjaReport.objects.update(lease_until=timezone.now() - dt.timedelta(seconds=1))

    tasks.requeue_lost()

    assert sent == [report.pk]


def test_an_old_job_with_a_living_lease_is_not_lost(world, sent):
    report = make.requested(world)
    PokjaReport.objects.filter(pk=report.pk).update(
        job_state=JobState.RENDERING,
        requested_at=timezone.now() - dt.timedelta(days=2),
        lease_until=timezone.now() + dt.timedelta(minutes=1),
    )

    tasks.requeue_lost()

    assert sent == []


def test_after_three_lost_workers_it_fails_and_says_where(world, sent):
    report = abandoned(make.requested(world), attempts=jobs.MAX_ATTEMPTS)

    tasks.requeue_lost()

    report.refresh_from_db()
    assert report.has_failed
    assert "Pekerja berhenti 3 kali" in report.job_error
    assert "«Menata halaman»" in report.job_error
    assert sent == []


def test_a_lost_job_taken_up_again_becomes_ready(world, renders):
    report = built(abandoned(make.requested(world)))

    assert report.is_ready
    assert report.attempts == 2


def test_signs_of_life_renew_the_lease(world):
    report = make.requested(world)
    PokjaReport.objects.update(job_state=JobState.RENDERING, lease_until=timezone.now())
    report.refresh_from_db()

    jobs.Ticket(report).tell("Menata halaman", 50)

    report.refresh_from_db()
    assert report.lease_until > timezone.now() + dt.timedelta(minutes=2)
    assert (report.job_step, report.job_percent) == ("Menata halaman", 52)


@pytest.mark.slow
@pytest.mark.stands_on(add=make.blora)
def test_the_whole_job_with_the_real_renderer(world):
    report = built(make.requested(world))

    assert report.is_ready, report.job_error
    content = open_file(report.pdf)
    assert report.pdf.pages == pages.pages_of(content, "x.pdf") > 20
