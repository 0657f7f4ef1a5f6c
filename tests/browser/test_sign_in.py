"""Signing in, changing the hat, signing out: with and without JavaScript, on every screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from pug_portal.access.roles import Role
from tests.browser.devices import DESKTOP, NARROW, PHONE
from tests.browser.hands import click, field, fill, fits_width, heading, sees
from tests.make import pug_portal as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SCREENS = pytest.mark.parametrize(
    ("device", "javascript"),
    [(DESKTOP, True), (DESKTOP, False), (PHONE, True), (PHONE, False), (NARROW, True)],
    ids=["desktop", "desktop without script", "phone", "phone without script", "320"],
)
NAME = "Nama pengguna, surel, atau nomor telepon"


@SCREENS
def test_a_person_signs_in_changes_the_hat_and_signs_out(
    world, open_page, sign_in, address, device, javascript
):
    make.hat(world.siti.user, Role.PIMPINAN, world.province)
    page = open_page(device, javascript=javascript)

    sign_in(page, world.siti)
    expect(page.locator(".akun small")).to_contain_text(Role.SEKRETARIAT.label)
    fits_width(page)

    page.locator("summary", has_text="Ganti peran").click()
    page.get_by_role("button", name=Role.PIMPINAN.label).click()
    expect(page.locator(".akun small")).to_contain_text(Role.PIMPINAN.label)
    assert page.goto(address("account-list")).status == 403

    page.goto(address("account_logout"))
    click(page, "Keluar")
    page.goto(address("beranda"))
    heading(page, "Masuk")


@SCREENS
def test_a_wrong_password_keeps_the_name_and_says_what_to_do(
    world, open_page, address, device, javascript
):
    page = open_page(device, javascript=javascript)
    page.goto(address("account_login"))

    fill(page, {NAME: "siti", "Kata sandi": "salah-sekali"})
    click(page, "Masuk")

    expect(page.get_by_role("alert")).to_be_visible()
    expect(field(page, NAME)).to_have_value("siti")
    fits_width(page)


def test_the_error_summary_takes_the_focus(world, open_page, address):
    page = open_page()
    page.goto(address("account_login"))

    click(page, "Masuk")

    expect(page.locator(".es")).to_be_focused()


def test_a_guest_who_asks_for_a_page_is_taken_there_after_signing_in(
    world, open_page, address
):
    page = open_page()
    page.goto(address("account-list"))

    fill(page, {NAME: "siti", "Kata sandi": make.PASSWORD})
    click(page, "Masuk")

    heading(page, "Akun")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_follows_the_theme_of_the_device(
    world, open_page, come_in, address, theme
):
    page = open_page(theme=theme)
    come_in(page, world.siti)

    page.goto(address("beranda"))

    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    red, *_ = (int(part) for part in re.findall(r"\d+", background))
    assert (red < 128) == (theme == "dark")


def test_a_page_that_is_not_there_shows_the_way_on(world, open_page, come_in):
    page = open_page()
    come_in(page, world.siti)

    assert page.goto("/tidak-ada/").status == 404
    sees(page, "Beranda")
