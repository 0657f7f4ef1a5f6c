"""One phone, several people: what the one before typed or read is not there any more."""

from __future__ import annotations

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from tests.browser.devices import PHONE
from tests.browser.hands import click, fill, heading, sees
from tests.make import progress as make
from tests.make.pug_portal import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TYPED = "Data kunjungan belum terpilah."


@pytest.fixture
def report(world, clock):
    clock(make.WITHIN)
    made = make.draft(world.dinkes, world.ratih)
    return make.filled(made, world.ratih, obstacles="RAHASIA DINKES")


def leave(page: Page, address) -> None:
    page.goto(address("menu"))
    click(page, "Keluar")
    page.wait_for_url("**/masuk/**")


def test_back_after_signing_out_shows_no_private_page_and_no_copy(
    world, report, open_page, come_in, address
):
    page = open_page(PHONE)
    come_in(page, world.ratih)
    page.goto(address("progress-form", pk=report.pk))
    expect(page.locator("#id_obstacles")).to_have_value("RAHASIA DINKES")
    page.evaluate("localStorage.setItem('notulen-1-0-7', '{\"rows\": []}')")
    page.on("dialog", lambda dialog: dialog.accept())

    leave(page, address)

    for _ in range(2):
        page.go_back()
        expect(page.get_by_role("heading", level=1)).to_have_text("Masuk")
        assert "RAHASIA" not in page.content()
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_without_script_what_was_typed_comes_through_the_sign_in(
    world, report, open_page, address
):
    page = open_page(PHONE, javascript=False)
    sign_in(page, address)
    page.goto(address("progress-form", pk=report.pk))
    fill(page, {"Upaya yang dilakukan": TYPED})
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)

    page.locator(".bawah").get_by_role("button", name="Simpan draf").click()
    heading(page, "Masuk")
    sign_in(page, address, is_there=True)
    heading(page, "Tulisan Anda belum terkirim")
    sees(page, TYPED)
    click(page, "Kirim sekarang")

    sees(page, "Draf tersimpan pukul")
    assert make.fresh(report).efforts == TYPED


def sign_in(page: Page, address, *, is_there: bool = False) -> None:
    if not is_there:
        page.goto(address("account_login"))
    fill(
        page,
        {"Nama pengguna, surel, atau nomor telepon": "ratih", "Kata sandi": PASSWORD},
    )
    click(page, "Masuk")
    page.wait_for_url(lambda url: "/masuk/" not in url)
