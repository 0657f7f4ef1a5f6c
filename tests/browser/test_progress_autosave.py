"""Weak lines, killed servers, two tabs, two people: no character is lost."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.devices import DESKTOP, PHONE
from tests.browser.tally import TALLY
from tests.browser.web_server import WebServer
from tests.make import focal_points as make_fp
from tests.make import progress as make
from tests.make import pug_portal as make_floor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TYPED = {
    "obstacles": "Data kunjungan belum terpilah menurut disabilitas. " * 12,
    "efforts": "Puskesmas mulai mencatat pada formulir baru.\nBaris kedua. " * 8,
    "recommendation": "Anggarkan pelatihan analisis gender tahun depan. " * 9,
}


# The page's own clock: the last key, and when each save left and was answered.
CLOCK = """
    window.times = {key: 0, saves: []};
    document.addEventListener("input", () => { times.key = performance.now(); }, true);
    const real = window.fetch;
    window.fetch = (...told) => {
        const save = {sent: performance.now()};
        times.saves.push(save);
        return real(...told).then((answer) => {
            save.answered = performance.now();
            save.status = answer.status;
            return answer;
        });
    };
"""
PROMISED = 3000  # milliseconds after the last key


@pytest.fixture
def report(world, clock):
    clock(make.WITHIN)
    return make.draft(world.dinkes, world.ratih)


@pytest.fixture
def form_of(report, open_page, come_in, address):
    def open_form(person, device=DESKTOP) -> Page:
        page = open_page(device)
        come_in(page, person)
        page.goto(address("progress-form", pk=report.pk))
        return page

    return open_form


def is_saved(page: Page) -> None:
    expect(page.locator("#status-simpan")).to_contain_text("Tersimpan otomatis pukul")


def is_alone(page: Page) -> None:
    """Nothing is left in the browser: all of it is on the server."""
    page.wait_for_function("() => !Object.keys(localStorage).length")


@pytest.mark.slow
def test_a_killed_server_costs_no_character(
    world, report, settings, tmp_path, chromium, client_of
):
    server = WebServer(settings, tmp_path)
    server.start()
    context = chromium.new_context(**PHONE, base_url=server.url)
    try:
        session = client_of(world.ratih).cookies[settings.SESSION_COOKIE_NAME]
        context.add_cookies(
            [{"name": session.key, "value": session.value, "url": server.url}]
        )
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.goto(reverse("progress-form", args=[report.pk]))
        page.locator("#id_gap_count").fill("3")
        is_saved(page)

        server.kill()
        for name, text in TYPED.items():
            page.locator(f"#id_{name}").press_sequentially(text, delay=0)
        expect(page.get_by_role("alert")).to_contain_text("Server tidak terjangkau")
        # The button does not leave the page for a server that is not there.
        page.locator(".bawah").get_by_role("button", name="Periksa dan ajukan").click()
        expect(page.locator("#id_obstacles")).to_have_value(TYPED["obstacles"])
        page.close(run_before_unload=False)
        assert make.fresh(report).obstacles == ""

        server.start()
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.goto(reverse("progress-form", args=[report.pk]))
        page.get_by_role("button", name="Pulihkan tulisan itu").click()
        is_saved(page)
        is_alone(page)
    finally:
        context.close()
        server.kill()

    kept = make.fresh(report)
    lost = {
        name: len(text.strip()) - len(getattr(kept, name))
        for name, text in TYPED.items()
    }
    assert lost == dict.fromkeys(TYPED, 0)
    assert {name: getattr(kept, name) for name in TYPED} == {
        name: text.strip() for name, text in TYPED.items()
    }
    assert kept.gap_count == 3


def test_a_save_leaves_within_three_seconds_after_the_last_key(
    world, report, open_page, come_in, address
):
    """The rule is when it is sent; how long the answer takes is the line's and only told."""
    page = open_page(PHONE)
    come_in(page, world.ratih)
    page.add_init_script(CLOCK)
    page.goto(address("progress-form", pk=report.pk))

    page.locator("#id_obstacles").press_sequentially("Data belum terpilah.", delay=30)
    is_saved(page)
    is_alone(page)

    times = page.evaluate("times")
    last = times["saves"][-1]
    waited, answered = (last[name] - times["key"] for name in ("sent", "answered"))
    TALLY.notes.append(
        f"isian tersimpan sendiri: dikirim {waited:.0f} ms sesudah ketukan terakhir, "
        f"dijawab {answered:.0f} ms"
    )
    assert 0 < waited <= PROMISED
    assert last["status"] == 200
    assert make.fresh(report).obstacles == "Data belum terpilah."


