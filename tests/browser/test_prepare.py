"""«Persiapan rapat» on a phone without a script, and with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.devices import PHONE
from tests.browser.hands import fill, fits_width, sees
from tests.make import letters as make_letters
from tests.make import meetings as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def follow(page: Page, role: str, name: str) -> None:
    """Focus and Enter, as a keyboard does."""
    page.get_by_role(role, name=name, exact=True).first.focus()  # type: ignore[arg-type]
    page.keyboard.press("Enter")


def test_a_phone_without_a_script_prepares_a_meeting(
    world, open_page, come_in, address
):
    make.follow_up_of(world)
    meeting = make.meeting_at(
        "rencana", world, held=make_letters.HELD, is_past_entry=False
    )
    page = open_page(PHONE, javascript=False)
    come_in(page, world.siti)
    page.goto(address("meeting-prepare", pk=meeting.pk))
    sees(page.get_by_role("region", name="Rekomendasi terbuka"), "umur 1 rapat")
    fits_width(page)

    follow(page, "link", "Ubah hasil yang diharapkan")
    line = page.get_by_role("group", name="Baris 1", exact=True)
    fill(line, {"Hasil yang diharapkan": "Data terpilah siap"})
    fits_width(page)
    follow(page, "button", "Simpan hasil")
    sees(page.get_by_role("region", name="Hasil yang diharapkan"), "Data terpilah siap")

    follow(page, "link", "Ubah agenda")
    follow(page, "button", "Pakai templat")
    # Numbers put the rows in order where nothing can be dragged.
    line = page.get_by_role("group", name="Baris 9", exact=True)
    fill(line, {"Urutan": "1"})
    first = page.get_by_role("group", name="Baris 1", exact=True)
    fill(first, {"Urutan": "2"})
    fits_width(page)
    follow(page, "button", "Simpan agenda")
    rows = page.get_by_role("region", name="Agenda").get_by_role("listitem")
    expect(rows.first).to_contain_text("Doa dan penutup")
    fits_width(page)
