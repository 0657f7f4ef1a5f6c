"""Every submission stays as it was; two of them stand side by side."""

from __future__ import annotations

import copy

import pytest
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.differences import differences
from focal_points.progress.models import State
from tests.focal_points.progress.test_checks import content
from tests.make import progress as make


def told(old, new) -> dict[str, tuple[str, str]]:
    return {d.label: (d.before, d.after) for d in differences(old, new)}


def test_changed_numbers_words_rows_and_files_are_told():
    old = content(gap_count=None, obstacles="Data belum terpilah.")
    new = copy.deepcopy(old)
    new["fields"] |= {"gap_count": 0, "obstacles": "Data sudah terpilah."}
    new["activities"][0]["men"] = 1300
    new["activities"].append({**old["activities"][0], "id": 8, "name": "Posyandu"})
    new["files"] = [{"id": "y", "name": "foto.jpg"}]
    old["files"][0]["name"] = "lama.pdf"

    found = told(old, new)

    assert found == {
        "Jumlah GAP": ("–", "0"),
        "Permasalahan": ("Data belum terpilah.", "Data sudah terpilah."),
        "Peserta laki-laki": ("1.284", "1.300"),
        "Ditambah": ("–", "foto.jpg"),
        "Dilepas": ("lama.pdf", "–"),
    }
    words = next(d for d in differences(old, new) if d.label == "Permasalahan")
    assert [p.text.strip() for p in words.new_pieces if p.kind == "added"] == ["sudah"]
    assert ("–", "Posyandu") in [(d.before, d.after) for d in differences(old, new)]
    assert differences(old, copy.deepcopy(old)) == []


def test_in_an_activity_zero_is_not_the_same_as_empty():
    old = content()
    old["files"] = []
    old["activities"][0]["men"] = None
    new = copy.deepcopy(old)
    new["activities"][0]["men"] = 0

    assert told(old, new) == {"Peserta laki-laki": ("–", "0")}


@pytest.mark.slow
def test_the_opd_compares_its_draft_and_the_desk_reads_what_was_sent(
    world, report_at, client_of
):
    report = report_at(State.RETURNED)
    version = make.fresh(report).version
    actions.save(
        progress=report, version=version, answers={"gap_count": 31}, by=world.ratih
    )
    url = reverse("progress-versions", args=[report.pk])

    own = client_of(world.ratih).get(url).content.decode()
    desk = client_of(world.siti).get(url, {"lama": "9", "baru": "kini"})

    assert "Draf sekarang" in own
    assert ">31<" in own.replace("\n", "")
    shown = desk.content.decode()
    assert ">Ke-1<" in shown
    assert "Draf sekarang" not in shown
    assert ">31<" not in shown
    assert client_of(world.dewi).get(url).status_code == 404


@pytest.mark.slow
def test_a_submission_never_changes_and_a_second_one_is_compared(
    world, report_at, client_of
):
    report = report_at(State.RETURNED)
    first = report.versions.get().content
    version = make.fresh(report).version
    actions.save(
        progress=report,
        version=version,
        answers={"obstacles": "<b>Baru</b>"},
        by=world.ratih,
    )
    make.sent(report, world.ratih)

    shown = client_of(world.siti).get(
        reverse("progress-versions", args=[report.pk]), {"lama": "1", "baru": "2"}
    )

    assert report.versions.get(number=1).content == first
    assert "&lt;b&gt;Baru&lt;/b&gt;" in shown.content.decode()
    assert "1 isian berbeda" in shown.content.decode()
