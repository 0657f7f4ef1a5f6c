"""The verifier's pages."""

from __future__ import annotations

import pytest
from django.urls import reverse

from focal_points.opd.models import Opd
from focal_points.progress import actions
from focal_points.progress.models import Activity, Progress, ProgressFile, State
from pug_portal.lib.clock import now
from tests.counting import queries_of
from tests.make import focal_points as make_fp
from tests.make import progress as make
from tests.make import pug_portal as make_floor


@pytest.fixture
def review(world, report_at, client_of):
    report = report_at(State.SUBMITTED)
    return report, reverse("progress-review", args=[report.pk]), client_of(world.siti)


@pytest.mark.slow
def test_opening_the_review_marks_the_report_as_read(review):
    report, url, siti = review

    siti.get(url)

    assert make.fresh(report).opened_by_verifier_at is not None


@pytest.mark.slow
def test_a_return_without_a_note_is_refused_on_the_page(review):
    report, url, siti = review

    answer = siti.post(url, {"aksi": "kembalikan"})

    assert answer.status_code == 422
    assert b"paling sedikit satu catatan" in answer.content
    assert make.fresh(report).state == State.SUBMITTED


@pytest.mark.slow
def test_a_note_stands_beside_its_field_on_the_opds_form(world, review, client_of):
    report, url, siti = review

    siti.post(url, {"aksi": "kembalikan", "catatan-arg_ceiling": "Lihat <b>DPA</b>"})

    form = client_of(world.ratih).get(reverse("progress-form", args=[report.pk]))
    shown = form.content.decode()
    before_input = shown[: shown.index('id="id_arg_ceiling"')]
    assert before_input.rstrip().rfind(
        "Lihat &lt;b&gt;DPA&lt;/b&gt;"
    ) > before_input.rfind("Jenis belanja pembanding")


@pytest.mark.slow
def test_notes_typed_with_the_verify_button_are_kept_and_stop_it(review):
    report, url, siti = review

    answer = siti.post(url, {"aksi": "verifikasi", "catatan-umum": "Kurang bukti"})

    assert answer.status_code == 422
    assert report.notes.get().field == ""
    assert make.fresh(report).state == State.SUBMITTED


@pytest.mark.slow
def test_what_changed_since_the_last_submission_is_marked(world, review):
    report, url, siti = review
    make.returned(report, world.siti)
    make.filled(report, world.ratih, arg_realized=400_000_000)
    make.sent(report, world.ratih)

    shown = siti.get(url).content.decode()

    assert "<del" in shown
    assert "Rp\xa0379.650.000" in shown
    assert "Rp\xa0400.000.000" in shown
    assert "Diajukan ulang" in shown


@pytest.mark.slow
def test_the_second_verifier_learns_who_was_first(world, review, client_of):
    report, url, siti = review
    actions.verify(progress=report, by=make_floor.colleague_of(world.siti))

    answer = siti.post(url, {"aksi": "verifikasi"}, follow=True)

    assert b"sudah diverifikasi oleh Sari Utami" in answer.content


@pytest.mark.slow
def test_a_note_is_closed_from_the_page(review):
    report, url, siti = review
    siti.post(url, {"catatan-obstacles": "Jelaskan"})
    note = report.notes.get()

    siti.post(url, {"aksi": f"diperbaiki-{note.pk}"})
    siti.post(url, {"aksi": "verifikasi"})

    assert make.fresh(report).state == State.VERIFIED


def test_a_verifier_of_the_own_opd_gets_403_with_the_reason(world, review, client_of):
    _, url, _ = review
    make_fp.appointed(world.siti.user, world.dinkes)

    answer = client_of(world.siti).get(url)

    assert answer.status_code == 403
    assert b"ditunjuk pada Dinkes" in answer.content


@pytest.mark.slow
def test_reopening_needs_a_reason(world, report_at, client_of):
    report = report_at(State.VERIFIED)
    siti = client_of(world.siti)
    url = reverse("progress-reopen", args=[report.pk])

    assert siti.post(url, {"reason": ""}).status_code == 422
    siti.post(url, {"reason": "Angka ARG berubah"})

    assert make.fresh(report).state == State.RETURNED


@pytest.mark.slow
def test_a_locked_period_asks_for_a_day_when_reopening(
    world, report_at, client_of, clock
):
    report = report_at(State.VERIFIED)
    clock(make.AFTER_LOCK)
    siti = client_of(world.siti)
    url = reverse("progress-reopen", args=[report.pk])

    refused = siti.post(url, {"reason": "Angka berubah"})
    assert refused.status_code == 422
    assert b"sampai tanggal berapa" in refused.content
    siti.post(url, {"reason": "Angka berubah", "open_until": "2021-03-10"})

    assert make.fresh(report).state == State.RETURNED


def _sent_by_many(world, many: int) -> None:
    for number in range(many):
        opd = make_fp.opd(world.blora, f"Dinas {number:02}", f"D{number}")
        filler = make_fp.appointed(
            make_floor.user(f"Orang{number} Contoh", world.blora), opd
        )
        make.progress_at(State.SUBMITTED, opd=opd, filler=filler)


def _sent_in_bulk(world, many: int) -> None:
    """As `_sent_by_many` leaves them, without the way there."""
    pattern = Progress.objects.filter(state=State.SUBMITTED).first()
    opds = Opd.objects.bulk_create(
        Opd(region=world.blora, name=f"Kantor {n:02}", short_name=f"K{n:02}")
        for n in range(many)
    )
    facts = {"touched_at": now(), "submitted_at": now(), "first_submitted_at": now()}
    reports = Progress.objects.bulk_create(
        Progress(
            period=pattern.period,
            opd=opd,
            state=State.SUBMITTED,
            submitted_by=world.ratih.user,
            receipt_number=opd.short_name,
            **facts,
            **make.ANSWERS,
        )
        for opd in opds
    )
    Activity.objects.bulk_create(
        Activity(progress=row, name="Kelas", **make.ACTIVITY) for row in reports
    )
    file = pattern.files.get().file
    ProgressFile.objects.bulk_create(
        ProgressFile(progress=row, file=file) for row in reports
    )


@pytest.mark.slow
def test_lists_take_the_same_queries_at_3_and_at_40_opd(world, client_of):
    siti = client_of(world.siti)
    urls = [reverse(name) for name in ("progress-queue", "progress-board")]
    _sent_by_many(world, 3)
    few = [queries_of(siti, url) for url in urls]

    _sent_in_bulk(world, 37)

    assert [queries_of(siti, url) for url in urls] == few
    assert max(few) <= 12, few
