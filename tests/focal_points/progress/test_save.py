import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.conflict import StaleVersion
from focal_points.progress.models import State
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import progress as make


def save(report, by, **answers):
    return actions.save(
        progress=report, version=make.fresh(report).version, answers=answers, by=by
    )


def test_saving_keeps_the_answers_and_counts_the_version_up(world, report_at):
    report = save(report_at(), world.ratih, arg_ceiling=5, obstacles="Ada")

    kept = make.fresh(report)
    assert (kept.arg_ceiling, kept.obstacles, kept.version) == (5, "Ada", 2)


def test_empty_stays_none_and_zero_stays_zero(world, report_at):
    report = save(report_at(), world.ratih, gap_count=0)

    kept = make.fresh(report)
    assert (kept.gap_count, kept.gbs_count) == (0, None)


def test_saving_nothing_new_changes_no_version(world, report_at):
    report = report_at()
    save(report, world.ratih, gap_count=None)

    assert make.fresh(report).version == 1


def test_the_trail_of_a_draft_keeps_old_and_new(world, report_at):
    report = save(report_at(), world.ratih, obstacles="Rahasia dapur")
    save(report, world.ratih, obstacles="Rahasia kebun")

    event = Event.objects.about(report).first()
    assert event.changes == {"Permasalahan": ["Rahasia dapur", "Rahasia kebun"]}


@pytest.mark.slow
def test_the_opd_alone_reads_the_values_of_its_draft_in_the_trail(
    world, report_at, client_of
):
    report = save(report_at(), world.ratih, obstacles="Rahasia dapur")
    page = reverse("progress-detail", args=[report.pk])

    own = client_of(world.ratih).get(page).content.decode()
    others = client_of(world.siti).get(reverse("audit-list")).content.decode()

    assert "Rahasia dapur" in own
    assert "Isian yang diubah: Permasalahan" in others
    assert "Rahasia" not in others


def test_an_old_version_is_refused_and_overwrites_nothing(world, report_at):
    report = report_at()
    save(report, world.ratih, gap_count=3)

    with pytest.raises(StaleVersion) as refused:
        actions.save(
            progress=report, version=1, answers={"gap_count": 9}, by=world.ratih
        )

    assert refused.value.stored.gap_count == 3
    assert make.fresh(report).gap_count == 3


@pytest.mark.parametrize(
    "who", ["dewi", "hasan", "siti", "joko", "wati", "budi", "prov"]
)
def test_nobody_but_the_own_focal_point_types_into_the_draft(world, report_at, who):
    with pytest.raises(PermissionDenied):
        save(report_at(), world.everyone()[who], gap_count=1)


def test_the_sekretariat_types_into_what_it_fills_on_behalf(world):
    report = save(make.draft(world.dlh, world.siti), world.siti, gap_count=1)

    assert make.fresh(report).gap_count == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "state", [State.AWAITING_HEAD, State.SUBMITTED, State.VERIFIED]
)
def test_what_has_left_the_desk_is_not_editable(world, report_at, state):
    with pytest.raises(Refusal, match="tidak dapat"):
        save(report_at(state), world.ratih, gap_count=7)


def test_after_the_lock_nothing_changes(world, report_at, clock):
    report = report_at()
    clock(make.AFTER_LOCK)

    with pytest.raises(Refusal, match="sudah dikunci"):
        save(report, world.ratih, gap_count=7)


def test_an_activity_is_added_and_removed(world, report_at):
    report = report_at()
    row = make.activity(report, world.ratih)
    assert row.duties == ["a", "i"]

    actions.remove_activity(
        progress=report,
        version=make.fresh(report).version,
        activity_id=row.pk,
        by=world.ratih,
    )

    assert not report.activities.exists()


def test_an_activity_needs_a_name(world, report_at):
    with pytest.raises(Refusal, match="nama kegiatan"):
        make.activity(report_at(), world.ratih, "  ")


def test_the_activity_of_another_report_is_not_touched(world, report_at):
    mine = report_at()
    theirs = make.draft(world.dlh, world.dewi)
    row = make.activity(theirs, world.dewi)

    actions.save(
        progress=mine,
        version=1,
        answers={},
        activities={row.pk: {"name": "Dibajak"}},
        by=world.ratih,
    )
    actions.remove_activity(
        progress=mine, version=1, activity_id=row.pk, by=world.ratih
    )

    row.refresh_from_db()
    assert row.name == "Kelas ibu hamil"
