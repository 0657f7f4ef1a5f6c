"""The meetings of the source articles, recorded through the real verbs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from focal_points.opd.loading import load_opd
from focal_points.opd.models import Opd
from pokja.meetings.content import is_intact
from pokja.meetings.models import Meeting
from pokja.meetings.queries import attendance_totals
from pokja.meetings.scenes import SceneError, record_scene
from pokja.meetings.sections import sections_of
from pug_portal.access.actor import SYSTEM
from pug_portal.access.roles import Role
from pug_portal.regions.models import Level
from tests.make import pug_portal as make

DATA = Path(__file__).resolve().parents[3] / "pokja" / "data"
FILES = {
    "contoh_blora_rakor_2020.json": ("33.16", Level.REGENCY, "WIB"),
    "contoh_banjarbaru_rakor_2024.json": ("63.72", Level.CITY, "WITA"),
    "contoh_tanah_bumbu_rapat_2025.json": ("63.10", Level.REGENCY, "WITA"),
    "contoh_tangsel_penguatan_2017.json": ("36.74", Level.CITY, "WIB"),
    "contoh_kalsel_bimtek_2019.json": ("63", Level.PROVINCE, "WITA"),
}


def read(file: str) -> dict:
    return json.loads((DATA / file).read_text(encoding="utf-8"))


def record(file: str, clock) -> Meeting:
    """On the day itself, as the demo does; with the office list the demo loads."""
    data = read(file)
    code, level, zone = FILES[file]
    nation = make.region("00", "Republik Indonesia", Level.NATION, None)
    region = make.region(code, f"Daerah {code}", level, nation, zone=zone)
    clock("2017-01-02")
    load_opd(region=region, by=SYSTEM)
    last = data["meeting"].get("ends_on", data["meeting"]["starts_on"])
    clock(f"{last}T15:30")
    desk, chair = (
        make.hat(make.user(f"{name} {code}", region, f"{name}{code}"), role, region)
        for name, role in [("s", Role.SEKRETARIAT), ("b", Role.BAPPEDA)]
    )

    def once() -> Meeting:
        return record_scene(
            region=region,
            data=data,
            opd_by_short_name={
                o.short_name: o for o in Opd.objects.filter(region=region)
            },
            by_sekretariat=desk,
            by_bappeda=chair,
        )

    meeting = once()
    assert once() == meeting
    return Meeting.objects.get(pk=meeting.pk)


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES)
@pytest.mark.django_db
def test_every_scene_is_recorded_once_up_to_its_settlement(file, clock):
    meeting = record(file, clock)

    assert meeting.is_settled
    assert is_intact(meeting)
    assert "Contoh (tidak disebut dalam sumber)" in meeting.source_note
    assert all(row.is_example for row in meeting.recommendations.all())
    numbers = [row.number for row in meeting.recommendations.all()]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.slow
@pytest.mark.django_db
def test_blora_has_its_six_points(clock):
    meeting = record("contoh_blora_rakor_2020.json", clock)
    sections = {section.code: section.points for section in sections_of(meeting)}
    points = sections["pembahasan"]

    assert len(points) == 6
    assert "disabilitas" in points[0].subs[0].text
    assert [len(point.subs) for point in points] == [2, 0, 6, 7, 11, 6]
    assert list(sections) == [
        "pembukaan",
        "pemaparan",
        "pembahasan",
        "keputusan",
        "penutup",
    ]
    fulfilled = [role.subs[0].text for role in points[5].subs]
    assert len([text for text in fulfilled if text.startswith("Pemenuhan")]) == 6
    assert points[3].subs[0].text == "Komitmen."
    assert points[3].subs[-1].text == "Alat Analisis."
    assert (meeting.organiser, meeting.host) == (
        "Dinsos P3A Kabupaten Blora",
        "Bappeda Kabupaten Blora",
    )
    assert meeting.place == "Ruang Pertemuan Bappeda Lantai 2"
    assert set(meeting.recommendations.values_list("state", flat=True)) == {
        "belum",
        "proses",
        "selesai",
    }


@pytest.mark.slow
@pytest.mark.django_db
def test_banjarbaru_has_six_outcomes_and_kalsel_sixty_people(clock):
    banjarbaru = record("contoh_banjarbaru_rakor_2024.json", clock)
    kalsel = record("contoh_kalsel_bimtek_2019.json", clock)

    verdicts = list(banjarbaru.outcomes.values_list("verdict", flat=True))
    assert len(verdicts) == 6
    assert set(verdicts) == {"tercapai", "sebagian", "belum"}
    assert attendance_totals(kalsel.attendance.all()).total == 60
    assert kalsel.is_many_days
    assert len(kalsel.duties) == 7


@pytest.mark.slow
@pytest.mark.django_db
def test_tanah_bumbu_has_one_recommendation_per_focal_point(clock):
    meeting = record("contoh_tanah_bumbu_rapat_2025.json", clock)
    came = set(meeting.attendance.exclude(opd=None).values_list("opd", flat=True))
    proposed = list(meeting.recommendations.values_list("proposer_opd", flat=True))

    assert meeting.opened_by.startswith("Kepala Bidang PUG")
    assert meeting.represents == "Bupati Tanah Bumbu"
    assert sorted(proposed) == sorted(came)


@pytest.mark.parametrize(
    "change",
    [{"region": "33.17"}, {"schema": 2}, {"attendance": [{"opd": "Entah", "men": 1}]}],
)
def test_a_scene_that_does_not_fit_is_not_recorded(world, clock, change):
    clock("2020-10-26")
    data = {**read("contoh_blora_rakor_2020.json"), **change}

    with pytest.raises(SceneError):
        record_scene(
            region=world.blora,
            data=data,
            opd_by_short_name={},
            by_sekretariat=world.siti,
            by_bappeda=world.joko,
        )
    assert not Meeting.objects.exists()