def test_three_seconds_of_the_pages_clock_save_and_answer(world, report, form_of):
    """Of the page's own time no more passes: nothing later can have saved it."""
    page = form_of(world.ratih, PHONE)
    page.clock.install()
    page.reload()
    page.clock.pause_at(dt.datetime(2030, 1, 1, tzinfo=dt.UTC))

    page.locator("#id_obstacles").press_sequentially("Data belum terpilah.")
    page.locator("#id_gap_count").fill("3")
    page.clock.run_for(PROMISED)

    is_saved(page)
    is_alone(page)
    kept = make.fresh(report)
    assert (kept.obstacles, kept.gap_count) == ("Data belum terpilah.", 3)


def test_one_draft_in_two_tabs_shows_both_texts_and_the_person_chooses(
    world, report, form_of
):
    first = form_of(world.ratih, PHONE)
    second = first.context.new_page()
    second.goto(first.url)

    first.locator("#id_obstacles").fill("Dari tab pertama")
    is_saved(first)
    second.locator("#id_obstacles").fill("Dari tab kedua")

    box = second.get_by_role("group", name="Isian ini juga diubah")
    expect(box).to_contain_text("Dari tab pertama")
    expect(second.locator("#id_obstacles")).to_have_value("Dari tab kedua")
    assert make.fresh(report).obstacles == "Dari tab pertama"
    box.get_by_role("button", name="Pakai keduanya").click()
    is_saved(second)
    expect(box).to_have_count(0)

    assert make.fresh(report).obstacles == "Dari tab pertama\nDari tab kedua"


def test_two_people_in_different_sections_at_once_lose_nothing(world, report, form_of):
    colleague = make_fp.appointed(
        make_floor.user("Sri Wahyuni", world.blora), world.dinkes
    )
    ratih, sri = form_of(world.ratih), form_of(colleague)

    ratih.locator("#id_obstacles").press_sequentially("Kendala dari Ratih")
    sri.locator("#id_arg_ceiling").press_sequentially("Rp 1.500.000")
    sri.locator("#id_gap_count").fill("2")
    is_saved(ratih)
    is_saved(sri)
    # A later save brings the other's words onto the page.
    ratih.locator("#id_efforts").fill("Upaya dari Ratih")
    expect(ratih.locator("#id_arg_ceiling")).to_have_value("1.500.000")
    is_saved(ratih)

    kept = make.fresh(report)
    assert kept.obstacles == "Kendala dari Ratih"
    assert kept.efforts == "Upaya dari Ratih"
    assert (kept.arg_ceiling, kept.gap_count) == (1_500_000, 2)


def test_signing_out_leaves_nothing_in_the_browser(world, report, form_of, address):
    page = form_of(world.ratih)
    page.locator("#id_new_activity").fill("Belum ditambahkan")
    page.goto(address("menu"))
    assert page.evaluate("Object.keys(localStorage).length") == 1
    page.on("dialog", lambda dialog: dialog.accept())

    page.get_by_role("button", name="Keluar").click()
    page.wait_for_url("**/masuk/**")

    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_what_was_typed_before_the_script_came_is_saved_too(
    world, report, open_page, come_in, address
):
    """On a weak line the form stands long before the script that saves it."""
    page = open_page(PHONE)
    come_in(page, world.ratih)
    held = []
    page.route("**/laporan*.js", lambda route: held.append(route))
    page.goto(address("progress-form", pk=report.pk), wait_until="commit")
    page.locator("#id_obstacles").fill("Diketik lebih dahulu.")
    page.get_by_role("group", name="Renstra responsif gender").get_by_label(
        "Sebagian", exact=True
    ).check()
    (compared,) = page.locator("#id_denominator").select_option(index=1)
    for each in held:
        each.continue_()

    is_saved(page)
    is_alone(page)
    kept = make.fresh(report)
    assert kept.obstacles == "Diketik lebih dahulu."
    assert kept.renstra_responsive == "sebagian"
    assert kept.denominator == compared
