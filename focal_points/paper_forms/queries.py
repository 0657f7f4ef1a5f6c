"""Reading for the pages of printed forms."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Count, Q

from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.paper_forms.content import Form, form_of
from focal_points.paper_forms.matching import missing
from focal_points.paper_forms.models import Kind, Outcome, PaperJob, ScanFile, ScanPage
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.models import Progress
from focal_points.progress.queries import content_for
from pug_portal.access.actor import Actor

SHOWN = 12
_COUNTED = {
    "attached": Outcome.ATTACHED,
    "waiting": Outcome.OPEN,
    "refused": Outcome.REFUSED,
}


def form_for(period: ReportingPeriod, opd: Opd, actor: Actor) -> Form:
    """Filled with what this actor may read of the report; else empty."""
    rows = Progress.objects.readable_by(actor).filter(period=period, opd=opd)
    progress = rows.select_related("opd__region", "period__region").first()
    content = content_for(progress, actor) if progress else None
    return form_of(period, opd, content)


@dataclass
class Report:
    """What a job brought to one report, and what that report has now."""

    opd: Opd
    pages: list[ScanPage] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    progress_id: int | None = None

    @property
    def fresh(self) -> list[ScanPage]:
        return [page for page in self.pages if page.outcome == Outcome.ATTACHED]

    @property
    def twins(self) -> int:
        return sum(page.outcome == Outcome.TWIN for page in self.pages)


@dataclass
class Result:
    reports: list[Report]
    open: list[ScanPage]
    refused: list[ScanPage]
    files: list[ScanFile]
    dropped: int


def result_of(job: PaperJob) -> Result:
    """The pictures stay in the base: a page of the list is named, not loaded."""
    rows = ScanPage.objects.filter(file__job=job).defer("thumb", "picture")
    pages = list(
        rows.select_related("opd", "file", "evidence")
        .defer("file__content")
        .order_by("file__order", "number")
    )
    reports: dict[int, Report] = {}
    day = job.period.figures_as_of
    for page in pages:
        is_there = page.outcome in (Outcome.ATTACHED, Outcome.TWIN)
        if is_there and page.opd is not None:
            called = named_on(page.opd, day)
            report = reports.setdefault(page.opd.pk, Report(called))
            report.pages.append(page)
            if page.evidence is not None:
                report.progress_id = page.evidence.progress_id
    _count_pages(job, reports)
    return Result(
        reports=sorted(reports.values(), key=lambda report: report.opd.name),
        open=[page for page in pages if page.outcome == Outcome.OPEN],
        refused=[page for page in pages if page.outcome == Outcome.REFUSED],
        files=list(job.files.exclude(refusal="").defer("content")),
        dropped=sum(page.outcome == Outcome.DROPPED for page in pages),
    )


def _count_pages(job: PaperJob, reports: dict[int, Report]) -> None:
    """Earlier uploads count too: what a report lacks is asked of the report."""
    there: dict[int, list[tuple[int | None, int | None]]] = {}
    rows = ScanPage.objects.filter(
        evidence__progress__period=job.period, evidence__progress__opd__in=reports
    ).order_by()
    for opd, page, pages in rows.values_list(
        "evidence__progress__opd", "page", "pages"
    ):
        there.setdefault(opd, []).append((page, pages))
    for opd, report in reports.items():
        report.lacking = missing(there.get(opd, []))


def jobs_of(period: ReportingPeriod, actor: Actor) -> list[PaperJob]:
    rows = PaperJob.objects.of(actor).filter(period=period, kind=Kind.SCAN)
    counted = {
        name: Count("files__pages", filter=Q(files__pages__outcome=outcome))
        for name, outcome in _COUNTED.items()
    }
    return list(rows.defer("content").annotate(**counted)[:SHOWN])


def print_job(period: ReportingPeriod, actor: Actor) -> PaperJob | None:
    rows = PaperJob.objects.of(actor).filter(period=period, kind=Kind.PRINT)
    return rows.defer("content").first()
