"""A process that renders: the Pokja report of the bench's region, and plain paragraphs."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import resource
import time
from typing import Any

from bench import child
from bench.child import answer

PLAIN_WORDS = (
    "Kelompok kerja membahas perencanaan dan penganggaran yang responsif gender, "
    "data terpilah, serta tindak lanjut yang disepakati bersama perangkat daerah. "
) * 3
LAST: dict[str, bytes] = {}


def is_there() -> bool:
    return importlib.util.find_spec("pokja.reports.jobs") is not None


def _content(times: int) -> Any:
    """The frozen content of the present semester; `times` repeats its long parts."""
    from dataclasses import replace

    from pokja.reports.collect import collect, snapshot
    from pokja.reports.content import Stamp
    from pug_portal.lib.clock import today
    from pug_portal.lib.dates import Semester
    from pug_portal.regions.models import Region

    with snapshot():
        region = Region.objects.get(code="33.16")
        found = collect(region, Semester(2026, 2), today())
    stamp = Stamp(
        code="7F3K-09QW-ZX4M-TB2C",
        verify_url="http://127.0.0.1:8000/verifikasi/7F3K-09QW-ZX4M-TB2C/",
        edition=1,
        collected_on=today(),
    )
    return replace(
        found.stamped(stamp),
        opds=found.opds * times,
        meetings=found.meetings * times,
        follow_ups=found.follow_ups * times,
    )


def report(times: int = 1, tagged: bool = True) -> dict[str, Any]:
    from pokja.reports import chapters, figures, pdf
    from pug_portal.lib.pdf import render

    content = _content(times)
    assets = {"print.css": pdf.STYLE.read_bytes(), **figures.assets(content)}
    started, wall = time.process_time(), time.perf_counter()
    made = render(
        chapters.html(content),
        identifier="bench",
        assets=assets,
        variant="pdf/ua-1" if tagged else "",
    )
    return told(made, time.process_time() - started, time.perf_counter() - wall)


def photos() -> dict[str, Any]:
    from bench.photos import photo_report

    return photo_report(_content(1))


def plain(paragraphs: int, tagged: bool = True) -> dict[str, Any]:
    """WeasyPrint as it comes out of its box."""
    # Sets the fonts, so it stands before WeasyPrint.
    importlib.import_module("pug_portal.lib.pdf")
    from weasyprint import HTML

    body = f"<p>{PLAIN_WORDS}</p>" * paragraphs
    html = (
        '<!doctype html><html lang="id"><head><title>Paragraf</title><style>'
        "@page{size:A4;margin:25mm}body{font:11pt/1.4 'DejaVu Sans'}"
        f"</style></head><body>{body}</body></html>"
    )
    started, wall = time.process_time(), time.perf_counter()
    made = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1" if tagged else None)
    return told(made, time.process_time() - started, time.perf_counter() - wall)


def told(pdf: bytes, cpu: float, wall: float) -> dict[str, Any]:
    from pug_portal.lib.pages import pages_of

    return {
        "cpu": cpu,
        "wall": wall,
        "pages": pages_of(pdf, is_ours=True),
        "bytes": len(pdf),
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def request(who: str) -> dict[str, Any]:
    """Ask through the page, then build as the worker does."""
    from django.urls import reverse

    from pokja.reports.jobs import build
    from pokja.reports.models import JobState, PokjaReport

    started = time.perf_counter()
    status, _, _ = answer(f"{reverse('report-request')}?semester=2026-2", who, {})
    asked = time.perf_counter() - started
    row = PokjaReport.objects.filter(job_state=JobState.QUEUED).order_by("-pk").first()
    if row is None:
        raise RuntimeError(f"asking made no job: {status}")
    started = time.process_time()
    build(row.pk)
    built = time.process_time() - started
    row.refresh_from_db()
    if row.job_state != JobState.READY:
        raise RuntimeError(row.job_error)
    return {"asked": asked, "built": built, "reused": row.same_as_id is not None}


def queue(count: int) -> int:
    """Reports of as many regions, sent to the worker as the page does."""
    from pokja.reports.actions import request_report
    from pug_portal.accounts.hats import actor_under
    from pug_portal.accounts.models import Assignment
    from pug_portal.lib.dates import Semester

    desks = Assignment.objects.filter(user__username__startswith="siti-")
    for desk in desks.select_related("region", "user").order_by("pk")[:count]:
        request_report(
            region=desk.region,
            semester=Semester(2026, 2),
            inputs={},
            by=actor_under(desk, desk.user),
        )
    return waiting()


def waiting() -> int:
    from pokja.reports.models import PokjaReport

    return PokjaReport.objects.running().count()


def rendering() -> bool:
    from pokja.reports.models import JobState, PokjaReport

    return PokjaReport.objects.filter(job_state=JobState.RENDERING).exists()


def finished() -> int:
    from pokja.reports.models import JobState, PokjaReport

    return PokjaReport.objects.filter(
        job_state=JobState.READY, year=2026, half=2
    ).count()


child.OPERATIONS |= {
    "is_there": is_there,
    "report": report,
    "plain": plain,
    "photos": photos,
    "request": request,
    "queue": queue,
    "waiting": waiting,
    "rendering": rendering,
    "finished": finished,
}

if __name__ == "__main__":
    child.main()
