"""Asking for a pack; the work itself is in pack_jobs."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from prasyarat.evaluation.actions import locked
from prasyarat.evaluation.models import EvaluationPack, EvaluationPeriod, PackState
from prasyarat.evaluation.pack_jobs import FAILED
from prasyarat.evaluation.tasks import build_evaluation_pack
from pug_portal.access.actor import Actor
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.lib.leases import IN_QUEUE

ASKED = Verb("evaluation_pack.asked", "meminta {object}")
OTHER_HAT = "Diminta lagi dengan peran lain."


@transaction.atomic
def ask_pack(*, period: EvaluationPeriod, by: Actor) -> EvaluationPack:
    """Asked while one is being made: that one."""
    period = locked(period, by)
    if by.user is None:
        raise TypeError("a pack is made for a person")
    running = EvaluationPack.objects.of(by).pending().filter(period=period).first()
    if running is not None:
        return running
    # Asked under another hat: its worker would find nobody to answer to.
    _end_other_hats(period, by)
    made = EvaluationPack.objects.create(
        period=period,
        requested_by=by.user,
        assignment_id=by.assignment_id,
        requested_at=now(),
        lease_until=timezone.now() + IN_QUEUE,
    )
    record(by=by, verb=ASKED, obj=made, region=period.region)

    def send() -> None:
        build_evaluation_pack.apply_async((made.pk,), retry=False)

    # Without harm when the broker is down: beat finds the row when its time runs out.
    transaction.on_commit(send, robust=True)
    return made


def _end_other_hats(period: EvaluationPeriod, by: Actor) -> None:
    pending = EvaluationPack.objects.pending().select_related("period__region")
    for job in pending.filter(period=period, requested_by=by.user):
        EvaluationPack.objects.filter(pk=job.pk).update(
            state=PackState.FAILED, error=OTHER_HAT, lease_until=None
        )
        record(by=by, verb=FAILED, obj=job, region=period.region, reason=OTHER_HAT)
