"""Check, ask, submit, receipt: through the pages."""

from __future__ import annotations

import io
import re

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from focal_points.progress.models import State
from tests.make import progress as make


@pytest.fixture
def filled(world, report_at):
    return make.filled(report_at(), world.ratih)


def address(name, report):
    return reverse(name, args=[report.pk])


def text_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_the_check_page_links_each_contradiction_to_its_field(world, filled, client_of):
    make.filled(filled, world.ratih, arg_ceiling=99 * 10**9)

    shown = (
        client_of(world.ratih).get(address("progress-check", filled)).content.decode()
    )

    assert "Laporan belum dapat diajukan" in shown
    assert f"/laporan-opd/{filled.pk}/isi/#id_arg_ceiling" in shown
    assert 'value="tautan"' not in shown


@pytest.mark.slow
def test_from_the_link_to_the_receipt(world, filled, client_of):
    ratih = client_of(world.ratih)
    check = address("progress-check", filled)
    ratih.post(check, {"cara": "tautan", "head_name": "Hasan Basri"})
    shown = ratih.get(check).content.decode()
    path = re.search(r"/persetujuan/[\w-]+/", shown)[0]

    head = Client()
    assert b"Setujui laporan ini" in head.get(path).content
    assert b"persetujuan Anda tercatat" in head.post(path).content
    assert head.post(path).status_code == 410
    sent = ratih.post(address("progress-submit", filled), follow=True)

    assert b"TT-33.16-2020-2-0001" in sent.content


def test_the_link_page_carries_no_way_to_files_and_is_not_kept(world, filled):
    token = make.ask(filled, world.ratih, "tautan")

    page = Client().get(reverse("approval-link", args=[token]))

    assert b"/berkas/" not in page.content
    assert page["Cache-Control"] == "no-store"


def test_a_wrong_link_says_whom_to_ask(db):
    page = Client().get(reverse("approval-link", args=["x" * 40]))

    assert page.status_code == 410
    assert b"Mintalah tautan baru" in page.content


@pytest.mark.slow
def test_a_double_click_on_submit_lands_on_the_same_receipt(world, filled, client_of):
    make.ask(filled, world.ratih, "lembar")
    ratih = client_of(world.ratih)

    first = ratih.post(address("progress-submit", filled))
    second = ratih.post(address("progress-submit", filled))

    assert first.url == second.url == address("progress-sent", filled)
    assert filled.versions.count() == 1


@pytest.mark.slow
def test_a_signed_page_is_uploaded_beside_the_name(world, filled, client_of):
    ratih = client_of(world.ratih)
    check = address("progress-check", filled)

    empty = ratih.post(check, {"cara": "lembar", "head_name": ""})
    assert empty.status_code == 422
    ratih.post(
        check,
        {"cara": "lembar", "head_name": "Hasan", "signed_page": make.pdf("ttd.pdf")},
    )

    assert b"Kepala OPD sudah menyetujui" in ratih.get(check).content


@pytest.mark.slow
def test_the_head_reads_and_approves_or_returns(world, report_at, client_of):
    report = report_at(State.AWAITING_HEAD)
    hasan = client_of(world.hasan)
    page = address("progress-approve", report)
    assert b"Keputusan Anda" in hasan.get(page).content

    assert hasan.post(page, {"aksi": "kembalikan", "reason": ""}).status_code == 422
    hasan.post(page, {"aksi": "kembalikan", "reason": "Perbaiki <i>ARG</i>"})

    form = client_of(world.ratih).get(address("progress-form", report)).content
    assert b"Perbaiki &lt;i&gt;ARG&lt;/i&gt;" in form


@pytest.mark.slow
def test_taking_back_asks_first(world, report_at, client_of):
    report = report_at(State.SUBMITTED)
    ratih = client_of(world.ratih)
    page = address("progress-withdraw", report)

    assert b"Tarik kembali laporan" in ratih.get(page).content
    ratih.post(page)

    assert make.fresh(report).state == State.DRAFT


@pytest.mark.slow
def test_the_receipt_tells_number_time_and_files_and_is_the_same_twice(
    world, report_at, client_of
):
    report = report_at(State.SUBMITTED)
    ratih = client_of(world.ratih)

    first = ratih.get(address("progress-receipt", report))
    again = ratih.get(address("progress-receipt", report))

    told = text_of(first.content)
    assert "TT-33.16-2020-2-0001" in told
    assert "11 Januari 2021" in told
    assert "bukti.pdf" in told
    assert first.content == again.content


@pytest.mark.slow
def test_markup_in_an_answer_is_text_in_the_page_to_sign(world, filled, client_of):
    make.filled(filled, world.ratih, obstacles='<img src="file:///etc/passwd">')

    page = client_of(world.ratih).get(address("progress-signing-page", filled))

    assert "file:///etc/passwd" in text_of(page.content)


def test_no_receipt_before_the_first_submission(world, filled, client_of):
    answer = client_of(world.ratih).get(address("progress-receipt", filled))

    assert answer.status_code == 302


@pytest.mark.slow
def test_an_expired_link_page_offers_no_button(world, filled, clock):
    token = make.ask(filled, world.ratih, "tautan")
    clock("2021-01-30")

    page = Client().get(reverse("approval-link", args=[token]))

    assert page.status_code == 410
    assert b"Setujui laporan ini" not in page.content


def test_the_boxes_for_a_signed_page_look_like_all_others(world, filled, client_of):
    url = address("progress-check", filled)

    shown = client_of(world.ratih).get(url).content.decode()

    for name in ("head_name", "signed_page"):
        boxes = re.findall(rf'<input[^>]*name="{name}"[^>]*>', shown)
        assert 'class="form-control' in boxes[-1]
