"""Adding an OPD."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from focal_points.opd.actions import add_opd
from focal_points.opd.models import Opd
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event

FACTS = {"name": "Dinas Pariwisata", "short_name": "Dispar"}


def test_the_sekretariat_adds_an_opd_and_the_trail_tells(world):
    opd = add_opd(region=world.blora, by=world.siti, **FACTS)

    assert str(Event.objects.about(opd).get()) == (
        "Siti Rahmawati menambah OPD Dinas Pariwisata"
    )


def test_the_administrator_adds_one_in_any_region_of_the_width(world):
    assert add_opd(region=world.blora, by=world.admin, **FACTS).pk


def test_stray_spaces_do_not_make_a_second_opd(world):
    add_opd(region=world.blora, by=world.siti, **FACTS)

    with pytest.raises(Refusal, match="sudah ada") as refused:
        add_opd(
            region=world.blora,
            by=world.siti,
            name="  dinas   PARIWISATA ",
            short_name="Dispar",
        )

    assert refused.value.field == "name"


def test_the_same_name_may_return_with_another_start(world):
    add_opd(region=world.blora, by=world.siti, active_to=dt.date(2024, 12, 31), **FACTS)
    add_opd(region=world.blora, by=world.siti, active_from=dt.date(2026, 1, 1), **FACTS)

    assert Opd.objects.filter(name="Dinas Pariwisata").count() == 2


def test_an_end_before_the_start_is_refused(world):
    with pytest.raises(Refusal) as refused:
        add_opd(
            region=world.blora,
            by=world.siti,
            active_from=dt.date(2025, 1, 1),
            active_to=dt.date(2024, 12, 31),
            **FACTS,
        )

    assert refused.value.field == "active_to"


@pytest.mark.parametrize(
    "name", ["joko", "ratih", "hasan", "wati", "yusuf", "budi", "prov", "baru"]
)
def test_nobody_else_adds_one_in_blora(world, name):
    with pytest.raises(PermissionDenied):
        add_opd(region=world.blora, by=getattr(world, name), **FACTS)
