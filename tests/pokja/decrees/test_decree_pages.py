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


def test_what_was_typed_can_be_kept_as_a_draft(world, client_of):
    client_of(world.siti).post(
        reverse("decree-add"), {**FORM, "number": "", "aksi": "rancangan"}
    )

    assert Decree.objects.get().state == "rancangan"


def test_without_a_number_it_says_to_keep_a_draft(world, client_of):
    page = client_of(world.siti).post(reverse("decree-add"), {**FORM, "number": ""})

    assert page.status_code == 422
    assert 'id="id_number_error"' in text(page)
    assert "simpan dahulu sebagai rancangan" in text(page)


def test_all_that_is_wrong_is_told_at_once_and_kept(world, client_of):
    facts = {"signed_on": "", "effective_until": "2019-01-01", "relation": "mengubah"}

    page = client_of(world.siti).post(
        reverse("decree-add"), {**FORM, "aksi": "tetapkan", **facts}
    )

    assert page.status_code == 422
    for field in ("signed_on", "effective_until", "related"):
        assert f'id="id_{field}_error"' in text(page)
    assert 'value="2019-01-01"' in text(page)


def test_a_draft_is_issued_on_its_own_page(world, client_of):
    draft = make.decree_at(world, "rancangan")

    client_of(world.siti).post(reverse("decree-change", args=[draft.pk]), FORM)

    draft.refresh_from_db()
    assert (draft.state, draft.number) == ("ditetapkan", FORM["number"])


def test_a_correction_is_told_in_the_history(world, client_of):
    decree = make.decree(world)
    client = client_of(world.siti)

    client.post(
        reverse("decree-change", args=[decree.pk]), {**FORM, "title": "Pokja PUG Blora"}
    )

    page = text(client.get(reverse("decree-detail", args=[decree.pk])))
    assert "<del>Pembentukan Pokja PUG</del>" in page
    assert "<ins>Pokja PUG Blora</ins>" in page


def test_a_refused_correction_keeps_what_was_typed_and_changes_nothing(
    world, client_of
):
    decree = make.decree(world)

    page = client_of(world.siti).post(
        reverse("decree-change", args=[decree.pk]),
        {**FORM, "title": "Baru", "effective_until": "2019-01-01"},
    )

    assert 'id="id_effective_until_error"' in text(page)
    assert ">\nBaru</textarea>" in text(page)
    decree.refresh_from_db()
    assert decree.title == "Pembentukan Pokja PUG"


def test_the_signatory_is_taken_from_the_register_of_office_holders(world, client_of):
    office = make_fp.office(world.blora, "Bupati Blora", kind="kepala_daerah")
    holder = make_fp.holder(office, "Surya Atmaja")

    client_of(world.siti).post(
        reverse("decree-add"), {**FORM, "issuer_position": "", "signer": holder.pk}
    )

    decree = Decree.objects.get()
    assert (decree.issuer_position, decree.signed_name) == (
        "Bupati Blora",
        "Surya Atmaja",
    )


def test_an_amendment_begins_with_what_it_shares_with_its_base(world, client_of):
    base = make.decree(world)

    page = text(client_of(world.siti).get(reverse("decree-add"), {"mengubah": base.pk}))

    assert '<option value="mengubah" selected>' in page
    assert f'<option value="{base.pk}" selected>' in page
    assert 'value="Bupati Blora"' in page


@pytest.mark.slow
def test_bappeda_meets_its_own_kind_only(world, client_of):
    client = client_of(world.joko)
    pokja, team = (
        make.decree(world),
        make.decree(world, by=world.joko, kind=Kind.TECHNICAL_TEAM),
    )

    for name in ("decree-change", "decree-revoke", "decree-delete", "decree-scan"):
        assert client.get(reverse(name, args=[pokja.pk])).status_code == 403
        assert client.get(reverse(name, args=[team.pk])).status_code == 200
    assert 'value="pokja"' not in text(client.get(reverse("decree-add")))
    page = client.post(reverse("decree-add"), FORM)
    assert 'id="id_kind_error"' in text(page)


@pytest.mark.slow
def test_the_page_of_a_decree_offers_what_this_person_may_do(world, client_of):
    url = reverse("decree-detail", args=[make.decree(world).pk])

    assert "Betulkan data" in text(client_of(world.siti).get(url))
    for reader in (world.joko, world.wati, world.prov):
        page = text(client_of(reader).get(url))
        assert "Betulkan data" not in page
        assert "Hapus catatan" not in page


@pytest.mark.slow
def test_revoking_on_screen(world, client_of):
    decree = make.decree(world)
    amendment = make.amendment(world, decree)
    client = client_of(world.siti)
    url = reverse("decree-revoke", args=[decree.pk])

    assert str(amendment) in text(client.get(url))
    client.post(url, {"on": "2021-01-01", "reason": "Diatur dengan Perbup"})

    page = text(client.get(reverse("decree-detail", args=[decree.pk])))
    assert "Dicabut" in page
    assert "Diatur dengan Perbup" in page


def test_a_scan_is_shown_with_its_hash(world, client_of):
    decree = make.decree(world)
    client = client_of(world.siti)
    scan = SimpleUploadedFile("sk.jpg", picture())

    client.post(reverse("decree-scan", args=[decree.pk]), {"scan": scan})

    decree.refresh_from_db()
    page = text(client.get(reverse("decree-detail", args=[decree.pk])))
    assert decree.scan.sha256 in page
    assert reverse("file-download", args=[decree.scan_id]) in page


