"""The desk shows the code, a guest's phone checks in, the desk sees the row."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests.browser.devices import DESKTOP, PHONE
from tests.browser.hands import click, fill, fits_width, pick
from tests.make import attendance as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def meeting(world, clock, live_server, monkeypatch):
    clock(make.NINE)
    monkeypatch.setattr(settings, "SITE_URL", live_server.url)
    meeting = make.meeting_today(world)
    make.chairs(meeting, world, 2)
    return meeting


def test_a_guest_checks_in_with_the_code_on_the_screen(
    world, meeting, open_page, come_in, address
):
    desk = open_page(DESKTOP)
    come_in(desk, world.siti)
    desk.goto(address("meeting-detail", pk=meeting.pk))
    click(desk, "Layar absensi QR")
    expect(desk.get_by_role("img", name=re.compile("Kode QR absensi"))).to_be_visible()
    code = desk.locator(".layar-kode").inner_text()

    phone = open_page(PHONE, javascript=False)
    phone.goto(address("check-in-code"))
    fill(phone, {"Kode di layar rapat": code})
    click(phone, "Buka absensi")
    phone.get_by_text("Saya tamu atau mewakili").click()
    fill(phone, {"Nama": "Sri Utami", "Jabatan": "Ketua", "Instansi": "PUSPA Ceria"})
    pick(phone, "L/P", "Perempuan (P)")
    fits_width(phone)
    click(phone, "Catat kehadiran saya")
    expect(phone.get_by_role("status")).to_contain_text("Sri Utami tercatat hadir")

    desk.reload()
    expect(desk.locator(".layar-n")).to_contain_text("1 sudah hadir")
    click(desk, "Daftar hadir")
    row = desk.get_by_role("row", name=re.compile("Sri Utami"))
    expect(row).to_contain_text("PUSPA Ceria")
    expect(row).to_contain_text("absen QR 09.00 WIB")
