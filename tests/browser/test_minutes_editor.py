"""Two people in one text, and a server that goes and comes back: no word is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.devices import DESKTOP, PHONE
from tests.browser.hands import fits_width
from tests.make import meetings as make
from tests.make.minutes import load

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def running(world):
    meeting = make.meeting_at("berlangsung", world)
    make.fill(meeting, world)
    return meeting


@pytest.fixture
def editor_of(running, open_page, come_in, address):
    def open_editor(person, device=DESKTOP, **how) -> Page:
        page = open_page(device, **how)
        come_in(page, person)
        page.goto(address("meeting-minutes", pk=running.pk))
        return page

    return open_editor


@pytest.fixture
def loose_editor_of(running, chromium, come_in, address, live_server):
    """A page whose requests may fail: that is what these tests are about."""
    contexts = []

    def open_editor(person) -> Page:
        contexts.append(chromium.new_context(**DESKTOP, base_url=live_server.url))
        page = contexts[-1].new_page()
        come_in(page, person)
        page.goto(address("meeting-minutes", pk=running.pk))
        return page

    yield open_editor
    for context in contexts:
        context.close()


def point(page: Page, text: str):
    """The box that holds this text now."""
    boxes = page.locator(".butir textarea")
    values = boxes.evaluate_all("all => all.map(one => one.value)")
    return boxes.nth(values.index(text))


def is_saved(page: Page) -> None:
    expect(page.locator("#status-simpan")).to_contain_text("Tersimpan pukul")


def texts(meeting) -> list[str]:
    return [item.text for item in load(meeting)[1:]]


def test_two_people_write_at_once_and_no_word_is_lost(world, running, editor_of):
    siti, joko = editor_of(world.siti), editor_of(world.joko)

    # Different points: merged without a question, and each sees the other's words.
    first = point(siti, "Mencakup disabilitas")
    first.press("End")
    first.press_sequentially(" dan lansia")
    theirs = point(joko, "Mencakup usia")
    theirs.press("End")
    theirs.press_sequentially(" produktif")
    is_saved(siti)
    is_saved(joko)
    assert "Mencakup disabilitas dan lansia" in texts(running)
    assert "Mencakup usia produktif" in texts(running)

    # The same point: both texts are shown, and both can be kept.
    mine, other = point(siti, "Tujuh prasyarat"), point(joko, "Tujuh prasyarat")
    other.fill("Tujuh prasyarat menurut Joko")
    is_saved(joko)
    expect(joko.locator("#status-simpan")).to_contain_text("Tersimpan pukul")
    joko.wait_for_function("!localStorage.length")
    mine.fill("Tujuh prasyarat menurut Siti")
    box = siti.get_by_role("group", name="Butir ini juga diubah")
    expect(box).to_contain_text("Tujuh prasyarat menurut Joko")
    expect(mine).to_have_value("Tujuh prasyarat menurut Siti")
    box.get_by_label("Pakai keduanya").check()
    expect(box).to_have_count(0)
    is_saved(siti)

    assert texts(running)[-2:] == [
        "Tujuh prasyarat menurut Joko",
        "Tujuh prasyarat menurut Siti",
    ]


def test_the_server_goes_and_comes_back_without_a_lost_character(
    world, running, loose_editor_of
):
    page = loose_editor_of(world.siti)
    page.route("**/notulen/simpan/", lambda route: route.abort())
    box = point(page, "Tujuh prasyarat")
    box.press("End")
    box.press_sequentially(": komitmen, kebijakan, kelembagaan")
    box.press("Enter")
    page.keyboard.type("Butir baru saat luring")
    expect(page.get_by_role("alert")).to_contain_text("Server tidak terjangkau")
    assert texts(running)[-1] == "Tujuh prasyarat"

    # Even the page is closed meanwhile: the browser kept every word.
    page.unroute("**/notulen/simpan/")
    page.reload()
    page.get_by_role("button", name="Pulihkan tulisan itu").click()
    is_saved(page)

    assert texts(running)[-2:] == [
        "Tujuh prasyarat: komitmen, kebijakan, kelembagaan",
        "Butir baru saat luring",
    ]


def test_a_lost_session_keeps_the_text_and_says_so(
    world, running, loose_editor_of, come_in, address
):
    page = loose_editor_of(world.siti)
    page.context.clear_cookies()
    point(page, "Tujuh prasyarat").fill("Ditulis tanpa sesi")
    expect(page.get_by_role("alert")).to_contain_text("Sesi Anda berakhir")
    come_in(page, world.siti)
    page.context.new_page().goto(address("phrase-list"))
    is_saved(page)
    assert texts(running)[-1] == "Ditulis tanpa sesi"


def test_points_are_arranged_by_keyboard(world, running, editor_of):
    page = editor_of(world.siti)
    last = point(page, "Tujuh prasyarat")
    last.press("Alt+Shift+ArrowUp")
    is_saved(page)
    assert texts(running)[0] == "Tujuh prasyarat"
    point(page, "Tujuh prasyarat").press("Alt+Shift+ArrowDown")
    point(page, "Tujuh prasyarat").press("Alt+Shift+ArrowRight")
    expect(page.locator("#status-simpan")).to_contain_text("Belum tersimpan")
    is_saved(page)
    assert [(i.text, i.depth) for i in load(running)[-1:]] == [("Tujuh prasyarat", 1)]


def test_a_phone_without_a_script_writes_minutes(world, running, editor_of):
    page = editor_of(world.siti, PHONE, javascript=False)
    page.get_by_label("Pembukaan, butir baru").fill("Dibuka oleh Ketua Pokja")
    page.locator(".bawah").get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_text("Notulen disimpan.")).to_be_visible()
    assert texts(running)[0] == "Dibuka oleh Ketua Pokja"
    fits_width(page)
