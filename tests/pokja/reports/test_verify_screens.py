"""The public pages: a code, what is registered, one's own file, and no person."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from pokja.reports.models import PokjaReport, State
from pug_portal.files.actions import open_file
from tests.make import reports as make

pytestmark = pytest.mark.usefixtures("january")


def address(report) -> str:
    return reverse("verify-code", kwargs={"code": report.code})


def upload(content: bytes) -> dict:
    return {"file": SimpleUploadedFile("laporan.pdf", content)}


def test_anyone_reads_what_is_registered(world, client):
    report = make.ready(world, State.SETTLED)

    text = client.get(address(report)).content.decode()

    assert "Laporan ini terdaftar" in text
    assert "bukan pengganti tanda tangan" in text
    for told in (
        report.title,
        "Kabupaten Blora",
        "1 Juli 2020 sampai 31 Desember 2020",
        "Pokja PUG Kabupaten Blora",
        "Rapat pada semester ini",
        report.pdf.sha256,
        "Disahkan 18 Januari 2021",
    ):
        assert told in text


def test_a_draft_says_that_it_is_not_settled(world, client):
    assert (
        "Draf, belum disahkan"
        in client.get(address(make.ready(world))).content.decode()
    )


def test_no_person_is_named(world, client):
    text = client.get(address(make.ready(world, State.SENT))).content.decode()

    for person in world.everyone().values():
        assert person.user.name not in text


@pytest.mark.parametrize(
    "change", [str.lower, lambda code: code.replace("-", " "), lambda c: f" {c} "]
)
def test_a_code_typed_otherwise_is_understood(world, client, change):
    report = make.ready(world)

    answer = client.get(reverse("verify"), {"code": change(report.code)}, follow=True)

    assert "Laporan ini terdaftar" in answer.content.decode()


def test_an_unknown_code_says_so(db, client):
    answer = client.get(reverse("verify-code", kwargs={"code": "0000-0000-0000-0000"}))

    assert answer.status_code == 404
    assert "Kode tidak terdaftar" in answer.content.decode()


@pytest.mark.parametrize("code", ["x", "<script>alert(1)</script>", "0" * 60])
def test_what_is_no_code_is_refused_beside_its_field(db, client, code):
    answer = client.get(reverse("verify"), {"code": code})

    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()
    assert "Kode terdiri dari 16" in answer.content.decode()


def test_a_report_that_is_not_printed_yet_is_unknown(world, client):
    assert client.get(address(make.requested(world))).status_code == 404


def test_the_same_file_is_recognised(world, client):
    report = make.ready(world)

    answer = client.post(address(report), upload(open_file(report.pdf)))

    assert "Berkas Anda sama" in answer.content.decode()


def test_a_changed_file_is_recognised_and_nothing_is_kept(world, client):
    report = make.ready(world)
    files = report.pdf.__class__.objects.count()

    answer = client.post(address(report), upload(open_file(report.pdf) + b" "))

    assert "Berkas Anda berbeda" in answer.content.decode()
    assert report.pdf.__class__.objects.count() == files


def test_an_empty_file_is_different_and_no_file_is_refused(world, client):
    report = make.ready(world)

    empty = client.post(address(report), upload(b""))
    missing = client.post(address(report))

    assert "Berkas Anda berbeda" in empty.content.decode()
    assert missing.status_code == 422


def test_a_file_of_30_megabytes_is_refused_with_a_sentence(world, client):
    report = make.ready(world)

    answer = client.post(address(report), upload(b"0" * 30 * 1024 * 1024))

    assert answer.status_code == 422
    assert "10" in answer.content.decode()
    assert "Berkas Anda" not in answer.content.decode().split("Cocokkan")[0]


def test_it_needs_one_query_only(world, client, django_assert_num_queries):
    report = make.ready(world)
    PokjaReport.objects.update(content={"besar": "x" * 1000})

    with django_assert_num_queries(1) as seen:
        client.get(address(report))

    assert "besar" not in seen.captured_queries[0]["sql"]
