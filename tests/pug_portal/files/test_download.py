"""Private files: an attachment for whom a gate says yes; for others they do not exist."""

from __future__ import annotations

import pytest
from django.urls import reverse

from pug_portal.files import gates
from tests.pug_portal.files.test_store_upload import picture, send


@pytest.fixture
def open_for_siti(monkeypatch, world):
    monkeypatch.setattr(gates, "_gates", [lambda actor, file: actor == world.siti])


def url(file) -> str:
    return reverse("file-download", args=[file.pk])


def test_it_comes_as_an_attachment_that_is_never_sniffed(
    world, client_of, open_for_siti
):
    stored = send(world, "foto kegiatan.jpg", picture())

    response = client_of(world.siti).get(url(stored))

    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content)


def test_for_others_it_does_not_exist(world, client_of, open_for_siti):
    stored = send(world, "foto.jpg", picture())

    assert client_of(world.joko).get(url(stored)).status_code == 404


def test_nobody_reads_a_file_that_no_document_points_at(world, client_of, monkeypatch):
    monkeypatch.setattr(gates, "_gates", [])
    stored = send(world, "foto.jpg", picture())

    assert client_of(world.siti).get(url(stored)).status_code == 404
