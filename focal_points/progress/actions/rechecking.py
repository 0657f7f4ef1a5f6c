"""Reading a changed answer again after the report had been verified once."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from focal_points.progress.actions.verification import person_of, take_submitted
from focal_points.progress.changed import Change, changes, verified_version
from focal_points.progress.content import snapshot
from focal_points.progress.models import Progress
from focal_points.progress.review_models import Recheck
from pug_portal.access.actor import Actor
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now

RECHECKED = Verb("progress.rechecked", "memeriksa ulang isian yang berubah di {object}")


@transaction.atomic
def recheck(*, progress: Progress, marks: Collection[str], by: Actor) -> list[Change]:
    """Ticks what was seen; an answer that became another meanwhile stays open."""
    progress = take_submitted(progress, by)
    version = verified_version(progress)
    if version is None or not marks:
        return []
    ticked = [
        change
        for change in changes(version, snapshot(progress))
        if change.recheck is None and change.mark in marks
    ]
    for change in ticked:
        Recheck.objects.update_or_create(
            version=version,
            key=change.difference.key,
            defaults={
                "fingerprint": change.difference.fingerprint,
                "checked_by": person_of(by),
                "checked_at": now(),
            },
        )
    if ticked:
        record(
            by=by,
            verb=RECHECKED,
            obj=progress,
            region=progress.opd.region,
            changes={
                change.called: (change.difference.before, change.difference.after)
                for change in ticked
            },
        )
    return ticked
