"""The register on screen."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pokja.decrees.models import Decree, Kind
from tests.make import focal_points as make_fp
from tests.make import pokja as make
from tests.pug_portal.files.test_store_upload import picture

FORM = {
    "kind": "pokja",
    "number": "463.23/160/2020",
    "title": "Pembentukan Pokja PUG",
    "issuer_position": "Bupati Blora",
    "signed_on": "2020-02-03",
    "effective_from": "2020-02-03",
}


def text(response) -> str:
    return response.content.decode()


def test_the_sekretariat_records_a_decree_with_its_scan(world, client_of):
    scan = SimpleUploadedFile("sk.jpg", picture())

    client_of(world.siti).post(reverse("decree-add"), {**FORM, "scan_upload": scan})

    decree = Decree.objects.get()
    assert decree.scan.name == "sk.jpg"


def test_a_refused_scan_stands_beside_its_field_and_the_rest_is_kept(world, client_of):
    scan = SimpleUploadedFile("sk.pdf", b"<html>")

    page = client_of(world.siti).post(
        reverse("decree-add"), {**FORM, "scan_upload": scan}
    )

    assert page.status_code == 422
    assert 'id="id_scan_upload_error"' in text(page)
    assert 'value="463.23/160/2020"' in text(page)


def test_a_scan_too_large_is_named_and_the_rest_is_kept(world, client_of, settings):
    settings.UPLOAD_MAX_BYTES = 1000
    scan = SimpleUploadedFile("besar.pdf", b"%PDF-1.7" + b"0" * 200_000)

    page = client_of(world.siti).post(
        reverse("decree-add"), {**FORM, "scan_upload": scan}
    )

    assert page.status_code == 422
    assert "besar.pdf" in text(page)
    assert 'value="463.23/160/2020"' in text(page)


def test_an_overlap_is_told_beside_the_date(world, client_of):
    make.decree(world)

    page = client_of(world.siti).post(
        reverse("decree-add"), {**FORM, "number": "463.23/9/2021"}
    )

    assert 'id="id_effective_from_error"' in text(page)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        ("2020-02-02", "Belum berlaku"),
        ("2020-06-01", "Berlaku"),
        ("2021-01-01", "Kedaluwarsa"),
    ],
)
def test_the_status_follows_the_date(world, client_of, clock, day, label):
    make.decree_at(world, "kedaluwarsa")
    clock(day)

    assert label in text(client_of(world.siti).get(reverse("decree-list")))


def test_a_draft_is_not_shown_to_a_viewer(world, client_of):
    draft = make.decree_at(world, "rancangan")
    url = reverse("decree-detail", args=[draft.pk])

    assert client_of(world.siti).get(url).status_code == 200
    assert client_of(world.wati).get(url).status_code == 404


def test_script_in_a_title_is_shown_as_text(world, client_of):
    make.decree(world, title="<script>alert(1)</script>")

    assert "<script>alert" not in text(
        client_of(world.siti).get(reverse("decree-list"))
    )


@pytest.mark.parametrize(
    ("code", "found"), [("berlaku", 1), ("kedaluwarsa", 0), ("rancangan", 0)]
)
def test_the_list_is_filtered_by_the_computed_status(world, client_of, code, found):
    make.decree(world)

    page = client_of(world.siti).get(reverse("decree-list"), {"status": code})

    assert text(page).count("463.23/160/2020") == found


def test_the_scan_is_read_by_who_sees_the_decree_and_by_no_other(world, client_of):
    scan = SimpleUploadedFile("sk.jpg", picture())
    decree = make.decree(world, scan=scan)
    decree.refresh_from_db()
    url = reverse("file-download", args=[decree.scan_id])

    assert b"".join(client_of(world.wati).get(url).streaming_content)
    assert client_of(world.budi).get(url).status_code == 404


def queries_of(client) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(reverse("decree-list")).status_code == 200
    return len(caught)


def test_the_list_asks_the_same_number_of_queries_at_3_and_at_40(world, client_of):
    client = client_of(world.siti)

    def grow(first: int, last: int) -> None:
        for n in range(first, last):
            opd = make_fp.opd(world.blora, f"Kantor {n}")
            make.decree(world, kind=Kind.FOCAL_POINT, opd=opd, number=f"800/{n}/2020")

    grow(0, 3)
    few = queries_of(client)
    grow(3, 40)

    assert queries_of(client) == few <= 12


def test_delete_shows_what_hangs_on_it_first(world, client_of):
    decree = make.decree(world)
    make.member(world, decree)

    page = client_of(world.siti).get(reverse("decree-delete", args=[decree.pk]))

    assert "Kepala Dinas Kesehatan" in text(page)
    assert dt.date(2020, 2, 3) == decree.signed_on
