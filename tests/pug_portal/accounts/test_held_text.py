"""A form sent after the session ended: what was typed comes through the sign-in."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse

from pug_portal.accounts import held_text
from tests.make import progress as make
from tests.make.pug_portal import PASSWORD

TYPED = "Data kunjungan belum terpilah.\nBaris kedua."


@pytest.fixture
def report(world, clock):
    clock(make.WITHIN)
    return make.draft(world.dinkes, world.ratih)


@pytest.fixture
def browser(report) -> Client:
    """Ratih's, on the form of her report, when the session ends."""
    client = Client()
    enter(client, "ratih")
    client.get(reverse("progress-form", args=[report.pk]))
    client.session.flush()
    return client


def enter(client: Client, name: str):
    return client.post(reverse("account_login"), {"login": name, "password": PASSWORD})


def send(client: Client, report, **more):
    address = reverse("progress-form", args=[report.pk])
    return client.post(address, {"obstacles": TYPED, "aksi": "draf", **more})


@pytest.mark.slow
def test_the_text_is_shown_after_the_sign_in_and_sent_where_it_was_going(
    world, report, browser
):
    file = SimpleUploadedFile("foto.jpg", b"x")
    code = {"kegiatan-7-sub_activity_code": "1.02.02"}
    asked = send(browser, report, bukti=file, password="rahasia sekali", **code)
    assert reverse("held-text") in asked["Location"]

    enter(browser, "ratih")
    shown = browser.get(reverse("held-text")).content.decode()
    kept = dict(held_text.held_for(shown_request(browser, world)).fields)

    assert "Data kunjungan belum terpilah.<br>Baris kedua." in shown
    assert "Berkas tidak ikut disimpan" in shown
    assert "rahasia" not in shown
    assert kept.items() >= code.items()
    sent = browser.post(reverse("held-text"), kept)
    assert sent.status_code == 307
    browser.post(sent["Location"], kept)
    assert make.fresh(report).obstacles == TYPED


def shown_request(client: Client, world):
    """A request of this browser, as the page reads it."""
    request = RequestFactory().get("/")
    request.session, request.user = client.session, world.ratih.user
    return request


@pytest.mark.slow
def test_another_person_at_the_same_phone_never_reads_it(world, report, browser):
    send(browser, report)
    enter(browser, "dewi")

    answer = browser.get(reverse("held-text"))

    assert answer.status_code == 302
    assert held_text.SESSION_KEY not in browser.session


def test_it_can_be_thrown_away_and_does_not_lie_for_long(
    world, report, browser, monkeypatch
):
    send(browser, report)
    enter(browser, "ratih")
    browser.post(reverse("held-text"), {"buang_tulisan": "1"})
    assert held_text.SESSION_KEY not in browser.session

    browser.session.flush()
    send(browser, report)
    enter(browser, "ratih")
    monkeypatch.setattr(held_text, "LAST_SECONDS", -1)
    assert browser.get(reverse("held-text")).status_code == 302


@pytest.mark.slow
def test_a_script_and_a_stranger_leave_nothing(world, report, browser):
    address = reverse("progress-form", args=[report.pk])
    scripted = browser.post(
        address, {"obstacles": TYPED}, headers={"Sec-Fetch-Mode": "cors"}
    )
    stranger = send(Client(), report)
    large = send(browser, report, efforts="a" * held_text.MOST_LETTERS)

    for answer in (scripted, stranger, large):
        assert reverse("held-text") not in answer["Location"]


def test_pages_of_a_signed_in_person_are_not_stored_and_the_way_out_forgets_him(
    world, browser
):
    enter(browser, "ratih")
    assert browser.cookies[held_text.COOKIE].value
    page = browser.get(reverse("menu"))

    browser.post(reverse("account_logout"))

    assert page["Cache-Control"] == "private, no-store"
    assert browser.cookies[held_text.COOKIE].value == ""
    assert "Cache-Control" not in browser.get(reverse("help"))
