"""Saving a page of the form beside whatever others saved since it was opened."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db import transaction
from django.http import QueryDict

from focal_points.progress.actions.filling import store, take_editable, touch
from focal_points.progress.merging import Conflict, Merged, Sent, Text, merge
from focal_points.progress.models import Progress
from focal_points.progress.typed import answers_of, chosen, stored_texts
from focal_points.progress.workflow import FILLERS
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require

# Reads on in «Juga diubah oleh …».
OWN_OTHER_TAB = "Anda, di tab atau perangkat lain"


@dataclass(frozen=True)
class Saved:
    """The report as it stands now, and what waits for the writer's choice."""

    progress: Progress
    texts: dict[str, Text]
    conflicts: list[Conflict]
    gone: dict[str, Text]


@transaction.atomic
def save_typed(
    *, progress: Progress, sent: Sent, by: Actor, choices: QueryDict | None = None
) -> Saved:
    """All but the conflicts is saved; what a page did not touch is left alone."""
    require(by, *FILLERS)
    progress = take_editable(progress, None, by)
    rows = list(progress.activities.all())
    stored = stored_texts(progress, rows)
    if choices is not None:
        sent = chosen(sent, choices, stored)
    merged = merge(stored, sent, progress.writers)
    if merged.mine:
        read = answers_of(merged.texts, rows)
        progress = store(
            progress,
            answers=read.fields,
            activities=read.activities,
            unread=read.unread,
            by=by,
        )
        _sign(progress, merged, sent, by)
    if kept := set(choices.getlist("tetap") if choices is not None else ()):
        _confirm(progress, kept, by)
    rows = list(progress.activities.all())
    conflicts = [_seen_by(by, conflict) for conflict in merged.conflicts]
    return Saved(progress, stored_texts(progress, rows), conflicts, merged.gone)


def _seen_by(by: Actor, conflict: Conflict) -> Conflict:
    """Who typed in two tabs is not told his own name as if it were a stranger's."""
    if conflict.who != by.name[:120]:
        return conflict
    return replace(conflict, who=OWN_OTHER_TAB)


def _sign(progress: Progress, merged: Merged, sent: Sent, by: Actor) -> None:
    line = [sent.page, by.name[:120], sent.turn or 0]
    signed = dict.fromkeys(merged.mine, line)
    progress.writers = {**progress.writers, **signed}
    progress.save(update_fields=["writers"])


def _confirm(progress: Progress, names: set[str], by: Actor) -> None:
    """«Masih benar»: read and left as it was, which is an answer too."""
    left = [name for name in progress.carried if name not in names]
    if left != progress.carried:
        progress.carried = left
        touch(progress, by, "carried")
