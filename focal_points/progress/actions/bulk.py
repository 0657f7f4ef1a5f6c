"""Verifying several sound reports at once: each by itself, each with its own event."""

from __future__ import annotations

from collections.abc import Collection

from django.core.exceptions import PermissionDenied

from focal_points.progress.actions.verification import verify
from focal_points.progress.desk import mark_rows
from focal_points.progress.models import Progress
from focal_points.progress.queue import queue_for
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal


def verify_together(
    *, pks: Collection[int], by: Actor
) -> tuple[list[Progress], list[str]]:
    """What was verified, and a sentence for each that was not."""
    require(by, Permission.PROGRESS_VERIFY)
    done: list[Progress] = []
    told: list[str] = []
    queue = queue_for(by).filter(pk__in=pks)
    rows = list(queue.prefetch_related("notes", "activities", "files__file"))
    mark_rows(rows)
    for progress in rows:
        called = progress.called_opd.short_name
        if why := progress.why_one_by_one:  # type: ignore[attr-defined]
            told.append(f"{called}: {why}, tinjau satu per satu.")
            continue
        try:
            done.append(verify(progress=progress, by=by))
        except (Refusal, PermissionDenied) as refused:
            told.append(
                f"{called}: {' '.join(getattr(refused, 'messages', [str(refused)]))}"
            )
    return done, told
