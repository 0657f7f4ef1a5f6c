"""How many reported, and in which state: everybody who tells it tells the same."""

from __future__ import annotations

import io
import re
from collections import Counter

import pytest
from openpyxl import load_workbook

from focal_points.periods.actions import exempt
from focal_points.progress.board import Group, counts, group_counts, punctuality_counts
from focal_points.progress.letters import recap, reminder
from focal_points.progress.models import State
from focal_points.progress.queries import board
from pokja.dashboard.queries import period_card
from pokja.reports.collect_opds import opd_rows
from pokja.reports.rows_opd import IN_REPAIR, IN_VERIFICATION, NOT_REPORTED, VERIFIED
from pug_portal.lib.clock import today
from tests.make import focal_points as make_fp
from tests.make import progress as make
from tests.make import pug_portal as make_floor

GROUPS = {
    "Terverifikasi": Group.VERIFIED,
    "Dalam verifikasi": Group.IN_REVIEW,
    "Dalam perbaikan": Group.IN_REPAIR,
    "Belum melapor": Group.NOT_REPORTED,
}
IN_REPORT = {
    VERIFIED: Group.VERIFIED,
    IN_VERIFICATION: Group.IN_REVIEW,
    IN_REPAIR: Group.IN_REPAIR,
    NOT_REPORTED: Group.NOT_REPORTED,
}


@pytest.fixture
def period(world, clock):
    """One OPD in every state, one silent, one exempted; two came late."""
    clock(make.WITHIN)
    period = make.period(world.blora)
    for number, state in enumerate(State):
        clock(make.AFTER_DUE if state == State.SUBMITTED else make.WITHIN)
        opd = make_fp.opd(world.blora, f"Dinas {number}", f"D{number}")
        name = f"Lina{number} Marlina"
        filler = make_fp.appointed(make_floor.user(name, world.blora), opd)
        make.progress_at(state, opd=opd, filler=filler, verifier=world.siti)
    clock(make.AFTER_DUE)
    exempt(period=period, opd=world.dlh, reason="Baru dibentuk", by=world.siti)
    return period


@pytest.mark.slow
def test_board_page_letters_report_export_and_home_count_alike(
    world, period, client_of
):
    rows = board(period)
    groups = {group: n for group, n in group_counts(rows).items() if n}
    states = {each.status.label: each.number for each in counts(rows)}
    late = {kind.label: n for kind, n in punctuality_counts(rows).items()}
    expected = len(rows) - groups[Group.EXEMPT]
    reported = expected - groups[Group.NOT_REPORTED]
    assert sum(late.values()) == expected
    assert {"Terlambat", "Tepat waktu", "Belum melapor"} == {
        k for k, n in late.items() if n
    }

    page = client_of(world.siti).get("/laporan-opd/").content.decode()
    assert f"{reported} dari {expected} OPD sudah melapor" in page
    shown = re.findall(r"</svg>([^<]+)</span><b>(\d+)</b>", page)
    assert {label: int(number) for label, number in shown} == states
    kept = re.findall(r"ketepatan=[^>]+>([^<]+) <b>(\d+)</b>", page)
    assert {label: int(number) for label, number in kept} == late

    text = recap(rows, period, "hari ini", "Siti")
    assert f"{reported} dari {expected} OPD sudah melapor" in text
    told = {GROUPS[t]: int(n) for t, n in re.findall(r"\*(.+) \((\d+)\)\*", text)}
    assert told == {g: n for g, n in groups.items() if g != Group.EXEMPT}

    received = [r for r in rows if "belum kami terima" in reminder(r, period, "", "")]
    assert len(received) == groups[Group.NOT_REPORTED]

    report, _ = opd_rows(world.blora, period, today())
    in_report = Counter(IN_REPORT.get(row.group, Group.EXEMPT) for row in report)
    assert dict(in_report) == groups

    answer = client_of(world.siti).get("/laporan-opd/unduh/")
    book = load_workbook(io.BytesIO(answer.content))
    listed = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
    assert dict(Counter(row[1] for row in listed)) == states
    assert Counter(row[2] for row in listed if row[2]) == Counter(
        {kind: n for kind, n in late.items() if n}
    )
    sums = dict(book.worksheets[1].iter_rows(values_only=True))
    assert (sums["Wajib melapor"], sums["Sudah melapor"]) == (expected, reported)

    card = period_card(world.blora, today())
    assert card is not None
    assert {each.status.label: each.number for each in card.counts} == states
