"""A stack of scanned pages finds its reports: what is attached, and what is not."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from focal_points.paper_forms import actions, jobs
from focal_points.paper_forms.evidence import CAPTION
from focal_points.paper_forms.models import (
    JobState,
    Outcome,
    PaperJob,
    ScanFile,
    ScanPage,
)
from focal_points.paper_forms.queries import result_of
from focal_points.progress.models import Progress, State
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.files.actions import open_file
from pug_portal.lib.dates import Semester
from tests.make import paper
from tests.make import progress as make

pytestmark = pytest.mark.usefixtures("here")


def outcomes(job: PaperJob) -> list[str]:
    pages = ScanPage.objects.filter(file__job=job).order_by("file__order", "number")
    return [page.outcome for page in pages]


def evidence_of(report: Progress):
    return report.files.select_related("file").get()


def pages_in(report: Progress) -> int:
    return len(PdfReader(io.BytesIO(open_file(evidence_of(report).file))).pages)


def scanned_in() -> int:
    return Event.objects.filter(verb="progress.scanned_in").count()


@pytest.mark.slow
def test_a_stack_of_the_office_lands_in_the_right_reports(world, period, bring):
    own = make.draft(world.dinkes, world.ratih, period)
    told = [paper.reference(period, world.dinkes, n).text for n in (1, 2)]
    dlh = paper.reference(period, world.dlh).text
    other = paper.reference(period, world.dinkes, region="33.17").text
    before = paper.reference(period, world.dinkes, semester=Semester(2019, 2)).text
    odd = [paper.forged(paper.reference(period, world.dlh))]

    job = bring(
        world.siti,
        paper.scan([told[1]], [dlh], [], [other], [before], odd, [told[0]]),
    )

    A, R = Outcome.ATTACHED, Outcome.REFUSED
    assert job.state == JobState.READY
    assert outcomes(job) == [A, A, Outcome.OPEN, R, R, R, A]
    assert (evidence_of(own).caption, pages_in(own)) == (CAPTION, 2)
    places = ScanPage.objects.filter(evidence__progress=own).order_by("place")
    assert [page.page for page in places] == [1, 2]
    # The OPD's own report stays its own; one the office began is marked as such.
    own.refresh_from_db()
    begun = Progress.objects.get(period=period, opd=world.dlh)
    assert (own.is_on_behalf, begun.is_on_behalf) == (False, True)
    assert scanned_in() == 2
    lacking = {each.opd: each.lacking for each in result_of(job).reports}
    assert lacking == {
        world.dinkes: [],
        world.dlh: ["halaman 2 dari 2 belum ada"],
    }
    assert not ScanPage.objects.filter(outcome__in=[A, R]).exclude(picture=None)


@pytest.mark.slow
def test_an_opd_brings_only_its_own_pages(world, period, bring):
    own = paper.reference(period, world.dinkes).text
    others = [
        paper.reference(period, world.dlh).text,
        paper.reference(period, world.dinkes_rembang, region="33.17").text,
    ]

    job = bring(world.ratih, paper.scan([own], *[[text] for text in others]))

    assert outcomes(job) == [Outcome.ATTACHED, Outcome.REFUSED, Outcome.REFUSED]
    refused = ScanPage.objects.filter(outcome=Outcome.REFUSED)
    assert len({page.reason for page in refused}) == 1
    assert {page.opd for page in refused} == {None}
    assert [r.opd for r in Progress.objects.all()] == [world.dinkes]


@pytest.mark.slow
def test_the_same_scan_twice_changes_nothing(world, period, bring):
    text = paper.reference(period, world.dinkes).text
    bring(world.ratih, paper.scan([text]))
    report = Progress.objects.get()
    before = (evidence_of(report).pk, report.version, scanned_in())

    again = bring(world.ratih, paper.scan([text], name="lagi.pdf"))

    report.refresh_from_db()
    assert outcomes(again) == [Outcome.TWIN]
    assert (evidence_of(report).pk, report.version, scanned_in()) == before
    jobs.run(again.pk)  # a job that is done is done
    assert evidence_of(report).pk == before[0]


@pytest.mark.slow
def test_a_page_that_was_missing_joins_the_pdf_in_its_place(world, period, bring):
    told = [paper.reference(period, world.dinkes, n, 3).text for n in (1, 2, 3)]
    bring(world.ratih, paper.photo(told[2], name="3.png"), paper.photo(told[0]))
    report = Progress.objects.get()
    first = evidence_of(report)
    first.caption = "Diberi nama OPD"
    first.save()

    job = bring(world.ratih, paper.photo(told[1]))

    row = evidence_of(report)
    assert (row.caption, pages_in(report)) == ("Diberi nama OPD", 3)
    texts = ScanPage.objects.filter(evidence=row).order_by("place")
    assert [page.page for page in texts] == [1, 2, 3]
    assert result_of(job).reports[0].lacking == []
    told_of = Event.objects.filter(verb="progress.scanned_in").latest("pk").changes
    assert told_of["Halaman"][1].startswith("halaman 1 dari 3, halaman 2 dari 3")


@pytest.mark.slow
@pytest.mark.parametrize("state", [State.SUBMITTED, State.VERIFIED])
def test_a_report_that_is_shut_refuses_and_costs_the_others_nothing(
    world, period, bring, state
):
    make.progress_at(state, opd=world.dinkes, filler=world.ratih, verifier=world.siti)
    shut = paper.reference(period, world.dinkes).text
    open_ = paper.reference(period, world.dlh).text

    job = bring(world.siti, paper.scan([shut], [open_]))

    refused = ScanPage.objects.get(file__job=job, outcome=Outcome.REFUSED)
    assert "berstatus" in refused.reason
    assert outcomes(job) == [Outcome.REFUSED, Outcome.ATTACHED]
    assert not ScanPage.objects.filter(evidence__progress__opd=world.dinkes)


def test_a_locked_period_refuses(world, period, bring, clock):
    clock(make.AFTER_LOCK)

    job = bring(world.ratih, paper.photo(paper.reference(period, world.dinkes).text))

    assert "sudah dikunci" in ScanPage.objects.get(file__job=job).reason
    assert not Progress.objects.exists()


@pytest.mark.slow
def test_pages_that_told_nothing_are_assigned_by_hand(world, period, bring):
    job = bring(world.siti, paper.scan([], []))
    first, second = ScanPage.objects.filter(file__job=job).order_by("number")
    chosen = {first.pk: world.dinkes.pk, second.pk: None}

    number = actions.assign_pages(job=job, chosen=chosen, by=world.siti)
    again = actions.assign_pages(job=job, chosen=chosen, by=world.siti)

    report = Progress.objects.get(opd=world.dinkes)
    assert (number.pages, again.pages, pages_in(report)) == (2, 0, 1)
    assert outcomes(job) == [Outcome.ATTACHED, Outcome.DROPPED]


def test_empty_backs_of_sheets_are_passed_over(world, period, bring):
    job = bring(world.siti, paper.photo(ink=" "), paper.photo(ink="Tanda tangan"))

    assert outcomes(job) == [Outcome.DROPPED, Outcome.OPEN]
    assert result_of(job).dropped == 1


def test_by_hand_too_an_opd_reaches_its_own_report_alone(world, period, bring):
    job = bring(world.ratih, paper.photo())
    page = ScanPage.objects.get(file__job=job)

    for stranger in (world.dlh, world.dinkes_rembang):
        with pytest.raises(Refusal):
            actions.assign_pages(job=job, chosen={page.pk: stranger.pk}, by=world.ratih)
    assert not Progress.objects.exists()


def test_a_hat_that_ended_before_the_work_attaches_nothing(world, period, bring):
    job = actions.take_scans(
        period=period,
        uploads=[paper.photo(paper.reference(period, world.dinkes).text)],
        by=world.ratih,
    )
    world.ratih.user.assignments.update(end="2020-12-01")

    jobs.run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.FAILED, jobs.HAT_ENDED)
    assert not Progress.objects.exists()


def test_two_presses_are_one_upload_and_lost_work_goes_on(world, period):
    def take():
        upload = paper.photo(paper.reference(period, world.dinkes).text)
        return actions.take_scans(period=period, uploads=[upload], by=world.ratih)

    job = take()
    assert take() == job
    PaperJob.objects.update(lease_until="2020-01-01T00:00Z", attempts=1)
    assert jobs.requeue_lost() == [job.pk]
    PaperJob.objects.update(lease_until="2020-01-01T00:00Z", attempts=3)
    assert jobs.requeue_lost() == []
    job.refresh_from_db()
    assert (job.state, "3 kali" in job.error) == (JobState.FAILED, True)


def test_bad_files_are_refused_before_anything_is_kept(world, period, monkeypatch):
    def refused(*uploads) -> str:
        with pytest.raises(Refusal) as told:
            actions.take_scans(period=period, uploads=uploads, by=world.ratih)
        return told.value.sentence

    broken = paper.scan([])
    broken.file = io.BytesIO(broken.file.getvalue()[:400])
    assert "terpotong" in refused(broken)
    html = paper.photo()
    html.file = io.BytesIO(b"<html><script>")
    assert "HTML" in refused(html)
    monkeypatch.setattr(actions, "MOST_IN_FILE", 1)
    assert "paling banyak 1 per" in refused(paper.scan([], []))
    monkeypatch.setattr(actions, "MOST_FILES", 1)
    assert "Paling banyak 1 berkas" in refused(paper.photo(), paper.photo())
    monkeypatch.setattr(actions, "MOST_BYTES", 10)
    assert "bersama-sama" in refused(paper.photo())
    assert not PaperJob.objects.exists()


@pytest.mark.slow
def test_what_nobody_came_for_goes_and_evidence_stays(world, period, bring):
    job = bring(
        world.siti, paper.scan([], [paper.reference(period, world.dinkes).text])
    )
    PaperJob.objects.update(finished_at="2020-12-01T00:00Z")

    assert jobs.drop_old() == 2

    assert outcomes(job) == [Outcome.DROPPED, Outcome.ATTACHED]
    assert not ScanPage.objects.exclude(thumb=None, picture=None)
    assert pages_in(Progress.objects.get()) == 1


def test_files_that_a_failed_job_never_read_go_too(world, period):
    actions.take_scans(period=period, uploads=[paper.photo()], by=world.ratih)
    PaperJob.objects.update(state=JobState.FAILED, finished_at="2020-12-01T00:00Z")

    assert jobs.drop_old() == 1

    assert not ScanFile.objects.exclude(content=None).exists()