def test_the_scan_of_a_draft_is_read_by_its_writers_only(world, client_of):
    draft = make.decree_at(world, "rancangan")
    scan = SimpleUploadedFile("sk.jpg", picture())
    client = client_of(world.siti)
    client.post(reverse("decree-scan", args=[draft.pk]), {"scan": scan})
    draft.refresh_from_db()
    url = reverse("file-download", args=[draft.scan_id])

    assert b"".join(client.get(url).streaming_content)
    assert client_of(world.wati).get(url).status_code == 404


def test_days_without_a_decree_are_shown(world, client_of, clock):
    decree = make.decree_at(world, "kedaluwarsa")
    clock("2021-03-01")

    page = text(client_of(world.siti).get(reverse("decree-detail", args=[decree.pk])))

    assert "1 Januari 2021 – 1 Maret 2021" in page


def test_a_start_before_the_signing_is_marked(world, client_of):
    decree = make.decree(
        world, effective_from=dt.date(2020, 1, 2), note="Sesuai diktum kelima."
    )

    page = text(client_of(world.siti).get(reverse("decree-detail", args=[decree.pk])))

    assert "Berlaku surut" in page


@pytest.mark.slow
def test_the_province_looks_at_a_region_below_it(world, client_of):
    make.decree(world)
    url = reverse("decree-list")

    assert "463.23/160/2020" not in text(client_of(world.prov).get(url))
    page = client_of(world.prov).get(url, {"daerah": "33.16"})
    assert "463.23/160/2020" in text(page)
    assert client_of(world.budi).get(url, {"daerah": "33.16"}).status_code == 404


def test_a_draft_is_not_shown_to_a_viewer(world, client_of):
    draft = make.decree_at(world, "rancangan")
    url = reverse("decree-detail", args=[draft.pk])

    assert client_of(world.siti).get(url).status_code == 200
    assert client_of(world.wati).get(url).status_code == 404


SCRIPT = "<script>alert(1)</script>"


@pytest.mark.slow
def test_script_in_any_text_is_shown_as_text(world, client_of):
    words = dict.fromkeys(
        ["title", "alias", "issuer_position", "signed_name", "signed_place", "note"],
        SCRIPT[:40],
    )
    decree = make.decree(world, number=SCRIPT, **words)
    make.amendment(world, decree)
    client = client_of(world.siti)
    for name in ("detail", "change", "revoke", "delete", "scan"):
        page = text(client.get(reverse(f"decree-{name}", args=[decree.pk])))
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page
    assert "<script>alert" not in text(client.get(reverse("decree-list")))


@pytest.mark.slow
def test_a_wrong_entry_is_deleted_on_screen(world, client_of):
    decree = make.decree(world)
    client = client_of(world.siti)
    url = reverse("decree-delete", args=[decree.pk])

    assert client.post(url, {"reason": ""}).status_code == 422
    assert client.post(url, {"reason": "salah ketik"}).status_code == 302
    assert not Decree.objects.exists()


@pytest.mark.parametrize(
    ("code", "found"), [("berlaku", 1), ("kedaluwarsa", 0), ("rancangan", 0)]
)
def test_the_list_is_filtered_by_the_computed_status(world, client_of, code, found):
    make.decree(world)

    page = client_of(world.siti).get(reverse("decree-list"), {"status": code})

    assert text(page).count("463.23/160/2020") == found


@pytest.mark.slow
def test_the_scan_is_read_by_who_sees_the_decree_and_by_no_other(world, client_of):
    scan = SimpleUploadedFile("sk.jpg", picture())
    decree = make.decree(world, scan=scan)
    decree.refresh_from_db()
    url = reverse("file-download", args=[decree.scan_id])

    assert b"".join(client_of(world.wati).get(url).streaming_content)
    assert client_of(world.budi).get(url).status_code == 404


def queries_of(client, url: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


@pytest.mark.slow
def test_the_list_asks_the_same_number_of_queries_at_3_and_at_40(world, client_of):
    client = client_of(world.siti)

    def grow(first: int, last: int) -> None:
        for n in range(first, last):
            opd = make_fp.opd(world.blora, f"Kantor {n}")
            make.decree(world, kind=Kind.FOCAL_POINT, opd=opd, number=f"800/{n}/2020")

    grow(0, 3)
    few = queries_of(client, reverse("decree-list"))
    grow(3, 40)

    assert queries_of(client, reverse("decree-list")) == few <= 12


@pytest.mark.slow
def test_the_page_of_a_decree_asks_as_often_with_3_as_with_20_in_its_chain(
    world, client_of
):
    client, base = client_of(world.siti), make.decree(world)
    url = reverse("decree-detail", args=[base.pk])

    def grow(first: int, last: int) -> None:
        for n in range(first, last):
            day = dt.date(2020, 6, 1) + dt.timedelta(days=n)
            make.amendment(world, base, number=f"{n}/2020", day=day)

    grow(0, 3)
    few = queries_of(client, url)
    grow(3, 20)

    assert queries_of(client, url) == few <= 14


def test_delete_shows_what_hangs_on_it_first(world, client_of):
    decree = make.decree(world)
    make.member(world, decree)

    page = client_of(world.siti).get(reverse("decree-delete", args=[decree.pk]))

    assert "Kepala Dinas Kesehatan" in text(page)
    assert 'name="reason"' not in text(page)
