"""Somebody without account, on a phone, through the one-time link."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from focal_points.progress import actions
from focal_points.progress.models import Progress
from tests.browser.devices import PHONE
from tests.make import focal_points as make_fp
from tests.make import progress as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_words_are_saved_by_themselves_also_after_the_line_was_cut(
    world, clock, chromium, live_server, address
):
    clock(make.WITHIN)
    office = make_fp.opd(world.blora, "Dinas Pendidikan", "Disdik")
    period = make.period(world.blora)
    _, token = actions.make_link(period=period, opd=office, by=world.siti)
    # A context of its own: a line that is cut is no complaint here.
    context = chromium.new_context(**PHONE, base_url=live_server.url)
    page = context.new_page()
    page.goto(address("guest-entry", token=token))
    page.get_by_label("Nama Anda").fill("Rina Contoh")
    page.get_by_label("Jabatan Anda").fill("Kasubbag Umum")
    page.get_by_role("button", name="Mulai mengisi").click()
    told = page.locator("#status-simpan")

    page.get_by_label("Permasalahan").fill("Ditulis tanpa akun.")
    expect(told).to_contain_text("Tersimpan otomatis pukul")
    page.context.set_offline(True)
    page.get_by_label("Upaya yang dilakukan").fill("Ditulis saat luring.")
    expect(told).to_contain_text("belum tersimpan")
    page.context.set_offline(False)
    expect(told).to_contain_text("Tersimpan otomatis pukul")

    report = Progress.objects.get(opd=office)
    assert report.obstacles == "Ditulis tanpa akun."
    assert report.efforts == "Ditulis saat luring."
    page.goto(address("guest-form", token=token))
    expect(page.get_by_label("Upaya yang dilakukan")).to_have_value(
        "Ditulis saat luring."
    )
    # Nothing of the portal is offered but this report and the public pages.
    assert page.locator("nav.rel, nav.tab").count() == 0
    context.close()
