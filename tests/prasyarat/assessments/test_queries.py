"""Sheets on a day, the OPD map, and that neither costs more for forty OPD."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prasyarat.assessments.actions import save_answer
from prasyarat.assessments.item import Reply
from prasyarat.assessments.opd_map import opd_matrix
from prasyarat.assessments.queries import needing_work, sheets, waiting
from prasyarat.assessments.target_actions import set_region_target
from prasyarat.scoring import ItemState, rounded
from tests.make import focal_points as make_fp
from tests.make import prasyarat as make
from tests.make.prasyarat import DAY

LATER = dt.date(2020, 12, 31)


def item_of(sheet, code):
    return next(item for item in sheet.items if item.code == code)


def cell(matrix, opd, code):
    row = next(row for row in matrix.rows if row.opd == opd)
    return next(cell for cell in row.cells if cell.prerequisite.code == code)


def test_without_an_instrument_there_is_no_sheet(world):
    assert sheets(world.blora, DAY) is None
    assert opd_matrix(world.blora, DAY) is None


def test_an_answer_holds_from_its_day_on(world):
    kel1 = make.item("KEL-1", world.blora)
    make.answer_at("terverifikasi", kel1, world.siti, judge=world.joko)

    before = sheets(world.blora, DAY - dt.timedelta(days=1))
    after = sheets(world.blora, LATER)

    assert item_of(before.mandiri, "KEL-1").state is ItemState.UNANSWERED
    assert item_of(after.terverifikasi, "KEL-1").score == 1


def test_evidence_that_expires_stops_counting_on_that_day(world):
    kel1 = make.item("KEL-1", world.blora)
    make.answer_at("draf", kel1, world.siti, documented=False)
    make.evidence(kel1, world.siti, valid_until=LATER)
    make.answer_at("terverifikasi", kel1, world.siti, judge=world.joko)

    on_last_day = sheets(world.blora, LATER)
    day_after = sheets(world.blora, LATER + dt.timedelta(days=1))

    assert item_of(on_last_day.terverifikasi, "KEL-1").score == 1
    assert item_of(day_after.terverifikasi, "KEL-1").state is ItemState.NO_EVIDENCE


def test_a_verified_answer_counts_until_a_later_one_is_verified_too(world):
    kel1 = make.item("KEL-1", world.blora)
    make.answer_at("terverifikasi", kel1, world.siti, judge=world.joko)
    save_answer(item=kel1, as_of=LATER, reply=Reply(choice="belum"), by=world.siti)

    pair = sheets(world.blora, LATER)

    assert item_of(pair.mandiri, "KEL-1").score == 0
    assert item_of(pair.terverifikasi, "KEL-1").score == 1


def test_not_applicable_leaves_the_sum_once_somebody_agreed(world):
    kel1 = make.item("KEL-1", world.blora)
    make.answer_at("tidak_berlaku", kel1, world.siti)

    pair = sheets(world.blora, DAY)

    assert item_of(pair.mandiri, "KEL-1").state is ItemState.NOT_APPLICABLE
    assert item_of(pair.terverifikasi, "KEL-1").state is ItemState.UNVERIFIED


def test_an_open_target_leaves_the_sum_until_the_region_enters_its_own(world):
    sda2 = make.item("SDA-2", world.blora)
    make.answer_at(
        "draf",
        sda2,
        world.joko,
        numerator=5,
        denominator=100,
        denominator_kind="total_belanja_apbd",
    )
    without = item_of(sheets(world.blora, DAY).mandiri, "SDA-2")

    set_region_target(
        region=world.blora, indicator=sda2.indicator, target=Decimal(10), by=world.joko
    )

    assert without.state is ItemState.NO_TARGET
    assert item_of(sheets(world.blora, DAY).mandiri, "SDA-2").score == Decimal("0.5")


def test_a_province_is_asked_its_own_level_and_counts_its_own_answers(world):
    make.answer_at(
        "draf", make.item("KEB-2", world.province), world.prov, documented=True
    )

    pair = sheets(world.province, DAY)

    assert len(pair.mandiri.items) == 49
    assert pair.mandiri.filled == 1
    assert sheets(world.blora, DAY).mandiri.filled == 0


def test_all_seven_stand_in_their_order(world):
    make.instrument()

    rows = sheets(world.blora, DAY).rows

    assert [row.css for row in rows] == [
        f"k-{code}" for code in ("kom", "keb", "kel", "psm", "sda", "dat", "ala")
    ]


def test_counts_by_status_cover_every_item(world):
    make.answer_at("draf", make.item("KEL-1", world.blora), world.siti)

    counts = sheets(world.blora, DAY).counts()

    assert (counts["draf"], counts["belum_diisi"]) == (1, 48)


@pytest.mark.slow
def test_the_map_counts_fulfilled_of_total_and_no_draft(world):
    item = lambda code: make.item(code, world.blora, world.dinkes)
    make.answer_at("terverifikasi", item("DAT-6"), world.ratih, judge=world.siti,
                   choice="ya")  # fmt: skip
    make.answer_at("diajukan", item("DAT-7"), world.ratih, choice="ya")
    make.answer_at("draf", item("KEL-4"), world.ratih)

    proven = opd_matrix(world.blora, DAY)
    claimed = opd_matrix(world.blora, DAY, verified_only=False)

    assert (cell(proven, world.dinkes, "DAT").fulfilled,) == (1,)
    assert cell(claimed, world.dinkes, "DAT").fulfilled == 2
    assert cell(proven, world.dinkes, "DAT").total == 3
    assert cell(claimed, world.dinkes, "KEL").css == "n0"
    assert rounded(cell(claimed, world.dinkes, "DAT").share) == Decimal("66.67")


def test_a_share_is_shown_from_three_items_on(world):
    make.instrument()

    matrix = opd_matrix(world.blora, DAY)

    assert cell(matrix, world.dinkes, "KOM").share is None
    assert cell(matrix, world.dinkes, "ALA").share == 0


def test_half_an_answer_is_not_fulfilled(world):
    item = make.item("KEL-4", world.blora, world.dinkes)
    make.answer_at("diajukan", item, world.ratih, choice="proses")

    matrix = opd_matrix(world.blora, DAY, verified_only=False)

    assert cell(matrix, world.dinkes, "KEL").fulfilled == 0


def test_the_menu_counts_what_needs_this_person(world):
    item = make.item("KEL-4", world.blora, world.dinkes)
    make.answer_at("perlu_perbaikan", item, world.ratih, judge=world.siti)
    make.answer_at("diajukan", make.item("KEL-1", world.blora), world.siti)

    counts = {name: waiting(actor).count() for name, actor in world.everyone().items()}

    assert {k: v for k, v in counts.items() if v} == {"joko": 1, "ratih": 1}
    assert [a.opd for a in needing_work(world.ratih)] == [world.dinkes]


def queries_of(call) -> int:
    with CaptureQueriesContext(
        connection,
    ) as found:
        call()
    return len(found)


@pytest.mark.slow
@pytest.mark.parametrize(
    "url",
    ["/prasyarat/", "/prasyarat/KEL/", "/prasyarat/peta/", "/prasyarat/verifikasi/"],
)
def test_pages_cost_the_same_at_3_and_at_40_opd(url, world, client_of):
    make.instrument()
    client = client_of(world.joko)
    client.get(url)
    make.answer_at("diajukan", make.item("KEL-1", world.blora), world.siti)
    make.answer_at(
        "diajukan", make.item("KEL-4", world.blora, world.dinkes), world.siti
    )
    few = queries_of(lambda: client.get(url))

    for number in range(37):
        office = make_fp.opd(world.blora, f"Dinas Nomor {number:02}")
        make.answer_at("diajukan", make.item("KEL-4", world.blora, office), world.siti)
    many = queries_of(lambda: client.get(url))

    assert many == few
    assert many <= 15
