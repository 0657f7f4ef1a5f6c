"""Profil Gender Daerah: published facts alone, small cells hidden, made in the background."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from prasyarat.evidence.text_child import pages_of_pdf
from prasyarat.gender_data import profile_jobs, profile_pdf
from prasyarat.gender_data.models import State
from prasyarat.gender_data.profile_actions import request_profile
from prasyarat.gender_data.profile_content import collect
from prasyarat.gender_data.profile_models import GenderProfile, ProfileState
from prasyarat.gender_data.profile_sheet import profile_sheet
from prasyarat.gender_data.profile_views import may_read_profile
from pug_portal.files.actions import open_file
from pug_portal.lib import pdf
from pug_portal.lib.pdf import RenderError
from tests.make import gender_data as make
from tests.make.indices import ipg_of_three_levels

YEAR = 2019
SMALL = ((1, 20), (9, 40), (30, 31), (4, 4), (5, 5), (6, 6), (7, 7))


@pytest.fixture
def told(world):
    """One published table with a small cell, one that only was handed in, the indices."""
    ipg_of_three_levels(world)
    make.verified(
        make.supplied(world.blora, world.dinkes), world.ratih, world.siti, *SMALL
    )
    make.sent(make.supplied(world.blora, world.dinkes, "HUK-2"), world.ratih, (77, 8))
    return world


@pytest.fixture
def printed(monkeypatch):
    """The HTML that would be rendered, and one page instead of many."""
    seen: list[str] = []

    def render(html, *, identifier, assets, progress=None):
        seen.append(html)
        for name in set(re.findall(r'pug://([^"]+)"', html)):
            assert name in assets
        return b"%PDF-1.7 profil"

    monkeypatch.setattr(pdf, "render", render)
    monkeypatch.setattr(profile_jobs, "pages_of", lambda content, **_: 3)
    return seen


def made(world) -> GenderProfile:
    job = request_profile(region=world.blora, year=YEAR, by=world.siti)
    profile_jobs.build(job.pk)
    job.refresh_from_db()
    return job


def test_it_prints_what_is_published_and_hides_small_cells(told, printed):
    profile_pdf.profile_pdf(collect(told.blora, YEAR))

    (html,) = printed
    row = html.split("0–5 tahun")[1].split("</tr>")[0]
    assert "<td>*</td>" in row
    assert "<td>1</td>" not in row
    assert "SIMFONI PPA" in html
    assert "77" not in html.split('id="HUK"')[1].split("<h1")[0]
    assert "metode UHH lama" in html


def test_every_picture_has_words_and_its_numbers_in_a_table(told, printed):
    profile_pdf.profile_pdf(collect(told.blora, YEAR + 2))

    (html,) = printed
    assert html.count("<img") == html.count("alt=") == 2
    assert '<html lang="id">' in html
    assert 'counter(page) " dari " counter(pages)' in html


@pytest.mark.slow
def test_the_renderer_takes_it_with_its_pictures(told):
    made = profile_pdf.profile_pdf(collect(told.blora, YEAR + 2))

    assert made.startswith(b"%PDF")
    pages = " ".join(" ".join(page.split()) for page in pages_of_pdf(made))
    assert "Korban kekerasan menurut umur" in pages
    assert "SIMFONI PPA" in pages


def test_the_workbook_hides_the_same_cells(told):
    book = load_workbook(io.BytesIO(profile_sheet(collect(told.blora, YEAR))))

    rows = {
        row[4]: row[5:8]
        for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)
        if row[1] == "Korban kekerasan menurut umur"
    }
    assert rows["0–5 tahun"][0] == "*"
    assert rows["Jumlah"] == (62, 113, 175)
    assert ("IPG UHH lama Blora 2018", "83,79") in set(
        book.worksheets[1].iter_rows(values_only=True)
    )


def test_the_job_stores_both_files_for_the_readers_of_the_region(told, printed):
    job = made(told)

    assert (job.state, job.percent, job.error) == (ProfileState.READY, 100, "")
    assert open_file(job.pdf).startswith(b"%PDF")
    assert job.sheet.kind == "xlsx"
    readers = [told.wati, told.ratih, told.prov]
    assert all(may_read_profile(actor, job.pdf) for actor in readers)
    assert not any(
        may_read_profile(actor, job.sheet) for actor in (told.budi, told.baru)
    )


def test_the_same_facts_are_rendered_once(told, printed):
    first, again = made(told), made(told)

    assert len(printed) == 1
    assert (again.pdf, again.sheet) == (first.pdf, first.sheet)


def test_two_clicks_are_one_job(told):
    one = request_profile(region=told.blora, year=YEAR, by=told.siti)

    assert request_profile(region=told.blora, year=YEAR, by=told.joko) == one


def test_a_failed_render_names_its_step(told, monkeypatch):
    def fail(*args, **kwargs):
        raise RenderError("Menata halaman", "kertas habis")

    monkeypatch.setattr(profile_pdf, "profile_pdf", fail)

    assert made(told).error == "Menata halaman: kertas habis"


def test_a_lost_job_is_queued_again_and_fails_after_three(told):
    job = request_profile(region=told.blora, year=YEAR, by=told.siti)
    past = timezone.now() - dt.timedelta(seconds=1)
    rows = GenderProfile.objects.filter(pk=job.pk)
    rows.update(state=ProfileState.RUNNING, lease_until=past, attempts=1)
    assert profile_jobs.requeue_lost() == [job.pk]

    rows.update(state=ProfileState.RUNNING, lease_until=past, attempts=3)

    assert profile_jobs.requeue_lost() == []
    job.refresh_from_db()
    assert job.has_failed


def test_collecting_asks_as_often_for_one_table_as_for_many(told):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            collect(told.blora, YEAR)
        return len(asked)

    few = queries()
    for code in ("KES-3", "KES-7", "DUK-1"):
        row = make.sent(make.supplied(told.blora, told.dinkes, code), told.ratih)
        type(row).objects.filter(pk=row.pk).update(
            state=State.VERIFIED, verified_at=timezone.now(), verified_by=told.siti.user
        )

    assert queries() == few <= 5
