import pytest
from django.core.exceptions import PermissionDenied

from focal_points.periods.actions import exempt
from focal_points.progress import actions
from focal_points.progress.models import Progress, State
from pug_portal.access.actor import SYSTEM
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import progress as make


def test_a_focal_point_starts_the_draft_of_the_own_opd(world):
    report = make.draft(world.dinkes, world.ratih)

    assert (report.state, report.is_on_behalf) == (State.DRAFT, False)
    assert list(report.filled_by.all()) == [world.ratih.user]
    assert Event.objects.about(report).get().actor_name == "Ratih Kusuma"


def test_starting_twice_gives_the_same_report(world):
    assert make.draft(world.dinkes, world.ratih) == make.draft(
        world.dinkes, world.ratih
    )
    assert Progress.objects.count() == 1


def test_the_sekretariat_starts_on_behalf_of_an_opd(world):
    assert make.draft(world.dlh, world.siti).is_on_behalf


def test_the_sekretariat_does_not_take_over_a_draft_of_the_opd(world):
    make.draft(world.dinkes, world.ratih)

    with pytest.raises(Refusal, match="mulai mengisi sendiri"):
        make.draft(world.dinkes, world.siti)


@pytest.mark.parametrize("who", ["dewi", "hasan", "joko", "wati", "prov", "baru"])
def test_nobody_else_starts_the_report_of_dinkes(world, who):
    period = make.period(world.blora)

    with pytest.raises(PermissionDenied):
        actions.start_draft(period=period, opd=world.dinkes, by=world.everyone()[who])


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [("2020-11-30", "baru dibuka"), (make.AFTER_LOCK, "sudah dikunci")],
)
def test_a_period_not_open_takes_no_new_report(world, clock, moment, sentence):
    clock(moment)

    with pytest.raises(Refusal, match=sentence):
        make.draft(world.dinkes, world.ratih)


def test_an_exempted_opd_starts_nothing(world):
    period = make.period(world.blora)
    exempt(period=period, opd=world.dinkes, reason="Baru dibentuk", by=SYSTEM)

    with pytest.raises(Refusal, match="tidak wajib"):
        make.draft(world.dinkes, world.ratih)


def test_a_period_of_another_region_is_refused(world):
    with pytest.raises(Refusal, match="bukan OPD daerah"):
        make.draft(world.dinkes, world.ratih, make.period(world.rembang))
