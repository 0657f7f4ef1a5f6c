"""Taking an activity's attendance from a list that is kept in the portal."""

from __future__ import annotations

from django.db import transaction

from focal_points.progress.actions.filling import take_editable, touch
from focal_points.progress.attendance_lists import lists_for
from focal_points.progress.models import Activity, Progress
from focal_points.progress.workflow import FILLERS
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record

TAKEN = Verb("progress.attendance_taken", "mengambil daftar hadir untuk {object}")
LET_GO = Verb(
    "progress.attendance_let_go", "melepas hubungan daftar hadir pada {object}"
)

# What is counted on the list, and what is claimed of the activity.
_SEXES = (("men", "listed_men"), ("women", "listed_women"))


@transaction.atomic
def take_attendance(
    *, progress: Progress, activity: Activity, key: str, by: Actor
) -> Activity:
    """The list's figures stand beside the claim; an empty claim is filled from them.

    Without a key the figures stay and are the OPD's own again.
    """
    require(by, *FILLERS)
    progress = take_editable(progress, None, by)
    row = progress.activities.select_for_update().filter(pk=activity.pk).first()
    if row is None:
        raise Refusal("Kegiatan ini sudah dihapus dari laporan.")
    changed = {"listed_from": key, **_figures(progress, row, key)}
    before = {name: getattr(row, name) for name in changed}
    if before == changed:
        return row
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(update_fields=list(changed))
    names = {f"kegiatan-{row.pk}-{name}" for name in changed}
    progress.unread = {k: v for k, v in progress.unread.items() if k not in names}
    progress.carried = [name for name in progress.carried if name not in names]
    touch(progress, by, "unread", "carried")
    told = {"kegiatan": (None, row.name)}
    verb = TAKEN if key else LET_GO
    record(
        by=by,
        verb=verb,
        obj=progress,
        region=progress.opd.region,
        changes=told,
        sealed=True,
    )
    return row


def _figures(progress: Progress, row: Activity, key: str) -> dict[str, int]:
    if not key:
        return {}
    found = next((each for each in lists_for(progress) if each.key == key), None)
    if found is None:
        raise Refusal(
            "Daftar hadir itu tidak ada di antara rapat dan pelatihan yang selesai "
            "semester ini. Muat ulang halaman ini, lalu pilih lagi.",
            field="key",
        )
    taken = {}
    for claimed, listed in _SEXES:
        taken[listed] = counted = getattr(found, claimed)
        if getattr(row, claimed) is None:
            taken[claimed] = counted
    return taken
