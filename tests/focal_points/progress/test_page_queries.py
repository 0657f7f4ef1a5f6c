"""Pages in their fullest state keep to the budget of queries."""

from __future__ import annotations

from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.models import State
from tests.counting import queries_of
from tests.make import progress as make

MOST = 12


def test_the_review_of_a_reopened_report_with_remarks(world, report_at, client_of):
    report = report_at(State.VERIFIED)
    actions.reopen(progress=report, reason="Angka ARG berubah", by=world.siti)
    make.filled(report, world.ratih, arg_realized=400_000_000)
    make.sent(report, world.ratih)
    make.returned(report, world.siti)
    for note in report.notes.all():
        actions.reply_to_note(note=note, text="Lihat DPA.", by=world.ratih)
    make.sent(make.filled(report, world.ratih, gap_count=4), world.ratih)
    for field in ("obstacles", "arg_realized", ""):
        actions.add_note(progress=report, field=field, text="Jelaskan.", by=world.siti)
    siti = client_of(world.siti)
    url = reverse("progress-review", args=[report.pk])

    siti.get(url)  # opening it is a write
    assert queries_of(siti, url) <= MOST


def test_the_check_page_of_activities_linked_to_an_attendance_list(
    world, report_at, client_of
):
    report = report_at(State.DRAFT)
    make.filled(report, world.ratih)
    report.activities.update(listed_from="rapat-1")
    url = reverse("progress-check", args=[report.pk])

    assert queries_of(client_of(world.ratih), url) <= MOST
    make.ask(report, world.ratih)
    assert queries_of(client_of(world.ratih), url) <= MOST
