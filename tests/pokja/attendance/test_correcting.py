"""«Ralat kehadiran»: names' states are corrected, the figures follow, both are listed."""

from __future__ import annotations

import pytest

from pokja.attendance.correcting import correct_people
from pokja.attendance.people import Mark
from pokja.attendance.recount import recount
from pokja.meetings import correction_actions
from pokja.meetings.content import is_intact
from pokja.meetings.correction_data import corrected, data_changes
from pokja.meetings.models import Meeting
from pokja.meetings.paper import paper_of
from pokja.meetings.queries import attendance_totals
from pug_portal.access.refusal import Refusal
from pug_portal.lib import clock as portal_clock
from tests.make import attendance as make

pytestmark = pytest.mark.django_db
STAND_IN = Mark("diwakili", "Rina Astuti", "Kasubag", "P", "surat tugas 12")


@pytest.fixture
def settled(world, clock) -> Meeting:
    """Four of Dinkes: two men and a woman came, one woman was excused."""
    clock(make.NINE)
    states = ("hadir", "hadir", "hadir", "izin")
    held = portal_clock.today()
    return make.settled_by_name(world, states, held=held, is_past_entry=False)


@pytest.fixture
def correction(world, settled):
    return correction_actions.open_correction(
        meeting=settled, reason="Salah mencatat yang hadir", by=world.siti
    )


def sent(settled, **other: str) -> dict[str, str]:
    """What the page would send back, with `o1_state` for the second chair."""
    chairs = list(settled.participants.order_by("order"))
    found = {f"o{chair.pk}-state": "hadir" for chair in chairs[:3]}
    found[f"o{chairs[3].pk}-state"] = "izin"
    for name, value in other.items():
        place, field = name.removeprefix("o").split("_", 1)
        found[f"o{chairs[int(place)].pk}-{field}"] = value
    return found


@pytest.mark.slow
def test_names_are_corrected_and_the_figures_follow(
    world, settled, correction, client_of
):
    frozen = settled.settled_content
    siti, address = client_of(world.siti), f"/rapat/ralat/{correction.pk}/kehadiran/"
    assert "Orang Ke-03" in siti.get(address).content.decode()

    # Who is represented needs a name: said beside the field, what was typed stays.
    half = sent(settled, o0_state="diwakili", o0_stand_in_position="Kasubag Umum")
    wrong = siti.post(address, half)
    assert wrong.status_code == 422
    assert "Tulis nama yang mewakili." in wrong.content.decode()
    assert "Kasubag Umum" in wrong.content.decode()

    right = sent(
        settled,
        o0_state="diwakili",
        o0_stand_in_name="Rina Astuti",
        o0_stand_in_sex="P",
        o1_state="tanpa_keterangan",
        o3_state="hadir",
    )
    assert siti.post(address, right).url == f"/rapat/ralat/{correction.pk}/"
    now = Meeting.objects.get(pk=settled.pk)
    assert now.settled_content == frozen
    assert [row.told for row in now.attendance.all()] == ["Dinkes: 2 L, 1 P"]

    correction.refresh_from_db()
    correction_actions.sign_correction(
        correction=correction, notulis="Rina", by=world.siti
    )
    correction_actions.settle_correction(correction=correction, by=world.joko)

    two = Meeting.objects.get(pk=settled.pk)
    assert is_intact(two)
    places = [change.place for change in paper_of(two).changes]
    assert [place.split(" (")[0] for place in places] == [
        "Kehadiran Dinas Kesehatan",
        "Orang Ke-00",
        "Orang Ke-01",
        "Orang Ke-03",
        "Jumlah peserta",
    ]
    assert two.versions.get().content == frozen
    _the_rows_say_the_same(two)


def _the_rows_say_the_same(two: Meeting) -> None:
    """Counting the corrected list anew finds what the correction worked out."""
    before = [row.told for row in two.attendance.all()]
    totals = attendance_totals(two.attendance.all())
    assert (totals.men, totals.women) == (1, 2)
    assert two.settled_content["totals"] == totals.as_dict()
    recount(two)
    assert [row.told for row in two.attendance.all()] == before


def test_the_quorum_is_counted_anew(world, clock):
    clock(make.NINE)
    facts = {"held": portal_clock.today(), "is_past_entry": False}
    settled = make.settled_by_name(
        world, ("hadir", "hadir", "izin"), quorum_percent=60, **facts
    )
    draft = correction_actions.open_correction(
        meeting=settled, reason="Salah mencatat yang hadir", by=world.siti
    )
    second = settled.participants.order_by("order")[1]
    draft = correct_people(
        correction=draft, day=facts["held"], marks={second.pk: Mark()}, by=world.siti
    )

    told = "60% dari 3 yang diundang (2 orang): belum terpenuhi, 1 hadir"
    new = corrected(settled, draft)
    assert new["quorum"] == told
    places = [each.place for each in data_changes(settled.settled_content, new)]
    assert places[-1] == "Kuorum"


def test_what_is_put_back_is_no_change_and_nobody_at_all_is_refused(
    world, settled, correction
):
    day = portal_clock.today()
    chairs = list(settled.participants.order_by("order"))

    def correct(**marks: Mark):
        return correct_people(
            correction=correction,
            day=day,
            marks={chairs[int(key[1:])].pk: mark for key, mark in marks.items()},
            by=world.siti,
        )

    assert correct(o0=STAND_IN).by_name["totals"]["women"] == 2
    assert correct(o0=Mark("hadir")).by_name == {}
    with pytest.raises(Refusal, match="mengosongkan daftar hadir"):
        correct(o0=Mark("izin"), o1=Mark("izin"), o2=Mark("izin"))
    with pytest.raises(Refusal, match="Belum ada kata"):
        correction_actions.sign_correction(
            correction=correction, notulis="Rina", by=world.siti
        )


@pytest.mark.slow
def test_two_writers_and_a_signed_correction_are_refused(
    world, settled, correction, client_of
):
    siti, address = client_of(world.siti), f"/rapat/ralat/{correction.pk}/kehadiran/"
    seen = siti.get(address).context["seen"]
    chair = settled.participants.first()
    correct_people(
        correction=correction,
        day=portal_clock.today(),
        marks={chair.pk: STAND_IN},
        by=world.joko,
    )

    late = siti.post(address, {**sent(settled, o1_state="izin"), "seen": seen})
    assert late.status_code == 422
    assert "berubah sejak Anda membukanya" in late.content.decode()

    correction.refresh_from_db()
    correction_actions.sign_correction(
        correction=correction, notulis="Rina", by=world.siti
    )
    assert siti.get(address).url == f"/rapat/ralat/{correction.pk}/"
    with pytest.raises(Refusal, match="sudah ditandatangani"):
        correct_people(
            correction=correction, day=portal_clock.today(), marks={}, by=world.siti
        )
