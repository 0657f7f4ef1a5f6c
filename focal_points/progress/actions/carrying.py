"""Taking last semester's answers over, each marked until somebody looks at it."""

from __future__ import annotations

from django.db import transaction

from focal_points.progress.actions.filling import (
    MAX_ACTIVITIES,
    take_editable,
    touch,
)
from focal_points.progress.carrying import (
    is_empty,
    lasting_activities,
    lasting_fields,
    source_of,
)
from focal_points.progress.content import Content
from focal_points.progress.models import Activity, Progress
from focal_points.progress.workflow import FILLERS
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record

CARRIED = Verb("progress.carried", "membawa isian semester lalu ke {object}")


@transaction.atomic
def carry_forward(*, progress: Progress, by: Actor) -> Progress:
    """Only empty answers are filled; nothing that was typed is touched."""
    require(by, *FILLERS)
    progress = take_editable(progress, None, by)
    source = source_of(progress)
    sent = source.versions.filter(withdrawn_at=None).last() if source else None
    if source is None or sent is None:
        raise Refusal("Belum ada laporan semester sebelumnya yang diajukan.")
    if progress.carried_from_id is not None:
        raise Refusal("Isian semester lalu sudah dibawa ke laporan ini.")
    is_same_year = source.period.year == progress.period.year
    content: Content = sent.content
    fields = {
        key: value
        for key, value in lasting_fields(content, is_same_year=is_same_year).items()
        if is_empty(getattr(progress, key)) and key not in progress.unread
    }
    for key, value in fields.items():
        setattr(progress, key, value)
    rows = lasting_activities(content, is_same_year=is_same_year)
    names = [*fields, *_add_rows(progress, rows)]
    if not names:
        raise Refusal("Semua isian yang dapat dibawa sudah terisi.")
    progress.carried = names
    progress.carried_from = source.period
    touch(progress, by, *fields, "carried", "carried_from")
    record(
        by=by,
        verb=CARRIED,
        obj=progress,
        region=progress.opd.region,
        changes={"dari": (None, str(source.period)), "isian": (None, len(names))},
        sealed=True,
    )
    return progress


def _add_rows(progress: Progress, rows: list[dict[str, object]]) -> list[str]:
    """{names in the form} of the activities that are not in the report yet."""
    there = list(progress.activities.all())
    known = {row.name.casefold() for row in there}
    order = max((row.order for row in there), default=0)
    new = [row for row in rows if str(row["name"]).casefold() not in known]
    carried = []
    for place, facts in enumerate(new[: MAX_ACTIVITIES - len(there)], start=order + 1):
        made = Activity.objects.create(progress=progress, order=place, **facts)
        carried += [f"kegiatan-{made.pk}-{key}" for key in facts]
    return carried
