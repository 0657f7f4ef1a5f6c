"""Mutasi in one verb."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from focal_points.offices.actions import change_holder, record_holder
from focal_points.offices.models import OfficeHolder
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import focal_points as make

NEW_YEAR = dt.date(2021, 1, 1)
NIP = "19750817 200003 2 004"


def record(office, by, name="Rina Susanti", kind="definitif", start=NEW_YEAR, **facts):
    return record_holder(
        office=office, name=name, kind=kind, sex="P", start=start, by=by, **facts
    )


def test_the_previous_definitive_holder_ends_the_day_before(world):
    office = make.office(world.blora)
    before = make.holder(office)

    record(office, world.siti)

    before.refresh_from_db()
    assert before.end == dt.date(2020, 12, 31)
    verbs = set(Event.objects.values_list("verb", flat=True))
    assert {"office.holder_ended", "office.holder_recorded"} <= verbs


def test_a_new_definitive_holder_ends_the_plt_too(world):
    office = make.office(world.blora)
    acting = make.holder(office, "Budi Hartono", kind="plt", start=dt.date(2020, 6, 1))

    record(office, world.siti)

    acting.refresh_from_db()
    assert acting.end == dt.date(2020, 12, 31)


def test_a_plt_leaves_the_definitive_holder_in_office(world):
    office = make.office(world.blora)
    definitive = make.holder(office)

    record(office, world.siti, kind="plt")

    definitive.refresh_from_db()
    assert definitive.end is None


def test_a_second_plt_ends_the_first(world):
    office = make.office(world.blora)
    first = make.holder(office, kind="plt")

    record(office, world.siti, kind="plt")

    first.refresh_from_db()
    assert first.end == dt.date(2020, 12, 31)


def test_the_nip_is_kept_as_18_digits(world):
    assert record(make.office(world.blora), world.siti, nip=NIP).nip == (
        "197508172000032004"
    )


@pytest.mark.parametrize("nip", ["1975", "19750817200003100X", "1" * 19, "١" * 18])
def test_any_other_nip_is_refused_beside_the_field(world, nip):
    with pytest.raises(Refusal) as refused:
        record(make.office(world.blora), world.siti, nip=nip)

    assert refused.value.field == "nip"


def test_an_end_before_the_start_is_refused(world):
    with pytest.raises(Refusal) as refused:
        record(make.office(world.blora), world.siti, end=dt.date(2020, 1, 1))

    assert refused.value.field == "end"


def test_two_definitive_holders_at_once_are_refused_and_nothing_is_kept(world):
    office = make.office(world.blora)
    make.holder(office, start=NEW_YEAR)

    with pytest.raises(Refusal, match="Agus Prasetyo") as refused:
        record(office, world.siti, "Rina Susanti", start=dt.date(2020, 1, 1))

    assert refused.value.field == "end"
    assert OfficeHolder.objects.count() == 1


def test_a_double_click_records_one_holder(world):
    office = make.office(world.blora)
    record(office, world.siti)

    with pytest.raises(Refusal, match="bertumpang tindih"):
        record(office, world.siti)

    assert OfficeHolder.objects.count() == 1


def test_a_former_holder_can_be_entered_afterwards(world):
    office = make.office(world.blora)
    make.holder(office, start=NEW_YEAR)

    record(office, world.siti, start=dt.date(2018, 1, 1), end=dt.date(2020, 12, 31))

    assert OfficeHolder.objects.count() == 2


def test_a_mistake_is_mended_with_old_and_new_in_the_trail(world):
    holder = make.holder(make.office(world.blora))

    change_holder(holder=holder, by=world.siti, name="Agus Prasetya", end=NEW_YEAR)

    event = Event.objects.about(holder).first()
    assert event.changes == {
        "name": ["Agus Prasetyo", "Agus Prasetya"],
        "end": [None, "2021-01-01"],
    }


@pytest.mark.parametrize("name", ["joko", "ratih", "wati", "budi", "prov", "admin"])
def test_nobody_else_records_a_holder_in_blora(world, name):
    with pytest.raises(PermissionDenied):
        record(make.office(world.blora), getattr(world, name))
