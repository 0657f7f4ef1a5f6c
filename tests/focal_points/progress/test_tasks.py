"""What each person should do now."""

import pytest

from focal_points.progress import actions
from focal_points.progress.models import State
from focal_points.progress.queries import tasks_for
from pug_portal.access.actor import Actor
from tests.make import progress as make


def fresh(actor: Actor) -> Actor:
    """A new request: nothing remembered."""
    return Actor(actor.user, actor.role, actor.region, actor.assignment_id)


def titles(actor: Actor) -> list[str]:
    return [task.title for task in tasks_for(fresh(actor))]


def test_an_open_period_is_a_task_to_start(world):
    make.period(world.blora)

    assert titles(world.ratih) == ["Isi laporan kemajuan Semester II 2020"]


@pytest.mark.parametrize(
    ("state", "of_ratih", "of_hasan", "of_siti"),
    [
        (State.DRAFT, "Lanjutkan", "", ""),
        (State.AWAITING_HEAD, "Tunggu", "Setujui", ""),
        (State.SUBMITTED, "", "", "Verifikasi 1"),
        (State.RETURNED, "Perbaiki", "", ""),
        (State.VERIFIED, "", "", ""),
    ],
)
def test_a_report_is_on_the_desk_of_exactly_one_kind_of_person(
    world, report_at, state, of_ratih, of_hasan, of_siti
):
    report_at(state)

    for actor, word in (
        (world.ratih, of_ratih),
        (world.hasan, of_hasan),
        (world.siti, of_siti),
    ):
        found = titles(actor)
        assert len(found) == bool(word)
        assert not word or found[0].startswith(word)


def test_after_the_heads_yes_submitting_is_the_task(world, report_at):
    report = report_at(State.AWAITING_HEAD)
    actions.approve_as_head(progress=report, by=world.hasan)

    assert titles(world.ratih)[0].startswith("Ajukan")
    assert titles(world.hasan) == []


@pytest.mark.slow
@pytest.mark.parametrize("who", ["wati", "yusuf", "admin", "baru"])
def test_readers_have_no_tasks(world, report_at, who):
    report_at(State.SUBMITTED)

    assert titles(world.everyone()[who]) == []


def test_a_locked_period_is_no_task(world, report_at, clock):
    report_at(State.DRAFT)
    clock(make.AFTER_LOCK)

    assert titles(world.ratih) == []


@pytest.mark.slow
def test_the_own_page_puts_the_task_first(world, report_at, client_of):
    report_at(State.RETURNED)

    shown = client_of(world.ratih).get("/laporan-saya/").content.decode()

    assert "Perbaiki laporan" in shown
    assert "Dikembalikan" in shown
