"""The code on the wall: what it lives for, and how it is typed."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from pokja.attendance import codes, door_actions
from pokja.attendance.models import Presence
from pokja.attendance.people import Person
from pug_portal.access.refusal import Refusal
from tests.make import attendance as make
from tests.pokja.attendance.doorstep import at, first, page


def test_a_code_changes_every_minute_and_dies_after_two(door, clock):
    born = make.code(door)
    alive = []
    for seconds in (0, 59, 60, 119, 120, 600):
        at(clock, seconds)
        alive.append(codes.dies_at(door, born) is not None)

    assert alive == [True, True, True, True, False, False]
    assert make.code(door) != born


def test_rotating_asks_the_database_for_nothing(door, django_assert_num_queries):
    with django_assert_num_queries(0):
        shown = codes.code_now(door)
        assert codes.dies_at(door, shown.spoken.replace("0", "o"))


def test_a_code_from_the_future_or_half_a_code_is_no_code(door, clock):
    at(clock, 120)
    later = make.code(door)
    at(clock, 0)

    for typed in (later, later[:-1], "", "x", "１-ＡＢＣＤ-ＡＢＣＤ", "9" * 40):
        with pytest.raises(Refusal, match="tidak berlaku"):
            door_actions.enter(typed)


def test_an_old_code_is_refused_with_a_clear_sentence(door, meeting, clock):
    url = page(make.code(door))
    at(clock, 120)

    for answer in (Client().get(url), Client().post(url, {"chair": first(meeting).pk})):
        assert answer.status_code == 410
        assert "Pindai kode yang sedang tampil" in answer.text
        assert "Orang Ke-00" not in answer.text
    assert not Presence.objects.exists()


def test_a_form_opened_in_time_may_still_be_sent(door, meeting, clock):
    at(clock, 50)
    url = page(make.code(door))
    assert Client().get(url).status_code == 200
    at(clock, 110)

    assert Client().post(url, {"chair": first(meeting).pk}).status_code == 302


@pytest.mark.slow
def test_the_screen_loads_itself_anew_when_the_code_changes(
    door, meeting, client_of, world, clock
):
    at(clock, 75)
    siti = client_of(world.siti)
    answer = siti.get(reverse("check-in-screen", args=[meeting.pk]))

    assert '<meta http-equiv="refresh" content="45">' in answer.text
    assert codes.code_now(door).spoken in answer.text
    assert "no-store" in answer["Cache-Control"]
    assert "script-src 'self'" in answer["Content-Security-Policy"]


def test_typing_the_code_leads_to_the_list(door):
    typed = codes.code_now(door).spoken
    answer = Client().get(reverse("check-in-code"), {"code": typed})

    assert Client().get(answer.url).status_code == 200


def test_a_code_typed_wrongly_stays_where_it_was_typed(door):
    wrong = "9-XXXX-YYYY"
    told = Client().get(reverse("check-in-code"), {"code": wrong}, follow=True)

    assert "salah ketik" in told.text
    assert f'value="{wrong}"' in told.text


def test_what_is_no_code_at_all_is_refused_with_a_sentence(db):
    answer = Client().get(reverse("check-in-code"), {"code": "1/../AAAA"}, follow=True)

    assert answer.status_code == 410


def test_letters_that_grow_when_made_small_still_fit_the_key():
    assert len(Person("ﬃ" * 120, "L", "Staf", None, "ﬃ" * 150).key) == 320
