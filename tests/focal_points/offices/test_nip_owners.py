"""One NIP is one person, in every register of the region."""

from __future__ import annotations

import datetime as dt

import pytest

from focal_points.appointments.actions import change_person
from focal_points.appointments.sheet import AppointmentImporter
from focal_points.offices.actions import change_holder
from pug_portal.access.refusal import Refusal
from tests.make import focal_points as make
from tests.make import imports as make_sheet

NIP = "197001011995032001"
MINE = "atas nama Sri Contoh"


@pytest.fixture
def sri(world):
    office = make.office(world.blora)
    return make.holder(office, "Sri Contoh, S.E.", nip=NIP, sex="P")


def test_an_appointment_under_another_name_is_refused(world, sri):
    with pytest.raises(Refusal, match=MINE) as refused:
        make.appointment(world.dlh, "Tri Lain", nip=NIP)
    assert refused.value.field == "nip"

    other = make.appointment(world.dlh, "Tri Lain")
    with pytest.raises(Refusal, match=MINE):
        change_person(appointment=other, by=world.siti, nip=NIP)
    # Other degrees are the same person; another region is another register.
    make.appointment(world.dlh, "Sri Contoh, M.M.", nip=NIP)
    make.appointment(world.dinkes_rembang, "Tri Lain", nip=NIP)


def test_an_office_holder_under_another_name_is_refused(world, sri):
    make.appointment(world.dlh, "Dwi Contoh", nip="198001012005012001")
    office = make.office(world.blora, "Camat Cepu")
    with pytest.raises(Refusal, match="atas nama Dwi Contoh"):
        make.holder(office, "Tri Lain", nip="198001012005012001", sex="P")
    with pytest.raises(Refusal, match="atas nama Dwi Contoh"):
        change_holder(holder=sri, by=world.siti, nip="198001012005012001")


def test_a_slip_in_name_and_sex_is_mended_in_the_only_row(world):
    row = make.appointment(world.dlh, "Tri Contoh", sex="P", nip=NIP)

    change_person(appointment=row, by=world.siti, name="Sri Contoh", nip=NIP, sex="P")
    row.refresh_from_db()
    assert row.name == "Sri Contoh"


@pytest.mark.slow
def test_a_workbook_is_refused_for_a_nip_of_the_register_and_for_one_told_twice(
    world, sri, clock
):
    clock("2026-11-20")
    importer = AppointmentImporter(world.blora)
    usual = {"opd": "Dinkes", "sex": "P", "start": dt.date(2026, 1, 5)}
    two = "198001012005012001"

    def add(page):
        for name, nip in (("Tri Lain", NIP), ("Dwi A", two), ("Dwi B", two)):
            make_sheet.add_row(page, importer, **usual, name=name, nip=nip)

    plan = make_sheet.plan_of(importer, make_sheet.edited(importer, add), world.siti)

    told = [str(problem) for problem in plan.problems]
    assert [MINE in told[0], "atas nama Dwi A" in told[1], len(told)] == [True, True, 2]
