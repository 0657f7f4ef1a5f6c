"""What this person should do about progress reports now: the home page prints it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.periods.dispensations import OpenUntil, open_for
from focal_points.periods.models import Exemption, ReportingPeriod
from focal_points.progress.approvals import valid_approval
from focal_points.progress.lock import (
    day_in,
    is_asked_for,
    is_closed_for,
    is_locked,
)
from focal_points.progress.models import Progress, State
from focal_points.progress.queue import queue_for
from pug_portal.access.actor import Actor
from pug_portal.access.roles import Role
from pug_portal.lib.dates import zone_of


@dataclass(frozen=True)
class Task:
    """One thing to do. `weight`: what is sent back comes before what is merely open."""

    title: str
    text: str
    url: str
    icon: str
    tone: str
    label: str
    due: dt.date | None = None
    weight: int = 5


def tasks_for(actor: Actor) -> list[Task]:
    if actor.role == Role.FOCAL_POINT:
        found = _of_focal_point(actor)
    elif actor.role == Role.KEPALA_OPD:
        found = _of_head(actor)
    elif actor.role in (Role.SEKRETARIAT, Role.BAPPEDA):
        found = _of_verifier(actor)
    else:
        found = []
    return sorted(found, key=lambda task: (task.weight, task.due or dt.date.max))


def _of_focal_point(actor: Actor) -> list[Task]:
    if actor.region is None:
        return []
    on = day_in(actor.region)
    dispensed = open_for(opd_ids_of(actor))
    periods = list(
        ReportingPeriod.objects.owned_by(actor)
        .filter(
            Q(opens_on__lte=on, locks_on__gte=on)
            | Q(pk__in=[period for period, _ in dispensed])
        )
        .select_related("region")
    )
    begun = {
        (row.period_id, row.opd_id): row
        for row in Progress.objects.owned_by(actor)
        .exclude(state__in=[State.SUBMITTED, State.VERIFIED])
        .select_related("opd", "period__region")
    }
    closed = set(
        Progress.objects.owned_by(actor)
        .filter(state__in=[State.SUBMITTED, State.VERIFIED])
        .values_list("period_id", "opd_id")
    )
    exempt = set(
        Exemption.objects.filter(opd_id__in=opd_ids_of(actor)).values_list(
            "period_id", "opd_id"
        )
    )
    # A draft of an office that closed before the figures do is asked for no more.
    tasks = [
        _of_report(row, on, dispensed)
        for row in begun.values()
        if not is_locked(row, on, dispensed)
        and (is_asked_for(row) or row.returned_at is not None)
    ]
    for period in periods:
        opds = Opd.objects.filter(pk__in=opd_ids_of(actor))
        for opd in opds.active_on(period.figures_as_of):
            key = (period.pk, opd.pk)
            if key in begun or key in closed or key in exempt:
                continue
            if not is_closed_for(period, opd.pk, on, dispensed):
                tasks.append(_to_start(period, opd, on))
    return tasks


def _to_start(period: ReportingPeriod, opd: Opd, on: dt.date) -> Task:
    is_late = on > period.due_on
    return Task(
        f"Isi laporan kemajuan {period}",
        named_on(opd, period.figures_as_of).short_name,
        reverse("progress-mine"),
        "clipboard-text",
        "lat" if is_late else "bel",
        "Terlambat" if is_late else "Belum mulai",
        period.due_on,
        weight=3,
    )


def _of_report(row: Progress, on: dt.date, dispensed: OpenUntil) -> Task:
    due = row.open_until or row.period.due_on
    if until := dispensed.get((row.period_id, row.opd_id)):
        # The task turns late on the day the dispensation ends, not on the old due day.
        due = max(due, until.astimezone(zone_of(row.period.region.zone)).date())
    url = reverse("progress-form", args=[row.pk])
    about = f"laporan kemajuan {row.period}"
    opd = row.called_opd.short_name
    if row.state == State.AWAITING_HEAD:
        url = reverse("progress-check", args=[row.pk])
        if valid_approval(row) is not None:
            title, label = f"Ajukan {about}", "Disetujui Kepala OPD"
            return Task(title, opd, url, "send", "set", label, due, weight=2)
        title, label = f"Tunggu persetujuan {about}", "Menunggu Kepala OPD"
        return Task(title, opd, url, "signature", "draf", label, due, weight=4)
    if row.returned_at is not None:
        title, label = f"Perbaiki {about}", "Dikembalikan"
        return Task(title, opd, url, "arrow-back-up", "kem", label, due, weight=1)
    tone, label = ("lat", "Terlambat") if on > due else ("draf", "Draf")
    title = f"Lanjutkan {about}"
    return Task(title, opd, url, "pencil", tone, label, due, weight=3)


def _of_head(actor: Actor) -> list[Task]:
    rows = (
        Progress.objects.owned_by(actor)
        .filter(
            state=State.AWAITING_HEAD,
            approvals__given_at=None,
            approvals__revoked_at=None,
        )
        .select_related("opd", "period__region")
        .distinct()
    )
    dispensed = open_for(opd_ids_of(actor)) if rows else {}
    return [
        Task(
            f"Setujui laporan kemajuan {row.period}",
            row.called_opd.short_name,
            reverse("progress-approve", args=[row.pk]),
            "signature",
            "aju",
            "Menunggu Anda",
            row.period.due_on,
            weight=1,
        )
        for row in rows
        if not is_locked(row, dispensed=dispensed)
    ]


def _of_verifier(actor: Actor) -> list[Task]:
    waiting = list(queue_for(actor).values_list("submitted_at", flat=True))
    if not waiting:
        return []
    return [
        Task(
            f"Verifikasi {len(waiting)} laporan OPD",
            "Yang paling lama menunggu lebih dahulu",
            reverse("progress-queue"),
            "clipboard-check",
            "aju",
            "Menunggu verifikasi",
            weight=2,
        )
    ]
