"""«Tidak wajib» for one OPD in one period."""

import pytest
from django.core.exceptions import PermissionDenied

from focal_points.periods.actions import exempt, undo_exemption
from focal_points.periods.models import Exemption
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make.focal_points import period


def test_an_opd_is_exempted_and_the_exemption_undone(world):
    made = exempt(
        period=period(world.blora),
        opd=world.dlh,
        reason="Baru dibentuk",
        by=world.siti,
    )
    undo_exemption(exemption=made, by=world.siti)

    assert not Exemption.objects.exists()
    assert [event.verb for event in Event.objects.all()[:2]] == [
        "period.exemption_undone",
        "period.exempted",
    ]


def test_undoing_twice_is_no_error_and_no_second_event(world):
    made = exempt(
        period=period(world.blora), opd=world.dlh, reason="Baru", by=world.siti
    )
    undo_exemption(exemption=made, by=world.siti)
    before = Event.objects.count()

    undo_exemption(exemption=made, by=world.siti)

    assert Event.objects.count() == before


def test_a_reason_is_required(world):
    with pytest.raises(Refusal) as refused:
        exempt(period=period(world.blora), opd=world.dlh, reason=" ", by=world.siti)

    assert refused.value.field == "reason"


def test_the_same_opd_is_exempted_once(world):
    opened = period(world.blora)
    exempt(period=opened, opd=world.dlh, reason="Baru dibentuk", by=world.siti)

    with pytest.raises(Refusal, match="sudah tercatat"):
        exempt(period=opened, opd=world.dlh, reason="Lagi", by=world.siti)


def test_an_opd_of_another_region_is_refused(world):
    with pytest.raises(Refusal):
        exempt(
            period=period(world.blora),
            opd=world.dinkes_rembang,
            reason="Baru",
            by=world.siti,
        )


@pytest.mark.parametrize("name", ["joko", "ratih", "wati", "prov", "budi"])
def test_nobody_else_exempts(world, name):
    with pytest.raises(PermissionDenied):
        exempt(
            period=period(world.blora),
            opd=world.dlh,
            reason="Baru",
            by=getattr(world, name),
        )
