from __future__ import annotations

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from focal_points.campaigns.models import DocumentKind
from tests.make import focal_points as make_fp
from tests.make import planning as make


@pytest.fixture(autouse=True)
def in_november(clock):
    clock("2026-11-22")


@pytest.mark.slow
def test_opened_uploaded_returned_and_accepted_on_the_pages(world, client_of):
    joko, ratih = client_of(world.joko), client_of(world.ratih)
    stage = make.stage(world.blora)
    opening = reverse("campaign-open", args=[stage.pk])
    assert joko.post(opening, {"title": "x"}).status_code == 422
    joko.post(
        opening,
        {
            "title": "GAP <b>RKA</b>",
            "kinds": ["gap"],
            "due_on": "2026-12-01",
            "message": "Format sembilan langkah.",
        },
    )
    campaign = stage.campaigns.get()
    own = reverse("campaign-opd", args=[campaign.pk, world.dinkes.pk])
    assert "GAP &lt;b&gt;RKA" in joko.get(reverse("planning-calendar")).content.decode()
    assert own in ratih.get(reverse("campaign-mine")).content.decode()

    uploading = reverse("campaign-upload", args=[campaign.pk, world.dinkes.pk, "gap"])
    refused = ratih.post(uploading, {})
    assert refused.status_code == 422
    assert "aria-invalid" in refused.content.decode()
    ratih.post(uploading, {"file": make.pdf("gap-dinkes.pdf")})
    document = campaign.documents.get()
    returning = reverse("campaign-return", args=[document.pk])
    joko.post(returning, {"note": " "})
    joko.post(
        returning,
        {"note": "Perbaiki <i>langkah 3</i>", "berkas": str(document.file_id)},
    )
    shown = ratih.get(own).content.decode()
    assert "Perbaiki &lt;i&gt;langkah 3" in shown
    assert "gap-dinkes.pdf" in shown

    ratih.post(uploading, {"file": make.pdf("gap-baru.pdf")})
    joko.post(reverse("campaign-accept", args=[document.pk]), {"berkas": "999999"})
    assert campaign.documents.get().state == "diunggah"
    joko.post(reverse("campaign-accept", args=[document.pk]))
    assert campaign.documents.get().state == "diterima"
    board = joko.get(reverse("campaign-detail", args=[campaign.pk])).content.decode()
    assert "1 dari 4 OPD lengkap" in board
    closing = reverse("campaign-close", args=[campaign.pk])
    joko.post(closing, {"reason": "RKA <u>sudah</u> jadi"})
    closed = joko.get(reverse("campaign-detail", args=[campaign.pk])).content.decode()
    assert "RKA &lt;u&gt;sudah" in closed


def test_another_opd_does_not_find_the_page(world, client_of):
    campaign = make.campaign(world.blora)
    own = reverse("campaign-opd", args=[campaign.pk, world.dinkes.pk])
    assert client_of(world.dewi).get(own).status_code == 404
    assert client_of(world.prov).get(own).status_code == 404


def test_the_province_reads_counts_but_no_rows(world, client_of):
    campaign = make.campaign(world.blora)
    page = reverse("campaign-detail", args=[campaign.pk])
    shown = client_of(world.prov).get(page).content.decode()
    assert "0 dari 4 OPD lengkap" in shown
    assert world.dinkes.name not in shown


def test_the_workbook_has_the_rows_and_sums_of_the_board(world, client_of):
    campaign = make.campaign(world.blora)
    make.uploaded(campaign, world.dinkes, world.ratih)
    answer = client_of(world.siti).get(reverse("campaign-sheet", args=[campaign.pk]))

    book = load_workbook(io.BytesIO(answer.content))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0] == ("OPD", "GAP", "GBS/PAG", "Terlambat", "Catatan")
    assert len(rows) == 5
    assert ("Dinas Kesehatan", "Diunggah", "Belum", 0, None) in rows
    sums = dict(book.worksheets[1].iter_rows(values_only=True))
    assert (sums["Dokumen: Diunggah"], sums["Dokumen: Belum"]) == (1, 7)


@pytest.mark.slow
def test_forty_opd_ask_no_more_than_four(world, client_of):
    """The board, the list, and the page of an OPD with four collections open."""
    for _ in range(4):
        campaign = make.campaign(world.blora, *DocumentKind.values)
    pages = [
        (world.siti, reverse("campaign-detail", args=[campaign.pk])),
        (world.siti, reverse("campaign-list")),
        (world.ratih, reverse("campaign-mine")),
    ]

    def asked():
        found = []
        for actor, page in pages:
            client = client_of(actor)
            client.get(page)
            with CaptureQueriesContext(connection) as queries:
                client.get(page)
            found.append(len(queries))
        return found

    few = asked()
    for number in range(36):
        make_fp.opd(world.blora, f"Dinas {number}", f"D{number}")
    make.uploaded(campaign, world.dinkes, world.ratih)

    assert asked() == few
    assert max(few) <= 12
