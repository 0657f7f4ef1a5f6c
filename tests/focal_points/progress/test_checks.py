"""Contradictions and doubts, on plain content."""

import copy

import pytest

from focal_points.progress.checks import blocking, findings
from pug_portal.lib.dates import Semester
from tests.make import progress as make

SEMESTER = Semester(2020, 2)
ACTIVITY = {
    "id": 7,
    "name": "Kelas ibu hamil",
    **make.ACTIVITY,
    "held_from": "2020-08-03",
    "held_to": "2020-08-05",
    "realized_note": "",
}


def content(activity=None, **fields):
    base = {
        "fields": {"denominator": "belanja_opd", "arg_note": "", **make.ANSWERS},
        "activities": [copy.deepcopy(ACTIVITY)],
        "files": [{"id": "x"}],
    }
    base["fields"].update(fields)
    base["activities"][0].update(activity or {})
    return base


def test_a_sound_report_has_no_findings():
    assert findings(content(), SEMESTER) == []


@pytest.mark.parametrize(
    ("fields", "anchor", "words"),
    [
        ({"arg_ceiling": 99 * 10**9}, "id_arg_ceiling", "melebihi total belanja OPD"),
        ({"arg_realized": 600_000_000}, "id_arg_note", "melebihi pagu"),
        ({"obstacles": "  "}, "id_obstacles", "Tulis «tidak ada»"),
        ({"spending_ceiling": None}, "id_spending_ceiling", "Tulis 0"),
        ({"renstra_responsive": ""}, "id_renstra_responsive", "belum diisi"),
        ({"trained_women": None}, "id_trained_women", "perempuan belum diisi"),
        ({"tables_updated": 9}, "id_tables_updated", "lebih banyak"),
        ({"gbs_count": 0}, "id_gbs_count", "jumlah GBS 0"),
    ],
)
def test_a_contradiction_stops_and_points_at_its_field(fields, anchor, words):
    (stop,) = blocking(content(**fields), SEMESTER)

    assert stop.anchor == anchor
    assert words in stop.sentence


@pytest.mark.parametrize(
    ("activity", "anchor", "words"),
    [
        ({"men": None}, "id_kegiatan-7-men", "laki-laki belum diisi"),
        ({"women": None}, "id_kegiatan-7-women", "perempuan belum diisi"),
        ({"realized": 500_000_000}, "id_kegiatan-7-realized_note", "melebihi pagu"),
    ],
)
def test_a_contradiction_in_an_activity_names_it(activity, anchor, words):
    (stop,) = blocking(content(activity), SEMESTER)

    assert stop.anchor == anchor
    assert stop.sentence.startswith("Kegiatan 1:")
    assert words in stop.sentence


@pytest.mark.parametrize(
    ("fields", "activity"),
    [
        ({"arg_realized": 600_000_000, "arg_note": "Perubahan anggaran"}, {}),
        ({}, {"realized": 500_000_000, "realized_note": "Perubahan anggaran"}),
        ({"gap_count": None}, {}),
        ({"rka_has_gbs": "tidak"}, {}),
        ({"gbs_count": 5}, {}),
        ({}, {"held_from": "2020-02-01", "held_to": "2020-02-02"}),
        ({}, {"held_from": None, "held_to": None}),
        ({}, {"men": None, "women": None}),
    ],
)
def test_a_doubt_is_told_and_does_not_stop(fields, activity):
    doubtful = content(activity, **fields)

    assert blocking(doubtful, SEMESTER) == []
    assert findings(doubtful, SEMESTER)


def test_no_activity_and_no_evidence_are_doubts():
    bare = content()
    bare["activities"], bare["files"] = [], []

    assert {f.anchor for f in findings(bare, SEMESTER)} == {
        "id_tambah-kegiatan",
        "id_bukti",
    }


def test_achieved_without_evidence_of_its_own_stops():
    claimed = content({"achievement": "tercapai"})

    (stop,) = blocking(claimed, SEMESTER)
    assert stop.anchor == "id_kegiatan-7-achievement"
    assert "belum ada bukti" in stop.sentence

    claimed["files"][0]["activity"] = 7
    assert blocking(claimed, SEMESTER) == []


def test_other_numbers_than_on_the_attendance_list_are_asked_about():
    listed = content({"listed_men": 1280, "listed_women": 4106})

    told = [f for f in findings(listed, SEMESTER) if "daftar hadir" in f.sentence]

    assert [f.anchor for f in told] == ["id_kegiatan-7-men"]
    assert "ditulis 1.284, di daftar hadir 1.280" in told[0].sentence
