"""What is typed into the form of a decree, kept or refused."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from pokja.decrees.models import Decree
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


def test_a_first_value_is_told_alone(world, client_of):
    decree = make.decree(world)
    client = client_of(world.siti)

    client.post(
        reverse("decree-change", args=[decree.pk]), {**FORM, "note": "Dicetak ulang"}
    )

    page = text(client.get(reverse("decree-detail", args=[decree.pk])))
    assert "catatan: Dicetak ulang" in page
    assert "<del>–</del>" not in page


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


def test_what_a_decree_needs_may_stay_empty_only_while_it_is_a_draft(world, client_of):
    client = client_of(world.siti)
    words = "(boleh kosong bila masih rancangan)"

    new = text(client.get(reverse("decree-add")))
    issued = reverse("decree-change", args=[make.decree(world).pk])

    assert new.count(words) == 3
    assert words not in text(client.get(issued))
    page = client.post(issued, {**FORM, "number": ""})
    assert (page.status_code, 'id="id_number_error"' in text(page)) == (422, True)
