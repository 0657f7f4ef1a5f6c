"""A worker's hold on a job whose row is the job: taken, kept alive, handed on when lost.

The model has `state`, `attempts`, `lease_until` and `finished_at`. Times here are real
times, not the portal's: a demonstration's clock may stand still.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

LEASE = dt.timedelta(minutes=3)
IN_QUEUE = dt.timedelta(minutes=1)
MAX_ATTEMPTS = 3
GAVE_UP = f"Pekerja berhenti {MAX_ATTEMPTS} kali. Ulangi."

Job = TypeVar("Job", bound=Model)


class LeaseLost(Exception):
    """Taken over by another worker: stop, and write nothing."""


class Ticket:
    """One worker's hold on one job. Signs are written outside any transaction."""

    def __init__(
        self, job: Any, pending: Collection[str], lease: dt.timedelta = LEASE
    ) -> None:
        self.pk, self.attempt = job.pk, job.attempts
        self._model, self._pending, self._lease = type(job), pending, lease

    def write(self, **facts: object) -> None:
        facts.setdefault("lease_until", timezone.now() + self._lease)
        rows = self._model._default_manager.filter(
            pk=self.pk, attempts=self.attempt, state__in=self._pending
        )
        if not rows.update(**facts):
            raise LeaseLost

    def end(self, **facts: object) -> None:
        self.write(finished_at=timezone.now(), lease_until=None, **facts)


@dataclass(frozen=True)
class Leases(Generic[Job]):
    """The states of one kind of job: waiting, at work; and how long a sign of life lasts."""

    queued: str
    running: str
    lease: dt.timedelta = LEASE

    @property
    def pending(self) -> tuple[str, str]:
        return (self.queued, self.running)

    @transaction.atomic
    def take(self, rows: QuerySet[Job], pk: int, **facts: object) -> Job | None:
        """The job, if it is free: still in the queue, or lost by whoever had it."""
        moment = timezone.now()
        free = Q(state=self.queued) | Q(state__in=self.pending, lease_until__lt=moment)
        found = rows.select_for_update(of=("self",)).filter(
            free, pk=pk, attempts__lt=MAX_ATTEMPTS
        )
        job: Any = found.first()
        if job is None:
            return None
        facts |= {
            "state": self.running,
            "attempts": job.attempts + 1,
            "lease_until": moment + self.lease,
        }
        for name, value in facts.items():
            setattr(job, name, value)
        job.save(update_fields=list(facts))
        taken: Job = job
        return taken

    def ticket(self, job: Job) -> Ticket:
        return Ticket(job, self.pending, self.lease)

    def requeue_lost(
        self, rows: QuerySet[Job], fail: Callable[[Ticket, str], None]
    ) -> list[int]:
        """Jobs nobody holds, back in the queue; after the last attempt they fail."""
        moment = timezone.now()
        lost = rows.filter(state__in=self.pending).filter(
            Q(lease_until=None) | Q(lease_until__lt=moment)
        )
        for job in lost.filter(attempts__gte=MAX_ATTEMPTS):
            fail(self.ticket(job), GAVE_UP)
        young = lost.filter(attempts__lt=MAX_ATTEMPTS)
        again = list(young.values_list("pk", flat=True))
        # A worker may have taken one between the two questions.
        lost.filter(pk__in=again).update(
            state=self.queued, lease_until=moment + IN_QUEUE
        )
        return again
