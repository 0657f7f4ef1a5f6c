"""Before the date the old office, from the date on the new one, and no figure moves."""

import datetime as dt

import pytest

from focal_points.appointments.models import Appointment
from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.actions import change_opd
from focal_points.opd.change_models import ChangeKind
from focal_points.opd.models import Opd
from focal_points.progress.board import counts, group_counts
from focal_points.progress.models import Progress, State
from focal_points.progress.queries import board, tasks_for, totals
from focal_points.restructuring.actions import undo
from focal_points.restructuring.preview import preview
from pokja.dashboard.rollup import rollup
from pokja.reports.collect import collect
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.audit.models import Event
from pug_portal.lib.dates import Semester
from pug_portal.lib.row_images import image_of
from tests.make import focal_points as make_fp
from tests.make import progress as make_progress
from tests.make import restructuring as make
from tests.make.meetings import follow_up_of

COLLECTED = dt.date(2021, 1, 20)


def all_figures(world, period):
    """Board, totals, collected report and roll-up of a semester, as plain values."""
    rows = board(period, COLLECTED)
    report = collect(world.blora, period.semester, COLLECTED)
    of_blora = [
        (row.opds, row.exempt, dict(row.states))
        for row in rollup(world.prov, period.semester, COLLECTED)
        if row.region == world.blora
    ]
    return {
        "board": [(r.opd.name, r.opd.short_name, r.status) for r in rows],
        "counts": (counts(rows), group_counts(rows)),
        "totals": totals(period),
        "report": report,
        "rollup": of_blora,
    }


@pytest.fixture
def reported(world, clock):
    """Dinkes reported Semester II 2020 and was verified."""
    clock(make_progress.WITHIN)
    follow_up_of(world)
    make_progress.progress_at(
        State.VERIFIED, opd=world.dinkes, filler=world.ratih, verifier=world.siti
    )
    return make_progress.period(world.blora)


@pytest.mark.slow
@pytest.mark.parametrize("change", [make.merged, make.renamed])
def test_a_semester_before_the_date_shows_the_old_office_and_the_same_totals(
    world, reported, change
):
    before = all_figures(world, reported)

    change(world)

    assert all_figures(world, reported) == before
    assert ("Dinas Kesehatan", "Dinkes") in [row[:2] for row in before["board"]]


@pytest.mark.slow
def test_a_semester_after_the_date_expects_the_new_office_alone(world, reported, clock):
    make.merged(world)
    clock("2021-06-20")
    later = make_progress.period(world.blora, 2021, 1)

    names = [row.opd.short_name for row in board(later)]

    assert names == ["Bappeda", "Dinkesling", "Dinsos P3A"]
    assert [row.opds for row in rollup(world.prov, Semester(2021, 1), COLLECTED)] == [
        3,
        1,
    ]


@pytest.mark.slow
def test_after_a_rename_later_semesters_bear_the_new_name(world, reported, clock):
    make.renamed(world)
    clock("2021-06-20")
    later = make_progress.period(world.blora, 2021, 1)
    draft = make_progress.draft(world.dinkes, world.ratih, later)

    assert "Dinkesda" in [row.opd.short_name for row in board(later)]
    assert str(make_progress.fresh(draft)) == "Dinkesda Semester I 2021"
    old = Progress.objects.get(period=reported, opd=world.dinkes)
    assert str(old) == "Dinkes Semester II 2020"
    assert Opd.objects.get(pk=world.dinkes.pk).aliases == ["Dinas Kesehatan", "Dinkes"]


def test_a_merge_carries_focal_points_and_ends_heads_on_the_last_day(world, clock):
    clock("2021-01-11")
    made = make.merged(world, by=world.siti)
    new = Opd.objects.get(short_name="Dinkesling")
    last = dt.date(2020, 12, 31)

    old = Appointment.objects.filter(opd__in=[world.dinkes, world.dlh])
    assert {row.end for row in old} == {last}
    assert {row.assignment.end for row in old} == {last}
    carried = Appointment.objects.filter(opd=new).order_by("name")
    assert [(row.name, row.is_decree_pending) for row in carried] == [
        ("Dewi Anggraini", True),
        ("Ratih Kusuma", True),
    ]
    assert {row.end for row in carried} == {dt.date(2021, 3, 2)}
    told = Event.objects.filter(verb="opd.restructured").get()
    assert (told.actor_name, told.object_id) == ("Siti Rahmawati", str(made.pk))


@pytest.mark.slow
def test_the_heirs_people_finish_what_the_closed_office_still_owes(world, clock):
    clock(make_progress.WITHIN)
    period = make_progress.period(world.blora)
    draft = make_progress.draft(world.dinkes, world.ratih)
    make.merged(world)
    new = Appointment.objects.get(opd__short_name="Dinkesling", name="Ratih Kusuma")
    ratih = Actor(world.ratih.user, Role.FOCAL_POINT, world.blora, new.assignment_id)

    assert opd_ids_of(ratih) >= {world.dinkes.pk, world.dlh.pk, new.opd_id}
    assert [task.text for task in tasks_for(ratih)] == ["Dinkes", "DLH"]
    make_progress.filled(draft, ratih)
    make_progress.sent(draft, ratih)
    assert make_progress.fresh(draft).state == State.SUBMITTED
    people = {row.opd.short_name: row.focal_points for row in board(period)}
    assert people["Dinkes"] == ("Dewi Anggraini", "Ratih Kusuma")


