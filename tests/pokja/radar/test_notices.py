"""Each ending and each mutasi is told once per band."""

from __future__ import annotations

import datetime as dt
import smtplib

import pytest
from django.core import mail

from pokja.radar import notices
from pokja.radar.models import RadarNotice
from pug_portal.audit.models import Event
from tests.make import focal_points as make_fp
from tests.make import pokja as make

D = dt.date


@pytest.fixture
def ending(world):
    return make.decree(world, effective_until=D(2020, 12, 31))


@pytest.fixture
def mailed(world, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    world.siti.user.email = "siti@blora.example"
    world.siti.user.save()


def texts(world) -> list[str]:
    return [row.text for row in notices.note_region(world.blora)]


def test_nothing_is_said_before_ninety_days(world, ending, clock):
    clock("2020-10-01")

    assert texts(world) == []


def test_each_band_is_told_once(world, ending, clock):
    told = []
    for day in ("10-02", "10-03", "12-01", "12-02", "12-24", "12-31"):
        clock(f"2020-{day}")
        told += texts(world)

    assert len(told) == 3
    assert "90 hari lagi" in told[0]
    assert "30 hari lagi" in told[1]
    assert "7 hari lagi" in told[2]


def test_the_end_itself_is_told(world, ending, clock):
    clock("2021-01-01")

    assert "sudah berakhir 31 Desember 2020" in texts(world)[0]


def test_a_mutasi_is_told_once(world, clock):
    office = make_fp.office(world.blora)
    make_fp.holder(office, "Agus Prasetyo, M.Si")
    seat = {"office": office, "position": "", "name": "Agus Prasetyo", "sex": "L"}
    make.member(world, make.decree(world), **seat)
    make_fp.holder(office, "Sri Mulyati", start=D(2020, 7, 1), sex="P")
    clock("2020-07-02")

    assert "SK masih menyebut Agus Prasetyo" in texts(world)[0]
    assert texts(world) == []


def test_what_was_noted_is_in_the_trail(world, ending, clock):
    clock("2020-12-30")
    notices.note_region(world.blora)

    assert (
        Event.objects.filter(verb="radar.noted", region_path=world.blora.path).count()
        == 1
    )


@pytest.mark.slow
def test_the_sekretariat_gets_one_mail_for_all(world, ending, clock, mailed):
    clock("2020-12-30")

    for region in notices.note_everywhere():
        notices.mail_region(region)
    for region in notices.note_everywhere():
        notices.mail_region(region)

    (letter,) = mail.outbox
    assert letter.to == ["siti@blora.example"]
    assert ending.number in letter.body
    assert "/sk/masa-berlaku/" in letter.body


def test_a_mail_server_that_is_down_is_asked_again(
    world, ending, clock, mailed, monkeypatch
):
    clock("2020-12-30")
    (region,) = notices.note_everywhere()

    def down(**_):
        raise smtplib.SMTPServerDisconnected

    with monkeypatch.context() as broken:
        broken.setattr(notices, "send_mail", down)
        assert notices.mail_region(region) == 0

    assert notices.mail_region(region) == 1


def test_without_a_mail_server_the_page_tells_alone(
    world, ending, clock, mailed, settings
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    clock("2020-12-30")
    (region,) = notices.note_everywhere()

    assert notices.mail_region(region) == 0
    assert RadarNotice.objects.get().mailed_at is None


def test_a_region_that_does_not_use_the_portal_hears_nothing(world, ending, clock):
    world.blora.uses_portal = False
    world.blora.save()
    clock("2020-12-30")

    assert notices.note_everywhere() == []
