"""Which instrument counts for a region on a day is a choice with a date."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from prasyarat.instruments.use import choose_instrument, current_instrument
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.lib.clock import today
from tests.make import instruments as make

DAY = dt.timedelta(days=1)


def test_the_first_published_is_in_use_and_a_newer_one_is_not(world):
    used = make.alone()
    make.tiny()

    assert current_instrument(world.blora) == used
    assert current_instrument(world.blora, dt.date(2020, 10, 26)) == used


def test_a_choice_counts_from_its_day_on_and_nearer_ones_first(world):
    used, variant = make.alone(), make.tiny()
    tomorrow = today() + DAY
    choose_instrument(
        instrument=variant, region=world.province, since=tomorrow, by=world.admin
    )
    assert current_instrument(world.blora) == used
    assert current_instrument(world.blora, tomorrow) == variant
    assert current_instrument(world.nation, tomorrow) == used

    choose_instrument(
        instrument=used, region=world.blora, since=tomorrow, by=world.admin
    )
    assert current_instrument(world.blora, tomorrow) == used
    assert current_instrument(world.rembang, tomorrow) == variant
    assert Event.objects.filter(verb="instrument.chosen").count() == 2


def test_the_past_is_not_scored_anew(world):
    variant = make.tiny()
    with pytest.raises(Refusal, match="paling awal hari ini") as refusal:
        choose_instrument(
            instrument=variant,
            region=world.nation,
            since=today() - DAY,
            by=world.admin,
        )
    assert refusal.value.field == "since"


def test_others_do_not_choose(world):
    variant = make.tiny()
    for person in (world.siti, world.prov, world.baru):
        with pytest.raises(PermissionDenied):
            choose_instrument(
                instrument=variant, region=world.blora, since=today(), by=person
            )
