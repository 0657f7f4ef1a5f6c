"""The forms: what is typed is kept, what is refused is said, nothing needs a script."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from pokja.meetings.models import Meeting, Recommendation
from tests.make import meetings as make

FACTS = {
    "kind": "rapat_koordinasi",
    "title": "Rakor PUG",
    "starts_on": "2020-10-26",
    "starts_time": "09.00",
    "ends_time": "12:30",
    "place": "Ruang Pertemuan Bappeda Lantai 2",
    "organiser": "Dinsos P3A",
    "host": "Bappeda",
    "duties": ["a", "d"],
    "is_past_entry": "on",
}


@pytest.fixture(autouse=True)
def in_november(clock):
    clock("2020-11-02")


@pytest.fixture
def siti(world, client_of):
    return client_of(world.siti)


def address(name, thing) -> str:
    return reverse(name, args=[thing.pk])


def test_a_meeting_is_planned(world, siti):
    sent = siti.post(reverse("meeting-add"), FACTS)

    meeting = Meeting.objects.get()
    assert sent.url == address("meeting-detail", meeting)
    assert (meeting.region, meeting.duties) == (world.blora, ["a", "d"])
    assert meeting.starts_at == dt.datetime(2020, 10, 26, 2, tzinfo=dt.UTC)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"ends_time": "08.00"}, "selesai sebelum dimulai"),
        ({"ends_on": "2020-10-25"}, "selesai sebelum dimulai"),
        ({"starts_on": "26-13-2020"}, "Tanggal tidak terbaca"),
        ({"starts_time": "jam 9"}, "Jam tidak terbaca"),
        ({"starts_on": "0020-10-26"}, "tidak mungkin"),
        ({"planned_participants": "1.234.567,89"}, "planned_participants"),
        ({"planned_participants": "-5"}, "planned_participants"),
        ({"planned_participants": "abc"}, "planned_participants"),
        ({"kind": "pesta"}, "kind"),
        ({"duties": ["z"]}, "duties"),
        ({"title": "x" * 251}, "title"),
        ({"is_past_entry": ""}, "sudah lewat"),
    ],
)
def test_bad_facts_come_back_with_what_was_typed(siti, wrong, sentence):
    sent = siti.post(reverse("meeting-add"), {**FACTS, **wrong})

    html = sent.content.decode()
    assert sent.status_code == 422
    assert sentence in html
    assert "Ruang Pertemuan Bappeda Lantai 2" in html
    assert not Meeting.objects.exists()


def test_a_stale_form_keeps_what_was_typed(world, siti, client_of):
    meeting = make.meeting_at("rencana", world)
    url = address("meeting-change", meeting)
    client_of(world.joko).post(url, {**FACTS, "revision": meeting.revision})

    sent = siti.post(
        url, {**FACTS, "title": "Punya Siti", "revision": meeting.revision}
    )

    assert sent.status_code == 422
    assert "diubah orang lain" in sent.content.decode()
    assert "Punya Siti" in sent.content.decode()
    assert Meeting.objects.get().title == "Rakor PUG"


def rows(*given: dict, initial: int = 0, more: bool = False) -> dict[str, str]:
    data = {"baris-TOTAL_FORMS": len(given), "baris-INITIAL_FORMS": initial}
    for place, row in enumerate(given):
        data |= {f"baris-{place}-{name}": value for name, value in row.items()}
    return data | ({"more": "1"} if more else {})


def test_the_agenda_is_ordered_by_its_numbers(world, siti):
    meeting = make.meeting_at("rencana", world)
    sent = siti.post(
        address("meeting-agenda", meeting),
        rows(
            {"text": "Doa", "time": "11.45", "order": "3"},
            {"text": "", "time": ""},
            {"text": "Pembukaan", "time": "09.00", "order": "1"},
            {"text": "Paparan", "order": "2"},
        ),
    )

    assert sent.url == address("meeting-detail", meeting)
    assert [item.text for item in meeting.agenda.all()] == [
        "Pembukaan",
        "Paparan",
        "Doa",
    ]


@pytest.mark.slow
def test_a_row_is_removed_by_its_box(world, siti):
    meeting = make.meeting_at("koreksi", world)
    meeting = make.meeting_at("berlangsung", world, title="Lain")
    make.fill(meeting, world)
    row = {"opd": world.dinkes.pk, "men": "1", "women": "2"}

    siti.post(
        address("meeting-attendance", meeting),
        rows(row, {"opd": world.dlh.pk, "men": "1", "DELETE": "on"}, initial=2),
    )

    assert [row.who for row in meeting.attendance.all()] == ["Dinkes"]


@pytest.mark.slow
def test_every_office_can_be_listed_and_those_without_people_are_not_kept(world, siti):
    meeting = make.meeting_at("berlangsung", world)
    url = address("meeting-attendance", meeting)

    listed = siti.get(url, {"isi": "opd"}).context["rows"]
    assert listed.initial_form_count() == 4
    sent = siti.post(
        url,
        rows(
            {"opd": world.dinkes.pk, "offered": "True", "men": "1", "women": "2"},
            {"opd": world.dlh.pk, "offered": "True"},
            initial=2,
            more=True,
        ),
    )

    assert sent.url == f"{url}#akhir"
    assert [row.who for row in meeting.attendance.all()] == ["Dinkes"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"men": "abc"}, "Baris 1, Laki-laki"),
        ({"men": "-1"}, "Baris 1, Laki-laki"),
        ({"men": "1" + "0" * 18}, "Baris 1, Laki-laki"),
        ({"opd": "999999", "men": "1"}, "Baris 1, OPD"),
        ({}, "isi jumlah laki-laki atau perempuan"),
    ],
)
def test_bad_attendance_is_named_by_its_row(world, siti, row, sentence):
    meeting = make.meeting_at("berlangsung", world)

    sent = siti.post(
        address("meeting-attendance", meeting), rows({"opd": world.dinkes.pk, **row})
    )

    assert sent.status_code == 422
    assert sentence in sent.content.decode()
    assert not meeting.attendance.exists()


def test_an_office_of_another_region_is_not_among_the_choices(world, siti):
    meeting = make.meeting_at("berlangsung", world)
    sent = siti.post(
        address("meeting-attendance", meeting),
        rows({"opd": world.dinkes_rembang.pk, "men": "1"}),
    )

    assert sent.status_code == 422


def test_a_broken_management_form_is_no_error_page(world, siti):
    meeting = make.meeting_at("berlangsung", world)

    assert siti.post(address("meeting-agenda", meeting), {}).status_code == 422


def test_a_recommendation_is_added_changed_and_removed(world, siti):
    meeting = make.meeting_at("berlangsung", world)
    facts = {
        "text": "Menyusun GAP",
        "proposer": "Pokja PUG",
        "responsible_opd": world.dinkes.pk,
        "due_on": "31-12-2020",
        "is_example": "on",
    }
    siti.post(address("recommendation-add", meeting), facts)
    row = Recommendation.objects.get()
    siti.post(address("recommendation-change", row), {**facts, "text": "Menyusun GBS"})
    row.refresh_from_db()

    assert (row.text, row.is_example) == ("Menyusun GBS", True)
    siti.post(address("recommendation-remove", row))
    assert not Recommendation.objects.exists()


@pytest.mark.slow
def test_who_signs_and_who_settles(world, siti, client_of):
    meeting = make.meeting_at("berlangsung", world)
    make.fill(meeting, world)
    joko = client_of(world.joko)

    shown = siti.get(address("meeting-sign", meeting)).content.decode()
    assert "Mencakup usia" in shown
    siti.post(address("meeting-sign", meeting), {"notulis": "Rina Astuti"})
    seen = joko.get(address("meeting-settle", meeting)).context["form"]["seen"].value()
    first = joko.post(address("meeting-settle", meeting), {"seen": seen})
    second = joko.post(address("meeting-settle", meeting), {"seen": seen})

    assert first.status_code == 302
    assert second.status_code == 422
    assert "sudah disahkan oleh Joko Purwanto" in second.content.decode()


def test_what_hangs_on_a_meeting_is_shown_before_it_goes(world, siti):
    meeting = make.meeting_at("berlangsung", world)
    make.fill(meeting, world)
    url = address("meeting-delete", meeting)

    shown = siti.get(url).content.decode()
    assert "1 rekomendasi" in shown
    assert "3 baris kehadiran" in shown
    assert siti.post(url, {"reason": " "}).status_code == 422
    assert siti.post(url, {"reason": "Salah daerah"}).url == reverse("meeting-list")
    assert not Meeting.objects.exists()


@pytest.mark.slow
def test_a_button_pressed_too_early_says_why(world, siti):
    meeting = make.meeting_at("disahkan", world)

    sent = siti.post(address("meeting-invite", meeting), follow=True)

    assert "tidak dapat berubah" in sent.content.decode()
