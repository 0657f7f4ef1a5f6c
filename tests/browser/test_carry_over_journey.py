"""A recommendation goes from meeting to meeting until its OPD closes it on a phone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from pokja.meetings import minutes_actions, part_actions
from pokja.meetings.models import Meeting
from pokja.meetings.rows import AttendanceRow
from tests.browser.devices import DESKTOP, PHONE
from tests.browser.hands import attach, click, fill, heading, misses, sees
from tests.browser.pictures import look
from tests.browser.story import menu, press, told
from tests.make import meetings as make
from tests.pug_portal.lib import samples

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIRST, SECOND, THIRD = dt.date(2026, 9, 7), dt.date(2026, 10, 5), dt.date(2026, 11, 23)
FOURTH = dt.date(2026, 12, 14)
TEXT = "Menyusun profil gender bidang kesehatan"
DONE = "Profil gender kesehatan selesai dan dikirim ke Bappeda."


@pytest.fixture
def meetings(world, clock) -> list[Meeting]:
    """Two that were held and settled, the one of today, and the one after it."""
    made = []
    for number, day in enumerate((FIRST, SECOND), start=1):
        clock(f"{day}T15:00:00")
        meeting = make.meeting_at("berlangsung", world, **_facts(number, day))
        _record(meeting, world)
        if number == 1:
            make.recommend(meeting, world, text=TEXT, due_on=dt.date(2026, 12, 31))
        _settle(meeting, world)
        made.append(meeting)
    clock(f"{THIRD}T08:00:00")
    for number, day in ((3, THIRD), (4, FOURTH)):
        made.append(make.meeting_at("rencana", world, **_facts(number, day)))
    return made


def _facts(number: int, day: dt.date) -> dict[str, Any]:
    return {"title": f"Rapat Pokja ke-{number}", "held": day, "is_past_entry": False}


def _record(meeting: Meeting, world: Any) -> None:
    came = [AttendanceRow(opd=world.dinkes, men=1, women=2)]
    part_actions.set_attendance(meeting=meeting, rows=came, by=world.siti)
    part_actions.set_minutes(meeting=meeting, text=make.MINUTES, by=world.siti)


def _settle(meeting: Meeting, world: Any) -> None:
    minutes_actions.sign_minutes(meeting=meeting, notulis="Rina Astuti", by=world.siti)
    minutes_actions.settle_minutes(meeting=meeting, by=world.joko)


def test_a_recommendation_is_carried_until_the_opd_closes_it(
    world, clock, meetings, open_page, come_in, address, tmp_path
):
    desk, phone = open_page(DESKTOP), open_page(PHONE)
    come_in(desk, world.siti)
    come_in(phone, world.ratih)

    for meeting, age in (
        (meetings[1], "umur 1 rapat, 28 hari"),
        (meetings[2], "umur 2 rapat, 77 hari"),
    ):
        desk.goto(address("meeting-detail", pk=meeting.pk))
        sees(desk.get_by_role("region", name="Agenda"), TEXT, age)
    look(desk, "b1-rapat-ketiga")
    desk.goto(address("meeting-prepare", pk=meetings[3].pk))
    sees(desk.get_by_role("region", name="Rekomendasi terbuka"), TEXT)

    _answers_by_phone(phone, tmp_path)
    _is_confirmed(desk)

    phone.reload()
    sees(phone, "Selesai", "dinyatakan Siti")
    look(phone, "b5-selesai")
    # Closed ones go no further.
    desk.goto(address("meeting-prepare", pk=meetings[3].pk))
    sees(desk, "Tidak ada rekomendasi terbuka")
    misses(desk, [TEXT])


def _answers_by_phone(phone: Page, folder: Path) -> None:
    phone.goto("/")
    look(phone, "b2-beranda")
    menu(phone, "Rapat dan tindak lanjut")
    click(phone, "Tindak lanjut")
    heading(phone, "Tindak lanjut")
    press(phone, TEXT, "Rekomendasi 1/2026")
    paper = folder / "profil-gender.pdf"
    paper.write_bytes(samples.pdf(2))
    fill(phone, {"Yang sudah dikerjakan": DONE})
    attach(phone, "Bukti dukung", paper)
    look(phone, "b3-lapor")
    click(phone, "Laporkan tindak lanjut")
    sees(phone, DONE, "profil-gender.pdf", "Proses")
    # The OPD tells; it does not close.
    misses(phone, ["Nyatakan selesai"])
    look(phone, "b4-dilaporkan")


def _is_confirmed(desk: Page) -> None:
    menu(desk, "Rapat dan tindak lanjut")
    click(desk, "Tindak lanjut")
    heading(desk, "Tindak lanjut")
    press(desk, TEXT, "Rekomendasi 1/2026")
    sees(desk, DONE)
    press(desk, "Nyatakan selesai", "Nyatakan tindak lanjut selesai")
    look(desk, "b6-nyatakan-selesai")
    click(desk, "Nyatakan selesai")
    told(desk, "selesai")
    look(desk, "b7-selesai")
