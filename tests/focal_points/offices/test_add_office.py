"""Adding and mending an office."""

import pytest
from django.core.exceptions import PermissionDenied

from focal_points.offices.actions import add_office, change_office
from focal_points.offices.models import Office
from pug_portal.access.refusal import Refusal
from tests.make import focal_points as make

BUPATI = {"title": "Bupati Blora", "kind": "kepala_daerah"}


def test_the_sekretariat_adds_an_office(world):
    office = add_office(region=world.blora, by=world.siti, **BUPATI)

    assert str(office) == "Bupati Blora"


def test_the_same_title_is_refused(world):
    add_office(region=world.blora, by=world.siti, **BUPATI)

    with pytest.raises(Refusal, match="sudah ada") as refused:
        add_office(region=world.blora, by=world.siti, title=" bupati  blora ")

    assert refused.value.field == "title"
    assert Office.objects.count() == 1


def test_the_head_of_an_opd_needs_the_opd(world):
    with pytest.raises(Refusal) as refused:
        add_office(region=world.blora, by=world.siti, title="Kepala", kind="kepala_opd")

    assert refused.value.field == "opd"


def test_an_opd_of_another_region_is_refused(world):
    with pytest.raises(Refusal, match="daerah lain"):
        add_office(
            region=world.blora,
            by=world.siti,
            title="Kepala",
            opd=world.dinkes_rembang,
        )


def test_an_office_gets_another_title(world):
    office = make.office(world.blora)

    change_office(office=office, by=world.siti, title="Kepala Bapperida")

    office.refresh_from_db()
    assert office.title == "Kepala Bapperida"


@pytest.mark.parametrize("name", ["joko", "ratih", "wati", "budi", "prov", "admin"])
def test_nobody_else_adds_an_office_in_blora(world, name):
    with pytest.raises(PermissionDenied):
        add_office(region=world.blora, by=getattr(world, name), **BUPATI)
