"""Putting an older text back into the draft. What stood there is kept first."""

from __future__ import annotations

from django.db import transaction

from focal_points.progress.actions.filling import take_editable, touch
from focal_points.progress.content import Content, snapshot
from focal_points.progress.models import Activity, Progress, ProgressFile
from focal_points.progress.older_texts import (
    is_of,
    is_same,
    names_that_differ,
    values_of,
    would_be,
)
from focal_points.progress.review_models import KeptDraft, ProgressVersion
from focal_points.progress.workflow import FILLERS
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now

PUT_BACK = Verb("progress.put_back", "mengembalikan isi lama ke draf {object}")


def called(text: ProgressVersion | KeptDraft) -> str:
    kind = "pengajuan" if isinstance(text, ProgressVersion) else "draf tersimpan"
    return f"{kind} ke-{text.number}"


@transaction.atomic
def put_back(*, text: ProgressVersion | KeptDraft, by: Actor) -> bool:
    """False when the draft holds this text already: the button was pressed twice."""
    require(by, *FILLERS)
    progress = take_editable(text.progress, None, by)
    present = snapshot(progress)
    then = would_be(present, text.content)
    unread = text.unread if isinstance(text, KeptDraft) else {}
    if is_same(present, then) and unread == progress.unread:
        return False
    kept = _keep(progress, present, called(text), by)
    _write_activities(progress, then)
    _write_files(progress, then, text)
    _write_fields(progress, present, then, text, by)
    record(
        by=by,
        verb=PUT_BACK,
        obj=progress,
        region=progress.opd.region,
        changes={"isi draf": (called(kept), called(text))},
        sealed=True,
    )
    return True


def _keep(
    progress: Progress, present: Content, replaced_by: str, by: Actor
) -> KeptDraft:
    last = progress.kept_drafts.order_by("number").last()
    kept = KeptDraft.objects.create(
        progress=progress,
        number=last.number + 1 if last else 1,
        content=present,
        unread=progress.unread,
        carried=progress.carried,
        replaced_by=replaced_by,
        kept_at=now(),
        kept_by=by.user,
    )
    kept.files.set(row.file for row in progress.files.select_related("file"))
    return kept


def _write_activities(progress: Progress, then: Content) -> None:
    """A removed activity comes back under its old number, so that versions still compare."""
    rows = {row.pk: row for row in progress.activities.all()}
    for order, facts in enumerate(then["activities"], start=1):
        row = rows.pop(facts["id"], None) or Activity(pk=facts["id"], progress=progress)
        row.order = order
        for key, value in values_of(facts).items():
            setattr(row, key, value)
        row.save()
    progress.activities.filter(pk__in=rows).delete()


def _write_files(
    progress: Progress, then: Content, text: ProgressVersion | KeptDraft
) -> None:
    attached = {str(row.file_id): row for row in progress.files.all()}
    stored = {str(file.pk): file for file in text.files.all()}
    for facts in then["files"]:
        row = attached.get(facts["id"])
        if row is None and facts["id"] in stored:
            row = ProgressFile(progress=progress, file=stored[facts["id"]])
        if row is not None:
            row.caption, row.activity_id = facts["caption"], facts["activity"]
            row.save()


def _write_fields(
    progress: Progress,
    present: Content,
    then: Content,
    text: ProgressVersion | KeptDraft,
    by: Actor,
) -> None:
    for key, value in then["fields"].items():
        if key in present["fields"]:
            setattr(progress, key, value)
    names = names_that_differ(present, then)
    if isinstance(text, KeptDraft):
        progress.unread, progress.carried = text.unread, text.carried
    else:
        progress.unread = {}
        progress.carried = [
            n for n in progress.carried if n not in names and is_of(n, then)
        ]
    # Another open page must not write over it unasked, not even one's own.
    signed = {name: ["", by.name[:120], 0] for name in names}
    old = {name: line for name, line in progress.writers.items() if is_of(name, then)}
    progress.writers = {**old, **signed}
    touch(progress, by, *present["fields"], "unread", "carried", "writers")
