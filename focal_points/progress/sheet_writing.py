"""What a workbook changed, through the verbs that the form itself uses."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from focal_points.opd.models import Opd
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.actions import add_activity, start_draft
from focal_points.progress.actions.filling import store, take_editable
from focal_points.progress.models import Progress
from pug_portal.access.actor import Actor
from pug_portal.lib.sheets import Plan, Row

# The name under which an open page is told who wrote a field last.
PAGE = "excel"


@dataclass
class Work:
    """What one OPD's report gets."""

    answers: dict[str, Any] = field(default_factory=dict)
    activities: dict[int, dict[str, Any]] = field(default_factory=dict)
    new: list[dict[str, Any]] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        rows = self.activities.items()
        return [*self.answers, *(f"kegiatan-{pk}-{key}" for pk, a in rows for key in a)]


def write_reports(
    plan: Plan, *, period: ReportingPeriod, by: Actor, reason: str
) -> None:
    found: defaultdict[int, Work] = defaultdict(Work)
    for row in plan.changed:
        found[row.obj.opd.pk].answers = _changed(row)
    beside = plan.more[0]
    for row in beside.changed:
        found[row.values["opd"]].activities[row.obj.pk] = _changed(row)
    for row in beside.new:
        facts = {k: v for k, v in row.values.items() if k != "opd"}
        found[row.values["opd"]].new.append(facts)
    reports = {row.obj.opd.pk: row.obj for row in plan.rows}
    opds = {opd.pk: opd for opd in Opd.objects.filter(pk__in=found)}
    for pk in sorted(found):
        held = reports[pk].progress if pk in reports else None
        progress = held or start_draft(period=period, opd=opds[pk], by=by)
        _write(progress, found[pk], by=by, reason=reason)


def _changed(row: Row) -> dict[str, Any]:
    return {key: new for key, (_, new) in row.changed.items()}


def _write(progress: Progress, work: Work, *, by: Actor, reason: str) -> None:
    progress = take_editable(progress, None, by)
    names = work.names
    if names:
        progress = store(
            progress,
            answers=work.answers,
            activities=work.activities,
            unread={k: v for k, v in progress.unread.items() if k not in names},
            by=by,
            reason=reason,
        )
        signed = {key: [PAGE, by.name[:120], 0] for key in names}
        progress.writers = {**progress.writers, **signed}
        progress.save(update_fields=["writers"])
    for facts in work.new:
        add_activity(progress=progress, version=None, by=by, reason=reason, **facts)
