"""By what right a report was sent: frozen with it, shown, and printed."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.urls import reverse
from docx import Document

from focal_points.appointments.actions import record_decree
from focal_points.appointments.models import Appointment
from focal_points.progress import actions
from focal_points.progress.content import snapshot
from focal_points.progress.models import State
from focal_points.progress.paper import paper_docx, paper_of
from tests.make import progress as make

BY_DECREE = "SK Nomor 800/12/2019 tanggal 2 Januari 2019 (Focal point Dinkes)"


def ratihs() -> Appointment:
    return Appointment.objects.get(user__name="Ratih Kusuma")


def with_decree(number: str, date: dt.date | None = None) -> None:
    Appointment.objects.filter(pk=ratihs().pk).update(
        decree_number=number, decree_date=date
    )


def authors(report) -> dict[str, str]:
    return dict(paper_of(report, snapshot(report)).authors)


def test_a_submission_stands_on_the_senders_decree_as_it_read_then(world, report_at):
    with_decree("800/12/2019", dt.date(2019, 1, 2))
    report = report_at(State.SUBMITTED)

    with_decree("900/77/2021", dt.date(2021, 1, 5))

    assert make.fresh(report).submitted_under == BY_DECREE
    assert report.versions.get().submitted_under == BY_DECREE
    assert authors(make.fresh(report))["Dasar"] == BY_DECREE


@pytest.mark.slow
def test_a_decree_to_come_is_told_and_stays_told(world, report_at):
    with_decree("")
    report = report_at(State.SUBMITTED)

    record_decree(
        appointment=ratihs(),
        decree_number="188/9/2021",
        decree_date=dt.date(2021, 1, 10),
        by=world.siti,
    )

    told = authors(make.fresh(report))["Dasar"]
    assert told.startswith("SK menyusul (ditunjuk sebagai Focal point Dinkes sejak ")
    returned = make.returned(report, world.siti)
    again = make.filled(returned, world.ratih, obstacles="Sudah dijelaskan.")
    for note in again.notes.filter(resolved_at=None):
        actions.reply_to_note(note=note, text="Sudah.", by=world.ratih)
    make.sent(again, world.ratih)
    first, second = report.versions.order_by("number")
    assert first.submitted_under == told
    assert second.submitted_under.startswith("SK Nomor 188/9/2021 tanggal 10 Januari")


def test_what_the_desk_fills_stands_on_the_heads_yes(world):
    report = make.filled(make.draft(world.dlh, world.siti), world.siti)

    make.sent(report, world.siti)

    told = authors(make.fresh(report))
    assert told["Dasar"] == "Persetujuan Hasan Basri tanggal 11 Januari 2021"
    assert told["Atas nama"] == "Dinas Lingkungan Hidup"


@pytest.mark.slow
def test_it_is_read_on_every_page_and_on_paper(world, report_at, client_of):
    with_decree("<b>800/12/2019</b>", dt.date(2019, 1, 2))
    report = report_at(State.SUBMITTED)
    siti = client_of(world.siti)

    pages = [
        siti.get(reverse(f"progress-{name}", args=[report.pk])).content.decode()
        for name in ("detail", "review", "versions")
    ]

    for page in pages:
        assert "SK Nomor &lt;b&gt;800/12/2019&lt;/b&gt; tanggal 2 Januari 2019" in page
    report = make.fresh(report)
    document = Document(io.BytesIO(paper_docx(paper_of(report, snapshot(report)))))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    assert report.submitted_under in cells
