"""Taking in a file: by its content, without metadata, private."""

from __future__ import annotations

import io

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from pug_portal.access.refusal import Refusal
from pug_portal.files.actions import delete_file, open_file, store_upload
from pug_portal.files.models import StoredFile


def picture(comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    extra = {"comment": comment} if comment else {}
    Image.new("RGB", (20, 10), "red").save(out, "JPEG", **extra)
    return out.getvalue()


def send(world, name: str, content: bytes) -> StoredFile:
    return store_upload(
        upload=SimpleUploadedFile(name, content),
        region=world.blora,
        slice_name="uji",
        by=world.siti,
    )


def test_a_picture_loses_what_hides_in_its_metadata(world):
    stored = send(world, "foto.jpg", picture(b"<script>alert(1)</script>"))

    assert b"<script>" not in open_file(stored)
    assert stored.sha256 != stored.sha256_received


def test_the_type_is_found_in_the_content_not_in_the_name(world):
    with pytest.raises(Refusal):
        send(world, "laporan.pdf", b"<!doctype html><p>bukan PDF</p>")


def test_an_empty_file_is_refused_with_a_reason(world):
    with pytest.raises(Refusal) as refused:
        send(world, "kosong.pdf", b"")

    assert "kosong" in refused.value.sentence


def test_nothing_is_kept_of_a_refused_file(world):
    with pytest.raises(Refusal):
        send(world, "kosong.pdf", b"")

    assert StoredFile.objects.count() == 0


def test_the_file_lies_under_its_region_and_not_under_its_own_name(world):
    stored = send(world, "../../etc/passwd.jpg", picture())

    assert stored.path.startswith("33.16/")
    assert stored.name == "passwd.jpg"


def test_a_file_on_which_nothing_hangs_can_be_deleted(
    world, django_capture_on_commit_callbacks
):
    stored = send(world, "foto.jpg", picture())

    with django_capture_on_commit_callbacks(execute=True):
        delete_file(file=stored, reason="salah unggah", by=world.siti)

    assert not default_storage.exists(stored.path)


def test_deleting_needs_a_reason(world):
    stored = send(world, "foto.jpg", picture())

    with pytest.raises(Refusal):
        delete_file(file=stored, reason=" ", by=world.siti)
