"""The part of a frozen report that concerns one OPD, and who may have it."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from django.urls import reverse
from pypdf import PdfReader

from pokja.reports import extract, extract_views
from pokja.reports.content import facts_hash, to_json
from pokja.reports.extract import extract_of
from pokja.reports.models import State
from tests.make import reports as make
from tests.make.report_content import blora

CODE = "7F3K-09QW-ZX4M-TB2C"


def content():
    made = blora(6)
    first = made.follow_ups[0]
    others = (
        replace(first, number="8/2020", responsible="Bappeda, Dinkes", proposer=""),
        replace(first, number="9/2020", responsible="Dinkesda", proposer="DP4"),
    )
    return replace(made, follow_ups=(first, *others))


def test_only_the_rows_of_the_opd_stand_in_its_part():
    frozen = content()
    mine = extract_of(frozen, "Dinas Kesehatan")

    assert [row.number for row in mine.recommendations][-1] == "8/2020"
    assert "9/2020" not in {row.number for row in mine.recommendations}
    assert [visit.opd for visit in mine.visits] == ["Dinas Kesehatan"]
    assert extract_of(frozen, "Dinas Pendidikan").visits == ()
    assert extract_of(frozen, "Dinas Tak Ada") is None


def test_the_page_shows_the_frozen_figures_code_and_day_and_no_other_opd():
    frozen = content()
    page = extract.html(extract_of(frozen, "Dinas Kesehatan"))

    assert f'data-kode="{CODE}"' in page
    assert "disusun 18 Januari 2021" in page
    assert "keadaan per 31 Desember 2020" in page
    for row in frozen.opds[1:]:
        assert row.name not in page


def test_what_is_not_verified_is_not_printed():
    frozen = content()
    page = extract.html(extract_of(frozen, frozen.opds[2].name))

    assert "belum terverifikasi bukan angka resmi" in page
    assert "<caption>Perencanaan" not in page


@pytest.mark.slow
def test_the_pdf_is_tagged_and_carries_code_and_page_numbers():
    made = extract_of(content(), "Dinas Kesehatan")
    printed = extract.render(made)
    reader = PdfReader(io.BytesIO(printed))

    assert extract.render(made) == printed
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        text = " ".join(page.extract_text().split())
        assert f"Halaman {number} dari {count}" in text
        assert f"Kode verifikasi {CODE}" in text


@pytest.fixture
def report(world, january):
    frozen = content()
    return make.ready(world, content=to_json(frozen), content_sha256=facts_hash(frozen))


@pytest.mark.slow
def test_the_opd_has_its_own_part_once_the_report_is_settled(
    world, report, client_of, monkeypatch
):
    monkeypatch.setattr(
        extract_views, "render", lambda part: b"%PDF " + part.opd.name.encode()
    )
    address = reverse("report-extract", args=[report.pk, world.dinkes.pk])
    listed = reverse("report-extract-list")
    assert client_of(world.ratih).get(address).status_code == 404
    assert "Belum ada laporan Pokja yang disahkan" in (
        client_of(world.ratih).get(listed).content.decode()
    )
    assert client_of(world.siti).get(address).status_code == 200

    make.PokjaReport.objects.filter(pk=report.pk).update(
        state=State.SETTLED,
        settled_by=world.joko.user,
        settled_at=make.moment("2021-01-19"),
    )

    for person in (world.ratih, world.hasan, world.joko):
        answer = client_of(person).get(address)
        assert b"".join(answer.streaming_content) == b"%PDF Dinas Kesehatan"
        assert answer["Cache-Control"] == "private, no-store"
    assert address in client_of(world.ratih).get(listed).content.decode()
    assert client_of(world.dewi).get(address).status_code == 404
    assert client_of(world.wati).get(address).status_code == 403
    assert client_of(world.budi).get(address).status_code == 404


@pytest.mark.slow
def test_the_desk_finds_every_opd_of_the_report(world, report, client_of):
    page = client_of(world.siti).get(reverse("report-extracts", args=[report.pk]))
    detail = client_of(world.siti).get(reverse("report-detail", args=[report.pk]))

    shown = page.content.decode()
    assert reverse("report-extract", args=[report.pk, world.dinkes.pk]) in shown
    assert "OPD dapat mengunduhnya setelah laporan disahkan" in shown
    assert reverse("report-extracts", args=[report.pk]) in detail.content.decode()
    refused = client_of(world.wati).get(reverse("report-extracts", args=[report.pk]))
    assert refused.status_code == 403
