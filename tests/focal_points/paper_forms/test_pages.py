"""The screens: printing, bringing scans in, the result, the hand."""

from __future__ import annotations

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from focal_points.paper_forms import actions, jobs, views
from focal_points.paper_forms.models import JobState, Kind, Outcome, PaperJob, ScanPage
from focal_points.progress.models import Progress
from tests.make import focal_points as make_fp
from tests.make import paper

pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture
def queued(monkeypatch) -> list[int]:
    found: list[int] = []
    monkeypatch.setattr(views, "start", lambda job: found.append(job.pk))
    return found


def asked(client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as found:
        assert client.get(url).status_code == 200
    return len(found)


@pytest.mark.slow
def test_a_few_pages_are_read_while_one_waits(world, period, client_of):
    ratih = client_of(world.ratih)
    url = reverse("paper-scan", args=[period.pk])
    text = paper.reference(period, world.dinkes).text

    answer = ratih.post(url, {"scans": [paper.scan([text], []), paper.photo("x")]})

    job = PaperJob.objects.get()
    assert answer["Location"] == reverse("paper-result", args=[job.pk])
    page = ratih.get(answer["Location"]).content.decode()
    for words in (
        "Dinas Kesehatan",
        "Halaman 2 dari 2 belum ada",
        "Perlu ditetapkan (2)",
    ):
        assert words in page
    assert "Dinas Lingkungan Hidup" not in page
    assert "1 terlampir, 2 perlu ditetapkan" in ratih.get(url).content.decode()
    thumb = reverse("paper-thumb", args=[ScanPage.objects.first().pk])
    assert ratih.get(thumb)["Content-Type"] == "image/jpeg"
    # Nobody else's, not even the office's.
    for other in (world.siti, world.dewi):
        assert client_of(other).get(thumb).status_code == 404
        assert client_of(other).get(answer["Location"]).status_code == 404


@pytest.mark.slow
def test_open_pages_are_assigned_on_the_page(world, period, bring, client_of):
    job = bring(world.siti, paper.photo())
    page = ScanPage.objects.get()
    siti, url = client_of(world.siti), reverse("paper-result", args=[job.pk])

    nothing = siti.post(url, {})
    unknown = siti.post(url, {f"page-{page.pk}": world.dinkes_rembang.pk})
    done = siti.post(url, {f"page-{page.pk}": world.dinkes.pk})

    assert (nothing.status_code, unknown.status_code) == (422, 422)
    assert "Pilih OPD paling sedikit" in nothing.content.decode()
    assert done.status_code == 302
    page.refresh_from_db()
    assert (page.outcome, page.opd) == (Outcome.ATTACHED, world.dinkes)


@pytest.mark.slow
def test_bad_uploads_are_told_beside_the_field(world, period, client_of):
    ratih, url = client_of(world.ratih), reverse("paper-scan", args=[period.pk])
    html = paper.photo(name="<b>.png")
    html.file = io.BytesIO(b"<html><script>alert(1)</script>")

    empty, bad = ratih.post(url), ratih.post(url, {"scans": [html]})

    assert (empty.status_code, bad.status_code) == (422, 422)
    assert "Pilih paling sedikit satu berkas" in empty.content.decode()
    assert "HTML" in bad.content.decode()
    assert "<b>.png" not in bad.content.decode()
    assert not PaperJob.objects.exists()


@pytest.mark.slow
def test_many_pages_go_to_the_background_and_the_bar_asks(
    world, period, client_of, queued, monkeypatch
):
    monkeypatch.setattr(actions, "AT_ONCE", 0)
    ratih = client_of(world.ratih)

    answer = ratih.post(
        reverse("paper-scan", args=[period.pk]), {"scans": [paper.photo("x")]}
    )

    job = PaperJob.objects.get()
    assert (queued, job.state) == ([job.pk], JobState.QUEUED)
    url = answer["Location"]
    assert b"<progress" in ratih.get(url).content
    assert ratih.get(url, {"dilihat": "0"}).status_code == 204
    assert b"<progress" in ratih.get(url, {"dilihat": "7"}).content
    jobs.run(job.pk)
    assert ratih.get(url, {"dilihat": "0"})["HX-Refresh"] == "true"


@pytest.mark.slow
def test_forms_of_all_opd_become_one_pdf_by_name(
    world, period, client_of, queued, monkeypatch
):
    printed = paper.scan(["a"], ["b"], ["c"]).read()
    seen = []

    def form_pdf(form) -> bytes:
        seen.append((form.opd.short_name, form.is_filled))
        return printed

    monkeypatch.setattr(jobs, "form_pdf", form_pdf)
    siti = client_of(world.siti)
    for _ in range(2):
        siti.post(reverse("paper-print", args=[period.pk]))
    job = PaperJob.objects.get(kind=Kind.PRINT)
    assert siti.get(reverse("paper-printed", args=[period.pk])).status_code == 404

    jobs.run(job.pk)

    made = siti.get(reverse("paper-printed", args=[period.pk])).content
    reader = PdfReader(io.BytesIO(made))
    # Odd forms get an empty back.
    assert len(reader.pages) == 4 * len(seen) == 16
    assert next(entry.title for entry in reader.outline) == world.bappeda.name
    assert not any(is_filled for _, is_filled in seen)
    assert "Unduh semua formulir" in (
        siti.get(reverse("paper-scan", args=[period.pk])).content.decode()
    )


@pytest.mark.slow
def test_the_office_prints_no_answers_of_an_opds_draft(
    world, period, client_of, monkeypatch
):
    from tests.make import progress as make

    make.filled(make.draft(world.dinkes, world.ratih, period), world.ratih)
    seen = {}
    monkeypatch.setattr(
        views, "form_pdf", lambda form: seen.update(filled=form.is_filled) or b"%PDF-"
    )
    url = reverse("paper-form", args=[period.pk, world.dinkes.pk])

    for person, filled in ((world.siti, False), (world.ratih, True)):
        assert client_of(person).get(url).status_code == 200
        assert seen == {"filled": filled}
    assert client_of(world.dewi).get(url).status_code == 404


@pytest.mark.slow
def test_queries_do_not_grow_with_opd_and_pages(world, period, bring, client_of):
    siti = client_of(world.siti)
    start = reverse("paper-scan", args=[period.pk])
    job = bring(world.siti, paper.scan([], [paper.reference(period, world.dlh).text]))
    few = [asked(siti, start), asked(siti, reverse("paper-result", args=[job.pk]))]
    for number in range(10):
        make_fp.opd(world.blora, f"Dinas {number}", f"D{number}")
    opds = list(actions.opds_for(period, world.siti))
    many = [[paper.reference(period, opd).text] for opd in opds[:8]]
    job = bring(world.siti, paper.scan([], [], [], *many))

    found = [asked(siti, start), asked(siti, reverse("paper-result", args=[job.pk]))]

    assert found == few
    assert max(found) <= 12
    assert Progress.objects.filter(is_on_behalf=True).count() >= 8
