"""«SK menyusul» handed from one to the next: each new appointment starts its days anew."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from focal_points.appointments.models import Appointment
from pokja.handover.models import Handover


@dataclass(frozen=True)
class PendingChain:
    """Appointments in a row without a decree, handed from one to the next."""

    appointments: tuple[Appointment, ...]

    @property
    def count(self) -> int:
        return len(self.appointments)

    @property
    def since(self) -> dt.date | None:
        return min((each.start for each in self.appointments), default=None)

    @property
    def is_repeated(self) -> bool:
        return self.count > 1


def pending_chain(appointment: Appointment) -> PendingChain:
    """Ends with `appointment`; empty when that one has its decree."""
    rows = Handover.objects.filter(leaving__opd=appointment.opd_id)
    before = {row.successor_id: row.leaving for row in rows.select_related("leaving")}
    found: list[Appointment] = []
    each: Appointment | None = appointment
    while each is not None and each.is_decree_pending and each not in found:
        found.append(each)
        each = before.get(each.pk)
    return PendingChain(tuple(found))
