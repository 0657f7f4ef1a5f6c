"""The portal's figures are those of the pages they name, whatever lies beside them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from focal_points.appointments.models import Appointment
from focal_points.appointments.queries import as_rows
from focal_points.budgets.models import ArgBudget
from focal_points.budgets.queries import recap
from focal_points.pprg.models import Kind, PprgDocument, State
from focal_points.pprg.queries import counted, document_list, made_by_all
from prasyarat.assessments.portal_facts import trained_focal_points
from prasyarat.assessments.pprg_facts import (
    arg_spent_by_opd,
    gbs_of_opd,
    opd_with_pprg,
)
from prasyarat.gender_data.definitions import MAIN, Axis
from prasyarat.gender_data.facts import COUNCIL, women_share
from prasyarat.gender_data.grid import grid_of
from prasyarat.gender_data.loading import catalogue
from prasyarat.gender_data.models import TableYear
from prasyarat.gender_data.queries import figures_of
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import now
from tests.make import focal_points as make_opd
from tests.make import gender_data as make_table

DAY = dt.date(2020, 12, 31)
SIGNED = {"kind": Kind.GBS, "state": State.APPROVED, "signed": True}


@pytest.fixture
def world_then(world, clock):
    clock(DAY.isoformat())
    return world


def document(world, opd, *, kind=Kind.GAP, state=State.APPROVED, signed=False):
    page = None
    if signed:
        number = StoredFile.objects.count()
        page = StoredFile.objects.create(
            region=opd.region,
            name="lembar.pdf",
            kind="pdf",
            size=1,
            sha256="a" * 64,
            sha256_received="a" * 64,
            path=f"x/{number}.pdf",
            uploaded_by=world.siti.user,
            uploaded_at=now(),
        )
    is_approved = state == State.APPROVED
    return PprgDocument.objects.create(
        opd=opd,
        year=DAY.year,
        kind=kind,
        gap_format="gap9" if kind == Kind.GAP else "",
        title="Kelas ibu hamil",
        state=state,
        approved_at=now() if is_approved else None,
        approved_by=world.siti.user if is_approved else None,
        created_by=world.siti.user,
        touched_at=now(),
        sent_count=1,
        submitted_at=now(),
        signed_page=page,
    )


@pytest.fixture
def pprg(world_then):
    """Dinkes has a GAP and two signed GBS, DLH a GAP and a GBS without its signed page."""
    world = world_then
    for opd in (world.dinkes, world.dlh):
        document(world, opd)
    for facts in (SIGNED, SIGNED, {"kind": Kind.GBS}):
        document(world, world.dinkes, **facts)
    document(world, world.dlh, kind=Kind.GBS)
    document(world, world.dinsos, kind=Kind.GBS, state=State.SUBMITTED)
    return world


def test_gbs_of_an_opd_is_what_the_list_of_documents_counts(pprg):
    said = gbs_of_opd(pprg.blora, DAY)

    rows = document_list(pprg.siti, region=pprg.blora, year=DAY.year, kind=Kind.GBS)
    listed = [row.opd_id for row in rows if row.counts]
    assert {pk: fact.value for pk, fact in said.items()} == {
        pk: listed.count(pk) for pk in listed
    }
    assert said[pprg.dinkes.pk].value == 2
    total = counted(pprg.blora, DAY.year, Kind.GBS)
    assert sum(fact.value for fact in said.values()) == total


def test_opd_with_pprg_are_those_whose_boards_show_both(pprg):
    fact = opd_with_pprg(pprg.blora, DAY)

    offices = list(pprg.blora.opds.active_on(DAY))
    made = made_by_all([(opd.pk, DAY.year) for opd in offices])
    both = [
        opd
        for opd in offices
        if {k for k, m in made[opd.pk, DAY.year].items() if m.counted} >= {"gap", "gbs"}
    ]
    assert both == [pprg.dinkes]
    assert (fact.value, fact.denominator) == (len(both), len(offices))


def test_arg_spent_is_that_of_the_recap(world_then):
    world = world_then
    for opd, spent in ((world.dinkes, 40), (world.dlh, None), (world.dinsos, 0)):
        ArgBudget.objects.create(
            opd=opd,
            year=DAY.year,
            dpa_arg=50,
            dpa_total=100,
            dppa_arg=80 if spent else None,
            dppa_total=100 if spent else None,
            realized=spent,
            touched_at=now(),
        )

    said = arg_spent_by_opd(world.blora, DAY)

    rows = recap(world.siti, world.blora, DAY.year).rows
    shown = {
        row.opd.pk: (row.budget.realized, row.budget.arg)
        for row in rows
        if row.budget and row.budget.realized is not None
    }
    told = {pk: (fact.value, fact.denominator) for pk, fact in said.items()}
    assert told == shown
    assert told[world.dinkes.pk] == (40, 80)  # the changed budget counts


def test_trained_focal_points_are_those_the_list_does_not_flag(world_then):
    world = world_then
    lately = dt.date(2020, 3, 1)
    make_opd.appointment(world.dlh, trained_on=lately)
    make_opd.appointment(world.dinsos, "Sari Wulan")

    fact = trained_focal_points(world.blora, DAY)

    rows = as_rows(
        Appointment.objects.valid_on(DAY).filter(
            opd__region=world.blora, kind=Appointment.Kind.FOCAL_POINT
        ),
        DAY,
    )
    calm = [row for row in rows if not row.needs_refresh]
    assert fact.value == len(calm) == 1
    assert fact.denominator == len(rows)


def test_women_in_the_council_are_the_sum_the_table_shows(world_then):
    world = world_then
    place = make_table.place(world.blora, COUNCIL)
    table = catalogue().by_code[COUNCIL]
    pairs = [(30 + n, 9 + n) for n in range(len(table.rows))]
    make_table.verified(place, world.siti, world.joko, *pairs, year=2020)

    fact = women_share(world.blora, DAY, COUNCIL, "")

    row = TableYear.objects.get()
    axes = [Axis(MAIN, "", table.rows)]
    whole = grid_of(table, axes, figures_of([row])[row.pk], hide_below=None).main.total
    assert Decimal(fact.value) == sum(women for _, women in pairs)
    assert f"{fact.denominator:.0f}" in str(whole.total)
    assert f"{fact.value:.0f}" in str(whole)
