"""What answers an indicator is what the board or the report shows: nothing is counted twice."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from focal_points.budgets.models import ArgBudget
from focal_points.budgets.queries import recap
from focal_points.pprg.models import Kind
from focal_points.pprg.queries import counted
from pokja.meetings.queries import count_follow_ups, follow_ups, settled_in
from pokja.programme.queries import lines_of, status_counts
from prasyarat.assessments.figure_actions import count_figures
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.consistency.answers import load as load_answers
from prasyarat.gender_data.queries import figures_of, late_tables
from pug_portal.access.actor import SYSTEM
from pug_portal.lib.clock import now
from pug_portal.lib.semesters import Semester
from tests.make import focal_points as make_fp
from tests.make import gender_data as make_tables
from tests.make import pokja as make_pokja
from tests.make import pprg as make_pprg
from tests.make import prasyarat as make
from tests.make import programme as make_programme
from tests.make.meetings import follow_up_of, meeting_at

DAY = dt.date(2020, 12, 31)


@pytest.fixture(autouse=True)
def day(clock):
    clock("2020-12-31")


def figure(world, code, opd=None) -> PortalFigure:
    make.instrument()
    count_figures(region=world.blora, by=SYSTEM)
    return PortalFigure.objects.get(region=world.blora, indicator__code=code, opd=opd)


@pytest.mark.slow
def test_meetings_are_those_of_the_report(world):
    meeting_at("disahkan", world)
    found = figure(world, "KEL-7")
    assert found.value == settled_in(world.blora, Semester.from_date(DAY)) == 1


@pytest.mark.slow
def test_follow_ups_are_those_of_the_list(world):
    follow_up_of(world)
    counts = count_follow_ups(follow_ups(world.blora, DAY), DAY)
    found = figure(world, "KEL-8")
    assert (found.numerator, found.denominator) == (counts.done, counts.total)
    assert found.denominator == 1


def test_arg_is_that_of_the_recap(world):
    for opd, arg in ((world.dinkes, 20), (world.dlh, 10)):
        ArgBudget.objects.create(
            opd=opd, year=2020, dpa_total=100, dpa_arg=arg, touched_at=now()
        )
    [group] = recap(world.siti, world.blora, 2020).groups
    found = figure(world, "SDA-2")
    assert (found.numerator, found.denominator) == (group.base_arg, group.base_total)
    assert (group.base_arg, group.base_total) == (30, 200)
    own = PortalFigure.objects.get(indicator__code="SDA-3", opd=world.dlh)
    assert (own.numerator, own.denominator) == (10, 100)


@pytest.mark.slow
def test_documents_are_those_of_the_list(world):
    sent = make_pprg.sent_gap(world.dinkes, world.ratih, year=2020)
    make_pprg.approved(sent, world.siti)
    found = figure(world, "ALA-1", world.dinkes)
    assert found.value == counted(world.blora, 2020, Kind.GAP) == 1
    share = PortalFigure.objects.get(indicator__code="ALA-7")
    assert (share.numerator, share.denominator) == (1, 1)


@pytest.mark.slow
def test_women_among_officials_are_those_of_the_table(world):
    """Echelon II 3 men and 1 woman, III 10 and 5."""
    place = make_tables.supplied(world.blora, world.dinsos, "POL-2")
    row = make_tables.verified(place, world.siti, world.joko, (3, 1), (10, 5))
    pairs = figures_of([row])[row.pk]
    found = figure(world, "KOM-5")
    men, women = pairs["", "ii"]
    assert (found.numerator, found.denominator) == (women, men + women) == (1, 4)
    assert "POL-2" in found.sentence
    assert not late_tables(world.blora)
    data = PortalFigure.objects.get(indicator__code="DAT-4")
    assert (data.numerator, data.denominator) == (1, 4)
    tables = PortalFigure.objects.get(indicator__code="DAT-5", opd=world.dinsos)
    assert (tables.value, tables.documented) == (Decimal(1), True)


@pytest.mark.slow
def test_focal_points_by_decree_are_those_of_the_consistency_page(world):
    """Dinsos has one whose SK is still to come: appointed, not counted."""
    make_fp.appointment(world.dinsos, decree_number="", start=DAY)
    found = figure(world, "KEL-3")
    seen = load_answers(world.blora, DAY)
    assert world.dinsos.pk in seen.opds_with_focal_point
    assert found.numerator == seen.opds_with_decree == 2


def test_a_decree_is_that_of_the_register(world):
    make_pokja.decree(world)
    found = figure(world, "KEL-1")
    assert found.choice == "ada"
    assert found.url.startswith("/sk/")


def test_the_programme_is_that_of_its_page(world, clock):
    clock("2021-06-01")
    programme = make_programme.programme(world, lines=2)
    counts = dict(status_counts(lines_of(programme)))
    found = figure(world, "KEL-6")
    assert (found.numerator, found.denominator) == (0, sum(counts.values()))
    assert found.denominator == 2


@pytest.mark.slow
def test_the_count_asks_as_often_for_many_offices_as_for_few(
    world, django_assert_max_num_queries
):
    make.instrument()
    count_figures(region=world.blora, by=SYSTEM)
    with django_assert_max_num_queries(75):
        count_figures(region=world.blora, by=SYSTEM)
