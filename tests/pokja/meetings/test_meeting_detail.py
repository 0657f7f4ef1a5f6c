"""The page of a meeting: who reads the draft, who the settled minutes."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pokja.meetings import part_actions
from pokja.meetings.rows import AttendanceRow
from tests.make import meetings as make

EVIL = '<script>alert("x")</script><img src=x onerror=alert(1)>'


@pytest.fixture(autouse=True)
def in_november(clock):
    clock("2020-11-02")


def page(client, meeting, name="meeting-detail"):
    return client.get(reverse(name, args=[meeting.pk]))


@pytest.mark.slow
def test_the_desk_reads_the_draft(world, client_of):
    meeting = make.meeting_at("koreksi", world)

    for who in (world.siti, world.joko):
        html = page(client_of(who), meeting).content.decode()
        assert "Mencakup usia" in html
        assert f"(akun {world.siti.name})" in html


@pytest.mark.slow
def test_opd_people_read_facts_and_agenda_until_it_is_settled(world, client_of):
    draft = make.meeting_at("koreksi", world)
    settled = make.meeting_at("disahkan", world, title="Rapat sah")
    ratih = client_of(world.ratih)

    html = page(ratih, draft).content.decode()
    assert "Pembukaan" in html
    assert "tampil setelah notulen disahkan" in html
    for secret in (
        "Mencakup usia",
        "profil gender bidang",
        "PUSPA Ceria",
        "Sebagian",
    ):
        assert secret not in html
    assert page(ratih, draft, "meeting-print").status_code == 404
    assert "Mencakup usia" in page(ratih, settled).content.decode()


@pytest.mark.parametrize("who", ["wati", "yusuf", "prov"])
@pytest.mark.parametrize("state", ["rencana", "diundang", "berlangsung", "koreksi"])
def test_readers_of_settled_things_do_not_find_a_draft(world, client_of, who, state):
    meeting = make.meeting_at(state, world)

    assert page(client_of(getattr(world, who)), meeting).status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize("who", ["wati", "yusuf", "prov"])
def test_readers_of_settled_things_find_them_without_buttons(world, client_of, who):
    html = page(client_of(getattr(world, who)), make.meeting_at("disahkan", world))

    text = html.content.decode()
    assert "Mencakup usia" in text
    assert "Riwayat perubahan" not in text
    assert "Tindakan lain" not in text


@pytest.mark.slow
def test_buttons_follow_the_state_and_the_person(world, client_of):
    signed = make.meeting_at("koreksi", world)
    settle = reverse("meeting-settle", args=[signed.pk])

    assert settle in page(client_of(world.joko), signed).content.decode()
    assert settle not in page(client_of(world.siti), signed).content.decode()


def test_signing_is_offered_once_something_is_written(world, client_of):
    running = make.meeting_at("berlangsung", world)
    sign = reverse("meeting-sign", args=[running.pk])
    write = reverse("meeting-minutes", args=[running.pk])

    empty = page(client_of(world.siti), running).content.decode()
    make.fill(running, world)
    written = page(client_of(world.siti), running).content.decode()

    assert sign not in empty
    assert empty.count(write) == 2
    assert sign in written
    assert written.count(write) == 1


def test_the_time_is_told_in_the_zone_of_the_region(world, client_of):
    world.blora.zone = "WITA"
    world.blora.save()

    html = page(client_of(world.siti), make.meeting_at("rencana", world))

    assert "09.00–12.30\N{NO-BREAK SPACE}WITA" in html.content.decode()


@pytest.mark.slow
def test_markup_in_any_text_is_shown_as_text(world, client_of):
    meeting = make.meeting_at(
        "berlangsung",
        world,
        title=EVIL,
        theme=EVIL,
        place=EVIL,
        organiser=EVIL,
        host=EVIL,
        speakers=EVIL,
        source_note=EVIL,
    )
    make.fill(meeting, world)
    part_actions.set_minutes(
        meeting=meeting, text=f"1. {EVIL}\n- {EVIL}", summary=EVIL, by=world.siti
    )
    part_actions.set_attendance(
        meeting=meeting,
        rows=[AttendanceRow(institution=EVIL, names=EVIL, men=1, is_leader=True)],
        by=world.siti,
    )
    make.recommend(meeting, world, text=EVIL)
    siti = client_of(world.siti)

    for name in (
        "detail",
        "print",
        "history",
        "sign",
        "minutes",
        "attendance",
        "delete",
    ):
        html = page(siti, meeting, f"meeting-{name}").content.decode()
        assert "&lt;script&gt;" in html, name
        assert "<script>alert" not in html, name
        assert "<img src=x" not in html, name


@pytest.mark.slow
def test_the_page_costs_the_same_however_much_stands_on_it(world, client_of):
    meeting = make.meeting_at("berlangsung", world)
    make.fill(meeting, world)
    siti = client_of(world.siti)

    def count() -> int:
        page(siti, meeting)
        with CaptureQueriesContext(connection) as caught:
            page(siti, meeting)
        return len(caught)

    few = count()
    text = "\n".join(f"{n}. Butir\n- Sub" for n in range(1, 41))
    part_actions.set_minutes(meeting=meeting, text=text, by=world.siti)
    rows = [AttendanceRow(institution=f"Instansi {n}", men=1) for n in range(40)]
    part_actions.set_attendance(meeting=meeting, rows=rows, by=world.siti)
    for number in range(40):
        make.recommend(meeting, world, text=f"Rekomendasi {number}")

    assert count() == few <= 16
