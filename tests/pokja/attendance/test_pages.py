"""The desk's pages of the list."""

from __future__ import annotations

import pytest
from django.urls import reverse

from pokja.attendance import actions
from pokja.attendance.people import Mark, Person
from pug_portal.lib import clock as portal_clock
from tests.counting import queries_of
from tests.make import attendance as make


@pytest.fixture
def meeting(world, clock):
    clock(make.NINE)
    return make.meeting_today(world)


def page(name: str, pk: int) -> str:
    return reverse(name, args=[pk])


@pytest.mark.slow
def test_three_and_forty_people_cost_the_same_queries(world, meeting, client_of):
    make.chairs(meeting, world, 3)
    make.door(meeting, world)
    more = make.meeting_today(world, title="Rapat besar")
    make.chairs(more, world, 40)
    make.door(more, world)
    siti = client_of(world.siti)

    for name in ("attendance-list", "check-in-screen"):
        few = queries_of(siti, page(name, meeting.pk))
        assert few == queries_of(siti, page(name, more.pk)) <= 12


def test_the_desk_marks_the_list_in_one_save(world, meeting, client_of):
    one, two, three = make.chairs(meeting, world, 3)
    siti, url = client_of(world.siti), page("attendance-list", meeting.pk)
    sent = {f"w{row.pk}": "" for row in (one, two, three)}
    sent |= {f"k{one.pk}": "hadir", f"k{two.pk}": "izin", f"k{three.pk}": ""}
    siti.post(url, sent)
    text = siti.get(url).text

    assert one.presences.get().state == "hadir"
    assert not three.presences.exists()
    assert "1 izin" in text
    # The same form sent again meets what it wrote itself: nothing is overwritten.
    assert "baru saja dicatat" in siti.post(url, sent, follow=True).text


def test_an_office_without_a_name_says_what_it_lacks(world, meeting, client_of):
    known = make.chairs(meeting, world, 1)[0]
    office = actions.add_participant(
        meeting=meeting,
        person=Person(position="Kepala", institution="BPS"),
        by=world.siti,
    )
    text = client_of(world.siti).get(page("attendance-list", meeting.pk)).text

    assert page("participant-change", office.pk) in text
    assert page("participant-change", known.pk) not in text


def test_the_representative_is_written_on_the_persons_page(world, meeting, client_of):
    chair = make.chairs(meeting, world, 1)[0]
    siti, url = client_of(world.siti), page("participant-mark", chair.pk)

    refused = siti.post(url, {"state": "diwakili"})
    assert (refused.status_code, "Tulis nama" in refused.text) == (422, True)
    siti.post(
        url,
        {"state": "diwakili", "stand_in_name": "Rina Astuti", "stand_in_sex": "P"},
    )
    assert chair.presences.get().told == "Diwakili Rina Astuti (P)"


def test_the_counting_form_leads_to_the_list_once_names_are_marked(
    world, clock, client_of
):
    clock(make.NINE)
    meeting = make.meeting_today(world, "berlangsung")
    chair = make.chairs(meeting, world, 1)[0]
    siti, url = client_of(world.siti), page("meeting-attendance", meeting.pk)
    assert siti.get(url).status_code == 200
    actions.mark_one(
        participant=chair, day=portal_clock.today(), mark=Mark("hadir"), by=world.siti
    )

    assert siti.get(url).url == page("attendance-list", meeting.pk)


@pytest.mark.slow
def test_the_meeting_page_offers_the_screen_on_its_day_only(
    world, meeting, clock, client_of
):
    siti, url = client_of(world.siti), page("meeting-detail", meeting.pk)
    make.chairs(meeting, world, 4)
    for row in meeting.participants.filter(sex="L"):
        actions.mark_one(
            participant=row, day=portal_clock.today(), mark=Mark("hadir"), by=world.siti
        )
    today = siti.get(url).text
    assert "Layar absensi QR" in today
    assert "Kurang dari 30% peserta adalah perempuan" in today
    clock("2026-11-24T09:00:00")

    assert "Layar absensi QR" not in siti.get(url).text


@pytest.mark.slow
def test_the_sheet_is_a_pdf(world, meeting, client_of):
    make.chairs(meeting, world, 2)
    answer = client_of(world.siti).get(page("attendance-sheet", meeting.pk))

    assert answer.content.startswith(b"%PDF")
    assert "daftar-hadir-" in answer["Content-Disposition"]


@pytest.mark.slow
def test_a_list_by_name_is_signed_within_twelve_queries(
    world, clock, client_of, django_assert_max_num_queries
):
    clock(make.NINE)
    meeting = make.meeting_today(world, "berlangsung")
    rows = make.chairs(meeting, world, 4)
    came = {row.pk: ("", "hadir") for row in rows}
    day = portal_clock.today()
    actions.mark_list(meeting=meeting, day=day, states=came, by=world.siti)
    client, address = client_of(world.siti), f"/rapat/{meeting.pk}/tanda-tangan/"
    client.get(address)

    with django_assert_max_num_queries(12):
        html = client.get(address).content.decode()

    assert "Orang Ke-03" in html
