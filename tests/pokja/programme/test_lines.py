"""Lines: bad input beside the field, and the record of how far they have come."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from pokja.programme import line_actions, programme_actions
from pokja.programme.models import ProgrammeLine
from pug_portal.audit.models import Event
from tests.make import programme as make
from tests.pokja.decrees.told import refused


def report(world, line, by=None, **told):
    given = {"status": "berjalan", "realisation": "", "obstacles": "", **told}
    return line_actions.report_line(line=line, by=by or world.siti, **given)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"activity": "  "}, "activity"),
        ({"duties": ["a", "z"]}, "duties"),
        ({"from_month": 9, "to_month": 3}, "to_month"),
        ({"sub_activity_code": "2.08.02.2.01.0001"}, "code_rule"),
        ({"budget": -1}, "budget"),
    ],
)
def test_a_line_says_what_is_wrong_beside_the_field(world, facts, field):
    programme = make.programme(world, "draf")

    assert refused(lambda: make.line(world, programme, **facts)).field == field


def test_one_month_alone_is_first_and_last(world):
    programme = make.programme(world, "draf", lines=0)
    line = make.line(world, programme, from_month=None, to_month=10)

    assert (line.from_month, line.months) == (10, "Oktober")


def test_a_rule_without_a_code_is_dropped(world):
    programme = make.programme(world, "draf", lines=0)
    line = make.line(
        world, programme, sub_activity_code="", code_rule="Permendagri 90/2019"
    )

    assert line.code_rule == ""


def test_a_change_tells_old_and_new(world):
    line = make.programme(world, "draf").lines.get()
    line_actions.change_line(
        line=line, target="3 kali", executors=[world.dlh], by=world.joko
    )

    told = Event.objects.get(verb="programme.line_changed").changes
    assert told["target"] == ["2 kali", "3 kali"]
    assert told["executors"] == [["Dinsos P3A"], ["DLH"]]


def test_realisasi_is_told_while_the_plan_stays(world):
    line = make.programme(world).lines.get()
    report(world, line, realisation="Rapat pertama selesai")

    line = ProgrammeLine.objects.get()
    assert (line.record.status, line.record.realisation) == (
        "berjalan",
        "Rapat pertama selesai",
    )
    assert line.record.touched_by == world.siti.user
    told = Event.objects.get(verb="programme.line_reported").changes
    assert told["status"] == ["direncanakan", "berjalan"]


@pytest.mark.parametrize("status", ["ditunda", "dibatalkan"])
def test_a_pause_or_an_end_needs_its_reason(world, status):
    line = make.programme(world).lines.get()

    assert refused(lambda: report(world, line, status=status)).field == "obstacles"
    assert report(world, line, status=status, obstacles="Pandemi").status == status


def test_a_move_outside_the_table_is_refused(world):
    line = make.programme(world).lines.get()
    report(world, line, status="selesai")

    assert (
        "tidak dapat berubah"
        in refused(lambda: report(world, line, status="direncanakan")).sentence
    )


def test_the_second_of_two_people_is_told_and_nothing_is_lost(world):
    line = make.programme(world).lines.get()
    report(world, line, realisation="Dari Siti", revision=0)

    told = refused(
        lambda: report(world, line, realisation="Dari Joko", revision=0, by=world.joko)
    )
    assert "diubah orang lain" in told.sentence
    assert ProgrammeLine.objects.get().record.realisation == "Dari Siti"


def test_the_same_report_twice_is_one_event(world):
    line = make.programme(world).lines.get()
    report(world, line)
    report(world, line)

    assert Event.objects.filter(verb="programme.line_reported").count() == 1


def test_realisasi_is_neither_told_of_a_draft_nor_of_a_replaced_version(world):
    draft = make.programme(world, "draf").lines.get()
    assert "sedang berlaku" in refused(lambda: report(world, draft)).sentence

    old = make.programme(world, year=2020)
    new = programme_actions.revise_programme(programme=old, reason="x", by=world.siti)
    make.settled(world, new)
    line = ProgrammeLine.objects.get(programme__year=2020, programme__version=1)
    assert "sedang berlaku" in refused(lambda: report(world, line)).sentence


def test_strangers_report_nothing(world):
    line = make.programme(world).lines.get()

    for stranger in (world.budi, world.prov, world.wati, world.ratih):
        with pytest.raises(PermissionDenied):
            report(world, line, by=stranger)