@pytest.mark.slow
def test_a_draft_of_the_closing_semester_is_set_aside(world, clock):
    clock("2020-12-20")
    draft = make_progress.draft(world.dinkes, world.ratih)
    make.merged(world, on=dt.date(2020, 12, 15))
    new = Appointment.objects.get(opd__short_name="Dinkesling", name="Ratih Kusuma")
    ratih = Actor(world.ratih.user, Role.FOCAL_POINT, world.blora, new.assignment_id)

    assert [task.text for task in tasks_for(ratih)] == ["Dinkesling"]
    assert Progress.objects.readable_by(ratih).filter(pk=draft.pk).exists()
    with pytest.raises(Refusal, match="OPD penerusnya"):
        make_progress.filled(draft, ratih)


@pytest.mark.slow
def test_an_office_that_sent_figures_of_a_later_day_cannot_close_before_it(
    world, reported
):
    with pytest.raises(Refusal, match="Dinkes Semester II 2020 sudah dikirim"):
        make.merged(world, on=dt.date(2020, 12, 15))


def rows_of(*models):
    return [image_of(row) for model in models for row in model.objects.order_by("pk")]


@pytest.mark.slow
@pytest.mark.parametrize("change", [make.merged, make.renamed])
def test_undo_leaves_every_row_as_it_was(world, clock, change):
    clock("2021-01-11")
    watched = (Opd, Appointment, type(Appointment.objects.first().assignment))
    before = rows_of(*watched)
    made = change(world)
    assert rows_of(*watched) != before

    undo(restructuring=made, by=world.siti)

    assert rows_of(*watched) == before
    with pytest.raises(Refusal, match="sudah dibatalkan"):
        undo(restructuring=made, by=world.siti)


@pytest.mark.slow
def test_no_undo_once_a_period_of_the_new_office_has_a_report(world, clock):
    clock("2020-12-20")
    made = make.merged(world, on=dt.date(2020, 12, 15))
    new = Opd.objects.get(short_name="Dinkesling")
    appointment = Appointment.objects.get(opd=new, name="Ratih Kusuma")
    ratih = Actor(
        world.ratih.user, Role.FOCAL_POINT, world.blora, appointment.assignment_id
    )
    make_progress.draft(new, ratih)

    with pytest.raises(Refusal, match="sudah ada laporan Dinkesling Semester II 2020"):
        undo(restructuring=made, by=world.siti)


def test_no_undo_over_a_later_change_which_is_named(world, clock):
    clock("2021-01-11")
    made = make.merged(world)
    new = Opd.objects.get(short_name="Dinkesling")
    change_opd(opd=new, by=world.siti, note="Sudah pindah gedung")

    with pytest.raises(Refusal, match="Dinas Kesehatan dan Lingkungan"):
        undo(restructuring=made, by=world.siti)


def test_the_preview_tells_whom_each_period_expects(world, clock):
    clock("2021-06-20")
    make_progress.period(world.blora)
    make_progress.period(world.blora, 2021, 1)
    new = ("Dinas Kesehatan dan Lingkungan", "Dinkesling")
    pair = [world.dinkes, world.dlh]

    shown = preview(make.proposal(ChangeKind.MERGE, pair, new))

    told = [(str(row.period), row.before, row.after) for row in shown.periods]
    assert told == [("Semester I 2021", 4, 3), ("Semester II 2020", 4, 4)]
    assert [row.destination for row in shown.people] == ["akhiri", "0", "0"]


def test_closing_by_editing_is_refused_while_somebody_is_appointed(world):
    with pytest.raises(Refusal, match="Perubahan OPD"):
        change_opd(opd=world.dlh, by=world.siti, active_to=dt.date(2020, 12, 31))

    make.done(make.proposal(ChangeKind.CLOSE, [world.dlh]))

    closed = Opd.objects.get(pk=world.dlh.pk)
    assert (closed.active_to, closed.heir) == (dt.date(2020, 12, 31), None)
    assert [row.end for row in closed.appointments.all()] == [closed.active_to]


def test_an_administrator_cannot_end_the_people_of_an_office(world):
    with pytest.raises(Refusal, match="Sekretariat Pokja"):
        make.merged(world, by=world.admin)


def test_no_undo_once_the_former_name_is_another_office(world, clock):
    clock("2021-02-01")
    renamed = make.renamed(world)
    make_fp.opd(world.blora, "Dinas Kesehatan", "Dinkes baru")

    with pytest.raises(Refusal, match="hanya boleh ada sekali"):
        undo(restructuring=renamed, by=world.siti)

    world.dinkes.refresh_from_db()
    assert world.dinkes.name == "Dinas Kesehatan Daerah"
