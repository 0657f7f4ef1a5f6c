"""An OPD fills its report: on a phone without script, and with the autosave."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.devices import DESKTOP, PHONE
from tests.browser.hands import click, fill, fits_width
from tests.make import progress as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def report(world, clock):
    clock(make.WITHIN)
    return make.draft(world.dinkes, world.ratih)


def test_a_phone_without_script_saves_shows_the_error_and_finds_the_draft_again(
    world, report, open_page, come_in, address
):
    page = open_page(PHONE, javascript=False)
    come_in(page, world.ratih)
    page.goto(address("progress-mine"))
    click(page, "Lanjutkan mengisi")

    fill(page, {"Pagu ARG": "Rp 1.500.000", "Realisasi ARG": "1.23.4"})
    page.locator(".bawah").get_by_role("button", name="Simpan draf").click()

    expect(page.get_by_role("alert")).to_contain_text("Ada isian yang belum terbaca")
    expect(page.locator("#id_arg_ceiling")).to_have_value("1.500.000")
    expect(page.locator("#id_arg_realized")).to_have_value("1.23.4")
    fits_width(page)


def test_what_was_typed_is_saved_by_itself(world, report, open_page, come_in, address):
    page = open_page(DESKTOP)
    come_in(page, world.ratih)
    page.goto(address("progress-form", pk=report.pk))

    page.locator("#id_gap_count").fill("3")
    page.locator("#id_gap_count").blur()
    expect(page.locator("#status-simpan")).to_contain_text("Tersimpan otomatis pukul")
    page.locator("#id_gbs_count").fill("2")
    page.locator(".bawah").get_by_role("button", name="Simpan draf").click()

    expect(page.get_by_text("Draf tersimpan pukul")).to_be_visible()
    # The version moved along with the autosave: no conflict with oneself.
    expect(page.locator("#id_gbs_count")).to_have_value("2")
    saved = make.fresh(report)
    assert (saved.gap_count, saved.gbs_count) == (3, 2)
