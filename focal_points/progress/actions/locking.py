"""Taking a report in hand: row locked, region and OPD checked, period still open."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from focal_points.progress.lock import (
    is_asked_for,
    is_locked,
    lock_sentence,
    no_longer_asked,
)
from focal_points.progress.models import SENT, Progress, ProgressQuerySet
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.lib.rows import only

NOT_YOURS = (
    "Laporan ini milik OPD atau daerah lain. Yang dapat mengubahnya hanya OPD itu "
    "dan sekretariat Pokja daerahnya."
)


def take(progress: Progress, *, by: Actor) -> Progress:
    """The row, locked, when it lies in the actor's own width."""
    return _take(Progress.objects.owned_by(by), progress)


def take_to_fill(progress: Progress, *, by: Actor) -> Progress:
    """The row, locked, when this actor may type answers and the period is open."""
    rows = Progress.objects.all() if by.is_system else Progress.objects.writable_by(by)
    taken = _take(rows, progress)
    check_open(taken)
    return taken


def check_open(progress: Progress) -> None:
    if is_locked(progress):
        raise Refusal(lock_sentence(progress))
    if progress.state not in SENT and not is_asked_for(progress):
        raise Refusal(no_longer_asked(progress))


def remember(progress: Progress, by: Actor) -> None:
    """Who typed, asked the head, approved or sent it: none of them may verify it."""
    if by.user is not None:
        progress.filled_by.add(by.user)


def _take(rows: ProgressQuerySet, progress: Progress) -> Progress:
    found = only(
        rows.select_for_update(of=("self",))
        .select_related("opd__region", "period__region")
        .filter(pk=progress.pk)
    )
    if found is None:
        raise PermissionDenied(NOT_YOURS)
    return found
