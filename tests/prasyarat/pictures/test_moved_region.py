"""A region that came under another province is compared as it stood on the day asked for."""

from __future__ import annotations

import datetime as dt

import pytest

from prasyarat.assessments.history import history, period_days, used_books
from prasyarat.instruments.models import InstrumentUse
from prasyarat.instruments.use import current_instrument
from prasyarat.pictures.compare import compare
from prasyarat.pictures.compare_views import above_of
from prasyarat.scoring import Stage
from pug_portal.access.actor import SYSTEM
from pug_portal.identity.moving import apply_due_moves, move_region
from pug_portal.lib.clock import now
from pug_portal.regions.models import Level
from pug_portal.regions.moves import path_on
from tests.make import instruments as make_instruments
from tests.make import prasyarat as make_sheet
from tests.make import pug_portal as make

BEFORE, DAY, AFTER = (dt.date(2026, month, 1) for month in (7, 8, 9))


@pytest.fixture
def gone(world, clock):
    """Blora went from Jawa Tengah to Jawa Timur, which chose the variant for its regions."""
    clock(BEFORE.isoformat())
    make_sheet.instrument()
    east = make.region("35", "Provinsi Jawa Timur", Level.PROVINCE, world.nation)
    variant = make_instruments.variant()
    InstrumentUse.objects.create(
        region=east, instrument=variant, since=dt.date(2026, 1, 1), chosen_at=now()
    )
    facts = {"to": east, "new_code": "35.80", "legal_basis": "UU 1/2026"}
    move_region(region=world.blora, starts_on=DAY, by=world.admin, **facts)
    clock(AFTER.isoformat())
    apply_due_moves(by=SYSTEM)
    world.blora.refresh_from_db()
    return east, variant


def test_an_older_day_is_read_under_the_province_of_that_day(world, gone):
    east, variant = gone
    first = make_sheet.instrument()

    found = compare((world.blora, AFTER), (world.blora, BEFORE), Stage.VERIFIED)

    assert (found.one.instrument, found.other.instrument) == (variant, first)
    # The page of that day says the same.
    assert current_instrument(world.blora, BEFORE) == first
    assert current_instrument(world.blora, AFTER) == variant
    assert above_of(world.blora, BEFORE) == world.province
    assert above_of(world.blora, DAY) == above_of(world.blora, AFTER) == east
    # Who never moved stays where it stands.
    assert path_on(world.rembang, BEFORE) == world.rembang.path
    assert above_of(world.province, BEFORE) == world.province


def test_each_period_is_scored_under_the_province_of_its_end(world, gone):
    _, variant = gone
    first = make_sheet.instrument()
    rows = history(None, AFTER, used=used_books(world.blora, period_days(AFTER)))
    by_label = {row.label: row.instrument for row in rows}

    assert by_label["Semester II 2026"] == variant
    assert by_label["Semester I 2026"] == first
    assert by_label["Tahun 2025"] == first


def test_its_own_choice_moved_with_the_region(world, clock):
    clock(BEFORE.isoformat())
    make_sheet.instrument()
    own = make_instruments.variant()
    InstrumentUse.objects.create(
        region=world.blora, instrument=own, since=BEFORE, chosen_at=now()
    )
    east = make.region("35", "Provinsi Jawa Timur", Level.PROVINCE, world.nation)
    InstrumentUse.objects.create(
        region=east, instrument=make_sheet.instrument(), since=BEFORE, chosen_at=now()
    )
    facts = {"to": east, "new_code": "35.80", "legal_basis": "UU 1/2026"}
    move_region(region=world.blora, starts_on=DAY, by=world.admin, **facts)
    clock(AFTER.isoformat())
    apply_due_moves(by=SYSTEM)
    world.blora.refresh_from_db()

    for day in (BEFORE, AFTER):
        assert current_instrument(world.blora, day) == own
        assert used_books(world.blora, [day]).instrument_on(day) == own
