"""The pages every Excel round trip shares, walked through those of the OPD list."""

from __future__ import annotations

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from focal_points.opd.actions import change_opd
from focal_points.opd.models import Opd
from focal_points.opd.sheet import OpdImporter
from pug_portal.imports.models import ImportDraft
from pug_portal.imports.tasks import drop_expired_drafts
from pug_portal.lib.sheets import template
from tests.make import imports as make

START = reverse("opd-sheet")


@pytest.fixture
def importer(world) -> OpdImporter:
    return OpdImporter(world.blora)


def with_new(importer, *names: str) -> bytes:
    def add(page):
        for name in names:
            make.add_row(page, importer, name=name, short_name=name[:20])

    return make.edited(importer, add)


def renamed(importer, old: str, new: str) -> bytes:
    def change(page):
        for row in range(2, page.max_row + 1):
            if page[f"B{row}"].value == old:
                page[f"B{row}"] = new

    return make.edited(importer, change)


def sidik(client, url: str) -> str:
    return client.get(url).context["plan"].fingerprint


@pytest.mark.slow
def test_a_preview_that_is_out_of_date_is_refused(importer, world, client_of):
    client = client_of(world.siti)
    url = make.send(
        client, START, renamed(importer, "Dinas Kesehatan", "Dinas Sehat")
    ).url
    seen = sidik(client, url)
    change_opd(opd=world.dinkes, by=world.siti, note="sementara itu")

    answer = client.post(url, {"sidik": seen})

    assert answer.status_code == 422
    assert "berubah sejak pratinjau" in answer.text
    assert not Opd.objects.filter(name="Dinas Sehat").exists()
    assert client.post(url, {"sidik": sidik(client, url)}).status_code == 302


def test_the_pages_lead_from_upload_to_the_list(importer, world, client_of):
    client = client_of(world.siti)

    url = make.send(client, START, with_new(importer, "Dinas <b>Baru</b>")).url
    preview = client.get(url)
    done = client.post(url, {"sidik": preview.context["plan"].fingerprint}, follow=True)

    assert "Dinas &lt;b&gt;Baru&lt;/b&gt;" in preview.text
    assert "Terapkan 1 baris" in preview.text
    assert done.redirect_chain == [(reverse("opd-list"), 302)]
    assert "1 baris baru tersimpan" in done.text


@pytest.mark.slow
def test_a_second_click_applies_nothing_twice(importer, world, client_of):
    client = client_of(world.siti)
    url = make.send(client, START, with_new(importer, "Dinas Baru")).url
    seen = sidik(client, url)

    client.post(url, {"sidik": seen})
    again = client.post(url, {"sidik": seen}, follow=True)

    assert "sudah diterapkan" in again.text
    assert Opd.objects.filter(name="Dinas Baru").count() == 1
    assert bytes(ImportDraft.objects.get().content) == b""


@pytest.mark.slow
def test_an_expired_preview_asks_for_the_file_again(importer, world, client_of, clock):
    clock("2026-11-20")
    client = client_of(world.siti)
    url = make.send(client, START, with_new(importer, "Dinas Baru")).url
    clock("2026-11-22")

    answer = client.post(url, {"sidik": ""}, follow=True)

    assert "kedaluwarsa" in answer.text
    assert drop_expired_drafts() == 1
    assert client.get(url).status_code == 404


@pytest.mark.slow
def test_the_rejected_file_comes_back_marked(importer, world, client_of):
    client = client_of(world.siti)
    content = make.edited(importer, lambda page: make.put(page, importer, 2, name=None))
    url = make.send(client, START, content).url

    preview = client.get(url)
    answer = client.get(f"{url}berkas/")

    assert "B2: nama resmi wajib diisi" in preview.text
    assert "Terapkan" not in preview.text
    page = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert page["B2"].comment.text == "Nama resmi wajib diisi."
    assert "isian - periksa.xlsx" in answer["Content-Disposition"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"nama;jabatan", "bukan buku kerja Excel"),
        (b"", "kosong"),
        (None, "Pilih berkasnya dahulu"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_beside_the_field(
    world, client_of, content, sentence
):
    data = {} if content is None else {"file": make.as_upload(content, "isian.csv")}

    answer = client_of(world.siti).post(START, data)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not ImportDraft.objects.exists()


def test_a_file_dropped_for_its_size_says_so(world, client_of, settings):
    settings.UPLOAD_MAX_BYTES = 1000

    answer = make.send(client_of(world.siti), START, bytes(200_000))

    assert answer.status_code == 422
    assert "terlalu besar" in answer.text


def test_the_workbook_of_another_region_is_refused(importer, world, client_of):
    content = make.edited(OpdImporter(world.rembang))

    answer = make.send(client_of(world.siti), START, content)

    assert answer.status_code == 422
    assert "milik Kabupaten Rembang" in answer.text


@pytest.mark.slow
def test_an_upload_is_seen_by_the_person_who_made_it_alone(importer, world, client_of):
    draft = make.upload(importer, world.siti)
    url = reverse("opd-sheet-preview", args=[draft.pk])

    assert client_of(world.siti).get(url).status_code == 200
    asked = f"{url}?daerah=33.16"
    assert client_of(world.admin).get(asked).status_code == 404
    assert client_of(world.joko).get(url).status_code == 403


def test_another_region_is_404_and_one_below_is_403(world, client_of):
    assert client_of(world.siti).get(f"{START}?daerah=33.17").status_code == 404
    assert client_of(world.prov).get(f"{START}?daerah=33.16").status_code == 403


def test_the_administrator_keeps_the_region_he_asked_for(world, client_of):
    client = client_of(world.admin)
    importer = OpdImporter(world.blora)

    answer = make.send(
        client, f"{START}?daerah=33.16", with_new(importer, "Dinas Baru")
    )
    done = client.post(answer.url, {"sidik": sidik(client, answer.url)})

    assert done.url == f"{reverse('opd-list')}?daerah=33.16"
    assert Opd.objects.get(name="Dinas Baru").region == world.blora


@pytest.mark.slow
def test_the_preview_asks_as_often_for_forty_rows_as_for_three(
    importer, world, client_of
):
    client = client_of(world.siti)

    def asked(count: int) -> int:
        names = [f"Dinas {number}" for number in range(count)]
        url = make.send(client, START, with_new(importer, *names)).url
        # The counters of the menu are kept after the first look.
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    assert asked(3) == asked(40) <= 12


def test_the_template_and_the_data_are_workbooks_nobody_else_keeps(world, client_of):
    client = client_of(world.siti)

    for name in ("opd-sheet-template", "opd-sheet-data"):
        answer = client.get(reverse(name))
        assert load_workbook(io.BytesIO(answer.content)).sheetnames[1] == "Petunjuk"
        assert answer["Cache-Control"] == "private, no-store"


def test_the_empty_template_is_told_as_empty(importer, world, client_of):
    answer = make.send(client_of(world.siti), START, template(importer.sheet))

    assert "belum berisi baris" in answer.text
