"""Asking for a pack; the work itself is in pack_jobs."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from prasyarat.evaluation.actions import locked
from prasyarat.evaluation.models import EvaluationPack, EvaluationPeriod, PackState
from prasyarat.evaluation.tasks import build_evaluation_pack
from pug_portal.access.actor import Actor
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.lib.leases import IN_QUEUE

ASKED = Verb("evaluation_pack.asked", "meminta {object}")


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
    EvaluationPack.objects.pending().filter(period=period, requested_by=by.user).update(
        state=PackState.FAILED,
        error="Diminta lagi dengan peran lain.",
        lease_until=None,
    )
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
