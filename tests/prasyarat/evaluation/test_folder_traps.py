"""Archives that lie about their size, and folders whose ground moved under them."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest
from django.urls import reverse

from prasyarat.evaluation.actions import change_period
from prasyarat.evaluation.folder_actions import drop_folder
from prasyarat.evaluation.folder_jobs import import_folder
from prasyarat.evaluation.folder_reading import read_folder
from pug_portal.access.refusal import Refusal
from pug_portal.lib.sniff import NotAllowed, kind_of
from tests.make import evaluation as make_evaluation
from tests.make import instruments as make_instruments
from tests.make import prasyarat as make

TRUE_SIZE, TOLD_SIZE = 24 * 1024 * 1024, 500


def liar(packing: int, name: str = "KEL-1/a.pdf") -> bytes:
    """The list of the archive names 500 bytes; behind them lie 24 MB."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", packing) as archive:
        archive.writestr(name, b"0" * TRUE_SIZE)
    raw = content.getvalue()
    true, told = (n.to_bytes(4, "little") for n in (TRUE_SIZE, TOLD_SIZE))
    return raw.replace(true, told)


@pytest.mark.slow
@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_an_archive_that_lies_about_its_size_does_not_fill_the_memory(packing):
    raw = liar(packing)
    tracemalloc.start()
    try:
        members = read_folder(io.BytesIO(raw), len(raw))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [member.refusal for member in members] == ["rusak di dalam ZIP"]
    assert peak < 2 * 1024 * 1024


@pytest.fixture
def period(clock, world):
    clock("2020-10-26")
    make.instrument()
    return make_evaluation.period(world.blora, world.siti)


def test_a_folder_read_for_one_instrument_is_not_put_to_another(world, period):
    files = {"KEL-1/a.pdf": make_evaluation.paper("a")}
    draft = make_evaluation.folder(period, world.siti, files)
    names = ("first_year", "years", "as_of", "due_on")
    facts = {name: getattr(period, name) for name in names}
    facts |= {"instrument": make_instruments.variant(), "by": world.siti}
    with pytest.raises(Refusal, match=r"Impor atau batalkan dahulu"):
        change_period(period=period, **facts)
    period.refresh_from_db()
    drop_folder(draft=draft, by=world.siti)
    # A second click, or another tab.
    for verb in (drop_folder, import_folder):
        with pytest.raises(Refusal, match="sudah dibatalkan"):
            verb(draft=draft, by=world.siti)
    assert change_period(period=period, **facts).instrument == facts["instrument"]


@pytest.mark.slow
def test_an_instrument_of_a_neighbour_is_not_offered(world, period, client_of):
    theirs = make_instruments.variant()
    theirs.region = world.rembang
    theirs.save(update_fields=["region"])
    client = client_of(world.siti)
    for name in ("evaluation-edit", "evaluation-folder"):
        page = client.get(reverse(name, args=[period.pk])).content.decode()
        assert period.instrument.name in page
        assert theirs.name not in page
    for name in ("instrument-through", "instrument-detail", "instrument-export"):
        assert client.get(reverse(name, args=[theirs.pk])).status_code == 404
    assert theirs.name not in client.get(reverse("instrument")).content.decode()


def test_a_document_that_lies_about_its_size_does_not_fill_the_memory():
    raw = liar(zipfile.ZIP_DEFLATED, "[Content_Types].xml")
    tracemalloc.start()
    try:
        with pytest.raises(NotAllowed):
            kind_of(raw, "surat.docx")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2 * 1024 * 1024
